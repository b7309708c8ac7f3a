"""What mail wraps for its way is decoded, and each character is known where it stands."""

from __future__ import annotations

import pytest

from empathy_lint.reading.transfer import Decoder, base64, codec_of, header_words, quoted_printable

Pieces = list[tuple[str, int, int]]


def pieces_of(decoder: Decoder) -> Pieces:
    return [(piece.text, piece.start, piece.end) for piece in decoder.pieces]


@pytest.mark.parametrize(
    ("text", "charset", "pieces", "bad"),
    [
        ("caf=C3=A9=C3=A8 x", "utf-8", [("caf", 0, 3), ("é", 3, 9), ("è", 9, 15), (" x", 15, 17)], []),
        ("=E2=80=9CHi", "utf-8", [("“", 0, 9), ("Hi", 9, 11)], []),
        ("a \t\r\nb= \nc =", "utf-8", [("a", 0, 1), ("\r\nb", 3, 6), ("c ", 9, 11)], []),
        ("1=2", "utf-8", [("1", 0, 1), ("=", 1, 2), ("2", 2, 3)], []),
        ("=C3 =C3=A9", "utf-8", [("\ufffd", 0, 3), (" ", 3, 4), ("é", 4, 10)], [0]),
        ("a=C3", "utf-8", [("a", 0, 1), ("\ufffd", 1, 4)], [1]),
        ("=00Yes", "utf-16-be", [("Y\u6573", 0, 6)], []),
        ("=00Y=00\u2026", "utf-16-be", [("Y", 0, 4), ("\ufffd", 4, 7), ("\u2026", 7, 8)], [4]),
        ("Hello", "utf-16", [("\ufffd", 0, 5)], [0]),
    ],
)
def test_quoted_printable(text: str, charset: str, pieces: Pieces, bad: list[int]) -> None:
    decoder = Decoder(charset)
    quoted_printable(text, 0, len(text), decoder)
    assert (pieces_of(decoder), decoder.bad) == (pieces, bad)


@pytest.mark.parametrize(
    ("text", "pieces", "bad"),
    [
        ("SGVs\nbG8=", [("Hel", 0, 4), ("lo", 5, 9)], []),
        ("SGVs*bG8=", [("Hel", 0, 4), ("lo", 5, 9)], [4]),
        ("SGVsbG", [("Hel", 0, 4)], [4]),
        ("SGVs=bG8bG8=", [("Hel", 0, 4), ("lo", 8, 12)], [4]),
        ("Yf9i", [("a\ufffdb", 0, 4)], [0]),
        ("Y2Fmww==", [("caf", 0, 4), ("\ufffd", 4, 8)], [4]),
        ("w6nDqWHDqQ==", [("é", 0, 4), ("éa", 0, 8), ("é", 4, 12)], []),
    ],
)
def test_base64(text: str, pieces: Pieces, bad: list[int]) -> None:
    decoder = Decoder("utf-8")
    base64(text, 0, len(text), decoder)
    assert (pieces_of(decoder), decoder.bad) == (pieces, bad)


@pytest.mark.parametrize(
    ("text", "said", "bad"),
    [
        ("Your =?utf-8?q?caf=C3=A9_bill?=", "Your café bill", []),
        ("=?utf-8*en?Q?Your_?=\r\n =?utf-8?b?YmlsbA==?= is\r\n\tlate", "Your bill is late", []),
        ("=?utf-8?B?YmlsbA==?=", "bill", []),
        ("=?iso-8859-1?Q?=93Hi=94?=", "“Hi”", []),
        ("=?us-ascii?Q?caf=C3=A9?=", "café", []),
        ("=?utf-16-be?Q?=00Y=00_=00=59?=", "Y Y", []),
        ("=?utf-8?Q?caf=C3?= a =?utf-8?Q?=FF?=", "caf\ufffd a \ufffd", [13, 31]),
    ],
)
def test_a_header_with_encoded_words(text: str, said: str, bad: list[int]) -> None:
    decoder = Decoder("utf-8")
    assert header_words(text, 0, len(text), decoder) == []
    assert ("".join(piece.text for piece in decoder.pieces), decoder.bad) == (said, bad)
    assert all(piece.start < piece.end <= len(text) for piece in decoder.pieces)


def test_a_word_in_a_charset_that_is_not_known_is_told_and_what_stands_around_it_is_read() -> None:
    decoder = Decoder("utf-8")
    assert header_words("a =?klingon?Q?b?= c", 0, 19, decoder) == ["klingon"]
    assert pieces_of(decoder) == [("a ", 0, 2), ("\ufffd", 2, 17), (" c", 17, 19)]
    assert decoder.bad == [2]


def test_only_the_header_itself_is_read() -> None:
    text = "Hello\nX-Note: =?utf-8?Q?a?="
    decoder = Decoder("utf-8")
    header_words(text, 0, 5, decoder)
    assert pieces_of(decoder) == [("Hello", 0, 5)]


@pytest.mark.parametrize(
    ("charset", "codec"),
    [("", "utf-8"), ("UTF-8", "utf-8"), ("latin-1", "cp1252"), ("us-ascii", "utf-8"), ("klingon", None)],
)
def test_a_charset_is_read_as_what_mail_means_by_it(charset: str, codec: str | None) -> None:
    assert codec_of(charset) == codec
