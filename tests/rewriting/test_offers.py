"""Ready sentences promise what the firm offers, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_lint.fixing.fixes import Fixer
from empathy_lint.run import Run, StandardInput
from empathy_lint.scoring.report import MessageReport

LETTER = "Dear {{ name }},\n\nPlease pay {{ amount }} by {{ date }} at {{ pay_link }}.\n\nKind regards,\nThe team\n"
OFFERS = """\
plans: [split it into two payments, pay it in four smaller amounts]
dates: move the date by up to 14 days
phone: 08005550100
reply: [email, sms]
advice: {name: Example Advice, contact: 0800 555 0199}
"""


def report_on(text: str, offers: str, folder: Path, channel: str = "email") -> MessageReport:
    (folder / ".empathy-lint.yaml").write_text(f"situation: late-past-due\nchannel: {channel}\n", encoding="utf-8")
    (folder / "offers.yaml").write_text(offers, encoding="utf-8")
    run = Run(config=folder / ".empathy-lint.yaml")
    (message,) = run.lint_paths(["-"], StandardInput("letter.txt", text.encode())).messages
    assert not run.errors
    return message


def fixed(text: str, offers: str, folder: Path) -> str:
    """The text once everything is filled in that can be."""
    report_on(text, offers, folder)
    run = Run(config=folder / ".empathy-lint.yaml")
    (piece,) = run.workpieces(["-"], StandardInput("letter.txt", text.encode()))
    return Fixer(review=True).fix(piece).after.data.decode()


def added(report: MessageReport) -> dict[str, str]:
    """For each missing element the sentence that is offered first."""
    return {
        row.finding.element: row.finding.rewrites[0].text
        for row in report.findings
        if row.finding.element and row.finding.rewrites
    }


def test_each_missing_element_gets_a_sentence_of_the_offers(tmp_path: Path) -> None:
    sentences = added(report_on(LETTER, OFFERS, tmp_path))
    assert sentences["options"].startswith("You can split it into two payments")
    assert "move the date by up to 14 days" in sentences["flexibility"]


def test_what_is_filled_in_first_makes_room_for_the_rest(tmp_path: Path) -> None:
    # Ways to get in touch alone would send the reader around; beside real options they help.
    text = fixed(LETTER, OFFERS, tmp_path)
    assert "Example Advice: 0800 555 0199" in text
    assert "reply to this email" in text
    assert text.endswith("\n\nKind regards,\nThe team\n")


@pytest.mark.parametrize("note", ["Do not reply to this email.", "This mailbox is not monitored."])
def test_nobody_is_asked_to_reply_where_the_message_says_that_nobody_reads_it(tmp_path: Path, note: str) -> None:
    report = report_on(LETTER + f"\n{note}\n", OFFERS, tmp_path)
    assert not any("reply to" in sentence for sentence in added(report).values())


def test_without_an_offer_a_sentence_with_gaps_is_guidance_and_no_rewrite(tmp_path: Path) -> None:
    report = report_on(LETTER, "", tmp_path)
    missing = [row.finding for row in report.findings if row.finding.element]
    assert not any("[" in each.text for finding in missing for each in finding.rewrites)
    lines = [finding.guidance for finding in missing if not finding.rewrites]
    assert any("You can [first option] or [second option]" in line for line in lines)
    assert not any(character.isdigit() for line in lines for character in line)


def test_the_firms_own_sentence_comes_first(tmp_path: Path) -> None:
    own = OFFERS + "sentences: {resources: {late-past-due: Free debt advice is at example.org/advice.}}\n"
    assert added(report_on(LETTER, own, tmp_path))["resources"] == "Free debt advice is at example.org/advice."


def test_a_sentence_goes_behind_the_ask_and_before_the_signature(tmp_path: Path) -> None:
    report = report_on(LETTER, OFFERS, tmp_path)
    (edit,) = next(
        each.edits for row in report.findings if row.finding.element == "options" for each in row.finding.rewrites
    )
    assert LETTER.index("pay_link") < edit.start < LETTER.index("Kind regards")


def test_how_to_reach_the_firm_is_safe_to_say_and_what_it_can_do_about_a_bill_is_for_review(tmp_path: Path) -> None:
    def safety(text: str) -> dict[str, set[str]]:
        report = report_on(text, OFFERS, tmp_path)
        return {row.finding.element: {each.safety for each in row.finding.rewrites} for row in report.findings}

    assert safety(LETTER)["options"] == {"review"}
    with_choice = LETTER.replace("pay_link }}.", "pay_link }}. You can split it in two or pay it in May.")
    assert safety(with_choice)["dialogue"] == {"safe"}


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("refusal", "We cannot send you a new kettle. The old one was not broken when it left our shop."),
        ("pre-legal", "The fines officer may ask for a warrant of control if {{ amount }} stays unpaid."),
        ("late-past-due", "Pay the overdue rent in full within three days or leave."),
        ("late-past-due", "You have lost the right to pay in parts. Please pay {{ amount }} by {{ date }}."),
    ],
)
def test_ways_to_pay_are_offered_only_where_they_can_be_taken(tmp_path: Path, head: str, text: str) -> None:
    report = report_on(f"---\nsituation: {head}\n---\nDear {{{{ name }}}},\n\n{text}\n", OFFERS, tmp_path)
    assert report.situation == head
    offered = [each.text for row in report.findings for each in row.finding.rewrites]
    assert not [each for each in offered if "split it" in each or "move the date" in each]


def test_placeholders_may_stand_in_offers(tmp_path: Path) -> None:
    text = fixed(LETTER, OFFERS.replace("08005550100", "'{{ phone }}'"), tmp_path)
    assert "{{ phone }}" in text


def test_a_line_on_the_answer_stands_behind_the_answer(tmp_path: Path) -> None:
    answer = "We are not able to offer you a loan this time, because your file shows two late payments."
    rest = "You can ask a person to look at it again, or check your file for free.\n\nCall us on 020 7946 0018."
    letter = f"Dear Ms Khan,\n\nThank you for applying for a loan with us. {answer}\n\n{rest}\n"
    (tmp_path / "letter.txt").write_text(letter)
    (piece,) = Run().workpieces([str(tmp_path / "letter.txt")])
    text = Fixer(review=True).fix(piece).after.data.decode()
    assert f"{answer} We know this is not the answer you were hoping for.\n" in text


def test_a_line_on_money_is_for_a_message_about_money(tmp_path: Path) -> None:
    book = "Dear Sam,\n\nYour book is overdue. It was due on 3 May. Please bring it back.\n\nThe library\n"
    bill = "Dear Sam,\n\nYour bill is overdue. It was due on 3 May. Please pay it.\n\nThe school\n"
    said = {
        text: " ".join(row.finding.guidance or "" for row in report_on(text, "", tmp_path).findings)
        + " ".join(added(report_on(text, "", tmp_path)).values())
        for text in (book, bill)
    }
    assert "money can be tight" in said[bill]
    assert "money can be tight" not in said[book]
