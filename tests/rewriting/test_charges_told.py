"""What is charged, told as what there is to pay; rules as what can be done; duties as what is asked for."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

CHARGED = [
    ("A cleaning charge of £95 will therefore be raised.", "There will therefore be a cleaning charge of £95."),
    (
        "A late fee of 5% has been applied and will be applied monthly.",
        "There is now a late fee of 5%, and the same again each month.",
    ),
    ("Exit fees (2%) are deducted from whatever remains.", "Exit fees (2%) come out of whatever remains."),
    ("Late fees will be charged as usual.", "There will be late fees as usual."),
    (
        "Late payment charges will continue to apply until settled.",
        "There will still be late payment charges until this is settled.",
    ),
    (
        "Cancelling after the trial incurs an administration fee of £75.",
        "There is an administration fee of £75 for cancelling after the trial.",
    ),
    (
        "Your payment will be reduced by £9.10 per day from 3 May.",
        "Your payment will be £9.10 per day lower from 3 May.",
    ),
    (
        "The overpayment will be recovered from your future payments.",
        "The overpayment will come out of your future payments.",
    ),
]
RULES = [
    (
        "This may affect your ability to obtain credit elsewhere in the near future.",
        "This may make credit harder to get elsewhere in the near future.",
    ),
    ("Late appeals will be dismissed absent good cause.", "We cannot accept late appeals without good cause."),
    (
        "Photos that are blurred or expired will be rejected.",
        "We cannot accept photos that are blurred or expired.",
    ),
    (
        "Do not share your password. Doing so will lead to the closure of your account.",
        "Do not share your password. That way, your account is not closed.",
    ),
    (
        "Unless the document reaches us by 3 May, the company will be dissolved.",
        "Please make sure that the document reaches us by 3 May so that the company does not have to be dissolved.",
    ),
    (
        "If the forms are incomplete they will be returned unprocessed.",
        "Please make sure that the forms are complete so that they are not returned unprocessed.",
    ),
]
KNOWN = [
    (
        "You did not attend your Work Focused Interview on 9 May.",
        "We did not see you at your Work Focused Interview on 9 May.",
    ),
    ("You have not shown good reason for this delay.", "We have not found good reason for this delay."),
    (
        "You have not fully explained the source of the money.",
        "We do not have a full explanation of the source of the money yet.",
    ),
    (
        "Despite our letters of 3 March and 17 March, you have failed to pay the sum of £18.40.",
        "We wrote to you on 3 March and 17 March. We have not received the sum of £18.40.",
    ),
    (
        "It arose by reason of your failure to report earnings from the shop.",
        "It arose because earnings from the shop have not been reported.",
    ),
    ("It is your responsibility to know your filing dates.", "Please make sure that you know your filing dates."),
    (
        "You have therefore left us with little alternative but to begin the default process.",
        "We therefore have to begin the default process.",
    ),
    (
        "Delivery was unsuccessful because you were not available as required.",
        "Delivery was unsuccessful because we could not reach you.",
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), [*CHARGED, *RULES, *KNOWN])
def test_it_is_told_plainly(sentence: str, wanted: str) -> None:
    assert wanted in [text for _, text in proposals(sentence)]


LEFT = [
    ("The registrar may dissolve a company if the company fails to file for two years.", "does not dissolve"),
    ("If you do not pay, a charge of £95 will be raised.", "There will be"),
    ("Your account will be closed and your deposit will be returned within 14 days.", "We cannot return"),
    ("A warrant will only be issued if the court agrees.", "We can only"),
    ("You can move your number. Doing so will lead to the closure of your account.", "not closed"),
    ("It is your responsibility to be in good health.", "Please be"),
    ("You are required to have a licence.", "Please have"),
    ("If you failed to attend your interview, tell us why.", "We did not see you"),
]


@pytest.mark.parametrize(("sentence", "never"), LEFT)
def test_what_only_looks_like_it_is_left(sentence: str, never: str) -> None:
    assert not any(never in text for _, text in proposals(sentence))


def test_forms_need_no_help_to_pay() -> None:
    told = [text for _, text in proposals("If the forms are incomplete they will be returned unprocessed.")]
    assert not any("If that is hard" in text for text in told)
