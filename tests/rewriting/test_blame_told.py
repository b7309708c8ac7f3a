"""What the reader did or did not do, told as what happened; and reproach left out where it adds no fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from writing_helpers import spots

from empathy_lint.rewriting.fitting import fitted
from empathy_lint.rewriting.flagged import Flagged, Wording
from empathy_lint.rewriting.wordings import reader_acts, reminded, reproaches, sent_before, your_faults

WORDINGS: tuple[Callable[[Flagged], Iterable[Wording]], ...] = (
    sent_before.as_our_act,
    reminded.told_before,
    your_faults.without_fault,
    reader_acts.as_it_happened,
    reproaches.without_reproach,
)

TOLD = [
    # acts
    ("You opened the seal, so the pump cannot come back.", "The seal was opened, so the pump cannot come back."),
    ("You did not report the theft within ten days.", "The theft was not reported within ten days."),
    ("You have still not numbered the boxes.", "The boxes have not been numbered yet."),
    ("You have still to explain the gap.", "The gap has not been explained yet."),
    ("You chose not to insure the piano.", "The piano was not insured."),
    ("You have omitted to sign section 7 of the deed.", "Section 7 of the deed has not been signed yet."),
    (
        "As you failed to remedy the fault set out in our letter of 9 June, the lease has ended.",
        "As the fault set out in our letter of 9 June was not remedied, the lease has ended.",
    ),
    ("Your accountant overlooked the deadline.", "The deadline was overlooked."),
    ("You should have told us that the roof leaked.", "We were not told that the roof leaked."),
    ("You never told us you had sold the van.", "We were not told that you had sold the van."),
    ("You missed your eye test appointment on 9 June.", "We did not see you at your eye test appointment on 9 June."),
    ("You missed the window to apply.", "The window to apply has passed."),
    ("You did not cancel in time, so the fee stands.", "We did not receive a cancellation in time, so the fee stands."),
    ("You waited nine weeks to tell us.", "Nine weeks passed before we were told."),
    ("You delayed 9 days before reporting the theft.", "9 days passed before the theft was reported."),
    ("You violated our storage policy on 9 June.", "Our storage policy was not followed on 9 June."),
    ("You breached the parking rules.", "The parking rules were not followed."),
    ("You let the licence lapse, so sales have stopped.", "The licence lapsed, so sales have stopped."),
    ("You left the barn unlocked.", "The barn was left unlocked."),
    # faults
    ("You were not authorised to do this.", "This was not authorised."),
    ("You were out when our fitter called.", "We could not reach you when our fitter called."),
    (
        "You have been in receipt of monies to which you had no entitlement.",
        "You have been paid money that was not due to you.",
    ),
    ("The tenant has not responded to previous letters.", "We have not had an answer to earlier letters."),
    (
        "Owing to your failure to update your card, the plan has stopped.",
        "Because your card has not been updated, the plan has stopped.",
    ),
    ("Your refusal to sign the deed has delayed the sale.", "Not signing the deed has delayed the sale."),
    ("The leak was caused by your own misuse of the boiler.", "The leak was caused by misuse of the boiler."),
    ("Entry was refused by you on 9 June.", "Entry was refused on 9 June."),
    (
        "Had you read the guide, you would know that the office closes at noon.",
        "The guide says that the office closes at noon.",
    ),
    # reminders
    ("You were asked twice to bring your passport.", "We asked you twice to bring your passport."),
    ("Two prior letters were mailed.", "We have written to you about this twice before."),
    ("Unused days end, as you were told when you joined.", "Unused days end, as we said when you joined."),
    (
        "The form is missing, notwithstanding the reminder previously issued.",
        "The form is missing. We have sent you a reminder.",
    ),
    (
        "Despite two letters and several calls, the gate is shut.",
        "We have sent you two letters and called you several times. The gate is shut.",
    ),
    ("The fee is unpaid despite two reminders being sent.", "The fee is unpaid. We have sent you two reminders."),
    ("In spite of a visit and a letter, it is shut.", "We have sent you a letter and visited you. It is shut."),
    ("Having been reminded of this, the club is shut.", "We have reminded you of this. The club is shut."),
    ("The fee is unpaid despite our letter of 9 June.", "The fee is unpaid. We wrote to you about this on 9 June."),
    ("Despite being given ample opportunity, no plan has been agreed.", "No plan has been agreed."),
    # reproach
    ("The desk shuts at noon. You were given ample warning.", "The desk shuts at noon."),
    ("The gate is shut, and [[any sensible driver would have noticed]].", "The gate is shut."),
    ("It is a fault which [[any careful owner would have noticed]].", "It is a fault."),
    ("The desk shuts at noon. You have ignored every chance to visit.", "The desk shuts at noon."),
    ("You ought to know that dogs stay on a lead.", "Dogs stay on a lead."),
]  # fmt: skip

SPOILT = [
    ("You did not finish the jobs set out in the list despite being asked.", "were not finished"),
    ("You have not cleared the path despite our letters.", "letters ha"),
    ("You still did not sign the deed.", "was not signed"),
    ("You never signed the deed, which you asked for.", "was never signed, which"),
    ("You breached our chat rules.", "not followed"),
    ("You broke the parking rules. This is a written warning.", "not followed"),
    ("You did not follow the safety rules. This is a formal warning.", "rules were"),
    ("You used rude words in the lobby, and you are banned from it.", "words were"),
    ("You have ignored our dress policy.", "reply to our dress"),
    ("You have broken the rules of the museum by eating near the vase.", "vase have"),
    ("You missed the deadline despite two extensions.", "has passed despite"),
    ("The slip could be yours or ours, or an error on your part.", "or an error\\.\\Z"),
    ("You broke our rules on litter.", "not followed on"),
    ("We cannot say whether it is an error on your side or someone else used it.", "an error or"),
    ("The fault may be on your side or on ours.", "be or"),
    ("Due to your error, the sum went to a wrong account.", "an error"),
    ("The refund is late because of a mistake on your part.", "a mistake\\.\\Z"),
    ("It was deleted due to a violation of our terms.", "under our"),
    ("If you opened the seal, the pump cannot come back.", "seal was"),
    ("The pump that you opened cannot come back.", "pump was"),
    ("You opened the seal and used the pump.", "was opened"),
    ("By leaving the tap on you flooded the hall.", "was flooded"),
    ("You took the key without telling yourself off.", "was taken"),
    ("You never paid a bill on time.", "A bill"),
    ("You did not pay all the rent.", "All the rent"),
    ("You should have read the guide.", "was not read"),
    ("Had you opened the seal, we would have refused.", "the seal was"),
    ("You were told by your bank that it failed.", "we told"),
    ("The form is late, an omission on your part, and the offer has ended.", "an omission, and"),
    ("We are writing today. Honest people pay by 9 June.", "writing today.\\Z"),
    ("You chose to ignore the notice, and the car will be towed.", "\\AThe car"),
    ("The refund has been denied as your story does not seem credible.", "denied\\.\\Z"),
    (
        "The claim is closed. It transpired that the loss was deliberately hidden, so your cover is void.",
        "closed\\.\\Z",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_the_reader_did_is_told_as_what_happened(text: str, expected: str) -> None:
    assert expected in list(_made(text))


@pytest.mark.parametrize(("text", "wrong"), SPOILT)
def test_a_clause_that_needs_its_doer_or_holds_a_fact_is_left_alone(text: str, wrong: str) -> None:
    assert not [made for made in _made(text) if re.search(wrong, made)]


def _made(text: str) -> Iterator[str]:
    """The text with each change for each of its sentences, as if they, or what is [[marked]], judged the reader."""
    marked = re.search(r"\[\[(.+)\]\]", text)
    text = re.sub(r"\[\[|\]\]", "", text)
    for spot in spots(text, "shame-judgement", "reads-as-judgement"):
        at = spot.text.index(marked[1]) if marked else 0
        shown = replace(spot, start=at, end=at + len(marked[1])) if marked else spot
        for wordings in WORDINGS:
            for wording in wordings(shown):
                start, end, words = fitted(spot, wording)
                first = spot.sentence.start
                yield (text[: first + start] + words + text[first + end :]).strip()
