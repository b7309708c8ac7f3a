"""The imperatives of a sentence: what the pipeline sees, helped where letters and texts differ from its training.

The pipeline marks most commands itself. It misses verbs that are also nouns at the start of a curt line ("Text HELP to
…", "Contact us"), and the later verbs of a chain ("Log in, open Billing and pay"); those follow from the words around
them. In "Do not ignore" the mark stands on "Do"; the imperative meant is "ignore".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.command_words import (
    AMBIGUOUS_VERBS,
    BEFORE,
    COMMAND_TAGS,
    DAYS,
    DETERMINERS,
    FINITE,
    NEVER,
    OBJECTS,
    ON_SCREEN,
    OPENING_CLAUSE,
    PLAIN_VERBS,
    PLEASE,
    WITH_PREPOSITION,
)
from empathy_lint.language.tree import Tree, Word

# "Email Forwarding: …", "Order Number: …"
_LABEL: Final = re.compile(r"[A-Z]\w+(?:\s[A-Z]\w+){1,2}\s?:")
# "Miss Osei will call you"
_MISS: Final = re.compile(r"Miss\s+[A-Z]")
_ADDRESS: Final = re.compile(r"@|\w\.\w")
# "… will not be able to take payments, add users or post updates": what others can or must do, in a list.
_LISTING: Final = re.compile(r"\b(?:(?:un)?able\s+to|must(?:\s+\w+ly)?)\b[^.:;!?]*,[^.:;!?]*$", re.IGNORECASE)
_READER_MUST: Final = re.compile(r"\byou\s+must\b|\bplease\b", re.IGNORECASE)
_SUBJECTS: Final = ("nsubj", "csubj", "expl")
_NEGATORS: Final = frozenset({"not", "n't", "never", "nt"})
_READER: Final = frozenset({"you", "u"})
_OFFERING: Final = frozenset({"can", "could", "may", "might"})
# "Apple Pay", "by Google Pay": a verb that is part of what something is called.
_NAMED_PAY: Final = re.compile(
    r"\b(?:Apple|Google|Samsung|Amazon|Android|Garmin|Shop|Direct|G)\s+\Z|[a-z,]\s+(?!Please\b|Kindly\b|Just\b|Now\b)[A-Z][a-z]+\s+\Z"
)
_NAME: Final = 40  # letters before a word in which the rest of its name would stand
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
        if word.form[:1].isalpha()
        and not _ADDRESS.search(word.form)
        and not _aux_other_than_do(word)
        and not _goes_on_with_a_list(tree, word)
        and not _goes_with_another(word)
        and not _MISS.match(tree.text, word.start)
        and not continues_offer(word)
    ]


def _goes_on_with_a_list(tree: Tree, verb: Word) -> bool:
    before = tree.text[: verb.start]
    return _LISTING.search(before) is not None and _READER_MUST.search(before) is None


def _names_something(tree: Tree, word: Word) -> bool:
    """Opening hours, references and headings: "Open Mon–Fri", "Order 40-77182", "Change to your terms"."""
    if tree.text[word.start].isupper() and _NAMED_PAY.search(tree.text[max(0, word.start - _NAME) : word.start]):
        return True
    following = tree.after(word)
    if following is None or word.form not in AMBIGUOUS_VERBS:
        return False
    if _LABEL.match(tree.text, word.start):
        return True
    if word.form in WITH_PREPOSITION or (word.form == "login" and following.form == "to"):
        return False
    if word.form == "open" and following.form[:3] in DAYS:
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
        if verb.pos in COMMAND_TAGS and verb.form not in NEVER and not _has_other_subject(verb):
            yield verb


def _goes_with_another(verb: Word) -> bool:
    """Whether a joined verb is no command because the one it is joined to has a subject or a "to"."""
    head = verb.head
    if verb.dep != "conj" or head is None or head.pos not in ("VERB", "AUX"):
        return False
    return (
        _has_other_subject(head) or _aux_other_than_do(head) or "to" in head.forms("mark") or _goes_with_another(head)
    )


def continues_offer(verb: Word) -> bool:
    """Whether a verb goes on with what "you can" began: "You can split it, move the date, or ask for a pause"."""
    head = verb.head
    if head is None or not verb.is_("conj", "parataxis") or verb.index < head.index or verb.has(*_SUBJECTS, "aux"):
        return False
    if head.forms("nsubj") & _READER and head.forms("aux") & _OFFERING:
        return "please" not in verb.forms("discourse")
    return continues_offer(head)


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
        elif word.form not in BEFORE and word.pos not in ("PUNCT", "NUM", "SYM", "INTJ"):
            opens = False
        if word.form in (":", "-", "–", "—", "|", ".", "!", "?", ";", "•", "*"):
            opens = True


def _begins_command(tree: Tree, word: Word) -> bool:
    if word.form in NEVER or word.has(*_SUBJECTS, "cop") or _aux_other_than_do(word):
        return False
    if word.is_("aux", "cop", "mark", "case", "cc", "punct", "discourse"):
        return False
    following = tree.after(word)
    if word.form in ON_SCREEN and following is not None and tree.text[following.start].isupper():
        return True
    if word.pos == "VERB" and word.base and not word.is_("advcl", "acl", "csubj", "xcomp"):
        known = word.imperative or _is_command_verb(word)
        return following is None or (following.form not in FINITE if known else following.form in DETERMINERS)
    return following is not None and not word.is_("compound") and _may_be_command(word, following)


def _may_be_command(word: Word, following: Word) -> bool:
    """Whether a word that the parser took for a noun is a verb, by what follows it."""
    if not _is_command_verb(word):
        return False
    if word.form in WITH_PREPOSITION:
        return following.form in OBJECTS or following.form[:1].isdigit()
    return following.form in DETERMINERS or (following.form in ("or", "and") and word.form in PLAIN_VERBS)


def _is_command_verb(word: Word) -> bool:
    return word.form in AMBIGUOUS_VERBS or word.form in PLAIN_VERBS


def _aux_other_than_do(word: Word) -> bool:
    return any(child.is_("aux") and child.form not in _DONT for child in word.children)


def _after_please(tree: Tree) -> Iterator[Word]:
    for word in tree.words:
        if word.form not in PLEASE:
            continue
        before = tree.after(word, -1)
        if before is not None and (before.pos in ("PRON", "AUX") or before.form == "to"):
            continue
        verb = tree.after(word)
        while verb is not None and verb.form in ("do", "not", "n't", "also", "just", "always", "either"):
            verb = tree.after(verb)
        if verb is not None and (verb.base or _is_command_verb(verb)):
            yield verb


def _after_opening_clause(tree: Tree) -> Iterator[Word]:
    """The verb that follows what a sentence sets out from: "To continue, upload …", "Once it arrives, sign it"."""
    if not tree.words or tree.words[0].form not in OPENING_CLAUSE:
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
        known = _is_command_verb(verb) and following is not None and following.form in OBJECTS
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
    if not _is_command_verb(word) and not (word.pos == "VERB" and _looks_bare(word.form)):
        return False
    opened = max(index for index in found if index < word.index)
    between = tree.words[opened + 1 : word.index]
    if any(each.is_("nsubj", "mark") or each.form in ("to", "that", "which", "who", "will", "can") for each in between):
        return False
    return following.form in OBJECTS or named


def _looks_bare(form: str) -> bool:
    return not form.endswith(("ed", "ing", "s", "en"))
