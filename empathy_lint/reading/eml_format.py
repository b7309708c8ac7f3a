"""Mails as they are sent (`.eml`): subject and text, read once from the part that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from empathy_lint.errors import Problem
from empathy_lint.reading.entries import Entries, Entry, Piece, whole
from empathy_lint.reading.message import BlockKind, Message, Source
from empathy_lint.reading.transfer import Decoder, base64, codec_of, header_words, is_encoded, quoted_printable

if TYPE_CHECKING:  # the standard library's email package is slow to import, and few runs read mail
    from empathy_lint.reading.mime import Part

_SUBJECT: Final = re.compile(r"^subject:[ \t]*([^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*)", re.IGNORECASE | re.MULTILINE)
_WRAPPED: Final = {"quoted-printable": quoted_printable, "base64": base64}
_AS_IT_IS: Final = (frozenset(range(32, 127)) | frozenset(b"\r\n")) - frozenset(b"=")
_PLAIN: Final = ("", "7bit", "8bit", "binary")


def find_entries(source: Source) -> Entries:
    """The subject and the shown text of a mail, parts of one message without a key."""
    from empathy_lint.reading.mime import shown_parts, walk

    mail = _mail(source)
    if not mail.headers.keys():
        message = "This is no mail: it does not begin with headers."
        return Entries((), (Problem(source.path, message, "Save the mail as .eml, or name the text .txt.", 1, 1),))
    # Where parts lie within each other, one fault of the outermost is mostly theirs, too.
    faulty = next((part for part in walk(mail) if part.fault), None)
    problems = [_problem(source, faulty.start, faulty.fault, "Save the mail again.")] if faulty else []
    entries = list(_subject(source, mail, problems))
    shown = shown_parts(mail)
    entries += [entry for part in shown for entry in _text(source, part, problems)]
    if not shown:
        problems.append(_problem(source, mail.start, "This mail has no text to read.", "Save it with its text."))
    return Entries(tuple(entries), tuple(problems))


def as_eml(text: str, message: Message, at: int) -> str | None:
    """`text` as the part or header at `at` writes it; None inside of base64 and of an encoded word."""
    from empathy_lint.reading.mime import shown_parts

    source = message.source.text
    mail = _mail(message.source)
    if at < mail.start:
        start, end = _subject_span(source, mail)
        plain = text.isascii() and "\n" not in text and not is_encoded(source, start, end)
        return text if plain else None
    part = next((row for row in shown_parts(mail) if row.start <= at <= row.end), None)
    if part is None or part.encoding == "base64":
        return None
    return _as_quoted_printable(text, part) if part.encoding == "quoted-printable" else text


def _mail(source: Source) -> Part:
    return _kept(source.text, source.options.limits.mail_parts)


@lru_cache(maxsize=2)
def _kept(text: str, deepest: int) -> Part:
    """The mail in a file; kept, since every word that is written into it asks for its parts."""
    from empathy_lint.reading.mime import read_part

    return read_part(text, deepest=deepest)


def _subject_span(text: str, mail: Part) -> tuple[int, int]:
    match = _SUBJECT.search(text, mail.top, mail.start)
    return match.span(1) if match else (mail.top, mail.top)


def _subject(source: Source, mail: Part, problems: list[Problem]) -> Iterator[Entry]:
    start, end = _subject_span(source.text, mail)
    decoder = Decoder("utf-8")
    unknown = header_words(source.text, start, end, decoder)
    problems += [_unknown_charset(source, start, charset) for charset in unknown]
    problems += _undecoded(source, decoder, "subject")
    yield from _entry(decoder.pieces, BlockKind.SUBJECT, "text")


def _text(source: Source, part: Part, problems: list[Problem]) -> Iterator[Entry]:
    """What a shown part says."""
    name = "html" if part.type == "text/html" else "text"
    codec = codec_of(part.charset)
    if codec is None:
        problems.append(_unknown_charset(source, part.top, part.charset))
    unwrap = _WRAPPED.get(part.encoding)
    if unwrap is None:
        if part.encoding not in _PLAIN:
            message = f"“{part.encoding}” is no way to wrap the text of a mail."
            problems.append(_problem(source, part.top, message, "It is read as it stands; save the mail again."))
        yield from _entry(list(whole(source.text[part.start : part.end], part.start)), None, name)
        return
    decoder = Decoder(codec or "utf-8")
    unwrap(source.text, part.start, part.end, decoder)
    problems += _undecoded(source, decoder, f"part that declares {(part.charset or 'UTF-8').upper()}")
    yield from _entry(decoder.pieces, None, name)


def _entry(pieces: list[Piece], role: BlockKind | None, format_name: str) -> Iterator[Entry]:
    if pieces:
        yield Entry("", tuple(pieces), role, format_name, {"channel": "email"})


def _as_quoted_printable(text: str, part: Part) -> str | None:
    """The text in the part's charset, all but plain ASCII as bytes."""
    try:
        encoded = text.encode(codec_of(part.charset) or "utf-8", _on_missing(part))
    except UnicodeEncodeError:
        return None
    return "".join(map(_quoted, encoded))


def _quoted(byte: int) -> str:
    return chr(byte) if byte in _AS_IT_IS else f"={byte:02X}"


def _on_missing(part: Part) -> str:
    return "xmlcharrefreplace" if part.type == "text/html" else "strict"


def _undecoded(source: Source, decoder: Decoder, what: str) -> list[Problem]:
    """One problem for all bytes of a part that could not be decoded, at the first of them."""
    if not decoder.bad:
        return []
    message = f"The {what} holds something that cannot be decoded."
    return [_problem(source, min(decoder.bad), message, "Save the mail again, with its true charset (best UTF-8).")]


def _unknown_charset(source: Source, at: int, charset: str) -> Problem:
    return _problem(source, at, f"This mail declares an unknown charset, “{charset}”.", "Save it in UTF-8.")


def _problem(source: Source, at: int, message: str, remedy: str) -> Problem:
    place = source.position(at)
    return Problem(source.path, message, remedy, place.line, place.column)
