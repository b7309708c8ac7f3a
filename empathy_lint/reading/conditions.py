"""What a condition of a template asks, whatever language it is written in, so that equal questions get equal answers.

Only what decides whether two conditions can hold together is understood: `and`, `or`, `not`, comparisons with a written
value, and the many ways to ask whether something is there. Anything else is one question, known by its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import ge, gt, le, lt
from typing import Final

Value = str | float | bool | None


class Other(str):
    """A value that is none of those the template names: it is there, and equal to nothing."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return hash("other value")


OTHER: Final = Other("other")


@dataclass(frozen=True, slots=True)
class Test:
    """One question about a subject: is it there (`relation` ""), or how does it compare with a written value."""

    __test__ = False  # a question, not a test case

    subject: str
    relation: str = ""
    value: str | float | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where `of` does not."""

    of: Condition


@dataclass(frozen=True, slots=True)
class All:
    """Holds where every part does."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds where some part does."""

    of: tuple[Condition, ...]


Condition = Test | Not | All | AnyOf

_LONGEST: Final = 300  # characters; a longer condition is one question
_DEEPEST: Final = 20  # parentheses within each other
_SHOWN: Final = 60  # characters of a condition in a report
_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<sign>===|!==|==|!=|<>|>=|<=|&&|\|\||[=<>!()])"""
    r"""|(?P<word>[^\s"'=<>!()&|]+|[&|]|\S))"""
)
_SIGNS: Final = {
    **dict.fromkeys(("==", "===", "=", "eq", "is"), "=="),
    **dict.fromkeys(("!=", "!==", "<>", "ne", "neq"), "!="),
    "isequal": "==",
    "gt": ">",
    "gte": ">=",
    "ge": ">=",
    "lt": "<",
    "lte": "<=",
    "le": "<=",
    **{sign: sign for sign in (">", ">=", "<", "<=")},
}
_COMPARE: Final[Mapping[str, Callable[[float, float], bool]]] = {">": gt, ">=": ge, "<": lt, "<=": le}
_OPPOSITE: Final = {">=": "<", "<=": ">", "!=": "=="}
_NEGATED: Final = {"==": "is not", ">": "<=", ">=": "<", "<": ">=", "<=": ">"}
_ABSENT: Final = frozenset({"nil", "null", "none", "blank", "empty", "undefined", '""', "''"})
_FALSE, _TRUE = frozenset({"false", "no"}), frozenset({"true", "yes"})
_THERE: Final = re.compile(
    r"(?:isset|defined|has|present|not_empty|bool)\((?P<inside>.+)\)|(?:defined\?)\((?P<asked>.+)\)"
    r"|(?P<before>.+?)(?:\.(?:present|any|exists)\?|\?\?|\?has_content"
    r"|\s*\|\s*default\((?:none|false|''|\"\"|\[\])\))",
    re.I,
)
_MISSING: Final = re.compile(
    r"(?:empty|blank|is_null|isempty|not)\((?P<inside>.+)\)|(?P<before>.+?)\.(?:blank|nil|empty|none|zero)\?", re.I
)
_COUNT: Final = re.compile(
    r"(?:len|count|length|size)\((?P<inside>.+)\)|(?P<before>.+?)(?:\.(?:size|length|count)(?:\(\))?|\s*\|\s*(?:length|count|size))",
    re.I,
)
_PREFIXED: Final = re.compile(r"(eq|ne|gt|ge|gte|lt|le|lte|isequal|is)\s+(\S+)\s+(\"[^\"]*\"|'[^']*'|\S+)", re.I)
_QUOTED_SIGN: Final = re.compile(r"""(?<=\s)['"]([=!<>]=?=?)['"](?=\s)""")  # {{#ifCond stage '==' 'final'}}
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


def parse(code: str) -> Condition:
    """The condition that a template's words state."""
    code = _cleaned(code)
    if not code or len(code) > _LONGEST or code.count("(") > _DEEPEST:
        return Test(code or "a condition")
    prefixed = _PREFIXED.fullmatch(_unwrapped(code))
    if prefixed:
        return _compared(prefixed[2], prefixed[1].lower(), prefixed[3])
    try:
        return _Parser(code).condition()
    except _NotUnderstoodError:
        return Test(code)


def equals(subject: str, value: str) -> Condition:
    """The condition under which `case subject` goes the way of `when value`."""
    return _compared(_cleaned(subject), "==", value.strip())


def negated(condition: Condition) -> Condition:
    """The condition that holds where this one does not."""
    return condition.of if isinstance(condition, Not) else Not(condition)


def tests_of(condition: Condition) -> Iterator[Test]:
    """The questions that a condition is made of."""
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, Not):
        yield from tests_of(condition.of)
    else:
        for part in condition.of:
            yield from tests_of(part)


def holds(condition: Condition, values: Mapping[str, Value]) -> bool:
    """Whether a condition holds where each subject has its value."""
    if isinstance(condition, Not):
        return not holds(condition.of, values)
    if isinstance(condition, All):
        return all(holds(part, values) for part in condition.of)
    if isinstance(condition, AnyOf):
        return any(holds(part, values) for part in condition.of)
    value = values[condition.subject]
    if not condition.relation:
        return bool(value)
    if condition.relation == "==":
        return value == condition.value and not isinstance(value, bool)
    known = isinstance(value, float) and isinstance(condition.value, float)
    return known and _COMPARE[condition.relation](value, condition.value)  # type: ignore[arg-type]


def describe(condition: Condition) -> str:
    """A condition in words: `overdue and not plan`, `stage is final`, `days > 30`."""
    return _clipped(_described(condition))


def _described(condition: Condition) -> str:
    if isinstance(condition, Not):
        inner = condition.of
        if not isinstance(inner, Test):
            return f"not ({_described(inner)})"
        if not inner.relation:
            return f"not ({inner.subject})" if " " in inner.subject else f"not {inner.subject}"
        return f"{inner.subject} {_NEGATED[inner.relation]} {_plain(inner.value)}"
    if isinstance(condition, Test):
        if not condition.relation:
            return condition.subject
        relation = "is" if condition.relation == "==" else condition.relation
        return f"{condition.subject} {relation} {_plain(condition.value)}"
    joint = " and " if isinstance(condition, All) else " or "
    return joint.join(f"({_described(part)})" if isinstance(part, AnyOf) else _described(part) for part in condition.of)


def _plain(value: str | float | None) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _clipped(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


class _NotUnderstoodError(Exception):
    """The words are no condition that is known."""


class _Parser:
    """Reads `or`, `and`, `not`, comparisons, parentheses, by falling precedence."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._tokens = [
            (str(match.lastgroup), match[str(match.lastgroup)], match.start(str(match.lastgroup)), match.end())
            for match in _TOKEN.finditer(code)
        ]
        self._at = 0

    def condition(self) -> Condition:
        found = self._any()
        if self._at < len(self._tokens):
            raise _NotUnderstoodError
        return found

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._take("or", "||"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Condition:
        parts = [self._single()]
        while self._take("and", "&&"):
            parts.append(self._single())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _single(self) -> Condition:
        negations = 0
        while self._take("not", "!"):
            negations += 1
        found = self._parenthesis() or self._comparison()
        return negated(found) if negations % 2 else found

    def _parenthesis(self) -> Condition | None:
        start = self._at
        if not self._take("("):
            return None
        found = self._any()
        # “(a + b) > 3” is no condition in parentheses.
        if self._take(")") and (self._at == len(self._tokens) or self._next() in (")", "and", "&&", "or", "||")):
            return found
        self._at = start
        raise _NotUnderstoodError

    def _comparison(self) -> Condition:
        left = self._operand()
        sign = self._next()
        if sign not in _SIGNS:
            return _presence(left)
        self._at += 1
        if sign == "is" and self._take("not"):
            sign = "!="
        elif sign == "=" and self._next() == ">":
            raise _NotUnderstoodError
        return _compared(left, sign, self._operand())

    def _operand(self) -> str:
        """A value or an expression: everything up to the next word that means something here."""
        start, depth = self._at, 0
        while self._at < len(self._tokens):
            kind, word, _, _ = self._tokens[self._at]
            if kind == "sign" and word == "(":
                depth += 1
            elif kind == "sign" and word == ")":
                if depth == 0:
                    break
                depth -= 1
            elif depth == 0 and kind != "text" and (kind == "sign" or word.lower() in (*_SIGNS, "and", "or")):
                break
            self._at += 1
        if self._at == start or depth:
            raise _NotUnderstoodError
        return self._code[self._tokens[start][2] : self._tokens[self._at - 1][3]]

    def _next(self) -> str:
        return self._tokens[self._at][1].lower() if self._at < len(self._tokens) else ""

    def _take(self, *words: str) -> bool:
        taken = self._next() in words and self._tokens[self._at][0] != "text"
        self._at += taken
        return taken


def _compared(left: str, sign: str, right: str) -> Condition:
    """The comparison of two expressions; the right one decides what it is about."""
    relation = _SIGNS[sign]
    left, word = _subject(left), right.strip().lower()
    if relation in ("==", "!="):
        if word in _ABSENT or word in _FALSE:
            found = negated(_presence(left))
        elif word in _TRUE or word == "defined":
            found = _presence(left)
        else:
            value = _literal(right)
            found = Test(f"{left} = {_subject(right)}") if value is None else Test(left, "==", value)
        return found if relation == "==" else negated(found)
    value = _literal(right)
    counted = _COUNT.fullmatch(left)
    if counted and (relation, value) == (">", 0.0):
        return Test(_subject(counted["inside"] or counted["before"]))
    if isinstance(value, float):
        return Test(left, relation, value)
    if relation in _OPPOSITE:
        return negated(Test(f"{left} {_OPPOSITE[relation]} {_subject(right)}"))
    return Test(f"{left} {relation} {_subject(right)}")


def _presence(expression: str) -> Condition:
    """Whether something is there: the many ways to ask are one question."""
    expression = _subject(expression)
    missing = _MISSING.fullmatch(expression)
    if missing:
        return negated(_presence(missing["inside"] or missing["before"]))
    there = _THERE.fullmatch(expression) or _COUNT.fullmatch(expression)
    if there:
        return _presence(next(group for group in there.groups() if group))
    return Test(expression)


def _literal(code: str) -> str | float | None:
    code = code.strip()
    if len(code) >= 2 and code[0] == code[-1] and code[0] in "\"'":
        return code[1:-1]
    if code[:1] == ":" and code[1:].isidentifier():  # a symbol in Ruby
        return code[1:]
    return float(code) if _NUMBER.fullmatch(code) else None


def _subject(code: str) -> str:
    """An expression without the signs that languages set before names."""
    return " ".join(re.sub(r"(?<![\w)\]])[$@.](?=[A-Za-z_])", "", _unwrapped(code.strip())).split())


def _cleaned(code: str) -> str:
    """The condition without the marks with which a language ends its statement."""
    code = code.lstrip(": \t\r\n").rstrip().removesuffix("then").removesuffix(" do").rstrip().rstrip("{:;").strip()
    return _unwrapped(_QUOTED_SIGN.sub(r"\1", code))


def _unwrapped(code: str) -> str:
    """Without parentheses around the whole."""
    while code.startswith("(") and code.endswith(")"):
        depth = 0
        for place, character in enumerate(code):
            depth += {"(": 1, ")": -1}.get(character, 0)
            if depth == 0 and place < len(code) - 1:
                return code
        code = code[1:-1].strip()
    return code
