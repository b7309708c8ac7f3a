"""What a field of a Word document stands for, told by its instruction: `MERGEFIELD Amount \\* MERGEFORMAT`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

_WORD: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_NAME: Final = re.compile(r"\W+")
# Fields that hold what somebody or something fills in; their first word names it.
_NAMED: Final = frozenset({"MERGEFIELD", "DOCPROPERTY", "DOCVARIABLE"})
_VALUES: Final = {
    "ADDRESSBLOCK": "AddressBlock",
    "AUTHOR": "AuthorName",
    "ASK": "Answer",
    "CREATEDATE": "Date",
    "DATE": "Date",
    "FILLIN": "Answer",
    "FORMDROPDOWN": "Choice",
    "FORMTEXT": "Answer",
    "MACROBUTTON": "Answer",
    "MERGEREC": "Number",
    "MERGESEQ": "Number",
    "PRINTDATE": "Date",
    "SAVEDATE": "Date",
    "TIME": "Time",
    "USERADDRESS": "AddressBlock",
    "USERNAME": "UserName",
    "=": "Amount",
}
_NOTHING: Final = frozenset(
    "ADVANCE AUTONUM AUTONUMLGL AUTONUMOUT EQ INDEX LISTNUM NEXT NEXTIF NUMPAGES PAGE PAGEREF PRINT PRIVATE RD"
    " SECTION SECTIONPAGES SEQ SET SKIPIF TA TC TOC XE".split()
)


class FieldRole(Enum):
    """How the words that a field shows are to be read."""

    PLACEHOLDER = "placeholder"  # they differ from letter to letter
    NOTHING = "nothing"  # they are no prose: page numbers, tables of contents
    LINK = "link"  # they are prose, and linked
    RESULT = "result"  # they are prose that Word makes anew, so nobody may mend it here


@dataclass(frozen=True, slots=True)
class Field:
    """A field's role; `name` is that of the placeholder, or where the link leads."""

    role: FieldRole
    name: str = ""


def field_of(instruction: str) -> Field:
    """The field that an instruction makes."""
    words = [match[1] if match[1] is not None else match[2] for match in _WORD.finditer(instruction)]
    kind = words[0].upper() if words else ""
    if kind.startswith("="):
        kind = "="
    if kind in _NAMED:
        return Field(FieldRole.PLACEHOLDER, identifier(next((word for word in words[1:] if word[:1] != "\\"), "")))
    if kind == "GREETINGLINE":
        return Field(FieldRole.PLACEHOLDER, GREETING)
    if kind in _VALUES:
        return Field(FieldRole.PLACEHOLDER, _VALUES[kind])
    if kind == "HYPERLINK":
        return Field(FieldRole.LINK, _address(words[1:]))
    return Field(FieldRole.NOTHING if kind in _NOTHING or not kind else FieldRole.RESULT)


GREETING: Final = "GreetingLine"  # which Word makes into “Dear Ms Hall,”


def identifier(name: str) -> str:
    """A name as Word shows it between guillemets: one word."""
    return _NAME.sub("_", name).strip("_") or "Value"


def _address(words: list[str]) -> str:
    """Where a HYPERLINK leads: an address, or after `\\l` a place in the document."""
    if len(words) > 1 and words[0].lower() == "\\l":
        return f"#{words[1]}"
    return words[0] if words and words[0][:1] != "\\" else ""
