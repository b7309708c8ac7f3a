"""`empathy-lint init`: ask three questions, and write the settings that suit the messages that are there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from empathy_lint.cli.ending import ends_plainly, stop_for
from empathy_lint.cli.options import ChannelOption, FailOnOption, FailUnderOption, SituationOption
from empathy_lint.errors import Problem, ProblemError, nearest, on_one_line
from empathy_lint.words import SITUATIONS

if TYPE_CHECKING:
    from empathy_lint.starting.config_text import Plan, Strictness
    from empathy_lint.starting.survey import Place

_CONFIG: Final = ".empathy-lint.yaml"
_OPEN: Final = "their words"  # the answer that leaves the situation to each message


@ends_plainly
def init(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Where the messages are; else asked. Nothing is written there."),
    ] = None,
    situation: SituationOption = None,
    channel: ChannelOption = None,
    fail_under: FailUnderOption = None,
    fail_on: FailOnOption = None,
    hooks: Annotated[bool, typer.Option("--hooks", help="Also write .pre-commit-config.yaml.")] = False,
    github: Annotated[bool, typer.Option("--github", help="Also write a workflow for GitHub.")] = False,
    gitlab: Annotated[bool, typer.Option("--gitlab", help="Also write .gitlab-ci.yml.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: take what is proposed.")] = False,
) -> None:
    """Begin: look at the messages, ask three questions, and write .empathy-lint.yaml for this folder.

    All files are written into the folder in which you run it, wherever the messages are.

    No file is ever overwritten: where one is there already, you are shown what would be new.

    Exit code 0: all is written, or was there already. 2: something could not be done.
    """
    _refuse_second_config()

    from empathy_lint.starting.ci_texts import FILES
    from empathy_lint.starting.config_text import LEVELS, Plan, Strictness, config_text
    from empathy_lint.starting.survey import likely_places, survey

    places = survey(paths or likely_places()) if paths or yes else _ask_places(likely_places())
    _tell(places)
    if situation is None and not yes:
        situation = _ask_situation()
    if fail_under is None and fail_on is None and not yes:
        strictness = _ask_strictness()
    else:
        usual = LEVELS["usual"]
        strictness = Strictness(usual.fail_under if fail_under is None else fail_under, fail_on or usual.fail_on)
    plan = Plan(places, strictness, situation, channel)
    texts = {_CONFIG: config_text(plan)}
    wanted = {"hooks": hooks, "github": github, "gitlab": gitlab}
    texts |= {path: make(plan) for name, (path, make) in FILES.items() if wanted[name]}
    problems = [problem for path, text in texts.items() if (problem := _write(Path(path), text))]
    _tell_next(plan, texts, hooks=hooks)
    stop_for(problems)


def _refuse_second_config() -> None:
    """Two configs in a folder would be a mistake, and none of them would hold."""
    from empathy_lint.settings.loading import NAMES, PYPROJECT, has_table

    for name in NAMES:
        path = Path(name)
        if name != _CONFIG and path.is_file() and (name != PYPROJECT or has_table(path)):
            remedy = "Change it there; “empathy-lint config show” tells what holds."
            raise ProblemError(Problem(name, "There are settings in this file already.", remedy))


def _ask_places(likely: tuple[str, ...]) -> tuple[Place, ...]:
    from empathy_lint.cli.questions import ask
    from empathy_lint.starting.survey import survey

    def understand(answer: str) -> tuple[Place, ...]:
        return survey([path.strip() for path in answer.split(",") if path.strip()] or likely)

    return ask("1. Where are the messages? (Paths, with commas between them.)", ", ".join(likely), understand)


def _ask_situation() -> str | None:
    from empathy_lint.cli.questions import ask

    def understand(answer: str) -> str | None:
        if answer == _OPEN:
            return None
        name = answer.lower().replace(" ", "-")
        if name not in SITUATIONS:
            remedy = nearest(name, SITUATIONS)
            raise ProblemError(Problem("", f"“{answer}” is not a situation that is known.", remedy))
        return name

    return ask("2. What are they mostly about? One situation for all, or what each says itself.", _OPEN, understand)


def _ask_strictness() -> Strictness:
    from empathy_lint.cli.questions import ask
    from empathy_lint.starting.config_text import LEVELS, Strictness

    def understand(answer: str) -> Strictness:
        if answer in LEVELS:
            return LEVELS[answer]
        try:
            score = float(answer)
        except ValueError:
            score = -1
        if not 0 <= score <= 100:
            remedy = f"Type {', '.join(LEVELS)}, or a score from 0 to 100."
            raise ProblemError(Problem("", f"“{answer}” says no strictness.", remedy))
        return Strictness(fail_under=score)

    levels = ", ".join(f"{name}: {level.fail_under:g}" for name, level in LEVELS.items())
    return ask(f"3. How strict? ({levels}; or the lowest score that passes.)", "usual", understand)


def _tell(places: tuple[Place, ...]) -> None:
    """What was found in each place."""
    from empathy_lint.starting.survey import total

    for place in places:
        files = "1 file" if place.files == 1 else f"{place.files} files"
        sent = f"sent as {_counts(place.channels)}" if place.channels else "none that reads as a message"
        typer.echo(f"   {on_one_line(place.path)}: {files}, {sent}")
    if about := total([place.situations for place in places]):
        typer.echo(f"   By their words, they are about: {_counts(about)}")


def _counts(table: Mapping[str, int]) -> str:
    rows = sorted(table.items(), key=lambda row: (-row[1], row[0]))
    return ", ".join(f"{name.replace('-', ' ')} ({count})" for name, count in rows)


def _write(path: Path, text: str) -> Problem | None:
    """Write a file that is not there yet; where one is, show what would be different."""
    from empathy_lint.files import replacing
    from empathy_lint.reporting.diff import unified

    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path, "file") as file:
                file.write(text)
        except ProblemError as error:
            return error.problems[0]
        except OSError as error:
            return Problem(
                str(path), f"The folder cannot be made: {(error.strerror or 'it is not known why').lower()}."
            )
        typer.echo(f"Written: {on_one_line(str(path.absolute()))}")
        return None
    try:
        before = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Problem(str(path), "This is there already, and cannot be read.", "It was left as it is.")
    if before == text:
        typer.echo(f"There already, as it would be written: {path}")
        return None
    if str(path) == _CONFIG:
        typer.echo("".join(unified(_CONFIG, before, text)), nl=False)
    else:  # it holds other things beside; the whole difference would bury what is new
        typer.echo(f"To add to {path}:\n\n{text}")
    return Problem(
        str(path), "This file is there already and was left as it is.", "Take over by hand what you want of it."
    )


def _tell_next(plan: Plan, texts: dict[str, str], *, hooks: bool) -> None:
    import shlex

    words = " ".join(shlex.quote(path) for path in plan.paths)
    typer.echo(f"\nTo check the messages: empathy-lint check {words}")
    typer.echo(f"To accept what is there, so that only what is new fails: empathy-lint baseline {words}")
    if hooks:
        typer.echo("To have each commit checked: pre-commit install")
    if len(texts) > 1 + hooks:
        typer.echo("In the file for the pipeline, replace “your-…” by where your copy of empathy-lint is kept.")
