"""The branches of a template: where they stand, and the condition that each of their arms is sent on.

Works on the tokens of any dialect: `if` and its kin, `case` and `switch`, loops with an `else`, sections of Mustache,
the two numbers of a translation, and one string or another inside code. Blocks that nothing closes are no branches.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from empathy_lint.reading import message_format
from empathy_lint.reading.conditions import AnyOf, Condition, Test, equals, negated, parse
from empathy_lint.reading.message import Source
from empathy_lint.reading.template_languages.blade import block_word
from empathy_lint.reading.template_syntax import TRANSLATING_WORDS, Token, TokenKind
from empathy_lint.reading.thymeleaf.text_elements import said_by


@dataclass(frozen=True, slots=True)
class Arm:
    """The content source[start:end], sent where `condition` holds and no arm before was sent; None: in all others."""

    condition: Condition | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Branch:
    """Template code source[start:end] of which at most one arm is sent.

    `within` is the arm it stands in: the number of a branch before it in the list, and the number of that branch's arm.
    """

    start: int
    end: int
    arms: tuple[Arm, ...]
    within: tuple[int, int] | None = None


class _Kind(Enum):
    CONDITION = "condition"
    CASE = "case"
    LOOP = "loop"
    PLURAL = "plural"
    CHOICE = "choice"  # strings inside code
    SECTION = "section"  # of Mustache: a condition or a list
    OTHER = "other"


_LEAD: Final = re.compile(r"(?:\{\{\{?|\{%|<%=?|<\?php|<\?=|</?#|</?@|\*\||\{|@|%)[-~+\s]*([#^/]?)\s*")
_TAILS: Final = ("}}}", "}}", "%}", "%>", "?>", "|*", ">", "}")
_ANGLED: Final = ("<#", "</#", "<@", "</@")
_CONDITIONS: Final = frozenset("if unless ifequal ifnotequal isset auth guest ifnot".split())
# Blade's directives that ask the application, by name and arguments.
_ASKED: Final = frozenset("can cannot canany env production error session hassection sectionmissing".split())
_CASES: Final = frozenset({"case", "switch"})
_LOOPS: Final = frozenset("for foreach forelse each range while list tablerow with".split())
_HELPER: Final = re.compile(r"(?:if|unless)[A-Z_]\w*")  # {{#ifEquals a b}}, {{#unless_eq a b}}
_ELSE_IF: Final = re.compile(
    r"(?:else\s*if|elseif|elsif|elif)\b(.*)|else(?=(?:can|cannot|canany|auth|guest)\b)(.*)", re.DOTALL | re.I
)
_ELSE: Final = re.compile(r"(?:else|foreachelse|default|\^)(?=\W|$)", re.I)
_COMMA: Final = re.compile(r"\s*(?:,|\bor\b|\|\|)\s*")
_OF_LOOP: Final = re.compile(r"\bin\s+(.+)|^\(?\s*(.+?)\s+as\b", re.DOTALL)
_IF_ELSE: Final = re.compile(r"\bif\b(.+?)(?:\belse\b|-?%>|\}\}|$)", re.DOTALL)
_QUESTION: Final = re.compile(r"[{(=%-]\s*([^{}()?]+?)\s*\?\s*\S*$", re.DOTALL)
_THYMELEAF: Final = re.compile(r"([^?]*[$*]\{[^?]*?)\?\s*\S*$", re.DOTALL)  # ${late} ? 'Pay now.'
_BRACES: Final = re.compile(r"[$*]\{|\}")
_PLURAL_CALL: Final = re.compile(r"\b\w*n\w*(?:gettext)?\s*\(\s*[rbuf]?[\"']*$|trans_choice", re.I)
_SECTION_TAG: Final = re.compile(r"\{\{[#^/!]")
_BLOCK_OUTPUT: Final = re.compile(r"\bdo(?:\s*\|[^|]{0,60}\|)?\s*-?%>$")
_LOOKED_AT: Final = 200  # characters of code before a string that are searched for what decides
_ONE: Final = Test("number", "==", "one")


@dataclass
class _Frame:
    """A block that is open."""

    word: str
    kind: _Kind
    start: int
    within: tuple[int, int] | None
    subject: str = ""
    marks: list[tuple[Condition | None, int]] = field(default_factory=list)  # of each arm: condition, content start
    ends: list[int] = field(default_factory=list)
    end: int = -1  # where the block is closed
    arms: tuple[Arm, ...] = ()


def find_branches(source: Source, tokens: Sequence[Token]) -> list[Branch]:
    """The branches of a source in the order of their beginnings."""
    finder = _Finder(source)
    for token in tokens:
        if token.kind is TokenKind.STATEMENT:
            finder.take(token)
        elif source.text.startswith("<%", token.start) and _BLOCK_OUTPUT.search(source.text, token.start, token.end):
            finder.open("", _Kind.OTHER, token)
    return _survivors(source, finder.frames)


def _survivors(source: Source, frames: Sequence[_Frame]) -> list[Branch]:
    """Branches for the frames that were closed and are a choice, each within the nearest such."""
    inverted = {frame.word for frame in frames if frame.kind is _Kind.CONDITION and frame.subject == "^"}
    numbers: list[int | None] = []
    around: list[tuple[int, int] | None] = []  # of each frame: the arm of a branch that it stands in
    branches: list[Branch] = []
    for frame in frames:
        within = None
        if frame.within is not None:
            outer, arm = frame.within
            number = numbers[outer]
            within = around[outer] if number is None else (number, arm)
        around.append(within)
        if frame.end >= 0 and _is_choice(source.text, frame, inverted):
            numbers.append(len(branches))
            branches.append(Branch(frame.start, frame.end, frame.arms, within))
        else:
            numbers.append(None)
    return branches


def _is_choice(text: str, frame: _Frame, inverted: set[str]) -> bool:
    if frame.kind in (_Kind.CONDITION, _Kind.CASE):
        return bool(frame.arms)
    if frame.kind is _Kind.SECTION and len(frame.arms) == 1:
        # A section that prints values is a list or a scope, unless the template says what is sent without it.
        return frame.word in inverted or "{{" not in _SECTION_TAG.sub("", text[frame.arms[0].start : frame.arms[0].end])
    return len(frame.arms) > 1 or (frame.kind is _Kind.CHOICE and frame.arms[0].condition is not None)


class _Finder:
    """Follows the blocks that open and close."""

    def __init__(self, source: Source) -> None:
        self._source, self._text = source, source.text
        self.frames: list[_Frame] = []
        self._open: list[int] = []
        self._deepest = source.options.limits.blocks

    def take(self, token: Token) -> None:
        """Open a block, go on to its next arm, or close it."""
        word = token.word.lower()
        written = self._text[token.start : token.end]
        if written.startswith("((") or (token.closing and written == "))"):
            self._take_conditional_text(token, written)
            return
        sign, code = ("", token.text) if token.text else _code(written)
        top = self.frames[self._open[-1]] if self._open else None
        if written.startswith(("<%", "<?")) and code.startswith("}"):
            rest = code.lstrip("}) ")
            if _ELSE.match(rest):
                self._next_arm(token, self._else_condition(rest))
            else:
                self._close(token, "")
        elif (token.word == "" and token.opening) or (top is not None and top.kind is _Kind.CHOICE):
            self._take_string(token, top)
        elif token.closing:
            self._close(token, word)
        elif top is not None and self._is_next_arm(top, word, code):
            self._next_arm(token, self._arm_condition(top, word, code))
        else:
            self._take_opener(token, word, sign, code)

    def open(self, word: str, kind: _Kind, token: Token, condition: Condition | None = None, subject: str = "") -> None:
        """Begin a block; a case has no arm before its first `when`."""
        if len(self._open) >= self._deepest:
            kind = _Kind.OTHER
        within = None
        if self._open:
            outer = self._open[-1]
            within = (outer, max(0, len(self.frames[outer].marks) - 1))
        frame = _Frame(word, kind, token.start, within, subject)
        if kind is not _Kind.CASE:
            frame.marks.append((condition, token.end))
        self._open.append(len(self.frames))
        self.frames.append(frame)

    def _take_opener(self, token: Token, word: str, sign: str, code: str) -> None:
        after, written = code[len(word) :], self._text[token.start : token.end]
        if not _is_left_open(written[:2], code):
            return
        if word == "empty" and code.lower().startswith(("empty(", "empty (")):
            self.open(word, _Kind.CONDITION, token, negated(parse(after)))
        elif sign == "^":
            self.open(word, _Kind.CONDITION, token, negated(parse(code)), sign)
        elif word in _CONDITIONS or (sign == "#" and _HELPER.fullmatch(token.word)):
            self.open(word, _Kind.CONDITION, token, _opening_condition(word, after))
        elif word in _ASKED and written.startswith("@") and token.opening:
            self.open(block_word(token.word), _Kind.CONDITION, token, _asked(code))
        elif word in _CASES:
            self.open(word, _Kind.CASE, token, subject=after.strip().rstrip("{:").strip())
        elif word in _LOOPS:
            over = _OF_LOOP.search(after)
            self.open(word, _Kind.LOOP, token, parse((over[1] or over[2]) if over else after))
        elif word in TRANSLATING_WORDS and token.opening:
            self.open(word, _Kind.PLURAL, token, _ONE)
        elif sign == "#" and token.opening:
            bare = code == token.word
            self.open(word, _Kind.SECTION if bare else _Kind.OTHER, token, parse(code))
        elif token.opening and word not in ("else", "default", "empty"):
            self.open(word, _Kind.OTHER, token, parse(code))

    def _is_next_arm(self, top: _Frame, word: str, code: str) -> bool:
        if top.kind is _Kind.CASE:
            return word in ("when", "case", "default") or _ELSE.match(code) is not None
        if word == "empty":
            return top.kind is _Kind.LOOP and not code.lower().startswith(("empty(", "empty ("))
        if word in ("plural", "pluralize"):
            return top.kind is _Kind.PLURAL
        return word == "^" or _ELSE_IF.match(code) is not None or (_ELSE.match(code) is not None and word != "default")

    def _arm_condition(self, top: _Frame, word: str, code: str) -> Condition | None:
        if top.kind is _Kind.CASE and word in ("when", "case"):
            values = code[len(word) :].strip().rstrip(":").strip()
            if not top.subject:
                return parse(values)
            if values.startswith("(") and values.endswith(")"):
                values = values[1:-1]
            parts = tuple(equals(top.subject, value) for value in _COMMA.split(values))
            return parts[0] if len(parts) == 1 else AnyOf(parts)
        return self._else_condition(code)

    def _else_condition(self, code: str) -> Condition | None:
        chained = _ELSE_IF.match(code)
        if chained is None:
            return None
        return parse(chained[1]) if chained[1] is not None else _asked(chained[2])

    def _next_arm(self, token: Token, condition: Condition | None) -> None:
        if not self._open:
            return
        frame = self.frames[self._open[-1]]
        if frame.marks:
            frame.ends.append(token.start)
        frame.marks.append((condition, token.end))

    def _close(self, token: Token, word: str) -> None:
        """Close the innermost block of that name; blocks that were left open inside it are given up."""
        if word not in ("", "end"):
            if word not in [self.frames[number].word for number in self._open[-self._deepest :]]:
                return
            while self.frames[self._open[-1]].word != word:
                self._open.pop()
        if self._open:
            self._finish(self.frames[self._open.pop()], token)

    def _finish(self, frame: _Frame, token: Token) -> None:
        frame.ends.append(token.start)
        frame.end = token.end
        frame.arms = tuple(
            Arm(condition, start, end) for (condition, start), end in zip(frame.marks, frame.ends, strict=False)
        )

    def _take_conditional_text(self, token: Token, written: str) -> None:
        """Notify's ((late??Please call.))"""
        if token.closing:
            self._close(token, "if")
        else:
            self.open("if", _Kind.CONDITION, token, parse(written[2:-2]))

    def _take_string(self, token: Token, top: _Frame | None) -> None:
        """One string inside code, or one of several: `"s" if many`, `_("A") if late else _("B")`, `ngettext(…)`."""
        if token.opening:
            self.open("", _Kind.CHOICE, token)
        elif top is None or top.kind is not _Kind.CHOICE:
            return
        elif token.closing:
            if len(top.marks) == 1 and (only := _IF_ELSE.search(self._text, token.start, token.end)):
                top.marks[0] = (parse(only[1]), top.marks[0][1])
            self._close(token, "")
        elif token.word == "else":
            top.marks[-1] = (self._choice(top, token), top.marks[-1][1])
            self._next_arm(token, None)

    def _choice(self, frame: _Frame, other: Token) -> Condition:
        """What decides between a string and the next, where the code before or between them tells."""
        start = frame.marks[-1][1]
        before = self._text[max(frame.ends[-1] if frame.ends else frame.start, start - _LOOKED_AT) : start]
        if not frame.ends and _PLURAL_CALL.search(before):
            return _ONE
        found = _IF_ELSE.search(self._text, other.start, other.end)
        in_value = None if frame.ends else _THYMELEAF.match(before)
        if in_value:
            return parse(_BRACES.sub("", in_value[1]))
        asked = _QUESTION.search(before)
        named, selected = message_format.CHOICE.match(self._text, frame.start), message_format.SELECTOR.search(before)
        if named and selected:
            return equals(named[1], selected[1].lstrip("="))
        if found or asked:
            return parse((found or asked)[1])  # type: ignore[index]
        return Test(f"wording {len(frame.marks)} on line {self._source.position(start).line}")


def _code(written: str) -> tuple[str, str]:
    """The sign before the first word ("#", "^", "/") and the code without delimiters."""
    if written.startswith("[#"):
        return "", said_by(written)
    lead = _LEAD.match(written)
    start = lead.end() if lead else 0
    code = written[start:]
    if lead and lead.group()[:1] not in "@%":
        tails = (">",) if written.startswith(_ANGLED) else _TAILS
        tail = next((each for each in tails if code.endswith(each)), "")
        code = code.removesuffix(tail).rstrip("-~+ \t\r\n")
    return (lead[1] if lead else ""), code.strip()


def _is_left_open(opener: str, code: str) -> bool:
    """Whether a statement needs another to end its block; in PHP and JavaScript, braces inside one tag may."""
    if opener == "<?":
        return code.rstrip().endswith((":", "{"))
    return opener != "<%" or not re.search(r"(?:\}|\bend)\s*$", code)


def _asked(code: str) -> Condition:
    """What `@can('pay')`, `@cannot('pay')` and their like ask."""
    word = code.partition("(")[0].strip().lower()
    if word in ("auth", "guest"):
        return _opening_condition(word, "")
    return negated(parse(code.replace("cannot", "can", 1))) if word == "cannot" else parse(code)


def _opening_condition(word: str, after: str) -> Condition:
    if word in ("auth", "guest"):
        return parse("signed in") if word == "auth" else negated(parse("signed in"))
    if word in ("ifequal", "ifnotequal"):
        left, _, right = after.strip().partition(" ")
        return equals(left, right) if word == "ifequal" else negated(equals(left, right))
    condition = parse(after)
    return negated(condition) if word.startswith("unless") or word == "ifnot" else condition
