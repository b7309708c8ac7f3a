"""Reproach that adds no fact, left out: the whole sentence, or the clause that holds it and nothing else.

Nothing is left out that names an amount, a date, a thing to do, a decision, a right or what may follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording, capital
from empathy_lint.rewriting.invariants import hard_facts
from empathy_lint.rewriting.wordings.clause_cuts import finite

# Words for what a reader may have to know: money, steps, decisions, rights, asks.
_STEPS: Final = (
    r"(?:did|have|has|had)\s*(?:not|n['’]t)\b(?!\s+seen\s+fit)|failed\s+to|refund\w*|claim(?:s|ed)?|cover(?:ed|age)?|insur\w+|court|legal\w*"
    r"|lawful\w*|law|offences?|criminal|appeals?|rights|right\s+to|entitle\w*|eligib\w+|exclu\w+|decisions?|decide[ds]?|declin\w+|refus\w+"
    r"|reject\w+|approv\w+|cancel\w*|clos(?:e|es|ed|ing)|suspen\w+|block\w*|terminat\w+|remov\w+|disconnect\w*|delet\w+|withdr\w+|revok\w+"
    r"|disabl\w+|void\w*|lose|lost|penalt\w+|deadline|extension|excuses?|must|needs?\s+(?!telling|reminding|chasing|to\s+be\s+told)"
    r"|required?|requirements?|please|kindly|sorry|deducted|benefits?|permits?|licen[cs]es?|warrant|hearing|evidence|proof|danger\w*|damage\w*"
    r"|injur\w+|risk\w*|because|unless|until|if|tampered|passwords?|documents?|forms?|will\s+(?:be|now|no|not)|may\s+be|cannot|can['’]t|won['’]t"
    r"|no\s+longer|unable|not\s+able|you\s+can|you\s+may|(?:expected|obliged|bound)\s+to\s+(?!know|understand|be\s+aware)"
    r"|responsible\s+for|unlikely|consequences?"
)
_MONEY: Final = (
    r"pay|pays|paid|paying|payments?|unpaid|amounts?|balance|arrears|fees?|fines?|charge[sd]?|costs?|due|owe[ds]?|debts?|invoices?|bills?"
    r"|credit|limits?"
)
_FACTS: Final = re.compile(rf"\b(?:{_STEPS}|{_MONEY})(?:\b|(?<=\s))|[£$€]", re.IGNORECASE)
# What others pay, and when, is nothing that this reader has to know.
_OF_OTHERS: Final = re.compile(rf"\b(?:{_STEPS})(?:\b|(?<=\s))|[£$€]", re.IGNORECASE)
# "We expected better" is what we think; "we look for others" is what we do.
_WE_DO: Final = re.compile(
    r"\b(?:we|i)\b(?!['’]d\b|\s+(?:must\s+say|expect(?:ed)?|trust(?:ed)?|assume[ds]?|had\s+(?:expected|hoped|trusted)|hope[ds]?|would\s+have"
    r"|are\s+(?:\w+\s+)?(?:disappointed|surprised|disheartened|not\s+in\s+the\s+habit)|do\s+wonder|wonder|find\s+it|doubt|thought|should\s+not|shouldn['’]t|suggest))",
    re.IGNORECASE,
)
_AMPLE: Final = (
    r"(?:ample|every|plenty\s+of|sufficient|more\s+than\s+enough|adequate|numerous|several|repeated|many|fair|full|enough)\s+(?:\w+\s+)?"
    r"(?:opportunit(?:y|ies)|notice|notification|warnings?|time|chances?)"
)
_REPROACHES: Final = re.compile(
    rf"\byou\s+(?:were|have\s+been|had\s+been|had|have\s+had)\s+(?:already\s+|clearly\s+)?(?:given|afforded|offered|sent|allowed)?\s*{_AMPLE}\b"
    r"|\byou\s+(?:have\s+)?(?:repeatedly\s+)?(?:ignored|wasted|squandered|missed)\s+(?:every|each|all)\s+(?:\w+\s+)?(?:opportunit(?:y|ies)|chances?|attempts?|offers?)\b"
    r"|\b(?:at\s+no\s+(?:point|time|stage)\s+(?:have|did|had)|not\s+once\s+(?:have|did|had))\s+you\b"
    r"|\byou\s+(?:have\s+|['’]ve\s+)?(?:shown|taken)\s+no\s+(?:real\s+|serious\s+)?(?:interest|responsibility|trouble|care)\b"
    r"|\b(?:you\s+(?:knew|know|were\s+(?:well\s+|fully\s+)?aware)|(?:you\s+)?(?:have|had)\s+only\s+yoursel(?:f|ves)\s+to\s+blame)\b"
    r"|\b(?:should|ought\s+to|could|would)\s+have\s+(?:known|noticed|realised|realized|thought|seen|spotted|checked|read|planned|called|asked|told|acted|avoided)\b"
    r"|\b(?:this|it|that|all\s+of\s+this)\s+(?:could|should|might)\s+(?:easily\s+)?have\s+been\s+(?:avoided|prevented)\b"
    r"|\b(?:ignorance|forgetting)\b|\bthe\s+onus\s+(?:is|rests|was|lies)\b|\bas\s+you\s+(?:well\s+)?know\b|\bat\s+the\s+end\s+of\s+the\s+day\b"
    r"|\bseen\s+fit\b",
    re.IGNORECASE,
)
# What leans on the sentence before it, and would lean on another.
_LEANS: Final = re.compile(
    r"\W*(?:this|that|these|those|it|he|she|they|so|therefore|hence|thus|as\s+a\s+result|consequently|for\s+(?:this|that|these)|instead|however"
    r"|but|then|otherwise|either|nor|neither|such|accordingly|in\s+that\s+case)\b",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(
    r"\s*(?P<mark>,\s*(?:and|so|as|although|though)|;(?:\s*and)?|\s+(?:and|although|though)|\s+[–—])\s+", re.IGNORECASE
)
_PREPOSITION: Final = re.compile(r"\b(?:on|in|at|for|to|by|of|from|under|with|during|after|before)\Z", re.IGNORECASE)
_WHICH: Final = re.compile(r",?\s+which\s+", re.IGNORECASE)
_AFTER: Final = re.compile(
    r"\s*(?:,\s*(?:so|and|therefore|hence)|;(?:\s*(?:therefore|so))?|\s+(?:so|and))\s+", re.IGNORECASE
)
_ATTITUDE: Final = re.compile(
    r"\A(?P<lead>\W*)(?:at\s+the\s+end\s+of\s+the\s+day|let['’]s\s+be\s+(?:honest|clear|frank)|with\s+(?:all\s+due\s+)?respect|frankly|quite\s+frankly|to\s+be\s+(?:blunt|frank)"
    r"|for\s+reasons\s+best\s+known\s+to\s+yoursel(?:f|ves))\s*,?\s+(?=\w)",
    re.IGNORECASE,
)
# What everybody is said to know may be told without that.
_KNOWN: Final = re.compile(
    r"\A(?P<lead>[^,;:.]*?,?[^,;:.]*?\b(?:you\s+(?:really\s+|surely\s+)?(?:ought\s+to|should|must)\s+(?:surely\s+|well\s+|already\s+)?(?:know|be\s+aware|realise|realize|appreciate)"
    r"|(?:would|should|do(?:es)?)\s+not\s+(?:need|have\s+to\s+be)\s+(?:telling|reminding|told|reminded)|(?:obvious|clear|plain|apparent|evident)\s+to\s+(?:anyone|anybody|everyone|all|any\s+\w+)"
    r"|(?:everyone|everybody|anyone|any\s+\w+)\s+knows|goes\s+without\s+saying)\s+that\s+)(?P<what>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
# What others do, or what people are like, is no news to the reader.
_SAID_OF_ALL: Final = frozenset({"compared-with-others", "talking-down", "your-choices"})
_MOSTLY: Final = 0.55  # of a sentence, from which on it is all reproach
_AT_MOST: Final = 2  # times what was flagged, in a clause that holds no more than that
_SHORTEST: Final = 3


# It tells nothing that another sentence would not have to tell.
_TOO_LATE: Final = re.compile(
    r"\A\W*you\s+(?:really\s+)?(?:should|ought\s+to)\s+have\s+(?:contacted|called|told|asked|(?:spoken|written|talked)\s+to)\s+us"
    r"\b[^,;:\d]*\Z",
    re.IGNORECASE,
)


_EVERY_CHANCE: Final = re.compile(
    r"\A\W*you\s+have\s+(?:ignored|refused|wasted|spurned|rejected)\s+(?:every|each|all\s+(?:of\s+)?(?:our|the)|all)\s+(?:\w+\s+)?(?:opportunit(?:y|ies)|chances?|attempts?|efforts?)"
    r"\b[^,;:\d]*\Z",
    re.IGNORECASE,
)


def without_reproach(flagged: Flagged) -> Iterator[Wording]:
    """The sentence without its reproach, or the block without the sentence."""
    if flagged.is_label:
        return
    for found in (_clause, _first_clause, _relative, _sentence):
        yield from found(flagged)


def adds_no_fact(flagged: Flagged, start: int, end: int) -> bool:
    """Whether sentence[start:end] names nothing that the reader may need."""
    first = flagged.sentence.start
    text = flagged.text[start:end]
    if flagged.has_placeholder(start, end) or hard_facts(flagged.block, first + start, first + end):
        return False
    if any(link.prose_start < first + end and first + start < link.prose_end for link in flagged.block.links):
        return False
    asks = "?" in text and flagged.finding.entry.startswith("reads-as")
    facts = _OF_OTHERS if flagged.finding.entry == "compared-with-others" else _FACTS
    return not asks and not facts.search(text) and not _WE_DO.search(text)


def _judges(flagged: Flagged) -> bool:
    return flagged.finding.rule == "shame-judgement"


def _is_reproach(flagged: Flagged, start: int, end: int) -> bool:
    """Whether a clause is the flagged one, and either judges or is known to say nothing else."""
    overlap = min(end, flagged.end) - max(start, flagged.start)
    if overlap < _MOSTLY * (flagged.end - flagged.start):
        return False
    told = _judges(flagged) and not flagged.finding.entry.startswith("reads-as")
    is_all = (end - start) <= _AT_MOST * (flagged.end - flagged.start)
    return (told and is_all) or bool(_REPROACHES.search(flagged.text[start:end]))


def _stands(flagged: Flagged, start: int, end: int) -> bool:
    """Whether what is left has a verb of its own, and leans on nothing."""
    words = [word for word in flagged.tree.words if start <= word.start and word.end <= end and word.pos != "PUNCT"]
    says = any(word.has("nsubj", "expl") or word.imperative for word in words)
    return (
        len(words) >= _SHORTEST
        and says
        and not re.match(
            r"\W*(?:if|although|though|while|as|since|because|when)\b[^,]*\Z", flagged.text[start:end], re.IGNORECASE
        )
    )


def _clause(flagged: Flagged) -> Iterator[Wording]:
    """ "It is late, and any adult would have known": it is late."""
    stop = len(flagged.text.rstrip(" .!"))
    joints = [
        match for match in _JOINT.finditer(flagged.text) if match.start() <= flagged.start + 1 and match.end() < stop
    ]
    for match in reversed(joints):
        if finite(flagged, match.end()) is None and not _is_marked_at(flagged, match.end()):
            continue
        if (
            _is_reproach(flagged, match.start(), stop)
            and adds_no_fact(flagged, match.end(), stop)
            and _stands(flagged, 0, match.start())
            and not _others(flagged, 0, match.start())
        ):
            yield Wording(match.start(), len(flagged.text.rstrip()), ".", "clause", "review")
        return


def _others(flagged: Flagged, start: int, end: int) -> bool:
    """Whether what is left has a reproach of its own."""
    first = flagged.sentence.start
    return any(
        spot.rule == flagged.finding.rule
        and spot.sentence.index == flagged.sentence.index
        and spot.start - first >= start
        and spot.end - first <= end
        and not (spot.start - first < flagged.end and flagged.start < spot.end - first)
        for spot in flagged.view.spots
    )


def _is_marked_at(flagged: Flagged, at: int) -> bool:
    return flagged.start <= at + 2 and at <= flagged.start


def _first_clause(flagged: Flagged) -> Iterator[Wording]:
    """ "Some of us are on time, so the doors will close at 8": the doors will close at 8."""
    for match in _AFTER.finditer(flagged.text):
        if match.start() < flagged.end - 1 or finite(flagged, match.end()) is None:
            continue
        if (
            _is_reproach(flagged, 0, match.start())
            and adds_no_fact(flagged, 0, match.start())
            and not flagged.has_placeholder(match.end(), match.end() + 1)
        ):
            rest, first = flagged.text[match.end() :], flagged.word_at(match.end())
            if first is not None and (first.imperative or first.base):
                return  # what is asked "so" goes with the reason for it
            if (
                not _LEANS.match(rest)
                and len(rest.split()) > _SHORTEST
                and not _others(flagged, match.end(), len(flagged.text))
            ):
                yield Wording(0, match.end() + 1, capital(flagged.text[match.end()]), "clause", "review")
        return


def _relative(flagged: Flagged) -> Iterator[Wording]:
    """ "It is a fault which any driver would have noticed, and is not covered": it is a fault and is not covered."""
    for match in _WHICH.finditer(flagged.text):
        if match.start() > flagged.start + 1:
            return
        end = re.compile(r"\s*[,.;]|\s*\Z").search(flagged.text, max(match.end(), flagged.end - 1))
        if end is None or match.start() < _SHORTEST * 3:
            continue
        if _PREPOSITION.search(flagged.text[: match.start()]):
            continue
        if _is_reproach(flagged, match.start(), end.start()) and adds_no_fact(flagged, match.start(), end.start()):
            comma = re.compile(r"\s*,(?=\s+and\b)").match(flagged.text, end.start())
            start = match.end() - len(match.group().lstrip(", "))
            if end.group().strip() in ("", "."):
                start = match.start()
            yield Wording(start, comma.end() if comma else end.start(), "", "clause", "review")


def _sentence(flagged: Flagged) -> Iterator[Wording]:
    whole = len(flagged.text)
    known_by_all = _KNOWN.match(flagged.text)
    if known_by_all and flagged.start < known_by_all.end("lead") and adds_no_fact(flagged, 0, known_by_all.end("lead")):
        at = known_by_all.start("what")
        if not re.match(
            r"(?:you|your|this|that|it)\b", known_by_all["what"], re.IGNORECASE
        ) and not flagged.has_placeholder(at, at + 1):
            yield Wording(0, at + 1, capital(flagged.text[at]), "clause", "review")
    opened = _ATTITUDE.match(flagged.text)
    if opened and flagged.touches(opened) and not flagged.has_placeholder(opened.end(), opened.end() + 1):
        yield Wording(opened.end("lead"), opened.end() + 1, capital(flagged.text[opened.end()]), "phrase", "review")
    is_all = flagged.end - flagged.start >= _MOSTLY * len(flagged.text.strip())
    says_nothing = _REPROACHES.search(flagged.text) or (is_all and flagged.finding.entry in _SAID_OF_ALL)
    if (
        (_TOO_LATE.match(flagged.text) or _EVERY_CHANCE.match(flagged.text))
        and not flagged.holds_placeholder
        and _can_go(flagged)
    ):
        yield flagged.whole("", "safe")
    elif says_nothing and adds_no_fact(flagged, 0, whole) and _can_go(flagged):
        yield flagged.whole("", "review")


def _can_go(flagged: Flagged) -> bool:
    """Whether the block has more to say, and what comes next does not lean on the sentence."""
    if len(flagged.block.prose.split()) < len(flagged.text.split()) + 4:
        return False
    after = flagged.block.prose[flagged.sentence.end :]
    return not _LEANS.match(after) and flagged.text.rstrip()[-1:] in ".!?"
