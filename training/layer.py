"""Measure the language layer as the linter uses the pipeline: own cuts between sentences, own rules for commands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import Doc

from empathy_lint.language.imperatives import imperatives as commands
from empathy_lint.language.pipeline import Pipeline
from empathy_lint.language.sentences import split_line
from training.scoring import Counts, imperatives, sentences

SENTENCES = "sentences"
IMPERATIVES = "imperatives"


def score_layer(model: Path, golds: Sequence[Doc]) -> dict[str, Counts]:
    """Sentences and commands as the linter finds them in the raw text of gold documents."""
    pipeline = Pipeline(str(model))
    counts = {SENTENCES: Counts(), IMPERATIVES: Counts()}
    for gold in golds:
        text = gold.text
        cuts = list(split_line(text, 0, len(text)))
        trees = pipeline.trees(text[start:end] for start, end in cuts)
        found = {
            (start + command.word.start, start + command.word.end)
            for (start, _), tree in zip(cuts, trees, strict=True)
            for command in commands(tree)
        }
        counts[SENTENCES].add(cuts, sentences(gold))
        counts[IMPERATIVES].add(found, imperatives(gold))
    return counts
