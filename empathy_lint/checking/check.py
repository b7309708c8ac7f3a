"""From an analysed message to its findings: every rule is run here, once, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from empathy_lint.checking.context import Context
from empathy_lint.checking.finding import Finding, Place
from empathy_lint.checking.fingerprints import named
from empathy_lint.checking.kinds.missing import Missing
from empathy_lint.checking.kinds.order import Order
from empathy_lint.checking.kinds.words import Phrases
from empathy_lint.checking.lexicon import Lexicon
from empathy_lint.checking.overlaps import (
    Draft,
    settle_across_rules,
    settle_within_clauses,
    settle_within_rules,
    with_what_is_beneath,
)
from empathy_lint.checking.packs import Pack
from empathy_lint.checking.passage import Hit, Passage
from empathy_lint.checking.presence import find_presence, without_scorn
from empathy_lint.checking.protocol import Analysis
from empathy_lint.checking.rule import Entry, PhraseSet, Rule, looks_at_messages, looks_at_sentences, may_fail
from empathy_lint.checking.selection import Selection, selectable
from empathy_lint.checking.silence import silence, unknown_names
from empathy_lint.checking.view import MessageHit, MessageView, Presence, Spot, opening_sentences
from empathy_lint.errors import Problem
from empathy_lint.language.extents import EXTENTS
from empathy_lint.reading.message import Block, Message, Suppression

_OWN_WORDS = "own-words"
_LONGEST_QUOTE = 60


@dataclass(frozen=True)
class Checked:
    """What checking says about one message; findings in reading order, those about the whole message last."""

    findings: tuple[Finding, ...]
    presence: Presence
    needs: dict[str, str]
    view: MessageView  # as the rules saw it, for whoever writes about the findings
    suppressed: tuple[tuple[Finding, Suppression], ...] = ()
    unused_suppressions: tuple[Suppression, ...] = ()
    problems: tuple[Problem, ...] = ()
    outdone: tuple[tuple[str, str], ...] = ()  # rule and entry of what is not told, for another finding on its words


class Checker:
    """Runs the rules of a pack. One serves a whole run: no message changes what is said about the next."""

    def __init__(self, pack: Pack, selection: Selection | None = None) -> None:
        self.pack = pack
        self.selection = selection or Selection()
        self._names = tuple(selectable(pack))
        self._lexicon = Lexicon(pack.sentence_kinds())
        self._last = (self.selection, _chosen(pack.rules, self.selection))

    def check(self, analysis: Analysis, context: Context, selection: Selection | None = None) -> Checked:
        """All findings of one message, and what it offers. `selection` stands in for the checker's own, for
        one path.
        """
        chosen = selection or self.selection
        passages = tuple(
            Passage(sentence, analysis, context, self._lexicon.words_of(sentence.text))
            for sentence in analysis.sentences
        )
        is_fragment = analysis.message.is_fragment
        needs = {} if is_fragment else self.pack.profiles.needs(context)
        view = MessageView(analysis, context, passages, needs)
        entries = [active for active in self._chosen(chosen) if active.runs_in(context)]
        if is_fragment:
            entries = [active for active in entries if not active.is_about_the_whole]

        drafts = list(_sentence_drafts(entries, view, chosen, self._lexicon))
        drafts += _message_drafts(entries, view, chosen, late=False)
        found = drafts
        drafts = settle_within_rules(drafts)
        spots = tuple(_spots(_borne_out(drafts)))
        presence = without_scorn(find_presence(self.pack.elements, passages, analysis), spots)
        view = replace(view, presence=presence, spots=spots)
        told = {active.rank for active in entries if active.is_told}
        drafts = [draft for draft in drafts if draft.rank in told]
        drafts += _message_drafts(entries, view, chosen, late=True)
        if is_fragment:
            drafts = [draft for draft in drafts if draft.block is not None]
        marked = {id(draft): _marked(draft, analysis) for draft in settle_across_rules(drafts)}
        drafts = settle_within_clauses(marked.values())
        stands = _origins(marked, drafts)
        hidden = [draft for draft in found if id(draft) not in stands and draft.rank in told]
        findings = _findings(with_what_is_beneath(drafts, hidden), analysis.message, context)
        silenced = silence(findings, analysis.message)
        problems = [*unknown_names(analysis.message, self._names), *self._problems_of(entries)]
        return Checked(
            silenced.told,
            presence,
            needs,
            view,
            silenced.suppressed,
            silenced.unused,
            tuple(problems),
            outdone=tuple((draft.rule.id, draft.entry.id) for draft in hidden),
        )

    def _problems_of(self, entries: Iterable[_Active]) -> Iterator[Problem]:
        """What went wrong with plugins and regular expressions while they ran, on this message or before."""
        elements = (kind for element in self.pack.elements for kind in element.kinds)
        for kind in (*(row.entry.kind for row in entries), *elements):
            if may_fail(kind):
                yield from kind.problems

    def _chosen(self, selection: Selection) -> tuple[_Active, ...]:
        """The entries of a selection; those of the last one are kept, as neighbouring files mostly share theirs."""
        if selection is not self._last[0]:
            self._last = (selection, _chosen(self.pack.rules, selection))
        return self._last[1]


@dataclass(frozen=True)
class _Active:
    """An entry that runs on this message, and its place among all."""

    rule: Rule
    entry: Entry
    rank: tuple[int, int]
    is_told: bool = True  # False: it runs only because a rule about order rests on it

    def runs_in(self, context: Context) -> bool:
        """Whether rule and entry are meant for the message's channel and situation."""
        return self.rule.scope.holds(context) and self.entry.scope.holds(context)

    @property
    def is_about_the_whole(self) -> bool:
        """Whether it can only be told of a whole message, not of a part that is read by itself."""
        return isinstance(self.entry.kind, (Missing, Order)) or "opening" in self.entry.where


def _chosen(rules: Sequence[Rule], selection: Selection) -> tuple[_Active, ...]:
    rows = [
        _Active(rule, entry, (number, position), selection.wants(rule, entry))
        for number, rule in enumerate(rules)
        for position, entry in enumerate([*rule.entries, *_own_words(rule, selection)])
    ]
    orders = [row.entry.kind for row in rows if row.is_told and isinstance(row.entry.kind, Order)]
    needed = frozenset[str]().union(*(order.rests_on for order in orders))
    unselected = replace(selection, select=frozenset())
    return tuple(
        row for row in rows if row.is_told or (row.rule.id in needed and unselected.wants(row.rule, row.entry))
    )


def _own_words(rule: Rule, selection: Selection) -> Iterator[Entry]:
    """An entry with the user's own phrases for the rule, worded as the rule's first entry is."""
    phrases = selection.words.get(rule.id, ())
    if phrases:
        message = rule.entries[0].message if rule.entries else "“{text}”: {title}."
        yield Entry(
            _OWN_WORDS, Phrases(phrases), rule.severity, message, rule.why, rule.advice, "", rule.origin
        )  # fmt: skip


def _sentence_drafts(
    entries: Sequence[_Active], view: MessageView, selection: Selection, lexicon: Lexicon
) -> Iterator[Draft]:
    opening = opening_sentences(view.analysis)
    allowed = PhraseSet(selection.allow)
    folded = " ".join(passage.folded for passage in view.passages)
    held: dict[object, list[Passage]] = {}
    for passage in view.passages:
        for found in passage.words.kinds:
            held.setdefault(found, []).append(passage)
    for active in entries:
        kind = active.entry.kind
        if not looks_at_sentences(kind):
            continue
        if kind in lexicon:
            passages: Sequence[Passage] = held.get(kind, ())
        else:
            passages = view.passages if kind.may_match(folded) else ()
        for passage in passages:
            if not _stands_where(active.entry, passage, opening):
                continue
            for hit in kind.find(passage):
                if _counts(hit, passage, active.entry, allowed):
                    yield _draft(active, passage, hit, selection)


def _counts(hit: Hit, passage: Passage, entry: Entry, allowed: PhraseSet) -> bool:
    """Whether a hit is worth telling: the writer's wording, no exception, no guard that spares it."""
    return (
        passage.is_writing(hit.start, hit.end)
        and not entry.exceptions.cover(passage, hit.start, hit.end)
        and not _is_allowed(hit, passage, entry, allowed)
        and not any(guard.spares(passage, hit.start, hit.end) for guard in entry.guards)
    )


def _is_allowed(hit: Hit, passage: Passage, entry: Entry, allowed: PhraseSet) -> bool:
    """Whether the user's allowed words hold the hit; a whole clause is let pass for the allowed words in it."""
    if allowed.cover(passage, hit.start, hit.end):
        return True
    return entry.kind.evidence in ("grammar", "learned") and allowed.stand_in(passage, hit.start, hit.end)


def _stands_where(entry: Entry, passage: Passage, opening: frozenset[int]) -> bool:
    return (
        not entry.where
        or passage.block.kind.value in entry.where
        or ("opening" in entry.where and passage.sentence.index in opening)
    )


def _draft(active: _Active, passage: Passage, hit: Hit, selection: Selection) -> Draft:
    sentence = passage.sentence
    start, end = _whole(passage.block, sentence.start + hit.start, sentence.start + hit.end)
    severity = selection.severity(active.rule, active.entry)
    return Draft(active.rule, active.entry, severity, active.rank, sentence.block, start, end, sentence, hit.confidence)


def _whole(block: Block, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends, and with every placeholder that it touches covered whole."""
    words = block.prose[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    touched = block.placeholders_in(start, end)
    return (
        min([start, *(each.prose_start for each in touched)]),
        max([end, *(each.prose_end for each in touched)]),
    )


def _marked(draft: Draft, analysis: Analysis) -> Draft:
    """The draft with the words that its entry wants to be pointed at."""
    sentence, extent = draft.sentence, EXTENTS.get(draft.entry.mark)
    if sentence is None or draft.block is None or extent is None:
        return draft
    first = sentence.start
    start, end = extent(analysis.tree(sentence), draft.start - first, draft.end - first)
    start, end = _whole(analysis.message.blocks[draft.block], first + start, first + end)
    return replace(draft, start=start, end=end)


def _origins(marked: Mapping[int, Draft], drafts: Iterable[Draft]) -> set[int]:
    """The keys under which the drafts that are left stand in `marked`."""
    left = {id(draft) for draft in drafts}
    return {key for key, draft in marked.items() if id(draft) in left}


def _message_drafts(
    entries: Sequence[_Active], view: MessageView, selection: Selection, *, late: bool
) -> Iterator[Draft]:
    opening = opening_sentences(view.analysis)
    passages = {passage.sentence.index: passage for passage in view.passages}
    allowed = PhraseSet(selection.allow)
    for active in entries:
        kind = active.entry.kind
        if not looks_at_messages(kind) or kind.late is not late:
            continue
        for hit in kind.find(view):
            passage = passages[hit.sentence.index] if hit.sentence else None
            if passage is None or (
                _stands_where(active.entry, passage, opening)
                and _counts(_in_sentence(hit, passage), passage, active.entry, allowed)
            ):
                yield _message_draft(active, hit, view, selection)


def _in_sentence(hit: MessageHit, passage: Passage) -> Hit:
    return Hit(hit.start - passage.sentence.start, hit.end - passage.sentence.start)


def _message_draft(active: _Active, hit: MessageHit, view: MessageView, selection: Selection) -> Draft:
    start, end = hit.start, hit.end
    if hit.block is not None:
        start, end = _whole(view.analysis.message.blocks[hit.block], start, end)
    severity = selection.severity(active.rule, active.entry)
    return Draft(
        active.rule, active.entry, severity, active.rank, hit.block, start, end, hit.sentence,
        element=hit.element, values=hit.values,
    )  # fmt: skip


def _borne_out(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts that an order may rest on: not a tone heard in words that another rule explains better."""
    standing = {id(draft) for draft in settle_across_rules(drafts)}
    return (draft for draft in drafts if id(draft) in standing or not draft.is_learned)


def _spots(drafts: Iterable[Draft]) -> Iterator[Spot]:
    for draft in drafts:
        if draft.block is not None and draft.sentence is not None:
            yield Spot(
                draft.rule.id,
                draft.entry.id,
                draft.severity,
                draft.block,
                draft.start,
                draft.end,
                draft.sentence,
            )


def _findings(drafts: Iterable[Draft], message: Message, context: Context) -> list[Finding]:
    findings = [finding for draft in drafts if (finding := _finding(draft, message, context)) is not None]
    return named(sorted(findings, key=reading_order), message)


def reading_order(finding: Finding) -> tuple[bool, int, int, int, str, str]:
    """What to sort findings by: as they stand in the source, those about the whole message last."""
    place = finding.place
    if place is None:
        return True, 0, 0, -finding.severity, finding.rule, finding.entry
    return False, place.start.offset, place.end.offset, -finding.severity, finding.rule, finding.entry


def _finding(draft: Draft, message: Message, context: Context) -> Finding | None:
    rule, entry = draft.rule, draft.entry
    words, place = "", None
    if draft.block is not None:
        block = message.blocks[draft.block]
        words = block.prose[draft.start : draft.end]
        place = _place(draft, block, message)
        if place is None:
            return None
    values = {
        "value": "",
        "limit": "",
        "situation": context.situation,
        "channel": context.channel,
        **draft.values,
    }
    return Finding(
        rule=rule.id,
        entry=entry.id,
        title=rule.title,
        dimension=rule.dimension,
        severity=draft.severity,
        message=entry.message.format(**{**values, "text": _quote(words), "title": rule.title}),
        why=entry.why,
        advice=entry.advice,
        evidence=entry.kind.evidence,
        place=place,
        sentence=draft.sentence,
        rewrites=entry.rewrites.of(words) if words else (),
        element=draft.element,
        cap=entry.cap,
        confidence=draft.confidence,
        beneath=draft.beneath,
    )


def _place(draft: Draft, block: Block, message: Message) -> Place | None:
    """Where the words stand in the source; None for words that were never written, such as the space between
    cells.
    """
    try:
        start, end = block.source_span(draft.start, draft.end)
    except ValueError:
        return None
    source = message.source
    return Place(
        source.position(start),
        source.position(end),
        source.text[start:end],
        draft.block or 0,
        draft.start,
        draft.end,
    )


def _quote(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"
