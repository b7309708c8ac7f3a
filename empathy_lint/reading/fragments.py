"""What is read by itself though it is sent as a part of something else: a label, a sentence of a catalogue, a partial.

Such a fragment is linted word by word. Whether help, choice or an ask are there can only be said of the whole message.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from empathy_lint.reading.entries import Entry
from empathy_lint.reading.message import Block, BlockKind

# Containers whose entries are texts of a program; a row of a table or a mail is a message, however short.
_CATALOGUES: Final = frozenset(
    "json yaml po properties strings xcstrings xliff android php php-array python ruby".split()
)
_FEWEST_WORDS: Final = 20  # of a text that may be a message of its own: a text message has room for about thirty
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME_WORD: Final = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
# A key that says so names a message that is sent as it is.
_SENT: Final = frozenset("sms push email mail letter chat whatsapp".split())
_FOLDERS: Final = frozenset(
    "partials partial _partials includes _includes include layouts layout _layouts components component shared common"
    " macros snippets fragments".split()
)
_FILES: Final = frozenset("layout layouts base header footer master wrapper partial snippet macros".split())


def is_lone_text(format_name: str, entries: Sequence[Entry], blocks: Sequence[Block]) -> bool:
    """Whether the entries of one key are a short text of a catalogue that has no other part."""
    if format_name not in _CATALOGUES or len(entries) != 1 or not entries[0].key or entries[0].declared:
        return False
    if {word.lower() for word in _NAME_WORD.findall(entries[0].key)} & _SENT and " " not in entries[0].key:
        return False
    if entries[0].role in (BlockKind.SUBJECT, BlockKind.PREHEADER, BlockKind.BUTTON):
        return True
    return sum(len(_WORD.findall(block.prose)) for block in blocks) < _FEWEST_WORDS


def is_partial(path: str) -> bool:
    """Whether a file says by its name or its folder that templates include it, or are put into it."""
    name = PurePath(path)
    stem = name.name.partition(".")[0].lower()
    return stem.startswith("_") or stem.lstrip("_") in _FILES or name.parent.name.lower() in _FOLDERS
