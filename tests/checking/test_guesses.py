"""What the shipped tables take messages for that say plainly what they are about."""

from __future__ import annotations

import pytest

from empathy_lint import lint


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("We have applied to the Magistrates' Court for a liability order.", "pre-legal"),
        ("There was an overpayment of your grant. Please repay $90.", "early-past-due"),
        ("Sam's dinner account is $12.50 in the red.", "early-past-due"),
        ("Your instalment of $50 which was due in May has not been received.", "early-past-due"),
        ("Your account has been closed because of unusual activity.", "account-suspended"),
        ("We've paused payouts on your shop while we check something.", "account-suspended"),
        ("Unfortunately we can't give you an allowance this time.", "refusal"),
        ("I have decided that I cannot award you the grant.", "refusal"),
        ("I'm sorry, we won't be paying your claim for the roof.", "refusal"),
        ("Your booking has been rejected by the person who looks after the room.", "refusal"),
        ("We have looked at your appeal and it is not valid.", "refusal"),
        ("Your talk was not selected. Your application was not successful this year.", "refusal"),
        ("You have been banned from the forum.", "account-suspended"),
        ("Your account is scheduled for deletion on 3 May.", "account-suspended"),
        ("Our team has been downgraded to a free plan because of unpaid bills.", "account-suspended"),
        ("This book was due on 3 May and hasn't been returned. Please return it.", "reminder"),
        ("This is an overdue reminder. Please return the books to the library.", "reminder"),
        ("Your loan of “Emma” is overdue. Please return it at the library.", "reminder"),
        ("Your loan repayment is now overdue. The payment has not been received.", "early-past-due"),
        ("Your invoice is overdue. Please pay it.", "early-past-due"),
        ("Your booking has been moved to Friday.", "general"),
        ("You can pay for the club in court shoes or in trainers.", "general"),
        ("Your account works as before, and nothing has been closed.", "general"),
    ],
)
def test_the_situation_is_guessed_where_the_words_are_clear(text: str, situation: str) -> None:
    assert lint(f"Dear Sam,\n\n{text}\n").situation == situation


@pytest.mark.parametrize(
    "text", ["If you have paid, please ignore this letter.", "If it is on its way, put this letter in the recycling."]
)
def test_what_calls_itself_this_letter_is_a_letter(text: str) -> None:
    assert lint(f"Dear Sam,\n\nYour bill is due.\n\n{text}\n").channel == "letter"
