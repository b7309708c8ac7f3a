"""Labels of sums: "Total Outstanding" above a table says what is left to pay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

_OUTSTANDING: Final = re.compile(
    r"\A\W*(?P<what>(?P<sum>total|balance|amount|sum)(?:\s+amount|\s+balance)?\s+outstanding)\s*(?:[:(].*)?\Z",
    re.IGNORECASE | re.DOTALL,
)


def left_to_pay(flagged: Flagged) -> Iterator[Wording]:
    """ "Total left to pay", in the capitals of the label."""
    match = _OUTSTANDING.match(flagged.text)
    if match and flagged.start < match.end("what"):
        told = "total left to pay" if match["sum"].lower() == "total" else "left to pay"
        yield Wording(match.start("what"), match.end("what"), _cased(match["what"], told), "phrase", "safe")


def _cased(old: str, new: str) -> str:
    if old.isupper():
        return new.upper()
    if old.rsplit(maxsplit=1)[-1][0].isupper():
        return " ".join(word if word == "to" else word.capitalize() for word in new.split())
    return new.capitalize() if old[0].isupper() else new
