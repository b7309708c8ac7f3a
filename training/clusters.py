"""Replace words by others that Brown clustering found to be used alike, so that the pipeline meets more of the
language.

The clusters come from spacy-lookups-data (MIT), read at training only. A word and its replacement share the
full cluster
path and their ending, and the treebank must not show the replacement as another part of speech. The word's
annotation then
still holds, except for the lemma, which becomes unknown. Nothing of the tables is shipped.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

from training.conllu import Sentence, Word

OPEN_CLASSES = frozenset({"ADJ", "ADV", "NOUN", "VERB"})
MIN_LOG_PROBABILITY = -17.5
"""Rarer words are mostly misspellings. Natural logarithm of the share in the tables' source text."""
INFLECTIONS = ("ing", "ed", "ly", "s")


def _table(name: str) -> dict[str, Any]:
    path = resources.files("spacy_lookups_data") / "data" / f"{name}.json.gz"
    table: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    return table


def _ending(form: str) -> str:
    inflection = next((ending for ending in INFLECTIONS if form.endswith(ending)), "")
    return inflection or (form[-2:] if len(form) > 6 else "")


@dataclass(frozen=True)
class Substitutes:
    """For a form and its part of speech, the forms that may stand in its place."""

    forms: dict[tuple[str, str], tuple[str, ...]]

    @classmethod
    def from_tables(cls, sentences: Iterable[Sentence]) -> Substitutes:
        """Find substitutes for the open-class words of the treebank."""
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for word in sentence.words:
                seen[word.form.lower()][word.pos] += 1
        clusters = _table("en_lexeme_cluster")
        probabilities = _table("en_lexeme_prob")
        members: dict[tuple[int, str], list[str]] = defaultdict(list)
        for form, cluster in clusters.items():
            frequent = probabilities.get(form, -30.0) > MIN_LOG_PROBABILITY
            if cluster and frequent and form.isalpha() and form.isascii() and form.islower() and len(form) > 2:
                members[cluster, _ending(form)].append(form)
        forms: dict[tuple[str, str], tuple[str, ...]] = {}
        for form, counts in seen.items():
            cluster = clusters.get(form)
            alike = members.get((cluster, _ending(form)), []) if cluster else []
            for pos in OPEN_CLASSES & counts.keys():
                # A bare form says little about its part of speech: "call" the noun shares a cluster with verbs. A
                # word that
                # the treebank does not know may replace it only where an ending or a mostly verbal use settles it.
                settled = counts[pos] >= 0.8 * counts.total() and (bool(_ending(form)) or pos == "VERB")
                fitting = tuple(f for f in alike if f != form and (set(seen[f]) == {pos} if f in seen else settled))
                if len(fitting) >= 2:
                    forms[form, pos] = fitting
        return cls(forms)

    def apply(self, sentence: Sentence, rng: random.Random, chance: float) -> Sentence:
        """Replace each word that has substitutes with the given chance."""
        return replace(sentence, words=tuple(self._replaced(word, rng, chance) for word in sentence.words))

    def _replaced(self, word: Word, rng: random.Random, chance: float) -> Word:
        fitting = self.forms.get((word.form, word.pos))
        if fitting is None or rng.random() >= chance:
            return word
        form = rng.choice(fitting)
        return replace(word, form=form, lemma=form if word.lemma == word.form else "")
