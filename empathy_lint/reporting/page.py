"""Lines for the terminal that are gathered and written at once: to ask rich for every line took longer than to find
what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

_NOTHING: Final = Text()
_END: Final = Text("\n")


class Page:
    """What is to be drawn next, broken to the width of the terminal; no line of it ends with a space."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = console.width
        self._parts: list[Text] = []
        self.marks_by_colour = console.is_terminal and not console.no_color

    def line(self, text: Text = _NOTHING, indent: int = 0) -> None:
        """A line, or as many as the text takes; an empty one where there is no text."""
        width = max(1, self._width - indent)
        if _has_breaks(text.plain) or cell_len(text.plain) > width:
            for line in text.wrap(self._console, width):
                self._put(line, indent)
        else:
            self._put(text, indent)

    def whole(self, text: Text) -> None:
        """A line that is not broken, however long: of what is to be copied or clicked."""
        if _has_breaks(text.plain):
            text = Text("\n").join(text.wrap(self._console, self._width, overflow="ignore"))
        self._put(text, 0)

    def across(self) -> None:
        """A line from edge to edge."""
        self._put(Text(("-" if self._console.options.ascii_only else "─") * self._width, style="quiet"), 0)

    def drawn(self, drawable: RenderableType, indent: int = 0) -> None:
        """What rich lays out itself: a table, which is as wide as its columns, or a text."""
        options = self._console.options.update(width=max(1, self._width - indent))
        for row in self._console.render_lines(drawable, options, pad=False):
            self._put(Text.assemble(*((part.text, part.style or "") for part in row)), indent)

    def write(self) -> None:
        """Write the lines, and begin anew."""
        if self._parts:
            self._console.print(_Drawn(self._parts), end="", soft_wrap=True)
            self._parts = []

    def _put(self, line: Text, indent: int) -> None:
        if line.plain[-1:].isspace():
            line.rstrip()
        self._parts += (_indent(indent), line, _END) if line else (_END,)


def draw_indented(console: Console, drawable: RenderableType, indent: int) -> None:
    """Draw something at once, set in from the left; no line of it ends with a space."""
    page = Page(console)
    page.drawn(drawable, indent)
    page.write()


@dataclass(frozen=True)
class _Drawn:
    """Lines that rich need not look through for where to break them."""

    parts: Sequence[Text]

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> RenderResult:
        if console.color_system is None:  # no style would show
            yield Segment("".join(part.plain for part in self.parts))
        else:
            yield from Text().join(self.parts).render(console)


@lru_cache
def _indent(width: int) -> Text:
    return Text(" " * width)


def _has_breaks(text: str) -> bool:
    """Whether the text has what rich puts other characters in place of."""
    return "\n" in text or "\t" in text
