"""Where what trails behind a clause can begin a sentence: what it makes possible, what it depends on, what comes next.

All of these change more than a joint, so a person reads them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged
from empathy_lint.rewriting.wordings.clause_cuts import SHORTEST, Cut, finite

_OPENERS: Final = frozenset({"if", "unless", "when", "before", "after", "once", "while", "although", "should", "until"})
_PEOPLE: Final = frozenset({"you", "we", "they", "it"})
_MODALS: Final = frozenset({"will", "can", "may", "must", "could", "should", "is", "are", "has", "have", "cannot"})
# What may be found out, and is no condition: "let us know if".
_FOUND_OUT: Final = frozenset(
    """know check ask see confirm tell wonder sure certain even only as especially except verify decide or and but
        determine show particularly""".split()
)
_AS_WRITTEN: Final = re.compile(
    r"\s+(?:set\s+out|described|explained|shown|stated|required|listed)\s+(?:in|on|by|under)\b[^,;]*\Z", re.IGNORECASE
)
DENIED: Final = re.compile(r"\b(?:not|never|no|without|neither|cannot)\b|n['’]t\b", re.IGNORECASE)
_SOMEBODY: Final = re.compile(
    r"\b(?:customer|client|member|agent|officer|person|tenant|manager|adviser|advisor|doctor|driver|user|guest|team|host)s?\Z",
    re.IGNORECASE,
)


def trailing_cut(flagged: Flagged, word: Word) -> Cut | None:
    """The cut before what trails, or None."""
    cut = _CUTS.get(word.form)
    return cut(flagged, word) if cut is not None and word.index >= SHORTEST else None


def _cut_before(flagged: Flagged, word: Word, end: int, text: str) -> Cut:
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    return Cut(lead.start() if lead else word.start, end, text, "review")


# "So we are writing" tells what follows from it, and no purpose.
_PURPOSE: Final = re.compile(
    r"\s+(?:that\s+(?=(?:you|we|they|it)\s+(?:can|will|may|could|do|are|have)\b)"
    r"|(?=(?:you|we|they|it)\s+(?:can|will|may|could)\b))"
)


def _that_way(flagged: Flagged, word: Word) -> Cut | None:
    """ "Send it today so that you can use it": that way, you can use it."""
    rest = _PURPOSE.match(flagged.text, word.end)
    if rest is None or flagged.tree.words[0].form in _OPENERS or _is_measured(flagged, word):
        return None
    return _cut_before(flagged, word, rest.end(), ". That way, ")


def _is_measured(flagged: Flagged, word: Word) -> bool:
    """ "So long that", "only so you": no purpose."""
    before = flagged.tree.after(word, -1)
    return before is not None and before.form in ("and", "only", "just", "not", "do", "if", "or")


# "If you would rather" says of a choice before it that it is one, and is no condition.
_ASIDE: Final = re.compile(
    r"if\s+you\s+(?:would\s+(?:rather|prefer|like)|['’]d\s+(?:rather|prefer|like)|prefer|like|wish|want)\s*[,.:;]|if\s[^.]*:",
    re.IGNORECASE,
)


def _applies_if(flagged: Flagged, word: Word) -> Cut | None:
    """ "We will charge £5 if you …": we will charge £5. This applies if you …"""
    verb, before = word.head, flagged.tree.after(word, -1)
    main = verb.head if verb is not None else None
    if (
        verb is None or main is None or main.dep != "ROOT" or not verb.is_("advcl") or not word.is_("mark")
        or verb.index < main.index or before is None or before.form in _FOUND_OUT
        or flagged.tree.words[0].form in (*_OPENERS, "please", "to", "in")
        or not main.has("nsubj") or main.imperative
    ):  # fmt: skip
        return None
    helpers = {child.form for child in main.children if child.is_("aux")}
    if helpers & {"can", "could", "would", "should", "must"} or not _is_one_clause(flagged, word, verb):
        return None
    # "You need not come if it is paid": who reads on no further must not be told so.
    if DENIED.search(flagged.text[: word.start]) or _ASIDE.match(flagged.text, word.start):
        return None
    return _cut_before(flagged, word, word.start, ". This applies ")


def _is_one_clause(flagged: Flagged, word: Word, verb: Word) -> bool:
    """Whether no other clause stands behind a condition, though there may be commas in it."""
    rest = [row for row in flagged.tree.words if row.index > word.index]
    if not any(row.form == "," for row in rest):
        return True
    clauses = [row for row in rest if row.is_("nsubj", "expl") and row.head is not verb]
    return not clauses and not any(row.form in ("and", "or", "but") and row.head is verb for row in rest)


def _happens_once(flagged: Flagged, word: Word) -> Cut | None:
    """ "We will send the card once we have checked it": this will happen once we have checked it."""
    verb = word.head
    main = verb.head if verb is not None else None
    if (
        verb is None or main is None or main.dep != "ROOT" or not verb.is_("advcl") or verb.index < main.index
        or flagged.tree.words[0].form in _OPENERS or not main.has("nsubj") or main.imperative
        or "will" not in {child.form for child in main.children if child.is_("aux")}
    ):  # fmt: skip
        return None
    return _cut_before(flagged, word, word.start, ". This will happen ")


def _there(flagged: Flagged, word: Word) -> Cut | None:
    """ "Open your dashboard, where you can see it": there, you can see it."""
    following = flagged.tree.after(word)
    before = flagged.tree.after(word, -1)
    if before is None or before.form != "," or following is None or following.form not in ("you", "we"):
        return None
    if flagged.tree.words[0].form in _OPENERS and flagged.text.count(",") < 2:
        return None
    return _cut_before(flagged, word, following.start, ". There, ")


def _they(flagged: Flagged, word: Word) -> Cut | None:
    """ "We will ask our engineers, who can visit": they can visit."""
    following = flagged.tree.after(word)
    before = flagged.tree.after(word, -1)
    plain = following is not None and following.form in ("will", "can", "may", "are", "have")
    if before is None or before.form != "," or not plain or "," in flagged.text[word.end :]:
        return None
    return _cut_before(flagged, word, word.end, ". They")


def _also(flagged: Flagged, word: Word) -> Cut | None:
    """ "Your plan will end and may be replaced": it may be replaced."""
    helper = flagged.tree.after(word)
    verb = word.head
    if helper is None or verb is None or helper.form not in _MODALS or not verb.is_("conj") or verb.head is None:
        return None
    first = verb.head
    own = first.child("nsubj")
    if (
        first.dep != "ROOT" or own is None or verb.has("nsubj", "expl") or own.index > first.index
        or helper not in (verb, *verb.children)
    ):  # fmt: skip
        return None
    if flagged.tree.words[0].form in _OPENERS:
        hangs = flagged.tree.words[0].form in ("if", "should") and own.form in _PEOPLE
        return _cut_before(flagged, word, word.end, f". In that case, {own.form}") if hangs else None
    subject = _said_again(own)
    return _cut_before(flagged, word, word.end, f". {subject}") if subject else None


def _said_again(own: Word) -> str | None:
    if own.form in _PEOPLE:
        return own.form.capitalize()
    named = own.child("det", "nmod:poss")
    if own.pos != "NOUN" or named is None or _SOMEBODY.search(own.form) or own.has("conj"):
        return None
    return "They" if own.form.endswith("s") and not own.form.endswith("ss") else "It"


def _after_colon(flagged: Flagged, word: Word) -> Cut | None:
    """ "Here is what happened: the bank declined it": two sentences, where each has its verb."""
    before = [each for each in flagged.tree.words if each.end <= word.start]
    verb = finite(flagged, word.end)
    whole = any(each.pos in ("VERB", "AUX") and each.has("nsubj") for each in before)
    if verb is None or not whole or flagged.tree.words[0].form in _OPENERS:
        return None
    # "Here is what we can do: report it, and ask a judge" asks nothing of the reader.
    if verb.imperative and re.search(r"\b(?:we|I|they)\b", flagged.text[: word.start]):
        return None
    start = word.end + len(flagged.text[word.end :]) - len(flagged.text[word.end :].lstrip())
    return Cut(word.start, start + 1, f". {flagged.text[start : start + 1].upper()}", "review")


def _set_out(flagged: Flagged, word: Word) -> Cut | None:
    """ "The price goes up, as set out in clause 11": this is set out in clause 11."""
    match = _AS_WRITTEN.match(flagged.text, word.end)
    comma = flagged.text[: word.start].rstrip().endswith(",")
    if match is None or not comma or flagged.tree.words[0].form in ("if", "unless", "should"):
        return None
    return _cut_before(flagged, word, word.end, ". This is")


_CUTS: Final[dict[str, Callable[[Flagged, Word], Cut | None]]] = {
    "so": _that_way,
    "if": _applies_if,
    "once": _happens_once,
    "when": _happens_once,
    "after": _happens_once,
    "as": _set_out,
    "where": _there,
    "who": _they,
    "and": _also,
    ":": _after_colon,
}
