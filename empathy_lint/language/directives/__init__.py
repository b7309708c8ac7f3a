"""What the reader of a message is asked to do: steps in sequence, ways to choose from, routes of contact.

Sentences give acts (`find_acts`); the message decides which of them count (`find_directives`). An act counts as a step
when it is asked for without condition; alternatives count once, what is said twice counts once, and a goal that is
followed by the acts that reach it is not counted beside them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from empathy_lint.language.analysis import Directives, Sentence
from empathy_lint.language.directives.act import Act, ActKind
from empathy_lint.language.directives.acts import find_acts
from empathy_lint.language.directives.choices import choices
from empathy_lint.language.directives.layout import placed
from empathy_lint.language.directives.openings import may_hold_acts
from empathy_lint.language.directives.routes import routes
from empathy_lint.language.directives.steps import Ask, asked
from empathy_lint.reading.message import Message


def find_directives(
    message: Message, sentences: Sequence[Sentence], acts: Mapping[int, Sequence[Act]], channel: str
) -> Directives:
    """The directives of a message; `acts` are those of each sentence by its index, `channel` is what it is sent
    over."""
    rows = placed(message, sentences)
    asks = asked(rows, acts)
    found = routes(message, sentences, channel)
    methods = routes(message, [row for row in sentences if _is_main(acts.get(row.index, ()), asks, row)], channel)
    marks = tuple(
        sorted(
            (ask.sentence.index, ask.sentence.start + ask.act.start, ask.sentence.start + ask.act.end) for ask in asks
        )
    )
    return Directives(len(asks), choices(rows, acts, asks, len(methods)), found, marks)


def _is_main(acts: Sequence[Act], asks: Sequence[Ask], sentence: Sentence) -> bool:
    """Whether a sentence asks for something that counts, or offers ways of doing that."""
    wanted = {ask.act.verb for ask in asks}
    if any(ask.sentence is sentence for ask in asks):
        return True
    return any(act.kind is ActKind.OFFER and act.verb in wanted for act in acts)


__all__ = ["Act", "ActKind", "find_acts", "find_directives", "may_hold_acts"]
