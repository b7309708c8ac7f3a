"""Sanctions that hang on nothing in their sentence, told as an end or a rest: "will end" for "will be terminated".

What is taken away for good (deleted, removed, forfeited) has no milder name that would be as true, and is left; so is
insurance, where to be cancelled is another thing than to end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording
from empathy_lint.rewriting.wordings.holds import is_pause, rests

_WILL: Final = (
    r"(?P<will>will|may|might|could|shall|would)\s+(?P<how>(?:also|then|now|automatically|temporarily)\s+)?"
    r"be\s+(?:automatically\s+|temporarily\s+)?"
)
# No booking, registration or award ends: it is not there any more.
_ENDS: Final = re.compile(
    rf"\b(?P<thing>subscription|plan|membership|service|contract|agreement|trial|licence|license|tenancy"
    rf"|hosting|sponsorship|funding|support|membership|employment|scheme|benefits?|discount"
    rf"|allowance|pension|permission|permit|lease|access|supply|arrangement|facility|cover|guarantee|offer"
    rf"|privileges?)\s+{_WILL}(?:cancell?ed|terminated|discontinued|withdrawn|revoked)\b(?!\s+(?:by|because))",
    re.IGNORECASE,
)
# What is cut short ends early.
_EARLY: Final = re.compile(
    rf"\b(?P<thing>visas?|leave|permission|stay|contract|tenancy|lease|placement)\s+{_WILL}curtailed\b(?!\s+(?:by|because))",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(rf"\b(?P<thing>account)\s+{_WILL}closed\b(?!\s+(?:by|because))", re.IGNORECASE)
_RESTS: Final = re.compile(
    rf"\b(?P<thing>accounts?|services?|cards?|access|subscription|membership|plan|profile|registration|server|hosting|site|website)\s+{_WILL}"
    r"(?:suspended|frozen)\b(?!\s+(?:by|because))",
    re.IGNORECASE,
)
# A thing that is named by template code, and when: "is scheduled to be suspended on".
_SOME_REST: Final = re.compile(
    rf"(?:{_WILL}|\b(?P<is>(?:is|are)\s+(?:scheduled|due|set)\s+to)\s+be\s+)(?:suspended|frozen)\b(?!\s+(?:by|because))",
    re.IGNORECASE,
)
_ON_HOLD: Final = "be put on hold"
# Out of a course, a list, a scheme: the place there ends.
_OUT_OF: Final = re.compile(
    rf"\byou\s+{_WILL}(?:dropped|removed|withdrawn|deregistered|struck\s+off|unenrolled|disenrolled)\s+from\s+"
    r"(?P<where>(?:all\s+)?(?:(?:the|your|our|this|these|current|other)\s+)+(?:[\w'’-]+\s+){0,2}?(?P<noun>courses?|class(?:es)?|programmes?|programs?|modules?"
    r"|waiting\s+list|lists?|register|scheme|club|team|group|queue))\b",
    re.IGNORECASE,
)
# A threat that hangs on something stays one, whatever its verb.
_FOR_GOOD: Final = re.compile(r"\b(?:permanently|without|if|unless|otherwise|failing|or|not)\b", re.IGNORECASE)


# "Will be terminated effective 5 May": on 5 May.
_EFFECTIVE: Final = re.compile(r"\s+effective\s+(?!immediately|from|as\b|on\b|upon)(?=\S)", re.IGNORECASE)


def _no_longer(match: re.Match[str]) -> str:
    """ "You will no longer be on the list"; of several courses: "your place on all courses will end"."""
    on = "in" if re.match(r"class|club|team|group|queue", match["noun"], re.IGNORECASE) else "on"
    if match["will"].lower() == "will" and not match["how"] and not match["where"].lower().startswith("all"):
        return f"{match.group()[:3]} will no longer be {on} {match['where']}"
    place = "Your place" if match.group()[0].isupper() else "your place"
    return f"{place} {on} {match['where']} {match['will']} {match['how'] or ''}end"


def as_it_will_be(flagged: Flagged) -> Iterator[Wording]:
    """The end of a thing as its end, and a suspension as a rest."""
    if _FOR_GOOD.search(flagged.text):
        return
    for pattern, verb in ((_ENDS, "end"), (_EARLY, "end early"), (_CLOSES, "close"), (_RESTS, _ON_HOLD)):
        for match in pattern.finditer(flagged.text):
            if flagged.touches(match) and (verb != _ON_HOLD or (is_pause(flagged) and rests(flagged, match.end() - 1))):
                told = f"{match['will']} {match['how'] or ''}{verb}"
                effective = _EFFECTIVE.match(flagged.text, match.end())
                end = effective.end() if effective else match.end()
                yield Wording(match.start("will"), end, f"{told} on " if effective else told, "phrase", "review")
    for match in flagged.matches(_SOME_REST):
        if is_pause(flagged) and rests(flagged, match.end() - 1) and not _RESTS.search(flagged.text):
            will = match["is"] or f"{match['will']} {match['how'] or ''}".rstrip()
            yield Wording(*match.span(), f"{will} {_ON_HOLD}", "phrase", "review")
    for match in _OUT_OF.finditer(flagged.text):
        if flagged.touches(match):
            told = _no_longer(match)
            yield Wording(match.start(), match.end(), told, "clause", "review")
