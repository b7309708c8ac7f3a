"""The package as another program uses it: a text or files in, reports out, nothing printed."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import empathy_lint
from empathy_lint import MessageReport, ProblemError, RunReport, lint, lint_files

KIND = "Hello {{ name }},\n\nWe have received your payment of {{ amount }}. Thank you.\n"
PAGE = Path(__file__).parents[1] / "docs" / "python.md"
HARSH = "We will take legal action if the balance is not cleared.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_text_is_linted_without_a_word(project, capfd):
    report = lint(HARSH, channel="letter", situation="late-past-due")
    assert isinstance(report, MessageReport)
    assert (report.channel, report.situation) == ("letter", "late-past-due")
    assert not report.passed
    finding = next(row.finding for row in report.findings if row.finding.rule == "threat-language")
    assert finding.place is not None
    assert HARSH[finding.place.start.offset : finding.place.end.offset] == finding.place.text
    assert capfd.readouterr() == ("", "")


def test_a_kind_text_passes(project):
    assert lint(KIND).passed


def test_the_gate_can_be_moved(project):
    assert not lint(HARSH, fail_under=0).passed
    assert lint(HARSH, fail_under=0, fail_on="never").passed


def test_the_name_of_the_text_tells_its_format_and_its_settings(project):
    Path("letters").mkdir()
    Path("letters/.empathy-lint.yaml").write_text("ignore: [threat-language]\n", encoding="utf-8")
    report = lint("<p>We will take legal action.</p>", path=Path("letters/a.html"))
    assert report.message.format == "html"
    assert report.message.path == str(Path("letters/a.html"))
    assert "threat-language" not in {row.finding.rule for row in report.findings}


def test_a_config_can_be_named(project):
    Path("mine.yaml").write_text("channel: sms\n", encoding="utf-8")
    assert lint(KIND, config="mine.yaml").channel == "sms"


def test_the_format_can_be_said(project):
    assert lint("# Hello\n\nYour payment came.\n", format="markdown").message.format == "markdown"


def test_rules_can_be_chosen(project):
    chosen = lint(HARSH, select="threat-language", rewrites=False)
    assert {row.finding.rule for row in chosen.findings} == {"threat-language"}


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"channel": "leter"}, "channel: “leter” is not known. Did you mean “letter”?"),
        ({"situation": "outages"}, "Did you mean “outage”?"),
        ({"format": "htm"}, "Did you mean “html”?"),
        ({"fail_on": "grave"}, "fail_on: “grave” is not known."),
        ({"fail_under": 101}, "fail_under: 101 is no score."),
        ({"ignore": ["threat-langage"]}, "Did you mean “threat-language”?"),
        ({"config": "none.yaml"}, "none.yaml: This config cannot be read"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told(project, wish, told):
    with pytest.raises(ProblemError) as error:
        lint(KIND, **wish)
    assert told in str(error.value)


@pytest.mark.parametrize("key", ['allow: ["(oops"]', 'words: {jargon: ["(oops"]}'])
def test_a_phrase_of_a_config_that_cannot_be_read_is_told_with_its_place(project, key):
    Path("mine.yaml").write_text(f"{key}\n", encoding="utf-8")
    with pytest.raises(ProblemError, match=r"mine\.yaml:1:\d+: \w+: “\(oops” opens a “\(” that is never closed"):
        lint(KIND, config="mine.yaml")


@pytest.mark.parametrize("text", ["", " \n", "\ud800 half", "\0\0\0\0"])
def test_what_is_no_text_is_told(project, text):
    with pytest.raises(ProblemError):
        lint(text)


def test_one_mistake_does_not_spoil_the_next_text(project):
    Path("bad.yaml").write_text("chanel: sms\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ProblemError):
            lint(KIND, config="bad.yaml")
    assert lint(KIND).passed


def test_what_is_wrong_in_a_pack_is_told_each_time(project):
    Path("own").mkdir()
    Path("own/a.yaml").write_text("id: a\n", encoding="utf-8")
    Path("mine.yaml").write_text("packs: [own]\n", encoding="utf-8")
    told = []
    for _ in range(2):
        with pytest.raises(ProblemError) as error:
            lint(KIND, config="mine.yaml")
        told.append(str(error.value))
    assert told[0] == told[1]


def test_files_and_folders_are_linted_and_what_cannot_be_read_is_listed(project):
    Path("letters").mkdir()
    Path("letters/a.txt").write_text(KIND, encoding="utf-8")
    Path("letters/b.txt").write_text(HARSH, encoding="utf-8")
    Path("letters/c.txt").write_bytes(b"")
    report = lint_files(["letters", Path("none.txt")], fail_under=50)
    assert isinstance(report, RunReport)
    assert [message.message.path for message in report.messages] == ["letters/a.txt", "letters/b.txt"]
    assert {problem.path for problem in report.errors} == {"letters/c.txt", "none.txt"}
    assert report.fail_under == 50
    assert not report.passed


def test_one_path_is_a_path_and_no_row_of_letters(project):
    Path("a.txt").write_text(KIND, encoding="utf-8")
    assert lint_files("a.txt").passed


def test_standard_input_is_no_file(project):
    with pytest.raises(ProblemError, match="give the text"):
        lint_files(["-"])


def test_importing_the_package_loads_nothing():
    code = "import empathy_lint, sys; print([m for m in sys.modules if m.startswith('empathy_lint.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_offered_is_there_and_listed():
    assert set(empathy_lint.__all__) <= set(dir(empathy_lint))
    assert all(hasattr(empathy_lint, name) for name in empathy_lint.__all__)
    with pytest.raises(AttributeError):
        empathy_lint.lnt  # noqa: B018


def test_the_examples_in_the_documentation_run(project, capsys):
    Path("letters").mkdir()
    Path("letters/a.txt").write_text(KIND, encoding="utf-8")
    blocks = [block.split("```")[0] for block in PAGE.read_text(encoding="utf-8").split("```python\n")[1:]]
    names: dict = {}
    for block in blocks[:3]:
        exec(block, names)
    told = capsys.readouterr().out
    assert "line 1 threat-language critical" in told
    assert '"schema_version": 1' in told


def test_types_are_shipped():
    assert Path(empathy_lint.__file__).with_name("py.typed").is_file()


@given(st.text(alphabet=st.sampled_from("Pay now, é\u2019{{ }}<p>\n\u00a0"), min_size=1, max_size=60))
def test_positions_are_those_of_the_text_that_was_given(text):
    try:
        report = lint(f"Pay now or we take legal action. {text}", rewrites=False)
    except ProblemError:
        return
    source = report.message.source.text
    places = [row.finding.place for row in report.findings if row.finding.place]
    assert all(source[place.start.offset : place.end.offset] == place.text for place in places)
