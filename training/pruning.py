"""Copy a trained pipeline without what training left in it: the treebank's words, and the settings of the run.

A trained spaCy folder holds every string that training met, e-mail addresses and telephone numbers among them. The
networks need none of them: they look words up by hash. What stays is spaCy's own English strings, the labels, and the
letters that the lemmatizer's edits replace.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from thinc.api import Config

from training.made.sentences import make_sentences
from training.tokenizer import adapt

LEMMATIZER = "trainable_lemmatizer"
RUN_SECTIONS = ("paths", "system", "corpora", "training", "pretraining", "initialize")
REVEALING = re.compile(r"[\d@]|[A-Z]{3}")
"""What no edit may spell: digits, addresses, capitalised abbreviations."""

META: dict[str, Any] = {
    "name": "customer_messages",
    "version": "1.0.0",
    "description": "Morphology, lemmas, dependencies and sentences of English customer messages, for empathy-lint.",
    "author": "the empathy-lint authors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "Universal Dependencies English EWT 2.16",
            "url": "https://github.com/UniversalDependencies/UD_English-EWT",
            "license": "CC BY-SA 4.0",
        }
    ],
}

Tree = dict[str, int]


def prune(source: Path, target: Path) -> None:
    """Write a pruned copy of the pipeline at ``source`` to ``target``, replacing what is there.

    Raises:
        ValueError: the copy does not annotate as the original does, or an edit still spells something revealing.

    """
    nlp = spacy.load(source)
    adapt(nlp)
    if target.exists():
        shutil.rmtree(target)
    nlp.meta.pop("performance", None)
    nlp.meta.update(META)
    nlp.to_disk(target)
    _drop_run_sections(target / "config.cfg")
    trees, edits = reachable_trees(nlp)
    (target / LEMMATIZER / "trees").write_bytes(srsly.msgpack_dumps({"trees": trees}))
    revealing = sorted(edit for edit in edits if REVEALING.search(edit))
    if revealing:
        raise ValueError(f"raise min_tree_freq: these edits may spell a name or a number: {', '.join(revealing)}")
    keep = set(spacy.blank("en").vocab.strings) | label_strings(nlp) | edits
    kept = sorted(string for string in nlp.vocab.strings if string in keep)
    (target / "vocab" / "strings.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    texts = [sentence.text for sentence in make_sentences(300, random.Random(0))]
    if _annotations(nlp, texts) != _annotations(spacy.load(target), texts):
        raise ValueError("the pruned pipeline annotates differently from the trained one")


def _drop_run_sections(path: Path) -> None:
    config = Config().from_disk(path, interpolate=True)
    for section in RUN_SECTIONS:
        config.pop(section, None)
    config.to_disk(path)


def label_strings(nlp: Language) -> set[str]:
    """Collect every string that a component's labels are made of."""
    strings: set[str] = set()
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            if not isinstance(label, str):
                continue
            pairs = label.split("|")
            strings.update((label, *pairs, *(part for pair in pairs for part in pair.split("="))))
            strings.add("|".join(pair for pair in pairs if not pair.startswith("POS=")))
    return strings


def reachable_trees(nlp: Language) -> tuple[list[Tree], set[str]]:
    """Return the lemmatizer's edit trees with those that no label reaches emptied, and the letters that the rest
    spell."""
    lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
    trees: list[Tree] = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    reached = _reached(trees, lemmatizer.cfg["labels"])
    edits: set[str] = set()
    for index, tree in enumerate(trees):
        if index not in reached:
            trees[index] = {"orig": 0, "subst": 0}
        elif "orig" in tree:
            edits.update(nlp.vocab.strings[tree[side]] for side in ("orig", "subst") if tree[side])
    return trees, edits


def _reached(trees: list[Tree], labels: Iterable[int]) -> set[int]:
    reached: set[int] = set()
    waiting = list(labels)
    while waiting:
        index = waiting.pop()
        if index >= len(trees) or index in reached:
            continue
        reached.add(index)
        if "prefix_tree" in trees[index]:
            waiting += [trees[index]["prefix_tree"], trees[index]["suffix_tree"]]
    return reached


def _annotations(nlp: Language, texts: list[str]) -> list[list[tuple[str, ...]]]:
    return [[(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, str(t.head.i)) for t in doc] for doc in nlp.pipe(texts)]
