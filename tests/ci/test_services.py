"""The action for GitHub and the template for GitLab: valid, sound as scripts, and run for real in a repository."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from ci_helpers import ACTION, ROOT, TEMPLATE, Workflow, git, gitlab_job, gitlab_spec, noted, run_gitlab, stand_in, stub
from jsonschema import Draft7Validator

from empathy_lint.cli.options import FAIL_ON

HARSH = "We will take legal action if the balance is not cleared.\n"
KIND = "Hello {{ name }},\n\nWe have received your payment of {{ amount }}. Thank you.\n"
# As a folder's name, it would run a command wherever a script took it for more than a name.
HOSTILE = "$(touch owned) `touch owned`; touch 'owned' \"& touch owned"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A repository with a kind letter, and a harsh one in a folder below; both are committed."""
    root = tmp_path / "repository"
    for path, text in (("letters/paid.txt", KIND), (f"app/{HOSTILE}/late bill.txt", HARSH), ("app/-kind.txt", KIND)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "Begin")
    return root


@pytest.fixture
def workflow(workspace: Path, tmp_path: Path) -> Workflow:
    return Workflow(workspace, tmp_path)


def vendored(name: str) -> Draft7Validator:
    """The schema that editors use for such files."""
    text = files("check_jsonschema").joinpath(f"builtin_schemas/vendor/{name}.json").read_text(encoding="utf-8")
    return Draft7Validator(json.loads(text))


def steps() -> list[dict]:
    return yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]


def shellcheck(script: str, shell: str) -> None:
    if shutil.which("shellcheck") is None:
        pytest.skip("shellcheck is not installed")
    words = ["shellcheck", f"--shell={shell}", "--severity=style", "-"]
    done = subprocess.run(words, input=script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_action_is_valid() -> None:
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    assert [error.message for error in vendored("github-actions").iter_errors(action)] == []
    assert all(each["description"] for each in (action["inputs"] | action["outputs"]).values())


def test_the_template_is_valid() -> None:
    validator = vendored("gitlab-ci")
    assert [error.message for error in validator.iter_errors({"spec": {"inputs": gitlab_spec()}})] == []
    assert [error.message for error in validator.iter_errors(gitlab_job(install_from="empathy-lint"))] == []
    assert all(each["description"] for each in gitlab_spec().values())
    assert set(gitlab_spec()["fail-on"]["options"]) == {"", *FAIL_ON}


@pytest.mark.parametrize("step", steps(), ids=lambda step: step["id"])
def test_the_scripts_of_the_action_are_sound(step: dict) -> None:
    shellcheck("\n".join(f"export {name}=''" for name in step["env"]) + "\n" + step["run"], "bash")


def test_the_script_of_the_template_is_sound() -> None:
    (job,) = gitlab_job(install_from="empathy-lint").values()
    given = [f"export {name}=''" for name in job["variables"]]
    shellcheck("\n".join([*given, *job["before_script"], *job["script"]]), "sh")


def test_the_checks_of_this_project_are_sound() -> None:
    shellcheck((ROOT / ".ci" / "run").read_text(encoding="utf-8"), "bash")


def test_no_input_is_written_into_a_script() -> None:
    assert not [step["id"] for step in steps() if "${{" in step["run"]]
    _, template = yaml.safe_load_all(TEMPLATE.read_text(encoding="utf-8"))
    (job,) = template.values()
    assert "$[[" not in "".join([*job["before_script"], *job["script"]])


def test_every_input_is_used_and_told_in_the_documentation() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    action = ACTION.read_text(encoding="utf-8")
    for name in yaml.safe_load(action)["inputs"]:
        assert f"inputs.{name} " in action
        assert f"`{name}`" in page
    for name in yaml.safe_load(action)["outputs"]:
        assert f"`{name}`" in page
    for name in gitlab_spec():
        assert f"inputs.{name} " in TEMPLATE.read_text(encoding="utf-8")
        assert f"`{name}`" in page


def test_the_examples_in_the_documentation_are_valid_and_use_only_inputs_that_there_are() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    # The base loader, for it leaves “on” the word that it is.
    examples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    blocks = {example.partition("\n")[0]: yaml.load(example, yaml.BaseLoader) for example in examples}
    workflow, pipeline = blocks["# .github/workflows/tone.yml"], blocks["# .gitlab-ci.yml"]
    assert [error.message for error in vendored("github-workflows").iter_errors(workflow)] == []
    assert [error.message for error in vendored("gitlab-ci").iter_errors(pipeline)] == []
    (step,) = (step for step in workflow["jobs"]["tone"]["steps"] if "empathy-lint" in step.get("uses", ""))
    assert step["with"].keys() <= yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"].keys()
    (include,) = pipeline["include"]
    assert (ROOT / include["file"]) == TEMPLATE
    assert include["inputs"].keys() <= gitlab_spec().keys()
    assert set(pipeline) == {"include", gitlab_spec()["job"]["default"]}


# An empty input is as if it were not there.
EMPTY = {"config": "", "fail_under": "", "fail_on": "", "baseline": "", "changed_since": ""}
ODD = {
    "config": "-a b.yaml",
    "fail_under": "75; touch owned",
    "fail_on": "$(touch owned)",
    "baseline": "`touch owned`.json",
    "changed_since": "--help",
}
ODD_WORDS = [f"--{name.replace('_', '-')}={value}" for name, value in ODD.items()]
PATHS = f"\n{HOSTILE}\n  two words \n-x.txt\n\n*\n"
PATH_WORDS = ["--", HOSTILE, "  two words ", "-x.txt", "*"]


def test_on_github_a_harsh_letter_fails_the_step_with_a_note_beside_its_line(
    workflow: Workflow, tmp_path: Path
) -> None:
    code, log, outputs = workflow.run(
        install_from=str(stand_in(tmp_path)), working_directory="app", paths=f"{HOSTILE}\n-kind.txt\n",
        fail_under="40", fail_on="major", sarif="out.sarif", comment="note.md", html=f"{workflow.workspace}/page.html",
    )  # fmt: skip
    assert code == 1, log
    assert outputs == {"passed": "false", "sarif": "app/out.sarif", "comment": "app/note.md", "html": "page.html"}
    place = re.search(r"^::error file=([^,]+),line=1,.*legal action", log, re.MULTILINE)
    assert place, log
    assert place.group(1) == f"app/{HOSTILE}/late bill.txt"
    assert workflow.summary.read_text(encoding="utf-8").startswith("## empathy-lint: not passed\n")
    sarif = json.loads((workflow.workspace / "app/out.sarif").read_text(encoding="utf-8"))
    assert "app/-kind.txt" in [row["location"]["uri"] for row in sarif["runs"][0]["artifacts"]]
    assert "late bill.txt" in (workflow.workspace / "app/note.md").read_text(encoding="utf-8")
    assert (workflow.workspace / "page.html").read_text(encoding="utf-8").startswith("<!")
    assert not list(workflow.workspace.rglob("owned"))


def test_on_github_inputs_reach_the_program_as_they_are(workflow: Workflow, tmp_path: Path) -> None:
    code, _, outputs = workflow.run(stub(tmp_path), **EMPTY)
    assert (code, outputs["passed"], outputs["sarif"]) == (0, "true", "")
    assert noted(tmp_path) == ["check", "--format", "github", "--", "."]
    file = "a=b\npassed=true.sarif"
    _, _, outputs = workflow.run(stub(tmp_path), working_directory=f"app/{HOSTILE}", paths=PATHS, sarif=file, **ODD)
    assert noted(tmp_path) == ["check", "--format", "github", *ODD_WORDS, f"--report=sarif={file}", *PATH_WORDS]
    assert outputs["sarif"] == f"app/{HOSTILE}/a=bpassed=true.sarif"
    assert not list(workflow.workspace.rglob("owned"))


def test_on_gitlab_a_harsh_letter_fails_the_job_and_the_report_names_its_file(workspace: Path, tmp_path: Path) -> None:
    program = str(stand_in(tmp_path))
    code, log = run_gitlab(
        workspace, install_from=program, working_directory="app", paths=f"{HOSTILE}\n-kind.txt", fail_on="major"
    )
    assert code == 1, log
    assert "legal action" in log
    reports = workspace / ".empathy-lint-reports"
    rows = json.loads((reports / "code-quality.json").read_text(encoding="utf-8"))
    assert f"app/{HOSTILE}/late bill.txt" in {row["location"]["path"] for row in rows}
    assert sorted(path.name for path in reports.iterdir()) == [
        "code-quality.json", "comment.md", "report.html", "report.sarif",
    ]  # fmt: skip
    (job,) = gitlab_job(install_from=program).values()
    assert (workspace / job["artifacts"]["reports"]["codequality"]).is_file()
    assert not list(workspace.rglob("owned"))


def test_on_gitlab_inputs_reach_the_program_as_they_are(workspace: Path, tmp_path: Path) -> None:
    reports = workspace / ".empathy-lint-reports"
    written = {"gitlab": "code-quality.json", "markdown": "comment.md", "html": "report.html", "sarif": "report.sarif"}
    begin = ["check", *(word for name, file in written.items() for word in ("--report", f"{name}={reports}/{file}"))]
    assert run_gitlab(workspace, stub(tmp_path), install_from="x", **EMPTY)[0] == 0
    assert noted(tmp_path) == [*begin, "--", "."]
    code, log = run_gitlab(
        workspace, stub(tmp_path), install_from="x", working_directory=f"app/{HOSTILE}", paths=PATHS, **ODD
    )
    assert code == 0, log
    assert noted(tmp_path) == [*begin, *ODD_WORDS, *PATH_WORDS]
    assert not list(workspace.rglob("owned"))
