"""Sanctions that hang on no ask, told as the facts they are: what it costs, until when a thing stays, who has it now.

Every amount, date and possibility stays: what may be charged may be, and what ends on a day is there until that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, small
from empathy_lint.rewriting.unforced import is_many

_COST: Final = (
    r"(?:fees?|charges?|costs?|interest|penalt(?:y|ies)|surcharges?|fines?)"
    r"(?:\s+of\s+(?:up\s+to\s+)?[^\s;:()]*[^\s.,;:()]+)?"
)
_WILL: Final = r"(?:will|may|might|could|can|shall|would)"
# "Legal costs will be added to the balance": the words before them may say whose they are.
_THERE_MAY: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>(?:an?\s+|any\s+)?(?:[\w-]+\s+){{0,3}}?{_COST})\s+(?:may|might|could)\s+(?:also\s+)?"
    r"(?:apply|be\s+(?:charged|applied|imposed|levied|payable|incurred|added))(?=\s*[.!]?\s*\Z)",
    re.IGNORECASE,
)
_INCURS: Final = re.compile(
    rf"(?P<who>\b(?:any|late|all|every|each|missed|returned|failed|unpaid|overdue)\s+(?:[\w-]+\s+){{0,2}}?[\w-]+)\s+(?:(?P<will>will|may|might|could)\s+)?(?:also\s+)?"
    rf"(?:incurs?|attracts?|carry|carries|(?:be|are|is)\s+subject\s+to|result\s+in|lead\s+to)\s+(?P<what>(?:an?\s+)?(?:[\w-]+\s+){{0,3}}?{_COST})",
    re.IGNORECASE,
)
# "A fee of £10 per item applies": the fee is £10 per item. "A £10 fee applies": there is a £10 fee.
_APPLIES: Final = (
    r"\s+(?P<will>will\s+|may\s+)?(?:also\s+)?(?:apply|applies|(?:be|is)\s+(?:payable|charged|applied|levied|imposed|assessed|due|incurred))"
    r"(?P<to>(?:\s+(?:to|for|on)\s+[^,.;:]+)?)(?P<stop>[.!]*)\s*\Z"
)
_FEE_OF: Final = re.compile(
    rf"\A(?P<lead>\W*)an?\s+(?P<what>(?:[\w-]+\s+){{0,4}}?(?:fee|charge|surcharge|penalty|deposit))\s+of\s+(?P<much>[^.;:]*?\d[^;:]*?|[^.;:]+?){_APPLIES}",
    re.IGNORECASE | re.DOTALL,
)
_FEE: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>an?\s+[^\s\w]?\d\S*\s+(?:[\w-]+\s+){{0,4}}?(?:fee|charge|surcharge|penalty|deposit)){_APPLIES}",
    re.IGNORECASE | re.DOTALL,
)
# What may be imposed, without an amount: there may be such a thing.
_IMPOSED: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>(?:an?\s+|any\s+)?(?:further|additional|extra|late|higher|other|administrative|civil|financial)\s+[^,;:.]*?)\s+"
    r"(?P<will>may|might|could)\s+(?:also\s+)?be\s+(?:imposed|applied|levied|assessed|charged|added)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_YOU_PAY: Final = re.compile(
    rf"\byou\s+(?P<will>will|may|might|could)\s+(?P<also>also\s+)?(?:be\s+(?:charged|liable\s+(?:for|to\s+pay))|incur|have\s+to\s+pay)\s+"
    rf"(?P<what>(?:an?\s+|our\s+|the\s+)?(?:[\w-]+\s+){{0,3}}?{_COST})",
    re.IGNORECASE,
)
_HANGS_ON: Final = re.compile(r"\b(?:if|unless|until|failing|otherwise|or|not)\b", re.IGNORECASE)
# How far it comes is the sender's to decide: nobody is told to do something by such an "if".
_COMES_TO_COURT: Final = re.compile(
    r"\bif\s+(?=(?:we|this|it|the\s+(?:case|matter|claim))\s+(?:do(?:es)?\s+|has\s+to\s+|have\s+to\s+)?(?:proceeds?|goes|go)\s+to\s+court\b)",
    re.IGNORECASE,
)
_DAY: Final = r"(?P<when>on|after|from)\s+(?P<day>[^,;:]+?)(?P<stop>[.!]*)\s*\Z"
_CLOSES_ON: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>(?:your|the|this|these)\s+(?:[\w'’-]+\s+){{0,3}}?(?P<noun>accounts?|cases?|claims?|applications?|tickets?|requests?))\s+"
    rf"will\s+(?:then\s+|automatically\s+)?be\s+(?:automatically\s+)?closed\s+{_DAY}",
    re.IGNORECASE | re.DOTALL,
)
_DELETED_ON: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>(?:your|the|this|these|all|any)\s+(?:[\w'’-]+\s+){0,4}?[\w'’-]+)\s+"
    rf"(?:will\s+(?:then\s+|automatically\s+)?be|(?:is|are)\s+(?:now\s+|currently\s+)?(?:scheduled|set|due)\s+(?P<for>to\s+be|for)?)\s*"
    rf"(?P<good>permanently\s+)?(?:deleted|deletion|removed|removal|purged)\s+{_DAY}",
    re.IGNORECASE | re.DOTALL,
)
_LOSE_ON: Final = re.compile(
    rf"\A(?P<lead>\W*)you\s+will\s+(?:then\s+)?(?:lose|no\s+longer\s+have)\s+access\s+to\s+(?P<what>[^,;:]+?)\s+{_DAY}",
    re.IGNORECASE | re.DOTALL,
)
_SPAN: Final = re.compile(
    r"(?:the\s+)?(?:\d+|\w+)\s+(?:(?:working|business|calendar)\s+)?(?:days?|weeks?|months?|hours?)\Z", re.IGNORECASE
)
_ON_ACCOUNT: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>an?\s+(?:[^\s\w]?\d\S*\s+)?(?:[\w-]+\s+){0,4}?(?:fee|charge|surcharge)(?:\s+of\s+[^,;:]*?\d[^\s,;:]*)?)\s+"
    r"(?P<will>will|may)\s+(?:also\s+)?be\s+(?:added|applied|charged)\s+to\s+(?P<to>your\s+(?:[\w-]+\s+){0,2}?(?:account|bill|invoice|statement))"
    r"(?P<rest>(?:\s+(?:on|in|for)\s+[^,;:.]+)?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_FORFEITED: Final = re.compile(
    r"\b(?P<what>your\s+(?:[\w-]+\s+){0,2}?(?:deposit|fee|payment|money|prepayment|down\s+payment))\s+(?P<will>will|may|might|could)\s+be\s+forfeited\b",
    re.IGNORECASE,
)
_LIABLE: Final = re.compile(
    r"\byou\s+(?P<will>will|may|might|could)\s+(?P<also>also\s+)?be\s+(?:held\s+)?(?:personally\s+|fully\s+)?(?:liable|responsible)\s+for\s+"
    r"(?P<what>(?:any|all|the)\s+(?:[\w-]+\s+){0,3}?(?:damage|loss(?:es)?|repairs?|shortfall|replacement)\b)",
    re.IGNORECASE,
)
_DUE: Final = re.compile(
    r"\b(?P<will>will|shall|may)\s+(?P<how>(?:then\s+|immediately\s+|also\s+)*)become\s+(?:immediately\s+)?(?:due\s+and\s+)?payable\b",
    re.IGNORECASE,
)
# What dissatisfied readers may make use of is theirs.
_OFFERED: Final = re.compile(
    r"\A(?P<lead>\W*)should\s+you\s+(?P<if>[^,]+),\s+(?P<what>[^,;:]+?)\s+(?:may|can)\s+be\s+(?:invoked|used|requested|sought|lodged|instigated|pursued)(?P<rest>[^,;:]*?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_AT_RISK: Final = re.compile(
    r"\b(?P<what>(?:your|the|this)\s+(?:[\w'’-]+\s+){1,3}?)(?P<is>is|are)\s+(?:now\s+|currently\s+)?(?:at\s+risk|in\s+danger)\s+of\s+"
    r"(?:being\s+)?(?P<what2>suspended|suspension|closed|closure|disabled|deactivated|deactivation|cancelled|cancellation|removed|removal|deleted|deletion)\b",
    re.IGNORECASE,
)
_NOUNS: Final = {
    "suspension": "suspended", "closure": "closed", "deactivation": "deactivated", "cancellation": "cancelled",
    "removal": "removed", "deletion": "deleted",
}  # fmt: skip
_NOW_WITH: Final = re.compile(
    r"\A(?P<lead>\W*)(?:(?:we|I)\s+have\s+(?:now\s+)?(?:passed|referred|transferred|handed|sent|assigned|sold)\s+(?P<one>(?:your|the|this)\s+(?:\w+\s+)?(?:account|debt|balance|case|file|matter))"
    r"|(?P<two>(?:your|the|this)\s+(?:\w+\s+)?(?:account|debt|balance|case|file|matter))\s+(?:has|have)\s+(?:now\s+)?been\s+(?:passed|referred|transferred|handed|sent|assigned|sold))"
    r"\s+(?:on\s+|over\s+)?to\s+(?P<who>(?:an?|our|the)\s+(?:[\w-]+\s+){0,4}?(?:agency|agents?|department|team|company|partners?|solicitors?|lawyers?|collectors?))(?P<rest>[^,;:]*?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_SOON_WITH: Final = re.compile(
    r"\A(?P<lead>\W*)(?:(?:we|I)\s+will\s+(?:then\s+)?(?:pass|refer|transfer|hand|send|assign)\s+(?P<one>(?:your|the|this)\s+(?:\w+\s+)?(?:account|debt|balance|case|file|matter))"
    r"|(?P<two>(?:your|the|this)\s+(?:\w+\s+)?(?:account|debt|balance|case|file|matter))\s+will\s+(?:then\s+)?be\s+(?:passed|referred|transferred|handed|sent|assigned|sold))"
    r"\s+(?:on\s+|over\s+)?to\s+(?P<who>(?:an?|our|the)\s+(?:[\w-]+\s+){0,4}?(?:agency|agents?|department|team|company|partners?|solicitors?|lawyers?|collectors?))"
    r"(?P<rest>(?:\s+(?:on|after|from)\s+[^,;:]+?)?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_DEDUCTED: Final = re.compile(
    r"\A(?P<lead>\W*)(?:(?P<one>(?:the|any|all|this|these)\s+[^,;:]*?|[£$€]\S+)\s+(?P<will>will|may)\s+be\s+deducted|we\s+(?P<will2>will|may)\s+deduct\s+(?P<two>[^,;:]+?))\s+"
    r"from\s+(?P<what>your\s+[^,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_CHARGED_ON: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>(?:an?\s+|late\s+payment\s+)?{_COST}(?:\s+at\s+[^\s,;:]+)?)\s+(?P<will>will|may)\s+be\s+(?:charged|added|applied|payable|levied)\s+(?P<on>(?:on|for)\s+"
    r"(?!your\b)[^,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_REQUIRES: Final = re.compile(
    r"\A(?P<lead>[\W_]*)(?:(?P<under>under\s+[^,]+),\s+)?(?P<who>(?:the|our|your)\s+(?:[\w'’-]+\s+){0,2}?[\w'’-]+|we)\s+(?P<may>may|can|will)\s+(?P<do>(?:refuse|reject|cancel|suspend|revoke|withdraw|close|decline)\b[^,.;:]*?)"
    r"\b(?P<thing>(?:an?|the|your|any)\s+(?:\w+\s+)?(?P<noun>registration|application|licen[cs]e|permit|claim|account|request|booking|order))\s+"
    r"if\s+(?:it|the\s+(?P<same>\w+))\s+(?:does\s+not|doesn['’]t|fails\s+to)\s+(?P<meet>meet|satisfy|follow|include|contain|comply\s+with)\s+(?P<rule>[^;:?]+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# What is refused is the registration, what is looked at the application.
_REFUSES: Final = re.compile(
    r"\A(?P<lead>[\W_]*)(?:(?P<under>under\s+[^,]+),\s+)?(?P<who>(?:the|our|your)\s+(?:[\w'’-]+\s+){0,2}?[\w'’-]+|we)\s+(?P<may>may|can|will)\s+"
    r"refuse\s+to\s+(?P<do>(?:grant|issue|renew|approve)\s+(?:(?:an?|the|your)\s+)?[\w-]+)\s+"
    r"if\s+(?P<thing>(?:the|your)\s+(?:\w+\s+)?(?:application|claim|request))\s+(?:does\s+not|doesn['’]t|fails\s+to)\s+(?P<meet>meet|satisfy|follow|include|contain|comply\s+with)\s+(?P<rule>[^;:?]+?)(?P<stop>[.!*_]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_STILL_LOCKED: Final = re.compile(
    r"\b(?P<what>(?:your|the|this)\s+(?:[\w'’-]+\s+)?(?:account|profile))\s+(?:will\s+remain|remains|will\s+stay|stays)\s+(?:locked|blocked|disabled|deactivated|suspended|frozen)\b(?=\s*(?:[.!]|\Z))",
    re.IGNORECASE,
)
_LOCKED: Final = re.compile(
    r"\b(?P<what>(?:your|the|this)\s+(?:[\w'’-]+\s+)?(?P<noun>account|profile))\s+(?P<is>is|has\s+been|was)\s+(?:now\s+|currently\s+)?(?P<for>temporarily\s+)?(?:locked|blocked)\b(?!\s+(?:by|out|from))",
    re.IGNORECASE,
)
# "For 24 hours" says how long; "for security reasons" says why.
_HOW_LONG: Final = re.compile(
    r"\s+(?:until|till|for\s+(?:\d|\S*[{<%]|an?\b|the\s+next|(?:one|two|three|several)\b))", re.IGNORECASE
)
_FORWARD: Final = re.compile(
    r"\A(?P<lead>\W*)(?:we|I)\s+(?:look\s+forward\s+to\s+(?:receiving|getting)|expect(?:\s+to\s+receive)?)\s+(?:your|full|the)\s+(?P<what>payment|reply|response)\s+"
    r"(?P<when>(?:within|by|before)\s+[^,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ASKS: Final = {"payment": "pay", "reply": "reply", "response": "reply"}


def as_plain_fact(flagged: Flagged) -> Iterator[Wording]:
    """The sanction as a fact that stands alone."""
    yield from _costs(flagged)
    for found in (_on_you, _until, _at_risk, _now_with, _required, _locked, _due, _offered):
        yield from found(flagged)


def asked_plainly(flagged: Flagged) -> Iterator[Wording]:
    """ "We look forward to your payment within 14 days": please pay within 14 days."""
    match = _FORWARD.match(flagged.text)
    if match:
        text = f"{match['lead']}Please {_ASKS[match['what'].lower()]} {match['when']}{match['stop']}"
        yield Wording(0, match.end(), text, "sentence", "review")
        if match["what"].lower() == "payment":  # where one more ask would come late
            fact = f"{match['lead']}Your payment is due {match['when']}{match['stop']}"
            yield Wording(0, match.end(), fact, "sentence", "review", spare=True)


def _change(match: re.Match[str], text: str, start: int | None = None) -> Wording:
    opens = match.group().lstrip()[:1].isupper() if start is None else True
    return Wording(
        match.start() if start is None else start, match.end(), capital(text) if opens else text, "clause", "review"
    )


def _costs(flagged: Flagged) -> Iterator[Wording]:
    """ "You may be charged a fee": there may be one."""
    if _HANGS_ON.search(_COMES_TO_COURT.sub("", flagged.text)):
        return
    alone = _THERE_MAY.match(flagged.text)
    if alone:
        yield _change(alone, f"There may be {small(alone['what'])}", alone.end("lead"))
    imposed = _IMPOSED.match(flagged.text)
    if imposed and not alone:
        yield flagged.whole(f"{imposed['lead']}There {imposed['will']} be {small(imposed['what'])}{imposed['stop']}")
    yield from _fees(flagged)
    for match in _INCURS.finditer(flagged.text):
        if flagged.touches(match):
            will = (match["will"] or "will").lower()
            be = "is" if will == "will" else f"{will} be"
            yield _change(match, f"for {small(match['who'])} there {_be(be, match['what'])} {match['what']}")
    for match in _YOU_PAY.finditer(flagged.text):
        if flagged.touches(match):
            be = "is" if match["will"].lower() == "will" else f"{match['will'].lower()} be"
            be = _be(be, match["what"])
            if match["also"]:
                be = be.replace(" be", " also be") if " be" in be else f"{be} also"
            # "In the form of court costs" goes on with the cost.
            more = re.match(r"\s+(?:in|at|on|for|as)\b", flagged.text[match.end() :])
            yield _change(match, f"there {be} {match['what']}{'' if more else ' to pay'}")


def _on_you(flagged: Flagged) -> Iterator[Wording]:
    """ "Will be added to your account": will be on it. "Will be forfeited": you will not get it back."""
    match = _ON_ACCOUNT.match(flagged.text)
    if match:
        told = f"There {match['will']} be {small(match['what'])} on {match['to']}{match['rest']}{match['stop']}"
        yield flagged.whole(f"{match['lead']}{told}")
    out = _DEDUCTED.match(flagged.text)
    if out and not _HANGS_ON.search(flagged.text):
        what, will = out["one"] or out["two"], out["will"] or out["will2"]
        yield flagged.whole(f"{out['lead']}{capital(what)} {will} come out of {out['what']}{out['stop']}")
    charged = _CHARGED_ON.match(flagged.text)
    if charged and not _HANGS_ON.search(flagged.text):
        be = "is" if charged["will"].lower() == "will" else "may be"
        told = f"There {_be(be, charged['what'])} {small(charged['what'])} {charged['on']}{charged['stop']}"
        yield flagged.whole(f"{charged['lead']}{told}")
    for found in _FORFEITED.finditer(flagged.text):
        if flagged.touches(found):
            yield _change(found, f"you {found['will']} not get {small(found['what'])} back")
    for found in _LIABLE.finditer(flagged.text):
        if flagged.touches(found):
            yield _change(found, f"you {found['will']} {found['also'] or ''}need to pay for {found['what']}")


def _fees(flagged: Flagged) -> Iterator[Wording]:
    """What it costs: "The booking fee is £10 per seat", "There is a £10 booking fee"."""
    match = _FEE_OF.match(flagged.text)
    if match and not match["to"] and (match["will"] or "").strip().lower() != "may":
        be = "will be" if match["will"] else "is"
        yield flagged.whole(f"{match['lead']}The {match['what']} {be} {match['much']}{match['stop']}")
    match = _FEE.match(flagged.text)
    if match and not match["to"].lower().startswith(" on"):
        will = (match["will"] or "").strip().lower()
        be = f"{will} be" if will else "is"
        to = re.sub(r"\A\s+to\b", " for", match["to"])
        yield flagged.whole(f"{match['lead']}There {be} {small(match['what'])}{to}{match['stop']}")


def _be(be: str, what: str) -> str:
    return "are" if be == "is" and is_many(re.sub(r"\s+of\s.*", "", what)) else be


def _until(flagged: Flagged) -> Iterator[Wording]:
    """ "Will be closed on 4 May": stays open until 4 May, and then closes."""
    if _HANGS_ON.search(flagged.text):
        return
    match = _CLOSES_ON.match(flagged.text)
    if match:
        stays, closes = ("stay", "close") if is_many(match["what"]) else ("stays", "closes")
        yield flagged.whole(
            f"{match['lead']}{match['what']} {stays} open {_time(match)}, and then {closes}{match['stop']}"
        )
    match = _DELETED_ON.match(flagged.text)
    if match and not re.search(r"\b(?:as|because|when|from|by|due|owing|after)\b", match["day"]):
        kept = "are kept" if is_many(match["what"]) else "is kept"
        good = "permanently " if match["good"] else ""
        yield flagged.whole(
            f"{match['lead']}{match['what']} {kept} {_time(match)} and then {good}deleted{match['stop']}"
        )
    match = _LOSE_ON.match(flagged.text)
    if match and match["when"].lower() != "from":
        yield flagged.whole(f"{match['lead']}You have access to {match['what']} {_time(match)}{match['stop']}")


def _due(flagged: Flagged) -> Iterator[Wording]:
    """ "Will then become payable": will then be due."""
    for match in _DUE.finditer(flagged.text):
        if flagged.touches(match) and not _HANGS_ON.search(flagged.text):
            yield _change(match, f"{match['will']} {match['how']}be due")


def _offered(flagged: Flagged) -> Iterator[Wording]:
    """ "Should you be dissatisfied, the procedure may be invoked": if you are dissatisfied, you can use it."""
    match = _OFFERED.match(flagged.text)
    if match:
        state = re.sub(r"\Abe\b", "are", match["if"])
        yield flagged.whole(
            f"{match['lead']}If you {state}, you can use {small(match['what'])}{match['rest']}{match['stop']}"
        )


def _time(match: re.Match[str]) -> str:
    return f"for {match['day']}" if _SPAN.match(match["day"]) else f"until {match['day']}"


def _at_risk(flagged: Flagged) -> Iterator[Wording]:
    """ "Is at risk of being closed": needs your attention so that it is not closed."""
    for match in _AT_RISK.finditer(flagged.text):
        many = match["is"].lower() == "are"
        done = _NOUNS.get(match["what2"].lower(), match["what2"].lower())
        need, it_is = ("need", "they are") if many else ("needs", "it is")
        yield _change(match, f"{match['what']}{need} your attention so that {it_is} not {done}")


def _now_with(flagged: Flagged) -> Iterator[Wording]:
    """ "Your account has been passed to our legal team": our legal team now handles your account."""
    match = _NOW_WITH.match(flagged.text)
    if match:
        verb = "handle" if is_many(match["who"]) else "handles"
        told = f"{capital(match['who'])} now {verb} {small(match['one'] or match['two'])}{match['rest']}{match['stop']}"
        yield flagged.whole(f"{match['lead']}{told}")
    soon = _SOON_WITH.match(flagged.text)
    if soon and not _HANGS_ON.search(flagged.text):
        takes = "take" if is_many(soon["who"]) else "takes"
        told = f"{soon['who']} {takes} over {small(soon['one'] or soon['two'])}{soon['rest']}{soon['stop']}"
        yield flagged.whole(f"{soon['lead']}The next step is that {small(told)}")


def _required(flagged: Flagged) -> Iterator[Wording]:
    """ "They may cancel a permit if it does not meet the rules": a permit has to meet the rules. Otherwise they may."""
    refused = _REFUSES.match(flagged.text)
    if refused:
        under = f"{refused['under']}, " if refused["under"] else ""
        needs = capital(f"{under}{small(refused['thing'])} has to {refused['meet']} {refused['rule']}")
        step = f"{small(refused['who'])} {refused['may']} decide not to {refused['do']}{refused['stop']}"
        yield flagged.whole(f"{refused['lead']}{needs}. Otherwise, {step}")
    match = _REQUIRES.match(flagged.text)
    if match is None or (match["same"] and match["same"].lower() != match["noun"].lower()):
        return
    under = f"{match['under']}, " if match["under"] else ""
    step = f"{match['do'].rstrip()} it" if re.fullmatch(r"\w+(?:\s+or\s+\w+)?\s*", match["do"]) else ""
    if not step and re.fullmatch(r"refuse\s+to\s+grant\s+(?:an?|the)\s+renewal\s+of\s*", match["do"]):
        step = "decide not to renew it"
    if step:
        needs = capital(f"{under}{small(match['thing'])} has to {match['meet']} {match['rule']}")
        yield flagged.whole(
            f"{match['lead']}{needs}. Otherwise, {small(match['who'])} {match['may']} {step}{match['stop']}"
        )


def _locked(flagged: Flagged) -> Iterator[Wording]:
    """ "Your account is temporarily locked": you cannot use your account for now."""
    for match in _LOCKED.finditer(flagged.text):
        lasts = _HOW_LONG.match(flagged.text, match.end())
        if flagged.touches(match) and not flagged.is_label:
            when = "" if lasts else "for now" if match["for"] else "at the moment"
            yield _change(match, f"you cannot use {small(match['what'])} {when}".rstrip())
    for match in _STILL_LOCKED.finditer(flagged.text):
        if flagged.touches(match) and not flagged.is_label:
            yield _change(match, f"you still cannot use {small(match['what'])}")
