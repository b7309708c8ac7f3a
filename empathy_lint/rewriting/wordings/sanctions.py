"""Sanctions: the ask they hang on, what stays if it is met, what helps, and then the next step as plain information."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.rewriting.averted import averted
from empathy_lint.rewriting.consequences import NAMES_TIME, consequences, stays_in
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.help_gaps import HELP_GAP
from empathy_lint.rewriting.spared import spared
from empathy_lint.rewriting.unforced import is_fair, is_many, is_of_others, small_who
from empathy_lint.rewriting.wordings.reply_asked import hangs_on_more, what_ends
from empathy_lint.rewriting.wordings.sanction_asks import asks_of, is_to_avoid

_HELP: Final = ("options", "flexibility", "dialogue", "resources")
# What was done already is no next step.
_IS_DONE: Final = re.compile(r"\b(?:have|has|had)\s+(?:\w+\s+)?(?:been\s+)?\w+(?:ed|en|un|old|ent)\b", re.IGNORECASE)
_SAYS_IT: Final = re.compile(
    r"\b(?:we|I)\s+(?:(?:would|must|do|have\s+to|also)\s+)*(?:understand|remind|appreciate|regret|inform|advise|note|stress|repeat)\b",
    re.IGNORECASE,
)
_SAID_AGAIN: Final = re.compile(r"\A(?P<lead>\W*)Please do this\.\s+(?=That way|Then there is|Without that)")
# Nobody attends in two parts, or by another day: what can be offered for a bill is no help with these.
_IN_PERSON: Final = re.compile(
    r"please\s+(?:attend|return|give|file|complete|sign|provide|vote|verify|confirm|book|upload|submit|answer|do\s+one\s+of"
    r"|make\s+sure\s+that\s+[^.]*?\b(?:is|are)\s+(?:complete|signed|legible|readable|valid|correct|accurate|clear|up\s+to\s+date))\b(?!.*\b(?:pay|balance|bill|arrears)\b)",
    re.IGNORECASE,
)
# Nothing is easier than to get in touch; what helps with a bill does not follow from it.
_IN_TOUCH: Final = re.compile(
    r"(?:if\s+you\s+cannot\s+[^,]+,\s+)?please\s+(?:get\s+in\s+touch|contact|call|phone|ring|reply|respond|speak|talk|write|tell)\b"
    r"(?!.*\b(?:pay|balance|bill|arrears)\b)",
    re.IGNORECASE,
)
_IN_TOUCH_BY: Final = re.compile(r"\APlease get in touch(?=\s+(?:by|before|within)\b|\Z)")
_PAPERS: Final = re.compile(
    r"\b(?:return|complete|fill\s+(?:in|out)|send|upload|submit|sign|provide|post|bring)\b[^.;:]*"
    r"\b(?:forms?|documents?|certificates?|statements?|payslips?|papers?|applications?|declarations?|evidence|proof|reports?|receipts?)\b",
    re.IGNORECASE,
)
_US: Final = re.compile(r"\b(?:we|us|our|ours|I|me|my)\b", re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"\b(?:evict(?:ed|ion)|arrest(?:ed)?|judge?ment|warrants?|seiz(?:ed|ure)|repossess(?:ed|ion)|imprison(?:ed|ment)|detained|deported|removed\s+from\s+the\s+(?:home|flat|property|premises))\b",
    re.IGNORECASE,
)
_PERHAPS: Final = re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE)
# What is avoided has no name, but something comes: that stays told.
_AVOID: Final = re.compile(
    r"\s*,?\s*\b(?:and\s+)?(?:in\s+order\s+)?to\s+(?:avoid|prevent|stop)\s+(?:any\s+)?(?:further|additional|unnecessary)\s+"
    r"(?P<what>action|steps|measures|contact|letters|reminders|inconvenience|delays?|escalation|correspondence)(?:\s+(?:being\s+taken|from\s+us))?(?:\s+against\s+you)?",
    re.IGNORECASE,
)
_NO_FURTHER: Final = " so that this does not have to go further"
_AVOIDED: Final = {
    "contact": " so that we do not have to write to you again",
    "letters": " so that we do not have to write to you again",
    "reminders": " so that we do not have to write to you again",
    "correspondence": " so that we do not have to write to you again",
    "delay": " so that it does not take longer", "delays": " so that it does not take longer",
    "inconvenience": "",
}  # fmt: skip
# What nobody is asked to do, and those may do who do not want what comes.
_OPTS_OUT: Final = re.compile(
    r"\A(?P<lead>\W*)(?:if\s+you\s+(?:do\s+not|don['’]t)|unless\s+you)\s+(?P<do>opt\s+out|object|unsubscribe|cancel|decline|(?P<tell>(?:tell|let|inform)\s+us\b[^,]*?\botherwise))"
    r"(?P<when>(?:\s+(?:by|before|within)\s[^,]+?)?),\s+(?P<who>(?:your|the|our)\s+[\w'’-]+(?:\s+[\w'’-]+)?|we|you)\s+(?:will|may)\s+(?P<then>(?:automatically\s+)?[a-z]+\b[^,;:]*?)"
    r"(?P<stop>[.!]*)\s*\Z",
    re.IGNORECASE,
)
# What comes of a failure, as a clause of its own: "will mean that your bill is estimated", "result in X being closed".
_MEANS: Final = re.compile(
    r"\A(?:(?:this|that|it)\s+)?(?:(?:will|may|might|could|can)\s+)?mean(?:s)?\s+that\s+(?=\w)", re.IGNORECASE
)
_BEING: Final = re.compile(
    r"\A(?:(?:will|may|might|could|can)\s+)?(?:result\s+in|lead\s+to|mean)\s+(?P<who>(?:an?|the|your|any)\s+[^,;:.]*?)\s+being\s+"
    r"(?P<done>[a-z]+)(?P<rest>\b[^,;:.]*)\Z",
    re.IGNORECASE,
)
_LOSING: Final = re.compile(
    r"\A(?:(?:will|may|might|could|can)\s+)?(?:result\s+in|lead\s+to|mean)\s+(?P<who>(?:your|the)\s+[\w'’-]+(?:\s+[\w'’-]+)?)\s+losing\s+"
    r"(?P<what>(?:their|his|her|its|the)\s+[\w'’-]+(?:\s+[\w'’-]+)?)\Z",
    re.IGNORECASE,
)
# "Claimants must continue to file claims, or forfeit those weeks".
_THEIRS: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<who>[A-Z][\w'’-]*s)\s+must\s+(?P<do>[a-z]+\b[^.;:]*?),?\s+or\s+(?:else\s+)?(?:they\s+(?:will|may)\s+)?(?:risk\s+)?"
    r"(?P<lose>lose|forfeit|losing)\s+(?P<what>(?:those|the|their|these|any)\s+[^.,;:]+?)(?P<stop>[.!]*)\s*\Z",
    re.DOTALL,
)
_NOTICE: Final = re.compile(
    r"\s*,?\s*\bwithout\s+(?:any\s+)?(?:further|prior|additional)\s+(?:notice|warning|reference|communication|correspondence|contact)(?:\s+to\s+you)?",
    re.IGNORECASE,
)

# A second sanction that the negation does not reach: "… is not passed on and all costs shall be yours".
_GOES_ON: Final = re.compile(r"\b(?:and|or)\b[^,;]*\b(?:shall|will|must)\b(?!\s+not\b)", re.IGNORECASE)


def asks_first(flagged: Flagged) -> Iterator[Wording]:
    """The ask that a sanction hangs on, with what stays if it is met, what helps, and the next step."""
    yield from threads(flagged)
    opts = _OPTS_OUT.match(flagged.text)
    if opts:
        yield flagged.whole(_if_not_wanted(opts))
    theirs = _THEIRS.match(flagged.text)
    if theirs:
        keep = re.sub(r"\Aany\s+", "", theirs["what"])
        yield flagged.whole(f"{theirs['lead']}{theirs['who']} need to {theirs['do']} to keep {keep}{theirs['stop']}")
    for lead, said, sanction in asks_of(flagged):
        ask = _IN_TOUCH_BY.sub("Please do this", said) if _wants_papers(flagged) else said
        told = list(_with_help(flagged, lead, ask, sanction))
        yield from told
        if told:
            return


def _wants_papers(flagged: Flagged) -> bool:
    """Whether the message waits for a form or papers, for which no call can stand."""
    sentences = flagged.view.analysis.sentences
    asks = {index for index, _, _ in flagged.view.analysis.directives.asks}
    return any(_PAPERS.search(row.text) for row in sentences if row.index in asks)


def _if_not_wanted(match: re.Match[str]) -> str:
    """ "Unless you opt out by 5 May, your details will be shared": if you do not want your details to be shared."""
    who = {"we": "us", "you": "to"}.get(match["who"].lower()) or small_who(match["who"])
    want = "you do not want to" if who == "to" else f"you do not want {who} to"
    do = "tell us" if match["tell"] else match["do"].lower()
    return f"{match['lead']}If {want} {match['then']}, please {do}{match['when']}{match['stop'] or '.'}"


def threads(flagged: Flagged) -> Iterator[Wording]:
    """Threats hung onto an ask: "to avoid further action", "without further notice"."""
    for pattern in (_AVOID, _NOTICE):
        for match in pattern.finditer(flagged.text):
            rest = flagged.text[match.end() :].strip(" .!")
            before = flagged.text[: match.start()].strip()
            if (
                flagged.touches(match)
                and before
                and not rest
                and not (pattern is _NOTICE and _is_done_by_others(before))
            ):
                keeps_ask = pattern is _NOTICE or re.search(
                    r"\b(?:please|pay|call|contact|reply|renew|update|need|should|must)\b", before, re.IGNORECASE
                )
                if keeps_ask and not flagged.has_placeholder(*match.span()):
                    if pattern is _NOTICE and re.fullmatch(r"\s*\.", flagged.text[match.end() :]):
                        yield Wording(match.start(), len(flagged.text), f". {_last_word(before)}", "clause", "review")
                    elif pattern is _NOTICE:
                        yield Wording(*match.span(), "", "clause", "review")
                    else:
                        good_for = _AVOIDED.get(match["what"].lower(), _NO_FURTHER)
                        yield Wording(*match.span(), good_for, "clause", "review")


def _is_done_by_others(sanction: str) -> bool:
    """Whether nobody is named who would write again, and what comes is for a court and its officers to do."""
    return bool(_OTHERS.search(sanction)) and not _US.search(sanction)


def _last_word(sanction: str, ask: str = "") -> str:
    """What "without further notice" tells the reader."""
    when = "before then" if NAMES_TIME.search(ask) else "first"
    return f"We {'might' if _PERHAPS.search(sanction) else 'will'} not write to you again {when}."


def _with_help(flagged: Flagged, lead: str, ask: str, sanction: str) -> Iterator[Wording]:
    """The ask with what stays if it is met, what the firm can offer where it is hard, and the next step as plain
    information; nothing where a part of the sanction would go untold.
    """
    # What Markdown makes italic may end beside the stop, and begin before.
    tail = (re.search(r"[*_.!:]*\s*\Z", flagged.text) or [""])[0].rstrip()
    last = f" {_last_word(sanction, ask)}" if _NOTICE.search(flagged.text) else ""
    if last and _is_done_by_others(flagged.text):
        return
    for number, (so, step) in enumerate(_outcomes(flagged, ask, sanction)):
        # That nobody writes again stands right behind what it is about.
        comma = "," if so and ask.startswith("If ") else ""
        asked = f"{lead}{capital(ask.rstrip(' .,'))}{comma}{so}.{'' if step else last}"
        then = f"{step}{last}" if step else ""
        apart = list(_in_two(asked))
        if tail == ":":  # what is asked follows
            if not step and not last:
                yield flagged.whole(f"{asked[:-1]}:", spare=bool(number))
            continue
        for way in [*_ways(flagged, ask, asked), *apart]:
            # What the sentence before asked for need not be asked for again.
            text = _SAID_AGAIN.sub(r"\g<lead>", f"{way}{then}")
            if not re.search(r"[*_]", tail):
                yield flagged.whole(text, spare=bool(number) or way in apart)
            elif text.endswith("."):
                yield flagged.whole(text[:-1] + tail, spare=bool(number) or way in apart)


def _outcomes(flagged: Flagged, ask: str, sanction: str) -> Iterator[tuple[str, str]]:
    """What the ask is good for, and the next step without it: in the sanction's own words first, which hide nothing."""
    told = consequences(sanction)
    if told is not None and told.steps and (is_to_avoid(flagged) or is_of_others(sanction)):
        told = None  # who goes to court is not said, or is not the sender
    if told is not None and not (told.steps or told.stays or is_to_avoid(flagged)) and _IN_TOUCH.match(ask):
        yield "", f" {_hinted_at(ask, sanction)}"
        return
    if told is not None and told.stays and _IN_TOUCH.match(ask) and hangs_on_more(told):
        end = what_ends(told, ask, sanction)
        if end:
            yield "", f" {end}"
        return
    if told is None or not told.steps:
        rest = stays_in(ask, sanction) or spared(sanction) or _averted(flagged, sanction)
        if rest is not None and not (_GOES_ON.search(rest) or (_MARKED.search(ask) and "to pay" in rest)):
            yield f" so that {rest}", ""
    if told is not None and not (_MARKED.search(ask) and "to pay" in told.so()):
        # That something comes is told, though nobody says what.
        yield told.so() or ("" if told.steps else _NO_FURTHER), f" {told.next_step(ask)}" if told.steps else ""


def _hinted_at(ask: str, sanction: str) -> str:
    """What "further action may be taken" says; to get in touch may not be all that is needed to stop it."""
    then = "If nothing has reached us by then" if NAMES_TIME.search(ask) else "Without that"
    return f"{then}, the next step {'may follow' if _PERHAPS.search(sanction) else 'will follow'}."


def _averted(flagged: Flagged, sanction: str) -> str | None:
    """What the grammar of the sanction says that does not happen."""
    said = _NOTICE.sub("", sanction).strip(" .!*_,")
    if _SAYS_IT.search(said):
        return None  # what would be denied is that we say so
    if being := _BEING.match(said):
        return _not_being(being)
    if losing := _LOSING.match(said):
        keeps = "keep" if is_many(losing["who"]) else "keeps"
        return f"{small_who(losing['who'])} {keeps} {losing['what']}"
    said = _MEANS.sub("", said)
    start = flagged.text.rfind(said)
    return averted(flagged.tree, start, start + len(said)) if said and start >= 0 else None


def _not_being(match: re.Match[str]) -> str | None:
    """ "Result in a decision being made in your absence": no decision is made in your absence."""
    known = inflected(verb_lemma(match["done"].lower()), "VBN") == match["done"].lower()
    if not known or not is_fair(match.group()) or re.search(r"\b(?:and|or|that|which|if|only)\b", match.group()):
        return None
    who = re.sub(r"\A(?:an?|any)\s+", "no ", small_who(match["who"]), flags=re.IGNORECASE)
    none = who.startswith("no ")
    return f"{who} {'are' if is_many(who) else 'is'} {'' if none else 'not '}{match['done']}{match['rest']}"


def _ways(flagged: Flagged, ask: str, asked: str) -> list[str]:
    """The ask alone, and with what the firm can offer where it is hard; first what the message lacks."""
    if _IN_PERSON.match(ask) or _IN_TOUCH.match(ask):
        return [asked]
    offers_help = any(flagged.view.presence.get(element) for element in _HELP)
    return [asked, f"{asked} {HELP_GAP}"] if offers_help else [f"{asked} {HELP_GAP}", asked]


# The penalty for a late essay is no money.
_MARKED: Final = re.compile(
    r"\b(?:essays?|assignments?|coursework|homework|thesis|dissertations?|quiz(?:zes)?|exams?|portfolios?)\b",
    re.IGNORECASE,
)
# "That way, your permit is not suspended" names the blow again, and louder.
_NEED_NOT: Final = re.compile(
    r"\b(?P<who>we|I|(?:the|our|your)\s+[\w'’-]+(?:\s+[\w'’-]+)?)\s+do(?:es)?\s+not\s+have\s+to\s+(?!be\b)",
    re.IGNORECASE,
)
_IS_NOT: Final = re.compile(r"\b(?:is|are)\s+not\s+[a-z]+")


def _in_two(asked: str) -> Iterator[str]:
    """The ask alone, and what it is good for in a sentence behind it, which pushes less."""
    first, _, good_for = asked.partition(" so that ")
    says_no = _IS_NOT.search(good_for) and "Please do this so that" not in asked
    if asked.count(" so that ") == 1 and not says_no:
        yield f"{first}. {_in_that_case(good_for)}"


def _in_that_case(good_for: str) -> str:
    """ "That way, your access goes on." "Then there is no need for us to close it." """
    need = _NEED_NOT.match(good_for)
    if need and not _NEED_NOT.search(good_for, need.end()):
        who = {"we": "us", "i": "me"}.get(need["who"].lower(), need["who"])
        return f"Then there is no need for {who} to {good_for[need.end() :]}"
    return f"That way, {good_for}"


def asked_for(flagged: Flagged) -> str | None:
    """The ask that the sanction in the sentence hangs on, as a request without its stop; None where it only points at
    one before: "Please do this".
    """
    asks = (ask.rstrip(" .,") for _, ask, _ in asks_of(flagged))
    return next((ask for ask in asks if ask != "Please do this"), None)


def as_next_step(flagged: Flagged) -> Iterator[Wording]:
    """A bare sanction ("We will take legal action.") as the next step that it is."""
    if flagged.is_label or flagged.holds_placeholder or _IS_DONE.search(flagged.text):
        return
    told = consequences(flagged.text)
    if told is not None and told.steps and not told.stays:
        yield flagged.whole(told.next_step())
