"""The way back: words as a format writes them, and edits in the bytes of a file.

A format is writable when `_ESCAPES` says how words are written in it. Whatever is written is read again by
those who write it (`rewritten`): a word that would come out as something else is never offered.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.reading import plugin_format
from empathy_lint.reading.android_format import as_android
from empathy_lint.reading.csv_format import as_csv
from empathy_lint.reading.decoding import encoding_of
from empathy_lint.reading.edits import Edit, edited
from empathy_lint.reading.eml_format import as_eml
from empathy_lint.reading.excel.writing import as_xlsx
from empathy_lint.reading.message import BlockKind, Message
from empathy_lint.reading.odoo_format import as_odoo
from empathy_lint.reading.packages import open_packed
from empathy_lint.reading.quoting import QUOTES, Quote, line_end_of
from empathy_lint.reading.reader import read, read_package
from empathy_lint.reading.thymeleaf.texts import quote_around
from empathy_lint.reading.xliff_format import as_xliff
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions

Escape = Callable[[str, Message, int], str | None]

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
# What Markdown takes for markup wherever it stands; the rest depends on the place, and reading it again tells.
_MARKDOWN_SIGNS: Final = re.compile(r"[\\`*<>]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")

_QUOTED_SIGNS: Final = re.compile(r"[\\']")  # which end a text of Thymeleaf's, unless a backslash stands before


def escape(text: str, message: Message, at: int) -> str | None:
    """`text` as it has to be written at offset `at` of the message's source, so that its recipient reads it.

    Line ends become those of the file. None: nothing can be written there, or not in the file's encoding.
    """
    quote = QUOTES.get(message.format)
    if quote is not None:
        written = _quoted(text, message, at, quote)
    else:
        written = _escaped(_LINE_END.sub(line_end_of(message.source.text), text), message, at)
    return written if written is not None and _exists_in(written, message.source.codec) else None


def _escaped(text: str, message: Message, at: int) -> str | None:
    """`text` as the format of an entry writes it, then as its container does; most messages have but one format."""
    written: str | None = text
    for name in (*_inner_formats(message, at), message.format):
        write = _ESCAPES.get(name) or _escape_of_plugin(name)
        written = write(written, message, at) if write and written is not None else None
    return written


def _escape_of_plugin(format_name: str) -> Escape | None:
    """How a format of an installed package writes words, where it says so."""
    if format_name not in plugin_format.names():
        return None
    found = plugin_format.plugin_format(format_name)
    return found.call("escape") if found.is_writable else None


def _inner_formats(message: Message, at: int) -> list[str]:
    """What the text of a container that stands at `at` is read as; nothing for a message that is a file.

    A Word document holds no HTML, though it is read as the HTML that would show it.
    """
    if message.format == "docx":
        return []
    return [each.format for each in message.inner if each.start <= at <= each.end][:1]


def _quoted(text: str, message: Message, at: int, quote: Quote) -> str | None:
    """`text` as the format of an entry writes it, quoted as its container does."""
    inner = next((each for each in message.inner if each.start <= at <= each.end), None)
    if inner is None or inner.format not in _ESCAPES:
        return None
    written = _ESCAPES[inner.format](_LINE_END.sub("\n", text), message, at)
    return None if written is None else quote(written, message.source, at, inner)


def rewritten(message: Message, edits: Sequence[Edit]) -> Message | None:
    """The message as it is read once the edits are made in its source; None where it can no longer be read."""
    packed, text = message.source.packed, message.source.text
    try:
        if packed is not None:
            reading = read_package(packed.edited(edits))
        else:
            data = edited(text, edits).encode("utf-8", "surrogatepass")
            options = message.source.options
            reading = read(message.path, data, format_name=message.format, root=message.root, options=options)
    except ProblemError:
        return None
    found = [each for each in reading.messages if each.key == message.key]
    if len(found) != 1:
        return None
    # What the config silences, and whether other files include it, only the run can tell.
    silent = (replace(row, end=len(found[0].source.text)) for row in message.suppressions if row.said_by)
    suppressions = (*found[0].suppressions, *silent)
    return replace(
        found[0], is_fragment=message.is_fragment, is_on_screen=message.is_on_screen, suppressions=suppressions
    )


def apply_edits(path: str, data: bytes, edits: Iterable[Edit], options: ReadingOptions = DEFAULT_READING) -> bytes:
    """The bytes of a file with the edits made in its text: mark, encoding and every other byte stay as they are.

    Of a package the bytes of all its parts but those with edited words stay. Raises ProblemError, naming `path`, where
    the file's encoding has no way to write the new words or does not give back its own bytes, or a package cannot hold
    them; ValueError for edits that overlap.
    """
    opened = open_packed(path, data, options=options)
    if opened is not None and opened[1].packed is not None:
        return opened[1].packed.edited(list(edits)).to_bytes()
    encoding = encoding_of(data)
    body = data[len(encoding.mark) :]
    text = body.decode(encoding.codec)
    if text.encode(encoding.codec) != body:
        raise ProblemError(_unwritable(path, encoding.codec))
    try:
        return encoding.mark + edited(text, edits).encode(encoding.codec)
    except UnicodeEncodeError as error:
        raise ProblemError(_unwritable(path, encoding.codec)) from error


def _unwritable(path: str, codec: str) -> Problem:
    return Problem(path, f"The new words cannot be written in {codec.upper()}.", "Save the file as UTF-8.")


def _exists_in(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _as_text(text: str, message: Message, at: int) -> str:  # noqa: ARG001 - one signature for every format
    return text


def _as_markdown(text: str, message: Message, at: int) -> str:  # noqa: ARG001
    return _MARKDOWN_SIGNS.sub(lambda sign: f"\\{sign.group()}", text)


def _as_html(text: str, message: Message, at: int) -> str | None:
    quote = quote_around(message.source.text, at)
    if quote == "|" and set(text) & set("|{}"):  # what would be code there
        return None
    if quote == "'":
        text = _QUOTED_SIGNS.sub(r"\\\g<0>", text)
    escaped = (
        html.escape(text, quote=False).replace('"', "&quot;")
        if quote
        else html.escape(text, quote=_is_in_attribute(message, at))
    )
    try:
        return escaped.encode(message.source.codec, "xmlcharrefreplace").decode(message.source.codec)
    except LookupError:
        return escaped


def _is_in_attribute(message: Message, at: int) -> bool:
    """Whether the place belongs to an alternative text, which a tag holds in quotes."""
    return any(
        block.kind is BlockKind.ALT_TEXT and block.slices[0].source_start <= at <= block.slices[-1].source_end
        for block in message.blocks
    )


# Format and how words are written in it.
_ESCAPES: Final[dict[str, Escape]] = {
    "text": _as_text,
    "markdown": _as_markdown,
    "html": _as_html,
    "eml": as_eml,
    "csv": as_csv,
    "tsv": as_csv,
    "xliff": as_xliff,
    "android": as_android,
    "odoo": as_odoo,
    "docx": _as_text,
    "xlsx": as_xlsx,
}
