"""The way from a file to messages: decode, find template code, cover it, read blocks by format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from empathy_lint.errors import Problem, ProblemError, nearest
from empathy_lint.reading.container import Reading, read_entries
from empathy_lint.reading.decoding import decode, encoding_of
from empathy_lint.reading.dialects import scan_template
from empathy_lint.reading.entries import Entries
from empathy_lint.reading.formats import INDENTED, finder_of, format_of, is_container, known_formats, reader_of
from empathy_lint.reading.fragments import is_partial
from empathy_lint.reading.front_matter import FrontMatter, read_front_matter
from empathy_lint.reading.html_format import add_text
from empathy_lint.reading.masking import Masked
from empathy_lint.reading.message import Block, BlockKind, Message, Source
from empathy_lint.reading.message_format import with_choices
from empathy_lint.reading.office.package import Package
from empathy_lint.reading.packages import open_again, open_packed
from empathy_lint.reading.plural_forms import with_forms
from empathy_lint.reading.prose import ProseBuilder
from empathy_lint.reading.sections import Section, SectionRole, find_sections
from empathy_lint.reading.suppressions import read_suppressions, text_comments
from empathy_lint.reading.template_languages import simplate
from empathy_lint.reading.template_syntax import Token, TokenKind
from empathy_lint.reading.thymeleaf.texts import with_texts
from empathy_lint.reading.together.composing import Together, Walk, as_part, together
from empathy_lint.reading.together.siblings import beside
from empathy_lint.reading.variants import read_variants
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions


def read_file(path: Path, *, format_name: str | None = None, options: ReadingOptions = DEFAULT_READING) -> Reading:
    """Read the file at `path`; raises ProblemError when it cannot be read as text."""
    try:
        with path.open("rb") as file:
            data = file.read(options.limits.bytes + 1)
    except OSError as error:
        reason = error.strerror or "it could not be opened"
        raise ProblemError(Problem(str(path), f"This file cannot be read: {reason.lower()}.")) from error
    return read(str(path), data, format_name=format_name, options=options)


def read(
    path: str,
    data: bytes,
    *,
    format_name: str | None = None,
    root: str | None = None,
    is_part: bool = False,
    options: ReadingOptions = DEFAULT_READING,
) -> Reading:
    """Read the bytes of a file called `path`; raises ProblemError when they are empty, too many or no text.

    Other files that it is sent together with (includes, a layout, its subject) are looked for inside of the folder
    `root`, and nowhere without one. `is_part` says that other files include it.
    """
    if format_name is not None and format_name not in known_formats():
        raise ProblemError(Problem(path, f"“{format_name}” is no format.", nearest(format_name, known_formats())))
    packed = open_packed(path, data, format_name, options)
    if packed is not None:
        return _read_packed(*packed)
    text = decode(path, data, options.limits.file_bytes)
    source = Source(path, text, encoding_of(data).codec, options=options)
    if format_name is None:
        _refuse_indented(path)
    name = format_name or format_of(path, text)
    if is_container(name):
        return read_entries(source, name, finder_of(name)(source), _read_text)
    if root is None:
        return _read_text(source, name)
    reading, _ = _read_together(source, name, Walk(root).into(path))
    is_part = is_part or is_partial(path)
    messages = (replace(row, root=root, is_fragment=row.is_fragment or is_part) for row in reading.messages)
    return replace(reading, messages=tuple(messages))


def _refuse_indented(path: str) -> None:
    language = INDENTED.get(Path(path).suffix[1:].lower())
    if language is not None:
        message = f"{language} is not read: its words cannot be told from its code."
        raise ProblemError(Problem(path, message, "Render it as HTML, and check that."))


def _read_together(source: Source, format_name: str, walk: Walk | None) -> tuple[Reading, Sequence[Token]]:
    """Read a text with what other files add to it; also the template code that it holds."""
    around = beside(source.path)
    reading, tokens = _read_alone(source, format_name, Together())
    (message,) = reading.messages
    if walk is not None:
        added = together(message, tokens, around, walk, partial(_read_other, source.options))
        if added.parts:
            reading, tokens = _read_alone(source, format_name, added)
            (message,) = reading.messages
        message = replace(message, read_with=added.paths, notes=(*message.notes, *added.notes))
    return replace(reading, messages=(as_part(message, around),)), tokens


def _read_other(options: ReadingOptions, path: str, walk: Walk) -> tuple[Message, Sequence[Token]] | None:
    """What a file says that another one is put together from; None where it cannot be read, which its own run tells."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(options.limits.file_bytes + 1)
        source = Source(path, decode(path, data, options.limits.file_bytes), encoding_of(data).codec, options=options)
    except (OSError, ProblemError):
        return None
    name = format_of(path, source.text)
    if is_container(name):
        return None
    reading, tokens = _read_together(source, name, walk)
    return reading.messages[0], tokens


def read_package(package: Package) -> Reading:
    """Read a package that is open, as it stands in memory; raises ProblemError when it is broken."""
    return _read_packed(*open_again(package))


def _read_packed(name: str, source: Source, entries: Entries) -> Reading:
    return read_entries(source, name, entries, _read_text)


def _read_text(source: Source, format_name: str | None = None) -> Reading:
    """Read a text that is one message, by the format named or by what its content tells."""
    return _read_alone(source, format_name, Together())[0]


def _read_alone(source: Source, format_name: str | None, added: Together) -> tuple[Reading, Sequence[Token]]:
    """Read a text that is one message, and what is `added` to it; also the template code that it holds."""
    path, text = source.path, source.text
    name = format_name or format_of(path, text)
    found = scan_template(source)
    found.tokens = with_texts(source, with_forms(text, with_choices(text, found.tokens)))
    front = read_front_matter(source, Masked(text, found.tokens).text)
    found.tokens = text_comments(source, _without_front_matter(found.tokens, front))
    suppressions, problems = read_suppressions(source, found.tokens)

    def blocks_of(tokens: list[Token]) -> list[Block]:
        masked = Masked(text, tokens)
        return added.put(front.blocks(masked) + _blocks(path, masked, name, front.body), tokens)

    shown = read_variants(source, found.tokens, blocks_of)
    message = Message(source, shown.blocks, name, None, front.declared, suppressions, shown.variants, shown.notes)
    message = replace(message, keys=tuple(found.keys))
    return Reading((message,), (*found.problems, *front.problems, *problems)), found.tokens


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
