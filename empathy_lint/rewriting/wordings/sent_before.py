"""That reminders were sent, told as our own act beside the fact: "We have sent you reminders. The fee is unpaid"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

_SENT: Final = (
    r"(?:reminders?|letters?|e-?mails?|notices?|messages?|texts?|warnings?|invitations?|statements?|notifications?"
    r"|requests?)"
)
_DONE: Final = {
    "call": "called you", "phone call": "called you", "visit": "visited you", "attempt": "tried to reach you",
    "effort": "tried to reach you", "correspondence": "written to you", "contact": "written to you",
    "communication": "written to you", "follow-up": "written to you",
}  # fmt: skip
_NOUN: Final = rf"(?:{_SENT}|(?:{'|'.join(_DONE)})s?)"
_MANY: Final = {"multiple": "several", "numerous": "many"}
_COUNT: Final = r"(?:several|repeated|numerous|many|multiple|two|three|four|five|six|\d+)"
_COUNTS: Final = rf"(?:(?:an?|our|the|my|all|previous|prior|earlier|past|recent|further|regular|written|{_COUNT})\s+)"
_WHAT: Final = rf"{_COUNTS}*{_NOUN}(?:\s+(?:and|or)\s+{_COUNTS}*{_NOUN})*"
_FROM: Final = (
    r"(?:\s+(?:(?:previously|already|earlier|duly|being|having\s+been)\s+)?(?:issued|sent|given|made|mailed|posted|served|provided)(?:\s+(?:previously|already|earlier))?"
    r"|\s+to\s+(?:contact|reach|call)\s+you|\s+(?:to|with)\s+you|\s+from\s+(?:us|me)|\s+by\s+(?:e-?mail|phone|post|mail|our\s+\w+))*"
)
_ABOUT: Final = r"(?P<about>\s+(?:about|regarding)\s+(?:this|it))?"
# "After" is a reproach only where it counts.
_DESPITE: Final = rf"(?:despite|in\s*spite\s+of|notwithstanding|even\s+after|after(?=\s+(?:(?:our|the)\s+)?{_COUNT}\b))"
_FIRST: Final = re.compile(
    rf"\A(?P<lead>\W*){_DESPITE}\s+(?P<what>{_WHAT}){_FROM}{_ABOUT}(?:\s*,\s*|\s+(?=(?:you|we|no|the|your|this|it)\b))(?=\S)",
    re.IGNORECASE,
)
_LAST: Final = re.compile(
    rf"\s*,?\s*\b{_DESPITE}\s+(?P<what>{_WHAT}){_FROM}{_ABOUT}(?P<stop>[.!]?)\s*\Z", re.IGNORECASE
)
_BEING: Final = re.compile(
    r"\A(?P<lead>\W*)(?:(?:despite|after)\s+(?:being|having\s+been)|having\s+been)\s+(?:already\s+|repeatedly\s+|previously\s+)?"
    r"(?P<told>reminded|told|asked|informed|advised|notified|contacted)\b(?P<rest>[^,.;:\d]{0,60}),\s*(?=\S)",
    re.IGNORECASE,
)
_TELL: Final = {"informed": "told", "advised": "told", "notified": "told"}
_EACH: Final = re.compile(rf"(?P<counts>{_COUNTS}*)(?P<noun>{_NOUN})(?=\s|\Z)", re.IGNORECASE)
_TIMES: Final = {"two": "twice"}


def as_our_act(flagged: Flagged) -> Iterator[Wording]:
    """ "Despite our reminders, it is unpaid": we have sent you reminders. It is unpaid."""
    if flagged.softens_more:
        return
    for pattern in (_FIRST, _BEING):
        match = pattern.match(flagged.text)
        if match and flagged.touches(match) and not flagged.has_placeholder(*match.span()):
            told = _acts(match) if pattern is _FIRST else _told(match)
            yield Wording(0, match.end(), f"{match['lead']}{told}. ", "sentence", "review")
    match = _LAST.search(flagged.text)
    if match and match.start() and flagged.touches(match) and not flagged.has_placeholder(*match.span()):
        yield Wording(*match.span(), f". {_acts(match)}{match['stop']}", "sentence", "review")


def first_acts(flagged: Flagged) -> tuple[str, int] | None:
    """What "despite our letters" at the start says that we did, and where the rest begins."""
    match = _FIRST.match(flagged.text)
    if match is None or flagged.has_placeholder(*match.span()):
        return None
    return f"{match['lead']}{_acts(match)}", match.end()


def _told(match: re.Match[str]) -> str:
    told = match["told"].lower()
    return f"We have {_TELL.get(told, told)} you{match['rest']}"


def _acts(match: re.Match[str]) -> str:
    """ "Several letters and calls": we have sent you several letters and called you."""
    sent, acts = [], []
    for each in _EACH.finditer(match["what"]):
        count = re.search(_COUNT, each["counts"], re.IGNORECASE)
        many = _MANY.get(count.group().lower(), count.group().lower()) if count else ""
        noun = each["noun"].lower()
        done = _DONE.get(noun.rstrip("s"))
        if done:
            acts.append(f"{done}{_times(many)}")
        else:
            sent.append(f"{f'{many} ' if many else '' if noun.endswith('s') else 'a '}{noun}")
    if sent:
        acts.insert(0, f"sent you {' and '.join(sent)}")
    return f"We have {' and '.join(dict.fromkeys(acts))}{match['about'] or ''}"


def _times(many: str) -> str:
    if not many:
        return ""
    return " several times" if many in ("several", "repeated", "many") else f" {_TIMES.get(many, f'{many} times')}"
