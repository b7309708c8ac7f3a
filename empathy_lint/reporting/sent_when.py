"""Which variant of a template was scored, in words for its writer."""

from __future__ import annotations

import re
from typing import Final

from empathy_lint.scoring.report import MessageReport

_MOST: Final = 4  # conditions that are told; more are counted
_NAME: Final = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
# "event[:next_payment]", "@letter.balance": where a value is kept; its own name is the last.
_PATH: Final = re.compile(
    r"@?\b[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[[:'\"]?\w+['\"]?\])*(?:\.(?=[A-Za-z_])|\[[:'\"]?)(\w+)(?:['\"]?\])?"
)


def sent_when(report: MessageReport) -> str | None:
    """ "Scored as sent when: overdue, and not on plan"; None where no condition makes a difference."""
    if not report.when:
        return None
    told = [_in_words(each) for each in report.when[:_MOST]]
    if len(report.when) > _MOST:
        told.append(f"{len(report.when) - _MOST} more")
    return f"Scored as sent when: {', and '.join(told)}"


def _in_words(condition: str) -> str:
    return _NAME.sub(lambda name: name.group().replace("_", " "), _PATH.sub(r"\1", condition))


def of_the_variants(report: MessageReport) -> list[str]:
    """What a curious reader may want to know: how many variants were judged, and what bounded them."""
    number = report.metrics.variants
    if number == 1:
        return list(report.message.notes)
    which = "the one that reads worst is scored" if report.when else "they all score the same"
    return [f"Its “if … else” parts make {number} versions of this message; {which}.", *report.message.notes]
