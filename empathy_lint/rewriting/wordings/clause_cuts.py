"""Where a new clause begins: the joints at which a sentence can be cut in two without a change of meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Safety, capital

SHORTEST: Final = 4  # words of a part that may stand alone
# "Come and see me" asks for one thing.
_COMMA: Final = re.compile(r",(?!\d)")
_ONE_ACT: Final = frozenset({"come", "go", "try"})
_FREE: Final = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
_SUBORDINATORS: Final = frozenset(
    """if when because since unless although though while whereas as that whether once until after before where which
        who so""".split()
)
_WITHIN: Final = re.compile(
    r"\b(?:when|where|while|until|whether|who|which|because|that|since|although|as|before|after)\b", re.IGNORECASE
)


# "Make sure you have an account and you know the code": the second clause is to be made sure of, too.
_TO_BE_SURE_OF: Final = re.compile(
    r"\b(?:(?:make|be|making)\s+(?:sure|certain)|ensure|check|confirm|verify|remember)\b[^,;]*\Z", re.IGNORECASE
)


# "It may be found that you left on purpose": this "it" takes up nothing.
_OF_NOTHING: Final = re.compile(r"it\s+(?:\w+\s+){1,3}?\w+(?:ed|en|nd|wn)\s+that\b", re.IGNORECASE)
# "If it is not here by Monday we shall come": no comma shows where the condition ends.
_MAIN_BEGINS: Final = re.compile(r"\s(?:we|you|they|it)\s+(?:will|shall|may|can|must)\s", re.IGNORECASE)


_HAVING: Final = re.compile(r"[^,;]*\bhaving\b[^,;]*,", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cut:
    """Where sentence[start:end] becomes `text`, which ends one sentence and begins the next."""

    start: int
    end: int
    text: str
    safety: Safety


def clause_cut(flagged: Flagged, word: Word) -> Cut | None:
    """The cut at a word that joins clauses, or None."""
    if word.form == ";":
        return _after_semicolon(flagged, word)
    if word.form in ("and", "so", "but"):
        return _at_joint(flagged, word)
    if word.form == "which" and word.index and flagged.tree.words[word.index - 1].form == ",":
        return _at_relative(flagged, word)
    if word.form == "," or (word.form in ("-", "–", "—") and _stands_apart(flagged, word)):
        return _before_condition(flagged, word)
    if (
        word.form in ("because", "as", "since")
        and word.is_("mark")
        and word.head is not None
        and word.head.is_("advcl")
    ):
        return _at_reason(flagged, word)
    return None


def _clause_verb(flagged: Flagged, start: int) -> Word | None:
    """The verb of a clause with its own subject that begins right at `start` and hangs on no other."""
    first = flagged.word_at(start)
    if first is None or first.form in _SUBORDINATORS:
        return None
    for word in flagged.tree.words[first.index :]:
        if word.pos in ("VERB", "AUX", "ADJ", "NOUN") and word.dep in _FREE:
            own = word.child("nsubj", "expl", "csubj")
            if own is not None and own.index >= first.index:
                opens = min(each.index for each in own.subtree())
                return word if opens == first.index and _is_finite(word) else None
            return word if word.imperative and first in (word, *word.children) else None
    return None


def finite(flagged: Flagged, after: int) -> Word | None:
    """The verb of a whole clause that begins behind an offset and the space there."""
    rest = flagged.text[after:]
    return _clause_verb(flagged, after + len(rest) - len(rest.lstrip()))


def _is_finite(verb: Word) -> bool:
    return verb.pos in ("VERB", "AUX") or verb.has("cop", "aux") or any(child.pos == "AUX" for child in verb.children)


def _before_is_whole(flagged: Flagged, cut: int, verb: Word) -> bool:
    """Whether what stands before a cut is a sentence: its verb is the one that the clause was joined to."""
    head = verb.head
    if verb.dep == "ROOT":
        return any(
            word.end <= cut and word.dep in ("ccomp", "parataxis") and word.has("nsubj") for word in flagged.tree.words
        )
    while head is not None and head.dep == "conj" and head.end <= cut:
        head = head.head
    if head is None or head.end > cut or head.dep not in ("ROOT", "parataxis", "ccomp"):
        return False
    first = flagged.tree.words[0]
    # "If you are late and we …" would take the second clause out of the condition.
    parted = "," in flagged.text[:cut] or (head.dep == "ROOT" and _MAIN_BEGINS.search(flagged.text[:cut]))
    inside = first.form in ("if", "when", "unless", "because", "although", "while") and not parted
    return not inside and (head.has("nsubj", "expl", "csubj") or head.imperative or head.base)


def _at_joint(flagged: Flagged, word: Word) -> Cut | None:
    rest = re.compile(r"\s*,?\s*").match(flagged.text, word.end)
    start = rest.end() if rest else word.end
    verb = _clause_verb(flagged, start)
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    cut = lead.start() if lead else word.start
    # "You can keep it and pay later": the second verb asks for nothing, it hangs on the "can" of the first.
    if verb is None or (verb.imperative and verb.is_("conj") and verb.head is not None and verb.head.has("nsubj")):
        return _next_step(flagged, word, cut) if word.form == "and" else None
    if (
        _is_last_of_three(verb, cut)
        or not _before_is_whole(flagged, cut, verb)
        or _TO_BE_SURE_OF.search(flagged.text[:cut])
    ):
        return None
    # "Judgment having been entered and no part having been paid, we ask": neither of the two is told.
    if _HAVING.match(flagged.text, start):
        return None
    if _hangs_on_condition(flagged, cut, start):
        return _in_that_case(flagged, word, verb, cut, start)
    # Without a comma it may go on with what a "when" or "that" began.
    nested = lead is None or "," not in lead.group()
    sure: Safety = "review" if nested and _WITHIN.search(flagged.text[:cut]) else "safe"
    opener = {"so": ". So ", "but": ". But "}.get(word.form)
    if opener:
        has_subject = verb.has("nsubj", "expl", "csubj")
        safety = sure if word.form == "so" else "review"
        return Cut(cut, start, opener, safety) if has_subject else None
    return Cut(cut, start + 1, ". " + capital(flagged.text[start : start + 1]), sure)


def _is_last_of_three(verb: Word, cut: int) -> bool:
    """Whether clauses before it are parted by commas alone: "A is kept, B is told, and C is closed"."""
    first = verb.head if verb.is_("conj") else None
    above = first.head if first is not None and first.is_("conj") else first
    return any(
        row is not verb and row.start < cut and row.is_("conj", "parataxis") and row.has("nsubj") and not row.has("cc")
        for each in (first, above)
        if each is not None
        for row in (each, *each.children)
    )


def _in_that_case(flagged: Flagged, word: Word, verb: Word, cut: int, start: int) -> Cut | None:
    """ "If X, A and B": If X, A. In that case, B."""
    # "In that case" would take up what an "unless" excludes.
    opens = re.match(r"\W*(?:if|should)\b", flagged.text, re.IGNORECASE)
    parted = "," in flagged.text[:cut] or _MAIN_BEGINS.search(flagged.text[:cut])
    # With more commas, what is cut off may be the last of three.
    listed = len(_COMMA.findall(flagged.text[:cut])) > 1
    if word.form != "and" or not opens or verb.imperative or not parted or listed:
        return None
    first = flagged.word_at(start)
    letter = flagged.text[start : start + 1]
    small_letter = letter if first is None or first.pos == "PROPN" or first.form == "i" else letter.lower()
    return Cut(cut, start + 1, f". In that case, {small_letter}", "review")


def _before_condition(flagged: Flagged, mark: Word) -> Cut | None:
    """ "Call us, if you do not we cannot help": a comma or dash where the next sentence begins with its condition."""
    rest = re.compile(r"\s*").match(flagged.text, mark.end)
    start = rest.end() if rest else mark.end
    first = flagged.word_at(start)
    if first is None or first.form not in ("if", "when", "unless") or not first.is_("mark", "advmod"):
        return None
    clause = first.head
    main = clause.head if clause is not None and clause.is_("advcl") else None
    if clause is None or main is None or main.index < clause.index:
        return None
    if not (main.has("nsubj", "expl", "csubj") or (mark.form != "," and (main.imperative or main.base))):
        return None
    before = [word for word in flagged.tree.words if word.end <= mark.start]
    is_whole = any(word.pos in ("VERB", "AUX") and (word.has("nsubj") or word.imperative) for word in before)
    lead = re.search(r"\s*\Z", flagged.text[: mark.start])
    cut = lead.start() if lead else mark.start
    if not is_whole and mark.form == ",":
        return None
    # Before a dash may stand a title of its own: "Share feedback - If you have a minute, tell us".
    safety: Safety = "safe" if is_whole else "review"
    return Cut(cut, start + 1, ". " + capital(flagged.text[start : start + 1]), safety)


def _stands_apart(flagged: Flagged, mark: Word) -> bool:
    return flagged.text[mark.start - 1 : mark.start].isspace() and flagged.text[mark.end : mark.end + 1].isspace()


def _hangs_on_condition(flagged: Flagged, cut: int, start: int) -> bool:
    """Whether a condition opens the sentence: "If you do not pay, X and we will Y" does both only then.

    What a "this" or "it" says of the first clause still holds by itself.
    """
    opener = re.match(r"\W*(?:if|unless|should|when|where|once|in\s+case|provided)\b", flagged.text, re.IGNORECASE)
    condition = opener or re.search(r"\b(?:if|unless)\b", flagged.text[:cut], re.IGNORECASE)
    first = flagged.word_at(start)
    taken_up = first is not None and first.form in ("this", "that", "it", "these")
    return bool(condition) and not (taken_up and not _OF_NOTHING.match(flagged.text, start))


def _next_step(flagged: Flagged, word: Word, cut: int) -> Cut | None:
    """ "You should fill in the form and then send it back": a second thing to do, as a request of its own."""
    then = flagged.tree.after(word)
    verb = flagged.tree.after(word, 2) if then is not None and then.form == "then" else then
    if verb is None or not verb.base or verb.pos != "VERB" or not verb.is_("conj") or verb.head is None:
        return None
    asks = verb.head.dep == "ROOT" and (verb.head.imperative or verb.head.forms("nsubj") == {"you"})
    helpers = {child.form for child in verb.head.children if child.is_("aux")}
    # "You can log in and delete it, or wait": the choice is not only between the second act and the last.
    if verb.head.form in _ONE_ACT or re.search(r",\s+or\b", flagged.text[verb.start :]):
        return None
    if not asks or not helpers <= {"should", "must", "can"} or verb.has("aux", "nsubj"):
        return None
    return Cut(cut, verb.start, ". Then ", "safe")


def _after_semicolon(flagged: Flagged, word: Word) -> Cut | None:
    rest = re.compile(r"\s*").match(flagged.text, word.end)
    start = rest.end() if rest else word.end
    verb = _clause_verb(flagged, start)
    if verb is None:
        return None
    if _hangs_on_condition(flagged, word.start, start):
        # What is said of any such thing hangs on nothing.
        of_any = re.match(r"(?:an?|any|all|each|every|no)\s", flagged.text[start:], re.IGNORECASE)
        return Cut(word.start, start + 1, ". " + capital(flagged.text[start : start + 1]), "review") if of_any else None
    return Cut(word.start, start + 1, ". " + capital(flagged.text[start : start + 1]), "safe")


def _at_relative(flagged: Flagged, word: Word) -> Cut | None:
    verb = word.head
    following = flagged.tree.after(word)
    if (
        verb is None
        or not verb.is_("acl")
        or not word.is_("nsubj")
        or following is None
        or verb.pos not in ("VERB", "AUX", "ADJ", "NOUN")
    ):
        return None
    cut = flagged.tree.words[word.index - 1].start
    if following.form in ("are", "were", "have"):
        return Cut(cut, word.end, ". These", "review")
    if following.form not in ("is", "was", "has", "will", "can", "may", "means", "could"):
        return None
    return Cut(cut, word.end, ". This", "review")


def _at_reason(flagged: Flagged, word: Word) -> Cut | None:
    """ "X because Y": X. This is because Y."""
    comma = flagged.text[: word.start].rstrip().endswith(",")
    if (
        (word.form != "because" and not comma)
        or word.head is None
        or word.head.head is None
        or word.head.head.dep != "ROOT"
        or word.index < SHORTEST
        or not word.head.has("nsubj", "expl", "csubj")  # "as set out in your agreement" gives no reason
    ):
        return None
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    return Cut(lead.start() if lead else word.start, word.end, ". This is because", "review")
