"""The routes by which a reader is asked or offered to act or to get in touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.analysis import Sentence
from empathy_lint.language.directives.openings import may_direct
from empathy_lint.reading.message import Block, BlockKind, Message, PlaceholderKind
from empathy_lint.words import CONTACT_CHANNELS

_URL: Final = re.compile(
    r"https?://\S+|\bwww\.\S+|(?<![@\w.-])[a-z0-9][\w-]*(?:\.[\w-]+)*\.(?:example|com|org|net|co|gov|uk|io|ca|au"
    r"|ie|nz|in|us|edu|app|info|test|dev|eu)\b(?:/[^\s)]*)?",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<![\w£$€#])\+?\(?\d[\d\s().-]{5,}\d(?![\w%])")
_PAST_OR_OURS: Final = re.compile(
    r"\b(?:we|i|our\s+(?:team|agents?|advisers?)|someone|they|he|she)\b(?:['’](?:ll|ve|d|re|m))?(?:\s+(?:will|have"
    r"|had|has|may|might|can|could|would|also|then|then|tried|try|am|are|were|was|to|be|been|going|shall|never|not"
    r"|won['’]t|only|always|just|recently|already|last|first)){0,4}\s*$"
    r"|\b(?:thank(?:s|\s+you)\s+for|since\s+you(?:r)?|you(?:['’]ve)?\s+(?:recently\s+|just\s+)?|after\s+your"
    r"|your\s+(?:recent\s+)?|this\s+(?:is\s+an?\s+)?(?:automated\s+)?|(?:do|did|will|can|could|must"
    r"|should)(?:\s+not|n['’]t)\s+|cannot\s+|never\s+|no\s+need\s+to\s+|not\s+)\s*$",
    re.IGNORECASE,
)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b".replace("'", "['’]"), re.IGNORECASE)


# Words that name a route. Each is left alone where the sender is the one who does it.
_ROUTES: Final = {
    "phone": _words(
        r"(?:call|ring|telephone|(?<!\ba\s)(?<!your\s)(?<!the\s)(?<!mobile\s)phone(?!\s+(?:bills?|contracts?|lines?|numbers?"
        r"|plans?|calls?|tariffs?)\b))(?:\s+or\s+\w+)?\s+(?:us|me|our|the|your|on|at|in|back|[A-Z]\w+|\+?\(?\d)"
        r"|(?:give|giving)\s+us\s+a\s+(?:call|ring)|by\s+(?:tele)?phone|over\s+the\s+(?:tele)?phone"
        r"|on\s+the\s+phone"
        r"|(?:speak|talk)\s+(?:to|with)\s+(?:us|me|our|one|an?|someone)|helpline|hotline|phone\s+lines?"
        r"|(?:tele)?phone\s*(?:number)?\s*:|tel\.?\s*:|call\s*:|calling|freephone|automated\s+line"
    ),
    "sms": _words(
        r"text\s+(?-i:[A-Z]{2,8})|text\s+(?:us|me|back|(?:the\s+word\s+)?[\"“]?[A-Z]{2,}[\"”]?\s+(?:to|on)|\+?\d)|text\s+\w+\s+(?:on"
        r"|at)\s+\+?\d|by\s+(?:text|sms)|send\s+(?:us\s+)?(?:a\s+text|an?\s+sms)"
    ),
    "email": _words(
        r"e-?mail\s+(?:us|me|our|your|it|them|[A-Z]\w+|at)|by\s+e-?mail|via\s+e-?mail|(?:reply(?:ing)?"
        r"|respond(?:ing)?)\s+(?:to|by)\s+(?:this\s+)?e-?mail|send\s+(?:us\s+)?an?\s+e-?mail"
        r"|drop\s+us\s+(?:a\s+line|an?\s+e-?mail)"
    ),
    "web": _words(
        r"online|(?:our|the|your)\s+(?:web\s?site|site|portal|dashboard|help\s+cent(?:re|er)|online\s+account)"
        r"|web\s?site|log(?:ging)?\s*-?in(?:to)?\s+(?:to|at|on|and|here|with)|sign(?:ing)?\s*-?in\s+(?:to|at|on"
        r"|and)|log\s+in|sign\s+in|click(?:ing)?|link\s+(?:below|above)|(?:button|form|link)\s+below"
        r"|(?:settings|account|billing|profile|preferences)\s*(?:>|→|›)|(?:your|the)\s+account\s+(?:page|settings)"
        r"|self[\s-]service|your\s+(?:account|profile)\s+(?:under|at)"
    ),
    "app": _words(
        r"(?:in|on|via|through|using|from|open|download|with|check|see|use)\s+(?:the|our"
        r"|your)(?:\s+[\w-]+){0,3}\s+app|in-app|in\s+app|(?!(?:our|the|your|an?|this|that|any|no)\b)\w+\s+app"
    ),
    "post": _words(
        r"by\s+(?:post|mail)|post\s+back|(?:post|mail|send|return)\s+(?:it|them|this|the\s+\w+|your\s+\w+"
        r"|a\s+che(?:que|ck)|us\s+\w+)(?:\s+[\w-]+){0,4}\s+(?:to\s+(?:PO|P\.O\.|us\s+at|our\s+office)"
        r"|in\s+the\s+(?:prepaid|enclosed|stamped|reply|freepost)|by\s+post|back)|freepost|(?:prepaid|enclosed"
        r"|reply)\s+envelope|write\s+to\s+us\s+at\s+(?:PO|P\.O\.|the\s+address|\d)|che(?:que|ck)s?\s+(?:payable"
        r"|to)|by\s+che(?:que|ck)|return\s+slip|tear-?off\s+slip"
    ),
    "in-person": _words(
        r"in\s+person|(?:at|visit|into)\s+(?:a|an|any|our|your|the|one\s+of\s+our)(?:\s+(?:[\w-]|')+){0,3}\s+(?:branch"
        r"|branches|store|shop|office|offices|counter|desk|reception|library|clinic|surgery|town\s+hall"
        r"|city\s+hall|drop\s+box|post\s+office|kiosk|depot|booth|centre|front\s+desk|pharmacy|bank)|drop\s+(?:in"
        r"|by)|come\s+(?:in|and\s+see|to\s+(?:our|the)\s+(?:\w+\s+)?(?:office|branch|counter|desk|reception))"
        r"|call\s+in|at\s+the\s+counter|walk-?in|(?:any|your|nearest|local)\s+(?:\w+\s+)?(?:branch|store|shop"
        r"|office)"
    ),
    "chat": _words(
        r"(?:live|web)[\s-]?chat|chat\s+(?:with|to)\s+(?:us|our|an?|me|someone)|whatsapp|message\s+us|(?:in|by|on"
        r"|via|through)\s+(?:the\s+|our\s+)?(?:web\s*|live\s*)?chat|start\s+a\s+chat"
    ),
}
_REPLY: Final = _words(
    r"(?:just\s+|please\s+|simply\s+)?(?:reply|respond|replying|answer)\b(?!\s+(?:time|slip|envelope"
    r"|within\s+the))|(?:let|tell)\s+(?:me|us)\s+know\s+here|(?:send|message)\s+(?:me|us)\s+here|write\s+back"
    r"|text\s+back"
)
_OWN: Final = {"email": "email", "sms": "sms", "letter": "post", "chat": "chat", "push": "app"}
_TARGETS: Final = (("tel:", "phone"), ("sms:", "sms"), ("mailto:", "email"), ("http", "web"), ("www", "web"))
_UNWANTED: Final = re.compile(
    r"\b(?:unsubscribe|opt\s+out|view\s+(?:in|this)|privacy|terms|preferences|cookie)\b", re.IGNORECASE
)


def routes(message: Message, sentences: Sequence[Sentence], channel: str) -> tuple[str, ...]:
    """The routes in the order of `CONTACT_CHANNELS`; `channel` is what a plain "reply" goes back through."""
    found: set[str] = set()
    for sentence in sentences:
        block = message.blocks[sentence.block]
        if block.kind is not BlockKind.ALT_TEXT:
            found.update(_of_words(sentence.text, channel))
            if not _is_bare(sentence.text):
                found.update(_of_addresses(sentence.text))
            found.update(_of_marks(block, sentence))
    return tuple(name for name in CONTACT_CHANNELS if name in found)


def _of_words(text: str, channel: str) -> Iterator[str]:
    for name, pattern in _ROUTES.items():
        if any(_is_readers(text, match.start()) for match in pattern.finditer(text)):
            yield name
    if any(_is_readers(text, match.start()) for match in _REPLY.finditer(text)):
        yield _OWN.get(channel, "email")


def _is_readers(text: str, start: int) -> bool:
    """Whether the reader is the one to take the route, rather than the sender, or nobody."""
    return _PAST_OR_OURS.search(text[max(start - 60, 0) : start]) is None


def _is_bare(text: str) -> bool:
    """Whether nothing is said about an address: a signature, or the name of a domain."""
    label = _URL.sub("", _EMAIL.sub("", text)).strip(" \t:()-–|,.")
    return not any(map(str.isalpha, label)) or _NAMING.fullmatch(label) is not None


def _of_addresses(text: str) -> Iterator[str]:
    rest = _EMAIL.sub(" ", text)
    if rest != text and _REACHING.search(rest):
        yield "email"
    if _URL.search(rest):
        yield "web"


def _of_marks(block: Block, sentence: Sentence) -> Iterator[str]:
    """Routes that links and placeholders open."""
    for link in block.links_in(sentence.start, sentence.end):
        words = block.prose[link.prose_start : link.prose_end]
        if not _UNWANTED.search(words):
            yield from _of_target(link.target.strip().lower(), words, sentence.text)
    kinds = {each.kind for each in block.placeholders_in(sentence.start, sentence.end)}
    if PlaceholderKind.PHONE in kinds:
        yield "phone"
    if _NUMBER.search(sentence.text) and block.kind is not BlockKind.SUBJECT and _CALLABLE.search(sentence.text):
        yield "phone"


def _of_target(target: str, words: str, text: str) -> Iterator[str]:
    """What a link opens. A link on the name of a thing ("your loan for “…” has started") is no route."""
    named = next((name for start, name in _TARGETS if target.startswith(start)), None)
    if named is None and "@" in target and "/" not in target:
        named = "email"
    if named is None and _NUMBER.fullmatch(target):
        named = "phone"
    if (named or "web") != "web" or words.strip() == text.strip(" .") or may_direct(text):
        yield named or "web"


_NAMING: Final = re.compile(r"(?:domain|site|host|server|hostname|url)(?:\s+name)?", re.IGNORECASE)
_REACHING: Final = re.compile(
    r"\b(?:contact|e-?mail|write|reach|reply|questions?|help|support|send|touch|enquir\w+|inquir\w+|queries|at|ask"
    r"|team|talk|us)\b",
    re.IGNORECASE,
)
_CALLABLE: Final = re.compile(
    r"\b(?:call|ring|phone|tel|telephone|speak|talk|contact|helpline|freephone|reach|questions|toll|free|office)\b",
    re.IGNORECASE,
)
