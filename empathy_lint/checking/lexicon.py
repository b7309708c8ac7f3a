"""What the words of a sentence say wherever it stands, worked out once for all messages, variants and versions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from typing import Any, Final, TypeVar

from empathy_lint.checking.literals import fold
from empathy_lint.checking.phrase_index import PhraseIndex
from empathy_lint.checking.phrases import Phrase
from empathy_lint.language.remembered import Remembered

_REMEMBERED: Final = 2048  # sentences, so that memory stays flat in a long run
_T = TypeVar("_T")


class Lexicon:
    """The words that a pack's kinds of entry look for.

    A kind that names `phrases` finds something only where one of them stands; nothing is known beforehand about the
    others, and about those that the pack does not hold.
    """

    def __init__(self, kinds: Iterable[Any] = ()) -> None:
        self._kinds_of: dict[Phrase, list[Any]] = {}
        self._known: set[Any] = set()
        for kind in kinds:
            phrases = getattr(kind, "phrases", ())
            for phrase in phrases:
                self._kinds_of.setdefault(phrase, []).append(kind)
            if phrases:
                self._known.add(kind)
        self._index = PhraseIndex(self._kinds_of)
        self._sentences: Remembered[SentenceWords] = Remembered(_REMEMBERED)

    def __contains__(self, kind: object) -> bool:
        """Whether `SentenceWords.kinds` tells of the kind."""
        return kind in self._known

    def words_of(self, text: str) -> SentenceWords:
        """What is known of a sentence's words."""
        return self._sentences.of(text, lambda text: SentenceWords(text, self._index, self._kinds_of))


class SentenceWords:
    """The words of one sentence; made by a Lexicon."""

    def __init__(self, text: str, index: PhraseIndex, kinds_of: Mapping[Phrase, Iterable[Any]]) -> None:
        self.text = text
        self._index = index
        self._kinds_of = kinds_of
        self._recalled: dict[Hashable, Any] = {}

    @cached_property
    def folded(self) -> str:
        """The text as required literals are compared with it."""
        return fold(self.text)

    @cached_property
    def kinds(self) -> frozenset[Any]:
        """The kinds of the lexicon of which a phrase may stand here."""
        return frozenset(kind for phrase in self._possible for kind in self._kinds_of[phrase])

    def may_hold(self, phrase: Phrase) -> bool:
        """Whether the phrase may stand here, judged by its literals."""
        return phrase in self._possible or (phrase not in self._index and phrase.may_match(self.folded))

    def recall(self, asker: Hashable, work: Callable[[SentenceWords], _T]) -> _T:
        """The result of `work`, which must depend on nothing but the words; each asker's is worked out once."""
        if asker not in self._recalled:
            self._recalled[asker] = work(self)
        result: _T = self._recalled[asker]
        return result

    @cached_property
    def _possible(self) -> frozenset[Phrase]:
        return self._index.possible(self.folded)
