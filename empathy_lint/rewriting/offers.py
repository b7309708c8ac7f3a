"""One ready sentence for what a message lacks, built only from what the firm really offers.

Where the firm named nothing to offer, the rules have a sentence with gaps in brackets: a model for a person to write
by, and never put into a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.checking.context import Context
from empathy_lint.checking.finding import Finding
from empathy_lint.checking.rule import Element
from empathy_lint.checking.view import MessageView, is_greeting
from empathy_lint.reading.message import Block, BlockKind
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.offers_file import Offers
from empathy_lint.rewriting.refusals import REFUSED

_FEWEST_WORDS: Final = 4  # of a paragraph that a sentence may be added to; a shorter one is a greeting or a signature
# The message itself says that nobody reads what is sent back: then no sentence may ask for a reply.
_UNREAD: Final = re.compile(
    r"no-?reply|do(?: not|n['’]t) (?:reply|respond)|(?:not|un) ?(?:monitored|attended)|no (?:further )?correspondence"
    r"|can(?:not|['’]t) (?:reply|respond|receive)"
    r"|repl(?:y|ies) (?:sent )?(?:to this|here)[^.!?]{0,20}? (?:are|is|will)(?: not|n['’]t)(?: be)?"
    r" (?:read|seen|answered|received|delivered)",
    re.IGNORECASE,
)
# "This is not the answer you hoped for" has a meaning once the answer is told.
_ANSWERED: Final = re.compile(
    rf"\b(?:{REFUSED}|(?:not|n['’]t|unable\s+to|cannot)\s+(?:(?:able|to|agree\w*|yet)\s+){{0,3}}"
    r"(?:offer\w*|lend|award\w*|give|grant\w*|agree\w*|go(?:ing)?\s+ahead|take\w*|qualif\w+|uph[eo]ld|accept|approve|choose|paid|pay))\b",
    re.IGNORECASE,
)
# What the answer is about.
_ASKED: Final = re.compile(
    r"\b(?:applications?|applied|requests?|claims?|appeals?|loans?|offer|places?|roles?|jobs?|positions?|decision|grants?|proposal|bid"
    r"|submission)\b",
    re.IGNORECASE,
)
_ALWAYS_TRUE: Final = frozenset({"dialogue", "resources"})
# Plans and dates are ways to pay: they are none where nothing is owed, or where the message is about something else.
_MONEY_IS_OWED: Final = frozenset(
    "early-past-due late-past-due pre-legal disconnection-notice broken-arrangement payment-failed".split()
)
_MAY_BE_OWED: Final = frozenset({"hardship", "account-suspended", "general", "reminder", "notification"})
_OWED: Final = re.compile(
    r"\b(?:overdue|past\s+due|(?:in|your)\s+arrears|arrears\s+of\s+[£$€\d]|(?<!but )unpaid|outstanding|owed?"
    r"|instal?ments?|balance\s+(?:due|owing|of|is|was|on|remain\w*)|(?:your|remaining|full|account)\s+balance|missed\s+payments?|not\s+(?:been\s+)?(?:paid|received))\b",
    re.IGNORECASE,
)
# What a line on money answers; a book that is overdue costs nothing yet.
_MONEY: Final = re.compile(
    r"\b(?:pay|paid|payments?|bills?|invoices?|rent|fees?|charges?|debts?|arrears|balance|instal?ments?)\b|[£$€]\s?\d",
    re.IGNORECASE,
)
_PAY: Final = re.compile(r"\b(?:pay|paid|payment)\b", re.IGNORECASE)
# Who is told that paying in parts is over, or that all is due or being taken, is not offered it in the next line.
_WITHDRAWN: Final = re.compile(
    r"\b(?:lost|lose|forfeit\w*)\s+(?:the|your)\s+right\s+to\b|\b(?:plan|arrangement|instal?ments?)\s+(?:is|are|has|have)\s+(?:now\s+)?"
    r"(?:been\s+)?(?:cancelled|canceled|ended|terminated|withdrawn|no\s+longer)\b"
    r"|\b(?:levy|levied|distraint|writ|seiz(?:e|ed|ure)|confiscat\w+|fines?\s+officer|collection\s+order"
    r"|warrants?\s+of\s+control|in\s+full\s+within|partial\s+payments?|possession\s+of\s+the\s+(?:premises|property)|attachment\s+of\s+earnings)\b|\bdue\s+(?:immediately|in\s+full|at\s+once)\b"
    r"|\bno\s+(?:further\s+|more\s+)?(?:extensions?|instal?lments?|payment\s+plans?|part[- ]payments?)\b",
    re.IGNORECASE,
)
_REPLIES: Final = {
    "email": "reply to this email",
    "sms": "reply to this message",
    "chat": "reply here",
    "push": "reply in the app",
    "letter": "write to us",
    "screen": "get in touch",
}


@dataclass(frozen=True)
class OfferSentences:
    """Proposes the ready sentence for a missing element, behind the ask, at the end of the body, or early in it."""

    elements: Mapping[str, Mapping[str, str]]  # for each element the rules' sentences by situation or "default"
    offers: Offers

    def propose(self, finding: Finding, view: MessageView) -> Iterator[Candidate]:
        """Candidates for each sentence and each place that suits it; nothing where there is a gap in the sentence."""
        opening = finding.element == "acknowledge"
        # The firm's routes and advice are true in each of its messages; what it can do about one bill is not.
        is_sure = finding.element in _ALWAYS_TRUE
        places = _places(view, opening=opening)
        for sentence in self.sentences(finding, view):
            for number, at in [] if "[" in sentence else places:
                words = f" {sentence}" if at else f"{sentence} "
                yield Candidate(number, at, at, (words,), "insert", "safe" if is_sure else "review")

    def ready(self, element: str, view: MessageView) -> list[str]:
        """Sentences of the firm's own for an element, the fullest first, without gaps; none where it named nothing."""
        pays = element in ("options", "flexibility")
        made = [] if pays and not _asks_for_money(view) else _made(element, self._heard(view), view.context)
        own = _for(self.offers.sentences.get(element, {}), view.context.situation)
        return [own] if own else made

    def model(self, finding: Finding, view: MessageView) -> str | None:
        """The rules' sentence for the missing element, which may have gaps in brackets for a person to fill."""
        situation = view.context.situation
        if situation in _MONEY_IS_OWED and not _MONEY.search(_prose(view)):
            situation = "general"
        return _for(self.elements.get(finding.element or "", {}), situation)

    def sentences(self, finding: Finding, view: MessageView) -> list[str]:
        """The firm's own sentence, or those made of its offers, best first, or the rules' ready one with gaps."""
        element = finding.element
        if element is None:
            return []
        model = self.model(finding, view)
        return self.ready(element, view) or ([model] if model else [])

    def _heard(self, view: MessageView) -> Offers:
        """The offers without replies where the message says that nobody reads them."""
        if any(_UNREAD.search(block.prose) for block in view.analysis.message.blocks):
            return self.offers.model_copy(update={"reply": []})
        return self.offers


def _asks_for_money(view: MessageView) -> bool:
    """Whether the message is about a sum that its reader owes."""
    situation, prose = view.context.situation, _prose(view)
    owed = bool(_OWED.search(prose))
    is_said = (situation in _MONEY_IS_OWED and (owed or bool(_PAY.search(prose)))) or (
        situation in _MAY_BE_OWED and owed
    )
    return is_said and not _WITHDRAWN.search(prose)


def _prose(view: MessageView) -> str:
    return "\n".join(block.prose for block in view.analysis.message.blocks)


def sentences_of(elements: Sequence[Element]) -> dict[str, Mapping[str, str]]:
    """The ready sentences that the packs hold, by element."""
    return {element.id: element.sentence for element in elements}


def _for(sentences: Mapping[str, str], situation: str) -> str | None:
    return sentences.get(situation) or sentences.get("default")


def _made(element: str, offers: Offers, context: Context) -> list[str]:
    """Sentences of the firm's offers for the element, the fullest first; none where its offers do not reach."""
    if element == "options":
        choices = [*offers.plans, *(f"ask us to {each}" for each in offers.dates)]
        return [f"You can {_either(choices[:number])}." for number in (3, 2) if number <= len(choices)]
    if element == "flexibility":
        return _flexibility(offers, context)
    if element == "dialogue":
        return _dialogue(offers, context)
    if element == "resources" and offers.advice:
        first = offers.advice[0]
        advice = f"For free, independent advice you can turn to {first.name}: {first.contact}."
        # A number alone can send the reader away from the channel that they are on.
        return [advice, *(f"{advice} {talk}" for talk in _dialogue(offers, context)[-1:])]
    return []


def _dialogue(offers: Offers, context: Context) -> list[str]:
    """All routes together, then the first alone: several of them can be more than a short message bears."""
    routes = _routes(offers, context)
    lead = "If you have questions, or there is something we should know,"
    return list(dict.fromkeys(f"{lead} {_either(rows)}." for rows in (routes, routes[:1]) if rows))


def _flexibility(offers: Offers, context: Context) -> list[str]:
    how = _either(_routes(offers, context))
    ask = f" To ask for it, {how}." if how else ""
    if offers.dates:
        return [f"If the date is hard to meet, we can {offers.dates[0]}.{ask}"]
    if offers.plans:
        return [f"If paying it all at once is hard, you can {offers.plans[0]}.{ask}"]
    return []


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


def _places(view: MessageView, *, opening: bool) -> list[tuple[int, int]]:
    """Block and offset of each place to try: the start of the body for what opens it, or behind an answer that it is
    about; else behind the ask, at the end, behind the first sentence.
    """
    blocks = view.analysis.message.blocks
    body = [number for number, block in enumerate(blocks) if _is_body(block)]
    if not body:
        return []
    first = body[0]
    if opening and view.context.situation == "refusal":
        return _behind_answer(view, body)
    if opening:
        return [(first, 0)]
    asking = [offer.block for offer in view.presence.get("ask", ()) if offer.block in body]
    ends = [(number, len(blocks[number].prose)) for number in [*asking[-1:], body[-1]]]
    sentences = [passage.sentence for passage in view.passages if passage.sentence.block == first]
    return list(dict.fromkeys([*ends, *((first, sentence.end) for sentence in sentences[:1])]))


def _behind_answer(view: MessageView, body: Sequence[int]) -> list[tuple[int, int]]:
    """Behind the first sentence that tells the decision; nowhere where none does."""
    told = (
        passage.sentence
        for passage in view.passages
        if passage.sentence.block in body and _ANSWERED.search(passage.text) and _ASKED.search(passage.text)
    )
    return [(sentence.block, sentence.end) for sentence in told][:1]


def _is_body(block: Block) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.prose.rstrip().endswith((".", "!", "?"))
        and len(block.prose.split()) >= _FEWEST_WORDS
        and not is_greeting(block.prose)
    )
