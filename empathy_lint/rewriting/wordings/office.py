"""Office language that is a frame and no phrase: "advise us as to whether", "is subject to terms and conditions"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, small
from empathy_lint.rewriting.unforced import is_many

_ADVISE: Final = re.compile(
    r"\b(?P<verb>advise|inform|notify)\s+(?P<who>(?!and\b|or\b|against\b|on\b)[\w'’-]+(?:\s+(?!and\b|or\b)[\w'’-]+){0,2}?)\s+(?:as\s+to\s+)?(?P<what>whether|when|how|why|if)\b",
    re.IGNORECASE,
)
_TERMS: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>(?:the|your|this|our|all|each|every)\b[^,;:]*?)\s+(?:is|are)\s+subject\s+to\s+"
    r"(?P<terms>(?:(?:the|our|these|its|their)\s+)?(?:\w+\s+)?(?:terms(?:\s+(?:and|&)\s+conditions)?|conditions|rules))(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)


_HAS_WRITTEN: Final = (
    r"(?:we\s+(?:write|are\s+writing)|I\s+(?:write|am\s+writing)|this\s+(?:letter|message|email)\s+is)"
)
_ABOUT: Final = (
    r"(?:further\s+to|with\s+(?:reference|regards?|respect)\s+to|in\s+(?:relation|reference|regards?|respect)\s+(?:to|of)"
    r"|in\s+connection\s+with|concerning|regarding)"
)
# The sentence is only about what the letter is about: nothing is told in it, or asked.
_OPENING: Final = re.compile(
    rf"\A(?P<lead>\W*)(?:{_HAS_WRITTEN}\s+{_ABOUT}|(?:we|I)\s+refer\s+to)\s+(?P<what>(?:your|our|the|a|an|this)\s[^;:]+?)(?P<stop>[.\s]*)\Z",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"(?:,|\band)\s+(?:we|I|you|it|wish|would|are|am|write|can|note|regret|must|now|want|will|have|confirm|advise|inform|ask)\b"
    r"|\b(?:to|in\s+order\s+to)\s+(?:inform|advise|confirm|ask|request|let|tell|notify|remind)\b",
    re.IGNORECASE,
)
_AND_TO: Final = re.compile(r"(?P<comma>,?)\s+and\s+to\s+(?=(?:the|your|our|a|an)\b)", re.IGNORECASE)
_RECEIVED: Final = re.compile(
    r"\Ayour\s+(?:recent\s+|kind\s+)?(?:letter|email|e-mail|message|call|phone\s+call|enquiry|inquiry|reply|note)\b",
    re.IGNORECASE,
)
_SUM_OF: Final = re.compile(r"(?<!\bin\s)\bthe\s+(?:sum|amount)\s+of\s+(?=[£$€]\s*\S)", re.IGNORECASE)
_BY: Final = re.compile(
    r"\b(?:no|not)\s+later\s+than\s+(?=\d{1,2}(?:[:.]\d\d|\s*[ap]\.?m\b|(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,})"
    r"|noon\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b|(?:the\s+)?close\s+of\b|the\s+(?:end|date)\b)"
)
_LIABLE: Final = re.compile(
    r"\bshall\s+be\s+liable\s+(?P<to>for\s+(?=(?:the|any|all|this|these|our|such)\b)|to\s+pay\s+)", re.IGNORECASE
)
_DISCRETION: Final = re.compile(
    r"\b(?P<be>is|are|was|were|will\s+be)\s+(?:entirely\s+|solely\s+)?at\s+(?P<who>our|(?:the|your)\s+[\w-]+['’]s)\s+"
    r"(?:sole\s+|absolute\s+|own\s+|complete\s+)*discretion\b",
    re.IGNORECASE,
)
_SHOULD: Final = re.compile(
    r"(?:\A\W*|[,;]\s+(?:and\s+|or\s+)?|\b(?:and|or|but|that)\s+)(?P<should>should)\s+(?P<who>you|we|they|I)\s+"
    r"(?P<not>not\s+)?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_SHOULD_BE: Final = re.compile(
    r"(?:\A\W*|[,;]\s+(?:and\s+|or\s+)?|\b(?:and|or|but|that)\s+)(?P<should>should)\s+"
    r"(?P<who>(?:the|your|our|any|this|that|an?|payment|nothing|it)\b(?:\s+(?!be\b|not\b|have\b)[\w'’-]+){0,4}?)\s+(?P<not>not\s+)?be\b(?!\s+that\b)",
    re.IGNORECASE,
)
_CONCLUDED: Final = re.compile(
    r"\A(?P<lead>\W*)(?:we|I)\s+(?:trust|hope)\s+[^.]*?,?\s+and\s+(?:we\s+|I\s+)?(?:now\s+)?consider\s+(?:the|this)\s+matter\s+"
    r"(?:to\s+be\s+)?(?:now\s+)?(?:concluded|closed|resolved)[.\s]*\Z",
    re.IGNORECASE,
)
# Said at the end of every office letter, and nothing that a reader would miss.
_CLOSING: Final = re.compile(
    r"\A\W*(?:we|I)\s+(?:trust|hope)\s+(?:that\s+)?(?:this|the\s+(?:above|foregoing)(?:\s+information)?|the\s+information(?:\s+(?:above|provided))?)\s+"
    r"(?:now\s+|fully\s+)?(?:clarifies|explains|answers|assists|helps|is\s+(?:helpful|satisfactory|clear|of\s+(?:help|assistance|use))|meets|resolves)"
    r"(?:\s+(?:our|your|the|this|these|any|you|to|with|matter|matters|position|question|questions|query|queries|concern|concerns|issue|requirements"
    r"|approval|situation|further|and))*[.!\s]*\Z",
    re.IGNORECASE,
)
_RECORDS: Final = re.compile(
    r"\A(?P<lead>\W*)according\s+to\s+(?P<whose>our|my)\s+(?:(?:current|latest|most\s+recent|files\s+and)\s+)?records,?\s+(?=(?P<who>you|your|we|the|it|this|no|there|payment)\b)",
    re.IGNORECASE,
)
_COMPELLED: Final = re.compile(
    r"\b(?P<be>am|are|is|were|was|be)\s+(?:left\s+with\s+no\s+(?:choice|option|alternative)\s+but|compelled|constrained|obliged)\s+to\b",
    re.IGNORECASE,
)
_HAVE: Final = {"am": "have", "are": "have", "is": "has", "were": "had", "was": "had", "be": "have"}
_OUTSTANDING: Final = re.compile(
    r"\b(?P<before>(?:new\s+|current\s+)?(?:total|amount|balance|sum)\s+)outstanding\b(?!\s+\w)|\A(?P<lead>\W*)outstanding(?=\s*(?:amount\s*)?[:]?\s*\Z)",
    re.IGNORECASE,
)
_LINE_WITH: Final = re.compile(
    r"\bin\s+(?:line|accordance|keeping|conformity)\s+with\s+(?=(?:our|the|your|this|these|section|article|\w+\s+(?:rules|policy|policies|regulations|law)))",
    re.IGNORECASE,
)


# "This office has been retained to collect", "you are in compliance with the rules".
_RETAINED: Final = re.compile(
    r"\b(?P<has>has|have)\s+been\s+(?:retained|engaged|instructed)\s+to(?=\s+(?:collect|recover|act|represent|pursue|obtain|write)\b)",
    re.IGNORECASE,
)
_IN_COMPLIANCE: Final = re.compile(
    r"\b(?P<be>is|are|be|was|were)\s+in\s+(?:full\s+)?compliance\s+with\b", re.IGNORECASE
)
_KEEPS: Final = {"is": "keeps to", "are": "keep to", "be": "keep to", "was": "kept to", "were": "kept to"}


def in_plain_frames(flagged: Flagged) -> Iterator[Wording]:
    """The frame in everyday words, with all that stands in it."""
    yield from _openings(flagged)
    yield from _closings(flagged)
    yield from phrases(flagged)
    terms = _TERMS.match(flagged.text)
    if terms:
        apply = "apply" if is_many(terms["terms"]) else "applies"
        told = f"{capital(terms['terms'])} {apply} to {small(terms['what'])}{terms['stop']}"
        yield flagged.whole(f"{terms['lead']}{told}", "safe")


def phrases(flagged: Flagged) -> Iterator[Wording]:
    """Frames that are part of a sentence."""
    for match in _ADVISE.finditer(flagged.text):
        if flagged.touches(match):
            tell = "tell" if match["verb"][0].islower() else "Tell"
            yield Wording(*match.span(), f"{tell} {match['who']} {match['what']}", "phrase", "safe")
    for match in _SUM_OF.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(*match.span(), "", "phrase", "safe")
    for match in _BY.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(*match.span(), "by ", "phrase", "safe")
    for match in _LIABLE.finditer(flagged.text):
        if flagged.touches(match):
            pay = "will have to pay for " if match["to"].startswith("for") else "will have to pay "
            yield Wording(*match.span(), pay, "phrase", "review")
    for match in _DISCRETION.finditer(flagged.text):
        if flagged.touches(match):
            who = "us" if match["who"].lower() == "our" else match["who"][:-2]
            yield Wording(*match.span(), f"{match['be']} for {who} to decide", "phrase", "safe")
    yield from _announced(flagged)
    yield from _conditions(flagged)


def _announced(flagged: Flagged) -> Iterator[Wording]:
    """What only says that something is said, or by what right: left out, or in two words."""
    records = _RECORDS.match(flagged.text)
    if records and flagged.touches(records):
        told = f"{'Our' if records['whose'].lower() == 'our' else 'My'} records show that "
        yield Wording(records.end("lead"), records.end(), told, "phrase", "safe")
    for match in flagged.matches(_COMPELLED):
        yield Wording(*match.span(), f"{_HAVE[match['be'].lower()]} to", "phrase", "safe")
    for match in flagged.matches(_OUTSTANDING):
        label = match["before"] is None
        text = f"{match['lead']}Still to pay" if label else f"{match['before']}still to pay"
        yield Wording(*match.span(), text, "phrase", "review")
    for match in flagged.matches(_RETAINED):
        yield Wording(*match.span(), f"{match['has']} been hired to", "phrase", "safe")
    for match in flagged.matches(_IN_COMPLIANCE):
        yield Wording(*match.span(), _KEEPS[match["be"].lower()], "phrase", "safe")
    for match in flagged.matches(_LINE_WITH):
        yield Wording(*match.span(), "Under " if match.group()[0] == "I" else "under ", "phrase", "review")


def _conditions(flagged: Flagged) -> Iterator[Wording]:
    """ "Should you not agree": if you do not agree. "Should payment be late": if payment is late."""
    if flagged.text.rstrip().endswith("?"):
        return
    for match in _SHOULD.finditer(flagged.text):
        who, verb = match["who"], match["verb"].lower()
        be = {"i": "am"}.get(who.lower(), "are")
        deny = "not " if match["not"] else ""
        told = f"{be} {deny}".rstrip() if verb == "be" else f"do not {verb}" if deny else verb
        if flagged.touches(match):
            yield _from(match, f"if {who} {told}")
    for match in _SHOULD_BE.finditer(flagged.text):
        be = "are" if is_many(match["who"]) else "is"
        deny = " not" if match["not"] else ""
        if flagged.touches(match) and not re.search(r"\b(?:and|or)\b", match["who"]):
            yield _from(match, f"if {match['who']} {be}{deny}")


def _from(match: re.Match[str], text: str) -> Wording:
    """The text in place of the match from its "should" on."""
    return Wording(
        match.start("should"), match.end(), capital(text) if match["should"][0] == "S" else text, "phrase", "safe"
    )


def _openings(flagged: Flagged) -> Iterator[Wording]:
    """ "We write further to your letter of 3 May.": thank you for it. "We refer to your claim.": this is about it."""
    match = _OPENING.match(flagged.text)
    if not match or _TELLS.search(match["what"]):
        return
    what = _AND_TO.sub(r"\g<comma> and ", match["what"])
    thanks = _RECEIVED.match(what) and not re.search(r"\bcomplain|\band\b", what, re.IGNORECASE)
    yield flagged.whole(
        f"{match['lead']}{'Thank you for' if thanks else 'This is about'} {what}{match['stop']}", "review"
    )


def _closings(flagged: Flagged) -> Iterator[Wording]:
    """ "We trust that this clarifies our position", left out; the matter that is closed with it stays told."""
    concluded = _CONCLUDED.match(flagged.text)
    if concluded and not flagged.holds_placeholder:
        yield flagged.whole(f"{concluded['lead']}We see this matter as closed.", "review")
    elif (
        _CLOSING.match(flagged.text) and not flagged.holds_placeholder and not flagged.is_label and flagged.has_company
    ):
        yield flagged.whole("", "review")
