"""Fix a file with its writer beside it: one rewrite after the other, each shown with what it does to the score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from empathy_lint.checking.finding import Rewrite
from empathy_lint.fixing.fixes import Change, Fixed, Version, holds, made
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.writing import escape, rewritten
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.edits import edits_of
from empathy_lint.rewriting.invariants import keeps_facts, reads_as_meant
from empathy_lint.rewriting.wording import typed_pieces
from empathy_lint.run import Workpiece
from empathy_lint.scoring.report import MessageReport


class Answer(str, Enum):
    """What a writer says to a rewrite; own words are given as text instead."""

    ACCEPT = "accept"
    SKIP = "skip"
    QUIT = "quit"


@dataclass(frozen=True)
class Question:
    """A rewrite, and the message without and with it. `refused` says why the writer's own words were not taken."""

    path: str
    change: Change
    before: MessageReport
    after: MessageReport
    refused: str = ""


@dataclass(frozen=True)
class OwnWords:
    """Words that the writer wants instead of the rewrite's."""

    text: str


Ask = Callable[[Question], Answer | OwnWords]


def walk(piece: Workpiece, ask: Ask) -> tuple[Fixed, bool]:
    """Ask about each rewrite of a file, in reading order; what was accepted, and whether the writer wants to stop.

    Raises ProblemError when the file cannot be read.
    """
    before = now = Version(piece.data, piece.lint(piece.data))
    changes: list[Change] = []
    skipped = 0  # findings passed over; the next to ask about is the one behind them
    while True:
        waiting = _waiting(now)
        if skipped >= len(waiting):
            return Fixed(piece.path, before, now, tuple(changes)), False
        number, change = waiting[skipped]
        version = made(piece, now, change.rewrite.edits)
        if version is None or not holds(now, version):
            skipped += 1
            continue
        question = Question(piece.path, change, now.reports[number], version.reports[number])
        answer = ask(question)
        while isinstance(answer, OwnWords):
            own = _in_own_words(piece, now, question, answer.text)
            if not isinstance(own, str):
                version, change, answer = *own, Answer.ACCEPT
                break
            question = Question(piece.path, change, question.before, question.after, own)
            answer = ask(question)
        if answer is Answer.QUIT:
            return Fixed(piece.path, before, now, tuple(changes)), True
        if answer is Answer.ACCEPT:
            now = version
            changes.append(change)
        else:
            skipped += 1


def _waiting(now: Version) -> list[tuple[int, Change]]:
    """The number of the message and the first rewrite of each finding that has one."""
    return [
        (number, Change(row.finding, rewrite))
        for number, report in enumerate(now.reports)
        for row in report.findings
        for rewrite in [each for each in row.finding.rewrites if each.edits][:1]
    ]


def _in_own_words(piece: Workpiece, now: Version, question: Question, text: str) -> tuple[Version, Change] | str:
    """The version with the writer's words, or why they cannot be taken. What they say is the writer's to judge."""
    finding, rewrite = question.change.finding, question.change.rewrite
    message = question.before.message
    if rewrite.replaces == "nothing" or finding.place is None:
        at = rewrite.edits[0].start
        written = escape(f" {text}", message, at)
        edits: tuple[Edit, ...] | None = None if written is None else (Edit(at, at, written),)
    else:
        place, sentence = finding.place, finding.sentence
        start, end = place.prose_start, place.prose_end
        if rewrite.replaces == "sentence" and sentence is not None:
            start, end = sentence.start, sentence.end
        block = message.blocks[place.block]
        pieces = typed_pieces(text, block, start, end)
        candidate = Candidate(place.block, start, end, pieces, "sentence", "review")
        edits = edits_of(candidate, message) if keeps_facts(candidate, block) else None
        if edits is not None:
            after = rewritten(message, edits)
            edits = edits if after is not None and reads_as_meant(message, after, candidate) else None
    if edits is None:
        return "These words would change a placeholder, a link, a number or a date. Keep those as they are."
    version = made(piece, now, edits)
    if version is None:
        return "These words cannot be written in this file."
    return version, Change(finding, Rewrite(text, "review", edits, rewrite.replaces))
