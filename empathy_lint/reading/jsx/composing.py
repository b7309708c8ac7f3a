"""JSX as the page that it makes: expressions and what they hold; elements and functions have modules of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.expressions import condition_of
from empathy_lint.reading.code.literals import placeholder
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.jsx import calls, elements, functions
from empathy_lint.reading.jsx.parts import Kind, Part, chosen, says_words
from empathy_lint.reading.jsx.scopes import Bound, Names, Scope, function_in, unwrapped
from empathy_lint.reading.jsx.strings import STRINGS, string_parts
from empathy_lint.reading.template_syntax import MUSTACHE_LOGIC

if TYPE_CHECKING:
    from tree_sitter import Node

ELEMENTS: Final = frozenset({"jsx_element", "jsx_self_closing_element"})
_DEEPEST: Final = 90  # expressions within each other
_MOST_LOOKUPS: Final = 400  # of a file: names that stand for words, components that are put in their place
_MOST_ARMS: Final = 40
_NOTHING: Final = frozenset({"null", "undefined", "true", "false", "comment", "regex", "object", "spread_element"})
_DEFAULTS: Final = ("||", "??")
_LONGEST_VALUE: Final = 2000
_QUOTES: Final = re.compile(r"[\"'`]")
_FIRST_WORD: Final = re.compile(r"\{\{\s*(\w+)")


class Page:
    """Makes pages out of the JSX of a tree; `keys` are the texts by which translations are found."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.names = Names(tree)
        self._attributes = {
            child.id for node in tree.nodes() if node.type == "jsx_attribute" for child in node.children
        }
        self.keys: list[tuple[int, int]] = []
        self.put_in: set[str] = set()  # the components of the file that others hold
        self.active: list[int] = []  # the functions that are being read
        self._depth = 0
        self._left = _MOST_LOOKUPS

    def compose(self, node: Node | None, scope: Scope) -> list[Part]:
        """What an expression shows to the reader."""
        node = unwrapped(node)
        if node is None or node.type in _NOTHING:
            return []
        return self.deeper(lambda: self._composed(node, scope))

    def compose_element(self, node: Node, scope: Scope, *, is_in_line: bool) -> list[Part]:
        """An element among others; `is_in_line` says that words stand beside it."""
        return self.deeper(lambda: elements.compose_element(self, node, scope, is_in_line=is_in_line))

    def deeper(self, compose: Callable[[], list[Part]]) -> list[Part]:
        """What is composed one level further down; nothing where that is too deep."""
        if self._depth >= _DEEPEST:
            return []
        self._depth += 1
        try:
            return compose()
        finally:
            self._depth -= 1

    def compose_all(self, nodes: Iterable[Node], scope: Scope) -> list[Part]:
        """What expressions show, one after the other."""
        return [part for node in nodes for part in self.compose(node, scope)]

    def compose_bound(self, bound: Bound | None) -> list[Part]:
        """What a name shows that stands for something."""
        if bound is None or not self.may_look_up():
            return []
        if bound.choices:
            arms = [(condition, self.compose_bound(each)) for condition, each in bound.choices]
            return chosen(arms, self._place(bound)) if any(arm for _, arm in arms) else []
        if bound.node is None or bound.scope is None:
            return []
        if bound.is_held:
            return elements.compose_held(self, bound.node, bound.scope)
        return [] if function_in(bound.node) is not None else self.compose(bound.node, bound.scope)

    def may_look_up(self) -> bool:
        """Whether one name more may be looked up; what files hold of names that stand for names is bounded."""
        self._left -= 1
        return self._left >= 0

    def renew(self) -> None:
        """Begin the next component: each may look up as many names as the one before."""
        self._left = _MOST_LOOKUPS

    def value(self, node: Node) -> Part:
        """What is only known when the mail is sent."""
        return Part(Kind.VALUE, value_code(self.tree.code(node)), self.tree.start(node), self.tree.end(node))

    def _composed(self, node: Node, scope: Scope) -> list[Part]:
        if function_in(node) is not None and node.type != "call_expression":
            return functions.compose_function(self, node, scope)
        if node.type in STRINGS:
            in_attribute = node.id in self._attributes
            read = partial(self.in_string, scope=scope)
            return list(string_parts(self.tree, node, read, in_attribute=in_attribute))
        if node.type == "number":
            return [Part(Kind.WORDS, self.tree.code(node), self.tree.start(node), self.tree.end(node))]
        compose = _COMPOSERS.get(node.type)
        return [self.value(node)] if compose is None else compose(self, node, scope)

    def in_string(self, node: Node, scope: Scope) -> list[Part]:
        """A value inside of a template literal; a choice of words there is one."""
        inner = unwrapped(node)
        if inner is not None and inner.type in ("ternary_expression", "binary_expression", *STRINGS):
            return self.compose(inner, scope)
        return [self.value(node)]

    def of_name(self, node: Node, scope: Scope) -> list[Part]:
        """A name, by what it stands for; where that holds no words, as a value."""
        code = self.tree.code(node)
        if code == "undefined":
            return []
        bound = self.names.resolve(node, scope)
        is_itself = bound is not None and bound.node == node
        inner = [] if is_itself else self.compose_bound(bound)
        is_held = code.rpartition(".")[2] == "children"
        if not says_words(inner):
            return inner if is_held or any(part.kind is Kind.BLOCK for part in inner) else [self.value(node)]
        otherwise = (self.value(node),)
        return [Part(Kind.ASIDE, "", self.tree.start(node), self.tree.end(node), tuple(inner), otherwise)]

    def of_choice(self, node: Node, scope: Scope) -> list[Part]:
        """`late ? … : …`, also where the last arm asks again."""
        arms: list[tuple[str, list[Part]]] = []
        start = self.tree.start(node)
        row: Node | None = node
        while row is not None and row.type == "ternary_expression" and len(arms) < _MOST_ARMS:
            condition = condition_of(self.tree, row.child_by_field_name("condition"))
            arms.append((condition, self.compose(row.child_by_field_name("consequence"), scope)))
            row = unwrapped(row.child_by_field_name("alternative"))
        arms.append(("", self.compose(row, scope)))
        shown = [arm for _, arm in arms if arm]
        if not any(says_words(arm) or any(part.kind is Kind.BLOCK for part in arm) for arm in shown):
            return shown[0] if shown else []  # one value or another
        return chosen(arms if arms[-1][1] else arms[:-1], start)

    def of_operator(self, node: Node, scope: Scope) -> list[Part]:
        """`late && …`, `name || …`, and texts that are joined."""
        operator = node.child_by_field_name("operator")
        sign = operator.type if operator is not None else ""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if sign == "&&":
            shown = self.compose(right, scope)
            arm = (condition_of(self.tree, left), shown)
            return chosen([arm], self.tree.start(node)) if shown else []
        if sign in _DEFAULTS:
            return self._with_default(node, left, right, scope)
        if sign == "+":
            parts = [part for each in _operands(node) for part in self.compose(each, scope)]
            return parts if says_words(parts) else [self.value(node)]
        return [self.value(node)]

    def _with_default(self, node: Node, left: Node | None, right: Node | None, scope: Scope) -> list[Part]:
        """`name || 'there'` is a value; what stands for nothing but a whole element is a branch."""
        otherwise = self.compose(right, scope)
        if not any(part.kind is Kind.BLOCK for part in otherwise):
            return self.compose(left, scope)
        condition = condition_of(self.tree, left)
        return chosen([(condition, self.compose(left, scope)), ("", otherwise)], self.tree.start(node))

    def _place(self, bound: Bound) -> int:
        nodes = (each.node for _, each in bound.choices)
        return next((self.tree.start(node) for node in nodes if node is not None), 0)


def value_code(code: str) -> str:
    """An expression as the placeholder of a template: no string in it is prose, and no word of it is logic."""
    written = _QUOTES.sub(" ", placeholder(code[:_LONGEST_VALUE].replace("?.", ".")))
    first = _FIRST_WORD.match(written)
    return f"{{{written}}}" if first is not None and first[1] in MUSTACHE_LOGIC else written


def _operands(node: Node) -> Iterator[Node]:
    """What `+` joins, in order, however many."""
    waiting: list[Node] = [node]
    while waiting:
        row = waiting.pop()
        operator = row.child_by_field_name("operator") if row.type == "binary_expression" else None
        left, right = row.child_by_field_name("left"), row.child_by_field_name("right")
        if operator is not None and operator.type == "+" and left is not None and right is not None:
            waiting += [right, left]
        else:
            yield row


# What makes a page, by the kind of expression; all else is a value.
_COMPOSERS: Final[dict[str, Callable[[Page, Node, Scope], list[Part]]]] = {
    **dict.fromkeys(ELEMENTS, elements.compose_element),
    **dict.fromkeys(("identifier", "member_expression", "subscript_expression"), Page.of_name),
    **dict.fromkeys(
        ("jsx_expression", "sequence_expression"),
        lambda page, node, scope: page.compose_all(node.named_children[-1:], scope),
    ),
    "ERROR": elements.compose_broken,
    "ternary_expression": Page.of_choice,
    "binary_expression": Page.of_operator,
    "call_expression": calls.compose_call,
    "array": lambda page, node, scope: page.compose_all(node.named_children, scope),
}
