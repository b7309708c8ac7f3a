"""What is read by itself though it is sent as a part of something else: a label, a sentence of a catalogue, a partial.

Such a fragment is linted word by word. Whether help, choice or an ask are there can only be said of the whole message.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from empathy_lint.reading.entries import Entry
from empathy_lint.reading.message import Block, BlockKind, Message

# Containers whose entries are texts of a program; a row of a table or a mail is a message, however short.
_CATALOGUES: Final = frozenset(
    "json yaml po properties strings xcstrings xliff android php php-array python ruby".split()
)
_FEWEST_WORDS: Final = 20  # of a text that may be a message of its own: a text message has room for about thirty
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME_WORD: Final = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
# A key that says so names a message that is sent as it is.
_SENT: Final = frozenset("sms push email mail letter chat whatsapp".split())
# Names of groups of keys, and words of a name, that tell what is sent in the midst of what a program shows.
_SENT_GROUPS: Final = _SENT | frozenset("emails mails letters subject".split())
_SENDERS: Final = frozenset("mailer mailers notifier notifiers".split())
_HEADS: Final = frozenset({BlockKind.SUBJECT, BlockKind.PREHEADER})
_FEWEST_TEXTS: Final = 12  # of a catalogue whose manner can be told
_LABEL: Final = 3  # words; nothing that is sent is so short
_LABELS: Final = 0.25  # of the texts of a program's catalogue; mostly it is more than half
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
    if entries[0].role in _HEADS or entries[0].role is BlockKind.BUTTON:
        return True
    return _words(blocks) < _FEWEST_WORDS


def on_screens(format_name: str, messages: Sequence[Message]) -> Sequence[Message]:
    """The messages of a file; those of a catalogue full of labels are what a program shows, and parts of pages."""
    if format_name not in _CATALOGUES or len(messages) < _FEWEST_TEXTS:
        return messages
    labels = sum(_words(message.blocks) <= _LABEL for message in messages)
    if labels < _LABELS * len(messages):
        return messages
    return [row if _is_sent(row) else replace(row, is_fragment=True, is_on_screen=True) for row in messages]


def _is_sent(message: Message) -> bool:
    key = message.key or ""
    if "channel" in message.declared or _SENDERS & {word.lower() for word in _NAME_WORD.findall(key)}:
        return True
    # A title by itself is that of a page.
    if len(message.inner) > 1 and {block.kind for block in message.blocks} & _HEADS:
        return True
    # “forms.labels.email” is the name of a field.
    return _words(message.blocks) > _LABEL and bool(_SENT_GROUPS & set(re.split(r"[./:]", key.lower())))


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(_WORD.findall(block.prose)) for block in blocks)


def is_partial(path: str) -> bool:
    """Whether a file says by its name or its folder that templates include it, or are put into it."""
    name = PurePath(path)
    stem = name.name.partition(".")[0].lower()
    return stem.startswith("_") or stem.lstrip("_") in _FILES or name.parent.name.lower() in _FOLDERS
