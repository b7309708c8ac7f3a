"""Expressions that make a text: literals side by side, joined, formatted, translated, or chosen by a condition.

The text is written as a template would be, so that reading templates does the rest: a value becomes `{{ name }}`, a
choice `{% if … %}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.calls import Call, call_of
from empathy_lint.reading.code.literals import LITERALS, literal_of, pieces_of, placeholder
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.code.wording import (
    CHANGERS,
    COLON_NAMES,
    TRANSLATIONS,
    TRANSLATOR_METHODS,
    TRANSLATORS,
    WRAPPERS,
)
from empathy_lint.reading.entries import Piece

if TYPE_CHECKING:
    from tree_sitter import Node

_ADJACENT: Final = frozenset({"concatenated_string", "chained_string"})
_LISTS: Final = frozenset({"list", "array", "tuple", "array_creation_expression"})
_INNER: Final = frozenset({"parenthesized_expression", "parenthesized_statements", "array_element_initializer"})
_BINARY: Final = frozenset({"binary_expression", "binary_operator", "binary"})
_CHOICES: Final = frozenset({"conditional_expression", "conditional"})
_NOTHING: Final = frozenset({"null", "nil", "none", "integer", "comment"})
_COLON_NAME: Final = re.compile(r"(?<![\w:]):([A-Za-z_]\w*)")
_SYNTAX: Final = re.compile(r"[{}%\s]+")
_DEEPEST: Final = 100  # expressions within each other


@dataclass(frozen=True)
class Words:
    """What an expression says; `is_written` where some of it is a literal, not only values."""

    pieces: tuple[Piece, ...] = ()
    is_written: bool = False

    @property
    def text(self) -> str:
        """The words, decoded."""
        return "".join(piece.text for piece in self.pieces)


def words_of(tree: Tree, node: Node, depth: int = 0) -> Words:
    """What an expression says to whoever reads its value."""
    if depth > _DEEPEST or node.type in _NOTHING:
        return Words()
    if node.type in LITERALS:
        literal = literal_of(tree, node)
        return Words() if literal is None else Words(tuple(pieces_of(tree, literal)), is_written=True)
    return _composed(tree, node, lambda part: words_of(tree, part, depth + 1)) or _value(tree, node)


def condition_of(tree: Tree, node: Node | None) -> str:
    """The code of a condition, as a template may ask it."""
    code = _SYNTAX.sub(" ", tree.code(node)).strip().replace("->", ".").replace("()", "")
    is_wrapped = code.startswith("(") and code.endswith(")") and "(" not in code[1:-1]
    return code[1:-1].strip() if is_wrapped else code


def chosen(condition: str, arms: Sequence[Words], at: int) -> Words:
    """The words for those to whom a condition applies, and for all others; its own code is written at `at`."""
    pieces = [Piece(f"{{% if {condition} %}}", at, at)]
    for number, arm in enumerate(arms):
        pieces += [Piece("{% else %}", at, at)] if number else []
        pieces += arm.pieces
    return Words((*pieces, Piece("{% endif %}", at, at)), any(arm.is_written for arm in arms))


def is_translation(call: Call) -> bool:
    """Whether a call translates the text that it is given."""
    if call.receiver and TRANSLATORS.search(call.receiver):
        return call.name in TRANSLATOR_METHODS
    return call.name in TRANSLATIONS and (not call.receiver or call.receiver in ("self", "$this"))


_Read = Callable[["Node"], Words]


def _composed(tree: Tree, node: Node, read: _Read) -> Words | None:
    """The words of an expression made of others; None for one that is a mere value."""
    if node.type in _ADJACENT:
        return _joined(read(child) for child in node.named_children)
    if node.type in _LISTS:
        return _listed(tree, [read(child) for child in node.named_children], node)
    if node.type in _INNER and node.named_children:
        return read(node.named_children[-1])
    if node.type in _BINARY:
        return _of_operator(node, read)
    if node.type in _CHOICES:
        return _of_choice(tree, node, read)
    call = call_of(tree, node)
    return _of_call(tree, call, node, read) if call is not None else None


def _joined(parts: Iterator[Words]) -> Words:
    rows = list(parts)
    return Words(tuple(piece for row in rows for piece in row.pieces), any(row.is_written for row in rows))


def _listed(tree: Tree, rows: Sequence[Words], node: Node) -> Words:
    """The texts of a list, each a paragraph."""
    pieces: list[Piece] = []
    for row in rows:
        pieces += [Piece("\n\n", tree.start(node), tree.start(node))] if pieces else []
        pieces += row.pieces
    return Words(tuple(pieces), any(row.is_written for row in rows))


def _of_operator(node: Node, read: _Read) -> Words | None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    operator = node.child_by_field_name("operator")
    sign = operator.type if operator is not None else ""
    if left is None or right is None or sign not in (".", "+", "%"):
        return None
    said = read(left) if sign == "%" else _joined(iter((read(left), read(right))))
    return said if said.is_written else None


def _of_choice(tree: Tree, node: Node, read: _Read) -> Words | None:
    condition = node.child_by_field_name("condition")
    if condition is not None:
        arms = [node.child_by_field_name(name) for name in ("body", "consequence", "alternative")]
    else:  # Python gives the parts no names
        first, condition, second = node.named_children[:3] if len(node.named_children) > 2 else (None, None, None)
        arms = [first, second]
    said = [read(arm) for arm in arms if arm is not None]
    if not any(arm.is_written for arm in said):
        return None
    return chosen(condition_of(tree, condition), said, tree.start(node))


def _of_call(tree: Tree, call: Call, node: Node, read: _Read) -> Words | None:
    if is_translation(call):
        return _translated(tree, call, node, read)
    given = call.positional[0] if call.positional and call.name in WRAPPERS else None
    if call.on is not None and call.name in CHANGERS:
        said = read(call.on)
        if said.is_written:
            return said
    if given is not None:
        said = read(given)
        return said if said.is_written else None
    return None


def _translated(tree: Tree, call: Call, node: Node, read: _Read) -> Words | None:
    places = TRANSLATIONS.get(call.name, (0,))
    default = call.named.get("default")
    given = [default] if default is not None else [call.positional[n] for n in places if n < len(call.positional)]
    forms = [read(each) for each in given]
    if call.name in COLON_NAMES and tree.language == "php":
        forms = [Words(tuple(named_by_colon(form.pieces)), form.is_written) for form in forms]
    if not any(form.is_written for form in forms):
        return None
    if len(forms) == 1:
        return forms[0]
    number = call.positional[places[-1] + 1] if places[-1] + 1 < len(call.positional) else None
    return chosen(f"{condition_of(tree, number) or 'count'} == 1", forms, tree.start(node))


def named_by_colon(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, with `:amount`, as Laravel writes it, as placeholders."""
    for piece in pieces:
        at = 0
        is_literal = piece.end - piece.start == len(piece.text)
        for match in _COLON_NAME.finditer(piece.text) if is_literal else ():
            if match.start() > at:
                yield Piece(piece.text[at : match.start()], piece.start + at, piece.start + match.start())
            yield Piece(placeholder(match[1]), piece.start + match.start(), piece.start + match.end())
            at = match.end()
        if at < len(piece.text):
            yield Piece(piece.text[at:], piece.start + at, piece.end) if is_literal else piece


def _value(tree: Tree, node: Node) -> Words:
    return Words((Piece(placeholder(tree.code(node)), tree.start(node), tree.end(node)),))
