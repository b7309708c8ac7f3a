"""Fault put on the reader: "you have not paid", "your failure to reply", "despite our reminders"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.facts.clauses import READER, in_condition, is_passive, is_reader, negator, subject
from empathy_lint.language.facts.cues import cue, either, every, holds, matches, no_question
from empathy_lint.language.facts.fact import Finder, Span
from empathy_lint.language.tree import Tree, Word

# With the reader as subject these say by themselves that the reader did wrong.
_FAULTS: Final = frozenset(
    """fail fails failed failing neglect neglected refuse refused ignored omit omitted forgot forgotten
        overlooked breached broke broken violated defaulted disregarded missed lapsed mishandled
        mistyped misused exceeded abandoned delayed disobeyed""".split()
)
_FAULT_NOUNS: Final = frozenset(
    """failure refusal neglect negligence omission non-payment nonpayment default breach oversight delay
        error mistake carelessness inaction silence violation misuse mishandling entry""".split()
)
_FAULTY: Final = frozenset(
    """late incorrect wrong repeated continued persistent failed missed inaccurate careless poor""".split()
)
# What readers rightly did not do: fraud and sign-up notices say so, and nobody is blamed.
_NOT_THEIRS: Final = frozenset(
    """request requested authorise authorised authorize authorized recognise recognised recognize
        recognized expect expected ask asked order ordered initiate initiated intend intended mean
        meant start started choose cause caused need needed lose lost owe owed get got want wanted
        like liked notice noticed hear heard see seen find found receive received create created
        qualify qualified deserve been know known""".split()
)
_SPOILED: Final = frozenset({"wrong", "incorrect", "inaccurate", "incomplete", "false", "invalid", "outdated"})
_LAPSES: Final = frozenset({"lapse", "slip", "expire", "slide", "drop", "unpaid", "unsigned", "blank"})
_OPEN: Final = frozenset({"can", "could", "may", "might", "will", "'ll", "would", "to"})
_PERFECT: Final = frozenset({"have", "'ve", "had", "has", "ve"})
_PAST: Final = frozenset({"did", "didnt"})
_HELPER: Final = re.compile(r"\b(?:ha[dsv]|did)|ve\b", re.IGNORECASE)  # of a perfect or past, in any spelling
_OUGHT: Final = frozenset({"should", "ought"})
_REMINDERS: Final = frozenset(
    """reminder reminders letter letters request requests attempt attempts notice notices call calls
        message messages warning warnings email emails correspondence demand demands""".split()
)


def reader_blame(tree: Tree) -> Iterator[Span]:
    """Each place where the sentence says that the reader did wrong or left something undone."""
    yield from _faults(tree)
    yield from _had_you(tree)
    yield from _own_faults(tree)
    yield from _despite(tree)


def _faults(tree: Tree) -> Iterator[Span]:
    if tree.text.rstrip().endswith("?"):
        return
    for word in tree.words:
        who = word.child("nsubj") if word.pos in ("VERB", "AUX", "ADJ", "NOUN") else None
        if not is_reader(who):
            who = subject(word) if word.dep == "conj" and word.pos == "VERB" else None
        if who is None or not is_reader(who) or is_passive(word) or _is_let_off(word):
            continue
        last = _fault(word)
        if last is not None:
            begins = who.start if who.index < word.index and not _is_far(who, word) else word.start
            yield begins, last.end


def _is_far(who: Word, verb: Word) -> bool:
    return verb.index - who.index > 6


def _is_let_off(verb: Word) -> bool:
    """In a condition, or in a clause that only says which thing is meant ("payments that you did not make")."""
    return in_condition(verb) or verb.is_("acl") or any(word.dep == "acl:relcl" for word in verb.ancestors())


def _fault(verb: Word) -> Word | None:
    """The last word of the fault that a verb says, or None."""
    helpers = {child.form for child in verb.children if child.is_("aux")}
    if negator(verb) is not None:
        undone = verb.pos != "NOUN" and helpers & (_PERFECT | _PAST) and verb.form not in _NOT_THEIRS
        return verb if undone else None
    if _is_yet_to(verb):
        return verb.child("xcomp")
    if helpers & _OUGHT and helpers & {"have"}:
        return verb
    if helpers & _OPEN:
        return None
    return _plain_fault(verb)


def _plain_fault(verb: Word) -> Word | None:
    """The fault that a verb says without "not" or "should have"."""
    if verb.form in _FAULTS:
        return _with_infinitive(verb)
    if verb.form in ("left", "let"):
        return verb if any(each.form in _LAPSES for each in verb.subtree()) else None
    return None if verb.base else _spoiled(verb)


def _is_yet_to(verb: Word) -> bool:
    """ "You have yet to confirm …" """
    waiting = {child.form for child in verb.children} & {"yet", "still"}
    return verb.form in ("have", "'ve", "had") and bool(waiting) and verb.has("xcomp")


def _spoiled(verb: Word) -> Word | None:
    """ "You entered the wrong number": what was done wrongly. "You did nothing wrong" says the opposite."""
    things = (child for child in verb.children if child.is_("obj") and child.form != "nothing")
    return next((thing for thing in things if thing.forms("amod") & _SPOILED), None)


def _had_you(tree: Tree) -> Iterator[Span]:
    """ "Had you read the letter, …" says that the reader did not."""
    if [word.form for word in tree.words[:2]] == ["had", "you"] and not tree.text.rstrip().endswith("?"):
        verb = tree.words[1].head or tree.words[1]
        yield tree.words[0].start, verb.end


def _with_infinitive(verb: Word) -> Word:
    infinitive = verb.child("xcomp")
    return infinitive if infinitive is not None and infinitive.index > verb.index else verb


def _own_faults(tree: Tree) -> Iterator[Span]:
    for word in tree.words:
        if word.form not in _FAULT_NOUNS or in_condition(word) or negator(word) is not None:
            continue  # "it was not your mistake" comforts
        owner = next((child for child in word.children if child.form == "your"), None)
        plain = word.form in ("entry", "delay", "error", "mistake", "default", "silence")
        faulty = any(child.form in _FAULTY for child in word.children)
        if (
            owner is not None
            and owner.index < word.index
            and (faulty or not plain or word.form in ("mistake", "error", "delay"))
        ):
            yield owner.start, word.end
    for word in tree.words:
        if (
            word.form in ("payment", "payments", "conduct", "behaviour")
            and {"your"} & word.forms("nmod")
            and word.forms("amod") & _FAULTY
        ):
            yield min(child.start for child in word.children), word.end


def _despite(tree: Tree) -> Iterator[Span]:
    for word in tree.words:
        if word.form in ("despite", "notwithstanding") and word.head is not None and word.head.form in _REMINDERS:
            yield word.start, word.head.end
        if word.form == "spite" and (noun := next((w for w in tree.words[word.index :] if w.form in _REMINDERS), None)):
            yield word.start, noun.end


# What each kind of blame cannot do without.
_MAY_BE_FAULT: Final = every(
    no_question,
    holds(READER),
    either(
        every(matches(re.compile(r"(?:not|n['’]?t|never|no)\b", re.IGNORECASE)), matches(_HELPER)),
        every(holds({"yet", "still"}), matches(_HELPER)),
        every(holds(_OUGHT), holds({"have"})),
        every(holds({"left", "let"}), holds(_LAPSES)),
        holds(_FAULTS | _SPOILED),
    ),
)
_MAY_BE_OWN_FAULT: Final = every(
    holds({"your"}),
    either(holds(_FAULT_NOUNS), every(holds({"payment", "payments", "conduct", "behaviour"}), holds(_FAULTY))),
)
FINDERS: Final = (
    Finder(
        "reader-blame",
        "Fault put on the reader: “you have not paid”, “you failed to”, “your failure to”, “despite our reminders”;"
        " not inside an “if”, not what the reader rightly did not do.",
        every(
            cue(
                r"(?:you|u)\b.*?(?:not|n't|never|yet|still|nt\b|should|ought|left|let|"
                + "|".join(sorted(_FAULTS | _SPOILED))
                + r")|your\b|despite|notwithstanding|in spite"
            ),
            either(
                _MAY_BE_FAULT,
                _MAY_BE_OWN_FAULT,
                cue(r"\W*had\s+you\b"),
                every(holds({"despite", "notwithstanding", "spite"}), holds(_REMINDERS)),
            ),
        ),
        reader_blame,
    ),
)
