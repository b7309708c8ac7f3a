"""The texts of a mailer's code: parts of mails, texts under a name, and texts that are only translated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from empathy_lint.reading.catalogues.texts import PARTS, plain_name
from empathy_lint.reading.code.calls import Call, call_of, last_name
from empathy_lint.reading.code.expressions import Words, is_translation, words_of
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.code.wording import BUILDERS, OTHER_NAMES, SAYS_MESSAGE, SENDERS

if TYPE_CHECKING:
    from tree_sitter import Node

_ASSIGNMENTS: Final = frozenset(
    {
        "assignment",
        "augmented_assignment",
        "operator_assignment",
        "assignment_expression",
        "augmented_assignment_expression",
        "property_element",
        "const_element",
    }
)
_PAIRS: Final = frozenset({"pair", "array_element_initializer"})
_TABLES: Final = frozenset({"dictionary", "hash", "array_creation_expression"})
# A variable of such a name holds a part of a message; a title may be that of anything.
_ASSIGNED: Final = frozenset(
    "subject subject_line email_subject preheader preview_text greeting salutation intro introduction opening body"
    " message content text html sms line closing outro body_html body_text html_body text_body html_content"
    " text_content".split()
)


@dataclass(frozen=True)
class Part:
    """A text of the code: the part of a message that it is (`subject`, `body` …; nothing for one that is only
    translated), and the name it is assigned to, where it is.

    `call` is the call that it is given to, by the place of it; parts of one call belong together.
    """

    name: str
    words: Words
    node: Node
    assigned: str = ""
    call: int | None = None


def find_parts(tree: Tree) -> list[Part]:
    """All texts that a recipient may read, each once, in the order of the source."""
    found: list[Part] = []
    read: set[tuple[int, int]] = set()  # what a part covers is not read again
    waiting = [tree.root]
    while waiting:
        node = waiting.pop()
        if (node.start_byte, node.end_byte) in read:
            continue
        parts = [part for part in _parts_at(tree, node) if part.words.is_written]
        read |= {(part.node.start_byte, part.node.end_byte) for part in parts}
        found += parts
        if all(part.node != node for part in parts):
            waiting += reversed(node.named_children)
    return sorted(found, key=lambda part: part.node.start_byte)


def _parts_at(tree: Tree, node: Node) -> Iterator[Part]:
    if node.type in _ASSIGNMENTS:
        yield from _assigned(tree, node)
    elif node.type in _PAIRS:
        yield from _paired(tree, node)
    else:
        call = call_of(tree, node)
        if call is not None:
            yield from _given(tree, call, node)


def _assigned(tree: Tree, node: Node) -> Iterator[Part]:
    """`subject = "…"`, `$mail->Subject = '…'`, `OVERDUE_SUBJECT = "…"`."""
    left = node.child_by_field_name("left") or node.child_by_field_name("name") or node.named_children[0]
    right = node.child_by_field_name("right") or node.child_by_field_name("default_value") or node.named_children[-1]
    name = last_name(tree.code(left))
    part = part_named(name)
    if part in _ASSIGNED and right != left:
        yield Part(part, words_of(tree, right), right, name)


def _paired(tree: Tree, node: Node) -> Iterator[Part]:
    """`"subject": "…"` in a table that has a subject."""
    key, value = _key_and_value(node)
    part = part_named(last_name(tree.code(key))) if key is not None else ""
    table = node.parent
    if not part or value is None or table is None or table.type not in _TABLES:
        return
    names = {part_named(last_name(tree.code(_key_and_value(row)[0]))) for row in table.named_children}
    if "subject" in names:
        yield Part(part, words_of(tree, value), value, call=table.start_byte)


def _key_and_value(node: Node) -> tuple[Node | None, Node | None]:
    if node.type not in _PAIRS:
        return None, None
    rows = node.named_children
    return (rows[0], rows[-1]) if len(rows) > 1 else (None, None)


def _given(tree: Tree, call: Call, node: Node) -> Iterator[Part]:
    """What a call is given to say: by its method, by the names of its arguments, or to be translated."""
    said = [(name, words_of(tree, argument), argument) for name, argument in _arguments_that_speak(tree, call)]
    rows = [row for row in said if row[1].is_written]
    for name, words, argument in rows:
        yield Part(name, words, argument, call=node.start_byte if len(rows) > 1 else None)
    if not rows and is_translation(call):
        yield Part("", words_of(tree, node), node)


def _arguments_that_speak(tree: Tree, call: Call) -> list[tuple[str, Node]]:
    names: tuple[str, ...] = ()
    if call.on is None or (tree.language == "python" and call.name in SENDERS):
        names = SENDERS.get(call.name, ())
    elif tree.language != "ruby" and not call.receiver.endswith("$this"):
        names = BUILDERS.get(call.name, ())  # `$this->line()` writes to the terminal
    rows = [(name, argument) for name, argument in zip(names, call.positional, strict=False) if name]
    if names or SAYS_MESSAGE.search(f"{call.receiver[-80:]}.{call.name}"):
        named = ((part_named(name), argument) for name, argument in call.named.items())
        rows += [(name, argument) for name, argument in named if name]
    return rows


def part_named(name: str) -> str:
    """The part of a message that a name stands for, by its last words; nothing where it stands for none."""
    words = plain_name(name).split("_")
    for count in (3, 2, 1):
        ending = "_".join(words[-count:])
        if len(words) >= count and (ending in PARTS or ending in OTHER_NAMES):
            return OTHER_NAMES.get(ending, ending)
    return ""
