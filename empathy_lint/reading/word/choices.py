"""IF fields of Word: two texts of which a letter has one, written in the field's instruction.

    { IF { MERGEFIELD Days } > 30 "Please call us today." "Thank you." }

Word shows the text that it chose last; each reader gets one or the other, so both are read, as branches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.entries import Piece
from empathy_lint.reading.xml_events import Event

_WORD: Final = r"\"[^\"]*\"|[^\s\"<>=]+"
_CHOICE: Final = re.compile(
    rf"\s*IF\s+(?P<left>{_WORD})\s*(?P<sign>=|<>|<=|>=|<|>)\s*(?P<right>{_WORD})\s+\"(?P<yes>[^\"]*)\""
    r"(?:\s+\"(?P<no>[^\"]*)\")?\s*(?:\\\*\s*\w+\s*)*",
    re.IGNORECASE,
)
_SIGNS: Final = {"=": "==", "<>": "!="}
_NAME: Final = re.compile(r"«(\w+)»")
_SYNTAX: Final = re.compile(r"[{}%]")


@dataclass(frozen=True, slots=True)
class Choice:
    """The condition of an IF field as a template would ask it, and the texts for those it holds for and for others."""

    condition: str
    texts: tuple[tuple[Piece, ...], ...]


class Instruction:
    """The instruction of a field, which grows; each of its stretches with its place in the XML of the part."""

    def __init__(self, stretches: Iterable[Piece] = ()) -> None:
        self._stretches = list(stretches)

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(each.text for each in self._stretches)

    def add(self, event: Event) -> None:
        """More of it, as it is written."""
        self._stretches.append(Piece(event.text, event.start, event.end))

    def add_value(self, name: str, event: Event) -> None:
        """A field within the instruction, which stands for a value."""
        self._stretches.append(Piece(f"«{name}»", event.start, event.end))

    def choice(self) -> Choice | None:
        """The choice that an IF field makes; None for any other, and for one that is not understood."""
        match = _CHOICE.fullmatch(self.text)
        if match is None:
            return None
        left, right = _operand(match["left"]), match["right"]
        condition = _SYNTAX.sub(" ", f"{left} {_SIGNS.get(match['sign'], match['sign'])} {_operand(right)}")
        spans = [match.span(name) for name in ("yes", "no") if match[name] is not None]
        return Choice(condition, tuple(tuple(self._within(*span)) for span in spans))

    def _within(self, start: int, end: int) -> Iterator[Piece]:
        """The stretches of a part of the instruction; one that stands for a value, or for an entity, stays whole."""
        at = 0
        for each in self._stretches:
            first, last = max(start - at, 0), min(end - at, len(each.text))
            at += len(each.text)
            if first < last:
                one_to_one = each.end - each.start == len(each.text)
                place = (each.start + first, each.start + last) if one_to_one else (each.start, each.end)
                yield Piece(each.text[first:last], *place)


def codes_of(choice: Choice) -> Sequence[str]:
    """The template code before each text of a choice, and behind the last."""
    between = ("{% else %}",) * (len(choice.texts) - 1)
    return (f"{{% if {choice.condition} %}}", *between, "{% endif %}")


def _operand(word: str) -> str:
    named = _NAME.fullmatch(word.strip('" '))
    return named[1] if named else word if word.strip('"').isdecimal() else f'"{word.strip(chr(34))}"'
