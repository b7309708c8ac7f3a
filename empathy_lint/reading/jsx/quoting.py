"""How words are written in JSX: between tags, in an attribute, in a string or a template literal."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.jsx.strings import STRINGS, inner_span

if TYPE_CHECKING:
    from tree_sitter import Node

_BRACE: Final = re.compile(r"[{}]")
_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_PAGE: Final = "__html"


def quoted(text: str, source: str, at: int) -> str:
    """HTML, with line feeds as line ends, as it has to be written at offset `at` of a file of JSX."""
    node = _string_at(source, at)
    if node is None:
        return _BRACE.sub(lambda sign: f"&#{ord(sign.group())};", text)
    quote = source[_tree(source).start(node)]
    if node.parent is not None and node.parent.type == "jsx_attribute":
        return text.replace(quote, "&quot;" if quote == '"' else "&#39;")
    said = text if _is_page(node) else html.unescape(text)
    if quote == "`":
        return said.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return "".join(f"\\{sign}" if sign == quote else _ESCAPES.get(sign, sign) for sign in said)


def _is_page(node: Node) -> bool:
    pair = node.parent
    key = pair.child_by_field_name("key") if pair is not None and pair.type == "pair" else None
    return key is not None and key.text is not None and key.text.decode() == _PAGE


@lru_cache(maxsize=1)
def _tree(source: str) -> Tree:
    return Tree("tsx", source)


@lru_cache(maxsize=1)
def _strings(source: str) -> tuple[tuple[int, int, Node], ...]:
    tree = _tree(source)
    return tuple((*inner_span(tree, node), node) for node in tree.nodes() if node.type in STRINGS)


def _string_at(source: str, at: int) -> Node | None:
    """The innermost literal whose words stand at an offset."""
    holding = [row for row in _strings(source) if row[0] <= at <= row[1]]
    return min(holding, key=lambda row: row[1] - row[0])[2] if holding else None
