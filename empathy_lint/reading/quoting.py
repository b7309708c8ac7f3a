"""How a container quotes the words of its entries: one function a container, registered by one line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Final

from empathy_lint.reading.code.quoting import quoted
from empathy_lint.reading.jsx import quoting as jsx
from empathy_lint.reading.message import InnerText, Source

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_YAML_SYNTAX: Final = re.compile(r":(?:\s|$)|(?:^|\s)#|[\[\]{}]")

_C_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PROPERTY_ESCAPES: Final = {sign: escape for sign, escape in _C_ESCAPES.items() if sign != '"'}

# Words with line feeds as line ends, the container's source, the place, and the text they become a part of;
# None: they cannot be written there.
Quote = Callable[[str, Source, int, InnerText], str | None]


def line_end_of(text: str) -> str:
    """The line end that a text uses first; a line feed where it has but one line."""
    match = _LINE_END.search(text)
    return match.group() if match else "\n"


def _in_json(text: str, source: Source, at: int, inner: InnerText) -> str | None:  # noqa: ARG001 - one signature
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _in_yaml(text: str, source: Source, at: int, inner: InnerText) -> str | None:
    if inner.quoting == '"':
        return json.dumps(text, ensure_ascii=False)[1:-1]  # what JSON escapes, YAML does alike
    if inner.quoting == "|":
        line_start = max(source.text.rfind("\n", 0, at), source.text.rfind("\r", 0, at)) + 1
        indent = source.text[line_start:at]
        indent = indent[: len(indent) - len(indent.lstrip(" "))]
        return text.replace("\n", line_end_of(source.text) + indent)
    if "\n" in text:
        return None
    if inner.quoting == "'":
        return text.replace("'", "''")
    if inner.quoting == ">":
        return text
    return text if _stays_plain(text, at == inner.start) else None


def _stays_plain(text: str, begins: bool) -> bool:
    """Whether words without quotes stay words: no comment, no key, no list, and no sign of YAML at the beginning."""
    return _YAML_SYNTAX.search(text) is None and not (begins and text[:1] and not text[0].isalpha())


def _in_quotes(text: str, source: Source, at: int, inner: InnerText) -> str | None:  # noqa: ARG001
    """Between double quotes with the escapes of C."""
    return "".join(_C_ESCAPES.get(sign, sign) for sign in text)


def _in_properties(text: str, source: Source, at: int, inner: InnerText) -> str | None:  # noqa: ARG001
    written = "".join(_PROPERTY_ESCAPES.get(sign, sign) for sign in text)
    begins = at == inner.start and written[:1] == " "  # white space before a text is none of it
    return f"\\{written}" if begins else written


def _in_code(language: str) -> Quote:
    """As the string literal at the place asks for it."""

    def quote(text: str, source: Source, at: int, inner: InnerText) -> str | None:  # noqa: ARG001
        return quoted(text, language, source.text, at)

    return quote


def _in_jsx(text: str, source: Source, at: int, inner: InnerText) -> str | None:  # noqa: ARG001
    return jsx.quoted(text, source.text, at)


# Container and how words are written in it.
QUOTES: Final[dict[str, Quote]] = {
    "json": _in_json,
    "yaml": _in_yaml,
    "po": _in_quotes,
    "properties": _in_properties,
    "strings": _in_quotes,
    "xcstrings": _in_json,
    "php": _in_code("php"),
    "php-array": _in_code("php"),
    "python": _in_code("python"),
    "ruby": _in_code("ruby"),
    "jsx": _in_jsx,
}
