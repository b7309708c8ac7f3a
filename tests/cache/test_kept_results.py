"""A report from the cache is the report that linting gives, and the cache holds nothing of the letters."""

import dataclasses
import io
import json
import re
import sqlite3
from pathlib import Path

import pytest

from empathy_lint.file_linter import FileLinter
from empathy_lint.reading.reader import read
from empathy_lint.reading.together.project import names_others
from empathy_lint.reporting.formats import FORMATS, write_report
from empathy_lint.reporting.view import View
from empathy_lint.run import Run, StandardInput
from empathy_lint.settings.model import Flags
from empathy_lint.store.store import FILE, Store

FIXTURES = Path(__file__).parents[2] / "fixtures"
LETTER = """Dear {{ first_name }},

You have failed to pay. WE WILL TAKE LEGAL ACTION &amp; more if you do not pay £1,250.00 within 7 days.
{# empathy-lint: ignore-next jargon -- Mrs Underwood in Legal wants it #}
The aforementioned remittance is payable by Hortensia Quillfeather-Osei of 12 Larkspur Mews.
{% if debt_is_old %}<p>Our bailiffs shall visit your mother's house.</p>{% else %}<p>We can help.</p>{% endif %}
"""


@pytest.fixture
def store(cache_folder):
    store = Store(cache_folder)
    yield store
    store.close()


@pytest.fixture
def no_linting(monkeypatch):
    """From here on, whatever is linted is a mistake."""

    def stop():
        def lint(self, files):
            raise AssertionError(f"linted: {[file.path for file in files]}")

        monkeypatch.setattr(FileLinter, "lint_batch", lint)

    return stop


def plain(value):
    """A report with all that hangs on it, as plain data, whatever its classes are."""
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(row) for row in value]
    return {key: plain(row) for key, row in value.items()} if isinstance(value, dict) else value


def written(report, name: str) -> str:
    out = io.StringIO()
    write_report(report, name, out, View(verbose=True, explain_score=True, color=False, width=80))
    return out.getvalue()


def sources() -> list[str]:
    return [str(path) for path in sorted(FIXTURES.rglob("*")) if path.is_file() and is_keepable(path)]


def is_keepable(path: Path) -> bool:
    """Packed mails and documents have no words that could be pointed at; what names other files rests on them, too."""
    packed = "base64" in path.name or path.suffix in (".docx", ".xlsx")
    return not packed and not names_others(path.read_bytes())


def test_every_format_says_the_same_of_kept_results_as_of_new_ones(store, no_linting):
    paths = [path for path in sources() if read_as_message(path)]
    new = Run(store=store).lint_paths(paths)
    no_linting()
    kept = Run(store=store).lint_paths(paths)
    assert new.errors == ()
    for one, other in zip(new.messages, kept.messages, strict=True):
        assert plain(other) == plain(one)
    for name in FORMATS:
        assert written(kept, name) == written(new, name)


def read_as_message(path: str) -> bool:
    try:
        return not read(path, Path(path).read_bytes()).problems
    except Exception:
        return False


def kept_bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.glob(f"{FILE}*")))


def test_the_cache_holds_no_words_of_a_letter(store, cache_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text(LETTER, encoding="utf-8")
    report = Run(store=store).lint_paths(["a.html"])
    assert report.messages[0].suppressed
    assert any(row.finding.rewrites for row in report.messages[0].findings)
    store.close()
    kept = kept_bytes(cache_folder).decode("latin-1").lower()
    assert "threat-language" in kept
    for word in re.findall(r"\w{5,}", LETTER.lower()):
        # A rule may use the word, too; then it says it in a text of its own, which is kept once for all letters.
        assert word not in kept or word in rules_say(cache_folder), word
    for sentence in re.split(r"[.\n]", LETTER.lower()):
        if sentence.strip():
            assert sentence.strip() not in kept


def rules_say(folder: Path) -> str:
    rows = sqlite3.connect(folder / FILE).execute("SELECT value FROM kept").fetchall()
    texts = [bytes(value)[8:].decode("utf-8") for (value,) in rows]
    return " ".join(text for text in texts if isinstance(json.loads(text)[0], str)).lower()


def test_the_fixtures_leave_no_sentence_in_the_cache(store, cache_folder):
    paths = [path for path in sources() if read_as_message(path)]
    report = Run(store=store).lint_paths(paths)  # some are reports, which quote the rules
    store.close()
    kept, said = kept_bytes(cache_folder).decode("utf-8", "replace"), rules_say(cache_folder)
    for message in report.messages:
        for block in message.message.blocks:
            for sentence in re.findall(r"[^.!?]{25,}", block.prose):
                assert sentence not in kept or sentence.lower() in said


def test_a_letter_that_stands_in_its_file_only_as_escapes_is_not_kept(store, tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<p>" + "".join(f"&#{ord(sign)};" for sign in "We will take legal action now.") + "</p>")
    assert Run(store=store).lint_paths([str(path)]).messages[0].findings
    assert store.contents().values == 0


CONFIG = "ignore: [jargon]\n"
CHANGES = {
    "the text": lambda folder: (folder / "a.txt").write_text("We will take court action.\n"),
    "a setting": lambda folder: (folder / ".empathy-lint.yaml").write_text("ignore: [shouting]\n"),
    "a weight": lambda folder: (folder / ".empathy-lint.yaml").write_text(CONFIG + "severity: {jargon: info}\n"),
    "a name that is not known": lambda folder: (folder / ".empathy-lint.yaml").write_text("ignore: [nothing]\n"),
    "an allowed word": lambda folder: (folder / ".empathy-lint.yaml").write_text(CONFIG + "allow: [court]\n"),
    "a word of one's own": lambda folder: (folder / ".empathy-lint.yaml").write_text(
        CONFIG + "words: {jargon: [action]}\n"
    ),
    "the situation": lambda folder: (folder / ".empathy-lint.yaml").write_text(CONFIG + "situation: hardship\n"),
    "the channel": lambda folder: (folder / ".empathy-lint.yaml").write_text(CONFIG + "channel: sms\n"),
    "the tone model": lambda folder: (folder / ".empathy-lint.yaml").write_text(CONFIG + "tone: off\n"),
    "what it is read as": lambda folder: (folder / ".empathy-lint.yaml").write_text(
        CONFIG + "format-of: {a.txt: html}\n"
    ),
    "the offers": lambda folder: (folder / "offers.yaml").write_text("phone: 0800 1\n"),
    "a rule of one's own": lambda folder: (folder / "pack" / "mine.yaml").write_text(RULE.replace("major", "minor")),
    "a pack that is named": lambda folder: (folder / ".empathy-lint.yaml").write_text(CONFIG + "packs: [pack]\n"),
}
RULE = (
    "id: mine\ntitle: Mine\ndimension: safety\nseverity: major\nwhy: Why.\nadvice: Do.\n"
    "entries: [{id: one, phrases: [zebra]}]\nexamples: {flag: ['A [[zebra]].'], pass: ['A horse.']}\n"
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "mine.yaml").write_text(RULE)
    (tmp_path / "a.txt").write_text("We will take legal action.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def is_linted(store, monkeypatch, flags=None, path="a.txt", **wishes) -> bool:
    """Whether the file is linted anew."""
    asked = []
    with monkeypatch.context() as patch:
        original = FileLinter.lint_batch
        patch.setattr(FileLinter, "lint_batch", lambda self, files: asked.append(files) or original(self, files))
        Run(flags, store=store, **wishes).lint_paths([path])
    return bool(asked)


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_result_rests_on_makes_it_anew_when_it_changes(project, store, monkeypatch, change):
    packs = "packs: [pack]\n" if change == "a rule of one's own" else ""
    (project / ".empathy-lint.yaml").write_text(CONFIG + packs)
    assert is_linted(store, monkeypatch)
    assert not is_linted(store, monkeypatch)
    CHANGES[change](project)
    assert is_linted(store, monkeypatch)


def test_so_do_flags_the_path_and_whether_rewrites_are_wanted(project, store, monkeypatch):
    assert is_linted(store, monkeypatch)
    assert is_linted(store, monkeypatch, Flags(channel="sms"))
    assert is_linted(store, monkeypatch, Flags(ignore=("jargon",)))
    assert is_linted(store, monkeypatch, path="./a.txt")
    assert is_linted(store, monkeypatch, rewrites=False)
    assert not is_linted(store, monkeypatch)


def test_so_does_another_version_of_what_it_is_built_on(project, store, monkeypatch):
    assert is_linted(store, monkeypatch)
    monkeypatch.setattr("empathy_lint.kept.keys.identity", lambda: b"another")
    assert is_linted(store, monkeypatch)


def test_what_only_judges_a_result_does_not(project, store, monkeypatch):
    assert is_linted(store, monkeypatch)
    assert not is_linted(store, monkeypatch, Flags(fail_under=1, fail_on="never"))
    (project / ".empathy-lint.yaml").write_text("fail-under: 12\n")
    assert not is_linted(store, monkeypatch)


def test_a_mistake_in_the_settings_is_told_every_time(project, store):
    (project / ".empathy-lint.yaml").write_text("ignore: [shoutin]\n")
    first, second = (Run(store=store).lint_paths(["a.txt"]).errors for _ in range(2))
    assert "shoutin" in str(first[0])
    assert first == second


def test_standard_input_is_known_again_by_the_name_that_it_is_given(project, store, no_linting):
    def lint(text):
        return Run(store=store).lint_paths(["-"], StandardInput("b.txt", text)).messages

    first = lint(b"We will take legal action.\n")
    no_linting()
    assert plain(lint(b"We will take legal action.\n")) == plain(first)


def test_findings_are_held_against_a_baseline_whether_they_are_new_or_kept(project, store):
    (project / "base.json").write_text('{"version": 1, "files": {}}')
    (project / ".empathy-lint.yaml").write_text("baseline: base.json\n")
    first, second = (Run(store=store).lint_paths(["a.txt"]) for _ in range(2))
    assert plain(first.messages) == plain(second.messages)
    assert first.messages[0].reasons
