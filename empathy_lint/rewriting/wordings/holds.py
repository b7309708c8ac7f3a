"""Whether what was stopped may be called on hold: a thing that rests and can be taken up again, and no sanction."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged

# A store, a licence, a driver or a right to post is no such thing.
HOLDABLE: Final = (
    r"(?:accounts?|cards?|services?|profiles?|plans?|subscriptions?|memberships?|access|polic(?:y|ies)|registrations?|orders?"
    r"|payments?|payouts?|transfers?|refunds?|deliver(?:y|ies)|benefits?|claims?|applications?|contracts?|hosting|servers?|vps"
    r"|websites?|sites?|workspaces?|wallets?|lines?|connections?|packages?|campaigns?|ads?|collections?|supply)"
)
_THING: Final = re.compile(HOLDABLE, re.IGNORECASE)
# "{{ order.title }}", "<%= account_name %>"
_IN_CODE: Final = re.compile(rf"(?:\b|_){HOLDABLE}(?:\b|_)", re.IGNORECASE)
# What is so for good is not on hold.
FOR_GOOD: Final = re.compile(
    r"\b(?:permanent(?:ly)?|irrevocabl[ey]|indefinitely|for\s+good|final(?!\s+(?:\w+\s+){0,2}(?:warning|notice|reminder|demand|request))|(?:can)?not\s+be\s+(?:re\w+|reversed|undone))\b",
    re.IGNORECASE,
)
_RULES: Final = r"(?:rules?|terms|conditions|polic(?:y|ies)|guidelines|standards|code|regulations|agreement)"
_SANCTION: Final = re.compile(
    r"\b(?:violat\w+|breach\w*|infring\w+|infractions?|sanction\w*|misconduct|misus\w+|abus(?:e[ds]?|ive|ing)|harass\w*|spam\w*|ban|bans|banned"
    r"|disciplin\w+|offen[cs]es?|prohibited|unlawful\w*|illegal\w*|counterfeit\w*|cheat\w*|strikes?|misbehavio\w+"
    r"|code\s+of\s+conduct|community\s+(?:guidelines|standards)|acceptable\s+use"
    r"|for\s+(?:suspected\s+|alleged\s+)?fraud\w*"
    rf"|(?:br[eo]ke?\w*|ignor\w+|disregard\w*|against|under|contrary\s+to|not\s+(?:\w+\s+){{1,3}}(?:with|to)|follow(?:ed)?)\s+(?:[\w'’-]+\s+){{0,4}}{_RULES})\b",
    re.IGNORECASE,
)
# What is blocked or disabled is only on hold where the message knows a way back.
_WAY_BACK: Final = re.compile(
    r"\b(?:until|once|temporar\w+|resum\w+|restor\w+|reactivat\w+|reinstat\w+|re-?enabl\w+|unblock\w*|unlock\w*|lift(?:ed)?|regain"
    r"|(?:get|have)\s+(?:it|access)\s+back)\b",
    re.IGNORECASE,
)
_RESTS: Final = re.compile(r"(?:suspended|frozen|paused)\Z", re.IGNORECASE)
_JOINED: Final = ("conj", "xcomp", "ccomp", "aux", "cop", "parataxis")


def is_pause(flagged: Flagged, how: str = "suspended") -> bool:
    """Whether the message says neither that it is for good nor that it is a sanction; `how` is what it calls it."""
    prose = [block.prose for block in flagged.view.analysis.message.blocks]
    if any(FOR_GOOD.search(text) or _SANCTION.search(text) for text in prose):
        return False
    return bool(_RESTS.search(how)) or any(_WAY_BACK.search(text) for text in prose)


def is_holdable(thing: str) -> bool:
    """Whether a name ends in that of a thing that can be on hold."""
    return bool(re.search(rf"\b{HOLDABLE}\W*\Z", thing, re.IGNORECASE))


def rests(flagged: Flagged, at: int) -> bool:
    """Whether the participle at an offset is said of a thing that can be on hold, and names nothing it is kept from."""
    word = flagged.word_at(at)
    if word is None or re.match(r"\s+from\b", flagged.text[word.end :], re.IGNORECASE):
        return False
    thing = _stopped(word)
    if thing is None:
        # A title may be too short for a tree.
        return bool(re.search(rf"\b{HOLDABLE}(?:\W+\w+){{0,3}}\W*\Z", flagged.text[: word.start], re.IGNORECASE))
    named = [thing, *(each for each in thing.children if thing.pos != "NOUN" and each.pos in ("NOUN", "PROPN"))]
    if any(_THING.fullmatch(each.form) for each in named):
        return True
    return any(_stands_for_thing(flagged, each) for each in thing.subtree() if not each.is_("nmod", "acl:relcl", "acl"))


def _stands_for_thing(flagged: Flagged, word: Word) -> bool:
    """Whether the word is template code whose name tells such a thing: {{ order.title }}."""
    first = flagged.sentence.start
    codes = [row.code for row in flagged.block.placeholders_in(first + word.start, first + word.end)]
    return any(_IN_CODE.search(code) for code in codes)


def _stopped(word: Word) -> Word | None:
    """What the participle is said of: its subject, that of the verb which it is joined to, or the noun before it."""
    for each in (word, *word.ancestors()):
        subject = each.child("nsubj", "csubj")
        if subject is not None:
            return subject
        if each.is_("acl"):
            return each.head
        if not each.is_(*_JOINED):
            return None
    return None
