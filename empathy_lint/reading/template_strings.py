"""String literals inside template code that the recipient will read: translations, choices, assigned sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.simple_names import stands_for_itself
from empathy_lint.reading.template_syntax import (
    ASSIGNING_WORDS,
    SIMPLE_PLACEHOLDERS,
    STRING,
    STRING_ESCAPE,
    TRANSLATION_CALL,
    Token,
    TokenKind,
)

# What a string of code puts in: Ruby's "#{order.label}", PHP's "$order->label" and "{$order->label}".
_INTERPOLATED: Final = r"#\{[^{}\n]{1,200}\}|\{?\$[a-zA-Z_]\w{0,60}(?:->\w{1,60}|\[[^\]\n]{1,60}\]){0,6}\}?"
# Laravel's __('Dear :name,', ['name' => …]): what is put in is named beside.
_GIVEN_NAMES: Final = re.compile(r"[\"'](\w{2,60})[\"']\s*=>")
_MARKUP_NAME: Final = r"\w+_(?:start|end|open|close)"  # {link_start}words{link_end}
_LITERAL_CHOICE: Final = re.compile(r"""\s*(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')\s*(?:if\b|-?$)""")
# What {% trans "…" %} and {{ "…"|trans }} say; {% trans at=due.format("%A") %} says what follows it.
_BEHIND_WORD: Final = re.compile(r"[-\s]*(?:(?:trans|translate|t|lang)\b)?[\s(]*")
_BEFORE_CHOICE: Final = re.compile(r"[\s(]*")
_ELSE: Final = re.compile(r"\belse\b")
_CATEGORY: Final = re.compile(r"[a-z][\w.-]*")
_COMMA: Final = re.compile(r"\s*,\s*")
_BETWEEN: Final = re.compile(r"[\s.+\\]*")
_CALL_PARTS: Final = re.compile(rf"{STRING.pattern}|[()]", re.DOTALL | re.IGNORECASE)
_PAIRED_NAME: Final = re.compile(r"\{_(\w{1,20})\}")
_QUOTED_FILTER: Final = re.compile(r"""\s*["'].*["']\s*\|\s*(?:trans|t|translate)\b""", re.DOTALL)


def prose_strings(text: str, start: int, end: int, word: str) -> Iterator[tuple[int, int]]:
    """Inner spans of string literals that the recipient will read."""
    code = text[start:end]
    if "'" not in code and '"' not in code:
        return
    if word in ("trans", "translate", "t", "lang") or _QUOTED_FILTER.match(code):
        word_end = _BEHIND_WORD.match(text, start, end)
        first = STRING.match(text, word_end.end() if word_end else start, end)
        strings = [first] if first else []
    elif word in ASSIGNING_WORDS or _LITERAL_CHOICE.match(text, start, end):
        strings = _chosen_strings(text, start, end)
    else:
        strings = list(_called_strings(text, start, end))
    choice = _LITERAL_CHOICE.match(text, start, end) is not None
    for string in strings:
        said = string[2].strip()
        if word in ASSIGNING_WORDS and not _is_sentence(said):
            continue
        if " " in said or (said[:1].isupper() and said.isalpha()) or (choice and said.isalpha()):
            yield string.span(2)


def are_keys(text: str, start: int, end: int, word: str) -> bool:
    """Whether the strings that are read are given to a translation, which finds its words by them."""
    return word not in ASSIGNING_WORDS and _LITERAL_CHOICE.match(text, start, end) is None


def _chosen_strings(text: str, start: int, end: int) -> list[re.Match[str]]:
    """`set closing = "…" if late else "…"`, `"s" if many`: the values themselves, not what is compared."""
    at = text.find("=", start, end) + 1 or start
    at = start if _LITERAL_CHOICE.match(text, start, end) else at
    found = []
    while (gap := _BEFORE_CHOICE.match(text, at, end)) and (string := STRING.match(text, gap.end(), end)):
        found.append(string)
        other = _ELSE.search(text, string.end(), end)
        if other is None:
            break
        at = other.end()
    return found


def _called_strings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """String literals that a translation call begins with; those in its other arguments are not read."""
    at = start
    while call := TRANSLATION_CALL.search(text, at, end):
        at = call.end()
        stop = _call_end(text, at, end)
        default = text.find("default:", at, stop)
        if call.group().strip(" (\n") in ("t", "l") and default >= 0:
            at = default + len("default:")
        plural = "n" in call.group().split("(")[0].removesuffix("gettext").strip("_") or "ngettext" in call.group()
        said = _literals(text, at, stop)
        if len(said) == 1 and _CATEGORY.fullmatch(said[0][2]) and (comma := _COMMA.match(text, said[0].end(), stop)):
            said = _literals(text, comma.end(), stop) or said  # Yii names a catalogue first: t('app', 'Dear {user},')
        yield from said
        if plural and said and (comma := _COMMA.match(text, said[-1].end(), stop)):
            yield from _literals(text, comma.end(), stop)
        at = max(stop, at)


def _literals(text: str, at: int, end: int) -> list[re.Match[str]]:
    """A string literal and those written right behind it."""
    found = []
    while (gap := _BETWEEN.match(text, at, end)) and (string := STRING.match(text, gap.end(), end)):
        found.append(string)
        at = string.end()
    return found


def _call_end(text: str, at: int, end: int) -> int:
    """The offset behind the parenthesis that closes a call whose arguments begin at `at`."""
    depth = 1
    for match in _CALL_PARTS.finditer(text, at, end):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if depth == 0:
            return match.end()
    return end


def tokens_of_string(text: str, start: int, end: int, names: str = "") -> list[Token]:
    """Escapes and placeholders inside a translated string; `names` finds placeholders of its language alone."""
    tokens: list[Token] = []
    pairs = "|".join(rf"_?{name}" for name in sorted(set(_PAIRED_NAME.findall(text, start, end))))
    simple = [
        *SIMPLE_PLACEHOLDERS,
        *([_INTERPOLATED] if text[start - 1 : start] == '"' else []),
        *filter(None, [names]),
    ]
    inner = re.compile(
        rf"(?P<escape>{STRING_ESCAPE.pattern})"
        rf"|(?P<markup>\{{(?:{_MARKUP_NAME}{'|' + pairs if pairs else ''})\}}|%\({_MARKUP_NAME}\)s)"
        rf"|(?P<simple>{'|'.join(simple)})"
    )
    for match in inner.finditer(text, start, end):
        if match.lastgroup == "escape":
            token = Token(TokenKind.ESCAPE, match.start(), match.end(), text=_unescaped(match.group()))
        elif match.lastgroup == "markup":
            token = Token(TokenKind.STATEMENT, match.start(), match.end())
        elif stands_for_itself(match.group(), text):
            continue
        else:
            token = Token(TokenKind.OUTPUT, match.start(), match.end())
        tokens.append(token)
    return tokens


def colon_names(text: str, start: int, end: int) -> str:
    """An expression for the names that the code text[start:end] fills into its strings behind a colon; "" for none."""
    given = {re.escape(name) for name in _GIVEN_NAMES.findall(text, start, end)}
    return rf"(?i:(?<![\w:]):(?:{'|'.join(sorted(given))})(?!\w))" if given else ""


def _is_sentence(text: str) -> bool:
    return text[:1].isupper() and text[-1:] in ".!?" and text.count(" ") >= 2


def _unescaped(escape: str) -> str:
    if escape[1] in "ux":
        return chr(int(escape[2:], 16))
    return {"n": "\n", "r": " ", "t": " ", "\n": ""}.get(escape[1], escape[1])
