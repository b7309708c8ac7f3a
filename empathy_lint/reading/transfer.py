"""Text that mail wraps for its way: quoted-printable, base64 and encoded words, each character tied to where it stands.

The standard library decodes all of them, but does not tell where a character came from.
"""

from __future__ import annotations

import binascii
import codecs
import re
from typing import Final

from empathy_lint.reading.decoding import is_charset
from empathy_lint.reading.entries import Piece, pieces_with_escapes

_QUOTED: Final = re.compile(
    r"(?P<byte>=[0-9A-Fa-f]{2})|(?P<soft>=[ \t]*(?:\r?\n|\Z))|(?P<padding>[ \t]+(?=\r?\n|\Z))|="
    r"|(?:[^= \t]+|[ \t]+(?![ \t]|\r?\n|\Z))+"
)
_ENCODED_WORD: Final = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\s]*)\?=")
_FOLD: Final = re.compile(r"\r?\n[ \t]+")  # where a header goes on in the next line
_Q_BYTE: Final = re.compile(r"=([0-9A-Fa-f]{2})|_|[^=_]+|=")
_IN_BASE64: Final = re.compile(r"([A-Za-z0-9+/=])|\S")
_GROUP: Final = re.compile(r"[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/](?:=|[A-Za-z0-9+/]))")
_ASCII: Final = bytes(range(32, 127))
_UNDECLARED: Final = "utf-8"
# What mail declares is mostly a part of what it means.
_MEANT: Final = {"iso8859-1": "cp1252", "ascii": "utf-8"}


def codec_of(charset: str) -> str | None:
    """The codec for a declared charset, UTF-8 where none is declared; None for one that is not known."""
    if not is_charset(charset or _UNDECLARED):
        return None
    name = codecs.lookup(charset or _UNDECLARED).name
    return _MEANT.get(name, name)


class Decoder:
    """Collects pieces from runs of text and bytes; `bad` are the places of bytes that the charset does not have."""

    def __init__(self, codec: str) -> None:
        self.pieces: list[Piece] = []
        self.bad: list[int] = []
        self._decoder = codecs.getincrementaldecoder(codec)(errors="replace")
        self._pending: int | None = None  # where a character began of which bytes are still to come
        self._is_plain = _ASCII.decode(codec, errors="replace") == _ASCII.decode()

    def literal(self, text: str, start: int) -> None:
        """Text that stands for itself, unless the charset is one that does not even share ASCII."""
        if not self._is_plain and text.isascii():
            self.encoded(text.encode(), start, start + len(text))
            return
        self.finish(start)
        self.pieces.append(Piece(text, start, start + len(text)))

    def encoded(self, data: bytes, start: int, end: int) -> None:
        """Bytes that source[start:end] stands for."""
        begin = start if self._pending is None else self._pending
        text = self._decoded(data)
        self._add(text, begin, end)
        self._pending = (start if text else begin) if self._decoder.getstate()[0] else None

    def finish(self, end: int) -> None:
        """No byte follows that would complete a character."""
        if self._pending is not None:
            self._add(self._decoded(b"", final=True), self._pending, end)
            self._pending = None

    def _decoded(self, data: bytes, *, final: bool = False) -> str:
        try:
            return self._decoder.decode(data, final)
        except UnicodeError:  # some codecs raise whatever they are told: UTF-16 without a byte order mark
            self._decoder.reset()
            return "\ufffd"

    def _add(self, text: str, start: int, end: int) -> None:
        if text:
            self.pieces.append(Piece(text, start, end))
        if "\ufffd" in text:
            self.bad.append(start)


def quoted_printable(source: str, start: int, end: int, decoder: Decoder) -> None:
    """Decode source[start:end]; soft line breaks and space before a line end vanish."""
    for match in _QUOTED.finditer(source, start, end):
        if match["byte"]:
            decoder.encoded(bytes.fromhex(match["byte"][1:]), *match.span())
        elif match["soft"] is None and match["padding"] is None:
            decoder.literal(match.group(), match.start())
    decoder.finish(end)


def base64(source: str, start: int, end: int, decoder: Decoder) -> None:
    """Decode source[start:end] by groups of four; a group that is no base64 is told as bad and left out."""
    group: list[int] = []
    for match in _IN_BASE64.finditer(source, start, end):
        if not match[1]:
            decoder.bad.append(match.start())
            continue
        group.append(match.start())
        if len(group) == 4:
            _decode_group(source, group, decoder)
            group = []
    if group:
        decoder.bad.append(group[0])
    decoder.finish(end)


def header_words(source: str, start: int, end: int, decoder: Decoder) -> list[str]:
    """Decode a header's value source[start:end] with its encoded words; returns the charsets that are not known.

    White space before the first encoded word and between two vanishes, and a folded line goes on after one space.
    """
    unknown, at = [], start
    for word in _ENCODED_WORD.finditer(source, start, end):
        if source[at : word.start()].strip():
            _unfold(source, at, word.start(), decoder)
        codec = codec_of(word[1].partition("*")[0])
        if codec is None:
            unknown.append(word[1])
            decoder.pieces.append(Piece("\ufffd", *word.span()))
            decoder.bad.append(word.start())
        else:
            _decode_word(source, word, codec, decoder)
        at = word.end()
    _unfold(source, at, end, decoder)
    return unknown


def is_encoded(source: str, start: int, end: int) -> bool:
    """Whether a header's value holds encoded words."""
    return _ENCODED_WORD.search(source, start, end) is not None


def _decode_group(source: str, places: list[int], decoder: Decoder) -> None:
    group = "".join(source[place] for place in places)
    if _GROUP.fullmatch(group):
        decoder.encoded(binascii.a2b_base64(group), places[0], places[-1] + 1)
    else:
        decoder.bad.append(places[0])


def _decode_word(source: str, word: re.Match[str], codec: str, decoder: Decoder) -> None:
    inner = Decoder(codec)
    start, end = word.span(3)
    if word[2].lower() == "b":
        base64(source, start, end, inner)
    else:
        for match in _Q_BYTE.finditer(source, start, end):
            if match[1]:
                inner.encoded(bytes.fromhex(match[1]), *match.span())
            elif match.group() == "_":
                inner.encoded(b" ", *match.span())
            else:
                inner.literal(match.group(), match.start())
        inner.finish(end)
    decoder.pieces += inner.pieces
    decoder.bad += inner.bad


def _unfold(source: str, start: int, end: int, decoder: Decoder) -> None:
    decoder.pieces += pieces_with_escapes(source, start, end, _FOLD, lambda _: " ")
