"""String literals, attributes and texts of JSX as parts of a page: escapes decoded, and no sign taken for HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.jsx.parts import Kind, Part, in_braces

if TYPE_CHECKING:
    from tree_sitter import Node

STRINGS: Final = frozenset({"string", "template_string"})
_NAMED: Final = {"n": "\n", "t": "\t", "r": "\r", "v": " ", "f": " ", "b": "", "0": ""}
_NUMBER: Final = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))\Z")
_PAIR: Final = re.compile(r"(?:\\u[dD][89abAB][0-9A-Fa-f]{2}(?=\\u[dD][c-fC-F]))")
_SIGN: Final = re.compile(r"[&<>\"]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SIGN_OF_ATTRIBUTE: Final = re.compile(r"[<>\"]")
_NOTHING: Final = re.compile(r"(?!)")
_SPACES: Final = " \t\r\n"
_LINE_END: Final = re.compile(r"[\r\n]")
_LAST_CHARACTER: Final = 0x10FFFF


def string_parts(
    tree: Tree, node: Node, value: Callable[[Node], list[Part]], *, in_attribute: bool = False, is_page: bool = False
) -> Iterator[Part]:
    """What a literal says; `value` gives what is printed inside of a template literal. `is_page`: it holds HTML.

    A string that is an attribute has entities instead of escapes.
    """
    sign = _NOTHING if is_page else _SIGN_OF_ATTRIBUTE if in_attribute else _SIGN
    start, end = inner_span(tree, node)
    at, half = start, ""
    for child in node.named_children:
        begin, finish = tree.start(child), tree.end(child)
        if child.type in ("string_fragment", "html_character_reference") or begin < at:
            continue
        yield from words(tree.text, at, begin, sign)
        if child.type == "escape_sequence":
            said, half = _decoded(half + tree.code(child))
            yield from _decoded_part(said, begin, finish, sign)
        elif child.type == "template_substitution":
            yield from in_braces([part for each in child.named_children[:1] for part in value(each)], begin, finish)
        at = max(at, finish)
    yield from words(tree.text, at, end, sign)


def inner_span(tree: Tree, node: Node) -> tuple[int, int]:
    """Where the words of a literal stand, its quotes left out."""
    start, end = tree.start(node), tree.end(node)
    is_closed = len(node.children) > 1 and not node.children[-1].is_missing
    return min(start + 1, end), max(min(start + 1, end), end - 1 if is_closed else end)


def text_part(text: str, start: int, end: int) -> list[Part]:
    """A text between tags as JSX has it: lines are joined, and white space around them is none of it."""
    written = text[start:end]
    before = len(written) - len(written.lstrip(_SPACES))
    behind = len(written.rstrip(_SPACES))
    first = start + before if _LINE_END.search(written, 0, before) else start
    last = start + behind if _LINE_END.search(written, behind) else end
    return list(words(text, first, last, _NOTHING))


def words(text: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[Part]:
    """text[start:end] as it is, but for signs that HTML would take for its own."""
    at = start
    for match in sign.finditer(text, start, end):
        if match.start() > at:
            yield Part(Kind.WORDS, text[at : match.start()], at, match.start())
        yield Part(Kind.WORDS, _ENTITIES[match.group()], *match.span())
        at = match.end()
    if at < end:
        yield Part(Kind.WORDS, text[at:end], at, end)


def _decoded_part(said: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[Part]:
    if said:
        yield Part(Kind.WORDS, sign.sub(lambda match: _ENTITIES[match.group()], said), start, end)


def _decoded(escape: str) -> tuple[str, str]:
    """What an escape stands for; the first half of a character is kept for the second."""
    if _PAIR.fullmatch(escape + "\\uDC00", 0, len(escape)) or re.fullmatch(r"\\u[dD][89abAB][0-9A-Fa-f]{2}", escape):
        return "", escape
    if len(escape) == 12 and escape[6:8] == "\\u":
        return bytes.fromhex(escape[2:6] + escape[8:12]).decode("utf-16-be", "replace"), ""
    return _single(escape), ""


def _single(escape: str) -> str:
    if number := _NUMBER.match(escape):
        code = int(next(each for each in number.groups() if each), 16)
        return chr(code) if code <= _LAST_CHARACTER and not 0xD800 <= code < 0xE000 else "\ufffd"
    body = escape[1:]
    return "" if body[:1] in ("\n", "\r", "\u2028", "\u2029") else _NAMED.get(body, body)
