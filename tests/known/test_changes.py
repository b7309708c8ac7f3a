"""Only what changed in git is judged: real repositories, real commits."""

from pathlib import Path

import openpyxl
import pytest
from known_helpers import KIND, THREAT, git, names, report, run, write

OLD = f"Hello {{{{ name }}}},\n\n{THREAT}\nYour bill is late.\n\nThank you.\n"


@pytest.fixture(autouse=True)
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q", "-b", "main")
    git("config", "user.email", "writer@example.org")
    git("config", "user.name", "Writer")
    write("letters/a.txt", OLD)
    write("letters/b.txt", KIND)
    git("add", ".")
    git("commit", "-qm", "Letters")


def since(*words: str, code: int = 0, text: str | None = None) -> dict[str, dict]:
    data = report(*words, "--changed-since", "HEAD", code=code, text=text)
    return {message["path"]: message for message in data["messages"]}


def test_where_nothing_changed_nothing_fails():
    messages = since("letters")
    assert messages["letters/a.txt"]["findings"] == []
    assert {row["known_by"] for row in messages["letters/a.txt"]["accepted"]} == {"unchanged"}
    assert messages["letters/a.txt"]["score_before"] == messages["letters/a.txt"]["score"]
    stdout = run("check", "letters", "--changed-since", "HEAD").stdout
    assert "on lines that have not changed." in stdout
    assert "letters/a.txt" not in stdout


def test_a_line_that_changed_is_judged_and_the_scores_are_shown():
    write("letters/b.txt", KIND + "\nWe will take you to court.\n")
    message = since("letters", code=1)["letters/b.txt"]
    assert {row["start"]["line"] for row in message["findings"] if row["start"]} == {5}
    assert message["score_before"] > message["score"]
    assert any("score" in reason for reason in message["reasons"])
    stdout = run("check", "letters/b.txt", "--changed-since", "HEAD", code=1).stdout
    assert f"{message['score_before']:.0f} → {message['score']:.0f} of 100" in stdout


def test_what_stood_there_stays_accepted_beside_a_better_line():
    write("letters/a.txt", "A new first line.\n" + OLD.replace("Your bill is late.", "Call us and we will help."))
    message = since("letters/a.txt")["letters/a.txt"]
    assert "threat-language/legal-action" in names(message["accepted"])
    assert message["passed"] is True


def test_staged_and_committed_changes_count_as_those_in_the_working_tree_do():
    write("letters/b.txt", THREAT)
    git("add", ".")
    assert since("letters/b.txt", code=1)["letters/b.txt"]["findings"]
    git("commit", "-qm", "Worse")
    assert report("letters/b.txt", "--changed-since", "HEAD~1", code=1)["messages"][0]["findings"]
    assert since("letters/b.txt")["letters/b.txt"]["findings"] == []


def test_a_new_file_is_judged_whole_whether_git_knows_it_or_not():
    write("letters/né w\n.txt", THREAT)
    assert since("letters", code=1)["letters/né w\n.txt"]["findings"]
    git("add", ".")
    message = since("letters", code=1)["letters/né w\n.txt"]
    assert message["findings"]
    assert message["score_before"] is None


@pytest.mark.parametrize("told", [True, False])
def test_a_file_that_was_moved_is_compared_with_what_it_was(told):
    Path("post").mkdir()
    if told:
        git("mv", "letters/a.txt", "post/c.txt")
    else:
        Path("letters/a.txt").rename("post/c.txt")
    write("post/c.txt", OLD.replace("Your bill is late.", "Your bill of May is late."))
    message = since("post")["post/c.txt"]
    assert "threat-language/legal-action" in names(message["accepted"])
    assert message["score_before"] is not None


def save_workbook(path: str, *wordings: str) -> None:
    book = openpyxl.Workbook()
    for row in (("Template", "Wording"), *((f"row{number}", words) for number, words in enumerate(wordings))):
        book.active.append(row)
    book.save(path)


@pytest.mark.parametrize("told", [True, False])
def test_a_workbook_is_compared_with_what_it_was_before_it_was_moved_by_the_columns_that_the_config_names(told):
    write(".empathy-lint.yaml", "columns: {key: Template, body: Wording}\n")
    wordings = (THREAT, *(f"Thank you for letter {number}, which we have read." for number in range(9)))
    save_workbook("old.xlsx", *wordings)
    git("add", ".")
    git("commit", "-qm", "A table")
    save_workbook("old.xlsx", *wordings, "We will take legal action against you.")
    if told:
        git("mv", "old.xlsx", "new.xlsx")
    else:
        Path("old.xlsx").rename("new.xlsx")
    rows = report("new.xlsx", "--changed-since", "HEAD", code=1)["messages"]
    assert [row["key"] for row in rows if row["findings"]] == ["row10"]
    assert "threat-language/legal-action" in names(rows[0]["accepted"])


def test_what_others_changed_at_the_revision_is_no_change_here():
    git("checkout", "-qb", "mine")
    git("checkout", "-q", "main")
    write("letters/a.txt", KIND)
    git("commit", "-qam", "Better")
    git("checkout", "-q", "mine")
    assert report("letters/a.txt", "--changed-since", "main")["messages"][0]["findings"] == []


def test_it_works_from_a_folder_below_and_on_standard_input(monkeypatch):
    monkeypatch.chdir("letters")
    write("b.txt", THREAT)
    assert since("b.txt", code=1)["b.txt"]["findings"]
    message = since("-", "--stdin-filename", "a.txt", text=OLD + THREAT, code=1)["a.txt"]
    assert {row["start"]["line"] for row in message["findings"] if row["start"]} == {8}


def test_baseline_and_changes_go_together():
    run("baseline", "letters")
    write("letters/b.txt", THREAT)
    words = ("letters", "--baseline", ".empathy-lint-baseline.json", "--changed-since", "HEAD")
    data = report(*words, code=1)
    assert {row["known_by"] for message in data["messages"] for row in message["accepted"]} == {"baseline"}
    run("baseline", "letters")
    report(*words)


@pytest.mark.parametrize("revision", ["nowhere", "--output=pwned", "", "HEAD:letters/a.txt"])
def test_a_revision_that_git_does_not_know_is_told(revision):
    result = run("check", "letters", f"--changed-since={revision}", code=2)
    assert f"--changed-since: git knows no revision “{revision}”." in result.stderr
    assert not Path("pwned").exists()
    assert result.stdout == ""


def test_without_a_repository_or_without_git_it_is_told(tmp_path_factory, monkeypatch):
    outside = tmp_path_factory.mktemp("outside")
    write(str(outside / "c.txt"), KIND)
    result = run("check", "letters", str(outside / "c.txt"), "--changed-since", "HEAD", code=2)
    assert "outside the git repository" in result.stderr
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(outside.parent))
    monkeypatch.chdir(outside)
    assert "this is not a git repository" in run("check", "c.txt", "--changed-since", "HEAD", code=2).stderr
    monkeypatch.setenv("PATH", str(outside))
    assert "the program “git” was not found" in run("check", "c.txt", "--changed-since", "HEAD", code=2).stderr
