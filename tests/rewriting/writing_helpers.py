"""What writers propose for a sentence, as whole sentences and before they are proven."""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace
from typing import cast

from empathy_lint.checking.check import Checker
from empathy_lint.checking.context import Context
from empathy_lint.checking.finding import Finding
from empathy_lint.checking.packs import Pack, load_packs
from empathy_lint.checking.selection import Selection
from empathy_lint.file_linter import make_analyser
from empathy_lint.language.analyser import Analyser
from empathy_lint.reading.message import Block
from empathy_lint.reading.reader import read
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.flagged import Flagged
from empathy_lint.rewriting.offers import OfferSentences
from empathy_lint.rewriting.offers_file import Offers
from empathy_lint.rewriting.wording import as_written, new_words
from empathy_lint.rewriting.writers import writers

NO_OFFERS = Offers()


@lru_cache(maxsize=1)
def _pack() -> Pack:
    return load_packs(())


@lru_cache(maxsize=1)
def _tools() -> tuple[Analyser, Checker]:
    return make_analyser(_pack()), Checker(_pack())


def proposals(
    text: str,
    situation: str = "late-past-due",
    rule: str | None = None,
    offers: Offers = NO_OFFERS,
    *,
    must_be_found: bool = True,
) -> list[tuple[str, str]]:
    """(safety, whole text) of every candidate for every finding in the text, in order, each once."""
    rows = candidates_in(text, situation, rule, offers, must_be_found=must_be_found)
    return list(dict.fromkeys((row.safety, written(row, block)) for row, block in rows))


def candidates_in(
    text: str, situation: str, rule: str | None = None, offers: Offers = NO_OFFERS, *, must_be_found: bool = True
) -> list[tuple[Candidate, Block]]:
    """Every candidate for every finding, or for those of one rule, with its block.

    Where nothing is found, nothing can be proposed, and a test that something is not would say nothing: so something
    has to be found there, unless the test is about what may as well not be found at all.
    """
    analyser, checker = _tools()
    (message,) = read("letter.txt", text.encode()).messages
    context = Context("email", situation)
    analysis = analyser.analyse(message, context.channel)
    checked = checker.check(analysis, context)
    findings = [finding for finding in checked.findings if rule in (None, finding.rule)]
    assert any(finding.place for finding in findings) or not must_be_found, (
        f"Nothing that {rule or 'any rule'} would flag: {text}"
    )
    return [
        (row, message.blocks[row.block])
        for finding in findings
        for writer in writers(_pack().rules, Selection(), OfferSentences({}, offers))
        for row in writer.propose(finding, checked.view)
    ]


def spots(text: str, rule: str, entry: str) -> list[Flagged]:
    """Each sentence of the text as a finding of one rule would show it to a writer."""
    analyser, checker = _tools()
    (message,) = read("letter.txt", text.encode()).messages
    context = Context("email", None)
    analysis = analyser.analyse(message, context.channel)
    view = checker.check(analysis, context).view
    finding = cast("Finding", SimpleNamespace(rule=rule, entry=entry))
    return [Flagged(finding, view, row, 0, len(row.text)) for row in analysis.sentences]


def whole_of(text: str) -> Flagged:
    """The first sentence of a text as one that is flagged from end to end, though no finding is there."""
    analyser, checker = _tools()
    (message,) = read("letter.txt", text.encode()).messages
    context = Context("email", "general")
    view = checker.check(analyser.analyse(message, context.channel), context).view
    sentence = view.passages[0].sentence
    return Flagged(cast("Finding", None), view, sentence, 0, len(sentence.text))


def written(candidate: Candidate, block: Block) -> str:
    """The block as it reads with the candidate's words, placeholders as code."""
    before = as_written(block, 0, candidate.start)
    return before + new_words(candidate, block) + as_written(block, candidate.end, len(block.prose))
