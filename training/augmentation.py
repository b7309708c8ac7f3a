"""Rewrite gold sentences into the shapes that customer messages take, and keep their annotation true.

Treebank text is mostly cased and punctuated; messages come in lower case, in capitals, as SMS and with placeholders
that
the linter has replaced by stand-ins. Each function takes a sentence and returns a new one; none changes its argument.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from dataclasses import replace

from training.conllu import Sentence, Word

SENTENCE_END = frozenset({".", "!", "?", "...", "…"})
LIGHT_PUNCTUATION = frozenset({",", ";", "'", '"', "“", "”", "’", *SENTENCE_END})

SMS_SPELLINGS: dict[str, tuple[str, ...]] = {
    "account": ("acct", "a/c"),
    "amount": ("amt",),
    "and": ("&", "n"),
    "appointment": ("appt",),
    "are": ("r",),
    "because": ("bc", "cos"),
    "before": ("b4",),
    "for": ("4",),
    "great": ("gr8",),
    "message": ("msg",),
    "minutes": ("mins",),
    "number": ("no.", "num"),
    "payment": ("pymt", "pmt"),
    "people": ("ppl",),
    "please": ("pls", "plz"),
    "see": ("c",),
    "text": ("txt",),
    "thanks": ("thx", "tnx"),
    "to": ("2",),
    "today": ("2day",),
    "tomorrow": ("tmrw", "2moro"),
    "with": ("w/",),
    "you": ("u",),
    "your": ("ur", "yr"),
}
"""Short spellings of frequent words. The annotation stays that of the full word."""

NAMES = ("Alex", "Sam")
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
DATE, NUMBER, AMOUNT, LINK, EMAIL, OTHER = "Friday", "12345", "50", "example.com", "help@example.com", "item"
"""The words that the linter puts in a placeholder's stead before it asks the pipeline."""


def _with_form(word: Word, form: str, lemma: str | None = None) -> Word:
    return replace(word, form=form, lemma=word.lemma if lemma is None else lemma)


def _map_words(sentence: Sentence, change: Callable[[Word], Word]) -> Sentence:
    return replace(sentence, words=tuple(change(word) for word in sentence.words))


def lower_case(sentence: Sentence) -> Sentence:
    """Write everything in lower case; a name's lemma follows its form, since no edit could know the capital."""
    return _map_words(sentence, lambda w: _with_form(w, w.form.lower(), w.lemma.lower()))


def upper_case(sentence: Sentence) -> Sentence:
    """Write everything in capitals. Lemmas become unknown: learning them would take an edit for every word."""
    return _map_words(sentence, lambda w: _with_form(w, w.form.upper(), w.lemma if w.form == w.form.upper() else ""))


def title_case(sentence: Sentence) -> Sentence:
    """Begin every word with a capital, as headings and buttons do."""

    def change(word: Word) -> Word:
        if not word.form[:1].islower():
            return word
        return _with_form(word, word.form[0].upper() + word.form[1:])

    return _map_words(sentence, change)


def lower_first(sentence: Sentence) -> Sentence:
    """Begin the sentence with a small letter."""
    first = sentence.words[0]
    form = first.form[:1].lower() + first.form[1:]
    lemma = form if first.lemma == first.form else first.lemma
    return replace(sentence, words=(_with_form(first, form, lemma), *sentence.words[1:]))


def curl_quotes(sentence: Sentence) -> Sentence:
    """Use typographic apostrophes and quotation marks."""
    opened = False
    words = []
    for word in sentence.words:
        form, lemma = word.form.replace("'", "’"), word.lemma
        if form in {'"', "``", "''"}:
            form = lemma = "”" if opened else "“"
            opened = not opened
        words.append(_with_form(word, form, lemma))
    return replace(sentence, words=tuple(words))


def without_words(sentence: Sentence, indices: Collection[int]) -> Sentence:
    """Remove words on which no remaining word depends, and renumber the heads.

    A removed word hands its following space to the word before it.
    """
    dropped = set(indices)
    keep = [i for i in range(len(sentence.words)) if i not in dropped]
    position = {old: new for new, old in enumerate(keep)}
    words: list[Word] = []
    for i, word in enumerate(sentence.words):
        if i in dropped:
            if words and word.space_after:
                words[-1] = replace(words[-1], space_after=True)
        else:
            words.append(replace(word, head=position[word.head]))
    return replace(sentence, words=tuple(words))


def _removable(sentence: Sentence, marks: Collection[str]) -> set[int]:
    used = {word.head for word in sentence.words}
    return {i for i, word in enumerate(sentence.words) if word.pos == "PUNCT" and word.form in marks and i not in used}


def without_final_punctuation(sentence: Sentence) -> Sentence:
    """Leave out the full stop (or ``!``, ``?``) that ends the sentence."""
    final = _removable(sentence, SENTENCE_END) & {len(sentence.words) - 1}
    return without_words(sentence, final) if len(sentence.words) > 2 else sentence


def without_punctuation(sentence: Sentence) -> Sentence:
    """Leave out commas, quotation marks and full stops, and the apostrophes inside words ("dont")."""
    removable = _removable(sentence, LIGHT_PUNCTUATION)
    if len(removable) == len(sentence.words):
        return sentence
    return _map_words(without_words(sentence, removable), _without_apostrophe)


def _without_apostrophe(word: Word) -> Word:
    form = word.form.replace("'", "").replace("’", "")
    if not form or word.pos not in {"AUX", "PART", "PRON", "VERB"}:
        return word
    return _with_form(word, form)


def sms_style(sentence: Sentence, rng: random.Random) -> Sentence:
    """Write in lower case, mostly without punctuation, and shorten some frequent words."""

    def shorten(word: Word) -> Word:
        spellings = SMS_SPELLINGS.get(word.form.lower())
        if spellings is None or rng.random() < 0.5:
            return word
        # Spelling the full lemma from "ur" would be an edit of its own for every pair: leave it unknown.
        return _with_form(word, rng.choice(spellings), "")

    short = _map_words(lower_case(sentence), shorten)
    return without_punctuation(short) if rng.random() < 0.7 else short


def stand_ins(sentence: Sentence, rng: random.Random) -> Sentence:
    """Put placeholders' stand-ins where names, numbers, amounts, dates, links and some plain nouns stood."""
    in_name = {word.head for word in sentence.words if word.relation in {"flat", "compound"}}
    words = list(sentence.words)
    for i, word in enumerate(words):
        form = _stand_in(word, i in in_name, words[i - 1].form if i else "", rng)
        if form is not None:
            words[i] = _with_form(word, form, form)
    return replace(sentence, words=tuple(words))


def _stand_in(word: Word, has_parts: bool, before: str, rng: random.Random) -> str | None:
    chance = rng.random()
    if word.pos == "PROPN" and word.form.lower() in WEEKDAYS:
        return DATE if chance < 0.5 else None
    if word.pos == "PROPN" and not has_parts and word.relation not in {"flat", "compound"}:
        return rng.choice((*NAMES, *NAMES, *NAMES, LINK)) if chance < 0.4 else None
    if word.pos == "NUM" and word.form[:1].isdigit():
        return (AMOUNT if before == "$" else NUMBER) if chance < 0.4 else None
    if word.pos == "X" and "." in word.form:
        return (EMAIL if "@" in word.form else LINK) if chance < 0.6 else None
    if word.pos == "NOUN" and word.features == "Number=Sing" and not has_parts:
        return OTHER if chance < 0.04 and word.relation in {"obj", "nsubj", "obl", "nsubj:pass"} else None
    return None


STYLES: dict[str, float] = {
    "plain": 0.42,
    "stand-ins": 0.14,
    "lower": 0.09,
    "lower-unpunctuated": 0.09,
    "sms": 0.07,
    "unpunctuated-end": 0.05,
    "upper": 0.05,
    "title": 0.02,
    "lower-first": 0.03,
    "curly": 0.04,
}
"""How a group of sentences is written, and the share of groups written so."""


def in_style(sentence: Sentence, style: str, rng: random.Random) -> Sentence:
    """Write a sentence in one of ``STYLES``. Styles other than plain may hold stand-ins and typographic quotes too."""
    if style == "plain":
        return sentence
    if style == "stand-ins" or rng.random() < 0.25:
        sentence = stand_ins(sentence, rng)
    match style:
        case "lower":
            sentence = lower_case(sentence)
        case "lower-unpunctuated":
            sentence = without_final_punctuation(lower_case(sentence))
        case "sms":
            sentence = sms_style(sentence, rng)
        case "unpunctuated-end":
            sentence = without_final_punctuation(sentence)
        case "upper":
            sentence = upper_case(sentence)
        case "title":
            sentence = title_case(sentence)
        case "lower-first":
            sentence = lower_first(sentence)
        case _:
            pass
    return curl_quotes(sentence) if style == "curly" or rng.random() < 0.2 else sentence


def choose_style(rng: random.Random) -> str:
    """Draw a style with the chances of ``STYLES``."""
    return rng.choices(list(STYLES), weights=list(STYLES.values()))[0]
