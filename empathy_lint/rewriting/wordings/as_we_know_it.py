"""Blame as what the sender did, has or knows: "We have not reached you", "We wrote to you on 3 May", "We have not
found good reason for it". A decision stays as firm as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.rewriting.flagged import Flagged, Wording, cased
from empathy_lint.rewriting.unforced import is_many
from empathy_lint.rewriting.wordings.meetings import IT_SEEMS
from empathy_lint.rewriting.wordings.obligations import ACTS

# By its form, where the tree tears the name of a meeting apart: "your Work Focused Interview".
_MEETING: Final = (
    r"(?:appointment|meeting|session|interview|assessment|hearing|class|lesson|course|review|consultation|screening|check-?up"
    r"|induction|visit|workshop)"
)
_NOT_THERE: Final = re.compile(
    r"\byou\s+(?:(?:also\s+|again\s+)?(?:did\s+not|didn['’]t|failed\s+to|have\s+not|haven['’]t|had\s+failed\s+to|have\s+failed\s+to)\s+(?:attend(?:ed)?|ke(?:ep|pt))|missed)\s+"
    rf"(?P<what>(?:your|the|an?|this|our)\s+(?:[\w'’/-]+\s+){{0,5}}?{_MEETING}\b(?!\s+(?:fee|letter|form|time)))",
    re.IGNORECASE,
)
_DATES: Final = r"(?P<when>(?:(?:\d|[A-Z])[\w'’]*(?:\s+[\w'’]+){0,3}(?:,\s+|\s+and\s+|,\s+and\s+)?)+?)"
_WRITTEN: Final = re.compile(
    rf"\A(?P<lead>\W*)(?i:despite|in\s+spite\s+of|notwithstanding)\s+(?:our|my|the)\s+(?:(?:previous|earlier|two|three|several)\s+)?(?:letters?|e-?mails?|reminders?|notices?|messages?)\s+"
    rf"(?:of|dated|on|from)\s+{_DATES},\s+you\s+(?:(?P<perfect>have\s+(?:still\s+)?(?:not|failed\s+to)|have\s+yet\s+to)|did\s+not|failed\s+to)\s+"
    r"(?:pay|paid|sen[dt]|return(?:ed)?|provided?|submit(?:ted)?)\s+(?P<what>(?:us\s+)?(?:the|your|our|this|any|these|[£$€])[^;:!?]*?)(?P<stop>[.!]*)\s*\Z"
)
_THAT_UNDONE: Final = re.compile(
    r"\b(?P<thing>(?:an?|the|your|this)\s+(?:[\w'’-]+\s+){0,2}?(?P<noun>debts?|bills?|invoices?|fines?|charges?|balance|amounts?|sums?|payments?|forms?|documents?|fees?))\s+"
    r"(?:that|which)\s+you\s+(?:have\s+|had\s+)?(?:failed\s+to|neglected\s+to|not|refused\s+to)\s+(?P<verb>pay|paid|return|returned|settle|settled|complete|completed|send|sent)\b(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_REASON: Final = re.compile(
    r"\byou\s+(?P<have>have|had)?\s*(?P<not>not|did\s+not|failed\s+to)\s+(?P<verb>shown?|demonstrated?|established?|given?|provided?|offer(?:ed)?)\s+(?:us\s+)?(?:with\s+)?"
    r"(?P<what>(?:an?\s+|any\s+)?(?:good|reasonable|valid|sufficient|acceptable|satisfactory)\s+(?:reasons?|causes?|excuses?|grounds?|explanations?|justification|evidence))\b",
    re.IGNORECASE,
)
_EXPLAINED: Final = re.compile(
    r"\byou\s+(?:have\s+not|haven['’]t|have\s+yet\s+to|have\s+failed\s+to)\s+(?:(?P<how>satisfactorily|fully|adequately|sufficiently|properly|clearly)\s+)?explain(?:ed)?\s+"
    r"(?P<what>(?:the|your|this|these|those)\s+(?:[\w'’-]+\s+){0,5}?[\w'’-]+)(?=\s*(?:[.;!]|\Z))",
    re.IGNORECASE,
)
_SUCH: Final = {
    "satisfactorily": "a satisfactory", "fully": "a full", "adequately": "an adequate", "sufficiently": "a sufficient",
    "properly": "a proper", "clearly": "a clear",
}  # fmt: skip
_TIMES: Final = {
    "two": "twice", "three": "three times", "four": "four times", "five": "five times", "several": "several times",
    "numerous": "several times", "many": "several times", "multiple": "several times", "a number of": "several times",
    "various": "several times",
}  # fmt: skip
_OCCASIONS: Final = re.compile(
    rf"\b(?P<who>we|I)\s+(?P<have>have\s+|['’]ve\s+)?(?P<did>asked|written\s+to|wrote\s+to|called|told|reminded|contacted|emailed)\s+you\s+on\s+(?:at\s+least\s+)?(?P<count>{'|'.join(_TIMES)})\s+"
    r"(?:(?:separate|different|previous|distinct)\s+)?occasions\b",
    re.IGNORECASE,
)
_CHOSE: Final = re.compile(
    r"\byou(?:['’]ve|\s+have|\s+had)?\s+(?:(?:repeatedly|simply|clearly|apparently|again|deliberately)\s+)*(?:cho(?:se|sen)|decided|opted|preferred)\s+not\s+to\s+"
    r"(?P<verb>pick\s+up(?:\s+the\s+phone)?|answer(?:\s+(?:the\s+phone|(?:our|my|any\s+of\s+our)\s+calls?))?|reply|respond|call\s+(?:us\s+)?back|get\s+back\s+to\s+us|get\s+in\s+touch)(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_COURTESY: Final = re.compile(
    r"\byou\s+(?:have\s+not|haven['’]t|did\s+not|didn['’]t)\s+(?:even\s+)?(?:had|have|shown|show)\s+(?:us\s+)?(?:the|any)\s+(?:common\s+|basic\s+)?(?:courtesy|decency|manners|grace)\s+(?:to|of)\s+"
    r"(?P<verb>pick(?:ing)?\s+up(?:\s+the\s+phone)?|answer(?:ing)?|reply(?:ing)?|respond(?:ing)?|a\s+reply|call(?:ing)?(?:\s+us)?(?:\s+back)?)(?:\s+(?:once|even\s+once|at\s+all))?(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_NO_CHOICE: Final = re.compile(
    r"\b(?:you(?:\s+have|['’]ve)?\s+(?P<so1>therefore\s+|now\s+|thus\s+)?(?:left|leave|given)\s+us(?:\s+with)?|we\s+(?P<so2>therefore\s+|now\s+)?(?:are\s+(?P<so3>therefore\s+|now\s+)?left\s+with|have(?:\s+been\s+left\s+with)?))\s+"
    r"(?:little|no)\s+(?:other\s+|further\s+)?(?:choice|option|alternative)\s+(?:but|other\s+than|except)\s+to\s+(?=(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
_WRONG: Final = r"(?:incorrect|wrong|incomplete|inaccurate|false|insufficient|invalid|missing)"
_SUPPLIED: Final = re.compile(
    rf"\b(?:due|owing)\s+to\s+(?:the\s+)?(?P<how>{_WRONG}(?:\s+(?:or|and|and/or)\s+{_WRONG})?)\s+(?P<what>(?:\w+\s+)?(?:information|details|data|address|documents?))\s+"
    r"(?:being\s+)?(?:supplied|provided|given|entered|submitted)(?:\s+by\s+(?:you|the\s+(?:consignee|customer|sender|recipient|buyer|applicant|claimant|member|user)))?(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_LEAVING: Final = re.compile(
    r"\A(?P<lead>\W*)by\s+(?:not\s+(?P<doing>[a-z]+ing)|failing\s+to\s+(?P<do>[a-z]+))(?P<rest>(?:\s+[^,;:.!?]*?)?),?\s+you\s+(?:are|['’]re)\s+(?P<leave>leaving|putting)\s+"
    r"(?P<who>(?:your|the|other)\s+[\w'’-]+(?:\s+[\w'’-]+)?|others|yourself)\s+(?P<how>(?:un[a-z]+ed|at\s+(?:serious\s+|greater\s+)?risk|exposed|vulnerable|open|without)\b[^;:!?]*?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_WHO_WE_ARE: Final = re.compile(r"\b(?:if|unless|that|which|whether|when)\s+\Z", re.IGNORECASE)

_SECOND_ACT: Final = re.compile(r"\b(?:and|or|nor|but)\s+(?:did|have|had|has|were|was|do|could|are)\b", re.IGNORECASE)


def as_we_know_it(flagged: Flagged) -> Iterator[Wording]:
    """The blame in the flagged words as what the sender knows."""
    for found in (_written, _not_seen, _not_found, _not_reached, _undone_thing, _steps, _leaving):
        yield from found(flagged)


def _matches(flagged: Flagged, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    return (
        match
        for match in pattern.finditer(flagged.text)
        if flagged.touches(match) and not _WHO_WE_ARE.search(flagged.text[: match.start()])
    )


def _change(match: re.Match[str], text: str) -> Wording:
    return Wording(*match.span(), cased(match, text), "clause", "review")


def _written(flagged: Flagged) -> Iterator[Wording]:
    """ "Despite our letters of 3 and 17 May, you have failed to pay": we wrote to you then. We have not received it."""
    match = _WRITTEN.match(flagged.text)
    if match is None or re.search(r"\b(?:and|or|but|because)\b(?!\s+\d)", match["what"]):
        return
    day = "on" if re.match(r"\d", match["when"]) or re.search(r"\d", match["when"]) else "in"
    received = "We have not received" if match["perfect"] else "We did not receive"
    what = re.sub(r"\Aus\s+", "", match["what"])
    yet = " yet" if match["perfect"] and not re.search(r"\d\s*\Z|\b(?:by|on|within|before)\b", what[8:]) else ""
    yield flagged.whole(f"{match['lead']}We wrote to you {day} {match['when']}. {received} {what}{yet}{match['stop']}")


def _not_seen(flagged: Flagged) -> Iterator[Wording]:
    """ "You did not attend your interview": we did not see you at your interview."""
    for match in _matches(flagged, _NOT_THERE):
        if _SECOND_ACT.search(flagged.text[match.end() :]):
            continue  # it would be ours
        if IT_SEEMS.search(flagged.text[: match.start()]):
            continue
        yield _change(match, f"we did not see you at {match['what']}")


def _not_found(flagged: Flagged) -> Iterator[Wording]:
    """ "You have not shown good reason": we have not found good reason. "You have not explained it": we do not have an
    explanation of it.
    """
    for match in _matches(flagged, _REASON):
        denied = match["not"].lower()
        if denied == "not" and not match["have"]:
            continue
        perfect = bool(match["have"])
        given = match["verb"].lower().startswith(("g", "p", "o"))
        have = "had" if (match["have"] or "").lower() == "had" else "have"
        if given:
            told = f"we {have} not been given" if perfect else "we were not given"
        else:
            told = f"we {have} not found" if perfect else "we did not find"
        yield _change(match, f"{told} {match['what']}")
    for match in _matches(flagged, _EXPLAINED):
        such = _SUCH.get((match["how"] or "").lower(), "an")
        yield _change(match, f"we do not have {such} explanation of {match['what']} yet")
    for match in _matches(flagged, _SUPPLIED):
        details = match["what"].lower()
        if details.endswith("s"):
            told = f"because some of the {match['what']} that we have are {match['how'].lower()}"
        else:
            told = f"because the {match['what']} that we have is {match['how'].lower()}"
        if "missing" not in told:
            yield _change(match, told)


def _not_reached(flagged: Flagged) -> Iterator[Wording]:
    """ "You chose not to pick up": we have not reached you. "On three occasions": three times."""
    for pattern in (_CHOSE, _COURTESY):
        for match in _matches(flagged, pattern):
            by_phone = re.match(r"pick|answer", match["verb"], re.IGNORECASE)
            yield _change(match, "we have not reached you" if by_phone else "we have not heard from you")
    for match in _matches(flagged, _OCCASIONS):
        count = _TIMES[" ".join(match["count"].lower().split())]
        have = match["have"] or ""
        apart = "" if have[:1] in ("'", "’") else " "
        yield _change(match, f"{match['who']}{apart}{have}{match['did']} you {count}")


def _undone_thing(flagged: Flagged) -> Iterator[Wording]:
    """ "A debt that you have failed to pay": a debt that has not been paid."""
    for match in _matches(flagged, _THAT_UNDONE):
        done = inflected(verb_lemma(match["verb"].lower()), "VBN")
        have = "have" if is_many(match["noun"]) else "has"
        yield _change(match, f"{match['thing']} that {have} not been {done}")


def _steps(flagged: Flagged) -> Iterator[Wording]:
    """ "You have left us with no choice but to close it": we have to close it."""
    for match in _matches(flagged, _NO_CHOICE):
        so = (match["so1"] or match["so2"] or match["so3"] or "").lower().replace("thus", "therefore")
        if verb_lemma(match["verb"].lower()) == match["verb"].lower():
            yield _change(match, f"we {so}have to ")


def _leaving(flagged: Flagged) -> Iterator[Wording]:
    """ "By not replying you are leaving her unprotected": please reply, so that she is not left unprotected."""
    match = _LEAVING.match(flagged.text)
    lemma = (match["do"] or verb_lemma(match["doing"].lower())) if match else ""
    if match is None or lemma not in ACTS:
        return
    left = {"leaving": "left", "putting": "put"}[match["leave"].lower()]
    who, be = match["who"], "is"
    if who.lower() == "yourself":
        who, be = "you", "are"
    elif is_many(who):
        be = "are"
    told = f"Please {lemma}{match['rest']}, so that {who} {be} not {left} {match['how']}{match['stop']}"
    yield flagged.whole(f"{match['lead']}{told}")
