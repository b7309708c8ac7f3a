"""That the reader was told before, as what we did: "you were asked to", "letters have gone unanswered", "despite"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital

_LETTERS: Final = (
    r"(?:reminders?|letters?|e-?mails?|calls?|requests?|notices?|messages?|attempts?|warnings?|texts?|invitations?|visits?"
    r"|statements?|notifications?|follow[- ]?ups?|correspondence|phone\s+calls?|contacts?)"
)
_CHANCES: Final = (
    r"(?:ample|every|plenty\s+of|sufficient|more\s+than\s+enough|adequate|numerous|several|repeated|many|due|fair|full|a\s+number\s+of|enough)\s+"
    r"(?:\w+\s+)?(?:opportunit(?:y|ies)|notice|notification|warnings?|time|chances?|reminders?|prior\s+notice)"
)
_GIVEN: Final = re.compile(
    rf"\A(?P<lead>\W*)(?:(?:despite|after)\s+(?:being|having\s+been)|having\s+been)\s+(?:given|sent|offered|afforded|allowed)\s+{_CHANCES}[^,.;:\d]{{0,60}},\s*",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    r"(?:,\s*)?\b(?:despite|in\s*spite\s+of|notwithstanding)\s+(?P<which>our|the|my)\s+(?:(?:previous|earlier|recent)\s+)?(?:letters?|e-?mails?|reminders?|notices?|messages?)\s+"
    r"(?:of|dated|from|in)\s+(?P<when>(?:\d|[A-Z])[^.,;!?]{2,40}?)(?P<stop>[.!]?)\s*\Z"
)
_MONTHS: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TOLD: Final = re.compile(
    r"\byou\s+(?P<have>were|have\s+been|had\s+been)\s+(?P<adverbs>(?:(?:already|also|repeatedly|previously|clearly|first|then|twice|always)\s+)*)"
    r"(?P<told>told|asked|reminded|informed|advised|notified|warned|requested|instructed|contacted|sent)\b(?P<rest>[^.;!?]*)",
    re.IGNORECASE,
)
_TELL: Final = {
    "told": ("told you", "tell"),
    "asked": ("asked you", "ask"),
    "requested": ("asked you", "ask"),
    "instructed": ("asked you", "ask"),
    "reminded": ("reminded you", "remind"),
    "informed": ("told you", "tell"),
    "advised": ("told you", "tell"),
    "notified": ("told you", "tell"),
    "contacted": ("contacted you", "contact"),
}
_AS_TOLD: Final = re.compile(
    r"(?P<comma>,\s*)?\bas\s+you\s+(?:were|have\s+been|had\s+been)\s+(?:(?:already|repeatedly|previously|also|clearly)\s+)*"
    r"(?:told|warned|informed|advised|notified|reminded)\b(?P<when>\s+(?:when|in|on|at|by|before|during)\b[^.,;:!?]*)?(?P<end>\s*[.,;!]|\s*\Z)",
    re.IGNORECASE,
)
_AS_AGREED: Final = re.compile(
    r",?\s*\b(?:as|which)\s+you\s+(?:(?:well|already|also|yourself|clearly|freely|expressly)\s+)*(?:agreed|accepted|know|knew|signed|consented|confirmed|are\s+(?:well\s+|fully\s+)?aware)"
    r"(?P<rest>(?:\s+(?:to|in|at|when|on|by)\b[^.,;:!?]*)?)(?=\s*(?:[.;!]|\Z))",
    re.IGNORECASE,
)
_SILENCE: Final = re.compile(
    rf"\b(?P<what>(?:(?:our|the|all|two|three|four|five|several|\d+|my|earlier|previous|these|both)\s+)+{_LETTERS}(?:\s+and\s+{_LETTERS})?)\s+(?P<have>have|has|had)?\s*(?:all\s+)?(?:gone|remained?|been|went|were|are|was)\s+"
    r"(?:unanswered|ignored|disregarded|without\s+(?:reply|answer|response))\b",
    re.IGNORECASE,
)
_NO_REPLY: Final = re.compile(
    r"(?P<comma>,\s*)?\b(?P<how>no|without)\s+(?:any\s+)?(?:reply|response|answer)\s+having\s+been\s+(?:received|had)(?P<to>\s+to\s+(?:our|the|any|these)\s+[\w\s-]{3,30}?)?(?=\s*(?:[.,;]|\Z))",
    re.IGNORECASE,
)
_MAILED: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<count>(?:a|an|one|two|three|four|five|several|our|your|the|\d+)\s+)?(?:(?:prior|previous|earlier|past|other|further)\s+){1,2}"
    r"(?P<what>reminders?|letters?|e-?mails?|notices?|messages?|statements?|invoices?|texts?|warnings?)\s+"
    r"(?:was|were|has\s+been|have\s+been)\s+(?:mailed|sent|issued|posted|e-?mailed|delivered)(?:\s+to\s+you)?(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
_TIMES: Final = {
    "a": "",
    "an": "",
    "one": "",
    "our": "",
    "your": "",
    "the": "",
    "": "",
    "two": " twice",
    "several": " several times",
}


def told_before(flagged: Flagged) -> Iterator[Wording]:
    """What was said before, as our own act, or left out where it adds nothing."""
    for found in (_mailed, _asked, _as_said, _silence, _on_its_own, _left_out):
        yield from found(flagged)


def _change(match: re.Match[str], text: str, end: int | None = None) -> Wording:
    opens = match.group()[:1].isupper()
    return Wording(
        match.start(), match.end() if end is None else end, capital(text) if opens else text, "clause", "review"
    )


def _mailed(flagged: Flagged) -> Iterator[Wording]:
    """ "Two prior statements were mailed": we have written to you about this twice before."""
    match = _MAILED.match(flagged.text)
    if match and not flagged.is_label:
        count = (match["count"] or "").strip().lower()
        times = _TIMES.get(count, f" {count} times")
        yield flagged.whole(f"{match['lead']}We have written to you about this{times} before{match['stop'] or '.'}")


def _asked(flagged: Flagged) -> Iterator[Wording]:
    """ "You were asked to tell us why": we asked you to tell us why."""
    for match in flagged.matches(_TOLD):
        before = flagged.text[: match.start()]
        if (
            not re.search(r"(?:\A\W*|[.;:,–—]\s*|\b(?:and|but|so|because|since)\s+)\Z", before, re.IGNORECASE)
            or match["told"].lower() not in _TELL
        ):
            continue
        if re.search(r"\bby\s+(?:the|your|our|a|an|\w+['’]s)\b|\bwrong", match["rest"], re.IGNORECASE):
            continue  # somebody else told them
        told, _ = _TELL[match["told"].lower()]
        have = {"were": "", "have been": "have ", "had been": "had "}[" ".join(match["have"].lower().split())]
        adverbs = re.sub(r"\b(?:repeatedly|clearly|always)\s+", "", match["adverbs"])
        yield _change(match, f"we {have}{adverbs}{told}", match.start("rest"))


def _as_said(flagged: Flagged) -> Iterator[Wording]:
    """ "As you were told when you booked": as we said when you booked."""
    for match in flagged.matches(_AS_TOLD):
        if match["when"]:
            text = f"{match['comma'] or ''}as we said{match['when']}"
            yield _change(match, text, match.start("end"))
        elif match["comma"] or match["end"].strip() == ",":
            yield Wording(match.start(), match.start("end"), "", "clause", "review")


def _silence(flagged: Flagged) -> Iterator[Wording]:
    """ "Three letters have gone unanswered": we have not had a reply to three letters."""
    for match in flagged.matches(_SILENCE):
        have = "had" if (match["have"] or "").lower() == "had" else "have"
        yield _change(match, f"we {have} not had a reply to {match['what'][:1].lower()}{match['what'][1:]}")
    for match in flagged.matches(_NO_REPLY):
        yield _change(match, f"{match['comma'] or ''}as we have not had a reply{match['to'] or ''}")


def _on_its_own(flagged: Flagged) -> Iterator[Wording]:
    """ "It is unpaid despite our letters of May": it is unpaid. We wrote to you about this in May."""
    match = _DATED.search(flagged.text)
    if match is None or not flagged.touches(match) or match.start() < 8:
        return
    day = "in" if re.match(_MONTHS, match["when"]) and not re.search(r"\d", match["when"]) else "on"
    text = f". We wrote to you about this {day} {match['when']}{match['stop'] or '.'}"
    start = len(flagged.text[: match.start()].rstrip())
    yield Wording(start, len(flagged.text.rstrip()), text, "sentence", "review")


def _left_out(flagged: Flagged) -> Iterator[Wording]:
    """ "Despite being given ample opportunity," and "as you agreed" add nothing."""
    for match in flagged.matches(_GIVEN):
        yield Wording(match.end("lead"), match.end(), "", "clause", "review")
    for match in flagged.matches(_AS_AGREED):
        if len(flagged.text[: match.start()].split()) >= 4:
            yield Wording(*match.span(), "", "clause", "review")
