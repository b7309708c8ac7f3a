"""A sentence together with what guards and kinds ask about it, each worked out once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from empathy_lint.checking.context import Context
from empathy_lint.checking.lexicon import Lexicon, SentenceWords
from empathy_lint.checking.protocol import Analysis, Fact, Mark
from empathy_lint.language.analysis import Sentence
from empathy_lint.reading.message import Block, Message, Placeholder, PlaceholderKind

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+\-]+@[\w\-]+\.[\w.\-]+|\b[\w\-]+(?:\.[\w\-]+)*\.(?:com|org|net|gov|uk|ca|io"
    r"|edu)\b(?:/\S*)?|\b[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,}/\S+",
    re.IGNORECASE,
)
# What people and machines are called: #topic, @somebody, /folder/file, ~/file, C:\\folder\\file, folder/file.pdf
_NAMED = re.compile(
    r"(?<![\w&#@])[#@][^\W\d][\w.\-]*\w"
    r"|(?<![\w/.~])(?:(?:~|\.{1,2})/[\w\-]|/[\w.\-]+/)[\w.\-]*(?:/[\w.\-]*)*"
    r"|\b[A-Za-z]:\\[\w.\-\\]+"
    r"|\b[\w\-]{1,80}(?:/[\w\-]{1,80}){0,9}\.(?:pdf|docx?|xlsx?|csv|txt|zip|html?|jpe?g|png)\b",
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)|«[^»]*»")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that an entry found; offsets are those of the sentence's text."""

    start: int
    end: int
    confidence: float = 1.0


class Passage:
    """One sentence in its message. `start`, `end` everywhere are offsets in the sentence's text."""

    def __init__(
        self, sentence: Sentence, analysis: Analysis, context: Context, words: SentenceWords | None = None
    ) -> None:
        self.sentence = sentence
        self.context = context
        self.words = words or Lexicon().words_of(sentence.text)
        self._analysis = analysis

    @property
    def text(self) -> str:
        """The sentence as the reader sees it."""
        return self.sentence.text

    @property
    def block(self) -> Block:
        """The block that the sentence stands in."""
        return self._analysis.message.blocks[self.sentence.block]

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The sentences before and behind it in its block."""
        sentences, at = self._analysis.sentences, self.sentence.index
        beside = (sentences[index] for index in (at - 1, at + 1) if 0 <= index < len(sentences))
        return tuple(each.text for each in beside if each.block == self.sentence.block)

    @property
    def before(self) -> str | None:
        """The sentence before it in its block, or in the block before."""
        at = self.sentence.index - 1
        return self._analysis.sentences[at].text if at >= 0 else None

    @property
    def folded(self) -> str:
        """The text as required literals are compared with it."""
        return self.words.folded

    @cached_property
    def doc(self) -> Any:
        """The sentence parsed by spaCy."""
        return self._analysis.doc(self.sentence)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of grammar in the sentence."""
        return tuple(self._analysis.facts(self.sentence))

    @property
    def has_tone(self) -> bool:
        """Whether the tone component was asked about the sentence."""
        return self._analysis.has_tone

    @cached_property
    def offers(self) -> Mapping[str, float]:
        """How surely the sentence offers each element, to the tone component."""
        return self._analysis.offers(self.sentence)

    @cached_property
    def reads(self) -> tuple[Mark, ...]:
        """What the tone component says about the sentence."""
        return tuple(self._analysis.reads(self.sentence))

    @cached_property
    def placeholder_kinds(self) -> frozenset[PlaceholderKind]:
        """The kinds of placeholder in the sentence."""
        return frozenset(each.kind for each in self._placeholders)

    @cached_property
    def untouchable(self) -> tuple[tuple[int, int], ...]:
        """Stand-ins of placeholders, web and e-mail addresses, hashtags, handles and file paths: nothing inside them
        is the writer's wording.
        """
        offset = self.sentence.start
        stand_ins = [(each.prose_start - offset, each.prose_end - offset) for each in self._placeholders]
        names = (match.span() for pattern in (_ADDRESS, _NAMED) for match in pattern.finditer(self.text))
        return (*stand_ins, *names)

    @cached_property
    def contact_link(self) -> bool:
        """Whether some of the sentence is linked to a mailbox or a telephone."""
        return any(
            link.target.lower().startswith(("mailto:", "tel:", "sms:")) and "noreply" not in link.target.lower()
            for link in self.block.links_in(self.sentence.start, self.sentence.end)
        )

    @property
    def is_linked(self) -> bool:
        """Whether some of the sentence is a link, or an address stands in it."""
        return bool(self.block.links_in(self.sentence.start, self.sentence.end) or _ADDRESS.search(self.text))

    @property
    def message(self) -> Message:
        """The message that it stands in."""
        return self._analysis.message

    @property
    def routes(self) -> frozenset[str]:
        """The routes of contact that the whole message names."""
        return frozenset(self._analysis.directives.channels)

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Stretches within quotation marks."""
        return tuple(match.span() for match in _QUOTED.finditer(self.text))

    def is_writing(self, start: int, end: int) -> bool:
        """Whether the words hold anything that the writer chose, rather than a placeholder, an address or a name."""
        return not covered(start, end, self.untouchable)

    @property
    def _placeholders(self) -> tuple[Placeholder, ...]:
        return self.block.placeholders_in(self.sentence.start, self.sentence.end)


def covered(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether one of `spans` holds all of start:end."""
    return any(first <= start and end <= last for first, last in spans)
