"""A label or a sentence that is read by itself is judged word by word; only a whole message owes its reader help."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from empathy_lint.reporting.wording import read_as
from empathy_lint.run import Run
from empathy_lint.scoring.report import MessageReport

LETTER = (
    "Dear {name}, your payment of {amount} has not reached us yet. Please pay it by {date}, in your account online. "
    "We will add a fee of {fee} to your account after that day."
)


@pytest.fixture(scope="module")
def run() -> Run:
    return Run()


def reports(run: Run, path: Path, text: str) -> dict[str | None, MessageReport]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return {row.message.key: row for row in run.lint_paths([str(path)]).messages}


def rules(report: MessageReport) -> set[str]:
    return {row.finding.rule for row in report.findings}


def test_a_label_lacks_nothing_that_only_a_whole_message_can_have(run: Run, tmp_path: Path) -> None:
    texts = {
        "late.button": "Pay your bill",
        "late.hint": "Your payment is late. Please call us.",
        "late.threat": "We will take legal action.",
        "late.letter": LETTER,
        "sms.late": "Your payment is late. Please call us.",
    }
    found = reports(run, tmp_path / "en.json", json.dumps(texts))
    assert {key: row.message.is_fragment for key, row in found.items()} == {
        "late.button": True,
        "late.hint": True,
        "late.threat": True,
        "late.letter": False,
        "sms.late": False,
    }
    assert rules(found["late.button"]) == rules(found["late.hint"]) == set()
    assert rules(found["late.threat"]) == {"threat-language"}
    assert found["late.threat"].score.band == "hold"
    assert "no-options" in rules(found["late.letter"])


def test_parts_that_make_one_message_are_no_fragments(run: Run, tmp_path: Path) -> None:
    texts = {"late": {"subject": "Your payment is late", "body": "Please pay your bill today."}}
    (report,) = reports(run, tmp_path / "en.json", json.dumps(texts)).values()
    assert not report.message.is_fragment
    assert "no-options" in rules(report)


@pytest.mark.parametrize(
    ("name", "is_fragment"),
    [
        ("letters/_late.html", True),
        ("partials/late.html", True),
        ("layouts/late.html", True),
        ("footer.html", True),
        ("letters/late.html", False),
    ],
)
def test_partials_and_layouts_are_fragments_by_their_name(
    run: Run, tmp_path: Path, name: str, is_fragment: bool
) -> None:
    (report,) = reports(run, tmp_path / name, f"<p>{LETTER}</p>").values()
    assert report.message.is_fragment is is_fragment
    assert ("no-options" in rules(report)) is not is_fragment


LABELS = {
    f"pages.labels.name_{number}": name
    for number, name in enumerate(["Your name", "Save it", "Your street", "Go on"] * 4)
}


def test_what_stands_among_labels_is_shown_on_a_screen(run: Run, tmp_path: Path) -> None:
    texts = LABELS | {
        "pages.late.title": "Payment is late",
        "pages.late.lead": LETTER,
        "overdue_mailer.late.intro": LETTER,
        "sms.late": LETTER,
        "forms.labels.email": "Email address",
    }
    found = reports(run, tmp_path / "en.json", json.dumps(texts))
    assert found["pages.late.lead"].message.is_fragment
    assert rules(found["pages.late.lead"]).isdisjoint({"no-options", "no-acknowledgement", "decision-steps"})
    assert {key: row.channel for key, row in found.items() if key not in LABELS} == {
        "pages.late.title": "screen",
        "pages.late.lead": "screen",
        "overdue_mailer.late.intro": "email",
        "sms.late": "sms",
        "forms.labels.email": "screen",
    }
    assert "no-options" in rules(found["sms.late"])
    assert read_as(found["pages.late.lead"]) == "Read as text on a screen (a guess from the file that it stands in)"


def test_a_catalogue_of_whole_messages_is_no_screen(run: Run, tmp_path: Path) -> None:
    texts = {f"late_{number}": f"Reminder {number}: {LETTER}" for number in range(12)} | {"label": "Pay now"}
    found = reports(run, tmp_path / "en.json", json.dumps(texts))
    assert "screen" not in {row.channel for row in found.values()}
    assert "no-options" in rules(found["late_1"])
