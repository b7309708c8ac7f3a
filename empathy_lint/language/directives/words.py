"""Verbs of asking, sorted: what is one act under two names, what is no act at all."""

from __future__ import annotations

from typing import Final

# One act under several names.
_FAMILIES: Final = {
    "pay": "pay settle clear remit repay transfer deposit topup top paid settled cleared remitted",
    "contact": """contact call phone ring telephone text email e-mail message whatsapp write reply respond speak talk chat
        answer get-touch reach""",
    "tell": "tell let inform advise notify inform know",
    "update": "update change replace amend correct edit add fix",
    "confirm": "confirm verify validate accept acknowledge activate",
    "login": "log login sign signin logon",
    "send": "send return submit upload provide supply email-document post mail forward attach enclose deliver give drop",
    "complete": "complete fill finish apply",
    "book": "book schedule rebook reschedule arrange",
    "renew": "renew extend reinstate",
    "choose": "choose pick select decide opt",
    "open": "open visit go head follow click tap press access navigate enter use",
    "reset": "reset set create",
    "come": "come attend collect",
}
FAMILY: Final = {verb: family for family, verbs in _FAMILIES.items() for verb in verbs.split()}

# Courtesy, information, waiting: nothing to be done.
IDLE: Final = frozenset(
    """note remember see be wait allow expect rest bear enjoy stay have take-care feel hesitate imagine consider ignore
    disregard discard delete-email view track learn discover explore browse thank look find watch keep meet hear
    worry accept-apologies believe trust help mind excuse pardon forgive welcome let's notice try say think hope know
    understand happen seem cheer relax celebrate share print save quote refer mention do forgive rate like love live
    get-started sit hang hold get wear continue list appear apply-rates remain""".split()
)
# Idle only with such an object, or in such a phrase.
PHRASES: Final = {
    ("accept", "apologies"), ("accept", "apology"), ("accept", "thanks"), ("take", "care"), ("get", "started"),
    ("allow", "days"), ("give", "call-idle"), ("bring", "id"), ("delete", "email"), ("delete", "message"), ("make", "note"),
    ("take", "time"), ("take", "moment"), ("take", "minute"), ("take", "minutes"), ("take", "second"), ("take", "notice"), ("make", "checks"), ("make", "cheques"), ("do", "that"), ("do", "this"),
    ("do", "it"), ("do", "so"), ("have", "ready"), ("take", "note"),
}  # fmt: skip
# Ways to somewhere; asked beside another act they are part of it.
MEANS: Final = frozenset(
    {"click", "tap", "press", "follow", "use", "visit", "go", "head", "access", "navigate", "scan", "enter"}
)
# Purposes that only some readers have: "To get a copy, call …" asks nobody else for anything.
WISHES: Final = frozenset(
    """get contact learn go change speak discuss appeal request opt cancel unsubscribe ask find see view hear stop manage
    arrange talk read reach order switch track know return make have use challenge complain object dispute download
    print browse explore receive""".split()
)
# Acts that spare the reader what the message would otherwise bring; nobody asks for them.
OPT_OUTS: Final = frozenset({"unsubscribe", "opt", "stop", "update-preferences", "manage", "mute", "withdraw"})


def family(verb: str) -> str:
    """The name under which the same acts are counted; a participle goes by its verb ("renewed": "renew")."""
    if verb in FAMILY:
        return FAMILY[verb]
    for ending in ("ed", "d", "ing"):
        base = verb.removesuffix(ending)
        if base != verb and (base in FAMILY or base + "e" in FAMILY):
            return FAMILY.get(base) or FAMILY[base + "e"]
    return verb
