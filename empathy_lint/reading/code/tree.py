"""Source code as a syntax tree, with places in code points.

The trees are tree-sitter's, which go on after a mistake in the code; it counts bytes, and a message counts code points.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

# Language, and the module and function of its grammar.
GRAMMARS: Final = {
    "php": ("tree_sitter_php", "language_php"),
    "python": ("tree_sitter_python", "language"),
    "ruby": ("tree_sitter_ruby", "language"),
    "tsx": ("tree_sitter_typescript", "language_tsx"),
}
# A bare "&" in a text of JSX: the grammar knows only entities there. To it, all else that one "&" is a "|" is as well.
_BARE_AMPERSAND: Final = re.compile(r"(?<!&)&(?!&|#?\w{1,31};)")


class Tree:
    """The tree of a source in one of the languages of GRAMMARS; `tsx` is all JSX, with types or without."""

    def __init__(self, language: str, text: str) -> None:
        plain = _BARE_AMPERSAND.sub("|", text) if language == "tsx" else text
        data = plain.encode("utf-8", "replace")  # half characters become one byte, as they are one code point
        self.language = language
        self.text = text
        self.root: Node = _parser(language).parse(data).root_node
        self._starts = None if len(data) == len(text) else _starts_of_characters(text)

    def start(self, node: Node) -> int:
        """Where a node begins, in code points."""
        return self._offset(node.start_byte)

    def end(self, node: Node) -> int:
        """Where a node ends, in code points."""
        return self._offset(node.end_byte)

    def code(self, node: Node | None) -> str:
        """The code of a node; nothing of none."""
        return "" if node is None else self.text[self.start(node) : self.end(node)]

    def nodes(self) -> Iterator[Node]:
        """All nodes with a name, in the order of the source; walked without recursion, however deep the code."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.named_children)

    @cached_property
    def heredocs(self) -> dict[int, Node]:
        """The bodies of Ruby's heredocs by the byte at which each is announced: they follow in the same order."""
        announced: list[int] = []
        bodies = {}
        for node in self.nodes():
            if node.type == "heredoc_beginning":
                announced.append(node.start_byte)
            elif node.type == "heredoc_body" and announced:
                bodies[announced.pop(0)] = node
        return bodies

    def mistake(self) -> Node | None:
        """The first node that is no code of the language; None where all of it is."""
        node: Node | None = self.root
        while node is not None and not (node.is_error or node.is_missing):
            node = next((child for child in node.children if child.has_error or child.is_missing), None)
        return node

    def _offset(self, byte: int) -> int:
        return byte if self._starts is None else bisect.bisect_left(self._starts, byte)


def _starts_of_characters(text: str) -> list[int]:
    """The byte at which each character begins, and the one behind the last."""
    return list(accumulate((len(sign.encode("utf-8", "replace")) for sign in text), initial=0))


@lru_cache(maxsize=4)
def _parser(language: str) -> Parser:
    from tree_sitter import Language, Parser

    module, function = GRAMMARS[language]
    return Parser(Language(getattr(import_module(module), function)()))
