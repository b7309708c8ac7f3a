"""The texts of a catalogue become entries: what is prose, what belongs to one message, and what part it plays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from empathy_lint.reading.entries import Entry, Piece
from empathy_lint.reading.message import BlockKind


@dataclass(frozen=True)
class Text:
    """A string of a catalogue: the names that lead to it, where it is written, and how it is quoted there."""

    path: tuple[str, ...]
    pieces: tuple[Piece, ...]
    quoting: str = ""

    @cached_property
    def value(self) -> str:
        """What the string says, decoded."""
        return "".join(piece.text for piece in self.pieces)


# What a part of a message is called, and the kind of block it is; None: its own content tells.
PARTS: Final[dict[str, BlockKind | None]] = {
    **dict.fromkeys("subject subject_line email_subject title".split(), BlockKind.SUBJECT),
    **dict.fromkeys("preheader preheader_text preview preview_text".split(), BlockKind.PREHEADER),
    **dict.fromkeys("heading headline header".split(), BlockKind.HEADING),
    **dict.fromkeys("button button_text button_label cta cta_text cta_label action_text".split(), BlockKind.BUTTON),
    "footer": BlockKind.FOOTER,
    **dict.fromkeys(
        "body content text message html plain sms greeting salutation intro introduction opening closing outro"
        " signature body_html body_text html_body text_body html_content text_content".split()
    ),
}
_BODIES: Final = frozenset(name for name, kind in PARTS.items() if kind is None) | {"subject", "email_subject"}
# The same content twice: the recipient sees the page, so the plain text beside it is not read again.
PAGES: Final = frozenset("html body_html html_body html_content".split())
_PLAIN: Final = frozenset("text plain body_text text_body text_content".split())
# Parts that end a flat name, as `overdue_subject` does; other words end names of many things.
_ENDINGS: Final = frozenset("subject preheader preview body html text cta button heading".split())
# What stands beside the parts of a message to describe it, for those who work with it.
_ABOUT: Final = frozenset("name description comment comments note notes context".split())
_CHANNELS: Final = frozenset("email sms letter chat push".split())
_CHANNEL_NAMES: Final = ("type", "template_type", "channel")
HEADS: Final = (BlockKind.SUBJECT, BlockKind.PREHEADER)

_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS_OF_NAME: Final = re.compile(r"[\s._:/]+")
_FLAT_NAME: Final = re.compile(r"(\S+)([._:/-])([^\s._:/-]+)")
_NO_WORDS: Final = re.compile(r"\{\{[^{}]*\}\}|\{[\w.]*\}|<[^<>]*>|\b(?:https?|ftp|mailto|tel):\S*|\b[^\s@]{1,64}@\S+")
_WORD: Final = re.compile(r"(?<![\w./#@:$%&=\\-])[^\W\d_]{2,}(?:['’-][^\W\d_]+)*(?![\w/@=(\\]|[.:]\w)")
_LONGEST_KEY: Final = 72


def entries_of(texts: Iterable[Text]) -> tuple[Entry, ...]:
    """An entry for each text that is prose or a part of a message; of two texts with one name, the last is used."""
    rows = [_Row(text) for text in {text.path: text for text in texts}.values()]
    families: dict[tuple[str, ...], dict[str, str]] = {}
    channels: dict[tuple[str, ...], str] = {}
    for row in rows:
        if row.part:
            families.setdefault(row.stem, {})[row.part] = row.text.value
        if row.name in _CHANNEL_NAMES and row.text.value.strip().lower() in _CHANNELS:
            channels[row.text.path[:-1]] = row.text.value.strip().lower()
    messages = {stem: set(parts) for stem, parts in families.items() if _is_message(parts)}
    keys = _Keys()
    entries = [entry for row in rows if (entry := _entry(row, messages, channels, keys)) is not None]
    order = {key: number for number, key in enumerate(dict.fromkeys(entry.key for entry in entries))}
    # The recipient sees the subject first, wherever it is written.
    return tuple(sorted(entries, key=lambda entry: (order[entry.key], entry.role not in HEADS)))


def is_prose(text: str) -> bool:
    """Whether a text has two words at least: an address, a colour, a code or a number has not."""
    words = _WORD.finditer(_NO_WORDS.sub(" ", text))
    return next(words, None) is not None and next(words, None) is not None


class _Row:
    """A text with the last of its names taken apart: `stem` and `part` of what may be one message with others."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.name = plain_name(text.path[-1]) if text.path else ""
        self.stem, self.part = text.path[:-1], self.name if self.name in PARTS else ""
        flat = _FLAT_NAME.fullmatch(text.path[-1]) if text.path and not self.part else None
        if flat is not None:
            part = plain_name(flat[3])
            if part in (PARTS if flat[2] == "." else _ENDINGS):
                self.stem, self.part = (*text.path[:-1], flat[1]), part


class _Keys:
    """Keys short enough for a report, each for one message."""

    def __init__(self) -> None:
        self._by_path: dict[tuple[str, ...], str] = {}
        self._taken: set[str] = set()

    def of(self, path: tuple[str, ...]) -> str:
        if path not in self._by_path:
            full = " ".join(".".join(path).split())
            key = short = full if len(full) <= _LONGEST_KEY else f"{full[:_LONGEST_KEY]}…"
            number = 2
            while key in self._taken:
                key, number = f"{short} ({number})", number + 1
            self._taken.add(key)
            self._by_path[path] = key
        return self._by_path[path]


def _entry(
    row: _Row, messages: dict[tuple[str, ...], set[str]], channels: dict[tuple[str, ...], str], keys: _Keys
) -> Entry | None:
    text, parts = row.text, messages.get(row.stem, set())
    role = PARTS.get(row.part)
    if row.part and parts:
        if (row.part in _PLAIN and parts & PAGES) or not _has_word(text.value):
            return None
        declared = {"channel": channels[row.stem]} if row.stem in channels else {}
        return Entry(keys.of(row.stem), text.pieces, role, None, declared, text.quoting)
    if (row.name in _ABOUT and text.path[:-1] in messages) or not is_prose(text.value):
        return None
    role = role or (BlockKind.SUBJECT if _is_subject(text.path) else None)
    return Entry(keys.of(text.path), text.pieces, role, None, {}, text.quoting)


def _is_subject(path: tuple[str, ...]) -> bool:
    """Whether a name above or inside of the last one says so: `overdue.subject.final`, or gettext's `email subject`."""
    names = [part for name in path[:-1] for part in _PARTS_OF_NAME.split(plain_name(name))]
    *inner, _ = _PARTS_OF_NAME.split(plain_name(path[-1])) if path and " " not in path[-1] else ("",)
    return any(PARTS.get(name) is BlockKind.SUBJECT and name != "title" for name in (*names, *inner))


def _is_message(parts: dict[str, str]) -> bool:
    """Whether these parts make one message: more than one, one of them a subject or a body, and prose in one."""
    return len(parts) > 1 and bool(parts.keys() & _BODIES) and any(map(is_prose, parts.values()))


def _has_word(text: str) -> bool:
    return _WORD.search(_NO_WORDS.sub(" ", text)) is not None


def plain_name(name: str) -> str:
    """A name in lower case, its words parted by low lines: `emailSubject` and `EMAIL-SUBJECT` are `email_subject`."""
    return _HUMP.sub("_", name).replace("-", "_").lower()
