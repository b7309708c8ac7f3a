"""Reproach is taken out of a sentence as a whole, and an ask that only it told stays told."""

from __future__ import annotations

from empathy_lint.run import Run, StandardInput
from empathy_lint.settings.model import Flags


def rewrites(text: str, channel: str = "email") -> list[str]:
    run = Run(Flags(channel, "late-past-due"))
    (piece,) = run.workpieces(["-"], StandardInput("bill.txt", text.encode()))
    (report,) = piece.lint(piece.data)
    return [
        made.text for row in report.findings if row.finding.rule == "blame-language" for made in row.finding.rewrites
    ]


def test_no_sentence_keeps_one_reproach_of_two() -> None:
    said = rewrites(
        "Hello Ana,\n\nPlease pay £60 by 3 May. You failed to pay your bill of £60 and you ignored our letter."
    )
    assert said
    assert not [text for text in said if "you ignored" in text or "You failed" in text]


def test_the_only_ask_of_a_short_message_is_asked() -> None:
    assert rewrites("You failed to pay £30.", "sms") == ["We have not received £30. Please send it."]
