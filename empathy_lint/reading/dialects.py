"""Which template languages a file may be written in: those that its name and its content speak of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from empathy_lint.reading.message import Source
from empathy_lint.reading.template_languages import (
    components,
    latte,
    mako,
    razor,
    simplate,
    string_template,
    tag_libraries,
    velocity,
)
from empathy_lint.reading.template_languages.magento import is_magento
from empathy_lint.reading.template_languages.mdx import with_mdx
from empathy_lint.reading.template_scanner import Scan, scan
from empathy_lint.reading.template_syntax import Dialect, Token

_SMARTY: Final = re.compile(r"\{\$\w|\{/if\}|\{\*")
_BLADE: Final = re.compile(r"^[ \t]*@(?:if|foreach|section|extends|component|lang)\b", re.MULTILINE)
# Languages that find their code by themselves; a file speaks one of them at most.
_LANGUAGES: Final[Sequence[tuple[Callable[[str, str], bool], Callable[[str], Iterable[Token]]]]] = (
    (velocity.is_velocity, velocity.tokens),
    (razor.is_razor, razor.tokens),
    (latte.is_latte, latte.tokens),
    (components.is_vue, components.vue_tokens),
    (components.is_heex, components.heex_tokens),
    (components.is_svelte, components.svelte_tokens),
    (tag_libraries.is_spoken, tag_libraries.tokens),
    (mako.is_mako, mako.tokens),
    (string_template.is_string_template, string_template.tokens),
)


def scan_template(source: Source) -> Scan:
    """All template code of a source, by the dialects that it speaks of."""
    path, text = source.path.lower(), source.text
    dialect = Dialect(
        erb=".erb" in path,
        smarty=path.endswith((".tpl", ".smarty")) or _SMARTY.search(text) is not None,
        blade=".blade" in path or _BLADE.search(text) is not None,
        magento=is_magento(text),
        code_lines=simplate.is_simplate(path, text),
    )
    found = scan(source, dialect, _own_tokens(path, text))
    if path.endswith(".mdx"):
        found.tokens = with_mdx(text, found.tokens)
    return found


def _own_tokens(path: str, text: str) -> Sequence[Token]:
    """The code of languages that find it by themselves."""
    for is_spoken, tokens in _LANGUAGES:
        if is_spoken(path, text):
            return list(tokens(text))
    return ()
