"""Catalogues written as arrays of PHP, as Laravel and Symfony keep them: `return ['overdue' => ['subject' => '…']];`"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from empathy_lint.errors import Problem
from empathy_lint.limits import raised
from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.code.entries import mistakes_in
from empathy_lint.reading.code.expressions import named_by_colon, words_of
from empathy_lint.reading.code.literals import LITERALS, literal_of, pieces_of
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.entries import Entries
from empathy_lint.reading.message import Source

if TYPE_CHECKING:
    from tree_sitter import Node

_ARRAY: Final = "array_creation_expression"
_RETURN: Final = "return_statement"
_BROKEN: Final = "ERROR"
_ELEMENT: Final = "array_element_initializer"
# What may stand before the array: comments and declarations, each with one beginning and one end, so that nothing is
# tried in two ways.
_CATALOGUE: Final = re.compile(
    r"\s*<\?php\b(?:\s|(?://|#)[^\r\n]*[\r\n]|/\*(?:[^*]|\*(?!/))*\*/|(?:declare|namespace|use)\b[^;]*;)*"
    r"return\s*(?:\[|array\s*\()"
)


def is_php_array(text: str) -> bool:
    """Whether a file of PHP does nothing but give back an array."""
    return _CATALOGUE.match(text) is not None


def find_entries(source: Source) -> Entries:
    """The texts of an array of PHP, by the keys that lead to them."""
    tree = Tree("php", source.text)
    walk = _Walk(tree, source)
    texts = list(walk.texts())
    comments = tuple((tree.start(node), tree.end(node)) for node in tree.nodes() if node.type == "comment")
    return Entries(entries_of(texts), (*walk.problems, *mistakes_in(source, tree)), comments)


class _Walk:
    """A walk through the array that a file gives back, without recursion, however deep it is."""

    def __init__(self, tree: Tree, source: Source) -> None:
        self._tree, self._source = tree, source
        self.problems: list[Problem] = []

    def texts(self) -> Iterator[Text]:
        """The texts in the order of the source, each with the keys that lead to it."""
        waiting: list[tuple[Node, tuple[str, ...]]] = [(node, ()) for node in reversed(self._returned())]
        while waiting:
            node, path = waiting.pop()
            if node.type in (_ARRAY, _BROKEN):
                if len(path) < self._source.options.limits.nesting:
                    waiting += reversed(list(self._elements(node, path)))
                elif not self.problems:
                    self.problems.append(self._too_deep(node))
            elif path:
                words = words_of(self._tree, node)
                if words.is_written:
                    yield Text(path, tuple(named_by_colon(words.pieces)))

    def _returned(self) -> list[Node]:
        """The array that the file gives back; of a broken file what is left of it."""
        rows = self._tree.root.named_children
        returned = [child for node in rows if node.type == _RETURN for child in node.named_children]
        return [node for node in (returned or rows) if node.type in (_ARRAY, _BROKEN)]

    def _elements(self, array: Node, path: tuple[str, ...]) -> Iterator[tuple[Node, tuple[str, ...]]]:
        number = 0  # of a value without a key
        for element in array.named_children:
            parts = [part for part in element.named_children if part.type != "comment"]
            if element.type != _ELEMENT or not parts or parts[0].type == "variadic_unpacking":
                continue
            if len(parts) > 1:
                yield parts[-1], (*path, self._key(parts[0]))
            else:
                yield parts[0], (*path, str(number))
                number += 1

    def _key(self, node: Node) -> str:
        literal = literal_of(self._tree, node) if node.type in LITERALS else None
        if literal is None:
            return self._tree.code(node)
        return "".join(piece.text for piece in pieces_of(self._tree, literal))

    def _too_deep(self, node: Node) -> Problem:
        place = self._source.position(self._tree.start(node))
        message = "This array holds arrays within arrays too deep to be read."
        remedy = f"Split the file, or {raised('nesting')}."
        return Problem(self._source.path, message, remedy, place.line, place.column)
