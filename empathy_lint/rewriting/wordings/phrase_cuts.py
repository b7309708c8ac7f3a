"""Where a phrase can become a sentence of its own, with a few words more: what it includes, how it is done, what for.

Most of these add words, so a person reads them. Those that only say again what the words before stand for are safe.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Safety
from empathy_lint.rewriting.wordings.clause_cuts import SHORTEST, Cut

_SUBJECTS: Final = frozenset({"you", "we", "i", "they"})
_CARRIED: Final = frozenset({"will", "can", "may", "have", "are", "must", "should", "could", "cannot"})
_OPENERS: Final = frozenset({"if", "unless", "when", "before", "after", "once", "while", "although", "should"})
_DOING: Final = {
    "allowing": "allows", "authorizing": "authorizes", "authorising": "authorises", "enabling": "enables",
    "meaning": "means", "causing": "causes", "confirming": "confirms", "giving": "gives", "helping": "helps",
    "explaining": "explains", "resulting": "results", "ensuring": "ensures", "making": "makes", "letting": "lets",
    "reducing": "reduces", "showing": "shows", "preventing": "prevents", "leaving": "leaves", "bringing": "brings",
    "requiring": "requires",
}  # fmt: skip
_REMINDS: Final = re.compile(r"\A\W*this\s+(?:\w+\s+)?is\s+(?:a|to)\b", re.IGNORECASE)
_SPEAKS: Final = frozenset({"you", "your", "we", "our", "it", "this", "these", "they", "the", "that", "its"})
# What is denied before a joint is denied behind it, too.
_DENIED: Final = re.compile(r"\b(?:not|never|no|without|neither|unless|except|cannot)\b|n['’]t\b", re.IGNORECASE)
_PURPOSE: Final = re.compile(r"\s*,?\s*\bin\s+order\s+to\s+(?=[a-z])", re.IGNORECASE)


def phrase_cut(flagged: Flagged, word: Word) -> Cut | None:
    """The cut at a word that opens such a phrase, or None."""
    cut = _CUTS.get(word.form)
    return cut(flagged, word) if cut else _what_it_does(flagged, word)


def _same_subject(flagged: Flagged, word: Word) -> Cut | None:
    """ "You have verified your name and uploaded a photo": the second thing with its subject said again."""
    verb = word.head
    if verb is None or not word.is_("cc") or not verb.is_("conj") or verb.head is None or verb.pos != "VERB":
        return None
    first = verb.head
    own = first.child("nsubj")
    if first.dep != "ROOT" or own is None or own.form not in _SUBJECTS or verb.has("nsubj", "aux", "cop", "expl"):
        return None
    between = flagged.text[word.end : verb.start]
    helpers = [child for child in first.children if child.is_("aux") and child.index < first.index]
    carried = [child.form for child in helpers if child.form in _CARRIED]
    if between.strip() or len(carried) != len(helpers) or _opens_with_condition(flagged):
        return None
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    subject = " ".join([own.form if own.form != "i" else "I", *carried])
    text = f". {subject[:1].upper()}{subject[1:]} also "
    sure: Safety = "review" if _DENIED.search(flagged.text[: word.start]) else "safe"
    return Cut(lead.start() if lead else word.start, verb.start, text, sure)


def _examples(flagged: Flagged, word: Word) -> Cut | None:
    """ "…, including the three letters": this includes the three letters."""
    following = flagged.tree.after(word)
    if word.form == "such" and (following is None or following.form != "as"):
        return None
    comma = re.search(r"\s*,\s*\Z", flagged.text[: word.start])
    end = word.end if word.form == "including" or following is None else following.end
    if comma is None or not _rest_is_list(flagged, end) or _is_within_list(flagged, word):
        return None
    opener = ". This includes" if word.form == "including" else ". Examples are"
    sure: Safety = "review" if _DENIED.search(flagged.text[: word.start]) else "safe"
    return Cut(comma.start(), end, opener, sure)


def _rest_is_list(flagged: Flagged, at: int) -> bool:
    """Whether what follows is things alone, to the end of the sentence."""
    rest = [word for word in flagged.tree.words if word.start >= at]
    return len(rest) >= 2 and not any(word.pos in ("VERB", "AUX", "SCONJ") and not word.is_("amod") for word in rest)


def _is_within_list(flagged: Flagged, word: Word) -> bool:
    """Whether another "including" or "such as" comes later: only the last one opens a sentence."""
    return any(other.form == "including" and other.index > word.index for other in flagged.tree.words)


def _the_way(flagged: Flagged, word: Word) -> Cut | None:
    """ "We can help by telling you about grants": we can do this by telling you about grants."""
    following = flagged.tree.after(word)
    verb = flagged.tree.after(word, 2) if following is not None and following.form == "either" else following
    if verb is None or verb.pos != "VERB" or not verb.form.endswith("ing") or verb.head is None:
        return None
    if re.search(r"\b(?:and|or)\s*\Z", flagged.text[: word.start], re.IGNORECASE):
        return None  # one of several ways
    main = list(verb.ancestors())[-1]  # wherever the way is joined, it is that of the whole sentence
    own = main.child("nsubj")
    helpers = [child.form for child in main.children if child.is_("aux")]
    if own is None or own.form not in _SUBJECTS or main.index > word.index or not set(helpers) <= {"can", "will"}:
        return None
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    subject = " ".join([own.form.capitalize(), *helpers[:1]])
    return Cut(lead.start() if lead else word.start, word.end, f". {subject} do this by", "review")


def _otherwise(flagged: Flagged, word: Word) -> Cut | None:
    """ "You should call us, or you may miss it": otherwise you may miss it."""
    rest = re.compile(r"\s+(?=(?:you|we|your\s+\w+)\s+(?:may|will|could|might|can)\b)").match(flagged.text, word.end)
    verb = next((each.head for each in flagged.tree.words if rest and each.start == rest.end()), None)
    if (
        rest is None
        or verb is None
        or not re.search(r"\b(?:please|should|must|need\s+to)\b", flagged.text[: word.start])
    ):
        return None
    lead = re.search(r"\s*,?\s*\Z", flagged.text[: word.start])
    return Cut(lead.start() if lead else word.start, rest.end(), ". Otherwise, ", "review")


def _what_it_does(flagged: Flagged, word: Word) -> Cut | None:
    """ "You signed the form, allowing us to send it": this allows us to send it."""
    does = _DOING.get(word.form)
    comma = re.search(r"\s*,\s*\Z", flagged.text[: word.start])
    if does is None or comma is None or word.index < SHORTEST or _opens_with_condition(flagged):
        return None
    return Cut(comma.start(), word.end, f". This {does}", "review")


def _another_way(flagged: Flagged, word: Word) -> Cut | None:
    """ "Use your card, or try again later": you can also try again later."""
    verb = flagged.tree.after(word)
    comma = re.search(r"\s*,\s*\Z", flagged.text[: word.start])
    if comma is None or verb is None or verb.head is None or not verb.is_("conj") or not verb.base:
        return None
    asks = verb.head.dep == "ROOT" and verb.head.imperative and not verb.has("nsubj", "aux")
    return Cut(comma.start(), word.end, ". You can also", "review") if asks and verb.pos == "VERB" else None


def _last_step(flagged: Flagged, word: Word) -> Cut | None:
    """ "Print it, sign it, then send it": then send it, as a request of its own."""
    verb = flagged.tree.after(word)
    comma = re.search(r"\s*,\s*\Z", flagged.text[: word.start])
    if comma is None or verb is None or verb.pos != "VERB" or not verb.base or verb.has("nsubj", "aux"):
        return None
    if _opens_with_condition(flagged):  # "If you agree, then call us"
        return None
    asks = any(row.imperative or row.forms("nsubj") == {"you"} for row in verb.ancestors())
    return Cut(comma.start(), word.end, ". Then", "safe") if asks else None


def _purpose(flagged: Flagged, word: Word) -> Cut | None:
    """ "We closed it in order to protect you": this is to protect you."""
    match = _PURPOSE.match(flagged.text, len(flagged.text[: word.start].rstrip(" ,")))
    if match is None or word.index < SHORTEST or _opens_with_condition(flagged):
        return None
    verb = flagged.word_at(match.end())
    main = verb.head if verb is not None else None
    if verb is None or verb.pos != "VERB" or main is None or main.imperative:
        return None
    # "This is a reminder that we take it in order to …" tells one thing, however deep it stands.
    if main.dep not in ("ROOT", "conj") and not _REMINDS.match(flagged.text):
        return None
    return Cut(match.start(), match.end(), ". This is to ", "review")


def _in_brackets(flagged: Flagged, word: Word) -> Cut | None:
    """ "Enter your PIN (you chose it in May).": what stands in brackets at the end, where it is a sentence."""
    inside = re.fullmatch(r"\((?P<said>[^()]+)\)[.!]?\s*", flagged.text[word.start :])
    if inside is None or flagged.has_placeholder(word.start, word.start + 2):
        return None
    words = [each for each in flagged.tree.words if word.start < each.start < word.start + inside.end("said")]
    first = words[0] if words else None
    if (
        first is None
        or first.form not in _SPEAKS
        or not any(each.pos in ("VERB", "AUX") and each.has("nsubj") for each in words)
    ):
        return None
    lead = re.search(r"\s*\Z", flagged.text[: word.start])
    said = inside["said"].rstrip(" .")
    return Cut(lead.start() if lead else word.start, len(flagged.text), f". {said[:1].upper()}{said[1:]}.", "safe")


def _opens_with_condition(flagged: Flagged) -> bool:
    """Whether all of the sentence hangs on its opening clause."""
    return bool(flagged.tree.words) and flagged.tree.words[0].form in _OPENERS


_CUTS: Final[dict[str, Callable[[Flagged, Word], Cut | None]]] = {
    "and": _same_subject,
    "including": _examples,
    "such": _examples,
    "by": _the_way,
    "in": _purpose,
    "or": lambda flagged, word: _another_way(flagged, word) or _otherwise(flagged, word),
    "then": _last_step,
    "(": _in_brackets,
}
