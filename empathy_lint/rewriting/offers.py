"""One ready sentence for what a message lacks, built only from what the firm really offers.

Where the firm named nothing to offer, the sentence has gaps in brackets for its writer to fill; it is shown, and never
put into a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint.checking.context import Context
from empathy_lint.checking.finding import Finding, Rewrite
from empathy_lint.checking.rule import Element
from empathy_lint.checking.view import MessageView, is_greeting
from empathy_lint.reading.message import Block, BlockKind
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.offers_file import Offers

_FEWEST_WORDS: Final = 4  # of a paragraph that a sentence may be added to; a shorter one is a greeting or a signature
_REPLIES: Final = {
    "email": "reply to this email",
    "sms": "reply to this message",
    "chat": "reply here",
    "push": "reply in the app",
    "letter": "write to us",
}


@dataclass(frozen=True)
class OfferSentences:
    """Proposes the ready sentence for a missing element, behind the ask or at the end of the body."""

    elements: Mapping[str, Mapping[str, str]]  # for each element the rules' sentences by situation or "default"
    offers: Offers

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """A candidate for each place that suits the sentence; nothing where there is a gap in it."""
        sentence = self.sentence(finding, view.context)
        if sentence is None or "[" in sentence:
            return
        for number in _places(view, opening=finding.element == "acknowledge"):
            block = view.analysis.message.blocks[number]
            if finding.element == "acknowledge":
                yield Candidate(number, 0, 0, (f"{sentence} ",), "insert", "review")
            else:
                at = len(block.prose)
                yield Candidate(number, at, at, (f" {sentence}",), "insert", "review")

    def gap(self, finding: Finding, context: Context) -> tuple[Rewrite, ...]:
        """The sentence with gaps, to be shown where nothing better is known."""
        sentence = self.sentence(finding, context)
        return (Rewrite(sentence, "review", (), "nothing"),) if sentence and "[" in sentence else ()

    def sentence(self, finding: Finding, context: Context) -> str | None:
        """The firm's own sentence, or one made of its offers, or the rules' ready one with gaps."""
        element = finding.element
        if element is None:
            return None
        own = _for(self.offers.sentences.get(element, {}), context.situation)
        return own or _made(element, self.offers, context) or _for(self.elements.get(element, {}), context.situation)


def sentences_of(elements: Sequence[Element]) -> dict[str, Mapping[str, str]]:
    """The ready sentences that the packs hold, by element."""
    return {element.id: element.sentence for element in elements}


def _for(sentences: Mapping[str, str], situation: str) -> str | None:
    return sentences.get(situation) or sentences.get("default")


def _made(element: str, offers: Offers, context: Context) -> str | None:
    """A sentence of the firm's offers for the element, or None where they do not reach."""
    if element == "options":
        choices = [*offers.plans, *(f"ask us to {each}" for each in offers.dates)]
        return f"You can {_either(choices[:3])}." if len(choices) > 1 else None
    if element == "flexibility":
        return _flexibility(offers, context)
    if element == "resources" and offers.advice:
        first = offers.advice[0]
        return f"For free, independent advice you can turn to {first.name}: {first.contact}."
    if element == "dialogue" and (routes := _routes(offers, context)):
        return f"If you have questions, or there is something we should know, {_either(routes)}."
    return None


def _flexibility(offers: Offers, context: Context) -> str | None:
    how = _either(_routes(offers, context))
    ask = f" To ask for it, {how}." if how else ""
    if offers.dates:
        return f"If the date is hard to meet, we can {offers.dates[0]}.{ask}"
    if offers.plans:
        return f"If paying it all at once is hard, you can {offers.plans[0]}.{ask}"
    return None


def _routes(offers: Offers, context: Context) -> list[str]:
    """Ways to reach the firm, the one that the message came by first."""
    routes = [_REPLIES[context.channel]] if context.channel in offers.reply else []
    if offers.phone:
        whom = f"{offers.person} on " if offers.person else ""
        hours = f" ({offers.hours})" if offers.hours else ""
        routes.append(f"call {whom}{offers.phone}{hours}")
    if offers.email and not routes:
        routes.append(f"write to {offers.email}")
    if offers.web and not routes:
        routes.append(f"go to {offers.web}")
    return routes


def _either(choices: Sequence[str]) -> str:
    if len(choices) < 3:
        return " or ".join(choices)
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


def _places(view: MessageView, *, opening: bool) -> list[int]:
    """Numbers of the blocks to try: the first of the body for what opens it, else the one that asks, then the last."""
    blocks = view.analysis.message.blocks
    body = [number for number, block in enumerate(blocks) if _is_body(block)]
    if opening or not body:
        return body[:1]
    asking = [offer.block for offer in view.presence.get("ask", ()) if offer.block in body]
    return list(dict.fromkeys([*asking[-1:], body[-1]]))


def _is_body(block: Block) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.prose.rstrip().endswith((".", "!", "?"))
        and len(block.prose.split()) >= _FEWEST_WORDS
        and not is_greeting(block.prose)
    )
