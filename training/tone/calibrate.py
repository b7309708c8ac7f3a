"""Turn raw probabilities into the share of marks that hold, per category, on held-out text at its natural share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from empathy_lint.language.tone.marks import Calibration, marks_of
from training.tone.labelled import CATEGORIES, LabelledSentence

IDENTITY = Calibration(1.0, 0.0)
Reading = tuple[list[tuple[int, int]], np.ndarray, np.ndarray]


def calibrate(rows: Sequence[LabelledSentence], readings: Sequence[Reading]) -> dict[str, Calibration]:
    """A curve a category, fitted on marks that the model was not trained on.

    A mark holds when a reader marked any of its words in any category: readers agree on places more than on names.
    Few marks in a category pull its curve towards that of all categories.
    """
    raw: dict[str, list[tuple[float, bool]]] = {name: [] for name in CATEGORIES}
    for row, (offsets, marks, _) in zip(rows, readings, strict=True):
        curves = dict.fromkeys(CATEGORIES, IDENTITY)
        for mark in marks_of(row.text, offsets, marks.tolist(), CATEGORIES, curves, 0.05):
            holds = any(mark.start < end and start < mark.end for _, start, end in row.marks)
            raw[mark.category].append((mark.confidence, holds))
    overall = _curve([pair for pairs in raw.values() for pair in pairs], IDENTITY)
    return {name: _curve(pairs, overall) for name, pairs in raw.items()}


def _curve(pairs: list[tuple[float, bool]], prior: Calibration) -> Calibration:
    """Logistic curve through (confidence, holds) pairs, with 40 imagined pairs that follow `prior`."""
    imagined = np.linspace(0.05, 0.95, 20)
    values = np.array([value for value, _ in pairs] + list(imagined) * 2)
    holds = np.array([held for _, held in pairs] + [True] * 20 + [False] * 20)
    expected = np.array([prior.confidence(float(value)) for value in imagined])
    weights = np.concatenate([np.ones(len(pairs)), expected, 1 - expected])
    clipped = np.clip(values, 1e-4, 1 - 1e-4)
    model = LogisticRegression(C=100.0).fit(np.log(clipped / (1 - clipped))[:, None], holds, sample_weight=weights)
    return Calibration(round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4))
