"""Who is shut out, and what is closed or limited, and by whom: "suspended by an administrator"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.unforced import is_many
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
    r"(?P<all>\s+and\s+(?:all\s+)?(?:associated|its|related)\s+data)?\s+(?:will|(?P<plan>(?:is|are)\s+(?:scheduled|due|set)\s+to))\s+be\s+(?P<how>(?:soon\s+|permanently\s+|automatically\s+)*)"
    r"(?P<done>deleted|removed|closed|deactivated)(?P<when>\s+(?:on|in|within|after)\s+[^.,;]+?)?\s+(?:due\s+to|because\s+of)\s+(?:your\s+|account\s+|prolonged\s+|extended\s+)*inactivity"
    r"(?P<when2>\s+(?:on|in|within)\s+[^.,;]+?)?(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
# A ban, or a hold that is a sanction: what the reader can no longer do, and why.
_RULES: Final = (
    r"(?P<rules>(?:our|the|these|this)\s+(?:[\w'’-]+\s+){0,3}?(?:rules?|terms(?:\s+(?:of\s+(?:service|use)|and\s+conditions))?|conditions|polic(?:y|ies)"
    r"|guidelines|standards|code\s+of\s+conduct|agreement))"
)
_WHY: Final = (
    rf"(?P<why>\s+(?:for|due\s+to|because\s+of|following)\s+(?:(?:repeated(?:ly)?|multiple|serious|severe|a|an|the)\s+)*(?:(?:breaking|violating|breaching)|(?:violations?|breach(?:es)?)\s+of)\s+{_RULES}"
    r"|\s+(?:because|after|since|until|as\s+of|on)\s[^.;:]*)?"
)
_BANNED: Final = re.compile(
    rf"\A(?P<lead>\W*)you\s+(?:have|['’]ve)\s+(?:now\s+)?been\s+(?:(?P<long>permanently)\s+)?banned\s+from\s+(?:using\s+)?(?P<what>(?:our|the|this)\s+(?:[\w'’-]+\s+){{0,2}}?"
    rf"(?:platform|site|website|app|forums?|services?|community|servers?|group|channel|network|marketplace)){_WHY}(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_TAKEN: Final = re.compile(
    rf"\A(?P<lead>\W*)(?P<what>your\s+(?:[\w'’-]+\s+){{0,2}}?(?:account|profile|page|channel|store|shop|card))\s+(?:has|was|is)\s+(?:now\s+)?(?:been\s+)?"
    rf"(?:(?P<long>permanently)\s+|temporarily\s+)?(?P<done>banned|suspended|disabled){_WHY}(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_DELETES: Final = {"deleted": "delete {}", "removed": "remove {}", "closed": "close {}", "deactivated": "turn {} off"}


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
    for pattern in (_BANNED, _TAKEN):
        shut = pattern.match(flagged.text)
        if shut and not (pattern is _TAKEN and is_pause(flagged, shut["done"])):
            yield flagged.whole(_no_longer(shut))
    for match in flagged.matches(_LIMITED):
        yield _change(match, f"access to {match['what']} is limited" if match["what"] else "your access is limited")
    unused = _UNUSED.match(flagged.text)
    if unused and not flagged.is_label:
        yield flagged.whole(_unused(unused))


def _no_longer(match: re.Match[str]) -> str:
    """ "For now, we have stopped your access to your account, because our rules were not followed."."""
    rests = match.groupdict().get("done", "").lower() == "suspended" and not match["long"]
    what = match["what"][:1].lower() + match["what"][1:]
    # Who did it stays told: an account that nobody can use may only be out of order.
    told = f"For now, we have stopped your access to {what}" if rests else f"You can no longer use {what}"
    why = match["why"] or ""
    if match["rules"]:
        were = "were" if is_many(match["rules"]) or re.match(r"\w+\s+terms", match["rules"], re.IGNORECASE) else "was"
        why = f", because {match['rules']} {were} not followed"
    good = ". This is permanent" if match["long"] else ""
    return f"{match['lead']}{told}{why}{good}{'.' if match['stop'] else ''}"


def _unused(match: re.Match[str]) -> str:
    """That it is deleted stays said; what keeps it is for the message to say."""
    what, when = match["what"], match["when"] or match["when2"] or ""
    many = is_many(what)
    it = "them" if many else "it"
    data = f" and all {'their' if many else 'its'} data" if match["all"] else ""
    do = _DELETES[match["done"].lower()].format(f"{it}{data}")
    will = "plan to" if match["plan"] else "will"
    good = "permanently " if re.search(r"\bpermanently\b", match["how"], re.IGNORECASE) else ""
    not_used = f"{capital(what)} {'have' if many else 'has'} not been used for a while"
    return f"{match['lead']}{not_used}, so we {will} {good}{do}{when}{match['stop'] or '.'}"


def _change(match: re.Match[str], text: str) -> Wording:
    opens = match.group()[:1].isupper()
    return Wording(*match.span(), capital(text) if opens else text, "clause", "review")
