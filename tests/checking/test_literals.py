"""What a text must hold for a phrase to stand in it."""

from __future__ import annotations

import pytest

from empathy_lint.checking.literals import Literals, choice, fold, optional, sequence, unknown
from empathy_lint.checking.phrases import compile_phrase


def exactly(*texts: str) -> Literals:
    return Literals(frozenset(texts), None)


def numbered(first: int, count: int) -> Literals:
    return exactly(*(f"word {number}" for number in range(first, first + count)))


@pytest.mark.parametrize(
    ("phrase", "literals"),
    [
        ("Late  Fee", {"late fee"}),
        ("(pay|owe)", {"pay", "owe"}),
        ("(pay|owe) now", {"pay now", "owe now"}),
        ("(very )*sorry", {"sorry"}),
        ("late (fee)?", {"late", "late fee"}),
        (r"(\w+ fee|debt)", {" fee", "debt"}),
        ("(take … court|sue)", {"court", "sue"}),
        ("take … to court", {"to court"}),
        ("to court … take", {"to court"}),
        (r"\d+ (days|weeks) left", {" days left", " weeks left"}),
        (r"(\d|owe)", None),
        (r"\w+", None),
    ],
)
def test_the_most_telling_words_of_a_phrase_are_looked_for(phrase: str, literals: set[str] | None) -> None:
    assert compile_phrase(phrase).literals == literals


def test_a_choice_is_known_word_for_word_while_it_is_small() -> None:
    assert choice([numbered(0, 16), numbered(16, 16)]) == numbered(0, 32)
    assert choice([numbered(0, 16), numbered(16, 17)]) == Literals(None, numbered(0, 33).exact)
    assert choice([numbered(0, 2), Literals(None, frozenset({"fee"}))]) == Literals(
        None, frozenset({"word 0", "word 1", "fee"})
    )
    assert choice([numbered(0, 2), unknown()]) == unknown() == Literals(None, None)


def test_a_sequence_is_known_word_for_word_while_it_is_small() -> None:
    assert sequence([]) == exactly("")
    assert sequence([exactly("a", "b"), exactly("c", "d")]) == exactly("ac", "ad", "bc", "bd")
    assert sequence([numbered(0, 16), exactly("!", "?")]).exact is not None
    assert sequence([numbered(0, 11), exactly("!!", "??", "..")]) == Literals(None, numbered(0, 11).exact)
    assert sequence([numbered(0, 11), exactly("or not 1", "or not 2", "or not 3"), exactly("!")]).required == {
        "or not 1!",
        "or not 2!",
        "or not 3!",
    }
    assert sequence([exactly("abcd"), unknown(), exactly("e"), unknown()]) == Literals(None, frozenset({"abcd"}))
    assert sequence([exactly("a"), unknown(), exactly("bcd")]) == Literals(None, frozenset({"bcd"}))
    assert sequence([exactly("a"), Literals(None, frozenset({"bcd"})), exactly("ef")]).required == {"bcd"}


def test_of_alternatives_as_long_the_fewer_are_looked_for() -> None:
    assert Literals(frozenset({"ab", "cd"}), frozenset({"ef"})).best() == {"ef"}
    assert Literals(frozenset({"abc", "d"}), frozenset({"ef"})).best() == {"ef"}
    assert Literals(frozenset({"abc", ""}), None).best() is None
    assert Literals(frozenset(), None).best() is None


def test_what_may_be_left_out_is_not_needed() -> None:
    assert optional(exactly("a")) == exactly("a", "")
    assert optional(Literals(None, frozenset({"a"}))) == unknown()


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Late\n  FEE", "late fee"), ("“Don’t”", '"don\'t"'), (" ", " "), (" a", "a"), ("A", "a"), ("ß", "ss"), ("", "")],
)
def test_texts_are_compared_without_regard_to_case_quotes_and_space(text: str, folded: str) -> None:
    assert fold(text) == folded
