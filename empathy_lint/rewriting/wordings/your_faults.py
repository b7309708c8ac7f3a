"""Whose fault it was, left out of the words for it: "owing to your failure to send it", "your own error", "by you"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.rewriting.fitting import article
from empathy_lint.rewriting.flagged import Flagged, Wording, cased
from empathy_lint.rewriting.unforced import is_many

_HARPING: Final = (
    r"(?:(?:own|continued|continuing|repeated|persistent|wilful|willful|apparent|previous|ongoing|deliberate)\s+)*"
)
_FAILING: Final = r"(?:failure|refusal|neglect|omission|unwillingness|reluctance|inability)"
_BECAUSE: Final = re.compile(
    rf"\b(?:due\s+to|owing\s+to|because\s+of|by\s+reason\s+of|on\s+account\s+of|in\s+view\s+of|as\s+a\s+result\s+of)\s+your\s+{_HARPING}{_FAILING}\s+to\s+(?P<verb>[a-z]+)\s+"
    r"(?P<what>(?:the|your|our|an?|this|any|billing|payment)?\s*(?:[\w'’-]+\s+){0,4}?[\w'’-]+)(?=\s*(?:[.,;]|\Z|(?:by|in|on|within|before)\b))",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(rf"\byour\s+{_HARPING}{_FAILING}\s+to\s+(?P<verb>[a-z]+)\b", re.IGNORECASE)
_NOT_HEARING: Final = re.compile(
    rf"\byour\s+{_HARPING}(?:silence|lack\s+of\s+(?:response|reply|contact|engagement))\b", re.IGNORECASE
)
_FROM_SILENCE: Final = re.compile(rf"\s+from\s+your\s+{_HARPING}silence(?=\s+that\b)", re.IGNORECASE)
_NOT_FOLLOWED: Final = re.compile(
    rf"\b(?:due\s+to|owing\s+to|because\s+of|as\s+a\s+result\s+of)\s+your\s+{_HARPING}non-?(?:compliance|observance|adherence)\s+(?:with|of|to)\s+"
    r"(?P<what>(?:the|our|your|these|this)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)(?=\s*(?:[.,;]|\Z|the\b|we\b))",
    re.IGNORECASE,
)
# An error or a delay is somebody's: without a word on whose, it would be read as the sender's own.
_WHOSE: Final = re.compile(r"\b(?:errors?|mistakes?|oversights?|delays?|faults?|omissions?)\Z", re.IGNORECASE)
# What may as well have been anybody's.
_THING: Final = (
    r"(?:misuse|lack\s+of\s+\w+|omissions?\s+of|late\s+(?:arrival|reply|payment|cancellation"
    r"|submission|application|return)|incorrect\s+\w+(?:\s+\w+)?|(?:non-?attendance|absence))"
)
_OWN: Final = re.compile(rf"\byour\s+{_HARPING}(?P<thing>{_THING})\b", re.IGNORECASE)
_MASS: Final = re.compile(r"(?:misuse|non-?attendance|omissions?\s+of)\b", re.IGNORECASE)
_FOLLOWS_FROM: Final = re.compile(r"\b(?:resulting|arising)\s+(?:from|out\s+of)\s+\Z", re.IGNORECASE)
_TO_BLAME: Final = re.compile(
    r"\s*,?\s*\b(?:due\s+to|owing\s+to|because\s+of|through|as\s+a\s+result\s+of)\s+your\s+(?:own\s+)?"
    r"(?:inaction|fault|negligence|carelessness|neglect|oversight|omission|tardiness)\b(?=\s*(?:[.,;]|\Z|and\b))",
    re.IGNORECASE,
)
_AT_YOUR_END: Final = re.compile(
    r"\s+(?:on\s+your\s+(?:part|side|end)|at\s+your\s+(?:side|end)|by\s+you|by\s+yourselves|from\s+your\s+side)\b(?!\s+(?:of|or)\b)",
    re.IGNORECASE,
)
_DESPITE: Final = re.compile(r"\b(?:despite|in\s*spite\s+of)\b", re.IGNORECASE)
_HAD_READ: Final = re.compile(
    r"\b(?:had\s+you|if\s+you\s+had)\s+(?:only\s+|just\s+|properly\s+|actually\s+)?(?:(?:bothered|cared|troubled)\s+to\s+|(?:taken\s+the\s+(?:time|trouble)|made\s+the\s+effort)\s+to\s+)?(?:read|check|checked|consulted|looked\s+at|listened\s+to)\s+"
    r"(?P<what>(?:your|the|our|these|this)\s+(?:[\w'’&/-]+\s+){0,4}?[\w'’&/-]+),?\s+you\s+(?:would|['’]d)\s+(?:have\s+)?"
    r"(?:know|known|see|seen|notice|noticed|find|found|be\s+aware|been\s+aware)\s+(?:that\s+)?(?=\w)",
    re.IGNORECASE,
)
_NOT_IN: Final = re.compile(
    r"\bbecause\s+you\s+(?:were\s+(?:not\s+(?:available|in|there|present|at\s+home|home)|out|away|unavailable|absent)|weren['’]t\s+(?:available|in|there|at\s+home|home))"
    r"(?:\s+as\s+(?:required|agreed|requested|arranged))?(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_AWAY: Final = re.compile(
    r"\byou\s+(?:were\s+(?:out|away|not\s+(?:at\s+home|in|there|home|available|present))|weren['’]t\s+(?:at\s+home|in|there|home|available))"
    r"(?=\s+(?:when|at\s+the\s+time)\b)",
    re.IGNORECASE,
)
_NO_RIGHT: Final = re.compile(
    r"\byou\s+(?P<be>were|are|have\s+been|had\s+been)\s+not\s+(?:being\s+)?(?P<how>authori[sz]ed|permitted|allowed)\s+to\s+(?:do\s+)?"
    r"(?P<what>(?:this|that|it|so)\b|(?P<verb>[a-z]+)\s+(?P<thing>(?:the|your|our|an?|this|that)\s+(?:[\w'’-]+\s+){0,4}?[\w'’-]+))(?=\s*(?:[.,;]|\Z))",
    re.IGNORECASE,
)
_RECEIPT: Final = re.compile(
    r"\byou\s+(?P<be>have\s+been|were|had\s+been)\s+in\s+receipt\s+of\s+(?P<what>(?:an?\s+)?[\w\s'’-]{3,40}?)\s+"
    r"(?:to\s+which\s+you\s+(?:had|have|were)\s+(?:no|not)\s+(?:entitlement|right|entitled)|(?:that|which)\s+you\s+were\s+not\s+entitled\s+to)\b",
    re.IGNORECASE,
)
_NOT_ENTITLED: Final = re.compile(
    r"\bto\s+which\s+you\s+(?:had\s+no\s+(?:entitlement|right)|were\s+not\s+entitled)\b|\b(?:that|which)\s+you\s+(?:were\s+not|weren['’]t)\s+entitled\s+to\b",
    re.IGNORECASE,
)
_NOT_ACTED: Final = re.compile(
    r"\b(?:you|the\s+(?:[\w-]+\s+){0,2}?(?:owner|holder|customer|tenant|contact|user|administrator|admin|member|licensee|borrower))\s+"
    r"(?:(?P<have>have|has)\s+not|(?P<did>did\s+not)|haven['’]t|hasn['’]t|didn['’]t)\s+(?:yet\s+)?(?:acted|act|responded|respond|replied|reply|reacted|react)\s+(?:up)?(?:on|to)\s+"
    r"(?P<what>(?:(?:our|the|any|these|all|several|two|three|previous|earlier|prior|past)\s+)*(?:messages?|letters?|emails?|reminders?|notices?|requests?|warnings?))\b",
    re.IGNORECASE,
)
_NOT_PAID: Final = re.compile(
    r"\b(?:due\s+to|because\s+of|owing\s+to|for)\s+(?:the\s+|your\s+)?non-?payment\s+of\s+(?P<what>(?:(?:the|your|an?|this)\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,3})(?=\s*(?:[.,;!]|\Z))"
    r"|\b(?:due\s+to|because\s+of|owing\s+to)\s+(?:you(?:r)?\s+)?not\s+making\s+(?:the\s+|your\s+|a\s+)?payment(?P<time>\s+(?:on|in)\s+time)?\b",
    re.IGNORECASE,
)
# What has not come need not have been kept back.
_NOT_COME: Final = re.compile(
    r"\b(?P<who>we|I)(?:\s+still|\s+currently)?(?:\s+have|['’]ve|\s+had|\s+do)?(?:\s+still)?\s+not\s+(?:yet\s+)?(?:received?|had)\s+(?:your\s+|any\s+|the\s+|a\s+)?"
    r"(?P<what>payment|reply|response|answer|form|application|documents|timesheet)\b(?!\s+(?:card|method|details|date))",
    re.IGNORECASE,
)


# Whose it was is what is asked, or told apart: "on your side or on ours".
_OR_OURS: Final = re.compile(
    r"\b(?:whether|yours)\b|\bor\s+(?:if|whether|else|ours|our\s+own|not|someone|somebody|another|(?:on|at|from|by)\s+(?:our|ours|us|the|a)\b)"
    r"|\b(?:someone|somebody|anyone)\s+else\b|\b(?:on|at|from)\s+(?:our|ours)\b|\bby\s+us\b|\brather\s+than\b|\bnot\s+(?:on|at|ours?|by)\b",
    re.IGNORECASE,
)


def without_fault(flagged: Flagged) -> Iterator[Wording]:
    """The words for a fault with nobody in them who is at fault."""
    for found in (
        _read_there,
        _away,
        _no_right,
        _not_due,
        _unanswered,
        _because,
        _unpaid,
        _not_come,
        _as_deed,
        _owned,
        _agents,
    ):
        yield from found(flagged)


def _change(match: re.Match[str], text: str) -> Wording:
    return Wording(*match.span(), cased(match, text), "clause", "review")


def _read_there(flagged: Flagged) -> Iterator[Wording]:
    """ "Had you read the rules, you would know that it shuts at 8": the rules say that it shuts at 8."""
    for match in flagged.matches(_HAD_READ):
        say = "say" if is_many(match["what"]) else "says"
        behind = [word for word in flagged.tree.words if word.start >= match.end()]
        if any(word.has("nsubj") and word.pos in ("VERB", "AUX", "NOUN", "ADJ") for word in behind):
            yield _change(match, f"{match['what']} {say} that ")


def _away(flagged: Flagged) -> Iterator[Wording]:
    """ "You were out when we called": we could not reach you when we called."""
    for match in flagged.matches(_AWAY):
        if not re.search(r"\b(?:if|unless)\s+\Z|\bdespite\b|\byoursel", flagged.text, re.IGNORECASE):
            yield _change(match, "we could not reach you")
    for match in flagged.matches(_NOT_IN):
        yield _change(match, "because we could not reach you")


def _no_right(flagged: Flagged) -> Iterator[Wording]:
    """ "You were not authorised to do this": this was not authorised."""
    for match in flagged.matches(_NO_RIGHT):
        if match["verb"]:
            doing = inflected(match["verb"].lower(), "VBG")
            what = f"{doing} {match['thing']}" if doing else ""
        else:
            what = "this" if match["what"].lower() == "so" else match["what"]
        be = {"were": "was", "are": "is", "have been": "has been", "had been": "had been"}[
            " ".join(match["be"].lower().split())
        ]
        be = be.replace(" been", " not been") if "been" in be else f"{be} not"
        if what:
            yield _change(match, f"{what} {be} {match['how'].lower()}")


def _not_due(flagged: Flagged) -> Iterator[Wording]:
    """ "You were in receipt of monies to which you had no entitlement": you were paid money that was not due to you."""
    for match in flagged.matches(_RECEIPT):
        what = re.sub(r"\b(?:monies|moneys|funds|sums)\b", "money", match["what"], flags=re.IGNORECASE)
        many = is_many(what) and what != "money"
        yield _change(match, f"you {match['be'].lower()} paid {what} that {'were' if many else 'was'} not due to you")
    for match in flagged.matches(_NOT_ENTITLED):
        before = flagged.text[: match.start()].split()[-1:]
        if not before:
            continue
        yield _change(match, f"that {'were' if is_many(before[0]) else 'was'} not due to you")


def _unanswered(flagged: Flagged) -> Iterator[Wording]:
    """ "The owner has not acted on previous messages": we have not had an answer to earlier messages."""
    for match in flagged.matches(_NOT_ACTED):
        what = re.sub(r"\b(?:previous|prior|past)\b", "earlier", match["what"], flags=re.IGNORECASE)
        had = "did not have" if match["did"] else "have not had"
        yield _change(match, f"we {had} an answer to {what}")
    for match in flagged.matches(_FROM_SILENCE):
        yield _change(match, ", as we have not heard from you,")
    for match in flagged.matches(_NOT_HEARING):
        if not flagged.text[: match.start()].lower().endswith("from "):
            yield _change(match, "not hearing from you")


def _because(flagged: Flagged) -> Iterator[Wording]:
    """ "Owing to your failure to update your card": because your card has not been updated."""
    for match in flagged.matches(_BECAUSE):
        done = inflected(match["verb"].lower(), "VBN")
        first = match["what"].split()[0].lower()
        if (
            done
            and first not in ("us", "me", "to", "for", "with", "that", "you", "any")
            and verb_lemma(match["verb"].lower()) == match["verb"].lower()
        ):
            have = "have" if is_many(match["what"]) else "has"
            yield _change(match, f"because {match['what']} {have} not been {done}")
    for match in flagged.matches(_NOT_FOLLOWED):
        was = "were" if is_many(match["what"]) else "was"
        comma = "" if flagged.text[match.end() : match.end() + 1] in (",", ".", ";", "") else ","
        yield _change(match, f"because {match['what']} {was} not followed{comma}")


def _unpaid(flagged: Flagged) -> Iterator[Wording]:
    """ "Cancelled due to non-payment of the balance": because the balance has not been paid."""
    for match in flagged.matches(_NOT_PAID):
        if match["what"] is None:
            yield _change(match, f"because no payment reached us{' in time' if match['time'] else ''}")
        else:
            what = (
                match["what"]
                if re.match(r"(?:the|your|an?|this)\s", match["what"], re.IGNORECASE)
                else f"the {match['what']}"
            )
            yield _change(match, f"because {what} {'have' if is_many(what) else 'has'} not been paid")


def _not_come(flagged: Flagged) -> Iterator[Wording]:
    """ "We still have not received payment": your payment has not reached us yet."""
    for match in flagged.matches(_NOT_COME):
        have = "have" if is_many(match["what"]) else "has"
        us = "me" if match["who"].lower() == "i" else "us"
        behind = re.match(
            r"(?:\s+(?:for|of|to)\s+(?:(?!despite|but|and|even|after)[\w#'’£$€-]+\s*){1,6})?",
            flagged.text[match.end() :],
        )
        thing = behind.group().rstrip() if behind else ""
        if re.match(r"[.,;!]|\Z", flagged.text[match.end() + len(thing) :].lstrip() or "."):
            text = f"your {match['what'].lower()}{thing} {have} not reached {us} yet"
            yield Wording(match.start(), match.end() + len(thing), cased(match, text), "clause", "review")


def _as_deed(flagged: Flagged) -> Iterator[Wording]:
    """ "Your failure to declare it has led to this": not declaring it has led to this."""
    for match in flagged.matches(_SUBJECT):
        verb = match["verb"].lower()
        doing = inflected(verb, "VBG") if verb_lemma(verb) == verb else None
        opens = re.search(
            r"(?:\A|[.;:]\s|,\s+(?:and|but|so)\s|\b(?:that|and|but|so)\s)\W*\Z", flagged.text[: match.start()]
        )
        if doing and opens and verb not in ("pay", "respond", "reply"):
            yield _change(match, f"not {doing}")


def _owned(flagged: Flagged) -> Iterator[Wording]:
    """ "Your own misuse of it": misuse of it. "Your late arrival": the late arrival."""
    for match in flagged.matches(_TO_BLAME):
        if _DESPITE.search(flagged.text):
            continue  # the reproach stands in the "despite"
        start = match.end() - len(match.group().lstrip())
        yield Wording(start, match.end(), "", "phrase", "review")
    for match in () if _OR_OURS.search(flagged.text) else flagged.matches(_OWN):
        thing = match["thing"]
        if _FOLLOWS_FROM.search(flagged.text[: match.start()]):
            continue  # where it matters whose it was
        if _MASS.match(thing):
            text = thing
        elif re.match(r"lack\b", thing, re.IGNORECASE):
            text = f"{article(thing)} {thing}"
        else:
            text = f"the {thing}"
        yield _change(match, text)


def _agents(flagged: Flagged) -> Iterator[Wording]:
    """ "Access was refused by you": access was refused."""
    for match in () if _OR_OURS.search(flagged.text) else flagged.matches(_AT_YOUR_END):
        if match.group().split()[0].lower() == "by":
            agent = flagged.word_at(match.end() - 1)
            if agent is None or agent.dep != "obl:agent":
                continue
        if _WHOSE.search(flagged.text[: match.start()]):
            continue  # "due to an error" would be read as the sender's own
        if re.search(r",\s*(?:an?|the)\s+[\w-]+\Z", flagged.text[: match.start()], re.IGNORECASE):
            continue  # beside the thing that it describes, the word would say nothing alone
        start = match.end() - len(match.group().lstrip())
        yield Wording(start, match.end(), "", "phrase", "review")
