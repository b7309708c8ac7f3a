"""Long sentences that open with what they are for: "You can change your card. To do so, please log in"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import verb_lemma
from empathy_lint.rewriting.flagged import Flagged, Wording

_PURPOSE: Final = re.compile(
    r"\A(?P<lead>\W*)(?:in\s+order\s+)?to\s+(?P<what>(?P<verb>[a-z]+)\s+[^,]*?)"
    r"(?:,\s*|\s+(?=please\b|you\s+(?:must|can|need|will|are|should|have)\b))(?P<main>(?:please|you|simply|just|go|log|sign|click"
    r"|call|open|visit|select|choose|send|fill|complete|use|enter|reply|contact|follow|email|write|return|bring)\b.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
# What nobody does for its own sake, or what is no act: "to avoid a fee", "to be considered".
_NO_AIM: Final = frozenset(
    """avoid prevent be ensure make help protect comply meet qualify have stop keep find know understand remain stay
        become prove show satisfy reduce improve allow enable give let do summarise summarize recap date""".split()
)


def purpose_first(flagged: Flagged) -> Iterator[Wording]:
    """ "To change your card, please log in": you can change your card. To do so, please log in."""
    match = _PURPOSE.match(flagged.text)
    if match is None or match["verb"].lower() in _NO_AIM or verb_lemma(match["verb"].lower()) != match["verb"].lower():
        return
    verb = flagged.word_at(match.start("verb"))
    if verb is None or verb.pos != "VERB" or "(" in match["what"] or ":" in match["what"]:
        return
    main = match["main"]
    main = main[:1].lower() + main[1:] if not main[1:2].isupper() else main
    yield flagged.whole(f"{match['lead']}You can {match['what'].strip()}. To do so, {main}")
