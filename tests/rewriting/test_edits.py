"""New words reach the source without harm to what is no prose: tags, placeholders, entities, logic."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from empathy_lint.reading.edits import edited
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import rewritten
from empathy_lint.rewriting.candidate import Candidate, Kept
from empathy_lint.rewriting.edits import edits_of
from empathy_lint.rewriting.invariants import keeps_facts, reads_as_meant
from empathy_lint.rewriting.wording import rewritten_prose, typed_pieces


def message_of(text: str, path: str = "a.html") -> Message:
    (message,) = read(path, text.encode()).messages
    return message


def candidate(message: Message, old: str, *pieces: str | Kept, block: int = 0, safety="safe") -> Candidate:
    start = message.blocks[block].prose.index(old)
    return Candidate(block, start, start + len(old), pieces, "phrase", safety)


def kept(message: Message, words: str, block: int = 0) -> Kept:
    start = message.blocks[block].prose.index(words)
    return Kept(start, start + len(words))


def changed(message: Message, proposed: Candidate) -> str | None:
    edits = edits_of(proposed, message)
    return None if edits is None else edited(message.source.text, edits)


def test_words_are_replaced_where_they_stand() -> None:
    message = message_of("<p>We will take <b>legal action</b> soon.</p>")
    assert changed(message, candidate(message, "legal action", "the next step")) == (
        "<p>We will take <b>the next step</b> soon.</p>"
    )


def test_words_wrapped_over_lines_are_replaced_whole() -> None:
    message = message_of("If this stays unpaid for a week, we will take legal\n   action against you.", "a.txt")
    assert changed(message, candidate(message, "legal action", "a step")) == (
        "If this stays unpaid for a week, we will take a step against you."
    )


def test_kept_runs_keep_their_markup_and_entities() -> None:
    message = message_of("<p>You must pay <b>{{ amount }}</b>&nbsp;by {{ date }}.</p>")
    proposed = candidate(message, "You must pay $50 by", "Please send ", kept(message, "$50"), " before")
    assert changed(message, proposed) == "<p>Please send <b>{{ amount }}</b>&nbsp;before {{ date }}.</p>"


def test_kept_runs_that_change_places_take_their_markup_along() -> None:
    message = message_of("<p>If you do not pay <b>{{ amount }}</b> by <i>{{ date }}</i>, we act.</p>")
    amount, date = kept(message, "$50"), kept(message, "Friday")
    proposed = candidate(
        message, "If you do not pay $50 by Friday, we act", "By ", date, ", please pay ", amount, safety="review"
    )
    assert changed(message, proposed) == "<p>By <i>{{ date }}</i>, please pay <b>{{ amount }}</b>.</p>"


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("<p>Pay {{ amount }} now.</p>", "Pay $50 now", "Settle this"),  # a placeholder would go
        ("<p>Pay <b>all</b> of it.</p>", "Pay all of it", "Settle this"),  # a tag would stand empty
        ("<p>Pay now.<br>Or else.</p>", "now. Or else", "soon"),
        ("<p>It is <b>URGENT</b>.</p>", "URGENT", ""),
    ],
)
def test_nothing_is_cut(text: str, old: str, new: str) -> None:
    message = message_of(text)
    old = old if old in message.blocks[0].prose else old.replace(". ", ".\n")
    assert edits_of(candidate(message, old, new), message) is None


def test_a_link_is_not_torn_when_its_words_move() -> None:
    message = message_of('<p>Read <a href="/x">the terms now</a> or {{ name }} will act.</p>')
    proposed = candidate(
        message, "the terms now or Alex", kept(message, "Alex"), " and ", kept(message, "now or"), safety="review"
    )
    assert edits_of(proposed, message) is None


def test_in_jsx_values_move_with_their_braces_and_strings_are_not_torn() -> None:
    def page(words: str) -> str:
        return f"export const Late = () => (<Html><Text>{words}</Text></Html>)"

    message = message_of(page("Pay <b>{amount}</b> by {dueDate} now."), "emails/late.tsx")
    amount, date = kept(message, "$50"), kept(message, "Friday")
    moved = candidate(message, "Pay $50 by Friday", "By ", date, " pay ", amount)
    assert changed(message, moved) == page("By {dueDate} pay <b>{amount}</b> now.")
    message = message_of(page("Pay {'it all'} by {dueDate} now."), "emails/late.tsx")
    string, date = kept(message, "Pay it"), kept(message, "all by Friday")
    assert changed(message, candidate(message, "Pay it all by Friday", date, " or ", string)) is None


def test_words_around_markup_change_word_by_word() -> None:
    message = message_of("<p>You must pay <b>all of it</b> now.</p>")
    proposed = candidate(message, "You must pay all of it now", "Please pay all of it soon")
    assert changed(message, proposed) == "<p>Please pay <b>all of it</b> soon.</p>"


def test_for_a_reader_a_change_may_cross_the_edge_of_bold_words() -> None:
    message = message_of("<p>It may be <b>closed</b> without notice.</p>")
    proposed = candidate(message, "may be closed without notice", "stays", safety="review")
    assert changed(message, proposed) == "<p>It <b>stays</b>.</p>"


def test_a_sentence_is_added_behind_the_markup_that_ends_a_paragraph() -> None:
    message = message_of('<p>Pay at <a href="/x">our site.</a></p>')
    at = len(message.blocks[0].prose)
    added = Candidate(0, at, at, (" Or call us.",), "insert", "review")
    assert changed(message, added) == '<p>Pay at <a href="/x">our site.</a> Or call us.</p>'


@pytest.mark.parametrize("old", ["$40", "9 May", "https://pay.example/a"])
def test_numbers_dates_and_addresses_have_to_stay(old: str) -> None:
    message = message_of("Pay $40 by 9 May at https://pay.example/a today.", "a.txt")
    assert not keeps_facts(candidate(message, old, "it"), message.blocks[0])
    assert keeps_facts(candidate(message, "today", "soon"), message.blocks[0])


def test_typed_words_keep_the_placeholders_they_name() -> None:
    message = message_of("<p>You must pay {{ amount }} now.</p>")
    block = message.blocks[0]
    pieces = typed_pieces("Please pay {{ amount }} soon.", block, 0, len(block.prose))
    proposed = Candidate(0, 0, len(block.prose), pieces, "sentence", "review")
    assert changed(message, proposed) == "<p>Please pay {{ amount }} soon.</p>"


PARTS = st.sampled_from(
    ["pay", "you must", "now.", "{{ amount }}", "<b>all</b>", "<a href='/x'>here</a>", "{% if late %}", "{% endif %}",
     "&amp;", "café", "\n  ", "<br>", "**soon**", "[site](http://a.example)", "$20", "<i>{{ name }}</i>", "%{date}",
     "–"]
)  # fmt: skip
NEW = st.lists(st.sampled_from(["please", "send", "it", "&", "<now>", "it's", "*", "“so”", "{"]), max_size=4)


@given(
    st.lists(PARTS, min_size=1, max_size=12), st.sampled_from(["a.html", "a.md", "a.txt", "a.html.erb"]), NEW, st.data()
)
def test_in_random_markup_code_survives_every_edit(parts: list[str], path: str, new: list[str], data) -> None:
    message = message_of("Hello. " + " ".join(parts), path)
    number = data.draw(st.integers(0, len(message.blocks) - 1))
    block = message.blocks[number]
    places = sorted(data.draw(st.lists(st.integers(0, len(block.prose)), min_size=4, max_size=4)))
    start, first, last, end = places
    pieces = (" ".join(new), Kept(first, last), " ".join(reversed(new)))
    proposed = Candidate(number, start, end, pieces, "sentence", "review")
    edits = edits_of(proposed, message)
    assume(edits)
    after = edited(message.source.text, edits)
    markup = () if path == "a.txt" else ("<b>", "</b>", "</a>", "<br>")  # in plain text, what looks like a tag is none
    for code in ("{{ amount }}", "{{ name }}", "{% if late %}", "{% endif %}", "%{date}", *markup):
        assert after.count(code) == message.source.text.count(code)
    again = rewritten(message, edits)
    if again is not None and reads_as_meant(message, again, proposed):
        old = Counter(row.code for row in block.placeholders)
        assert Counter(row.code for row in again.blocks[number].placeholders) == old
        assert rewritten_prose(proposed, block)
