"""`fix` and `compare` as they are used: what is shown, what is written, how they end."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from empathy_lint.cli.app import app

HARSH = (
    "Dear {{ name }},\n\nKindly remit {{ amount }} at your earliest convenience. "
    "We will take legal action without further notice.\n"
)
PLAIN = "Dear {{ name }},\n\nWe have received your payment of {{ amount }}. Thank you.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A repository of 80 columns with one harsh letter, in which the program runs."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("a.txt").write_text(HARSH, encoding="utf-8")
    return tmp_path


def run(*words: str, code: int = 0, text: str | bytes | None = None):
    result = CliRunner().invoke(app, list(words), input=text)
    assert result.exit_code == code, result.output
    return result


def test_without_an_option_the_changes_are_only_shown(project):
    result = run("fix", "a.txt", code=1)
    assert "as soon as you can" in result.stdout
    assert "would be made; --apply makes them" in " ".join(result.stdout.split())
    assert Path("a.txt").read_text(encoding="utf-8") == HARSH


def test_apply_makes_the_safe_changes_once_and_for_all(project):
    run("fix", "--apply", "a.txt")
    once = Path("a.txt").read_bytes()
    assert once != HARSH.encode()
    assert b"legal action" in once
    assert b"{{ amount }}" in once
    run("fix", "--apply", "a.txt")
    assert Path("a.txt").read_bytes() == once
    run("fix", "a.txt")  # nothing left to do


def test_review_shows_more_and_writes_it_only_with_apply(project):
    assert "+" in run("fix", "--review", "a.txt", code=1).stdout
    assert Path("a.txt").read_text(encoding="utf-8") == HARSH
    run("fix", "--review", "--apply", "a.txt")
    assert "further notice" not in Path("a.txt").read_text(encoding="utf-8")


def test_a_diff_is_what_patch_tools_take(project):
    patch = run("fix", "--diff", "--review", "a.txt", code=1).stdout
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], input=patch.encode(), check=True)
    applied = Path("a.txt").read_bytes()
    Path("a.txt").write_text(HARSH, encoding="utf-8")
    run("fix", "--apply", "--review", "a.txt")
    assert Path("a.txt").read_bytes() == applied


@pytest.mark.parametrize("where", ["..", "absolute", "link"])
def test_a_diff_names_files_as_git_finds_them(project, monkeypatch, where):
    subprocess.run(["git", "init", "-q", "."], check=True)
    Path("texts").mkdir()
    Path("texts/linked.txt").symlink_to("../a.txt")
    monkeypatch.chdir("texts")
    name = {"..": "../a.txt", "absolute": str(project / "a.txt"), "link": "linked.txt"}[where]
    patch = run("fix", "--diff", name, code=1).stdout
    assert patch.startswith("--- a/a.txt\n+++ b/a.txt\n")
    subprocess.run(["git", "apply", "-"], input=patch.encode(), check=True, cwd=project)
    assert (project / "a.txt").read_text(encoding="utf-8") != HARSH


def test_a_diff_leaves_alone_what_a_link_reaches_outside_of_the_project(project, tmp_path_factory):
    outside = tmp_path_factory.mktemp("elsewhere") / "b.txt"
    outside.write_text(HARSH, encoding="utf-8")
    Path("b.txt").symlink_to(outside)
    result = run("fix", "--diff", "b.txt", code=2)
    assert not result.stdout
    assert "leads through a link" in result.stderr
    assert "+++ b/" in run("fix", "--diff", "--allow-outside", "b.txt", code=1).stdout


def test_a_diff_has_no_colour_and_no_other_word(project):
    stdout = run("fix", "--diff", "a.txt", "--color", "always", code=1).stdout
    assert stdout.startswith("--- a/a.txt\n+++ b/a.txt\n@@")
    assert "\x1b" not in stdout
    assert "change" not in stdout


def test_standard_input_comes_out_fixed(project):
    result = run("fix", "--apply", "--quiet", "-", "--stdin-filename", "b.txt", text=HARSH)
    run("fix", "--apply", "a.txt")
    assert result.stdout_bytes == Path("a.txt").read_bytes()


def test_a_kind_message_needs_nothing(project):
    Path("b.txt").write_text(PLAIN, encoding="utf-8")
    assert "Nothing to change" in run("fix", "b.txt").stdout


def test_what_cannot_be_read_is_told_and_the_rest_is_fixed(project):
    Path("bad.txt").write_bytes(b"caf\xe9 closed")
    result = run("fix", "--apply", "a.txt", "bad.txt", code=2)
    assert "bad.txt:1:4: The file is not in UTF-8. Save the file as UTF-8." in result.stderr
    assert Path("a.txt").read_text(encoding="utf-8") != HARSH


@pytest.mark.parametrize(
    "words", [["--interactive", "-"], ["--interactive", "--diff", "a.txt"], ["--apply", "--diff", "a.txt"]]
)
def test_options_that_exclude_each_other_are_refused(project, words):
    run("fix", *words, code=2)


def test_interactive_asks_and_writes_what_was_accepted(project):
    result = run("fix", "--interactive", "a.txt", text="x\na\nq\n")
    assert "Type a, s, e or q." in result.stdout
    assert "Score" in result.stdout
    changed = Path("a.txt").read_text(encoding="utf-8")
    assert changed != HARSH
    assert "1 change in 1 file made." in result.stdout


def test_interactive_that_is_left_at_once_changes_nothing(project):
    run("fix", "--interactive", "a.txt", text="q\n")
    assert Path("a.txt").read_text(encoding="utf-8") == HARSH


def test_answers_that_end_early_keep_what_was_accepted(project):
    result = run("fix", "--interactive", "a.txt", text="a\n")
    assert "1 change in 1 file made." in result.stdout
    assert "went wrong" not in result.output
    assert Path("a.txt").read_text(encoding="utf-8") != HARSH


@pytest.mark.parametrize("typed", ["", "e\n"])
def test_no_answer_at_all_changes_nothing_and_is_no_mistake(project, typed):
    result = run("fix", "--interactive", "a.txt", text=typed)
    assert result.stderr == ""
    assert Path("a.txt").read_text(encoding="utf-8") == HARSH


def test_ctrl_c_at_a_question_ends_and_leaves_the_file_as_it_was(project, monkeypatch):
    answers = iter(["a"])

    def typed(_: str) -> str:
        answer = next(answers, None)
        if answer is None:
            raise KeyboardInterrupt
        return answer

    monkeypatch.setattr("builtins.input", typed)
    assert run("fix", "--interactive", "a.txt", code=130).stderr == "Interrupted.\n"
    assert Path("a.txt").read_text(encoding="utf-8") == HARSH


def test_nothing_is_said_of_changes_where_no_message_could_be_read(project):
    Path("empty.txt").write_text("", encoding="utf-8")
    result = run("fix", "empty.txt", code=2)
    assert "empty.txt" in result.stderr
    assert "Nothing to change" not in result.stdout
    assert "No message was read." in result.stdout


def test_offers_beside_the_config_fill_what_is_missing(project):
    Path(".empathy-lint.yaml").write_text("situation: late-past-due\nchannel: email\n", encoding="utf-8")
    Path("offers.yaml").write_text("phone: 0800 555 0199\nhours: 9 to 5\nreply: email\n", encoding="utf-8")
    shown = " ".join(run("check", "a.txt", code=1).stdout.split())
    sentence = "we should know, reply to this email"
    assert sentence in shown
    run("fix", "--review", "--apply", "a.txt")
    assert sentence in Path("a.txt").read_text(encoding="utf-8")


def test_without_offers_it_is_said_what_would_help_and_nothing_is_invented(project):
    Path(".empathy-lint.yaml").write_text("situation: late-past-due\nchannel: email\n", encoding="utf-8")
    shown = " ".join(run("check", "a.txt", code=1).stdout.split())
    assert "What would help: a sentence such as “[Name of a free, independent advice service" in shown
    run("fix", "--review", "--apply", "a.txt")
    assert "[" not in Path("a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plan: [split it]\n", "offers.yaml:1:1: “plan” is not a key that is known here. Did you mean “plans”?"),
        ("phone: 1\nreply: [emial]\n", "offers.yaml:2:9: “emial” is not a known channel. Did you mean “email”?"),
        ("advice: {name: A}\n", "“contact” is missing here. Add it."),
    ],
)
def test_a_mistake_in_the_offers_is_told_with_its_place(project, text, told):
    Path(".empathy-lint.yaml").write_text("offers: offers.yaml\n", encoding="utf-8")
    Path("offers.yaml").write_text(text, encoding="utf-8")
    result = run("check", "a.txt", code=2)
    assert told in result.stderr
    assert "a.txt" in result.stdout


def test_offers_that_do_not_exist_are_told(project):
    Path(".empathy-lint.yaml").write_text("offers: nowhere.yaml\n", encoding="utf-8")
    assert "nowhere.yaml: The offers cannot be read: no such file or directory." in run("check", "a.txt", code=2).stderr


def test_the_json_report_has_the_edits_of_each_rewrite(project):
    (message,) = json.loads(run("check", "--format", "json", "a.txt", code=1).stdout)["messages"]
    rewrites = [row for finding in message["findings"] for row in finding["rewrites"]]
    assert {"text", "safety", "replaces", "edits"} == set(rewrites[0])
    for row in rewrites:
        for edit in row["edits"]:
            assert 0 <= edit["start"] <= edit["end"] <= len(HARSH)


def test_two_versions_are_compared_side_by_side(project):
    Path("b.txt").write_text(PLAIN, encoding="utf-8")
    stdout = run("compare", "a.txt", "b.txt", "--situation", "general").stdout
    assert "Safety" in stdout
    assert "Gone" in stdout
    assert "“We will take legal action” (line 3)" in stdout
    assert "New" not in stdout


def test_a_comparison_as_json(project):
    Path("b.txt").write_text(PLAIN, encoding="utf-8")
    data = json.loads(run("compare", "a.txt", "b.txt", "--format", "json").stdout)
    (pair,) = data["comparisons"]
    assert pair["score"]["after"] > pair["score"]["before"]
    assert "threat-language" in {finding["rule"] for finding in pair["findings"]["gone"]}
    assert pair["findings"]["new"] == []


def test_a_version_that_does_not_exist_cannot_be_compared(project):
    result = run("compare", "a.txt", "gone.txt", code=2)
    assert "gone.txt" in result.stderr


def in_folders(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def test_two_folders_are_compared_file_by_file(project):
    in_folders({"old/a.txt": HARSH, "old/sub/b.txt": PLAIN, "old/gone.txt": PLAIN})
    in_folders({"new/a.txt": PLAIN, "new/sub/b.txt": HARSH, "new/come.txt": PLAIN})
    data = json.loads(run("compare", "old", "new/", "--format", "json").stdout)
    pairs = {(row["before"]["path"], row["after"]["path"]) for row in data["comparisons"]}
    assert pairs == {("old/a.txt", "new/a.txt"), ("old/sub/b.txt", "new/sub/b.txt")}
    assert (data["only_before"], data["only_after"]) == (["gone.txt"], ["come.txt"])
    stdout = run("compare", "old", "new").stdout
    assert "Only in old\n   gone.txt\nOnly in new\n   come.txt\n" in stdout


def test_a_file_is_compared_with_its_like_in_a_folder(project):
    in_folders({"new/a.txt": PLAIN, "new/b.txt": PLAIN})
    (pair,) = json.loads(run("compare", "a.txt", "new", "--format", "json").stdout)["comparisons"]
    assert pair["after"]["path"] == "new/a.txt"


def test_the_messages_of_catalogues_in_folders_are_paired_by_key(project):
    in_folders({"old/locales/en.json": json.dumps({"late": HARSH, "paid": PLAIN}), "old/a.txt": HARSH})
    in_folders({"new/locales/en.json": json.dumps({"late": PLAIN, "more": PLAIN}), "new/a.txt": PLAIN})
    data = json.loads(run("compare", "old", "new", "--format", "json").stdout)
    assert {(row["before"]["path"], row["before"]["key"]) for row in data["comparisons"]} == {
        ("old/locales/en.json", "late"),
        ("old/a.txt", None),
    }
    assert (data["only_before"], data["only_after"]) == (["locales/en.json › paid"], ["locales/en.json › more"])


def test_the_names_of_what_is_compared_are_never_broken(project):
    name = "a-letter-with-a-very-long-name-about-what-is-overdue-on-the-council-tax-account.txt"
    in_folders({f"old/{name}": HARSH, f"new/{name}": PLAIN})
    lines = run("compare", "old", "new").stdout.splitlines()
    assert [f"Before  old/{name}", f"After   new/{name}"] == lines[1:3]


def test_scores_of_messages_that_were_read_as_different_have_no_difference(project):
    in_folders({"a.txt": f"---\nchannel: sms\nsituation: reminder\n---\n{HARSH}"})
    in_folders({"b.txt": f"---\nchannel: letter\nsituation: receipt\n---\n{PLAIN}"})
    stdout = run("compare", "a.txt", "b.txt").stdout
    said = " ".join(stdout.split())
    assert "(the first is a text message about: reminder, the second a letter about: receipt), so the scores" in said
    assert "Change" not in stdout
    assert "+" not in stdout
    assert "+" in run("compare", "a.txt", "b.txt", "--channel", "letter", "--situation", "receipt").stdout


def test_folders_that_have_no_file_in_common_cannot_be_compared(project):
    in_folders({"old/a.txt": HARSH, "new/b.txt": PLAIN})
    result = run("compare", "old", "new", code=2)
    assert "No file has the same name in old and in new, so there is nothing to compare." in result.stderr
    assert result.stdout == ""


def test_apply_leaves_alone_what_a_link_reaches_outside_of_the_project(project, tmp_path_factory):
    outside = tmp_path_factory.mktemp("other") / "b.txt"
    outside.write_text(HARSH, encoding="utf-8")
    Path("b.txt").symlink_to(outside)
    result = run("fix", "--apply", "a.txt", "b.txt", code=2)
    assert "outside the project" in " ".join(result.output.split())
    assert outside.read_text(encoding="utf-8") == HARSH
    assert Path("a.txt").read_text(encoding="utf-8") != HARSH
    run("fix", "--apply", "--allow-outside", "b.txt")
    assert outside.read_text(encoding="utf-8") != HARSH
