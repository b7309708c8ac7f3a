"""What a condition about what goes wrong wants done: "if the payment fails again", "if you break the plan"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re

# Whoever is at fault: the payment only has to go through.
_FAILS: Final = re.compile(
    r"\A(?P<what>(?:your|the|this|that|a|any|another)\s+(?:[\w-]+\s+){0,2}?(?:payment|instal?ment|direct\s+debit|charge))\s+"
    r"(?:fails|bounces|is\s+(?:returned|declined|refused|rejected|unsuccessful|dishonou?red)"
    r"|(?:does\s+not|doesn['’]t)\s+(?:go\s+through|clear)|(?:cannot|can['’]t)\s+be\s+(?:taken|collected))(?:\s+again)?"
    r"(?P<rest>(?:\s+on\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_DECLINES: Final = re.compile(
    r"\Ayour\s+(?:bank|card)\s+(?:(?:company|issuer)\s+)?(?:declines|refuses|rejects|returns)\s+"
    r"(?P<what>(?:the|your|this|a)\s+(?:\w+\s+)?(?:payment|instal?ment|direct\s+debit|charge))(?:\s+again)?(?P<rest>)\Z",
    re.IGNORECASE,
)
_MISSES: Final = re.compile(
    r"\Ayou\s+(?:miss|skip)\s+(?P<which>an?|any|another|one|the\s+next|your\s+next|this|the|your|further|any\s+further|any\s+more|more)\s+"
    r"(?P<what>(?:\w+\s+)?(?P<noun>payments?|instal?ments?|appointments?|interviews?|hearing))(?P<rest>(?:\s+(?:on|at)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_BREAKS: Final = re.compile(
    r"\Ayou\s+(?:break|breach|depart\s+from|default\s+on)\s+(?P<what>(?:the|this|your|our|any)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:agreement|arrangement|plan|terms|conditions|rules|order|contract))(?:\s+again)?\Z",
    re.IGNORECASE,
)
# What is measured, and how far it may go.
_FALLS: Final = re.compile(
    r"\A(?P<what>(?:your|the)\s+(?:[\w'’-]+\s+){0,3}?(?:rating|score|balance|attendance|average|grade|usage|weight|temperature|level|rate))\s+"
    r"(?:(?P<below>(?:falls|drops|goes|is|dips)\s+(?:below|under))|(?:rises|goes)\s+above|exceeds|is\s+(?:over|above))\s+(?P<mark>[^\s,]*\d[^\s,]*)\Z",
    re.IGNORECASE,
)
_IGNORES: Final = re.compile(
    r"\Ayou\s+ignore\s+(?P<what>(?:this|our|the)\s+(?:letter|message|email|e-mail|notice|reminder|request))\Z",
    re.IGNORECASE,
)
_CHOOSES_NOT: Final = re.compile(
    r"\Ayou\s+(?:choose|decide|prefer)\s+not\s+to\s+(?P<do>(?:pay|reply|respond|contact|renew|return|send|register|attend|complete)\b.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_STOPS: Final = re.compile(r"\Ayou\s+stop\s+(?P<do>paying|making\s+payments?|attending)\b(?P<rest>.*)\Z", re.IGNORECASE)
_ONE_OF_MANY: Final = frozenset({"a", "an", "any", "another", "one", "further", "any further", "any more", "more"})


def asked_to_go_right(condition: str) -> str | None:
    """The condition turned round, as a request; None where it is of another kind."""
    for pattern, ask in _SHAPES:
        match = pattern.match(condition)
        if match:
            return ask(match)
    return None


def _goes_through(match: re.Match[str]) -> str:
    what = re.sub(r"\A(?:a|any|another)\s+", "your ", match["what"], flags=re.IGNORECASE)
    return f"Please make sure that {what} goes through{match['rest']}"


def _kept(match: re.Match[str]) -> str | None:
    which, noun = match["which"].lower(), match["noun"].lower()
    single = noun.rstrip("s")
    if which in _ONE_OF_MANY:
        if match["rest"]:
            return None
        verb, tail = ("make", " on time") if single in ("payment", "instalment", "installment") else ("keep", "")
        what = re.sub(rf"{noun}\Z", single, match["what"], flags=re.IGNORECASE)
        return f"Please {verb} each {what}{tail}"
    verb = "make" if single in ("payment", "instalment", "installment") else "attend"
    return f"Please {verb} {match['which']} {match['what']}{match['rest']}"


def _at_mark(match: re.Match[str]) -> str:
    return f"Please keep {match['what']} at {match['mark']} or {'above' if match['below'] else 'below'}"


def _in_keeping(match: re.Match[str]) -> str:
    return f"Please keep to {re.sub(r'^any ', 'the ', match['what'], flags=re.IGNORECASE)}"


_Ask = Callable[[re.Match[str]], str | None]
_SHAPES: Final[tuple[tuple[re.Pattern[str], _Ask], ...]] = (
    (_FAILS, _goes_through),
    (_DECLINES, _goes_through),
    (_MISSES, _kept),
    (_BREAKS, _in_keeping),
    (_FALLS, _at_mark),
    (_IGNORES, lambda match: f"Please reply to {match['what']}"),
    (_CHOOSES_NOT, lambda match: f"Please {match['do']}"),
    (_STOPS, lambda match: f"Please keep {match['do']}{match['rest']}"),
)
