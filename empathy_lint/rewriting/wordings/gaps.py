"""Words that say nothing yet: a gap for the thing, the reason or the date that the reader is waiting for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, cased
from empathy_lint.rewriting.help_gaps import CHOICE_GAP, ROUTE_GAP
from empathy_lint.rewriting.wordings.holds import is_pause, rests

_REASON: Final = re.compile(
    r"\b(?:for|due\s+to|because\s+of|owing\s+to)\s+(?:(?:a\s+number\s+of|various|certain|some|several|unforeseen|operational|technical|internal|administrative|security|a\s+variety\s+of)\s+)+(?:reasons?|difficult(?:y|ies)|issues?|problems?|constraints|circumstances|events)\b"
    r"|\b(?:due\s+to|because\s+of|owing\s+to)\s+(?:circumstances|events|factors|reasons)\s+(?:beyond|outside)\s+our\s+control\b",
    re.IGNORECASE,
)
_SOON: Final = re.compile(
    r"\bin\s+(?:due|that)\s+course(?:\s+of\s+time)?\b|\bin\s+the\s+(?:near|coming|foreseeable)\s+(?:future|time)\b"
    r"|\b(?:shortly|soon|as\s+soon\s+as\s+(?:possible|we\s+can)|when\s+possible|at\s+(?:our|the)\s+earliest\s+(?:convenience|opportunity))\b",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"\buntil\s+further\s+notice\b", re.IGNORECASE)
_TEAM: Final = re.compile(
    r"\b(?:the|our|a)\s+(?:relevant|appropriate|concerned|correct|right)\s+(?:team|department|person|colleagues?|people|unit|authority)\b",
    re.IGNORECASE,
)
_LOOKING: Final = re.compile(r"[.!]?\s*\Z")
_PROTECTS: Final = re.compile(r"\Afor\s+(?:your\s+)?security\s+reasons?,\s*(?=(?:we|you|your|the)\b)", re.IGNORECASE)
_APPLIES: Final = re.compile(r"\Awhere\s+(?:applicable|appropriate),\s*(?=(?:we|you|your|the)\b)", re.IGNORECASE)
_AND_OR: Final = re.compile(r"\band/or\b", re.IGNORECASE)
_SAYS_NOTHING: Final = frozenset({"find-the-money", "act-now"})
# What the reader is said to have known, or to owe, is more than a reproach.
_SAYS_SOMETHING: Final = re.compile(
    r"\b(?:that\s+you|balance|amount|payments?|instal?ments?|bills?|invoices?|arrears|entitled|due"
    r"|result\s+in|lead\s+to|means?\s+that|lose|disconnect\w*|suspen\w+|clos\w+|cancel\w*|fees?|charges?|court)\b",
    re.IGNORECASE,
)
# Nobody gets back by a reply what others still decide on.
_UNDECIDED: Final = re.compile(r"\b(?:pending|review\w*|investigat\w+|decision|hearing)\b", re.IGNORECASE)
# What is kept or avoided by it is news.
_FOR_WHAT: Final = re.compile(r"\bto\s+(?:avoid|prevent|stop|keep)\b|\bor\s+(?:else\b|we|you|your|it)\b", re.IGNORECASE)
_NO_MORE: Final = re.compile(
    r"\A\W*no\s+(?:(?:further|more|other)\s+)?(?:chances?|warnings?|reminders?|excuses?)\b",
    re.IGNORECASE,
)


def with_reason(flagged: Flagged) -> Iterator[Wording]:
    """Vague words in plain ones; a gap for the reason."""
    for pattern, text in ((_PROTECTS, "To keep your account safe, "), (_APPLIES, "If this applies to you, ")):
        match = pattern.match(flagged.text)
        if match and flagged.start < match.end():
            yield Wording(*match.span(), text, "phrase", "review")
    for match in _AND_OR.finditer(flagged.text):
        if flagged.start <= match.start() < flagged.end:
            yield Wording(*match.span(), "or", "word", "review")
    for match in _REASON.finditer(flagged.text):
        if flagged.touches(match):
            text = "because [say why]"
            yield Wording(*match.span(), cased(match, text), "phrase", "review")


def with_date(flagged: Flagged) -> Iterator[Wording]:
    """Open ends: a gap for the date, the team or what comes next."""
    for pattern, text in ((_SOON, "by [date]"), (_UNTIL, "until [date]"), (_TEAM, "[name of the person or team]")):
        for match in pattern.finditer(flagged.text):
            if flagged.touches(match):
                yield Wording(*match.span(), capital(text) if match.start() == 0 else text, "phrase", "review")
    yield from _added(flagged, "You will hear from us by [date].")


def with_route(flagged: Flagged) -> Iterator[Wording]:
    """A closed mailbox: the way that is open, beside it."""
    yield from _added(flagged, f"To reach us, {ROUTE_GAP}.")


def with_choice(flagged: Flagged) -> Iterator[Wording]:
    """A decision: the choice that the reader still has, beside it."""
    yield from _added(flagged, f"If that does not suit you, {CHOICE_GAP}.")


def with_way_back(flagged: Flagged) -> Iterator[Wording]:
    """News of a stop: how to get it back, beside it."""
    stopped = re.search(
        r"\b(?:has|have|is|are|was|were)\s+(?:now\s+|also\s+|currently\s+)?(?:been\s+)?(?:now\s+|automatically\s+|temporarily\s+)?(?P<what>suspended|frozen)\b",
        flagged.text,
        re.IGNORECASE,
    )
    if stopped is None or flagged.is_label or _UNDECIDED.search(flagged.text):
        return
    if flagged.touches(stopped) and is_pause(flagged) and rests(flagged, stopped.start("what")):
        tail = flagged.text[stopped.end() :]
        end = len(flagged.text)
        text = flagged.text[stopped.start() : stopped.start("what")] + "on hold" + tail
        text = re.sub(r"\bbeen\s+on hold", "been put on hold", text)
        text = text.rstrip()
        yield Wording(
            stopped.start(),
            end,
            f"{text if text.endswith(('.', '!', ':')) else text + '.'} If you have questions about this, {ROUTE_GAP}.",
            "sentence",
            "review",
        )


# What is asked with a push is still asked: "renew now before it's too late".
_ASKS: Final = re.compile(
    r"\W*(?:please\s+)?(?:renew|pay|update|confirm|verify|reply|respond|call|contact|send|return|submit|complete|sign|register|upload|settle)\b",
    re.IGNORECASE,
)


def left_out(flagged: Flagged) -> Iterator[Wording]:
    """A sentence that only hurries or wants a favour: the block without it."""
    is_favour = flagged.finding.rule == "survey-in-hardship"
    says_nothing = flagged.finding.entry in _SAYS_NOTHING or is_favour
    if (
        (says_nothing or _NO_MORE.match(flagged.text))
        and (is_favour or not _SAYS_SOMETHING.search(flagged.text))
        and len(flagged.block.prose.split()) >= len(flagged.text.split()) + 4
        and not flagged.holds_placeholder
        and not flagged.is_label
        and not _FOR_WHAT.search(flagged.text)
        and not (_ASKS.match(flagged.text) and not is_favour)
    ):
        yield flagged.whole("", "review")


def _added(flagged: Flagged, sentence: str) -> Iterator[Wording]:
    """A sentence after this one."""
    match = _LOOKING.search(flagged.text)
    if match and not flagged.is_label and flagged.text.rstrip()[-1:] not in ":,":
        end = len(flagged.text.rstrip())
        stop = "" if flagged.text.rstrip().endswith((".", "!", "?")) else "."
        yield Wording(end, end, f"{stop} {sentence}", "insert", "review")
