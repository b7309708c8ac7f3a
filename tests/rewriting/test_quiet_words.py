"""Words of danger, crime and ruin in quiet ones that say as much."""

from __future__ import annotations

import pytest
from writing_helpers import whole_of

from empathy_lint.rewriting.wordings.quiet_words import in_quiet_words

QUIET = [
    ("To break the seal is an offence punishable under section 4.", "To break the seal is an offence under section 4."),
    ("A default remains on your credit file for six years.", "A default shows on your credit file for six years."),
    ("The case will be visible to future lenders.", "The case can be seen by future lenders."),
    ("This constitutes a material breach of your lease.", "This is not in line with your lease."),
    ("A complaint was made against you.", "A complaint was made about you."),
    ("A late form puts your place on the list at risk.", "A late form could affect your place on the list."),
    ("This may jeopardise your claim.", "This may affect your claim."),
    ("Your files may be irretrievably lost on Friday.", "Your files may no longer be recoverable from Friday."),
    ("Your listing has been removed.", "Your listing has been taken down."),
    (
        'Your post "Cheap tickets" has been removed because it breaks our rules.',
        'Your post "Cheap tickets" has been taken down because it breaks our rules.',
    ),
    (
        "It stays on your file for a year, and will be seen by other lenders.",
        "It shows on your file for a year, and can be seen by other lenders.",
    ),
]
LEFT = [
    "The offence was reported by you.",
    "Please stay on your route for a mile.",
    "A claim was brought against you in the county court.",
    "Please remove your listing by Friday.",
    "The wheel clamp was removed from your car.",
    "Your old form will be destroyed.",
    "This lock makes it harder to break in.",
]


@pytest.mark.parametrize(("loud", "quiet"), QUIET)
def test_a_loud_word_is_said_quietly(loud: str, quiet: str) -> None:
    found = in_quiet_words(whole_of(loud))
    assert quiet in [loud[: row.start] + row.text + loud[row.end :] for row in found]


@pytest.mark.parametrize("sentence", LEFT)
def test_what_is_another_thing_is_left(sentence: str) -> None:
    assert list(in_quiet_words(whole_of(sentence))) == []
