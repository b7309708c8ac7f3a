"""lemminflect's tables of English words, read a word at a time.

The library makes a dictionary of a hundred and twenty thousand lines when the first word is asked for: more than half a
second and sixty megabytes, for the few dozen words that a letter asks about. Here the tables stay the texts that they
are, and the lines of a word are found when it is asked for and read by the library's own code.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, Final

_ENCODING: Final = "utf-8"


class WordTable:
    """As much of a dictionary as lemminflect uses: `get`.

    `path` is a compressed file of lines "word,category,…"; `entry` makes the value of a word from its lines; `settled`
    are words that do not follow their lines.
    """

    def __init__(self, path: Path, entry: Callable[[list[str]], dict[str, Any]], settled: dict[str, Any]) -> None:
        self._lines = "\n" + gzip.decompress(path.read_bytes()).decode(_ENCODING)
        self._entry = entry
        self._settled = settled

    def get(self, word: str, default: dict[str, Any]) -> dict[str, Any]:
        """The value of a word, or `default` for a word that the table lacks."""
        if word in self._settled:
            return dict(self._settled[word])
        lines = list(self.lines_of(word))
        return self._entry(lines) if lines else default

    def lines_of(self, word: str) -> Iterator[str]:
        """The lines of one word, without the ends of lines."""
        key = f"\n{word},"
        at = self._lines.find(key)
        while at >= 0:
            end = self._lines.find("\n", at + 1)
            yield self._lines[at + 1 : end] if end >= 0 else self._lines[at + 1 :]
            at = self._lines.find(key, at + 1)


@cache
def lemminflect_library() -> ModuleType:
    """The package `lemminflect`, its tables set to be read a word at a time."""
    with _without_spacy():
        import lemminflect
    from lemminflect import config
    from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
    from lemminflect.core.Inflections import Inflections
    from lemminflect.core.Lemmatizer import Lemmatizer

    auxiliaries = InflectionLUCodec.updateForAuxMod({})
    Lemmatizer().lemma_dict = WordTable(Path(config.lemma_lu_fn), _lemmas, {})
    Inflections().infl_dict = WordTable(Path(config.inflection_lu_fn), _inflections, auxiliaries)
    library: ModuleType = lemminflect
    return library


@contextmanager
def _without_spacy() -> Iterator[None]:
    """Keep lemminflect from importing spaCy, where nobody has yet, to hang methods on its tokens that nobody calls."""
    if "spacy" in sys.modules:
        yield
        return
    stand_in: Any = ModuleType("spacy")
    stand_in.__version__ = "3"
    stand_in.tokens = SimpleNamespace(Token=SimpleNamespace(set_extension=lambda *_, **__: None))
    sys.modules["spacy"] = stand_in
    try:
        yield
    finally:
        del sys.modules["spacy"]


def _lemmas(lines: list[str]) -> dict[str, Any]:
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
    from lemminflect.core.LexicalUtils import categoryToUPos

    rows = map(LemmaLUCodec.fromString, lines)
    return {categoryToUPos(category): forms for _, category, forms in rows}


def _inflections(lines: list[str]) -> dict[str, Any]:
    from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec

    merged: dict[str, Any] = {}
    for line in lines:
        merged.update(InflectionLUCodec.fromString(line)[2])
    return merged
