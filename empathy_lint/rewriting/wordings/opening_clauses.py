"""Long sentences whose opening clause can stand alone: a condition as a question, a reason or a concession as a fact.

"If you are unable to pay in full, please call us" becomes "Are you unable to pay in full? If so, please call us". All
of these change more than a joint, so a person reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, small

_OPENER: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<mark>if|should|as|because|since|although|though)\s+(?=\w)", re.IGNORECASE
)
# What is so already may be asked of anybody; what may be so only where an ask or an option hangs on it.
_HAPPENED: Final = frozenset({"was", "were", "have", "has", "had", "did"})
_AUXILIARIES: Final = frozenset({"is", "are", "would", "can", "will", *_HAPPENED})
_STATES: Final = frozenset(
    {"want", "wish", "need", "have", "prefer", "think", "believe", "know", "live", "own", "agree"}
)
_NEGATIVE: Final = frozenset({"not", "n't", "n’t", "no", "never", "cannot", "nothing", "neither"})
_HELPING: Final = re.compile(
    r"\A(?:then\s+)?(?:please\b|you\s+(?:can|may|could|should|will\s+be\s+able|do\s+not\s+need|don['’]t\s+need)\b"
    r"|there\s+is\s+no\b|we\s+can\b|(?:let|contact|call|reply|visit|log|go|use|email|write|click|follow|get|speak|ask|send|tell)\b)",
    re.IGNORECASE,
)
_NOT_SO: Final = re.compile(
    r"you\s+(?:(?P<be>are|have|do|were)\s*(?:not|n['’]t)|(?P<can>cannot|can\s+not|can['’]t))\s+(?=\w)", re.IGNORECASE
)
# "If you do not have it, and you need it to decide": two things that may be so.
_AND_NEED: Final = re.compile(
    r"(?P<joint>,?\s+and\s+)(?:you\s+)?(?P<verb>need|want|wish|would\s+like)\b", re.IGNORECASE
)
_IN_FUTURE: Final = re.compile(
    r"\A(?P<lead>\W*)(?P<when>in\s+(?:the\s+)?future|later|after\s+that)\s*,\s+if\s+you\s+(?P<verb>need|want|wish|have)\s+(?P<clause>to\s+[^,;:]+|[^,;:]+),\s+"
    r"(?P<main>(?:you\s+can|please|you\s+will\s+be\s+able)\b.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_TWO_WISHES: Final = re.compile(
    r"\A(?P<lead>\W*)if\s+you\s+(?P<one>(?:agree|want|need|wish|think|have\s+(?:an?|any|no|the|your))\b[^,;:]+),\s+or\s+if\s+you\s+(?P<two>(?:need|want|wish|think|have\s+(?:an?|any|no|the|your))\b[^,;:]+),\s+"
    r"(?P<main>[^,;:]+)\Z",
    re.IGNORECASE | re.DOTALL,
)
# "If one is missing, or the other is wrong": the second question would need its verb first, too.
_OR_SO: Final = re.compile(r"\bor\b[^,;]*\s(?:is|are|was|were|has|have)\b", re.IGNORECASE)
_MAY_NOT: Final = {"are": "be ", "have": "have ", "do": "", "were": "have been "}
# "As we explained in May," tells no reason.
_SAID: Final = frozenset(
    """explained mentioned stated said agreed discussed requested know knows aware see advised informed told confirmed
        described outlined noted set shown required expected""".split()
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence in two: what its first word is, the clause behind it, and all that comes after its comma."""

    lead: str
    mark: str
    clause: str
    main: str
    words: list[Word]  # of the clause


def opening(flagged: Flagged) -> Opening | None:
    """The opening clause of the sentence and the rest, parted at the last comma before its main clause."""
    match = _OPENER.match(flagged.text)
    root = next((word for word in flagged.tree.words if word.dep == "ROOT"), None)
    if match is None or root is None or root.end <= match.end() or flagged.text.rstrip().endswith(("?", ":")):
        return None
    parts = [root, *(word for each in root.children if each.is_("nsubj", "aux", "expl") for word in each.subtree())]
    begins = min(word.index for word in parts)
    commas = [word for word in flagged.tree.words if word.form in (",", "then") and word.index < begins]
    # "If you agree, then please call": the comma is the joint, and the "then" goes.
    if len(commas) > 1 and commas[-1].form == "then" and commas[-2].index == commas[-1].index - 1:
        commas.pop()
    if not commas or not _is_flat(flagged.text[: commas[-1].start]):
        return None
    words = [word for word in flagged.tree.words if match.end() <= word.start < commas[-1].start]
    main = flagged.text[commas[-1].end :].strip()
    enough = len(words) >= 4 and len(main.split()) >= 4
    clause = flagged.text[match.end() : commas[-1].start]
    return Opening(match["lead"], match["mark"].lower(), clause, main, words) if enough else None


def alone(flagged: Flagged) -> Iterator[Wording]:
    """The opening clause as a sentence of its own."""
    yield from _wishes(flagged)
    found = opening(flagged)
    if found is None:
        return
    first = flagged.word_at(flagged.text.index(found.main, len(found.lead)))
    main = small(re.sub(r"\Athen\s+", "", found.main, flags=re.IGNORECASE), first)
    if found.mark == "should":
        wish = re.match(r"you\s+(?P<verb>have|need|wish|want|require|prefer)\b", found.clause, re.IGNORECASE)
        if wish and _HELPING.match(found.main):
            verb = "need" if wish["verb"].lower() == "require" else wish["verb"]
            yield flagged.whole(f"{found.lead}Do you {verb}{found.clause[wish.end() :]}? If so, {main}")
    elif found.mark == "if":
        asked = _question(flagged, found)
        if asked is not None:
            yield flagged.whole(f"{found.lead}{asked}? If so, {main}")
        elif (undone := _undone(found)) is not None:
            yield flagged.whole(f"{found.lead}{undone}. In that case, {main}")
    elif _is_told(found):
        joint = "Even so, " if found.mark in ("although", "though") else "For this reason, "
        yield flagged.whole(f"{found.lead}{capital(found.clause)}. {joint}{main}")


def _wishes(flagged: Flagged) -> Iterator[Wording]:
    """ "In the future, if you need to": you may need to. "If you want A, or if you have B": do you, or do you?"""
    later = _IN_FUTURE.match(flagged.text)
    if later:
        may = f"{later['when']}, you may {later['verb']} {later['clause']}"
        yield flagged.whole(f"{later['lead']}{capital(may)}. In that case, {later['main']}")
    two = _TWO_WISHES.match(flagged.text)
    if two and _HELPING.match(two["main"]):
        yield flagged.whole(f"{two['lead']}Do you {two['one']}, or do you {two['two']}? If so, {two['main']}")


def _is_flat(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("“") == text.count("”") and '"' not in text


def _is_told(found: Opening) -> bool:
    """Whether the clause has its own subject right at its start, and tells a fact that can stand alone."""
    verb = next((word for word in found.words if word.has("nsubj", "expl") and word.is_("advcl")), None)
    own = verb.child("nsubj", "expl") if verb is not None else None
    if verb is None or own is None or own.subtree()[0] is not found.words[0] or verb.form in _SAID:
        return False
    helpers = {child.form for child in verb.children if child.is_("aux", "cop")} | {verb.form}
    # "Since you joined" tells a time, and so may "as you leave".
    return found.mark in ("because", "although", "though") or bool(helpers & {"is", "are", "has", "have"})


def _question(flagged: Flagged, found: Opening) -> str | None:
    """The condition with its verb before its subject; None where that would not be English, or not be so yet."""
    own = found.words[0].subtree() if found.words[0].is_("nsubj", "expl") else _subject_from(found.words)
    if own is None or any(word.form in _NEGATIVE for word in found.words):
        return None
    after = flagged.tree.after(own[-1])
    if after is None or after.start >= found.words[-1].end or _OR_SO.search(found.clause):
        return None
    who = flagged.text[own[0].start : own[-1].end]
    rest = flagged.text[after.end : found.words[-1].end]
    you = len(own) == 1 and own[0].form == "you"
    helps = bool(_HELPING.match(found.main))
    if after.form in _AUXILIARIES and not (after.form == "have" and after.pos == "VERB"):
        if not (helps or after.form in _HAPPENED):
            return None
        joined = _second_verb(flagged, found, after, you=you)
        return f"{after.form.capitalize()} {small(who, own[0])}{joined}" if joined is not None else None
    if you and helps and after.form in _STATES:
        return f"Do you {after.form}{rest}"
    return None


def _undone(found: Opening) -> str | None:
    """ "If you do not have a copy": you may not have a copy. Only where one thing is not so, and help follows."""
    match = _NOT_SO.match(found.clause)
    more = _AND_NEED.search(found.clause)
    if (
        match
        and more
        and _HELPING.match(found.main)
        and not re.search(r"\bor\b|\band\s+you\b", found.clause[match.end() : more.start()])
    ):
        verb = _MAY_NOT[match["be"].lower()] if match["be"] else "be able to "
        first = found.clause[match.end() : more.start()].lstrip()
        wish = "want" if more["verb"].lower().startswith("would") else more["verb"]
        # With a subject of its own it is a sentence of its own.
        joint = ". You " if more["joint"].startswith(",") else more["joint"]
        return f"You may not {verb}{first}{joint}may {wish}{found.clause[more.end() :]}"
    joined = any(word.is_("conj") and not word.has("nsubj") and word.pos in ("VERB", "AUX") for word in found.words)
    if match is None or joined or not _HELPING.match(found.main) or re.search(r"\bor\b", found.clause):
        return None
    verb = _MAY_NOT[match["be"].lower()] if match["be"] else "be able to "
    return f"You may not {verb}{found.clause[match.end() :].lstrip()}"


def _subject_from(words: list[Word]) -> list[Word] | None:
    """The subject that begins with the first word: "the name request"."""
    for word in words:
        if word.is_("nsubj"):
            own = word.subtree()
            return own if own[0] is words[0] else None
    return None


def _second_verb(flagged: Flagged, found: Opening, first: Word, *, you: bool) -> str | None:
    """All that follows the first verb, with "you" said again where a second one is joined to it."""
    text = flagged.text[first.end : found.words[-1].end]
    for word in found.words:
        if not word.is_("conj") or word.pos not in ("VERB", "AUX", "ADJ") or word.index <= first.index:
            continue
        helper = next((each for each in word.children if each.is_("aux", "cop") and each.index < word.index), None)
        if helper is None and word.pos == "VERB" and not word.base:
            continue  # "was cancelled and refunded"
        before = flagged.tree.after(helper or word, -1)
        if word.has("nsubj") or not you or before is None or before.form != "and":
            return None
        if helper is None and not word.is_("xcomp") and word.form in _STATES:
            at = word.start - first.end
            return f"{text[: at - len('and ')].rstrip()}, and do you {text[at:]}"
        if helper is None or helper.form not in _AUXILIARIES:
            return None
        at = helper.end - first.end
        return f"{text[: before.start - first.end].rstrip()}, and {helper.form} you{text[at:]}"
    return text
