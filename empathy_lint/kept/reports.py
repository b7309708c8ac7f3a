"""The reports on one file as they are kept: numbers and places. What rules say of themselves is kept once for all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from empathy_lint.checking.finding import Finding, Place, Rewrite
from empathy_lint.kept.messages import (
    Row,
    hider_of,
    read_message,
    read_suppression,
    write_message,
    write_suppression,
)
from empathy_lint.kept.words import Hider, show
from empathy_lint.language.analysis import Metrics, Sentence
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.message import Position, Source
from empathy_lint.scoring.report import MessageReport, Score, ScoredFinding, SuppressedFinding
from empathy_lint.store.identity import digest_of
from empathy_lint.words import Dimension, Severity

Kind = tuple[Any, ...]  # what all findings of an entry have in common


def write_reports(reports: Sequence[MessageReport]) -> tuple[bytes, dict[bytes, bytes]]:
    """The reports on a file, and the kinds that their findings are of, by their keys; raises UnkeepableError."""
    kinds = _Kinds()
    rows = [_write_report(report, kinds) for report in reports]
    return _dumped([list(kinds.names), rows]), kinds.values


def kinds_in(data: Row) -> list[bytes]:
    """The keys of the kinds that have to be known to read the reports."""
    return [bytes.fromhex(name) for name in data[0]]


def read_kind(value: bytes) -> Kind:
    """A kind as `read_reports` wants it."""
    rule, entry, title, dimension, severity, why, advice, evidence, cap = json.loads(value)
    return rule, entry, title, Dimension(dimension), Severity(severity), why, advice, evidence, cap


def read_reports(
    data: Row, kinds: Mapping[bytes, Kind], source: Source, root: str | None = None
) -> tuple[MessageReport, ...]:
    """The reports again, from the file that they are about; raises KeyError where a kind is not known.

    `root` is the folder in which messages look for other files.
    """
    known = [kinds[name] for name in kinds_in(data)]
    return tuple(_read_report(row, known, source, root) for row in data[1])


class _Kinds:
    """The kinds met so far, each with its number."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.values: dict[bytes, bytes] = {}

    def number(self, finding: Finding) -> int:
        value = _dumped(
            [
                finding.rule,
                finding.entry,
                finding.title,
                finding.dimension.value,
                int(finding.severity),
                finding.why,
                finding.advice,
                finding.evidence,
                finding.cap,
            ]
        )
        key = digest_of([b"kind", value])
        self.values[key] = value
        return self.names.setdefault(key.hex(), len(self.names))


def _dumped(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _write_report(report: MessageReport, kinds: _Kinds) -> Row:
    hider = hider_of(report.message)
    score = report.score
    return [
        write_message(report.message, hider),
        [report.channel, report.situation, report.decided_by],
        [
            score.total,
            score.band,
            [[dimension.value, value] for dimension, value in score.dimensions.items()],
            list(score.caps),
            list(score.arithmetic),
            score.uncapped,
        ],
        _write_metrics(report.metrics),
        list(report.present),
        [[row.score_if_fixed, *_write_finding(row.finding, kinds, hider)] for row in report.findings],
        [
            [write_suppression(row.suppression, hider), *_write_finding(row.finding, kinds, hider)]
            for row in report.suppressed
        ],
        [write_suppression(row, hider) for row in report.unused_suppressions],
        [hider.hide(each) for each in report.when],
        [list(pair) for pair in report.outdone],
    ]


def _read_report(row: Row, kinds: Sequence[Kind], source: Source, root: str | None) -> MessageReport:
    message, (channel, situation, decided_by), score, metrics, present, findings, suppressed, unused, when, outdone = (
        row
    )
    text = source.text
    return MessageReport(
        message=read_message(message, source, root),
        channel=channel,
        situation=situation,
        decided_by=decided_by,
        score=_read_score(score),
        metrics=_read_metrics(metrics),
        present=tuple(present),
        findings=tuple(ScoredFinding(_read_finding(each, kinds, text), each[0]) for each in findings),
        suppressed=tuple(
            SuppressedFinding(_read_finding(each, kinds, text), read_suppression(each[0], text)) for each in suppressed
        ),
        unused_suppressions=tuple(read_suppression(each, text) for each in unused),
        when=tuple(show(each, text) for each in when),
        outdone=tuple((rule, entry) for rule, entry in outdone),
    )


def _read_score(row: Row) -> Score:
    total, band, dimensions, caps, arithmetic, uncapped = row
    values = {Dimension(name): value for name, value in dimensions}
    return Score(total, band, values, tuple(caps), tuple(arithmetic), uncapped)


def _write_metrics(metrics: Metrics) -> Row:
    return [
        metrics.words,
        metrics.sentences,
        metrics.reading_grade,
        metrics.reading_ease,
        metrics.longest_sentence,
        metrics.sentiment,
        metrics.decision_steps,
        metrics.choices,
        list(metrics.channels),
        metrics.variants,
    ]


def _read_metrics(row: Row) -> Metrics:
    words, sentences, grade, ease, longest, sentiment, steps, choices, channels, variants = row
    return Metrics(words, sentences, grade, ease, longest, sentiment, steps, choices, tuple(channels), variants)


def _write_finding(finding: Finding, kinds: _Kinds, hider: Hider) -> Row:
    return [
        kinds.number(finding),
        hider.hide(finding.message),
        _write_place(finding.place),
        _write_sentence(finding.sentence, hider),
        [_write_rewrite(rewrite, hider) for rewrite in finding.rewrites],
        hider.hide(finding.guidance),
        finding.element,
        finding.confidence,
        finding.fingerprint,
    ]


def _read_finding(row: Row, kinds: Sequence[Kind], source: str) -> Finding:
    _, kind, message, place, sentence, rewrites, guidance, element, confidence, fingerprint = row
    rule, entry, title, dimension, severity, why, advice, evidence, cap = kinds[kind]
    return Finding(
        rule,
        entry,
        title,
        dimension,
        severity,
        show(message, source),
        why,
        advice,
        evidence,
        _read_place(place, source),
        _read_sentence(sentence, source),
        tuple(_read_rewrite(each, source) for each in rewrites),
        show(guidance, source),
        element,
        cap,
        confidence,
        fingerprint,
    )


def _write_place(place: Place | None) -> Row | None:
    if place is None:
        return None
    edges = [number for edge in (place.start, place.end) for number in (edge.offset, edge.line, edge.column)]
    return [*edges, place.block, place.prose_start, place.prose_end]


def _read_place(row: Row | None, source: str) -> Place | None:
    if row is None:
        return None
    start, end = Position(*row[:3]), Position(*row[3:6])
    return Place(start, end, source[start.offset : end.offset], *row[6:])


def _write_sentence(sentence: Sentence | None, hider: Hider) -> Row | None:
    if sentence is None:
        return None
    return [sentence.index, sentence.block, sentence.start, sentence.end, hider.hide(sentence.text)]


def _read_sentence(row: Row | None, source: str) -> Sentence | None:
    if row is None:
        return None
    index, block, start, end, text = row
    return Sentence(index, block, start, end, show(text, source))


def _write_rewrite(rewrite: Rewrite, hider: Hider) -> Row:
    edits = [[edit.start, edit.end, hider.hide(edit.text)] for edit in rewrite.edits]
    return [hider.hide(rewrite.text), rewrite.safety, edits, rewrite.replaces]


def _read_rewrite(row: Row, source: str) -> Rewrite:
    text, safety, edits, replaces = row
    made = tuple(Edit(start, end, show(words, source)) for start, end, words in edits)
    return Rewrite(show(text, source), safety, made, replaces)
