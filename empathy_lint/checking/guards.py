"""When a hit is left alone: what the words around it make of it.

A guard is a question about a hit in its sentence; the answer True means that the words do no harm there. Their
distances and word lists are tested on both sides: on what they spare and on what they must not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.checking.gifts import thanks_for_gift
from empathy_lint.checking.passage import Passage, covered
from empathy_lint.checking.routes_only import is_routes_only
from empathy_lint.checking.schema import GuardModel
from empathy_lint.reading.message import PlaceholderKind

NamedGuard = Callable[[Passage, int, int], bool]

_REACH = 28  # characters in which a negator still belongs to the hit
_APOSTROPHE = "['’]"
_CLAUSE_END = re.compile(
    r"[.;:!?—–](?=\s|$)|\s-\s|\b(?:but|however|although|though|because|unless)\b"
    r"|,\s*(?:(?:and|or|so|then)\s+)?(?:we|you|i|it|this|they|your|our|the)\b"
    r"|\b(?:and|so|then)\s+(?:we|you|i|they|it)\b",
    re.IGNORECASE,
)
# "no longer", "not only", "no choice but", "no later than", "no doubt" negate nothing that follows them.
_NEGATOR = re.compile(
    r"(?<!\w)(?:no(?!\s+(?:longer|choice|option|alternative|later|sooner|doubt|matter)\b)|not(?!\s+only\b)|never|none"
    r"|nobody|(?<!doing )(?<!paying )(?<!saying )nothing(?!\s+(?:but|less|short)\b)|neither|nor"
    rf"|without|cannot|free\s+(?:of|from)|rather\s+than|instead\s+of|\w+n{_APOSTROPHE}t|cant|wont|dont|doesnt|isnt"
    rf"|arent)(?!\w)",
    re.IGNORECASE,
)
# What makes a promise a veiled threat: "will not be cut off if you pay today".
_DEMAND = re.compile(
    rf"\b(?:unless|only\s+if|until\s+(?:you|we|payment|the|your|this)|(?:provided|providing|as\s+long\s+as"
    rf"|so\s+long\s+as)(?:\s+that)?\s+(?:you|payment|we)"
    rf"|otherwise|or\s+else"
    r"|\Anot\s+\w+ing\b[^.;:]*?\b(?:will|may|could|can|might|would|shall)\s+(?:also\s+)?(?:result|lead|mean|cause|trigger|bring|see|risk|incur|attract)"
    rf"|if\s+you\s+(?:do\s+not|don{_APOSTROPHE}t|fail|refuse|ignore|have\s+not|haven{_APOSTROPHE}t|pay|act|clear"
    rf"|settle|respond|reply|comply|make\s+(?:a|the|your|this)\s+payment)"
    rf"|if\s+(?:it|this|that|they)(?:{_APOSTROPHE}s|\s+(?:is|are|has|have|was))?(?:\s+not|n{_APOSTROPHE}t)\b"
    rf"|if\s+(?:payment|the\s+(?:balance|amount|debt|account)|your\s+(?:balance|payment|account)|we\s+(?:do\s+not"
    rf"|don{_APOSTROPHE}t|have\s+not|haven{_APOSTROPHE}t)))\b",
    re.IGNORECASE,
)
_SENDER = re.compile(
    rf"\b(?:we|our|i|by\s+us|ourselves)(?:{_APOSTROPHE}(?:ve|re|ll|d|m))?(?:[\s-]+[\w'’]+){{0,3}}[\s-]*\Z",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_OWN_FAULT = re.compile(
    r"\b(?:because\s+of|due\s+to|caused\s+by|owing\s+to|was|is)\s+(?:an?\s+\w+\s+(?:on|at|of)\s+)?our\b"
    r"|\bour\s+(?:own\s+)?(?:error|mistake|fault|oversight)\b|\bon\s+our\s+(?:side|end|part)\b"
    r"|(?<!if )(?<!though )\b(?:we|i)\s+(?:had\s+|have\s+)?(?:failed|forgot|forgotten|neglected|overlooked)\s+to\b",
    re.IGNORECASE,
)
_CIRCUMSTANCE = re.compile(
    r"\b(?:if|in\s+case|whether|should)\s+(?:you|your|things|money|it|this|the|any|anything|something"
    r"|life)\b[^,;:.!?]*\Z",
    re.IGNORECASE,
)
# "If you want to join the club, you have ten days"; not "if you want to keep your home".
_FREE_CHOICE = re.compile(
    rf"\A\W*(?:if|should)\s+you(?:{_APOSTROPHE}d)?\s+(?:want|wish|prefer|choose|(?:would\s+)?(?:like|prefer))\s+to\s+"
    r"(?!(?:avoid|keep|stop|prevent|stay|remain|retain|save|protect|escape|hold|hang|not)\b)\w+",
    re.IGNORECASE,
)
# "To change your order, reply within 2 hours", "Want to change it? Reply within 2 hours".
_TO_CHANGE = r"(?:change|amend|edit|swap|add\s+(?:to|something|anything)|alter|upgrade|move|rebook|reschedule)\b"
_TO_CHANGE_IT = re.compile(rf"\A\W*to\s+{_TO_CHANGE}[^.?!:;]*,", re.IGNORECASE)
_CHANGE_ASKED = re.compile(
    rf"\b(?:need|want|wish|like|have)\s+to\s+{_TO_CHANGE}[^?]*\?\W*\Z|\b(?:changed\s+your\s+mind|made\s+a\s+mistake)\?\W*\Z",
    re.IGNORECASE,
)
# The reader's own words given back; not a promise held up to them, nor what is then denied.
_RETOLD = re.compile(
    rf"\A\W*(?:you\s+(?:have\s+|had\s+|{_APOSTROPHE}ve\s+)?|you{_APOSTROPHE}ve\s+)(?:also\s+|kindly\s+)?"
    r"(?:said|mentioned|explained|wrote|described|asked|told\s+(?:us|me|\w+ing\s+us)|let\s+(?:us|me)\s+know)\b"
    rf"(?!.*\b(?:but|however|yet|although|though|despite|nevertheless|nonetheless|claim\w*|never"
    rf"|promis\w+|would|will|could\s+have|should)\b)(?!.*{_APOSTROPHE}(?:d|ll)\b)",
    re.IGNORECASE | re.DOTALL,
)
# One thing that is only named ("a drawing of a spine"), unless the thing itself is what people fear or are blamed for.
_ONE_THING = re.compile(r"\ban?\s+(?:[a-z-]+\s+)?\Z")
_DREADED = re.compile(
    r"(?:crime|offen[cs]e|felony|misdemeanou?r|penalt|fine\Z|fee\Z|debt|court|judg|bailiff|sheriff|arrest|prison|jail"
    r"|warrant|summons|threat|danger|hazard|risk|loss|death|disease|cancer|scam|fraud|thie|theft|criminal|hack|virus|attack"
    r"|breach|violation|sanction|ban\Z|block|strike|default|deficit|disaster|emergency|crisis|catastroph|nightmare|trap"
    r"|mistake|error|fault|fail|lie\Z|liar|lapse|neglig|refusal|delay|culprit|offender|debtor|disgrace|shame|problem"
    r"|warning|demand|ultimatum|deadline|consequence|punish|lawsuit|suit\Z|claim|foreclos|evict|repossess|suspen|terminat)",
    re.IGNORECASE,
)
# A name in the middle of ordinary words: "any Blipr service". What "the" or "your" stands before may be a term.
_NAME = re.compile(r"[A-Z][a-z]{2,}\Z")
_BEFORE_A_NAME = re.compile(r"\b(?!(?:the|your|our|a|an|this|that|such|said|his|her|their)\s)[a-z]+\s+\Z")
_AFTER_A_NAME = re.compile(r"(?:['’]s)?\s+[a-z]|\s*[.,;)]")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|noon)"
_DEEDS = (
    "refund|fix|replac|credit|waiv|paus|remov|restor|repair|cancel|stop|freez|froze|sen[dt]|correct|mend|chang|extend"
    "|resolv|revers|call|phone|text|add|book"
)
_CONCRETE = re.compile(
    r"[£$€]\s?\d|\d+(?:[.,]\d+)?\s?(?:pounds|dollars|euros|hours?|days?|weeks?|minutes?|am\b|pm\b|%)"
    r"|\b\d{1,2}[:.]\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b"
    rf"|\b(?:by|until|on|before|from|next)\s+(?:{_MONTH}|{_DAY})\b"
    rf"|\bwe(?:\s+have|{_APOSTROPHE}ve|\s+will|{_APOSTROPHE}ll)?(?:\s+(?:now|already|also|just))?"
    rf"\s+(?:(?:{_DEEDS})\w*|put\s+(?:it|this)\s+right)",
    re.IGNORECASE,
)
_ROUTE = re.compile(
    r"\b(?:call|phone|ring|text|email|e-mail|message|whatsapp|write\s+to|chat\s+(?:to|with)|talk\s+to"
    r"|speak\s+(?:to|with))\s+(?:us|me|our|\w+\s+(?:on|at))\b"
    r"|\b(?:reply|replying|respond|responding)\s+(?:to\s+this|here|with|yes|no|by|and|[yn])\b|\b(?:just|hit)\s+reply\b"
    r"|\b(?:reply|text)\s+[\"“'‘][^\"”'’]{1,12}[\"”'’]|\b(?:reply|text)\s+(?-i:[A-Z]{2,8})\b(?!\s*[:.])|\bwrite\s+us\b"
    r"|\b(?:ring|call|phone|dial)\s+(?:us\s+|me\s+)?(?:on\s+)?"
    r"(?!(?:999|911|112|111|000|211|988)\b)\d{3,6}\b(?![\d ]{4,})"
    r"|\b(?:ring|call|phone)\s+the\s+number\b|\bcome\s+(?:and|to)\s+(?:see|talk\s+to|speak\s+to)\s+(?:me|us)\b"
    r"|(?:\+?\d[\d\s().-]{7,}\d)|(?<![\w.+-])(?!(?:do-?not|no)-?reply)[\w.+-]+@[\w-]+\.\w+",
    re.IGNORECASE,
)
_IN_TOUCH = re.compile(r"\b(?:contact|reach|support|help|touch|questions?|appeal|queries|enquir\w+)\b", re.IGNORECASE)
_CONTACT = re.compile(r"\b(?:contact|reach)\s+(?:us|me|our|\w+\s+(?:on|at))\b", re.IGNORECASE)
# An invitation that names no way, and a way behind it that would be named: "do not hesitate to contact us on …".
_STOCK_INVITATION = re.compile(
    rf"\b(?:do\s+not|don{_APOSTROPHE}t|never)\s+hesitate\s+to\s+(?:contact|reach\s+out\s+to)\s+(?:us|me)\b(?=\W*(?:\Z|if\b|should\b|with\b))",
    re.IGNORECASE,
)
_BOOKED = re.compile(
    r"\b(?:book|arrange|request|ask\s+for)\s+(?:a|your)\s+(?:call\s?-?back|call|chat)\b", re.IGNORECASE
)
_NO_REPLY = re.compile(
    rf"\b(?:do\s+not|don{_APOSTROPHE}t|cannot|can{_APOSTROPHE}t)\s+(?:reply|respond)\b", re.IGNORECASE
)
# What a term means, in brackets right behind it; "(a total of 5)" and "(Monday to Friday)" explain nothing.
_EXPLANATION = re.compile(
    r"\((?:[A-Z][A-Za-z]*[A-Z]s?[,:;]\s+)?(?:that\s+is|in\s+other\s+words|an?|the|what|when|how|who|someone|something|money"
    r"|not|no|each|reasons|extra|events|help|limits|paid|tax|without|behaviour|if)\b(?:[,\s]+[^\W\d_]+(?:['’-]\w+)*){2,}[^()\d]*\)"
)
_WITHIN_TERM = re.compile(r"(?:[\s-]+[\w'’-]+){0,2}\s*\Z")
_CONCRETE_KINDS = frozenset({PlaceholderKind.AMOUNT, PlaceholderKind.DATE, PlaceholderKind.TIME})
# What hurts a body: emergencies, symptoms, medicine, fire and fumes, things that are not safe to use.
_BODILY = re.compile(
    r"\b(?:call|ring|dial|phone|text)\s+(?:999|112|911|111|000)\b|\bambulance\b|\bemergency\s+(?:services?|room|department)\b|\ba\s?&\s?e\b"
    r"|\bfire\s+(?:brigade|service|engine|exit|alarm)\b|\bpain\b(?!\s+of\b)|\bbreath(?:e|ing|less|lessness)\b|\bbleed(?:s|ing)?\b|\bseizures?\b"
    r"|\bfever\b|\brash\b|\bswell(?:s|ing)\b|\bunconscious\b|\boverdose\b|\bsymptoms?\b|\ballerg(?:y|ic|ies)\b|\banaphyla\w+|\bdrows(?:y|iness)\b"
    r"|\bdizz(?:y|iness)\b|\bside\s+effects?\b|\bmedicines?\b|\bmedications?\b|\b(?:take|taking|took)\s+(?:the|your|these|this|any)\s+(?:\w+\s+)?(?:tablets?|pills?|capsules?|dose)\b"
    r"|\b(?:catch(?:es|ing)?|on)\s+fire\b|\bfire\s+(?:risk|hazard)\b|\brisk\s+of\s+fire\b|\bsmoke\b|\bfumes\b|\bcarbon\s+monoxide\b"
    r"|\bsmells?\s+(?:of\s+)?gas\b|\bgas\s+(?:leak|escape|in\s+(?:your|the))\b|\belectric\s+shocks?\b|\boverheat\w*|\bexplo(?:de|des|sion)\b|\bscald\w*"
    r"|\bburns?\b|\bchok(?:e|es|ing)\b|\bpoison\w*|\bdrown\w*|\bunplug\b|\bevacuat\w+|\b(?:recalled|recalling|safety\s+recall|product\s+recall)\b"
    r"|\b(?:see|call|tell|contact|ring|phone|speak\s+to)\s+(?:a|your|the)\s+(?:doctor|gp|midwife|nurse|pharmacist)\b|\bmedical\s+(?:help|attention)\b"
    r"|\binjur(?:e|es|ed|y|ies)\b|\btrap\s+(?:a|your|the)\s+(?:child|hand|fingers?)\b|\bcough\w*\b",
    re.IGNORECASE,
)
# What one does to be safe; the reason may stand in the sentence before or behind.
_TO_SAFETY = re.compile(
    rf"\b(?:stop|do\s+not|don{_APOSTROPHE}t|avoid)\s+(?:us(?:e|ing)|tak(?:e|ing)|eat(?:ing)?|drink(?:ing)?|touch(?:ing)?|wear(?:ing)?)\b"
    r"|\b(?:switch|turn)\s+(?:it|them|the\s+\w+|your\s+\w+)\s+off\b|\b(?:switch|turn)\s+off\b|\bunplug\b|\bevacuate\b"
    r"|\b(?:leave|get\s+out\s+of)\s+(?:the|your)\s+(?:house|home|building|room|area|flat|car|property|office)\b",
    re.IGNORECASE,
)
# Where it is about money, the law or a sale, it is no word of safety, whatever else is named.
_NOT_BODILY = re.compile(
    r"[£$€]\s?\d|\b(?:pay|paid|paying|payments?|balance|debts?|arrears|accounts?|bills?|cards?|invoices?|rent|evict\w*|tenancy"
    r"|benefits?|court|legal|prosecut\w+|prison|offen[cs]e|bailiffs?|penalt(?:y|ies)|fined?|fees?|subscriptions?|polic(?:y|ies)|cover"
    r"|insur\w+|buy|orders?|upgrade|offers?|discount|plans?|sale|quote|donat\w+)\b",
    re.IGNORECASE,
)
# The law as it holds for everybody: "Under section 10, a person who … commits an offence". What speaks to the reader,
# or of this letter, is meant for the reader.
_LAW = re.compile(
    r"\b(?:under\s+(?:section|article|regulation|the\s+\w+\s+act)|section\s+\d+|offen[cs]es?|by\s+law|the\s+law|statutory|statutes?"
    r"|courts?|tribunals?|magistrates?|regulations?)\b|(?-i:\bAct\b)",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"\b(?:an?|any|every|each|the\s+(?:losing|other|unsuccessful))\s+(?:person|individual|party|tenant|landlord|driver|motorist|parent|employer"
    r"|taxpayer|debtor|creditor|claimant|defendant|applicant|occupier|witness|juror)\b|\b(?:anyone|anybody|whoever|everyone|those)\s+who\b",
    re.IGNORECASE,
)
_OF_THE_READER = re.compile(
    r"\b(?:you|your|yours|yourself|we|us|our|ours|i|my|this|these)\b(?!\s+(?:act|section|regulation))", re.IGNORECASE
)
_ROUTES_TO_PEOPLE = frozenset({"email", "phone", "chat", "sms", "post", "in-person"})
_CONTACT_KINDS = frozenset({PlaceholderKind.PHONE, PlaceholderKind.EMAIL})


def clause_before(text: str, start: int) -> str:
    """What stands before `start` in the same clause."""
    before = text[:start]
    last = None
    for last in _CLAUSE_END.finditer(before):  # noqa: B007 - only the last one counts
        pass
    if last is None:
        return before
    # A subject that opens the clause belongs to it: cut before "we" in ", and we …".
    subject = re.search(r"(?:we|you|i|it|this|they|your|our|the)\Z", last.group(), re.IGNORECASE)
    return before[last.start() + subject.start() if subject else last.end() :]


def is_negated(passage: Passage, start: int, _end: int) -> bool:
    """A negator stands just before the hit in its clause, and the sentence does not make that a condition."""
    near = clause_before(passage.text, start)[-_REACH:]
    return bool(_NEGATOR.search(near)) and not _DEMAND.search(passage.text)


def is_denied(passage: Passage, start: int, end: int) -> bool:
    """The words of the hit deny what they speak of, and the sentence does not make that a condition."""
    return bool(_NEGATOR.search(passage.text[start:end])) and not _DEMAND.search(passage.text)


def is_own_fault(passage: Passage, start: int, _end: int) -> bool:
    """The sender is the subject just before the hit, or the sentence says that the fault is the sender's."""
    subject = _SENDER.search(clause_before(passage.text, start))
    if subject and not _READER.search(subject.group()):
        return True
    return bool(_OWN_FAULT.search(passage.text))


def is_concrete(passage: Passage, start: int, end: int) -> bool:
    """The rest of the sentence holds an action of the sender, an amount, a date or a time."""
    rest = passage.text[:start] + "|" + passage.text[end:]
    return bool(_CONCRETE_KINDS & passage.placeholder_kinds or _CONCRETE.search(rest))


def has_contact(passage: Passage, _start: int, _end: int) -> bool:
    """The sentence holds a way to get in touch that the reader can use as it stands."""
    text = _STOCK_INVITATION.sub("", passage.text)
    return names_route(passage) or bool(_CONTACT.search(text))


def names_route(passage: Passage) -> bool:
    """Whether the sentence says how to get in touch: "contact us" alone says only that one may, unless it is a link."""
    text = _STOCK_INVITATION.sub("", _NO_REPLY.sub("", passage.text))
    if passage.contact_link or _CONTACT_KINDS & passage.placeholder_kinds or _ROUTE.search(text):
        return True
    is_linked = PlaceholderKind.LINK in passage.placeholder_kinds or passage.is_linked
    return is_linked and bool(_IN_TOUCH.search(text) or _BOOKED.search(text))


def is_answerable(passage: Passage, _start: int, _end: int) -> bool:
    """Anywhere in the message stands a way to reach a person: a mailbox, a telephone, a chat, an address."""
    return bool(passage.routes & _ROUTES_TO_PEOPLE)


def is_quoted(passage: Passage, start: int, end: int) -> bool:
    """The hit stands within quotation marks."""
    return covered(start, end, passage.quotations)


def explains(text: str) -> bool:
    """Whether a text is a bracket that says what something means."""
    return bool(_EXPLANATION.fullmatch(text))


def is_explained(passage: Passage, start: int, end: int) -> bool:
    """What it means stands in brackets within the hit, or behind it with no more than the rest of the term between."""
    return any(
        start < bracket.start() < end
        or (end <= bracket.start() and _WITHIN_TERM.match(passage.text[end : bracket.start()]))
        for bracket in _EXPLANATION.finditer(passage.text)
    )


def reads_plain(passage: Passage, start: int, end: int) -> bool:
    """The tone component was asked, and is sure of no harm in these words."""
    return passage.has_tone and not any(mark.start < end and start < mark.end for mark in passage.reads)


def is_conditional(passage: Passage, start: int, _end: int) -> bool:
    """The hit stands in a clause that asks about the reader's circumstances: "if you have not paid yet"."""
    return bool(_CIRCUMSTANCE.search(passage.text[:start])) and not re.search(
        r"\b(?:unless|or\s+else)\b", passage.text, re.IGNORECASE
    )


def is_free_choice(passage: Passage, _start: int, _end: int) -> bool:
    """The sentence opens with something the reader may want, and does not need: "If you would like to join, …"; or
    the one before it asks whether they do: "Need to change something?".
    """
    if _FREE_CHOICE.search(passage.text) or _TO_CHANGE_IT.search(passage.text):
        return True
    return passage.before is not None and _CHANGE_ASKED.search(passage.before) is not None


def is_retold(passage: Passage, _start: int, _end: int) -> bool:
    """The sentence gives back what the reader said, holds no promise up to them and denies nothing."""
    return bool(_RETOLD.search(passage.text))


def is_plain_noun(passage: Passage, start: int, end: int) -> bool:
    """The hit is one small word behind "a" or "an", and names nothing that is feared or done wrong."""
    word = passage.text[start:end]
    return bool(
        word.isalpha() and word.islower() and _ONE_THING.search(passage.text[:start]) and not _DREADED.match(word)
    )


def is_law_for_all(passage: Passage, _start: int, _end: int) -> bool:
    """The sentence says what the law is for anybody, and names neither the reader, the sender nor this letter."""
    text = passage.text
    return bool(_ANYBODY.search(text) and _LAW.search(text) and not _OF_THE_READER.search(text))


def holds_routes_only(passage: Passage, _start: int, _end: int) -> bool:
    """All that the sentence holds side by side are routes ("pay online or call us"), or examples."""
    return is_routes_only(passage.text)


def is_proper_name(passage: Passage, start: int, end: int) -> bool:
    """The hit is one word with a capital in the middle of words without: what somebody or something is called."""
    text = passage.text
    return bool(
        _NAME.match(text[start:end]) and _BEFORE_A_NAME.search(text[:start]) and _AFTER_A_NAME.match(text[end:])
    )


def is_for_safety(passage: Passage, _start: int, _end: int) -> bool:
    """The sentence keeps the reader from harm to their body: an emergency, medicine, fire, a thing not safe to use."""
    text = passage.text
    if _NOT_BODILY.search(text):
        return False
    if _BODILY.search(text):
        return True
    beside = (each for each in passage.neighbours if not _NOT_BODILY.search(each))
    return bool(_TO_SAFETY.search(text)) and any(_BODILY.search(each) for each in beside)


def is_thanks_for_gift(passage: Passage, _start: int, _end: int) -> bool:
    """The sentence thanks for a gift that the message is about."""
    return thanks_for_gift(passage.text, passage.message)


NAMED: Final[dict[str, NamedGuard]] = {
    "negated": is_negated,
    "denied": is_denied,
    "own-fault": is_own_fault,
    "concrete": is_concrete,
    "contact": has_contact,
    "answerable": is_answerable,
    "quoted": is_quoted,
    "conditional": is_conditional,
    "explained": is_explained,
    "reads-plain": reads_plain,
    "free-choice": is_free_choice,
    "retold": is_retold,
    "plain-noun": is_plain_noun,
    "proper-name": is_proper_name,
    "law-for-all": is_law_for_all,
    "routes-only": holds_routes_only,
    "safety": is_for_safety,
    "gift-thanks": is_thanks_for_gift,
}


@dataclass(frozen=True)
class Guard:
    """A named guard, or the situations and channels in which a hit is left alone; with both, both must hold."""

    name: str | None
    situations: frozenset[str]
    channels: frozenset[str]

    def spares(self, passage: Passage, start: int, end: int) -> bool:
        """Whether the hit at start:end of the passage is to be left alone."""
        if self.situations and passage.context.situation not in self.situations:
            return False
        if self.channels and passage.context.channel not in self.channels:
            return False
        return self.name is None or NAMED[self.name](passage, start, end)


def compile_guard(model: GuardModel) -> Guard:
    """The guard that a file describes."""
    return Guard(model.name, frozenset(model.situations), frozenset(model.channels))
