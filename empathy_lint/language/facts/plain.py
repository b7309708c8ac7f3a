"""Plain facts of grammar: voice, mood, who acts, what is a condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.facts.clauses import (
    agent,
    auxiliaries,
    conditions,
    extent,
    is_reader,
    is_sender,
    subject,
)
from empathy_lint.language.facts.cues import cue, matches
from empathy_lint.language.facts.fact import Finder, Span
from empathy_lint.language.imperatives import imperatives
from empathy_lint.language.tree import Tree, Word

_DUTY: Final = frozenset({"must", "should", "shall"})
_DUTY_VERBS: Final = frozenset(
    {"need", "have", "required", "obliged", "expected", "got", "ought", "asked", "requested", "supposed"}
)
_SENDER_FAULTS: Final = frozenset(
    """failed fail wrong mistake mistakes error errors fault missed forgot overlooked delayed lost broke broken charged
    mixed sorry apologise apologize oversight""".split()
)


def _imperatives(tree: Tree) -> Iterator[Span]:
    yield from (_verb_group(each.word) for each in imperatives(tree) if not each.negated)


def _prohibitions(tree: Tree) -> Iterator[Span]:
    yield from (_verb_group(each.word) for each in imperatives(tree) if each.negated)
    for word in tree.words:
        helpers = auxiliaries(word)
        if (
            word.pos == "VERB"
            and is_reader(subject(word))
            and {"must", "may", "can", "ca", "should"} & {w.form for w in helpers}
        ):
            denied = next(
                (
                    child
                    for child in word.children
                    if child.form in ("not", "n't", "never") and child.index < word.index
                ),
                None,
            )
            if denied is not None:
                yield helpers[0].start, word.end


def _verb_group(verb: Word) -> Span:
    helpers = [
        child
        for child in verb.children
        if child.index < verb.index and (child.is_("aux") or child.form in ("not", "n't", "never"))
    ]
    particles = [child for child in verb.children if child.is_("compound:prt") and child.index == verb.index + 1]
    return extent([*helpers, verb, *particles])


def _obligations(tree: Tree) -> Iterator[Span]:
    for word in tree.words:
        if not is_reader(word.child("nsubj")):
            continue
        duties = [each for each in word.children if each.is_("aux") and each.form in _DUTY and each.index < word.index]
        infinitive = word.child("xcomp")
        denied = any(child.form in ("not", "n't", "never") and child.index < word.index for child in word.children)
        if denied:
            continue
        if duties and not word.is_("advcl"):
            yield duties[0].start, word.end
        elif (
            word.form in _DUTY_VERBS
            and infinitive is not None
            and any(child.form == "to" for child in infinitive.children)
        ):
            yield word.start, infinitive.end


def _passives(tree: Tree) -> Iterator[Span]:
    for word in tree.words:
        if word.has("aux:pass"):
            yield _passive_span(word)


def _agentless(tree: Tree) -> Iterator[Span]:
    for word in tree.words:
        if word.has("aux:pass") and agent(word) is None:
            yield _passive_span(word)


def _passive_span(verb: Word) -> Span:
    return extent([*(child for child in verb.children if child.is_("aux") and child.index < verb.index), verb])


def _conditionals(tree: Tree) -> Iterator[Span]:
    for verb in conditions(tree):
        yield extent(verb.subtree())


def _sender_faults(tree: Tree) -> Iterator[Span]:
    for word in tree.words:
        who = subject(word) if word.pos in ("VERB", "AUX") else None
        if is_sender(who) and word.form in _SENDER_FAULTS and not any(c.form in ("not", "n't") for c in word.children):
            yield (who.start if who is not None and who.index < word.index else word.start), word.end
        elif word.pos == "NOUN" and word.form in _SENDER_FAULTS and "our" in word.forms("nmod"):
            owner = next(child for child in word.children if child.form == "our")
            yield owner.start, word.end


def _reader_subjects(tree: Tree) -> Iterator[Span]:
    yield from ((word.start, word.end) for word in tree.words if word.is_("nsubj") and is_reader(word))


def _sender_subjects(tree: Tree) -> Iterator[Span]:
    yield from ((word.start, word.end) for word in tree.words if word.is_("nsubj") and is_sender(word))


def _questions(tree: Tree) -> Iterator[Span]:
    if tree.words and tree.text.rstrip("\"'”’) ").endswith("?"):
        yield tree.words[0].start, tree.words[-1].end


_ANY: Final = cue(r"\w")
_ANY_FORM: Final = cue(r"\w+(?:ed|en|wn|t|ut|id|de|ng|nt|pt|ld|ft|me|un|in)\b")
FINDERS: Final = (
    Finder("imperative", "A command: “pay”, “log in”; the verb is marked.", _ANY, _imperatives),
    Finder(
        "prohibition",
        "What the reader is told not to do: “do not ignore”, “you must not reply”.",
        cue(r"(?:not|n't|never|dont)|\w+n't"),
        _prohibitions,
    ),
    Finder(
        "obligation",
        "What the reader has to do: “you must pay”, “you need to reply”, “you are required to”.",
        cue(r"(?:you|u)\b"),
        _obligations,
    ),
    Finder("passive", "A verb in the passive: “was sent”, “will be closed”.", _ANY_FORM, _passives),
    Finder("passive-without-agent", "A verb in the passive that does not say who acts.", _ANY_FORM, _agentless),
    Finder(
        "conditional",
        "An “if”, “unless” or “should you” clause.",
        cue(r"(?:if|unless|should|provided|providing)\b"),
        _conditionals,
    ),
    Finder(
        "sender-fault",
        "The sender says that the fault is its own: “we failed to”, “our mistake”.",
        cue(r"(?:we|i|our|my)\b"),
        _sender_faults,
    ),
    Finder("reader-subject", "“you” as the subject of a clause.", cue(r"(?:you|u)\b"), _reader_subjects),
    Finder("sender-subject", "“we”, or “our …”, as the subject of a clause.", cue(r"(?:we|i|our)\b"), _sender_subjects),
    Finder("question", "A question; all of it is marked.", matches(re.compile(r"\?")), _questions),
)
