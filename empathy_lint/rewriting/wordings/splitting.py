"""Long sentences cut where a new clause with its own subject begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital
from empathy_lint.rewriting.wordings.bracket_cuts import brackets_last
from empathy_lint.rewriting.wordings.clause_cuts import SHORTEST, Cut, clause_cut
from empathy_lint.rewriting.wordings.joined_clauses import joined_cut
from empathy_lint.rewriting.wordings.linked_cuts import linked_cut
from empathy_lint.rewriting.wordings.opening_clauses import alone
from empathy_lint.rewriting.wordings.openings_last import opening_last
from empathy_lint.rewriting.wordings.phrase_cuts import phrase_cut
from empathy_lint.rewriting.wordings.purposes import purpose_first
from empathy_lint.rewriting.wordings.said_again import again_cut
from empathy_lint.rewriting.wordings.trailing_cuts import trailing_cut
from empathy_lint.rewriting.wordings.trailing_phrases import phrase_behind

# Who finds where to cut, the surest first.
_CUTTERS: Final = (clause_cut, phrase_cut, trailing_cut, linked_cut, again_cut, phrase_behind, joined_cut)
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_SOURCE: Final = re.compile(
    r"\A(?P<lead>\W*)under\s+(?P<source>(?:section|clause|article|paragraph|regulation|part|schedule|rule)\s+(?:(?!\b(?:we|you|it|they|I)\b)[^,])*),\s+"
    r"(?P<rest>.+?)[.\s]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_MEASURE: Final = re.compile(
    r"\A(?P<lead>\W*)as\s+(?P<what>an?\s+(?:\w+\s+)?(?:measure|precaution|safeguard|courtesy|reminder|exception))\s*,\s+(?P<rest>.+?)[.\s]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_IN_THE_EVENT: Final = re.compile(
    r"\A(?P<main>(?:[^,;:]+?\s)(?:may|will|can|might|could|is|are)\s[^;:]+?),?\s+in\s+the\s+event\s+(?:that\s+)?"
    r"(?P<if>(?:the|we|you|your|our|it|they|an?|any|this)\s[^,;:]+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_LIMITS: Final = {"sms": 22}
_LIMIT: Final = 30


def short_sentences(flagged: Flagged) -> Iterator[Wording]:
    """The sentence in two or more: by safe cuts alone where they are enough, else also by those that need a reader."""
    yield from (row for row in _shortened(flagged) if not _LEFT_OVER.search(row.text))


def _shortened(flagged: Flagged) -> Iterator[Wording]:
    yield from _source_last(flagged)
    limit = _LIMITS.get(flagged.view.context.channel, _LIMIT)
    cuts = sorted(_cuts(flagged), key=lambda cut: cut.start)
    for chosen in ([cut for cut in cuts if cut.safety == "safe"], cuts):
        needed = _needed(flagged.text, chosen, limit)
        if needed:
            safety: Safety = "safe" if all(cut.safety == "safe" for cut in needed) else "review"
            yield _joined(flagged.text, needed, safety)
            if any(cut.text == ". But " for cut in needed):
                plain = [_without_but(flagged.text, cut) for cut in needed]
                yield _joined(flagged.text, plain, "review")
            if safety == "safe":
                return
    for found in opening_last(flagged, cuts, lambda text, rows: _needed(text, rows, limit)):
        if _is_short(found.text, limit):
            yield found
    yield from (wording for wording in alone(flagged) if _is_short(wording.text, limit))
    yield from (wording for wording in _in_the_event(flagged) if _is_short(wording.text, limit))
    yield from (wording for wording in purpose_first(flagged) if _is_short(wording.text, limit))
    yield from (wording for wording in brackets_last(flagged) if _is_short(wording.text, limit))


# A joint left at the end of a sentence, as behind a cut at what only looked like the next clause.
_LEFT_OVER: Final = re.compile(r"\b(?:and|or|so|but|because|that|to|of|which|the|an?)[.?]\s", re.IGNORECASE)


# "… and if you would like to talk." is a condition of nothing, unless an "if" before began a row of them.
_HANGS: Final = re.compile(
    r"\A(?!.*\b(?:if|when|unless)\b.*\band\b).*\b(?:and|but)\s+(?:if|when|unless|once)\s[^,]*\Z",
    re.IGNORECASE | re.DOTALL,
)


# What it is in spite of belongs to the whole sentence, and not to the "this" of its second half.
_DESPITE: Final = re.compile(r"\b(?:despite|in\s+spite\s+of)\b", re.IGNORECASE)


def _is_short(text: str, limit: int) -> bool:
    return all(_length(part) <= limit for part in re.split(r"(?<=[.?])\s+(?=[A-Z])", text))


def _source_last(flagged: Flagged) -> Iterator[Wording]:
    """ "Under section 10 of the Act, we may close it": we may close it; where that is written, in a sentence after."""
    match = _SOURCE.match(flagged.text)
    if match and not flagged.text.rstrip().endswith((":", "?")):
        text = f"{match['lead']}{capital(match['rest'])}. This is under {match['source']}."
        yield flagged.whole(text)
    measure = _MEASURE.match(flagged.text)
    if measure and not flagged.text.rstrip().endswith((":", "?")):
        yield flagged.whole(f"{measure['lead']}{capital(measure['rest'])}. This is {measure['what']}.")


def _in_the_event(flagged: Flagged) -> Iterator[Wording]:
    """ "This may be shown in the event that you move": this may be shown. This applies if you move."""
    match = _IN_THE_EVENT.match(flagged.text) if "in the event" in flagged.text else None
    opens = re.match(r"\W*(?:if|unless|should|please|when)\b", flagged.text, re.IGNORECASE)
    if match and not opens:
        yield flagged.whole(f"{match['main']}. This applies if {match['if']}")


def _needed(text: str, cuts: list[Cut], limit: int) -> list[Cut]:
    """The fewest of the cuts, from the left, after which no part is too long; none where that cannot be."""
    needed: list[Cut] = []
    start = 0
    for position, cut in enumerate(cuts):
        if cut.start < start:
            continue
        following = cuts[position + 1].start if position + 1 < len(cuts) else len(text)
        if _length(text[start:following]) > limit:
            needed.append(cut)
            start = cut.end
    bounds = [0, *(cut.start for cut in needed), len(text)]
    return needed if all(_length(text[first:last]) <= limit for first, last in pairwise(bounds)) else []


def _length(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


def _without_but(text: str, cut: Cut) -> Cut:
    """The cut without its "But", which can read as taking back what was said before."""
    return Cut(cut.start, cut.end + 1, ". " + capital(text[cut.end]), cut.safety) if cut.text == ". But " else cut


def _joined(text: str, cuts: list[Cut], safety: Safety) -> Wording:
    parts, at = [], cuts[0].start
    for cut in cuts:
        parts.append(text[at : cut.start] + cut.text)
        at = cut.end
    return Wording(cuts[0].start, at, "".join(parts), "sentence", safety)


def _cuts(flagged: Flagged) -> Iterator[Cut]:
    text, words = flagged.text, flagged.tree.words
    if any(mark in text for mark in '“”"()[]') and not re.fullmatch(r"[^“”\"()\[\]]*", text):
        quoted = _enclosed(text)
    else:
        quoted = set()
    for word in words:
        cut = next(filter(None, (found(flagged, word) for found in _CUTTERS)), None)
        if cut is None or (cut.start in quoted and cut.end < len(text)) or flagged.has_placeholder(cut.start, cut.end):
            continue
        before = [each for each in words if each.end <= cut.start]
        # What stood in brackets at the end is all rewritten, and still says as much.
        rest = cut.start if cut.end == len(text) else cut.end - 1
        after = [each for each in words if each.start >= rest]
        turned = cut.text.endswith("This") and _DESPITE.search(text[cut.end :])
        hangs = _HANGS.match(text[: cut.start])
        if len(before) >= SHORTEST and len(after) >= SHORTEST and not (turned or hangs):
            yield cut


def _enclosed(text: str) -> set[int]:
    found: set[int] = set()
    for match in re.finditer(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)|\[[^\]]*\]", text):
        found.update(range(*match.span()))
    return found
