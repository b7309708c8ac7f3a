"""Thymeleaf where there are no tags: `[# th:if="${late}"]Please pay.[/]` in texts, and in pages that have both.

[# th:if="${late}"] … [/]                                            sent where it holds; th:unless where it does not
[# th:switch="${stage}"][# th:case="'first'"] … [/][# th:case="*"] … [/][/]      one of these is sent
[#th:block th:each="bill : ${bills}"] … [/th:block]                  anything else: what it holds is sent
[# th:text="${amount}"/]                                             a value
"""

from __future__ import annotations

import re
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

_VALUE: Final = r"(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}')"
ELEMENT: Final = rf"\[#(?:th:block)?(?:\s+th:[\w-]{{1,20}}\s*=\s*{_VALUE}){{1,9}}\s*/?\]|\[/(?:th:block)?\]"
_SAYS: Final = re.compile(rf"\bth:(?P<name>if|unless|switch|case)\s*=\s*(?P<value>{_VALUE})")
_PRINTS: Final = re.compile(r"\bth:u?text\s*=")
_EXPRESSION: Final = re.compile(r"[$*#@~]\{([^{}]*)\}")
_OTHERWISE: Final = frozenset({"*", "'*'", '"*"'})
_OTHER: Final = "element"
_CASE: Final = "case"


def said_by(written: str) -> str:
    """What an element asks, as other languages say it: "if late", "unless late", "switch stage", "when 'first'"."""
    said = _SAYS.search(written)
    if said is None:
        return _OTHER
    value = _EXPRESSION.sub(r"\1", said["value"][1:-1]).strip()
    if said["name"] == "case":
        return "default" if value in _OTHERWISE else f"when {value}"
    return f"{said['name']} {value}"


class TextElements:
    """Follows the elements of a text, so that each [/] is told apart: a case is one arm of its switch."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def token(self, written: str, start: int) -> Token | None:
        """The token for an element, or for the end of one, that stands at `start`; None for a [/] that ends nothing."""
        end = start + len(written)
        if written.startswith("[/"):
            if not self._open:
                return None
            ends_case = self._open.pop() == _CASE
            return Token(TokenKind.STATEMENT, start, end, _OTHER if ends_case else "", closing=not ends_case)
        word = said_by(written).partition(" ")[0]
        if written.endswith("/]"):
            return Token(TokenKind.OUTPUT if _PRINTS.search(written) else TokenKind.STATEMENT, start, end)
        is_case = word in ("when", "default")
        self._open.append(_CASE if is_case else word)
        return Token(TokenKind.STATEMENT, start, end, word, opening=not is_case)
