"""What each kind of rewrite makes of a sentence, and where it has to be silent."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from writing_helpers import candidates_in, proposals

from empathy_lint.rewriting.candidate import Kept
from empathy_lint.rewriting.offers_file import Offers

SAFE = [
    ("Thank you for your patience at this difficult time. The line is mended.", "The line is mended."),
    # at once
    ("Call 0800 555 0100 immediately.", "Please call 0800 555 0100 as soon as you can."),
    ("Your plan has been cancelled effective immediately.", "Your plan has now been cancelled."),
    ("Your permit is revoked with immediate effect.", "Your permit is now revoked."),
    ("With immediate effect, you may not sell on this site.", "From now on, you may not sell on this site."),
    # obligations
    ("You must pay £40 by Friday.", "Please pay £40 by Friday."),
    (
        "If you would like to appeal, you must send us the form.",
        "If you would like to appeal, you need to send us the form.",
    ),
    ("You are required to send three payslips.", "Please send three payslips."),
    ("Your form must arrive before Friday.", "Your form needs to arrive before Friday."),
    ("You must however be able to show it.", "However, you need to be able to show it."),
    ("If you leave now, you will not have signed the form.", "If you leave now, the form will not have been signed."),
    ("You need not make a payment in relation to this order.", "You need not make a payment for this order."),
    ("You must sign and return the form.", "Please sign and return the form."),
    ("Please send it at the earliest possible time.", "Please send it as soon as possible."),
    ("Failure to reply delays the claim.", "Not replying delays the claim."),
    (
        "In order to be seen, you are required to complete the attached form.",
        "In order to be seen, you need to complete the attached form.",
    ),
    ("Payment must be made by 3 May.", "Please pay by 3 May."),
    ("The signed form must be returned by 3 May.", "Please return the signed form by 3 May."),
    ("You must first delete the old card.", "You need to first delete the old card."),
    ("You can come any day but you must book a time.", "You can come any day but please book a time."),
    (
        "Under your lease, you are required to keep a dog on a lead.",
        "Under your lease, you need to keep a dog on a lead.",
    ),
    ("Your reply must reach us by Friday.", "Please make sure that your reply reaches us by Friday."),
    # urgency
    ("Please pay this amount immediately.", "Please pay this amount as soon as you can."),
    ("URGENT: your bill is late.", "Your bill is late."),
    ("Do not ignore this letter.", "Please read this letter."),
    ("Effective immediately, we send bills by post.", "From now on, we send bills by post."),
    ("Log in now to keep your account.", "Log in to keep your account."),
    ("Please contact us as soon as possible.", "Please contact us as soon as you can."),
    ("Your payment is late. This is your last chance.", "Your payment is late."),
    (
        "Add a second key to avoid being locked out of your account.",
        "Add a second key to keep access to your account.",
    ),
    ("Please contact us immediately on 0800 555 0100.", "Please contact us as soon as you can on 0800 555 0100."),
    ("It's past time to renew your plan.", "It's time to renew your plan."),
    ("Your action is required, please see the details below.", "Please see the details below."),
    ("Your consent has been revoked.", "Your consent has been withdrawn."),
    # blame
    ("You have not paid £40.", "We have not received £40."),
    ("You have not paid your March bill.", "We have not received payment for your March bill."),
    ("You failed to pay.", "We have not received your payment."),
    ("You failed to reply to our letter of 2 May.", "We have not had a reply to our letter of 2 May."),
    ("You haven't signed the deed yet.", "The deed has not been signed yet."),
    ("You still did not activate your card in the app.", "Your card has not been activated yet in the app."),
    ("You have not contacted us.", "We have not heard from you."),
    ("You have not signed the forms.", "The forms have not been signed yet."),
    ("You did not send the documents by 3 May.", "We did not receive the documents by 3 May."),
    ("If you fail to pay, we will call you.", "If you do not pay, we will call you."),
    (
        "Our records show that you failed to pay your invoice.",
        "Our records show that we have not received payment for your invoice.",
    ),
    ("You entered an incorrect code too many times.", "There were too many tries with a code that did not match."),
    (
        "The wrong sign in details were entered too many times.",
        "There were too many tries with sign in details that did not match.",
    ),
    ("You’ve entered too many incorrect passwords.", "There were too many tries with a password that did not match."),
    ("You have exceeded the maximum number of tries.", "The maximum number of tries has been reached."),
    ("You took too long to reset your password.", "The time to reset your password has run out."),
    ("Payment was not made by you.", "Payment was not made."),
    ("The password you entered is not correct.", "The password is not correct."),
    ("Your plan was supposed to be renewed before 3 May.", "Your plan was due to be renewed before 3 May."),
    (
        "Your request was refused due to your failure to send documents.",
        "Your request was refused because we have not received documents.",
    ),
    ("Please pay us £40. You should have contacted us when you lost your job.", "Please pay us £40."),
    # contrast
    ("We understand this is hard, but payment is due today.", "We understand this is hard. Payment is due today."),
    ("Thank you for your letter, however the fee stands.", "Thank you for your letter. The fee stands."),
    ("Although we appreciate your loyalty, the fee stands.", "We appreciate your loyalty. The fee stands."),
    ("Yes, but you signed the form.", "Yes. You signed the form."),
    # stock phrases
    ("As a valued customer, you can choose your own date.", "You can choose your own date."),
    ("We are sorry to see you go, your plan has been cancelled.", "Your plan has been cancelled."),
    ("Dear Customer,", "Hello,"),
    ("We trust you will appreciate that the fee is due.", "The fee is due."),
    # raised voices
    ("PAY THE FULL AMOUNT NOW or call us.", "Pay the full amount now or call us."),
    ("Your bill is late!!!", "Your bill is late."),
    # words
    ("Please be advised that {{ name }} called.", "{{ name }} called."),
    ("Please be advised that our office is closed on Monday.", "Our office is closed on Monday."),
    ("You have an outstanding balance of £40.", "You have an unpaid balance of £40."),
    ("Your contract commenced on Monday.", "Your contract started on Monday."),
    ("Please read the aforementioned changes.", "Please read the changes."),
    ("The said account is open again.", "The account is open again."),
    ("Said account is open again.", "The account is open again."),
    (
        "Further to our letter of 2 May, I can offer you a plan.",
        "Following our letter of 2 May, I can offer you a plan.",
    ),
    ("After a fulsome review of it, we agree.", "After a full review of it, we agree."),
]

TOGETHER = [
    ("You must remit the outstanding balance immediately.", "Please send the unpaid balance as soon as you can."),
    ("URGENT: you must pay {{ amount }} at once.", "Please pay {{ amount }} as soon as you can."),
    ("As a valued customer, you must remit the balance forthwith.", "Please send the balance as soon as you can."),
    ("Please rest assured that {{ name }} will utilise it.", "{{ name }} will use it."),
    ("FINAL REMINDER: You have not paid {{ amount }}.", "FINAL REMINDER: We have not received {{ amount }}."),
    ("We understand, but you must commence payment.", "We understand. Please start payment."),
]

REVIEW = [
    (
        "Your order stopped because you did not finish the form.",
        "Your order stopped because the form was not finished.",
    ),
    ("It is important that you attend the meeting.", "Please attend the meeting."),
    ("It is your responsibility to keep the meter clean.", "Please keep the meter clean."),
    ("You must attend a meeting on Monday.", "You need to attend a meeting on Monday."),
    ("You must leave.", "You need to leave."),
    ("Your final suspension warning", "Notice before suspension (the last one)"),
    (
        "You only have 30 days from the date of the letter to send back the form.",
        "Please send back the form within 30 days from the date of the letter.",
    ),
    ("Upgrade to ensure you don't miss out on any reports.", "Upgrade so that you get all reports."),
    (
        "Staff have reviewed your claim, and you have been refused for this reason.",
        "Staff have reviewed your claim, and it has not been approved for this reason.",
    ),
    ("The card number you entered was incorrect.", "The card number did not work."),
    (
        "Failure to pay by Friday will result in late fees.",
        "Please pay by Friday so that you do not have to pay late fees.",
    ),
    (
        "Failure to pay by Friday will result in late fees and suspension of your service.",
        "Please pay by Friday so that your service carries on and you do not have to pay late fees.",
    ),
    ("You must pay £40 by Friday or face disconnection.", "Please pay £40 by Friday so that you stay connected."),
    ("Pay now to avoid disconnection.", "Please pay as soon as you can so that you stay connected."),
    (
        "Unless the full balance is paid by Friday we will pass your account to a debt collection agency.",
        "Please pay the full balance by Friday. If nothing has reached us by then, the next step is that a debt"
        " collection agency takes over your account.",
    ),
    (
        "Pay now or your account will be suspended. You can split it into two payments.",
        "Please pay as soon as you can so that your account stays open. You can split it into two payments.",
    ),
    (
        "If you do not pay by {date}, we will suspend your service.",
        "Please pay by {date} so that your service carries on.",
    ),
    (
        "Unless you pay by Friday, your account will be closed.",
        "Please pay by Friday so that your account stays open.",
    ),
    ("Pay now or your account will be suspended.", "Please pay as soon as you can so that your account stays open."),
    (
        "If we do not hear from you by Friday, we will take legal action.",
        "Please get in touch by Friday. If nothing has reached us by then, the next step is that we ask a court to"
        " decide.",
    ),
    ("We may take legal action.", "The next step may be that we ask a court to decide."),
    ("You have 48 hours to respond.", "Please respond by [date]."),
    ("Your failure to respond has delayed the claim.", "Not hearing from you has delayed the claim."),
    (
        "We understand your frustration and we sincerely apologise for any inconvenience caused. Your claim is open.",
        "We are sorry about this. Your claim is open.",
    ),
    ("Please pay us £40 by Friday. No further reminders will be sent.", "Please pay us £40 by Friday."),
    ("Abuse complaint 88213: action required", "Abuse complaint 88213: what you need to do"),
    ("The Court has decided that you must pay £40.", "The Court has decided that you need to pay £40."),
    (
        "Please pay £40 to end the plan, and to prevent any further action being taken against you.",
        "Please pay £40 to end the plan so that this does not have to go further.",
    ),
    ("Your card is now suspended.", "Your card is now on hold."),
    ("This is a breach of your lease.", "This is not in line with your lease."),
    ("An additional fee may apply.", "There may be an additional fee."),
    ("For security reasons, we limit the number of tries.", "To keep your account safe, we limit the number of tries."),
    ("Where applicable, we will write to you.", "If this applies to you, we will write to you."),
    ("A late payment can damage your credit for a year.", "A late payment can make credit harder to get for a year."),
    (
        "We understand this may be frustrating and are here to help you complete this process.",
        "We are here to help you complete this process.",
    ),
    ("Your account is at risk.", "Your account needs your attention."),
    ("You have refused to clear your arrears of £40.", "Your arrears of £40 have not been cleared yet."),
    ("You have failed to settle invoice 12 dated 3 May.", "Invoice 12 dated 3 May has not been settled yet."),
    (
        "In spite of our letters, you have failed to clear the balance shown above.",
        "In spite of our letters, the balance shown above has not been cleared yet.",
    ),
    (
        "Despite our repeated reminders, the balance is open.",
        "We have sent you repeated reminders. The balance is open.",
    ),
    (
        "In spite of reminders and calls by our staff you have not paid £40.",
        "We have sent you reminders and called you. You have not paid £40.",
    ),
    (
        "The van was sold because you had not collected the keys despite our calls.",
        "The van was sold because the keys had not been collected despite our calls.",
    ),
    ("You have failed to bring your account up to date.", "Your account is not up to date yet."),
    (
        "The payment was due on 3 May and you have still not paid it.",
        "The payment was due on 3 May and it has not been paid.",
    ),
    (
        "You should complete the form to avoid court action being taken against you.",
        "Please complete the form so that no court action has to be taken against you.",
    ),
    ("We ask that you reply to avoid legal action.", "Please reply so that no legal action is needed."),
    (
        "If the business does not get your form by Friday, it could take you to court.",
        "Please make sure that the business gets your form by Friday so that it does not have to take you to court.",
    ),
    (
        "Your company has for two years failed to file the annual reports required under the Act.",
        "Your company's annual reports required under the Act have not been filed for two years.",
    ),
    (
        "The business could take you to court in 30 days.",
        "The business could go to court in 30 days.",
    ),
    (
        "Read how to avoid court action.",
        "Read how to settle this without going to court.",
    ),
    (
        "If legal proceedings are issued, any later sums will be part of the claim.",
        "If this has to go to court, any later sums will be part of the claim.",
    ),
    (
        "If you do not keep to the plan, we may take legal action and this could result in you losing your home.",
        "Please keep to the plan so that we do not have to take legal action and you keep your home.",
    ),
    ("You forgot to sign page 3.", "Page 3 has not been signed yet."),
    ("You have failed to keep to the terms of the plan.", "The terms of the plan have not been kept."),
    (
        "Tell us why you have not kept to this agreement.",
        "Tell us what makes this agreement hard to keep.",
    ),
    ("You provided the wrong meter number.", "The meter number that we have does not look right."),
    ("We are sorry, but cannot refund the fee.", "We are sorry. We cannot refund the fee."),
    ("You will receive your refund in due course.", "You will receive your refund by [date]."),
    ("Due to technical difficulties, the app was slow.", "Because [say why], the app was slow."),
]  # fmt: skip

SILENT = [
    "Pay today at example.org or call us to avoid additional late fees.",
    "Your application did not meet our internal scorecard parameters.",
    "Abuse complaint 88213: action required",
    "Your camera is blocked.",
    "Pay today before 6 pm or reply to us.",
    "Yours faithfully, the authorised signatory",
    "Please pay us £40. You were aware of the change in May.",
    "We strive to provide reliable service and regret that we cannot help. It rained.",
    "You must pay £40 by Friday or face disconnection.",
    "The aforementioned is now open again.",
    "You must live in Leeds to apply.",
    "We told you that you must reply by Friday.",
    "We will fix it immediately.",
    "You did nothing wrong.",
    "You forgot to sign page 3.",
    "You have not signed the form that we sent.",
    "This is the last reminder you will receive.",
    "Lost earrings are not within our remit.",
    "Please pay by Friday to avoid a late fee.",
    "Should you write after the date has passed but before the case is closed, we are glad to read it.",
    "If you have not paid yet because money is tight, reply and we will talk.",
]


# What a wording made of a sentence that only looks like those it is for.
SPOILT = [
    ("Your application was read and you were denied benefits for it.", "approved benefits"),
    ("You only have 1 day left to reply.", "are 1 day"),
    ("You have 7 days from today to pay £30 or we will sue you.", "sue you within"),
    ("You failed to attach the payslips requested.", "attached requested"),
    ("Your membership was cancelled effective immediately on 4 May.", "as of today"),
    ("Sign up now so that you do not miss payments.", "get payments"),
    (
        "You can tell us about any change in your income, your rent or your household at any time online or by calling"
        " our team on the number at the top of this letter.",
        "or. You",
    ),
    ("Failure to pay or contact us by 4 May will result in legal action.", "Not paying or contact"),
]


@pytest.mark.parametrize(("text", "wrong"), SPOILT)
def test_a_wording_is_left_out_where_its_sentence_would_be_spoilt(text: str, wrong: str) -> None:
    assert not [made for _, made in proposals(text) if wrong in made]


@pytest.mark.parametrize(("text", "expected"), SAFE)
def test_safe_rewrites(text: str, expected: str) -> None:
    assert ("safe", expected) in proposals(text)


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_all_that_is_wrong_with_a_sentence_is_mended_at_once(text: str, expected: str) -> None:
    assert ("safe", expected) in proposals(text)


@pytest.mark.parametrize(("text", "expected"), REVIEW)
def test_rewrites_for_review(text: str, expected: str) -> None:
    made = proposals(text)
    assert ("review", expected) in made
    assert ("safe", expected) not in made


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Please pay us £40 by Friday. No further extensions will be granted.", "extensions"),
        ("Your motor policy will be cancelled on 16 August as £61.40 is unpaid.", "cancelled"),
        ("We wrote to you twice in May about this. You have not bothered to regularise the account.", "account"),
    ],
)
def test_no_fact_is_left_out_or_named_milder_than_it_is(text: str, fact: str) -> None:
    assert not [new for _, new in proposals(text) if fact not in new]


@pytest.mark.parametrize(("text", "promised"), [("until 4 May.", True), ("pending review.", False)])
def test_a_reply_does_not_promise_what_others_still_decide(text: str, promised: bool) -> None:
    made = proposals(f"Your account has been suspended {text}", offers=Offers(phone="0800 555 0100"))
    assert any("If you have questions about this, call" in new for _, new in made) is promised
    assert not any("going again" in new for _, new in made)


@pytest.mark.parametrize("text", SILENT)
def test_nothing_safe_is_proposed_where_grammar_or_meaning_would_suffer(text: str) -> None:
    assert [made for safety, made in proposals(text, must_be_found=False) if safety == "safe"] == []


@pytest.mark.parametrize(
    "text",
    [
        "If you do not pay by Friday, we will suspend your service and charge you £25.",
        "Unless you pay by Friday, we will report you to the credit bureaus.",
        "If you do not reply by Friday, we will take legal action and inform your employer.",
        "Pay by Friday or enforcement agents will come to your home.",
        "Please call us to avoid legal action or an extra charge under section 4.",
    ],
)
def test_no_rewrite_hides_a_part_of_what_may_follow(text: str) -> None:
    offers = Offers(plans=["split it in two"], phone="0800 555 0100")
    for _, made in proposals(text, offers=offers):
        for word in re.findall(r"£25|bureaus|employer|agents|section 4", text):
            assert word in made


def test_help_is_offered_only_where_the_firm_has_said_what_it_offers() -> None:
    offers = Offers(plans=["split it in two", "pay it in May"], phone="0800 555 0100")
    made = proposals("Pay now or your account will be suspended.", offers=offers)
    assert (
        "review",
        "Please pay as soon as you can so that your account stays open. If that is hard, you can split it in two or pay"
        " it in May.",
    ) in made
    assert not [text for _, text in made if "[" in text]
    unknown = proposals("Pay now or your account will be suspended.")
    assert not [text for _, text in unknown if "If that is hard" in text]


def test_an_offer_that_the_message_makes_is_not_made_twice() -> None:
    offers = Offers(plans=["split it into two payments", "pay it in May"])
    made = proposals("You can split it into two payments or pay it in May. We will take legal action.", offers=offers)
    assert not [text for _, text in made if text.count("split it into two payments") > 1]


def test_a_long_sentence_is_cut_where_a_clause_with_its_own_subject_begins() -> None:
    text = (
        "We know that this is a hard time for many people in the city, and we have therefore set up a small team that"
        " can look at your bill with you, and they will call you back on a day of your choice."
    )
    safe = [made for safety, made in proposals(text, rule="sentence-length") if safety == "safe"]
    assert safe
    assert safe[0].startswith("We know that this is a hard time for many people in the city. We have therefore set up")


LONG = [
    (
        "We can help you when the money does not last until the end of the month by telling you about grants in your"
        " city, looking at your last bill or making a plan with you.",
        "We can help you when the money does not last until the end of the month. We can do this by telling you about"
        " grants in your city, looking at your last bill or making a plan with you.",
    ),
    (
        "Under section 12 of the Water Act, the company may close a supply if the pipe that leads to the house has a"
        " hole in it and nobody has mended it within the month after our visit.",
        "The company may close a supply if the pipe that leads to the house has a hole in it and nobody has mended it"
        " within the month after our visit. This is under section 12 of the Water Act.",
    ),
    (
        "You have signed the form that lets your bank know about the new plan for the next twelve months, allowing us"
        " to send your bank the amount that is due on the first day of each month.",
        "You have signed the form that lets your bank know about the new plan for the next twelve months. This allows"
        " us to send your bank the amount that is due on the first day of each month.",
    ),
    (
        "As a security measure, you will get a second letter from us with a code that you can use to close the account"
        " in the month after the day on which the first of the two letters came.",
        "You will get a second letter from us with a code that you can use to close the account in the month after the"
        " day on which the first of the two letters came. This is a security measure.",
    ),
    (
        "If the meter shows a number that is not the one on your bill, we will send you a new bill for the month and we"
        " will call you on the day before to tell you about it.",
        "If the meter shows a number that is not the one on your bill, we will send you a new bill for the month. In"
        " that case, we will call you on the day before to tell you about it.",
    ),
]


def test_a_sentence_in_brackets_at_the_end_becomes_one_of_its_own() -> None:
    text = (
        "You’ll need to choose a certificate from the list that your computer shows you in the small window that opens"
        " now and enter your PIN (your PIN was created when you set up your card)."
    )
    safe = [made for safety, made in proposals(text, rule="sentence-length") if safety == "safe"]
    assert any(made.endswith("enter your PIN. Your PIN was created when you set up your card.") for made in safe)


@pytest.mark.parametrize(("text", "expected"), LONG)
def test_a_phrase_that_is_made_a_sentence_waits_for_a_reader(text: str, expected: str) -> None:
    assert ("review", expected) in proposals(text, rule="sentence-length")


def test_what_hangs_on_a_condition_is_not_cut_off_from_it() -> None:
    text = (
        "If we do not receive your payment of the amount that is shown above within the next thirty days, interest will"
        " be added to what you owe and we will pass your file to another team that will write to you."
    )
    assert [made for safety, made in proposals(text, rule="sentence-length") if safety == "safe"] == []


def test_what_may_belong_to_the_clause_before_is_not_cut_off_unread() -> None:
    text = (
        "We can help you with the bill for the whole of the winter when the money does not last until the end of the"
        " month and you worry about the cold in the rooms of your house."
    )
    assert [made for safety, made in proposals(text, rule="sentence-length") if safety == "safe"] == []


def test_what_is_to_be_made_sure_of_is_not_cut_in_two() -> None:
    text = (
        "Make sure you have an account with us in the name that is on your card and you’ve set up the card as the"
        " second way to sign in on the computer that you will use for it."
    )
    assert not [made for _, made in proposals(text, rule="sentence-length") if ". You’ve" in made]


def test_a_gap_is_never_safe() -> None:
    for text, _ in (*SAFE, *REVIEW):
        assert not [made for safety, made in proposals(text) if safety == "safe" and "[" in made]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_placeholders_are_kept_once_and_whole(data: st.DataObject) -> None:
    text = data.draw(
        st.sampled_from(
            [
                "If you do not pay {{ amount }} by {{ date }}, we will close your account.",
                "{{ name }}, you must pay {{ amount }} immediately.",
                "You have not paid {{ amount }}, despite our reminders.",
                "We understand this is hard, but {{ amount }} is due on {{ date }}.",
                "Dear Customer, PAY {{ amount }} NOW!!!",
                "You failed to reply to {{ name }} by {{ date }}, and your account will be suspended.",
            ]
        )
    )
    more = data.draw(st.sampled_from(["", " Please be advised that {{ link }} is closed.", " Act now {{ name }}!"]))
    for candidate, block in candidates_in(text + more, "late-past-due"):
        touched = [
            each for each in block.placeholders if candidate.start < each.prose_end and each.prose_start < candidate.end
        ]
        kept = [piece for piece in candidate.pieces if isinstance(piece, Kept)]
        for each in touched:
            assert sum(piece.start <= each.prose_start and each.prose_end <= piece.end for piece in kept) == 1


def test_a_phrase_that_only_says_again_what_it_stands_for_is_safe() -> None:
    text = (
        "You have confirmed your name with the two papers from our letter of the third of May and uploaded a photo of"
        " yourself that shows your face and nothing else at all in the picture."
    )
    expected = (
        "You have confirmed your name with the two papers from our letter of the third of May. You have also uploaded a"
        " photo of yourself that shows your face and nothing else at all in the picture."
    )
    assert ("safe", expected) in proposals(text, rule="sentence-length")


def test_what_follows_from_a_condition_is_no_next_step() -> None:
    text = (
        "If you agree to all of the points in the letter that we sent to you and the other person on the plan in the"
        " first week of May, then call our team in the city by the end of the month."
    )
    assert not [made for _, made in proposals(text, rule="sentence-length") if ". Then call" in made]
