"""A rewrite is offered only when it is proven: made in the source, read again, linted again, and better.

The proof of one candidate: the edited source reads as the same template with exactly the candidate's words; the
finding is gone; no finding has come that was not there before; the score is not lower; every placeholder, link, amount,
date and number is still there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.checking.view import MessageView
from empathy_lint.errors import ProblemError
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.message import Message
from empathy_lint.reading.writing import rewritten
from empathy_lint.rewriting.candidate import Candidate, Writer, has_gap
from empathy_lint.rewriting.edits import edits_of
from empathy_lint.rewriting.invariants import keeps_facts, reads_as_meant
from empathy_lint.rewriting.notices_of_law import is_notice_of_law
from empathy_lint.rewriting.wording import shown

_MOST_TRIED: Final = 6  # candidates linted for one finding
_MOST_OFFERED: Final = 2  # proven rewrites for one finding: a writer reads no more
_SHOWN: Final = 1  # decimals of a score that reports show
_REPROACH: Final = "blame-language"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What linting said about one version of a message."""

    findings: tuple[Finding, ...]
    total: float
    outdone: tuple[tuple[str, str], ...] = ()  # rule and entry of what stood behind another finding on the same words

    def kinds(self) -> Counter[tuple[str, str, str]]:
        """How often each entry found something; words and places may move by an edit, entries do not."""
        return Counter((row.rule, row.entry, row.element or "") for row in self.findings)

    def behind(self) -> Counter[tuple[str, str, str]]:
        """How often each entry found something that another finding stands for."""
        return Counter((rule, entry, "") for rule, entry in self.outdone)


Judge = Callable[[Message], Verdict]


@dataclass(frozen=True, slots=True)
class Proven:
    """Rewrites that hold as they are; or, where there is none, one that holds once a person has filled its gaps."""

    rewrites: tuple[Rewrite, ...] = ()
    with_gaps: Rewrite | None = None


def proven(finding: Finding, view: MessageView, writers: Iterable[Writer], before: Verdict, judge: Judge) -> Proven:
    """What holds for a finding, safe rewrites first, then in the writers' order; `judge` lints a version.

    One that uncovers what stood behind the finding is shown only where there is no other.
    """
    message = view.analysis.message
    found: dict[str, _Held] = {}
    possible = _possible(finding, view, writers)
    for candidate, edits in possible:
        if (candidate.spare or has_gap(candidate)) and found:
            possible = chain([(candidate, edits)], possible)
            break
        held = _proven(finding, message, candidate, edits, before, judge)
        if held is not None and has_gap(candidate):
            return Proven(with_gaps=held.rewrite)
        if held is not None:
            found.setdefault(held.rewrite.text, held)
            if held.is_best or (len(found) == _MOST_OFFERED and not any(row.uncovered for row in found.values())):
                break
    if found and all(row.rewrite.safety != "safe" for row in found.values()):
        _add_safe_one(found, (_proven(finding, message, *row, before, judge) for row in possible if _is_safe(row[0])))
    best = [row for row in found.values() if not row.uncovered] or list(found.values())
    best.sort(key=lambda row: row.rewrite.safety != "safe")
    return Proven(tuple(row.rewrite for row in best[:_MOST_OFFERED]))


def _is_safe(candidate: Candidate) -> bool:
    return candidate.safety == "safe" and not has_gap(candidate)


def _add_safe_one(found: dict[str, _Held], others: Iterable[_Held | None]) -> None:
    """The first of the others that holds, for who wants nothing but safe ones; beside those that were found first."""
    held = next((row for row in others if row is not None and not row.uncovered), None)
    if held is not None:
        found.setdefault(held.rewrite.text, held)


@dataclass(frozen=True, slots=True)
class _Held:
    """A rewrite that holds; `uncovered` counts what stood behind the finding and now stands alone."""

    rewrite: Rewrite
    uncovered: int

    @property
    def is_best(self) -> bool:
        return self.rewrite.safety == "safe" and not self.uncovered


def is_better(before: Verdict, after: Verdict, finding: Finding | None = None) -> bool:
    """Whether a version has no new finding, no lower score and, where one is named, one finding of its kind less.

    What stood behind another finding, on the same words, is not new when it comes to stand alone.
    """
    if round(after.total, _SHOWN) < round(before.total, _SHOWN) or len(after.findings) > len(before.findings):
        return False
    old, new = before.kinds(), after.kinds()
    if new - old - before.behind():
        return False
    if finding is None:
        return True
    kind = (finding.rule, finding.entry, finding.element or "")
    return new[kind] < old[kind]


def _is_half_mended(finding: Finding, before: Verdict, after: Verdict) -> bool:
    """Whether one reproach of a sentence goes and the other stays: "we have not received it and you ignored us"."""
    if finding.rule != _REPROACH or finding.sentence is None:
        return False
    old, new = _reproaches(before.findings), _reproaches(after.findings)
    beside = sum(row.sentence == finding.sentence for row in old)
    return len(old) - len(new) < beside


def _reproaches(findings: Iterable[Finding]) -> list[Finding]:
    """What rules find to be a reproach; what only reads like one may do so before and after."""
    return [row for row in findings if row.rule == _REPROACH and row.evidence != "learned"]


def _possible(
    finding: Finding, view: MessageView, writers: Iterable[Writer]
) -> Iterator[tuple[Candidate, Sequence[Edit]]]:
    """Candidates that can be written in the source and keep what has to be kept: all that is cheap to know.

    Those that may be safe come first, so that one proof is enough for most findings; spare ones come
    later, and those with gaps last.
    """
    message = view.analysis.message
    proposed = [candidate for writer in writers for candidate in writer.propose(finding, view)]
    if is_notice_of_law(message):
        proposed = [replace(candidate, safety="review") for candidate in proposed]
    left = _MOST_TRIED
    for candidate in sorted(dict.fromkeys(proposed), key=lambda row: (has_gap(row), row.spare, row.safety != "safe")):
        if not keeps_facts(candidate, message.blocks[candidate.block]):
            continue
        edits = edits_of(candidate, message)
        if not edits and candidate.safety == "safe":
            # Over the edge of bold words it can be made where a person reads what becomes of them.
            candidate = replace(candidate, safety="review")  # noqa: PLW2901 - the same words
            edits = edits_of(candidate, message)
        if edits and any(message.is_key(edit.start, edit.end) for edit in edits):
            candidate = replace(candidate, safety="review")  # noqa: PLW2901 - translations would no longer be found
        if edits:
            yield candidate, edits
            left -= 1
        if not left:
            return


def _proven(
    finding: Finding, message: Message, candidate: Candidate, edits: Sequence[Edit], before: Verdict, judge: Judge
) -> _Held | None:
    after = rewritten(message, edits)
    if after is None or not reads_as_meant(message, after, candidate):
        return None
    try:
        verdict = judge(after)
    except ProblemError:
        return None
    if not is_better(before, verdict, finding) or _is_half_mended(finding, before, verdict):
        return None
    text, replaces = shown(candidate, message.blocks[candidate.block], finding)
    uncovered = sum((verdict.kinds() - before.kinds()).values())
    return _Held(Rewrite(text, candidate.safety, tuple(edits), replaces), uncovered)
