"""The imperatives of a sentence: what the pipeline sees, helped where letters and texts differ from its training.

The pipeline marks most commands itself. It misses verbs that are also nouns at the start of a curt line ("Text HELP to
…", "Contact us"), and the later verbs of a chain ("Log in, open Billing and pay"); those follow from the words around
them. In "Do not ignore" the mark stands on "Do"; the imperative meant is "ignore".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint.language.tree import Tree, Word

# Verbs with which messages tell people what to do, and which are nouns or adjectives as well.
_AMBIGUOUS_VERBS: Final = frozenset(
    """access address answer book call cancel chat check claim click comment complete confirm contact copy deposit
    download email e-mail exit fax file fill fix follow form forward help hold install keep leave link list login log mail
    message move name note open order pay phone pick plan please post press print question quote rate read register
    renew repeat reply report request reset respond return review ring save scan schedule search select send set share
    show sign signup skip start stop submit swipe switch tap text top transfer turn type update upload use verify view
    visit wait watch write""".split()
)
# Verbs that hardly ever begin a sentence as anything else.
_PLAIN_VERBS: Final = frozenset(
    """activate add allow apply arrange ask attach avoid be become begin bring browse bookmark buy choose clear click
    collect come compare consider contact decide describe discover do drop eat email enclose enjoy ensure enter explain
    explore find get give go have ignore imagine include inform insert join keep learn let log look make meet pay
    please provide put quote refer remember remove reply respond return select send settle sign speak stay submit take
    talk tell think try upload use verify visit wait work write wipe clean unplug restart boil run rinse drain wear pack label initial date seal
    fold stick place lift push pull save attach detach cut record rebook recharge upgrade revoke""".split()
)
_BEFORE: Final = frozenset(
    """please pls plz kindly just also then so and or but now first firstly second secondly third next finally lastly
    simply always never instead alternatively otherwise therefore today meanwhile only do""".split()
)
_OBJECTS: Final = frozenset(
    """a an the this that these those your our us me it them him her any all one each on in to at by for with from into
    back up out off over down through here there now today again online yes stop help what how why whether
    if when please before within until""".split()
)
# A noun that may be a verb is one before these ...
_DETERMINERS: Final = frozenset(
    """a an the this that these those your our us me it them him her any all one each back now here online yes stop help
    out up off""".split()
)
# ... and, for a few verbs, before a preposition or a number.
_WITH_PREPOSITION: Final = frozenset(
    "reply call visit log sign click tap talk speak write text respond contact switch scan look phone ring press dial".split()
)
_PLEASE: Final = frozenset({"please", "pls", "plz", "kindly"})
_COMMAND_TAGS: Final = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "X"})
# Look like commands and are courtesies: "Thank you for …", "Hope this helps".
_OPENING_CLAUSE: Final = frozenset(
    "to if when once before after until unless should for in by while as whenever".split()
)
# Followed by the name of a button, a page or a person: "Press Submit", "Call Ana".
_ON_SCREEN: Final = frozenset(
    "press click tap choose select pick text reply email call ring phone type enter dial hit".split()
)
_FINITE: Final = frozenset({"is", "are", "was", "were", "will", "has"})
_DAYS: Final = frozenset("mon tue wed thu fri sat sun dai wee 24 7 fro".split())
_NEVER: Final = _PLEASE | {"thank", "thanks", "hope", "re", "regards", "best", "welcome", "sorry"}
_SUBJECTS: Final = ("nsubj", "csubj", "expl")
_NEGATORS: Final = frozenset({"not", "n't", "never", "nt"})
_DONT: Final = frozenset({"do", "dont", "don't"})


@dataclass(frozen=True, slots=True)
class Imperative:
    """A command; `negated` where it tells the reader not to."""

    word: Word
    negated: bool


def imperatives(tree: Tree) -> list[Imperative]:
    """All imperatives, in order."""
    found = {word.index: word for word in _marked(tree)}
    for word in (*_at_the_start(tree), *_after_please(tree), *_after_opening_clause(tree)):
        found.setdefault(word.index, word)
    found = {index: word for index, word in found.items() if not _names_something(tree, word)}
    for word in tree.words:  # heads of a chain stand before what they chain
        if word.index not in found and (_is_chained(word, found) or _is_listed(tree, word, found)):
            found[word.index] = word
    return [
        Imperative(word, is_negated(tree, word))
        for _, word in sorted(found.items())
        if word.form[:1].isalpha() and not _aux_other_than_do(word) and not _goes_with_another(word)
    ]


def _names_something(tree: Tree, word: Word) -> bool:
    """Opening hours, references and headings: "Open Mon–Fri", "Order 40-77182", "Change to your terms"."""
    following = tree.after(word)
    if following is None or word.form not in _AMBIGUOUS_VERBS or word.form in _WITH_PREPOSITION:
        return False
    if word.form == "open" and following.form[:3] in _DAYS:
        return True
    return following.form[:1].isdigit() or following.form in ("no", "no.", "number", "to", "of", "ref", "id")


def is_negated(tree: Tree, verb: Word) -> bool:
    """Whether a verb has its own "not" or "never", or shares that of the verb it is joined to."""
    if any(child.form in _NEGATORS and child.index < verb.index for child in verb.children):
        return True
    before = tree.after(verb, -1)
    if before is not None and before.form in ("dont", "never", "not"):
        return True
    head = verb.head
    return (
        verb.dep == "conj"
        and head is not None
        and is_negated(tree, head)
        and any(child.form == "or" for child in verb.children)
        and not verb.has("aux")
    )


def _marked(tree: Tree) -> Iterator[Word]:
    for word in tree.words:
        if not word.imperative:
            continue
        verb = word.head if word.pos == "AUX" and word.is_("aux") and word.head is not None else word
        if verb.pos in _COMMAND_TAGS and verb.form not in _NEVER and not _has_other_subject(verb):
            yield verb


def _goes_with_another(verb: Word) -> bool:
    """Whether a joined verb is no command because the one it is joined to has a subject or a "to"."""
    head = verb.head
    if verb.dep != "conj" or head is None or head.pos not in ("VERB", "AUX"):
        return False
    return (
        _has_other_subject(head) or _aux_other_than_do(head) or "to" in head.forms("mark") or _goes_with_another(head)
    )


def _has_other_subject(verb: Word) -> bool:
    return any(
        child.is_(*_SUBJECTS) and child.index < verb.index and child.form not in ("you", "yourself")
        for child in verb.children
    )


def _at_the_start(tree: Tree) -> Iterator[Word]:
    """A verb that opens the sentence, or opens what follows a colon, a dash or a full stop inside it."""
    opens = True
    for word in tree.words:
        if opens and _begins_command(tree, word):
            yield word
            opens = False
        elif word.form not in _BEFORE and word.pos not in ("PUNCT", "NUM", "SYM", "INTJ"):
            opens = False
        if word.form in (":", "-", "–", "—", "|", ".", "!", "?", ";", "•", "*"):
            opens = True


def _begins_command(tree: Tree, word: Word) -> bool:
    if word.form in _NEVER or word.has(*_SUBJECTS) or word.has("cop") or _aux_other_than_do(word):
        return False
    if word.is_("aux", "cop", "mark", "case", "cc", "punct", "discourse"):
        return False
    following = tree.after(word)
    if word.form in _ON_SCREEN and following is not None and tree.text[following.start].isupper():
        return True
    if word.pos == "VERB" and word.base and not word.is_("advcl", "acl", "csubj", "xcomp"):
        known = word.imperative or word.form in _AMBIGUOUS_VERBS | _PLAIN_VERBS
        return following is None or (following.form not in _FINITE if known else following.form in _DETERMINERS)
    if following is None or word.form not in _AMBIGUOUS_VERBS | _PLAIN_VERBS or word.is_("compound"):
        return False
    if word.form in _WITH_PREPOSITION:
        return following.form in _OBJECTS or following.form[:1].isdigit()
    if following.form in ("or", "and") and word.form in _PLAIN_VERBS:
        return True
    return following.form in _DETERMINERS


def _aux_other_than_do(word: Word) -> bool:
    return any(child.is_("aux") and child.form not in _DONT for child in word.children)


def _after_please(tree: Tree) -> Iterator[Word]:
    for word in tree.words:
        if word.form not in _PLEASE:
            continue
        before = tree.after(word, -1)
        if before is not None and (before.pos in ("PRON", "AUX") or before.form == "to"):
            continue
        verb = tree.after(word)
        while verb is not None and verb.form in ("do", "not", "n't", "also", "just", "always"):
            verb = tree.after(verb)
        if verb is not None and (verb.base or verb.form in _AMBIGUOUS_VERBS or verb.form in _PLAIN_VERBS):
            yield verb


def _after_opening_clause(tree: Tree) -> Iterator[Word]:
    """The verb that follows what a sentence sets out from: "To continue, upload …", "Once it arrives, sign it"."""
    if not tree.words or tree.words[0].form not in _OPENING_CLAUSE:
        return
    for comma in tree.words[2:]:
        if comma.form != ",":
            continue
        verb = tree.after(comma)
        while verb is not None and verb.form in ("please", "just", "simply", "then", "kindly"):
            verb = tree.after(verb)
        if verb is None or verb.has(*_SUBJECTS) or verb.is_("compound", "amod", "det"):
            continue
        following = tree.after(verb)
        known = verb.form in _AMBIGUOUS_VERBS | _PLAIN_VERBS and following is not None and following.form in _OBJECTS
        if known or (verb.pos == "VERB" and verb.base):
            yield verb
            return


def _is_chained(word: Word, found: dict[int, Word]) -> bool:
    head = word.head
    if head is None or head.index not in found or head.index > word.index:
        return False
    if word.has(*_SUBJECTS) or word.has("mark", "cop") or _aux_other_than_do(word):
        return False
    if word.dep == "conj":
        return word.pos == "VERB" and (word.base or _looks_bare(word.form))
    return word.dep == "parataxis" and word.pos == "VERB" and word.base


def _is_listed(tree: Tree, word: Word, found: dict[int, Word]) -> bool:
    """Whether a verb that the parser took for something else goes on with a chain: "Open the app, tap Bills"."""
    before = tree.after(word, -1)
    following = tree.after(word)
    if not found or before is None or following is None or word.has(*_SUBJECTS):
        return False
    named = tree.text[following.start].isupper()
    if word.is_("compound", "amod") and not named:
        return False
    if before.form not in (",", "and", "or", "then", ";") or min(found) > word.index:
        return False
    if word.form not in _AMBIGUOUS_VERBS | _PLAIN_VERBS and not (word.pos == "VERB" and _looks_bare(word.form)):
        return False
    opened = max(index for index in found if index < word.index)
    between = tree.words[opened + 1 : word.index]
    if any(each.is_("nsubj", "mark") or each.form in ("to", "that", "which", "who", "will", "can") for each in between):
        return False
    return following.form in _OBJECTS or named


def _looks_bare(form: str) -> bool:
    return not form.endswith(("ed", "ing", "s", "en"))
