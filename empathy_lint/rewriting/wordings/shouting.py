"""Raised voices lowered: capitals to ordinary letters, rows of marks to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import is_word
from empathy_lint.rewriting.flagged import Flagged, Wording, capital

_MARKS: Final = re.compile(r"[!?]{2,}|[!?]\Z")
_CAPITALS: Final = re.compile(r"[A-Z][A-Z'’]+|\b[AI]\b")
_INITIALS: Final = frozenset(
    """UK US USA EU GMT UTC BST EST PIN SMS PDF URL VAT IT TV ATM APR IBAN BIC NHS CEO HR LLC LTD PLC PO
        CCJ IVA GDPR HMRC DWP IRS SSN ISO API HTML CSV ETA RSVP PS NB TBC TBA DIY FAQ FAQS ID OK AM
        PM SIM KYC EMI GST PAN PRTA DVLA MOT HM BC GSA WCAG DNS SSL""".split()
)
# Behind these "US" is no country: "RESPONDED TO US", "CALL US".
_BEFORE_US: Final = re.compile(
    r"\b(?:to|with|by|from|for|of|at|call|tell|let|pay|give|help|contact|email|text|write|ring|phone|ask|send|show|allow|owe|reach|visit|inform"
    r"|notify)\s+\Z",
    re.IGNORECASE,
)
# Words that a deed or a summons sets in capitals, and a payee, whose name keeps its own.
_FORMULA: Final = re.compile(r"\b(?:WHEREAS|WITNESSETH|PAYABLE\s+TO)\b")
# Words that a dictionary of single words leaves out: "OVERPAYMENT".
_COMMON: Final = re.compile(r"\A\w{4,}(?:MENTS?|TIONS?|INGS?|NESS|ANCE|ENCE|ABLE)\Z")
_NAMES: Final = frozenset(
    """MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY APRIL JUNE JULY AUGUST SEPTEMBER
        OCTOBER NOVEMBER DECEMBER ENGLISH BRITISH EASTER CHRISTMAS""".split()
)


def in_ordinary_letters(flagged: Flagged) -> Iterator[Wording]:
    """The flagged capitals in small letters, the flagged marks as one."""
    if re.fullmatch(r"[!?]+", flagged.words):
        yield Wording(flagged.start, flagged.end, _mark(flagged), "word", "safe")
        return
    if _FORMULA.search(flagged.words):
        return
    text, doubtful = _lowered(flagged)
    if text != flagged.words:
        yield Wording(flagged.start, flagged.end, text, "phrase", "review" if doubtful else "safe")


def _mark(flagged: Flagged) -> str:
    if "?" in flagged.words:
        return "?"
    following = flagged.text[flagged.end :].strip()
    return "" if flagged.is_label and not following else "."


def _lowered(flagged: Flagged) -> tuple[str, bool]:
    """The words in ordinary letters, and whether one of them may be a name."""
    doubtful = False

    def lower(match: re.Match[str]) -> str:
        nonlocal doubtful
        word = match.group()
        bare = re.sub(r"['’].*", "", word)
        if word == "US" and _BEFORE_US.search(flagged.words[: match.start()]):
            return "us"
        if bare in _INITIALS or word == "I":
            return word
        if bare == "I":  # "I'M": I'm
            return word[0] + word[1:].lower()
        if bare in _NAMES:
            return word.capitalize()
        if not is_word(bare.lower()):
            doubtful = True
            return word.lower() if _COMMON.search(word) else word
        return word.lower()

    text = _CAPITALS.sub(lower, flagged.words)
    opens = re.search(r"(?:\A|[.!?:]\s+|\n|\[)[\W\d_]*\Z", flagged.text[: flagged.start])
    return (capital(text) if opens else text), doubtful
