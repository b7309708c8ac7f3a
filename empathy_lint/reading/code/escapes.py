"""Escapes in the string literals of PHP, Python and Ruby: what they stand for, and how words are written with them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NAMED: Final = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "f": "\f", "e": "\x1b", "a": "\a", "b": "\b"}
# Letters that mean nothing after a backslash, language by language; there the backslash stays (Ruby drops it).
_UNKNOWN: Final = {"php": "ab", "python": "e", "ruby": ""}
# Signs that a backslash only keeps from meaning something; a brace keeps another one so in an f-string of Python.
_SELF: Final = {"php": ("\\", '"', "'", "$"), "python": ("\\", '"', "'", "{", "}")}
_NUMBER: Final = re.compile(r"(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{1,2}))\Z")
_OCTAL: Final = re.compile(r"[0-7]{1,3}\Z")
_CHARACTER_NAME: Final = re.compile(r"N\{([^}]{1,80})\}\Z")
_LAST_CHARACTER: Final = 0x10FFFF


def decoded(escape: str, language: str) -> str:
    """What an escape such as `\\n`, `\\u00e9` or `{{` stands for; one that means nothing stands for itself."""
    body = escape[1:]
    if body[:1].isdigit() or _NUMBER.match(body):
        return _of_number(body, escape)
    if language == "python" and (name := _CHARACTER_NAME.match(body)):
        return unicodedata.lookup(name[1]) if _is_known(name[1]) else escape
    if body in _NAMED and body not in _UNKNOWN[language]:
        return _NAMED[body]
    if body in ("\n", "\r\n"):
        return escape if language == "php" else ""
    if language == "ruby":
        return " " if body == "s" else body
    return body if body in _SELF[language] else escape


def _of_number(body: str, escape: str) -> str:
    """The character whose number an escape gives."""
    if number := _NUMBER.match(body):
        return _character(int(next(each for each in number.groups() if each), 16), escape)
    return _character(int(body, 8), escape) if _OCTAL.match(body) else escape


def _character(number: int, escape: str) -> str:
    is_one = number <= _LAST_CHARACTER and not 0xD800 <= number < 0xE000
    return chr(number) if is_one else escape


def _is_known(name: str) -> bool:
    try:
        return bool(unicodedata.lookup(name))
    except KeyError:
        return False
