"""The way from a file to messages: decode, find template code, cover it, read blocks by format."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from empathy_lint.errors import Problem, ProblemError, nearest
from empathy_lint.reading import simplate
from empathy_lint.reading.container import Reading, read_entries
from empathy_lint.reading.decoding import decode, encoding_of
from empathy_lint.reading.entries import Entries
from empathy_lint.reading.formats import CONTAINERS, FORMATS, finder_of, format_of, reader_of
from empathy_lint.reading.front_matter import FrontMatter, read_front_matter
from empathy_lint.reading.html_format import add_text
from empathy_lint.reading.masking import Masked
from empathy_lint.reading.message import Block, BlockKind, Message, Source
from empathy_lint.reading.message_format import with_choices
from empathy_lint.reading.office.package import MAX_PACKED_BYTES, Package
from empathy_lint.reading.packages import open_again, open_packed
from empathy_lint.reading.prose import ProseBuilder
from empathy_lint.reading.sections import Section, SectionRole, find_sections
from empathy_lint.reading.suppressions import read_suppressions, text_comments
from empathy_lint.reading.template_scanner import Scan, scan
from empathy_lint.reading.template_syntax import Token, TokenKind
from empathy_lint.reading.variants import read_variants

MAX_BYTES: Final = 5_000_000
_SMARTY: Final = re.compile(r"\{\$\w|\{/if\}|\{\*")
_BLADE: Final = re.compile(r"^[ \t]*@(?:if|foreach|section|extends|component|lang)\b", re.MULTILINE)


def read_file(path: Path, *, format_name: str | None = None, max_bytes: int = MAX_BYTES) -> Reading:
    """Read the file at `path`; raises ProblemError when it cannot be read as text."""
    try:
        with path.open("rb") as file:
            data = file.read(max(MAX_PACKED_BYTES, max_bytes) + 1)
    except OSError as error:
        reason = error.strerror or "it could not be opened"
        raise ProblemError(Problem(str(path), f"This file cannot be read: {reason.lower()}.")) from error
    return read(str(path), data, format_name=format_name, max_bytes=max_bytes)


def read(path: str, data: bytes, *, format_name: str | None = None, max_bytes: int = MAX_BYTES) -> Reading:
    """Read the bytes of a file called `path`; raises ProblemError when they are empty, too many or no text."""
    if format_name is not None and format_name not in FORMATS:
        raise ProblemError(Problem(path, f"“{format_name}” is no format.", nearest(format_name, FORMATS)))
    packed = open_packed(path, data, format_name)
    if packed is not None:
        return _read_packed(*packed)
    text = decode(path, data, max_bytes)
    source = Source(path, text, encoding_of(data).codec)
    name = format_name or format_of(path, text)
    if name in CONTAINERS:
        return read_entries(source, name, finder_of(name)(source), _read_text)
    return _read_text(source, name)


def read_package(package: Package) -> Reading:
    """Read a package that is open, as it stands in memory; raises ProblemError when it is broken."""
    return _read_packed(*open_again(package))


def _read_packed(name: str, source: Source, entries: Entries) -> Reading:
    return read_entries(source, name, entries, _read_text)


def _read_text(source: Source, format_name: str | None = None) -> Reading:
    """Read a text that is one message, by the format named or by what its content tells."""
    path, text = source.path, source.text
    name = format_name or format_of(path, text)
    found = _scan(source)
    found.tokens = with_choices(text, found.tokens)
    front = read_front_matter(source, Masked(text, found.tokens).text)
    found.tokens = text_comments(source, _without_front_matter(found.tokens, front))
    suppressions, problems = read_suppressions(source, found.tokens)

    def blocks_of(tokens: list[Token]) -> list[Block]:
        masked = Masked(text, tokens)
        return front.blocks(masked) + _blocks(path, masked, name, front.body)

    shown = read_variants(source, found.tokens, blocks_of)
    message = Message(source, shown.blocks, name, None, front.declared, suppressions, shown.variants, shown.notes)
    return Reading((message,), (*found.problems, *front.problems, *problems))


def _scan(source: Source) -> Scan:
    """Template code by the dialects that the file's name and content speak of."""
    path, text = source.path.lower(), source.text
    is_simplate = simplate.is_simplate(path, text)
    return scan(
        source,
        erb=".erb" in path,
        smarty=path.endswith((".tpl", ".smarty")) or _SMARTY.search(text) is not None,
        blade=".blade" in path or _BLADE.search(text) is not None,
        code_lines=is_simplate,
    )


def _without_front_matter(tokens: list[Token], front: FrontMatter) -> list[Token]:
    """The tokens, with all of the front matter covered but for the prose it holds."""
    if not front.body:
        return tokens
    kept = [token for token in tokens if token.start >= front.body]
    inside = [token for token in tokens if any(start <= token.start < end for _, start, end in front.prose)]
    return sorted([*_fence(front), *inside, *kept], key=lambda token: token.start)


def _fence(front: FrontMatter) -> list[Token]:
    """Comment tokens over the front matter, around the prose it holds, so that it can carry directives."""
    tokens, at = [], 0
    for _, start, end in sorted(front.prose, key=lambda row: row[1]):
        tokens.append(Token(TokenKind.COMMENT, at, start))
        at = end
    return [*tokens, Token(TokenKind.COMMENT, at, front.body)]


def _blocks(path: str, masked: Masked, name: str, start: int) -> list[Block]:
    if simplate.is_simplate(path, masked.source):
        return [block for part in simplate.read_parts(masked.source) for block in _part_blocks(masked, part)]
    sections = find_sections(masked.source, masked.tokens)
    if not sections:
        return reader_of(name)(masked, start, len(masked.source))
    blocks = [block for section in sections for block in _section_blocks(masked, section)]
    masked.blank([(section.start, section.end) for section in sections])
    blocks += reader_of(name)(masked, start, len(masked.source))
    return sorted(blocks, key=lambda block: block.slices[0].source_start)


def _section_blocks(masked: Masked, section: Section) -> list[Block]:
    """What a named part says: its subject or preheader on one line, or plain text."""
    if section.role is SectionRole.HIDDEN:
        return []
    if section.role is SectionRole.PLAIN_TEXT:
        return reader_of("text")(masked, section.start, section.end)
    builder = ProseBuilder(masked)
    add_text(builder, masked.text, section.start, section.end)
    return builder.finish(BlockKind(section.role.value))


def _part_blocks(masked: Masked, part: simplate.Part) -> list[Block]:
    if part.kind == "subject":
        builder = ProseBuilder(masked)
        builder.add(part.start, part.end)
        return builder.finish(BlockKind.SUBJECT)
    return reader_of(part.kind)(masked, part.start, part.end)
