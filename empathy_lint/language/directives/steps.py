"""How many acts the reader must do, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.analysis import Sentence
from empathy_lint.language.directives.act import Act, ActKind
from empathy_lint.language.directives.layout import Part, Placed
from empathy_lint.language.directives.words import family

# Said twice, they are the same act whatever they are done to.
_WHATEVER_THE_OBJECT: Final = frozenset({"pay", "contact", "tell", "login", "renew", "review", "resubmit"})
_MEANS_NEXT: Final = re.compile(
    r"^(?:(?:please|just|simply|you can do this|to do (?:this|so|that|it))\b,?\s*(?:please\s+)?)*"
    r"(?:click|tap|press|follow|use|visit|go\s+to|head\s+to|scan|log\s+in|sign\s+in|here['’]s\s+how"
    r"|to\s+do\s+(?:this|so|that|it)|open)\b",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    r"\W*(?:yours\s+(?:sincerely|faithfully|truly)|sincerely|(?:(?:kind|best|warm)(?:est)?\s+)?regards|best\s+wishes)\b\W*(?:\w+\W*){0,4}\Z",
    re.IGNORECASE,
)
# What hangs on the sentence before, and asks for nothing where that does not.
_TO_DO_SO: Final = re.compile(
    r"to\s+do\s+(?:so|this|that|it)\b|before\s+(?:you\s+do|doing)(?:\s+(?:so|this|that|it))?\s*,", re.IGNORECASE
)
# One set of details under several names: "update your card", "add a new payment method".
_BILLING: Final = frozenset("card billing method details information payment".split())
_PAPER: Final = frozenset({"", "it", "this", "them", "that", "one"})
_DUE: Final = re.compile(
    r"\b(?:over-?due|past[\s-]due|due|outstanding|arrears|unpaid|owe[sd]?|owing|declined|fail(?:ed|s)?|expire[sd]?"
    r"|expiring|unless|deadline|pending|required|returned|behind|(?:could|did)(?:\s+not|n['’]t)\s+\w+)\b",
    re.IGNORECASE,
)
_SOME_READERS: Final = re.compile(r"\W*(?:if|until|in\s+case)\b", re.IGNORECASE)
_NOT_MINE: Final = re.compile(r"\W*if\s+you\s+did(?:\s+not|n['’]t)\b", re.IGNORECASE)
_RETRY: Final = re.compile(
    r"\byou\s+can\s+(?:now\s+|then\s+)?(?:try\s+again|retry|redo|continue\s+here)\b", re.IGNORECASE
)
_REMEDIES: Final = frozenset({"pay", "renew", "update", "book", "confirm", "choose", "complete"})
_PAYABLE: Final = re.compile(
    r"\b(?:until\s+the\s+following|payments?\s+(?:can|may|should|must)\s+be\s+made|to\s+(?:\w+\s+and\s+)?pay\b"
    r"|unless\b.{0,60}\b(?:paid|received|cleared|settled|made|payment)|payable|pay\s+(?:by|online|at|now|here))\b",
    re.IGNORECASE,
)

# On a button these are verbs, whatever a parser makes of two nouns behind them.
_LABEL: Final = re.compile(
    r"\W*(?P<verb>pay|settle|update|confirm|verify|validate|accept|activate|reactivate|submit|upload|complete|renew|choose"
    r"|select|reset|reinstate|restore|enrol|enroll|register|apply|review)\b(?!\s*$|\s+on\b)",
    re.IGNORECASE,
)
_TIME_TO: Final = re.compile(
    r"\byou\s+have\s+(?:until\s|\d|(?:a|an|one|two|three|four|five|six|seven|ten|fourteen|thirty)\s)[^.;?!]{0,60}?\bto\s+"
    r"(?P<verb>pay|respond|reply|return|send|complete|provide|settle|submit|confirm|renew)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ask:
    """An act that counts, and the sentence that asks for it."""

    sentence: Sentence
    act: Act
    item: bool = False  # stands in a list


def asked(rows: Sequence[Placed], acts: Mapping[int, Sequence[Act]]) -> list[Ask]:
    """The acts that count as steps, in reading order.

    Buttons and headlines repeat what the body asks; they count only where the body asks for nothing.
    """
    letter = rows[: next((number for number, row in enumerate(rows) if _SIGNED.match(row.sentence.text)), None)]
    for part in (Part.BODY, Part.CALL, Part.HEADLINE):
        # What is enclosed behind the signature has asks of its own; they count where the letter has none.
        found = _wanted(letter, acts, part) or _wanted(rows, acts, part)
        if found:
            return found if part is Part.BODY else found[:1]
    return _remedy(rows, acts) or _granted(rows)


def _wanted(rows: Sequence[Placed], acts: Mapping[int, Sequence[Act]], part: Part) -> list[Ask]:
    asks = [ask for ask in _unconditional(rows, acts, part) if _is_earnest(ask.act, part)]
    return _distinct(_without_goals(asks))


def _is_earnest(act: Act, part: Part) -> bool:
    """Whether an act is more than an open door ("Just reply"), and a button more than the way in ("Log in")."""
    if part is not Part.BODY:
        return act.verb not in ("login", "open", "contact", "tell")
    return act.pressing or act.verb not in ("contact", "tell")


def _unconditional(rows: Sequence[Placed], acts: Mapping[int, Sequence[Act]], part: Part) -> Iterable[Ask]:
    for number, row in enumerate(rows):
        # Listed options are ways of doing what the lead-in asks, or offers.
        if row.part is not part or row.answers or row.forbidden or row.options is not None:
            continue
        if _TO_DO_SO.match(row.sentence.text) and number and not _asks(acts.get(rows[number - 1].sentence.index, ())):
            continue
        mine = [act for act in acts.get(row.sentence.index, ()) if act.kind is ActKind.STEP]
        if number and all(act.means for act in mine) and _forbids_reply(acts.get(rows[number - 1].sentence.index, ())):
            continue  # "Do not reply to this email. Use the link above."
        if part is Part.CALL and not mine:
            mine = _on_label(row.sentence)
        following = rows[number + 1] if number + 1 < len(rows) else None
        if (
            following is not None
            and following.item
            and following.part is Part.ASIDE
            and row.sentence.text.endswith(":")
        ):
            continue  # "Protect your account:" and the tips for it
        if following is not None and following.item and row.sentence.text.endswith(":") and following.options is None:
            listed = acts.get(following.sentence.index, ())
            if len(mine) == 1 and any(act.kind is ActKind.STEP for act in listed):
                continue  # "Please do two things:" is spelled out by the items
        yield from (Ask(row.sentence, act, row.item) for act in mine)


def _on_label(sentence: Sentence) -> list[Act]:
    """The act on a button without a sentence's grammar: "Update payment details"."""
    match = _LABEL.match(sentence.text)
    return [Act(ActKind.STEP, family(match["verb"].lower()), "", *match.span("verb"))] if match else []


def _forbids_reply(acts: Iterable[Act]) -> bool:
    return any(act.kind is ActKind.PROHIBITION and act.verb == "contact" for act in acts)


def _asks(acts: Iterable[Act]) -> bool:
    return any(act.kind is ActKind.STEP for act in acts)


def _without_goals(asks: list[Ask]) -> list[Ask]:
    """Without those that other acts serve: "Verify your account. To do so, sign in and upload your ID" asks for two."""
    goals = {goal for ask in asks for goal in ask.act.goals}
    kept = [ask for ask in asks if ask.act.verb not in goals or ask.act.goals]
    result: list[Ask] = []
    for number, ask in enumerate(kept):
        following = kept[number + 1] if number + 1 < len(kept) else None
        if (
            following is not None
            and _leads_to(ask, following)
            and not ask.act.means
            and not ask.item
            and not _is_shared(kept, ask)
        ):
            continue
        result.append(ask)
    return result


def _is_shared(asks: Sequence[Ask], ask: Ask) -> bool:
    """Whether another act is asked for in the same sentence."""
    return sum(each.sentence is ask.sentence for each in asks) > 1


def _leads_to(ask: Ask, following: Ask) -> bool:
    if following.sentence.index == ask.sentence.index:
        return False
    near = following.sentence.index - ask.sentence.index <= 1 or ask.sentence.text.endswith(":")
    return near and _MEANS_NEXT.match(following.sentence.text) is not None


def _distinct(asks: Iterable[Ask]) -> list[Ask]:
    kept: list[Ask] = []
    for ask in asks:
        if not any(_is_same(ask, other) or _are_one_way(ask, other) for other in kept):
            kept.append(ask)
    return kept


def _are_one_way(ask: Ask, other: Ask) -> bool:
    """ "Visit the page and follow the steps": one way to what is asked, whatever it leads over."""
    return ask.sentence is other.sentence and ask.act.means and other.act.means


def _is_same(ask: Ask, asked_before: Ask) -> bool:
    act, other = ask.act, asked_before.act
    if ask.item and asked_before.item and ask.sentence.block != asked_before.sentence.block:
        # The items of a list are acts of their own, unless they say the same.
        return act.verb == other.verb and act.object == other.object != ""
    if act.goals and act.goals == other.goals and ask.sentence is not asked_before.sentence:
        return True
    if act.verb != other.verb:
        return False
    if act.verb == "update" and {act.object, other.object} <= _BILLING:
        return True
    return (
        act.verb in _WHATEVER_THE_OBJECT or act.object == other.object or act.object in _PAPER or other.object in _PAPER
    )


def _granted(rows: Sequence[Placed]) -> list[Ask]:
    """One step where all that is said is how long there is for it: "You have 30 days in which to respond"."""
    for row in rows:
        match = _TIME_TO.search(row.sentence.text) if row.part is Part.BODY else None
        if match:
            return [Ask(row.sentence, Act(ActKind.STEP, family(match["verb"].lower()), "", *match.span()))]
    return []


def _remedy(rows: Sequence[Placed], acts: Mapping[int, Sequence[Act]]) -> list[Ask]:
    """One step where nothing is asked outright, but something is due and the message says how to do it."""
    body = [row for row in rows if row.part in (Part.BODY, Part.HEADLINE)]
    if not any(_DUE.search(row.sentence.text) for row in body if not _NOT_MINE.match(row.sentence.text)):
        return []
    for row in body:
        retry = _RETRY.search(row.sentence.text)
        if retry:
            return [Ask(row.sentence, Act(ActKind.STEP, "pay", "", *retry.span()))]
        some = _SOME_READERS.match(row.sentence.text) or _TO_DO_SO.match(row.sentence.text)
        for act in () if some else acts.get(row.sentence.index, ()):
            if (
                act.kind in (ActKind.OFFER, ActKind.STEP)
                and (act.verb in _REMEDIES or act.kind is ActKind.STEP)
                and not row.answers
            ):
                return [Ask(row.sentence, act)]
        match = _PAYABLE.search(row.sentence.text)
        if match:
            return [Ask(row.sentence, Act(ActKind.STEP, "pay", "", *match.span()))]
    return []
