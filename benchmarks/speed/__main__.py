"""What a run costs, beside other linters: one command.

    python -m benchmarks.speed --shared DIR [--sizes 1 100 1000] [--archive 100000] [--runs 3] [--no-peers]

`--shared` is the folder with `treebank/`; without it all sentences are filler. Corpora, peers and caches are made in
`--folder` and kept there for the next time. Printed are medians of the runs, as Markdown: costs, goals, and where our
own time goes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.speed.comparing import Corpus, Trial, measured, table, warm_up
from benchmarks.speed.corpus import archive, distinct
from benchmarks.speed.reach import ONE_JOB, OURS, START, TWO_JOBS, reached
from benchmarks.speed.tools import Tool, has_cache, our_options, ours, peers, plain_script

_KINDS: Final = ("text", "html")
_MOST_FOR_PEERS: Final = 1_000  # some of them need minutes for more
_LEAST_FOR_JOBS: Final = 1_000


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="folder with treebank/")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "empathy-lint-speed")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 100, 1_000, 10_000])
    parser.add_argument("--archive", type=int, default=100_000, help="messages of the archive; 0 for none")
    parser.add_argument("--runs", type=int, default=3, help="runs of each trial, of which the median is shown")
    parser.add_argument("--no-peers", action="store_true", help="measure ours alone")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    treebank = arguments.shared.resolve() / "treebank" if arguments.shared else None
    corpora = [
        Corpus(kind, size, distinct(folder, treebank, size, kind)) for kind in _KINDS for size in arguments.sizes
    ]
    if arguments.archive:
        corpora.append(Corpus("archive", arguments.archive, archive(folder, treebank, arguments.archive)))
    others = [] if arguments.no_peers else [plain_script(), *peers(folder, _tell)]
    for tool in (ours(*_cold()), *others):
        warm_up(tool, next(corpus for corpus in corpora if corpus.kind in tool.kinds))
    costs = measured(list(_trials(corpora, others, folder)), arguments.runs, _tell)
    print("\n".join(table(costs, OURS)), end="\n\n")
    print("\n".join(reached(costs)), end="\n\n", flush=True)
    _print_stages([corpus for corpus in corpora if corpus.kind == "text" and corpus.size <= _MOST_FOR_PEERS][-1])


def _cold() -> tuple[str, ...]:
    return ("--no-cache",) if "--no-cache" in our_options() else ()


def _trials(corpora: list[Corpus], others: list[Tool], folder: Path) -> Iterator[Trial]:
    known, cold = our_options(), _cold()
    if "--jobs" not in known:
        _tell("This version has no --jobs; it is measured as it is.")
    caches = has_cache()
    if not caches:
        _tell("This version has no cache; a run over unchanged files is as dear as the first.")
    for corpus in corpora:
        yield Trial(ours(OURS, *cold), corpus)
        if caches and corpus.kind != "archive":
            cache = folder / "cache" / f"{corpus.kind}-{corpus.size}"
            yield Trial(ours(cache=cache), corpus, warm=cache)
        if "--jobs" in known and corpus.kind == "text" and corpus.size >= _LEAST_FOR_JOBS:
            yield Trial(ours(ONE_JOB, *cold, "--jobs", "1"), corpus)
            yield Trial(ours(TWO_JOBS, *cold, "--jobs", "2"), corpus)
        for tool in others:
            if corpus.kind in tool.kinds and corpus.size <= _MOST_FOR_PEERS:
                yield Trial(tool, corpus)
            if tool.name == "proselint" and corpus.kind == "text" and corpus.size == 1:
                yield Trial(_start_of(tool, corpus), corpus)


def _start_of(proselint: Tool, corpus: Corpus) -> Tool:
    program = proselint.command(corpus.folder)[0]
    return Tool(START, lambda _: [program, "version"])


def _print_stages(corpus: Corpus) -> None:
    print(f"Where our time goes on {corpus.size:,} messages of text:\n", flush=True)
    options = ["--no-cache"] + (["--jobs", "1"] if "--jobs" in our_options() else [])
    subprocess.run([sys.executable, "-m", "benchmarks.speed.stages", str(corpus.folder), *options], check=True)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
