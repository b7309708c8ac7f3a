"""Settings of one message at its top: YAML between two lines of `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

import yaml

from empathy_lint.errors import Problem, nearest
from empathy_lint.reading.masking import Masked
from empathy_lint.reading.message import Block, BlockKind, Source
from empathy_lint.reading.prose import ProseBuilder
from empathy_lint.words import CHANNELS, SITUATIONS

_FENCED: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_PROSE_KEYS: Final = {
    "subject": BlockKind.SUBJECT,
    "preheader": BlockKind.PREHEADER,
    "preview": BlockKind.PREHEADER,
    "preview_text": BlockKind.PREHEADER,
}
_DECLARED: Final = {"channel": CHANNELS, "situation": SITUATIONS}
_MEANT: Final = (*_DECLARED, "subject", "preheader")  # “preview” is too close to “review”
_CLOSE: Final = 0.88  # a letter more, less or exchanged; “object” is no “subject”, “station” no “situation”
_SINGLE_ESCAPE: Final = re.compile(r"'(')")
_DOUBLE_ESCAPE: Final = re.compile(r"\\([\"\\/nt])")
_LONGEST: Final = 20_000  # characters; what is longer is no front matter


@dataclass(frozen=True)
class FrontMatter:
    """Where the body begins, what the front matter declares, and the prose it holds as (kind, start, end)."""

    body: int = 0
    declared: dict[str, str] = field(default_factory=dict)
    prose: tuple[tuple[BlockKind, int, int], ...] = ()
    problems: tuple[Problem, ...] = ()

    def blocks(self, masked: Masked) -> list[Block]:
        """Subject and preheader."""
        blocks = []
        for kind, start, end in self.prose:
            builder = ProseBuilder(masked)
            _add_scalar(builder, masked, start, end)
            blocks += builder.finish(kind)
        return blocks


def _add_scalar(builder: ProseBuilder, masked: Masked, start: int, end: int) -> None:
    """A YAML value; in quotation marks it may hold "it''s" or "\\"now\\""."""
    quote = masked.source[start - 1]
    escapes = {"'": _SINGLE_ESCAPE, '"': _DOUBLE_ESCAPE}.get(quote)
    at = start
    for match in escapes.finditer(masked.text, start, end) if escapes else ():
        builder.add(at, match.start())
        builder.add_decoded({"n": " ", "t": " "}.get(match[1], match[1]), *match.span())
        at = match.end()
    builder.add(at, end)


def read_front_matter(source: Source, masked: str) -> FrontMatter:
    """The front matter of a source, if it has any that reads as YAML once its template code is covered (`masked`)."""
    match = _FENCED.match(masked[:_LONGEST])
    if match is None:
        return FrontMatter()
    try:
        node = yaml.compose(match[1], Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        # Not YAML: template code, or a text that begins with a rule. It is read as text.
        return FrontMatter()
    if not isinstance(node, yaml.MappingNode):
        return FrontMatter(body=match.end()) if node is None else FrontMatter()
    return _from_mapping(source, match.start(1), match.end(), node)


def _from_mapping(source: Source, base: int, body: int, node: yaml.MappingNode) -> FrontMatter:
    declared: dict[str, str] = {}
    prose, problems = [], []
    for key, value in node.value:
        name = str(key.value).lower()
        if not isinstance(value, yaml.ScalarNode):
            continue
        start = base + value.start_mark.index
        if name in _PROSE_KEYS and value.value.strip():
            quoted = value.style in ("'", '"')
            if value.style in ("|", ">"):
                start = source.text.find("\n", start) + 1
            end = base + value.end_mark.index - quoted
            prose.append((_PROSE_KEYS[name], start + quoted, end))
        elif name in _DECLARED:
            if value.value in _DECLARED[name]:
                declared[name] = value.value
            else:
                place = source.position(start)
                message = f"“{value.value}” is no {name} that empathy-lint knows."
                remedy = nearest(value.value, _DECLARED[name])
                problems.append(Problem(source.path, message, remedy, place.line, place.column))
        elif meant := _meant(name):
            place = source.position(base + key.start_mark.index)
            message = f"“{name}” is no setting of a message. Did you mean “{meant}”?"
            problems.append(Problem(source.path, message, "", place.line, place.column))
    return FrontMatter(body, declared, tuple(prose), tuple(problems))


def _meant(name: str) -> str:
    """The setting that a key slipped from; empty for the keys of other programs, and for a plural, which may be one."""
    import difflib  # only where a key is not ours

    close = difflib.get_close_matches(name, _MEANT, n=1, cutoff=_CLOSE)
    return close[0] if close and name != f"{close[0]}s" else ""
