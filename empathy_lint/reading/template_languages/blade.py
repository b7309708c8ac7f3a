"""Laravel's Blade: which `@word` of a page is a directive, and how far its arguments reach.

Projects add directives of their own, so a word is taken for one by how it stands: with arguments right behind it, or
with an `@end…` of its own. An e-mail address or somebody's @name stays what it is.
"""

from __future__ import annotations

import re
from typing import Final

WORD: Final = r"(?<![\w@.])@[A-Za-z]\w*(?:::\w+)?(?![\w@])"
_KNOWN: Final = frozenset(
    "if elseif else endif unless endunless isset endisset empty endempty foreach endforeach forelse endforelse for"
    " endfor while endwhile switch case default break continue endswitch section endsection yield extends include"
    " component endcomponent slot endslot php endphp lang choice csrf auth endauth guest endguest stack push endpush"
    " props vite once endonce can cannot canany elsecan elsecannot elsecanany elseauth elseguest env production error"
    " session verbatim endverbatim parent show stop append overwrite hasSection sectionMissing viteReactRefresh"
    " livewireStyles livewireScripts".split()
)
# Directives that an @endif ends.
_ENDED_BY_ENDIF: Final = frozenset({"hasSection", "sectionMissing"})
_ENDS: Final = re.compile(r"(?<![\w@.])@end([A-Za-z]\w*)")
_WORDS: Final = re.compile(WORD)
_GAP: Final = re.compile(r"[ \t]*\(")
_PARTS: Final = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[()]""", re.DOTALL)
_END_OF_PHP: Final = re.compile(r"(?<![\w@.])@endphp(?!\w)")
_LONGEST_ARGUMENTS: Final = 1000
_BUTTON: Final = re.compile(r"<x-mail::button\b|@component\(\s*['\"]mail::button\b")


class Directives:
    """The directives of one page."""

    def __init__(self, text: str) -> None:
        self._text = text
        words = {match.group()[1:] for match in _WORDS.finditer(text)}
        self._ended = words & set(_ENDS.findall(text))
        self._named = _KNOWN | self._ended | {f"end{word}" for word in self._ended}
        self._plain_to = 0  # the end of what @verbatim leaves alone
        self._php_ends = True

    def end_of(self, start: int, end: int) -> int | None:
        """Where the directive text[start:end] ends with its arguments; None where it is no directive."""
        word = self._text[start + 1 : end]
        if start < self._plain_to:
            return None
        if word == "verbatim":
            close = self._text.find("@endverbatim", end)
            self._plain_to = max(close, 0)
        gap = _GAP.match(self._text, end)
        close = self._balanced_end(gap.end()) if gap else -1
        if word == "php" and gap is None:
            return self._end_of_php(end)
        if word in self._named:
            return close if close >= 0 else gap.end() if gap else end
        return close if close >= 0 and self._text[end] == "(" else None

    def opens(self, word: str) -> bool:
        """Whether a directive begins a block that another ends."""
        return word in self._ended or word in _ENDED_BY_ENDIF

    def _end_of_php(self, at: int) -> int:
        """Behind the @endphp of a block of PHP, or where the word ends if it has none."""
        end = _END_OF_PHP.search(self._text, at) if self._php_ends else None
        self._php_ends = end is not None
        return end.end() if end else at

    def _balanced_end(self, at: int) -> int:
        """Behind the parenthesis that closes the arguments which begin at `at`; -1 where none does."""
        depth = 1
        for match in _PARTS.finditer(self._text, at, at + _LONGEST_ARGUMENTS):
            depth += {"(": 1, ")": -1}.get(match.group(), 0)
            if depth == 0:
                return match.end()
        return -1


def opens_button(code: str) -> bool:
    """Whether what follows is a button of Laravel's mails."""
    return _BUTTON.match(code) is not None


def block_word(word: str) -> str:
    """The word under which the end of a directive's block is told."""
    return "if" if word in _ENDED_BY_ENDIF else word
