"""What stays though it could go: the only apology, the only thanks, an order of a court, a word on when."""

from __future__ import annotations

import pytest
from writing_helpers import proposals


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We have refunded the postage. We apologise for any inconvenience caused.",
            "We have refunded the postage. We are sorry about this.",
        ),
        (
            "We regret to inform you that your application has been turned down.",
            "We are sorry to say that your application has been turned down.",
        ),
        (
            "After an inspection, it has come to our attention that the lock is broken.",
            "After an inspection, we found that the lock is broken.",
        ),
        (
            "Please send it back at your earliest convenience.",
            "Please send it back as soon as you can.",
        ),
        (
            "We look after the garden, including but not limited to, mowing and weeding.",
            "We look after the garden, including mowing and weeding.",
        ),
        ("We tried to collect the outstanding payment.", "We tried to collect the unpaid amount."),
        ("Your rent is due. Please pay promptly.", "Your rent is due. Please pay as soon as you can."),
        (
            "Your course is open. Please complete it immediately.",
            "Your course is open. Please complete it as soon as you can.",
        ),
    ],
)
def test_what_would_be_curt_without_it_is_said_shortly(text: str, told: str) -> None:
    assert told in [each for _, each in proposals(text)]


def test_capitals_open_a_line_behind_a_picture() -> None:
    assert "🚨 Last chance to register today" in [
        told for _, told in proposals("🚨 LAST CHANCE TO REGISTER today", rule="shouting")
    ]


@pytest.mark.parametrize(
    "text", ["It appears that you missed your appointment.", "You did not attend the required three club meetings."]
)
def test_whom_we_did_not_see_we_know(text: str) -> None:
    assert not any("see you" in told for _, told in proposals(text))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("We hope you understand that other customers manage to pay on time.", "hollow-empathy"),
        ("Despite our previous reminders you have neglected to pay.", "blame-language"),
    ],
)
def test_what_softens_an_insult_does_not_go_before_it(text: str, rule: str) -> None:
    bare = ("Other customers manage to pay on time.", "We have sent you reminders. You have neglected to pay.")
    assert not any(told in bare for _, told in proposals(text, rule=rule))


def test_we_are_no_country() -> None:
    told = [each for _, each in proposals("YOU HAVE NOT YET SENT THE FORM TO US.", rule="shouting")]
    assert told == ["You have not yet sent the form to us."]


@pytest.mark.parametrize(("greeting", "safety"), [("Dear Customer,", "safe"), ("Dear parent or carer,", "review")])
def test_a_greeting_that_says_who_is_meant_goes_only_after_a_look(greeting: str, safety: str) -> None:
    text = f"{greeting}\n\nThe school trip is on Friday."
    assert [how for how, _ in proposals(text, rule="generic-salutation")] == [safety]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("To whom it may concern\n\nThe school opens on Friday.", ("review", "Hello")),
        ("To whom it may concern:\n\nUnder the Housing Act, I ask for my file.", ("review", "Dear [name],")),
        ("Dear Sir or Madam,\n\nWe have your form.\n\nYours faithfully,", ("review", "Dear [name],")),
    ],
)
def test_a_formal_letter_is_greeted_formally(text: str, told: tuple[str, str]) -> None:
    assert proposals(text, rule="generic-salutation") == [told]


def test_thanks_lose_only_their_hollow_half() -> None:
    text = "Your place is taken. Thank you for your understanding and continued interest in our school."
    assert proposals(text, rule="hollow-empathy") == [
        ("safe", "Your place is taken. Thank you for your interest in our school.")
    ]


def test_an_apology_without_another_is_said_plainly() -> None:
    text = "⚠️ We're sorry for any inconvenience this may have caused. You can book another visit."
    assert proposals(text, rule="hollow-empathy") == [
        ("review", "⚠️ We are sorry about this. You can book another visit.")
    ]


def test_of_two_stock_apologies_the_first_is_said_plainly() -> None:
    text = (
        "We regret to inform you that your visit is off.\n\nWe are sorry for any inconvenience caused. You can book"
        " another.\n\nWe apologise for any inconvenience caused. The office is open on Monday."
    )
    told = [each for _, each in proposals(text, rule="hollow-empathy")]
    assert "We are sorry about this. You can book another." in told
    assert "You can book another." not in told
    assert "The office is open on Monday." in told


def test_a_second_apology_is_left_out() -> None:
    text = "We are sorry that your order is late. We apologise for any inconvenience caused."
    assert "We are sorry that your order is late." in [each for _, each in proposals(text)]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (
            "Thank you for your participation and interest.\n\nUnfortunately, other candidates were a better match.",
            "Thank you",
        ),
        (
            "We are sorry about the delay.\n\nYour parcel comes on Friday.\n\nWith sincere apologies,\nThe post team",
            "With sincere",
        ),
        ("You failed to attend your appointment on Friday without good cause.", "You"),
        ("You did not attend your interview without telling us.", "You did not"),
        ("MAKE CHECKS PAYABLE TO MANAGER OF FINANCE.", "MANAGER OF FINANCE"),
        ("You were away without prior sanction of leave.", "prior sanction of leave"),
        ("You are ordered to attend the court on Friday.", "ordered"),
        ("Your account is suspended from posting loads until you send the form.", "suspended"),
        ("Dear Policyholder, this letter is without prejudice. We have looked at your claim.", "Dear"),
        ("This may affect your credit score.", "affect"),
        ("Your API key has been revoked.", "revoked"),
        ("Subject: Warning — Habitual late coming\n\nThis is a formal warning.", "Warning"),
        ("If you wish to continue trading, you must reapply as a new firm.", "you need to"),
        ("AND WHEREAS you are called as a witness, you need to come.", "AND"),
        ("Tell us whether this is an error on your side or theirs.", "your side"),
    ],
)
def test_what_would_be_lost_is_kept(text: str, gone: str) -> None:
    assert [told for _, told in proposals(text) if gone.lower() not in told.lower()] == []


def test_thanks_for_an_application_are_kept() -> None:
    text = "Your application was declined. We did not find a place. Thank you for your interest in our firm."
    assert proposals(text, must_be_found=False) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Payment is overdue: you have 3 days before your access is suspended.",
            "Payment is overdue: you have 3 days before your access is put on hold.",
        ),
        ("Your leave request has been rejected.", "Your leave request has not been approved."),
        (
            "Subject: Your Insurance Claim Has Been Rejected\n\nGood day.",
            "Your Insurance Claim Has Not Been Successful",
        ),
        (
            "If we do not hear from you by Friday, further action may be taken.",
            "Please get in touch by Friday. If nothing has reached us by then, the next step may follow.",
        ),
    ],
)
def test_what_will_be_done_is_no_state(text: str, told: str) -> None:
    assert told in [each for _, each in proposals(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We have temporarily suspended your account for 3 days.",
        "Creating a new account with the same email on this device is also blocked.",
        "Your account has been permanently banned for spam.",
    ],
)
def test_only_a_state_of_a_thing_is_on_hold(text: str) -> None:
    assert [told for _, told in proposals(text) if "on hold" in told or "closed" in told] == []


def test_a_label_keeps_the_capitals_of_a_title() -> None:
    assert "Total Left to Pay: £50" in [told for _, told in proposals("Total Amount Outstanding: £50")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We are sorry if you were put out in any way.", "We are sorry about this."),
        (
            "Your books are late. We want them back by Friday, no ifs, no buts.",
            "Your books are late. We want them back by Friday.",
        ),
        ("Your report is here. We pride ourselves on our caring ethos.", "Your report is here."),
        ("Your report is here. All requests of this nature are treated with the utmost care.", "Your report is here."),
    ],
)
def test_stock_lines_go_and_the_rest_stays(text: str, told: str) -> None:
    rules = ("hollow-empathy", "pressure-language", "shame-judgement")
    assert told in [each for rule in rules for _, each in proposals(text, rule=rule, must_be_found=False)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "You must renew your license to lawfully remain in business.",
            "You need to renew your license to lawfully remain in business.",
        ),
        (
            "This is a reminder that your payment of £5 is still outstanding.",
            "This is a reminder that your payment of £5 is still due.",
        ),
        ("Your library account has been deactivated.", "Your library account is no longer active."),
        (
            "We have set a new date. Please accept our apologies for any inconvenience this change may cause.",
            "We have set a new date. We are sorry about this change.",
        ),
        (
            "If we don’t hear back within 12 hours, we will close the ticket automatically.",
            "Please get in touch within 12 hours. Then there is no need for us to close the ticket.",
        ),
    ],
)
def test_what_is_told_stays_true(text: str, told: str) -> None:
    assert told in [each for _, each in proposals(text)]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Please act now to avoid interruption.", "now"),
        ("URGENT: O negative blood is needed at the clinic.", "urgent"),
        ("You may lose access to your page and client data.", "you may lose"),
        ("You can edit tags. However, you are not permitted to remove them all.", "However"),
        ("Subject: Service Termination Notice\n\nGood day.", "termination"),
    ],
)
def test_what_carries_the_meaning_is_not_dropped(text: str, gone: str) -> None:
    told = [each for _, each in proposals(text, must_be_found=False)]
    assert [each for each in told if gone.lower() not in each.lower() and "as soon as" not in each] == []


@pytest.mark.parametrize(
    "text",
    [
        "Non-attendance will be deemed as acceptance of the proposal.",
        "Your cover stopped with immediate effect on 30 June.",
        "With immediate effect, your new rate applies from 1 May.",
        "Your policy has lapsed and all cover has ceased with immediate effect.",
        "The sale shall be deemed to be accepted.",
    ],
)
def test_no_word_is_doubled_and_no_day_is_moved(text: str) -> None:
    told = [each for _, each in proposals(text, must_be_found=False)]
    assert not [each for each in told if any(wrong in each for wrong in ("as as", "as to", "on on", "from today"))]


def test_what_may_be_wanted_and_what_went_wrong_stay_where_they_are() -> None:
    end = " ".join(f"We planted tree number {number} in the park last year." for number in range(1, 9))
    news = (
        f"Between May and June your gift helped us. {end} Would you rather not hear from us? Stop all our emails here."
    )
    wrong = f"We made a mistake with your pay. {end} Please send us the new form by post."
    for text in (news, wrong):
        assert [told for _, told in proposals(text, rule="buried-ask", must_be_found=False)] == []
