"""What phrases find, as a writer of rules would expect."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.checking.inflections import inflections
from empathy_lint.checking.literals import fold
from empathy_lint.checking.phrases import PhraseError, compile_phrase


@pytest.fixture(autouse=True)
def read_anew() -> None:
    """A phrase is read once for a whole process; here each test reads its own."""
    compile_phrase.cache_clear()


def found(phrase: str, text: str) -> list[str]:
    return [text[start:end] for start, end in compile_phrase(phrase).spans(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("risk", "A brisk risk, RISK and risky.", ["risk", "RISK"]),
        ("legal action", "We take legal\n  action now.", ["legal\n  action"]),
        ("don't worry", "Don’t worry, don't worry.", ["Don’t worry", "don't worry"]),
        ("can", "You can't, but you can.", ["can"]),
        ("fail(ed|ing|s)? to [pay]", "You failed to pay. Failing to paying.", ["failed to pay", "Failing to paying"]),
        ("we (really)? care", "we care and we really care", ["we care", "we really care"]),
        ("(really)? sorry", "sorry, really sorry", ["sorry", "really sorry"]),
        ("sorry (indeed)?", "sorry. sorry indeed", ["sorry", "sorry indeed"]),
        ("((really)? sorry|sad)", "really sorry", ["really sorry"]),
        ("(very )*sorry", "very very sorry", ["very very sorry"]),
        ("over ?due", "overdue, over due", ["overdue", "over due"]),
        ("penali[sz]ed", "penalised penalized", ["penalised", "penalized"]),
        ("late[- ]fee", "late-fee, late fee, late‑fee", ["late-fee", "late fee", "late‑fee"]),
        ("(pay|pay now)", "pay now", ["pay now"]),
        (r"waiv\w+ fee", "waiving fee", ["waiving fee"]),
        (r"\d+ days?", "14 days", ["14 days"]),
        (r"[\d.,]+%", "5.5% more", ["5.5%"]),
        ("why\\?", "why? why", ["why?"]),
        ("£50", "pay £50 now", ["£50"]),
        ("take … to court", "We take you, in the end, to court.", ["take you, in the end, to court"]),
        ("take … to court", "We take it. You go to court.", []),
        ("take … to court", "take " + "a " * 9 + "to court", []),
        ("charge … or more", "charge of £5.99 or more", ["charge of £5.99 or more"]),
        ("no …", "There is no late fee, ever. A charge.", ["no late fee, ever"]),
        ("… fee", "There is a late fee.", ["There is a late fee"]),
    ],
)
def test_a_phrase_finds_what_its_writer_meant(phrase: str, text: str, words: list[str]) -> None:
    assert found(phrase, text) == words


@pytest.mark.parametrize(
    ("phrase", "part"),
    [
        ("", "empty"),
        ("(oops", "never closed"),
        ("oops)", "without its"),
        ("[oops", "never closed"),
        ("(all)?", "optional as a whole"),
        ("a{2}", "no meaning"),
        ("+", "no meaning"),
        (r"\b", "not known"),
        ("[a-z]x", "neither"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_why(phrase: str, part: str) -> None:
    with pytest.raises(PhraseError, match=re.escape(part)):
        compile_phrase(phrase)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("pay", {"pay", "pays", "paid", "paying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("stop", {"stop", "stops", "stopped", "stopping"}),
        ("cancel", {"cancel", "cancels", "canceled", "cancelled", "cancelling"}),
        ("penalty", {"penalty", "penalties"}),
        ("charge", {"charge", "charges", "charged", "charging"}),
        ("be", {"is", "are", "was", "been"}),
    ],
)
def test_brackets_find_every_form_of_a_word(word: str, forms: set[str]) -> None:
    assert forms <= set(inflections(word))


WORD = st.text("abcdeuio", min_size=1, max_size=5)


@st.composite
def phrases_and_expansions(draw: st.DrawFn) -> tuple[str, str]:
    """A phrase and one text that it stands for."""
    phrase, expansion = [], []
    for number in range(draw(st.integers(1, 4))):
        word = draw(WORD)
        shape = draw(st.sampled_from(["plain", "choice", "optional", "gap"])) if number else "plain"
        if shape == "plain":
            phrase.append(word)
            expansion.append(word)
        elif shape == "choice":
            other = draw(WORD)
            phrase.append(f"({word}|{other})")
            expansion.append(draw(st.sampled_from([word, other])))
        elif shape == "optional":
            phrase.append(f"({word})?")
            expansion += [word] if draw(st.booleans()) else []
        else:
            phrase += ["…", word]
            expansion += [*draw(st.lists(WORD, max_size=8)), word]
    text = draw(st.sampled_from([" ", "  ", "\n", "\u00a0"])).join(expansion)
    return " ".join(phrase), draw(st.sampled_from([text, text.upper(), text.title()]))


@given(phrases_and_expansions())
def test_a_phrase_finds_its_own_expansions(case: tuple[str, str]) -> None:
    source, text = case
    phrase = compile_phrase(source)
    assert phrase.spans(f"Then {text} .")
    assert phrase.may_match(fold(f"Then {text} ."))


@given(phrases_and_expansions(), st.text("abcdeuio .", max_size=40))
def test_literals_never_hide_a_match(case: tuple[str, str], text: str) -> None:
    phrase = compile_phrase(case[0])
    assert phrase.may_match(fold(text)) or not phrase.spans(text)


@given(st.text(max_size=30))
def test_any_text_is_a_phrase_or_a_plain_error(source: str) -> None:
    try:
        phrase = compile_phrase(source)
    except PhraseError as error:
        assert str(error)
    else:
        assert phrase.spans("any text at all") is not None
