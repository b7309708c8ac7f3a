"""What is charged, told as what there is to pay and where it shows: "There will be a fee of £95", "The November bill
will include our fee", "It comes out of the balance".

Every amount, rhythm and day stays, and so does "may". What hangs on an ask is left to the sanctions, which ask first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, cased, small
from empathy_lint.rewriting.unforced import is_many

_NOUN: Final = r"(?:fees?|charges?|surcharges?|costs?|interest|penalt(?:y|ies)|fines?)"
# No comma but within an amount: what stands before one is another clause.
_WORD: Final = r"[^\s,;:.!?()]+(?:[.,]\d+)*"
_OF: Final = (
    r"(?:\s+of\s+(?:up\s+to\s+)?[^\s\w]?\d(?:[\d.,]*\d)?%?(?:\s*(?:p|pence|euros?|dollars?|pounds?))?"
    r"(?:\s+per\s+\w+|\s+(?:a|each)\s+\w+)?)?"
)
_SUM: Final = rf"(?:(?:{_WORD})\s+){{0,5}}?{_NOUN}\b{_OF}(?:\s+\([^()]*\))?"
_ADDING: Final = r"(?:applied|charged|added|levied|imposed|raised|made|incurred|payable)"
_HOW_OFTEN: Final = (
    r"(?:daily|weekly|monthly|quarterly|yearly|annually|as\s+(?:usual|normal)"
    r"|(?:each|every|per)\s+(?:further\s+|additional\s+)?\w+)"
)
_RAISED: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>an?\s+{_SUM})\s+(?P<will>will|may)\s+(?P<how>(?:therefore|then|also)\s+)?be\s+{_ADDING}(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_AS_USUAL: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>{_SUM})\s+(?P<will>will|may)\s+be\s+{_ADDING}\s+(?P<often>{_HOW_OFTEN})(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_SHOWS: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>(?:(?:an?|our|the|this)\s+)?{_SUM})\s+(?P<will>will|may)\s+(?P<how>then\s+|also\s+|therefore\s+)?"
    r"(?:appear|show|be\s+(?:shown|included|added|put|billed|charged))\s+(?:up\s+)?(?:on|in|to)\s+"
    r"(?P<where>(?:your|the|our)\s+(?:[\w'’-]+\s+){0,3}?(?:bill|invoice|statement))(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_AND_AGAIN: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>an?\s+{_SUM})\s+has\s+(?:now\s+)?been\s+(?:applied|charged|added|levied)\s+and\s+(?P<will>will|may)\s+"
    r"(?:also\s+|again\s+|continue\s+to\s+)?be\s+(?:applied|charged|added|levied)\s+(?:again\s+)?"
    r"(?P<often>weekly|monthly|daily|yearly|annually|(?:each|every)\s+\w+)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_EACH: Final = {
    "daily": "each day",
    "weekly": "each week",
    "monthly": "each month",
    "yearly": "each year",
    "annually": "each year",
}
_TAKEN: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>{_SUM}|(?:the|this|these|any|all)\s+(?:{_WORD}\s+){{0,3}}?(?:overpayments?|amounts?|sums?|shortfall|arrears|loans?)\b{_OF}|[£$€]\d(?:[\d.,]*\d)?)\s+"
    r"(?:(?P<be>is|are)|(?P<will>will|may)(?P<how>\s+(?:then|also))?\s+be)\s+(?:deducted|recovered|recouped|taken|withheld|subtracted)\s+from\s+"
    r"(?P<where>(?:your|the|any|whatever|each|future|every|all|this)\b[^;:!?]*?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_NOW_TAKEN: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>an?\s+{_SUM})\s+now\s+applies\s+and\s+(?:is|will\s+be)\s+(?:taken|deducted)\s+from\s+"
    r"(?P<where>(?:your|the)\b[^;:!?]*?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_STILL: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>{_SUM})\s+(?P<will>will|may)\s+continue\s+to\s+(?:apply|accrue|be\s+(?:applied|added|charged))\s+until\s+"
    r"(?:(?P<bare>settled|paid|cleared)|(?P<until>(?:it|this|the|your)\b[^,;:!?]*?))(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
# What costs something, as a deed: "Cancelling after renewal incurs a fee".
_FOR_DOING: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<do>(?!being|failing|missing|ignoring|including)[A-Z][a-z]+ing\s+(?:[^,;:.!?]*?\s+)?)(?:(?P<will>will|may)\s+)?(?:incurs?|attracts?|carr(?:y|ies))\s+"
    rf"(?P<what>(?:an?\s+)?{_SUM})(?P<stop>[.!]*)\s*\Z",
)
_CHARGED: Final = re.compile(
    r"\byou(?:\s+(?P<will>will|may)|['’]ll)\s+(?P<also>also\s+|then\s+)?be\s+(?:charged|billed)\s+(?P<what>(?:a\s+further\s+|an\s+extra\s+|an\s+additional\s+)?[£$€]\d(?:[\d.,]*\d)?(?:\s+per\s+\w+|\s+an?\s+\w+)?)(?=\s*(?:[.,;!]|\Z|for\b|on\b|if\b|in\b|by\b))",
    re.IGNORECASE,
)
# Less money for the reader, by how much and from when.
_LESS: Final = re.compile(
    r"\b(?P<what>your\s+(?:[\w'’-]+\s+){0,2}?(?:payments?|benefits?|award|pension|wages|pay|allowance|salary|entitlement|grant))\s+(?P<will>will|may)\s+(?:also\s+|then\s+)?be\s+(?:reduced|cut)\s+by\s+"
    r"(?P<much>[£$€]?\d(?:[\d.,]*\d)?%?(?:\s+(?:per|a|each)\s+\w+)?)(?=[\s.,;!]|\Z)",
    re.IGNORECASE,
)
_COLLECTED: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>[£$€]\d(?:[\d.,]*\d)?|(?:the|this)\s+(?:amount|sum|balance|payment))\s+(?:falls\s+to\s+be|is\s+to\s+be|will\s+be)\s+(?:collected|taken|debited)\s+from\s+"
    r"(?P<where>your\s+[^,;:!?]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_HANGS_ON: Final = re.compile(r"\b(?:if|unless|failing|otherwise|or\s+else|without|not)\b", re.IGNORECASE)


def charged_plainly(flagged: Flagged) -> Iterator[Wording]:
    """What is to pay as what there is to pay."""
    for match in _CHARGED.finditer(flagged.text):
        if flagged.touches(match):
            be = "may" if (match["will"] or "").lower() == "may" else "will"
            told = f"there {be} {match['also'] or ''}be {match['what']} to pay"
            yield Wording(*match.span(), cased(match, told), "clause", "review")
    for match in _LESS.finditer(flagged.text):
        if flagged.touches(match):
            told = f"{match['what']} {match['will']} be {match['much']} lower"
            yield Wording(*match.span(), told, "clause", "review")
    if flagged.is_label or _HANGS_ON.search(flagged.text):
        return
    for tell in (_there_will_be, _where_it_shows, _from_what, _for_what):
        yield from (flagged.whole(text) for text in tell(flagged))


def _be(what: str, *, now: bool = False) -> str:
    many = is_many(re.sub(r"\s+(?:of|\().*", "", what))
    return f"{'are' if many else 'is'}{' now' if now else ''}"


def _there_will_be(flagged: Flagged) -> Iterator[str]:
    """ "A charge of £95 will therefore be raised": there will therefore be a charge of £95."""
    if match := _RAISED.match(flagged.text):
        yield f"{match['lead']}There {match['will']} {match['how'] or ''}be {small(match['what'])}{match['stop']}"
    if match := _AS_USUAL.match(flagged.text):
        often = _EACH.get(match["often"].lower(), match["often"])
        yield f"{match['lead']}There {match['will']} be {small(match['what'])} {often}{match['stop']}"
    if match := _AND_AGAIN.match(flagged.text):
        often = _EACH.get(match["often"].lower(), match["often"])
        again = "the same again" if match["will"].lower() == "will" else "perhaps the same again"
        told = f"There {_be(match['what'], now=True)} {small(match['what'])}, and {again} {often}"
        yield f"{match['lead']}{told}{match['stop']}"
    if match := _STILL.match(flagged.text):
        until = match["until"] or f"this is {match['bare'].lower()}"
        yield f"{match['lead']}There {match['will']} still be {small(match['what'])} until {until}{match['stop']}"


def _where_it_shows(flagged: Flagged) -> Iterator[str]:
    """ "Our fee of £45 will appear on the November bill": the November bill will include it."""
    if match := _SHOWS.match(flagged.text):
        told = f"{capital(match['where'])} {match['will']} {match['how'] or ''}include {small(match['what'])}"
        yield f"{match['lead']}{told}{match['stop']}"


def _from_what(flagged: Flagged) -> Iterator[str]:
    """ "Fees are deducted from it": fees come out of it. "£20 falls to be collected": we will collect £20."""
    if match := _TAKEN.match(flagged.text):
        come = "come" if match["will"] or is_many(re.sub(r"\s*\(.*", "", match["what"])) else "comes"
        will = f"{match['will']}{match['how'] or ''} " if match["will"] else ""
        yield f"{match['lead']}{match['what']} {will}{come} out of {match['where']}{match['stop']}"
    if match := _NOW_TAKEN.match(flagged.text):
        told = f"There {_be(match['what'], now=True)} {small(match['what'])}, which comes out of {match['where']}"
        yield f"{match['lead']}{told}{match['stop']}"
    if match := _COLLECTED.match(flagged.text):
        yield f"{match['lead']}We will collect {small(match['what'])} from {match['where']}{match['stop']}"


def _for_what(flagged: Flagged) -> Iterator[str]:
    """ "Cancelling early incurs a fee of £75": there is a fee of £75 for cancelling early."""
    if match := _FOR_DOING.match(flagged.text):
        be = f"{match['will']} be" if match["will"] else _be(match["what"])
        yield f"{match['lead']}There {be} {match['what']} for {small(match['do'].strip())}{match['stop']}"
