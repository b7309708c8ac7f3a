"""What comes too late, told where reading begins: the ask up front, the help before the penalty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.checking.view import MessageView, is_greeting
from empathy_lint.language.analysis import Sentence
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.reading.message import BlockKind
from empathy_lint.rewriting.candidate import Candidate, Kept
from empathy_lint.rewriting.flagged import Flagged, as_code, capital, small
from empathy_lint.rewriting.help_gaps import HELP_FIRST
from empathy_lint.rewriting.wordings.obligations import ACTS

_BODY: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LEANING: Final = re.compile(
    r"\b(?:above|below|this|that|these|those|it|here|then|also|them|there|instead|again|same|my|only|together|which|either|both|one)\b",
    re.IGNORECASE,
)
# What is clicked, used or let comes after it; without that these say nothing.
_POINTING: Final = frozenset({"click", "use", "let", "set", "take", "keep", "make", "go"})
_PUSH: Final = re.compile(
    r"\s+(?:as\s+soon\s+as\s+possible|immediately|at\s+once|urgently|right\s+away)\b", re.IGNORECASE
)
_STOPS: Final = re.compile(r"[.!:?][*_\"”'’)]*\s*\Z")  # others are labels, whatever block they stand in
# A dot or colon with something right behind it belongs to an address or a time.
_ACT: Final = re.compile(r"\A\W*(?:please\s+)?(?P<act>[a-z](?:[^.!?:;]|[.:?](?=[\w/=]))*)", re.IGNORECASE)
_EXAMPLES: Final = re.compile(
    r"\s*,\s+(?:such\s+as|including|for\s+example|e\.g\.)\s.*\Z|\s*\([^()]*\)", re.IGNORECASE | re.DOTALL
)
_THING_MUST: Final = re.compile(
    r"\A(?P<what>(?:The|Your|This|All|Any)(?:\s+[\w'’-]+){1,5}?)\s+(?:must|needs?\s+to|ha(?:s|ve)\s+to|(?:is|are)\s+to|should)\s+be\s+"
    r"(?P<done>[a-z]+)(?P<rest>\b[^.;:,]*)\.\s*\Z"
)
_BAD_NEWS: Final = re.compile(
    r"\b(?:sorry|regret\w*|unfortunately|eliminated|redundan\w+|died|death|passed\s+away|loss|declined|refused|rejected|ended|terminated|dismissed)\b",
    re.IGNORECASE,
)
_SORRY: Final = re.compile(r"\b(?:sorry|apolog\w+|mistakes?|our\s+error|we\s+got\s+\w+\s+wrong)\b", re.IGNORECASE)
# "To cancel, call us" asks it of those alone who want that.
_FOR_SOME: Final = re.compile(r"\W*(?:\[|(?:in\s+order\s+)?to\b|if\b|when\b|should\b|unless\b|for\b)", re.IGNORECASE)
_MAKES_SURE: Final = re.compile(
    r"\W*(?:please\s+|kindly\s+)?(?:(?:make|be)\s+(?:sure|certain)|ensure|check\s+(?:that|whether|if|you))\b",
    re.IGNORECASE,
)
_IF: Final = re.compile(
    r"\b(?:if|unless|in\s+case|once|when|whenever|should\s+you|as\s+soon\s+as\s+(?:you|we|it))\b", re.IGNORECASE
)
# What the next sentence asks hangs on this one.
_FIRST: Final = re.compile(r"\W*(?:having|after|once|if|when|unless|as|since|because|should)\b", re.IGNORECASE)
_PARAGRAPH: Final = 8  # words of what is more than a greeting or a line of an address
_SHORTEST: Final = 4  # words of an ask that says something: more than "Please contact us."
_TITLE: Final = 14  # words of the longest line that is taken for a title
_LONGEST: Final = 24  # words of an ask that can be told before anything else
# What is asked besides, or by when: half of an ask at the top would be taken for the whole.
_ASKS_MORE: Final = re.compile(r"\b(?:and|then|by|before|within|until|on|at|if|unless|when|where)\b", re.IGNORECASE)
# Where a template decides or repeats, what is written once may not hold at the top.
_LOGIC: Final = re.compile(
    r"\{%|\{\{[#/~^]|<%(?!=)|<\?(?!=)|\$\{?(?:if|foreach)|@(?:if|foreach|for|unless)\b|\bif\s*\(|\{(?:if|foreach|section)\b"
)


def ask_first(flagged: Flagged) -> Iterator[Candidate]:
    """The ask before the first line of the body: moved within its paragraph, or told there in short."""
    opening = _first_body(flagged.view)
    if opening is None or opening.index >= flagged.sentence.index or not _is_for_all(flagged):
        return
    if flagged.is_label or _hangs_on_more(flagged) or not _STOPS.search(flagged.text):
        return
    if _SORRY.search(opening.text) or _answers_a_question(flagged):
        return  # what went wrong comes first, and what only some may want is no ask of all
    ask = _in_short(flagged) or _act_alone(flagged) or _of_thing(flagged, opening)
    if ask is not None and len(ask.split()) < _SHORTEST:
        return
    if ask is not None:
        yield _before(flagged.view, opening, ask)
    elif opening.block == flagged.sentence.block and not _LEANING.search(flagged.text):
        yield _moved(flagged.sentence, opening)


def _hangs_on_more(flagged: Flagged) -> bool:
    """Whether it is a means to the ask, is asked of some or at some time only, or follows from the sentence before."""
    if _FOR_SOME.match(flagged.text) or _MAKES_SURE.match(flagged.text) or _IF.search(flagged.text):
        return True
    at = flagged.sentence.index
    before = flagged.view.analysis.sentences[at - 1] if at else None
    return before is not None and bool(_FIRST.match(before.text))


def _answers_a_question(flagged: Flagged) -> bool:
    """Whether the sentence before asks who wants it: "Would you rather not hear from us? Stop all emails here"."""
    sentences = flagged.view.analysis.sentences
    before = sentences[flagged.sentence.index - 1] if flagged.sentence.index else None
    return before is not None and before.block == flagged.sentence.block and before.text.rstrip().endswith("?")


def _is_for_all(flagged: Flagged) -> bool:
    """Whether every reader gets the ask: one that stands in a branch would reach others at the top."""
    variants = flagged.view.analysis.message.variants
    return all(flagged.sentence.block in variant.blocks for variant in variants)


def help_first(flagged: Flagged) -> Iterator[Candidate]:
    """What the firm offers before the sentence that holds the penalty."""
    if not flagged.is_label:
        yield _before(flagged.view, flagged.sentence, HELP_FIRST)
        yield from _behind_earlier(flagged)
    else:
        opening = _first_body(flagged.view)
        if opening is not None:
            yield _before(flagged.view, opening, HELP_FIRST)


def _behind_earlier(flagged: Flagged) -> Iterator[Candidate]:
    """Help at the end of the paragraph before, for a penalty that a template tells some readers only."""
    blocks = flagged.view.analysis.message.blocks
    for number in range(flagged.sentence.block - 1, -1, -1):
        prose = blocks[number].prose.rstrip()
        if (
            blocks[number].kind is BlockKind.PARAGRAPH
            and len(prose.split()) >= _PARAGRAPH
            and prose.endswith((".", "!"))
        ):
            yield Candidate(number, len(prose), len(prose), (f" {HELP_FIRST}",), "insert", "review", spare=True)
            return


def _is_title(sentence: Sentence) -> bool:
    """Whether it is the line above a letter that says what it is about."""
    return not _STOPS.search(sentence.text) and len(sentence.text.split()) <= _TITLE


def _first_body(view: MessageView) -> Sentence | None:
    blocks = view.analysis.message.blocks
    return next(
        (
            sentence
            for sentence in view.analysis.sentences
            if blocks[sentence.block].kind in _BODY and not is_greeting(sentence.text) and not _is_title(sentence)
        ),
        None,
    )


def _in_short(flagged: Flagged) -> str | None:
    """The ask as a short sentence that can be read before everything else; None where it leans on what came before."""
    source = flagged.view.analysis.message.source.text
    if flagged.holds_placeholder and _LOGIC.search(source):
        return None
    stop = flagged.text.rstrip()[-1:]
    sentence = _EXAMPLES.sub("", flagged.text)
    if sentence != flagged.text:
        sentence = sentence.rstrip(" .!") + stop
    if _LEANING.search(sentence) or len(sentence.split()) > _LONGEST:
        return None
    if not sentence.rstrip().endswith((".", "!")):  # a label may run on into the next one
        return None
    verb = flagged.tree.words[0] if flagged.tree.words else None
    match = _ACT.match(sentence)
    asks = verb is not None and (verb.form == "please" or verb.imperative or (verb.base and verb.dep == "ROOT"))
    if match is None or not asks or sentence.rstrip().endswith("?"):
        return None
    # What goes on behind a stop, as "example.org/pay" does, would be cut in two; a name is no verb.
    if sentence[match.end() :].strip(" .!") or (verb is not None and verb.form != "please" and verb.pos != "VERB"):
        return None
    act = _PUSH.sub("", match["act"].strip())
    return capital(f"please {as_code(flagged, act[:1].lower() + act[1:])}") + "."


def _act_alone(flagged: Flagged) -> str | None:
    """The act that is asked for, out of a longer sentence: "You may view and pay the invoice here"."""
    first, last = flagged.word_at(flagged.start), flagged.word_at(flagged.end - 1)
    if first is None or last is None or first.form not in ACTS - _POINTING or last.pos not in ("NOUN", "PRON"):
        return None
    plain = first.base and 2 <= len(flagged.words.split()) <= 8 and not _LEANING.search(flagged.words)
    if (
        not plain
        or flagged.has_placeholder(flagged.start, flagged.end)
        or _ASKS_MORE.search(flagged.text[flagged.end :])
    ):
        return None
    return f"Please {flagged.words[:1].lower()}{flagged.words[1:]}."


def _of_thing(flagged: Flagged, opening: Sentence) -> str | None:
    """ "The form must be returned by 4 May", as an ask; not before bad news, which has to be told first."""
    match = _THING_MUST.match(flagged.text)
    if match is None or _BAD_NEWS.search(opening.text) or _LEANING.search(match.group()) or flagged.holds_placeholder:
        return None
    lemma = verb_lemma(match["done"].lower())
    if lemma not in ACTS or inflected(lemma, "VBN") != match["done"].lower():
        return None
    return f"Please {lemma} {small(match['what'])}{match['rest']}."


def _before(view: MessageView, sentence: Sentence, text: str) -> Candidate:
    """A sentence of its own before another one: at the start of the block, or behind the sentence before."""
    prose = view.analysis.message.blocks[sentence.block].prose
    at = len(prose[: sentence.start].rstrip())
    words = f" {text}" if at else f"{text} "
    return Candidate(sentence.block, at, at, (words,), "insert", "review")


def _moved(sentence: Sentence, to: Sentence) -> Candidate:
    pieces = (Kept(sentence.start, sentence.end), " ", Kept(to.start, sentence.start))
    return Candidate(sentence.block, to.start, sentence.end, pieces, "move", "review")
