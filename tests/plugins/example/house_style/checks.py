"""Two checks in Python: one looks at a message whole, one at each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from empathy_lint.checking.passage import Hit, Passage
from empathy_lint.checking.view import MessageHit, MessageView

_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def too_many_dates(view: MessageView) -> Iterator[MessageHit]:
    """More than two dates in one message."""
    count = sum(len(_DATE.findall(sentence.text)) for sentence in view.analysis.sentences)
    if count > 2:
        yield MessageHit(values={"value": count})


class Exclamation:
    """The words before an exclamation mark."""

    evidence = "words"

    @staticmethod
    def may_match(folded: str) -> bool:
        """Whether it is worth to look at a message's sentences."""
        return "!" in folded

    @staticmethod
    def find(passage: Passage) -> Iterator[Hit]:
        """The last word of a sentence that ends so."""
        for match in re.finditer(r"\w+!", passage.text):
            yield Hit(match.start(), match.end())
