"""Alarming words as what is the case, and what can be kept: "on hold" for "suspended"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.checking.replacements import is_titled, match_case
from empathy_lint.language.inflecting import verb_lemma
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital, cased
from empathy_lint.rewriting.terms import tells_of_appeal
from empathy_lint.rewriting.wordings.holds import is_pause, rests

# What is disconnected or closed is more than on hold, and what will be is announced, not told.
_STOPPED: Final = r"(?<!will\sbe\s)(?<!may\sbe\s)(?:suspended|frozen|blocked|disabled)"
_HELD: Final = re.compile(
    rf"\b(?P<has>(?:has|have|had)\s+(?:now\s+|also\s+)?been\s+(?:now\s+|automatically\s+|temporarily\s+)?)?{_STOPPED}\b(?!\s+by\b)",
    re.IGNORECASE,
)
# Something happens there, and is no state: "to be put on hold", "are automatically put on hold".
_DONE_TO: Final = re.compile(
    r"\b(?:(?:was|were|been|being|to\s+be)\s+(?:\w+ly\s+)?|automatically\s+)\Z"
    r"|\b(?:before|until|unless|once|when)\s+(?:[\w'’-]+\s+){1,3}(?:is|are)\s+\Z",
    re.IGNORECASE,
)
# "We have suspended your account" says who did it.
_ACTIVE: Final = re.compile(r"\s+(?:your|the|our|this|these|all|it|access)\b", re.IGNORECASE)
_NOT_ACCEPTED: Final = re.compile(
    r"\b(?P<what>application|claim|request|appeal|registration|renewal)(?P<middle>\b[^.,;]{0,60}?)\s+"
    r"(?P<has>has|have|was|were)\s+(?P<been>been\s+)?(?:rejected|refused|declined|denied)\b(?P<by>(?=\s+by\b))?(?!\s+by\s+you\b)",
    re.IGNORECASE,
)
_SUCCEEDS: Final = frozenset({"application", "claim", "appeal"})
_WE_REFUSED: Final = re.compile(
    r"\bwe(?P<have>['’]ve|\s+have|)\s+(?:rejected|refused|declined|denied)\s+(?=(?:your|this|the)\s+(?:\w+\s+)?(?:application|claim|request|appeal|registration|renewal)\b)",
    re.IGNORECASE,
)
_THEY_REFUSED: Final = re.compile(
    r"\b(?P<has>has|have)\s+(?:rejected|refused|declined|denied)(?=\s+(?:your|this|the)\s+(?:\w+\s+)?(?:application|claim|request|appeal|registration|renewal|booking)\b)",
    re.IGNORECASE,
)
_REVOKED: Final = re.compile(
    r"\b(?P<what>consent|permission|access|authori[sz]ation)(?P<middle>\s+(?:has\s+been\s+|was\s+|is\s+)?)revoked\b",
    re.IGNORECASE,
)
_FEE: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<fee>an?\s+(?:[\w-]+\s+){0,3}(?:fee|charge))\s+may\s+(?:also\s+)?(?:apply|be\s+(?:charged|added|applied))(?=\s*[.!]?\s*\Z)",
    re.IGNORECASE,
)
_AT_RISK: Final = re.compile(
    r"\b(?P<thing>your\s+(?:[\w'’-]+\s+){1,3}?)(?P<is>is|are)\s+(?:now\s+|currently\s+)?(?:at\s+(?:serious\s+|real\s+)?risk|in\s+jeopardy|in\s+danger)"
    r"(?=\s*(?:[.!;]|\Z))",
    re.IGNORECASE,
)
# What else it harms, behind an "and", could not be made harder to get.
_CREDIT: Final = re.compile(
    r"\b(?<!does )(?<!do )(?:seriously\s+|badly\s+|severely\s+|negatively\s+|adversely\s+)?"
    r"(?:damage|harm|hurt|ruin|affect|impact)\s+your\s+credit(?:\s+(?:history|record|file|report|standing))?"
    r"(?=\s*(?:[.,;:!)]|\Z)|\s+(?:for|if|when|until|unless|because|in|and\s+(?:we|you|it|may|will|can|could|make))\b)",
    re.IGNORECASE,
)
_BREACH: Final = re.compile(
    r"\b(?P<is>is|are|was|were|being|be)\s+(?:also\s+|now\s+|considered\s+(?:to\s+be\s+)?)?(?:a\s+|in\s+)(?:serious\s+|material\s+|clear\s+)?breach\s+of\b",
    re.IGNORECASE,
)
_AVOID_STOP: Final = re.compile(
    r"\b(?P<avoid>(?:in\s+order\s+)?to\s+(?:avoid|prevent)|and\s+avoid)\s+(?:any\s+|an?\s+|further\s+)?"
    r"(?P<stop>disruptions?|interruptions?|disconnection|suspension|cancellation|termination|closure|loss)\s+(?:to|of|in|with)\s+"
    r"(?=(?:your|the|our)\s)",
    re.IGNORECASE,
)
_LOCKED_OUT: Final = re.compile(
    r"\b(?:(?P<avoid>avoid|avoiding)|(?P<prevents>prevents?\s+you\s+from))\s+(?:being|getting|becoming)\s+locked\s+out\s+of\b",
    re.IGNORECASE,
)
_REMOVED: Final = re.compile(
    r"\b(?P<you>you)\s+(?:have|['’]ve|were|are)\s+(?P<also>(?:also|now)\s+)?(?:been\s+)?(?P<also2>(?:also|now)\s+)?removed\s+"
    r"(?:(?P<role>as)|from\s+(?=(?:the|your|our|this)\s+(?:[\w'’-]+\s+){0,3}(?:team|group|organi[sz]ation|list|project|workspace|household)\b))",
    re.IGNORECASE,
)


# A participle with another that says the same of a thing, in any tense and number.
_MILDER: Final = {
    "rescinded": "withdrawn", "deactivated": "turned off",
    "purged": "deleted", "erased": "deleted", "wiped": "deleted", "nullified": "cancelled",
    "recouped": "paid back", "confiscated": "collected and kept",
    "investigated": "looked into",
}  # fmt: skip
_MILD: Final = re.compile(
    rf"\b(?P<been>(?:(?:is|are|was|were|be|been|being|has|have)\s+(?:(?:now|also|currently|automatically|immediately|then)\s+)*)|:\s*|\A\W*)"
    rf"(?P<done>{'|'.join(_MILDER)})\b(?!-)",
    re.IGNORECASE,
)
_DEACTIVATED: Final = re.compile(
    r"\b(?P<has>has|have|was|were|is|are)\s+(?:(?:now|also|been|automatically|currently)\s+)*(?P<done>deactivated)\b(?!\s+by\b)",
    re.IGNORECASE,
)
_OBJECT: Final = re.compile(r"\s+(?:your|the|this|that|these|all|any|its|their|our|an?)\b", re.IGNORECASE)
# What is lent can be withdrawn, what was booked or joined cancelled; of a licence or a key "revoked" is the term.
_LENT: Final = re.compile(
    r"\b(?:access|privileges?|permissions?|rights?|consent|authori[sz]ation|offer|approval|discount)\b[^,;.]{0,40}\Z",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(
    r"\b(?:memberships?|subscriptions?|bookings?|reservations?|tickets?|pass(?:es)?|cards?|plans?)\b[^,;.]{0,40}\Z",
    re.IGNORECASE,
)
_TAKEN_BACK: Final = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|has|have)\s+(?:(?:now|also|automatically|immediately|then)\s+)*|:\s*)(?P<done>revoked)\b(?!-)",
    re.IGNORECASE,
)
_TERMINATED: Final = re.compile(
    r"\b(?P<has>has|have|was|were|is|are|will|may|might|could)\s+(?P<how>(?:now|also|then|automatically|immediately)\s+)?(?P<been>been\s+|be\s+)?"
    r"(?:now\s+|automatically\s+|immediately\s+)?(?:terminated|discontinued)\b(?!\s+(?:by|because))|(?P<label>:\s*|\A\W*)terminated\b",
    re.IGNORECASE,
)
# No account and no booking ends.
_ENDLESS: Final = re.compile(
    r"\b(?:accounts?|profiles?|stores?|shops?|bookings?|reservations?|orders?|appointments?)\W+\Z", re.IGNORECASE
)
_HANGS_ON: Final = re.compile(r"\b(?:if|unless|otherwise|failing|or\s+else)\b", re.IGNORECASE)
_WARNED: Final = re.compile(r"\A(?P<lead>\W*)WARNING(?=\W*\Z)")
_CLOSED: Final = re.compile(
    r"\b(?P<what>(?:accounts?|cases?|files?|claims?|tickets?|requests?|applications?|complaints?))\s+(?P<has>has|have)\s+(?:now\s+)?been\s+closed\b",
    re.IGNORECASE,
)
_FIXED: Final = re.compile(r"\b(?P<be>is|are|was|were)\s+(?:strictly\s+)?non-?negotiable\b", re.IGNORECASE)
_UNDONE: Final = re.compile(
    r"\b(?P<is>is|are|was|were|will\s+be|become|becomes|will\s+become|may\s+become)\s+(?P<now>(?:then|now|permanently|completely)\s+)?"
    r"(?:unrecoverable|irrecoverable|irretrievable)\b",
    re.IGNORECASE,
)
_NOT_DONE: Final = re.compile(
    r"\b(?P<is>(?:is|are|was|were|has\s+been|have\s+been)\s+(?:(?:currently|now|also|automatically|always)\s+)*)(?P<done>rejected|refused)\b"
    r"(?!\s+(?:to|by\s+you|entry|admission|boarding))",
    re.IGNORECASE,
)
_BOUNCED: Final = re.compile(
    r"\b(?P<what>(?:your|the|this)\s+(?:[\w'’-]+\s+){0,2}?(?:payments?|transactions?|direct\s+debits?|transfers?))\s+"
    r"(?P<has>has|have|was|were)\s+(?:been\s+)?(?:declined|rejected|refused|returned\s+unpaid|dishonou?red)\b",
    re.IGNORECASE,
)
_BARRED: Final = re.compile(
    r"\b(?P<is>is|are|will\s+be|been)\s+(?:barred|banned|disqualified|prohibited|debarred)\s+from\s+(?=(?P<doing>[a-z]+ing)\b)",
    re.IGNORECASE,
)
_VOID: Final = re.compile(
    r"\b(?P<is>is|are|was|were|will\s+be|becomes?|will\s+become)\s+(?:null\s+and\s+)?void\b(?!\s+of)", re.IGNORECASE
)


def _inactive(flagged: Flagged) -> Iterator[Wording]:
    """ "Has been deactivated": is no longer active."""
    for match in flagged.matches(_DEACTIVATED):
        told = f"{'are' if match['has'].lower() in ('have', 'were', 'are') else 'is'} no longer active"
        if _OBJECT.match(flagged.text, match.end()):  # somebody has done it to something
            yield Wording(*match.span("done"), "turned off", "word", "review")
            continue
        titled = match["has"][0].isupper() and match["done"][0].isupper()
        yield Wording(*match.span(), told.title() if titled else told, "phrase", "review")


def as_it_is(flagged: Flagged) -> Iterator[Wording]:
    """The alarm in a sentence as plain news."""
    for found in (
        _inactive,
        _held, _not_accepted, _possible, _withdrawn, _attention, _against, _kept, _no_longer, _milder, _states
    ):  # fmt: skip
        yield from found(flagged)


def _change(match: re.Match[str], text: str, safety: Safety) -> Wording:
    if match.group().isupper():
        return Wording(*match.span(), text.upper(), "phrase", safety)
    if is_titled(match.group()):
        return Wording(*match.span(), match_case(text, match.group()), "phrase", safety)
    opens = match.group()[0].isupper() and not re.search(r"\w", match.string[: match.start()])
    return Wording(*match.span(), capital(text) if opens else text, "phrase", safety)


def _held(flagged: Flagged) -> Iterator[Wording]:
    """ "Has been suspended": has been put on hold."""
    for match in flagged.matches(_HELD):
        has = match["has"] or ""
        before = flagged.text[: match.start()]
        was = has or _DONE_TO.search(before)
        # "A suspended card" has the word before its noun, where "on hold" cannot stand.
        word = flagged.word_at(match.end() - 1)
        if (
            word is not None
            and is_pause(flagged, match.group())
            and rests(flagged, match.end() - 1)
            and not word.is_("amod")
            and not re.match(r"\s+(?:out|down)\b", flagged.text[match.end() :])
            and (match["has"] or not _ACTIVE.match(flagged.text[match.end() :]))
        ):
            lasts = has and re.match(r"\s+since\b", flagged.text[match.end() :], re.IGNORECASE)
            yield _change(match, f"{has}{'put ' if was and not lasts else ''}on hold", "review")


def _not_accepted(flagged: Flagged) -> Iterator[Wording]:
    """ "Your application has been rejected": has not been successful, which nobody takes for "not yet"."""
    for match in flagged.matches(_NOT_ACCEPTED):
        how = "successful" if match["what"].lower() in _SUCCEEDS and match["by"] is None else "approved"
        text = f"{match['what']}{match['middle']} {match['has']} not {match['been'] or ''}{how}"
        # Where it can be appealed against, the refusal keeps its name; "not approved" may be read as "not yet".
        sure = how == "successful" and not tells_of_appeal(flagged.view.analysis.message)
        yield _change(match, text, "safe" if sure else "review")
    for match in flagged.matches(_WE_REFUSED):
        yield _change(match, "we have not approved " if match["have"] else "we did not approve ", "review")
    for match in flagged.matches(_THEY_REFUSED):
        yield _change(match, f"{match['has']} not approved", "review")


def _possible(flagged: Flagged) -> Iterator[Wording]:
    """ "A fee may apply": there may be a fee."""
    for match in flagged.matches(_FEE):
        fee = match["fee"][:1].lower() + match["fee"][1:]
        yield Wording(match.end("lead"), match.end(), f"There may be {fee}", "clause", "review")


def _withdrawn(flagged: Flagged) -> Iterator[Wording]:
    """ "Consent revoked": consent withdrawn."""
    for match in flagged.matches(_REVOKED):
        yield Wording(*match.span(), f"{match['what']}{match['middle']}withdrawn", "phrase", "safe")


def _attention(flagged: Flagged) -> Iterator[Wording]:
    """ "Your account is at risk": your account needs your attention. What damages it makes credit harder to get."""
    for match in flagged.matches(_AT_RISK):
        needs = "needs" if match["is"].lower() == "is" else "need"
        yield _change(match, f"{match['thing']}{needs} your attention", "review")
    for match in flagged.matches(_CREDIT):
        yield _change(match, "make credit harder to get", "review")


def _against(flagged: Flagged) -> Iterator[Wording]:
    """ "Is a breach of your lease": is not in line with your lease."""
    for match in flagged.matches(_BREACH):
        if match["is"].lower() in ("is", "are", "was", "were"):
            yield _change(match, f"{match['is']} not in line with", "review")


def _kept(flagged: Flagged) -> Iterator[Wording]:
    """ "To avoid any interruption to your service": to keep your service running."""
    for match in flagged.matches(_AVOID_STOP):
        thing = re.compile(r"(?:your|the|our)\s+(?:\w+\s+)?(?P<noun>services?|account|supply|line|connection)\b").match(
            flagged.text, match.end()
        )
        if thing is None:
            continue
        stays = "open" if thing["noun"] == "account" else "running"
        safety: Safety = "safe" if match["stop"].lower().startswith(("disrupt", "interrupt")) else "review"
        lead = "and keep" if match["avoid"].lower().startswith("and") else "to keep"
        text = f"{lead} {thing.group()} {stays}"
        yield Wording(match.start(), thing.end(), cased(match, text), "phrase", safety)
    for match in flagged.matches(_LOCKED_OUT):
        ing = (match["avoid"] or "").lower() == "avoiding"
        text = ("keeping access to" if ing else "keep access to") if match["avoid"] else "helps you keep access to"
        if match["prevents"] and match["prevents"].lower().startswith("prevent "):
            text = "help you keep access to"
        yield _change(match, text, "safe")


def _no_longer(flagged: Flagged) -> Iterator[Wording]:
    """ "You have been removed as a contributor": you are no longer a contributor."""
    for match in flagged.matches(_REMOVED):
        also = match["also"] or match["also2"] or ""
        yield _change(match, f"{match['you']} are {also}no longer{'' if match['role'] else ' in '}", "review")


def _milder(flagged: Flagged) -> Iterator[Wording]:
    """ "Privileges: revoked": privileges: withdrawn. "Is rejected": is not accepted."""
    yield from _revoked(flagged)
    for match in flagged.matches(_MILD):
        if not re.match(r"\s+(?:by\s+you|because\s+you)\b", flagged.text[match.end() :]):
            word = match["done"]
            if word.lower() == "deactivated" and any(flagged.matches(_DEACTIVATED)):
                continue
            mild = _MILDER[word.lower()]
            titled = mild.title() if match["been"].strip()[:1].isupper() else capital(mild)
            mild = mild.upper() if word.isupper() else titled if word[0].isupper() else mild
            yield Wording(*match.span("done"), mild, "word", "review")
    for match in flagged.matches(_TERMINATED):
        if match["label"] is not None:
            yield Wording(
                match.end("label"), match.end(), "Ended" if match.group()[-10].isupper() else "ended", "word", "review"
            )
        elif not _ENDLESS.search(flagged.text[: match.start()]) and (told := _ended(match)):
            effective = re.match(
                r"\s+effective\s+(?!immediately|from|as\b|on\b)\S", flagged.text[match.end() :], re.IGNORECASE
            )
            if not effective:  # "will end on 5 May" is told elsewhere
                yield _change(match, told, "review")
    for match in flagged.matches(_WARNED):
        yield Wording(match.end("lead"), match.end(), "Please note", "word", "review")
    for match in flagged.matches(_CLOSED):
        yield _change(match, f"{match['what']} {'is' if match['has'].lower() == 'has' else 'are'} now closed", "review")
    for match in flagged.matches(_FIXED):
        yield _change(match, f"{'could' if match['be'].lower().startswith('w') else 'can'}not be changed", "review")
    for match in () if _NOT_ACCEPTED.search(flagged.text) else flagged.matches(_NOT_DONE):
        has = re.match(r"(?:has|have)\b", match["is"], re.IGNORECASE)
        for how in ("accepted", "approved"):
            told = f"{has.group()} not {match['is'][has.end() :].strip()} {how}" if has else f"{match['is']}not {how}"
            yield _change(match, told, "review")


def _revoked(flagged: Flagged) -> Iterator[Wording]:
    """ "Your membership has been revoked": cancelled. "Access was revoked": withdrawn."""
    for match in flagged.matches(_TAKEN_BACK):
        before = flagged.text[: match.start()]
        mild = "cancelled" if _JOINED.search(before) else "withdrawn" if _LENT.search(before) else None
        if mild is not None:
            word = match["done"]
            mild = mild.upper() if word.isupper() else capital(mild) if word[0].isupper() else mild
            yield Wording(*match.span("done"), mild, "word", "review")


def _ended(match: re.Match[str]) -> str | None:
    """ "Has been terminated": has ended. "Will be terminated": will end. None where the helpers make no such form."""
    has, been, how = match["has"].lower(), (match["been"] or "").strip().lower(), match["how"] or ""
    if has in ("has", "have"):
        return f"{has} {how}ended" if been == "been" else None
    if been == "be":
        if _HANGS_ON.search(match.string):
            return None  # a threat that hangs on something stays one, whatever its verb
        return f"{has} {how}end" if has in ("will", "may", "might", "could") else None
    if been or has not in ("was", "were", "is", "are"):
        return None
    return f"{how}ended" if has in ("was", "were") else f"{'has' if has == 'is' else 'have'} {how}ended"


def _states(flagged: Flagged) -> Iterator[Wording]:
    """ "Is unrecoverable": cannot be recovered. "Is void": is no longer valid. "Was declined": did not go through."""
    for pattern, tell in (
        (_UNDONE, _not_recovered),
        (_BOUNCED, _not_through),
        (_VOID, _not_valid),
    ):
        for match in flagged.matches(pattern):
            yield _change(match, tell(match), "review")
    for match in flagged.matches(_BARRED):
        told = f"{match['is']} not allowed to {verb_lemma(match['doing'].lower())}"
        yield Wording(match.start(), match.end() + len(match["doing"]), told, "phrase", "review")


def _not_recovered(match: re.Match[str]) -> str:
    """What becomes so could be recovered before."""
    if match["is"].lower() in ("was", "were"):
        return "could not be recovered"
    return "cannot be recovered" if match["is"].lower() in ("is", "are") else "can no longer be recovered"


def _not_through(match: re.Match[str]) -> str:
    has = match["has"].lower()
    return f"{match['what']} {f'{has} not gone' if has in ('has', 'have') else 'did not go'} through"


def _not_valid(match: re.Match[str]) -> str:
    was = match["is"].lower()
    if was.startswith("will"):
        return "will no longer be valid"
    return f"{ {'becomes': 'is', 'become': 'are'}.get(was, was) } no longer valid"
