"""Installed packages add checks, rule packs and report formats; a broken one is named, and the rest goes on."""

import importlib
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from empathy_lint.cli.app import app

EXAMPLE = Path(__file__).parent / "example"
LETTER = "This brings synergy to you. Welcome! Pay by 3 May, 4 May or 5 May.\n"
REMEDY = "Install a version of it that works, or uninstall it."


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A repository with one letter, in which the example plugin is installed."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(EXAMPLE))
    return tmp_path


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Installs a package of one module with these entry points."""

    def write(name: str, code: str, points: str) -> None:
        site = tmp_path / f"site-{name}"
        info = site / f"{name}-0.9.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.9\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        (site / f"{name}.py").write_text(code, encoding="utf-8")
        monkeypatch.syspath_prepend(str(site))
        monkeypatch.delitem(sys.modules, name, raising=False)
        importlib.invalidate_caches()

    return write


def run(*words: str, code: int = 0):
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def report(code: int = 0) -> dict:
    gate = ("--fail-under", "0", "--fail-on", "never")
    return json.loads(run("check", "--format", "json", *gate, "a.txt", code=code).stdout)["messages"][0]


def found(message: dict) -> dict[str, str]:
    return {f"{row['rule']}/{row['entry']}": row["message"] for row in message["findings"]}


def use(pack: str) -> None:
    Path(".empathy-lint.yaml").write_text(f"packs: [{pack}]\n", encoding="utf-8")


def test_a_pack_and_its_checks_are_used_by_name(project):
    use("house-style")
    told = found(report())
    assert told["synergy/synergy"]
    assert told["many-dates/in-the-message"] == "There are 3 dates in this message."
    assert told["many-dates/exclamation"] == "“Welcome!” sounds loud."


def test_without_its_name_a_pack_is_not_loaded(project):
    assert "synergy/synergy" not in found(report())


def test_the_examples_of_an_installed_pack_are_run_by_its_name(project):
    assert "all hold" in run("rules", "test", "house-style").stdout


def test_a_report_format_is_used_by_name(project):
    result = run("check", "--format", "wiki", "--fail-under", "0", "--fail-on", "never", "a.txt")
    assert result.stdout.startswith("* a.txt: '''")
    run("check", "--quiet", "--report", "wiki=out.wiki", "--fail-under", "0", "--fail-on", "never", "a.txt")
    assert Path("out.wiki").read_text(encoding="utf-8") == result.stdout


def test_a_slip_in_the_name_of_a_format_names_the_nearest_also_of_packages(project):
    assert "“wiki”" in run("check", "--format", "wikki", "a.txt", code=2).output


def test_a_slip_in_the_name_of_a_pack_names_the_installed_ones(project):
    use("house-stile")
    assert "house-style" in run("check", "a.txt", code=2).stderr


def test_a_format_that_cannot_be_imported_is_named_and_its_file_left_as_it_was(project, install):
    install("torn", "import nowhere_to_be_found\n", "[empathy_lint.reporters]\ntorn-format = torn\n")
    Path("out.txt").write_text("old", encoding="utf-8")
    told = run("check", "--format", "torn-format", "--output", "out.txt", "a.txt", code=2).stderr
    assert "The report format “torn-format” of the installed package torn 0.9 cannot be loaded" in told
    assert "nowhere_to_be_found" in told
    assert REMEDY in told
    assert Path("out.txt").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("code", ["def write(report, out, view):\n    out.write(report.nothing)\n", "x = 1\n"])
def test_a_format_that_fails_is_named(project, install, code):
    install("torn", code, "[empathy_lint.reporters]\ntorn-format = torn\n")
    told = run("check", "--format", "torn-format", "a.txt", code=2).stderr
    assert "The report format “torn-format” of the installed package torn 0.9 failed (AttributeError" in told
    assert REMEDY in told


def test_two_packages_with_one_name_are_both_named(project, install):
    install("second", "", "[empathy_lint.reporters]\nwiki = second\n")
    told = run("check", "--format", "wiki", "a.txt", code=2).stderr
    assert "house-style 1.2 and second 0.9. Uninstall one of them." in told


def test_a_pack_that_cannot_be_imported_is_named_and_the_rest_is_linted(project, install):
    install("torn", "raise RuntimeError('no licence')\n", "[empathy_lint.packs]\ntorn-pack = torn\n")
    use("torn-pack")
    result = run("check", "--format", "concise", "a.txt", code=2)
    assert "The rule pack “torn-pack” of the installed package torn 0.9 cannot be loaded" in result.stderr
    assert "a.txt: score" in result.stdout


def test_a_pack_that_is_no_folder_is_named(project, install):
    install("torn", "where = 3\n", "[empathy_lint.packs]\ntorn-pack = torn:where\n")
    use("torn-pack")
    assert "The rule pack “torn-pack” of the installed package torn 0.9 cannot be used" in run(
        "check", "a.txt", code=2
    ).stderr  # fmt: skip


RULE = """
id: own
title: Own
dimension: clarity
severity: minor
why: Because.
advice: Write it otherwise.
entries:
  - {id: torn, python: torn-check}
  - {id: word, phrases: [synergy]}
"""


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import nowhere_to_be_found\n", "cannot be loaded (ModuleNotFoundError"),
        ("check = 3\n", "cannot be used (TypeError: it is no function"),
        ("def check(view):\n    raise RuntimeError('no luck')\n", "failed (RuntimeError: no luck)"),
        ("def check(view):\n    return ['here']\n", "failed (TypeError: it gave str where a MessageHit is wanted)"),
        (
            "from empathy_lint.checking.view import MessageHit\n"
            "def check(view):\n    return [MessageHit(block=7, start=0, end=1)]\n",
            "failed (ValueError: it found something in block 7, and there are 1)",
        ),
        (
            "from empathy_lint.checking.passage import Hit\n"
            "class check:\n    evidence = 'guess'\n    may_match = staticmethod(lambda folded: True)\n"
            "    find = staticmethod(lambda passage: [Hit(0, 9999)])\n",
            "failed (ValueError: it found something from 0 to 9999",
        ),
    ],
)
def test_a_broken_check_costs_its_own_findings_and_no_others(project, install, code, told):
    install("torn", code, "[empathy_lint.rules]\ntorn-check = torn:check\n")
    Path("own").mkdir()
    Path("own/own.yaml").write_text(RULE, encoding="utf-8")
    Path("b.txt").write_text("More synergy.\n", encoding="utf-8")
    use("own")
    result = run("check", "--format", "concise", "a.txt", "b.txt", code=2)
    assert f"The check “torn-check” of the installed package torn 0.9 {told}" in result.stderr
    assert REMEDY in result.stderr
    assert result.stderr.count("torn-check") == 1
    assert result.stdout.count("minor own:") == 2
