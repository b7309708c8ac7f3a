"""Where an expression stands: in which method of which class, and under which conditions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.expressions import condition_of
from empathy_lint.reading.code.tree import Tree

if TYPE_CHECKING:
    from tree_sitter import Node

_FUNCTIONS: Final = frozenset({"method_declaration", "function_definition", "method", "singleton_method"})
_CLASSES: Final = frozenset({"class_declaration", "class_definition", "class", "module", "trait_declaration"})
_IFS: Final = frozenset({"if_statement", "if", "if_modifier", "elsif"})
_UNLESSES: Final = frozenset({"unless", "unless_modifier"})
_ELSE_IFS: Final = frozenset({"elif_clause", "else_if_clause"})
_ELSES: Final = frozenset({"else_clause", "else"})
_LEAVING: Final = frozenset({"return_statement", "return", "raise_statement", "throw_expression"})
_BLOCKS: Final = frozenset({"block", "compound_statement", "body_statement", "then", "expression_statement"})
_MOST_WAYS_OUT: Final = 12  # of a block that are looked at; a text behind more of them is as good as always sent

Question = tuple[str, bool]  # a condition, and whether it holds


def function_around(tree: Tree, node: Node) -> tuple[str, ...]:
    """The names of the classes and of the function that an expression stands in; a function within another is its own.

    The last name is empty outside of functions.
    """
    classes: list[str] = []
    function = ""
    parent = node.parent
    while parent is not None:
        name = tree.code(parent.child_by_field_name("name"))
        if parent.type in _FUNCTIONS and not function and not classes:
            function = name
        elif parent.type in _CLASSES and name:
            classes.insert(0, name)
        parent = parent.parent
    return (*classes, function)


class Surroundings:
    """The conditions around the expressions of a tree; what a block asks on the way is looked up once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._ways_out: dict[int, tuple[list[int], list[Question]]] = {}  # of a block: where, and under what condition

    def questions_around(self, node: Node) -> tuple[Question, ...]:
        """The conditions under which an expression is reached, within its function, the outermost first."""
        found: list[Question] = []
        child, parent = node, node.parent
        while parent is not None and child.type not in _FUNCTIONS:
            found = [*self._left_before(parent, child), *_asked_by(self._tree, parent, child), *found]
            child, parent = parent, parent.parent
        return tuple(found)

    def _left_before(self, parent: Node, child: Node) -> list[Question]:
        """The conditions under which the function was left before a statement of a block; of very many, the nearest."""
        if parent.type not in _BLOCKS:
            return []
        if parent.id not in self._ways_out:
            rows = list(_ways_out(self._tree, parent))
            self._ways_out[parent.id] = [at for at, _ in rows], [question for _, question in rows]
        places, questions = self._ways_out[parent.id]
        end = bisect_left(places, child.start_byte)
        return questions[max(end - _MOST_WAYS_OUT, 0) : end]


def _asked_by(tree: Tree, parent: Node, child: Node) -> list[Question]:
    """What is asked before one comes from a node to its child."""
    condition = parent.child_by_field_name("condition")
    if condition is None or child == condition:
        return []
    asked = condition_of(tree, condition)
    if parent.type in _ELSE_IFS:
        return [(asked, True)]
    if parent.type not in _IFS | _UNLESSES:
        return []
    is_else = child.type in _ELSES | _ELSE_IFS | {"elsif"}
    questions = [(asked, is_else == (parent.type in _UNLESSES))]
    for sibling in parent.children_by_field_name("alternative") if is_else else ():
        if sibling == child:
            break
        questions.append((condition_of(tree, sibling.child_by_field_name("condition")), False))
    return questions


def _ways_out(tree: Tree, block: Node) -> Iterator[tuple[int, Question]]:
    """Where a block may leave its function, and when: each `if` without `else` that ends by `return`."""
    for row in block.named_children:
        if row.type in _IFS | _UNLESSES and row.child_by_field_name("alternative") is None:
            body = row.child_by_field_name("body") or row.child_by_field_name("consequence")
            if body is not None and _leaves(body):
                asked = condition_of(tree, row.child_by_field_name("condition"))
                yield row.start_byte, (asked, row.type in _UNLESSES)


def _leaves(body: Node) -> bool:
    """Whether a block ends by leaving its function."""
    while body.type in _BLOCKS and body.named_children:
        body = body.named_children[-1]
    return body.type in _LEAVING
