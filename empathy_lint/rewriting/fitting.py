"""Fitting new words into their sentence: the article before them, the capital, the spaces and commas around a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.pieces import pieces_of

_ARTICLE: Final = re.compile(r"\b([Aa]n?)(\s+)\Z")
# Vowel letters that sound as consonants, and the other way about.
_CONSONANT: Final = re.compile(
    r"(?:uni(?!n|m)|us(?:e|u|a)|eu|one\b|once\b|ur(?:e|i)|ubiq|u(?:k|s|rl)\b)", re.IGNORECASE
)
_SILENT_H: Final = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SPOKEN_VOWEL: Final = re.compile(r"(?:[AEFHILMNORSX][A-Z]{1,3}\b|8|11\b|18\b)")
_SMALL: Final = re.compile(r"[a-z]{2}")
_SHOUTED: Final = 8  # letters
_NUMBERED: Final = re.compile(r"\s*(?:\(?\w{1,2}[.)]|[-–—•*])?\s*[\"'“‘(\[]*\Z")
# What is left of "you must act immediately" says nothing.
_EMPTY_ASK: Final = re.compile(
    r"\W*(?:please|you\s+(?:must|need\s+to|have\s+to))\s+(?:act|do\s+so)\b(?:\s+to\s+(?:avoid|prevent)\b.*)?\W*",
    re.IGNORECASE,
)


def candidates(flagged: Flagged, wording: Wording) -> Iterator[Candidate]:
    """The wording as a candidate in its block; none where it would lose a placeholder, change nothing, or leave a
    sentence half in capitals.
    """
    if _is_in_capitals(flagged.text, wording) and _SMALL.search(wording.text):
        return
    whole = flagged.text[: wording.start] + wording.text + flagged.text[wording.end :]
    if _EMPTY_ASK.fullmatch(whole):
        return
    start, end, text = fitted(flagged, wording)
    first = flagged.sentence.start
    start, end = start + first, end + first
    if not text and start == first and end == flagged.sentence.end:
        start, end = _with_space(flagged.block.prose, start, end)
    if flagged.block.prose[start:end] == text:
        return
    pieces = pieces_of(flagged.block, start, end, text)
    if pieces is not None:
        safety = "review" if "[" in text and "[" not in flagged.block.prose[start:end] else wording.safety
        yield Candidate(flagged.sentence.block, start, end, pieces, wording.kind, safety, wording.spare)


def _is_in_capitals(text: str, wording: Wording) -> bool:
    """Whether all of a text is written in capitals, and what stays of it is more than an abbreviation."""
    rest = text[: wording.start] + text[wording.end :]
    return text.isupper() and sum(map(str.isalpha, rest)) >= _SHOUTED


def article(word: str) -> str:
    """ "a" or "an", as the word sounds."""
    vowel = word[:1].lower() in "aeiou" and not _CONSONANT.match(word)
    return "an" if vowel or _SILENT_H.match(word) or _SPOKEN_VOWEL.match(word) else "a"


def fitted(flagged: Flagged, wording: Wording) -> tuple[int, int, str]:
    """The change (start, end, new text) with whatever has to change beside it."""
    sentence = flagged.text
    start, end, text = wording.start, wording.end, wording.text
    if not text:
        start, end, text = _gap_closed(flagged, start, end)
    elif text.endswith(". ") and not flagged.has_placeholder(end, end + 1):
        end, text = min(end + 1, len(sentence)), text + capital(sentence[end:])[:1]
    elif text.lower() == "including" and sentence[end : end + 1] == ",":
        end += 1  # the comma closed "including, but not limited to,"
    before = _ARTICLE.search(sentence[:start])
    word = text or sentence[end:].lstrip()
    if before and word and article(word) != before[1].lower():
        new = capital(article(word)) if before[1][0] == "A" else article(word)
        start, text = before.start(), new + before[2] + text
    return start, end, text


def _gap_closed(flagged: Flagged, start: int, end: int) -> tuple[int, int, str]:
    """The words left out, with the comma that parted them from what follows, and a capital where they opened."""
    sentence = flagged.text
    if _NUMBERED.match(sentence[:start]):
        rest = re.compile(r"[,;:]?\s*").match(sentence, end)
        end = rest.end() if rest else end
        if flagged.has_placeholder(end, end + 1):
            return start, end, ""
        return start, min(end + 1, len(sentence)), capital(sentence[end:])[:1]
    lead = len(sentence[:start]) - len(sentence[:start].rstrip())
    if sentence[end : end + 1] in ",.;:!?)" or end == len(sentence):
        start -= lead
        if sentence[start - 1 : start] == "," and sentence[end : end + 1] in ",.;:!?":
            start -= 1
    else:
        following = len(sentence[end:]) - len(sentence[end:].lstrip())
        end += following
    return start, end, ""


def _with_space(prose: str, start: int, end: int) -> tuple[int, int]:
    """A sentence with the space after it, or before it where it comes last."""
    after = len(prose[end:]) - len(prose[end:].lstrip(" "))
    if after or end == len(prose):
        before = 0 if after else len(prose[:start]) - len(prose[:start].rstrip(" "))
        return start - before, end + after
    return start, end
