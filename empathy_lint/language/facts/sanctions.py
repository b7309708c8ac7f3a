"""Sanctions that the sender announces: flatly ("your account will be closed") or as a condition ("unless you pay, …")."""

from __future__ import annotations

import re
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
    foreclose impound bar exclude blacklist reclaim retrieve confiscate dispose destroy strike tow eject discharge downgrade throw scrap"""
)
# Sanctions when what they are done with, or to, is on the list below.
_LEADING: Final = inflected(
    """take begin start issue apply commence initiate pursue bring instruct refer pass report register record add impose
    charge levy send share forward transfer hand sell assign place file enter seek recover notify inform involve appoint
    consider proceed raise bill deduct collect visit attend request demand enforce increase cut shut turn
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
_ENDINGS: Final = inflected(
    "lapse expire end stop cease reset return affect delay release void return fall bounce drop"
)
# What one is glad to have cancelled, removed or refused.
_BURDENS: Final = frozenset(
    """fee fees charge charges penalty fine debt block restriction restrictions limit hold flag strike interest error
    duplicate marker it them""".split()
)
_ENFORCERS: Final = _WEAPONS | frozenset(
    "officers officer company council landlord department bank team interest".split()
)
# Whatever these will do, they will do it against the reader.
_VISITORS: Final = frozenset("bailiff bailiffs agent agents officers collector collectors".split())
_OTHERWISE: Final = re.compile(r"\b(?:otherwise|or\s+else|failing\s+(?:which|this|that))\b", re.IGNORECASE)
_OR: Final = re.compile(
    r"\bor\s+(?:(?:your|ur|we|we'll|i|it|the|all|this|legal|further|a|an|they|access|supply|service|no)\b(?:(?!\band\b)[^,;.?])*)?$",
    re.IGNORECASE,
)
_OPEN_HELPERS: Final = frozenset({"can", "could", "may", "might", "would"})
_REASSURING: Final = frozenset({"not", "n't", "never", "no", "nothing", "nobody", "neither", "without"})
_DEMANDED: Final = frozenset(
    """payment payments balance amount amounts debt arrears sum account invoice bill fee rent money funds documents form
    response reply information evidence details contact confirmation it this these""".split()
)
_PAYING: Final = frozenset("pay settle clear act respond comply".split())
_WISHING: Final = frozenset(
    """want wish prefer like need ask request choose tell decide cancel close leave have feel think believe agree would
    rather find are 're lose notice see suspect delete remove""".split()
)
_DONE: Final = frozenset(
    """pay paid pays receive received receives clear cleared clears settle settled make made returned return complete
    completed submitted submit provided provide respond reply update updated verified verify confirmed confirm supplied
    supply cleared met rectified resolved contact act reached hear heard""".split()
)


def sanctions(tree: Tree) -> Iterator[Span]:
    """The clause of each sanction that stands on its own feet, denied ones left out."""
    for verb in tree.words:
        if _is_announced(tree, verb) and _harms(tree, verb) and not _is_denied(verb):
            yield _clause(verb)


def conditional_sanctions(tree: Tree) -> Iterator[Span]:
    """The clause of each sanction that hangs on what the reader does or leaves undone."""
    clauses = list(conditions(tree))
    demands = [verb for verb in clauses if _is_demand(verb)]
    paying = [verb for verb in clauses if verb.form in _PAYING and is_reader(subject(verb))]
    for verb in tree.words:
        if not _is_announced(tree, verb):
            continue
        who = subject(verb)
        ends = verb.form in _ENDINGS and not is_reader(who) and not is_sender(who)
        if not (_harms(tree, verb) or ends):
            continue
        if _is_denied(verb):
            hangs = bool(paying)  # "will not be cut off if you pay today"
        else:
            hangs = bool(demands) or _is_alternative(tree, verb)
        if hangs:
            yield _clause(verb)
    yield from _ultimatums(tree)
    yield from _failures(tree)


def _ultimatums(tree: Tree) -> Iterator[Span]:
    """ "Reply today or we will decide without you": after a command, whatever an "or" clause says will come is a sanction."""
    for verb in tree.words:
        who = verb.child("nsubj")
        helpers = {child.form for child in verb.children if child.is_("aux")}
        if who is None or who.index > verb.index or is_reader(who) or in_condition(verb) or helpers & _OPEN_HELPERS:
            continue
        started = _OR.search(tree.text[: verb.start].replace("’", "'"))
        coming = helpers & _FUTURE or (verb.pos == "VERB" and not helpers and not is_sender(who))
        if started and coming and any(_asks(word) for word in tree.words if word.end <= started.start()):
            yield who.subtree()[0].start, extent(_together(clause_words(verb), verb))[1]


def _is_announced(tree: Tree, verb: Word) -> bool:
    """Whether a verb says what will or may happen, rather than what is asked, was done, or is a condition itself."""
    if verb.pos not in ("VERB", "ADJ", "NOUN") or in_condition(verb) or tree.text.rstrip().endswith("?"):
        return False
    helpers = {word.form for word in auxiliaries(verb)} | {child.form for child in verb.children if child.is_("aux")}
    if helpers & _FUTURE:
        return True
    if _is_alternative(tree, verb) and (verb.has("nsubj") or verb.form in _LOSSES):
        return True  # "pay today or your line stops"
    head = verb.head
    if (
        verb.dep == "xcomp"
        and head is not None
        and head.form in ("right", "reserve", "going", "forced", "obliged", "choice", "option")
    ):
        return True
    return verb.dep in ("xcomp", "acl", "advcl") and any(
        word.form in ("right", "forced", "alternative", "compelled") for word in verb.ancestors()
    )


def _harms(tree: Tree, verb: Word) -> bool:
    who = subject(verb)
    if is_reader(who) and not is_passive(verb):
        return verb.form in _LOSSES and any(child.is_("obj") for child in verb.children)
    if who is not None and who.form in _VISITORS:
        return True
    if not _is_done_to(verb) and not _acts_for_the_sender(who):
        return False
    reach = _reach(tree, verb)
    if {"can", "could"} & {word.form for word in auxiliaries(verb)} and is_sender(who):
        return False  # "we can block it" is an offer
    if verb.form in _HARMS:
        done_to = {child.form for child in verb.children if child.is_("obj", "nsubj:pass")}
        return not done_to & _BURDENS and not ({"request", "want", "wish"} & reach)
    if verb.form in _LEADING:
        return bool(reach & _WEAPONS)
    return verb.form in ("liable", "subject") and bool(reach & _WEAPONS or verb.form == "liable")


def _is_done_to(verb: Word) -> bool:
    """Whether the verb is in the passive; a participle that was read as an adjective or noun counts ("be withheld")."""
    return is_passive(verb) or any(
        child.form in ("be", "been", "get", "gets") and child.index < verb.index for child in verb.children
    )


def _reach(tree: Tree, verb: Word) -> set[str]:
    """The words of the verb's clause, and what follows it up to the next comma or condition."""
    found = {word.form for word in clause_words(verb)}
    for word in tree.words[verb.index + 1 :]:
        if word.form in (",", ";", ".", "if", "unless", "until", "so", "because"):
            break
        found.add(word.form)
    return found - {verb.form}


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
    if verb.form == "do" and negator(verb) is not None:
        return True  # "if you do not, …"
    if is_reader(who) and verb.form not in _WISHING and negator(verb) is None:
        return True
    if negator(verb) is None and verb.form not in (
        "fail",
        "fails",
        "failed",
        "refuse",
        "ignore",
        "continue",
        "continues",
        "remains",
        "remain",
        "unpaid",
        "outstanding",
        "overdue",
    ):
        return (
            verb.form in _DONE
            and who is not None
            and who.form in _DEMANDED
            and bool(_REASSURING & {w.form for w in who.children})
        )
    return who is None or is_reader(who) or who.form in _DEMANDED or is_sender(who) or verb.form in _DONE


def _is_alternative(tree: Tree, verb: Word) -> bool:
    """Whether "or", "otherwise" or "failing which" puts the sanction beside what is asked.

    Words decide, because the parser often joins the "or" to the nearest noun.
    """
    before = tree.text[: verb.start].replace("’", "'")
    if _OTHERWISE.search(before):
        return True
    joined = _OR.search(before) if verb.has("nsubj") or verb.form in _LOSSES else None
    return joined is not None and any(_asks(word) for word in tree.words if word.end <= joined.start())


def _asks(word: Word) -> bool:
    helpers = {child.form for child in word.children if child.is_("aux")}
    return (
        word.imperative or bool(helpers & {"must", "should"}) or (word.base and not helpers and not word.has("nsubj"))
    )


def _failures(tree: Tree) -> Iterator[Span]:
    """ "Failure to respond will result in …": what will happen is the sanction."""
    for word in tree.words:
        if word.form not in ("failure", "failing", "non-payment", "nonpayment", "delay", "refusal", "non-compliance"):
            continue
        verb = word.head if word.is_("nsubj", "csubj", "advcl") else None
        if (
            verb is not None
            and verb.index > word.index
            and {each.form for each in auxiliaries(verb)} & _FUTURE
            and not _is_denied(verb)
        ):
            helpers = [each for each in auxiliaries(verb) if each.index > word.index]
            yield (helpers[0].start if helpers else verb.start), extent(verb.subtree())[1]


def _clause(verb: Word) -> Span:
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
        cue(
            r"(?:if|unless|otherwise|or|failure|failing|fail|non-?payment|without|until|delay|refusal|non-compliance)\b"
        ),
        conditional_sanctions,
    ),
)
