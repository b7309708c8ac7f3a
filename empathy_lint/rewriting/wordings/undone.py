"""What the condition of a sanction wants done, as a request: "if you do not pay" is "please pay"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.rewriting.fitting import article
from empathy_lint.rewriting.unforced import is_many
from empathy_lint.rewriting.wordings.going_wrong import asked_to_go_right
from empathy_lint.rewriting.wordings.obligations import ACTS

_UNDONE: Final = re.compile(
    r"\Ayou\s+(?:do\s+not|don['’]t|fail\s+to|(?:have\s+not|haven['’]t)(?=\s+(?:paid|replied|called|contacted)))\s+(?P<rest>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_YOU: Final = re.compile(
    r"\Ayou\s+(?P<rest>(?:pay|reply|respond|call|contact|send|return|complete|make|confirm|clear|settle|provide|update|renew|sign|submit|register|tell|get|act)\b.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_RECEIVED: Final = re.compile(
    r"\A(?:we|I)\s+(?:(?:do\s+not|don['’]t|have\s+not|haven['’]t|did\s+not)\s+(?:receive|received|get|have|had)|are\s+not\s+in\s+receipt\s+of)"
    r"\s+(?P<what>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
# What is not there, told by a "no": "if no payment is received by 4 May".
_NO_THING: Final = re.compile(
    r"\Ano\s+(?:further\s+)?(?P<what>[a-z][\w'’-]*(?:\s+[a-z][\w'’-]*){0,3}?)\s+(?:is|are|has\s+been|have\s+been)\s+(?P<done>[a-z]+)"
    r"(?P<rest>(?:\s+(?:by|before|within|from|to|on)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_ANSWER: Final = re.compile(
    r"\A(?:an?|any|your|the)\s+(?:answer|reply|response)(?:\s+from\s+you)?(?P<rest>(?:\s+(?:by|before|within|to)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NO_EXCUSE: Final = re.compile(
    r"\Ayou\s+(?:do\s+not|don['’]t|fail\s+to|are\s+unable\s+to|cannot|can['’]t)\s+(?P<do>(?:attend|come|appear|take\s+part|arrive|join|be\s+there|go)"
    r"\b[^,;:]*?),?\s+(?:without|and\s+do\s+not\s+(?:give|have))\s+(?:an?\s+)?(?:good|valid|reasonable|proper|acceptable)\s+(?:reason|excuse|explanation|cause)\Z",
    re.IGNORECASE,
)
_THEY_NOT_RECEIVED: Final = re.compile(
    r"\A(?P<who>(?:the|our)\s+(?:\w+\s+)?\w+)\s+(?:does\s+not|doesn['’]t)\s+(?P<verb>receive|get|hear)\s+(?P<what>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
# What is owed, and what is done about it.
_SUM: Final = (
    r"(?P<what>(?:(?:your|the|this|that|any)\s+)*(?:(?:full|outstanding|overdue|remaining|total|minimum|unpaid)\s+)*"
    r"(?:cleared\s+funds|funds|payment|balance|bill|invoice|amount|sum|account|fee|instalment|installment|rent|debt|arrears|it)"
    r"(?:\s+of\s+\S+)?)\s+"
)
_SETTLED: Final = r"(?P<done>paid|made|received|cleared|settled|discharged)\b(?P<rest>.*)\Z"
# What has to come, whatever it is: "unless the form reaches us by 4 May".
_REACHES: Final = re.compile(
    r"\A(?P<what>(?:(?:your|the|this|these|those|all|any|a|an)\b|[£$€]\d)[^,;:()]*?)\s+(?P<verb>reach(?:es)?|arrives?|gets?\s+to|comes?\s+(?:in\s+)?to)(?P<rest>(?:\s+(?:us|our\s+\w+|the\s+\w+|here|at)\b)?(?:\s+(?:by|before|within|on|in)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_REACHES_NOT: Final = re.compile(
    r"\A(?P<what>(?:(?:your|the|this|these|those|any|a|an)\b|[£$€]\d)[^,;:()]*?)\s+(?:do(?:es)?\s+not|has\s+not|have\s+not|doesn['’]t|don['’]t)\s+(?P<verb>reach(?:ed)?|arrived?)(?P<rest>(?:\s+(?:us|our\s+\w+|the\s+\w+|here|at)\b)?(?:\s+(?:by|before|within|in)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
# What has to be as it should: "if the forms are incomplete".
_BETTER: Final = {
    "incomplete": "complete", "unsigned": "signed", "illegible": "legible", "unreadable": "readable",
    "invalid": "valid", "incorrect": "correct", "inaccurate": "accurate", "out of date": "up to date",
    "not complete": "complete",
    "not legible": "legible", "not valid": "valid", "not correct": "correct", "not up to date": "up to date",
    "not accurate": "accurate", "not clear": "clear", "unclear": "clear",
}  # fmt: skip
_BAD: Final = re.compile(
    rf"\A(?P<what>(?:your|the|any|this|these|it|they)(?:\s+[\w'’-]+){{0,4}}?)\s+(?P<be>is|are)\s+(?P<how>{'|'.join(_BETTER)})\Z",
    re.IGNORECASE,
)
_NEITHER: Final = re.compile(
    r"\Ayou\s+do\s+(?:neither|none\s+of\s+these)(?:\s+of\s+these)?(?P<rest>(?:\s+(?:by|before|within)\b.*)?)\Z",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    rf"\A{_SUM}(?:is|are|has\s+been|have\s+been)\s+{_SETTLED}",
    re.IGNORECASE | re.DOTALL,
)
_NOT_HEARD: Final = re.compile(
    r"\A(?:(?:we|I)\s+(?:do\s+not|don['’]t|have\s+not|haven['’]t)\s+(?:hear|heard)|(?:we|I)\s+hear\s+nothing)(?:\s+back)?(?:\s+from\s+you)?(?P<rest>(?:\s+(?:by|before|within)\b.+)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_PAID: Final = re.compile(
    rf"\A{_SUM}(?:is|are|has|have)\s+(?:not|still\s+not|n['’]t)\s+(?:been\s+)?{_SETTLED}",
    re.IGNORECASE | re.DOTALL,
)
_STOP_WORDS: Final = re.compile(
    r"\b(?:as|which|that(?!\s+(?:date|day|time)\b)|because|who|where|owed|detailed)\b", re.IGNORECASE
)
_THING_UNDONE: Final = re.compile(
    r"\A(?P<what>(?:your|the|this|these|those|all|any|a|an|it|they)\b(?:\s+[\w'’/-]+){0,7}?|[a-z]+s)\s+(?:is|are|has|have|was|were)\s*(?:not|n['’]t)\s+"
    r"(?:been\s+)?(?P<done>\w+)(?P<rest>(?:\s+(?:by|before|within|on|to|with|current|up\s+to\s+date|above|below)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_THING_DONE: Final = re.compile(
    r"\A(?P<what>(?:your|the|this|these|those|all|each|every|an?|it|they)\b(?:\s+[\w'’/-]+){0,5}?)\s+(?:is|are|has\s+been|have\s+been)\s+"
    r"(?P<done>\w+)(?P<rest>(?:\s+(?:by|before|within|on|to|with|current|up\s+to\s+date|above|below)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
# "Unless medical evidence is supplied".
_BARE_DONE: Final = re.compile(
    r"\A(?P<what>(?!(?:good\s+|sufficient\s+)?cause\b)[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2}?)\s+(?:is|are|has\s+been|have\s+been)\s+"
    r"(?P<done>supplied|provided|sent|submitted|returned|completed|uploaded|shown|given|produced)"
    r"(?P<rest>(?:\s+(?:by|before|within|on|to|with|for)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_UNPAID: Final = re.compile(
    r"\A(?P<what>(?:your|the|this|any|an?)\s+(?:[\w-]+\s+){0,3}?(?:payment|balance|bill|invoice|amount|sum|account|fee|instalment"
    r"|installment|rent|debt|arrears))\s+(?:is|are|remains?)\s+(?:still\s+)?(?:unpaid|outstanding|overdue)"
    r"(?P<rest>(?:\s+(?:after|on|by)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_SAME: Final = re.compile(
    r"\A(?:you\s+(?:do\s+not|don['’]t)(?:\s+(?:do\s+(?:so|this|that|it)|act|comply))?|not"
    r"|this\s+is\s+not\s+(?:done|completed|received)|you\s+fail\s+to\s+(?:do\s+(?:so|this|that)|comply|act))(?P<rest>(?:\s+(?:by|before|within)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_RUNS_OUT: Final = re.compile(
    r"\A(?P<what>(?:your|the|this)\s+(?:[\w'’-]+\s+){1,3}?)(?P<ends>expires?|ends?|lapses?)\s+before\s+(?:you\s+(?P<verb>\w+)|(?P<doing>\w+ing))\s+(?P<thing>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_WE_RECEIVE: Final = re.compile(
    r"\A(?:we|I)\s+(?:receive|get|have\s+received)\s+(?P<what>.+)\Z", re.IGNORECASE | re.DOTALL
)
_NO_ACTION: Final = re.compile(
    r"\A(?:no\s+(?:further\s+)?action\s+is\s+taken|you\s+(?:take\s+no\s+action|do\s+nothing|do\s+not\s+take\s+(?:any\s+)?action)"
    r"|nothing\s+is\s+done)(?P<rest>(?:\s+(?:by|before|within)\b.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
# A second thing left undone beside the first: to get in touch is enough.
_OR_TALK: Final = re.compile(
    r"(?P<first>.+?),?\s+(?P<joint>and|or)\s+(?:you\s+)?(?:(?:do\s+not|don['’]t|fail\s+to)\s+)?"
    r"(?P<talk>(?:contact|call|ring|phone|reply|respond|talk|speak|write|get\s+in\s+touch|make\s+contact|tell\s+us|come\s+to)\b.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_AS_TOLD: Final = re.compile(
    r"\bas\s+(?:agreed|ordered|planned|usual|requested|asked|required|(?:set\s+out|shown|described|detailed|stated|explained)\s+(?:above|below|earlier))\b",
    re.IGNORECASE,
)
_IN_TIME: Final = re.compile(r"\A(?P<when>(?:within|by|before)\s+.+?),\s+(?P<rest>.+)\Z", re.IGNORECASE | re.DOTALL)
_THEY_UNDONE: Final = re.compile(
    r"\A(?P<who>(?:the|your)\s+(?:company|business|firm|organi[sz]ation|charity|school|household))\s+(?:fails\s+to|does\s+not|doesn['’]t)\s+"
    r"(?P<do>[a-z]+)\s+(?P<rest>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_SHORT: Final = 8  # words before an "or" that needs no comma
_SHOULD_NOT: Final = re.compile(
    r"\A(?P<what>.+?)\s+not\s+(?:(?P<be>be)\s+)?(?P<done>[a-z]+)\b(?P<rest>.*)\Z", re.IGNORECASE | re.DOTALL
)
# "If you do not attend without good reason": to ask for it so would turn it round.
_EXCUSED: Final = re.compile(
    r"\bwithout\b|\bunless\b|\botherwise\b|\bin\s+time\b|\banymore\b|\bany\s+longer\b", re.IGNORECASE
)
_MODAL: Final = re.compile(r"\b(?:will|shall|may|must|would)\b")
_MORE: Final = re.compile(r",|\b(?:and|or)\s+(?:we|you|it|your)\b|\bsuccessfully|\bstill\b")
_NO_ACTS: Final = frozenset(
    """opt object cancel decline unsubscribe disagree appeal challenge dispute have agree want wish qualify
        recognise think need receive understand intend like hear see know be accept paid""".split()
)
_UNCOUNTED: Final = frozenset(
    "evidence proof information documentation contact notice consent identification money access permission".split()
)
_AS_OBJECT: Final = {"they": "them", "it": "it"}


def asked_by(condition: str, mark: str, *, same: str = "") -> str | None:
    """What the condition wants, as a request; None where it is not about something left undone. `same` is
    the request for what the message asks for already, which "if you do not" can mean.
    """
    condition = condition.strip()
    timed = _IN_TIME.match(condition)
    if timed:
        condition = f"{timed['rest']} {timed['when']}"
    if mark == "should":
        condition, mark = _as_if(condition), "if"
    if mark == "if" and (match := _SAME.match(condition) or _NO_ACTION.match(condition)):
        # "If you don't" is about the sentence right before, and no other.
        far = same and not same.endswith("this") and _SAME.match(condition)
        return f"{same}{match['rest']}" if same and not far else None
    if mark == "if" and same and (match := _NEITHER.match(condition)):
        return f"Please do one of these{match['rest']}"
    for pattern, ask in _WHOLE if mark == "if" else ():
        if match := pattern.match(condition):
            return ask(match)
    plain = _AS_TOLD.sub("", condition)
    if any(pattern.search(plain) for pattern in (_MODAL, _EXCUSED, _STOP_WORDS, _MORE)):
        return None
    for pattern, ask in {"if": _IF, "unless": _UNLESS}.get(mark, ()):
        match = pattern.match(condition)
        if match:
            return ask(match)
    return asked_to_go_right(condition) if mark == "if" else None


def asked_by_doing(match: re.Match[str]) -> str | None:
    """ "Not paying" and "paying after this date": please pay, by this date."""
    rest = match["rest"]
    if match["noun"]:
        of = re.fullmatch(r"\s+of\s+(?P<what>(?:your|the|this|any)\s+[^,;]+)", rest, re.IGNORECASE)
        if not of and rest.strip():
            return None
        on_time = " on time" if match["noun"].lower().startswith("late") else ""
        return f"Please pay{' ' + of['what'] if of else ''}{on_time}"
    doing = match["doing"].lower()
    if doing in ("missing", "ignoring"):
        verb = "miss" if doing == "missing" else "ignore"
        return None if match["neg"] else asked_to_go_right(f"you {verb}{rest}")
    lemma = verb_lemma(doing)
    late = re.fullmatch(r"(?P<what>(?:\s+[^,;]*?)?)\s+(?:after|later\s+than)\s+(?P<when>[^,;]+)", rest, re.IGNORECASE)
    if match["neg"]:
        return (
            None if any(pattern.search(rest) for pattern in (_EXCUSED, _STOP_WORDS, _MORE)) else f"Please {lemma}{rest}"
        )
    if late and not re.search(r"\b(?:has|have|is|are|was|were)\b", late["when"]):
        return f"Please {lemma}{late['what']} by {late['when']}"
    return None


def _as_if(condition: str) -> str:
    """What stands behind a "should", as it would behind an "if": "payment is not received", "you fail to pay"."""
    match = _SHOULD_NOT.match(condition)
    if match is None:
        return condition
    if match["be"]:
        return f"{match['what']} {'are' if is_many(match['what']) else 'is'} not {match['done']}{match['rest']}"
    return f"{match['what']} do not {match['done']}{match['rest']}"


def _or_talk(match: re.Match[str]) -> str | None:
    """ "If you do not pay and do not contact us": please pay, or contact us."""
    first = asked_by(match["first"], "if")
    if first is None or any(pattern.search(match["talk"]) for pattern in (_MODAL, _EXCUSED, _STOP_WORDS, _MORE)):
        return None
    comma = "," if "make sure" in first or len(first.split()) > _SHORT else ""
    return f"{first}{comma} or {re.sub(r'^make contact', 'get in touch', match['talk'], flags=re.IGNORECASE)}"


def _tell_why(match: re.Match[str]) -> str:
    """ "If you do not attend without good reason": if you cannot attend, please tell us why."""
    return f"If you cannot {match['do']}, please tell us why"


def _touch(match: re.Match[str]) -> str:
    return f"Please get in touch{match['rest']}"


def _ours(match: re.Match[str]) -> str:
    if answer := _ANSWER.match(match["what"]):
        return f"Please reply{answer['rest']}"
    what = re.sub(r"\A(?:a|any|full)\s+(?=(?:reply|response|payment))", "your ", match["what"], flags=re.IGNORECASE)
    return f"Please make sure that we receive {what}"


def _reaches(match: re.Match[str]) -> str:
    """ "Unless the form reaches us by 4 May": please make sure that it does."""
    verb = verb_lemma(match["verb"].lower().split()[0])
    rest = match["verb"][len(match["verb"].split()[0]) :] + match["rest"]
    many = is_many(re.split(r"\s+plus\b", match["what"])[0]) and not re.match(r"[£$€]", match["what"])
    told = verb if many else inflected(verb, "VBZ")
    return f"Please make sure that {match['what']} {told}{rest}"


def _as_should_be(match: re.Match[str]) -> str:
    """ "If the forms are incomplete": please make sure that the forms are complete."""
    what = re.sub(r"\Aany\s+", "your ", match["what"], flags=re.IGNORECASE)
    return f"Please make sure that {what} {match['be']} {_BETTER[' '.join(match['how'].lower().split())]}"


def _none_there(match: re.Match[str]) -> str | None:
    """ "If no evidence is provided": please provide evidence."""
    what, rest, lemma = match["what"], match["rest"], verb_lemma(match["done"].lower())
    if answer := _ANSWER.match(f"a {what}{rest}"):
        return f"Please reply{answer['rest']}" if lemma in ("receive", "give", "make", "send") else None
    if lemma == "receive":
        return f"Please make sure that we receive {'your ' if what.lower() == 'payment' else ''}{what}{rest}"
    if what.lower() == "payment":
        return f"Please pay{rest}" if lemma in ("make", "pay") else None
    known = lemma in ACTS and inflected(lemma, "VBN") == match["done"].lower()
    one = not is_many(what) and lemma != "furnish" and what.split()[-1].lower() not in _UNCOUNTED
    return f"Please {lemma} {f'{article(what)} ' if one else ''}{what}{rest}" if known else None


def _theirs(match: re.Match[str]) -> str:
    who, what = match["who"], match["what"]
    if match["verb"].lower() == "hear":
        return f"Please make sure that {who} hears {what}"
    return f"Please make sure that {who} {match['verb'].lower()}s {what}"


def _their_act(match: re.Match[str]) -> str | None:
    """ "If the company fails to file its report": please make sure that the company files it."""
    verb = inflected(match["do"].lower(), "VBZ") if match["do"].lower() in ACTS else None
    return f"Please make sure that {match['who']} {verb} {match['rest']}" if verb else None


def _paid(match: re.Match[str]) -> str:
    what, rest = match["what"].strip(), match["rest"]
    if match["done"].lower() == "received":
        return f"Please make sure that we receive {what}{rest}"
    if what.lower().startswith("payment of "):
        return f"Please pay {what[len('payment of ') :]}{rest}"
    verb = {"made": "make", "cleared": "clear"}.get(match["done"].lower(), "pay")
    return f"Please pay{rest}" if what.lower() == "payment" else f"Please {verb} {what}{rest}"


def _act(match: re.Match[str]) -> str | None:
    rest = re.sub(r"\Amake\s+contact\b", "get in touch", match["rest"], flags=re.IGNORECASE)
    return None if rest.split()[0].lower() in _NO_ACTS else f"Please {rest}"


def _done_to(match: re.Match[str]) -> str | None:
    """ "If receipts are not provided": please provide receipts."""
    done, what = match["done"].lower(), match["what"]
    lemma = verb_lemma(done)
    if lemma in ("resolve", "settle", "sort") and match["rest"] == "":
        return f"Please get in touch to {lemma} {_AS_OBJECT.get(what.lower(), what)}"
    if lemma == "resolve":
        return f"Please contact us{match['rest']} to resolve {_AS_OBJECT.get(what.lower(), what)}"
    if lemma == "receive":
        return f"Please make sure that we receive {what}{match['rest']}"
    if lemma not in ACTS or inflected(lemma, "VBN") != done:
        return None
    return f"Please {lemma} {_AS_OBJECT.get(what.lower(), what)}{match['rest']}"


def _still_unpaid(match: re.Match[str]) -> str:
    """ "If the bill remains unpaid after 31 January": please pay it by then."""
    rest = re.sub(r"\A(\s+)(?:after|on)\b", r"\1by", match["rest"], flags=re.IGNORECASE)
    return f"Please pay {match['what']}{rest}"


def _before_end(match: re.Match[str]) -> str | None:
    """ "If your plan expires before you renew it": please renew it before your plan expires."""
    lemma = verb_lemma((match["verb"] or match["doing"]).lower())
    if lemma not in ACTS:
        return None
    return f"Please {lemma} {match['thing']} before {match['what']}{match['ends']}"


_Ask = Callable[[re.Match[str]], str | None]
_IF: Final[tuple[tuple[re.Pattern[str], _Ask], ...]] = (
    (_NOT_HEARD, _touch),
    (_NOT_RECEIVED, _ours),
    (_THEY_NOT_RECEIVED, _theirs),
    (_NO_THING, _none_there),
    (_NOT_PAID, _paid),
    (_UNDONE, _act),
    (_THEY_UNDONE, _their_act),
    (_THING_UNDONE, _done_to),
    (_REACHES_NOT, _reaches),
    (_BAD, _as_should_be),
    (_UNPAID, _still_unpaid),
)
# Conditions that hold words which others may not.
_WHOLE: Final[tuple[tuple[re.Pattern[str], _Ask], ...]] = (
    (_RUNS_OUT, _before_end),
    (_OR_TALK, _or_talk),
    (_NO_EXCUSE, _tell_why),
)
_UNLESS: Final[tuple[tuple[re.Pattern[str], _Ask], ...]] = (
    (_DONE, _paid),
    (_YOU, _act),
    (_WE_RECEIVE, _ours),
    (_THING_DONE, _done_to),
    (_BARE_DONE, _done_to),
    (_REACHES, _reaches),
)
