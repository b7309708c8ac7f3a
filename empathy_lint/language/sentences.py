"""Split a block's prose into sentences, by rules that need no parser, so that rules can be tried before parsing.

A mark that ends a sentence (`.`, `!`, `?`, `…`, with closing quotes) is a boundary when white space follows, except
after abbreviations, initials and list numbers. Abbreviations that often do end a sentence ("p.m.", "Ltd.") end one
only when a common opening word follows. Lines and inline bullets always separate. Time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.analysis import Sentence
from empathy_lint.reading.message import Block, BlockKind, Message

# Blocks whose lines are read at one glance: "Payment failed. Try again" on a button is one call.
_WHOLE_LINES: Final = frozenset({BlockKind.HEADING, BlockKind.BUTTON, BlockKind.LINK})
_ONE_GLANCE: Final = 15  # words; a longer line is prose, wherever it stands
_LONGEST: Final = 4000  # characters that a parser is given at once; no sentence is as long
_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLET: Final = re.compile(r"(?<=\s)[•·‣▪●◦■](?=\s)")
_STOP: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|\Z)")
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LIST_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]+")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.){2,}")

# Never at the end of a sentence: a name, a number or an example follows.
_BINDING: Final = frozenset(
    """mr mrs ms mx dr prof rev fr hon gen col sgt capt lt messrs mme e.g eg i.e ie viz cf vs v approx nr ref tel ext
    fig figs sec para paras pp ca circa attn esp incl excl max min dept dob acct a/c c/o""".split()
)
# Bind when a number follows.
_NUMBERED: Final = frozenset("no nos p art s cl vol ch rs box jan feb mar apr jun jul aug sep sept oct nov dec".split())
# May end a sentence: they do when an opening word follows.
_AMBIGUOUS: Final = frozenset(
    """st rd ave blvd ln dr hwy co ltd inc corp plc llc llp bros jr sr etc dept est mon tue tues wed thu thur thurs fri
    sat sun hrs hr mins secs am pm yrs yr mo wk wks qty jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
_OPENERS: Final = frozenset(
    """a an the this that these those we you your our i it its it's if when once while after before until unless
    please thank thanks there here he she they their my to for in on at as with what who how why where which but and
    or so yet because although however no not all any some each both do don't call text reply contact visit log sign
    click pay ask tell see let keep bring find go use check open send we'll we're we've you'll you're you've i'm i'll
    i've there's that's here's questions need otherwise also then next instead should would could can may will since
    during sorry unfortunately""".split()
)

# Names only: "Dear valued customer" says more.
_SALUTATION: Final = re.compile(
    r"\W*(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey)\b(?:\s+(?!Sir|Madam|Customer|User|Client)(?:[A-Z][\w'’.-]*|and|&))*\s*[,.!:–—-]*\s*"
)


def is_salutation(text: str) -> bool:
    """Whether a sentence greets somebody by name and says no more: "Dear Ms Okafor,"."""
    return _SALUTATION.fullmatch(text) is not None


def split_message(message: Message) -> tuple[Sentence, ...]:
    """All sentences of a message, numbered in reading order."""
    found = ((number, start, end) for number, block in enumerate(message.blocks) for start, end in split_block(block))
    return tuple(
        Sentence(index, number, start, end, message.blocks[number].prose[start:end])
        for index, (number, start, end) in enumerate(found)
    )


def split_block(block: Block) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in a block's prose: in order, apart, and holding all that is not white space."""
    for line in _LINE.finditer(block.prose):
        if block.kind in _WHOLE_LINES and len(line.group().split()) <= _ONE_GLANCE:
            yield from _trimmed(block.prose, line.start(), line.end())
        else:
            yield from split_line(block.prose, line.start(), line.end())


def split_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in the line text[start:end]."""
    cuts = [match.start() for match in _BULLET.finditer(text, start, end)]
    at = start
    for cut in [*cuts, end]:
        yield from _split_item(text, at, cut)
        at = cut


def _split_item(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, at, stop, end):
            yield from _pieces(text, at, stop.end())
            at = stop.end()
    yield from _pieces(text, at, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or parts of what is too long for one: cut at white space, where there is any."""
    while end - start > _LONGEST:
        cut = max(text.rfind(sign, start + 1, start + _LONGEST) for sign in " \t\u00a0")
        cut = cut if cut > 0 else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    begin = start + len(part) - len(part.lstrip())
    finish = start + len(part.rstrip())
    if begin < finish:
        yield begin, finish


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the mark ends the sentence that began at `start`; `end` bounds the line."""
    following = text[stop.end() : min(stop.end() + 40, end)].lstrip()
    if not following:
        return True
    first = following.lstrip("\"'“‘«([")[:1]
    marks = stop.group().rstrip("\"'”’»)]")
    closed = len(marks) < len(stop.group())
    if not first or not (first.isalnum() or first in "£$€₹¥#@*-–—•"):
        return bool(first) and first not in ",;:.!?)"
    if closed and first.islower():
        return False
    if marks[-1] in "!?":
        return not (closed and following[:1] in "–—-")
    if marks != ".":
        return not first.islower()
    return _full_stop_ends(text, start, stop.start(), following, first)


def _full_stop_ends(text: str, start: int, dot: int, following: str, first: str) -> bool:
    word = _last_word(text, start, dot)
    bare = word.lstrip("\"'“‘«([").lower()
    if text[start : dot + 1].strip() == word + "." and _LIST_NUMBER.fullmatch(word + "."):
        return False
    if bare in _BINDING or (bare in _NUMBERED and first.isdigit()):
        return False
    if bare in _AMBIGUOUS or _DOTTED.fullmatch(bare + ".") or (len(bare) == 1 and bare.isalpha()):
        return _opens(following)
    if first.islower():
        # Hurried writing without capitals; an unknown abbreviation would be short.
        return len(bare) > 1 and bare.isalnum()
    return True


def _last_word(text: str, start: int, end: int) -> str:
    at = end
    while at > start and not text[at - 1].isspace():
        at -= 1
    return text[at:end]


def _opens(following: str) -> bool:
    word = _WORD.search(following)
    if word is None or following.startswith("("):
        return False
    return word.group()[0].isupper() and word.group().lower().replace("’", "'") in _OPENERS
