"""Files are fixed: better or equal in score, the same template, and the second time nothing is left to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from empathy_lint.checking.finding import Finding
from empathy_lint.fixing.fixes import Fixed, Fixer
from empathy_lint.fixing.walk import Answer, OwnWords, Question, walk
from empathy_lint.reading.reader import read
from empathy_lint.rewriting.invariants import template_code
from empathy_lint.run import Run, StandardInput, Workpiece

LETTERS = Path(__file__).parents[2] / "fixtures" / "letters"
OFFERS = """\
plans: [split it into two payments, pay it in four smaller amounts]
dates: move the date by up to 14 days
phone: 0800 555 0100
hours: Monday to Friday, 9 to 5
reply: [email, letter, sms]
advice: {name: Example Advice, contact: 0800 555 0199}
"""
HARSH = "Dear {{ name }},\r\n\r\nKindly remit {{ amount }} by {{ date }}. We will take legal action.\r\n"


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run in a folder whose config has offers beside it."""
    folder = tmp_path_factory.mktemp("firm")
    (folder / ".empathy-lint.yaml").write_text("situation: late-past-due\n", encoding="utf-8")
    (folder / "offers.yaml").write_text(OFFERS, encoding="utf-8")
    return Run(config=folder / ".empathy-lint.yaml")


def piece_of(run: Run, text: str | bytes, path: str = "letter.txt") -> Workpiece:
    data = text if isinstance(text, bytes) else text.encode()
    (piece,) = run.workpieces(["-"], StandardInput(path, data))
    return piece


def codes(data: bytes, path: str) -> Counter[str]:
    return template_code(read(path, data).messages)


def assert_sound(fixed: Fixed, piece: Workpiece, fixer: Fixer) -> None:
    for before, after in zip(fixed.before.reports, fixed.after.reports, strict=True):
        assert after.score.total >= before.score.total
        assert len(after.message.blocks) == len(before.message.blocks)
        assert len(after.findings) <= len(before.findings)
    lost = codes(fixed.before.data, piece.path) - codes(fixed.after.data, piece.path)
    assert not lost
    assert not fixer.fix(replace(piece, data=fixed.after.data)).is_changed


@pytest.mark.parametrize("review", [False, True])
@pytest.mark.parametrize("letter", sorted(path.name for path in LETTERS.iterdir()))
def test_letters_get_better_and_stay_the_same_template(firm: Run, letter: str, review: bool) -> None:
    piece = piece_of(firm, (LETTERS / letter).read_bytes(), letter)
    fixer = Fixer(review=review)
    assert_sound(fixer.fix(piece), piece, fixer)


def test_safe_words_alone_are_changed_unless_more_is_asked_for(firm: Run) -> None:
    piece = piece_of(firm, HARSH)
    safe, all_of_them = Fixer().fix(piece), Fixer(review=True).fix(piece)
    assert b"legal action" in safe.after.data
    assert b"legal action" not in all_of_them.after.data
    assert {change.rewrite.safety for change in safe.changes} <= {"safe"}


def test_what_is_missing_is_filled_from_the_offers_and_gaps_are_never_filled_in(firm: Run) -> None:
    fixed = Fixer(review=True).fix(piece_of(firm, HARSH))
    text = fixed.after.data.decode()
    assert "For free, independent advice you can turn to Example Advice: 0800 555 0199." in text
    assert "[" not in text
    without = Fixer(review=True).fix(piece_of(Run(), HARSH)).after.data.decode()
    assert "advice" not in without
    assert "[" not in without


def test_what_only_a_person_can_write_is_guidance_and_never_a_rewrite() -> None:
    text = "We reserve the right to publish your debt. We will do it soon.\n"
    fixed = Fixer(review=True).fix(piece_of(Run(), text))
    assert "[" not in fixed.after.data.decode()
    findings = [row.finding for report in fixed.after.reports for row in report.findings]
    assert not any("[" in rewrite.text for finding in findings for rewrite in finding.rewrites)
    assert all(rewrite.edits for finding in findings for rewrite in finding.rewrites)
    assert any(finding.guidance for finding in findings)
    assert not any(finding.guidance and finding.rewrites for finding in findings)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings_stay(firm: Run, codec: str) -> None:
    data = HARSH.encode(codec)
    fixed = Fixer(review=True).fix(piece_of(firm, data))
    assert fixed.is_changed
    text = fixed.after.data.decode(codec)
    assert fixed.after.data == text.encode(codec)
    assert text.count("\r\n") == text.count("\n") == HARSH.count("\n")


SENTENCES = st.sampled_from(
    [
        "Kindly remit {{ amount }} by {{ date }}.", "We will take <b>legal action</b>.", "Pay $40 now at once.",
        "You must pay your <i>outstanding balance</i> immediately.", "Thank you for your patience.",
        "We apologise for any inconvenience.", "Reply to {{ name }} &amp; we talk.",
        "URGENT: <a href='/p'>pay here</a>.",
        "We understand, but you failed to pay.", "{% if late %}Your account will be closed.{% endif %}",
        "Prior to {{ date }} please utilise the portal.", "The card <em>you entered</em> is not valid.",
        "If you do not pay £25 by <b>3 May</b>, we will suspend {{ plan }} and <i>your service</i>.",
        "Unless you pay by {{ date }}, we will take <a href='/law'>legal action</a>.",
        "Pay {{ amount }} now to avoid disconnection.", "FINAL NOTICE: do not ignore <b>this letter</b>!!",
        "You should have contacted us.<br>No further extensions!", "Your action is required, please see {{ link }}.",
    ]
)  # fmt: skip
TAGS = st.sampled_from(["p", "div", "li", "td", "h2"])


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(TAGS, st.lists(SENTENCES, min_size=1, max_size=3)), min_size=1, max_size=4), st.booleans())
def test_any_page_is_fixed_soundly(firm: Run, parts: list[tuple[str, list[str]]], review: bool) -> None:
    page = "\n".join(f"<{tag}>{' '.join(rows)}</{tag}>" for tag, rows in parts)
    piece = piece_of(firm, page, "page.html")
    fixer = Fixer(review=review)
    fixed = fixer.fix(piece)
    assume(fixed.is_changed)
    assert_sound(fixed, piece, fixer)
    tags = ("<b>", "</b>", "<i>", "<em>", "</em>", "<br>", "<a href='/p'>", "<a href='/law'>", "</a>")
    facts = ("$40", "£25", "3 May", "&amp;", "{% if late %}", "{% endif %}", "{{ plan }}", "{{ amount }}", "{{ date }}")
    for kept in (*tags, *facts):
        assert fixed.after.data.decode().count(kept) == page.count(kept)


def test_a_writer_accepts_skips_and_stops(firm: Run) -> None:
    asked: list[Finding] = []

    def ask(question: Question) -> Answer:
        asked.append(question.change.finding)
        assert question.after.score.total >= question.before.score.total
        return Answer.ACCEPT if len(asked) == 1 else Answer.QUIT

    fixed, stop = walk(piece_of(firm, HARSH), ask)
    assert stop
    assert [change.finding for change in fixed.changes] == asked[:1]

    skipped, stop = walk(piece_of(firm, HARSH), lambda _: Answer.SKIP)
    assert not stop
    assert not skipped.is_changed


def test_a_writers_own_words_are_taken_unless_they_lose_a_placeholder(firm: Run) -> None:
    said = iter([OwnWords("Please ask {{ stranger }}"), OwnWords("pay out")])
    refused: list[str] = []

    def ask(question: Question) -> Answer | OwnWords:
        refused.append(question.refused)
        if question.change.finding.rule == "jargon":
            return next(said, Answer.SKIP)
        return Answer.SKIP

    fixed, _ = walk(piece_of(firm, "We will remit the refund.\n"), ask)
    assert any("placeholder" in row for row in refused)
    assert fixed.after.data == b"We will pay out the refund.\n"
