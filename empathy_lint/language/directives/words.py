"""Verbs of asking, sorted: what is one act under two names, what is no act at all."""

from __future__ import annotations

from typing import Final

# One act under several names.
_FAMILIES: Final = {
    "pay": "pay settle clear remit repay transfer deposit top paid remitted",
    "contact": """contact call phone ring telephone text email e-mail message whatsapp write reply respond speak talk
    chat     answer reach""",
    "tell": "tell let inform advise notify know",
    "update": "update change replace amend correct edit add fix",
    "confirm": "confirm verify validate accept acknowledge activate",
    "login": "log login sign signin logon",
    "send": "send return submit upload provide supply post mail forward attach enclose deliver give drop",
    "complete": "complete fill finish apply",
    "book": "book schedule rebook reschedule arrange",
    "renew": "renew extend reinstate",
    "choose": "choose pick select decide opt",
    "open": "open visit go head follow click tap press access navigate enter use",
    "reset": "reset set create",
    "come": "come attend appear collect",
}
FAMILY: Final = {verb: family for family, verbs in _FAMILIES.items() for verb in verbs.split()}

# Courtesy, information, waiting: nothing to be done.
IDLE: Final = frozenset(
    """note remember see be wait allow expect rest bear enjoy stay have feel hesitate imagine consider ignore disregard
    discard view track learn discover explore browse thank look find watch keep meet hear worry believe trust help mind
    excuse pardon forgive welcome let's notice try say think hope know understand happen seem cheer relax celebrate
    share print save quote refer mention do rate like love live sit hang hold get wear continue list
    remain retain avoid prevent repeat""".split()
)
# Idle with such an object or complement only.
PHRASES: Final = frozenset(
    (verb, noun)
    for verb, nouns in {
        "accept": "apologies apology thanks",
        "take": "care time moment minute minutes second notice note",
        "make": "note checks cheques",
        "bring": "id",
        "delete": "email message",
        "give": "feedback rating",
        "leave": "feedback review rating",
        "join": "community discord group forum channel conversation",
    }.items()
    for noun in nouns.split()
)
# What is used on the way to an act; whoever is told to use anything else is told of a chance.
USED: Final = frozenset(
    """link links button buttons form page code app portal website site number address url qr password slip envelope key
    calculator tool chat""".split()
)
# Ways to somewhere: "click the button" serves what is asked beside it.
MEANS: Final = frozenset("click tap press follow use visit go head access navigate scan enter".split())
# Purposes that only some readers have: "To get a copy, call …" asks nobody else for anything.
WISHES: Final = frozenset(
    """get contact learn go change speak discuss appeal request opt cancel unsubscribe ask find see view hear stop
    manage
    arrange talk read reach order switch track know return make have use challenge complain object dispute download
    print browse explore receive""".split()
)
# Acts that spare the reader what the message would otherwise bring; nobody asks for them.
OPT_OUTS: Final = frozenset("unsubscribe opt stop manage mute withdraw".split())
# What "signed" is done to is a form; "sign" alone is mostly "sign in".
_PARTICIPLES: Final = {"signed": "sign"}


def family(verb: str) -> str:
    """The name under which the same acts are counted; a participle goes by its verb ("renewed": "renew")."""
    if verb in _PARTICIPLES:
        return _PARTICIPLES[verb]
    if verb in FAMILY:
        return FAMILY[verb]
    for ending in ("ed", "d", "ing"):
        base = verb.removesuffix(ending)
        if base != verb and (base in FAMILY or base + "e" in FAMILY):
            return FAMILY.get(base) or FAMILY[base + "e"]
    return verb
