"""Long sentences with examples in brackets: the examples in a sentence behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

_EXAMPLES: Final = re.compile(
    r"\s*\((?P<lead>including|such\s+as|for\s+example|for\s+instance|e\.g\.?),?\s+(?P<what>[^()]{8,})\)", re.IGNORECASE
)


_CLAUSE: Final = re.compile(r"(?:whether|if|that|where|when|how|who|what|why)\b", re.IGNORECASE)


def _is_told(flagged: Flagged) -> bool:
    """Whether the sentence has a main clause: something that is told, or asked for."""
    root = next((word for word in flagged.tree.words if word.dep == "ROOT"), None)
    return root is not None and (root.imperative or root.base or root.has("nsubj", "expl", "csubj"))


def brackets_last(flagged: Flagged) -> Iterator[Wording]:
    """ "Send a proof (such as a bill or a payslip) to us": send a proof to us. Examples are a bill or a payslip."""
    match = _EXAMPLES.search(flagged.text)
    # A clause is no example, and a list belongs to what it stands behind.
    if match is None or _CLAUSE.match(match["what"]) or match["what"].count(",") > 1 or not _is_told(flagged):
        return
    if flagged.has_placeholder(*match.span()) or not flagged.text.rstrip().endswith("."):
        return
    rest = flagged.text[: match.start()] + flagged.text[match.end() :].rstrip()
    opener = "This includes" if match["lead"].lower() == "including" else "Examples are"
    yield flagged.whole(f"{rest} {opener} {match['what'].strip().rstrip('.')}.")
