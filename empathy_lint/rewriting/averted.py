"""What does not happen if the ask is met, by the grammar of the sanction: "so that absences are not coded as
unauthorised".

For sanctions that no table knows: each clause keeps its own words, and only its verb is denied. All of it or nothing,
so that no step is hidden; what would come out crooked (a clause in the clause, an "only", an "all") is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.facts.clauses import NEGATORS
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.language.tree import Tree, Word
from empathy_lint.rewriting.unforced import is_fair, is_many, small_who

_MODALS: Final = frozenset("will shall may might could can would 'll".split())
_BE: Final = frozenset("am is are be get gets".split())
_TOGETHER: Final = ("conj",)
# What hangs on more than the ask, is told to be so whatever happens, or cannot be denied by its verb alone.
_CROOKED: Final = re.compile(
    r"[;:()\"“”?!]|\b(?:only|until|unless|except|because|even|still|if|no|nor|neither|never|nothing|nobody|none|must|should"
    r"|whether|although|though|while|when|where|until|since|otherwise|instead|regardless|anyway|some|already|continue"
    r"|remain|remains|stay|stays|either|later|that\s+(?:you|we|they)|which|who|whom)\b"
)
# How far the law lets it go stays told: "where state law permits".
_ALLOWED: Final = re.compile(
    r"\s+(?:where|if|as)\s+(?:[\w'’-]+\s+){0,4}?(?:permits?|permitted|allows?|allowed|applicable|possible)\Z",
    re.IGNORECASE,
)
_ALLOWING: Final = frozenset("permits permit permitted allows allow allowed applicable possible".split())
# A court, and who enforces for it, does as it finds right.
_JUDGES: Final = re.compile(r"\b(?:judge|court|tribunal|magistrates?|panel|police|law)\b", re.IGNORECASE)
# A registrar who will do something follows the law; one who may, decides.
_DECIDES: Final = re.compile(r"\bregistrar\b", re.IGNORECASE)
_ADVERBS: Final = frozenset(
    "also then automatically immediately now therefore thereby normally usually simply temporarily consequently".split()
)
_OF_PEOPLE: Final = re.compile(
    r"\b(?:we|I|council|company|landlord|agent|agency|bank|school|university|college|office|team|department|employer"
    r"|firm|scheme|trustees?|authority|insurer|provider|platform|association|board|committee)\Z",
    re.IGNORECASE,
)
_SHORTENED: Final = re.compile(r"\band\s+(?:your|the|our|any|all)\s+(?:\w+\s+)*\w+(?:ed|en|eld|ent|orn|ought)\Z")
_MOST_CLAUSES: Final = 3
_LONGEST: Final = 24  # words of a clause that is told in the negative


@dataclass(frozen=True, slots=True)
class _Clause:
    """A subject as written, its auxiliaries and adverbs, its verb, and the rest as written."""

    who: str
    helpers: tuple[str, ...]
    verb: Word
    rest: str


def averted(tree: Tree, start: int, end: int) -> str | None:
    """ "Absences are not coded as unauthorised" for text[start:end]; None where that is no plain clause."""
    words = [word for word in tree.words if start <= word.start and word.end <= end and word.pos != "PUNCT"]
    said = _ALLOWED.sub("", tree.text[start:end])
    if not words or _CROOKED.search(said) or re.search(r"(?<!\d),|,(?!\d)", said) or not is_fair(said):
        return None
    clauses = list(_clauses(tree, words, end))
    if not clauses or len(clauses) > _MOST_CLAUSES or any(clause is None for clause in clauses):
        return None
    told = [_denied(clause) for clause in clauses if clause is not None]
    return " and ".join(each for each in told if each) if all(told) else None


def _clauses(tree: Tree, words: list[Word], end: int) -> Iterator[_Clause | None]:
    """The clause of the run's verb and those joined to it, in order."""
    inside = set(words)
    tops = [word for word in words if word.head not in inside]
    if len(tops) != 1 or tops[0].pos not in ("VERB", "ADJ", "NOUN", "AUX"):
        return
    verbs = [tops[0], *(word for word in _joined(tops[0]) if word in inside)]
    verbs.sort(key=lambda word: word.index)
    begins = [words[0].start, *(_begin(verb) for verb in verbs[1:])]
    who = ""
    for number, (verb, begin) in enumerate(zip(verbs, begins, strict=True)):
        after = begins[number + 1] if number + 1 < len(begins) else end
        clause = _clause(tree, verb, begin, after, who)
        if clause is None:
            yield None
            return
        who = clause.who
        yield clause


def _joined(verb: Word) -> Iterator[Word]:
    for child in verb.children:
        if child.is_(*_TOGETHER) and child.pos in ("VERB", "AUX"):
            yield child
            yield from _joined(child)


def _begin(verb: Word) -> int:
    """Where the clause of a joined verb begins: at its "and"."""
    return min((child.subtree()[0].start for child in verb.children if child.index < verb.index), default=verb.start)


def _clause(tree: Tree, verb: Word, begin: int, end: int, who: str) -> _Clause | None:
    """The clause between two offsets; a joined one without a subject shares the one before it."""
    words = [word for word in tree.words if begin <= word.start and word.end <= end]
    apart = [word for word in words if word.is_("advcl", "parataxis", "csubj") and word is not verb]
    if len(words) > _LONGEST or any(word.form not in _ALLOWING for word in apart):
        return None
    if words and words[0].form in ("and", "or"):
        words = words[1:]
    own = verb.child("nsubj")
    if own is not None:
        if own.index > verb.index or own not in words:
            return None
        last = max(word.index for word in own.subtree())
        who = tree.text[words[0].start : tree.words[last].end]
        words = [word for word in words if word.index > last]
        if words and words[0].index != last + 1:
            return None
    helpers = [word for word in words if word.index < verb.index]
    if not who or any(not (word.is_("aux", "cop", "advmod") or word.form in NEGATORS) for word in helpers):
        return None
    rest = re.sub(r"\s*,?(?:\s+(?:and|or))?\s*\Z", "", tree.text[verb.end : end].rstrip(" .,"))
    # "And your results withheld" would not be denied with the verb before it.
    return None if _SHORTENED.search(rest) else _Clause(who, tuple(word.form for word in helpers), verb, rest)


def _denied(clause: _Clause) -> str | None:
    """The clause with its verb denied; what it denied is told as possible."""
    helpers = [form for form in clause.helpers if form not in _ADVERBS]
    if _DECIDES.search(clause.who) and not {"will", "shall"} & set(helpers):
        return None
    negated = [form for form in helpers if form in NEGATORS]
    helpers = [form for form in helpers if form not in NEGATORS]
    modal = helpers[0] if helpers and helpers[0] in _MODALS else ""
    be = [form for form in helpers if form in _BE]
    if len(helpers) != bool(modal) + len(be) or len(be) > 1 or _JUDGES.search(clause.who):
        return None
    if negated:
        return _possible(clause, be=bool(be)) if modal and len(negated) == 1 else None
    who = _nobody(clause.who)
    if who is None:
        return None
    if be:
        return _is_not(*who, clause)
    return _does_not(*who, clause, bare=bool(modal))


def _nobody(who: str) -> tuple[str, bool] | None:
    """The subject of a denied clause, and whether it holds the denial: "a fee will be added" is "no fee is added"."""
    who = re.sub(r"\A(?:all|both)\s+(?:of\s+)?(?=(?:your|the|our)\b)", "", who, flags=re.IGNORECASE)
    if re.match(r"(?:all|every|each|everyone|everything|this|that|which|there)\b", who, re.IGNORECASE):
        return None
    if match := re.match(r"(?:an?|any)\s+(?=\w)", who, re.IGNORECASE):
        return f"no {who[match.end() :]}", True
    return small_who(who), False


def _is_not(who: str, denies: bool, clause: _Clause) -> str:
    are = "are" if is_many(who) else "is"
    return f"{who} {are} {'' if denies else 'not '}{clause.verb.form}{clause.rest}"


def _does_not(who: str, denies: bool, clause: _Clause, *, bare: bool) -> str | None:
    """ "We do not have to end your plan", "it does not become payable"."""
    form = clause.verb.form
    if clause.verb.pos not in ("VERB", "AUX"):
        return None
    lemma = form if bare else verb_lemma(form)
    if lemma in ("be", "do") or (not bare and form not in (lemma, inflected(lemma, "VBZ"))):
        return None
    many = who.lower() in ("we", "i", "you") or is_many(who)
    if who.lower() == "you" and lemma in ("lose", "forfeit") and clause.rest:
        return "you keep" + re.sub(r"\A any\b", "", clause.rest)
    if denies:
        verb = lemma if many else inflected(lemma, "VBZ")
        return f"{who} {verb}{clause.rest}" if verb else None
    acts = _OF_PEOPLE.search(who) and lemma not in ("have", "need", "lose", "stop", "become")
    do = "do" if many else "does"
    return f"{who} {do} not {'have to ' if acts else ''}{lemma}{clause.rest}"


def _possible(clause: _Clause, *, be: bool) -> str | None:
    """ "Will not be processed": can be processed. "You will not be able to book": you can book."""
    who, form, rest = small_who(clause.who), clause.verb.form, clause.rest
    if not be or re.match(r"(?:any|all|every|each|it|this|that|there)\b", who, re.IGNORECASE):
        return None
    free = re.match(r"\s+to\s+(?=\w)", rest)
    if form in ("able", "allowed", "permitted", "entitled") and free:
        return f"{who} can {rest[free.end() :]}"
    known = inflected(verb_lemma(form), "VBN") == form
    return f"{who} can be {form}{rest}" if known and clause.verb.pos == "VERB" else None
