"""Long sentences with examples in brackets: the examples in a sentence behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

_EXAMPLES: Final = re.compile(
    r"\s*\((?P<lead>including|such\s+as|for\s+example|for\s+instance|e\.g\.?),?\s+(?P<what>[^()]{8,})\)", re.IGNORECASE
)


def brackets_last(flagged: Flagged) -> Iterator[Wording]:
    """ "Send a proof (such as a bill or a payslip) to us": send a proof to us. Examples are a bill or a payslip."""
    match = _EXAMPLES.search(flagged.text)
    if match is None or flagged.has_placeholder(*match.span()) or not flagged.text.rstrip().endswith("."):
        return
    rest = flagged.text[: match.start()] + flagged.text[match.end() :].rstrip()
    opener = "This includes" if match["lead"].lower() == "including" else "Examples are"
    yield flagged.whole(f"{rest} {opener} {match['what'].strip().rstrip('.')}.")
