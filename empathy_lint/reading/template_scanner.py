"""One pass over a source that finds template code in any of the common languages.

Linear: each opener looks for its closer once; that a closer stands nowhere further on is remembered, and openers that
prose may hold too look only a bounded way ahead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from empathy_lint.errors import Problem
from empathy_lint.reading.message import Source
from empathy_lint.reading.simple_names import stands_for_itself
from empathy_lint.reading.template_languages import ampscript, blade, magento
from empathy_lint.reading.template_strings import are_keys, colon_names, prose_strings, tokens_of_string
from empathy_lint.reading.template_syntax import (
    ASSIGNING_WORDS,
    BLADE_COMPONENT,
    DELIMITERS,
    HIDDEN_BLOCKS,
    MUSTACHE_LOGIC,
    OPENING_WORDS,
    PLAIN,
    SIMPLE_PLACEHOLDERS,
    SMARTY,
    TRANSLATING_WORDS,
    UNCHECKED_WORDS,
    Delimiter,
    Dialect,
    Token,
    TokenKind,
)
from empathy_lint.reading.thymeleaf.text_elements import ELEMENT, TextElements


@dataclass
class Scan:
    """The tokens of a source in order, without overlap, and what is wrong with its template code.

    `keys` are the stretches by whose words translations of them are found.
    """

    tokens: list[Token] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    keys: list[tuple[int, int]] = field(default_factory=list)


_BY_OPENER: Final = {delimiter.opener: delimiter for delimiter in DELIMITERS}
_OPENERS: Final = "|".join(re.escape(delimiter.opener) for delimiter in DELIMITERS)
_CODE_LINE: Final = re.compile(r"^[ \t]*%(?![%{(=>]).*$", re.MULTILINE)
_WORD: Final = re.compile(r"[-~+\s]*([#/^>]?)\s*([A-Za-z_]\w*|\^|)")
_RUBY_BLOCK: Final = re.compile(r"(?:\bdo(?:\s*\|[^|]{0,60}\|)?|\{(?:\s*\|[^|]{0,60}\|)?|:)$")
# [% IF late %], [% total = 3 %]; what else stands in such brackets is printed.
_TOOLKIT_LOGIC: Final = re.compile(r"[-+=~]?\s*(?:([A-Z]{2,})\b|[\w.]+\s*=(?!=))")
# What prints one value; a statement behind it would make it more than that.
_PHP_ECHO: Final = re.compile(r"\s*(?:echo|print)\b[^;]*;?\s*\Z")
# Strings, which may hold what looks like an end, and comments, which may hold what looks like a string.
_PHP_PARTS: Final = re.compile(
    r"""'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?://|\#)[^\n?]*(?:\?(?!>)[^\n?]*)*|/\*[^*\n]*\*/|\?>"""
)
_ELIXIR_BLOCK: Final = re.compile(r"\s*(?:if|unless|for|case|cond)\b[^\n]*\bdo\s*\Z")  # <%= if @late do %>
_GO_BLOCKS: Final = frozenset({"if", "range", "with", "define", "block"})
_OFTEN_PROSE: Final = frozenset({"<?php", "<#", "</#", "<@", "</@", "{#", "{*", "{{!"})  # where no closer follows
_QUOTE: Final = re.compile(r"[\"']")
_ADJACENT: Final = re.compile(r"""["']{1,3}[\s.+\\]*[rbuf]{0,2}["']{1,3}""", re.I)
# What in a macro is no word, and what are two of them.
_CODE: Final = re.compile(r"<[^<>]*>|\{\{[^{}]*\}\}|\{%[^%]*%\}|\{#[^#]*#\}")
_WORDS: Final = re.compile(r"[^\W\d_]{2,}[^\w]+[^\W\d_]{2,}")
_MOST_PROBLEMS: Final = 20  # of one file; more of them say nothing new
_SMARTY_STATEMENT: Final = re.compile(SMARTY[1])
_MAILCHIMP_LOGIC: Final = re.compile(r"(IF|IFNOT|ELSEIF|ELSE|END)\b:?(IF)?")
_CONDITIONAL_TEXT: Final = re.compile(r"\(\([^()?]{1,60}\?\?")


def scan(source: Source, dialect: Dialect = PLAIN, own: Sequence[Token] = ()) -> Scan:
    """Find all template code; `own` is what a language found by itself, in order: it comes before the others' code."""
    return _Scanner(source, dialect).run(own)


class _Scanner:
    def __init__(self, source: Source, dialect: Dialect) -> None:
        self.source, self.text, self.dialect = source, source.text, dialect
        patterns = [f"(?P<opener>{_OPENERS})"]
        simple = (*SMARTY, *SIMPLE_PLACEHOLDERS) if dialect.smarty else SIMPLE_PLACEHOLDERS
        patterns.append(f"(?P<simple>{'|'.join(simple)})")
        if dialect.blade:
            self.directives = blade.Directives(self.text)
            patterns.append(f"(?P<directive>{blade.WORD})")
            patterns.append(f"(?P<component>{BLADE_COMPONENT})")
        if dialect.code_lines:
            patterns.append(f"(?P<line>{_CODE_LINE.pattern})")
        if "[#" in self.text:
            patterns.insert(0, f"(?P<element>{ELEMENT})")
        self.pattern = re.compile("|".join(patterns), re.MULTILINE)
        self.text_elements = TextElements()
        self.read_to = 0  # the end of a macro that is read
        self.absent: set[str] = set()
        self.translated_from: int | None = None  # where the text of {% trans %} … {% endtrans %} begins
        self.open_blocks: list[tuple[str, Token]] = []
        self.result = Scan()

    def run(self, own: Sequence[Token]) -> Scan:
        at, number = 0, 0
        match = self.pattern.search(self.text)
        while match is not None or number < len(own):
            if number < len(own) and (match is None or own[number].start <= match.start()):
                if own[number].start >= at:
                    at = self._take_own(own[number])
                number += 1
            elif match is not None:
                at = self._take(match) if match.start() >= at else at
            if match is not None and match.start() < at:
                match = self.pattern.search(self.text, at)
        for word, token in self.open_blocks:
            self._problem(token.start, f"“{word}” is opened here and never closed.", "Close it, or check its spelling.")
        return self.result

    def _take_own(self, token: Token) -> int:
        if token.kind is TokenKind.OUTPUT:
            self._add_code(token.kind, token.start, token.end, token.start, token.end)
        else:
            self._note_translated(token)
            self.result.tokens.append(token)
        return token.end

    def _take(self, match: re.Match[str]) -> int:
        """Record the token that begins at the match; the offset to go on from."""
        group = match.lastgroup
        if group == "opener":
            return self._take_delimited(match.start(), _BY_OPENER[match.group()])
        if group == "line":
            self._add_code(
                TokenKind.STATEMENT,
                match.start(),
                match.end(),
                match.start() + match.group().index("%") + 1,
                match.end(),
            )
            return match.end()
        if group == "directive":
            return self._take_directive(match)
        if group == "component":
            self.result.tokens.append(Token(TokenKind.STATEMENT, match.start(), match.end()))
            return match.end()
        if group == "element":
            token = self.text_elements.token(match.group(), match.start())
            self.result.tokens += [token] if token else []
            return match.end()
        end = match.end()
        if self.dialect.smarty and _SMARTY_STATEMENT.match(match.group()):
            self._add_code(TokenKind.STATEMENT, match.start(), end, match.start() + 1, end - 1)
        elif not stands_for_itself(match.group(), self.text):
            self.result.tokens.append(Token(TokenKind.OUTPUT, match.start(), end))
        return end

    def _take_delimited(self, start: int, delimiter: Delimiter) -> int:
        after = start + len(delimiter.opener)
        close = self._closer(after, delimiter)
        if close < 0:
            return self._take_unclosed(start, after, delimiter)
        if delimiter.opener == "{{" and self._is_braced(after, close):
            close += 1
        end = close + len(delimiter.closer)
        if delimiter.opener == "{{" and self.dialect.magento:
            return self._take_magento(start, after, close, end)
        if delimiter.opener == "((" and _CONDITIONAL_TEXT.match(self.text, start):
            return self._take_conditional_text(start, close, end)
        if delimiter.reach is not None and not self._plausible(delimiter, after, close):
            return start + 1  # a longer opener may begin inside this one: "${{ total }}"
        if (logic := self._logic_in_capitals(delimiter.opener, start, after, close, end)) is not None:
            self.result.tokens.append(logic)
            return end
        self._add_code(self._kind(delimiter, start, after, close), start, end, after, close)
        return self._skip_hidden_block(end)

    def _take_unclosed(self, start: int, after: int, delimiter: Delimiter) -> int:
        if delimiter.reach is None and delimiter.opener not in _OFTEN_PROSE:
            self._problem(start, f"“{delimiter.opener}” is opened here and never closed.", f"Add “{delimiter.closer}”.")
        if delimiter.opener == "<?php":  # PHP files may end without a closer
            self._add_code(TokenKind.STATEMENT, start, len(self.text), after, len(self.text))
            return len(self.text)
        return after

    def _kind(self, delimiter: Delimiter, start: int, after: int, close: int) -> TokenKind:
        """What code gives the reader, where its opener alone does not tell."""
        opener = delimiter.opener
        is_logic = opener == "{{" and self._is_logic(after, close) and not self._is_partial_in_sentence(start, after)
        is_content = opener == "%%=" and ampscript.is_content(self.text, after, close)
        is_elixir = opener == "<%=" and _ELIXIR_BLOCK.match(self.text[after:close]) is not None
        if is_logic or is_content or is_elixir or (opener == "<%-" and self.dialect.erb):
            return TokenKind.STATEMENT
        if opener == "<?php" and _PHP_ECHO.match(self.text[after:close]):
            return TokenKind.OUTPUT
        return delimiter.kind

    def _logic_in_capitals(self, opener: str, start: int, after: int, close: int, end: int) -> Token | None:
        """Mailchimp's *|IF:LATE|* and the Template Toolkit's [% IF late %], in which all else is printed."""
        if opener == "*|" and (match := _MAILCHIMP_LOGIC.match(self.text, after, close)):
            closing = match[1] == "END"
            word = match[2 if closing else 1].lower()
        elif opener == "[%" and (match := _TOOLKIT_LOGIC.match(self.text, after, close)):
            word = (match[1] or "set").lower()
            closing = word == "end"
        else:
            return None
        opening = word in OPENING_WORDS and not closing
        return Token(TokenKind.STATEMENT, start, end, word, closing=closing, opening=opening)

    def _closer(self, after: int, delimiter: Delimiter) -> int:
        if delimiter.reach is not None:
            return self.text.find(delimiter.closer, after, after + delimiter.reach)
        if delimiter.closer in self.absent:
            return -1
        close = self.text.find(delimiter.closer, after)
        if delimiter.closer == "?>" and close >= 0:
            ends = (match.start() for match in _PHP_PARTS.finditer(self.text, after) if match.group() == "?>")
            return next(ends, close)
        if close < 0:
            self.absent.add(delimiter.closer)
        return close

    def _plausible(self, delimiter: Delimiter, after: int, close: int) -> bool:
        """Whether code that prose could hold too looks like a name: one line, no sentence in it."""
        code = self.text[after:close]
        if not code.strip() or "\n" in code or "{{" in code:
            return False
        if delimiter.opener in ("${", "%{") and _is_tag_behind_a_sign(code):
            return False
        if delimiter.opener == "[(":
            return code.lstrip()[:2] in ("${", "*{", "#{")
        if delimiter.opener in ("((", "[["):
            return len(code.split()) <= 5 and not re.search(r"[.!?,;:()\[\]]\s|[()]", code)
        return True

    def _is_logic(self, after: int, close: int) -> bool:
        word = _WORD.match(self.text, after, close)
        return bool(word) and (word[1] != "" or word[2] in MUSTACHE_LOGIC)  # type: ignore[index]

    def _is_braced(self, after: int, close: int) -> bool:
        """Whether the first of the closing braces belongs to the code: Braze's {{${first_name}}}."""
        code = self.text[after:close]
        return "${" in code and code.count("{") > code.count("}") and self.text.startswith("}}}", close)

    def _is_partial_in_sentence(self, start: int, after: int) -> bool:
        """Whether {{> link }} goes on a sentence, and so stands for words of it; a part of a page begins a line."""
        before = self.text[max(start - 2, 0) : start]
        return self.text.startswith(">", after) and before[-1:] == " " and before[:1].isalnum()

    def _take_conditional_text(self, start: int, close: int, end: int) -> int:
        """Notify's ((name??text)): the text is prose."""
        mark = self.text.index("??", start) + 2
        self.result.tokens += [
            Token(TokenKind.STATEMENT, start, mark, "if"),
            Token(TokenKind.STATEMENT, close, end, "if", closing=True),
        ]
        return end

    def _take_magento(self, start: int, after: int, close: int, end: int) -> int:
        self.result.tokens += magento.tokens(self.text, start, end)
        if magento.translated_span(self.text, after, close):
            self.result.keys.append((start, end))
        return end

    def _take_directive(self, match: re.Match[str]) -> int:
        """Blade's @if (…): the word and, if it stands there, its balanced argument."""
        end = self.directives.end_of(*match.span())
        if end is None:
            return match.end()
        self._add_code(TokenKind.STATEMENT, match.start(), end, match.start() + 1, end)
        return end

    def _add_code(self, kind: TokenKind, start: int, end: int, code_start: int, code_end: int) -> None:
        """Record code; prose inside translation calls stays outside the tokens, its escapes become tokens."""
        if self.text.startswith("%%[", start):
            self.result.tokens += ampscript.block_tokens(self.text, start, end)
            return
        word, closing = self._word(kind, code_start, code_end)
        opening = kind is TokenKind.STATEMENT and not closing and self._opens(word, start, code_start, code_end)
        token = Token(kind, start, end, word, closing=closing, opening=opening)
        if kind is TokenKind.STATEMENT:
            self._check_balance(token)
            self._note_translated(token)
        strings = list(prose_strings(self.text, code_start, code_end, word)) if kind is not TokenKind.COMMENT else []
        if strings:
            self._add_strings(start, end, strings, word, colon_names(self.text, code_start, code_end))
            if are_keys(self.text, code_start, code_end, word):
                self.result.keys.append((start, end))
        else:
            self.result.tokens.append(token)

    def _note_translated(self, token: Token) -> None:
        """Django's {% blocktrans %} and Jinja's {% trans %}: all of their text is the key."""
        if token.word not in TRANSLATING_WORDS:
            return
        if token.opening:
            self.translated_from = token.end
        elif token.closing and self.translated_from is not None:
            self.result.keys.append((self.translated_from, token.start))
            self.translated_from = None

    def _add_strings(self, start: int, end: int, strings: list[tuple[int, int]], word: str, names: str) -> None:
        """Prose inside code: of two strings that are not parts of one, the second is another way to say it."""
        at = start
        for number, (first, last) in enumerate(strings):
            apart = number > 0 and not _ADJACENT.fullmatch(self.text, at, first)
            role = word if word in ASSIGNING_WORDS else "else" if apart else ""
            self.result.tokens.append(Token(TokenKind.STATEMENT, at, first, role, opening=number == 0))
            self.result.tokens += tokens_of_string(self.text, first, last, names)
            at = last
        role = word if word in ASSIGNING_WORDS else "end"
        self.result.tokens.append(Token(TokenKind.STATEMENT, at, end, role, closing=True))

    def _opens(self, word: str, start: int, code_start: int, code_end: int) -> bool:
        """Whether code begins a block that other code will end."""
        opener = self.text[start : start + 2]
        if opener == "{{":
            return self.text[start + 2 : code_start + 2].lstrip("{~- ")[:1] in ("#", "^") or word in _GO_BLOCKS
        if opener in ("<%", "<?"):
            code = self.text[max(code_start, code_end - 100) : code_end].rstrip(" \t\r\n-")
            return word in OPENING_WORDS or _RUBY_BLOCK.search(code) is not None
        if opener[:1] == "@" and self.directives.opens(word):
            return True
        if word == "set" or (
            word in ("trans", "translate", "block") and _QUOTE.search(self.text, code_start, code_end)
        ):
            return False
        return word in OPENING_WORDS

    def _word(self, kind: TokenKind, start: int, end: int) -> tuple[str, bool]:
        if kind is not TokenKind.STATEMENT:
            return "", False
        match = _WORD.match(self.text, start, end)
        if match is None:
            return "", False
        sign, word = match[1], match[2]
        if self.text.startswith("}", match.end()) and self.text.startswith("<%", max(start - 2, 0)):  # EJS
            return ("else", False) if self.text[start:end].rstrip().endswith("{") else ("end", True)
        if word.startswith("end") and len(word) > 3:
            return word[3:].lstrip("_"), True
        if sign == "/" or self.text.startswith(
            ("</", "{/"), start - 3 if self.text[start - 1 : start] == "#" else start - 1
        ):
            return word, True
        return (word or sign), word == "end"

    def _check_balance(self, token: Token) -> None:
        """Jinja, Liquid and FreeMarker name what they close; a block left open or closed twice is a mistake."""
        opener = self.text[token.start : token.start + 2]
        if opener not in ("{%", "<#", "</") or token.word in UNCHECKED_WORDS or token.word not in OPENING_WORDS:
            return
        if opener == "<#" and self.text[token.end - 2] == "/":
            return
        if not token.closing:
            self.open_blocks.append((token.word, token))
        elif self.open_blocks and self.open_blocks[-1][0] == token.word:
            self.open_blocks.pop()
        elif any(word == token.word for word, _ in self.open_blocks[-20:]):
            while self.open_blocks[-1][0] != token.word:
                word, left = self.open_blocks.pop()
                self._problem(
                    left.start, f"“{word}” is opened here and never closed.", "Close it, or check its spelling."
                )
            self.open_blocks.pop()
        else:
            self._problem(token.start, f"“{token.word}” is closed here but was not opened.", "Remove this, or open it.")

    def _skip_hidden_block(self, at: int) -> int:
        """{% comment %} … {% endcomment %} and the like give no prose: one token over all of it."""
        token = self.result.tokens[-1]
        if token.word not in HIDDEN_BLOCKS or token.closing or self.text[token.start : token.start + 2] != "{%":
            return at
        if token.word in self.absent or (token.word == "macro" and at < self.read_to):
            return at
        end = re.compile(rf"\{{%[-\s]*end{token.word}\b[^%]{{0,40}}%\}}").search(self.text, at)
        if end is None:
            self.absent.add(token.word)
            return at
        if token.word == "macro" and _WORDS.search(_CODE.sub(" ", self.text[at : end.start()])):
            self.read_to = end.start()
            return at  # it is sent wherever it is called; one that only lays out what it is given has no words
        if self.open_blocks and self.open_blocks[-1][0] == token.word:
            self.open_blocks.pop()
        self.result.tokens[-1] = Token(TokenKind.COMMENT, token.start, end.end())
        return end.end()

    def _problem(self, offset: int, message: str, remedy: str) -> None:
        if len(self.result.problems) >= _MOST_PROBLEMS:
            return
        place = self.source.position(offset)
        self.result.problems.append(Problem(self.source.path, message, remedy, place.line, place.column))


def _is_tag_behind_a_sign(code: str) -> bool:
    """Whether "%" or "$" before the brace is the text's: "5%{% endif %}"; "${#dates.format(due)}" is an expression."""
    return code.startswith(("{", "%")) or (code.startswith("#") and code.endswith("#"))
