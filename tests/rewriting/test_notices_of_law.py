"""In a notice of law no word is changed without a person reading it."""

from __future__ import annotations

from empathy_lint import lint

_LETTER = "Subject: {subject}\n\nDear Ms Okafor,\n\nPlease find enclosed the form. You are advised to send it back.\n"


def _safety(subject: str) -> set[str]:
    found = [row.finding for row in lint(_LETTER.format(subject=subject)).findings]
    return {rewrite.safety for finding in found for rewrite in finding.rewrites if finding.place}


def test_what_is_safe_in_a_letter_is_for_review_in_a_notice() -> None:
    assert _safety("Your form") == {"safe"}
    assert _safety("Notice to vacate the flat") == {"review"}
