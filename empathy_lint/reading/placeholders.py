"""What a placeholder will hold, judged by the words of its name, and the short word that stands in for it."""

from __future__ import annotations

import re
from typing import Final

from empathy_lint.reading.message import PlaceholderKind

STAND_INS: Final = {
    PlaceholderKind.NAME: "Alex",
    PlaceholderKind.AMOUNT: "$50",
    PlaceholderKind.DATE: "Friday",
    PlaceholderKind.TIME: "noon",
    PlaceholderKind.LINK: "example.com",
    PlaceholderKind.PHONE: "555 0100",
    PlaceholderKind.EMAIL: "help@example.com",
    PlaceholderKind.NUMBER: "12345",
    PlaceholderKind.TEXT: "item",
}
_FIRM: Final = "Acme"
_PERIOD: Final = "month"
_PARTS_OF_DATES: Final = {"month": "June", "year": "2025"}
_PERIOD_WORDS: Final = frozenset({"interval", "period"})
_CURRENCY_SIGNS: Final = tuple("$£€¥₹₱₦₵₩₫₴₺₽₪₭₮₲₡")
_UNIT: Final = re.compile(r"[ \u00a0]+(?:minute|hour|day|week|month|year)(?:s\b|\(s\))", re.I)
# “Phone: {{ contact }}”, “© {{ now }}”: what stands before tells what a value is, whatever it is called.
_LABELS: Final = (
    (re.compile(r"\b(?:(?:tele)?phone|tel|mobile|call us (?:on|at))(?: (?:number|no\.?))?[\s*_]*:?[\s*_]*$", re.I),
     PlaceholderKind.PHONE),
    (re.compile(r"\be-?mail(?: address)?[\s*_]*:[\s*_]*$", re.I), PlaceholderKind.EMAIL),
)  # fmt: skip
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|\bcopyright)\s*$", re.I)
_AFTER_IN: Final = re.compile(r"\b(?:in|within)\s*$", re.I)
_DURATION: Final = "an hour"
_GREETED: Final = re.compile(
    r"\b(?:Dear|Hello|Hi|Hey)\b[\s,]*(?:(?:M(?:r|rs|s|x|iss)\b\.?|Sir|Madam|Dr\b\.?)[\s/]*)*[*_]*$"
)

_KIND_WORDS: Final = {
    PlaceholderKind.NAME: """name names firstname lastname fullname surname forename nickname username user customer
        client recipient recipients tenant guest member patient child parent applicant owner sender agent author
        borrower subscriber donor fname lname handle claimant debtor defendant resident student pupil patron payer
        taxpayer policyholder cardholder householder leaseholder""",
    PlaceholderKind.AMOUNT: """amount amounts balance total totals subtotal price cost costs fee fees sum owed owing due
        arrears debt money charge payment credit currency refund rent premium value""",
    PlaceholderKind.DATE: """date dates day deadline expiry expires birthday month week weekday year dob""",
    PlaceholderKind.TIME: """time hour hours clock""",
    PlaceholderKind.LINK: """url urls link links href uri website site domain page path""",
    PlaceholderKind.PHONE: """phone telephone tel mobile fax""",
    PlaceholderKind.EMAIL: """email mail emailaddress""",
    PlaceholderKind.NUMBER: """number num no nr n id ids code pin reference ref count days quantity qty digits last4
        percent percentage rate index otp urn""",
}
_KIND_OF_WORD: Final = {word: kind for kind, words in _KIND_WORDS.items() for word in words.split()}
_FIRM_WORDS: Final = frozenset(
    """company organisation organization org business firm brand service team subteam department application app
    product shop store bank school branch agency host court collective platform vendor merchant site
    lender council""".split()
)
_DATE_WORDS: Final = frozenset({"date", "deadline", "expiry", "expires"})
# Words that tell the kind from anywhere in a name; the others only where they end it: `client_city` is no client.
_TELLING_WORDS: Final = frozenset("amount total balance price cost fee url link phone telephone email name".split())
_TITLES: Final = frozenset({"title", "salutation", "honorific"})
_CONTENT_WORDS: Final = frozenset(
    """body content contents yield logo image banner html markup header footer include partial block blocks css styles
    script options signature""".split()
)
_DATE_ENDINGS: Final = frozenset({"at", "on", "until", "by"})
_FILTERS: Final = (
    (
        re.compile(r"\b(?:format_?currency|number_to_currency|currency|(?:as_)?money|format_amount)\b", re.I),
        PlaceholderKind.AMOUNT,
    ),
    (re.compile(r"\bformat_date(?:time)?\s*\(|\.strftime\b", re.I), PlaceholderKind.DATE),
    (re.compile(r"\|\s*(?:(?:format_?|parse_|local)?date|strftime)\b", re.I), PlaceholderKind.DATE),
    (re.compile(r"\|\s*(?:time|format_?time)\b", re.I), PlaceholderKind.TIME),
    (re.compile(r"_(?:url|path)\s*\(|\|\s*url\b|\burl_for\s*\(|\broute\s*\(", re.I), PlaceholderKind.LINK),
    (re.compile(r"\|\s*(?:length|count|size)\b", re.I), PlaceholderKind.NUMBER),
)  # fmt: skip
_ATTRIBUTE: Final = re.compile(r"\bAttributeValue\(\s*[\"'](\w{1,60})[\"']\s*\)", re.I)  # AMPscript
_KEY: Final = re.compile(r"\[\s*[\"']([A-Za-z]\w{0,60})[\"']\s*\]")  # $user['first_name']
_CONFIG: Final = re.compile(r"\bconfig\s+path=[\"']?(?:\w+/)*(\w{1,60})[\"']?")  # Magento
_PRINTF: Final = re.compile(r"%\(([\w.]+)\)\S*")
_STRINGS: Final = re.compile(r"\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'")
_IDENTIFIERS: Final = re.compile(r"[A-Za-z][A-Za-z0-9_?!-]*(?:[ ][A-Z][a-z]+)*")
_WORDS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+[0-9]*|[0-9]+")
_CODE_WORDS: Final = frozenset(
    """default safe escape e h raw if else end title capitalize upper lower trim strip html_safe to_s inspect format
    params self this model data context object item vars fields merge contact get fetch call not and or with from
    message letter notification variables ucfirst ucwords json tojson php echo print htmlspecialchars esc_html nl2br
    """.split()
)
# Only so much of an expression is looked at: the name comes first, and a huge one must not cost time.
_LOOKED_AT: Final = 400
_PRINTED: Final = re.compile(r"^\[#.*?\bth:u?text\s*=\s*[\"']([^\"']*)[\"'].*$", re.DOTALL)


def kind_of(code: str) -> PlaceholderKind:
    """The kind of a template expression such as `customer.first_name | title` or `[Due Date]`."""
    if code.startswith("#{"):  # Thymeleaf's name of a text that stands elsewhere
        return PlaceholderKind.TEXT
    if code.startswith("[#"):  # Thymeleaf's element that prints a value
        code = _PRINTED.sub(r"\1", code)
    code = _KEY.sub(r".\1", _CONFIG.sub(r"\1", _ATTRIBUTE.sub(r"\1", code[:_LOOKED_AT])))
    code = _PRINTF.sub(r"\1", _STRINGS.sub(" ", code))
    for pattern, filtered in _FILTERS:
        if pattern.search(code):
            return filtered
    head = code.split("|", 1)[0] if "*|" not in code else code
    # [Phone number], <phone number>: the words are one name.
    spaced = code[:1] in ("[", "<") and code[1:2].isalpha()
    names = [_words(name) for name in ([head] if spaced else _IDENTIFIERS.findall(head))]
    names = [words for words in names if words and not (len(words) == 1 and words[0] in _CODE_WORDS)]
    for number, words in enumerate(reversed(names)):
        kind = _kind_of_name(words)
        if kind is PlaceholderKind.NAME:
            # `client.address` is no name; `company.name` is not a person's.
            if number > 0 or _is_of_firm(names):
                return PlaceholderKind.TEXT
            return kind
        if kind is not None:
            return kind
    return PlaceholderKind.TEXT


def kind_between(kind: PlaceholderKind, before: str, after: str) -> PlaceholderKind:
    """The kind, corrected by what is written around the placeholder: “£…” is an amount, “… days” a number."""
    if before[-1:] in _CURRENCY_SIGNS:
        return PlaceholderKind.AMOUNT
    if kind is PlaceholderKind.TEXT:
        labelled = (known for label, known in _LABELS if label.search(before))
        kind = next(labelled, kind)
    unsure = kind in (PlaceholderKind.TEXT, PlaceholderKind.DATE, PlaceholderKind.TIME)
    return PlaceholderKind.NUMBER if unsure and _UNIT.match(after) else kind


def is_greeted(code: str, before: str) -> bool:
    """Whether what stands behind "Dear" is a reader, whatever it is called: "Dear [Student]", but not a title."""
    words = _words(_STRINGS.sub(" ", code[:_LOOKED_AT].split("|", 1)[0]))
    return bool(words and _GREETED.search(before)) and words[-1] not in _TITLES and not _is_firm(words)


def stand_in(code: str, kind: PlaceholderKind, before: str) -> str:
    """The word for a placeholder; `before` is the prose in front of it, which may already hold the currency sign."""
    if kind is PlaceholderKind.AMOUNT and before[-1:] in _CURRENCY_SIGNS:
        return STAND_INS[kind][1:]
    if kind is PlaceholderKind.TIME and _AFTER_IN.search(before):
        return _DURATION
    words = _words(_STRINGS.sub(" ", code[:_LOOKED_AT].split("|", 1)[0]))
    last = words[-1] if words else ""
    if kind is PlaceholderKind.DATE:
        return _PARTS_OF_DATES.get("year" if _COPYRIGHT.search(before) else last, STAND_INS[kind])
    if kind is not PlaceholderKind.TEXT:
        return STAND_INS[kind]
    return _stand_in_of_text(code, last, before)


def _stand_in_of_text(code: str, last: str, before: str) -> str:
    if last in _TITLES and _GREETED.search(before):
        return "Ms"
    if last in _PERIOD_WORDS:
        return _PERIOD
    return _FIRM if _is_firm(_words(_STRINGS.sub(" ", code[:_LOOKED_AT]))) else STAND_INS[PlaceholderKind.TEXT]


def names_a_kind(words: str) -> bool:
    """Whether spaced words such as "Due Date" or "email address" name something that a message fills in."""
    found = _words(words)
    return any(word in _KIND_OF_WORD or word in _FIRM_WORDS or word == "address" for word in found)


def is_content(code: str) -> bool:
    """Whether an expression holds whole passages of a page (`{{ body }}`, `<%= yield %>`), not words of a sentence."""
    names = [_words(name) for name in _IDENTIFIERS.findall(_STRINGS.sub(" ", code[:_LOOKED_AT]).split("|", 1)[0])]
    return any(words and words[-1] in _CONTENT_WORDS for words in names)


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]


def _is_firm(words: list[str]) -> bool:
    return any(word in _FIRM_WORDS for word in words) and words[-1:] != ["user"]


def _is_of_firm(names: list[list[str]]) -> bool:
    """Whether the last of names is a firm's: `company.name`; that of `application.tenant.name` is a tenant's."""
    owner = names[-2][-1] if len(names) > 1 else ""
    is_person = _KIND_OF_WORD.get(owner) is PlaceholderKind.NAME and "name" not in owner
    return not is_person and _is_firm([word for name in names for word in name])


def _kind_of_name(words: list[str]) -> PlaceholderKind | None:
    last = words[-1]
    if "days" in words or words[0] in ("number", "count"):
        return PlaceholderKind.NUMBER
    if any(word in _DATE_WORDS for word in words) or (len(words) > 1 and last in _DATE_ENDINGS):
        return PlaceholderKind.DATE
    if last == "address":
        return PlaceholderKind.EMAIL if "email" in words else None
    if last in ("number", "no") and any(word in ("phone", "telephone", "mobile") for word in words):
        return PlaceholderKind.PHONE
    if last in _KIND_OF_WORD:
        return _KIND_OF_WORD[last]
    return next((_KIND_OF_WORD[word] for word in reversed(words) if word in _TELLING_WORDS), None)
