"""Labelled text: sentences with marks by category and, where known, what each sentence offers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from empathy_lint.language.sentences import split_block
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read

TAGS: Final = {
    "fear": "fear-words",
    "threat": "threat-language",
    "blame": "blame-language",
    "pressure": "pressure-language",
    "shame": "shame-judgement",
    "but": "but-usage",
    "jargon": "jargon",
    "hollow": "hollow-empathy",
    "shout": "shouting",
    "salutation": "generic-salutation",
    "oneway": "one-way-message",
}
CATEGORIES: Final = tuple(TAGS.values())
# What a sentence offers: as the labelled text says it, and as the linter does.
ELEMENTS: Final = {
    "ack": "acknowledge",
    "options": "options",
    "flex": "flexibility",
    "resources": "resources",
    "dialogue": "dialogue",
    "ask": "ask",
    "action": "action",
    "thanks": "thanks",
    "reassure": "reassure",
}
_TAG: Final = re.compile(rf"<(/?)({'|'.join(TAGS)})>")

Span = tuple[str, int, int]  # category, start, end


@dataclass(frozen=True)
class LabelledSentence:
    """One sentence as the model sees it; `elements` is None where nobody judged what it offers.

    `group` names what must be held out together (a sector, a folder of messages, a repository).
    """

    text: str
    marks: tuple[Span, ...]
    elements: frozenset[str] | None
    group: str
    source: str  # "sentences", "messages", "real" or "templates"


def untagged(body: str) -> tuple[str, list[Span]]:
    """Plain text of a body with <tag>…</tag> marks, and the marks as spans of the plain text."""
    text, spans, opened, at = "", [], 0, 0
    for tag in _TAG.finditer(body):
        text += body[at : tag.start()]
        at = tag.end()
        if tag[1]:
            spans.append((TAGS[tag[2]], opened, len(text)))
        else:
            opened = len(text)
    return text + body[at:], spans


def tone_sentences(folder: Path) -> Iterator[LabelledSentence]:
    """Every line of the labelled sentence files; one file is one sector, and one group."""
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            elements, tab, body = line.partition("\t")
            if not tab:
                continue
            offered = frozenset(part.strip() for part in elements.split(",")) - {"-"}
            text, spans = untagged(body.strip())
            yield from _from_prose(text, spans, offered, file.stem, "sentences", whole=True)


def message_sentences(folder: Path, source: str) -> Iterator[LabelledSentence]:
    """Every sentence of the whole labelled messages, at the natural share of faults; one file is one group."""
    for file in sorted(folder.glob("*.txt")):
        for part in re.split(r"(?m)^=====\s*$", file.read_text(encoding="utf-8")):
            _head, rule, body = part.strip().partition("\n---\n")
            if rule:
                text, spans = untagged(body)
                yield from _from_prose(text, spans, None, f"{source}-{file.stem}", source, whole=False)


def with_offers(rows: Iterable[LabelledSentence], folder: Path) -> list[LabelledSentence]:
    """The rows, with what each offers where a reader judged it by itself: lines of `elements<TAB>sentence` in
    `folder/*.tsv`.
    """
    judged = {}
    for file in sorted(folder.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            elements, tab, text = line.partition("\t")
            if tab:
                judged[text] = frozenset(part.strip() for part in elements.split(",")) - {"-"}
    return [
        row if row.elements is not None else replace(row, elements=judged.get(" ".join(row.text.split())))
        for row in rows
    ]


def template_sentences(folder: Path) -> Iterator[LabelledSentence]:
    """Every sentence of real labelled templates (`index.csv`, `labels.yaml`); a repository is one group."""
    import csv

    import yaml

    labels = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))
    with (folder / "index.csv").open(encoding="utf-8") as rows:
        index = {row["id"]: row for row in csv.DictReader(rows)}
    seen: set[str] = set()
    for key, label in labels.items():
        path = folder / index[key]["file"]
        for message in read(str(path), path.read_bytes()).messages:
            spans = _located(message.source.text, label["spans"])
            for sentence in _sentences(message, spans, None, index[key]["repo"], "templates"):
                # Sister templates repeat whole paragraphs; each sentence is wanted once.
                if sentence.text not in seen:
                    seen.add(sentence.text)
                    yield sentence


def _located(text: str, labels: list[dict[str, object]]) -> list[Span]:
    starts, at = [0], 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        starts.append(at)
    spans = []
    for label in labels:
        quote = str(label["quote"])
        place = text.find(quote, starts[int(str(label["line"])) - 1])
        if place >= 0:
            spans.append((str(label["category"]), place, place + len(quote)))
    return spans


def _from_prose(
    text: str, spans: list[Span], elements: frozenset[str] | None, group: str, source: str, *, whole: bool
) -> Iterator[LabelledSentence]:
    (message,) = read("labelled.txt", text.encode()).messages
    if whole and len(message.blocks) == 1:
        yield _labelled(message, 0, 0, len(message.blocks[0].prose), spans, elements, group, source)
    else:
        yield from _sentences(message, spans, elements, group, source)


def _sentences(
    message: Message, spans: list[Span], elements: frozenset[str] | None, group: str, source: str
) -> Iterator[LabelledSentence]:
    for number, block in enumerate(message.blocks):
        for start, end in split_block(block):
            yield _labelled(message, number, start, end, spans, elements, group, source)


def _labelled(
    message: Message,
    number: int,
    start: int,
    end: int,
    spans: list[Span],
    elements: frozenset[str] | None,
    group: str,
    source: str,
) -> LabelledSentence:
    """The sentence prose[start:end] of a block with the marks that touch its characters."""
    block = message.blocks[number]
    categories: list[str | None] = []
    for at in range(start, end):
        try:
            first, last = block.source_span(at, at + 1)
        except ValueError:
            categories.append(None)
            continue
        categories.append(next((name for name, begin, stop in spans if begin < last and first < stop), None))
    return LabelledSentence(block.prose[start:end], tuple(_runs(categories)), elements, group, source)


def _runs(categories: list[str | None]) -> Iterator[Span]:
    at = 0
    while at < len(categories):
        name, first = categories[at], at
        while at < len(categories) and categories[at] == name:
            at += 1
        if name is not None:
            yield name, first, at
