"""Sanctions that the sender announces: flatly ("your account will be closed") or as a condition ("unless you pay,
…")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
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
from empathy_lint.language.facts.cues import cue, either, every, holds, matches, no_question
from empathy_lint.language.facts.fact import Finder, Span
from empathy_lint.language.facts.sanction_words import (
    ASKED_FOR,
    BRINGING,
    BROUGHT,
    BURDENS,
    COMPULSION,
    DEMANDED,
    DONE,
    ENDINGS,
    ENFORCERS,
    FUTURE,
    HARMS,
    LEADING,
    LOSSES,
    NEWS,
    OPEN_HELPERS,
    OR,
    OTHERWISE,
    PAYING,
    REASSURING,
    SPOILT,
    UNMET,
    VISITORS,
    WEAPONS,
    WISHING,
)
from empathy_lint.language.tree import Tree, Word

_STOPS: Final = frozenset({",", ";", ".", "if", "unless", "until", "so", "because"})


def sanctions(tree: Tree) -> Iterator[Span]:
    """The clause of each sanction that stands on its own feet; denied ones and those that readers ask for left out."""
    if any(is_reader(subject(verb)) and verb.form in WISHING for verb in conditions(tree)):
        return
    for verb in tree.words:
        if _is_announced(tree, verb) and _harms(tree, verb) and not _is_denied(verb):
            yield _clause(verb)


def conditional_sanctions(tree: Tree) -> Iterator[Span]:
    """The clause of each sanction that hangs on what the reader does or leaves undone."""
    clauses = list(conditions(tree))
    demanded = any(map(_is_demand, clauses))
    paying = any(verb.form in PAYING and is_reader(subject(verb)) for verb in clauses)
    for verb in tree.words:
        if not _is_announced(tree, verb) or not (_harms(tree, verb) or _ends(verb)):
            continue
        # "will not be cut off if you pay today" is one, "will not be cut off if the bill is late" is none.
        if paying if _is_denied(verb) else demanded or _is_alternative(tree, verb):
            yield _clause(verb)
    yield from _ultimatums(tree)
    yield from _failures(tree)
    yield from _omissions(tree)


def _ultimatums(tree: Tree) -> Iterator[Span]:
    """ "Reply today or we will decide without you": whatever an "or" holds against a command is a sanction."""
    for verb in tree.words:
        who = verb.child("nsubj")
        helpers = {child.form for child in verb.children if child.is_("aux")}
        if who is None or who.index > verb.index or is_reader(who) or in_condition(verb) or helpers & OPEN_HELPERS:
            continue
        coming = helpers & FUTURE or (verb.pos == "VERB" and not helpers and not is_sender(who))
        if coming and _follows_or(tree, verb):
            yield who.subtree()[0].start, extent(_together(clause_words(verb), verb))[1]


def _is_announced(tree: Tree, verb: Word) -> bool:
    """Whether a verb says what will or may happen, rather than what is asked, was done, or is a condition itself."""
    if verb.pos not in ("VERB", "ADJ", "NOUN") or in_condition(verb) or tree.text.rstrip().endswith("?"):
        return False
    helpers = {word.form for word in auxiliaries(verb)} | {child.form for child in verb.children if child.is_("aux")}
    if helpers & FUTURE or _is_alternative(tree, verb):
        return True
    # "We reserve the right to …", "we will be forced to …"
    return verb.is_("xcomp", "acl", "advcl") and any(word.form in COMPULSION for word in verb.ancestors())


def _harms(tree: Tree, verb: Word) -> bool:
    """Whether what the verb says is done against the reader."""
    who = subject(verb)
    if is_reader(who) and not is_passive(verb):
        return verb.form in LOSSES and verb.has("obj") and verb.pos == "VERB" and not verb.is_("amod")
    if who is not None and who.form in VISITORS:
        return True
    if is_sender(who) and {"can", "could"} & {word.form for word in auxiliaries(verb)}:
        return False  # "we can block it" is an offer
    return (_is_done_to(verb) or _acts_for_the_sender(who)) and _is_harmful(tree, verb)


def _is_harmful(tree: Tree, verb: Word) -> bool:
    reach = _reach(tree, verb)
    done_to = {child.form for child in verb.children if child.is_("obj", "nsubj:pass")}
    if verb.form in HARMS:
        return not (done_to & BURDENS or reach & ASKED_FOR or _is_gladly_lost(verb))
    if verb.form in LEADING or verb.form == "subject":
        return bool(reach & WEAPONS) and not done_to & NEWS
    return verb.form == "liable"


def _is_gladly_lost(verb: Word) -> bool:
    """Whether it is done to what nobody keeps ("the stolen card"), or to what is the sender's ("our office")."""
    things = [child for child in verb.children if child.is_("obj", "nsubj:pass")]
    return any(thing.forms("amod") & SPOILT or (is_passive(verb) and is_sender(thing)) for thing in things)


def _is_done_to(verb: Word) -> bool:
    """Whether the verb is in the passive; a participle that was read as an adjective or noun counts ("be withheld")."""
    return is_passive(verb) or any(
        child.form in ("be", "been", "get", "gets") and child.index < verb.index for child in verb.children
    )


def _reach(tree: Tree, verb: Word) -> set[str]:
    """The words of the verb's clause, and what follows it up to the next comma or condition."""
    found = {word.form for word in clause_words(verb)}
    for word in tree.words[verb.index + 1 :]:
        if word.form in _STOPS:
            break
        found.add(word.form)
    return found - {verb.form}


def _ends(verb: Word) -> bool:
    """Whether something ends or lapses by itself; hard only where a condition hangs over it."""
    who = subject(verb)
    return verb.form in ENDINGS and not is_reader(who) and not is_sender(who)


def _acts_for_the_sender(who: Word | None) -> bool:
    if who is None or is_sender(who) or who.form in ENFORCERS:
        return True
    return bool(who.forms("nmod") & {"your", "ur"})


def _is_denied(verb: Word) -> bool:
    if negator(verb) is not None:
        return True
    return any(child.form in REASSURING or child.forms("det") & REASSURING for child in verb.children)


def _is_demand(verb: Word) -> bool:
    """Whether a condition is about what the reader leaves undone, or must do; what readers wish for is none."""
    mark = condition_mark(verb)
    who = subject(verb)
    denied = negator(verb) is not None
    if (mark is not None and mark.form == "unless") or (denied and verb.form == "do"):
        return True
    if is_reader(who):
        return denied or verb.form not in WISHING
    if denied or verb.form in UNMET:
        return who is None or who.form in DEMANDED or is_sender(who) or verb.form in DONE
    # "if no payment is received"
    return verb.form in DONE and who is not None and who.form in DEMANDED and bool(who.forms("det") & REASSURING)


def _is_alternative(tree: Tree, verb: Word) -> bool:
    """Whether "or", "otherwise" or "failing which" puts the sanction beside what is asked."""
    if OTHERWISE.search(tree.text, 0, verb.start):
        return True
    return (verb.has("nsubj") or verb.form in LOSSES) and _follows_or(tree, verb)


def _follows_or(tree: Tree, verb: Word) -> bool:
    """Whether "or" opens the verb's clause after a command; words decide, as the parser often joins it to a noun."""
    joined = OR.search(tree.text[: verb.start].replace("’", "'"))
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
            and {each.form for each in auxiliaries(verb)} & FUTURE
            and not _is_denied(verb)
        ):
            helpers = [each for each in auxiliaries(verb) if each.index > word.index]
            yield (helpers[0].start if helpers else verb.start), extent(verb.subtree())[1]


def _omissions(tree: Tree) -> Iterator[Span]:
    """ "Not paying will result in a visit by bailiffs": what something left undone will bring."""
    for negation, undone in pairwise(tree.words):
        before = tree.after(negation, -1)
        if negation.form != "not" or not undone.form.endswith("ing") or (before is not None and before.pos == "AUX"):
            continue
        verb = next((word for word in tree.words[undone.index :] if word.form in BRINGING and _is_to_come(word)), None)
        if verb is not None and not _is_denied(verb) and any(word.form in BROUGHT for word in tree.words[verb.index :]):
            helpers = [each for each in auxiliaries(verb) if each.index < verb.index]
            yield (helpers[0].start if helpers else verb.start), extent(verb.subtree())[1]


def _is_to_come(verb: Word) -> bool:
    return bool({each.form for each in auxiliaries(verb)} & FUTURE) and not in_condition(verb)


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
# What a sanction cannot do without, by the words that `_harms` and `_ends` ask for.
_MAY_HARM: Final = every(
    no_question,
    either(holds(HARMS | LOSSES | VISITORS | {"liable"}), every(holds(LEADING | {"subject"}), holds(WEAPONS))),
)
_MAY_BE_ULTIMATUM: Final = cue(
    r"or\s+(?:your|ur|we|we'll|i|it|the|all|this|legal|further|a|an|they|access|supply|service|no)\b"
)
_MAY_COME: Final = either(
    cue(r"(?:will|wo|'ll|shall|may|might|could|would|can|must)\b|won't"),
    holds(COMPULSION),
    matches(OTHERWISE),
    _MAY_BE_ULTIMATUM,
)
_MAY_HANG: Final = either(
    holds({"if", "unless", "should", "provided", "providing"}), matches(OTHERWISE), _MAY_BE_ULTIMATUM
)
_MAY_BE_OMISSION: Final = every(cue(r"not\s+\w+ing\b"), holds(BRINGING), holds(BROUGHT))
_MAY_BE_FAILURE: Final = holds({"failure", "failing", "payment", "nonpayment", "delay", "refusal", "compliance"})
FINDERS: Final = (
    Finder(
        "sanction",
        "A sanction that the sender announces: “your account will be closed”; denied ones left out.",
        every(cue(_WILL), _MAY_HARM),
        sanctions,
    ),
    Finder(
        "conditional-sanction",
        "A sanction that hangs on what the reader does: “unless you pay, we will …”, “or we will …”.",
        every(
            cue(
                r"(?:if|unless|otherwise|or|failure|failing|fail|non-?payment|without|until|delay|refusal"
                r"|non-compliance|not\s+\w+ing)\b"
            ),
            either(
                every(_MAY_HANG, _MAY_COME, either(_MAY_HARM, every(no_question, holds(ENDINGS)))),
                _MAY_BE_ULTIMATUM,
                every(_MAY_BE_FAILURE, _MAY_COME),
                every(_MAY_BE_OMISSION, _MAY_COME),
            ),
        ),
        conditional_sanctions,
    ),
)
