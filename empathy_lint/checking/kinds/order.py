"""Entries about how a message is put together: help before penalty, the fix before the feeling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from empathy_lint.checking.finding import EvidenceKind
from empathy_lint.checking.view import MessageHit, MessageView, Offer, Spot, is_greeting, opening_sentences
from empathy_lint.language.analysis import Sentence
from empathy_lint.language.directives.routes import routes
from empathy_lint.reading.message import BlockKind
from empathy_lint.words import Severity

_THREATS = frozenset({"threat-language"})
_ALARMS = frozenset({"threat-language", "fear-words"})
_CONTRADICTIONS = frozenset({"but-usage"})
_HELP = ("options", "flexibility", "resources", "dialogue")
_FEELING = ("acknowledge",)
_STOCK_FEELING = frozenset({"hollow-empathy"})
_HARSH = frozenset(
    {
        "threat-language",
        "fear-words",
        "blame-language",
        "pressure-language",
        "shame-judgement",
        "hollow-empathy",
        "but-usage",
    }
)
# One line of thanks that names what it is for holds nothing up; a thanks that goes on about feelings does.
_THANKS_FOR_A_DEED = re.compile(
    r"\A\W*(?:thank\s+you|thanks|many\s+thanks)\s+(?:very\s+much\s+|so\s+much\s+|again\s+)?for\s+(?:telling|letting|reporting|sending|writing|calling"
    r"|ringing|phoning|emailing|contacting|getting\s+in\s+touch|returning|raising|showing|your\s+(?:\w+\s+)?(?:e-?mail|letter|call|message|note|photos?|report|order))\b"
    r"(?!.*\b(?:sorry|apolog\w+|regret|understand\w*|apprecia\w+|frustrat\w+|disappoint\w+|upset\w*|worr\w+|stress\w*|patien\w+|know\s+how|feel\w*)\b)",
    re.IGNORECASE | re.DOTALL,
)
# "Sorry, your broadband is down": the news itself, in which the word of feeling takes no time.
_NEWS = re.compile(
    r"\b(?:sorry|apologi[sz]e|apologies)\b(?:\s*[,:–-]\s*(?:but\s+)?|\s+but\s+)(?:your|the|our|we|there)\b[^.;!?]*"
    r"(?:\b(?:is|are|was|were|has|have|went|will)\b|['’](?:s|re|ve)\b)",
    re.IGNORECASE,
)
_SOON: Final = 2  # sentences until what was done about it
_APOLOGY = re.compile(r"\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|regret)\b", re.IGNORECASE)
# What is asked of those alone whom it concerns, what may be done, and what points back at something asked before.
_ASIDE = re.compile(
    r"\A\W*(?:(?:important|note|please\s+note)\W+)?(?:if|should|unless|in\s+case|before\s+you\s+do\s+(?:so|this|that|it))\b"
    r"|\b(?:disregard|ignore)\s+(?:this|the)\b|\blet\s+us\s+know\s+if\b|\bif\s+you\s+(?:choose|want|wish|would\s+like|prefer)\b|\b(?:use|click|tap|follow|see)\b[^.;:]*\babove\b"
    r"|\bgovern\s+yoursel(?:f|ves)\b"
    # What only the curious do, what is suggested besides, and the label of a box to tick.
    r"|\A\W*to\s+(?:check|try|test|preview|see|view|track|learn|find|hear|explore)\b"
    r"|\bwe(?:['’]d|\s+would)?\s+also\s+(?:suggest|recommend)\b|\bmyself\b"
    r"|\byou\s+(?:can|may|could)\b[^.;:]*\b(?:(?:at\s+)?any\s*time|whenever)\b",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\byou\s+(?:can|may|could)\b(?:\s+(?!please\b)[\w'’-]+){0,4}\s*\Z"
    r"|\byou\s+(?:can|may|could)\b[^.;:]*\b(?:or|and)\s+(?=(?:edit|view|see|visit|change|manage)\b)",
    re.IGNORECASE,
)
# What may be done in one of several ways, and what only ends a right: "payments can be made", "unless an appeal is …".
_NO_REQUEST = re.compile(r"(?:payments?\s+(?:can|may|could)\s+be|unless|until)\b", re.IGNORECASE)
# "…, in which you must give your name": part of what the clause before it is about.
_WITHIN = re.compile(r"\b(?:in|on|with|for|to)\s+which\s+you\s+(?:must|should|have\s+to|need\s+to)\s*\Z", re.IGNORECASE)
# "[Track parcel] [Change day]": the buttons of a plain text.
_BUTTONS = re.compile(r"\W*(?:\[[^\[\]]{1,40}\](?:\([^()]*\))?\s*)+\W*")
# Words of a message that is seen as a whole, on any screen: nothing in it is buried.
_SEEN_AT_ONCE: Final = 80
_SEALED = re.compile(r"\A\W*(?:in\s+)?witness\s+(?:my|our|whereof|the)\b", re.IGNORECASE)
# "Press 9 when you call": part of what they do who call.
_ON_THE_WAY = re.compile(
    r"[^.;:!?]{0,30}?\b(?:when|once|while|if)\s+you\s+(?:call|ring|phone|arrive|visit|come|get\s+there|log\s+in)\b"
)
_NAME = re.compile(r"[A-Z][a-z]+\Z")
_NAME_GOES_ON = re.compile(r"\s+[A-Z][a-z]+\b")
_WANTED = re.compile(r"(?:pay|reply|send|return|complete|renew|confirm|submit|sign|verify|review)\b", re.IGNORECASE)
# "Call us on … to finish it": what has to be done is done there, and not only talked about.
_DONE_ELSEWHERE = re.compile(
    r"\W*(?:please\s+)?(?:call|ring|phone|visit|come)\b[^.;:?!]*\bto\s+(?!(?:talk|speak|ask|discuss|hear|find|learn|let)\b)[a-z]+\b",
    re.IGNORECASE,
)
_SAME_CHANNEL = {
    "email": frozenset({"email", "web"}),
    "sms": frozenset({"sms", "web", "app"}),
    "letter": frozenset({"post", "phone", "email", "web"}),
    "chat": frozenset({"chat", "app"}),
}


@dataclass(frozen=True)
class Order:
    """Fires where a named order is broken."""

    name: str
    evidence: EvidenceKind = "message"
    late: bool = True

    @property
    def rests_on(self) -> frozenset[str]:
        """The rules whose findings the order is about."""
        return _RESTS_ON.get(self.name, frozenset())

    def find(self, view: MessageView) -> Iterator[MessageHit]:
        """The place at which the order is broken, or nothing."""
        yield from ORDERS[self.name](view)


def help_before_penalty(view: MessageView) -> Iterator[MessageHit]:
    """The first threat stands before anything that helps."""
    threat = _first_spot(view, _THREATS)
    if threat and not _offered_before(view, _HELP, threat):
        yield _hit(threat)


def fix_before_feeling(view: MessageView) -> Iterator[MessageHit]:
    """The body opens with a line about feelings, or holds one and nowhere says what was done."""
    feelings = {offer.sentence for offer in _offers(view, _FEELING)}
    feelings |= {spot.sentence.index for spot in _spots(view, _STOCK_FEELING)}
    actions = [offer.sentence for offer in _offers(view, ("action",))]
    sentences = view.analysis.sentences
    feelings = {index for index in feelings if not _is_plain_opening(sentences[index].text)}
    feelings = {
        index for index in feelings if not (_NEWS.search(sentences[index].text) and _mended_after(index, actions))
    }
    if not feelings:
        return
    first = min(feelings)
    if not actions or (first in opening_sentences(view.analysis) and first < min(actions)):
        line = view.analysis.sentences[first]
        yield MessageHit(line.block, line.start, line.end, line)


def _mended_after(index: int, actions: Sequence[int]) -> bool:
    return any(index <= action <= index + _SOON for action in actions)


def _is_plain_opening(text: str) -> bool:
    """Whether a sentence greets, or thanks for what the message is about, and says no more."""
    return is_greeting(text) or bool(_THANKS_FOR_A_DEED.match(text))


def ask_in_first_half(view: MessageView) -> Iterator[MessageHit]:
    """What the reader is asked to do comes after the first 60 % of the sentences of a message that is not short."""
    asks, sentences = view.analysis.directives.asks, view.analysis.sentences
    if not asks or len(sentences) < 5 or asks[0][0] / len(sentences) <= 0.6:
        return
    if sum(len(sentence.text.split()) for sentence in sentences) < _SEEN_AT_ONCE:
        return
    for index, start, end in asks:
        if not _is_aside(sentences[index], start, end) and not _is_button(view, sentences[index]):
            yield MessageHit(sentences[index].block, start, end, sentences[index])
            return


def _is_aside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the sentence asks for nothing that has to come first."""
    before = sentence.text[: max(start - sentence.start, 0)]
    words = sentence.text[len(before) : end - sentence.start]
    after = sentence.text[len(before) + len(words) :]
    if _ASIDE.search(sentence.text) or _NO_REQUEST.match(words) or _SEALED.match(sentence.text):
        return True
    if _WITHIN.search(before):
        return True
    if _ON_THE_WAY.match(after) or (before.strip() and _NAME.match(words) and _NAME_GOES_ON.match(after)):
        return True
    return bool(_OPTION.search(before) or _OPTION.search(before + words)) and not _WANTED.match(words)


def _is_button(view: MessageView, sentence: Sentence) -> bool:
    """Whether it is a button, or a link that stands alone: eyes find these without reading what comes before."""
    block = view.analysis.message.blocks[sentence.block]
    if block.kind in (BlockKind.BUTTON, BlockKind.LINK):
        return True
    if any(_BUTTONS.fullmatch(text) for text in (sentence.text, _line_of(block.prose, sentence))):
        return True
    return block.prose.strip() == sentence.text.strip() and any(
        link.prose_start <= sentence.start and sentence.end - 1 <= link.prose_end for link in block.links
    )


def _line_of(prose: str, sentence: Sentence) -> str:
    """The line, or lines, that a sentence stands on."""
    first = prose.rfind("\n", 0, sentence.start) + 1
    return prose[first : sentence.end] + prose[sentence.end :].split("\n", 1)[0]


def threat_not_in_opening(view: MessageView) -> Iterator[MessageHit]:
    """A threat or a frightening word stands in the subject, the first heading or the first sentence."""
    opening = opening_sentences(view.analysis)
    spots = [spot for spot in _spots(view, _ALARMS) if spot.sentence.index in opening]
    if spots and any(spot.severity >= Severity.MAJOR for spot in spots):
        yield _hit(max(spots, key=lambda spot: (spot.severity, -spot.sentence.index, -spot.start)))


def question_after_but(view: MessageView) -> Iterator[MessageHit]:
    """A contradiction that is not followed by a question within two sentences."""
    sentences = view.analysis.sentences
    for spot in _spots(view, _CONTRADICTIONS):
        following = sentences[spot.sentence.index : spot.sentence.index + 3]
        if not any(sentence.text.rstrip().endswith("?") for sentence in following):
            yield _hit(spot)


def apology_with_action(view: MessageView) -> Iterator[MessageHit]:
    """The sender says sorry, and nowhere says what was done or will be done."""
    if view.presence.get("action"):
        return
    apologies = [passage.sentence for passage in view.passages if _APOLOGY.search(passage.text)]
    if apologies:
        first = apologies[0]
        yield MessageHit(first.block, first.start, first.end, first)


def more_action_than_feeling(view: MessageView) -> Iterator[MessageHit]:
    """More than one line of feeling, and more of them than of what was done."""
    feelings = _offers(view, _FEELING)
    apologies = [passage.sentence.index for passage in view.passages if _APOLOGY.search(passage.text)]
    lines = {offer.sentence for offer in feelings} | set(apologies)
    if len(lines) > max(1, len(_offers(view, ("action",)))):
        second = view.analysis.sentences[sorted(lines)[1]]
        yield MessageHit(second.block, second.start, second.end, second)


def answer_where_they_are(view: MessageView) -> Iterator[MessageHit]:
    """What is asked has to be done on other channels than the one that the message came by.

    A number to talk to somebody, or for a case that may arise, stands beside the message and sends nobody away.
    """
    channels = set(view.analysis.directives.channels)
    own = _SAME_CHANNEL.get(view.context.channel, frozenset())
    if channels and own and not channels & own and _asks_elsewhere(view):
        yield MessageHit()


def _asks_elsewhere(view: MessageView) -> bool:
    analysis = view.analysis
    asked = [
        analysis.sentences[offer.sentence]
        for offer in _offers(view, ("ask",))
        if not _is_aside(analysis.sentences[offer.sentence], offer.start, offer.end)
    ]
    asked += [sentence for sentence in analysis.sentences if _DONE_ELSEWHERE.match(sentence.text)]
    return any(routes(analysis.message, [sentence], view.context.channel) for sentence in asked)


def help_beside_channels(view: MessageView) -> Iterator[MessageHit]:
    """Several channels are all that is offered: nothing about the issue itself."""
    helps = any(view.presence.get(element) for element in ("acknowledge", "options", "flexibility", "action"))
    if len(set(view.analysis.directives.channels)) >= 2 and not helps:
        yield MessageHit()


def reader_in_opening(view: MessageView) -> Iterator[MessageHit]:
    """The first sentences speak of the account and the sum alone, though later there is help."""
    opening = [passage.sentence for passage in view.passages if len(passage.text.split()) > 4][:3]
    offers = _offers(view, (*_HELP, *_FEELING))
    if len(opening) == 3 and offers and not {offer.sentence for offer in offers} & {row.index for row in opening}:
        yield MessageHit()


def harm_below_help(view: MessageView) -> Iterator[MessageHit]:
    """Three or more grave findings, and fewer things that help."""
    grave = [spot for spot in view.spots if spot.severity >= Severity.MAJOR]
    if len(grave) >= 3 and len(grave) > len(_offers(view, (*_HELP, *_FEELING))):
        yield MessageHit()


def reader_is_named(view: MessageView) -> Iterator[MessageHit]:
    """Nothing in the message is about this one reader: no name, and no placeholder at all."""
    if not view.presence.get("personal") and not any(block.placeholders for block in view.analysis.message.blocks):
        yield MessageHit()


_RESTS_ON: Final = {
    "help-before-penalty": _THREATS,
    "fix-before-feeling": _STOCK_FEELING,
    "threat-not-in-opening": _ALARMS,
    "question-after-but": _CONTRADICTIONS,
    "harm-below-help": _HARSH,
}


ORDERS: Final[dict[str, Callable[[MessageView], Iterator[MessageHit]]]] = {
    "help-before-penalty": help_before_penalty,
    "fix-before-feeling": fix_before_feeling,
    "ask-in-first-half": ask_in_first_half,
    "threat-not-in-opening": threat_not_in_opening,
    "question-after-but": question_after_but,
    "apology-with-action": apology_with_action,
    "more-action-than-feeling": more_action_than_feeling,
    "answer-where-they-are": answer_where_they_are,
    "help-beside-channels": help_beside_channels,
    "reader-in-opening": reader_in_opening,
    "harm-below-help": harm_below_help,
    "reader-is-named": reader_is_named,
}


def _spots(view: MessageView, rules: frozenset[str]) -> list[Spot]:
    return [spot for spot in view.spots if spot.rule in rules]


def _first_spot(view: MessageView, rules: frozenset[str]) -> Spot | None:
    return min(_spots(view, rules), key=lambda spot: (spot.block, spot.start), default=None)


def _offers(view: MessageView, elements: tuple[str, ...]) -> list[Offer]:
    return sorted((offer for element in elements for offer in view.presence.get(element, ())), key=_at)


def _offered_before(view: MessageView, elements: tuple[str, ...], spot: Spot) -> bool:
    return any(_at(offer) < (spot.block, spot.start) for offer in _offers(view, elements))


def _at(offer: Offer) -> tuple[int, int]:
    return offer.block, offer.start


def _hit(spot: Spot) -> MessageHit:
    return MessageHit(spot.block, spot.start, spot.end, spot.sentence)
