"""Calls inside of JSX: lists that are mapped, translations, functions of the file, and what only changes a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.expressions import condition_of
from empathy_lint.reading.jsx import functions
from empathy_lint.reading.jsx.parts import Kind, Part, logic, says_words
from empathy_lint.reading.jsx.scopes import Bound, Scope, function_in, unwrapped
from empathy_lint.reading.jsx.strings import STRINGS

if TYPE_CHECKING:
    from tree_sitter import Node

    from empathy_lint.reading.jsx.composing import Page

_TRANSLATIONS: Final = frozenset("t translate trans _ __ i18n gettext msg formatMessage".split())
_DEFAULTS: Final = frozenset("defaultMessage defaultValue defaults message fallback".split())
_CHANGERS: Final = frozenset(
    "trim trimEnd trimStart toUpperCase toLowerCase replace replaceAll concat join filter reverse slice toString"
    " flat sort".split()
)
# What makes a page of elements: render(<Late />), renderToStaticMarkup, pretty.
_RENDERERS: Final = re.compile(r"(?:\w*[rR]ender\w*|pretty|toHtml|toString|createElement)\Z")
_ELEMENTS: Final = frozenset({"jsx_element", "jsx_self_closing_element"})
_LISTS: Final = frozenset({"map", "flatMap"})
_MOST_ITEMS: Final = 40


def compose_call(page: Page, node: Node, scope: Scope) -> list[Part]:
    """What a call gives to the reader; a mere value where nothing in it is written."""
    called, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    name, on = _called(page, called)
    arguments = [] if given is None or given.type == "template_string" else given.named_children
    if name in _TRANSLATIONS:
        return _translated(page, node, given, arguments, scope)
    if _RENDERERS.match(name) and arguments and unwrapped(arguments[0]).type in _ELEMENTS:  # type: ignore[union-attr]
        return page.compose(arguments[0], scope)
    if on is not None and name in _LISTS and arguments and (function := function_in(arguments[0])):
        return _mapped(page, on, function, scope)
    if on is not None and name in _CHANGERS:
        said = page.compose(on, scope)
        if says_words(said):
            return said
    found = _of_function(page, node, called, on, scope)
    return found if found is not None else [page.value(node)]


def _called(page: Page, called: Node | None) -> tuple[str, Node | None]:
    """The name of what is called, and on what."""
    if called is not None and called.type == "member_expression":
        return page.tree.code(called.child_by_field_name("property")), called.child_by_field_name("object")
    return page.tree.code(called), None


def _translated(page: Page, node: Node, given: Node | None, arguments: list[Node], scope: Scope) -> list[Part]:
    """The words that a translation is found by, or those it has by default; a mere key says nothing."""
    tagged = given if given is not None and given.type == "template_string" else None
    strings = [tagged] if tagged is not None else [each for each in arguments if each.type in STRINGS]
    strings += [value for each in arguments if each.type == "object" for value in _defaults(page, each)]
    for string in strings:
        if _is_said(page.tree.code(string)[1:-1]):
            if string in (tagged, *arguments[:1]):
                page.keys.append((page.tree.start(string), page.tree.end(string)))
            return page.compose(string, scope)
    return [page.value(node)]


def _is_said(text: str) -> bool:
    """Whether a string is words, not a key: several of them, or one with a capital."""
    return len(text.split()) > 1 or (text[:1].isupper() and text.isalpha())


def _defaults(page: Page, node: Node) -> list[Node]:
    found = []
    for pair in node.named_children:
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if value is not None and value.type in STRINGS and page.tree.code(key).strip("'\"") in _DEFAULTS:
            found.append(value)
    return found


def _mapped(page: Page, on: Node, function: Node, scope: Scope) -> list[Part]:
    """`items.map(item => …)`: a loop; a list that is written in the file is read item by item."""
    once = functions.compose_function(page, function, scope)
    if not says_words(once) and (items := _items(page, on, scope)):
        rows = [
            functions.compose_function(page, function, scope, page.names.resolve(each, inner) or Bound(each, inner))
            for each, inner in items
            if page.may_look_up()
        ]
        if any(says_words(row) for row in rows):
            return [part for row in rows for part in row]
    if not once:
        return []
    at = page.tree.start(on)
    return [logic(f"for item in {condition_of(page.tree, on)}", at), *once, logic("endfor", at)]


def _items(page: Page, on: Node, scope: Scope) -> list[tuple[Node, Scope]]:
    bound = page.names.resolve(on, scope)
    node = unwrapped(bound.node) if bound is not None and not bound.is_held else None
    if node is None or node.type != "array" or bound is None or len(node.named_children) > _MOST_ITEMS:
        return []
    return [(each, bound.scope or scope) for each in node.named_children if each.type != "comment"]


def _of_function(page: Page, node: Node, called: Node | None, on: Node | None, scope: Scope) -> list[Part] | None:
    """What a function of the file gives back, `renderFooter()`, or one that is called where it stands."""
    inner = unwrapped(called)
    bound = Bound(inner, scope) if on is None and inner is not None and inner.type != "identifier" else None
    if bound is None and on is None and inner is not None:
        bound = scope.find(page.tree.code(inner))
    function = function_in(bound.node) if bound is not None else None
    if function is None or bound is None or not page.may_look_up():
        return None
    parts = functions.compose_function(page, function, bound.scope or scope)
    if not says_words(parts):
        return None
    page.put_in.add(page.tree.code(inner))
    start, end = page.tree.start(node), page.tree.end(node)
    return [Part(Kind.ASIDE, "", start, end, tuple(parts), (page.value(node),))]
