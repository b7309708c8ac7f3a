"""Where ", and" opens a clause that the parse has hung in the wrong place, or that begins with its time or condition.

The words beside the joint show it: a comma before, and a subject with its verb behind. A person reads these cuts.
"""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, capital
from empathy_lint.rewriting.wordings.clause_cuts import SHORTEST, Cut

_CONDITION: Final = re.compile(
    r"\A\W*(?:if|unless|should|when|where|once|in\s+case|provided|as\s+soon\s+as|in\s+the\s+event)\b", re.IGNORECASE
)
# What a second clause after a "that", a "make sure" or an "if" may still belong to.
_NESTED: Final = re.compile(
    r"\b(?:if|unless|in\s+case|whether|ensure|(?:make|be)\s+(?:sure|certain)|check|confirm|on\s+condition)\b",
    re.IGNORECASE,
)
_VERB: Final = r"(?:will|shall|can|cannot|may|must|should|could|would|are|is|have|has|do|does|did|was|were|had)\b"
# "And by the end of May we will send it": a time or a place before the subject.
_PLACED: Final = re.compile(
    rf"(?:by|from|on|in|after|within|at|until|during|before|for|under)\s+(?:[^\s,;:]+\s+){{1,8}}?[^\s,;:]+,?\s+(?:we|you|they|it|I)\s+{_VERB}",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(r"(?:if|when|where|once|unless|while|although|because|since)\s+[^,;:]+,\s+\w", re.IGNORECASE)

# "And if you'd like to talk, please …": an ask for those who want it, which hangs on nothing before.
_OFFER: Final = re.compile(
    r"\s+if\s+you(?:['’]d|\s+would|\s+have|\s+need|\s+want|\s+are|['’]re)\b[^,;:]+,\s+(?:please|you\s+can|call|contact|reply|get\s+in\s+touch|let\s+us)\b",
    re.IGNORECASE,
)


def joined_cut(flagged: Flagged, word: Word) -> Cut | None:
    """The cut at such an "and", or None."""
    if word.index < SHORTEST or word.form not in ("and", "or"):
        return None
    if word.form == "or":
        return _or_else(flagged, word)
    text = flagged.text
    lead = re.search(r"\s*,\s*\Z", text[: word.start])
    if lead is None and word.form == "and" and _OFFER.match(text, word.end):
        lead = re.search(r"\s*\Z", text[: word.start])
    rest = re.compile(r"\s*,?\s*").match(text, word.end)
    if lead is None or rest is None or _CONDITION.match(text) or _NESTED.search(text[: lead.start()]):
        return None
    if re.search(r"\bthat\b", text[: lead.start()]) and re.match(r"that\b", text[rest.end() :]):
        return None
    start = rest.end()
    opens = _has_own_subject(flagged, start) or _PLACED.match(text, start) or _WHERE.match(text, start)
    if not opens or not _is_told(flagged, lead.start(), start):
        return None
    return Cut(lead.start(), start + 1, ". " + capital(text[start : start + 1]), "review")


def _has_own_subject(flagged: Flagged, start: int) -> bool:
    """Whether a subject begins there whose verb comes behind it and is finite."""
    for row in flagged.tree.words:
        if row.start < start or not row.is_("nsubj", "expl") or row.head is None or row.head.index < row.index:
            continue
        if row.subtree()[0].start != start or row.form in ("which", "who", "that"):
            continue
        verb = row.head
        helped = any(each.pos == "AUX" and each.index > row.index for each in verb.children)
        return helped or verb.pos in ("VERB", "AUX")
    return False


def _is_told(flagged: Flagged, end: int, start: int) -> bool:
    """Whether a clause with its subject stands before the joint. A root with a subject on either side shows two."""
    for row in flagged.tree.words:
        if not row.is_("nsubj", "expl") or row.end > end or row.head is None:
            continue
        if row.head.end <= end and not row.head.is_("acl", "advcl"):
            return True
        if row.head.start >= start and any(each.is_("nsubj") and each.start >= start for each in row.head.children):
            return True
    return False


def _or_else(flagged: Flagged, word: Word) -> Cut | None:
    """ "You may travel later or claim it back": or you may claim it back."""
    verb = flagged.tree.after(word)
    if verb is None or verb.head is None or not verb.is_("conj") or not verb.base or verb.pos != "VERB":
        return None
    first = verb.head
    own, helpers = first.child("nsubj"), [row.form for row in first.children if row.is_("aux")]
    if first.dep != "ROOT" or own is None or own.form not in ("you", "we") or verb.has("nsubj", "aux"):
        return None
    if len(helpers) != 1 or helpers[0] not in ("may", "can"):
        return None
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    return Cut(lead.start() if lead else word.start, word.end, f". Or {own.form} {helpers[0]}", "review")
