"""What the reader got wrong, as what happened: a code did not match, a limit was reached, the time ran out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, noun_lemma, verb_lemma
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.fitting import article
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, cased
from empathy_lint.rewriting.unforced import is_many

_TYPED: Final = r"you(?:\s+have|['’]ve)?\s+(?:entered|typed|given|gave|provided|presented|used|submitted|supplied)\s+"
_WRONG: Final = r"(?:wrong|incorrect|invalid|inaccurate)"
_TOO_OFTEN: Final = r"(?P<often>\s+too\s+many\s+times)"
# What is typed in, and either matches or does not.
_KEYS: Final = (
    r"(?P<what>(?:[\w/-]+\s+){0,3}?(?:codes?|passwords?|pins?|keys?|passcodes?|answers?|usernames?|credentials?|log-?in\s+details|"
    r"sign[- ]?in\s+details|numbers?))"
)
_WRONG_KEY: Final = re.compile(
    rf"\b(?:{_TYPED}(?:an?|the|your)\s+{_WRONG}\s+{_KEYS}"
    rf"|the\s+{_WRONG}\s+{_KEYS.replace('what', 'entered')}\s+(?:was|were)\s+(?:entered|typed))"
    rf"{_TOO_OFTEN}?(?=\s*(?:[.,;!]|\Z|and\b|so\b))",
    re.IGNORECASE,
)
_WRONGLY: Final = re.compile(
    rf"\b{_TYPED}(?P<which>an?|the|your)\s+{_KEYS}\s+(?:incorrectly|wrongly){_TOO_OFTEN}?", re.IGNORECASE
)
_MANY_WRONG: Final = re.compile(
    rf"\b{_TYPED}too\s+many\s+{_WRONG}\s+(?P<what>(?:[\w-]+\s+){{0,2}}[\w-]+s)(?=\s*(?:[.,;!]|\Z|and\b|so\b))",
    re.IGNORECASE,
)
# "The password you entered": which one is meant is clear without the one who typed it.
_CHOSEN: Final = re.compile(
    r"\b(?:the|your|this)\s+(?:[\w/'’-]+\s+){1,6}?(?P<by>(?:that\s+)?you(?:\s+have|['’]ve)?\s+"
    r"(?:entered|typed|presented|selected|chose|chosen|picked|provided|used|gave|given|supplied|submitted|uploaded)(?:\s+us)?)"
    r"(?=\s+(?:is|was|are|were|does|did|do|has|have|could|cannot|can['’]t|isn['’]t|wasn['’]t|doesn['’]t)\b)",
    re.IGNORECASE,
)
_TOO_OFTEN_DONE: Final = re.compile(
    r"\byou(?:\s+have|['’]ve)?\s+(?P<done>requested|asked\s+for|tried|attempted|used|changed|sent)\s+"
    r"(?P<what>(?:an?|the|your)\s+(?:[\w/-]+\s+){1,4}?)(?=too\s+(?:many\s+times|often)\b)",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(r"\b(?:was|were)\s+supposed\s+to\s+(?=be\b)", re.IGNORECASE)
_EXCEEDED: Final = re.compile(
    r"\byou(?P<have>\s+have|['’]ve)?\s+(?:now\s+|again\s+|also\s+)*(?:exceeded|gone\s+over)\s+(?=(?:the|your|our|its)\s)",
    re.IGNORECASE,
)
_TOO_LONG: Final = re.compile(
    r"\byou\s+(?:have\s+)?(?:took|taken)\s+too\s+long\s+to\s+(?P<what>[a-z][^.,;!?]*?)(?=\s*(?:[.,;!?]|\Z))",
    re.IGNORECASE,
)
_DEADLINE: Final = re.compile(
    r"\byou(?:\s+have|['’]ve)?\s+(?:also\s+)?missed\s+(?=(?:the|your|our|this)\s+(?:\w+\s+)?(?:deadline|window|date|cut-?off)\b)",
    re.IGNORECASE,
)
_BY_YOU: Final = re.compile(
    r"\b(?P<done>paid|made|received|supplied|provided|returned|completed|entered|submitted|given|signed|sent|uploaded)"
    r"\s+(?P<by>by\s+you)\b(?!r)",
    re.IGNORECASE,
)
_NO_SEND: Final = re.compile(
    r"\b(?:due|owing)\s+to\s+your\s+(?:own\s+)?failure\s+to\s+(?:provide|send|submit|supply|return|furnish)\s+(?=\w)",
    re.IGNORECASE,
)
_NO_ACT: Final = re.compile(
    r"\b(?:due|owing)\s+to\s+your\s+(?:own\s+)?failure\s+to\s+(?P<act>pay|reply|respond)\b(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_WHY: Final = re.compile(
    r"\bwhy\s+you\s+(?:have\s+not|haven['’]t|did\s+not|didn['’]t|could\s+not|couldn['’]t)\s+(?:kept|keep)\s+(?:to\s+)?"
    r"(?P<what>(?:this|the|your|our)\s+(?:\w+\s+)?(?:agreement|arrangement|plan))\b",
    re.IGNORECASE,
)


_NOT_VALID: Final = re.compile(
    r"\b(?P<what>(?:the|your)\s+(?:[\w/'’-]+\s+){0,3}?(?:information|details|number|card|address|account|code|data|file|document))\s+(?:that\s+)?you\s+(?:have\s+)?"
    r"(?:entered|provided|gave|given|supplied|submitted|typed)\s+(?:was|were|is|are)\s+(?:invalid|incorrect|wrong|not\s+valid)\b",
    re.IGNORECASE,
)
_REJECTED: Final = re.compile(
    r"\byou\s+(?P<have>have\s+been|were)\s+(?:rejected|refused|declined|denied)\b"
    r"(?=\s*(?:[.,;:!?(]|\Z|because\b|as\b|for\s+(?:the|this|these|one)\b|on\s+the\s+ground))",
    re.IGNORECASE,
)
_APPLIED: Final = re.compile(r"\byour\s+(?:\w+\s+)?(?:application|claim|request|appeal)\b", re.IGNORECASE)


# With no word before that would make it a thing: "a failure to pay".
_FAILURE: Final = re.compile(
    r"(?:(?<=\A)|(?<=[.!?:;]\s))(?P<fail>failure|failing)\s+to\s+(?P<verb>[a-z]+)\b", re.IGNORECASE
)
# A second act would have to change, too: "failure to pay or contact us".
_SECOND_ACT: Final = re.compile(r"\b(?:or|and)\b", re.IGNORECASE)
_MODAL: Final = re.compile(r"\b(?:may|might|will|shall|can|could|would)\b", re.IGNORECASE)


def what_happened(flagged: Flagged) -> Iterator[Wording]:
    """The mishap in a sentence, told without the one whose mishap it was."""
    for found in (_keys, _not_accepted, _chosen, _exceeded, _ran_out, _by_you, _because, _not_doing):
        yield from found(flagged)


def _matches(flagged: Flagged, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    return (
        match
        for match in pattern.finditer(flagged.text)
        if flagged.touches(match) and not _is_held_by_if(flagged, match.start())
    )


def _is_held_by_if(flagged: Flagged, at: int) -> bool:
    return bool(re.search(r"\b(?:if|unless|whether|when|that|which)\s+\Z", flagged.text[:at], re.IGNORECASE))


def _change(match: re.Match[str], end: int, text: str, safety: Safety) -> Wording:
    return Wording(match.start(), end, cased(match, text), "clause", safety)


def _keys(flagged: Flagged) -> Iterator[Wording]:
    """ "You entered the wrong code": the code did not match."""
    for match in _matches(flagged, _WRONG_KEY):
        what = match["what"] or match["entered"]
        yield _change(match, match.end(), _mismatch(f"the {what}", match["often"]), "safe")
    for match in _matches(flagged, _WRONGLY):
        which = "your" if match["which"].lower() == "your" else "the"
        yield _change(match, match.end(), _mismatch(f"{which} {match['what']}", match["often"]), "safe")
    for match in _matches(flagged, _MANY_WRONG):
        words = match["what"].split()
        words[-1] = noun_lemma(words[-1].lower())
        yield _change(match, match.end(), _mismatch(f"the {' '.join(words)}", "too many times"), "safe")


def _mismatch(what: str, often: str | None) -> str:
    """ "The code did not match"; too often, "there were too many tries with a code that did not match"."""
    if not often:
        return f"{what} did not match"
    named = what.removeprefix("the ")
    one = what if what.startswith("your ") else named if is_many(named.split()[-1]) else f"{article(named)} {named}"
    return f"there were too many tries with {one} that did not match"


def _not_accepted(flagged: Flagged) -> Iterator[Wording]:
    """ "The details you entered were invalid": they did not work. "You have been rejected": it was not approved."""
    for match in _matches(flagged, _NOT_VALID):
        yield _change(match, match.end(), f"{match['what']} did not work", "review")
    for match in _matches(flagged, _REJECTED):
        if _APPLIED.search(flagged.text[: match.start()]):
            has = "has not been" if match["have"].lower().startswith("have") else "was not"
            yield _change(match, match.end(), f"it {has} approved", "review")


def _chosen(flagged: Flagged) -> Iterator[Wording]:
    """ "The password you entered is not correct": the password is not correct. What was supposed to be was due."""
    for match in _matches(flagged, _CHOSEN):
        if not flagged.has_placeholder(match.start("by"), match.end()):
            yield Wording(match.start("by"), match.end(), "", "phrase", "safe")
    for match in _matches(flagged, _TOO_OFTEN_DONE):
        many = match["what"].rstrip().endswith("s") and not match["what"].rstrip().endswith("ss")
        text = f"{match['what']}{'were' if many else 'was'} {match['done']} "
        yield _change(match, match.end(), text, "safe")
    for match in _matches(flagged, _SUPPOSED):
        yield _change(match, match.end(), f"{match.group().split()[0].lower()} due to ", "safe")


def _exceeded(flagged: Flagged) -> Iterator[Wording]:
    """ "You have exceeded the maximum number of tries": the maximum number of tries has been reached."""
    for match in _matches(flagged, _EXCEEDED):
        thing = _whole_thing(flagged, match.end())
        if thing:
            words = flagged.text[thing[0].start : thing[-1].end]
            done = "reached" if re.search(r"\bmaximum\b|\blimit\b", words, re.IGNORECASE) else "exceeded"
            yield _change(match, thing[-1].end, f"{words} {_been(match, thing)} {done}", "safe")


def _ran_out(flagged: Flagged) -> Iterator[Wording]:
    """ "You took too long to reply": the time to reply has run out. "You missed the deadline": it has passed."""
    for match in _matches(flagged, _TOO_LONG):
        yield _change(match, match.end(), f"the time to {match['what']} has run out", "safe")
    for match in _matches(flagged, _DEADLINE):
        thing = _whole_thing(flagged, match.end())
        if thing:
            words = flagged.text[thing[0].start : thing[-1].end]
            yield _change(match, thing[-1].end, f"{words} has passed", "review")


def _by_you(flagged: Flagged) -> Iterator[Wording]:
    """ "Payment was not made by you": the fact does without "by you"."""
    for match in _matches(flagged, _BY_YOU):
        yield Wording(match.start("by"), match.end("by"), "", "word", "safe")


def _because(flagged: Flagged) -> Iterator[Wording]:
    """ "Due to your failure to send it": because we have not received it."""
    for match in _matches(flagged, _NO_SEND):
        yield _change(match, match.end(), "because we have not received ", "safe")
    for match in _matches(flagged, _NO_ACT):
        text = "your payment" if match["act"].lower() == "pay" else "a reply"
        yield _change(match, match.end(), f"because we have not received {text}", "safe")
    for match in _matches(flagged, _WHY):
        yield _change(match, match.end(), f"what makes {match['what']} hard to keep", "review")


def _not_doing(flagged: Flagged) -> Iterator[Wording]:
    """ "Failure to reply delays the claim": not replying does. Where it can be asked for, asking is better."""
    for match in _matches(flagged, _FAILURE):
        verb = match["verb"].lower()
        doing = inflected(verb, "VBG") if verb_lemma(verb) == verb else None
        until = _MODAL.search(flagged.text, match.end())
        acts = flagged.text[match.end() : until.start() if until else len(flagged.text)]
        if doing and not _SECOND_ACT.search(acts) and not flagged.has_placeholder(*match.span()):
            yield replace(_change(match, match.end(), f"not {doing}", "safe"), spare=True)


def _whole_thing(flagged: Flagged, at: int) -> list[Word] | None:
    """The words of the noun phrase that begins at an offset, with what belongs to it behind its noun."""
    first = flagged.word_at(at)
    noun = first.head if first is not None else None
    if first is None or noun is None or not noun.is_("obj") or noun.index - first.index > 4:
        return None
    words = [word for word in noun.subtree() if word.index >= first.index]
    rest = flagged.text[words[-1].end :]
    return words if len(words) <= 9 and re.match(r"\s*(?:[.,;!]|\Z|(?:and|so|by|on|for|in)\b)", rest) else None


def _been(match: re.Match[str], thing: list[Word]) -> str:
    noun = next(word for word in thing if word.is_("obj"))
    many = noun.pos == "NOUN" and noun.form.endswith("s") and not noun.form.endswith("ss")
    if match["have"]:
        return "have been" if many else "has been"
    return "were" if many else "was"
