"""Subjects beside a component: `Late.subject = "…"`, `const subject = …`, `{ subject: "…", react: <Late /> }`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.expressions import condition_of
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.jsx.scopes import FUNCTIONS, unwrapped

if TYPE_CHECKING:
    from tree_sitter import Node

_SUBJECT: Final = re.compile(r"(?:get)?(?:\w*[eE]mail|mail)?_?[sS]ubject(?:_?[lL]ine)?\Z")
_RENDERED: Final = frozenset("react component template html body jsx element email render".split())
_ELEMENTS: Final = ("jsx_element", "jsx_self_closing_element")


@dataclass(frozen=True)
class Subject:
    """The expression that is a subject; the component it belongs to and when it is sent, where they are said."""

    node: Node
    owner: str = ""
    when: str = ""


def find_subjects(tree: Tree) -> list[Subject]:
    """The subjects of a file, in order; what only names one that is found elsewhere is none."""
    asked, owners = _asked(tree), dict[int, str]()
    found = [subject for node in tree.nodes() for subject in _of_node(tree, node, asked, owners)]
    return [subject for subject in found if subject.node.type not in ("identifier", "member_expression")]


def _of_node(tree: Tree, node: Node, asked: dict[str, str], owners: dict[int, str]) -> Iterator[Subject]:
    if node.type == "assignment_expression":
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is not None and left.type == "member_expression" and right is not None:
            name = tree.code(left.child_by_field_name("property"))
            if _SUBJECT.match(name):
                yield from _subject(right, tree.code(left.child_by_field_name("object")))
    elif node.type == "variable_declarator":
        value = node.child_by_field_name("value")
        if value is not None and _SUBJECT.match(tree.code(node.child_by_field_name("name"))):
            yield from _subject(value, _function_around(tree, node))
    elif node.type == "pair":
        key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
        if value is not None and _SUBJECT.match(tree.code(key).strip("'\"")):
            yield from _subject(value, _owner(tree, node, owners), _case(tree, node, asked))
    elif node.type == "function_declaration" and _SUBJECT.match(tree.code(node.child_by_field_name("name"))):
        yield Subject(node)


def _subject(value: Node, owner: str, when: str = "") -> Iterator[Subject]:
    node = unwrapped(value)
    if node is not None and node.type != "object":
        yield Subject(node, owner, when)


def _case(tree: Tree, pair: Node, asked: dict[str, str]) -> str:
    """When a subject of a table is sent: `kind == 'final'` of `COPY = { final: { subject: "…" } }`, `COPY[kind]`."""
    outer = pair.parent.parent if pair.parent is not None else None
    if outer is None or outer.type != "pair":
        return ""
    name = tree.code(outer.child_by_field_name("key")).strip("'\"")
    table: Node | None = outer
    while table is not None and table.type != "variable_declarator":
        table = table.parent
    index = asked.get(tree.code(table.child_by_field_name("name"))) if table is not None else None
    return f"{index} == '{name}'" if index else name


def _asked(tree: Tree) -> dict[str, str]:
    """What the file looks up in its tables, by the name of the table."""
    found: dict[str, str] = {}
    for node in tree.nodes():
        table = node.child_by_field_name("object") if node.type == "subscript_expression" else None
        if table is not None and table.type == "identifier":
            found.setdefault(tree.code(table), condition_of(tree, node.child_by_field_name("index")))
    return found


def _function_around(tree: Tree, node: Node) -> str:
    """The component in which a constant stands; nothing outside of all."""
    name = ""
    parent = node.parent
    while parent is not None:
        if parent.type in FUNCTIONS:
            holder = parent.parent if parent.type == "arrow_function" else parent
            name = tree.code(holder.child_by_field_name("name")) if holder is not None else ""
        parent = parent.parent
    return name


def _owner(tree: Tree, pair: Node, owners: dict[int, str]) -> str:
    """The component that stands in the same object as a subject; looked up once for each object."""
    table = pair.parent
    if table is None:
        return ""
    if table.id not in owners:
        owners[table.id] = _rendered_in(tree, table)
    return owners[table.id]


def _rendered_in(tree: Tree, table: Node) -> str:
    """The component of an object: `react: <Late />`, `component: Late`."""
    for row in table.named_children:
        value = unwrapped(row.child_by_field_name("value")) if row.type == "pair" else None
        if value is None or tree.code(row.child_by_field_name("key")) not in _RENDERED:
            continue
        if value.type == "identifier":
            return tree.code(value)
        inner = _element_in(value)
        if inner is not None:
            opening = inner.child_by_field_name("open_tag") or inner
            return tree.code(opening.child_by_field_name("name"))
    return ""


def _element_in(node: Node) -> Node | None:
    waiting = [node]
    while waiting:
        row = waiting.pop()
        if row.type in _ELEMENTS:
            return row
        waiting += row.named_children[:4]
    return None
