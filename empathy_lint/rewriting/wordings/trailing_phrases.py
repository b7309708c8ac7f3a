"""Where what trails behind a comma begins a sentence: "commencing on", "all of which", "provided that", "although".

All of these change more than a joint, so a person reads them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, capital
from empathy_lint.rewriting.wordings.clause_cuts import SHORTEST, Cut, finite
from empathy_lint.rewriting.wordings.trailing_cuts import DENIED

_CONDITION: Final = re.compile(
    r"\A\W*(?:if|unless|when|where|once|while|until|although|though|should|in\s+the\s+event|provided)\b", re.IGNORECASE
)
# What stands behind a comma, and what says the same at the start of a sentence.
_PHRASES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), text)
    for pattern, text in (
        (r"(?:commencing|starting|beginning)\s+(?=(?:on|from|in|with|at|today|tomorrow|next)\b)", "This starts "),
        (r"(?:ending|finishing|expiring)\s+(?=(?:on|in|at)\b)", "This ends "),
        (r"(?:effective|with\s+effect)\s+(?=(?:from|on)\b)", "This takes effect "),
        (
            r"being\s+(?=[^\s\w]?\d|(?:the|an?)\s+(?:[\w-]+\s+)?(?:sum|amount|total|cost|balance|increase|reduction|date|day|fee|price|rent)\b)",
            "This is ",
        ),
        (r"totall?ing\s+(?=[^\s\w]?\d)", "This comes to "),
        (r"amounting\s+to\s+(?=[^\s\w]?\d)", "This comes to "),
        (r"(?=(?:based\s+on|subject\s+to|payable\s+(?:by|on|in|to)|because\s+of|due\s+to|owing\s+to)\b)", "This is "),
        (r"(?:following|further\s+to)\s+(?=(?:the|our|your|an?|this|that)\b)", "This follows "),
        (r"(?:in\s+accordance\s+with|pursuant\s+to|in\s+line\s+with)\s+", "This is in line with "),
        (r"as\s+required\s+by\s+", "This is required by "),
        (r"(?=(?:all|some|most|none|both|many|each|any)\s+of\s+(?:which|whom)\b)", ""),
    )
)
_OF_WHICH: Final = re.compile(r"(?P<all>\w+)\s+of\s+(?P<which>which|whom)\b", re.IGNORECASE)
# What links a clause of its own to what was said.
_LINKS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), text)
    for pattern, text in (
        (r"whereupon\s+", "Then "),
        (r"failing\s+which,?\s+", "Otherwise, "),
        (r"by\s+which\s+time,?\s+", "By then, "),
        (r"(?:although|though|whereas)\s+", "However, "),
    )
)
_CONDITIONS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), text)
    for pattern, text in (
        (r"(?:provided|providing|on\s+condition)(?:\s+that)?\s+(?=(?:you|we|they|the|your|it|this)\b)", "only if "),
        (r"as\s+long\s+as\s+", "only if "),
        (r"(?=whether\s[^,;]*\sor\s)", ""),
    )
)  # fmt: skip
_FIRST: Final = frozenset(
    """commencing starting beginning ending finishing expiring effective with being totalling totaling amounting
        based subject payable due owing because following further in pursuant as all some most none both many each
        any""".split()
)
_LINKING: Final = frozenset({"whereupon", "failing", "by", "although", "though", "whereas"})
_CONDITIONAL: Final = frozenset({"provided", "providing", "on", "as", "whether"})
_WRITINGS: Final = re.compile(
    r"(?:forms?|letters?|notices?|counter-notices?|statements?|reports?|e-?mails?|messages?|documents?|guides?|leaflets?|applications?|appeals?)\Z",
    re.IGNORECASE,
)
_SHOULD: Final = re.compile(r"should\s+(?P<who>you|we|they)\s+(?P<not>not\s+)?(?P<do>\w+)\b", re.IGNORECASE)
_MANY_THINGS: Final = re.compile(
    r"\b(?:the\s+following(?:\s+\w+s)?|(?:two|three|four|five|six|seven|several|some|these|other|more|further|your|our|the|following)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:things|items|documents|options|steps|ways|conditions|reasons|exceptions|points|details|papers|forms|charges|fees|amounts|payments"
    r"|changes|proofs|requirements|choices|products|services|rates|causes|grounds))\s*\Z",
    re.IGNORECASE,
)
_ALSO_THAT: Final = re.compile(
    r"\A\W*(?P<who>we|I|they|you)\s+(?:(?P<can>can|must|should|will)\s+)?(?:also\s+)?"
    r"(?P<verb>note|notice|understand|confirm|believe|know|accept|agree|see|expect|ask|require|request|found|find|noted|decided|explained|said|told\s+you|consider)"
    r"\s+that\b",
    re.IGNORECASE,
)  # fmt: skip


def phrase_behind(flagged: Flagged, word: Word) -> Cut | None:
    """The cut before such a phrase, or None."""
    if word.index < SHORTEST:
        return None
    joint = _JOINTS.get(word.form)
    return joint(flagged, word) if joint is not None else _behind_comma(flagged, word)


def _behind_comma(flagged: Flagged, word: Word) -> Cut | None:
    if word.form not in _FIRST | _LINKING | _CONDITIONAL:
        return None
    comma = re.search(r"\s*,\s*\Z", flagged.text[: word.start])
    if comma is None or _CONDITION.match(flagged.text) or not _main_before(flagged, word):
        return None
    found = (write(flagged, word, comma.start()) for write in (_linked, _conditional, _in_it, _phrase))
    return next(filter(None, found), None)


def _main_before(flagged: Flagged, word: Word) -> bool:
    """Whether the verb of the sentence, with its subject or as an ask, stands before a word."""
    root = next((row for row in flagged.tree.words if row.dep == "ROOT"), None)
    if root is None or root.index > word.index:
        return False
    # Between two commas a phrase does not trail: "the fee, being £20, is due".
    later = [row for row in root.children if row.is_("aux", "nsubj", "cop") and row.index > word.index]
    return not later and (root.has("nsubj", "expl") or root.imperative or root.base)


def _trails(flagged: Flagged, word: Word) -> bool:
    """Whether no second clause is joined on behind the phrase, and nothing ends in a question."""
    rest = flagged.text[word.end :]
    return not re.search(r",\s+(?:and|but|or)\s+\w+|[;:?]", rest)


def _phrase(flagged: Flagged, word: Word, at: int) -> Cut | None:
    for pattern, text in _PHRASES:
        match = pattern.match(flagged.text, word.start)
        if match is None:
            continue
        if not text:
            whose = _OF_WHICH.match(flagged.text, word.start)
            those = "them" if whose and whose["which"].lower() == "whom" else "these"
            return Cut(at, whose.end(), f". {capital(whose['all'].lower())} of {those}", "review") if whose else None
        return Cut(at, match.end(), f". {text}", "review") if _trails(flagged, word) else None
    return None


def _linked(flagged: Flagged, word: Word, at: int) -> Cut | None:
    for pattern, text in _LINKS:
        match = pattern.match(flagged.text, word.start)
        if match and flagged.word_at(match.end()) is not None and _has_subject(flagged, match.end()):
            return Cut(at, match.end(), f". {text}", "review")
    return None


def _has_subject(flagged: Flagged, start: int) -> bool:
    """Whether a clause with a subject at its start begins there."""
    first = flagged.word_at(start)
    return first is not None and any(
        row.is_("nsubj", "expl") and row.subtree()[0] is first for row in flagged.tree.words
    )


def _conditional(flagged: Flagged, word: Word, at: int) -> Cut | None:
    root = next((row for row in flagged.tree.words if row.dep == "ROOT"), None)
    for pattern, text in _CONDITIONS:
        match = pattern.match(flagged.text, word.start)
        if match and root is not None and not root.imperative and _trails(flagged, word):
            return Cut(at, match.end(), f". This applies {text}", "review")
    return None


def _in_it(flagged: Flagged, word: Word, at: int) -> Cut | None:
    """ "Send a letter, in which you must …": in it, you must …"""
    match = re.compile(r"in\s+which\s+(?=(?:you|we|they|the)\b)", re.IGNORECASE).match(flagged.text, word.start)
    verb = word.head.head if word.head is not None else None
    while verb is not None and not verb.is_("acl"):
        verb = verb.head
    noun = verb.head if verb is not None else None
    if match is None or noun is None or noun.index > word.index or not _WRITINGS.search(noun.form):
        return None
    it = "them" if noun.form.endswith("s") else "it"
    return Cut(at, match.end(), f". In {it}, ", "review")


def _these_are(flagged: Flagged, word: Word) -> Cut | None:
    """ "We need two more things: a bill and a photo": these are a bill and a photo."""
    before = flagged.text[: word.start]
    first = flagged.tree.after(word)
    things = first is not None and first.pos in ("DET", "NOUN", "ADJ", "PROPN", "NUM", "PRON")
    if not things or not _MANY_THINGS.search(before) or finite(flagged, word.end) is not None:
        return None
    whole = any(
        row.pos in ("VERB", "AUX") and (row.has("nsubj") or row.imperative) for row in flagged.tree.words[: word.index]
    )
    rest = [row for row in flagged.tree.words if row.index > word.index]
    # "The fee has gone up, and the post is late": the things would be clauses.
    clauses = any(
        row.is_("nsubj")
        and row.head is not None
        and row.head.pos in ("VERB", "AUX")
        and flagged.tree.words[row.subtree()[0].index - 1].form in (":", ",", "and", "or")
        for row in rest
    )
    return Cut(word.start, word.end, ". These are", "review") if whole and not clauses else None


def _should(flagged: Flagged, word: Word) -> Cut | None:
    """ "We will do this should you move": this applies if you move."""
    match = _SHOULD.match(flagged.text, word.start)
    root = next((row for row in flagged.tree.words if row.dep == "ROOT"), None)
    if match is None or root is None or root.index > word.index or root.imperative or _CONDITION.match(flagged.text):
        return None
    before = flagged.tree.after(word, -1)
    if DENIED.search(flagged.text[: word.start]):
        return None
    if (
        before is None
        or before.form in ("and", "or", "that", "which", "but", "why", "how", "what")
        or not root.has("nsubj")
    ):
        return None
    verb = match["do"].lower()
    negated = match["not"] is not None
    if verb == "be":
        told = f"{match['who']} are{' not' if negated else ''}"
    else:
        told = f"{match['who']} {'do not ' if negated else ''}{verb}"
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    return Cut(lead.start() if lead else word.start, match.end(), f". This applies if {told}", "review")


def _also_that(flagged: Flagged, word: Word) -> Cut | None:
    """ "We note that A, and that B": we note that A. We also note that B."""
    told = _ALSO_THAT.match(flagged.text)
    rest = re.compile(r"\s+that\b").match(flagged.text, word.end)
    if told is None or rest is None or told.end() > word.start or re.search(r"\bif\b|;", flagged.text[: word.start]):
        return None
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    helper = f"{told['can'].lower()} " if told["can"] else ""
    text = f". {capital(told['who'])} {helper}also {told['verb'].lower()} that"
    return Cut(lead.start() if lead else word.start, rest.end(), text, "review")


_JOINTS: Final[dict[str, Callable[[Flagged, Word], Cut | None]]] = {
    ":": _these_are,
    "should": _should,
    "and": _also_that,
}
