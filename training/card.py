"""Write the model card and the licence file that travel with the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.scoring import Counts
from training.speed import Throughput

CARD = """\
# English pipeline for customer messages, version {version}

A spaCy pipeline (spaCy {spacy_version}): `tok2vec`, `morphologizer` (universal parts of speech and features),
`trainable_lemmatizer`, `parser` (Universal Dependencies' relations, and sentences). empathy-lint loads it from this
folder with `spacy.load` and nothing else. It reads a line, a bullet or a paragraph at a time.

## Data

- **Universal Dependencies English EWT 2.16** (https://github.com/UniversalDependencies/UD_English-EWT): weblogs,
  newsgroups, emails, reviews and answers; 12,544 sentences for training, 2,001 to choose the model,
  2,077 for the figures below.
- **1,200 made sentences** in every pass over the data, generated from a grammar of our own: imperatives in letters,
  "Reply STOP", "Failure to respond", conditional sanctions, prepositional "but", headings and greetings.
- **Brown clusters** from spacy-lookups-data (MIT), at training only: some words are replaced by words used alike.

## Changes made to the treebank

- The tokenizer follows the treebank where spaCy's differs: runs of one sign, prefixes, telephone numbers, "and/or".
- Multiword tokens ("don't") have the surface of the text, cut into their words.
- Eleven features are kept ({features}); the other features, XPOS tags and enhanced graphs are left out.
- Sentences are joined into passages, and many are rewritten for training: in lower case, in capitals, without
  punctuation, in SMS style, with typographic apostrophes, and with stand-ins where names, numbers, amounts, dates and
  links stood.
- After training, all words of the treebank are removed from the model's strings, and all edits that no label uses.

## Licence

CC BY-SA 4.0, as the treebank's: see LICENSE.txt. The code of empathy-lint has a licence of its own.

## Figures

EWT test, raw text: the pipeline cuts words and sentences itself, from one paragraph at a time. F-scores in percent;
the number is that of gold items. "Lower case" is the same text in lower case.

| | all | number | emails | number | lower case |
|---|---|---|---|---|---|
{rows}

In detail: {details}.

UPOS loses {loss:.1f} points in lower case. "Imperative" is the model's mood alone, with an auxiliary "do" counted
for its verb. Lemmas are compared without regard to case. "aux:pass" and the clauses count as right only with the right
verb.

As the linter uses it, with its own cuts between sentences and its own rules for commands (`training/layer.py`):

| | all | precision | recall | emails | precision | recall |
|---|---|---|---|---|---|---|
{layer}

## Size and speed

- {megabytes:.1f} MB on disk.
- `tok2vec`, `morphologizer` and `parser` read {ours:,.0f} tokens a second, {percent:.1f}% of the {blank:,.0f} of
  `spacy.blank("en")` with `sentencizer`: one thread, the raw text of EWT test, default batch size, each pipeline
  loaded afresh (its tokenizer then remembers no words), medians of three rounds in one process.

## Known weaknesses

- Bare commands that look like nouns ("Contact details" beside "Contact us") are told apart by the context only;
  imperatives are the least certain of the figures above. Rules should confirm them.
- "but" as a preposition is rare in the treebank; fixed phrases ("nothing but") are safer than the model's word.
- Headings, tables and signatures are seldom sentences; their analysis is a guess.
- Text in capitals is read less well than any other; give it in lower case.
- Lemmas of words in capitals and of rare irregular words are often the word itself.
- The treebank is American and British web text of 1999 to 2011; other varieties of English are read less well.
- `noun_chunks` needs other labels than UD's and is empty.
"""

LICENCE_HEAD = """\
The model in this folder is licensed under the Creative Commons Attribution-ShareAlike 4.0 International licence
(CC BY-SA 4.0), https://creativecommons.org/licenses/by-sa/4.0/

Attribution: the model was trained on Universal Dependencies English EWT (English Web Treebank), release 2.16,
https://github.com/UniversalDependencies/UD_English-EWT, licensed under CC BY-SA 4.0. The treebank's annotation was
made at Stanford University and by the Universal Dependencies contributors named in its repository; the underlying
texts were collected for the English Web Treebank of the Linguistic Data Consortium (LDC2012T13).

Changes: the treebank was reduced to the parts of speech, features, lemmas and relations that the model predicts;
its sentences were regrouped, rewritten in other styles of spelling and partly given substitute words; made sentences
were added; a statistical model was estimated from the result, and the treebank's words were removed from it.
MODEL_CARD.md says more. No endorsement by the treebank's authors is implied.
"""


@dataclass(frozen=True)
class Evaluation:
    """All that the model card states."""

    overall: dict[str, Counts]
    layer: dict[str, Counts]
    layer_emails: dict[str, Counts]
    emails: dict[str, Counts]
    lower: dict[str, Counts]
    throughput: Throughput
    megabytes: float
    spacy_version: str
    version: str


DETAILED = ("aux:pass", "advcl with if/unless", "imperative (Mood=Imp)")


def model_card(evaluation: Evaluation) -> str:
    """Return the model card as Markdown."""
    from training.conllu import KEPT_FEATURES

    overall, emails, lower = evaluation.overall, evaluation.emails, evaluation.lower
    rows = [
        f"| {name} | {counts.f_score:.1f} | {counts.gold:,} | {emails[name].f_score:.1f} | {emails[name].gold:,} "
        f"| {lower[name].f_score:.1f} |"
        for name, counts in overall.items()
    ]
    details = [
        f"{name} precision {overall[name].precision:.1f}, recall {overall[name].recall:.1f}" for name in DETAILED
    ]
    return CARD.format(
        version=evaluation.version,
        spacy_version=evaluation.spacy_version,
        features=", ".join(sorted(KEPT_FEATURES)),
        rows="\n".join(rows),
        details="; ".join(details),
        layer="\n".join(_layer_rows(evaluation)),
        loss=overall["UPOS"].f_score - lower["UPOS"].f_score,
        megabytes=evaluation.megabytes,
        ours=evaluation.throughput.ours,
        blank=evaluation.throughput.blank,
        percent=evaluation.throughput.percent,
    )


def _layer_rows(evaluation: Evaluation) -> Iterator[str]:
    for name, overall in evaluation.layer.items():
        emails = evaluation.layer_emails[name]
        cells = [f"{c.f_score:.1f} | {c.precision:.1f} | {c.recall:.1f}" for c in (overall, emails)]
        yield f"| {name} | {' | '.join(cells)} |"


def write_licence(model: Path, treebank: Path) -> None:
    """Write LICENSE.txt: attribution and changes, then the licence's full text as the treebank brings it."""
    text = (treebank / "LICENSE.txt").read_text(encoding="utf-8")
    (model / "LICENSE.txt").write_text(f"{LICENCE_HEAD}\n{'=' * 72}\n\n{text}", encoding="utf-8")
