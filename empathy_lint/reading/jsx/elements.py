"""Elements of JSX as tags of a page: those of mails by their names, those of the file by what they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.jsx import functions
from empathy_lint.reading.jsx.markdown import as_page
from empathy_lint.reading.jsx.names import (
    BEHIND,
    BUTTON,
    NOTHING,
    SPAN,
    UNSEEN,
    VOID,
    Shown,
    is_block,
    is_library,
    is_read_as_words,
    shown_as,
    shown_property,
    words_of_name,
)
from empathy_lint.reading.jsx.parts import Kind, Part, fills_blocks, in_braces, says_words, settled
from empathy_lint.reading.jsx.scopes import Bound, Scope, function_in, unwrapped
from empathy_lint.reading.jsx.strings import STRINGS, string_parts, text_part

if TYPE_CHECKING:
    from tree_sitter import Node

    from empathy_lint.reading.jsx.composing import Page


_HELD: Final = frozenset({"jsx_element", "jsx_self_closing_element", "jsx_expression", "ERROR"})
_HIDDEN: Final = re.compile(r"display\s*:\s*['\"]none|visibility\s*:\s*['\"]hidden")
_CODE_AGAIN: Final = re.compile(r"(?:\A|\n|(?<=>))\s*[)\]};]")
_QUOTES: Final = re.compile(r"[\"<>]")


def compose_element(page: Page, node: Node, scope: Scope, *, is_in_line: bool = False) -> list[Part]:
    """An element with what it holds; `is_in_line` says that words stand beside it."""
    opening = _opening(node)
    name = page.tree.code(opening.child_by_field_name("name"))
    if name.rpartition(".")[2] in UNSEEN:
        return []
    bound = scope.find(name) if name[:1].isupper() else None
    function = function_in(bound.node) if bound is not None else None
    if bound is not None and function is not None and function.id not in page.active and page.may_look_up():
        page.put_in.add(name)
        inner = functions.compose_function(page, function, bound.scope or scope, _given(page, node, scope))
        if says_words(inner):
            if fills_blocks(inner):
                return inner
            start, end = page.tree.start(node), page.tree.end(node)
            otherwise = tuple(_as_written(page, node, name, scope, is_in_line=is_in_line))
            return [Part(Kind.ASIDE, "", start, end, tuple(inner), otherwise)]
    return _as_written(page, node, name, scope, is_in_line=is_in_line)


def compose_held(page: Page, node: Node, scope: Scope) -> list[Part]:
    """What an element holds: texts, elements, expressions."""
    rows = list(_rows(page, node))
    is_in_line = any(part.says_something for row in rows if isinstance(row, list) for part in row)
    parts: list[Part] = []
    for row in rows:
        if isinstance(row, list):
            parts += row
        elif row.type in ("jsx_element", "jsx_self_closing_element"):
            parts += page.compose_element(row, scope, is_in_line=is_in_line)
        else:
            parts += in_braces(page.compose(row, scope), page.tree.start(row), page.tree.end(row))
    return parts


def compose_broken(page: Page, node: Node, scope: Scope) -> list[Part]:
    """What can be told of elements that are not closed: their tags, their texts up to what looks like code again."""
    parts: list[Part] = []
    for child in node.named_children if any(each.type == "jsx_opening_element" for each in node.named_children) else ():
        start, end = page.tree.start(child), page.tree.end(child)
        if child.type in ("jsx_opening_element", "jsx_closing_element"):
            shown = shown_as(page.tree.code(child.child_by_field_name("name")), "", is_in_line=False)
            kind = Kind.BLOCK if is_block(shown) else Kind.INLINE
            slash = "" if child.type == "jsx_opening_element" else "/"
            parts += [Part(kind, f"<{slash}{shown.tag}>", start, end)] if shown.tag else []
        elif child.type == "jsx_text":
            code = _CODE_AGAIN.search(page.tree.text, start, end)
            parts += text_part(page.tree.text, start, code.start() if code else end)
        elif child.type in ("jsx_element", "jsx_self_closing_element", "jsx_expression"):
            parts += in_braces(page.compose(child, scope), start, end)
    return parts


def _rows(page: Page, node: Node) -> Iterator[list[Part] | Node]:
    """The children of an element; a text is all that stands between two others."""
    if node.type != "jsx_element":
        return
    opening, closing = node.child_by_field_name("open_tag"), node.child_by_field_name("close_tag")
    text, at = page.tree.text, page.tree.end(opening or node.children[0])
    for child in node.named_children:
        if child in (opening, closing) or child.type not in _HELD:
            continue
        start = page.tree.start(child)
        yield text_part(text, at, max(at, start))
        if child.type != "ERROR":
            yield child
        at = max(at, page.tree.end(child))
    end = page.tree.start(closing) if closing is not None else page.tree.end(node)
    yield text_part(text, at, max(at, end))


def _as_written(page: Page, node: Node, name: str, scope: Scope, *, is_in_line: bool) -> list[Part]:
    """An element as its name, its properties and what it holds tell."""
    opening = _opening(node)
    attributes = dict(_attributes(page, opening))
    style = _name_of_style(page, attributes.get("style"))
    shown = shown_as(name, style, is_in_line=is_in_line) if name else NOTHING
    before, behind = _properties(page, name, shown, attributes, scope)
    held = compose_held(page, node, scope)
    if name.rpartition(".")[2] == "Markdown":
        held = as_page(settled(held))
    if node.type == "jsx_self_closing_element" and not (before or behind) and shown == SPAN and name[:1].isupper():
        return [page.value(opening)] if is_in_line else []
    if not shown.tag:
        return [*before, *held, *behind]
    kind = Kind.BLOCK if is_block(shown) else Kind.INLINE
    if shown.tag in VOID or shown.tag == "mj-image":
        return [*before, *_void(page, node, shown, kind, attributes, scope), *behind]
    tag = f"<{shown.tag}{shown.attributes}{_written_attributes(page, attributes, style, scope)}>"
    end = page.tree.end(node)
    opened = Part(kind, tag, page.tree.start(opening), page.tree.end(opening))
    return [opened, *before, *held, *behind, Part(kind, f"</{shown.tag}>", end, end)]


def _void(
    page: Page, node: Node, shown: Shown, kind: Kind, attributes: dict[str, Node | None], scope: Scope
) -> list[Part]:
    start, end = page.tree.start(node), page.tree.end(node)
    said = [part for part in _said(page, attributes.get("alt"), scope) if part.kind is not Kind.LOGIC]
    if shown.tag not in ("img", "mj-image") or not said:
        return [Part(kind, f"<{shown.tag}>", start, end)]
    alternative = [replace(part, kind=Kind.INLINE) for part in settled(said)]
    return [Part(kind, '<img alt="', start, start), *alternative, Part(kind, '">', end, end)]


def _given(page: Page, node: Node, scope: Scope) -> Bound:
    """The properties that a component of the file is given."""
    rows = {name: Bound(value, scope) for name, value in _attributes(page, _opening(node)) if value is not None}
    if node.type == "jsx_element":
        rows["children"] = Bound(node, scope, is_held=True)
    return Bound(properties=rows)


def _opening(node: Node) -> Node:
    return (node.child_by_field_name("open_tag") or node.children[0]) if node.type == "jsx_element" else node


def _attributes(page: Page, opening: Node) -> Iterator[tuple[str, Node | None]]:
    """The properties of an element by name, and the expression that each is."""
    for row in opening.named_children:
        if row.type != "jsx_attribute" or not row.named_children:
            continue
        value = row.named_children[1] if len(row.named_children) > 1 else None
        if value is not None and value.type == "jsx_expression":
            value = value.named_children[0] if value.named_children else None
        yield page.tree.code(row.named_children[0]), value


def _properties(
    page: Page, name: str, shown: Shown, attributes: dict[str, Node | None], scope: Scope
) -> tuple[list[Part], list[Part]]:
    """What a sender's own component shows of its properties: before what it holds, and behind."""
    before: list[Part] = []
    behind: list[Part] = []
    if "dangerouslySetInnerHTML" in attributes:
        before += _raw_page(page, attributes["dangerouslySetInnerHTML"], scope)
    if not name.rpartition(".")[2][:1].isupper() or is_library(name.rpartition(".")[2]):
        return before, behind
    for key, value in attributes.items():
        if value is None:
            continue
        as_element = shown_property(key)
        parts = page.compose(value, scope) if as_element or _holds_elements(value) else []
        if not parts or (not any(part.kind is Kind.BLOCK for part in parts) and not _is_for_readers(key, parts, shown)):
            continue
        target = behind if as_element in BEHIND and shown != BUTTON else before
        target += _wrapped(page, parts, value, shown, as_element)
    return before, behind


def _is_for_readers(key: str, parts: Sequence[Part], shown: Shown) -> bool:
    words = "".join(part.text for part in settled(parts) if part.kind is Kind.WORDS)
    return is_read_as_words("button" if shown == BUTTON else key, words)


def _wrapped(page: Page, parts: list[Part], value: Node, shown: Shown, as_element: Shown | None) -> list[Part]:
    """A property's words as the element that it becomes; the label of a button is the button's."""
    if shown == BUTTON or as_element is None or any(part.kind is Kind.BLOCK for part in parts):
        return parts
    start, end = page.tree.start(value), page.tree.end(value)
    opened = Part(Kind.BLOCK, f"<{as_element.tag}{as_element.attributes}>", start, start)
    return [opened, *parts, Part(Kind.BLOCK, f"</{as_element.tag}>", end, end)]


def _holds_elements(value: Node) -> bool:
    inner = unwrapped(value)
    return inner is not None and inner.type in ("jsx_element", "jsx_self_closing_element")


def _raw_page(page: Page, value: Node | None, scope: Scope) -> list[Part]:
    """`{ __html: "…" }`: a page in a string."""
    pairs = value.named_children if value is not None and value.type == "object" else []
    for pair in pairs:
        bound = page.names.resolve(pair.child_by_field_name("value"), scope)
        if bound is not None and bound.node is not None and bound.node.type in STRINGS:
            read = partial(page.in_string, scope=bound.scope or scope)
            parts = list(string_parts(page.tree, bound.node, read, is_page=True))
            edge = [Part(Kind.BLOCK, "<div>", parts[0].start, parts[0].start)] if parts else []
            return [*edge, *parts, *(replace(each, text="</div>") for each in edge)]
    return []


def _said(page: Page, value: Node | None, scope: Scope) -> list[Part]:
    return page.compose(value, scope) if value is not None else []


def _written_attributes(page: Page, attributes: dict[str, Node | None], style: str, scope: Scope) -> str:
    """What the reader of the page goes by: where a link leads, what an element is called, whether it is seen."""
    written = ""
    target = attributes.get("href") or attributes.get("to")
    if target is not None:
        code = "".join(part.text for part in settled(page.compose(target, scope)) if part.kind is not Kind.LOGIC)
        written += f' href="{_QUOTES.sub("", code or page.value(target).text)}"'
    names = " ".join(filter(None, (_plain(page, attributes.get("className")), "-".join(words_of_name(style)))))
    if names:
        written += f' class="{_QUOTES.sub("", names)}"'
    if attributes.get("style") is not None and _HIDDEN.search(page.tree.code(attributes["style"])):
        written += ' style="display:none"'
    return written


def _plain(page: Page, value: Node | None) -> str:
    return page.tree.code(value)[1:-1] if value is not None and value.type == "string" else ""


def _name_of_style(page: Page, value: Node | None) -> str:
    """`footer` of `style={footer}`, `style={styles.footer}` and `style={{ ...footer, color: "#999" }}`."""
    if value is not None and value.type == "object":
        spread = next((row for row in value.named_children if row.type == "spread_element"), None)
        value = spread.named_children[0] if spread is not None and spread.named_children else None
    known = value is not None and value.type in ("identifier", "member_expression")
    return page.tree.code(value).rpartition(".")[2] if known else ""
