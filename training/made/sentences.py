"""Made sentences: what customer messages hold and the treebank lacks, generated from a grammar with gold annotation.

Each kind has its counterpart, so that the pipeline learns the difference and not the domain: "Reply STOP" beside "Reply
details", "Do not reply" beside "Failure to reply", "nothing but" beside "but you can".
"""

from __future__ import annotations

import random
from collections.abc import Callable

from training.conllu import Sentence
from training.made import words
from training.made.phrases import (
    IMPERATIVE,
    INFINITIVE,
    PASSIVE,
    POSITIVE,
    PRESENT,
    PRESENT_THIRD,
    SINGULAR,
    adposition,
    amount,
    clause,
    comma,
    deadline,
    infinitive_mark,
    marker,
    modal,
    negation,
    noun_phrase,
    passive_clause,
    perfect_clause,
    subject,
    us,
    verb_phrase,
)
from training.made.tree import Node, to_sentence

Kind = Callable[[random.Random], Node]


def _polite(rng: random.Random, verb: Node) -> Node:
    chance = rng.random()
    if chance < 0.3:
        return verb.adding(before=(Node("please", "INTJ", "discourse"),))
    if chance < 0.34:
        return verb.adding(before=(Node(rng.choice(["pls", "plz"]), "INTJ", "discourse", lemma="please"),))
    if chance < 0.42:
        adverb = rng.choice(["kindly", "simply", "just", "then", "also", "always"])
        return verb.adding(before=(Node(adverb, "ADV", "advmod"),))
    return verb


def _imperative(rng: random.Random, relation: str = "ROOT") -> Node:
    return _polite(rng, verb_phrase(rng, IMPERATIVE, relation))


def _prohibition(rng: random.Random) -> Node:
    if rng.random() < 0.2:
        return verb_phrase(rng, IMPERATIVE).adding(before=(Node("never", "ADV", "advmod"),))
    do = Node("do", "AUX", "aux", IMPERATIVE)
    verb = verb_phrase(rng, INFINITIVE).adding(before=(do, negation(rng)))
    return verb.adding(before=(Node("please", "INTJ", "discourse"),)) if rng.random() < 0.3 else verb


def _coordinated(rng: random.Random) -> Node:
    conjuncts = [verb_phrase(rng, IMPERATIVE, "conj") for _ in range(rng.choice([1, 1, 2]))]
    for conjunct in conjuncts[:-1]:
        conjuncts[conjuncts.index(conjunct)] = conjunct.adding(before=(comma(),))
    last = conjuncts.pop().adding(before=(Node(rng.choice(["and", "or"]), "CCONJ", "cc"),))
    return _imperative(rng).adding(after=(*conjuncts, last))


def _purpose_first(rng: random.Random) -> Node:
    purpose = verb_phrase(rng, INFINITIVE, "advcl").adding(before=(infinitive_mark(),), after=(comma(),))
    return _imperative(rng).adding(before=(purpose,))


def _condition(rng: random.Random, *, negated: float) -> Node:
    mark = rng.choice(["if", "if", "if", "unless", "when", "once", "before"])
    if mark in {"if", "unless"} and rng.random() < 0.3:
        if rng.random() < 0.5:
            return passive_clause(rng, "advcl").adding(before=(marker(mark),))
        return perfect_clause(rng, "you", "advcl", mark)
    refuses = mark == "if" and rng.random() < negated
    auxiliary = "can" if rng.random() < 0.15 else None
    return clause(rng, "you", "advcl", mark=mark, auxiliary=auxiliary, negated=refuses)


def _condition_then_imperative(rng: random.Random) -> Node:
    condition = _condition(rng, negated=0.2)
    if rng.random() < 0.8:
        condition = condition.adding(after=(comma(),))
    return _imperative(rng).adding(before=(condition,))


def _imperative_then_condition(rng: random.Random) -> Node:
    return _imperative(rng).adding(after=(_condition(rng, negated=0.15),))


def _inverted_condition(rng: random.Random) -> Node:
    condition = verb_phrase(rng, INFINITIVE, "advcl").adding(before=(modal("should"), subject("you")), after=(comma(),))
    return _imperative(rng).adding(before=(condition,))


def _sanction(rng: random.Random, relation: str = "ROOT") -> Node:
    if rng.random() < 0.5:
        return passive_clause(rng, relation)
    return clause(rng, "we", relation, auxiliary=rng.choice(["will", "may", "can", "must"]))


def _conditional_sanction(rng: random.Random) -> Node:
    condition = _condition(rng, negated=0.7)
    if rng.random() < 0.4:
        return _sanction(rng).adding(after=(condition,))
    if rng.random() < 0.8:
        condition = condition.adding(after=(comma(),))
    return _sanction(rng).adding(before=(condition,))


def _reply_word(rng: random.Random) -> Node:
    form = rng.choice(words.REPLY_WORDS)
    if form.isdigit():
        word = Node(form, "NUM", "obj")
    elif form in {"YES", "NO"}:
        word = Node(form, "INTJ", "obj", lemma=form.lower())
    else:
        noun_like = form in {"HELP", "DATE"}
        word = Node(form, "NOUN" if noun_like else "VERB", "obj", SINGULAR if noun_like else IMPERATIVE, form.lower())
    verb = rng.choice(["reply", "reply", "reply", "text", "send", "press"])
    after: tuple[Node, ...] = (word,)
    if rng.random() < 0.7:
        after += (verb_phrase(rng, INFINITIVE, "advcl").adding(before=(infinitive_mark(),)),)
    return _polite(rng, Node(verb, "VERB", features=IMPERATIVE, after=after))


def _action_noun(rng: random.Random, relation: str) -> Node:
    noun, takes_verb = rng.choice(words.ACTION_NOUNS)
    if takes_verb:
        after = (verb_phrase(rng, INFINITIVE, "acl").adding(before=(infinitive_mark(),)),)
    else:
        after = (noun_phrase(rng, "nmod").adding(before=(adposition("of"),)),)
    return Node(noun, "NOUN", relation, SINGULAR, after=after)


def _noun_initial(rng: random.Random) -> Node:
    head = _action_noun(rng, "nsubj")
    if rng.random() < 0.3:
        be = Node("is", "AUX", "cop", PRESENT_THIRD, "be")
        state = rng.choice(["required", "due", "optional", "mandatory", "free"])
        return Node(state, "ADJ", features=POSITIVE, before=(head, be))
    consequence = rng.choice(words.CONSEQUENCES)
    plural = words.PLURAL_CONSEQUENCES.get(consequence)
    number = "Number=Plur" if plural else SINGULAR
    verb, preposition = rng.choice([("result", "in"), ("lead", "to"), ("cause", ""), ("mean", "")])
    case = (adposition(preposition),) if preposition else ()
    outcome = Node(consequence, "NOUN", "obl" if case else "obj", number, plural or consequence, before=case)
    helper = modal(rng.choice(["will", "may", "can", "could"]))
    return Node(verb, "VERB", features=INFINITIVE, before=(head, helper), after=(outcome,))


def _heading(rng: random.Random) -> Node:
    form = rng.choice(words.HEADING_HEADS)
    lemma = words.PLURAL_HEADS.get(form)
    before = [Node(rng.choice(words.HEADING_MODIFIERS), "NOUN", "compound", SINGULAR)]
    if rng.random() < 0.25:
        before.insert(0, Node(rng.choice(words.ADJECTIVES), "ADJ", "amod", POSITIVE))
    node = Node(form, "NOUN", "ROOT", "Number=Plur" if lemma else SINGULAR, lemma or form, before=tuple(before))
    if rng.random() < 0.4:
        value = amount(rng, "appos") if rng.random() < 0.4 else noun_phrase(rng, "appos")
        node = node.adding(after=(value.adding(before=(Node(":", "PUNCT", "punct"),)),))
    return node


def _labelled(rng: random.Random) -> Node:
    if rng.random() < 0.4:
        label = Node(rng.choice(words.ALERT_ADJECTIVES), "ADJ", features=POSITIVE)
    else:
        label = Node(rng.choice(words.ALERTS), "NOUN", features=SINGULAR)
    rest = _imperative(rng, "parataxis") if rng.random() < 0.6 else passive_clause(rng, "parataxis")
    return label.adding(after=(rest.adding(before=(Node(":", "PUNCT", "punct"),)),))


def _text_message(rng: random.Random) -> Node:
    owner = Node("your", "PRON", "nmod:poss", "Case=Gen|Person=2|Poss=Yes|PronType=Prs")
    thing = Node(rng.choice(words.NOUNS), "NOUN", "nsubj", SINGULAR, before=(owner,))
    if rng.random() < 0.3:
        thing = thing.adding(after=(amount(rng, "nmod").adding(before=(adposition("of"),)),))
    state = rng.choice(words.STATES)
    be = Node("is", "AUX", "cop", PRESENT_THIRD, "be")
    before: tuple[Node, ...] = (thing, be)
    if rng.random() < 0.4:
        name = Node(rng.choice(["Alex", "Sam"]), "PROPN", "vocative", SINGULAR)
        before = (Node("hi", "INTJ", "discourse"), name, comma(), *before)
    node = Node(
        state, "ADV" if state == "behind" else "ADJ", features="" if state == "behind" else POSITIVE, before=before
    )
    return node.adding(after=(_imperative(rng, "parataxis"),)) if rng.random() < 0.6 else node


def _prepositional_but(rng: random.Random) -> Node:
    rest = noun_phrase(rng, "nmod").adding(before=(adposition("but"),))
    chance = rng.random()
    if chance < 0.4:
        nothing = Node("nothing", "PRON", "obj", "Number=Sing|PronType=Neg", after=(rest,))
        if rng.random() < 0.5:
            be = Node("is", "VERB", features=PRESENT_THIRD, lemma="be")
            return be.adding(before=(Node("there", "PRON", "expl"),), after=(nothing.related("nsubj"),))
        pronoun = rng.choice(["you", "we"])
        return Node("need", "VERB", features=PRESENT[pronoun], before=(subject(pronoun),), after=(nothing,))
    if chance < 0.75:
        form, kind = rng.choice([("everyone", "Tot"), ("everything", "Tot"), ("nobody", "Neg"), ("all", "Tot")])
        number = "" if form == "all" else "Number=Sing|"
        head = Node(form, "PRON", "nsubj:pass", f"{number}PronType={kind}", after=(rest,))
        has = Node("has", "AUX", "aux", PRESENT_THIRD, "have")
        been = Node("been", "AUX", "aux:pass", "Tense=Past|VerbForm=Part", "be")
        verb = rng.choice(list(words.PARTICIPLES))
        return Node(words.PARTICIPLES[verb], "VERB", features=PASSIVE, lemma=verb, before=(head, has, been))
    cause = noun_phrase(rng, "obl").adding(before=(adposition("but"), adposition("for")), after=(comma(),))
    return clause(rng, "we", auxiliary="would").adding(before=(cause,))


def _joined_by_but(rng: random.Random) -> Node:
    but = Node("but", "CCONJ", "cc")
    modals = ["must", "should", "can", "may"]
    second = clause(rng, "you", "conj", auxiliary=rng.choice(modals)).adding(before=(but,))
    if rng.random() < 0.7:
        second = second.adding(before=(comma(),))
    if rng.random() < 0.3:
        first = clause(rng, "we")
    else:
        first = clause(rng, "we", auxiliary=rng.choice(["can", "will", "would"]))
    return first.adding(after=(second,))


def _obligation(rng: random.Random) -> Node:
    chance = rng.random()
    if chance < 0.5:
        return clause(rng, "you", auxiliary=rng.choice(["must", "should", "can", "may", "will"]))
    wanted = verb_phrase(rng, INFINITIVE, "xcomp").adding(before=(infinitive_mark(),))
    return Node(
        rng.choice(["need", "have", "want"]), "VERB", features=PRESENT["you"], before=(subject("you"),), after=(wanted,)
    )


def _open_door(rng: random.Random) -> Node:
    if rng.random() < 0.6:
        condition = clause(rng, "you", "ccomp", mark="if")
        know = Node("know", "VERB", "xcomp", INFINITIVE, after=(condition,))
        return _polite(rng, Node("let", "VERB", features=IMPERATIVE, after=(us(), know)))
    wanted = verb_phrase(rng, INFINITIVE, "advcl").adding(before=(infinitive_mark(),))
    free = Node("free", "ADJ", "xcomp", POSITIVE, after=(wanted,))
    return _polite(rng, Node("feel", "VERB", features=IMPERATIVE, after=(free,)))


def _courtesy(rng: random.Random) -> Node:
    chance = rng.random()
    if chance < 0.4:
        you = Node("you", "PRON", "obj", "Case=Acc|Person=2|PronType=Prs")
        reason = noun_phrase(rng, "obl").adding(before=(adposition("for"),))
        thank = Node("thank", "VERB", features=PRESENT["I"], after=(you, reason))
        return thank.adding(after=(deadline(rng),)) if rng.random() < 0.2 else thank
    if chance < 0.7:
        are = Node("are", "AUX", "cop", PRESENT["we"], "be")
        reason = noun_phrase(rng, "obl").adding(before=(adposition("about"),))
        return Node("sorry", "ADJ", features=POSITIVE, before=(subject("we"), are), after=(reason,))
    greeting = Node("dear", "ADJ", "amod", POSITIVE) if rng.random() < 0.6 else Node("hi", "INTJ", "discourse")
    return Node(rng.choice(["Alex", "Sam"]), "PROPN", features=SINGULAR, before=(greeting,), after=(comma(),))


def _statement(rng: random.Random) -> Node:
    return perfect_clause(rng, rng.choice(["we", "we", "you"]), "ROOT")


KINDS: dict[Kind, float] = {
    _imperative: 0.13,
    _coordinated: 0.08,
    _prohibition: 0.06,
    _purpose_first: 0.04,
    _condition_then_imperative: 0.06,
    _imperative_then_condition: 0.04,
    _inverted_condition: 0.02,
    _conditional_sanction: 0.1,
    _reply_word: 0.04,
    _noun_initial: 0.07,
    _heading: 0.07,
    _labelled: 0.04,
    _text_message: 0.05,
    passive_clause: 0.05,
    _prepositional_but: 0.03,
    _joined_by_but: 0.03,
    _obligation: 0.04,
    _open_door: 0.03,
    _courtesy: 0.04,
    _statement: 0.03,
}
"""The kinds of sentence and their shares."""

UNFINISHED = frozenset({_heading, _courtesy})
"""Kinds that end without a full stop."""


def make_sentence(rng: random.Random) -> Sentence:
    """Make one sentence."""
    kind = rng.choices(list(KINDS), weights=list(KINDS.values()))[0]
    root = kind(rng)
    if kind not in UNFINISHED:
        end = rng.choice([".", ".", ".", ".", "!", "", ""])
        root = root.adding(after=(Node(end, "PUNCT", "punct"),)) if end else root
    return to_sentence(root)


def make_sentences(count: int, rng: random.Random) -> list[Sentence]:
    """Make sentences, the same for the same state of ``rng``."""
    return [make_sentence(rng) for _ in range(count)]
