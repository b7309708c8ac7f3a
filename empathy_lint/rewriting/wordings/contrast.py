"""A "but" that cancels, undone: two sentences, each true by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.facts.clauses import subject
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital

_JOINER: Final = re.compile(r"\s*[,;–—-]*\s*\b(?:but|however|yet)\b\s*,?\s*", re.IGNORECASE)
_DENIED: Final = re.compile(r"\b(?:not|never|failed)\b|n['’]t\b", re.IGNORECASE)
_OPENER: Final = re.compile(r"\A(?P<lead>\W*)(?:however|nevertheless|nonetheless|but)\b\s*,?\s*", re.IGNORECASE)
_UNFORTUNATELY: Final = re.compile(
    r"\A(?P<lead>\W*)(?:unfortunately|regrettably|sadly)\b\s*,?\s*(?:but\s+)?", re.IGNORECASE
)
# "However" may tell a contrast that the reader needs, so a person looks.
_OPENERS: Final[tuple[tuple[re.Pattern[str], Safety], ...]] = ((_OPENER, "review"), (_UNFORTUNATELY, "safe"))
_LIMITS: Final = re.compile(
    r"(?:you|we|this|it|they)\s+(?:are|is|do|does|can|may|must|will|should)\s*(?:not|n['’]t)\b|(?:you|we)\s+cannot\b",
    re.IGNORECASE,
)
_CONCEDING: Final = re.compile(
    r"\A(?P<lead>\W*)(?:although|though|while|whilst)\s+(?P<first>[^,;]+),\s*(?P<second>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_YES: Final = re.compile(r"\A(?P<lead>\W*)(?P<yes>yes|ok|okay|sure|right)\b,?\s+but\s+", re.IGNORECASE)
_WITH_RESPECT: Final = re.compile(
    r"\A\W*(?:with\s+(?:all\s+)?(?:due\s+)?respect|no\s+offen[cs]e|don['’]t\s+take\s+this\s+the\s+wrong\s+way),?\s+but\s+",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"\b(?:thank\w*|sorry|apolog\w*|regret|appreciat\w*|understand|hope|glad|happy|pleased|we\s+(?:know|can|tried|received))\b",
    re.IGNORECASE,
)
_PRONOUNS: Final = {"we": "We", "i": "I", "you": "You", "it": "It", "they": "They"}


def without_but(flagged: Flagged) -> Iterator[Wording]:
    """The two clauses as two sentences; the joining word left out where it opens a sentence."""
    polite = _WITH_RESPECT.match(flagged.text)
    if polite:
        yield Wording(0, polite.end(), "", "phrase", "safe")
        return
    yes = _YES.match(flagged.text)
    if yes:
        yield _ended(yes.end("yes"), yes.end(), "safe")
        return
    for opener, safety in _OPENERS:
        match = opener.match(flagged.text)
        if match and flagged.start < match.end():
            # What limits something given needs its contrast.
            if safety == "safe" or not _LIMITS.match(flagged.text, match.end()):
                yield Wording(match.end("lead"), match.end(), "", "word", safety)
            return
    yield from _conceding(flagged)
    yield from _joined(flagged)


def _ended(start: int, end: int, safety: Safety, subject_word: str = "") -> Wording:
    """A full stop in place of the joint; what follows gets its capital as it is fitted in."""
    if subject_word:
        return Wording(start, end, f". {subject_word} ", "clause", safety)
    return Wording(start, end, ". ", "clause", safety)


def _joined(flagged: Flagged) -> Iterator[Wording]:
    """ "We understand, but payment is due" in two sentences."""
    for match in _JOINER.finditer(flagged.text):
        if not flagged.touches(match) or match.start() == 0:
            continue
        word = flagged.word_at(match.end())
        before = [each for each in flagged.tree.words if each.end <= match.start()]
        if word is None or word.pos in ("ADP", "SCONJ") or not _stands_alone(before):
            continue
        verb = _verb_after(flagged, match.end())
        if verb is None or flagged.text.rstrip().endswith("?"):
            continue
        own = verb.child("nsubj", "csubj", "expl")
        if own is not None and own.start >= match.end() and verb.dep in ("conj", "ROOT", "parataxis", "ccomp"):
            marked = any(child.is_("mark") and child.form in ("if", "that") for child in before[0].children)
            # Two reproaches in two sentences are no kinder.
            if flagged.finding.entry != "reads-as-cancelling" or _KIND.search(flagged.text[: match.start()]):
                # A reproach on its own is barer than beside the praise.
                reproach = own.form == "you" and _DENIED.search(flagged.text[own.start : verb.end])
                yield _ended(match.start(), match.end(), "review" if marked or reproach else "safe")
        elif (
            own is None
            and word.pos in ("VERB", "AUX")
            and (who := _first_subject(verb)) is not None
            and who.form in _PRONOUNS
            and verb.dep == "conj"
        ):
            yield _ended(match.start(), match.end(), "review", _PRONOUNS[who.form])


def _stands_alone(words: list[Word]) -> bool:
    """Whether words before a joint are a sentence of their own: a finite verb and a subject, or thanks."""
    forms = {word.form for word in words}
    if words and words[0].form in (
        "if",
        "should",
        "had",
        "when",
        "as",
        "since",
        "because",
        "unless",
        "although",
        "though",
        "while",
        "until",
    ):
        return False
    if forms & {"thank", "thanks", "sorry", "apologies"}:
        return True
    return any(word.pos in ("VERB", "AUX", "ADJ") and word.has("nsubj", "expl") for word in words)


def _verb_after(flagged: Flagged, offset: int) -> Word | None:
    """The verb of the clause that begins at an offset."""
    following = [word for word in flagged.tree.words if word.start >= offset]
    for word in following:
        if (
            word.pos in ("VERB", "AUX", "ADJ", "NOUN")
            and word.is_("ROOT", "conj", "parataxis", "ccomp")
            and (word.has("nsubj", "csubj", "expl", "aux", "cop") or word.pos == "VERB")
        ):
            return word
        if word.pos == "PUNCT" and word.form in (".", "!", ";"):
            break
    return None


def _first_subject(verb: Word) -> Word | None:
    """The subject of the main verb that a verb is joined to; a deeper one may be somebody else's."""
    return subject(verb.head) if verb.head is not None and verb.head.dep == "ROOT" else None


def _conceding(flagged: Flagged) -> Iterator[Wording]:
    """ "Although we value you, the fee stands" in two sentences."""
    match = _CONCEDING.match(flagged.text)
    if match is None or flagged.start > match.start("first"):
        return
    words = [word for word in flagged.tree.words if match.start("first") <= word.start < match.end("first")]
    second = [word for word in flagged.tree.words if word.start >= match.start("second")]
    has_verb = any(word.is_("ROOT") for word in second)
    if words and words[0].pos in ("PRON", "DET", "NOUN", "PROPN") and _stands_alone(words) and has_verb:
        text = f"{capital(match['first'])}. {capital(match['second'])}"
        yield Wording(match.end("lead"), len(flagged.text), text, "clause", "safe")
