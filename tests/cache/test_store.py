"""The store holds what it was given, stays within its size, and never ends a run."""

import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from empathy_lint.cli.app import app
from empathy_lint.store.folder import cache_folder as folder_of
from empathy_lint.store.identity import RESTS_ON
from empathy_lint.store.store import FILE, Store, is_there

LETTER = "We will take legal action.\n"


def put(folder, values):
    store = Store(folder)
    store.put(values)
    store.close()


def get(folder, *keys):
    store = Store(folder)
    found = store.get(keys)
    store.close()
    return found


def test_what_is_put_in_comes_out_in_the_next_run(cache_folder):
    values = {bytes([number // 256, number % 256]): b"v" * number for number in range(1200)}
    put(cache_folder, values)
    assert get(cache_folder, *values, b"another") == values


def test_nobody_else_can_read_it(cache_folder):
    store = Store(cache_folder)
    store.put({b"k": b"v"})
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in cache_folder.glob(f"{FILE}*")}
    store.close()
    assert stat.S_IMODE(cache_folder.stat().st_mode) == 0o700
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 5000, b""])
def test_a_broken_store_begins_anew(cache_folder, content):
    put(cache_folder, {b"k": b"v"})
    (cache_folder / FILE).write_bytes(content)
    assert get(cache_folder, b"k") == {}
    put(cache_folder, {b"k": b"w"})
    assert get(cache_folder, b"k") == {b"k": b"w"}


def test_a_store_with_a_broken_page_begins_anew(cache_folder):
    values = {bytes([number]): os.urandom(3000) for number in range(200)}
    put(cache_folder, values)
    data = bytearray((cache_folder / FILE).read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    (cache_folder / FILE).write_bytes(data)
    found = get(cache_folder, *values)
    assert found.items() <= values.items()
    put(cache_folder, {b"k": b"w"})
    assert get(cache_folder, b"k") == {b"k": b"w"}


def test_a_value_that_a_disk_has_changed_is_not_given_out(cache_folder):
    put(cache_folder, {b"k": b"a long enough value"})
    with sqlite3.connect(cache_folder / FILE) as connection:
        connection.execute("UPDATE kept SET value = CAST(replace(value, 'long', 'lung') AS BLOB)")
    assert get(cache_folder, b"k") == {}


def test_it_stays_within_its_size_and_forgets_what_was_not_used(cache_folder, monkeypatch):
    monkeypatch.setenv("EMPATHY_LINT_CACHE_MB", "1")
    values = {bytes([number]): bytes([number]) * 10_000 for number in range(80)}

    def on(day):
        monkeypatch.setattr("empathy_lint.store.store._today", lambda: day)

    on(100)
    put(cache_folder, dict(list(values.items())[:40]))
    on(101)
    put(cache_folder, dict(list(values.items())[40:]))
    on(102)
    get(cache_folder, bytes([3]))  # used again, so it stays
    on(103)
    put(cache_folder, {bytes([200 + number]): b"n" * 10_000 for number in range(40)})
    left = get(cache_folder, *values)
    assert bytes([3]) in left
    assert 0 < len(left) < 80
    assert min(key[0] for key in left if key != bytes([3])) >= 40
    for number in range(20):
        put(cache_folder, {bytes([number, part]): os.urandom(10_000) for part in range(40)})
    assert (cache_folder / FILE).stat().st_size < 3_000_000


def test_two_runs_may_write_at_once(cache_folder):
    code = (
        "import sys\nfrom pathlib import Path\nfrom empathy_lint.store.store import Store\n"
        "store = Store(Path(sys.argv[1]))\n"
        "for number in range(150):\n    store.put({f'{sys.argv[2]} {number}'.encode(): b'v' * 500})\nstore.close()"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(cache_folder), name]) for name in ("a", "b")]
    assert [run.wait() for run in runs] == [0, 0]
    keys = [f"{name} {number}".encode() for name in ("a", "b") for number in range(150)]
    assert len(get(cache_folder, *keys)) == 300


def test_a_run_that_is_killed_while_it_writes_leaves_a_store_that_works(cache_folder):
    code = (
        "import sys\nfrom itertools import count\nfrom pathlib import Path\n"
        "from empathy_lint.store.store import Store\nstore = Store(Path(sys.argv[1]))\n"
        "for number in count():\n    store.put({str(number).encode(): str(number).encode() * 900})\n"
        "    if number == 30:\n        print('going', flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(cache_folder)], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    found = get(cache_folder, *(str(number).encode() for number in range(31)))
    assert found == {str(number).encode(): str(number).encode() * 900 for number in range(31)}


def test_a_folder_that_cannot_be_written_is_no_mistake_unless_it_was_asked_for(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    (tmp_path / "a.txt").write_text(LETTER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EMPATHY_LINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert CliRunner().invoke(app, ["check", "a.txt", "--format", "concise"]).exit_code == 1
    result = CliRunner().invoke(app, ["check", "a.txt", "--cache-dir", "file/cache"])
    assert result.exit_code == 2
    assert "file/cache: Results cannot be kept in this folder." in result.stderr


def test_it_lies_among_the_caches_of_the_user(monkeypatch, tmp_path):
    monkeypatch.delenv("EMPATHY_LINT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder_of().name == "empathy-lint"
    assert folder_of(Path("here")) == Path("here")


def test_nothing_is_kept_where_that_is_not_wanted(cache_folder, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(LETTER)
    CliRunner().invoke(app, ["check", str(path), "--no-cache"])
    assert not cache_folder.exists()


def test_the_cache_is_shown_and_cleaned(cache_folder, tmp_path):
    def run(*words):
        result = CliRunner().invoke(app, ["cache", *words])
        assert result.exit_code == 0, result.output
        return result.stdout

    assert run("show") == f"Folder: {cache_folder}\nNothing is kept there.\n"
    assert run("clean") == f"Nothing is kept in {cache_folder}.\n"
    (tmp_path / "a.txt").write_text(LETTER)
    CliRunner().invoke(app, ["check", str(tmp_path / "a.txt")])
    assert re.search(r"^Kept: \d+ results and texts of rules, 0\.\d MB$", run("show"), re.M)
    (cache_folder / "mine.txt").write_text("mine")
    assert run("clean").startswith("Deleted: 0.")
    assert not is_there(cache_folder)
    assert (cache_folder / "mine.txt").exists()


def test_what_results_rest_on_is_what_the_program_is_built_on():
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    listed = text[text.index("dependencies = [") : text.index("[project.optional")]
    names = {name.lower() for name in re.findall(r'^  "([\w-]+)', listed, re.M)}
    only_shown = {"typer", "rich", "jinja2", "markupsafe", "platformdirs"}
    pinned_by_pydantic = {"pydantic-core"}
    within_spacy = {"thinc"}
    assert names - only_shown - pinned_by_pydantic | within_spacy == RESTS_ON


def test_a_user_without_a_home_has_no_cache_and_is_told_of_no_fault(tmp_path, monkeypatch):
    pwd = pytest.importorskip("pwd")

    def nobody(number):
        raise KeyError(number)

    for name in ("HOME", "XDG_CACHE_HOME", "EMPATHY_LINT_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    assert folder_of() is None
    done = CliRunner().invoke(app, ["check", "a.txt"])
    assert (done.exit_code, "Something went wrong" in done.output) == (1, False)
    for command in ("show", "clean"):
        told = CliRunner().invoke(app, ["cache", command])
        assert (told.exit_code, told.output.startswith("There is no folder for results")) == (0, True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
