"""Wordings for sentences that are flagged only in some company: each is told as if all of it were flagged."""

from __future__ import annotations

import pytest
from writing_helpers import whole_of

from empathy_lint.rewriting.by_rule import Wordings
from empathy_lint.rewriting.wordings import alarm, calls_to_act, limits, plain_facts, sanctions, urgency


@pytest.mark.parametrize(
    ("wordings", "text", "expected"),
    [
        (
            limits.as_limits,
            "Persons wearing shorts, tank tops or hats will be turned away and treated as not having appeared.",
            "We cannot let in persons wearing shorts, tank tops or hats, and they are treated as not having appeared.",
        ),
        (
            calls_to_act.reminding,
            "Do not forget to bring back the borrowed books in time.",
            "Please bring back the borrowed books in time.",
        ),
        (
            alarm.as_it_is,
            "Data is unrecoverable after that point.",
            "Data cannot be recovered after that point.",
        ),
        (
            alarm.as_it_is,
            "Your rental application has been refused.",
            "Your rental application has not been successful.",
        ),
        (
            plain_facts.as_plain_fact,
            "A $150 reinstatement fee applies to each course.",
            "There is a $150 reinstatement fee for each course.",
        ),
        (
            limits.only_once,
            "Any further visit will only be booked once this has been paid in advance.",
            "We can only book any further visit once this has been paid in advance.",
        ),
        (
            plain_facts.as_plain_fact,
            "Your data will be deleted after 30 days.",
            "Your data is kept for 30 days and then deleted.",
        ),
        (
            plain_facts.as_plain_fact,
            "Your account and data will be deleted after 30 days.",
            "Your account and data are kept for 30 days and then deleted.",
        ),
        (
            plain_facts.asked_plainly,
            "We look forward to receiving your payment within 14 days of the date of this letter.",
            "Please pay within 14 days of the date of this letter.",
        ),
        (
            plain_facts.asked_plainly,
            "We look forward to receiving your payment within 14 days of the date of this letter.",
            "Your payment is due within 14 days of the date of this letter.",
        ),
        (
            sanctions.asks_first,
            "Unless you tell us otherwise by 5 May, your plan will renew at the higher rate.",
            "If you do not want your plan to renew at the higher rate, please tell us by 5 May.",
        ),
        (urgency.without_push, "You have 5 days left to reply.", "Please reply within 5 days."),
        (urgency.without_push, "You have 5 days left to reply.", "You have 5 days to reply."),
        (urgency.without_push, "You have 3 days left to confirm it.", "There are 3 days to confirm it."),
        (
            urgency.without_push,
            "This is the second overdue notice that bill 12 is open.",
            "This is a reminder that bill 12 is open.",
        ),
        (
            alarm.as_it_is,
            "To avoid any disruption to your service, please make a payment as soon as possible.",
            "To keep your service running, please make a payment as soon as possible.",
        ),
        (
            urgency.without_push,
            "To avoid any disruption to your service, please make a payment as soon as possible.",
            "To avoid any disruption to your service, please make a payment as soon as you can.",
        ),
        (
            urgency.without_push,
            "You have 60 days to file it to keep your plan.",
            "Within 60 days, please file it to keep your plan.",
        ),
        (
            alarm.as_it_is,
            "Your plan is scheduled to be suspended on 3 May.",
            "Your plan is scheduled to be put on hold on 3 May.",
        ),
        (
            alarm.as_it_is,
            "Accounts are automatically suspended after 45 days.",
            "Accounts are automatically put on hold after 45 days.",
        ),
        (alarm.as_it_is, "Your account is suspended.", "Your account is on hold."),
        (alarm.as_it_is, "Your claim has been rejected.", "Your claim has not been successful."),
        (alarm.as_it_is, "Your appeal has been rejected.", "Your appeal has not been successful."),
        (
            alarm.as_it_is,
            "Your mail is currently rejected by our system.",
            "Your mail is currently not accepted by our system.",
        ),
        (
            urgency.without_push,
            "Do not forget to bring back the books in time.",
            "Please bring back the books in time.",
        ),
        (
            limits.what_follows,
            "Repeated failures will lead to longer waits.",
            "After repeated failures, there will be longer waits.",
        ),
    ],
)
def test_it_is_told_plainly(wordings: Wordings, text: str, expected: str) -> None:
    made = [text[: row.start] + row.text + text[row.end :] for row in wordings(whole_of(text))]
    assert expected in made
