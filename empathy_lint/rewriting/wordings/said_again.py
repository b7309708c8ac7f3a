"""Long sentences cut where a second thing hangs on the verb of the first, which is said again: "also make sure that".

Also where only a word of contrast joins two sentences. Most of these add words, so a person reads them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged
from empathy_lint.rewriting.wordings.clause_cuts import SHORTEST, Cut, finite

_CONDITION: Final = re.compile(r"\W*(?:if|unless|should|when|where|once)\b", re.IGNORECASE)
_SURE: Final = re.compile(r"\b(?P<sure>make\s+sure|check|ensure)\s+(?P<that>that\s+)?", re.IGNORECASE)
_HOWEVER: Final = re.compile(r"however\s*,?\s+", re.IGNORECASE)
_REASON: Final = re.compile(r"\s+(?:because|since|if|when|once|until|while)\b", re.IGNORECASE)
_MOST_OF_ALL: Final = re.compile(r"(?:particularly|especially)\s+(?P<mark>if|when|where)\b", re.IGNORECASE)


def again_cut(flagged: Flagged, word: Word) -> Cut | None:
    """The cut before the second thing, or None."""
    cut = _CUTS.get(word.form)
    return cut(flagged, word) if cut is not None and word.index >= SHORTEST else None


def _lead(flagged: Flagged, word: Word) -> int:
    """Where the comma and the space before a word begin."""
    match = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    return match.start() if match else word.start


def _sure_of_more(flagged: Flagged, word: Word) -> Cut | None:
    """ "Make sure that A and B": make sure that A. Also make sure that B."""
    found = [match for match in _SURE.finditer(flagged.text) if match.end() <= word.start]
    if not found:
        return None
    match = found[-1]
    asks, first = flagged.word_at(match.start()), flagged.word_at(match.end())
    rest = re.compile(r"\s+(?:that\s+)?").match(flagged.text, word.end)
    own = flagged.word_at(rest.end()) if rest else None
    if asks is None or first is None or own is None or rest is None or "," in flagged.text[match.end() : word.start]:
        return None
    if not (asks.imperative and asks.dep in ("ROOT", "conj")) or first.form in ("to", "if", "whether", "you're"):
        return None
    verb = next((each for each in own.ancestors() if each.is_("conj")), None)
    joined = verb is not None and verb.has("nsubj", "expl") and verb.index > word.index
    said_again = "that" in rest.group().lower() and match["that"]  # whatever the parse makes of it
    if not joined or verb is None or verb.head is None or (verb.head.start < match.end() and not said_again):
        return None
    opener = "In that case, also" if _CONDITION.match(flagged.text) else "Also"
    text = f". {opener} {match['sure'].lower()} that "
    return Cut(_lead(flagged, word), rest.end(), text, "review")


def _along_with(flagged: Flagged, word: Word) -> Cut | None:
    """ "Send the form, along with a bill": send the form. Also send a bill."""
    match = re.compile(r"along\s+with\s+", re.IGNORECASE).match(flagged.text, word.start)
    comma = flagged.text[: word.start].rstrip().endswith(",")
    main = _asked_last(flagged, word)
    if match is None or not comma or main is None:
        return None
    rest = [each for each in flagged.tree.words if each.start > word.end and not each.is_("acl")]
    if any(each.pos in ("VERB", "AUX") and each.has("nsubj") for each in rest):
        return None
    opener = "In that case, also" if _CONDITION.match(flagged.text) else "Also"
    return Cut(_lead(flagged, word), match.end(), f". {opener} {main.form} ", "review")


def _asked_last(flagged: Flagged, word: Word) -> Word | None:
    """The last verb before a word with which an ask begins: at the start, behind a comma or a "please"."""
    for verb in reversed(flagged.tree.words[: word.index]):
        before = flagged.tree.words[verb.index - 1].form if verb.index else ""
        if verb.pos == "VERB" and verb.base and before in ("", ",", "please", "then") and not verb.has("nsubj"):
            return verb
        if verb.pos in ("VERB", "AUX") and verb.has("nsubj") and not verb.is_("acl"):
            return None
    return None


def _however(flagged: Flagged, word: Word) -> Cut | None:
    """ "We looked, however it was not there": a comma where a new sentence begins."""
    match = _HOWEVER.match(flagged.text, word.start)
    before = flagged.text[: word.start].rstrip()
    if match is None or not before.endswith((",", ";")) or finite(flagged, match.end()) is None:
        return None
    if _CONDITION.match(flagged.text) or not _is_told(flagged, word.start):
        return None
    return Cut(len(before) - 1, match.end(), ". However, ", "safe")


def _but_because(flagged: Flagged, word: Word) -> Cut | None:
    """ "It opens by itself, but because it is full, please click": however, because it is full, please click."""
    comma = flagged.text[: word.start].rstrip().endswith(",")
    reason = _REASON.match(flagged.text, word.end)
    if not comma or reason is None or "," not in flagged.text[reason.end() :]:
        return None
    if _CONDITION.match(flagged.text) or not _is_told(flagged, word.start):
        return None
    return Cut(_lead(flagged, word), word.end, ". However,", "review")


def _is_told(flagged: Flagged, end: int) -> bool:
    """Whether a verb with its subject, or an ask, stands before an offset."""
    words = [word for word in flagged.tree.words if word.end <= end]
    return any(word.pos in ("VERB", "AUX", "ADJ") and (word.has("nsubj", "expl") or word.imperative) for word in words)


def _above_all(flagged: Flagged, word: Word) -> Cut | None:
    """ "Ask for advice (particularly if you are not sure)": this applies above all if you are not sure."""
    match = _MOST_OF_ALL.match(flagged.text, word.start)
    if match is None or not _is_told(flagged, word.start):
        return None
    start = len(re.sub(r"\s*[,(]?\s*\Z", "", flagged.text[: word.start]))
    inside = flagged.text[start : word.start].strip() == "("
    tail = re.search(r"\)\s*[.!]?\s*\Z", flagged.text)
    if inside and (tail is None or "(" in flagged.text[word.end :]):
        return None
    if not inside:
        return Cut(start, match.end(), f". This applies above all {match['mark'].lower()}", "review")
    if tail is None or flagged.has_placeholder(match.end(), len(flagged.text)):
        return None
    rest = flagged.text[match.end() : tail.start()]
    return Cut(start, len(flagged.text), f". This applies above all {match['mark'].lower()}{rest}.", "review")


_CUTS: Final[dict[str, Callable[[Flagged, Word], Cut | None]]] = {
    "and": _sure_of_more,
    "along": _along_with,
    "however": _however,
    "but": _but_because,
    "particularly": _above_all,
    "especially": _above_all,
}
