"""Sanctions in all their shapes: what is asked for comes first, and what stays if it is done."""

from __future__ import annotations

import pytest
from writing_helpers import proposals

from empathy_lint.rewriting.offers_file import Offers
from empathy_lint.rewriting.spared import spared
from empathy_lint.rewriting.unforced import is_many
from empathy_lint.rewriting.wordings.undone import asked_by

REWORDED = [
    (
        "If you do not pay by 4 May the interest on your loan goes up.",
        "Please pay by 4 May so that the interest on your loan does not go up.",
    ),
    (
        "If you do not opt out by 5 May, your details will be sold to our partners.",
        "If you do not want your details to be sold to our partners, please opt out by 5 May.",
    ),
    (
        "Passengers who do not check in by 10:40 will be denied boarding.",
        "Passengers need to check in by 10:40 so that they are not denied boarding.",
    ),
    (
        "Please note that failure to attend the hearing may result in a decision being made in your absence.",
        "Please attend the hearing so that no decision is made in your absence.",
    ),
    (
        "Failure to provide a meter reading will mean that your bill is estimated.",
        "Please provide a meter reading so that your bill is not estimated.",
    ),
    (
        "If your rating falls below 4.6, your account will be deactivated.",
        "Please keep your rating at 4.6 or above so that your account is not deactivated.",
    ),
    (
        "Please respond within 10 days, after which the offer will lapse.",
        "Please respond within 10 days so that the offer does not lapse.",
    ),
    (
        "If you fail to attend without good reason, your payments will be stopped.",
        "If you cannot attend, please tell us why, so that your payments are not stopped.",
    ),
    (
        "Unless medical evidence is supplied, absences will be coded as unauthorised.",
        "Please supply medical evidence so that absences are not coded as unauthorised.",
    ),
    (
        "If you do not send the form, your application will not be processed.",
        "Please send the form so that your application can be processed.",
    ),
    (
        "If we don't get an answer you'll be liable for any loss that results.",
        "Please reply so that you are not liable for any loss that results.",
    ),
    (
        "Where the full balance is not discharged, the account will be sent to an outside agency.",
        "Please pay the full balance so that the account does not have to be sent to an outside agency.",
    ),
    (
        "We shall start proceedings should we not be in receipt of cleared funds within 30 days.",
        "Please make sure that we receive cleared funds within 30 days so that we do not have to start proceedings.",
    ),
    (
        "If no evidence is provided by 4 May, your claim will be refused.",
        "Please provide evidence by 4 May so that your claim is not refused.",
    ),
    (
        "Company property must be returned in the box or its cost will be deducted from your pay.",
        "Please return company property in the box so that its cost is not deducted from your pay.",
    ),
    (
        "You have now lost the right to pay by instalments should this sum remain unpaid on 4 May.",
        "Please pay this sum by 4 May so that you keep the right to pay by instalments.",
    ),
    (
        "Claimants must continue to file claims or forfeit those weeks.",
        "Claimants need to continue to file claims to keep those weeks.",
    ),
    (
        "If you fail to pay the fine as ordered, you may be liable for further penalties.",
        "Please pay the fine as ordered so that you do not have to pay further penalties.",
    ),
    (
        "Not making the payment by 4 May may result in legal action.",
        "Please make the payment by 4 May. If nothing has reached us by then, the next step may be that we ask a court"
        " to decide.",
    ),
    (
        "If within one month after the date of this letter, the company fails to file the report, a notice may be"
        " published on our website.",
        "Please make sure that the company files the report within one month after the date of this letter so that no"
        " notice has to be published on our website.",
    ),
    (
        "Please edit your profile to fix this. If you don't, your account may be disabled.",
        "Please edit your profile to fix this. That way, your account is not disabled.",
    ),
    (
        "If the payment fails again, your subscription will be cancelled.",
        "Please make sure that the payment goes through so that your subscription is not cancelled.",
    ),
    (
        "If you miss another payment, the full balance will become due.",
        "Please make each payment on time so that the full balance does not become due.",
    ),
    (
        "If you do not pay and you do not get in touch by 4 May, your tenancy will be terminated.",
        "Please pay or get in touch by 4 May so that your tenancy is not terminated.",
    ),
    (
        "Should payment not be received by 4 May, your account will be suspended.",
        "Please make sure that we receive payment by 4 May so that your account is not suspended.",
    ),
    (
        "Failure to pay may lead to a fine of up to £1,000.",
        "Please pay so that you do not have to pay a fine of up to £1,000.",
    ),
    (
        "Paying after this date will result in additional costs.",
        "Please pay by this date so that you do not have to pay additional costs.",
    ),
    (
        "The permit has terms. Failure to comply may result in the suspension of your permit.",
        "The permit has terms. Please keep to these so that your permit stays in force.",
    ),
    (
        "If you do not contact us by 4 May, the landlord may apply to the court for possession.",
        "Please contact us by 4 May so that the landlord does not have to apply to the court for possession.",
    ),
    (
        "*If we do not receive the form by Friday, your trial registration may be cancelled without further notice*.",
        "*Please make sure that we receive the form by Friday so that your trial registration is not cancelled."
        " We might not write to you again before then*.",
    ),
    (
        "The card may be suspended if receipts are not provided.",
        "Please provide receipts so that your card keeps working.",
    ),
    (
        "Your Fiscal Host may freeze the fund if you do not upload all receipts.",
        "Please upload all receipts so that your Fiscal Host does not have to freeze the fund.",
    ),
    (
        "Please send us the form by Friday. Failure to comply may result in the suspension or cancellation"
        " of your plan.",
        "Please send us the form by Friday. Please do this so that your plan carries on.",
    ),
    (
        "Please renew your plan. Otherwise, you will lose access to your photos.",
        "Please renew your plan. Please do this so that you keep access to your photos.",
    ),
    (
        "If your plan expires before you renew it, your listings will be removed.",
        "Please renew it before your plan expires so that your listings are not removed.",
    ),
    (
        "If you do not renew by {{ date }}, you will no longer be able to post jobs and your posts will be deleted.",
        "Please renew by {{ date }} so that you can still post jobs and your posts are not deleted.",
    ),
    (
        "Unless we receive it before Friday, your policy will be cancelled and you will no longer have cover with us.",
        "Please make sure that we receive it before Friday so that your policy is not cancelled and you still have"
        " cover with us.",
    ),
    (
        "Please send the form. Failing this, we will have no option but to decide without it.",
        "Please send the form. Then there is no need for us to decide without it.",
    ),
    (
        "You need to pay £40 to settle your bill, and to prevent any further action.",
        "Please pay £40 to settle your bill so that this does not have to go further.",
    ),
    (
        "Recharge now to avoid service interruption.",
        "Please recharge as soon as you can so that your service carries on.",
    ),
    ("Please make payment to avoid suspension of service:", "Please make payment so that your service carries on:"),
    (
        "If you do not keep to the agreement, the Council may take legal action against you.",
        "Please keep to the agreement so that the Council does not have to take legal action against you.",
    ),
    (
        "Failure to pay the fine by {{ date }} will result in legal action being taken in the local court.",
        "Please pay the fine by {{ date }} so that no legal action has to be taken in the local court.",
    ),
    (
        "Please note that unless this matter is resolved by Friday we will instruct our solicitors.",
        "Please contact us by Friday to resolve this matter so that we do not have to instruct our solicitors.",
    ),
    (
        "The lines listed below will be disconnected on {{ date }} unless your balance is brought above zero.",
        "Please bring your balance above zero so that the lines listed below do not have to be disconnected on"
        " {{ date }}.",
    ),
    (
        "If the instalment remains unpaid after 31 January, a late payment charge of £30 will be applied.",
        "Please pay the instalment by 31 January so that you do not have to pay a late payment charge of £30.",
    ),
    (
        "Please send the form. Failing this, the matter will be referred to our legal team.",
        "Please send the form. Without that, the next step is that our legal team takes over your matter.",
    ),
    (
        "If we do not hear from you the plan will be cancelled and the full balance of £1,126.14 will become payable.",
        "Please get in touch so that the plan is not cancelled and the full balance of £1,126.14 does not become"
        " payable.",
    ),
    (
        "Unless cleared funds are received within 7 days, we shall issue a claim in the County Court.",
        "Please make sure that we receive cleared funds within 7 days so that we do not have to issue a claim in the"
        " County Court.",
    ),
    ("Your subscription will be cancelled on {{ date }}.", "Your subscription will end on {{ date }}."),
    ("Your account will be suspended on Friday.", "Your account will be put on hold on Friday."),
]

LEFT = [
    "If you fail to attend without telling us, your payments will be stopped.",
    "If you do not reply by Friday, the court will decide without you.",
    "If you do not reply by Friday, we will write to your employer.",
    "If you do not pay by Friday, the fee will still be charged even after you leave.",
    "If you do not pay by Friday, only half of your files will be returned.",
    "Failure to comply may result in the cancellation of your plan.",  # nothing says with what
    "Your photos will be permanently deleted on Friday.",
    "If the balance is not cleared by Friday, the council may refuse any plan that you ask for later.",
]


@pytest.mark.parametrize(("text", "expected"), REWORDED)
def test_the_ask_comes_first_and_what_stays_behind_it(text: str, expected: str) -> None:
    made = proposals(text)
    assert ("review", expected) in made
    assert ("safe", expected) not in made


@pytest.mark.parametrize("text", LEFT)
def test_a_sanction_is_left_where_the_ask_or_a_part_of_it_is_not_known(text: str) -> None:
    assert not [made for _, made in proposals(text, rule="threat-language") if "so that" in made]


@pytest.mark.parametrize(
    ("sanction", "expected"),
    [
        ("all of your projects will be deleted", "all of your projects are not deleted"),
        ("your page will become unavailable", "your page stays available"),
        ("you may lose your place", "you keep your place"),
        ("we may delete your files", "we do not have to delete your files"),
        ("your file may be read aloud in court and your page will be removed", None),
        ("we will tell your employer", None),
        ("you may be arrested", None),
        (
            "we shall be forced to suspend your line and charge a fee",
            "we do not have to suspend your line or charge a fee",
        ),
        ("delay your claim", "your claim is not delayed"),
        ("the full balance of £400 will become payable", "the full balance of £400 does not become payable"),
        ("you may be liable for further penalties", "you do not have to pay further penalties"),
        ("you may be evicted from your home", "you are not evicted from your home"),
        ("we may ask the court to decide, which takes a month", None),
    ],
)
def test_what_does_not_happen_is_told_whole_or_not_at_all(sanction: str, expected: str | None) -> None:
    assert spared(sanction) == expected


@pytest.mark.parametrize(
    ("who", "many"), [("your access", False), ("all of your projects", True), ("the status", False)]
)
def test_the_verb_agrees_with_its_subject(who: str, many: bool) -> None:
    assert is_many(who) is many


def test_a_this_needs_an_ask_before_it() -> None:
    assert asked_by("you don't", "if", same="Please do this") == "Please do this"
    assert asked_by("you don't", "if") is None


def test_a_condition_that_would_be_turned_round_is_no_ask() -> None:
    assert asked_by("you do not attend without telling us", "if") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suit may be filed against you without further notice.", "Suit may be filed against you. We might not write"),
        (
            "Pay by 6 pm or your supply will be cut off without further warning.",
            "We will not write to you again first.",
        ),
    ],
)
def test_without_further_notice_is_said_plainly_and_not_left_out(text: str, expected: str) -> None:
    made = [rewrite for _, rewrite in proposals(text)]
    assert made
    assert any(expected in rewrite for rewrite in made)


def test_help_with_a_bill_does_not_hang_on_getting_in_touch_nor_on_what_the_message_rules_out() -> None:
    offers = Offers(plans=["split it in two"], phone="0800 555 0100")
    contact = proposals("If we do not hear from you, your plan will be cancelled.", offers=offers)
    assert contact
    assert not any("If that is hard" in text for _, text in contact)
    sanction = "Pay the bill by Friday or your account will be closed."
    assert any("you can split" in text for _, text in proposals(sanction, offers=offers))
    ruled_out = proposals(f"{sanction} There are no instalments.", offers=offers)
    assert not any("split" in text for _, text in ruled_out)


def test_a_closed_account_is_not_told_as_one_that_stays_open() -> None:
    made = proposals("If the documents are not provided, your account will be closed.")
    assert made[0] == ("review", "Please provide the documents so that your account is not closed.")


def test_a_court_is_neither_asked_for_nor_forced() -> None:
    heard = proposals("If you do not attend, the District Judge may decide the case in your absence.")
    assert not any("does not have to decide" in text for _, text in heard)
    ordered = [text for _, text in proposals("You are hereby ordered to pay $3,339.60.")]
    assert "You need to pay $3,339.60." in ordered
    assert not any("Please" in text for text in ordered)
    papers = proposals("You must send the court copies of your documents before the hearing.")
    assert ("review", "You need to send the court copies of your documents before the hearing.") in papers
    assert not any("Please send" in text for _, text in papers)


def test_a_heading_keeps_what_is_all_that_it_says() -> None:
    assert "NOTICE" not in [text for _, text in proposals("FINAL NOTICE\n\nYour bill of £20 is unpaid.")]
    assert not any(text.startswith("Reminder") for _, text in proposals("LAST WARNING: your bill is 30 days late."))
    restricted = proposals("Action required: your account has been restricted")
    assert ("review", "Your account has been restricted: what you need to do") in restricted
    assert ("safe", "Confirm your address") in proposals("Action required: confirm your address")


def test_nobody_is_kindly_asked_to_wait_or_to_consent() -> None:
    for text in ("Then you must wait 6 hours before you try again.", "You must consent each year."):
        assert not any("lease" in made for _, made in proposals(text, situation="general"))
    assert not [text for _, text in proposals("Please pay by close of business on Friday.") if "by Friday" in text]
