"""What `fix` does with each file at a terminal: draw it, write it, ask about it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import typer
from rich.console import Console

from empathy_lint.fixing.atomic import replace_content, target_of
from empathy_lint.fixing.fixes import Fixed, Fixer
from empathy_lint.fixing.patching import name_in_patch
from empathy_lint.fixing.walk import Answer, OwnWords, Question, walk
from empathy_lint.reporting.diff import unified
from empathy_lint.reporting.fix_report import draw_fixed, draw_question, draw_summary, texts_of
from empathy_lint.run import Run, Workpiece

_KEYS: Final = {"a": Answer.ACCEPT, "s": Answer.SKIP, "q": Answer.QUIT}


@dataclass
class Session:
    """One command over several files. `diff` prints plain diffs only; `quiet` leaves out the summary.

    `allow_outside` lets links lead to files outside of their project. Names in diffs are those from the folder `base`.
    """

    run: Run
    console: Console
    apply: bool = False
    review: bool = False
    diff: bool = False
    quiet: bool = False
    allow_outside: bool = False
    base: Path = field(default_factory=Path.cwd)
    rows: list[Fixed] = field(default_factory=list)
    _patched: set[Path] = field(default_factory=set)

    @property
    def would_change(self) -> bool:
        """Whether there are changes that were only shown."""
        return not self.apply and any(row.is_changed for row in self.rows)

    def fix(self, piece: Workpiece, *, is_stdin: bool) -> None:
        """Fix one file: show what changes, and write it where that is wanted."""
        fixed = self.run.attempt(piece.path, lambda: Fixer(review=self.review).fix(piece))
        if fixed is None:
            if is_stdin and self.apply:  # a filter that fails hands on what it got
                sys.stdout.buffer.write(piece.data)
            return
        if self.apply and is_stdin:
            sys.stdout.buffer.write(fixed.after.data)
        elif self.apply and fixed.is_changed and not self._written(fixed):
            return
        elif self.diff and fixed.is_changed and not is_stdin:
            self._print_patch(fixed)
            return
        self.rows.append(fixed)
        if fixed.is_changed and self.diff:
            sys.stdout.writelines(unified(fixed.path, *texts_of(fixed)))
        elif fixed.is_changed and not self.quiet:
            draw_fixed(self.console, fixed)

    def walk(self, piece: Workpiece) -> bool:
        """Ask about each rewrite of a file and write what was accepted; whether to go on with the next file."""
        result = self.run.attempt(piece.path, lambda: walk(piece, self._ask))
        if result is None:
            return True
        fixed, stop = result
        if not fixed.is_changed or self._written(fixed):
            self.rows.append(fixed)
        return not stop

    def summarise(self, *, interactive: bool) -> None:
        """The last lines: what was done, and what is left to do."""
        if not self.diff and not self.quiet:
            draw_summary(self.console, self.rows, applied=self.apply or interactive, review=self.review or interactive)

    def _print_patch(self, fixed: Fixed) -> None:
        """Print the diff of a file under the name that `git apply` finds it by, once whatever links lead to it."""
        target = self.run.attempt(fixed.path, lambda: target_of(fixed.path, allow_outside=self.allow_outside))
        if target is None:
            return
        self.rows.append(fixed)
        if target not in self._patched:
            self._patched.add(target)
            sys.stdout.writelines(unified(name_in_patch(target, self.base), *texts_of(fixed)))

    def _written(self, fixed: Fixed) -> bool:
        def write() -> bool:
            replace_content(fixed.path, fixed.before.data, fixed.after.data, allow_outside=self.allow_outside)
            return True

        return self.run.attempt(fixed.path, write) is not None

    def _ask(self, question: Question) -> Answer | OwnWords:
        draw_question(self.console, question)
        try:
            while True:
                key = _typed("   [a]ccept, [s]kip, [e]dit, [q]uit: ", "s").lower()
                if key[:1] in _KEYS:
                    return _KEYS[key[:1]]
                if key[:1] == "e":
                    words = question.change.rewrite.text
                    return OwnWords(_typed(f"   Your words [{words}]: ", words))
                typer.echo("   Type a, s, e or q.")
        except EOFError:  # Ctrl-D, or no answers left to read: what was accepted so far is wanted
            typer.echo()
            return Answer.QUIT
        except KeyboardInterrupt:
            typer.echo()
            raise


def _typed(prompt: str, default: str) -> str:
    """The answer to a question, or the default for an empty line. Typer's own prompt takes Ctrl-D for Ctrl-C."""
    return input(prompt).strip() or default
