"""When words do no harm, and when they do after all."""

from __future__ import annotations

import pytest
from simple_analysis import SimpleMark, analyse

from empathy_lint.checking.context import Context
from empathy_lint.checking.guards import NAMED, Guard
from empathy_lint.checking.kinds.tone import OfferedTone
from empathy_lint.checking.passage import Passage
from empathy_lint.language.analysis import Directives


def spared(guard: str, marked: str) -> bool:
    """Whether the guard leaves the words in [[…]] alone."""
    start, end = marked.index("[["), marked.index("]]") - 2
    analysis = analyse(marked.replace("[[", "").replace("]]", ""))
    sentence = next(each for each in analysis.sentences if each.start <= start < each.end)
    passage = Passage(sentence, analysis, Context("email", "general"))
    return NAMED[guard](passage, start - sentence.start, end - sentence.start)


@pytest.mark.parametrize(
    "text",
    [
        "No [[legal action]] will be taken while we talk.",
        "There is no [[penalty]] for leaving early.",
        "Your account is not [[at risk]].",
        "Your service will not be [[disconnected]].",
        "You won’t be charged a [[late fee]].",
        "You will never be [[evicted]] for this.",
        "We can change it without a [[penalty]].",
        "The plan is free of [[charges]].",
        "We cannot [[suspend]] your account.",
        "There are no fees, charges or [[penalties]].",
        "This isn't a [[demand]].",
    ],
)
def test_a_negator_takes_the_harm_away(text: str) -> None:
    assert spared("negated", text)


@pytest.mark.parametrize(
    "text",
    [
        "Your service will not be safe from [[disconnection]] unless you act now.",
        "You will not be [[cut off]] if you pay today.",
        "Your account will not be [[suspended]] provided that you pay.",
        "You can no longer avoid [[legal action]].",
        "There is no choice but [[legal action]].",
        "We have not heard from you, we will take [[legal action]].",
        "Do not ignore this. [[Legal action]] is next.",
        "You did not pay and we will [[suspend]] you.",
        "This is not only late but a [[breach]].",
        "We have not had a payment since the beginning of the year: [[eviction]] follows.",
    ],
)
def test_a_negator_elsewhere_or_under_a_condition_does_not(text: str) -> None:
    assert not spared("negated", text)


@pytest.mark.parametrize(
    "text",
    [
        "We will fix it [[immediately]] and text you.",
        "Our system [[failed]] to send your receipt.",
        "I [[failed]] to call you back.",
        "We’ve [[failed]] you.",
        "The [[payment failed]] because of our error.",
        "The [[payment failed]] and the mistake was on our side.",
    ],
)
def test_the_senders_own_fault_blames_nobody(text: str) -> None:
    assert spared("own-fault", text)


@pytest.mark.parametrize(
    "text",
    [
        "You [[failed]] to pay.",
        "Call us [[immediately]].",
        "We know that you [[failed]] to pay.",
        "We wrote. You [[failed]].",
    ],
)
def test_the_readers_fault_is_not_the_senders(text: str) -> None:
    assert not spared("own-fault", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[We are sorry]] and have refunded £20.", True),
        ("[[We apologise]] and we have fixed it.", True),
        ("[[We apologise]]; it will be back by Friday.", True),
        ("[[We are sorry]], {{ amount }} is on its way.", True),
        ("[[We apologise for any inconvenience]].", False),
        ("[[Your call is important]] to us.", False),
    ],
)
def test_concrete_asks_for_something_done_or_dated(text: str, expected: bool) -> None:
    assert spared("concrete", text.replace("{{ amount }}", "£5")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If you need [[help]], call us on 0800 123 4567.", True),
        ("[[Help]] is there: reply to this message.", True),
        ("Do not hesitate to ask for [[help]].", False),
    ],
)
def test_contact_asks_for_a_usable_route(text: str, expected: bool) -> None:
    assert spared("contact", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You wrote “I am a [[failure]]” to us.", True),
        ('The letter said "[[final notice]]".', True),
        ("This is your [[final notice]], “Alex”.", False),
    ],
)
def test_quoted_words_are_somebody_elses(text: str, expected: bool) -> None:
    assert spared("quoted", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [[liability]] order (a court's ruling that it is owed) stands.", True),
        ("A [[lien]] (a right to keep it) is noted.", True),
        ("An [[IDRP (IDRP, the scheme's own way) is]] open.", True),
        ("A [[lien]] (Monday to Friday) is noted.", False),
        ("A [[lien]] (a total of 5) is noted.", False),
        ("A [[lien]] is noted, and so is the fee (the cost of the letter).", False),
    ],
)
def test_what_is_explained_needs_no_plain_word(text: str, expected: bool) -> None:
    assert spared("explained", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If you [[have not paid]] yet because money is tight, reply.", True),
        ("In case you [[missed it]], your tariff starts in June.", True),
        ("You [[have not paid]].", False),
        ("If you do nothing, we will [[take action]].", False),
    ],
)
def test_a_question_about_circumstances_accuses_nobody(text: str, expected: bool) -> None:
    assert spared("conditional", text) is expected


@pytest.mark.parametrize(
    ("guard", "text", "expected"),
    [
        ("free-choice", "If you want to join the club, [[you have ten days]].", True),
        ("free-choice", "If you’d like to see it first, [[you have 3 days]].", True),
        ("free-choice", "To change your order, [[reply within 2 hours]].", True),
        ("free-choice", "Need to change something? [[Reply within 2 hours]].", True),
        ("free-choice", "Need to change something? No. [[Reply within 2 hours]].", False),
        ("free-choice", "To keep your order, [[reply within 2 hours]].", False),
        ("free-choice", "If you want to keep your home, [[you have ten days]].", False),
        ("free-choice", "If you want to avoid court, [[you have ten days]].", False),
        ("free-choice", "[[You have ten days]] if you want to appeal.", False),
        ("retold", "[[You mentioned]] that you are sleeping badly.", True),
        ("retold", "[[You’ve told us]] your hours were cut.", True),
        ("retold", "[[You told us]] that you would pay on Friday.", False),
        ("retold", "[[You said]] you'd pay.", False),
        ("retold", "[[You said]] the form was sent, but it was not.", False),
        ("retold", "[[You ignored]] what we said.", False),
        ("plain-noun", "The leaflet has a drawing of a [[spine]].", True),
        ("plain-noun", "It came with an electronic [[signature]].", True),
        ("plain-noun", "This is a [[crime]].", False),
        ("plain-noun", "You may get a [[penalty]].", False),
        ("plain-noun", "Your data is [[unrecoverable]].", False),
        ("plain-noun", "It was a [[terrible shock]].", False),
        ("law-for-all", "Under section 10(2) [[a person commits an offence]] if they lie.", True),
        ("law-for-all", "A landlord who does so [[can be taken to court]].", True),
        ("law-for-all", "Anyone who does not pay [[will be charged]].", False),
        ("law-for-all", "A person who disobeys this court order [[may be fined]].", False),
        ("law-for-all", "Under section 12, any person, and so you, [[may be fined]].", False),
        ("routes-only", "[[Pay online at acme.example or call 0161 496 0000]].", True),
        ("routes-only", "[[Please arrange payment by bank transfer or card]].", True),
        ("routes-only", "[[Alternatively, feel free to contact our team]].", True),
        ("routes-only", "[[Log in to your platform, such as Acme, Bolt or Cargo]].", True),
        ("routes-only", "[[Pay now or in three instalments]].", False),
        ("routes-only", "[[Pay online or ask us for a later date]].", False),
        ("routes-only", "[[Drop them at a branch or renew them online]].", False),
        ("routes-only", "[[Review your invoices or contact us]].", False),
        ("proper-name", "You may use any [[Blipr]] service.", True),
        ("proper-name", "The [[Trustee]] decides.", False),
        ("proper-name", "[[Conveyancing]] takes a month.", False),
        ("proper-name", "An [[Impacted]] Role Notification.", False),
        ("safety", "Call 111 [[now]] if the swelling spreads.", True),
        ("safety", "Call us [[now]] about the arrears, or get an ambulance.", False),
        ("safety", "Stop using the card [[now]].", False),
        ("safety", "Buy our smoke alarm [[now]].", False),
        ("gift-thanks", "Here is the receipt of your donation. [[Thank you for your continued support]].", True),
        ("gift-thanks", "Here is the receipt of your order. [[Thank you for your continued support]].", False),
        ("gift-thanks", "Your donation did not go through. [[Thank you for your patience]].", False),
        ("own-fault", "[[You told us]], and we failed to pass it on.", True),
        ("own-fault", "[[You did not pay]], even if we failed to remind you.", False),
    ],
)
def test_words_are_left_alone_for_what_their_sentence_is(guard: str, text: str, expected: bool) -> None:
    assert spared(guard, text) is expected


def test_a_guard_can_be_limited_to_situations_and_channels() -> None:
    analysis = analyse("No fear.")
    guard = Guard("negated", frozenset({"fraud"}), frozenset({"sms"}))
    spares = {
        (channel, situation): guard.spares(Passage(analysis.sentences[0], analysis, Context(channel, situation)), 3, 7)
        for channel in ("sms", "email")
        for situation in ("fraud", "general")
    }
    assert [context for context, answer in spares.items() if answer] == [("sms", "fraud")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today [[your service will not be cut off]].", True),
        ("Today [[your service will be cut off]].", False),
        ("[[Your service will not be cut off]] if you pay today.", False),
    ],
)
def test_a_clause_may_deny_what_it_speaks_of(text: str, expected: bool) -> None:
    assert spared("denied", text) is expected


@pytest.mark.parametrize(("channels", "expected"), [(("phone",), True), (("web",), False), ((), False)])
def test_a_way_to_people_anywhere_in_the_message_answers(channels: tuple[str, ...], expected: bool) -> None:
    analysis = analyse("Do not reply to this email.")
    analysis.directives = Directives(channels=channels)
    passage = Passage(analysis.sentences[0], analysis, Context("email", "general"))
    assert NAMED["answerable"](passage, 0, 12) is expected


def test_words_read_plain_only_where_the_tone_component_was_asked_and_heard_nothing() -> None:
    analysis = analyse("Your order was cancelled.")
    passage = Passage(analysis.sentences[0], analysis, Context("email", "general"))
    assert not NAMED["reads-plain"](passage, 15, 24)
    analysis.has_tone = True
    assert NAMED["reads-plain"](passage, 15, 24)
    analysis.known_marks["Your order was cancelled."] = [SimpleMark("fear-words", 11, 24, 0.4)]
    heard = Passage(analysis.sentences[0], analysis, Context("email", "general"))
    assert not NAMED["reads-plain"](heard, 15, 24)


@pytest.mark.parametrize(
    ("asked", "confidence", "doubts", "sure"),
    [(True, 0.01, True, False), (True, 0.3, False, False), (True, 0.7, False, True), (False, 0.7, False, False)],
)
def test_the_tone_component_doubts_or_is_sure_of_what_is_offered(
    asked: bool, confidence: float, doubts: bool, sure: bool
) -> None:
    analysis = analyse("You can split it.")
    analysis.has_tone = asked
    analysis.known_offers["You can split it."] = {"options": confidence}
    passage = Passage(analysis.sentences[0], analysis, Context("email", "general"))
    tone = OfferedTone("options", 0.05, 0.5)
    assert (tone.doubts(passage), tone.is_sure(passage)) == (doubts, sure)
