"""Words of danger, crime and ruin in quiet ones that say as much: "is an offence", "shows on your credit file".

How sure a thing is, how long it lasts and who may do it all stay. What has no quiet word as true is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.wordings.holds import is_pause

Tell = Callable[[re.Match[str]], str]

_FILE: Final = r"your\s+(?:credit\s+)?(?:file|record|report|history)\b"
_MONEY: Final = (
    r"(?:(?:any|additional|further|extra|legal|court|late|civil)\s+)*(?:damages|costs|charges|fees|fines|penalties)\b"
)
_SHOWS: Final = {"stay": "show", "stays": "shows", "remain": "show", "remains": "shows"}
_AFFECTS: Final = {
    "e": "affect", "es": "affects", "ed": "affected", "ing": "affecting",
}  # fmt: skip


def _with(text: str) -> Tell:
    return lambda match: match.expand(text)


def _stays(match: re.Match[str]) -> str:
    return f"{_SHOWS[match['stay'].lower()]} on {match['file']} for"


def _could_affect(match: re.Match[str]) -> str:
    return f"{match['can'] or 'could '}affect {match['what']}"


def _jeopardised(match: re.Match[str]) -> str:
    return _AFFECTS[match["end"].lower()]


def _not_in_line(match: re.Match[str]) -> str:
    if match["modal"]:  # what is said of what may come keeps what it would be
        return f"{match['modal']}break"
    be = {"s": "is", "d": "was"}.get(match["end"].lower(), "are")
    return f"{be} not in line with"


def _whether(match: re.Match[str]) -> str:
    return f"affect{'s' if match['s'] else ''} whether you can {match['get'].lower()}"


def _no_more(match: re.Match[str]) -> str:
    return f"{match['will']} no longer be recoverable{' from' if match['on'] else ''}"


_QUIET: Final[tuple[tuple[re.Pattern[str], Tell], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), tell)
    for pattern, tell in (
        # What a thing is by law.
        (r"\bis\s+a\s+crime\b", _with("is against the law")),
        (r"\b(?P<what>offen[cs]e|misdemeanou?r|felony)\s+punishable\s+under\b", _with(r"\g<what> under")),
        (r"\bis\s+punishable\s+under\b", _with("is an offence under")),
        (
            r"\b(?P<what>offen[cs]e|misdemeanou?r)\s+punishable\s+by\s+(?=an?\s+fine\b)",
            _with(r"\g<what> that carries "),
        ),
        (
            r"\b(?P<modal>(?:will|would|shall|may|might|can|could|must)\s+(?:also\s+)?)?constitute(?P<end>s|d|)\s+(?:a\s+)?(?:serious\s+|material\s+|clear\s+|fundamental\s+)?breach\s+of\b",
            _not_in_line,
        ),
        (
            r"\b(?P<what>(?:case|complaint|report|file|enquiry|inquiry)\s+(?:has\s+been|was|is)\s+(?:now\s+)?(?:opened|raised|made|received))\s+against\s+(?=you\b|your\b)",
            _with(r"\g<what> about "),
        ),
        # What shows on a file, and who can see it.
        (rf"\b(?P<stay>stays?|remains?)\s+on\s+(?P<file>{_FILE})\s+for\b", _stays),
        (
            r"\bwill\s+(?:also\s+)?be\s+(?:seen\s+by|visible\s+to)\s+(?=(?:(?:every|all|any|future|other|prospective)\s+)*(?:lenders?|landlords?|employers?|creditors?|insurers?|companies)\b)",
            _with("can be seen by "),
        ),
        (rf"\ba\s+black\s+mark\s+(?:on|to|against)\s+(?={_FILE})", _with("an entry on ")),
        (
            r"\bmake(?P<s>s)?\s+it\s+(?:much\s+|even\s+)?(?:harder|hard|difficult|more\s+difficult)\s+(?:for\s+you\s+)?to\s+(?P<get>get|obtain|rent|borrow|find|open)\b",
            _whether,
        ),
        # What is put in danger, and what it comes to.
        (
            r"\b(?P<can>(?:can|could|may|might|will)\s+)?puts?\s+(?P<what>(?:your|the|our|this|their)\s+[^,;:.]{3,60}?)\s+(?:at\s+(?:serious\s+|real\s+)?risk|in\s+(?:serious\s+)?(?:jeopardy|danger|peril))\b(?!\s+of)",
            _could_affect,
        ),
        (r"\bjeopardi[sz](?P<end>ed|es|e|ing)\b", _jeopardised),
        (
            rf"\b(?:(?:can|could|may|might)\s+)?expose(?:s)?\s+you\s+to\s+(?={_MONEY})",
            _with("can mean that you have to pay "),
        ),
        (
            r"\b(?P<will>will|may|might|could)\s+be\s+(?:(?:irretrievably|irreversibly|permanently)\s+(?:lost|destroyed)|lost\s+(?:forever|for\s+ever|for\s+good|permanently))\b(?P<on>\s+on\b)?",
            _no_more,
        ),
        # What is taken down, or at the door.
        (
            r"\b(?P<what>(?:listing|post|review|comment|advert|ad|video|photo|page|profile|content|submission|story)(?:s)?(?:\s+[\"“][^\"”]{1,60}[\"”])?)(?P<be>\s+(?:has|have|was|were|is|are)(?:\s+been)?(?:\s+automatically)?)?\s+removed(?=\s*(?:[.!:–—-]|\Z|(?:because|for|as|due|since|by)\b|from\s+(?:the|our)\s+(?:site|website|app|platform|marketplace|store)))",
            lambda match: f"{match['what']}{match['be'] or ''} taken down",
        ),
        (r"\bbailiffs\s+at\s+(?:your|the)\s+door\b", _with("a visit from bailiffs")),
        (
            r"\bbailiffs\s+(?P<will>may|will|could|might)\s+be\s+at\s+your\s+door\b",
            _with(r"bailiffs \g<will> visit you"),
        ),
    )
)

_PAUSED: Final = re.compile(
    r"\b(?P<lead>(?:leads?|lead)\s+to|results?\s+in|means?)\s+(?:the\s+)?(?P<what>(?:your\s+)?(?:account|service|card|registration|access|membership))\s+suspension\b",
    re.IGNORECASE,
)


def in_quiet_words(flagged: Flagged) -> Iterator[Wording]:
    """Each loud word that was flagged as the quiet one, and where there are more, all of them at once."""
    paused = ((_PAUSED, _with(r"\g<lead> \g<what> being put on hold")),) if is_pause(flagged) else ()
    found = sorted(
        (*match.span(), _told(flagged, match, tell))
        for pattern, tell in (*_QUIET, *paused)
        for match in _in(flagged, pattern)
    )
    for start, end, text in found:
        if start < flagged.end and flagged.start < end:
            yield Wording(start, end, text, "phrase", "review")
    apart = all(one[1] <= two[0] for one, two in pairwise(found))
    if len(found) > 1 and apart and any(row[0] < flagged.end and flagged.start < row[1] for row in found):
        written, at = "", found[0][0]
        for start, end, text in found:
            written += flagged.text[at:start] + text
            at = end
        yield Wording(found[0][0], at, written, "phrase", "review")


def _in(flagged: Flagged, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    return (row for row in pattern.finditer(flagged.text) if not flagged.has_placeholder(*row.span()))


def _told(flagged: Flagged, match: re.Match[str], tell: Tell) -> str:
    text = tell(match)
    if match.group().isupper():
        return text.upper()
    opens = match.group()[0].isupper() and not re.search(r"\w", flagged.text[: match.start()])
    return capital(text) if opens else text
