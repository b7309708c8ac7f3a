"""Last notices, counted reminders, only chances: told without keeping count against the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, cased, replaced, small
from empathy_lint.rewriting.word_fit import OR_ELSE
from empathy_lint.rewriting.wordings.obligations import ACTS

# That a notice is the last one is a fact; of a reminder it is a push.
_LAST: Final = re.compile(
    r"\b(?:(?:(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)\s+(?:and|&)\s+)?(?:final|last))\s+(?=(?:\w+\s+)?reminder\b(?!\s+(?:you|we|that|I)\b))",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\A(?:\w+\s+)?reminder\b", re.IGNORECASE)
# How often somebody was told before says nothing on what is to be done now.
_COUNTED: Final = re.compile(
    r"\b(?P<the>(?:this\s+is\s+)?(?:the|your|our|a)\s+)?(?:second|third|fourth|2nd|3rd|4th)\s+"
    r"(?P<what>(?:overdue|arrears|payment|late)\s+)?(?P<notice>notice|demand|warning)(?P<that>\s+that\b)?",
    re.IGNORECASE,
)
_LAST_TRY: Final = re.compile(
    r"\A(?P<lead>\W*)this\s+was\s+our\s+(?:last|final)\s+attempt\s+to\s+(?P<what>[^,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ONLY_CHANCE: Final = re.compile(
    r"\W*(?:this\s+is\s+(?:your|the|our)\s+)?(?:last|final)\s+(?:chance|call|opportunity)\W*\Z", re.IGNORECASE
)
# "This is a final notice regarding invoice 5": what it is about says more.
_ABOUT: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<what>this|this\s+(?:letter|email|message)|it)\s+(?:is|serves\s+as)\s+(?:an?|the|your|our)\s+"
    r"(?:(?:second|third|last|final|formal|official|urgent|written|overdue|payment)\s+(?:and\s+)?)+(?:notice|reminder|demand)\s+"
    r"(?:regarding|about|concerning|for|of|relating\s+to|with\s+regard\s+to|in\s+respect\s+of)\s+(?P<rest>\w.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_LAST_CHANCE: Final = re.compile(
    r"\b(?:this\s+is\s+(?:your|the)|(?:we|I)\s+(?:are|am)\s+(?:now\s+)?(?:giving|offering)\s+you\s+(?:a|one))\s+(?:final|last|only)\s+"
    r"(?:opportunity|chance)\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"\b(?:before|by|until|till)\s", re.IGNORECASE)
_ATTENTION: Final = re.compile(
    r"\W*(?:thank\s+you|thanks)\s+(?:in\s+advance\s+)?for\s+your\s+(?:immediate|prompt|urgent|swift)\s+(?:attention|response|cooperation|action|payment)"
    r"(?:\s+(?:to|in|on|regarding)\s+(?:this|the)\s+(?:\w+\s+)?\w+)?\W*\Z",
    re.IGNORECASE,
)


# What was to be said with "final": that no other one follows.
_NOTICE: Final = r"(?P<what>notice|demand|warning|reminder|request|letter|message|email)"
_IS_LAST: Final = re.compile(
    rf"\A(?P<lead>\W*)(?:this|it)\s+is\s+(?:an?|the|your|our|my)\s+(?:(?P<count>second|third|fourth|fifth)\s+and\s+)?(?:final|last)\s+"
    rf"(?P<kind>(?:overdue|arrears|payment|written|formal)\s+)?{_NOTICE}(?P<rest>\b[^;:]*?)(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_TITLE: Final = re.compile(
    rf"\A(?P<lead>\W*)(?:final|last)\s+(?P<kind>(?:overdue|arrears|payment)\s+)?{_NOTICE}(?:\s*(?P<sign>[:,–—-])\s*(?P<about>[A-Za-z].*?))?(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NAMED: Final = {"demand": "request", "warning": "reminder"}
# "Before disconnection", "before legal action": what comes next is a fact, and has its own sentence.
_BEFORE: Final = re.compile(
    r"\A\s+(?:before|prior\s+to)\s+(?P<next>(?:your\s+|the\s+)?(?:legal\s+action|legal\s+proceedings|disconnection|suspension|termination|cancellation|closure|eviction|collection"
    r"|court\s+action|debt\s+collection))(?P<of>\s+of\s+[^.,;]+)?\Z",
    re.IGNORECASE,
)
_TO_DO: Final = re.compile(r"\A\s+(?:to|that|about|for|regarding|concerning|on)\s", re.IGNORECASE)


def _no_other_follows(flagged: Flagged) -> Iterator[Wording]:
    """ "This is our final notice": we will not send another one. "The third and last of our notices that …"."""
    match = _IS_LAST.match(flagged.text)
    if match and flagged.touches(match):
        what = match["what"].lower()
        name = f"{(match['kind'] or '').lower()}{_NAMED.get(what, what)}"
        stop = match["stop"].replace("!", ".") or "."
        rest = match["rest"]
        following = _BEFORE.match(rest)
        if not rest.strip():
            yield flagged.whole(f"{match['lead']}We will not send another {name}{stop}")
        elif following:
            step = f"{small(following['next'])}{following['of'] or ''}"
            yield flagged.whole(f"{match['lead']}The next step after this {name} is {step}{stop}")
        elif _TO_DO.match(rest) and (match["count"] or what != "reminder"):
            count = f"{match['count'].lower()} and " if match["count"] else ""
            yield flagged.whole(f"{match['lead']}This is the {count}last of our {name}s{rest}{stop}")
    title = _TITLE.match(flagged.text)
    if title and flagged.touches(title) and not (title["about"] and flagged.text.isupper()):
        yield from _titled(flagged, title)


def _titled(flagged: Flagged, match: re.Match[str]) -> Iterator[Wording]:
    """ "Final notice: invoice 12 is overdue": invoice 12 is overdue, and no other notice follows."""
    what = match["what"].lower()
    name = f"{(match['kind'] or '').lower()}{_NAMED.get(what, what)}"
    if match["about"] is None:
        if flagged.is_label or flagged.has_company or not match["stop"]:
            yield flagged.whole(f"{match['lead']}The last of our {name}s{match['stop'].replace('!', '')}")
    elif not OR_ELSE.search(match["about"]) and not flagged.has_placeholder(
        match.start("about"), match.start("about") + 1
    ):
        about = capital(match["about"])
        if about.split()[0].lower() in ACTS:
            about = f"Please {small(about)}"
        if flagged.is_label:
            yield flagged.whole(f"{match['lead']}{about} (the last of our {name}s)")
        else:
            yield flagged.whole(f"{match['lead']}{about}. This is the last of our {name}s.")


def _last_of_ours(flagged: Flagged, last: re.Match[str]) -> Iterator[Wording]:
    """ "This is the last of our reminders": that no other one comes is a fact, and stays."""
    its = re.search(
        r"\b(?:this\s+is|it\s+is)\s+(?P<the>an?|the|your|our|my)\s+\Z", flagged.text[: last.start()], re.IGNORECASE
    )
    noun = re.match(r"(?:\w+\s+)?reminder", flagged.text[last.end() :], re.IGNORECASE)
    if its and noun:
        told = f"the last of our {noun.group().lower()}s"
        yield Wording(its.start("the"), last.end() + noun.end(), told, "phrase", "review")


def without_count(flagged: Flagged) -> Iterator[Wording]:
    """What is told without how often it was told before, and without that it was the last time."""
    if _ONLY_CHANCE.match(flagged.text) and flagged.has_company and not flagged.is_label:
        yield flagged.whole("", "safe")  # the message says all that matters without it
    if _ATTENTION.match(flagged.text) and flagged.has_company:
        yield flagged.whole("")
    yield from _no_other_follows(flagged)
    about = _ABOUT.match(flagged.text)
    if about and not re.search(r"\b(?:last|final)\b", about.group().split(about["rest"])[0], re.IGNORECASE):
        yield flagged.whole(f"{about['lead']}{capital(about['what'])} is about {about['rest']}")
    for match in flagged.matches(_LAST_CHANCE):
        # That it is the last one is said by what comes behind: "before we close the file", "until Friday".
        if _ENDS.search(flagged.text[match.end() :]):
            yield replaced(flagged, match, "you can still ", "review")
    for match in flagged.matches(_LAST):
        # A heading that says nothing but "FINAL REMINDER" would say less.
        if re.search(r"\w", flagged.text[: match.start()] + _BARE.sub("", flagged.text[match.end() :])):
            yield from _last_of_ours(flagged, match)
    for match in flagged.matches(_COUNTED):
        the, what = match["the"] or "", (match["what"] or "").lower()
        announces = match["that"] and the.lower().startswith("this")
        text = "this is a reminder that" if announces else f"{the}{what}notice{match['that'] or ''}"
        yield Wording(*match.span(), cased(match, text), "phrase", "review")
    last = _LAST_TRY.match(flagged.text)
    if last:
        yield flagged.whole(f"{last['lead']}We will not try to {last['what']} again{last['stop']}")
