"""Read a treebank in CoNLL-U (https://universaldependencies.org/format.html) into sentences with their surface text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FIGURE = re.compile(r"[\d@]")

ROOT = "ROOT"
"""The label of a sentence's root, as spaCy's parser spells it (UD: ``root``)."""

KEPT_FEATURES = frozenset(
    {"Case", "Degree", "Mood", "Number", "Person", "Polarity", "Poss", "PronType", "Tense", "VerbForm", "Voice"}
)
"""Features that the linter can use. Typo, Abbr, Style and their like would only split the rarer labels."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word.

    ``head`` is an index into the sentence's words, and the word's own index for the root. ``features`` is a UD FEATS
    string (``Mood=Imp|VerbForm=Fin``), empty for none. An empty ``lemma`` means that it is not known.
    """

    form: str
    space_after: bool
    lemma: str
    pos: str
    features: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its id in the treebank, which starts with the genre, and its words in order."""

    id: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The surface text."""
        return "".join(word.form + " " * word.space_after for word in self.words).strip()

    @property
    def genre(self) -> str:
        """The part of the id before the first hyphen, such as ``email`` or ``reviews``."""
        return self.id.split("-", 1)[0]


Paragraph = tuple[Sentence, ...]
Document = tuple[Paragraph, ...]


def read_documents(path: Path) -> list[Document]:
    """Read a CoNLL-U file as documents of paragraphs of sentences."""
    documents: list[list[list[Sentence]]] = []
    for comments, rows in _blocks(path):
        starts_document = any(comment.startswith("# newdoc") for comment in comments)
        starts_paragraph = any(comment.startswith("# newpar") for comment in comments)
        if starts_document or not documents:
            documents.append([[]])
        elif starts_paragraph:
            documents[-1].append([])
        documents[-1][-1].append(_sentence(comments, rows))
    return [tuple(tuple(paragraph) for paragraph in document) for document in documents]


def read_paragraphs(path: Path) -> list[Paragraph]:
    """Read a CoNLL-U file as paragraphs, whatever document they belong to."""
    return [paragraph for document in read_documents(path) for paragraph in document]


def _blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    comments: list[str] = []
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            stripped = line.rstrip("\n")
            if stripped.startswith("#"):
                comments.append(stripped)
            elif stripped:
                rows.append(stripped.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []
    if rows:
        yield comments, rows


def _sentence(comments: list[str], rows: list[list[str]]) -> Sentence:
    identifier = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# sent_id")), "")
    # Rows numbered 8.1 are words that only the enhanced graph has; they stand nowhere in the text.
    plain = [row for row in rows if row[0].isdigit()]
    surfaces = [(row[1], "SpaceAfter=No" not in row[9]) for row in plain]
    for row in rows:
        if "-" in row[0]:
            first, last = (int(number) - 1 for number in row[0].split("-"))
            pieces = split_surface(row[1], [plain[i][1] for i in range(first, last + 1)])
            space_after = "SpaceAfter=No" not in row[9]
            for i, piece in enumerate(pieces, first):
                surfaces[i] = (piece, space_after and i == last)
    return Sentence(identifier, tuple(_word(i, row, *surfaces[i]) for i, row in enumerate(plain)))


def _word(index: int, row: list[str], form: str, space_after: bool) -> Word:
    is_root = row[6] == "0"
    return Word(
        form=form,
        space_after=space_after,
        lemma=learnable_lemma(form, row[2]),
        pos=row[3],
        features=kept_features(row[5]),
        head=index if is_root else int(row[6]) - 1,
        relation=ROOT if is_root else row[7],
    )


def kept_features(features: str) -> str:
    """Reduce a FEATS field to the features that the pipeline learns."""
    pairs = [] if features == "_" else features.split("|")
    return "|".join(pair for pair in pairs if pair.split("=", 1)[0] in KEPT_FEATURES)


def learnable_lemma(form: str, lemma: str) -> str:
    """Return the lemma, or nothing where it takes an edit that holds for one word only.

    Lemmas of shouted words and of figures ("10,000" to "10000") would teach edits that spell out what a
    single text held.
    """
    if form == lemma:
        return lemma
    shouted = len(form) > 1 and form.isupper()
    return "" if lemma == "_" or shouted or _FIGURE.search(form + lemma) else lemma


def split_surface(surface: str, forms: list[str]) -> list[str]:
    """Cut a multiword token's surface into one piece a word, so that no character is lost or invented.

    The rows of "don't" are "do" and "n't", which spell the surface; those of "wanna" are "want" and "to", which do not.
    Then each word takes as many characters as its form has, and leaves at least one for each word after it.
    """
    if "".join(forms) == surface or len(surface) < len(forms):
        return forms
    pieces = []
    start = 0
    for i, form in enumerate(forms):
        left = len(forms) - i - 1
        end = len(surface) if not left else min(start + max(len(form), 1), len(surface) - left)
        pieces.append(surface[start:end])
        start = end
    return pieces
