"""Words of a letter are kept as places in it: they can be read again with the letter, and not without."""

from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.kept.words import Hider, show

LETTER = "Dear Ms Okafor,\n\nYOU HAVE FAILED TO PAY. Your balance of £120 is overdue, and we know it.\n"
# Few letters, so that texts and sources have much in common.
WORDS = st.text(alphabet="abAB ßİ.", max_size=40)


@given(WORDS, WORDS, st.integers(0, 10))
def test_hidden_words_can_be_read_again_with_their_source(source, words, start):
    assert show(Hider(source, start).hide(words), source) == words


@given(WORDS, WORDS)
def test_no_three_signs_of_the_source_are_left_in_letters(source, words):
    hidden = Hider(source).hide(words)
    letters = [hidden] if isinstance(hidden, str) else [part for part in hidden if isinstance(part, str)]
    runs = {part[at : at + 3] for part in letters for at in range(len(part) - 2)}
    assert not any(run in source for run in runs)


def test_a_sentence_of_the_letter_is_only_a_place():
    hidden = Hider(LETTER).hide("Your balance of £120 is overdue")
    assert hidden == [LETTER.index("Your"), LETTER.index(", and")]


def test_what_a_rule_says_around_words_of_the_letter_stays_and_they_go():
    hidden = Hider(LETTER).hide("“Ms Okafor” ought not to be frightened.")
    assert "Okafor" not in str(hidden)
    assert show(hidden, LETTER) == "“Ms Okafor” ought not to be frightened."


def test_capitals_made_small_are_still_words_of_the_letter():
    hidden = Hider(LETTER).hide("You have failed to pay.")
    assert "failed" not in str(hidden).lower()
    assert show(hidden, LETTER) == "You have failed to pay."
