"""Raised voices lowered: capitals to ordinary letters, rows of marks to one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import is_word
from empathy_lint.reading.message import BlockKind
from empathy_lint.rewriting.flagged import Flagged, Wording, capital

_MARKS: Final = re.compile(r"[!?]{2,}|[!?]\Z")
_CAPITALS: Final = re.compile(r"[A-Z][A-Z'’]+|\b[AI]\b")
# Capitals go on past these to either side; a stop, a slash or a line between would begin another thing.
_RUN_BEFORE: Final = re.compile(r"(?<![\w'’])(?:[A-Z][A-Z'’]*|[\d.,]*\d)(?:[ \d\[\](),&£$€%-]+(?:[A-Z][A-Z'’]*)?)*\Z")
_RUN_AFTER: Final = re.compile(r"(?:[ \d\[\](),&£$€%-]+[A-Z][A-Z'’]+)+(?![\w'’])")
_LOUD: Final = re.compile(r"[A-Z][A-Z'’]+(?: [A-Z][A-Z'’]*)+")
_BOX: Final = re.compile(r"(?:[☐☑☒□■▢❏]|\(\s*[xX]?\s*\)|\[\s*[xX]?\s*\])[\s\d-]*\Z")
_TITLES: Final = re.compile(r"(?:\A|\n|[☐☑☒□■•])\W*(?:[A-Z\d][A-Z\d'’-]+ ){1,7}[A-Z\d][A-Z\d'’-]+\s*(?=[:(\n]|\Z)")
_SEVERAL: Final = 2
_IN_ROWS: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
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
_OFFICE: Final = re.compile(
    r"\s+(?:DEPARTMENT|SUPPORT|TEAM|DESK|HELP\s?DESK|SYSTEMS?|SERVICES?|STAFF|OFFICE|EQUIPMENT)\b"
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
    flagged = _whole_run(flagged)
    if _FORMULA.search(flagged.words) or _is_title_of_form(flagged) or _leaves_capitals(flagged):
        return
    text, doubtful = _lowered(flagged)
    # A word left in capitals among small ones stands out more than before.
    if text is not None and text != flagged.words:
        yield Wording(flagged.start, flagged.end, text, "phrase", "review" if doubtful else "safe")


def _whole_run(flagged: Flagged) -> Flagged:
    """What was flagged with the capitals beside it, past digits, brackets and hyphens: "WITHIN [3] DAYS"."""
    before = _RUN_BEFORE.search(flagged.text[: flagged.start])
    after = _RUN_AFTER.match(flagged.text, flagged.end)
    start = before.start() if before and not flagged.has_placeholder(*before.span()) else flagged.start
    end = after.end() if after and not flagged.has_placeholder(*after.span()) else flagged.end
    return replace(flagged, start=start, end=end)


def _leaves_capitals(flagged: Flagged) -> bool:
    """Whether other words of the sentence would stay in capitals, which no finding of their own lowers."""
    first = flagged.sentence.start
    told = [
        (spot.start - first, spot.end - first)
        for spot in flagged.view.spots
        if spot.rule == flagged.finding.rule and spot.sentence.index == flagged.sentence.index
    ]
    rest = [match for match in _LOUD.finditer(flagged.text) if not flagged.touches(match)]
    if any(not any(low < match.end() and match.start() < high for low, high in told) for match in rest):
        return True
    # Those with a finding go together with it or not at all.
    others = [_whole_run(replace(flagged, start=low, end=high)) for low, high in told if low >= 0]
    apart = [row for row in others if row.end <= flagged.start or flagged.end <= row.start]
    return any(text is None or doubtful for text, doubtful in map(_lowered, apart))


def _is_title_of_form(flagged: Flagged) -> bool:
    """Whether it is one title of several in capitals that stay so: those of a form's boxes, of a page's parts."""
    here = [match for match in _TITLES.finditer(flagged.text) if not flagged.touches(match)]
    if _BOX.search(flagged.text[: flagged.start]) or len(here) >= _SEVERAL:
        return True
    if flagged.block.kind not in _IN_ROWS or flagged.words.strip(" .!:") != flagged.text.strip(" .!:"):
        return False
    told = {spot.sentence.block for spot in flagged.view.spots if spot.rule == flagged.finding.rule}
    blocks = flagged.view.analysis.message.blocks
    rows = [row for at, row in enumerate(blocks) if row.kind is flagged.block.kind and at not in told]
    return any(row.prose.isupper() and " " in row.prose.strip() for row in rows)


def _mark(flagged: Flagged) -> str:
    if "?" in flagged.words:
        return "?"
    following = flagged.text[flagged.end :].strip()
    return "" if flagged.is_label and not following else "."


def _is_pronoun(words: str, match: re.Match[str]) -> bool:
    """Whether initials are none there: "CALL US", "SEND IT"."""
    if match.group() == "US":
        return bool(_BEFORE_US.search(words[: match.start()]))
    return match.group() == "IT" and not _OFFICE.match(words, match.end())


def _lowered(flagged: Flagged) -> tuple[str | None, bool]:
    """The words in ordinary letters, None where one of them may be a name, and whether a person should look."""
    doubtful = named = False

    def lower(match: re.Match[str]) -> str:
        nonlocal doubtful, named
        word = match.group()
        bare = re.sub(r"['’].*", "", word)
        if _is_pronoun(flagged.words, match):
            return word.lower()
        if bare in _INITIALS or word == "I":
            return word
        if bare == "I":  # "I'M": I'm
            return word[0] + word[1:].lower()
        if bare in _NAMES:
            return word.capitalize()
        if not is_word(bare.lower()):
            doubtful = True
            named = named or not _COMMON.search(word)
            return word.lower()
        return word.lower()

    text = _CAPITALS.sub(lower, flagged.words)
    opens = re.search(r"(?:\A|[.!?:]\s+|\n|\[)[\W\d_]*\Z", flagged.text[: flagged.start])
    return None if named else capital(text) if opens else text, doubtful
