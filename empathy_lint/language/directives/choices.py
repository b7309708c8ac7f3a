"""How many ways the reader can choose from at the main decision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from empathy_lint.language.directives.act import Act, ActKind
from empathy_lint.language.directives.layout import Part, Placed
from empathy_lint.language.directives.steps import Ask

_KEYWORD: Final = re.compile(r"\b(?:reply|text|press|answer|send)\b[^.?!]*", re.IGNORECASE)
_KEY: Final = re.compile(r"(?<![\w£$€.])(?:[A-Z]{1,10}|\d)(?![\w.])")
_METHOD: Final = re.compile(r"\b(?:online|by\s+phone|by\s+post|by\s+mail|in\s+person|in\s+the\s+app|by\s+bank\s+transfer|by\s+card|by\s+email|by\s+che(?:que|ck)|direct\s+debit|at\s+(?:any|a|your|the)\s+\w+|(?:call|ring|phone|text)\s)", re.IGNORECASE)


def choices(rows: Sequence[Placed], acts: Mapping[int, Sequence[Act]], asks: Sequence[Ask], methods: int) -> int:
    """Outcomes offered at the main decision, else the number of methods; 0 when nothing is asked or offered."""
    outcomes = max(_listed(rows), _keywords(rows), _joined(rows, acts), 0)
    if outcomes >= 2:
        return outcomes
    if not asks:
        return 0
    return max(methods, 1)


def _listed(rows: Sequence[Placed]) -> int:
    counts: dict[int, set[int]] = {}
    for row in rows:
        if row.options is not None:
            counts.setdefault(row.options, set()).add(row.sentence.block)
    return max((len(blocks) for blocks in counts.values()), default=0)


def _keywords(rows: Sequence[Placed]) -> int:
    """ "Reply 1 to confirm, 2 to move it": the keys to answer with, save the one that ends the messages."""
    keys: set[str] = set()
    for row in rows:
        if row.part is Part.BODY:
            for match in _KEYWORD.finditer(row.sentence.text):
                keys.update(_KEY.findall(match.group()))
    return len(keys - {"STOP", "HELP", "I", "A", "SMS", "ID", "PIN"})


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
    return most
