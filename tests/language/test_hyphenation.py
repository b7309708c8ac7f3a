"""Words are parted as pyphen parts them, though its patterns are not all read."""

from __future__ import annotations

import pyphen

from empathy_lint.language.hyphenation import hyphenation

WORDS = """a I we pay paid payment overdue hyphenation responsibility unfortunately anticipated table tables
    re-enter don't O'Neill naïve café straße 2026 3rd x86 UPPERCASE MixedCase antidisestablishmentarianism
    leverage accommodation rhythm queue project present reciprocity associate declination philanthropic""".split()


def test_every_word_is_parted_as_pyphen_parts_it() -> None:
    ours, theirs = hyphenation("en_US"), pyphen.Pyphen(lang="en_US")
    assert [ours.positions(word) for word in WORDS] == [theirs.positions(word) for word in WORDS]
    assert sum(len(theirs.positions(word)) for word in WORDS) > 20


def test_a_dictionary_with_other_kinds_of_patterns_is_left_to_pyphen() -> None:
    assert hyphenation("hu_HU").positions("asszonnyal") == pyphen.Pyphen(lang="hu_HU").positions("asszonnyal")
