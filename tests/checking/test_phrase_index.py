"""All phrases looked for together are found where each by itself would be, and a sentence is searched once."""

from __future__ import annotations

from collections import Counter
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.checking.check import Checker
from empathy_lint.checking.context import Context
from empathy_lint.checking.kinds.words import Phrases
from empathy_lint.checking.lexicon import Lexicon, SentenceWords
from empathy_lint.checking.literals import fold
from empathy_lint.checking.packs import Pack, load_packs
from empathy_lint.checking.passage import Hit
from empathy_lint.checking.phrase_index import PhraseIndex
from empathy_lint.checking.phrases import Phrase, compile_phrase
from empathy_lint.language.analyser import Analyser
from empathy_lint.language.remembered import Remembered
from empathy_lint.reading.reader import read


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_packs()


def _phrases(pack: Pack) -> list[Phrase]:
    kinds = [entry.kind for rule in pack.rules for entry in rule.entries if isinstance(entry.kind, Phrases)]
    return [phrase for kind in kinds for phrase in kind.phrases]


@given(words=st.lists(st.sampled_from("pay late fee final notice debt you must we will take action legal no".split())))
def test_the_index_leaves_out_no_phrase_that_stands_in_a_text(pack: Pack, words: list[str]) -> None:
    phrases = _phrases(pack)
    text = " ".join(words).capitalize() + "."
    possible = PhraseIndex(phrases).possible(fold(text))
    assert possible == {phrase for phrase in phrases if phrase.may_match(fold(text))}
    assert possible >= {phrase for phrase in phrases if phrase.spans(text)}


def test_literals_inside_other_literals_are_found() -> None:
    phrases = [compile_phrase(source) for source in ("fee", "late fee", "a late fee now")]
    assert PhraseIndex(phrases).possible(fold("A late fee, now.")) == set(phrases[:2])


def test_an_index_without_phrases_finds_none() -> None:
    assert not PhraseIndex([]).possible("some words")


def test_words_of_the_users_own_are_found_beside_those_of_the_pack() -> None:
    own = compile_phrase("kittens")
    words = Lexicon([Phrases((compile_phrase("puppies"),))]).words_of("Two kittens.")
    assert words.may_hold(own)
    assert not words.may_hold(compile_phrase("puppies"))


def test_a_lexicon_keeps_the_sentences_that_were_asked_for_lately() -> None:
    lexicon = Lexicon()
    with patch.object(lexicon, "_sentences", Remembered(2)):
        first = lexicon.words_of("One.")
        second = lexicon.words_of("Two.")
        assert lexicon.words_of("One.") is first
        lexicon.words_of("Three.")
        assert lexicon.words_of("One.") is first
        assert lexicon.words_of("Two.") is not second


def test_a_sentence_that_stands_in_several_messages_is_searched_once(pack: Pack) -> None:
    analyser, checker = Analyser(facts={}), Checker(pack)
    searched: Counter[tuple[Phrases, str]] = Counter()
    hits = Phrases._hits

    def counted(kind: Phrases, words: SentenceWords) -> tuple[Hit, ...]:
        searched[kind, words.text] += 1
        return hits(kind, words)

    with patch.object(Phrases, "_hits", counted):
        for opening in ("Dear Sam,", "Dear Kim,"):
            source = f"{opening}\n\nWe will take legal action. You have failed to pay.\n".encode()
            (message,) = read("letter.txt", source).messages
            checker.check(analyser.analyse(message), Context("letter", "late-past-due"))
    assert any(text == "We will take legal action." for _, text in searched)
    assert set(searched.values()) == {1}
