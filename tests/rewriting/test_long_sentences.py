"""Long sentences in two: at their opening clause, at what trails behind, and around brackets."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

SPLIT = [
    (
        "A copy of this letter may be presented in court to form the basis of the claim for all of the unpaid rent"
        " in the event that the council starts a case against you.",
        "A copy of this letter may be presented in court to form the basis of the claim for all of the unpaid rent."
        " This applies if the council starts a case against you.",
    ),
    (
        "In the future, if you need to access the websites that use our sign-in, you can create a new account with"
        " the same email address once the old one is deleted.",
        "In the future, you may need to access the websites that use our sign-in. In that case, you can create a new"
        " account with the same email address once the old one is deleted.",
    ),
    (
        "If you agree that you owe the debt and want to talk about a plan, or if you have any questions or concerns"
        " about this letter, get in touch with the business soon.",
        "Do you agree that you owe the debt and want to talk about a plan, or do you have any questions or concerns"
        " about this letter? If so, get in touch with the business soon.",
    ),
    (
        "If you do not intend to renew and wish to get a full copy of all that you have stored with us, reply to this"
        " email and ask for a link to the download of your account and its files.",
        "You may not intend to renew and may wish to get a full copy of all that you have stored with us. In that case,"
        " reply to this email and ask for a link to the download of your account and its files.",
    ),
    (
        "Your thoughts on it - If the app is not right for your work or your home, let us know what you were looking"
        " for and we might be able to suggest something better.",
        "Your thoughts on it. If the app is not right for your work or your home, let us know what you were looking"
        " for and we might be able to suggest something better.",
    ),
    (
        "If your ID card is not expired, make sure that everything on the front and the back of your ID is in focus"
        " and that the card fills the whole of the frame on the screen.",
        "If your ID card is not expired, make sure that everything on the front and the back of your ID is in"
        " focus. In that case, also make sure that the card fills the whole of the frame on the screen.",
    ),
    (
        "Please send the signed form and a copy of your passport to the address at the top of this letter by the"
        " end of May, along with two bills that show your name and your address.",
        "Please send the signed form and a copy of your passport to the address at the top of this letter by the"
        " end of May. Also send two bills that show your name and your address.",
    ),
    (
        "It opens by itself within a few seconds on most of the phones that we know, but because yours is older"
        " than six years, please click the button below to go on to the form.",
        "It opens by itself within a few seconds on most of the phones that we know. However, because yours is"
        " older than six years, please click the button below to go on to the form.",
    ),
    (
        "Contact a debt advisor as soon as you can for free and independent advice on what you owe and what you can"
        " do about it (particularly if you have not been in contact with the business for some years).",
        "Contact a debt advisor as soon as you can for free and independent advice on what you owe and what you can"
        " do about it. This applies above all if you have not been in contact with the business for some years.",
    ),
    (
        "To get the money back for the ticket that you bought at the station on the day of the strike you need to"
        " fill in the form on our website by the end of May.",
        "You can get the money back for the ticket that you bought at the station on the day of the strike. To do"
        " so, you need to fill in the form on our website by the end of May.",
    ),
    (
        "If you don’t have a copy of the agreement between you and the business that sent you the letter about the"
        " debt, you can ask the business to provide you with a copy of it.",
        "You may not have a copy of the agreement between you and the business that sent you the letter about the"
        " debt. In that case, you can ask the business to provide you with a copy of it.",
    ),
    (
        "If you think that you would benefit from a referral to our team of advisers in the city then please"
        " contact me as soon as possible by email or telephone to speak to an officer.",
        "Do you think that you would benefit from a referral to our team of advisers in the city? If so, please"
        " contact me as soon as possible by email or telephone to speak to an officer.",
    ),
    (
        "If you are unable to pay all of your bill at once and would like to talk about a plan to pay"
        " it in four parts this year, please call us on 0800 555 0100.",
        "Are you unable to pay all of your bill at once, and would you like to talk about a plan to pay"
        " it in four parts this year? If so, please call us on 0800 555 0100.",
    ),
    (
        "If the order {{ number }} was cancelled after seven in the evening on the day of the purchase, you will get"
        " your"
        " money back on the card that you paid with within ten to fourteen days.",
        "Was the order {{ number }} cancelled after seven in the evening on the day of the purchase? If so, you will"
        " get"
        " your money back on the card that you paid with within ten to fourteen days.",
    ),
    (
        "As we have not received the two payments that were due on the first day of this month, we have moved the date"
        " of"
        " the next one to the last Friday in the month of June.",
        "We have not received the two payments that were due on the first day of this month. For this reason, we have"
        " moved the date of the next one to the last Friday in the month of June.",
    ),
    (
        "Although the line was mended on the day on which you called us about it for the second time, we know that it"
        " took longer than it should have done for you and your family.",
        "The line was mended on the day on which you called us about it for the second time. Even so, we know that it"
        " took longer than it should have done for you and your family.",
    ),
    (
        "We will send you a new card to the address that we have for you within the next five working days once we have"
        " checked the two papers that you sent us last week.",
        "We will send you a new card to the address that we have for you within the next five working days. This will"
        " happen once we have checked the two papers that you sent us last week.",
    ),
    (
        "Your plan will renew on the first day of the next month for the same price that you paid for it last year and"
        " will stay open for all of the people in your team until you tell us.",
        "Your plan will renew on the first day of the next month for the same price that you paid for it last year. It"
        " will stay open for all of the people in your team until you tell us.",
    ),
    (
        "From 1 April, the monthly price of your plan will go up in line with the rate that is published each January"
        " plus another three in the hundred, as set out in clause 11.2 of your agreement.",
        "From 1 April, the monthly price of your plan will go up in line with the rate that is published each January"
        " plus another three in the hundred. This is set out in clause 11.2 of your agreement.",
    ),
    (
        "Please send us a proof of your address (such as a bill, a payslip or a letter from the council) in the white"
        " envelope that you find with this letter by the end of the month of June.",
        "Please send us a proof of your address in the white envelope that you find with this letter by the end of the"
        " month of June. Examples are a bill, a payslip or a letter from the council.",
    ),
    (
        "Please confirm that the address that we have for you in our books is still the right one for all of your bills"
        " by clicking the large green button on the page below.",
        "Please confirm that the address that we have for you in our books is still the right one for all of your"
        " bills."
        " To do so, click the large green button on the page below.",
    ),
    (
        "Your plan renews on the first day of each month for the price that you find on the page with all of your bills"
        " unless you tell us in writing before the last day of May.",
        "Your plan renews on the first day of each month for the price that you find on the page with all of your"
        " bills."
        " This does not apply if you tell us in writing before the last day of May.",
    ),
    (
        "You can write to the team that looks after your bills at the address that stands at the top of this page, or"
        " you can call us on any day of the week from eight in the morning.",
        "You can write to the team that looks after your bills at the address that stands at the top of this page. You"
        " can also call us on any day of the week from eight in the morning.",
    ),
    (
        "The card that you use to pay for your plan will run out at the end of the month in which you get this letter,"
        " please add a new one on the page with your cards.",
        "The card that you use to pay for your plan will run out at the end of the month in which you get this letter."
        " Please add a new one on the page with your cards.",
    ),
    (
        "Should you have any questions about the bill or about one of the payments that you made in the last twelve"
        " months of your plan, please contact our team in the city.",
        "Do you have any questions about the bill or about one of the payments that you made in the last twelve months"
        " of your plan? If so, please contact our team in the city.",
    ),
]

WHOLE = [
    "We understand that as a new member you may not have been aware of this rule about listings so we are taking this"
    " opportunity to tell you of the policy and of the reasons that it has for all of us.",
    # What is only supposed cannot be asked as if it were so.
    "If you are late with a payment again in the time that is left until the end of your plan in the summer, we will"
    " write to the other person who signed the agreement with you.",
    # What is not so makes a crooked question.
    "If you do not want the people in your team to see the two pages that you wrote in the spring of last year, please"
    " move them to the folder that only you can open.",
    # "As we explained" gives no reason.
    "As we explained to you in the letter that we sent on the second day of May, we have moved the date of the next"
    " payment to the last Friday in the month of June this year.",
    # Nobody avoids a fee for its own sake.
    "To avoid a further charge for the next month on the card that you gave us when you joined, please cancel your"
    " plan by the end of May on our website or in the app.",
    # A reason between commas belongs to what comes after it.
    "Your card was made in the first week of May, but because of the strike in the city please allow two weeks from"
    " today for it to come to the address that you gave us.",
    # What is to be found out is no condition.
    "Our team will look at each of the two meters in the cellar of the house next week and tell you on the same day if"
    " one of them has to be changed for a new one.",
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_a_clause_becomes_a_sentence_of_its_own(text: str, expected: str) -> None:
    assert ("review", expected) in proposals(text, rule="sentence-length")


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_stays_whole_where_its_parts_would_say_something_else(text: str) -> None:
    made = [made for _, made in proposals(text, rule="sentence-length")]
    assert not [
        row for row in made if "If so" in row or "For this reason" in row or "This applies" in row or "To do so" in row
    ]


def test_a_but_that_would_cancel_is_offered_without_it_as_well() -> None:
    text = (
        "We are sorry that the parcel with the two new lamps for your kitchen came a week after the day that we told"
        " you"
        " in May, but we were unable to find another driver for the roads in your part of the city."
    )
    assert any("in May. We were unable" in made for _, made in proposals(text, rule="sentence-length"))


def test_a_comma_before_however_is_a_stop() -> None:
    text = (
        "We tried to check who you are with the new service on our website on Tuesday in the evening, however your name"
        " could not be found at the office in the city on the next day."
    )
    assert any("evening. However, your name" in made and how == "safe" for how, made in proposals(text))


def test_of_acts_and_a_choice_behind_them_only_the_choice_is_parted() -> None:
    said = (
        "If you no longer need it for anything, you can log in to the hub and delete the whole application by hand, or"
        " let it be deleted automatically on the date that is given above for the deletion."
    )
    made = [made for _, made in proposals(said, rule="sentence-length")]
    assert made and not any("Then delete" in each for each in made)
