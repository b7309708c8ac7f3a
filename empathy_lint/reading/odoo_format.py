"""Odoo's data files: each record of a template is one message, of its subject and its body.

`<record id="late" model="mail.template"><field name="subject">…</field><field name="body_html">…</field></record>`
"""

from __future__ import annotations

import re
from typing import Final

from empathy_lint.reading.entries import Entries, Entry, Piece, pieces_with_escapes
from empathy_lint.reading.message import BlockKind, Message, Source
from empathy_lint.reading.unique_keys import UniqueKeys
from empathy_lint.reading.xml_events import END, START, TEXT, Event, as_xml, collect

_MAIL: Final = "mail.template"
_SMS: Final = "sms.template"
_MODELS: Final = frozenset({_MAIL, "email.template", _SMS})
_TEMPLATE: Final = re.compile(r"\bmodel\s*=\s*[\"'](?:mail|email|sms)\.template[\"']")
_SPACE: Final = re.compile(r"&amp;nbsp;")  # as they stood in CDATA sections, and stayed
_MARKUP: Final = "markup"  # how the text of a field that has elements is quoted
# What the fields of a template hold for its reader, and what they are read as, by model.
_FIELDS: Final = {
    "subject": (BlockKind.SUBJECT, "text", _MAIL),
    "body_html": (None, "html", _MAIL),
    "body": (None, "text", _SMS),
}


def holds_templates(text: str) -> bool:
    """Whether a data file has records of templates."""
    return _TEMPLATE.search(text) is not None


def find_entries(source: Source) -> Entries:
    """The subjects and bodies of the templates of a data file."""
    return collect(source, _Reader(source))


def as_odoo(text: str, message: Message, at: int) -> str | None:
    """`text` as character data, or in a CDATA section; in a body that is markup, what HTML escapes is escaped."""
    inner = next((each for each in message.inner if each.start <= at <= each.end), None)
    return text if inner is not None and inner.quoting == _MARKUP else as_xml(text, message.source.text, at)


class _Reader:
    """Follows the events of a data file, and keeps what the field that is open holds."""

    def __init__(self, source: Source) -> None:
        self.entries: list[Entry] = []
        self.spans: list[tuple[int, int]] = []
        self._source = source
        self._keys = UniqueKeys()
        self._record: Event | None = None
        self._key = ""
        self._field: Event | None = None
        self._inner: list[Event] = []  # of the field

    def take(self, event: Event) -> None:
        """The next event of the file."""
        if self._field is not None:
            if event.kind == END and event.name == "field":
                self._finish(self._field, event)
            else:
                self._inner.append(event)
        elif event.name == "record" and event.kind == START:
            is_template = event.attributes.get("model") in _MODELS
            self._record = event if is_template else None
            self._key = self._keys.take(event.attributes.get("id") or "template") if is_template else ""
        elif event.name == "record" and self._record is not None:
            self.spans.append((self._record.start, event.end))
            self._record = None
        elif event.kind == START and self._record is not None and event.attributes.get("name") in _FIELDS:
            _, _, model = _FIELDS[event.attributes["name"]]
            if (model == _SMS) == (self._record.attributes["model"] == _SMS):
                self._field, self._inner = event, []

    def _finish(self, field: Event, end: Event) -> None:
        role, format_name, model = _FIELDS[field.attributes["name"]]
        pieces = self._pieces(end.start)
        if pieces and field.attributes.get("eval") is None:
            declared = {"channel": "sms"} if model == _SMS else {}
            quoting = _MARKUP if self._has_elements else ""
            self.entries.append(Entry(self._key, pieces, role, format_name, declared, quoting))
        self._field = None

    @property
    def _has_elements(self) -> bool:
        return any(event.kind != TEXT for event in self._inner)

    def _pieces(self, end: int) -> tuple[Piece, ...]:
        """The text of a field; markup in it is read as it is written."""
        if not self._inner:
            return ()
        if self._has_elements:
            start = self._inner[0].start
            return tuple(pieces_with_escapes(self._source.text, start, end, _SPACE, lambda _: "\u00a0"))
        return tuple(event.piece(self._source) for event in self._inner)
