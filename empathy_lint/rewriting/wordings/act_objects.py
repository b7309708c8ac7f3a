"""The object of an act: its words in the sentence, where they end, and whether it is one thing or many.

None wherever words that belong to it would be torn off.
"""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged
from empathy_lint.rewriting.unforced import is_many
from empathy_lint.rewriting.wordings.acts import Act, first_of

_WITH_NOUN: Final = frozenset("of for about between concerning regarding".split())
_NUMBER: Final = re.compile(r"\s+(?:no\.?\s+)?[#\w/-]*\d")
# What says which one is meant: "section 4 of the form", "the breach set out in our letter of 3 May".
_WHICH: Final = re.compile(
    r"(?:\s+(?:no\.?\s+)?#?\d[\w/-]*(?:\s+of\s+(?:the|your|our)\s+[\w-]+)?|\s+(?:set\s+out|dated|shown|described|listed|detailed|stated"
    r"|given|mentioned|issued|sent)\s+(?:(?!\b(?:despite|notwithstanding|although|because|even)\b)[^.,;:()]){2,50}?)(?=\s*(?:[.,;]|\Z))",
    re.IGNORECASE,
)
_LONGEST: Final = 12  # words of a thing that can open its clause

_CONCEDES: Final = frozenset({"despite", "notwithstanding", "although", "because"})
_BY_DOING: Final = re.compile(r"\b(?:by|without|after|before)\s+\w+ing\b", re.IGNORECASE)
_PARTICLES: Final = frozenset({"off", "on", "up", "out", "down", "away", "back", "over"})


def object_of(flagged: Flagged, verb: Word) -> tuple[Word, int] | None:
    """The object of a verb, and where its own words end; None where it does not stand right behind the verb."""
    thing = verb.child("obj")
    if thing is None or thing.index < verb.index or verb.has("iobj"):
        return None
    own = [word for word in thing.subtree() if word.index > verb.index]
    between = flagged.tree.words[verb.index + 1 : own[0].index]
    if any(not word.is_("compound:prt") for word in between) or len(own) > _LONGEST + 20:
        return None
    kept = {thing.index, *(word.index for word in own if word.index < thing.index)}
    for child in thing.children:
        if child.index > thing.index and _stays(child):
            kept.update(word.index for word in child.subtree())
    run = [word for word in own if word.index in kept]
    whole = run[-1].index - run[0].index + 1 == len(run) <= _LONGEST
    if not whole or any(word.is_("conj") and word.pos == "VERB" for word in run):
        return None
    if any(word.form in _CONCEDES for word in run) or _BY_DOING.search(flagged.text[run[0].start : run[-1].end]):
        return None  # what is so "despite our letters" is the whole clause, and "by eating" looks for who ate
    if run[-1].form in _PARTICLES:
        return None  # "turned it off": the verb is not whole without it
    end = _end_of_thing(flagged, own, run)
    return None if end is None else (thing, end)


def _end_of_thing(flagged: Flagged, own: list[Word], run: list[Word]) -> int | None:
    """Where the words end that name a thing, and what says which one is meant; None where that would be torn off."""
    left = [word for word in own if word.index > run[-1].index]
    following = flagged.tree.after(run[-1])
    if following is not None and following.pos in ("NOUN", "PROPN", "VERB", "AUX") and not following.is_("xcomp"):
        return None  # no whole thing after all
    end = run[-1].end
    if which := _WHICH.match(flagged.text, end):
        return which.end()
    torn = any(word.is_("acl", "appos", "conj", "nummod", "flat") for word in left) or _NUMBER.match(flagged.text, end)
    return None if torn else end


def _stays(child: Word) -> bool:
    """Whether words behind a noun go with it to the front: "of May", "dated 3 May", "set out in our letter"."""
    if child.is_("nmod"):
        case = child.child("case")
        # "The gap in June": a time that the parse gives to the noun stays with it.
        own = case is not None and (case.form in _WITH_NOUN or child.pos == "PROPN")
        return own and len(child.subtree()) <= 6
    if child.is_("acl"):
        return len(child.subtree()) <= 7
    return child.is_("flat", "appos", "nummod", "conj", "cc", "compound", "amod") and len(child.subtree()) <= 4


def words_of(flagged: Flagged, act: Act, thing: Word, end: int) -> tuple[str, Word]:
    """The words of an act's object up to `end`, without a particle of the verb, and the first of them."""
    first = next(word for word in thing.subtree() if word.index > act.verb.index and not word.is_("compound:prt"))
    return flagged.text[first.start : end], first


def are_many(thing: Word, words: str) -> bool:
    """Whether a verb with the thing for its subject is in the plural."""
    if any(child.is_("conj") for child in thing.children):
        return True
    if re.match(r"(?:an?|one|each|every|this|that)\s", words, re.IGNORECASE):
        return False
    if thing.pos == "PROPN" or thing.form[-1:].isdigit():
        return False
    return is_many(thing.form)


def behind(flagged: Flagged, verb: Word, prepositions: tuple[str, ...]) -> tuple[Word, int] | None:
    """The noun behind a verb and its preposition: "disposed of the floor"."""
    case = flagged.tree.after(verb)
    thing = case.head if case is not None and case.form in prepositions and case.is_("case") else None
    if thing is None or not thing.is_("obl", "nmod", "obj"):
        return None
    own = [word for word in thing.subtree() if case is not None and word.index > case.index]
    kept = [word for word in own if word.index <= thing.index]
    for child in thing.children:
        if child.index > thing.index and _stays(child) and kept[-1].index + 1 == first_of(child).index:
            kept += child.subtree()
    return (thing, kept[-1].end) if len(kept) <= _LONGEST else None


def words_behind(flagged: Flagged, thing: Word, end: int) -> tuple[str, Word]:
    """The words of a noun behind its preposition up to `end`, and the first of them."""
    own = [word for word in thing.subtree() if not word.is_("case") or word.head is not thing]
    return flagged.text[own[0].start : end], own[0]
