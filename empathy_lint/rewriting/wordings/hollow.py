"""Stock sympathy, apology and praise, left out where the rest stands without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.reading.message import BlockKind
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital
from empathy_lint.rewriting.refusals import REFUSED
from empathy_lint.rewriting.wordings.thanks_meant import with_real_thanks

_ENDING: Final = re.compile(r"[\s.!,–—-]*\Z")
_WITHIN: Final = re.compile(
    r"(?:\s*(?:this|the|your)(?:\s+[\w'’-]+){1,5}?\s+|(?:this|it|that|the delay)?\s*)(?:(?:may|might"
    r"|will|has|could)\s+)?(?:have\s+)?(?:be\s+)?(?:caused?|causing)?"
    r"(?:\s+you)?[\s.!]*\Z",
    re.IGNORECASE,
)
_LEAD_ONLY: Final = re.compile(
    r"\A\W*(?:(?:please\s+)?accept\s+(?:our|my)\s+(?:sincere\s+|sincerest\s+|deepest\s+)?|please\s+|and\s+|again,?\s+|we\s+|we\s+are\s+|we['’]re\s+|once\s+again,?\s+)*\Z",
    re.IGNORECASE,
)
# What stock phrases trail off into, and what joins two of them.
_AT_THIS_TIME: Final = re.compile(
    r"\s+(?:(?:at|during|in|through)\s+(?:this|these)\s+(?:\w+\s+){0,3}?(?:time|times|period|matter|process|situation)"
    r"|(?:know\s+)?that\s+we\s+are\s+here\s+for\s+you|in\s+advance|and\s+understanding)[\s.!]*",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*,?\s*(?:and\s+|but\s+)?(?:we\s+|also\s+|sincerely\s+)*", re.IGNORECASE)
_ASSURED: Final = re.compile(r"(?:please\s+)?(?:be\s+|rest\s+)assured\s*(?:that\s+|,\s*)", re.IGNORECASE)
_VALUED: Final = re.compile(
    r"\A\W*(?:as\s+)(?:an?|one\s+of)\s+[^,]{0,50}\b(?:customers?|clients?|members?|guests?|partners?|users?)\s*,\s*",
    re.IGNORECASE,
)
# Supposed feelings before what is really offered: "We understand this may be hard and are here to help."
_SUPPOSED: Final = re.compile(
    r"\A\W*we\s+(?:understand|know|reali[sz]e|appreciate|recogni[sz]e)\s+(?:that\s+)?(?:this|it)\s+(?:may|might|can|could|must|is)\s+(?:be\s+)?"
    r"(?:\w+\s+)?\w+ing\s*,?\s+and\s+(?:we\s+)?(?=(?:are|want|will|would|have)\b)",
    re.IGNORECASE,
)
# "We are sorry to inform you that": what follows is told all the same.
_TOLD_THAT: Final = re.compile(
    r"\A\W*(?:we|I)(?:\s+are|\s+am|['’]re|['’]m)\s+(?:(?:very|deeply|truly|so)\s+)?sorry\s+to\s+(?:inform|tell|advise|notify|let)\s+you\s+(?:know\s+)?that\s+",
    re.IGNORECASE,
)
# "We apologise for any inconvenience and will write again": the promise is what there is to say.
_PROMISED: Final = re.compile(r"\s*,?\s+(?:and|but)\s+(?:we\s+)?(?=(?:will|are\s+\w+ing|have|shall)\b)", re.IGNORECASE)
_CAUSED: Final = re.compile(
    r"(?:\s+(?:this|it|that)\s+(?:may|might|will|has|could)?\s*(?:have\s+)?(?:cause[ds]?))?", re.IGNORECASE
)
_JOINED: Final = re.compile(r"\s*,?\s*(?:and|but)\s+\Z", re.IGNORECASE)
_APOLOGY: Final = re.compile(r"sorry|apolog|regret", re.IGNORECASE)
_STOCK_APOLOGY: Final = re.compile(r"inconvenience|trouble|frustration|disruption|disappointment", re.IGNORECASE)
_CAUSED_BY: Final = re.compile(
    r"(?:inconvenience|trouble|frustration|disruption|disappointment)\s+(?:that\s+)?(?P<what>(?:this|the|our)\s+[\w'’-]+(?:\s+[\w'’-]+){0,6}?)\s+"
    r"(?:may|might|will|has|could)\s+(?:have\s+)?caused?\b",
    re.IGNORECASE,
)
# That there is bad news is no apology for it.
_NEWS: Final = re.compile(r"\bregret\s+to\s+(?:inform|tell|advise|notify|say)\b", re.IGNORECASE)
_OF_ONE: Final = re.compile(r"\bI\b|\bmy\b")
_THANKS: Final = re.compile(r"\bthank|\bappreciat", re.IGNORECASE)
_TURNED_DOWN: Final = re.compile(rf"\b(?:{REFUSED}|regret|other\s+(?:candidates|applicants))\b", re.IGNORECASE)
# The line above a signature: "With sincere apologies,".
_SIGN_OFF: Final = re.compile(r"\A\W*(?:with|yours|in)\s[^.!?]{0,40},\s*\Z", re.IGNORECASE)
# Words of feeling and courtesy: what has none of them may be news, however hollow it sounds.
_FEELS: Final = re.compile(
    r"\b(?:thank\w*|appreciat\w*|value\w*|valuing|care|love|thrilled|pleased|happy|glad|delighted|excited|proud|sorry|apolog\w*|regret"
    r"|understand|know|hope|wish|patience|priorit\w*|important|importance|commit\w*|strive|welcome|sincere\w*|frustrat\w*)\b",
    re.IGNORECASE,
)
_VALUES: Final = re.compile(
    r"\W*we\s+(?:(?:really|truly|greatly)\s+)?value\s+your\s+(?:loyalty|custom|business)\b", re.IGNORECASE
)
# Kind words at a parting, however worn, are the writer's to take out.
_WISH: Final = re.compile(r"\bwish\s+you\b", re.IGNORECASE)
_FAREWELL: Final = "sorry-to-see-you-go"  # sorry, and no apology
# Courtesy at no cost to the reader, and nothing that a reader would miss.
_IDLE: Final = frozenset({"flattery", "thanks-in-advance", "stock-promise", "sorry-to-see-you-go", "reads-as-hollow"})


_ENOUGH: Final = 2  # sentences that have to stay elsewhere
_HARD: Final = (
    r"(?:very\s+|deeply\s+|so\s+)?(?P<hard>frustrating|difficult|stressful|upsetting|annoying|hard"
    r"|inconvenient|disappointing|worrying|unsettling|distressing)"
)
_WE_KNOW: Final = (
    r"\A(?P<lead>\W*)(?:we|I)\s+(?:(?:completely|fully|totally|truly|really|do|can|certainly)\s+)*"
    r"(?:understand|appreciate|know|recogni[sz]e|reali[sz]e|imagine)\s+"
)
# "… and we truly empathise": says the same once more.
_ONCE_MORE: Final = (
    r"(?:\s*,?\s+and\s+(?:we\s+|I\s+)?(?:(?:truly|really|fully|deeply|sincerely|do)\s+)*"
    r"(?:empathi[sz]e|sympathi[sz]e|feel\s+for\s+you)(?:\s+with\s+you)?)?(?P<stop>[.!]?)\s*\Z"
)
_HOW_HARD: Final = re.compile(
    rf"{_WE_KNOW}how\s+{_HARD}\s+it\s+(?:must\s+be|can\s+be|is|may\s+be|must\s+feel)\s+to\s+(?P<what>[^,;:.!?]+?){_ONCE_MORE}",
    re.IGNORECASE,
)
_HOW_HARD_THIS: Final = re.compile(
    rf"{_WE_KNOW}(?:how\s+{_HARD}\s+(?P<this>this|it|that)\s+(?:(?P<can>can|may|might|could)\s+be|must\s+be|is|must\s+feel)"
    rf"(?:\s+for\s+you)?){_ONCE_MORE}",
    re.IGNORECASE,
)
_SORRY_FEEL: Final = (
    r"\A(?P<lead>\W*)(?:we|I)(?:\s+are|\s+am|['’]re|['’]m)\s+(?:(?:very|so|truly)\s+)?sorry\s+"
    r"(?:to\s+hear\s+)?(?:that\s+)?you\s+feel\s+"
)
# What falls short of hopes does so in the reader's eyes alone, and may be said without a "you feel".
_FELT_SHORT: Final = re.compile(
    rf"{_SORRY_FEEL}(?:that\s+)?(?P<what>(?:our|the|this|your|we)\b[^,;:.]*?\b(?:your\s+expectations|you\s+(?:had\s+)?(?:hoped|expected|expect)\b[^,;:.]*))",
    re.IGNORECASE,
)
_INTEREST: Final = re.compile(
    r"\A(?P<lead>\W*)(?:thank\s+you|thanks|we\s+thank\s+you|many\s+thanks)\s+(?:very\s+much\s+)?for\s+(?:your\s+(?:recent\s+)?interest\s+in|expressing\s+(?:an\s+)?interest\s+in)\s+"
    r"(?P<what>(?:the|our)\s+(?:[\w-]+\s+){0,3}?(?:position|role|post|job|vacancy|apprenticeship|internship|scholarship|bursary|grant)\b)",
    re.IGNORECASE,
)
_APPLICATION: Final = re.compile(
    r"\b(?:your\s+application|applications|applicants?|candidates?|you\s+applied|shortlist\w*|interview(?:ed)?)\b",
    re.IGNORECASE,
)
# Thanks that name something, before the good wishes that name nothing.
_THANKED: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<thanks>(?:we\s+)?thank\s+you\s+for\s+(?:your|all\s+your|coming|taking|meeting|sending|telling)\b[^,;:.!?]+?)\s*,?\s+and\s+(?:we\s+)?wish\s+you\b[^,;:.]*?(?P<stop>[.!]?)\s*\Z",
    re.IGNORECASE,
)
# A firm's praise of itself, with nothing in it for the reader.
_PRAISE: Final = re.compile(
    r"\A\W*(?:(?:[Aa]t|[Hh]ere\s+at)\s+(?:the\s+)?(?:[A-Z][\w&'’.-]*\s*){1,5},?\s*)?[Ww]e(?:\s+are|['’]re)\s+(?:(?:always|truly|deeply|very|so)\s+)*"
    r"(?:passionate\s+about|proud\s+(?:of|to)|dedicated\s+to|committed\s+to)\s+(?:(?:delivering|providing|offering|giving|exceeding|serving|value|quality|excellence|service|our)\b)[^,;:.!?\d]*[.!]?\s*\Z"
)
# How all are served, which says nothing of this reader.
_SERVED: Final = re.compile(
    r"\A\W*(?:(?:we|I)\s+(?:\w+\s+)?pride\s+(?:ourselves|myself)\s+on\b[^,;:.!?\d]*"
    r"|(?:all|every|each|any)\s+[^,;:.!?\d]{0,60}?\b(?:are|is)\s+(?:treated|handled|dealt\s+with|taken|given)\s+"
    r"(?:with\s+)?(?:the\s+)?(?:utmost|greatest|highest|very|extremely)\s+(?:care|seriousness|respect|importance|priority|attention|seriously))[.!]?\s*\Z",
    re.IGNORECASE,
)
_STRIVES: Final = re.compile(
    r"\A(?P<lead>\W*)(?:we|I)\s+(?:(?:always|constantly)\s+)?(?:strive|aim|endeavou?r|try|work\s+hard)\s+to\s+(?:provide|deliver|offer|give|ensure|maintain)\s+[^,;:.!?\d]{3,60}?\s+and\s+"
    r"(?:we\s+)?(?:(?:sincerely|deeply)\s+)?(?:regret|apologi[sz]e\s+for)\s+(?:any|the|this)\s+(?:inconvenience|trouble|disruption)(?:\s+(?:caused|this\s+(?:may|has)\s+(?:have\s+)?caused?))?\s*[.!]?\s*\Z",
    re.IGNORECASE,
)
_SORRY_IF: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<who>we|I)(?:\s+(?:are|am)|['’](?:re|m))?\s+(?:(?:very|truly|so)\s+)?(?:sorry|apologi[sz]e)\s+if\s[^;:]*\Z",
    re.IGNORECASE,
)
# Thanks and praise from end to end, with nothing that the reader is told, asked or promised.
_COURTESY: Final = re.compile(
    r"\A\W*(?:(?:once\s+)?again,?\s+|we\s+|I\s+)*(?:(?:would\s+like\s+to|want\s+to|really|truly|greatly|sincerely|do)\s+)*"
    r"(?:thank\s+you|thanks|thank|appreciate|value)\s+(?:(?:so|very)\s+much\s+)?(?:for\s+)?(?:your|being|choosing)\b[^.!?:;\d]*[.!]?\s*\Z",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:will|please|must|can|could|should|if|by|call|reply|write|refund\w*|appl(?:ied|ying|ication)|report\w*|order\w*|pay\w*|purchas\w*"
    r"|submi\w+|feedback|letter|e?-?mail|message|request\w*|visit\w*|donation\w*|gift|attend\w*|while|but|because|so\s+that)\b",
    re.IGNORECASE,
)
# "… and appreciate your patience as we work to mend it": the work is what there is to say.
_AT_WORK: Final = re.compile(
    r"\A(?P<lead>\W*)(?:we|thank|thanks|I)\b[^.!?:;]*?\s+(?:as|while)\s+we(?:\s+are|['’]re)?\s+(?:continue\s+to\s+)?work(?:ing)?\s+(?P<what>(?:to|on)\s+[^.!?:;]+?)(?P<stop>[.!]?)\s*\Z",
    re.IGNORECASE,
)


def without_lead(flagged: Flagged) -> Iterator[Wording]:
    """ "Please rest assured that" and "As a valued customer," left out: what they lead up to stands alone."""
    assured = _ASSURED.search(flagged.text)
    if assured and flagged.touches(assured):
        yield Wording(*assured.span(), "", "phrase", "safe")
        return
    valued = _VALUED.match(flagged.text)
    if valued and flagged.start < valued.end():
        yield Wording(*valued.span(), "", "phrase", "safe")
        return
    supposed = _SUPPOSED.match(flagged.text)
    if supposed and flagged.start < supposed.end():
        yield Wording(*supposed.span(), "We ", "clause", "review")


def with_substance(flagged: Flagged) -> Iterator[Wording]:
    """The stock phrase left out where the rest stands."""
    if flagged.softens_more:
        return
    leads = list(without_lead(flagged))
    yield from leads
    if any(row.safety == "safe" for row in leads):
        return
    half = list(with_real_thanks(flagged))
    if half:
        yield from half
        return
    yield from _in_own_words(flagged)
    flagged = _with_neighbours(flagged)
    before, after = flagged.text[: flagged.start], flagged.text[flagged.end :]
    if _LEAD_ONLY.fullmatch(before) and re.search(r"\bthat\Z", flagged.words, re.IGNORECASE):
        yield Wording(0, flagged.end, "", "phrase", "safe")
        return
    told = _TOLD_THAT.match(flagged.text)
    if told and flagged.start < told.end():
        yield Wording(0, told.end(), "", "phrase", "review")
        return
    caused = _CAUSED.match(after)
    promised = _PROMISED.match(after, caused.end() if caused else 0)
    if _LEAD_ONLY.fullmatch(before) and re.search("inconvenience", flagged.words, re.IGNORECASE) and promised:
        yield Wording(0, flagged.end + promised.end(), "We ", "clause", "review")
        return
    ends = bool(_ENDING.fullmatch(after) or (_APOLOGY.search(flagged.words) and _WITHIN.fullmatch(after)))
    ends = ends or bool(_AT_THIS_TIME.fullmatch(after))
    if _LEAD_ONLY.fullmatch(before) and ends:
        yield from _whole(flagged)
    elif _LEAD_ONLY.fullmatch(before) and (
        cut := re.match(r"\s*,\s+(?:and\s+|but\s+|so\s+)?(?=(?:we|your|you|the|thanks?|please|our)\b)", after)
    ):
        yield Wording(0, flagged.end + cut.end(), "", "clause", _company(flagged, alone=True))
    elif ends and (joint := _JOINED.search(before)):
        yield Wording(joint.start(), flagged.end + len(after.rstrip(" .!")), "", "clause", "review")


def _with_neighbours(flagged: Flagged) -> Flagged:
    """The flagged words together with those of the same kind beside them: "we understand and we apologise"."""
    first = flagged.sentence.start
    start, end = flagged.start, flagged.end
    spots = [
        (spot.start - first, spot.end - first)
        for spot in flagged.view.spots
        if spot.rule == flagged.finding.rule and spot.sentence.index == flagged.sentence.index
    ]
    for low, high in sorted(spots):
        if low >= end and _BETWEEN.fullmatch(flagged.text[end:low]):
            end = high
    for low, high in sorted(spots, reverse=True):
        if high <= start and _BETWEEN.fullmatch(flagged.text[high:start]):
            start = low
    return replace(flagged, start=start, end=end)


def _whole(flagged: Flagged) -> Iterator[Wording]:
    """The phrase is all of the sentence."""
    is_heard = flagged.finding.entry == "reads-as-hollow"
    if flagged.holds_placeholder or (is_heard and not _FEELS.search(flagged.text)) or _SIGN_OFF.match(flagged.text):
        return
    if _leads_over(flagged.text):
        return
    # The only apology stays, in words that mean it.
    if _is_only_apology(flagged) and (flagged.view.presence.get("action") or _STOCK_APOLOGY.search(flagged.text)):
        if _STOCK_APOLOGY.search(flagged.text) and (flagged.has_company or _others_stay(flagged)):
            what = _CAUSED_BY.search(flagged.text)
            who = "I am" if _OF_ONE.search(flagged.text) else "We are"
            lead = re.match(r"\W*", flagged.text)
            said = f"{lead.group() if lead else ''}{who} sorry about {what['what'] if what else 'this'}."
            yield flagged.whole(said, "review")
        return
    if _is_owed_thanks(flagged):
        return
    if flagged.has_company and not flagged.is_label:
        yield flagged.whole("", "review" if _WISH.search(flagged.text) else _company(flagged))
    elif _others_stay(flagged):
        yield flagged.whole("", "review", spare=True)


def _is_only(flagged: Flagged, courtesy: re.Pattern[str]) -> bool:
    """Whether the sentence apologises, or thanks, and no other does."""
    if not courtesy.search(flagged.text):
        return False
    others = (row for row in flagged.view.analysis.sentences if row.index != flagged.sentence.index)
    return not any(courtesy.search(row.text) for row in others)


def _is_only_apology(flagged: Flagged) -> bool:
    """Whether it apologises, no other sentence does in words of its own, and no stock line before it."""
    if not _APOLOGY.search(flagged.text):
        return False
    others = (row for row in flagged.view.analysis.sentences if row.index != flagged.sentence.index)
    told = [row for row in others if _APOLOGY.search(row.text) and not _NEWS.search(row.text)]
    return not any(row.index < flagged.sentence.index or not _STOCK_APOLOGY.search(row.text) for row in told)


def _is_owed_thanks(flagged: Flagged) -> bool:
    """Whether the sentence thanks alone in a message that turns something down, which would be cold without."""
    is_refusal = any(_TURNED_DOWN.search(row.prose) for row in flagged.view.analysis.message.blocks)
    return is_refusal and _is_only(flagged, _THANKS)


def _others_stay(flagged: Flagged) -> bool:
    """Whether the line is a paragraph of its own, in a message that has more to say than it."""
    if flagged.has_company or flagged.block.kind is not BlockKind.PARAGRAPH:
        return False
    blocks = flagged.view.analysis.message.blocks
    rest = [index for index, row in enumerate(blocks) if row.kind is BlockKind.PARAGRAPH and row is not flagged.block]
    told = [row for index in rest for row in flagged.view.analysis.sentences_of(index) if len(row.text.split()) > 4]
    return len(told) >= _ENOUGH


def _in_own_words(flagged: Flagged) -> Iterator[Wording]:
    """What a stock line says of this reader, said plainly, where it says anything."""
    for pattern, tell in (
        (_HOW_HARD, _hard_to),
        (_HOW_HARD_THIS, _hard_this),
        (_FELT_SHORT, _felt_short),
        (_INTEREST, _applied),
        (_THANKED, _thanked),
        (_AT_WORK, _at_work),
    ):
        match = pattern.match(flagged.text)
        if match and pattern is _INTEREST and not _applied_for(flagged):
            continue
        if match and flagged.touches(match):
            end = match.end()
            yield Wording(match.end("lead"), end, tell(match), "clause", "review")
    striven = _STRIVES.match(flagged.text)
    if striven and not flagged.holds_placeholder:
        who = "I am" if _OF_ONE.search(flagged.text) else "We are"
        yield flagged.whole(f"{striven['lead']}{who} sorry about this.", "safe")
    sorry = _SORRY_IF.match(flagged.text)
    if sorry and not flagged.holds_placeholder:
        told = "I am sorry about this." if sorry["who"] == "I" else "We are sorry about this."
        yield flagged.whole(f"{sorry['lead']}{told}", "review")
    praise = _PRAISE.match(flagged.text) or _SERVED.match(flagged.text) or _courtesy(flagged.text)
    if praise is None or flagged.is_label or flagged.holds_placeholder or not flagged.touches(praise):
        return
    if _is_owed_thanks(flagged):
        return
    idle = flagged.finding.entry == "thanks-in-advance" or _VALUES.match(flagged.text)
    if flagged.has_company and idle:
        yield flagged.whole("", _company(flagged))
    elif flagged.has_company or _others_stay(flagged):
        yield flagged.whole("", "review", spare=True)


def _courtesy(text: str) -> re.Match[str] | None:
    """The whole text, where it thanks or praises and says no more."""
    return None if _TELLS.search(text) or _leads_over(text) else _COURTESY.match(text)


def _leads_over(text: str) -> bool:
    """Whether a comma at its end leads over to who signs."""
    return text.rstrip().endswith(",")


def _applied_for(flagged: Flagged) -> bool:
    """Whether the message shows that the reader applied, and did more than ask."""
    return any(_APPLICATION.search(row.prose) for row in flagged.view.analysis.message.blocks)


def _hard_to(match: re.Match[str]) -> str:
    return f"We know that it is {match['hard'].lower()} to {match['what'].strip()}{_stop(match)}"


def _hard_this(match: re.Match[str]) -> str:
    be = "can be" if match["can"] else "is"
    return f"We know that {match['this'].lower()} {be} {match['hard'].lower()}{_stop(match)}"


def _felt_short(match: re.Match[str]) -> str:
    return f"We are sorry that {match['what']}"


def _applied(match: re.Match[str]) -> str:
    return f"Thank you for applying for {match['what']}"


def _at_work(match: re.Match[str]) -> str:
    return f"We are working {match['what']}{_stop(match)}"


def _thanked(match: re.Match[str]) -> str:
    return f"{capital(match['thanks'].removeprefix('We ').removeprefix('we '))}{_stop(match)}"


def _stop(match: re.Match[str]) -> str:
    return match["stop"] or "."


def _company(flagged: Flagged, *, alone: bool = False) -> Safety:
    """Safe where nothing is lost: idle courtesy, or an apology that another sentence makes with more to say."""
    is_idle = flagged.finding.entry in _IDLE and (
        flagged.finding.entry == _FAREWELL or not _APOLOGY.search(flagged.words)
    )
    if is_idle and flagged.finding.entry != "reads-as-hollow":
        return "safe"
    if flagged.finding.entry == "reads-as-hollow" or alone:
        return "review"
    presence = flagged.view.presence
    return (
        "safe"
        if presence.get("action") and (presence.get("acknowledge") or not _APOLOGY.search(flagged.words))
        else "review"
    )
