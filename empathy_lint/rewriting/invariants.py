"""What no rewrite may change: template code, links, amounts, dates, numbers, addresses, and every other block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.reading.message import Block, Message
from empathy_lint.rewriting.candidate import Candidate
from empathy_lint.rewriting.wording import as_written, rewritten_prose

_HARD_FACT: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”]+|[\w.+\-]+@[\w\-]+\.[\w.\-]+"  # addresses
    r"|[$£€¥₹]?\w*\d[\w.,:/\-]*\w%?|[$£€¥₹]?\d%?"  # amounts, dates, times, references
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|midnight|noon|tomorrow)\b"
)


def keeps_facts(candidate: Candidate, block: Block) -> bool:
    """Whether the candidate's words hold the placeholders, numbers, dates and addresses of those they replace.

    An insertion may bring new ones: the firm's own number, for example.
    """
    before = Counter(hard_facts(block, 0, len(block.prose)))
    after = Counter(_HARD_FACT.findall(_without_code(rewritten_prose(candidate, block), block)))
    lost, gained = before - after, after - before
    return not lost and (not gained or candidate.kind == "insert")


def hard_facts(block: Block, start: int, end: int) -> list[str]:
    """Amounts, dates, numbers and addresses written in prose[start:end]."""
    return _HARD_FACT.findall(_without_code(as_written(block, start, end), block))


def _without_code(text: str, block: Block) -> str:
    for code in {row.code for row in block.placeholders}:
        text = text.replace(" ".join(code.split()), " ").replace(code, " ")
    return text


def reads_as_meant(before: Message, after: Message, candidate: Candidate) -> bool:
    """Whether the edited source, read anew, is the same template with the candidate's words and no other change."""
    if len(before.suppressions) != len(after.suppressions) or before.declared != after.declared:
        return False
    if is_left_out(candidate, before.blocks[candidate.block]):
        rest = [block for index, block in enumerate(before.blocks) if index != candidate.block]
        return len(rest) == len(after.blocks) and all(map(_is_same, rest, after.blocks))
    if len(before.blocks) != len(after.blocks):
        return False
    for index, (old, new) in enumerate(zip(before.blocks, after.blocks, strict=True)):
        if index != candidate.block:
            if not _is_same(old, new):
                return False
        elif not _is_meant(old, new, candidate):
            return False
    return True


def is_left_out(candidate: Candidate, block: Block) -> bool:
    """Whether the candidate leaves nothing of its block, which holds no template code and no link."""
    is_bare = not block.placeholders and not block.links
    return is_bare and not rewritten_prose(candidate, block)


def _is_same(old: Block, new: Block) -> bool:
    return (old.kind, old.prose, _codes(old), old.links) == (new.kind, new.prose, _codes(new), new.links)


def _is_meant(old: Block, new: Block, candidate: Candidate) -> bool:
    if " ".join(as_written(new, 0, len(new.prose)).split()) != rewritten_prose(candidate, old):
        return False
    before, after = Counter(_codes(old)), Counter(_codes(new))
    if before - after or (after - before and candidate.kind != "insert") or len(old.links) != len(new.links):
        return False
    outside = [
        (old.prose[link.prose_start : link.prose_end], link.target)
        for link in old.links
        if link.prose_end <= candidate.start or link.prose_start >= candidate.end
    ]
    new_links = [(new.prose[link.prose_start : link.prose_end], link.target) for link in new.links]
    return not Counter(outside) - Counter(new_links) and _targets(old) == _targets(new)


def _codes(block: Block) -> list[str]:
    return [row.code for row in block.placeholders]


def _targets(block: Block) -> Counter[str]:
    return Counter(link.target for link in block.links)


def template_code(messages: Iterable[Message]) -> Counter[str]:
    """All placeholders and link targets of the messages, counted."""
    blocks = [block for message in messages for block in message.blocks]
    codes = Counter(code for block in blocks for code in _codes(block))
    return codes + sum((_targets(block) for block in blocks), Counter[str]())
