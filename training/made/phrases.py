"""Noun phrases, verb phrases and clauses as dependency trees, in the treebank's own conventions (UD English EWT
2.16)."""

from __future__ import annotations

import random
from dataclasses import replace

from training.made.tree import Node
from training.made.words import (
    ADJECTIVES,
    DAYS,
    INTRANSITIVE_PARTICLE_VERBS,
    MONTHS,
    NOUNS,
    PARTICIPLES,
    PARTICLE_VERBS,
    PREPOSITIONAL_VERBS,
    TRANSITIVE_VERBS,
)

IMPERATIVE = "Mood=Imp|VerbForm=Fin"
INFINITIVE = "VerbForm=Inf"
MODAL = "VerbForm=Fin"
PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"
PRESENT_THIRD = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PAST_THIRD = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PAST_PARTICIPLE = "Tense=Past|VerbForm=Part"
SINGULAR = "Number=Sing"
POSITIVE = "Degree=Pos"

PRESENT: dict[str, str] = {
    "you": "Mood=Ind|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin",
    "we": "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin",
    "I": "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
}
NOMINATIVE: dict[str, str] = {
    "you": "Case=Nom|Person=2|PronType=Prs",
    "we": "Case=Nom|Number=Plur|Person=1|PronType=Prs",
    "I": "Case=Nom|Number=Sing|Person=1|PronType=Prs",
}
POSSESSIVE: dict[str, str] = {
    "your": "Case=Gen|Person=2|Poss=Yes|PronType=Prs",
    "our": "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs",
}


def comma() -> Node:
    """Return a comma."""
    return Node(",", "PUNCT", "punct")


def adposition(form: str) -> Node:
    """Return a preposition that marks the case of a noun."""
    return Node(form, "ADP", "case")


def subject(pronoun: str, relation: str = "nsubj") -> Node:
    """Return "you", "we" or "I" as a subject."""
    return Node(pronoun, "PRON", relation, NOMINATIVE[pronoun])


def us(relation: str = "obj") -> Node:
    """Return "us"."""
    return Node("us", "PRON", relation, "Case=Acc|Number=Plur|Person=1|PronType=Prs", "we")


def modal(form: str) -> Node:
    """Return a modal auxiliary."""
    return Node(form, "AUX", "aux", MODAL)


def negation(rng: random.Random, contracted: float = 0.5) -> Node:
    """Return "not" or "n't"."""
    return Node("n't" if rng.random() < contracted else "not", "PART", "advmod", "Polarity=Neg", "not")


def infinitive_mark() -> Node:
    """Return "to" before a verb."""
    return Node("to", "PART", "mark")


def determiner(rng: random.Random, noun: str) -> tuple[Node, ...]:
    """Draw an article, a demonstrative, a possessive, or nothing, before a singular noun."""
    chance = rng.random()
    if chance < 0.5:
        return (Node("your", "PRON", "nmod:poss", POSSESSIVE["your"]),)
    if chance < 0.75:
        return (Node("the", "DET", "det", "PronType=Art"),)
    if chance < 0.83:
        return (Node("this", "DET", "det", "Number=Sing|PronType=Dem"),)
    if chance < 0.93:
        article = "an" if noun[0] in "aeiou" else "a"
        return (Node(article, "DET", "det", "PronType=Art", "a"),)
    return (Node("our", "PRON", "nmod:poss", POSSESSIVE["our"], "our"),)


def noun_phrase(rng: random.Random, relation: str) -> Node:
    """Draw a noun phrase such as "the outstanding account balance"."""
    noun = rng.choice(NOUNS)
    modifiers: list[Node] = []
    if rng.random() < 0.22:
        modifiers.append(Node(rng.choice(ADJECTIVES), "ADJ", "amod", POSITIVE))
    if rng.random() < 0.2:
        modifiers.append(Node(rng.choice(NOUNS), "NOUN", "compound", SINGULAR))
    first = modifiers[0].form if modifiers else noun
    return Node(noun, "NOUN", relation, SINGULAR, before=(*determiner(rng, first), *modifiers))


def amount(rng: random.Random, relation: str) -> Node:
    """Draw a sum of money."""
    figure = rng.choice(["50", "50", str(rng.randint(5, 900)), f"{rng.randint(5, 900)}.{rng.randint(10, 99)}"])
    return Node(rng.choice("$$£"), "SYM", relation, after=(Node(figure, "NUM", "nummod"),))


def object_of(rng: random.Random) -> Node:
    """Draw a direct object."""
    chance = rng.random()
    if chance < 0.12:
        return us()
    return amount(rng, "obj") if chance < 0.2 else noun_phrase(rng, "obj")


def deadline(rng: random.Random) -> Node:
    """Draw when something is to be done, as a dependent of its verb."""
    chance = rng.random()
    if chance < 0.3:
        return Node(rng.choice(DAYS), "PROPN", "obl", SINGULAR, before=(adposition(rng.choice(["by", "by", "on"])),))
    if chance < 0.45:
        day = Node(str(rng.randint(1, 30)), "NUM", "nummod")
        return Node(rng.choice(MONTHS), "PROPN", "obl", SINGULAR, before=(adposition("by"), day))
    if chance < 0.65:
        count = Node(rng.choice(["7", "14", "30", "two", "three", "48"]), "NUM", "nummod")
        unit = rng.choice(["days", "days", "hours"])
        return Node(unit, "NOUN", "obl", "Number=Plur", unit[:-1], before=(adposition("within"), count))
    if chance < 0.72:
        return Node("noon", "NOUN", "obl", SINGULAR, before=(adposition("by"),))
    if chance < 0.85:
        return Node("today", "NOUN", "obl:unmarked", SINGULAR)
    if chance < 0.92:
        return Node("now", "ADV", "advmod", "PronType=Dem")
    return Node("immediately", "ADV", "advmod")


def means(rng: random.Random) -> Node:
    """Draw where or how something is done: "at example.com", "on 555 0100", "online"."""
    chance = rng.random()
    if chance < 0.25:
        return Node("online", "ADV", "advmod")
    if chance < 0.5:
        return Node("example.com", "X", "obl", before=(adposition("at"),))
    if chance < 0.7:
        rest = Node("0100", "NUM", "flat")
        return Node("555", "NUM", "obl", before=(adposition("on"),), after=(rest,))
    if chance < 0.85:
        noun = rng.choice(["phone", "email", "card", "post"])
        return Node(noun, "NOUN", "obl", SINGULAR, before=(adposition("by"),))
    return Node("help@example.com", "X", "obl", before=(adposition("at"),))


def verb_phrase(rng: random.Random, features: str, relation: str = "ROOT") -> Node:
    """Draw a verb in its base form with its objects."""
    chance = rng.random()
    if chance < 0.7:
        verb, after = rng.choice(TRANSITIVE_VERBS), (object_of(rng),)
    elif chance < 0.8:
        verb, particle = rng.choice(INTRANSITIVE_PARTICLE_VERBS)
        after = (Node(particle, "ADP", "compound:prt"),)
        if rng.random() < 0.6:
            after += (noun_phrase(rng, "obl").adding(before=(adposition("to"),)),)
    elif chance < 0.88:
        verb, particle = rng.choice(PARTICLE_VERBS)
        after = (Node(particle, "ADP", "compound:prt"), noun_phrase(rng, "obj"))
    else:
        verb, preposition = rng.choice(PREPOSITIONAL_VERBS)
        after = (noun_phrase(rng, "obl").adding(before=(adposition(preposition),)),)
    if rng.random() < 0.25:
        after += (means(rng),)
    if rng.random() < 0.3:
        after += (deadline(rng),)
    return Node(verb, "VERB", relation, features, verb, after=after)


def passive_clause(rng: random.Random, relation: str = "ROOT") -> Node:
    """Draw a clause such as "your account will be suspended"."""
    verb = rng.choice(list(PARTICIPLES))
    be: tuple[Node, ...]
    chance = rng.random()
    if chance < 0.35:
        be = (
            Node("has", "AUX", "aux", PRESENT_THIRD, "have"),
            Node("been", "AUX", "aux:pass", PAST_PARTICIPLE, "be"),
        )
    elif chance < 0.8:
        be = (modal(rng.choice(["will", "may", "must", "can"])), Node("be", "AUX", "aux:pass", INFINITIVE))
    else:
        be = (Node("was", "AUX", "aux:pass", PAST_THIRD, "be"),)
    if rng.random() < 0.2:
        be = (be[0], replace(negation(rng, contracted=0.0)), *be[1:])
    after: tuple[Node, ...] = ()
    if rng.random() < 0.15:
        after += (noun_phrase(rng, "obl:agent").adding(before=(adposition("by"),)),)
    if rng.random() < 0.35:
        after += (deadline(rng),)
    before = (noun_phrase(rng, "nsubj:pass"), *be)
    return Node(PARTICIPLES[verb], "VERB", relation, PASSIVE, verb, before=before, after=after)


def clause(
    rng: random.Random,
    pronoun: str,
    relation: str = "ROOT",
    *,
    mark: str | None = None,
    auxiliary: str | None = None,
    negated: bool = False,
) -> Node:
    """Draw a clause whose subject is "you", "we" or "I"."""
    helpers: tuple[Node, ...] = ()
    features = PRESENT[pronoun]
    if auxiliary is not None:
        helpers, features = (modal(auxiliary),), INFINITIVE
    elif negated:
        helpers, features = (Node("do", "AUX", "aux", PRESENT[pronoun]),), INFINITIVE
    if negated:
        helpers += (negation(rng, contracted=0.0 if auxiliary else 0.5),)
    verb = verb_phrase(rng, features, relation).adding(before=(subject(pronoun), *helpers))
    return verb if mark is None else verb.adding(before=(marker(mark),))


def marker(form: str) -> Node:
    """Return a subordinator; EWT calls "when" an adverb."""
    if form == "when":
        return Node(form, "ADV", "advmod", "PronType=Int")
    return Node(form, "SCONJ", "mark")


def perfect_clause(rng: random.Random, pronoun: str, relation: str, mark: str | None = None) -> Node:
    """Draw a clause such as "you have already paid your bill"."""
    verb = rng.choice(list(PARTICIPLES))
    already = (Node("already", "ADV", "advmod"),) if rng.random() < 0.5 else ()
    refused = (negation(rng),) if not already and rng.random() < 0.5 else ()
    before = (subject(pronoun), Node("have", "AUX", "aux", PRESENT[pronoun]), *refused, *already)
    node = Node(PARTICIPLES[verb], "VERB", relation, PAST_PARTICIPLE, verb, before=before, after=(object_of(rng),))
    return node if mark is None else node.adding(before=(marker(mark),))
