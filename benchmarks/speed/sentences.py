"""Distinct English sentences from a treebank: each as it was written, and then with other words of the same grammar.

The treebank holds some 14,000 usable sentences, and 10,000 messages need five times as many. Another round over it
puts in the place of every noun, verb, adjective and adverb one of the same form, drawn from the treebank's own: the
structures stay those that people write, and no two sentences share their words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final

from training.conllu import Sentence, Word, read_documents

_LENGTHS: Final = range(6, 36)  # words
_PLAIN: Final = re.compile(r"[A-Z][\w ,.;:'’()\-—–!?$£€]*[.!?]")
_OPEN_CLASSES: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_NOT_LETTERS: Final = re.compile(r"[^a-z]+")


def key_of(sentence: str) -> str:
    """What makes a sentence another one: its letters. Figures, capitals and punctuation do not count."""
    return " ".join(_NOT_LETTERS.sub(" ", sentence.lower()).split())


def sentences(treebank: Path, rng: Random) -> Iterator[str]:
    """Sentences without end, no two of them equal in their letters.

    Raises FileNotFoundError where the folder holds no treebank.
    """
    rows = _usable(treebank)
    words = _by_form(rows)
    seen: set[str] = set()
    write: Callable[[Sentence], str] = lambda row: row.text  # noqa: E731 - the first round takes them as they are
    while True:
        for row in rows:
            text = write(row)
            key = key_of(text)
            if key not in seen and _PLAIN.fullmatch(text):
                seen.add(key)
                yield text
        write = lambda row: _reworded(row, words, rng)  # noqa: E731


def _usable(treebank: Path) -> list[Sentence]:
    paths = sorted(treebank.glob("*.conllu"))
    if not paths:
        raise FileNotFoundError(f"{treebank} holds no treebank (*.conllu).")
    return [
        row
        for path in paths
        for document in read_documents(path)
        for paragraph in document
        for row in paragraph
        if len(row.words) in _LENGTHS and _PLAIN.fullmatch(row.text)
    ]


def _by_form(rows: Sequence[Sentence]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for row in rows:
        for word in row.words:
            if _is_open(word):
                found[word.pos, word.features][word.form.lower()] = None
    return {form: list(words) for form, words in found.items()}


def _is_open(word: Word) -> bool:
    return word.pos in _OPEN_CLASSES and word.form.isalpha()


def _reworded(row: Sentence, words: dict[tuple[str, str], list[str]], rng: Random) -> str:
    pieces = []
    for word in row.words:
        form = rng.choice(words[word.pos, word.features]) if _is_open(word) else word.form
        form = form.capitalize() if word.form[:1].isupper() else form
        pieces.append(form + " " * word.space_after)
    return "".join(pieces).strip()
