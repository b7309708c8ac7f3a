"""The acts of the reader that a sentence tells of: who did what, when, and whether it is denied.

"You did not pay", "you failed to pay" and "you should have paid" all tell of one thing that was not done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged

Time = Literal["past", "perfect", "earlier"]

_READER: Final = frozenset({"you"})
# One person or firm that a letter writes of as of somebody else.
_THIRD: Final = frozenset(
    """claimant applicant tenant hirer customer policyholder member subscriber licensee borrower leaseholder resident
        insured proposer passenger student patient motorist driver registrant owner holder parent guardian debtor
        defendant respondent appellant user cardholder company business employer accountant household team engineer
        staff colleague agent representative solicitor contractor driver office firm partner""".split()
)
_HAVE: Final[dict[str, Time]] = {
    "have": "perfect",
    "'ve": "perfect",
    "has": "perfect",
    "had": "earlier",
    "'d": "earlier",
}
_DENIED: Final = frozenset({"not", "n't", "never"})
_DUTY: Final = frozenset({"should", "ought"})
# Adverbs that say how it was done, and those that only reproach.
_KEPT: Final = frozenset(
    "also fully properly correctly previously originally initially only since recently first later partly".split()
)
_REPROACHING: Final = frozenset(
    """still even simply clearly obviously repeatedly consistently persistently evidently deliberately wilfully
        willfully knowingly yet just again once now however already indeed nonetheless nevertheless apparently too
        carelessly always constantly""".split()
)
# "You failed to", "you chose not to": what follows was not done.
_LEFT_UNDONE: Final = frozenset("fail neglect omit forget refuse decline".split())
_CHOSEN: Final = frozenset("choose decide opt elect prefer".split())
_NO_EFFORT: Final = frozenset({"effort", "attempt", "attempts", "efforts"})
# What should have been known is not known to have been missed.
_READS: Final = frozenset("read check know notice see realise realize look think expect plan learn remember".split())
_AGREES: Final = frozenset("accept agree sign promise confirm consent undertake".split())
TELLS: Final = frozenset("tell inform notify advise alert".split())
_UNLESS: Final = frozenset("if unless whether until when while after before once".split())


@dataclass(frozen=True)
class Act:
    """A clause that says what the reader did: `verb` is what was done, or was not where it is `denied`.

    `doer` is its subject, `time` when; `adverbs` stay with the verb. `is_you` tells the reader from people of theirs.
    """

    doer: Word
    verb: Word
    lemma: str
    time: Time
    denied: bool
    adverbs: tuple[str, ...] = ()
    is_you: bool = True


def acts_in(flagged: Flagged) -> Iterator[Act]:
    """Each act of the reader in what was flagged."""
    for word in flagged.tree.words:
        if not word.is_("nsubj") or word.dep.startswith("nsubj:pass") or word.head is None:
            continue
        act = _act_of(word, word.head)
        if act is not None and _concerns(flagged, act) and not _hangs(act):
            yield act


def _concerns(flagged: Flagged, act: Act) -> bool:
    end = act.verb.end
    return flagged.start < end and first_of(act.doer).start < flagged.end


def first_of(word: Word) -> Word:
    """The first word of a phrase."""
    return word.subtree()[0]


def _act_of(doer: Word, verb: Word) -> Act | None:
    """The act of a subject, unless the clause says what may, will or would be, or is about somebody else."""
    is_you = doer.form in _READER
    nobody = doer.form == "nobody" or (doer.form == "one" and any(child.form == "no" for child in doer.children))
    own = _in_clause(doer, verb)
    if not (is_you or nobody or _is_of_reader(doer)) or not _is_plain(own, doer, verb):
        return None
    between = [child for child in own if doer.index < child.index < verb.index]
    helpers = {child.form for child in between if child.is_("aux") or child.form in _HAVE or child.form == "did"}
    denied = any(child.form in _DENIED for child in between)
    adverbs = _adverbs([child for child in between if child.is_("advmod") and child.form not in _DENIED])
    wanted = bool(helpers & _DUTY)
    if adverbs is None or not helpers <= {"did", *_HAVE, *_DUTY} or (wanted and _is_no_duty(denied, helpers, own)):
        return None
    lemma = verb_lemma(verb.form)
    if lemma in _AGREES and not denied and not wanted:
        return None  # no fault, and no less theirs in the passive
    if _is_to_come(own, verb):  # "you have still to explain it"
        return Act(doer, verb, lemma, "perfect", not denied, adverbs, is_you=is_you)
    if not _is_past(verb, lemma, helpers, wanted) or (nobody and lemma not in TELLS) or (wanted and lemma in _READS):
        return None
    time: Time = next((_HAVE[form] for form in helpers if form in _HAVE and not wanted), "past")
    return _through(Act(doer, verb, lemma, time, (denied or wanted) != nobody, adverbs, is_you))


def _is_no_duty(denied: bool, helpers: set[str], own: list[Word]) -> bool:
    """Whether "should" tells of no act left undone; what should have been done already can be done still."""
    return denied or "have" not in helpers or any(word.form == "already" for word in own)


def _is_plain(own: list[Word], doer: Word, verb: Word) -> bool:
    """Whether the clause states one act: no question, no state, no passive, no second act that shares its subject."""
    turned = verb.index < doer.index or any(child.is_("cop", "aux") and child.index < doer.index for child in own)
    return not turned and not any(child.is_("cop") or child.dep == "aux:pass" or _is_second(child) for child in own)


def _in_clause(doer: Word, verb: Word) -> list[Word]:
    """What hangs on the verb of a clause, from the "that" on with which it begins."""
    that = next((child for child in verb.children if child.form == "that" and child.index < doer.index), None)
    return [child for child in verb.children if that is None or child.index > that.index]


def _is_second(word: Word) -> bool:
    """Whether a second act has no doer of its own."""
    return word.is_("conj") and word.pos in ("VERB", "AUX") and not word.has("nsubj")


def _is_to_come(own: list[Word], verb: Word) -> bool:
    forms = {child.form for child in own if child.index < verb.index}
    return {"have", "to"} <= forms and bool(forms & {"still", "yet"})


def _is_of_reader(doer: Word) -> bool:
    """Whether a noun names the reader, or somebody of theirs: "the claimant", "your accountant"."""
    known = any(child.form in ("the", "your") and child.index < doer.index for child in doer.children)
    named = doer.form in _THIRD or (doer.form.removesuffix("s") in _THIRD and doer.child("nmod:poss") is not None)
    return known and named and not doer.has("acl", "amod", "advmod")


def _adverbs(words: list[Word]) -> tuple[str, ...] | None:
    if any(word.form not in _KEPT and word.form not in _REPROACHING for word in words):
        return None
    return tuple(word.form for word in words if word.form in _KEPT)


def _is_past(verb: Word, lemma: str, helpers: set[str], wanted: bool) -> bool:
    if "did" in helpers:
        return verb.form == lemma
    if wanted or helpers:
        return verb.form == inflected(lemma, "VBN") or verb.form == inflected(lemma, "VBD")
    # "Let" is the same in every time; said of what has run out, it looks back.
    return lemma in ("let", "ought") or (verb.form != lemma and verb.form == inflected(lemma, "VBD"))


def _through(act: Act) -> Act | None:
    """Past a verb that only says whether it was done: "failed to", "chose not to", "made no effort to"."""
    inner = next((child for child in act.verb.children if child.is_("xcomp") and _has_to(child)), None)
    denied_inside = inner is not None and any(child.form in _DENIED for child in inner.children)
    if act.lemma == "have" and inner is not None:
        return None
    if act.lemma == "ought":
        meant = inner is not None and not denied_inside and any(child.form == "have" for child in inner.children)
        reads = inner is None or verb_lemma(inner.form) in _READS
        return _inside(act, inner, denied=True) if meant and inner is not None and not reads else None
    if act.lemma in _LEFT_UNDONE and inner is not None:
        return None if act.denied else _inside(act, inner, denied=not denied_inside)
    if act.lemma in _CHOSEN and inner is not None:
        return None if act.denied else _inside(act, inner, denied=denied_inside)
    thing = act.verb.child("obj")
    if act.lemma == "make" and thing is not None and thing.form in _NO_EFFORT:
        aim = next((child for child in thing.children if child.is_("acl") and _has_to(child)), None)
        none = any(child.form in ("no", "any") for child in thing.children)
        return _inside(act, aim, denied=True) if aim is not None and none else None
    return act


def _has_to(verb: Word) -> bool:
    return any(child.form == "to" and child.index < verb.index for child in verb.children)


def _inside(act: Act, verb: Word, *, denied: bool) -> Act | None:
    if any(_is_second(child) for child in verb.children):
        return None
    adverbs = _adverbs(
        [
            child
            for child in verb.children
            if child.is_("advmod") and child.index < verb.index and child.form not in _DENIED
        ]
    )
    if adverbs is None:
        return None
    return replace(act, verb=verb, lemma=verb_lemma(verb.form), denied=denied, adverbs=(*act.adverbs, *adverbs))


def _hangs(act: Act) -> bool:
    """Whether the clause is a condition or describes a thing: its end is not where its facts are."""
    clause = act.doer.head
    while clause is not None:
        if clause.is_("acl") and not any(child.form == "that" and child.is_("mark") for child in clause.children):
            return True
        if any(child.form in _UNLESS and child.index < clause.index for child in clause.children):
            return True
        clause = clause.head
    return False
