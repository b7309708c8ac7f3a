"""Where a link to what was said can begin a sentence of its own: "in which case", "due to", "by clicking", "unless".

All of these change more than a joint, so a person reads them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import verb_lemma
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, capital
from empathy_lint.rewriting.wordings.clause_cuts import SHORTEST, Cut, finite

_OPENS: Final = re.compile(
    r"\A\W*(?:if|unless|when|where|before|after|once|while|although|though|should|until|to|in|for|as|because|since|by|with)\b",
    re.IGNORECASE,
)
_BY_DOING: Final = re.compile(
    r"\s+(?P<doing>(?:click|visit|logg|call|follow|go|reply|contact|enter|send|email|sign|fill|return|press|select|choos|scann)ing)\b"
)
# A condition that opens what stands between two commas: what follows hangs on it.
_CONDITION: Final = re.compile(
    r"[,.;:!?]\s*(?:and\s+|but\s+|so\s+)?(?:if|when|once|unless|should|to|for|as|because|since|although|while|whereas)\s[^,]*\Z",
    re.IGNORECASE,
)
_LEMMA: Final = {"logging": "log", "choosing": "choose", "scanning": "scan"}
_CASES: Final = {"case": "In that case,", "point": "At that point,", "time": "At that time,"}
_DUE: Final = re.compile(r"\s+(?:to|of)\s+(?=\w)", re.IGNORECASE)
_PLAIN_MODALS: Final = frozenset({"would", "should", "must", "does", "did", "cannot"})


def linked_cut(flagged: Flagged, word: Word) -> Cut | None:
    """The cut before the link, or None."""
    cut = _CUTS.get(word.form)
    return cut(flagged, word) if cut is not None and word.index >= SHORTEST else None


def _before(flagged: Flagged, start: int, end: int, text: str) -> Cut:
    """The cut in place of sentence[start:end], with the comma and space before it."""
    lead = re.search(r"\s*,?\s*\Z", flagged.text[:start])
    return Cut(lead.start() if lead else start, end, text, "review")


def _is_whole(flagged: Flagged, end: int) -> bool:
    """Whether what stands before an offset is a statement or an ask that hangs on nothing."""
    words = [word for word in flagged.tree.words if word.end <= end]
    says = any(word.has("nsubj", "expl") or word.imperative for word in words)
    return says and not _OPENS.match(flagged.text)


def _asks(flagged: Flagged) -> bool:
    root = next((word for word in flagged.tree.words if word.dep == "ROOT"), None)
    return root is not None and (root.imperative or (root.base and not root.has("nsubj")))


def _by_doing(flagged: Flagged, word: Word) -> Cut | None:
    """ "Please confirm it by clicking the link": to do so, click the link."""
    match = _BY_DOING.match(flagged.text, word.end)
    if match is None or not _asks(flagged) or not _is_whole(flagged, word.start):
        return None
    lemma = _LEMMA.get(match["doing"].lower()) or verb_lemma(match["doing"].lower())
    return _before(flagged, word.start, match.end(), f". To do so, {lemma}")


def _unless(flagged: Flagged, word: Word) -> Cut | None:
    """ "It renews each year unless you tell us": this does not apply if you tell us."""
    verb = word.head
    if verb is None or not verb.is_("advcl") or not word.is_("mark") or not _is_whole(flagged, word.start):
        return None
    if re.search(r"\b(?:not|cannot|no|never|n['’]t)\b", flagged.text[: word.start], re.IGNORECASE):
        return None
    opener = "You do not need to do this if" if _asks(flagged) else "This does not apply if"
    return _before(flagged, word.start, word.end, f". {opener}")


def _due(flagged: Flagged, word: Word) -> Cut | None:
    """ "The line was down due to a storm": this is due to a storm."""
    match = _DUE.match(flagged.text, word.end)
    following = flagged.tree.after(word)
    joint = following is not None and following.form == ("to" if word.form == "due" else "of")
    before = flagged.tree.after(word, -1)
    plain = before is not None and before.form not in (
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "not",
        "only",
        "and",
        "or",
    )
    if match is None or not joint or not plain or _asks(flagged) or not _is_whole(flagged, word.start):
        return None
    if "," in flagged.text[word.end :] or re.search(r"\b(?:not|cannot)\b", flagged.text[: word.start]):
        return None
    return _before(flagged, word.start, word.start, ". This is ")


def _in_which(flagged: Flagged, word: Word) -> Cut | None:
    """ "…, in which case we call you": in that case, we call you."""
    match = re.compile(r"(?:in|at)\s+which\s+(?P<what>case|point|time)(?:\s*,)?", re.IGNORECASE).match(
        flagged.text, word.start
    )
    if match is None or not _is_whole(flagged, word.start):
        return None
    return _before(flagged, word.start, match.end(), f". {_CASES[match['what'].lower()]}")


def _after_which(flagged: Flagged, word: Word) -> Cut | None:
    match = re.compile(r"after\s+which\s*,?(?=\s+(?:you|we|your|it|the)\b)", re.IGNORECASE).match(
        flagged.text, word.start
    )
    return (
        _before(flagged, word.start, match.end(), ". After that,") if match and _is_whole(flagged, word.start) else None
    )


def _another_condition(flagged: Flagged, word: Word) -> Cut | None:
    """ "…, and if you have moved, please tell us": the condition with its own ask."""
    following = flagged.tree.after(word)
    comma = flagged.text[: word.start].rstrip().endswith(",")
    if (
        following is None
        or following.form not in ("if", "when", "once")
        or not comma
        or not _is_whole(flagged, word.start)
    ):
        return None
    if "," not in flagged.text[following.end :]:
        return None
    start = following.start
    return _before(flagged, word.start, start + 1, f". {capital(flagged.text[start : start + 1])}")


def _or_you_can(flagged: Flagged, word: Word) -> Cut | None:
    """ "You can write to us, or you can call": you can also call."""
    match = re.compile(r"\s+(?P<who>you|we)\s+(?P<can>can|may)(?:\s+also)?\b").match(flagged.text, word.end)
    if match is None or not _is_whole(flagged, word.start):
        return None
    return _before(flagged, word.start, match.end(), f". {match['who'].capitalize()} {match['can']} also")


def _spliced(flagged: Flagged, word: Word) -> Cut | None:
    """ "Your card runs out soon, please add a new one": two sentences that a comma joined."""
    following = flagged.tree.after(word)
    if following is None or following.form != "please" or not _is_whole(flagged, word.start):
        return None
    if _CONDITION.search(flagged.text[: word.start]):
        return None
    return Cut(word.start, following.end, ". Please", "review")


def _dashed(flagged: Flagged, word: Word) -> Cut | None:
    """ "It is ready – you can fetch it": two sentences, where each has its verb."""
    apart = flagged.text[word.start - 1 : word.start].isspace() and flagged.text[word.end : word.end + 1].isspace()
    if not apart or finite(flagged, word.end) is None or not _is_whole(flagged, word.start):
        return None
    start = word.end + len(flagged.text[word.end :]) - len(flagged.text[word.end :].lstrip())
    return _before(flagged, word.start, start + 1, f". {capital(flagged.text[start : start + 1])}")


def _which(flagged: Flagged, word: Word) -> Cut | None:
    """ "…, which gives you more time": this gives you more time."""
    before, verb = flagged.tree.after(word, -1), flagged.tree.after(word)
    if before is None or before.form != "," or verb is None or not word.is_("nsubj"):
        return None
    if verb.form in _PLAIN_MODALS or (verb.pos == "VERB" and verb.form.endswith("s")):
        return _before(flagged, word.start, word.end, ". This")
    if verb.pos == "VERB" and verb.base:
        return _before(flagged, word.start, word.end, ". These")
    return None


_CUTS: Final[dict[str, Callable[[Flagged, Word], Cut | None]]] = {
    "by": _by_doing,
    "unless": _unless,
    "due": _due,
    "because": _due,
    "in": _in_which,
    "at": _in_which,
    "after": _after_which,
    "and": _another_condition,
    "or": _or_you_can,
    ",": _spliced,
    "-": _dashed,
    "–": _dashed,
    "—": _dashed,
    "which": _which,
}
