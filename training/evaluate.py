"""Measure a model: ``python -m training.evaluate MODEL --treebank DIR`` prints the figures and writes the model
card."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

# One thread, as the figures for throughput say; to be set before numpy is imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import spacy

from training.card import Evaluation, model_card, write_licence
from training.conllu import read_paragraphs
from training.corpus import TEST
from training.layer import score_layer
from training.scoring import gold_docs, in_lower_case, score
from training.speed import compare


def main() -> None:
    """Read the command line, evaluate, print and write."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description="Measure the English pipeline.")
    parser.add_argument("model", type=Path, help="folder of the model")
    parser.add_argument("--treebank", type=Path, required=True, help="folder with the UD English EWT .conllu files")
    parser.add_argument("--no-card", action="store_true", help="print the figures only")
    arguments = parser.parse_args()
    card = model_card(evaluate(arguments.model, arguments.treebank))
    print(card)
    if not arguments.no_card:
        (arguments.model / "MODEL_CARD.md").write_text(card, encoding="utf-8")
        write_licence(arguments.model, arguments.treebank)


def evaluate(model: Path, treebank: Path) -> Evaluation:
    """Score a model on the test split: all of it, its emails, and all of it in lower case; and time it on the same
    text."""
    nlp = spacy.load(model)
    paragraphs = read_paragraphs(treebank / TEST)
    emails = [paragraph for paragraph in paragraphs if paragraph[0].genre == "email"]
    golds = gold_docs(nlp.vocab, paragraphs)
    letters = gold_docs(nlp.vocab, emails)
    return Evaluation(
        overall=score(nlp, golds),
        layer=score_layer(model, golds),
        layer_emails=score_layer(model, letters),
        emails=score(nlp, letters),
        lower=score(nlp, gold_docs(nlp.vocab, in_lower_case(paragraphs))),
        throughput=compare(model, [doc.text for doc in golds]),
        megabytes=sum(path.stat().st_size for path in model.rglob("*") if path.is_file()) / 1e6,
        spacy_version=nlp.meta["spacy_version"],
        version=nlp.meta["version"],
    )


if __name__ == "__main__":
    main()
