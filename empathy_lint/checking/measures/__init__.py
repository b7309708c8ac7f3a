"""Named measures of a message or of places in it, for `measure` entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from empathy_lint.checking.measures import lengths, routes, shouting, sms
from empathy_lint.checking.measures.reading import Reading
from empathy_lint.checking.view import MessageView

Measure = Callable[[MessageView], Iterable[Reading]]

MEASURES: Final[dict[str, Measure]] = {
    "sentence-words": lengths.sentence_words,
    "message-words": lengths.message_words,
    "reading-grade": lengths.reading_grade,
    "sentiment": lengths.sentiment,
    "steps": routes.steps,
    "choices": routes.choices,
    "contact-channels": routes.contact_channels,
    "capitals-run": shouting.capitals,
    "exclamation-run": shouting.exclamations,
    "sms-segments": sms.segments,
}
