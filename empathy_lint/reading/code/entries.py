"""The entries of a mailer's code: the parts that one method puts together are one message."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from empathy_lint.errors import Problem
from empathy_lint.reading.catalogues.texts import HEADS, PAGES, PARTS, Text, entries_of, is_prose
from empathy_lint.reading.code.calls import call_of
from empathy_lint.reading.code.expressions import Words, is_translation
from empathy_lint.reading.code.parts import Part, find_parts
from empathy_lint.reading.code.surroundings import Question, Surroundings, function_around
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.entries import Entries, Entry, Piece
from empathy_lint.reading.message import Source
from empathy_lint.reading.unique_keys import UniqueKeys

if TYPE_CHECKING:
    from tree_sitter import Node

# Where a mail has a page, these say the same for those who do not see it.
_BESIDE_PAGES: Final = frozenset("text plain body message body_text text_body text_content".split())
_STATEMENT: Final = re.compile(r"\{%[^%]*%\}")


@dataclass
class _Mail:
    """The parts that one method, or one call, puts together."""

    function: tuple[str, ...]
    parts: list[tuple[Part, tuple[Question, ...]]] = field(default_factory=list)

    def has(self, part: Part, questions: tuple[Question, ...]) -> bool:
        return any((row.name, asked) == (part.name, questions) for row, asked in self.parts)


def entries_of_code(source: Source, language: str) -> Entries:
    """The texts of a mailer, and a problem where it is no code of its language."""
    tree = Tree(language, source.text)
    collected = _Collected(tree)
    for part in find_parts(tree):
        collected.take(part)
    comments = tuple((tree.start(node), tree.end(node)) for node in tree.nodes() if node.type == "comment")
    keys = tuple((tree.start(node), tree.end(node)) for node in tree.nodes() if _is_translated(tree, node))
    return Entries(collected.entries(), tuple(mistakes_in(source, tree)), comments, keys=keys)


def _is_translated(tree: Tree, node: Node) -> bool:
    """Whether a node is a call that finds a translation by the words it is given."""
    call = call_of(tree, node)
    return call is not None and is_translation(call) and "default" not in call.named


class _Collected:
    """The texts of a file, sorted into mails, texts under a name, and texts that are only translated."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._surroundings = Surroundings(tree)
        self._named: list[Text] = []
        self._translated: list[Text] = []
        self._names = UniqueKeys()
        self._mails: dict[tuple[tuple[str, ...], int | None, int], _Mail] = {}
        self._begun: Counter[tuple[str, ...]] = Counter()  # mails that a method begins by a subject of their own

    def take(self, part: Part) -> None:
        """The next text of the file."""
        function = function_around(self._tree, part.node)
        if not part.name:
            self._translated.append(Text((self._names.take(_first_form(part.words)),), part.words.pieces))
        elif part.assigned and not function[-1]:
            self._named.append(Text((*function[:-1], part.assigned), part.words.pieces))
        else:
            self._put(part, function, self._surroundings.questions_around(part.node))

    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the source, but for subjects, which come first in their message."""
        keys = UniqueKeys()
        mails: list[Sequence[Entry]] = [_entries_of_mail(mail, keys) for mail in self._mails.values()]
        others: dict[str, list[Entry]] = {}
        for entry in (*entries_of(self._named), *entries_of(self._translated)):
            others.setdefault(entry.key, []).append(entry)
        groups = filter(None, (*mails, *others.values()))
        return tuple(entry for group in sorted(groups, key=_place) for entry in group)

    def _put(self, part: Part, function: tuple[str, ...], questions: tuple[Question, ...]) -> None:
        mail = self._mail(part, function)
        if part.name == "subject" and mail.has(part, questions):
            self._begun[function] += 1
            mail = self._mail(part, function)
        mail.parts.append((part, questions))

    def _mail(self, part: Part, function: tuple[str, ...]) -> _Mail:
        return self._mails.setdefault((function, part.call, self._begun[function]), _Mail(function))


def _first_form(words: Words) -> str:
    """The text, of a choice the first, on one line: it is its own key, as in gettext."""
    return " ".join(_STATEMENT.sub(" ", words.text.partition("{% else %}")[0]).split())


def _place(group: Sequence[Entry]) -> int:
    return min((piece.start for entry in group for piece in entry.pieces), default=0)


def _entries_of_mail(mail: _Mail, keys: UniqueKeys) -> Sequence[Entry]:
    """An entry for each part of a mail, the subject first; none, where nothing in it is prose."""
    has_page = any(part.name in PAGES for part, _ in mail.parts)
    # A string that is cut off, or empty, says nothing and stands nowhere.
    said = [row for row in mail.parts if row[0].words.pieces]
    kept = [row for row in said if not (has_page and row[0].name in _BESIDE_PAGES)]
    if not any(is_prose(part.words.text) for part, _ in kept):
        return ()
    key = keys.take(".".join(name for name in mail.function if name) or "mail")
    shared = _shared([asked for _, asked in kept])
    rows = [_entry(part, asked[shared:], key) for part, asked in kept]
    return sorted(rows, key=lambda entry: entry.role not in HEADS)


def _shared(rows: Sequence[tuple[Question, ...]]) -> int:
    """How many questions all parts begin with: they decide whether the mail is sent, not what it says."""
    count = 0
    while all(len(row) > count and row[count] == rows[0][count] for row in rows):
        count += 1
    return count


def _entry(part: Part, questions: Iterable[Question], key: str) -> Entry:
    pieces = part.words.pieces
    at = pieces[0].start
    for condition, holds in reversed(list(questions)):
        otherwise = () if holds else (Piece("{% else %}", at, at),)
        pieces = (Piece(f"{{% if {condition} %}}", at, at), *otherwise, *pieces, Piece("{% endif %}", at, at))
    return Entry(key, pieces, PARTS.get(part.name), "html" if part.name in PAGES else None)


def mistakes_in(source: Source, tree: Tree) -> Iterable[Problem]:
    """A problem at the first place that is no code of the language, if there is one."""
    node = tree.mistake()
    if node is not None:
        place = source.position(tree.start(node))
        message = f"From here on this is no {tree.language.title().replace('Php', 'PHP')} that can be understood."
        remedy = "Check quotes and brackets here; texts that were found are read."
        yield Problem(source.path, message, remedy, place.line, place.column)
