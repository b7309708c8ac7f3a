"""How a message feels on its surface: VADER's compound score."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any


def sentiment(sentences: Sequence[str]) -> float:
    """The mean of the sentences' compound scores (Hutto & Gilbert 2014), weighted by words, from −1 to 1."""
    weights = [len(sentence.split()) for sentence in sentences]
    if not sum(weights):
        return 0.0
    total = sum(_compound(sentence) * weight for sentence, weight in zip(sentences, weights, strict=True))
    return round(total / sum(weights), 3)


@lru_cache(maxsize=20_000)
def _compound(sentence: str) -> float:
    return float(_analyzer().polarity_scores(sentence)["compound"])


@cache
def _analyzer() -> Any:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()
