"""Compare a pipeline's annotation of raw text with the gold annotation.

The pipeline tokenizes the text itself. Words are matched by their characters' places, so a word that it cuts
otherwise counts
as missed and as invented, as in the CoNLL 2018 shared task's evaluation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from training.augmentation import lower_case
from training.conllu import Paragraph
from training.documents import to_doc

Item = tuple[object, ...]
Measure = Callable[[Doc], Iterator[Item]]


@dataclass(slots=True)
class Counts:
    """How many items were found, how many there are, and how many are both."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, predicted: Iterable[Item], gold: Iterable[Item]) -> None:
        """Count one document."""
        found, true = set(predicted), set(gold)
        self.right += len(found & true)
        self.predicted += len(found)
        self.gold += len(true)

    @property
    def precision(self) -> float:
        """Share of the found items that are right, in percent."""
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that were found, in percent."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f_score(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        total = self.predicted + self.gold
        return 200 * self.right / total if total else 0.0


def _place(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _words(doc: Doc) -> Iterator[Token]:
    return (token for token in doc if not token.is_space)


def tokens(doc: Doc) -> Iterator[Item]:
    """Words as they are cut."""
    return (_place(t) for t in _words(doc))


def upos(doc: Doc) -> Iterator[Item]:
    """Universal parts of speech."""
    return ((*_place(t), t.pos_) for t in _words(doc))


def features(doc: Doc) -> Iterator[Item]:
    """The morphological features that the pipeline learns, all of a word's at once."""
    return ((*_place(t), str(t.morph)) for t in _words(doc))


def lemmas(doc: Doc) -> Iterator[Item]:
    """Lemmas, whatever their case; the gold's unknown ones count as missed by nobody."""
    return ((*_place(t), t.lemma_.lower()) for t in _words(doc))


def attachments(doc: Doc) -> Iterator[Item]:
    """Heads (UAS)."""
    return ((*_place(t), _place(t.head)) for t in _words(doc))


def labelled_attachments(doc: Doc) -> Iterator[Item]:
    """Heads and relations (LAS)."""
    return ((*_place(t), _place(t.head), t.dep_) for t in _words(doc))


def sentences(doc: Doc) -> Iterator[Item]:
    """Sentences, by their first and last character."""
    return ((s.start_char, s[-1].idx + len(s[-1])) for s in doc.sents)


def passives(doc: Doc) -> Iterator[Item]:
    """Passive auxiliaries with the verb that they make passive."""
    return ((*_place(t), _place(t.head)) for t in _words(doc) if t.dep_ == "aux:pass")


def conditions(doc: Doc) -> Iterator[Item]:
    """Adverbial clauses marked by "if" or "unless": the mark and the clause's verb."""
    for t in _words(doc):
        if t.lower_ in {"if", "unless"} and t.dep_ == "mark" and t.head.dep_.startswith("advcl"):
            yield (*_place(t), _place(t.head))


def imperatives(doc: Doc) -> Iterator[Item]:
    """Verbs in the imperative; where the auxiliary "do" bears the mood, its verb."""
    for t in _words(doc):
        if "Imp" in t.morph.get("Mood"):
            yield _place(t.head if t.pos_ == "AUX" and t.dep_ == "aux" else t)


def adversatives(doc: Doc) -> Iterator[Item]:
    """The word "but" where it joins clauses or words."""
    return (_place(t) for t in _words(doc) if t.lower_ == "but" and t.dep_ == "cc")


def subjects(doc: Doc) -> Iterator[Item]:
    """The pronouns "you", "we" and "I" as subjects, with their verbs."""
    for t in _words(doc):
        if t.lower_ in {"you", "we", "i"} and t.dep_.startswith("nsubj"):
            yield (*_place(t), _place(t.head))


MEASURES: dict[str, Measure] = {
    "tokens": tokens,
    "UPOS": upos,
    "FEATS (those learned)": features,
    "lemma": lemmas,
    "UAS": attachments,
    "LAS": labelled_attachments,
    "sentences": sentences,
    "aux:pass": passives,
    "advcl with if/unless": conditions,
    "imperative (Mood=Imp)": imperatives,
    "joining “but”": adversatives,
    "subject you/we/I": subjects,
}


def score(nlp: Language, golds: Sequence[Doc]) -> dict[str, Counts]:
    """Score a pipeline on the raw text of gold documents."""
    counts = {name: Counts() for name in MEASURES}
    for predicted, gold in zip(nlp.pipe([doc.text for doc in golds]), golds, strict=True):
        for name, measure in MEASURES.items():
            counts[name].add(measure(predicted), measure(gold))
    return counts


def gold_docs(vocab: Vocab, paragraphs: Iterable[Paragraph]) -> list[Doc]:
    """Return one gold document a paragraph."""
    return [to_doc(vocab, paragraph) for paragraph in paragraphs]


def in_lower_case(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the same paragraphs in lower case."""
    return [tuple(lower_case(sentence) for sentence in paragraph) for paragraph in paragraphs]
