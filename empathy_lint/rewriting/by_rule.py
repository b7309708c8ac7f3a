"""The writer that knows grammar: which kinds of rewrite a finding is offered, by its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from empathy_lint.checking.finding import Finding
from empathy_lint.checking.view import MessageView
from empathy_lint.rewriting import shared_subject
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.fitting import candidates
from empathy_lint.rewriting.flagged import Flagged, Wording, flagged
from empathy_lint.rewriting.help_gaps import filled
from empathy_lint.rewriting.offers import OfferSentences
from empathy_lint.rewriting.wordings import (
    access_ends,
    alarm,
    alarm_titles,
    announced,
    announcements,
    as_we_know_it,
    at_once,
    blame,
    calls_to_act,
    charged,
    contrast,
    costs_told,
    court_words,
    duties,
    everyday_turns,
    gaps,
    glosses,
    greetings,
    hollow,
    labels,
    limits,
    mishaps,
    moving,
    no_answer,
    obligations,
    office,
    office_turns,
    plain_facts,
    quiet_words,
    reader_acts,
    reminded,
    repeated_acts,
    reproaches,
    rules_broken,
    sanctions,
    sent_before,
    shouting,
    shut_out,
    splitting,
    statuses,
    those_who,
    urgency,
    your_faults,
)

Wordings = Callable[[Flagged], Iterable[Wording]]
Moves = Callable[[Flagged], Iterable[Candidate]]

# What a sanction can say in its place.
_SANCTION: Final[tuple[Wordings, ...]] = (
    access_ends.access_ends,
    shut_out.what_is_shut,
    sanctions.asks_first,
    limits.as_limits,
    those_who.need_to,
    those_who.if_left_undone,
    charged.charged_plainly,
    plain_facts.as_plain_fact,
    limits.only_once,
    limits.what_follows,
    repeated_acts.if_it_happens_again,
    statuses.told_plainly,
    costs_told.as_part,
    office_turns.in_other_turns,
    no_answer.as_what_came,
    sanctions.as_next_step,
)
_EARLY_SANCTION: Final = (*_SANCTION, announced.as_it_will_be)
_BY_RULE: Final[dict[str, tuple[Wordings, ...]]] = {
    "blame-language": (
        no_answer.as_what_came,
        rules_broken.not_in_line,
        statuses.told_plainly,
        shared_subject.with_their_subjects(mishaps.what_happened),
        shared_subject.with_their_subjects(blame.neutral_facts),
        sent_before.as_our_act,
        shared_subject.with_their_subjects(reminded.told_before),
        your_faults.without_fault,
        shared_subject.with_their_subjects(reader_acts.as_it_happened),
        shared_subject.with_their_subjects(obligations.plain_asks),
        sanctions.asks_first,
        shared_subject.with_their_subjects(as_we_know_it.as_we_know_it),
        duties.asked_for,
        reproaches.without_reproach,
        limits.as_limits,
    ),
    "but-usage": (contrast.without_but,),
    "decided-for-you": (gaps.with_choice,),
    "fear-words": (
        alarm.as_it_is,
        shut_out.what_is_shut,
        alarm_titles.without_alarm,
        statuses.told_plainly,
        statuses.shut_out_by_status,
        quiet_words.in_quiet_words,
        urgency.without_push,
        limits.as_limits,
        those_who.need_to,
        gaps.with_way_back,
        everyday_turns.in_everyday_turns,
        sanctions.asks_first,
        sanctions.as_next_step,
        announced.as_it_will_be,
        charged.charged_plainly,
        plain_facts.as_plain_fact,
        limits.what_follows,
    ),
    "penalty-before-help": _EARLY_SANCTION,
    "threatening-opening": _EARLY_SANCTION,
    "generic-salutation": (greetings.greetings,),
    "hollow-empathy": (hollow.with_substance,),
    "wordiness": (announcements.without_announcement,),
    "jargon": (
        labels.left_to_pay,
        announcements.without_announcement,
        at_once.taking_effect,
        office_turns.in_other_turns,
        office.in_plain_frames,
        everyday_turns.in_everyday_turns,
        glosses.explained,
        alarm.as_it_is,
    ),
    "one-way-message": (gaps.with_route,),
    "outcome-unclear": (gaps.with_date,),
    "pressure-language": (
        shared_subject.with_their_subjects(obligations.plain_asks),
        urgency.without_push,
        alarm_titles.without_alarm,
        statuses.told_plainly,
        alarm.as_it_is,
        gaps.left_out,
        sanctions.asks_first,
        plain_facts.asked_plainly,
        everyday_turns.in_everyday_turns,
        limits.as_limits,
        those_who.need_to,
    ),
    "sentence-length": (splitting.short_sentences, plain_facts.as_plain_fact),
    "shame-judgement": (
        statuses.told_plainly,
        shared_subject.with_their_subjects(mishaps.what_happened),
        shared_subject.with_their_subjects(blame.neutral_facts),
        your_faults.without_fault,
        shared_subject.with_their_subjects(reader_acts.as_it_happened),
        shared_subject.with_their_subjects(as_we_know_it.as_we_know_it),
        duties.asked_for,
        calls_to_act.reminding,
        reproaches.without_reproach,
        limits.as_limits,
    ),
    "shouting": (shouting.in_ordinary_letters,),
    "survey-in-hardship": (gaps.left_out,),
    "threat-language": (
        *_SANCTION,
        alarm.as_it_is,
        announced.as_it_will_be,
        court_words.gone_to_court,
        everyday_turns.in_everyday_turns,
        shared_subject.with_their_subjects(obligations.plain_asks),
    ),
    "vague-language": (gaps.with_reason,),
    "looks-like-phishing": (urgency.without_push,),
}
_MOVES: Final[dict[str, tuple[Moves, ...]]] = {
    "buried-ask": (moving.ask_first,),
    "penalty-before-help": (moving.help_first,),
}


@dataclass(frozen=True)
class ByRule:
    """Proposes the wordings and moves that fit the finding's rule; the firm's offers fill their gaps for help."""

    offers: OfferSentences

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """Candidates for the finding, best first, each once."""
        spot = flagged(finding, view)
        if spot is None:
            return
        seen: set[tuple[object, ...]] = set()
        for candidate in self._proposed(spot):
            key = (candidate.block, candidate.start, candidate.end, candidate.pieces)
            if key not in seen:
                seen.add(key)
                yield candidate

    def _proposed(self, spot: Flagged) -> Iterator[Candidate]:
        for wordings in _BY_RULE.get(spot.finding.rule, ()):
            for wording in wordings(spot):
                for text in filled(wording.text, spot.view, self.offers):
                    yield from candidates(spot, replace(wording, text=text))
        for moves in _MOVES.get(spot.finding.rule, ()):
            for candidate in moves(spot):
                yield from self._with_help(candidate, spot)

    def _with_help(self, candidate: Candidate, spot: Flagged) -> Iterator[Candidate]:
        """What an insertion says at its start, with its gap filled."""
        first, rest = candidate.pieces[0], candidate.pieces[1:]
        for text in filled(first, spot.view, self.offers) if isinstance(first, str) else ():
            yield replace(candidate, pieces=(text, *rest))
        if not isinstance(first, str):
            yield candidate
