"""Functions that give back JSX: their conditions, early returns and switches are branches of the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.expressions import condition_of
from empathy_lint.reading.jsx.parts import Part, chosen, logic
from empathy_lint.reading.jsx.scopes import FUNCTIONS, Bound, Scope

if TYPE_CHECKING:
    from tree_sitter import Node

    from empathy_lint.reading.jsx.composing import Page

_LEAVING: Final = frozenset({"return_statement", "throw_statement"})
_MOST_WAYS_OUT: Final = 40


def compose_function(page: Page, function: Node, scope: Scope, given: Bound | None = None) -> list[Part]:
    """What a function gives back; `given` is its first argument, as far as it is known."""
    body = function.child_by_field_name("body")
    if body is None or function.id in page.active:
        return []
    inner = page.names.bind(function, scope, given)
    page.active.append(function.id)
    try:
        return _of_body(page, body, inner) if body.type == "statement_block" else page.compose(body, inner)
    finally:
        page.active.pop()


def _of_body(page: Page, body: Node, scope: Scope) -> list[Part]:
    return page.deeper(lambda: _of_statements(page, body, scope))


def _of_statements(page: Page, body: Node, scope: Scope) -> list[Part]:
    """What statements give back; each way out leaves the rest to all others."""
    statements = body.named_children if body.type in ("statement_block", "switch_case", "switch_default") else [body]
    page.names.declare(statements, scope)
    parts: list[Part] = []
    closing: list[Part] = []
    for row in statements:
        if row.type == "return_statement":
            parts += page.compose_all(row.named_children[:1], scope)
            break
        if row.type in ("try_statement", "statement_block"):
            block = row.child_by_field_name("body") or row
            parts += _of_body(page, block, Scope(scope)) if _returns(row) else []
        elif row.type == "if_statement" and len(closing) < _MOST_WAYS_OUT and _returns(row):
            opened, is_open = _of_if(page, row, scope)
            parts += opened
            closing += [logic("endif", page.tree.end(row))] if is_open else []
        elif row.type == "switch_statement" and _returns(row):
            opened, is_open = _of_switch(page, row, scope)
            parts += opened
            closing += [logic("endif", page.tree.end(row))] if is_open else []
    return [*parts, *closing]


def _of_if(page: Page, node: Node, scope: Scope) -> tuple[list[Part], bool]:
    """A condition with what it gives back; whether the rest of the function is its last arm, which is still open."""
    arms: list[tuple[str, list[Part]]] = []
    row: Node | None = node
    while row is not None and row.type == "if_statement":
        consequence = row.child_by_field_name("consequence")
        said = _of_body(page, consequence, Scope(scope)) if consequence is not None else []
        if said:
            arms.append((condition_of(page.tree, row.child_by_field_name("condition")), said))
        alternative = row.child_by_field_name("alternative")
        row = alternative.named_children[0] if alternative is not None and alternative.named_children else None
    if row is not None and _returns(row):
        arms.append(("", _of_body(page, row, Scope(scope))))
        return (chosen(arms, page.tree.start(node)) if len(arms) > 1 else arms[0][1]), False
    return _left_open(arms, page.tree.start(node))


def _of_switch(page: Page, node: Node, scope: Scope) -> tuple[list[Part], bool]:
    """A switch whose cases give something back."""
    subject = condition_of(page.tree, node.child_by_field_name("value"))
    body = node.child_by_field_name("body")
    arms: list[tuple[str, list[Part]]] = []
    otherwise: list[Part] | None = None
    asked: list[str] = []
    for row in body.named_children if body is not None else []:
        value = row.child_by_field_name("value")
        if value is not None:
            asked.append(f"{subject} == {condition_of(page.tree, value)}")
        said = _of_body(page, row, Scope(scope))
        if row.type == "switch_default":
            otherwise = said
        elif said:
            arms.append((" or ".join(asked), said))
        asked = [] if said else asked
    if otherwise and arms:
        return chosen([*arms, ("", otherwise)], page.tree.start(node)), False
    return _left_open(arms, page.tree.start(node)) if not otherwise else (otherwise, False)


def _left_open(arms: list[tuple[str, list[Part]]], at: int) -> tuple[list[Part], bool]:
    """The arms, with that of all others begun."""
    return ([*chosen(arms, at)[:-1], logic("else", at)], True) if arms else ([], False)


def _returns(node: Node) -> bool:
    """Whether a statement may leave its function; functions inside of it are of no account."""
    waiting: list[Node] = [node]
    while waiting:
        row = waiting.pop()
        if row.type in _LEAVING:
            return True
        waiting += _statements(row.named_children)
    return False


def _statements(nodes: Iterable[Node]) -> list[Node]:
    return [node for node in nodes if node.type not in FUNCTIONS and not node.type.startswith("jsx")]
