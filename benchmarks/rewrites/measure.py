"""How many findings get a rewrite, and what `fix` does to messages that need one: one command.

    python benchmarks/rewrites/measure.py --shared DIR [--sheet FILE]

`--shared` is the folder with `dev/templates` (real templates) and `dev/pairs.yaml` (messages in a low and a high
version). The low versions are fixed twice: with safe rewrites alone, and with those that a person should read, too;
what may be offered is in `offers.yaml` beside this script. `--sheet` writes every rewrite of the templates in its
sentence, one a line, for readers to judge.
"""

from __future__ import annotations

import argparse
import csv
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.fixing.fixes import Fixer
from empathy_lint.reporting.excerpt import excerpt
from empathy_lint.run import Run, StandardInput
from empathy_lint.scoring.report import MessageReport
from empathy_lint.settings.model import Flags

_OFFERS: Final = Path(__file__).with_name("offers.yaml")
_COLUMNS: Final = ("file", "line", "rule", "safety", "replaces", "sentence", "rewrite", "verdict")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/templates and dev/pairs.yaml")
    parser.add_argument("--sheet", type=Path, help="a TSV file to write all rewrites of the templates to")
    arguments = parser.parse_args()
    dev = arguments.shared / "dev"
    reports = Run().lint_paths([str(dev / "templates")]).messages
    _print_shares(reports)
    if arguments.sheet:
        _write_sheet(arguments.sheet, reports, dev)
    pairs = yaml.safe_load((dev / "pairs.yaml").read_text(encoding="utf-8"))["pairs"]
    for name, review in (("safe rewrites alone", False), ("those for review, too", True)):
        _print_gain(name, [row for row in pairs if "low" in row], review=review)


def _located(reports: tuple[MessageReport, ...]) -> Iterator[tuple[MessageReport, Finding]]:
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


def _write_sheet(path: Path, reports: tuple[MessageReport, ...], root: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, delimiter="\t")
        sheet.writerow(_COLUMNS)
        for report, finding in _located(reports):
            for rewrite in finding.rewrites:
                sheet.writerow([Path(report.message.path).relative_to(root), *_row(report, finding, rewrite), ""])


def _row(report: MessageReport, finding: Finding, rewrite: Rewrite) -> list[str | int]:
    words = excerpt(report.message, finding)
    sentence = f"{words.before}[[{words.marked}]]{words.after}" if words else ""
    line = finding.place.start.line if finding.place else ""
    return [line, finding.rule, rewrite.safety, rewrite.replaces, sentence, " ".join(rewrite.text.split())]


if __name__ == "__main__":
    main()
