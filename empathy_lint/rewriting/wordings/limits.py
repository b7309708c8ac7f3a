"""Rules of a service that are told as threats, as what the service cannot do: "We cannot accept cheques" for "Cheques
will be refused".

What is done with a thing all the same ("documents sent by post will be destroyed") stays told. Rules are about all
who come; what befalls this reader ("your claim will be refused") is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import verb_lemma
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, small
from empathy_lint.rewriting.unforced import is_fair, is_many

# Done to a thing, and what cannot be done with it instead; what is done all the same is told behind it.
_DISPOSED: Final = "destroyed|discarded|shredded|binned|disposed\\s+of|thrown\\s+away"
_TURNED_DOWN: Final = "refused|rejected|declined|turned\\s+away"
# What is not done, and would be the service's to do.
_OURS: Final = (
    "accepted|considered|processed|answered|entertained|granted|given|made|issued|refunded|replaced|extended|repeated"
    "|reissued|offered|provided|reimbursed|honou?red|exchanged|reopened|rescheduled|held|admitted|waived"
)
_RULE: Final = re.compile(
    r"(?P<before>\A\W*|;\s+|,\s+(?:and|but)\s+|\s+(?:and|but)\s+(?=(?:will|shall|may)\b))(?P<what>[^;:.!?()]*?)\s*\b(?P<modal>will|shall|may|might|can)\s*(?P<not>\s+not|not)?\s+be\s+"
    rf"(?P<done>{_DISPOSED}|{_TURNED_DOWN}|{_OURS})\b(?P<rest>[^,;:.!?()]*)",
    re.IGNORECASE,
)
_PERSONS: Final = re.compile(
    r"\A(?:[\w-]+\s+){0,2}?(?:persons?|people|visitors?|anyone|anybody|guests?|latecomers?|arrivals?|attendees?|passengers?|patients?|spectators?"
    r"|customers?|pupils?|students?|children|members?|candidates?|drivers?|applicants?|those)\b",
    re.IGNORECASE,
)
_ENTRY: Final = re.compile(
    r"\A(?P<lead>\W*)(?:entry|admission|boarding|access)\s+(?:will|shall|may)\s+be\s+(?:refused|denied)\s+to\s+(?P<who>[^,;:.!?]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_LOSE: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<who>[A-Z][a-z]+s(?:\s+(?:who|under|over|below|above|with|without|at|on|in)\s[^,;:.!?]*?)?)\s+"
    r"(?P<lose>lose|forfeit)\s+(?P<what>[^,;:.!?()]+?)(?P<stop>[.!]*)\s*\Z"
)
_DOES: Final = {
    "entertained": "consider",
    "honoured": "accept",
    "honored": "accept",
    "granted": "give",
    "issued": "give",
}
_ALL: Final = re.compile(r"\A(?:any|all|every|each)\s+(?=\w)", re.IGNORECASE)
# This reader's own, and what is no rule for things of a kind.
_ONES_OWN: Final = re.compile(
    r"\b(?:you|your|yours|we|our|us|it|they|he|she|i)\b|\A(?:this|that|these|those)\b(?!\s+who\b)", re.IGNORECASE
)
_DEFINITE: Final = re.compile(r"\A(?:the|an?|[A-Z][a-z]+['’]s)\s", re.IGNORECASE)
_NO_RULE: Final = re.compile(r"\b(?:if|unless|until|otherwise|or\s+else|failing|because|as\s+you)\b", re.IGNORECASE)
_FINITE: Final = frozenset(
    "is are was were has have had do does did will shall may might can could must should".split()
)
_MORE: Final = re.compile(
    r"\s+(?:and|or)\s+(?P<more>(?:treated|returned|recorded|counted|charged|sent|deleted|destroyed)\b.*)\Z", re.DOTALL
)
_MOST: Final = 16  # words of a rule's subject


def as_limits(flagged: Flagged) -> Iterator[Wording]:
    """The clause of a rule as what the service cannot do."""
    if _NO_RULE.search(flagged.text) or not is_fair(flagged.text):
        return
    done = 0
    for match in _rules(flagged.text):
        told = _told(match) if match.start() >= done else None
        start, end = match.end("before"), len(flagged.text[: match.end()].rstrip(" *_"))
        if told is not None:
            done = match.end()
        if told is not None and start < flagged.end and flagged.start < end:
            text = capital(told) if not any(map(str.isalnum, match["before"])) and ";" not in match["before"] else told
            yield Wording(start, end, text, "clause", "review")
    entry = _ENTRY.match(flagged.text)
    if entry and not _ONES_OWN.search(entry["who"]):
        yield flagged.whole(f"{entry['lead']}We cannot let in {entry['who']}{entry['stop']}")
    lost = _LOSE.match(flagged.text)
    if lost and not _ONES_OWN.search(lost["who"]) and flagged.touches(lost):
        yield Wording(*lost.span("lose"), "do not keep", "word", "review")


def _rules(text: str) -> Iterator[re.Match[str]]:
    """Each place where a rule may begin: at the start, and behind what joins it."""
    match = _RULE.search(text)
    while match is not None:
        yield match
        at = max(match.end("before"), match.start() + 1)
        match = _RULE.search(text, at)


def _told(match: re.Match[str]) -> str | None:
    what, done = match["what"], match["done"].lower()
    rest = match["rest"].rstrip(" *_")
    more = _MORE.search(rest)
    plain = rest[: more.start()] if more else rest
    if len(what.split()) > _MOST or _FINITE & set(f"{what} {plain}".lower().split()) or re.search(r"\band\b", plain):
        return None
    unsure = match["modal"].lower() in ("may", "might")
    can = "we may not be able to" if unsure else "we cannot"
    told = _not_done(what, done, can, match) if match["not"] or _none(what) else _turned_down(what, done, can)
    if told is None:
        return None
    if more:
        they = "they are" if _is_many(what) else "it is"
        return f"{told}{plain}, and {they} {more['more']}"
    # "Refused entry" is said already.
    return f"{told}{re.sub(r'^ (?:entry|admission|boarding)', '', plain)}"


def _none(what: str) -> re.Match[str] | None:
    return re.match(r"no\s+(?=\w)", what, re.IGNORECASE)


def _not_done(what: str, done: str, can: str, match: re.Match[str]) -> str | None:
    """ "Late claims will not be considered": we cannot consider late claims. "And will not be repeated": and we cannot
    repeat it.
    """
    none = _none(what)
    if done in _DISPOSED.split("|") or (none and match["not"]) or not re.fullmatch(_OURS, done):
        return None
    if not what:
        joined = re.search(r"\A\W*(?:this|the)\s+(?P<noun>[a-z]+)\s+(?:is|was|has)\b", match.string, re.IGNORECASE)
        if joined is None or not match["before"].strip().startswith(("and", "but")):
            return None
        return f"{can} {_verb(done)} it"
    if re.search(r"\b(?:you|we|they|he|she|it)\b", what, re.IGNORECASE):
        return None
    thing = what[none.end() :] if none else _ALL.sub("", what)
    if done == "admitted":
        return f"{can} let in {small(thing)}"
    return f"{can} {_verb(done)} {small(thing)}"


def _verb(done: str) -> str:
    return _DOES.get(done) or verb_lemma(done)


def _turned_down(what: str, done: str, can: str) -> str | None:
    if not what or _ONES_OWN.search(what) or (_DEFINITE.match(what) and not what.startswith("a la ")):
        return None
    thing = small(_ALL.sub("", what))
    if re.search(r"\b(?:entry|admission|access|boarding)\Z", thing, re.IGNORECASE):
        return None  # "entry will be refused to" somebody
    if _PERSONS.match(thing):
        return f"{can} let in {thing}" if re.fullmatch(_TURNED_DOWN, done) else None
    if re.fullmatch(_DISPOSED, done):
        verb, _, particle = done.partition(" ")
        it = "them" if _is_many(what) else "it"
        end = f" {particle.strip()} {it}" if particle.strip() == "of" else f" {it} {particle.strip()}".rstrip()
        return f"we cannot keep {thing} and have to {verb_lemma(verb)}{end}" if can == "we cannot" else None
    return f"{can} accept {thing}" if re.fullmatch(_TURNED_DOWN, done) and done != "turned away" else None


def _is_many(what: str) -> bool:
    """Whether a subject is plural, by its noun before what describes it."""
    noun = re.split(r"\s+(?:[a-z]+ing|sent|left|made|received|found|brought|that|which|who|not)\b", _ALL.sub("", what))[
        0
    ]
    return is_many(noun) or bool(_PERSONS.match(what))
