"""What the user wants to hear about: rules on and off, other weights, own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from empathy_lint.checking.packs import Pack
from empathy_lint.checking.phrases import Phrase, PhraseError, compile_phrase
from empathy_lint.checking.rule import Entry, Rule
from empathy_lint.errors import Problem, ProblemError, nearest
from empathy_lint.words import Dimension, Severity


@dataclass(frozen=True)
class Selection:
    """Names are those of rules, of entries (`rule/entry`) or of dimensions.

    `select` empty means all; `ignore` wins over `select`. `severities` re-weighs rules or entries. Words in
    `allow` are never flagged; `words` are phrases that a rule flags besides its own.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    allow: tuple[Phrase, ...] = ()
    words: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)

    def wants(self, rule: Rule, entry: Entry) -> bool:
        """Whether the entry is to be run."""
        names = {rule.id, f"{rule.id}/{entry.id}", rule.dimension.value}
        return not names & self.ignore and (not self.select or bool(names & self.select))

    def severity(self, rule: Rule, entry: Entry) -> Severity:
        """The severity that the user gave the entry or its rule, or its own."""
        return self.severities.get(f"{rule.id}/{entry.id}", self.severities.get(rule.id, entry.severity))


def compile_selection(
    pack: Pack,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
    allow: Sequence[str] = (),
    words: Mapping[str, Sequence[str]] | None = None,
) -> Selection:
    """A selection from the user's words. Raises ProblemError for names that no pack knows and phrases that
    cannot be read.
    """
    chosen, ignored = frozenset(select), frozenset(ignore)
    problems = [
        *_unknown("--select", chosen, selectable(pack)),
        *_unknown("--ignore", ignored, selectable(pack)),
        *_unknown("severity", severities or {}, selectable(pack)),
        *_unknown("words", words or {}, [rule.id for rule in pack.rules]),
    ]
    allowed = _phrases("allow", allow, problems)
    extra = {rule: _phrases(f"words for {rule}", phrases, problems) for rule, phrases in (words or {}).items()}
    if problems:
        raise ProblemError(*problems)
    return Selection(chosen, ignored, dict(severities or {}), allowed, extra)


def selectable(pack: Pack) -> list[str]:
    """All names that `select`, `ignore` and suppressions may use."""
    entries = [f"{rule.id}/{entry.id}" for rule in pack.rules for entry in rule.entries]
    return [*(rule.id for rule in pack.rules), *entries, *(dimension.value for dimension in Dimension)]


def _unknown(option: str, names: Iterable[str], known: Sequence[str]) -> list[Problem]:
    return [
        Problem("", f"{option}: there is no rule named “{name}”.", nearest(name, known))
        for name in sorted(names)
        if name not in known
    ]


def _phrases(option: str, sources: Sequence[str], problems: list[Problem]) -> tuple[Phrase, ...]:
    read = [_phrase(option, source, problems) for source in sources]
    return tuple(phrase for phrase in read if phrase is not None)


def _phrase(option: str, source: str, problems: list[Problem]) -> Phrase | None:
    try:
        return compile_phrase(source)
    except PhraseError as error:
        problems.append(Problem("", f"{option}: {error}", error.remedy))
        return None
