"""Gettext catalogues (`.po`, `.pot`): what is shown is the translation, or the text itself where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from empathy_lint.errors import Problem
from empathy_lint.reading.catalogues.texts import Text, entries_of
from empathy_lint.reading.entries import Entries, Piece, pieces_with_escapes
from empathy_lint.reading.message import Source

_LINE: Final = re.compile(r"[^\r\n]+")
_KEYWORD: Final = re.compile(r"[ \t]*(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?[ \t]*(?=\"|$)")
_STRING: Final = re.compile(r'[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*$')
_ESCAPE: Final = re.compile(r"\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_REMEDY: Final = 'A line here is a comment (#), a keyword (msgid, msgstr) with a text, or a text in quotes: "…".'
_MOST_PROBLEMS: Final = 20


@dataclass
class _Entry:
    """One entry as it is written: the pieces of each of its texts by keyword and number."""

    strings: dict[tuple[str, str], list[Piece]] = field(default_factory=dict)
    fuzzy: bool = False

    def text(self, keyword: str, number: str = "") -> str:
        return "".join(piece.text for piece in self.strings.get((keyword, number), ()))

    @property
    def has_translation(self) -> bool:
        return any(keyword == "msgstr" for keyword, _ in self.strings)


def find_entries(source: Source) -> Entries:
    """The texts of a gettext catalogue, and a problem for each line that is none of its own."""
    reader = _Reader(source)
    rows = [text for entry in reader.read() for text in _texts(entry)]
    return Entries(entries_of(rows), tuple(reader.problems), tuple(reader.comments))


class _Reader:
    """Reads line by line; a new entry begins where a translation is followed by something else."""

    def __init__(self, source: Source) -> None:
        self.problems: list[Problem] = []
        self.comments: list[tuple[int, int]] = []
        self._source = source
        self._entry = _Entry()
        self._open: list[Piece] | None = None

    def read(self) -> Iterator[_Entry]:
        for line in _LINE.finditer(self._source.text):
            words = line.group().strip()
            begins = words.startswith(("#", "msgctxt", "msgid"))
            if begins and self._entry.has_translation:
                yield self._entry
                self._entry = _Entry()
            if words.startswith("#"):
                self._comment(line, words)
            elif words:
                self._text(line)
        yield self._entry

    def _comment(self, line: re.Match[str], words: str) -> None:
        self._open = None
        self.comments.append(line.span())
        if words.startswith("#,") and "fuzzy" in words:
            self._entry.fuzzy = True

    def _text(self, line: re.Match[str]) -> None:
        keyword = _KEYWORD.match(line.group())
        if keyword is not None:
            self._open = self._entry.strings.setdefault((keyword[1], keyword[2] or ""), [])
        string = _STRING.match(line.group(), keyword.end() if keyword is not None else 0)
        if string is None or self._open is None:
            self._problem(line.start())
        else:
            start, end = string.span(1)
            self._open += _pieces(self._source.text, line.start() + start, line.start() + end)

    def _problem(self, at: int) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            place = self._source.position(at)
            text = "This line of the catalogue cannot be read."
            self.problems.append(Problem(self._source.path, text, _REMEDY, place.line, place.column))


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    return pieces_with_escapes(text, start, end, _ESCAPE, _decoded)


def _decoded(sign: str) -> str:
    if sign[0] == "x" and len(sign) > 1:
        return chr(int(sign[1:], 16))
    if sign.isdigit():
        return chr(int(sign, 8))
    return _ESCAPES.get(sign, sign)


def _texts(entry: _Entry) -> Iterator[Text]:
    """What the recipient reads of an entry: of a doubtful translation, as of none, the text it stands for."""
    name = entry.text("msgid")
    if not name:  # the header
        return
    context = entry.text("msgctxt")
    path = (context, name) if context else (name,)
    shown = {} if entry.fuzzy else {key: row for key, row in entry.strings.items() if key[0] == "msgstr"}
    if any(piece.text for pieces in shown.values() for piece in pieces):
        for (_, number), pieces in shown.items():
            yield Text(_numbered(path, number), tuple(pieces))
    else:
        yield Text(path, tuple(entry.strings["msgid", ""]))
        if ("msgid_plural", "") in entry.strings:
            yield Text(_numbered(path, "plural"), tuple(entry.strings["msgid_plural", ""]))


def _numbered(path: tuple[str, ...], number: str) -> tuple[str, ...]:
    return (*path[:-1], f"{path[-1]}[{number}]") if number else path
