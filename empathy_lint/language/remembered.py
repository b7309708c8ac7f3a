"""What was worked out for a text lately, kept within bounds so that memory stays flat in a long run."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


class Remembered(Generic[_Value]):
    """The most recent results by text, at most `size`."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._rows: OrderedDict[str, _Value] = OrderedDict()

    def __contains__(self, text: str) -> bool:
        return text in self._rows

    def put(self, text: str, value: _Value) -> None:
        """Keep a result, and forget the one that was asked for least lately where there are too many."""
        self._rows[text] = value
        self._rows.move_to_end(text)
        if len(self._rows) > self._size:
            self._rows.popitem(last=False)

    def of(self, text: str, work: Callable[[str], _Value]) -> _Value:
        """The result for the text, worked out if it is not known."""
        if text not in self._rows:
            self.put(text, work(text))
        return self.get(text)

    def get(self, text: str) -> _Value:
        """The result for a text that is known."""
        self._rows.move_to_end(text)
        return self._rows[text]
