"""How many ways the reader can choose from at the main decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.directives.act import Act, ActKind
from empathy_lint.language.directives.layout import Part, Placed
from empathy_lint.language.directives.steps import Ask

# "Reply YES to keep or NO to cancel": a key follows the verb, or joins another key.
_KEYED: Final = re.compile(r"\b(?:reply|text|press|answer|send)\b", re.IGNORECASE)
_KEY: Final = re.compile(
    r"(?:(?:[Rr]eply|REPLY|[Tt]ext|TEXT|[Pp]ress|[Aa]nswer|[Ss]end)(?:\s+with)?|\bor|\bOR|\band|,"
    r"|/)\s*[\"“'‘]?([A-Z]{1,10}|\d)\b(?=[\"”'’]?\s*(?:to\b|for\b|if\b|=|or\b|and\b|,|/|\.|-|$))"
)
_OR: Final = re.compile(r"\bor\b", re.IGNORECASE)
_NO_OUTCOME: Final = frozenset({"STOP", "HELP", "I", "A", "SMS", "ID", "PIN", "END"})
# A way out beside the main one: "If you'd rather leave, …", "If a trip is difficult, …".
_INSTEAD: Final = re.compile(
    r"^(?:if\s+(?:you['’]d|you\s+would|it['’]s|that['’]s)?\s*(?:rather|prefer|easier)|if\b[^,]*\b(?:rather|prefer"
    r"|difficult|easier|hard|can['’]?t|cannot|unable|not\s+possible)\b|alternatively\b|otherwise,?\s+you\s+can"
    r"|or\s+you\s+can|you\s+can\s+also|instead\b)",
    re.IGNORECASE,
)


def choices(rows: Sequence[Placed], acts: Mapping[int, Sequence[Act]], asks: Sequence[Ask], methods: int) -> int:
    """Outcomes offered at the main decision, else the number of methods; 0 when nothing is asked or offered."""
    outcomes = max(_listed(rows), _keywords(rows), _joined(rows, acts))
    if outcomes >= 2:
        return outcomes
    if not asks:
        return 0
    if methods >= 2:
        return methods
    return 1 + _instead(rows, acts)


def _instead(rows: Sequence[Placed], acts: Mapping[int, Sequence[Act]]) -> int:
    """Ways round the main one that the message offers."""
    return sum(
        row.part is Part.BODY and bool(acts.get(row.sentence.index)) and _INSTEAD.search(row.sentence.text) is not None
        for row in rows
    )


def _listed(rows: Sequence[Placed]) -> int:
    counts: dict[int, set[int]] = {}
    for row in rows:
        if row.options is not None:
            counts.setdefault(row.options, set()).add(row.sentence.block)
    return max((len(blocks) for blocks in counts.values()), default=0)


def _keywords(rows: Sequence[Placed]) -> int:
    """The keys to answer with, save the one that ends the messages."""
    keys: set[str] = set()
    for row in rows:
        if row.part is Part.BODY and _KEYED.search(row.sentence.text):
            keys.update(_KEY.findall(row.sentence.text))
    return len(keys - _NO_OUTCOME)


def _joined(rows: Sequence[Placed], acts: Mapping[int, Sequence[Act]]) -> int:
    """ "Rebook or choose a shop": acts that "or" joins in one sentence, the most of any."""
    most = 0
    for row in rows:
        if row.part is not Part.BODY or row.answers:
            continue
        mine = [act for act in acts.get(row.sentence.index, ()) if act.kind in (ActKind.STEP, ActKind.ALTERNATIVE)]
        alternatives = sum(act.kind is ActKind.ALTERNATIVE for act in mine)
        if alternatives:
            most = max(most, alternatives + 1)
        offers = sum(act.kind is ActKind.OFFER for act in acts.get(row.sentence.index, ()))
        if offers >= 2 and _OR.search(row.sentence.text):
            most = max(most, offers)
    return most
