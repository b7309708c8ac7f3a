"""The training corpus as spaCy reads it: the treebank, written in other styles at every pass, and made sentences."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.augmentation import choose_style, in_style
from training.clusters import Substitutes
from training.conllu import Document, Sentence, read_documents, read_paragraphs
from training.documents import to_doc
from training.made.sentences import make_sentences

TRAIN, DEV, TEST = "en_ewt-ud-train.conllu", "en_ewt-ud-dev.conllu", "en_ewt-ud-test.conllu"
Reader = Callable[[Language], Iterator[Example]]

SUBSTITUTED_GROUPS = 0.5
SUBSTITUTED_WORDS = 0.12
LINE_BREAKS = ("\n\n", "\n\n", "\n", " ", " ")


@spacy.registry.readers("empathy_lint.TrainingCorpus.v1")
def training_corpus(treebank: str, made: int, seed: int) -> Reader:
    """Read the training split; every pass groups, augments and makes sentences anew, from the seed and the pass's
    number.

    ``made`` is the number of made sentences in a pass.
    """
    documents = read_documents(Path(treebank) / TRAIN)
    substitutes = Substitutes.from_tables(s for d in documents for p in d for s in p)
    passes = 0

    def read(nlp: Language) -> Iterator[Example]:
        nonlocal passes
        passes += 1
        rng = random.Random(f"{seed}-{passes}")
        batches = [*groups(documents, rng), *made_groups(made, rng)]
        rng.shuffle(batches)
        for sentences, separators in batches:
            reference = _augmented(nlp, sentences, separators, substitutes, rng)
            yield Example(nlp.make_doc(reference.text), reference)

    return read


@spacy.registry.readers("empathy_lint.GoldCorpus.v1")
def gold_corpus(treebank: str, split: str) -> Reader:
    """Read a split as it stands, a document a paragraph."""

    def read(nlp: Language) -> Iterator[Example]:
        for paragraph in read_paragraphs(Path(treebank) / split):
            reference = to_doc(nlp.vocab, paragraph)
            yield Example(nlp.make_doc(reference.text), reference)

    return read


def groups(documents: Iterable[Document], rng: random.Random) -> Iterator[tuple[list[Sentence], list[str]]]:
    """Cut documents into runs of one to eight sentences, with what stands after each sentence."""
    for document in documents:
        run: list[Sentence] = []
        separators: list[str] = []
        size = rng.randint(1, 8)
        for paragraph in document:
            for i, sentence in enumerate(paragraph):
                run.append(sentence)
                separators.append(rng.choice(LINE_BREAKS) if i == len(paragraph) - 1 else " ")
                if len(run) >= size:
                    yield run, separators
                    run, separators, size = [], [], rng.randint(1, 8)
        if run:
            yield run, separators


def made_groups(count: int, rng: random.Random) -> Iterator[tuple[list[Sentence], list[str]]]:
    """Cut made sentences into runs of one to three."""
    sentences = make_sentences(count, rng)
    while sentences:
        size = rng.choice([1, 1, 2, 3])
        run, sentences = sentences[:size], sentences[size:]
        yield run, [" " if s.words[-1].pos == "PUNCT" else "\n" for s in run]


def _augmented(
    nlp: Language,
    sentences: Sequence[Sentence],
    separators: Sequence[str],
    substitutes: Substitutes,
    rng: random.Random,
) -> Doc:
    style = choose_style(rng)
    chance = SUBSTITUTED_WORDS if rng.random() < SUBSTITUTED_GROUPS else 0.0
    written = [in_style(substitutes.apply(s, rng, chance) if chance else s, style, rng) for s in sentences]
    if style in {"lower-unpunctuated", "unpunctuated-end"}:
        # Where the full stop is gone a line break often stands, as in lists and text messages.
        separators = [rng.choice(LINE_BREAKS) for _ in separators]
    return to_doc(nlp.vocab, written, separators)
