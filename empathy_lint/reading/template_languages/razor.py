"""Razor: `@Model.Name`, `@(x + 1)`, `@if (late) { <p>…</p> } else { … }`, `@{ … }`, `@* comment *@`, `@@`.

A page goes back and forth between markup and C#: braces hold code, and in code a tag begins markup that its end tag
ends. What they mean: https://learn.microsoft.com/aspnet/core/mvc/views/razor
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.brackets import balanced_end
from empathy_lint.reading.template_strings import tokens_of_string
from empathy_lint.reading.template_syntax import STRING, Token, TokenKind

SUFFIXES: Final = (".cshtml", ".razor")
_LINES: Final = (
    "model|using|inject|inherits|layout|page|namespace|implements|attribute|addTagHelper|removeTagHelper"
    "|tagHelperPrefix|typeparam|preservewhitespace|rendermode"
)
_BLOCKS: Final = "if|for|foreach|while|switch|using|lock|do|try"
_IN_MARKUP: Final = re.compile(
    rf"(?P<comment>@\*)|(?P<at>@@)|^[ \t]*(?P<line>@(?:{_LINES})\b(?![ \t]*\()[^\n]*)"
    rf"|(?P<block>(?<!\w)@(?:(?P<word>{_BLOCKS})\b(?=\s*[({{])|(?:functions|code)\b(?=\s*\{{)|helper\b|(?=\{{)))"
    r"|(?P<section>@section\s+(?P<name>\w{1,60})\s*\{)|(?P<explicit>@(?=\())"
    r"|(?<![\w.])(?P<value>@(?:await\s+)?[A-Za-z_]\w{0,80})"
    r"|<(?P<end>/?)(?P<tag>[A-Za-z][\w:.-]{0,60})|(?P<close>/?>)|(?P<brace>[{}])",
    re.MULTILINE,
)
_IN_CODE: Final = re.compile(
    r"(?P<comment>@\*|/\*|(?<!:)//[^\n]*)"
    r"|(?P<string>\$?@\$?\"(?:[^\"]|\"\"){0,2000}\"|\$?\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+')"
    r"|(?:@|\b)(?P<word>if|foreach|for|while|switch)\b(?=\s*\()|(?P<case>\bcase\b[^:\n]{1,200}:|\bdefault[ ]*:)"
    r"|(?P<brace>[{}])|(?P<tag><[A-Za-z][\w:.-]{0,60}(?=[\s/>]))|(?P<line>@:)"
    r"|(?P<value>(?<![\w.])@(?:await\s+)?[A-Za-z_]\w{0,80})"
)
_HEADER: Final = re.compile(r"[^{}\n]{0,300}\{")
_TO_BRACE: Final = re.compile(r"\s*\{")
_ELSE: Final = re.compile(r"\s*else\b\s*(?P<if>if\b\s*(?=\())?")
_GOES_ON: Final = re.compile(r"\s*(?:catch\b\s*(?:\([^()\n]{0,200}\))?|finally\b)\s*\{|\s*while\b[^;\n]{0,300};")
_STEP: Final = re.compile(r"!?\??\.[A-Za-z_]\w{0,80}|!?\??(?=[(\[])")
_TRANSLATES: Final = re.compile(r"@(?:(?:L|T|S|\w*[Ll]ocalizer)[(\[]|Html\.(?:Action|Route)Link\()\s*@?(?=\")")
_PARTS: Final = re.compile(
    r"@(?:await\s+)?(?:Html\.(?:Render|Partial|AntiForgery)|Render(?!Body)|Styles\.|Scripts\.)\w*"
)
_SUBJECT: Final = re.compile(r"(?:\.|\[\")\w{0,40}Subject(?:\"\])?\s*=\s*\$?$", re.I)
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_MODEL: Final = re.compile(r"(?<![\w@])@Model\.[A-Z]\w")
_LOOKED_BACK: Final = 60


def is_razor(path: str, text: str) -> bool:
    """Whether a file speaks this language: by its name, or plainly by the model whose values it shows."""
    return "@" in text and (path.endswith(SUFFIXES) or _MODEL.search(text) is not None)


def tokens(text: str) -> Iterator[Token]:
    """All code of a page, in order; where its braces do not match, blocks are read by their first lines alone."""
    page = _Page(text)
    found = list(page.run())
    yield from found if page.is_balanced else _Page(text, by_lines=True).run()


@dataclass
class _Open:
    """A place that is open: braces of code, a section, or an element that is markup inside of code."""

    is_code: bool
    word: str = ""  # of the statement whose braces they are; "" for others
    tag: str = ""  # of the element; "" for others
    depth: int = 0  # of elements of that name, or of braces in a section


class _Page:
    """Follows a page through its markup and its code."""

    def __init__(self, text: str, *, by_lines: bool = False) -> None:
        self._text, self._by_lines = text, by_lines
        self._at = 0
        self._from = 0  # where code began that no token covers yet
        self._open: list[_Open] = []
        self._tag: tuple[str, bool] | None = None  # the tag whose ">" is still to come, and whether it is an end tag
        self._comment = (0, 0)  # the last one in code
        self._absent: set[str] = set()

    @property
    def is_balanced(self) -> bool:
        """Whether all that was opened was closed."""
        return not self._open

    def run(self) -> Iterator[Token]:
        while True:
            is_code = bool(self._open) and self._open[-1].is_code
            match = (_IN_CODE if is_code else _IN_MARKUP).search(self._text, self._at)
            if match is None:
                return
            self._at = match.end()
            yield from self._in_code(match) if is_code else self._in_markup(match)

    def _in_markup(self, match: re.Match[str]) -> Iterator[Token]:
        start = match.start()
        if match["line"]:
            yield Token(TokenKind.STATEMENT, *match.span("line"))
        elif match["block"]:
            yield from self._block(match)
        elif match["section"]:
            yield Token(TokenKind.STATEMENT, start, self._at, "section", f"section {match['name']}", opening=True)
            self._open.append(_Open(False, "section"))
        elif match["brace"]:
            yield from self._brace_in_markup(match)
        elif match["tag"]:
            self._tag = (match["tag"].lower(), bool(match["end"]))
        elif match["close"]:
            self._end_of_tag(is_empty=match["close"] == "/>")
        else:
            yield from self._inline(match)

    def _inline(self, match: re.Match[str]) -> Iterator[Token]:
        """A comment, a sign, a value: what may stand in a line of markup, too."""
        start = match.start()
        if match["comment"]:
            self._at = self._behind("*@", match.end())
            yield Token(TokenKind.COMMENT, start, self._at)
        elif match["at"]:
            yield Token(TokenKind.ESCAPE, start, match.end(), text="@")
        elif match["explicit"]:
            self._at = balanced_end(self._text, match.end())
            if self._at > match.end():
                yield Token(TokenKind.OUTPUT, start, self._at)
        elif match["value"]:
            self._at = self._value_end(match.end())
            yield from self._value(start, self._at)

    def _value(self, start: int, end: int) -> Iterator[Token]:
        spoken = _TRANSLATES.match(self._text, start, end)
        string = STRING.match(self._text, spoken.end(), end) if spoken else None
        if spoken and string and (" " in string[2] or (string[2].isalpha() and string[2][0].isupper())):
            is_key = not spoken.group().startswith("@Html")
            yield from self._string(start, string.span(2), end, "trans" if is_key else "")
        else:
            is_part = _PARTS.match(self._text, start, end)
            yield Token(TokenKind.STATEMENT if is_part else TokenKind.OUTPUT, start, end)

    def _string(self, start: int, words: tuple[int, int], end: int, said: str = "") -> Iterator[Token]:
        """A text in code that the reader gets; `said` tells what it is: a named part, a key of translations."""
        word = said.partition(" ")[0]
        yield Token(TokenKind.STATEMENT, start, words[0], word, said, opening=bool(said))
        yield from tokens_of_string(self._text, *words)
        yield Token(TokenKind.STATEMENT, words[1], end, word, "end" if said else "", closing=bool(said))

    def _block(self, match: re.Match[str]) -> Iterator[Token]:
        word = match["word"] or ""
        end = self._header_end(match.end(), word)
        if end < 0:
            return
        self._at = self._from = end
        yield self._opening(match.start(), match.end(), end, word)
        if not self._by_lines:
            self._open.append(_Open(True, word))

    def _header_end(self, at: int, word: str) -> int:
        """Behind the brace that opens the block of a statement; -1 where none does."""
        if word not in ("", "do", "try"):
            paren = self._text.find("(", at, at + _LOOKED_BACK)
            at = balanced_end(self._text, paren) if paren >= 0 else at
            brace = _TO_BRACE.match(self._text, at)
        else:
            brace = _HEADER.match(self._text, at)
        return brace.end() if brace else -1

    def _opening(self, start: int, asked: int, end: int, word: str) -> Token:
        """The token of a statement up to its brace."""
        if word not in ("if", "for", "foreach", "while", "switch"):
            return Token(TokenKind.STATEMENT, start, end)
        said = self._text[asked : end - 1].strip()
        return Token(TokenKind.STATEMENT, start, end, word, f"{word} {said[1:-1]}", opening=True)

    def _brace_in_markup(self, match: re.Match[str]) -> Iterator[Token]:
        around = self._open[-1] if self._open else None
        if around is not None and around.word == "section":
            around.depth += 1 if match["brace"] == "{" else -1
            if around.depth < 0:
                self._open.pop()
                yield Token(TokenKind.STATEMENT, *match.span(), "section", "end", closing=True)
        elif self._by_lines and match["brace"] == "}" and self._begins_line(match.start()):
            yield from self._end_of_block(match.start(), "if")

    def _end_of_tag(self, *, is_empty: bool) -> None:
        around = self._open[-1] if self._open else None
        tag, self._tag = self._tag, None
        if around is None or not around.tag or tag is None or tag[0] != around.tag:
            return
        if not is_empty and around.tag not in _VOID:
            around.depth += -1 if tag[1] else 1
        if around.depth <= 0:
            self._open.pop()
            self._from = self._at

    def _in_code(self, match: re.Match[str]) -> Iterator[Token]:
        if match["comment"]:
            end = {"@*": "*@", "/*": "*/"}.get(match["comment"])
            self._at = self._behind(end, match.end()) if end else match.end()
            self._comment = (match.start(), self._at)
        elif match["string"]:
            yield from self._subject(match)
        elif match["word"]:
            yield from self._statement(match)
        elif match["case"] and self._open[-1].word == "switch":
            yield from self._code_to(match.start())
            said = match["case"].rstrip(": ")
            yield Token(TokenKind.STATEMENT, *match.span(), said.partition(" ")[0], said)
            self._from = self._at
        elif match["brace"] == "{":
            self._open.append(_Open(True))
        elif match["brace"]:
            yield from self._closing(match)
        elif match["line"]:
            yield from self._line(match)
        elif not self._is_markup(match.start()):
            return
        elif match["value"]:
            yield from self._code_to(match.start())
            self._at = self._value_end(match.end())
            yield from self._value(match.start(), self._at)
            self._from = self._at
        elif match["tag"]:
            yield from self._code_to(match.start())
            name = match["tag"][1:].lower()
            self._open.append(_Open(False, tag=name))
            self._tag = (name, False)

    def _statement(self, match: re.Match[str]) -> Iterator[Token]:
        end = self._header_end(match.end(), match["word"])
        if end < 0:
            return
        yield from self._code_to(match.start())
        yield self._opening(match.start(), match.end(), end, match["word"])
        self._open.append(_Open(True, match["word"]))
        self._at = self._from = end

    def _closing(self, match: re.Match[str]) -> Iterator[Token]:
        closed = self._open.pop()
        if closed.word in ("if", "for", "foreach", "while", "switch"):
            yield from self._code_to(match.start())
            yield from self._end_of_block(match.start(), closed.word)
        elif closed.word in ("try", "do") and (goes_on := _GOES_ON.match(self._text, self._at)):
            self._at = goes_on.end()
            if goes_on.group().endswith("{"):
                self._open.append(closed)
        if not self._open or not self._open[-1].is_code:
            yield from self._code_to(self._at)

    def _end_of_block(self, start: int, word: str) -> Iterator[Token]:
        """The brace at `start`, with the `else {` behind it where one follows."""
        other = _ELSE.match(self._text, start + 1) if word == "if" else None
        end = self._header_end(other.end(), "if" if other["if"] else "") if other else -1
        if other is None or end < 0:
            self._at = self._from = start + 1
            yield Token(TokenKind.STATEMENT, start, start + 1, word, "end", closing=True)
            return
        asked = self._text[other.end() : end - 1].strip()[1:-1] if other["if"] else ""
        yield Token(TokenKind.STATEMENT, start, end, "else", f"else if {asked}" if asked else "else")
        self._at = self._from = end
        if not self._by_lines:
            self._open.append(_Open(True, "if"))

    def _line(self, match: re.Match[str]) -> Iterator[Token]:
        """`@: words to the end of the line`."""
        yield from self._code_to(match.end())
        end = self._text.find("\n", match.end())
        end = end if end >= 0 else len(self._text)
        while self._at < end and (found := _IN_MARKUP.search(self._text, self._at, end)):
            self._at = found.end()
            yield from self._inline(found)
        self._at = self._from = max(end, self._at)

    def _subject(self, match: re.Match[str]) -> Iterator[Token]:
        """`ViewBag.Subject = "…"`, which is the subject of the message."""
        before = self._text[max(match.start() - _LOOKED_BACK, 0) : match.start()]
        string = STRING.search(self._text, *match.span())
        if string is not None and _SUBJECT.search(before):
            yield from self._string(self._from, string.span(2), match.end(), "block subject")
            self._from = match.end()

    def _code_to(self, end: int) -> Iterator[Token]:
        if self._from < end:
            yield Token(TokenKind.STATEMENT, self._from, end)
        self._from = max(end, self._from)

    def _is_markup(self, at: int) -> bool:
        """Whether a tag stands where a statement may begin; elsewhere "<" compares."""
        while at > self._from and (self._text[at - 1].isspace() or at == self._comment[1]):
            at = self._comment[0] if at == self._comment[1] else at - 1
        return at <= self._from or self._text[at - 1] in "{};:"

    def _begins_line(self, at: int) -> bool:
        return not self._text[self._text.rfind("\n", 0, at) + 1 : at].strip()

    def _value_end(self, at: int) -> int:
        """Where `@Model.Name.ToUpper()` ends; a stop that no name follows is the sentence's."""
        while step := _STEP.match(self._text, at):
            end = step.end()
            if self._text[end : end + 1] in ("(", "[") and not step.group().strip("!?"):
                end = balanced_end(self._text, end)
                if end == step.end():
                    return at
            at = end
        return at

    def _behind(self, closer: str, at: int) -> int:
        close = -1 if closer in self._absent else self._text.find(closer, at)
        if close < 0:
            self._absent.add(closer)
            return at
        return close + len(closer)
