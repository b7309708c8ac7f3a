"""Sanctions that the sender announces: flatly ("your account will be closed") or as a condition ("unless you pay, …")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint.language.facts.clauses import (
    auxiliaries,
    clause_words,
    condition_mark,
    conditions,
    extent,
    in_condition,
    is_passive,
    is_reader,
    is_sender,
    negator,
    subject,
)
from empathy_lint.language.facts.fact import Finder, Span, cue
from empathy_lint.language.facts.lexicon import inflected
from empathy_lint.language.tree import Tree, Word

_FUTURE: Final = frozenset("will 'll shall may might could would can must wo".split())
# Done to the reader's things, these are sanctions by themselves.
_HARMS: Final = inflected(
    """suspend terminate cancel close disconnect restrict deactivate delete evict repossess sue prosecute fine penalise
    penalize withdraw withhold forfeit revoke void block freeze lock disable downgrade seize garnish escalate reject
    refuse deny remove disqualify ban expel dismiss discipline decline limit interrupt discontinue archive
    foreclose impound bar exclude blacklist reclaim retrieve confiscate dispose destroy"""
)
# Sanctions when what they are done with, or to, is on the list below.
_LEADING: Final = inflected(
    """take begin start issue apply commence initiate pursue bring instruct refer pass report register record add impose
    charge levy send share forward transfer hand sell assign place file enter seek recover notify inform involve appoint
    consider proceed raise proceed bill deduct collect visit attend request demand obtain enforce increase cut shut turn
    switch incur face attract accrue lead result"""
)
_WEAPONS: Final = frozenset(
    """action actions proceedings claim court tribunal legal fee fees charge charges penalty penalties fine fines costs
    cost interest surcharge bailiff bailiffs agent agents agency agencies collector collectors collection collections
    solicitor solicitors lawyer lawyers attorney attorneys debt eviction warrant default strike police authorities
    sanction sanctions enforcement possession lien judgment judgement ccj summons disciplinary bureau bureaus consequences
    termination suspension disconnection cancellation closure repossession prosecution restriction restrictions
    forfeiture removal withdrawal off""".split()
)
# Losses: the reader is the subject, and something is taken.
_LOSSES: Final = inflected("lose forfeit incur face risk owe")
# These only sound hard when a condition hangs over them.
_ENDINGS: Final = inflected("lapse expire end stop cease reset return affect delay release void return fall bounce drop")
# What one is glad to have cancelled, removed or refused.
_BURDENS: Final = frozenset(
    """fee fees charge charges penalty fine debt block restriction restrictions limit hold flag strike interest error
    duplicate marker it them""".split()
)
_ENFORCERS: Final = _WEAPONS | frozenset("officers officer company council landlord department bank team interest".split())
_REASSURING: Final = frozenset({"not", "n't", "never", "no", "nothing", "nobody", "neither", "without"})
_DEMANDED: Final = frozenset(
    """payment payments balance amount amounts debt arrears sum account invoice bill fee rent money funds documents form
    response reply information evidence details contact confirmation it this these""".split()
)
_DONE: Final = frozenset(
    """pay paid pays receive received receives clear cleared clears settle settled make made returned return complete
    completed submitted submit provided provide respond reply update updated verified verify confirmed confirm supplied
    supply cleared met rectified resolved contact act reached hear heard""".split()
)


def sanctions(tree: Tree) -> Iterator[Span]:
    """The clause of each sanction that stands on its own feet, denied ones left out."""
    for verb in tree.words:
        if _is_announced(tree, verb) and _harms(verb) and not _is_denied(verb):
            yield _clause(tree, verb)


def conditional_sanctions(tree: Tree) -> Iterator[Span]:
    """The clause of each sanction that hangs on what the reader does or leaves undone."""
    demands = [verb for verb in conditions(tree) if _is_demand(verb)]
    for verb in tree.words:
        if not _is_announced(tree, verb):
            continue
        harms = _harms(verb) or (verb.form in _ENDINGS and not is_reader(subject(verb)) and not is_sender(subject(verb)))
        if harms and (_hangs_on(verb, demands) or _is_alternative(tree, verb)) and not (_is_denied(verb) and not demands):
            yield _clause(tree, verb)
    yield from _failures(tree)


def _is_announced(tree: Tree, verb: Word) -> bool:
    """Whether a verb says what will or may happen, rather than what is asked, was done, or is a condition itself."""
    if verb.pos not in ("VERB", "ADJ", "NOUN") or in_condition(verb) or tree.text.rstrip().endswith("?"):
        return False
    helpers = {word.form for word in auxiliaries(verb)}
    if helpers & _FUTURE:
        return True
    if _is_alternative(tree, verb) and (verb.has("nsubj") or verb.form in _LOSSES):
        return True  # "pay today or your line stops"
    head = verb.head
    if verb.dep == "xcomp" and head is not None and head.form in ("right", "reserve", "going", "forced", "obliged", "choice", "option"):
        return True
    return verb.dep in ("xcomp", "acl", "advcl") and any(word.form in ("right", "forced", "alternative", "compelled") for word in verb.ancestors())


def _harms(verb: Word) -> bool:
    who = subject(verb)
    if is_reader(who) and not is_passive(verb):
        return verb.form in _LOSSES and any(child.is_("obj") for child in verb.children)
    if not is_passive(verb) and not _acts_for_the_sender(who):
        return False
    reach = {word.form for word in clause_words(verb)} - {verb.form}
    if {"can", "could"} & {word.form for word in auxiliaries(verb)} and is_sender(who):
        return False  # "we can block it" is an offer
    if verb.form in _HARMS:
        done_to = {child.form for child in verb.children if child.is_("obj", "nsubj:pass")}
        return not done_to & _BURDENS and not ({"request", "want", "wish"} & reach)
    if verb.form in _LEADING:
        return bool(reach & _WEAPONS)
    return verb.form in ("liable", "subject") and bool(reach & _WEAPONS or verb.form == "liable")


def _acts_for_the_sender(who: Word | None) -> bool:
    if who is None or is_sender(who) or who.form in _ENFORCERS:
        return True
    return bool(who.forms("nmod") & {"your", "ur"})


def _is_denied(verb: Word) -> bool:
    if negator(verb) is not None:
        return True
    return any(child.form in _REASSURING or child.forms("det") & _REASSURING for child in verb.children)


def _is_demand(verb: Word) -> bool:
    """Whether a condition is about what the reader leaves undone, or must do."""
    mark = condition_mark(verb)
    who = subject(verb)
    if mark is not None and mark.form == "unless":
        return True
    if negator(verb) is None and verb.form not in ("fail", "fails", "failed", "refuse", "ignore", "continue", "continues", "remains", "remain", "unpaid", "outstanding", "overdue"):
        return verb.form in _DONE and who is not None and who.form in _DEMANDED and bool(_REASSURING & {w.form for w in who.children})
    return who is None or is_reader(who) or who.form in _DEMANDED or is_sender(who) or verb.form in _DONE


def _hangs_on(verb: Word, demands: list[Word]) -> bool:
    return any(demand.head is not None and (demand.head is verb or verb in _family(demand.head)) for demand in demands)


def _family(word: Word) -> list[Word]:
    """The verbs joined to a verb, and the ones it is joined to."""
    found = [word]
    for each in found:
        found.extend(child for child in each.children if child.is_("conj", "parataxis", "xcomp", "ccomp") and child not in found)
    found.extend(each for each in word.ancestors() if each.pos == "VERB")
    return found


def _is_alternative(tree: Tree, verb: Word) -> bool:
    """Whether "or", "otherwise" or "failing which" puts the sanction beside what is asked."""
    openers = {child.form for child in verb.children if child.index < verb.index}
    if openers & {"otherwise", "failing"}:
        return True
    before = [word.form for word in tree.words[: verb.index]]
    if "otherwise" in before or any(before[at : at + 2] in (["or", "else"], ["failing", "which"], ["failing", "this"]) for at in range(len(before))):
        return True
    head = verb.head
    if "or" not in openers or head is None or not verb.is_("conj", "parataxis"):
        return False
    helpers = {word.form for word in auxiliaries(head)}
    return head.imperative or head.base or bool(helpers & {"must", "should"}) or not helpers & _FUTURE


def _failures(tree: Tree) -> Iterator[Span]:
    """ "Failure to respond will result in …": what will happen is the sanction."""
    for word in tree.words:
        if word.form not in ("failure", "failing", "non-payment", "nonpayment", "delay", "refusal", "non-compliance"):
            continue
        verb = word.head if word.is_("nsubj", "csubj", "advcl") else None
        if verb is not None and verb.index > word.index and {each.form for each in auxiliaries(verb)} & _FUTURE and not _is_denied(verb):
            helpers = [each for each in auxiliaries(verb) if each.index > word.index]
            yield (helpers[0].start if helpers else verb.start), extent(verb.subtree())[1]


def _clause(tree: Tree, verb: Word) -> Span:
    words = [word for word in clause_words(verb) if word.form not in ("or", "and", "then", "otherwise", "else")]
    return extent(_together(words, verb))


def _together(words: list[Word], verb: Word) -> list[Word]:
    """The run around the verb: from its subject to the last word that is not cut off by another clause."""
    indexes = {word.index for word in words}
    first = last = verb.index
    while first - 1 in indexes:
        first -= 1
    while last + 1 in indexes:
        last += 1
    return [word for word in words if first <= word.index <= last]


_WILL: Final = r"(?:will|'ll|shall|may|might|could|would|can|must|right|forced|liable|going)\b"
FINDERS: Final = (
    Finder(
        "sanction",
        "A sanction that the sender announces: “your account will be closed”, “we may charge a late fee”; not denied ones.",
        cue(_WILL),
        sanctions,
    ),
    Finder(
        "conditional-sanction",
        "A sanction that hangs on what the reader does: “unless you pay, we will …”, “or we will …”, “failure to … will result in …”.",
        cue(r"(?:if|unless|otherwise|or|failure|failing|fail|non-?payment|without|until|delay|refusal|non-compliance)\b"),
        conditional_sanctions,
    ),
)
