"""Who is shut out, and what is closed or limited, and by whom: "suspended by an administrator"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.wordings.holds import is_holdable, is_pause

_HAS: Final = r"(?:has|have)\s+(?:now\s+|also\s+)?been"
_OWN: Final = r"(?:your|this)\s+(?:[\w'’-]+\s+){0,3}?(?:\([^()]*\)\s*)?"
_ACCOUNT: Final = (
    rf"(?P<what>{_OWN}(?:accounts?|profiles?|memberships?|cards?|stores?|shops?|servers?|vps|services?"
    rf"|space|subscriptions?|access|licen[cs]es?)(?:\s+\([^()]*\))?)"
)
_HOW_LONG: Final = r"(?:(?P<long>permanently|indefinitely)\s+|(?:temporarily|currently|automatically)\s+)?"
# Who did it, up to why or since when.
_WHO: Final = (
    r"(?P<who>(?:an?|the|our|your|one\s+of)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+|(?-i:[A-Z])[\w.&-]*(?:"
    r"\s+(?-i:[A-Z])[\w.&-]*){0,2})(?=\s+(?:because|due|for|after|following|until|as|on|since)\b"
    r"|\s*(?:[.,;!]|\Z))"
)
_BY: Final = re.compile(
    rf"\b{_ACCOUNT}\s+(?:{_HAS}|was|is)\s+(?:temporarily\s+|currently\s+)?(?P<done>suspended|blocked|restricted|locked|disabled|closed|deactivated)\s+by\s+{_WHO}",
    re.IGNORECASE,
)
_ENDED: Final = {"closed": "has closed {}", "deactivated": "has turned off {}", "restricted": "has limited {}"}
# What is ended is closed; a ban, or a hold that lasts for good, is what it is called.
_CLOSED: Final = re.compile(
    rf"\b(?P<what>{_OWN}(?:accounts?|profiles?|stores?|shops?)(?:\s+\([^()]*\))?)\s+(?P<has>{_HAS}|was|were|is|are)\s+{_HOW_LONG}"
    r"(?P<done>terminated)\b(?!\s+(?:by|from)\b)",
    re.IGNORECASE,
)
_LIMITED: Final = re.compile(
    r"\baccess\s+to\s+(?P<what>(?:your|this|our|the)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)\s+(?:has\s+been|is|was)\s+(?:now\s+|currently\s+)?"
    r"(?P<how>temporarily\s+)?(?:restricted|limited)\b|\byour\s+access\s+(?:has\s+been|is)\s+(?:now\s+|currently\s+)?(?:temporarily\s+)?(?:restricted|limited)\b",
    re.IGNORECASE,
)
_UNUSED: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>your\s+(?:[\w'’-]+\s+){0,3}?(?:accounts?|profiles?|workspace|team|organi[sz]ation|project|data))"
    r"(?P<all>\s+and\s+(?:all\s+)?(?:associated|its|related)\s+data)?\s+(?:will|is\s+(?:scheduled|due|set)\s+to)\s+be\s+(?:soon\s+|permanently\s+|automatically\s+)*"
    r"(?:deleted|removed|closed|deactivated)(?P<when>\s+(?:on|in|within|after)\s+[^.,;]+?)?\s+(?:due\s+to|because\s+of)\s+(?:your\s+|account\s+|prolonged\s+|extended\s+)*inactivity"
    r"(?P<when2>\s+(?:on|in|within)\s+[^.,;]+?)?(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_OTHER_WAY: Final = re.compile(
    r"\b(?:contact|call|reply|respond|e-?mail|write\s+to|ring|tell|let)\b[^.]*\b(?:us|support|team|keep|know)\b",
    re.IGNORECASE,
)


def what_is_shut(flagged: Flagged) -> Iterator[Wording]:
    """What the reader can no longer use, and by whose decision."""
    for match in flagged.matches(_BY):
        done = match["done"].lower()
        told = _ENDED.get(done)
        if told is None and is_pause(flagged, done) and is_holdable(re.sub(r"\([^()]*\)", "", match["what"])):
            told = "has put {} on hold"
        if told is None:
            continue
        yield _change(match, f"{match['who']} {told.format(match['what'][:1].lower() + match['what'][1:])}")
    for match in flagged.matches(_CLOSED):
        done, what = match["done"], match["what"]
        has = re.sub(r"\b(?:now|also)\s+", "", match["has"])
        told = f"{has} {'permanently ' if match['long'] else ''}closed"
        # A title with capitals keeps them.
        yield _change(match, f"{what} {told.title() if done[0].isupper() else told}")
    for match in flagged.matches(_LIMITED):
        yield _change(match, f"access to {match['what']} is limited" if match["what"] else "your access is limited")
    unused = _UNUSED.match(flagged.text)
    if unused and not flagged.is_label and _may_sign_in(flagged):
        when = re.sub(r"^\s*(?:on|in|within|after)\s+", "", unused["when"] or unused["when2"] or "")
        dated = re.match(r"\s+on\b", unused["when"] or unused["when2"] or "", re.IGNORECASE)
        until = f" before {when}" if dated else f" within {when}" if when else ""
        data = " and your data" if unused["all"] else ""
        yield flagged.whole(
            f"{unused['lead']}{capital(unused['what'])} has not been used for a while, so it is due to be closed. "
            f"To keep it{data}, please sign in{until}{unused['stop'] or '.'}"
        )


def _may_sign_in(flagged: Flagged) -> bool:
    """Whether the message asks for nothing else than that the reader signs in."""
    sentences = flagged.view.analysis.sentences
    if any(_OTHER_WAY.search(row.text) for row in sentences):
        return False
    asked = [sentences[index].text for index, _, _ in flagged.view.analysis.directives.asks]
    return all(re.search(r"\b(?:log|sign)(?:ging|ning)?[\s-]*in\b", text, re.IGNORECASE) for text in asked)


def _change(match: re.Match[str], text: str) -> Wording:
    opens = match.group()[:1].isupper()
    return Wording(*match.span(), capital(text) if opens else text, "clause", "review")
