"""The phrase language of rule packs: parsed to a small tree, then turned into a regular expression.

    fail(ed|ing|s)? to [pay]      a choice, something optional, any form of "pay"
    (very )*sorry                 up to four of these
    take … to court               a gap of up to eight words within the clause
    penali[sz]ed, late[- ]fee     a choice of letters inside a word

Only what the tree can say is compiled, so no phrase can take exponential time: repetition is of single
letters, or bounded: a gap of eight words, four times a group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from empathy_lint.checking.inflections import inflections
from empathy_lint.checking.literals import FOLDED, Literals, choice, fold, optional, sequence, unknown

_GAP_WORDS = 8
_CLOSERS = {"(": ")", "[": "]"}
_NOT_PHRASE = set("*+{}^")
_TIMES = {"?": "?", "*": "{0,4}"}
_ESCAPES = {"w": r"[\w'’\-]", "d": r"\d"}
# A word ends where no letter follows; "can" is not a word of its own in "can't".
_WORD_START, _WORD_END = r"(?<!\w)", r"(?!\w|['’]t\b)"
# Taken at once, as most of a phrase is letters; the last of a word is left when it may be missing or repeated.
_PLAIN_LETTERS = re.compile(r"[A-Za-z]{2,}(?![A-Za-z?*])|[A-Za-z]+(?=[A-Za-z][?*])")
_GAP_WORD = r"(?:[^\s.;!?]|\.(?=\w))+"
_GAP = rf"(?!\w)[^\w\s.;!?]*(?:\s+{_GAP_WORD}){{0,{_GAP_WORDS}}}?\s+[^\w\s.;!?]*"
_FIRST_GAP = rf"(?:{_GAP_WORD}\s+){{0,{_GAP_WORDS}}}?"
_LAST_GAP = rf"(?:\s+{_GAP_WORD}){{0,{_GAP_WORDS}}}"


class PhraseError(ValueError):
    """A phrase that cannot be read; `remedy` says what to write instead."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


# Compared by identity, as a run looks phrases up more often than anything; `compile_phrase` makes each only once.
@dataclass(frozen=True, eq=False)
class Phrase:
    """A phrase ready to be searched for.

    `literals` are alternatives of which at least one stands in the folded text wherever the phrase matches;
    None when nothing is certain. The regular expression is compiled when it is first needed, because in most
    runs most phrases never get past their literals.
    """

    source: str
    expression: str
    literals: frozenset[str] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression; it matches whole words without regard to case."""
        return re.compile(self.expression, re.IGNORECASE)

    def may_match(self, folded: str) -> bool:
        """Whether the phrase can stand in the text of which `folded` is the folded form (see
        `literals.fold`).
        """
        if self.literals is None:
            return True
        for literal in self.literals:  # noqa: SIM110  the hottest line of a run; a generator would cost it threefold
            if literal in folded:
                return True
        return False

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Every place at which the phrase stands in `text`, left to right, without overlaps."""
        return [match.span() for match in self.pattern.finditer(text)]


class _Node(NamedTuple):
    """A piece of a phrase: its regular expression and what is known about the text it matches."""

    expression: str
    literals: Literals
    is_space: bool = False
    is_gap: bool = False
    inner: _Node | None = None  # what may be left out, when the whole piece may
    times: str = ""  # how often `inner` may stand there


_SPACE = _Node(r"\s+", Literals(frozenset({" "}), None), is_space=True)
_GAP_NODE = _Node(_GAP, unknown(), is_gap=True)
_SINGLE = {" ": _SPACE, "…": _GAP_NODE}


@cache
def compile_phrase(source: str) -> Phrase:
    """Read one phrase. Raises PhraseError when it is empty, unbalanced or uses what phrases do not have."""
    text = " ".join(source.replace("...", "…").split())
    if not text:
        raise PhraseError("This phrase is empty.", "Write the words to look for, or delete the line.")
    node = _Parser(text).whole()
    if node.literals.exact is not None and "" in node.literals.exact:
        raise PhraseError(f"“{source}” is optional as a whole, so it would match everywhere.", "Make one word certain.")
    return Phrase(source, _with_edges(text, node.expression), node.literals.best())


def _with_edges(text: str, expression: str) -> str:
    # A phrase that begins or ends with a sign ("!", "£", "%") is not held to a word edge there.
    start = _WORD_START if re.match(r"[\w(\[\\]", text) else ""
    end = _WORD_END if re.search(r"(?:[\w)\]?]|\\w\+)\Z", text) and not text.endswith(r"\?") else ""
    return f"{start}(?:{expression}){end}"


class _Parser:
    """A recursive-descent reader over one phrase."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def whole(self) -> _Node:
        node = self.choice(closer="", at_word_start=True)
        if self.at < len(self.text):
            raise PhraseError(f"“{self.text}” has a “)” without its “(”.", "Close what was opened, or write \\).")
        return node

    def choice(self, closer: str, at_word_start: bool) -> _Node:
        options = [self.sequence(at_word_start)]
        while self.peek() == "|":
            self.at += 1
            options.append(self.sequence(at_word_start))
        if closer:
            if self.peek() != closer:
                raise PhraseError(f"“{self.text}” opens a “(” that is never closed.", "Add the “)”.")
            self.at += 1
        return _choice(options)

    def sequence(self, at_word_start: bool) -> _Node:
        nodes: list[_Node] = []
        starts_word, sign = at_word_start, self.peek()
        while sign not in ("", "|", ")"):
            node = self.atom(starts_word)
            sign = self.peek()
            if sign in _TIMES:
                # A gap may be empty anyway.
                node = node if node.is_gap and sign == "?" else _optional(node, _TIMES[sign])
                self.at += 1
                sign = self.peek()
            nodes.append(node)
            starts_word = node.is_space or node.is_gap
        return _sequence(_settle_spaces(nodes, at_word_start))

    def atom(self, starts_word: bool) -> _Node:
        char = self.text[self.at]
        if letters := _PLAIN_LETTERS.match(self.text, self.at):
            self.at = letters.end()
            return _literal(letters[0])
        if char == "(":
            self.at += 1
            return self.choice(")", starts_word)
        if char == "[":
            return self.bracket(starts_word)
        self.at += 1
        if char in _SINGLE:
            return _SINGLE[char]
        if char == "\\":
            return self.escape()
        if char in _NOT_PHRASE or char in "?])":
            raise PhraseError(
                f"“{char}” has no meaning at this point of the phrase “{self.text}”.",
                f"Write \\{char} for the sign itself, or use a `regex` entry.",
            )
        return _character(char)

    def escape(self) -> _Node:
        name = self.peek()
        self.at += 1
        if name in _ESCAPES:
            return _Node(_ESCAPES[name] + self.plus(), unknown())
        if not name or name.isalnum():
            raise PhraseError(f"“\\{name}” is not known in phrases.", r"Known: \w+ and \d+, or a `regex` entry.")
        return _character(name)

    def bracket(self, starts_word: bool) -> _Node:
        close = self.text.find("]", self.at)
        if close < 0:
            raise PhraseError(f"“{self.text}” opens a “[” that is never closed.", "Add the “]”.")
        inside = self.text[self.at + 1 : close]
        ends_word = self.text[close + 1 : close + 2] in ("", " ", ")", "|", "…", ",")
        self.at = close + 1
        if starts_word and ends_word and re.fullmatch(r"[^\W\d_]{2,}", inside):
            return _choice([_literal(form) for form in inflections(inside.lower())])
        if re.fullmatch(r"(?:\\[dw]|[^\\\[^-]|-\Z)+", inside) and "\\" in inside:
            letters = "".join(each if each[0] == "\\" else re.escape(each) for each in re.findall(r"\\[dw]|.", inside))
            return _Node(f"[{letters}]{self.plus()}", unknown())
        if not inside or re.search(r"[\\^\[]|\w-\w", inside):
            raise PhraseError(
                f"“[{inside}]” is neither a word to inflect nor a choice of letters.",
                "Write [pay] for the forms of a word, or [sz] inside a word.",
            )
        return _choice([_SPACE if letter == " " else _character(letter) for letter in inside])

    def plus(self) -> str:
        """The sign that repeats a kind of letter, if one stands here."""
        sign = self.peek() if self.peek() in ("+", "*") else ""
        self.at += len(sign)
        return sign

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]


def _settle_spaces(nodes: list[_Node], at_word_start: bool) -> list[_Node]:
    """Let a gap take the spaces beside it, and an optional word one of those beside it.

    A gap at either end reaches as far as its words do: "no …" covers what "no" is said of.
    """
    if not any(node.is_gap or node.inner for node in nodes):
        return nodes
    settled: list[_Node] = []
    run: list[_Node] = []
    for node in nodes:
        if node.is_gap:
            settled += [
                *_settle_run(_stripped(run, bool(settled), before_gap=True), at_word_start or bool(settled)),
                node,
            ]
            run = []
        else:
            run.append(node)
    if settled and not run:
        settled[-1] = _Node(_LAST_GAP, unknown(), is_gap=True)
    if settled and settled[0].is_gap:
        settled[0] = _Node(_FIRST_GAP, unknown(), is_gap=True)
    return settled + _settle_run(_stripped(run, bool(settled), before_gap=False), at_word_start or bool(settled))


def _stripped(run: list[_Node], after_gap: bool, before_gap: bool) -> list[_Node]:
    """A run of pieces without the spaces that the gaps around it take."""
    first = 1 if after_gap and run and run[0].is_space else 0
    last = len(run) - 1 if before_gap and len(run) > first and run[-1].is_space else len(run)
    return run[first:last]


def _settle_run(nodes: list[_Node], at_word_start: bool) -> list[_Node]:
    """Let an optional word take the space after it; those that end a run take the space before them.

    "we (really)? care" has to match "we care" as well as "we really care".
    """
    tail = len(nodes)
    while tail >= 3 and nodes[tail - 1].inner and nodes[tail - 2].is_space:
        tail -= 2
    settled: list[_Node] = []
    after_space = at_word_start
    for node in nodes[:tail]:
        optional_word = settled[-1] if settled and settled[-1].inner and after_space else None
        if node.is_space and optional_word and optional_word.inner:
            settled[-1] = _optional(_sequence([optional_word.inner, _SPACE]), optional_word.times)
            continue
        after_space = node.is_space or (after_space and node.inner is not None)
        settled.append(node)
    return settled + [
        _optional(_sequence([_SPACE, node.inner]), node.times) for node in nodes[tail + 1 :: 2] if node.inner
    ]


def _sequence(nodes: list[_Node]) -> _Node:
    if len(nodes) == 1 and not nodes[0].times and not nodes[0].is_space and not nodes[0].is_gap:
        return nodes[0]
    return _Node("".join([node.expression for node in nodes]), sequence([node.literals for node in nodes]))


def _choice(options: list[_Node]) -> _Node:
    if len(options) == 1:
        return _Node(f"(?:{options[0].expression})", options[0].literals)
    # The longest first: an alternation takes the first that fits, a writer expects the longest.
    ordered = sorted((option.expression for option in options), key=len, reverse=True)
    return _Node(f"(?:{'|'.join(ordered)})", choice([option.literals for option in options]))


def _optional(node: _Node, times: str) -> _Node:
    literals = optional(node.literals) if times == "?" else unknown()
    return _Node(f"(?:{node.expression}){times}", literals, inner=node, times=times)


@cache
def _literal(word: str) -> _Node:
    letters = [_character(char) for char in word]
    exact = "".join(folded for letter in letters for folded in letter.literals.exact or ())
    return _Node("".join(letter.expression for letter in letters), Literals(frozenset({exact}), None))


@cache
def _character(char: str) -> _Node:
    folded = fold(char)
    written = FOLDED.get(folded, "")
    expression = f"[{re.escape(written)}]" if written else re.escape(char)
    return _Node(expression, Literals(frozenset({folded or char}), None))
