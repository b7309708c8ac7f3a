"""What the tests of language share: the shipped pipeline, loaded once, and messages made of plain text."""

from __future__ import annotations

from functools import cache

from empathy_lint.language.analyser import Analyser, Analysis
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read


def message_of(text: str, path: str = "letter.txt") -> Message:
    (message,) = read(path, text.encode("utf-8")).messages
    return message


@cache
def analyser() -> Analyser:
    return Analyser()


def analysis_of(text: str, channel: str = "email", path: str = "letter.txt") -> Analysis:
    return analyser().analyse(message_of(text, path), channel)


def facts_of(text: str, name: str) -> list[str]:
    """The words of every fact of that name in the text."""
    analysis = analysis_of(text)
    return [
        sentence.text[fact.start : fact.end]
        for sentence in analysis.sentences
        for fact in analysis.facts(sentence)
        if fact.name == name
    ]
