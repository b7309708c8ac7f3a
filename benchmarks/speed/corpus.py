"""Folders of messages to measure on: distinct ones, and an archive of those that were sent from a few templates.

They are made when they are needed, from a fixed seed, and never part of the project: the treebank's text is not ours.
"""

from __future__ import annotations

import html
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.speed.filler import Placeholder, filler, greetings
from benchmarks.speed.sentences import sentences

_SEED: Final = 8
_WORDS: Final = 100  # after so many the paragraph at hand is the last, which makes 120 in the mean
_PER_FOLDER: Final = 1000
_TEMPLATES: Final = 200
# A message keeps to one way of writing placeholders, as a sender does.
DIALECTS: Final[tuple[Placeholder, ...]] = (
    lambda name: f"{{{{ {name} }}}}",
    lambda name: f"%{{{name}}}",
    lambda name: f"(({name}))",
    lambda name: f"${{{name}}}",
)


@dataclass(frozen=True)
class Draft:
    """A message before it is written as text or HTML: whom it greets, and paragraphs of sentences."""

    greeted: str
    paragraphs: tuple[tuple[str, ...], ...]


def drafts(treebank: Path | None) -> Iterator[Draft]:
    """Messages of about 120 words without end, in which no sentence comes twice.

    A quarter of their sentences is filler with placeholders; all of them, where there is no treebank.
    """
    rng = Random(_SEED)
    made = filler(rng)
    found = sentences(treebank, rng) if treebank else None
    for number, greeted in enumerate(greetings()):
        write = DIALECTS[number % len(DIALECTS)]

        def fill(write: Placeholder = write) -> str:
            return next(made)(write)

        yield Draft(greeted, tuple(_paragraphs(fill, (lambda: next(found)) if found else fill)))


def _paragraphs(fill: Callable[[], str], find: Callable[[], str]) -> Iterator[tuple[str, ...]]:
    words, number = 0, count()
    while words < _WORDS:
        paragraph = [fill() if next(number) % 4 == 0 else find() for _ in range(2)]
        words += sum(len(row.split()) for row in paragraph)
        yield tuple(paragraph)


def as_text(draft: Draft) -> str:
    """The draft as a plain letter."""
    paragraphs = (" ".join(row) for row in draft.paragraphs)
    return "\n\n".join((f"Dear {draft.greeted},", *paragraphs)) + "\n"


def as_html(draft: Draft) -> str:
    """The draft as an HTML email, as marked up as such emails are."""
    lines = ["<!DOCTYPE html>", '<html lang="en"><head><style>p {margin: 0}</style></head>', "<body><table><tr><td>"]
    lines.append(f"<p class='greeting'>Dear {html.escape(draft.greeted)},</p>")
    for row in draft.paragraphs:
        first, *more = (html.escape(sentence, quote=False) for sentence in row)
        head, space, tail = first.partition(" ")
        lines.append(f'<p style="font: 1em serif"><b>{head}</b>{space}{tail} {" ".join(more)}</p>')
    return "\n".join([*lines, "</td></tr></table></body></html>", ""])


def distinct(folder: Path, treebank: Path | None, size: int, kind: str) -> Path:
    """A folder with that many distinct messages as `text` or `html`; made, unless it was before."""
    suffix, write = {"text": ("txt", as_text), "html": ("html", as_html)}[kind]
    texts = (write(draft) for draft in islice(drafts(treebank), size))
    return _filled(folder / f"{kind}-{size}", suffix, texts)


def archive(folder: Path, treebank: Path | None, size: int) -> Path:
    """A folder with that many messages sent from 200 templates, to other people about other amounts and dates."""
    return _filled(folder / f"archive-{size}", "txt", sent(tuple(islice(drafts(treebank), _TEMPLATES)), size))


def sent(templates: Sequence[Draft], size: int) -> Iterator[str]:
    """Messages sent from templates in turn, every placeholder filled with what no other message has."""
    names = greetings()
    for number in range(size):
        draft = templates[number % len(templates)]
        write = DIALECTS[number % len(templates) % len(DIALECTS)]
        text = as_text(Draft(next(names), draft.paragraphs))
        values = {"amount": f"${number // 7 + 20}.{number % 100:02}", "date": _date(number), "name": f"Sam {number}"}
        for name, value in values.items():
            text = text.replace(write(name), value)
        yield text


def _date(number: int) -> str:
    return f"{number % 28 + 1} {('March', 'June', 'October')[number // 28 % 3]} {2020 + number // 84 % 6}"


def _filled(folder: Path, suffix: str, texts: Iterator[str]) -> Path:
    made = folder.with_name(f".{folder.name}.made")  # stands beside a folder once it is whole
    if made.exists():
        return folder
    if folder.exists():
        shutil.rmtree(folder)
    for number, text in enumerate(texts):
        part = folder / f"{number // _PER_FOLDER:03}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"{number % _PER_FOLDER:03}.{suffix}").write_text(text, encoding="utf-8")
    made.touch()
    return folder
