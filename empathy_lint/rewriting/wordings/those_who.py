"""Sanctions over a group, as what its members need to do: "Passengers need to check in by 10:40 so that they are not
denied boarding" for "Passengers who do not check in by 10:40 will be denied boarding".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.rewriting.flagged import Flagged, Wording, small
from empathy_lint.rewriting.unforced import is_fair, is_many

_THOSE_WHO: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<who>(?:[A-Z][\w'’-]*)(?:\s+[a-z][\w'’-]*){0,2}?|Anyone)\s+(?:who|that)\s+"
    r"(?P<not>do(?:es)?\s+not|don['’]t|doesn['’]t|fails?\s+to|ha(?:ve|s)\s+not|haven['’]t)\s+(?P<do>[a-z]+)(?P<rest>\b(?:[^,;:.!?]|[:.](?=\d))*?)\s+"
    r"(?P<will>will|may|can|could)\s+(?P<then>(?:[^,;:.!?]|[:.,](?=\d))+?)(?P<stop>[.!]*)\s*\Z",
    re.DOTALL,
)
_DONE: Final = re.compile(r"(?:also\s+)?be\s+(?P<done>[a-z]+)(?P<rest>\b.*)\Z", re.DOTALL)
_LOSE: Final = re.compile(r"(?:lose|forfeit)\s+(?P<what>(?:their|the|any|all)\s.+)\Z", re.DOTALL)
_CANNOT: Final = re.compile(r"not\s+be\s+(?:able|allowed|permitted)\s+to\s+(?P<do>.+)\Z", re.DOTALL)
# What nobody is asked to do, or what says more in a clause of its own.
_NO_ACTS: Final = frozenset("have want wish need agree qualify live meet be hold own know like".split())
_MORE: Final = re.compile(r"\b(?:and|or|if|unless|because|who|which|only|until)\b", re.IGNORECASE)


# A charge is told as what it costs, and whom.
_CHARGED: Final = re.compile(
    r"(?:also\s+)?be\s+(?:charged|liable\s+for|fined)\s+(?P<what>(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:penalty|fee|charge|fine|surcharge|[£$€]).*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_PENALTY: Final = re.compile(r"\b(?:penalty|fine)\b(?!\s+(?:fee|charge))", re.IGNORECASE)
_SAME: Final = frozenset("comply do act".split())


# "Any application not submitted by Friday will be deleted": what is left undone is a thing.
_ANY_NOT: Final = re.compile(
    r"\A(?P<lead>\W*)(?:any|all)\s+(?P<what>(?:[\w'’-]+\s+){1,3}?)(?:(?:that|which)\s+(?:is|are)\s+)?not\s+"
    r"(?P<do>submitted|returned|paid|collected|completed|claimed|renewed|sent|uploaded|registered|received)"
    r"(?P<when>\s+(?:by|within|before)\s+[^,;:]+?)\s+will\s+(?:then\s+|automatically\s+)?be\s+(?P<done>[a-z]+)"
    r"(?P<rest>(?:\s+(?:from|to|for)\s+[^,;:.]+)?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)


def if_left_undone(flagged: Flagged) -> Iterator[Wording]:
    """ "Please submit any application by Friday so that it is not deleted"."""
    match = _ANY_NOT.match(flagged.text)
    if match is None or flagged.is_label or not is_fair(flagged.text):
        return
    done = match["done"].lower()
    if inflected(verb_lemma(done), "VBN") != done:
        return
    what = match["what"].strip()
    be = "they are" if is_many(what) else "it is"
    received = match["do"].lower() == "received"
    do = "make sure that we receive" if received else verb_lemma(match["do"].lower())
    yield flagged.whole(
        f"{match['lead']}Please {do} any {what}{match['when']} so that {be} not {done}{match['rest']}{match['stop']}"
    )


def need_to(flagged: Flagged) -> Iterator[Wording]:
    """What those who would be hit need to do, and what is spared them."""
    match = _THOSE_WHO.match(flagged.text)
    if match is None or flagged.is_label or _MORE.search(match["rest"]) or _MORE.search(match["then"]):
        return
    if charged := _CHARGED.match(match["then"]):
        yield from _told_charge(flagged, match, charged["what"])
        return
    perfect = match["not"].lower().startswith("ha")
    lemma = verb_lemma(match["do"]) if perfect else match["do"]
    spared = _spared(match["then"])
    if lemma in _NO_ACTS | _SAME or spared is None or not is_fair(flagged.text):
        return
    one = match["who"] == "Anyone"
    who = "Everyone" if one else match["who"]
    if not one and not who.endswith(("s", "children", "people")):
        return
    yield flagged.whole(
        f"{match['lead']}{who} {'needs' if one else 'need'} to {lemma}{match['rest']} so that {spared}{match['stop']}"
    )


def _told_charge(flagged: Flagged, match: re.Match[str], what: str) -> Iterator[Wording]:
    """ "Customers who fail to enrol will be charged £5": there is a charge of £5 for customers who do not enrol."""
    what = _PENALTY.sub("charge", what)
    if not re.match(r"an?\s", what, re.IGNORECASE):
        what = f"a charge of {what}"
    one = match["who"] == "Anyone"
    who = "anyone" if one else small(match["who"])
    fails = re.match(r"fails?\s+to", match["not"], re.IGNORECASE)
    not_ = ("does not" if one else "do not") if fails else match["not"]
    be = "is" if match["will"] == "will" else f"{match['will']} be"
    yield flagged.whole(
        f"{match['lead']}There {be} {small(what)} for {who} who {not_} {match['do']}{match['rest']}{match['stop']}"
    )


def _spared(then: str) -> str | None:
    if match := _CANNOT.match(then):
        return f"they can {match['do']}"
    if match := _LOSE.match(then):
        return f"they keep {re.sub(r'^any ', '', match['what'])}"
    match = _DONE.match(then)
    if match is None or inflected(verb_lemma(match["done"]), "VBN") != match["done"]:
        return None
    return f"they are not {match['done']}{match['rest']}"
