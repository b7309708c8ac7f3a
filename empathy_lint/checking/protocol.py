"""What checking asks of the language layer; anything that answers these can be checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from empathy_lint.language.analysis import Directives, Metrics, Sentence
from empathy_lint.language.tree import Tree
from empathy_lint.reading.message import Message


class Fact(Protocol):
    """A fact of grammar, such as `you-blame`; offsets are those of `sentence.text`."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


class Mark(Protocol):
    """Words that read as `category` to the tone component; offsets are those of `sentence.text`."""

    @property
    def category(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def confidence(self) -> float: ...  # noqa: D102


class Analysis(Protocol):
    """One message as the language layer sees it."""

    @property
    def message(self) -> Message:
        """The message that was analysed."""

    @property
    def sentences(self) -> Sequence[Sentence]:
        """All sentences, in reading order."""

    @property
    def metrics(self) -> Metrics:
        """Measures of the whole message."""

    @property
    def directives(self) -> Directives:
        """What the reader is asked to do."""

    def sentences_of(self, block: int) -> Sequence[Sentence]:
        """The sentences of one block."""

    def doc(self, sentence: Sentence) -> Any:
        """The spaCy Doc of `sentence.text`, with the same offsets; parsed when first asked for."""

    def tree(self, sentence: Sentence) -> Tree:
        """The grammar of the sentence, with the offsets of its text."""

    def facts(self, sentence: Sentence) -> Sequence[Fact]:
        """The facts of grammar found in the sentence."""

    @property
    def has_tone(self) -> bool:
        """Whether a tone component reads the sentences; without one, `reads` and `offers` say nothing."""

    def offers(self, sentence: Sentence) -> Mapping[str, float]:
        """How surely the sentence offers each element, from 0 to 1; elements that were not judged are left out."""

    def reads(self, sentence: Sentence) -> Sequence[Mark]:
        """How the sentence reads, in order; empty where it reads as nothing in particular."""
