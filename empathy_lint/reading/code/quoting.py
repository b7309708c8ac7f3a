"""How words are written in a string literal of PHP, Python or Ruby: as the literal at that place asks for it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from empathy_lint.reading.code.literals import LITERALS, PAIRS, Escaping, Literal, letters_before, literal_of
from empathy_lint.reading.code.tree import Tree

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
# What begins code within a literal.
_CODE: Final = {"php": re.compile(r"[$]|\{(?=\$)"), "python": re.compile(r"(?!)"), "ruby": re.compile(r"#(?=[{$@])")}


def quoted(text: str, language: str, source: str, at: int) -> str | None:
    """`text`, with line feeds as line ends, as it has to be written at offset `at` of a source.

    None: no literal stands there, or none of its kind can say that.
    """
    literal = _literal_at(language, source, at)
    if literal is None:
        return None
    if literal.escaping is Escaping.NONE:
        return _raw(text, literal, source)
    if literal.escaping is Escaping.QUOTES:
        return _escaped(text, {"\\", literal.closing, PAIRS.get(literal.closing, literal.closing)})
    return _with_escapes(text, literal, language, source)


def _raw(text: str, literal: Literal, source: str) -> str | None:
    if literal.is_heredoc:
        return _in_lines(text, literal, source)
    is_on_a_line = "\n" not in text or len(literal.closing) > 1
    return text if is_on_a_line and literal.closing[0] not in text and "\\" not in text else None


def _with_escapes(text: str, literal: Literal, language: str, source: str) -> str:
    signs = {"\\"} if literal.is_heredoc else {"\\", literal.closing[0], PAIRS.get(literal.closing, "\\")}
    written = _escaped(text, signs)
    if language == "python" and "f" in letters_before(literal.opening):
        return _in_lines(written.replace("{", "{{").replace("}", "}}"), literal, source)
    return _in_lines(_CODE[language].sub(lambda sign: f"\\{sign.group()}", written), literal, source)


def _escaped(text: str, signs: set[str]) -> str:
    return "".join(f"\\{sign}" if sign in signs else sign for sign in text)


def _in_lines(text: str, literal: Literal, source: str) -> str:
    """The text with its line ends as the literal has them: of their own, or as escapes."""
    if not literal.is_heredoc and len(literal.closing) < 3:
        return text.replace("\n", "\\n")
    first = _LINE_END.search(source)
    return text.replace("\n", (first.group() if first else "\n") + " " * literal.indent)


@lru_cache(maxsize=1)
def _literals(language: str, source: str) -> tuple[Literal, ...]:
    tree = Tree(language, source)
    found = (literal_of(tree, node) for node in tree.nodes() if node.type in LITERALS)
    return tuple(literal for literal in found if literal is not None)


def _literal_at(language: str, source: str, at: int) -> Literal | None:
    """The innermost literal whose words stand at an offset."""
    holding = [literal for literal in _literals(language, source) if literal.start <= at <= literal.end]
    return min(holding, key=lambda literal: literal.end - literal.start, default=None)
