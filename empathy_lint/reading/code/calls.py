"""Calls in the code of PHP, Python and Ruby, brought to one shape: what is called, on what, and with what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.tree import Tree

if TYPE_CHECKING:
    from tree_sitter import Node

_CALLS: Final = frozenset(
    {
        "call",
        "function_call_expression",
        "member_call_expression",
        "nullsafe_member_call_expression",
        "scoped_call_expression",
        "object_creation_expression",
    }
)
_NAMED: Final = frozenset({"keyword_argument", "pair"})
_LAST_NAME: Final = re.compile(r"([A-Za-z_]\w*)[?!]?\W*\Z")


@dataclass(frozen=True)
class Call:
    """A call of `name` on `receiver` (its code, or nothing), with its arguments by place and by name."""

    name: str
    receiver: str
    on: Node | None
    positional: tuple[Node, ...]
    named: dict[str, Node]


def call_of(tree: Tree, node: Node) -> Call | None:
    """The call that a node is; None where it is none."""
    if node.type not in _CALLS:
        return None
    called, on = _called(node)
    positional, named = [], {}
    for argument in _arguments(node):
        key, value = _named(tree, argument)
        if key:
            named[key] = value
        else:
            positional.append(value)
    return Call(last_name(tree.code(called)), tree.code(on), on, tuple(positional), named)


def last_name(code: str) -> str:
    """The name that ends an expression: `subject` of `$mail->subject`, `self.subject` and `msg["subject"]`."""
    match = _LAST_NAME.search(code)
    return match[1] if match else ""


def _called(node: Node) -> tuple[Node | None, Node | None]:
    """What a call calls, and on what."""
    if node.type == "object_creation_expression":
        return (node.named_children[0] if node.named_children else None), None
    function = node.child_by_field_name("function")
    if function is not None and function.type == "attribute":
        return function.child_by_field_name("attribute"), function.child_by_field_name("object")
    name = function or node.child_by_field_name("name") or node.child_by_field_name("method")
    on = node.child_by_field_name("object") or node.child_by_field_name("receiver") or node.child_by_field_name("scope")
    return name, on


def _arguments(node: Node) -> list[Node]:
    found = node.child_by_field_name("arguments")
    rows = [found] if found is not None else [child for child in node.children if child.type == "arguments"]
    return [child for row in rows for child in row.named_children if child.type != "comment"]


def _named(tree: Tree, argument: Node) -> tuple[str, Node]:
    """The name of an argument, if it has one, and its value."""
    if argument.type == "argument":  # of PHP
        name = argument.child_by_field_name("name")
        return tree.code(name), argument.named_children[-1]
    if argument.type in _NAMED:
        key, value = argument.child_by_field_name("name"), argument.child_by_field_name("value")
        key = key or argument.child_by_field_name("key")
        if value is not None:
            return last_name(tree.code(key)), value
    return "", argument
