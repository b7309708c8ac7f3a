"""Whether words that a rule gives can stand where the flagged ones do."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import is_noun
from empathy_lint.rewriting.flagged import Flagged
from empathy_lint.rewriting.terms import is_right_at_stake, is_term

_BEGINS_CLAUSE: Final = re.compile(r"(?:^|[.!?:;,—–]|\b(?:and|then|so|or))\s*$", re.IGNORECASE)
# Before a threat a "please" is no kindness.
OR_ELSE: Final = re.compile(
    r"\bfailing\s+which\b|\bor\s+(?:else|face|risk|lose|forfeit|your|its|their|(?:the|it|they)\s+(?:\w+\s+){0,2}(?:will|may)|you\s+(?:will|may)|we\s+(?:will|may))\b",
    re.IGNORECASE,
)
_DETERMINER: Final = re.compile(r"(?:the|an?|this|our|your)\s", re.IGNORECASE)
_PLURAL_VERB: Final = re.compile(r"\s+(?:are|were|have|do)\b", re.IGNORECASE)
# A payment "in relation to" an order is for it.
_PAID_FOR: Final = re.compile(r"\b(?:payments?|charges?|fees?|costs?|sums?|amounts?|pay|paid)\s+\Z", re.IGNORECASE)
# Information pertains to what it is about, and a key to what it is for.
_TELLING: Final = re.compile(
    r"\b(?:information|details?|questions?|quer(?:y|ies)|enquir(?:y|ies)|records?|correspondence|data|matters?|letters?|complaints?|decisions?"
    r"|advice|guidance|issues?|messages?|emails?|e-mails?|concerns?|facts?|updates?|regulations?|rules|laws?)\s+\Z",
    re.IGNORECASE,
)
# "In advance of leave", "in advance from us": before it, and not earlier than it.
_NOT_BEFORE: Final = re.compile(r"\s+(?:of|from|by|for)\b", re.IGNORECASE)
_WITHOUT: Final = re.compile(r"\bwithout\s+(?:any\s+)?\Z", re.IGNORECASE)
# "The above-named in", cut out of "our client, the above-named in respect of goods", names nothing.
_ABOVE_NOTHING: Final = re.compile(
    r"the\s+(?:in|at|on|for|and|or|is|are|was|has|have|will|to|by|of|with)\s+above", re.IGNORECASE
)
_SECOND_THAT: Final = re.compile(r"\b(?:and|or|but)\s+that\b", re.IGNORECASE)
# "Count as abandoned and disposed of" says that the disposal only counts as one.
_COUNTS: Final = re.compile(r"(?:will\s+|be\s+)?(?:counts?\s+as|treated\s+as)\b", re.IGNORECASE)
_AND_DONE: Final = re.compile(r"[^.,;]*?\b(?:and|or)\s+\w+(?:ed|en)\b", re.IGNORECASE)
# "On account of £50" is a part of what is owed, and "me, the undersigned" says it twice.
_SUM: Final = re.compile(r"\s+(?:[£$€\d\[{<%]|the\s+(?:same\s+)?(?:amount|sum))", re.IGNORECASE)
_OF_OURS: Final = re.compile(r"\s+(?:our|the|your|these|those|its|their|my|his|her)\b", re.IGNORECASE)
_ACTING: Final = re.compile(
    r"\b(?:instructed|acting|acts?|writ(?:e|ing|ten)|wrote|contact(?:ed|ing)?)\b[^,;.]{0,30}\Z", re.IGNORECASE
)
_RELATING: Final = re.compile(r"(?:not\s+)?(?:in|on|at|by|under|for|with|from)\s", re.IGNORECASE)
_ME: Final = re.compile(r"\b(?:me|us|I|we),?\s+\Z", re.IGNORECASE)
_STILL: Final = re.compile(r"are\s+still\b", re.IGNORECASE)
# "Will are" is no English: behind these it is "be", and nowhere else.
_MODAL: Final = re.compile(
    r"\b(?:(?:will|would|shall|should|may|might|can|could|must|to)(?:\s+not)?|cannot|(?:wo|would|should|could|ca)n['’]t)\s+(?:also\s+|then\s+)?\Z",
    re.IGNORECASE,
)
# "Does not constitute": neither "is" nor "be" goes with it.
_DOES: Final = re.compile(r"\b(?:do|does|did)(?:\s+not|n['’]t)?\s+\Z", re.IGNORECASE)
_FINITE: Final = re.compile(r"(?:are|is|am|was|were)\b", re.IGNORECASE)
_BE: Final = re.compile(r"be\b(?!\w)", re.IGNORECASE)
# What can be unpaid; a return or a document that is outstanding is missing.
_OWED: Final = re.compile(
    r"\b(?:balance|amount|sum|total|debt|invoice|bill|statement|payment|fee|charge|rent|arrears|instal?ment|premium|fine|penalt(?:y|ie)|account|tax"
    r"|loan|interest|cost|due|deposit|money|subscription|order)s?\b|[£$€]",
    re.IGNORECASE,
)
_NEAR: Final = 6  # words before a verb, among which its subject stands
_UNPAID: Final = re.compile(r"(?:is|are|remains?|still)\b.*\bunpaid\b", re.IGNORECASE)
# What is unpaid is a bill; a payment is due.
_PAYMENT: Final = re.compile(r"\bpayments?(?:\s+of\s+\S+)?\s+(?:(?:is|are|remains?)\s+)?\Z", re.IGNORECASE)
_SMALL: Final = frozenset("as to of on in at by for from with".split())
_OVERPAID: Final = re.compile(r"\b(?:over-?\s?pa(?:id|yment)\w*|credit\s+balance|unapplied)\b", re.IGNORECASE)
# Verbs that name nothing without what they are done to: "you have until Friday to fix".
_NEEDS_OBJECT: Final = frozenset("fix send use make get find give pay".split())
_NO_OBJECT: Final = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|(?:by|with|before|until|and|or|at|in|on|within|after)\b)", re.IGNORECASE
)
# "Of it", "to this": what is meant stands in the law's own words only.
_POINTS: Final = re.compile(r"(?:of|to|in|under|by|from)\s+(?:it|this)|here", re.IGNORECASE)
# What a law calls a notice is its name: "Notice of Commencement of Dissolution".
_NAMED_NOTICE: Final = re.compile(r"\W*Notice\s+of\s+(?:(?:[A-Z][\w-]*|of|to|the|and)\s*){2,}\Z")
# Who is retained to collect is asked to, and not kept.
_HIRED: Final = re.compile(
    r"\s+(?:to\s+[a-z]|by\s+(?:our|the|your|a)\s+(?:client|creditor|landlord|bank)|as\b)", re.IGNORECASE
)
# "About this fact, we …" is nothing that anybody says.
_OPENS: Final = re.compile(r"\W*\Z")
# "You are in line with the rules" tells of nobody what they do.
_IS: Final = re.compile(r"\b(?:am|are|is|be|been|being|was|were)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_DEATH: Final = re.compile(r"\b(?:deceased|died|dead|death|passed\s+away|passing)\b", re.IGNORECASE)
_NOUN_PARTS: Final = frozenset({"det", "amod", "poss", "nummod", "compound", "nmod:poss"})


def fits(text: str, spot: Flagged) -> bool:
    """Whether the text can stand there: a noun stays one, an ask begins a clause, a new article has no other determiner
    or adjective before it, the number stays, and what is left out is no thing of its own.
    """
    if (text and _is_noun(spot) and not is_noun(text.lower())) or _is_broken(text, spot) or is_term(text, spot):
        return False
    if text.lower() in ("about", "for") and (told := _relation(spot)) and told != text.lower():
        return False
    if text.lower() == "about" and _PAID_FOR.search(spot.text[: spot.start]):
        return False
    if not text and (_carries_others(spot) or _leads_others(spot)):
        return False
    if f"{text.lower()} ".startswith("please "):
        return bool(_BEGINS_CLAUSE.search(spot.text[: spot.start])) and not OR_ELSE.search(spot.text)
    return not _DETERMINER.match(text) or _is_whole_phrase(spot)


def is_sure(text: str, spot: Flagged) -> bool:
    """Whether the text says by itself what it means: "of it" leaves open of what. What is appealed against is not."""
    return not _POINTS.fullmatch(text.strip()) and not is_right_at_stake(spot)


def _relation(spot: Flagged) -> str:
    """The word that relates two things there, "about" or "for"; empty where either is fine."""
    before = spot.text[: spot.start]
    if spot.words.lower() == "in relation to":
        return "for" if _PAID_FOR.search(before) else "about"
    if spot.words.lower() in ("pertaining to", "appertaining to"):
        return "about" if _TELLING.search(before) else "for"
    return ""


def _is_noun(spot: Flagged) -> bool:
    """Whether what was flagged is one word that is a noun there: "our remit"."""
    word = spot.word_at(spot.start)
    return bool(word and word.end >= spot.end and word.pos == "NOUN" and " " not in spot.words)


def _is_broken(text: str, spot: Flagged) -> bool:
    """Whether the text names nothing, or is a finite verb where another one stands."""
    after, before = spot.text[spot.end :], spot.text[: spot.start]
    return bool(
        (spot.is_label and _NAMED_NOTICE.match(spot.text))
        or _ABOVE_NOTHING.fullmatch(text)
        or (_STILL.match(text) and _has_helper(spot))
        or (_FINITE.match(text) and (_MODAL.search(before) or _DOES.search(before)))
        or (_BE.match(text) and not _MODAL.search(before))
        or (_COUNTS.match(text) and _AND_DONE.match(after))
        or (text == "because of" and _SUM.match(after))
        or (text.lower() in ("several", "many", "some", "most") and _OF_OURS.match(after))
        or (text.lower() in ("about", "for") and after.lstrip().startswith("which"))
        or (text == "for" and _ACTING.search(before))
        or (text == "about" and spot.words.lower() == "in respect of" and not _ACTING.search(before))
        or (text.startswith(("keep", "kept")) and spot.words.lower().startswith("retain") and _HIRED.match(after))
        or (text.lower() == "about" and not spot.is_label and _OPENS.match(before))
        or (text == "in line with" and spot.words.lower() == "in compliance with" and _IS.search(before))
        or (text == "me" and (_ME.search(before) or _is_subject(spot)))
        or (_RELATING.match(text) and _describes(spot))
        or (" " in text and text.endswith("s") and _describes(spot))
        or _doubles(text, before, after)
        or (text.endswith("in advance") and _NOT_BEFORE.match(after))
        or (text.lower() == "earlier" and _WITHOUT.search(before))
        or (text.lower() == "setting up" and not _OF_OURS.match(after.removeprefix(" of")))
        or (text.lower() == "end of" and spot.is_label)
        or (_UNPAID.match(text) and not _OWED.search(" ".join(before.split()[-_NEAR:])))
        or (text.lower() == "if there is" and _OF_OURS.match(after))
        or (text.lower().startswith("pay ") and "payment" in f"{text}{after}".lower().split()[1:3])
        or (text.endswith("the") and after.lstrip().lower().startswith("following"))
        or (text.endswith("unpaid") and _PAYMENT.search(before))
        or (text.lower().startswith("unpaid ") and _is_too_much(spot))
        or (text.lower() in _NEEDS_OBJECT and _NO_OBJECT.match(after))
    )


def _is_too_much(spot: Flagged) -> bool:
    """Whether the message is about money that came and found no use: an "unsettled amount" that is a credit."""
    return "unsettled" in spot.words.lower() and any(
        _OVERPAID.search(block.prose) for block in spot.view.analysis.message.blocks
    )


def _doubles(text: str, before: str, after: str) -> bool:
    """Whether a small word of the text stands beside itself, or beside another of its kind: "count as as"."""
    words, follows = text.lower().split(), after.split()
    if not words:
        return False
    last, next_word = words[-1], follows[0].lower() if follows and after[:1].isspace() else ""
    if last in _SMALL and next_word in _SMALL and (last in (next_word, "as") or next_word == "as"):
        return True
    return words[0] in _SMALL and before.split()[-1:] == [words[0]]


def _has_helper(spot: Flagged) -> bool:
    """Whether the first flagged word is a verb behind a helping one: "should it remain unpaid", "will remain"."""
    word = spot.word_at(spot.start)
    return bool(word and any(child.is_("aux") for child in word.children))


def _is_subject(spot: Flagged) -> bool:
    """Whether what was flagged does something: "the undersigned will begin proceedings"."""
    return any(word.is_("nsubj") for word in spot.tree.words if spot.start <= word.start < spot.end)


def _describes(spot: Flagged) -> bool:
    """Whether the noun that the flagged words describe stands behind them: "a pro rata charge"."""
    words = [word for word in spot.tree.words if spot.start <= word.start < spot.end]
    heads = [word.head for word in words if word.dep in _NOUN_PARTS and word.head not in words]
    return any(head is not None and head.start >= spot.end for head in heads)


def _leads_others(spot: Flagged) -> bool:
    """Whether a lead such as "you are reminded that" has a second clause behind it, or words before that need it."""
    words = spot.words.lower()
    if words.endswith("that") and _SECOND_THAT.search(spot.text[spot.end :]):
        return True
    before = spot.text[: spot.start].rstrip()
    if words.startswith("it has come to our attention") and (
        before.endswith(",") or _DEATH.search(spot.text[spot.end :])
    ):
        return True  # of a death nobody is told as if they did not know
    return words.startswith("this ") and any(char.isalnum() for char in before)


def _carries_others(spot: Flagged) -> bool:
    """Whether what was flagged is a thing in its clause: "the aforementioned is closed" needs it."""
    word = spot.word_at(spot.start)
    return bool(word and word.end >= spot.end and word.is_("nsubj", "obj", "iobj", "nmod"))


def _is_whole_phrase(spot: Flagged) -> bool:
    """Whether the flagged noun phrase has no determiner or adjective outside of it, and is not the subject of a plural
    verb.
    """
    words = [word for word in spot.tree.words if word.start < spot.end and spot.start < word.end]
    outside = [child for word in words for child in word.children if child not in words]
    if not words or any(child.dep in _NOUN_PARTS for child in outside):
        return False
    return not _PLURAL_VERB.match(spot.text[spot.end :])
