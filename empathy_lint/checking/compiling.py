"""From validated files to rules that run; every mistake that a shape cannot show is found here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from empathy_lint.checking.guards import compile_guard
from empathy_lint.checking.kinds import plugin
from empathy_lint.checking.kinds.clauses import Clauses
from empathy_lint.checking.kinds.grammar import Grammar, MatcherName, check_patterns
from empathy_lint.checking.kinds.limit import NO_LIMIT, Limit
from empathy_lint.checking.kinds.measured import Measured
from empathy_lint.checking.kinds.missing import Missing
from empathy_lint.checking.kinds.order import ORDERS, Order
from empathy_lint.checking.kinds.token_expressions import TokenExpressions
from empathy_lint.checking.kinds.tone import OfferedTone, ReadsAs
from empathy_lint.checking.kinds.words import Expressions, Phrases, compile_expression
from empathy_lint.checking.measures import MEASURES
from empathy_lint.checking.phrases import Phrase, PhraseError, compile_phrase
from empathy_lint.checking.replacements import compile_replacements
from empathy_lint.checking.rule import (
    Element,
    Entry,
    MessageKind,
    Origin,
    PhraseSet,
    Rule,
    Scope,
    SentenceKind,
)
from empathy_lint.checking.schema import (
    KINDS,
    KNOWN_IN_MESSAGES,
    UNUSABLE_MESSAGE,
    ElementFile,
    Reads,
    RuleFile,
    Setting,
    is_usable_message,
)
from empathy_lint.checking.schema import Entry as EntryModel
from empathy_lint.checking.vocabulary import Vocabulary
from empathy_lint.errors import Problem, ProblemError, nearest
from empathy_lint.located_yaml import LocatedYaml
from empathy_lint.plugins import RULES, offered
from empathy_lint.words import SEVERITIES, Dimension

T = TypeVar("T")
_SURE = 0.5  # that a learned finding needs where a rule says nothing
Where = tuple[str | int, ...]


@dataclass(frozen=True)
class LocatedEntry:
    """An entry and where it was written, which for an extended rule may be another file."""

    model: EntryModel
    file: LocatedYaml
    where: Where


@dataclass(frozen=True)
class LocatedRule:
    """A rule after all patches, with the files that its parts come from."""

    model: RuleFile
    file: LocatedYaml
    entries: tuple[LocatedEntry, ...]


def _with_words_of_all(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries of a rule, where one that hears a tone also knows the plain words of those that name words."""
    named = {
        key: texts for entry in entries if not entry.rewrites.inside for key, texts in entry.rewrites.exact.items()
    }
    for entry in entries:
        known = {**named, **entry.rewrites.exact}
        yield replace(entry, rewrites=replace(entry.rewrites, exact=known)) if entry.rewrites.inside else entry


@dataclass
class Compiler:
    """Compiles rules and elements and gathers what is wrong with them."""

    vocabulary: Vocabulary
    problems: list[Problem] = field(default_factory=list)

    def rule(self, source: LocatedRule) -> Rule:
        """The rule, without those of its entries that cannot be used."""
        model = source.model
        shared = self.phrases(model.except_, source.file, ("except",))
        entries = [entry for each in source.entries if (entry := self.entry(each, model, shared)) is not None]
        return Rule(
            id=model.id,
            title=model.title,
            dimension=Dimension(model.dimension),
            severity=SEVERITIES[model.severity],
            why=model.why,
            advice=model.advice,
            note=model.note or "",
            evidence=model.evidence,
            scope=_scope(model.only),
            entries=tuple(_with_words_of_all(entries)),
            examples=model.examples,
            origin=_origin(source.file, ()),
            beside=model.beside,
        )

    def entry(self, source: LocatedEntry, rule: RuleFile, shared: Sequence[Phrase]) -> Entry | None:
        """One entry, or None when it cannot be used."""
        model, file, where = source.model, source.file, source.where
        before = len(self.problems)
        kind = self.kind(source)
        exceptions = (*shared, *self.phrases(model.except_, file, (*where, "except")))
        self._check_message(model.message, file, (*where, "message"))
        if kind is None or len(self.problems) > before:
            return None
        return Entry(
            id=model.id,
            kind=kind,
            severity=SEVERITIES[model.severity or rule.severity],
            message=model.message or rule.message,
            why=model.why or rule.why,
            advice=model.advice or rule.advice,
            note=model.note or "",
            origin=_origin(file, where),
            guards=tuple(compile_guard(guard) for guard in (*rule.unless, *model.unless)),
            exceptions=PhraseSet(exceptions),
            scope=_scope(model.only or Setting()),
            where=frozenset(model.where or rule.where),
            rewrites=compile_replacements(model.rewrites, inside=model.reads_as is not None),
            cap=model.cap if model.cap is not None else rule.cap,
            mark=model.mark or rule.mark,
        )

    def kind(self, source: LocatedEntry) -> SentenceKind | MessageKind | None:
        """What the entry looks for; None, and a problem, unless it is exactly one thing that can be used."""
        model, file, where = source.model, source.file, source.where
        names = [name for name in KINDS if getattr(model, name) is not None]
        if len(names) != 1:
            found = " and ".join(f"“{name}”" for name in names)
            message = f"“{model.id}” says nothing to look for." if not names else f"“{model.id}” holds {found}."
            self._add(file, where, message, f"Give exactly one of: {', '.join(KINDS)}.")
            return None
        return _KINDS[names[0]](self, model, file, (*where, names[0]))

    def element(self, model: ElementFile, file: LocatedYaml) -> Element:
        """One element."""
        kinds: list[SentenceKind] = []
        if model.phrases:
            kinds.append(Phrases(tuple(self.phrases(model.phrases, file, ("phrases",)))))
        if model.regex and (expressions := self.expressions(model.regex, model.element, file, ("regex",))):
            kinds.append(expressions)
        if model.clauses:
            self.names("fact of grammar", model.clauses, self.vocabulary.facts, file, ("clauses",))
            kinds.append(Clauses(frozenset(model.clauses)))
        certain = self.expressions(model.certain, model.element, file, ("certain",)) if model.certain else None
        return Element(
            id=model.element,
            title=model.title,
            kinds=tuple(kinds),
            certain=(certain,) if certain else (),
            guards=tuple(compile_guard(guard) for guard in model.unless),
            exceptions=PhraseSet(tuple(self.phrases(model.except_, file, ("except",)))),
            never=PhraseSet(tuple(self.phrases(model.never, file, ("never",)))),
            tone=OfferedTone(model.element, model.tone.doubt, model.tone.sure, model.tone.likely),
            bearing_out=PhraseSet(tuple(self.phrases(model.tone.with_, file, ("tone", "with")))),
            sentence=dict(model.sentence),
            examples=model.examples,
            origin=_origin(file, ()),
        )

    def words(self, model: EntryModel, file: LocatedYaml, where: Where) -> Phrases:
        """An entry that holds phrases."""
        return Phrases(tuple(self.phrases(model.phrases or [], file, where)))

    def patterns(self, model: EntryModel, file: LocatedYaml, where: Where) -> Expressions | None:
        """An entry that holds regular expressions."""
        return self.expressions(model.regex or [], model.id, file, where)

    def phrases(self, sources: Iterable[str], file: LocatedYaml, where: Where) -> list[Phrase]:
        """The phrases that can be compiled."""
        read = [self._phrase(source, file, (*where, index)) for index, source in enumerate(sources)]
        return [phrase for phrase in read if phrase is not None]

    def _phrase(self, source: str, file: LocatedYaml, where: Where) -> Phrase | None:
        try:
            return compile_phrase(source)
        except PhraseError as error:
            self._add(file, where, str(error), error.remedy)
            return None

    def expressions(self, sources: Sequence[str], entry: str, file: LocatedYaml, where: Where) -> Expressions | None:
        """The regular expressions of an entry or element, or None when one of them is not valid."""
        places = [(*where, index) for index in range(len(sources))]
        valid = [self._is_expression(source, file, place) for source, place in zip(sources, places, strict=True)]
        lines = tuple(file.place(place)[0] for place in places)
        return Expressions(tuple(sources), entry, file.path, lines) if all(valid) else None

    def _is_expression(self, source: str, file: LocatedYaml, where: Where) -> bool:
        try:
            compile_expression(source)
        except ValueError as error:
            self._add(file, where, str(error))
            return False
        return True

    def clauses(self, model: EntryModel, file: LocatedYaml, where: Where) -> Clauses:
        """An entry about grammar."""
        names = model.clauses or []
        self.names("fact of grammar", names, self.vocabulary.facts, file, where)
        with_ = self.phrases(model.with_ or [], file, (*where[:-1], "with"))
        without = self.phrases(model.without or [], file, (*where[:-1], "without"))
        return Clauses(frozenset(names), tuple(with_), tuple(without))

    def tone(self, reads: Reads, at_least: float | None, file: LocatedYaml, where: Where) -> ReadsAs:
        """An entry about how a sentence reads."""
        self.names("category of the tone component", [reads.category], self.vocabulary.categories, file, where)
        wanted = _limit(reads.at_least if at_least is None else at_least)
        return ReadsAs(reads.category, replace(wanted, default=_SURE) if wanted.default is None else wanted)

    def names(
        self, what: str, names: Sequence[str], known: Iterable[str] | None, file: LocatedYaml, where: Where
    ) -> None:
        """Record those of `names` that are not known."""
        for index, name in enumerate(names):
            if known is not None and name not in known:
                self._add(file, (*where, index), f"“{name}” is not a known {what}.", nearest(name, known))

    def reads_as(self, model: EntryModel, file: LocatedYaml, where: Where) -> ReadsAs | None:
        """An entry about how a sentence reads."""
        return self.tone(model.reads_as, model.at_least, file, where) if model.reads_as else None

    def missing(self, model: EntryModel, _file: LocatedYaml, _where: Where) -> Missing | None:
        """An entry about an absent element."""
        return Missing(model.missing.element) if model.missing else None

    def tokens(self, model: EntryModel, file: LocatedYaml, where: Where) -> Grammar | None:
        """An entry in the language of spaCy's Matcher."""
        return self._grammar("tokens", model, model.tokens or [], file, where)

    def dependencies(self, model: EntryModel, file: LocatedYaml, where: Where) -> Grammar | None:
        """An entry in the language of spaCy's DependencyMatcher."""
        return self._grammar("dependencies", model, model.dependencies or [], file, where)

    def _grammar(
        self,
        language: MatcherName,
        model: EntryModel,
        patterns: list[list[dict[str, Any]]],
        file: LocatedYaml,
        where: Where,
    ) -> Grammar | None:
        if trouble := check_patterns(language, patterns):
            self._add(file, where, f"spaCy cannot use this pattern: {trouble}")
            return None
        expressions = TokenExpressions(model.id, file.path, file.place(where)[0])
        return Grammar(language, patterns, expressions=expressions)

    def measured(self, model: EntryModel, file: LocatedYaml, where: Where) -> Measured | None:
        """An entry about a measure."""
        measure = model.measure
        if measure is None or measure.name not in MEASURES:
            self.names("measure", [measure.name if measure else ""], MEASURES, file, where)
            return None
        return Measured(measure.name, _limit(measure.above), _limit(measure.below))

    def order(self, model: EntryModel, file: LocatedYaml, where: Where) -> Order | None:
        """An entry about order."""
        name = model.order or ""
        self.names("order", [name], ORDERS, file, where)
        return Order(name) if name in ORDERS else None

    def plugin(self, model: EntryModel, file: LocatedYaml, where: Where) -> Any:
        """An entry of an installed plugin."""
        name = model.python or ""
        known = offered(RULES)
        if name not in known:
            remedy = nearest(name, known) if known else "Install the package that offers it."
            self._add(file, where, f"No installed plugin offers a check named “{name}”.", remedy)
            return None
        try:
            return plugin.load(name)
        except ProblemError as error:
            for problem in error.problems:
                self._add(file, where, problem.message, problem.remedy)
            return None

    def _check_message(self, message: str | None, file: LocatedYaml, where: Where) -> None:
        if message and not is_usable_message(message):
            self._add(file, where, UNUSABLE_MESSAGE, KNOWN_IN_MESSAGES)

    def _add(self, file: LocatedYaml, where: Where, message: str, remedy: str = "") -> None:
        self.problems.append(file.problem(where, message, remedy))


_Make = Callable[[Compiler, EntryModel, LocatedYaml, Where], SentenceKind | MessageKind | None]
_KINDS: dict[str, _Make] = {
    "phrases": Compiler.words,
    "regex": Compiler.patterns,
    "clauses": Compiler.clauses,
    "tokens": Compiler.tokens,
    "dependencies": Compiler.dependencies,
    "reads_as": Compiler.reads_as,
    "measure": Compiler.measured,
    "missing": Compiler.missing,
    "order": Compiler.order,
    "python": Compiler.plugin,
}


def _scope(model: Setting) -> Scope:
    return Scope(frozenset(model.situations), frozenset(model.channels))


def _origin(file: LocatedYaml, where: Where) -> Origin:
    return Origin(file.path, *file.place(where))


def _limit(written: Any) -> Limit:
    if written is None:
        return NO_LIMIT
    if isinstance(written, dict):
        by_channel = tuple((channel, float(value)) for channel, value in written.items() if channel != "default")
        return Limit(by_channel, written.get("default"))
    return Limit(default=float(written))
