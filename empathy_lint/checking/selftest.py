"""Runs the examples that rules and elements carry, the whole way that a message goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from empathy_lint.checking.check import Checked, Checker
from empathy_lint.checking.context import Context
from empathy_lint.checking.finding import Finding
from empathy_lint.checking.packs import Pack
from empathy_lint.checking.protocol import Analysis
from empathy_lint.checking.rule import Element, Origin, Rule
from empathy_lint.checking.schema import Example
from empathy_lint.checking.selection import Selection

Analyse = Callable[[str], Analysis]
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class ExampleFailure:
    """An example that does not hold; `expectation` is `flag`, `pass`, `rewrite`, `present` or `absent`."""

    rule: str
    expectation: str
    text: str
    message: str
    origin: Origin

    def __str__(self) -> str:
        return f"{self.origin.path}:{self.origin.line}: {self.rule}, {self.expectation}: “{self.text}”: {self.message}"


def run_examples(pack: Pack, analyse: Analyse | None = None) -> list[ExampleFailure]:
    """All examples of all rules and elements that do not hold.

    Each rule is run alone, so that an example says what its own rule does. `analyse` makes an analysis of a plain text;
    by default it is read and analysed as any file is.
    """
    tester = _Tester(Checker(pack), analyse or plain_text(pack))
    failures = [failure for rule in pack.rules for failure in tester.rule(rule)]
    return failures + [failure for element in pack.elements for failure in tester.element(element)]


def count_examples(pack: Pack) -> int:
    """How many examples the rules and elements carry."""
    of_rules = sum(
        len(each.flag) + len(each.pass_) + len(each.rewrite) for each in (rule.examples for rule in pack.rules)
    )
    return of_rules + sum(len(each.examples.present) + len(each.examples.absent) for each in pack.elements)


def plain_text(pack: Pack) -> Analyse:
    """Reads and analyses plain texts, as far as the pack needs them analysed."""
    # Imported here, because only examples run without an analysis of their own need the whole language layer.
    from empathy_lint.language.analyser import Analyser
    from empathy_lint.language.tone.model import ToneModel
    from empathy_lint.reading.reader import read

    analyser = Analyser(facts=pack.facts(), lemmas=pack.uses_lemmas(), tone=ToneModel())

    def analyse(text: str) -> Analysis:
        (message,) = read("example.txt", text.encode("utf-8"), format_name="text").messages
        return analyser.analyse(message)

    return analyse


@dataclass(frozen=True)
class _Tester:
    checker: Checker
    analyse: Analyse

    def rule(self, rule: Rule) -> Iterator[ExampleFailure]:
        for example in rule.examples.flag:
            if message := self._not_flagged(rule, example):
                yield ExampleFailure(rule.id, "flag", example.text, message, rule.origin)
        for example in rule.examples.pass_:
            if findings := self._check(example.text, example, rule).findings:
                told = ", ".join(f"“{_words(each)}” ({each.entry})" for each in findings)
                yield ExampleFailure(rule.id, "pass", example.text, f"It flags {told}.", rule.origin)
        for before, after in rule.examples.rewrite:
            made = _rewritten(before, self._check(before, Example(text=before), rule).findings)
            if made != after:
                yield ExampleFailure(rule.id, "rewrite", before, f"It becomes “{made}”, not “{after}”.", rule.origin)

    def element(self, element: Element) -> Iterator[ExampleFailure]:
        for expectation, examples in (
            ("present", element.examples.present),
            ("absent", element.examples.absent),
        ):
            for example in examples:
                offers = self._check(_plain(example.text), example, None).presence.get(element.id, ())
                if bool(offers) != (expectation == "present"):
                    found = ", ".join(f"“{offer.text}”" for offer in offers) or "nothing"
                    message = f"It finds {found}."
                    yield ExampleFailure(element.id, expectation, example.text, message, element.origin)

    def _not_flagged(self, rule: Rule, example: Example) -> str:
        """What is wrong with how the example is flagged, or an empty string."""
        text, marks = _plain(example.text), _marks(example.text)
        findings = self._check(text, example, rule).findings
        if example.entry and any(finding.entry != example.entry for finding in findings):
            return f"It is flagged by “{findings[0].entry}”, not by “{example.entry}”."
        if not marks:
            return "" if findings else "Nothing is flagged."
        found = [(each.place.start.offset, each.place.end.offset) for each in findings if each.place]
        if sorted(found) == marks:
            return ""
        told = ", ".join(f"“{_words(each)}” ({each.entry})" for each in findings) or "nothing"
        return f"It flags {told}."

    def _check(self, text: str, example: Example, rule: Rule | None) -> Checked:
        return self.checker.check(self.analyse(text), _context(example, rule), _alone(rule))


def _alone(rule: Rule | None) -> Selection:
    return Selection(select=frozenset({rule.id})) if rule else Selection()


def _context(example: Example, rule: Rule | None) -> Context:
    """Where the example is read: as it says, else where its rule applies, else an email in no special
    situation.
    """
    situations = sorted(rule.scope.situations) if rule else []
    channels = sorted(rule.scope.channels) if rule else []
    situation = example.situation or next(iter(situations), "general")
    return Context(example.channel or ("email" if not channels or "email" in channels else channels[0]), situation)


def _plain(text: str) -> str:
    return _MARK.sub(r"\1", text)


def _marks(text: str) -> list[tuple[int, int]]:
    """The spans in the plain text that the marks stand around."""
    return sorted(
        (match.start() - 4 * number, match.end() - 4 * number - 4) for number, match in enumerate(_MARK.finditer(text))
    )


def _rewritten(text: str, findings: tuple[Finding, ...]) -> str:
    for finding in reversed(findings):
        if finding.place and finding.rewrites:
            text = text[: finding.place.start.offset] + finding.rewrites[0].text + text[finding.place.end.offset :]
    return text


def _words(finding: Finding) -> str:
    return finding.place.text if finding.place else "the whole message"
