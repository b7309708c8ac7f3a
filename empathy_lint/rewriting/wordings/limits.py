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
_TURNED_DOWN: Final = "refused|rejected|declined|dismissed|disallowed|turned\\s+away"
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
# "Documents that are blurred will be rejected": the verb of what describes a thing is not the rule's own.
_DESCRIBED: Final = re.compile(
    r"\A(?P<thing>[a-z][\w-]*(?:\s+[\w-]+){0,2})\s+(?:that|which)\s+(?:is|are|was|were|has|have|do|does)\b",
    re.IGNORECASE,
)
_LEAD_IN: Final = re.compile(r"(?:for|in|on|at|to|as|with|under|by|after|before|from|if|when)\s[^,]*,", re.IGNORECASE)
_ABSENT: Final = re.compile(r"^ (?:absent|in\s+the\s+absence\s+of)\b", re.IGNORECASE)
_SERVED: Final = (
    "booked|shipped|sent|released|dispatched|despatched|delivered|restored|reinstated|reactivated|returned|paid|reviewed"
    "|assessed|approved|confirmed|arranged|scheduled|unlocked|activated|renewed|started|opened|transferred|completed|ordered"
)
_ONLY: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>[^,;:!?()]*?)\s+(?:will|can)\s+only\s+be\s+(?P<done>{_OURS}|{_SERVED})\s+(?P<rest>(?:[^;:!?()]*?\s+)?(?P<mark>once|if|when|after|upon)\s+[^;:!?()]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_OF_LAW: Final = re.compile(
    r"\b(?:warrants?|orders?|summons|judge?ments?|courts?|licen[cs]es?|penalt\w+|proceedings|bail\w*)\b", re.IGNORECASE
)
# What comes after a thing has happened once more, by its noun.
_FOLLOWS: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>(?:repeated|further|continued|persistent|any\s+further|any\s+repeated|multiple|frequent|late|missed)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)\s+(?P<will>will|may|can|could|might)\s+(?:also\s+)?(?:lead\s+to|result\s+in|mean|cause|bring)\s+"
    r"(?P<then>(?:(?:an?\s+)?(?:longer|higher|lower|shorter|further|additional|extra|larger|smaller|increased|reduced|temporary|written|formal|final)\s+)(?:[\w'’-]+\s+){0,3}?[\w'’-]+)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
# Breaches and bans are told as what they are.
_OF_CONDUCT: Final = re.compile(
    r"\b(?:violations?|breach(?:es)?|infractions?|infringements?|misconduct|abuse|misuse|bans?|disciplin\w+|sanctions?|action|suspensions?|terminations?"
    r"|removals?|strikes?)\b",
    re.IGNORECASE,
)
_DOING_SO: Final = re.compile(
    r"\A(?P<lead>\W*)doing\s+(?:so|this|that)\s+(?:will|may|could|can|might)\s+(?:lead\s+to|result\s+in|mean|cause|trigger)\s+(?:the\s+|an?\s+)?(?:immediate\s+)?"
    r"(?P<end>termination|closure|suspension|cancellation|deletion|removal|restriction|loss)\s+of\s+(?P<what>(?:your|the|this)\s+(?:[\w'’-]+\s+){0,2}?[\w'’-]+)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_ENDED: Final = {
    "termination": "ended", "closure": "closed", "suspension": "suspended", "cancellation": "cancelled",
    "deletion": "deleted", "removal": "removed", "restriction": "restricted", "loss": "lost",
}  # fmt: skip
_FORBIDS: Final = re.compile(
    r"\b(?:do\s+not|don['’]t|must\s+(?:not|never)|may\s+not|(?:is|are)\s+not\s+(?:allowed|permitted)|never|prohibited|forbidden|refrain\s+from|avoid)\b",
    re.IGNORECASE,
)
_ORDERS: Final = re.compile(r"\W*(?:please\s+)?(?:do\s+not|don['’]t|never|avoid|refrain)\b", re.IGNORECASE)
_IN_FUTURE: Final = re.compile(r"\s+(?:elsewhere|(?:elsewhere\s+)?in\s+(?:the\s+)?(?:near\s+)?future)\Z", re.IGNORECASE)
_ABILITY: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>this|that|it|(?:an?|the|any)\s+[^,;:.!?]*?)\s+(?P<will>will|may|might|can|could)\s+(?:also\s+)?(?:adversely\s+|negatively\s+|seriously\s+)?(?:affect|harm|damage|impact|prejudice|limit|hurt)\s+your\s+(?:future\s+)?ability\s+to\s+"
    r"(?:obtain|get|secure|access|take\s+out|find)\s+(?P<thing>[^;:.!?]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
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
            # What is turned down for all alike, and nothing else told of it, is the same in either way.
            alone = re.fullmatch(_TURNED_DOWN, match["done"], re.IGNORECASE) and not match["rest"].strip()
            plain = alone and match["modal"].lower() in ("will", "shall") and not flagged.text[end:].strip(" .!")
            yield Wording(start, end, text, "clause", "safe" if plain and start == 0 else "review")
    entry = _ENTRY.match(flagged.text)
    if entry and not _ONES_OWN.search(entry["who"]):
        yield flagged.whole(f"{entry['lead']}We cannot let in {entry['who']}{entry['stop']}")
    lost = _LOSE.match(flagged.text)
    if lost and not _ONES_OWN.search(lost["who"]) and flagged.touches(lost):
        yield Wording(*lost.span("lose"), "do not keep", "word", "review")


def only_once(flagged: Flagged) -> Iterator[Wording]:
    """ "A visit will only be booked once it is paid": we can only book a visit once it is paid."""
    match = _ONLY.match(flagged.text)
    if (
        match is None
        or _OF_LAW.search(flagged.text)
        or re.search(r"\bby\s+(?:the|a|an|your)\b", match["rest"].split(match["mark"])[0])
    ):
        return
    what = {"you": "you", "it": "it", "they": "them", "this": "this"}.get(match["what"].lower(), small(match["what"]))
    if _FINITE & set(what.lower().split()) or not what or re.search(r"\b(?:he|she|we|I)\b", what):
        return
    told = f"{match['lead']}We can only {_verb(match['done'].lower())} {what} {match['rest']}{match['stop']}"
    yield flagged.whole(told)


def what_follows(flagged: Flagged) -> Iterator[Wording]:
    """ "Repeated failures will lead to longer waits": after repeated failures, there will be longer waits."""
    if flagged.is_label:
        return
    if (match := _FOLLOWS.match(flagged.text)) and is_fair(flagged.text) and not _OF_CONDUCT.search(flagged.text):
        told = f"After {small(match['what'])}, there {match['will']} be {match['then']}{match['stop']}"
        yield flagged.whole(f"{match['lead']}{told}")
    match = _DOING_SO.match(flagged.text)
    if match and _FORBIDS.search(_before(flagged)):
        be = "are" if is_many(match["what"]) else "is"
        # What the sentence before forbids need not be forbidden again.
        first = "That way," if _ORDERS.match(_before(flagged)) else "Please do not do this, so that"
        told = f"{first} {match['what']} {be} not {_ENDED[match['end'].lower()]}{match['stop']}"
        yield flagged.whole(f"{match['lead']}{told}")
    if match := _ABILITY.match(flagged.text):
        what = {"it": "this", "that": "this"}.get(match["what"].lower(), small(match["what"]))
        later = _IN_FUTURE.search(match["thing"])
        thing, when = (match["thing"][: later.start()], later.group()) if later else (match["thing"], "")
        told = f"{capital(what)} {match['will']} make {small(thing)} harder to get{when}{match['stop']}"
        yield flagged.whole(f"{match['lead']}{told}")


def _before(flagged: Flagged) -> str:
    """The sentence right before, of the same block."""
    rows = flagged.view.analysis.sentences_of(flagged.sentence.block)
    return next((row.text for row in rows if row.index == flagged.sentence.index - 1), "")


def _rules(text: str) -> Iterator[re.Match[str]]:
    """Each place where a rule may begin: at the start, and behind what joins it."""
    match = _RULE.search(text)
    while match is not None:
        yield match
        at = max(match.end("before"), match.start() + 1)
        match = _RULE.search(text, at)


def _told(match: re.Match[str]) -> str | None:
    what, done = match["what"], match["done"].lower()
    if _LEAD_IN.match(what) or what.isupper() or re.search(r"\bexcuses\b", what, re.IGNORECASE):
        return None
    rest = match["rest"].rstrip(" *_")
    more = _MORE.search(rest)
    plain = rest[: more.start()] if more else rest
    described = _DESCRIBED.match(what)
    own = f"{what[described.end() :] if described else what} {plain}"
    if len(what.split()) > _MOST or _FINITE & set(own.lower().split()) or re.search(r"\band\b", plain):
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
    return f"{told}{re.sub(r'^ (?:entry|admission|boarding)', '', _ABSENT.sub(' without', plain))}"


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
