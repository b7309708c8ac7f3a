"""How many findings get a rewrite, and what `fix` does to messages that need one: one command.

    python benchmarks/rewrites/measure.py --shared DIR [--sheet FILE]

`--shared` is the folder with `dev/templates` (real templates) and `dev/pairs.yaml` (messages in a low and a high
version). The low versions are fixed twice: with safe rewrites alone, and with those that a person should read, too;
what may be offered is in `offers.yaml` beside this script. `--sheet` instead writes the rewrites of invented messages
(`messages/*.txt`) in their sentences, one a line, at most twenty a rule, for readers to judge.
"""

from __future__ import annotations

import argparse
import csv
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import yaml

from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.fixing.fixes import Fixer
from empathy_lint.reporting.excerpt import excerpt, starred
from empathy_lint.run import Run, StandardInput
from empathy_lint.scoring.report import MessageReport
from empathy_lint.settings.model import Flags

_OFFERS: Final = Path(__file__).with_name("offers.yaml")
_COLUMNS: Final = ("rule", "entry", "safety", "replaces", "sentence", "rewrite", "verdict")
_MOST: Final = 20  # rewrites a rule in the sheet
_HARSH: Final = 2  # messages rated so or lower, of 5


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/templates and dev/pairs.yaml")
    parser.add_argument("--sheet", type=Path, help="write a sheet to this TSV file, and measure nothing")
    arguments = parser.parse_args()
    dev = arguments.shared / "dev"
    if arguments.sheet:
        _write_sheet(arguments.sheet, _invented(arguments.shared / "messages"))
        return
    reports = Run().lint_paths([str(dev / "templates")]).messages
    _print_shares(reports)
    pairs = yaml.safe_load((dev / "pairs.yaml").read_text(encoding="utf-8"))["pairs"]
    for name, review in (("safe rewrites alone", False), ("those for review, too", True)):
        _print_gain(name, [row for row in pairs if "low" in row], review=review)


def _located(reports: Iterable[MessageReport]) -> Iterator[tuple[MessageReport, Finding]]:
    for report in reports:
        for row in report.findings:
            if row.finding.place is not None:
                yield report, row.finding


def _print_shares(reports: tuple[MessageReport, ...]) -> None:
    findings = [finding for _, finding in _located(reports)]
    with_any = sum(bool(finding.rewrites) for finding in findings)
    with_safe = sum(any(rewrite.safety == "safe" for rewrite in finding.rewrites) for finding in findings)
    print(f"templates: {len(reports)} messages, {len(findings)} located findings")
    print(f"with a rewrite: {with_any} ({with_any / len(findings):.1%})")
    print(f"with a safe one: {with_safe} ({with_safe / len(findings):.1%})")


def _print_gain(name: str, pairs: list[dict[str, str]], *, review: bool) -> None:
    gains = []
    for row in pairs:
        before, after = _fixed(row, review=review)
        gains.append(after - before)
        print(f"  {row['id']}: {before:.0f} → {after:.0f}")
    print(f"{name}: median gain {statistics.median(gains):.1f} over {len(gains)} low versions")


def _fixed(row: dict[str, str], *, review: bool) -> tuple[float, float]:
    """The score of a low version before and after fixing it."""
    run = Run(Flags(row["channel"], row["situation"]), _config())
    (piece,) = run.workpieces(["-"], StandardInput(f"{row['id']}.txt", row["low"].encode()))
    fixed = Fixer(review=review).fix(piece)
    return fixed.before.reports[0].score.total, fixed.after.reports[0].score.total


def _config() -> Path:
    return _OFFERS.with_name(".empathy-lint.yaml")


def _invented(folder: Path) -> Iterator[MessageReport]:
    """Reports on the invented messages that readers rated low; each stands under a head of keys, with its faults
    marked.
    """
    for path in sorted(folder.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("\n=====\n"):
            head, _, body = part.partition("\n---\n")
            keys = dict(re.findall(r"^(\w+): (.*)$", head, re.MULTILINE))
            if body.strip() and int(keys["rating"]) <= _HARSH:
                run = Run(Flags(keys["channel"], keys["situation"]), _config())
                text = re.sub(r"</?[a-z]+>", "", body)
                (piece,) = run.workpieces(["-"], StandardInput(f"{path.stem}.txt", text.encode()))
                yield from piece.lint(piece.data)


def _write_sheet(path: Path, reports: Iterable[MessageReport]) -> None:
    written, seen = Counter[str](), set[tuple[str, ...]]()
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, delimiter="\t", lineterminator="\n")
        sheet.writerow(_COLUMNS)
        for report, finding in _located(reports):
            for rewrite in finding.rewrites:
                row = _row(report, finding, rewrite)
                if written[finding.rule] < _MOST and row not in seen:
                    written[finding.rule] += 1
                    seen.add(row)
                    sheet.writerow([*row, ""])


def _row(report: MessageReport, finding: Finding, rewrite: Rewrite) -> tuple[str, ...]:
    sentence = starred(excerpt(report.message, [finding]))
    return finding.rule, finding.entry, rewrite.safety, rewrite.replaces, sentence, " ".join(rewrite.text.split())


if __name__ == "__main__":
    main()
