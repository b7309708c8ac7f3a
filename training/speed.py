"""Measure throughput against a blank pipeline, in one run and on the same text."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

NEEDED = ("tok2vec", "morphologizer", "parser")
"""What the default rules read. The lemmatizer runs only for rules that match lemmas."""

WARM_UP = "Please pay your bill today, or call us."


@dataclass(frozen=True)
class Throughput:
    """Tokens a second of the blank pipeline and of ours."""

    blank: float
    ours: float

    @property
    def percent(self) -> float:
        """Our throughput as a share of the blank pipeline's, in percent."""
        return 100 * self.ours / self.blank


def blank_pipeline() -> Language:
    """Return spaCy's blank English pipeline with its rule-based sentencizer."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def compare(model: Path, texts: Sequence[str], rounds: int = 3) -> Throughput:
    """Time both pipelines on texts that neither has seen, ``rounds`` times with pipelines loaded anew; keep the
    medians.

    Fresh pipelines matter: spaCy's tokenizer remembers the words that it has cut, so a second pass times its memory.
    """
    blank = sorted(_tokens_a_second(blank_pipeline(), texts) for _ in range(rounds))
    ours = sorted(_tokens_a_second(spacy.load(model, enable=list(NEEDED)), texts) for _ in range(rounds))
    return Throughput(blank[rounds // 2], ours[rounds // 2])


def _tokens_a_second(nlp: Language, texts: Sequence[str]) -> float:
    nlp(WARM_UP)
    start = time.perf_counter()
    count = sum(len(doc) for doc in nlp.pipe(texts))
    return count / (time.perf_counter() - start)
