"""A message with branches is judged by its worst variant, and nothing in it is told twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from itertools import product
from pathlib import Path

import pytest

from empathy_lint.language.pipeline import Pipeline
from empathy_lint.language.tree import Tree
from empathy_lint.reporting.formats import write_report
from empathy_lint.reporting.view import View
from empathy_lint.run import Run
from empathy_lint.scoring.report import MessageReport, RunReport
from empathy_lint.settings.model import Flags

RUN = Run(Flags(channel="email", situation="late-past-due"))
LETTER = """<p>Dear {{ first_name }},</p>
<p>Your account {% if overdue %}is past due and we will take legal action{% else %}is up to date{% endif %} today.</p>
{% if plan %}<p>You can spread the cost over six months. Call us on 0800 111 222 and we will help.</p>
{% else %}<p>Please pay $50 by 1 June.</p>{% endif %}
"""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run_on(text: str) -> RunReport:
    Path("letter.html").write_text(text, encoding="utf-8")
    return RUN.lint_paths(["letter.html"])


def report_on(text: str) -> MessageReport:
    (message,) = run_on(text).messages
    return message


def renderings(overdue: bool, plan: bool) -> str:
    text = LETTER.replace("{% if overdue %}", "\1").replace("{% if plan %}", "\1")
    for holds in (overdue, plan):
        head, _, rest = text.partition("\1")
        arm, _, rest = rest.partition("{% else %}")
        other, _, rest = rest.partition("{% endif %}")
        text = head + (arm if holds else other) + rest
    return text


def test_the_score_is_that_of_the_worst_variant_as_if_it_stood_alone() -> None:
    alone = {way: report_on(renderings(*way)).score.total for way in product((True, False), repeat=2)}
    report = report_on(LETTER)
    assert report.score.total == pytest.approx(min(alone.values()), abs=0.05)
    assert report.metrics.variants == 4
    assert report.metrics == replace(report_on(renderings(overdue=True, plan=False)).metrics, variants=4)


def test_the_conditions_that_lead_to_the_worst_variant_are_told() -> None:
    assert report_on(LETTER).when == ("overdue", "not plan")


def test_a_condition_that_changes_nothing_is_not_told() -> None:
    sunny = "{% if sunny %}<p>The sun is out.</p>{% else %}<p>The rain is back.</p>{% endif %}"
    assert report_on(LETTER + sunny).when == ("overdue", "not plan")


def test_a_finding_in_words_that_variants_share_is_told_once() -> None:
    text = "<p>We will take legal action {% if soon %}this week{% else %}next month{% endif %}.</p>"
    found = [row.finding for row in report_on(text).findings if row.finding.rule == "threat-language"]
    assert len(found) == 1
    assert found[0].place is not None
    assert "legal action" in found[0].place.text


def test_every_branch_is_linted_at_its_place() -> None:
    text = "<p>{% if a %}This is a final demand.{% elif b %}We will take legal action.{% else %}Act now!{% endif %}</p>"
    report = report_on(text)
    places = [row.finding.place for row in report.findings if row.finding.place is not None]
    for words in ("legal action", "Act now"):
        assert any(words in place.text for place in places)
    assert all(text[place.start.offset : place.end.offset] == place.text for place in places)
    keys = [(row.finding.rule, row.finding.entry, row.finding.place) for row in report.findings]
    assert len(set(keys)) == len(keys)
    assert len({row.finding.fingerprint for row in report.findings}) == len(report.findings)


def test_what_the_worst_variant_lacks_is_missing_though_another_has_it() -> None:
    report = report_on(LETTER)
    missing = {row.finding.element for row in report.findings if row.finding.element}
    assert "options" in missing
    assert "options" not in report.present


def test_a_branch_that_asks_nothing_is_not_held_to_an_ask() -> None:
    text = "<p>{% if failed %}Please update your card today.{% else %}We have cancelled your plan.{% endif %}</p>"
    assert "ask" not in {row.finding.element for row in report_on(text).findings}
    assert "ask" in {row.finding.element for row in report_on("<p>We have cancelled your plan.</p>").findings}


def test_mending_one_finding_gains_what_the_next_worst_variant_allows() -> None:
    text = "<p>{% if a %}We will take legal action.{% else %}Then there will be court action.{% endif %}</p>"
    report = report_on(text)
    for row in report.findings:
        assert row.score_if_fixed >= report.score.total - 0.05
    placed = [row for row in report.findings if row.finding.severity.label == "critical"]
    assert len(placed) == 2
    assert all(row.score_if_fixed <= 40 for row in placed)


def test_silence_inside_a_branch_holds_and_is_used() -> None:
    text = (
        "{% if late %}\n<!-- empathy-lint: ignore-next threat-language -- agreed -->\n"
        "<p>We will take legal action.</p>\n{% else %}\n<p>All is well.</p>\n{% endif %}"
    )
    report = report_on(text)
    assert [row.finding.rule for row in report.suppressed] == ["threat-language"]
    assert report.unused_suppressions == ()


def test_branches_past_the_bound_are_linted_and_the_report_says_so() -> None:
    arms = "".join(f"{{% elif s == 'k{n}' %}}<p>Fine day number {n}.</p>" for n in range(80))
    text = f"{{% if s == 'a' %}}<p>Hello.</p>{arms}{{% elif s == 'z' %}}<p>We will take legal action.</p>{{% endif %}}"
    report = run_on(text)
    assert report.messages[0].metrics.variants == 64
    assert "threat-language" in {row.finding.rule for row in report.messages[0].findings}
    out = StringIO()
    write_report(report, "terminal", out, View(verbose=True, color=False, width=100))
    assert "more ways than were read" in " ".join(out.getvalue().split())


def test_reports_say_the_variant() -> None:
    report = run_on(LETTER.replace("plan", "on_plan"))
    out, data = StringIO(), StringIO()
    write_report(report, "terminal", out, View(color=False, width=100))
    assert "Scored as sent when: overdue, and not on plan" in out.getvalue()
    write_report(report, "json", data, View())
    (message,) = json.loads(data.getvalue())["messages"]
    assert message["when"] == "overdue and not on_plan"
    assert message["metrics"]["variants"] == 4


def test_without_branches_there_is_no_condition() -> None:
    data = StringIO()
    write_report(run_on("<p>Hello there.</p>"), "json", data, View())
    (message,) = json.loads(data.getvalue())["messages"]
    assert (message["when"], message["metrics"]["variants"], message["notes"]) == (None, 1, [])


def test_a_sentence_is_parsed_once_however_many_variants_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    trees = Pipeline.trees

    def counting(self: Pipeline, texts: list[str]) -> Iterator[Tree]:
        parsed.extend(texts)
        return iter(trees(self, texts))

    monkeypatch.setattr(Pipeline, "trees", counting)
    shared = "".join(f"<p>Please call us on line {n} if you cannot pay.</p>" for n in range(10))
    branches = "".join(
        f"{{% if c{n} %}}<p>We will close account {n} unless you pay.</p>{{% endif %}}" for n in range(6)
    )
    assert report_on(shared + branches).metrics.variants == 64
    assert len(parsed) == len(set(parsed)) <= 16
