"""What a message asks of its reader: how many steps, which choices, by which routes."""

from __future__ import annotations

import pytest
from language_helpers import analysis_of


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Thank you for your order. It is on its way.", 0),
        ("Miss Osei runs the desk.", 0),
        ("Go and have a good rest.", 0),
        ("Please go to the office and sign the form.", 2),
        ("The limit grows as high as you need it to go.", 0),
        ("You need to give it to us.", 1),
        ("Please pay £20 by Friday.", 1),
        ("You can use Apple Pay in the meantime.", 0),
        ("Google Pay works in our shops, too.", 0),
        ("You have 30 days in which to respond using the form.", 1),
        ("You have 30 days to think about it.", 0),
        ("Please pay by card or by bank transfer.", 1),
        ("Please sign the form and post it back to us.", 2),
        ("You need to update your card before Friday.", 1),
        ("Reply STOP to leave this list.", 0),
        ("Reply YES to keep your place.", 1),
        ("If you have already paid, ignore this letter.", 0),
        ("If anything has changed, call us.", 0),
        ("Please do not reply to this email.", 0),
        ("Don't worry about the fee.", 0),
        ("Could you send us a photo of the meter?", 1),
        ("The form must be signed by 3 May.", 1),
        ("To finish:\n\n1. Download the app.\n2. Choose a PIN.\n3. Take a photo of your card.", 3),
        ("Please note that our office is closed.", 0),
        ("We will call you on Monday.", 0),
        ("Do not forget to bring back the book.", 1),
        ("To keep your account, all you have to do is sign in.", 1),
        ("Your group will not be able to take payments, add members or post updates.", 0),
        ("The company must, within two months, file a report and pay the fee.", 0),
        ("If you are unable to pay the agreed amount you should call this office.", 0),
        ("To renew, please visit this page and follow the steps: example.com/renew", 1),
        ("Your invoice is overdue. You can log in to view and pay it at example.com", 1),
        ("Reply YES to take the plan or call Mo on 0161 496 0000 and pay over the phone.", 1),
        ("Please either reply YES or call us on 0161 496 0000.", 1),
        ("Reply YES to keep your place or call 0161 496 0000, then bring your card.", 2),
        ("To stop your account being suspended, all you have to do is sign in.", 1),
        ("Renew today to keep your cover and avoid a gap.", 1),
        ("Close your account - You can close it at any time.", 0),
        ("You can apply again. Before you do so, ensure that the form is signed.", 0),
        ("When writing to us, please quote your number.", 0),
        ("Note: if you moved, please call us.", 0),
        ("To open another ticket, please visit our page.", 0),
        ("Please don't reply; to contact us, send a message from your account.", 0),
        ("Please do not reply to this email. Use the link above.", 0),
        ('1. Click the "Pay now" button.\n2. Check the amount.', 2),
        ("Here is everything you need to get started.", 0),
        ("Click the link to confirm your address and finish your account.", 1),
        ("You gave £5 (increase your gift).", 0),
        ("Use it like any other card.", 0),
        ("It is important that you attend the hearing.", 1),
        ("Your payment has failed. You can try again at example.com.", 1),
        ("Keep your account safe. Tips:\n\n- Check your statements.\n- Update your phone.", 0),
        ("Need help?\n\n- Visit our office.\n- Review the guide.", 0),
        ("This is a reminder:\n\n- Send the form.\n- Sign the contract.", 2),
        ("What you need to do:\n\n- Send the form.\n- Sign the contract.", 2),
        ("In case it takes too long, please call us.", 0),
        ("Please write to us if you have questions.", 0),
        ("Visit our page for full details of your plan.", 0),
        ("Our guides show how to:\n\n- Send the form.\n- Sign the contract.", 0),
        ("Claim Status Notification", 0),
        ("Please send us the notice.", 1),
        ("Send us the notice.", 1),
        ("Please review the reason and reapply if necessary.", 0),
        ("We also invite you to apply for future awards.", 0),
        ("Be sure to renew your place by Friday.", 1),
        ("Please be informed that you have to appear in court.", 1),
        ("To complete your purchase, please try again with another card.", 1),
        ("To make your payment, please visit our page.", 1),
        ("Update your billing details. Please add a new payment method.", 1),
        ("Your payment is still pending. You can continue here:\n\nexample.com/pay", 1),
        ("Please keep and retain the receipt.", 0),
        ("Please review the form, then send it. Please review the details.", 2),
        ("Please pay £20 by Friday.\n\nYours sincerely,\nJo Smith\n\nFORM\n\nPlease complete the form.", 1),
    ],
)
def test_steps_are_the_acts_that_every_reader_has_to_do(text: str, steps: int) -> None:
    assert analysis_of(text).directives.steps == steps


def test_a_button_asks_for_what_its_first_word_says() -> None:
    page = '<p>Your bank turned down the card.</p><p><a href="https://a.example/x">Update payment details</a></p>'
    assert analysis_of(page, path="mail.html").directives.steps == 1


def test_a_button_that_brings_news_asks_for_nothing() -> None:
    assert analysis_of("<p>It is late.</p><button>Update on your return</button>", path="a.html").directives.steps == 0


def test_entries_with_a_link_each_under_a_line_on_options_are_no_steps() -> None:
    letter = (
        "Your trial has ended, so here are several options to consider.\n\n"
        "Restart your trial ( https://a.example/restart ) - If you need more time, just reply.\n\n"
        "Export your data ( https://a.example/export ) - It is yours to keep.\n\n"
        "Close your account ( https://a.example/close ) - We delete all that is in it."
    )
    assert analysis_of(letter).directives.steps == 0


def test_two_links_side_by_side_ask_for_nothing() -> None:
    assert analysis_of("The power is off.\n\nFollow the outage | Change how we contact you").directives.steps == 0


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Please pay by Friday.", 1),
        ("You can split it in two parts, move the date, or ask for a pause.", 3),
        ("Reply SPLIT to pay in two parts or DATE to choose another day.", 2),
        ("Call us on 0300 555 0144 or reply to this email.", 2),
    ],
)
def test_choices_are_the_ways_at_the_main_decision(text: str, choices: int) -> None:
    assert analysis_of(text).directives.choices == choices


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("That makes it hard to get a phone contract or a job.", set()),
        ("Our app showed a warning, and nobody read it.", set()),
        ("Phone Ward 7 when you can, or use the library app.", {"phone", "app"}),
        ("Call us on 0300 555 0144 or email help@example.com.", {"phone", "email"}),
        ("Pay at example.com/pay.", {"web"}),
        ("Open the app and tap Pay.", {"app"}),
        ("Come to our branch on High Street.", {"in-person"}),
        ("Please do not reply to this email.", set()),
        ("We emailed you last week.", set()),
        ("Post the form back in the envelope enclosed.", {"post"}),
    ],
)
def test_channels_are_the_routes_a_reader_may_take(text: str, channels: set[str]) -> None:
    assert set(analysis_of(text).directives.channels) == channels


def test_an_ask_knows_its_words() -> None:
    analysis = analysis_of("Your bill is £20. Please pay it by Friday.")
    ((index, start, end),) = analysis.directives.asks
    assert "pay" in analysis.message.blocks[analysis.sentences[index].block].prose[start:end]
