"""Long sentences whose opening phrase can follow as a sentence: "In accordance with the rules, A, and B".

"Having read your letter, we have decided" becomes "We have read your letter. We have decided". A person reads these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.wordings.clause_cuts import Cut

Needed = Callable[[str, list[Cut]], list[Cut]]

_WHAT: Final = r"(?P<what>[^,();:]*(?:\([^()]*\)[^,();:]*)?)\s*,\s+"
_OPENINGS: Final = tuple(
    (re.compile(rf"\A(?P<lead>\W*){pattern}\s+{_WHAT}", re.IGNORECASE), text)
    for pattern, text in (
        (r"(?:in\s+accordance\s+with|pursuant\s+to|in\s+line\s+with|in\s+compliance\s+with)", "This is in line with"),
        (r"(?:following|further\s+to)", "This follows"),
        (r"as\s+required\s+(?:by|under)", "This is required by"),
        (r"as\s+a\s+(?:direct\s+)?(?:result|consequence)\s+of", "This is because of"),
        (r"(?:due\s+to|owing\s+to|because\s+of)", "This is because of"),
        (r"on\s+the\s+basis\s+of", "This is based on"),
    )
)
_HAVING: Final = re.compile(
    r"\A(?P<lead>\W*)having\s+(?:(?:now|carefully|fully)\s+)?(?P<done>considered|reviewed|read|checked|looked|spoken|received|examined|investigated|assessed"
    r"|taken|discussed|completed|consulted|tried|contacted)\b" + _WHAT.replace("[^,();:]*(?:", " [^,();:]*(?:", 1),
    re.IGNORECASE,
)


def opening_last(flagged: Flagged, cuts: Sequence[Cut], needed: Needed) -> Iterator[Wording]:
    """The main clause first, what it rests on in a sentence behind it, and then the rest."""
    if flagged.text.rstrip().endswith(("?", ":")):
        return
    for pattern, text in _OPENINGS:
        match = pattern.match(flagged.text)
        if match and match["what"].strip() and _subject_at(flagged, match.end()):
            yield from _told(flagged, match, f"{text} {match['what'].strip()}.", cuts, needed)
    match = _HAVING.match(flagged.text)
    own = _subject_at(flagged, match.end()) if match else None
    if match and own and not flagged.has_placeholder(match.end(), match.end() + len(own)):
        have = "have" if own.lower() in ("we", "i", "you", "they") else "has"
        rest = flagged.text[match.end() :]
        first = f"{capital(own)} {have} {match['done'].lower()}{match['what'].rstrip()}."
        yield flagged.whole(f"{match['lead']}{first} {capital(rest)}")


def _told(
    flagged: Flagged, match: re.Match[str], source: str, cuts: Sequence[Cut], needed: Needed
) -> Iterator[Wording]:
    text, at = flagged.text, match.end()
    if flagged.has_placeholder(at, at + 1):
        return
    rest = text[at:]
    later = [Cut(cut.start - at, cut.end - at, cut.text, cut.safety) for cut in cuts if cut.start > at]
    chosen = needed(rest, later)
    first_end = chosen[0].start if chosen else len(rest.rstrip(" .!"))
    said = f"{match['lead']}{capital(rest[:first_end])}. {source}"
    ends = [*(cut.start for cut in chosen[1:]), len(rest)]
    for cut, end in zip(chosen, ends, strict=False):
        joint = cut.text.removeprefix(".") if cut is chosen[0] else cut.text
        said += joint + rest[cut.end : end]
    yield flagged.whole(said)


def _subject_at(flagged: Flagged, start: int) -> str | None:
    """The subject that begins there, of a verb behind it."""
    for row in flagged.tree.words:
        if row.is_("nsubj", "expl") and row.head is not None and row.head.index > row.index:
            own = row.subtree()
            if own[0].start == start and len(own) <= 6:
                return flagged.text[own[0].start : row.end]
    return None
