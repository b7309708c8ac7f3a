"""A message as the rest of the linter asks about it: sentences, syntax, facts, directives, measures.

Nothing is parsed before it is asked for, and only sentences whose words could matter are parsed at all; what is parsed
goes in batches, across messages where `Analyser.prepare` is used. Results are remembered by text within bounds, so a
boilerplate line is analysed once and memory stays flat in a long run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, Final, Protocol

from empathy_lint.language.analysis import Directives, Metrics, Sentence
from empathy_lint.language.directives import Act, find_acts, find_directives, may_hold_acts
from empathy_lint.language.facts import FACTS, Fact, find_facts, may_hold
from empathy_lint.language.pipeline import Pipeline
from empathy_lint.language.remembered import Remembered
from empathy_lint.language.sentences import is_salutation, split_message
from empathy_lint.language.tone.reading import Mark, ToneReading
from empathy_lint.language.tree import Tree
from empathy_lint.reading.languages import is_english
from empathy_lint.reading.message import Message

_REMEMBERED_FINDINGS: Final = 2048
_REMEMBERED_DOCS: Final = 256
_REMEMBERED_TREES: Final = 1024  # a batch of messages' sentences, for those who write about them
_AHEAD: Final = 64  # sentences parsed together when one is asked for


class ToneReader(Protocol):
    """What reads the tone of sentences; the same text always gets the same reading."""

    def read(self, texts: Iterable[str]) -> list[ToneReading]:
        """The reading of each text, in order."""


class Analyser:
    """Makes analyses of messages.

    `pipeline` is a folder or package, None for the shipped one. `facts` maps each fact that enabled rules use to a rule
    that needs it; None means all. `lemmas` says whether a rule's token patterns use lemmas. `tone` reads a
    sentence's tone; without it `Analysis.reads` is empty.
    """

    def __init__(
        self,
        pipeline: str | None = None,
        *,
        facts: Mapping[str, str] | None = None,
        lemmas: bool = False,
        tone: ToneReader | None = None,
    ) -> None:
        needed = dict.fromkeys(FACTS, "directives") if facts is None else dict(facts)
        self._names = frozenset(needed) & FACTS.keys()
        self._pipeline = Pipeline(pipeline, needed_by=next(iter(needed.values()), "decision-steps"), lemmas=lemmas)
        self._tone = tone
        self._findings: Remembered[tuple[tuple[Fact, ...], tuple[Act, ...]]] = Remembered(_REMEMBERED_FINDINGS)
        self._trees: Remembered[Tree] = Remembered(_REMEMBERED_TREES)
        self._docs: Remembered[Any] = Remembered(_REMEMBERED_DOCS)

    def analyse(self, message: Message, channel: str = "email") -> Analysis:
        """The analysis of a message sent over `channel`; nothing is parsed yet."""
        return Analysis(self, message, channel)

    def prepare(self, analyses: Iterable[Analysis]) -> None:
        """Parse together what facts and directives of several messages will need."""
        self.parse(sentence for analysis in analyses for sentence in analysis.sentences)

    def parse(self, sentences: Iterable[Sentence]) -> None:
        """Parse those of the sentences that facts or directives could need and that are not known yet."""
        texts = dict.fromkeys(sentence.text for sentence in sentences)
        new = iter([text for text in texts if text not in self._findings and self._is_wanted(text)])
        while batch := list(islice(new, _REMEMBERED_TREES)):
            for text, tree in zip(batch, self._pipeline.trees(batch), strict=True):
                self._trees.put(text, tree)
                self._findings.put(text, self._findings_in(tree))

    def findings(self, sentence: Sentence, ahead: Sequence[Sentence]) -> tuple[tuple[Fact, ...], tuple[Act, ...]]:
        """Facts and acts of a sentence; those of the sentences `ahead` are worked out with it."""
        if sentence.text not in self._findings:
            self.parse([sentence, *ahead[:_AHEAD]])
        return self._findings.get(sentence.text)

    def tree(self, text: str) -> Tree:
        """The grammar of a sentence's text."""
        self.grow([text])
        return self._trees.get(text)

    def grow(self, texts: Iterable[str]) -> None:
        """Parse together those of the texts whose trees are not at hand."""
        new = [text for text in dict.fromkeys(texts) if text not in self._trees][:_REMEMBERED_TREES]
        for text, tree in zip(new, self._pipeline.trees(new) if new else (), strict=True):
            self._trees.put(text, tree)

    def doc(self, text: str) -> Any:
        """The spaCy Doc of a sentence's text, with equal offsets."""
        if text not in self._docs:
            self._docs.put(text, next(self._pipeline.docs([text])))
        return self._docs.get(text)

    @property
    def has_tone(self) -> bool:
        """Whether there is a tone component."""
        return self._tone is not None

    def tones(self, texts: Sequence[str]) -> list[ToneReading]:
        """What the tone component says of sentences; nothing without one."""
        return self._tone.read(texts) if self._tone else [ToneReading()] * len(texts)

    def _is_wanted(self, text: str) -> bool:
        """Whether a sentence has to be parsed; one that has not is known at once to hold nothing."""
        wanted = may_hold_acts(text) or may_hold(text, self._names)
        if not wanted:
            self._findings.put(text, ((), ()))
        return wanted

    def _findings_in(self, tree: Tree) -> tuple[tuple[Fact, ...], tuple[Act, ...]]:
        return find_facts(tree, self._names), find_acts(tree)


def _has_tone(text: str) -> bool:
    return not is_salutation(text) and is_english(text, "")


class Analysis:
    """One message as the language layer sees it; made by an Analyser."""

    def __init__(self, analyser: Analyser, message: Message, channel: str) -> None:
        self._analyser = analyser
        self._channel = channel
        self.message = message

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in reading order."""
        return split_message(self.message)

    def sentences_of(self, block: int) -> tuple[Sentence, ...]:
        """The sentences of one block."""
        return self._by_block.get(block, ())

    def doc(self, sentence: Sentence) -> Any:
        """The spaCy Doc of `sentence.text`, with the same offsets; parsed when first asked for."""
        return self._analyser.doc(sentence.text)

    def tree(self, sentence: Sentence) -> Tree:
        """The grammar of the sentence, with the offsets of its text; parsed when first asked for."""
        return self._analyser.tree(sentence.text)

    def facts(self, sentence: Sentence) -> tuple[Fact, ...]:
        """The facts of grammar in the sentence; offsets are those of its text."""
        return self._findings(sentence)[0]

    @property
    def has_tone(self) -> bool:
        """Whether a tone component reads the sentences."""
        return self._analyser.has_tone

    def offers(self, sentence: Sentence) -> Mapping[str, float]:
        """How surely the sentence offers each element, from 0 to 1."""
        return self._tones[sentence.index].offers

    def reads(self, sentence: Sentence) -> tuple[Mark, ...]:
        """How the sentence reads, in order; empty where it reads as nothing in particular."""
        return self._tones[sentence.index].marks

    @cached_property
    def _tones(self) -> list[ToneReading]:
        # Names have no tone, and each message has others: reading them would be work that is never done twice.
        # In another language every word is one that the reader of tone does not know.
        texts = [sentence.text if _has_tone(sentence.text) else "" for sentence in self.sentences]
        read = iter(self._analyser.tones([text for text in texts if text]))
        return [next(read) if text else ToneReading() for text in texts]

    @cached_property
    def directives(self) -> Directives:
        """What the reader is asked to do."""
        self._analyser.parse(self.sentences)
        acts = {sentence.index: self._findings(sentence)[1] for sentence in self.sentences}
        return find_directives(self.message, self.sentences, acts, self._channel)

    @cached_property
    def metrics(self) -> Metrics:
        """Measures of the whole message."""
        # VADER and hyphenation are costly to load; a run that needs no measures never does.
        from empathy_lint.language.measures import measure

        return measure(self.message, self.sentences, self.directives)

    def _findings(self, sentence: Sentence) -> tuple[tuple[Fact, ...], tuple[Act, ...]]:
        return self._analyser.findings(sentence, self.sentences[sentence.index + 1 : sentence.index + 1 + _AHEAD])

    @cached_property
    def _by_block(self) -> dict[int, tuple[Sentence, ...]]:
        blocks: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            blocks.setdefault(sentence.block, []).append(sentence)
        return {block: tuple(rows) for block, rows in blocks.items()}
