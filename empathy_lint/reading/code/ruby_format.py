"""Mailers written in Ruby."""

from __future__ import annotations

from empathy_lint.reading.code.entries import entries_of_code
from empathy_lint.reading.entries import Entries
from empathy_lint.reading.message import Source


def find_entries(source: Source) -> Entries:
    """The mails and the translated texts of a file of Ruby."""
    return entries_of_code(source, "ruby")
