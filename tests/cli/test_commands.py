"""The program as it is used: a file in, a report and an exit code out."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from empathy_lint import __version__
from empathy_lint.cli import outputs
from empathy_lint.cli.app import app
from empathy_lint.reporting.formats import FORMATS

KIND = "Hello {{ name }},\n\nWe have received your payment of {{ amount }}. Thank you.\n"
HARSH = "We will take legal action if the balance is not cleared.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty repository of 80 columns, in which the program runs."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def run(*words: str, code: int = 0, text: str | None = None):
    result = CliRunner().invoke(app, list(words), input=text)
    assert result.exit_code == code, result.output
    return result


def report(*words: str, code: int = 0, text: str | None = None) -> dict:
    return json.loads(run("check", "--format", "json", *words, code=code, text=text).stdout)


def test_a_kind_message_passes(project):
    write("a.txt", KIND)
    result = run("check", "a.txt")
    assert "a.txt" in result.stdout
    assert "Passed." in result.stdout
    assert result.stderr == ""


def test_a_harsh_message_fails_the_gate_and_its_words_are_shown(project):
    write("a.txt", HARSH)
    result = run("check", "a.txt", code=1)
    assert "**We will take legal action**" in result.stdout
    assert "Not passed" in result.stdout


def test_the_gate_can_be_moved(project):
    write("a.txt", HARSH)
    run("check", "a.txt", "--fail-under", "0", "--fail-on", "never")
    run("check", "a.txt", "--fail-under", "0", "--fail-on", "critical", code=1)
    write(".empathy-lint.yaml", "fail-under: 0\nfail-on: never\n")
    run("check", "a.txt")
    run("check", "a.txt", "--fail-on", "major", code=1)


def test_the_lowest_score_may_be_written_with_a_percent_sign(project):
    write("a.txt", KIND)
    run("check", "a.txt", "--fail-under", "60%")


@pytest.mark.parametrize("said", ["sixty", "101", "-1", "nan", "%"])
def test_what_is_no_score_is_told_in_plain_words(project, said):
    write("a.txt", KIND)
    told = " ".join(run("check", "a.txt", "--fail-under", said, code=2).stderr.split())
    assert f"“{said}” is not a number from 0 to 100." in told


@pytest.mark.parametrize("said", ["No way to talk", "no way to talk", "no-dialogue"])
def test_a_rule_is_shown_by_its_title_as_well_as_by_its_name(project, said):
    assert run("rules", "show", said).stdout.startswith("No way to talk  no-dialogue\n")


@pytest.mark.parametrize(
    ("said", "meant"),
    [("greeting", "generic-salutation"), ("salutations", "generic-salutation"), ("blame-langage", "blame-language")],
)
def test_a_rule_that_is_half_remembered_is_suggested_by_what_its_name_or_title_says(project, said, meant):
    assert f"Did you mean “{meant}”?" in run("rules", "show", said, code=2).stderr
    write(".empathy-lint.yaml", f"ignore: [{said}]\n")
    write("a.txt", KIND)
    assert f"Did you mean “{meant}”?" in run("check", "a.txt", code=2).stderr


def test_what_was_found_most_is_called_in_the_closing_table_what_the_findings_call_it(project):
    write("a.txt", "You have failed to pay.\n")
    write("b.txt", "You have failed to pay.\n")
    stdout = run("check", "a.txt", "b.txt", "--fail-under", "100", code=1).stdout
    assert "2            2  Blame  blame-language" in stdout


def test_a_slip_in_a_key_at_the_head_of_a_message_is_told_and_the_keys_of_others_are_not(project):
    write("a.txt", f"---\nsituaton: receipt\nlayout: plain\nstation: north\nobject: x\n---\n{KIND}")
    result = run("check", "a.txt", code=2)
    assert result.stderr == "a.txt:2:1: “situaton” is no setting of a message. Did you mean “situation”?\n"
    assert "a.txt" in result.stdout
    write("a.txt", f"---\nsituation: receipt\nlayout: plain\nstation: north\nobject: x\n---\n{KIND}")
    assert run("check", "a.txt").stderr == ""


def test_offers_that_no_settings_speak_of_are_told_once_until_they_are_used(project):
    for name in ("letters/a.txt", "letters/b.txt"):
        write(name, KIND)
    write("letters/offers.yaml", "phone: 0800 555 0199\n")
    told = (
        "letters/offers.yaml: These offers are not used, because no settings speak of them. "
        "Put a file .empathy-lint.yaml beside it, with the line “offers: offers.yaml”.\n"
    )
    assert run("check", "letters", "--format", "json").stderr.count(told) == 1
    assert run("check", "letters", "--quiet").stderr == ""
    write(".empathy-lint.yaml", "channel: letter\n")
    remedy = "Name it in .empathy-lint.yaml with the line “offers: letters/offers.yaml”."
    assert remedy in run("check", "letters").stderr
    write(".empathy-lint.yaml", "offers: letters/offers.yaml\n")
    assert "not used" not in run("check", "letters").stderr


def test_the_json_report_says_who_decided_what(project):
    write(".empathy-lint.yaml", "channel: letter\n")
    write("a.txt", KIND)
    (message,) = report("a.txt", "--situation", "receipt")["messages"]
    assert (message["channel"], message["situation"]) == ("letter", "receipt")
    assert message["decided_by"] == {"channel": "config", "situation": "flag"}


def test_standard_input_is_read_as_the_file_it_is_said_to_be(project):
    write("sms/.empathy-lint.yaml", "channel: sms\n")
    (message,) = report("-", "--stdin-filename", "sms/a.txt", code=1, text=HARSH)["messages"]
    assert message["path"] == "sms/a.txt"
    assert message["channel"] == "sms"
    assert report("-", text=KIND)["messages"][0]["path"] == "-"


def test_rules_are_chosen_by_flags_and_by_config(project):
    write("a.txt", HARSH)
    assert report("a.txt", "--select", "shouting,jargon")["messages"][0]["findings"] == []
    findings = report("a.txt", "--ignore", "threat-language/legal-action", code=1)["messages"][0]["findings"]
    assert "legal-action" not in {row["entry"] for row in findings}
    write(".empathy-lint.yaml", "rules: {threat-language: {severity: minor}}\n")
    findings = report("a.txt", "--select", "threat-language")["messages"][0]["findings"]
    assert {row["severity"] for row in findings} == {"minor"}


def test_a_rule_about_order_can_be_selected_alone(project):
    write("a.txt", HARSH)
    (message,) = report("a.txt", "--select", "threatening-opening", code=1)["messages"]
    assert {row["rule"] for row in message["findings"]} == {"threatening-opening"}
    config = "ignore: [threat-language, fear-words]\n"
    write(".empathy-lint.yaml", config)
    assert report("a.txt", "--select", "threatening-opening")["messages"][0]["findings"] == []


def test_the_tone_model_can_be_switched_off(project):
    write("a.txt", "Grown people do not need reminding.\n")
    assert [row["entry"] for row in report("a.txt")["messages"][0]["findings"]] == ["reads-as-judgement"]
    write(".empathy-lint.yaml", "tone: off\n")
    assert report("a.txt")["messages"][0]["findings"] == []


def test_own_words_are_flagged_and_allowed_words_are_not(project):
    write("a.txt", "Your frobnication is ready. We will take legal action.\n")
    write(".empathy-lint.yaml", "words: {jargon: [frobnication]}\nallow: [legal action]\n")
    findings = report("a.txt")["messages"][0]["findings"]
    assert [(row["rule"], row["text"]) for row in findings] == [("jargon", "frobnication")]


def test_own_rules_are_loaded_from_the_config(project):
    write("a.txt", "Kindly note the weather.\n")
    write(
        "ours/kindly.yaml",
        "id: kindly\ntitle: Kindly\ndimension: respect\nseverity: minor\nwhy: It sounds stiff.\n"
        "entries: [{id: kindly, phrases: [kindly]}]\nexamples: {flag: ['[[Kindly]] wait.'], pass: [Please wait.]}\n",
    )
    write(".empathy-lint.yaml", "packs: [ours]\n")
    findings = report("a.txt")["messages"][0]["findings"]
    assert ("kindly", "Kindly") in {(row["rule"], row["text"]) for row in findings}
    assert "kindly" in run("rules", "list").stdout
    assert "It sounds stiff." in run("rules", "show", "kindly").stdout


def test_settings_differ_by_path(project):
    write("sms/a.txt", HARSH)
    write("b.txt", HARSH)
    write(".empathy-lint.yaml", "overrides: [{paths: [sms/], channel: sms, rules: {threat-language: off}}]\n")
    first, second = report("b.txt", "sms/a.txt", code=1)["messages"]
    assert "threat-language" in {row["rule"] for row in first["findings"]}
    assert "threat-language" not in {row["rule"] for row in second["findings"]}
    assert second["channel"] == "sms"


def test_what_cannot_be_read_is_told_and_the_rest_is_linted(project):
    write("a.txt", KIND)
    Path("b.txt").write_bytes(b"\x00\x01\x02")
    write("c/.empathy-lint.yaml", "chanel: sms\n")
    write("c/c.txt", KIND)
    result = run("check", "a.txt", "b.txt", "c/c.txt", "d.txt", "--format", "json", code=2)
    data = json.loads(result.stdout)
    assert [message["path"] for message in data["messages"]] == ["a.txt"]
    assert [error["path"] for error in data["errors"]] == ["d.txt", "b.txt", "c/.empathy-lint.yaml"]
    assert data["summary"]["passed"] is False
    assert (
        "c/.empathy-lint.yaml:1:1: “chanel” is not a key that is known here. Did you mean “channel”?" in result.stderr
    )


def test_a_broken_rule_is_told_and_the_others_still_run(project):
    write("a.txt", HARSH)
    write("ours/bad.yaml", "id: bad\ntitle: Bad\n")
    write(".empathy-lint.yaml", "packs: [ours]\n")
    result = run("check", "a.txt", code=2)
    assert "legal action" in result.stdout
    assert "ours/bad.yaml" in result.stderr


def test_a_mistake_of_the_program_costs_only_the_file_it_happens_in(project, monkeypatch):
    write("a.txt", "Boom.\n")
    write("b.txt", KIND)
    from empathy_lint.linter import Linter

    judged = Linter._judged

    def fragile(self, message, context, wishes):
        if message.path == "a.txt":
            raise KeyError("surprise")
        return judged(self, message, context, wishes)

    monkeypatch.setattr(Linter, "_judged", fragile)
    result = run("check", "a.txt", "b.txt", "--format", "json", code=2)
    data = json.loads(result.stdout)
    assert [message["path"] for message in data["messages"]] == ["b.txt"]
    assert "Please report it" in data["errors"][0]["message"]
    assert "Traceback" not in result.output


def test_the_report_can_be_written_to_a_file(project):
    write("a.txt", KIND)
    result = run("check", "a.txt", "--format", "json", "--output", "report.json")
    assert result.stdout == ""
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["summary"]["passed"] is True
    result = run("check", "a.txt", "--output", "no/such/folder/report.txt", code=2)
    assert "no/such/folder/report.txt: The report cannot be written here: no such file or directory." in result.stderr


def test_what_was_not_read_is_said_in_one_line_unless_quiet(project):
    write("a.txt", KIND)
    write("logo.png", "x")
    assert run("check", ".").stderr == "Not read: 1 file of other types (.png).\n"
    assert run("check", ".", "--quiet").stderr == ""


def test_the_score_is_explained_on_request(project):
    write("a.txt", HARSH)
    assert "How the score came about" in run("check", "a.txt", "--explain-score", code=1).stdout
    assert "How the score came about" in run("check", "a.txt", "--explain-score", "--quiet", code=1).stdout
    assert "How the score came about" not in run("check", "a.txt", code=1).stdout


def test_colour_is_used_only_where_it_is_wanted(project, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    write("a.txt", HARSH)
    assert "\x1b[" not in run("check", "a.txt", code=1).stdout
    assert "\x1b[" in run("check", "a.txt", "--color", "always", code=1).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("check", "a.txt", code=1).stdout
    assert "\x1b[" not in run("check", "a.txt", "--color", "never", code=1).stdout


def test_the_format_of_files_can_be_said_on_the_command_line(project):
    write("mails/a.msg", f"<p>{HARSH}</p>")
    assert report("mails")["messages"] == []
    (message,) = report("mails", "--format-of", "*.msg=html", code=1)["messages"]
    assert "legal action" in {finding["text"] for finding in message["findings"]}
    assert message["findings"][0]["sentence"].startswith("We will")


@pytest.mark.parametrize("value", ["html", "=html", "*.msg=", "!=html"])
def test_a_format_without_its_files_is_told(project, value):
    write("a.txt", KIND)
    assert "Write it as in" in run("check", "a.txt", "--format-of", value, code=2).stderr


def test_an_unknown_format_on_the_command_line_is_told_with_the_nearest(project):
    write("a.txt", KIND)
    errors = run("check", "a.txt", "--format-of", "*.txt=markdwn", code=2).stderr
    assert "--format-of: “markdwn” is no format. Did you mean “markdown”?" in errors


def test_no_cache_is_accepted(project):
    write("a.txt", KIND)
    run("check", "a.txt", "--no-cache")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["chek", "a.txt"], "Did you mean 'check'"),
        (["check", "a.txt", "--formt", "json"], "--format"),
        (["check", "a.txt", "--format", "jsn"], "Did you mean “json”?"),
        (["check", "a.txt", "--situation", "frod"], "Did you mean “fraud”?"),
        (["check", "a.txt", "--channel", "emial"], "Did you mean “email”?"),
        (["check", "a.txt", "--fail-on", "crtical"], "Did you mean “critical”?"),
        (["check", "a.txt", "--color", "alway"], "'--color': “alway” is not known. Did you mean “always”?"),
        (["check", "a.txt", "--fail-under", "101"], "--fail-under"),
        (["check", "a.txt", "--select", "shoutin"], "--select: there is no rule named “shoutin”. Did you mean"),
        (["check", "a.txt", "--ignore", "saftey"], "Did you mean “safety”?"),
        (["check", "a.txt", "--stdin-filename", "b.txt"], "It goes with “-”"),
        (["check", "a.txt", "--config", "no.yaml"], "no.yaml: This config cannot be read: no such file or directory."),
        (["check", "b.txt"], "b.txt: There is no such file or folder. Did you mean “a.txt”?"),
        (["check"], "Missing argument"),
        (["rules", "show", "shoutin"], "Did you mean “shouting”?"),
        (["rules", "show", "threats"], "Did you mean “threat-language”?"),
        (["rules", "show", "threat-language/legal-acton"], "Did you mean “threat-language/legal-action”?"),
        (["check", "a.txt", "--select", "threat-language/legal-acton"], "Did you mean “threat-language/legal-action”?"),
        (["rules", "lst"], "Did you mean 'list'?"),
        (["rules", "test", "regulations-ukk"], "Did you mean “regulations-uk”"),
        (["rules", "test", "nowhere"], "nowhere: There is no rule pack here."),
    ],
)  # fmt: skip
def test_a_slip_on_the_command_line_is_told_with_the_nearest_word(project, words, hint):
    write("a.txt", KIND)
    result = run(*words, code=2)
    assert hint in result.stderr
    assert "Traceback" not in result.output


def test_the_formats_on_the_command_line_are_those_that_can_be_written():
    assert outputs.FORMATS == FORMATS


def test_version_and_help_are_told():
    assert run("--version").stdout == f"empathy-lint {__version__}\n"
    assert "--explain-score" in run("check", "--help").stdout


def test_every_rule_has_a_page_that_fits_80_columns_and_tells_how_to_silence_it(project):
    from empathy_lint.checking.packs import load_packs

    pack = load_packs()
    assert pack.problems == ()
    for rule in pack.rules:
        page = run("rules", "show", rule.id).stdout
        assert max(map(len, page.splitlines())) <= 80, rule.id
        assert f"<!-- empathy-lint: ignore-next {rule.id} -- your reason -->" in page
        for name in (*rule.evidence.for_, *rule.evidence.against):
            assert f"[{name}," in " ".join(page.split()), rule.id


def test_the_comments_that_a_rule_page_teaches_do_silence_the_rule(project):
    page = run("rules", "show", "threat-language").stdout
    comments = [line.strip() for line in page.splitlines() if "empathy-lint: ignore-next" in line]
    for comment, name in zip(comments, ("a.html", "a.html.j2", "a.html.erb", "a.txt"), strict=True):
        text = HARSH.strip() if name == "a.txt" else f"<p>{HARSH.strip()}</p>"
        write(name, f"{comment}\n{text}\n")
        (message,) = report(name, "--select", "threat-language")["messages"]
        assert message["findings"] == [], comment
        assert [row["rule"] for row in message["suppressed"]] == ["threat-language"]


def test_rules_are_listed_by_what_they_protect(project):
    lines = run("rules", "list").stdout.splitlines()
    heads = [line.split()[0] for line in lines if line and line.split()[0] in ("Safety", "Respect", "Support")]
    assert heads == ["Safety", "Respect", "Support"]
    assert max(map(len, lines)) <= 80


def test_the_examples_of_a_pack_are_run(project):
    rule = (
        "id: kindly\ntitle: Kindly\ndimension: respect\nseverity: minor\nwhy: Stiff.\n"
        "entries: [{id: kindly, phrases: [kindly]}]\n"
    )
    write("good/a.yaml", f"{rule}examples: {{flag: ['[[Kindly]] wait.']}}\n")
    write("bad/a.yaml", f"{rule}examples: {{flag: ['Please [[wait]].']}}\n")
    assert "kindly, flag" not in CliRunner().invoke(app, ["rules", "test", "good"]).stdout
    assert "kindly, flag: “Please [[wait]].”: It flags nothing." in run("rules", "test", "bad", code=1).stdout


def test_config_show_tells_who_set_each_value(project):
    write("base.yaml", "fail-under: 60\nallow: [final]\n")
    write(".empathy-lint.yaml", "extends: base.yaml\noverrides:\n  - paths: [sms/]\n    channel: sms\n")
    write("sms/a.txt", KIND)
    rows = [line.split() for line in run("config", "show", "sms/a.txt").stdout.splitlines()]
    assert ["channel", "sms", ".empathy-lint.yaml:4"] in rows
    assert ["fail-under", "60", "base.yaml:1"] in rows
    assert ["allow", "final", "base.yaml:2"] in rows
    assert ["fail-on", "critical", "default"] in rows
    assert "from the message" in run("config", "show").stdout
    assert (
        "Settings for no.txt (there is no such file; this would hold for it)" in run("config", "show", "no.txt").stdout
    )


def test_config_show_names_files_as_one_would_write_them(project):
    write(".empathy-lint.yaml", "baseline: known.json\npacks: [house/]\npipeline: en_core_web_sm\n")
    write("offers.yaml", "{}")
    write("house/empty.yaml", "evidence: {}")
    rows = [line.split() for line in run("config", "show", "sms/a.txt").stdout.splitlines()]
    for key, value in (("baseline", "known.json"), ("packs", "house"), ("pipeline", "en_core_web_sm")):
        assert [key, value] in [row[:2] for row in rows]
    assert ["offers", "offers.yaml", "offers.yaml"] in rows


def test_config_show_tells_of_names_that_nobody_knows(project):
    write(".empathy-lint.yaml", "ignore: [shoutin]\n")
    result = run("config", "show", code=2)
    assert ".empathy-lint.yaml:1:10: There is no rule named “shoutin”. Did you mean “shouting”?" in result.stderr


def test_the_schema_of_the_config_names_its_keys_and_words(project):
    schema = json.loads(run("config", "schema").stdout)
    assert schema["additionalProperties"] is False
    assert "email" in json.dumps(schema["properties"]["channel"])
    assert {"extends", "fail-under", "format-of", "overrides"} <= set(schema["properties"])


def test_config_show_has_a_place_for_every_setting(project):
    from empathy_lint.reporting.settings_table import _ORDER
    from empathy_lint.settings.schema import ConfigFile

    keys = {field.alias for field in ConfigFile.model_fields.values()}
    assert set(_ORDER) == keys - {"$schema", "extends", "overrides"}


def test_tables_are_read_in_folders_by_the_columns_that_the_config_names(project):
    Path("tables").mkdir()
    Path("tables/mails.csv").write_text("Inhalt;Nummer\nYou must pay now or we will take legal action.;1\n", "utf-8")
    Path("tables/prices.csv").write_text("Preis;Nummer\n5;1\n", "utf-8")
    assert run("check", "tables").output.startswith("No message was read.")
    Path(".empathy-lint.yaml").write_text("columns: {body: [Inhalt, Text]}\n", "utf-8")
    done = run("check", "tables", "--format", "concise", code=1)
    assert "tables/mails.csv[row 2]:2:1: info pressure-language" in done.output
    shown = run("config", "show", "tables/mails.csv").stdout
    assert "columns: body" in shown and "Inhalt, Text" in shown


def test_a_folder_without_messages_is_told_with_what_is_looked_for(project):
    Path("other").mkdir()
    Path("other/a.xyz").write_text("Hello.", "utf-8")
    told = " ".join(run("check", "other").stdout.split())
    assert told.startswith("No message was read. In folders, files are read that end as")
    assert "Name a file itself" in told
    assert run("check", "other", "--quiet").stdout == "No message was read.\n"
    assert "Name a file itself" not in run("check", "nowhere.txt", code=2).stdout
