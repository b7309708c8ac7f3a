"""Which texts of a catalogue are English: by the locale that its path or its keys name, and by the smallest words.

A text without a locale is English unless it plainly is not; one in a locale of another language is left out, unless it
was plainly never translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

# The languages that catalogues are mostly kept in, by their codes.
_CODES: Final = frozenset(
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn"
    " ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi"
    " zh zu".split()
)
# Codes that are words as well: of a folder or a key they say nothing, unless the region is there.
_WORDS_TOO: Final = frozenset("am be he hi id is it my no".split())
_LOCALE: Final = re.compile(r"([a-z]{2,3})(?:[-_]r?(?:[A-Za-z]{2,4}|\d{3})){0,2}")
_SAID: Final = re.compile(
    r"\"Language:\s*([A-Za-z]{2,3})|\b(?:target-language|trgLang)\s*=\s*[\"']([A-Za-z]{2,3})", re.IGNORECASE
)
_SAID_WITHIN: Final = 4000  # characters at the beginning of a file
# Small words that no language but English has, then those that others have, too.
_ENGLISH: Final = frozenset(
    "the and you your yours our with this that these those will would not been please if by can cannot could should"
    " they their there which who what when how because about from into may any".split()
)
_ALSO_ENGLISH: Final = frozenset(
    "we is are of for be have has had it on or at as was to us do in an no me my so now he she but".split()
)
_OTHERS: Final = frozenset(
    # German, Dutch
    "der die das und ist nicht sie wir ihre ihr ihnen für mit auf eine einen einem bitte wird werden haben von zu den"
    " dem oder sind wurde het een en van niet uw voor zijn wij hebben"
    # French, Spanish, Italian, Portuguese, Catalan, Romanian
    " le la les des du une est pas vous votre vos nous pour avec dans sur et ou ce cette être el los las del una su sus"
    " usted de está para con por que no se ha il lo gli di che per non sono della dei os da do uma não sua seu você em"
    " si nu este pentru care els amb"
    # Scandinavian, Finnish, Polish, Czech, Turkish, Indonesian
    " och att är inte du din er har til ikke det vi med og på jeg kan ja ei on sinun na się nie jest proszę je"
    " že prosím ve bir bu için yang dan anda untuk tidak".split()
) - _ENGLISH - _ALSO_ENGLISH  # fmt: skip
_PARTING: Final = re.compile(r"[_-]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN_END: Final = "\u0250"  # letters from here on are Greek, Cyrillic, Han and others


def locale_of(path: str, text: str) -> str:
    """The language that a catalogue says it is in, as its code; nothing where it says none."""
    said = _SAID.search(text[:_SAID_WITHIN])
    if said is not None:
        return (said[1] or said[2]).lower()
    return next((code for name in _names_of_file(path) if (code := _code(name))), "") or _locale_of_folders(path)


def locale_of_key(key: str) -> str:
    """The language that the first name of a key says: `de.late.subject`."""
    first, sign, _ = key.partition(".")
    return _code(first) if sign and first not in _WORDS_TOO else ""


def is_english(text: str, locale: str) -> bool:
    """Whether a text is to be read as English."""
    if locale == "en":
        return True
    words = [word.lower() for word in _WORD.findall(text) if len(word) > 1]  # a single letter is no word to go by
    sure = sum(word in _ENGLISH for word in words)
    other = sum(word in _OTHERS for word in words)
    if locale:
        return sure > other
    maybe = sure + sum(word in _ALSO_ENGLISH for word in words)
    return not (other > 1 and other > 2 * maybe) and (maybe > 0 or not _is_of_another_script("".join(words)))


def _is_of_another_script(letters: str) -> bool:
    return 2 * sum(sign >= _LATIN_END for sign in letters) > len(letters)


def _names_of_file(path: str) -> Iterator[str]:
    """What may be a locale in a file's name: all of it, or its end: `de.json`, `app.de.yml`, `messages_de_AT`."""
    stem = PurePath(path).name.rpartition(".")[0].rpartition(".")[2]
    yield stem
    yield from (stem[match.start() + 1 :] for match in _PARTING.finditer(stem))


def _locale_of_folders(path: str) -> str:
    """The locale that a folder not far above the file is named after: `de`, `de.lproj`, `values-de`."""
    for folder in reversed(PurePath(path).parts[-4:-1]):
        name = folder.removesuffix(".lproj").removeprefix("values-")
        if _code(name) and (name != folder or name not in _WORDS_TOO):
            return _code(name)
    return ""


def _code(name: str) -> str:
    match = _LOCALE.fullmatch(name)
    return match[1] if match is not None and match[1] in _CODES else ""
