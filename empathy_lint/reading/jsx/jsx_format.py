"""Files of JSX: each component that a mail is made by is a message, with the subject that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from empathy_lint.errors import Problem
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.entries import Entries, Entry
from empathy_lint.reading.fragments import is_partial
from empathy_lint.reading.jsx import functions
from empathy_lint.reading.jsx.composing import ELEMENTS, Page
from empathy_lint.reading.jsx.detection import imports_mail
from empathy_lint.reading.jsx.parts import Kind, Part, chosen, pieces_of, says_words, without_titles
from empathy_lint.reading.jsx.scopes import FUNCTIONS, Scope, function_in
from empathy_lint.reading.jsx.subjects import Subject, find_subjects
from empathy_lint.reading.message import BlockKind, Source, Suppression
from empathy_lint.reading.suppressions import suppressions_of_container
from empathy_lint.reading.unique_keys import UniqueKeys

if TYPE_CHECKING:
    from tree_sitter import Node

_WHOLE: Final = re.compile(r"<(?:html|body|mjml)\b")
_OUTERMOST: Final = FUNCTIONS | {"class_declaration", "class", "variable_declarator"}
_MOST_SUBJECTS: Final = 8  # of one mail
_FEWEST_WORDS: Final = 20  # of a component that may be a mail though nothing says so


@dataclass(frozen=True)
class _Component:
    """What is found to make a page: its name, the node that it is, and the elements in it."""

    name: str
    node: Node
    roots: tuple[Node, ...]


@dataclass(frozen=True)
class _Mail:
    component: _Component
    parts: tuple[Part, ...]

    @cached_property
    def is_whole(self) -> bool:
        return any(part.kind is Kind.BLOCK and _WHOLE.match(part.text) for part in self._shown(self.parts))

    @cached_property
    def words(self) -> int:
        return sum(len(part.text.split()) for part in self._shown(self.parts) if part.kind is Kind.WORDS)

    def _shown(self, parts: Iterable[Part]) -> Iterator[Part]:
        for part in parts:
            yield part
            yield from self._shown(part.inner)


def find_entries(source: Source) -> Entries:
    """The mails of a file of JSX, and a problem where it is none."""
    tree = Tree("tsx", source.text)
    scope = Scope()
    subjects: dict[str, list[Subject]] = {}
    for subject in find_subjects(tree):
        subjects.setdefault(subject.owner, []).append(subject)
    page = Page(tree)
    page.names.declare(tree.root.named_children, scope)
    mails = _mails(page, scope)
    is_of_mails = imports_mail(source.text)
    is_some_whole = any(mail.is_whole for mail in mails)
    fragments: list[str] = []
    entries: list[Entry] = []
    keys = UniqueKeys()
    for mail in mails:
        key = keys.take(mail.component.name or "mail") if len(mails) > 1 else ""
        own = subjects.get(mail.component.name) if mail.component.name else None
        if own is None and len(mails) == 1:
            own = [row for rows in subjects.values() for row in rows]
        head = _subject_of(own or (), page, scope)
        if head:
            entries.append(Entry(key, pieces_of(head), BlockKind.SUBJECT, "html"))
        parts = without_titles(mail.parts) if head else mail.parts
        entries.append(Entry(key, pieces_of(parts), None, "html", _declared(mail, is_of_mails=is_of_mails)))
        if not (mail.is_whole or head) and (is_some_whole or mail.words < _FEWEST_WORDS or is_partial(source.path)):
            fragments.append(key)
    silent, problems = _silenced(source, tree)
    return Entries(
        tuple(entries),
        (*_mistakes(source, tree), *problems),
        suppressions=silent,
        keys=tuple(page.keys),
        fragments=frozenset(fragments),
    )


def _declared(mail: _Mail, *, is_of_mails: bool) -> dict[str, str]:
    return {"channel": "email"} if mail.is_whole or is_of_mails else {}


def _mails(page: Page, scope: Scope) -> list[_Mail]:
    """The components that show words, but for those that others of the file hold."""
    found = []
    for component in _components(page.tree):
        page.renew()
        parts = _parts_of(page, component, scope)
        if says_words(parts):
            found.append(_Mail(component, tuple(parts)))
    return [mail for mail in found if mail.component.name not in page.put_in] or found


def _parts_of(page: Page, component: _Component, scope: Scope) -> list[Part]:
    function = function_in(component.node)
    parts = functions.compose_function(page, function, scope) if function is not None else []
    if says_words(parts):
        return parts
    # Elements that are no result of a function: handed to a renderer, put into a table.
    roots = (root for root in component.roots if root.type != "jsx_self_closing_element")
    return page.compose_all(roots, scope if function is None else page.names.within(function, scope))


def _components(tree: Tree) -> Iterator[_Component]:
    """The outermost functions and constants that hold JSX, in order; of a table of functions, each function."""
    holders: dict[int, tuple[Node, list[Node]]] = {}
    waiting: list[tuple[Node, Node | None, Node | None]] = [(tree.root, None, None)]
    while waiting:
        node, holder, table = waiting.pop()
        if node.type in ELEMENTS or (node.type == "ERROR" and _is_torn(node)):
            found = holder or table or node
            holders.setdefault(found.id, (found, []))[1].append(node)
            continue
        if holder is None and _is_table(node):
            table = table or node
        elif holder is None and node.type in _OUTERMOST and not (table and node.type not in FUNCTIONS):
            holder = node
        waiting += ((child, holder, table) for child in reversed(node.named_children))
    for node, roots in holders.values():
        yield _Component(_name(tree, node), _value(node), tuple(roots))


def _is_torn(node: Node) -> bool:
    """Whether a mistake in the code is an element that is not closed."""
    return any(child.type == "jsx_opening_element" for child in node.named_children)


def _is_table(node: Node) -> bool:
    value = node.child_by_field_name("value") if node.type == "variable_declarator" else None
    return value is not None and value.type == "object"


def _value(node: Node) -> Node:
    value = node.child_by_field_name("value") if node.type == "variable_declarator" else None
    return value if value is not None else node


def _name(tree: Tree, node: Node) -> str:
    """The name of a component; of a function in a table, its key."""
    parent = node.parent
    if node.type == "arrow_function" and parent is not None and parent.type == "pair":
        return tree.code(parent.child_by_field_name("key")).strip("'\"")
    return tree.code(node.child_by_field_name("name"))


def _subject_of(own: Sequence[Subject], page: Page, scope: Scope) -> list[Part]:
    """The subject of a mail, or one of several."""
    rows = [(row.when, page.compose(row.node, scope)) for row in own[:_MOST_SUBJECTS]]
    rows = [(when, parts) for when, parts in rows if says_words(parts)]
    if len(rows) < 2:
        return [part for _, parts in rows for part in parts]
    arms = [(when or f"subject {number}", parts) for number, (when, parts) in enumerate(rows, 1)]
    is_all = all(" == " in when for when, _ in arms)  # one of a table's, so the last is for all others
    return chosen([*arms[:-1], ("", arms[-1][1])] if is_all else arms, 0)


def _silenced(source: Source, tree: Tree) -> tuple[tuple[Suppression, ...], Sequence[Problem]]:
    """What comments silence: the next element, text or string."""
    if "lint" not in source.text:
        return (), ()
    comments = [(tree.start(node), tree.end(node)) for node in tree.nodes() if node.type == "comment"]
    spans = [
        (tree.start(node), tree.end(node)) for node in tree.nodes() if node.type in (*ELEMENTS, "jsx_text", "string")
    ]
    spans = [(start, end) for start, end in spans if source.text[start:end].strip()]
    return suppressions_of_container(source, comments, sorted(spans, key=lambda span: (span[0], -span[1])))


def _mistakes(source: Source, tree: Tree) -> Iterator[Problem]:
    node = tree.mistake()
    if node is not None:
        place = source.position(tree.start(node))
        message = "From here on this is no JSX that can be understood."
        remedy = "Check tags, quotes and braces here; texts that were found are read."
        yield Problem(source.path, message, remedy, place.line, place.column)
