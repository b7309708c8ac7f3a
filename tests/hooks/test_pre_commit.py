"""The hooks of .pre-commit-hooks.yaml, run by pre-commit itself in a git repository."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from empathy_lint.reading.formats import extensions

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}
HARSH = "We will take legal action if the balance is not cleared.\n"
KIND = "Hello {{ name }},\n\nWe have received your payment of {{ amount }}. Thank you.\n"
STIFF = "Hello {{ name }},\n\nYour payment of {{ amount }} came. You can utilise the website to see it. Thank you.\n"


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A git repository in which the hooks are used as they are, but for the download of the program."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    root = tmp_path / "repository"
    root.mkdir()
    monkeypatch.chdir(root)
    run("git", "init", "--quiet")
    run("git", "config", "user.name", "Writer")
    run("git", "config", "user.email", "writer@example.org")
    return root


def run(*words: str, code: int | None = 0) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert code is None or done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def pre_commit(*words: str, code: int = 0) -> str:
    return run(sys.executable, "-m", "pre_commit", *words, code=code)


def use(hook: str) -> None:
    """Configure a hook: everything is taken from the manifest."""
    local = {"repo": "local", "hooks": [HOOKS[hook] | {"language": "system"}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [local]}), encoding="utf-8")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    run("git", "add", path)


def test_pre_commit_accepts_the_manifest():
    pre_commit("validate-manifest", str(MANIFEST))


def test_a_harsh_letter_is_not_committed_and_a_mended_one_is(repository):
    use("empathy-lint")
    pre_commit("install")
    write("letters/final.txt", HARSH)
    told = run("git", "commit", "-m", "Send it", code=1)
    assert "legal action" in told
    assert "letters/final.txt" in told
    run("git", "rev-parse", "--verify", "HEAD", code=128)

    write("letters/final.txt", KIND)
    run("git", "commit", "-m", "Send a kinder one")
    assert run("git", "log", "--format=%s") == "Send a kinder one\n"


def test_the_fix_hook_mends_the_file_and_stops_so_that_one_can_look(repository):
    use("empathy-lint-fix")
    write("letters/paid.txt", STIFF)
    assert "files were modified by this hook" in pre_commit("run", code=1)
    mended = Path("letters/paid.txt").read_text(encoding="utf-8")
    assert mended == STIFF.replace("utilise", "use")
    run("git", "add", "--all")
    pre_commit("run")
    assert Path("letters/paid.txt").read_text(encoding="utf-8") == mended


def test_what_is_no_message_is_left_alone(repository):
    use("empathy-lint")
    write("src/notes.txt", HARSH)
    write("templates/README.md", HARSH)
    write("messages/send.py", f"text = '''{HARSH}'''\n")
    assert "no files to check" in pre_commit("run")


# What may be anything, and is told from other files only by its content.
UNSURE = set("json arb yaml yml properties csv tsv xlsx xlsm xltx xltm py rb js".split())


@pytest.mark.parametrize("hook", HOOKS)
def test_every_type_that_surely_holds_messages_is_handed_to_the_hooks(hook):
    files = re.compile(HOOKS[hook]["files"])
    missed = {suffix for suffix in extensions() - UNSURE if not files.search(f"app/emails/late.{suffix}")}
    assert missed == set()
    assert not files.search("app/emails/late.json")
    assert not files.search("app/models/late.txt")
    assert not files.search("src/templates/Page.tsx")
