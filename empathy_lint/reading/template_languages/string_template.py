"""StringTemplate: `$user.name$`, `$if(late)$ … $elseif(x)$ … $else$ … $endif$`, `$! comment !$`.

What they mean: https://github.com/antlr/stringtemplate4/blob/master/doc/cheatsheet.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from empathy_lint.reading.template_syntax import Token, TokenKind

SUFFIX: Final = ".st"
_PARTS: Final = re.compile(
    r"(?P<comment>\$!(?:[^!]|!(?!\$)){0,2000}!\$)"
    r"|\$(?P<word>if|elseif|else|endif)[ ]?(?:\((?P<asked>[^$\n]{1,300})\))?\$"
    r"|(?P<value>\$[A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,6}(?:\([^$\n]{0,200}\))?(?:[;:][^$\n]{1,200})?\$)"
)


def is_string_template(path: str, text: str) -> bool:
    """Whether a file speaks this language: by its name, or plainly by what it says."""
    return path.endswith(SUFFIX) or ("$if(" in text and "$endif$" in text)


def tokens(text: str) -> Iterator[Token]:
    """All code of a text, in order."""
    for match in _PARTS.finditer(text):
        if match["comment"]:
            yield Token(TokenKind.COMMENT, *match.span())
        elif match["value"]:
            yield Token(TokenKind.OUTPUT, *match.span())
        else:
            word = match["word"].removeprefix("end")
            closing = word != match["word"]
            said = "end" if closing else f"{word} {match['asked'] or ''}".strip()
            yield Token(TokenKind.STATEMENT, *match.span(), word, said, closing=closing, opening=match["word"] == "if")
