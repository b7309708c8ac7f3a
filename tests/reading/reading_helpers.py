"""What the tests of reading share: read a text, look at its blocks, check every position."""

from __future__ import annotations

from empathy_lint.reading.container import Reading
from empathy_lint.reading.message import Block, BlockKind, Message, SliceKind
from empathy_lint.reading.reader import read


def reading_of(text: str, path: str = "letter.txt") -> Reading:
    return read(path, text.encode("utf-8"))


def message_of(text: str, path: str = "letter.txt") -> Message:
    (message,) = reading_of(text, path).messages
    return message


def blocks_of(text: str, path: str = "letter.txt") -> list[tuple[str, str]]:
    return [(block.kind.value, block.prose) for block in message_of(text, path).blocks]


def prose_of(text: str, path: str = "letter.txt") -> list[str]:
    return [block.prose for block in message_of(text, path).blocks]


def only_block(text: str, path: str = "letter.txt") -> Block:
    (block,) = message_of(text, path).blocks
    return block


def source_of(message: Message, words: str, kind: BlockKind | None = None) -> str:
    """The source text of the first place where `words` stand in the prose."""
    for block in message.blocks:
        at = block.prose.find(words)
        if at >= 0 and kind in (None, block.kind):
            start, end = block.source_span(at, at + len(words))
            return message.source.text[start:end]
    raise AssertionError(f"{words!r} is in no block of {[block.prose for block in message.blocks]}")


def assert_positions_hold(message: Message) -> None:
    """Slices tile the prose; literal ones are the source itself; placeholders are their code; spans lie inside."""
    text = message.source.text
    for block in message.blocks:
        at = 0
        for piece in block.slices:
            assert piece.prose_start == at < piece.prose_end
            assert 0 <= piece.source_start <= piece.source_end <= len(text)
            if piece.kind is SliceKind.LITERAL:
                written = text[piece.source_start : piece.source_end]
                assert written == block.prose[piece.prose_start : piece.prose_end]
            at = piece.prose_end
        assert at == len(block.prose)
        for placeholder in block.placeholders:
            assert message.inner or text[placeholder.source_start : placeholder.source_end] == placeholder.code
        for link in block.links:
            assert 0 <= link.prose_start < link.prose_end <= len(block.prose)
        for offset in range(len(block.prose)):
            start, end = block.source_span(offset, offset + 1)
            assert 0 <= start < end <= len(text)
