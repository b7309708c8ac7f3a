"""Settings as a user writes them, and what they come to for a file."""

from pathlib import Path

import pytest

from empathy_lint.errors import ProblemError
from empathy_lint.settings import resolving
from empathy_lint.settings.model import FileSettings, Flags
from empathy_lint.settings.names import unknown_names
from empathy_lint.settings.reading import NamedColumn
from empathy_lint.settings.resolving import Settings
from empathy_lint.words import Severity

NO_SETTINGS = (
    "There are no settings in this file that can be read. "
    "Write each setting on a line of its own as “name: value”, as in “channel: letter”."
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty repository, in which the program runs."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def told(path: str = "a.txt", **options) -> list[str]:
    with pytest.raises(ProblemError) as caught:
        Settings(**options).of(path)
    return [str(problem) for problem in caught.value.problems]


def origins(settings: FileSettings) -> dict[str, str]:
    return {" ".join(filter(None, (row.key, row.name))): str(row.origin) for row in settings.explained}


def test_without_a_config_the_defaults_hold(project):
    settings = Settings().of("letters/a.txt")
    assert (settings.fail_under, settings.fail_on) == (70, "critical")
    assert settings.channel is None
    assert set(origins(settings).values()) == {"default"}


def test_the_config_of_the_nearest_folder_above_governs_a_file(project):
    write(".empathy-lint.yaml", "channel: email")
    write("texts/.empathy-lint.yml", "channel: sms")
    settings = Settings()
    assert settings.of("letters/deep/a.txt").channel == "email"
    assert settings.of("texts/deep/a.txt").channel == "sms"


def test_pyproject_is_read_only_where_it_speaks_of_us(project):
    write(".empathy-lint.yaml", "channel: email")
    write("tool/pyproject.toml", "[tool.other]\nx = 1\n")
    write("ours/pyproject.toml", '[tool.empathy-lint]\nchannel = "letter"\nfail-under = 80\n')
    settings = Settings()
    assert settings.of("tool/a.txt").channel == "email"
    assert settings.of("ours/a.txt").fail_under == 80
    assert origins(settings.of("ours/a.txt"))["channel"] == "ours/pyproject.toml:2"


def test_the_search_stops_at_the_root_of_the_repository(project):
    write("inner/.git/HEAD", "")
    write(".empathy-lint.yaml", "channel: sms")
    assert Settings().of("inner/a.txt").channel is None


def test_two_configs_in_one_folder_are_a_mistake(project):
    write(".empathy-lint.yaml", "channel: sms")
    write("pyproject.toml", "[tool.empathy-lint]\nchannel = 'email'\n")
    assert told() == [
        "pyproject.toml: There are two configs in this folder: .empathy-lint.yaml and pyproject.toml. Keep one of them."
    ]


def test_a_config_may_be_empty(project):
    write(".empathy-lint.yaml", "# nothing yet\n")
    assert Settings().of("a.txt").fail_under == 70


def test_flags_win_over_files_and_later_overrides_over_earlier_ones(project):
    write(
        ".empathy-lint.yaml",
        """
channel: email
situation: late-past-due
overrides:
  - paths: ["sms/**"]
    channel: sms
    severity: {jargon: minor}
  - paths: ["sms/final/**"]
    channel: push
""",
    )
    settings = Settings(Flags(situation="fraud"))
    assert settings.of("a.txt").channel == "email"
    assert settings.of("sms/a.txt").channel == "sms"
    assert settings.of("sms/a.txt").severities == {"jargon": Severity.MINOR}
    final = settings.of("sms/final/a.txt")
    assert (final.channel, final.situation) == ("push", "fraud")
    assert final.decided_by == {"channel": "config", "situation": "flag"}
    assert origins(final)["channel"] == ".empathy-lint.yaml:9"
    assert origins(final)["situation"] == "--situation"


def test_files_with_the_same_settings_share_one_object(project):
    write(".empathy-lint.yaml", "overrides: [{paths: [sms/], channel: sms}]")
    settings = Settings()
    assert settings.of("a.txt") is settings.of("b/c.txt")
    assert settings.of("sms/a.txt") is settings.of("sms/b.txt")
    assert settings.of("sms/a.txt") is not settings.of("a.txt")


def test_rules_are_switched_and_weighed(project):
    write(
        ".empathy-lint.yaml",
        """
ignore: [shouting]
rules:
  jargon: off
  but-usage: {severity: info, off: [empathy]}
overrides:
  - paths: [legal/]
    rules: {jargon: on, shouting: on}
""",
    )
    settings = Settings()
    everywhere = settings.of("a.txt")
    assert everywhere.ignore == {"shouting", "jargon", "but-usage/empathy"}
    assert everywhere.severities == {"but-usage": Severity.INFO}
    assert settings.of("legal/a.txt").ignore == {"but-usage/empathy"}


def test_a_rule_named_on_the_command_line_is_run_though_the_config_switches_it_off(project):
    write(".empathy-lint.yaml", "select: [safety]\nrules: {jargon: off, shouting: off}")
    settings = Settings(Flags(select=("jargon",))).of("a.txt")
    assert settings.select == {"jargon"}
    assert settings.ignore == {"shouting"}


def test_switching_a_rule_on_adds_it_to_what_is_selected(project):
    write(".empathy-lint.yaml", "select: [safety]\nrules: {jargon: on}")
    assert Settings().of("a.txt").select == {"safety", "jargon"}


def test_what_is_extended_comes_first_and_lists_add_up(project):
    write("shared/base.yaml", "channel: sms\nfail-under: 60\nallow: [final]\nwords: {jargon: [arrears]}\npacks: [ours]")
    write(".empathy-lint.yaml", "extends: shared/base.yaml\nchannel: email\nallow: [must]\nwords: {jargon: [escrow]}")
    settings = Settings().of("a.txt")
    assert (settings.channel, settings.fail_under) == ("email", 60)
    assert settings.allow == ("final", "must")
    assert settings.words == {"jargon": ("arrears", "escrow")}
    assert settings.packs == (project / "shared" / "ours",)
    assert origins(settings)["fail-under"] == "shared/base.yaml:2"
    assert origins(settings)["channel"] == ".empathy-lint.yaml:2"


def test_configs_that_extend_each_other_are_told_as_a_circle(project):
    write(".empathy-lint.yaml", "extends: b.yaml")
    write("b.yaml", "channel: sms\nextends: .empathy-lint.yaml")
    assert told() == [
        "b.yaml:2:1: These configs extend each other: .empathy-lint.yaml → b.yaml → .empathy-lint.yaml."
        " Take one of them out."
    ]


def test_a_config_outside_the_project_is_extended_only_where_that_is_allowed(project):
    (project / "app/.git").mkdir(parents=True)
    write("company.yaml", "channel: letter")
    write("app/.empathy-lint.yaml", "extends: ../company.yaml")
    (problem,) = told("app/a.txt")
    assert problem.startswith("app/.empathy-lint.yaml:1:1: “../company.yaml” is outside the project")
    assert problem.endswith("Copy it into the project, or allow it for this run with --allow-outside.")
    assert Settings(Flags(allow_outside=True)).of("app/a.txt").channel == "letter"


def test_a_link_does_not_lead_out_of_the_project(project):
    (project / "app/.git").mkdir(parents=True)
    write("company.yaml", "channel: letter")
    (project / "app/base.yaml").symlink_to(project / "company.yaml")
    write("app/.empathy-lint.yaml", "extends: base.yaml")
    assert "outside the project" in told("app/a.txt")[0]


def test_where_the_project_begins_is_looked_for_only_where_a_config_is_a_link(project, monkeypatch):
    asked = []
    monkeypatch.setattr(resolving, "project_root", lambda found: asked.append(found.name) or project)
    write(".empathy-lint.yaml", "channel: letter")
    assert Settings().of("a.txt").channel == "letter"
    assert asked == []
    write("app/base.yaml", "channel: sms")
    (project / "app/.empathy-lint.yaml").symlink_to(project / "app/base.yaml")
    assert Settings().of("app/a.txt").channel == "sms"
    assert asked == [".empathy-lint.yaml"]


def test_a_given_config_stands_for_all_others_and_speaks_of_paths_from_here(project):
    write("letters/.empathy-lint.yaml", "channel: letter")
    write("ci/strict.yaml", "channel: email\noverrides: [{paths: [letters/**], channel: push}]")
    settings = Settings(config=Path("ci/strict.yaml"))
    assert settings.of("letters/a.txt").channel == "push"
    assert settings.of("other/a.txt").channel == "email"


def test_folders_are_left_out_and_types_let_in(project):
    write(".empathy-lint.yaml", "exclude: [drafts/, '*.bak.txt']\ninclude: ['*.letter']")
    settings = Settings()
    assert settings.excludes("drafts/")
    assert settings.excludes("a/b.bak.txt")
    assert not settings.excludes("a/b.txt")
    assert settings.includes("a/b.letter")
    assert not settings.includes("a/b.png")


def test_the_last_format_that_fits_is_used(project):
    write(".empathy-lint.yaml", "format-of: {'mail/**': html, 'mail/*.txt': text}")
    settings = Settings()
    assert settings.of("mail/a.txt").format == "text"
    assert settings.of("mail/a.dat").format == "html"
    assert settings.of("a.dat").format is None


def test_a_format_on_the_command_line_wins_and_begins_where_the_program_runs(project):
    write("a/.empathy-lint.yaml", "format-of: {'*.dat': html}")
    settings = Settings(Flags(format_of=(("a/*.dat", "text"), ("*.msg", "markdown"))))
    assert settings.of("a/b.dat").format == "text"
    assert settings.of("a/c/b.dat").format == "html"
    assert settings.of("c.msg").format == "markdown"
    assert settings.of(project / "c.msg").format == "markdown"
    assert settings.of("c.dat").format is None


def test_a_file_whose_format_is_said_is_read_whatever_its_type(project):
    write("a/.empathy-lint.yaml", "format-of: {'*.dat': html}")
    settings = Settings(Flags(format_of=(("*.msg", "text"),)))
    assert settings.includes("a/b.dat")
    assert settings.includes("b.msg")
    assert not settings.includes("b.dat")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("chanel: sms", "1:1: “chanel” is not a key that is known here. Did you mean “channel”?"),
        ("fail_under: 3", "1:1: “fail_under” is not a key that is known here. Did you mean “fail-under”?"),
        ("channel: emial", "1:1: “emial” is not a known channel. Did you mean “email”?"),
        ("fail-under: 101", "1:1: “fail-under” has to be a number from 0 to 100."),
        ("fail-under: yes", "1:1: “fail-under” has to be a number."),
        ("limits: {variants: on}", "1:10: “variants” has to be a number."),
        ("fail-under: high", "1:1: “fail-under” has to be a number."),
        ("fail-on: mayor", "1:1: “mayor” is not a known severity. Did you mean “major”?"),
        ("severity:\n  jargon: low", "2:3: “low” is not a known severity. Known: critical, info, major, minor."),
        ("rules:\n  jargon: of", "2:3: “of” is not a known setting for a rule. Did you mean “off”?"),
        ("rules:\n  jargon: {sevrity: minor}", "2:12: “sevrity” is not a key that is known here. Did you mean “sev"),
        ("exclude: ['!']", "1:11: “!” is not a usable pattern for paths. Write it as in “letters/**” or “*.html”."),
        ("overrides:\n  - {paths: [], channel: sms}", "2:6: “paths” has too few items: it needs 1 or more."),
        ("columns: {body: [' ']}", "1:18: “body” has to say something. Write the words, or take it out."),
        ("overrides:\n  - channel: sms", "2:5: “paths” is missing here. Add it."),
        ("overrides:\n  - {paths: [a], chanel: sms}", "2:18: “chanel” is not a key that is known"),
        ("allow: {a: b}", "1:1: “allow” has to be a list. Write each item on a line of its own that begins with “- ”."),
        ("extends: no.yaml", "1:1: There is no file “no.yaml” to extend. The path begins at this config's folder."),
        ("channel: [", "2:1: This is not valid YAML"),
        ("- channel", f"1:1: {NO_SETTINGS}"),
        ("please read my letters as letters", f"1:1: {NO_SETTINGS}"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_the_nearest_word(project, text, problem):
    write(".empathy-lint.yaml", text)
    (message,) = told()
    assert message.startswith(f".empathy-lint.yaml:{problem}")


def test_all_mistakes_of_a_file_are_told_at_once(project):
    write(".empathy-lint.yaml", "channel: post\nsituation: frod\n")
    assert [problem.split(":")[1] for problem in told()] == ["1", "2"]


def test_a_mistake_in_pyproject_is_told_with_its_line(project):
    write(
        "pyproject.toml",
        """\
[project]
channel = "x"

[tool.empathy-lint]
fail-under = 70
chanel = "sms"
severity.jargon = "low"

[tool.empathy-lint.rules]
shouting = "of"

[[tool.empathy-lint.overrides]]
paths = ["a"]

[[tool.empathy-lint.overrides]]
paths = ["b"]
situation = "frauds"
""",
    )
    assert [problem.split(":", 2)[1] for problem in told()] == ["7", "10", "17", "6"]


def test_a_key_within_a_text_of_pyproject_is_not_mistaken_for_one(project):
    write(
        "pyproject.toml", '[tool.empathy-lint]\nallow = ["""\nfail-on = x\n"""]\nfail-under = 500\nfail-on = "never"\n'
    )
    assert [problem.split(":", 2)[1] for problem in told()] == ["5"]


def test_broken_toml_is_told_with_its_place(project):
    write("pyproject.toml", "[tool.empathy-lint]\nchannel = sms\n")
    (problem,) = told()
    assert problem.startswith("pyproject.toml:2:11: This is not valid TOML")


def test_a_given_config_that_cannot_be_read_is_told(project):
    assert told(config=Path("no.yaml")) == ["no.yaml: This config cannot be read: no such file or directory."]
    write("x.toml", "a = 1")
    assert told(config=Path("x.toml"))[0].startswith("x.toml: There is no [tool.empathy-lint] in this file.")


def test_a_broken_config_does_not_touch_the_files_of_others(project):
    write("bad/.empathy-lint.yaml", "nonsense: 1")
    settings = Settings()
    with pytest.raises(ProblemError):
        settings.of("bad/a.txt")
    assert settings.of("good/a.txt").fail_under == 70


def test_names_that_nobody_knows_are_told_where_they_are_written(project):
    write(
        ".empathy-lint.yaml",
        "ignore: [jargn]\nrules: {shouting: {off: [loud]}}\nformat-of: {'*.x': htm}\n"
        "overrides:\n- {paths: [b], severity: {nope-at-all: minor}}",
    )
    settings = Settings(Flags(select=("jargon", "safty"))).of("a.txt")
    problems = unknown_names(settings, {"jargon", "shouting", "shouting/aloud", "safety"}, {"html", "text"})
    assert [str(problem) for problem in problems] == [
        ".empathy-lint.yaml:2:26: There is no rule named “shouting/loud”. Did you mean “shouting/aloud”?",
        ".empathy-lint.yaml:1:10: There is no rule named “jargn”. Did you mean “jargon”?",
        ".empathy-lint.yaml:3:13: “htm” is no format. Did you mean “html”?",
        ".empathy-lint.yaml:5:27: There is no rule named “nope-at-all”."
        " Known: jargon, safety, shouting, shouting/aloud.",
        "--select: there is no rule named “safty”. Did you mean “safety”?",
    ]


# Nine lines of anchors that stand for five thousand million words.
DOUBLING = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}' if n else 'x'] * 12)}]" for n in range(9))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("allow: &a [*a]", "1:8: This repeats itself without end."),
        (DOUBLING, "1:28: This repeats itself without end."),
        ("? [a, b]\n: c", "1:3: A key has to be a word."),
        ("channel: !!python/object/apply:os.system [id]", "1:10: This is not plain YAML"),
        ("channel: !secret x", "1:10: This is not plain YAML"),
        ("channel: 2024-02-30", "1:10: This is not a date"),
    ],
)  # fmt: skip
def test_yaml_that_would_harm_is_refused(project, text, problem):
    write(".empathy-lint.yaml", text)
    assert told()[0].partition(".empathy-lint.yaml:")[2].startswith(problem)


def test_columns_of_tables_are_named_for_all_files_or_for_some(project):
    write(
        ".empathy-lint.yaml",
        "columns:\n  subject: Betreff\n  body: [Text, 'Der\tInhalt']\n"
        "overrides:\n  - paths: [sms/]\n    columns: {body: Nachricht}\n",
    )
    settings = Settings()
    assert settings.of("mails.csv").reading.columns == (
        NamedColumn("subject", ("Betreff",), ".empathy-lint.yaml:2"),
        NamedColumn("body", ("Text", "Der Inhalt"), ".empathy-lint.yaml:3"),
    )
    assert settings.of("sms/texts.csv").reading.columns[1] == NamedColumn(
        "body", ("Nachricht",), ".empathy-lint.yaml:6"
    )


def test_a_table_holds_no_more_than_is_known(project):
    write(".empathy-lint.yaml", "columns:\n  titel: Betreff\n")
    (problem,) = told()
    assert problem.startswith(".empathy-lint.yaml:2:3: ")
    assert "titel" in problem
