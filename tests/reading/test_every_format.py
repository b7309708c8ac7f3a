"""One letter in every format that is registered: the words that are written are those read, each at its place.

A renderer writes a letter as its format has it, by the library that others write it with where there is one. A new
format has no renderer, and so fails here until it gets one.
"""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTPUTF8
from xml.sax.saxutils import escape

import docx
import javaproperties
import openpyxl
import polib
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold

from empathy_lint.reading.formats import FORMATS
from empathy_lint.reading.message import BlockKind, Message
from empathy_lint.reading.reader import read


@dataclass(frozen=True)
class Letter:
    """What is written; no two of its words with a number are alike."""

    subject: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def text(self) -> str:
        return f"Subject: {self.subject}\n\n{self.body}\n"


# What formats write in a way of their own, and no template language takes for code.
SIGNS = (
    '"quoted"', "it's", "“curly”", "5 % off", "x: y", "no # 1", "$5", "(a)", "; then", "a, b", "a | b", "you & me", "é",
    "ß", "你好", "😀", "e\u0301", "n/a", "= 3", "! so", "? why", "@ noon", "a – b",
)  # fmt: skip
WORDS = st.one_of(st.sampled_from(SIGNS), st.text(alphabet="abcdefghilmnoprstuéñß", min_size=2, max_size=8))


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    number = 0

    def sentence() -> str:
        nonlocal number
        number += 1
        words = " ".join(draw(st.lists(WORDS, min_size=1, max_size=6)))
        return f"We wrote marked{number} {words} to you."

    subject = sentence().removesuffix(".")
    return Letter(subject, tuple(sentence() for _ in range(draw(st.integers(1, 4)))))


def quoted(text: str) -> str:
    """In double quotes, with escapes that JSON and its kin have in common."""
    return json.dumps(text, ensure_ascii=False)


def single(text: str) -> str:
    """In single quotes, as PHP and Ruby have them."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def as_html(letter: Letter) -> str:
    body = "\n".join(f"<p>{html.escape(each)}</p>" for each in letter.paragraphs)
    return f"<html><head><title>{html.escape(letter.subject)}</title></head><body>{body}</body></html>"


def as_po(letter: Letter) -> str:
    catalogue = polib.POFile(wrapwidth=60)
    catalogue.metadata = {"Language": "en"}
    for part, said in (("subject", letter.subject), ("body", letter.body)):
        catalogue.append(polib.POEntry(msgid=f"late.{part}", msgstr=said))
    return str(catalogue)


def as_xcstrings(letter: Letter) -> str:
    units = {
        f"late.{part}": {"localizations": {"en": {"stringUnit": {"state": "translated", "value": said}}}}
        for part, said in (("subject", letter.subject), ("body", letter.body))
    }
    return json.dumps({"sourceLanguage": "en", "strings": units, "version": "1.0"})


def as_eml(letter: Letter) -> bytes:
    mail = EmailMessage(policy=SMTPUTF8)  # SMTP would lose a space between two words that it encodes
    mail["Subject"] = letter.subject
    mail.set_content(letter.body + "\n", cte="quoted-printable")
    return mail.as_bytes()


def as_table(delimiter: str) -> Callable[[Letter], str]:
    def table(letter: Letter) -> str:
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=delimiter)
        writer.writerows([["key", "subject", "body"], ["late", letter.subject, letter.body]])
        return out.getvalue()

    return table


def as_xliff(letter: Letter) -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en"><body>'
        f'<trans-unit id="late"><source>{escape(letter.text)}</source></trans-unit></body></file></xliff>'
    )


def as_android(letter: Letter) -> str:
    said = escape(letter.text).replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"').replace("\n", "\\n")
    return f'<resources><string name="late">{said}</string></resources>'


def as_odoo(letter: Letter) -> str:
    body = "".join(f"<p>{escape(each)}</p>" for each in letter.paragraphs)
    return (
        '<odoo><record id="late" model="mail.template"><field name="name">Utilise this</field>'
        f'<field name="subject">{escape(letter.subject)}</field><field name="body_html">{body}</field></record></odoo>'
    )


def as_php(letter: Letter) -> str:
    lines = "".join(f"\n->line({single(each)})" for each in letter.paragraphs)
    return (
        f"<?php class Late {{ function toMail($x) {{ return (new Mail)->subject({single(letter.subject)}){lines}; }} }}"
    )


def as_jsx(letter: Letter) -> str:
    def text(said: str) -> str:
        return html.escape(said, quote=False)

    body = "\n      ".join(f"<Text style={{text}}>{text(each)}</Text>" for each in letter.paragraphs)
    return (
        "import { Body, Html, Text } from '@react-email/components'\n"
        f"export const Late = () => (\n  <Html>\n    <Body>\n      {body}\n    </Body>\n  </Html>\n)\n"
        f"Late.subject = {single(letter.subject)}\n"
    )


def as_docx(letter: Letter) -> bytes:
    document = docx.Document()
    for line in (f"Subject: {letter.subject}", *letter.paragraphs):
        document.add_paragraph(line)
    return saved(document)


def as_xlsx(letter: Letter) -> bytes:
    book = openpyxl.Workbook()
    for row in (["key", "subject", "body"], ["late", letter.subject, letter.body]):
        book.active.append(row)
    return saved(book)


def saved(file: object) -> bytes:
    packed = io.BytesIO()
    file.save(packed)  # type: ignore[attr-defined]
    return packed.getvalue()


# Format, the name of its file, and how a letter is written in it.
RENDERERS: dict[str, tuple[str, Callable[[Letter], str | bytes]]] = {
    "text": ("late.txt", lambda letter: letter.text),
    "markdown": ("late.md", lambda letter: letter.text),
    "html": ("late.html", as_html),
    "json": ("late.json", lambda row: json.dumps({"late": {"subject": row.subject, "body": row.body}})),
    "yaml": ("late.yaml", lambda row: yaml.safe_dump({"late": {"subject": row.subject, "body": row.body}}, width=60)),
    "po": ("late.po", as_po),
    "properties": (
        "late.properties",
        lambda row: javaproperties.dumps({"late.subject": row.subject, "late.body": row.body}, timestamp=False),
    ),
    "strings": (
        "late.strings",
        lambda row: f'"late.subject" = {quoted(row.subject)};\n"late.body" = {quoted(row.body)};\n',
    ),
    "xcstrings": ("late.xcstrings", as_xcstrings),
    "eml": ("late.eml", as_eml),
    "csv": ("late.csv", as_table(",")),
    "tsv": ("late.tsv", as_table("\t")),
    "xliff": ("late.xlf", as_xliff),
    "android": ("values/strings.xml", as_android),
    "odoo": ("late.xml", as_odoo),
    "php": ("Late.php", as_php),
    "php-array": (
        "late.php",
        lambda row: f"<?php return ['late' => ['subject' => {single(row.subject)}, 'body' => {single(row.body)}]];",
    ),
    "python": ("late.py", lambda row: f"def late(x):\n    send_mail({row.subject!r}, {row.body!r})\n"),
    "ruby": (
        "late.rb",
        lambda row: f"def late(x)\n  mail(subject: {single(row.subject)}, body: {single(row.body)})\nend\n",
    ),
    "jsx": ("late.tsx", as_jsx),
    "docx": ("late.docx", as_docx),
    "xlsx": ("late.xlsx", as_xlsx),
}


def test_every_registered_format_has_a_renderer() -> None:
    assert set(RENDERERS) == set(FORMATS)


def message_in(format_name: str, letter: Letter) -> Message:
    path, render = RENDERERS[format_name]
    written = render(letter)
    reading = read(path, written.encode() if isinstance(written, str) else written)
    assert reading.problems == ()
    (message,) = reading.messages
    assert message.format == format_name
    return message


def marks(text: str) -> list[str]:
    return [word for word in text.split() if word.startswith("marked")]


@pytest.mark.parametrize("format_name", FORMATS)
@given(letter=letters())
@settings(max_examples=max(4, settings.default.max_examples // 5), suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read_and_every_word_is_where_it_stands(format_name: str, letter: Letter) -> None:
    message = message_in(format_name, letter)
    assert [block.prose for block in message.blocks] == [letter.subject, *letter.paragraphs]
    assert message.blocks[0].kind is BlockKind.SUBJECT
    assert_positions_hold(message)
    source = message.source.text
    for block in message.blocks:
        for mark in marks(block.prose):
            at = block.prose.index(f"{mark} ")
            start, end = block.source_span(at, at + len(mark))
            assert source[start:end] == mark
            assert message.source.position(start).offset == start
