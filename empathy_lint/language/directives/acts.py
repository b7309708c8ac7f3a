"""The acts that one sentence asks for, from its commands, duties, requests and offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.directives.act import Act, ActKind
from empathy_lint.language.directives.asides import (
    holds_only_then,
    is_aside,
    is_for_some,
    says_which_things,
    stands_on_a_button,
)
from empathy_lint.language.directives.words import IDLE, MEANS, OPT_OUTS, PHRASES, USED, WISHES, family
from empathy_lint.language.facts.clauses import agent, auxiliaries, condition_mark, is_passive, subject
from empathy_lint.language.imperatives import continues_offer, imperatives
from empathy_lint.language.tree import Tree, Word

_READER: Final = frozenset({"you", "u"})
_DUTY_HELPERS: Final = frozenset({"must", "should", "shall"})
_DUTY_PARTICIPLES: Final = frozenset({"required", "obliged", "asked", "requested", "directed", "instructed"})
_OTHERS: Final = frozenset({"them", "it", "us", "him", "her", "me"})
_DUTY_VERBS: Final = _DUTY_PARTICIPLES | {"need", "have", "got", "ought"}
# What readers are the ones to do, though a passive does not say so.
_READERS_PART: Final = frozenset({"pay", "send", "complete", "confirm", "renew", "update", "tell", "reset", "sign"})
_REQUESTS: Final = frozenset(
    {"ask", "asking", "need", "request", "like", "require", "want", "urge", "invite", "advise", "asks", "needs"}
)
_RECOMMENDING: Final = frozenset({"recommend", "suggest", "advise"})
_POLITE: Final = frozenset({"could", "can", "would", "will"})
_OFFERING: Final = frozenset({"can", "could", "may", "might"})
_NEGATORS: Final = frozenset({"not", "n't", "never", "nt"})
_LATER: Final = frozenset({"once", "when", "after", "before", "until", "as", "while", "since"})
# What reads as help for those who want it, whatever the verb.
_HELP: Final = re.compile(
    r"^\W*optional\b|\b(?:(?:any|more|further|other)\s+(?:questions?|information|info|details?|queries)"
    r"|questions?\?|queries\?|need\s+(?:any\s+|more\s+|some\s+)?(?:help|support|assistance|advice|anything)"
    r"|if\s+you\s+have\s+(?:a\s+)?(?:questions?|concerns?|doubts?)|to\s+(?:know|read|see)\s+more"
    r"|for\s+(?:help|support|assistance|(?:(?:full|all|additional)\s+)?(?:details|information)|more|further|advice|free|immediate)"
    r"|unsubscribe|opt\s+out|stop\s+(?:getting|receiving)|preferences|learn\s+more|find\s+out\s+more|read\s+more"
    r"|if\s+you\s+(?:like|wish|want)|would\s+(?:like|rather|prefer)|free\s+to|hesitate|any\s*time|whenever)\b",
    re.IGNORECASE,
)
_PRESSING: Final = re.compile(
    r"\b(?:please|pls|plz|kindly|must|need|have\s+to|asked?|required|by|before|within|today|tomorrow|now"
    r"|immediately|urgently|asap|could\s+you|would\s+you|can\s+you)\b",
    re.IGNORECASE,
)
# "Reply YES": the answer is spelled out.
_KEYWORD: Final = re.compile(
    r"\b(?:[Rr]eply|REPLY|[Tt]ext|TEXT)\s+(?:with\s+)?[\"'“‘]?(?:[A-Z]{1,10}|\d)\b(?!\s+(?:0|7)\d{3})"
)
# "Reply STOP to leave": nobody has to.
_OPT_OUT_KEY: Final = re.compile(
    r"(?:reply|text|send)\s+(?:with\s+)?[\"'“‘]?(?:STOP|END|UNSUBSCRIBE|OPTOUT|OUT)\b", re.IGNORECASE
)
_ALL_YOU_DO: Final = re.compile(r"\ball\s+you\s+(?:have|need)\s+to\s+do\s+is:?\s+(?:to\s+)?", re.IGNORECASE)
# "It is important that you attend": a duty in other words.
_IT_MATTERS: Final = re.compile(
    r"\bit\s+is\s+(?:very\s+)?(?:important|essential|vital|necessary)\s+that\s+you\s+", re.IGNORECASE
)
# "Be sure to renew", "make sure to bring it": the act is what one is sure of.
_SURE_TO: Final = re.compile(r"\b(?:be|make)\s+(?:very\s+)?sure\s+to\s+", re.IGNORECASE)
_TRY_AGAIN: Final = re.compile(r"\bplease\s+(?:try|retry)\b(?:\s+\w+){0,3}?\s+again\b(?!\s+later)", re.IGNORECASE)
_TO_PAY: Final = re.compile(r"\W*to\s+make\s+(?:a|your|the|this)\s+(?:\w+\s+)?payment\b", re.IGNORECASE)
_STOP_BEING: Final = re.compile(r"\W*to\s+stop\b[^,]*\bbeing\b", re.IGNORECASE)
# Words decide, as the parser often joins "or" to something else.
_OR_BEFORE: Final = re.compile(r"\w\W+or,?\s+(?:(?:please|just|simply|else)\s+)?\Z", re.IGNORECASE)
_OR_CALL: Final = re.compile(r"\bor\s+(?:please\s+)?(?:call|ring|phone|text|e-?mail|reply|message)\b", re.IGNORECASE)
_JOINED_ON: Final = re.compile(r"[^,;.:]*\band\s+(?!then\b)(?:also\s+)?\Z", re.IGNORECASE)
_FOR_BOTH: Final = re.compile(
    r"[^,;.:]*\bto\s+(?!the\b|an?\b|your\b|our\b|this\b|that\b|my\b|us\b|it\b)[a-z]+\b[^,;.:]*\band\s+(?!then\b)\Z"
)
_OPENING_GOAL: Final = re.compile(r"\W*to\s+(\w+)\b[^,]*,", re.IGNORECASE)
_IGNORE: Final = re.compile(r"\b(?:ignore|disregard|no\s+(?:further\s+)?action)\b", re.IGNORECASE)


def find_acts(tree: Tree) -> tuple[Act, ...]:
    """The acts of a sentence in order; each verb once."""
    found: dict[int, Act] = {}
    for word, kind in (*_commands(tree), *_duties(tree), *_requests(tree), *_offers(tree)):
        if word.index not in found:
            found[word.index] = _act(tree, word, kind)
            for inner in _inside(word) if kind is ActKind.STEP else ():
                found.setdefault(inner.index, _act(tree, inner, kind))
    return tuple(_together(tree.text, [act for _, act in sorted(found.items())]))


def _together(text: str, acts: list[Act]) -> Iterator[Act]:
    """The acts, where what an "and" joins shares the standing of what it is joined to: "call Mo and pay" beside "or";
    "click the link to confirm it and finish" is one way to both.
    """
    before: Act | None = None
    for each in acts:
        act = each
        between = text[before.end : act.start] if before is not None else ""
        if before is not None and act.kind is ActKind.STEP:
            other_way = before.kind is ActKind.ALTERNATIVE or _OR_CALL.search(between) is not None
            if other_way and _JOINED_ON.match(between):
                act = replace(act, kind=ActKind.ALTERNATIVE)
            elif before.kind is ActKind.STEP and before.means and _FOR_BOTH.match(between):
                continue
        yield act
        before = act


def _inside(verb: Word) -> Iterator[Word]:
    """What is to be done once signed in: "log in to upload your documents" asks for both."""
    if family(verb.form) != "login":
        return
    for child in verb.children:
        if (
            child.is_("advcl", "xcomp")
            and child.index > verb.index
            and "to" in child.forms("mark")
            and not is_idle(child)
        ):
            yield child


def _commands(tree: Tree) -> Iterator[tuple[Word, ActKind]]:
    for command in imperatives(tree):
        if stands_on_a_button(tree.text, command.word.start):
            continue
        reminded = command.word.child("xcomp") if command.negated and command.word.form == "forget" else None
        if reminded is not None:  # "Do not forget to bring it back" asks for just that
            yield reminded, _standing(tree, reminded)
        else:
            yield command.word, ActKind.PROHIBITION if command.negated else _standing(tree, command.word)


def _standing(tree: Tree, verb: Word) -> ActKind:
    """How an act that is not denied is meant."""
    if is_aside(tree.text, verb.start):
        return ActKind.OPTIONAL
    if _is_conditional(tree, verb) or holds_only_then(tree.text):
        return ActKind.CONDITIONAL
    idle = is_idle(verb) and not (verb.form in ("try", "retry") and _TRY_AGAIN.search(tree.text))
    if idle or _is_help(tree, verb) or _is_wish(tree, verb) or _is_remark(tree, verb):
        return ActKind.OPTIONAL
    if _is_alternative(tree, verb):
        return ActKind.ALTERNATIVE
    return ActKind.STEP


def _is_conditional(tree: Tree, verb: Word) -> bool:
    for word in (verb, *verb.ancestors()):
        if condition_mark(word) is not None:
            return True
        for child in word.children:
            if (
                child.is_("advcl")
                and (mark := condition_mark(child)) is not None
                and mark.form in ("if", "should", "unless")
            ):
                return not _is_trailing_sanction(verb, child)
        if word.dep == "ROOT" or not word.is_("conj", "parataxis", "xcomp", "ccomp"):
            break
    opening = tree.words[0].form
    return opening in ("if", "should", "unless") and verb.index > 2


def _is_trailing_sanction(verb: Word, clause: Word) -> bool:
    """ "Pay by Friday if you want to keep …": the wish is no condition."""
    if clause.index < verb.index:
        return False
    return clause.form in ("want", "wish", "possible", "can", "able") or any(
        child.form in ("any", "one") for child in clause.children
    )


def _is_help(tree: Tree, verb: Word) -> bool:
    return (
        bool(_HELP.search(tree.text) or _IGNORE.search(tree.text[verb.start : verb.start + 40]))
        or verb.form in OPT_OUTS
        or _OPT_OUT_KEY.match(tree.text, verb.start) is not None
    )


def _is_wish(tree: Tree, verb: Word) -> bool:
    """Whether the act serves a purpose that stands before it and that only some readers have: "To get a copy, call"."""
    opening = tree.words[:2]
    if is_for_some(tree.text, verb.start, verb.end):
        return True
    if (
        verb.index < 2
        or _STOP_BEING.match(tree.text)
        or _TO_PAY.match(tree.text)
        or opening[0].form not in ("to", "for")
        or len(opening) < 2
    ):
        return False
    return (opening[0].form == "for" and opening[1].pos != "NUM") or opening[1].form in WISHES


def _is_remark(tree: Tree, verb: Word) -> bool:
    """Whether the verb stands in a question that asks for nothing, or in what "please note" introduces."""
    if tree.text.rstrip().endswith("?") and not _asks_politely(tree):
        return True
    return any(word.form in ("note", "remember", "aware") for word in tree.words[: min(verb.index, 4)])


def _asks_politely(tree: Tree) -> bool:
    """ "Could you …?" """
    pairs = zip(tree.words, tree.words[1:], strict=False)
    return any(first.form in _POLITE and second.form in _READER for first, second in pairs)


def is_idle(verb: Word) -> bool:
    """Whether a verb asks for nothing that takes doing."""
    nouns = {child.form for child in verb.children if child.is_("obj", "xcomp", "obl")}
    if any((verb.form, noun) in PHRASES for noun in nouns):
        return True
    if verb.form == "write" and verb.has("obj"):
        return True  # "write your number on the back" belongs to sending it
    if verb.form == "go" and any(child.is_("conj") and child.form in IDLE for child in verb.children):
        return True  # "go and have a good rest"
    if verb.form == "come" and any(child.form in ("chat", "talk", "say", "join", "hang") for child in verb.children):
        return True
    if verb.form == "use" and not nouns & USED:
        return bool(nouns)
    return verb.form in IDLE


def _is_alternative(tree: Tree, verb: Word) -> bool:
    openers = {child.form for child in verb.children if child.index < verb.index and child.is_("cc", "advmod")}
    return bool(openers & {"or", "alternatively", "instead"}) or _OR_BEFORE.search(tree.text[: verb.start]) is not None


def _duties(tree: Tree) -> Iterator[tuple[Word, ActKind]]:
    """ "You must pay", "you need to sign and return", "payment must be made", "all you have to do is sign in"."""
    leads = (_ALL_YOU_DO, _IT_MATTERS, _SURE_TO)
    for match in chain.from_iterable(lead.finditer(tree.text) for lead in leads):
        yield from ((word, _standing(tree, word)) for word in tree.words if word.start == match.end())
    for word in tree.words:
        if word.pos not in ("VERB", "AUX", "ADJ") or _is_denied(word):
            continue
        who = word.child("nsubj")
        infinitive = word.child("xcomp")
        helpers = _helpers_before(word)
        if who is not None and who.form in _READER:
            yield from _duty_of_the_reader(tree, word, infinitive, helpers)
        elif who is not None and helpers & {"must", "should"} and is_passive(word):
            yield from _left_to_the_reader(tree, word)
        elif word.form in ("needs", "need", "has", "have") and infinitive is not None and is_passive(infinitive):
            yield from _left_to_the_reader(tree, infinitive)


def _duty_of_the_reader(
    tree: Tree, word: Word, infinitive: Word | None, helpers: set[str]
) -> Iterator[tuple[Word, ActKind]]:
    """ "You must pay"; "you will be asked to" is what a form will do, "you requested to" the reader's own doing."""
    who = word.child("nsubj")
    if who is not None and says_which_things(tree.text, who.start):
        return
    if helpers & _DUTY_HELPERS and not {"have", "receive"} & (helpers | {word.form}) and not is_passive(word):
        yield from _with_joined(tree, word)
        return
    if {"will", "'ll"} & helpers and word.form in ("asked", "requested", "invited"):
        return
    if word.form in _DUTY_PARTICIPLES and not word.has("aux:pass", "cop"):
        return
    if word.form not in _DUTY_VERBS or infinitive is None or "if" in word.forms("mark"):
        return
    if {child.form for child in (*word.children, *infinitive.children) if child.start < infinitive.start} & _OTHERS:
        return  # "as high as you need them to go"
    if "to" in infinitive.forms("mark"):
        yield from _with_joined(tree, infinitive)


def _left_to_the_reader(tree: Tree, verb: Word) -> Iterator[tuple[Word, ActKind]]:
    """ "The form must be signed", where nobody else is named who would do it."""
    if _family(verb) in _READERS_PART and agent(verb) is None:
        yield verb, _standing(tree, verb)


def _helpers_before(word: Word) -> set[str]:
    return {child.form for child in word.children if child.is_("aux") and child.index < word.index}


def _is_denied(word: Word) -> bool:
    return any(child.form in _NEGATORS and child.index < word.index for child in word.children)


def _with_joined(tree: Tree, verb: Word) -> Iterator[tuple[Word, ActKind]]:
    yield verb, _standing(tree, verb)
    for child in verb.children:
        if child.is_("conj") and child.pos == "VERB" and not child.has("nsubj", "aux"):
            yield from _with_joined(tree, child)


def _requests(tree: Tree) -> Iterator[tuple[Word, ActKind]]:
    """ "Could you send …?", "we ask you to reply"."""
    for word in tree.words:
        if word.pos != "VERB":
            continue
        who = word.child("nsubj")
        if who is None:
            continue
        if who.form in ("we", "i") and word.form in _RECOMMENDING:
            yield from _recommended(tree, word)
            continue
        polite = [
            child for child in word.children if child.is_("aux") and child.form in _POLITE and child.index < who.index
        ]
        if (
            who.form in _READER
            and polite
            and word.base
            and word.form not in ("like", "prefer", "rather", "want", "be", "mind")
        ):
            yield from _with_joined(tree, word)
        elif who.form in ("we", "i") and word.form in _REQUESTS and not any(c.form in _NEGATORS for c in word.children):
            infinitive = word.child("xcomp", "ccomp")
            asked = [child for child in word.children if child.form in _READER and child.index > word.index]
            inner = infinitive.child("nsubj") if infinitive is not None else None
            if infinitive is not None and infinitive.base and (asked or (inner is not None and inner.form in _READER)):
                yield from _with_joined(tree, infinitive)


def _recommended(tree: Tree, verb: Word) -> Iterator[tuple[Word, ActKind]]:
    """ "We recommend turning on …", "we suggest that you change …"."""
    for clause in verb.children:
        if clause.is_("xcomp", "ccomp") and clause.pos == "VERB" and clause.index > verb.index:
            who = clause.child("nsubj")
            if who is None or who.form in _READER:
                yield from _with_joined(tree, clause)


def _offers(tree: Tree) -> Iterator[tuple[Word, ActKind]]:
    for word in tree.words:
        if word.pos != "VERB" or is_passive(word):
            continue
        if continues_offer(word):
            yield word, ActKind.OFFER
            continue
        who = subject(word)
        if who is None:
            continue
        helpers = {child.form for child in auxiliaries(word)}
        denied = any(child.form in _NEGATORS for child in word.children)
        if who.form in _READER and helpers & _OFFERING and not denied:
            yield word, ActKind.OFFER


def _act(tree: Tree, word: Word, kind: ActKind) -> Act:
    goals = frozenset(
        family(child.form)
        for child in word.children
        if child.is_("advcl", "xcomp", "acl") and "to" in child.forms("mark") and child.pos == "VERB"
    )
    last = max(
        (child for child in word.children if child.is_("compound:prt", "obj") and child.index > word.index),
        key=lambda c: c.index,
        default=word,
    )
    opening = _OPENING_GOAL.match(tree.text)
    if opening is not None and opening.end() <= word.start:
        goals |= {family(opening[1].lower())}
    if family(word.form) == "login":
        goals = frozenset()
    return Act(kind, _family(word), _object(word), word.start, last.end, goals, word.form in MEANS, _is_pressing(tree))


def _is_pressing(tree: Tree) -> bool:
    """Whether an act is asked for in earnest: politely, as a duty, or by a time."""
    return _PRESSING.search(tree.text) is not None or _KEYWORD.search(tree.text) is not None


def _family(word: Word) -> str:
    thing = _object(word)
    if word.form == "make" and thing in ("payment", "payments", "deposit"):
        return "pay"
    if word.form == "get" and any(child.form == "touch" for child in word.children):
        return "contact"
    if (word.form, thing) in (("give", "call"), ("hit", "reply")):
        return "contact"
    if word.form in ("submit", "send", "make", "provide", "arrange") and thing in ("payment", "payments", "funds"):
        return "pay"
    who = subject(word)
    if (
        word.form in ("made", "received", "returned")
        and who is not None
        and who.form in ("payment", "payments", "balance", "funds")
    ):
        return "pay"
    return family(word.form)


def _object(word: Word) -> str:
    thing = word.child("obj", "nsubj:pass")
    return thing.form if thing is not None else ""
