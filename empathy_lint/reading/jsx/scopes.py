"""What names stand for in the code around JSX: constants, texts under a name, components and what they are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.expressions import condition_of
from empathy_lint.reading.code.tree import Tree

if TYPE_CHECKING:
    from tree_sitter import Node

FUNCTIONS: Final = frozenset(
    {"arrow_function", "function_expression", "function_declaration", "method_definition", "generator_function"}
)
_DECLARATIONS: Final = frozenset({"lexical_declaration", "variable_declaration"})
_WRAPPED: Final = frozenset(
    {"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression", "await_expression"}
)
_MOST_HOPS: Final = 8
_MOST_CHOICES: Final = 12
_MOST_STEPS: Final = 300
_DEEPEST: Final = 20  # patterns within each other


@dataclass(frozen=True)
class Bound:
    """What a name stands for: an expression read in its scope, what an element holds, properties, or one of several."""

    node: Node | None = None
    scope: Scope | None = None
    is_held: bool = False  # the children of the element `node`
    properties: dict[str, Bound] | None = None
    choices: tuple[tuple[str, Bound], ...] = ()


@dataclass
class Scope:
    """The names of a function or a file; None for a name whose value is only known when the mail is sent."""

    around: Scope | None = None
    names: dict[str, Bound | None] = field(default_factory=dict)

    def find(self, name: str) -> Bound | None:
        """What a name stands for here."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.around
        return None


def unwrapped(node: Node | None) -> Node | None:
    """The expression inside of parentheses and notes on its type."""
    while node is not None and node.type in _WRAPPED and node.named_children:
        node = node.named_children[0]
    return node


def function_in(node: Node | None) -> Node | None:
    """The function that an expression is, or hands on: `memo(() => …)`; of a class its `render`."""
    node = unwrapped(node)
    if node is not None and node.type in ("call_expression",):
        given = node.child_by_field_name("arguments")
        node = next((each for each in given.named_children if each.type in FUNCTIONS), None) if given else None
    if node is not None and node.type in ("class_declaration", "class"):
        body = node.child_by_field_name("body")
        methods = body.named_children if body is not None else []
        node = next((each for each in methods if each.type == "method_definition" and _is_render(each)), None)
    return node if node is not None and node.type in FUNCTIONS else None


def _is_render(method: Node) -> bool:
    name = method.child_by_field_name("name")
    return name is not None and name.text == b"render"


def _returned(body: Node) -> Iterator[Node]:
    """What the `return` statements of a function give back, in order; those of functions within it are its own."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.type == "return_statement":
            yield from node.named_children[:1]
        elif node.type not in FUNCTIONS:
            waiting += reversed(node.named_children)


class Names:
    """Declares and resolves names in a tree."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._steps = 0  # on the way from one name to what it stands for
        self._assigned: dict[str, list[Node]] = {}
        for node in tree.nodes():
            left = node.child_by_field_name("left") if node.type == "assignment_expression" else None
            if left is not None and left.type == "identifier":
                self._assigned.setdefault(tree.code(left), []).append(node)

    def declare(self, statements: Iterable[Node], scope: Scope) -> None:
        """Take in what statements declare; functions may be used before they are written."""
        for row in statements:
            statement = row.child_by_field_name("declaration") if row.type == "export_statement" else row
            if statement is None:
                continue
            if statement.type in _DECLARATIONS:
                for each in statement.named_children:
                    self._declare(each, scope)
            elif statement.type in ("function_declaration", "class_declaration"):
                scope.names[self._tree.code(statement.child_by_field_name("name"))] = Bound(statement, scope)

    def bind(self, function: Node, scope: Scope, given: Bound | None = None) -> Scope:
        """The scope inside of a function; `given` is its first argument, as far as it is known."""
        inner = Scope(scope)
        single = function.child_by_field_name("parameter")
        rows = function.child_by_field_name("parameters")
        patterns = [single] if single is not None else rows.named_children if rows is not None else []
        for number, row in enumerate(patterns):
            pattern = row.child_by_field_name("pattern") or row
            self._spread(pattern, inner, given if number == 0 else None)
        return inner

    def within(self, function: Node, scope: Scope) -> Scope:
        """The scope inside of a function with all that its body declares."""
        inner = self.bind(function, scope)
        body = function.child_by_field_name("body")
        self.declare(body.named_children if body is not None and body.type == "statement_block" else (), inner)
        return inner

    def resolve(self, node: Node | None, scope: Scope, hops: int = 0) -> Bound | None:
        """What an expression of names stands for; itself, where it is none."""
        node = unwrapped(node)
        self._steps = self._steps + 1 if hops else 0
        if node is None or hops > _MOST_HOPS or self._steps > _MOST_STEPS:
            return None
        if node.type in ("identifier", "shorthand_property_identifier"):
            return self._followed(scope.find(self._tree.code(node)), hops)
        if node.type == "member_expression":
            name = self._tree.code(node.child_by_field_name("property"))
            return self._member(self.resolve(node.child_by_field_name("object"), scope, hops + 1), name, hops)
        if node.type == "subscript_expression":
            index = node.child_by_field_name("index")
            return self._entry(self.resolve(node.child_by_field_name("object"), scope, hops + 1), index, hops)
        if node.type == "call_expression":
            return self._result(node, scope, hops) or Bound(node, scope)
        return Bound(node, scope)

    def _followed(self, bound: Bound | None, hops: int) -> Bound | None:
        if bound is None or bound.node is None or bound.scope is None or bound.is_held:
            return bound
        return self.resolve(bound.node, bound.scope, hops + 1)

    def _member(self, base: Bound | None, name: str, hops: int) -> Bound | None:
        self._steps += 1
        if base is None or hops > _MOST_HOPS or self._steps > _MOST_STEPS:
            return None
        if base.choices:
            arms = [(condition, self._member(each, name, hops + 1)) for condition, each in base.choices]
            known = tuple((condition, each) for condition, each in arms if each is not None)
            return Bound(choices=known) if known else None
        if base.properties is not None:
            return self._followed(base.properties.get(name), hops)
        for key, value in self._pairs(base):
            if key == name:
                return self._followed(value, hops)
        return None

    def _result(self, call: Node, scope: Scope, hops: int) -> Bound | None:
        """What a function of the file gives back: one of its results, by what it asks before each."""
        called = call.child_by_field_name("function")
        bound = scope.find(self._tree.code(called)) if called is not None and called.type == "identifier" else None
        function = function_in(bound.node) if bound is not None else None
        body = function.child_by_field_name("body") if function is not None else None
        if function is None or bound is None or body is None:
            return None
        inner = self.bind(function, bound.scope or scope)
        if body.type != "statement_block":
            return self.resolve(body, inner, hops + 1)
        self.declare(body.named_children, inner)
        rows = []
        for node in _returned(body):
            value = self.resolve(node, inner, hops + 1)
            if value is not None:
                rows.append((" and ".join(self._asked_before(node)), value))
        arms = rows[:_MOST_CHOICES]
        return arms[0][1] if len(arms) == 1 else Bound(choices=tuple(arms)) if arms else None

    def _entry(self, base: Bound | None, index: Node | None, hops: int) -> Bound | None:
        """What stands under a key; under one that is only known later, one of all."""
        if base is None or index is None:
            return None
        if index.type == "string":
            return self._member(base, self._tree.code(index)[1:-1], hops)
        asked = condition_of(self._tree, index)
        rows = [(f"{asked} == '{key}'", self._followed(value, hops)) for key, value in self._pairs(base)]
        arms = [(condition, value) for condition, value in rows if value is not None][:_MOST_CHOICES]
        if not arms:
            return None
        return Bound(choices=(*arms[:-1], ("", arms[-1][1])))

    def _pairs(self, base: Bound) -> Iterator[tuple[str, Bound]]:
        node = unwrapped(base.node)
        if node is None or node.type != "object" or base.is_held:
            return
        for row in node.named_children:
            if row.type == "pair":
                key, value = row.child_by_field_name("key"), row.child_by_field_name("value")
                yield self._tree.code(key).strip("'\""), Bound(value, base.scope)
            elif row.type == "shorthand_property_identifier":
                yield self._tree.code(row), Bound(row, base.scope)

    def _declare(self, declarator: Node, scope: Scope) -> None:
        name, value = declarator.child_by_field_name("name"), declarator.child_by_field_name("value")
        if declarator.type != "variable_declarator" or name is None:
            return
        if name.type != "identifier":
            self._spread(name, scope, self.resolve(value, scope))
            return
        assigned = self._assigned.get(self._tree.code(name), [])[:_MOST_CHOICES]
        bound = Bound(value, scope) if value is not None else None
        if assigned:
            bound = self._one_of(assigned, bound, scope)
        scope.names[self._tree.code(name)] = bound

    def _one_of(self, assigned: list[Node], first: Bound | None, scope: Scope) -> Bound | None:
        """What a variable holds that is given its value under conditions."""
        rows = [
            (" and ".join(self._asked_before(each)), Bound(each.child_by_field_name("right"), scope))
            for each in assigned
        ]
        arms = [row for row in rows if row[0]]
        otherwise = next((value for condition, value in reversed(rows) if not condition), first)
        return Bound(choices=(*arms, *([("", otherwise)] if otherwise is not None else [])))

    def _asked_before(self, node: Node) -> Iterator[str]:
        """The conditions under which a statement is reached, within its function."""
        child, parent = node, node.parent
        while parent is not None and parent.type not in FUNCTIONS:
            if parent.type == "if_statement":
                condition = condition_of(self._tree, parent.child_by_field_name("condition"))
                yield condition if child == parent.child_by_field_name("consequence") else f"not ({condition})"
            elif parent.type == "switch_case" and parent.parent is not None and parent.parent.parent is not None:
                subject = condition_of(self._tree, parent.parent.parent.child_by_field_name("value"))
                yield f"{subject} == {condition_of(self._tree, parent.child_by_field_name('value'))}"
            child, parent = parent, parent.parent

    def _spread(self, pattern: Node, scope: Scope, given: Bound | None, depth: int = 0) -> None:
        """The names of a pattern: `name`, `{ name, title: heading, note = "…" }`, `[first]`."""
        if pattern.type == "identifier":
            scope.names[self._tree.code(pattern)] = given
            return
        for row in pattern.named_children if depth < _DEEPEST else ():
            if row.type == "shorthand_property_identifier_pattern":
                name = self._tree.code(row)
                scope.names[name] = self._member(given, name, 0)
            elif row.type == "object_assignment_pattern":
                self._spread_default(row, scope, given)
            elif row.type == "pair_pattern":
                key, value = row.child_by_field_name("key"), row.child_by_field_name("value")
                if value is not None:
                    self._spread(value, scope, self._member(given, self._tree.code(key), 0), depth + 1)
            elif row.type in ("rest_pattern", "array_pattern", "object_pattern", "identifier", "assignment_pattern"):
                self._spread(row, scope, None, depth + 1)

    def _spread_default(self, row: Node, scope: Scope, given: Bound | None) -> None:
        """`note = "…"`: what stands there where nothing is given; what is given is known only inside of one file."""
        left, right = row.child_by_field_name("left"), row.child_by_field_name("right")
        name = self._tree.code(left)
        found = self._member(given, name, 0)
        is_known = given is not None and given.properties is not None
        scope.names[name] = found if found is not None or not is_known else Bound(right, scope)
