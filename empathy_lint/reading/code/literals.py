"""String literals: where their words stand, what their escapes say, and which stretches are code within them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.escapes import decoded
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.entries import Piece

if TYPE_CHECKING:
    from tree_sitter import Node

_QUOTED: Final = frozenset({"string", "encapsed_string"})
_HEREDOCS: Final = frozenset({"heredoc", "nowdoc", "heredoc_beginning"})
LITERALS: Final = _QUOTED | _HEREDOCS
_ESCAPES: Final = frozenset({"escape_sequence", "escape_interpolation"})
_INDENT: Final = re.compile(r"^([ \t]*)\S", re.MULTILINE)
_LINE_START: Final = re.compile(r"(?<=\n)[ \t]+")
# What stands for a value: no string of its code is prose, and no brace ends the placeholder.
_STRING: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_SYNTAX: Final = re.compile(r"[{}#\"'`\s]+")
_LONGEST_CODE: Final = 120
_NO_ESCAPE: Final = re.compile(r"(?!)")
# In a heredoc of PHP a quote needs no escape, so a backslash before it stays.
_HEREDOC_ESCAPE: Final = re.compile(r"\\(?:[\\$nrtvef]|[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|u\{[0-9A-Fa-f]{1,6}\})")
# Brackets that hold a literal of Ruby: each has to be escaped within, unless it has its partner.
PAIRS: Final = {")": "(", "]": "[", "}": "{", ">": "<"}


class Escaping(Enum):
    """What a backslash does within a literal."""

    ALL = "it escapes whatever the language knows"
    QUOTES = "it escapes itself and the closing sign"
    NONE = "it is a sign like any other"


@dataclass(frozen=True)
class Literal:
    """The words source[start:end] of a string literal, quotes left out.

    `opening` is what stands before them (`"`, `f'`, `%q(`, `<<~TXT`), `closing` the sign that ends them, `indent` how
    many white spaces at the beginning of each line are none of its words. `parts` are escapes and code, in order:
    whether it is an escape, and where it stands.
    """

    start: int
    end: int
    opening: str
    closing: str
    escaping: Escaping
    indent: int = 0
    parts: tuple[tuple[bool, int, int], ...] = ()

    @property
    def is_heredoc(self) -> bool:
        """Whether it has lines of its own instead of quotes."""
        return self.opening.startswith("<<")


def literal_of(tree: Tree, node: Node) -> Literal | None:
    """The literal of a node in LITERALS; None for bytes, and for a heredoc that is never written."""
    if node.type in _QUOTED:
        return _quoted(tree, node)
    if tree.language == "php":
        return _heredoc_of_php(tree, node)
    body = tree.heredocs.get(node.start_byte)
    return _heredoc_of_ruby(tree, node, body) if body is not None else None


def letters_before(opening: str) -> str:
    """The letters that stand before the quotes of a literal of Python: `f`, `rb`."""
    return opening.rstrip("\"'").lower()


def pieces_of(tree: Tree, literal: Literal) -> Iterator[Piece]:
    """The words of a literal as pieces: escapes decoded, code as placeholders, indentation left out."""
    at = literal.start
    for is_escape, start, end in literal.parts:
        yield from _plain(tree.text, at, start, literal)
        code = tree.text[start:end]
        yield Piece(decoded(code, tree.language) if is_escape else placeholder(code), start, end)
        at = end
    yield from _plain(tree.text, at, literal.end, literal)


def placeholder(code: str) -> str:
    """An expression as the placeholder of a template, with nothing in it but what tells its kind."""
    names = _STRING.sub(lambda string: string.group() if _is_name(string.group()) else " ", code)
    return f"{{{{ {' '.join(_SYNTAX.sub(' ', names.replace('->', '.').replace('$', '')).split())[:_LONGEST_CODE]} }}}}"


def _is_name(string: str) -> bool:
    return string[1:-1].replace("_", "").isalnum()


def _quoted(tree: Tree, node: Node) -> Literal | None:
    first, last = node.children[0], node.children[-1]
    start, end = tree.end(first), tree.start(last)
    opening = tree.code(first)
    is_bytes = tree.language == "python" and "b" in letters_before(opening)
    return None if is_bytes or first == last else _literal(tree, node, start, max(start, end), opening, tree.code(last))


def _heredoc_of_php(tree: Tree, node: Node) -> Literal | None:
    body = node.child_by_field_name("value")
    if body is None:
        return None
    start, end = tree.start(body), tree.end(body)
    start = tree.text.find("\n", start, end) + 1 or start
    opening = tree.text[tree.start(node) : start].strip()
    return _literal(tree, body, start, end, opening, "")


def _heredoc_of_ruby(tree: Tree, node: Node, body: Node) -> Literal:
    start, end = tree.start(body), tree.start(body.children[-1])
    start = tree.text.find("\n", start, end) + 1 or start
    end = max(start, tree.text.rfind("\n", start, end) + 1)
    return _literal(tree, body, start, end, tree.code(node), "")


def _literal(tree: Tree, node: Node, start: int, end: int, opening: str, closing: str) -> Literal:
    escaping = _escaping(tree.language, opening)
    parts = list(_parts(tree, node))
    own = _escapes(tree.language, escaping, opening, closing)
    if own is not None:
        code = [part for part in parts if not part[0]]
        parts = sorted([*code, *_escapes_between(tree.text, start, end, code, own)], key=lambda part: part[1])
    words = tree.text[start:end]
    indent = _indent(words if opening.startswith("<<") else words.partition("\n")[2])
    return Literal(start, end, opening, closing, escaping, indent, tuple(parts))


def _escapes(language: str, escaping: Escaping, opening: str, closing: str) -> re.Pattern[str] | None:
    """What an escape looks like where the tree does not tell it; None where it does."""
    if escaping is Escaping.NONE:
        return _NO_ESCAPE
    if escaping is Escaping.QUOTES:
        return re.compile(rf"\\[\\{re.escape(closing + PAIRS.get(closing, ''))}]")
    return _HEREDOC_ESCAPE if language == "php" and opening.startswith("<<") else None


def _escapes_between(
    text: str, start: int, end: int, code: list[tuple[bool, int, int]], escape: re.Pattern[str]
) -> Iterator[tuple[bool, int, int]]:
    """The escapes in text[start:end] that stand in no code."""
    at = start
    for _, begin, finish in [*code, (False, end, end)]:
        yield from ((True, *match.span()) for match in escape.finditer(text, at, begin))
        at = finish


def _escaping(language: str, opening: str) -> Escaping:
    if opening.startswith("<<"):
        return Escaping.NONE if "'" in opening else Escaping.ALL
    if language == "python":
        return Escaping.NONE if "r" in letters_before(opening) else Escaping.ALL
    return Escaping.QUOTES if opening == "'" or opening.startswith("%q") else Escaping.ALL


def _parts(tree: Tree, node: Node) -> Iterator[tuple[bool, int, int]]:
    """Escapes and code within a literal; `{$x}` of PHP with its braces."""
    opened = None
    for child in node.children:
        if child.type == "{":
            opened = tree.start(child)
        elif child.type in ("string_content", "heredoc_content"):
            yield from _parts(tree, child)
        elif child.type in _ESCAPES:
            yield True, tree.start(child), tree.end(child)
        elif child.is_named and child.type not in ("string_start", "string_end", "heredoc_end", "nowdoc_string"):
            end = tree.end(child)
            closes = opened is not None and tree.text[end : end + 1] == "}"
            yield False, tree.start(child) if opened is None else opened, end + closes
            opened = None


def _plain(text: str, start: int, end: int, literal: Literal) -> Iterator[Piece]:
    """What is written as it is, without the indentation that all its lines share."""
    at = start
    for match in _LINE_START.finditer(text, start, end) if literal.indent else ():
        if match.start() > at:
            yield Piece(text[at : match.start()], at, match.start())
        at = min(match.end(), match.start() + literal.indent)
    if at < end:
        yield Piece(text[at:end], at, end)


def _indent(lines: str) -> int:
    """The white space that all lines begin with."""
    return min((len(match[1]) for match in _INDENT.finditer(lines)), default=0)
