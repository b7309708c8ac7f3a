"""What a config names lies inside of its project; only the user's own flag lets it lead elsewhere."""

import json
import sys
from pathlib import Path

import pytest

from empathy_lint.cli import main
from empathy_lint.errors import ProblemError
from empathy_lint.settings.model import Flags
from empathy_lint.settings.resolving import Settings

HARSH = "We will take legal action if the balance is not cleared.\n"
REMEDY = "Copy it into the project, or allow it for this run with --allow-outside."


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """A repository, `here`, in which the program runs, beside files that are none of its business."""
    here = tmp_path / "here"
    (here / ".git").mkdir(parents=True)
    monkeypatch.chdir(here)
    write("a.txt", HARSH)
    write("../secret/company.yaml", "channel: letter")
    write("../secret/offers.yaml", "phone: 555 0100")
    write("../secret/known.json", '{"version": 1, "files": {}}')
    write("../secret/rules/own.yaml", "id: own-words")
    return here


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def told(**flags) -> list[str]:
    with pytest.raises(ProblemError) as caught:
        Settings(Flags(**flags)).of("a.txt")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("extends: ../secret/company.yaml", "../secret/company.yaml"),
        ("extends: ../secret/none.yaml", "../secret/none.yaml"),  # so that nobody learns what is there
        ("offers: ../secret/offers.yaml", "../secret/offers.yaml"),
        ("baseline: ../secret/known.json", "../secret/known.json"),
        ("pipeline: ../secret", "../secret"),
        ("pipeline: ../no-such-folder", "../no-such-folder"),
        ("packs: [../secret/rules]", "../secret/rules"),
        ("packs: [inside/../../secret/rules/own.yaml]", "../secret/rules/own.yaml"),
        ("packs: [/etc]", "../../etc"),
    ],
)
def test_a_path_out_of_the_project_is_refused_at_its_place(line, name, project):
    write(".empathy-lint.yaml", f"fail-under: 70\n{line}\n")
    (problem,) = told()
    assert problem.startswith(".empathy-lint.yaml:2:")
    assert problem.endswith(f" is outside the project ({project}). {REMEDY}")
    assert Path(name).name in problem


def test_all_that_leads_out_is_told_at_once():
    write(".empathy-lint.yaml", "offers: ../secret/offers.yaml\npacks: [../secret/rules]\n")
    assert [problem.split(":")[1] for problem in told()] == ["1", "2"]


def test_the_flag_of_the_user_allows_it_and_no_config_can():
    write(".empathy-lint.yaml", "extends: ../secret/company.yaml\npacks: [../secret/rules]")
    settings = Settings(Flags(allow_outside=True)).of("a.txt")
    assert settings.channel == "letter"
    assert [path.name for path in settings.packs] == ["rules"]
    for key in ("allow-outside", "extends-outside-project"):
        write(".empathy-lint.yaml", f"extends: ../secret/company.yaml\n{key}: true")
        assert key in told()[0]


@pytest.mark.parametrize(
    ("link", "target", "line"),
    [
        ("base.yaml", "company.yaml", "extends: base.yaml"),
        ("offers.yaml", "offers.yaml", "channel: sms"),  # found beside the config, without a word of it there
        ("known.json", "known.json", "baseline: known.json"),
        ("own", "rules", "packs: [own]"),
        ("own/x.yaml", "company.yaml", "packs: [own]"),
        ("own", "rules", "packs: [own/own.yaml]"),
    ],
)
def test_no_link_leads_out(link, target, line):
    Path(link).parent.mkdir(exist_ok=True)
    Path(link).symlink_to(Path("../secret", target).resolve())
    write(".empathy-lint.yaml", line)
    (problem,) = told()
    assert "is outside the project" in problem
    assert Settings(Flags(allow_outside=True)).of("a.txt")


def test_a_config_that_is_a_link_out_of_the_project_is_not_read():
    Path(".empathy-lint.yaml").symlink_to(Path("../secret/company.yaml").resolve())
    assert "“.empathy-lint.yaml” is outside the project" in told()[0]
    assert Settings(Flags(allow_outside=True)).of("a.txt").channel == "letter"


def test_links_within_the_project_and_names_of_packs_are_fine():
    write("shared/company.yaml", "channel: push\npacks: [us-collection]\npipeline: en_core_web_sm")
    write("letters/a.txt", HARSH)
    Path("letters/base.yaml").symlink_to(Path("shared/company.yaml").resolve())
    write("letters/.empathy-lint.yaml", "extends: base.yaml")
    assert Settings().of("letters/a.txt").channel == "push"


def test_what_the_user_names_by_flag_may_lie_anywhere(tmp_path):
    write("../secret/mine.yaml", "offers: offers.yaml")
    settings = Settings(Flags(baseline=Path("../secret/known.json")), Path("../secret/mine.yaml")).of("a.txt")
    assert settings.offers == tmp_path / "secret/offers.yaml"
    assert settings.baseline == Path("../secret/known.json")


def test_on_the_command_line_the_other_files_are_linted_and_the_flag_allows_it(capsys, monkeypatch):
    write("letters/.empathy-lint.yaml", "extends: ../../secret/company.yaml")
    write("letters/b.txt", HARSH)

    def run(*words: str) -> tuple[int, dict, str]:
        monkeypatch.setattr(sys, "argv", ["empathy-lint", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return ended.value.code, json.loads(out), err

    check = ("check", "a.txt", "letters/b.txt", "--format", "json")
    code, report, _ = run(*check)
    assert code == 2
    assert [message["path"] for message in report["messages"]] == ["a.txt"]
    assert "--allow-outside" in report["errors"][0]["message"]
    code, report, _ = run(*check, "--allow-outside")
    assert [message["channel"] for message in report["messages"]][1:] == ["letter"]
    assert report["errors"] == []
