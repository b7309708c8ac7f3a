"""Regular expressions within patterns for spaCy's matchers (`{"LOWER": {"REGEX": "…"}}`), with a limit of time.

spaCy runs them by Python's own engine, which nothing can stop. So each becomes an attribute of our own on the token
(an extension, in spaCy's words), which runs it in the `regex` package.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from empathy_lint.checking.kinds.words import compile_sensitive, seconds, too_long
from empathy_lint.errors import Problem

# What a pattern calls an attribute of a token, and the text that it has.
_TEXTS: Final[dict[str, Callable[[Any], str]]] = {
    "ORTH": lambda token: token.text,
    "TEXT": lambda token: token.text,
    "LOWER": lambda token: token.lower_,
    "NORM": lambda token: token.norm_,
    "LEMMA": lambda token: token.lemma_,
    "SHAPE": lambda token: token.shape_,
    "PREFIX": lambda token: token.prefix_,
    "SUFFIX": lambda token: token.suffix_,
    "POS": lambda token: token.pos_,
    "TAG": lambda token: token.tag_,
    "DEP": lambda token: token.dep_,
    "MORPH": lambda token: str(token.morph),
    "ENT_TYPE": lambda token: token.ent_type_,
}
_NUMBERS: Final = count()  # attributes of tokens are known to all of the process
_RELATED: Final = ("RIGHT_ATTRS",)  # where a pattern for dependencies keeps what it says of a token
_LONGEST_FUZZY: Final = 100  # characters; each letter of a token is held against each of them


class TokenPatternError(ValueError):
    """A pattern that holds an expression where it could not be stopped."""


@dataclass(eq=False)
class TokenExpressions:
    """The expressions of one entry. `entry`, `path` and `line` say where it is written.

    One that takes too long is told once and holds for no token from then on; all else goes on.
    """

    entry: str
    path: str = ""
    line: int | None = None
    problems: list[Problem] = field(default_factory=list, init=False)
    _attributes: list[str] = field(default_factory=list, init=False, repr=False)

    def bounded(self, patterns: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
        """The patterns with each expression as an attribute of ours; raises TokenPatternError, or ValueError with a
        plain reason for an expression that is not valid.
        """
        return [[self._token(spec) if isinstance(spec, dict) else spec for spec in pattern] for pattern in patterns]

    def _token(self, spec: dict[str, Any]) -> dict[str, Any]:
        if any(key in spec for key in _RELATED):
            return {key: self._token(value) if key in _RELATED else value for key, value in spec.items()}
        kept: dict[str, Any] = {}
        ours: dict[str, Any] = {}
        for name, asked in spec.items():
            rest = dict(asked) if isinstance(asked, dict) else asked
            for operator in [key for key in rest if str(key).upper() == "REGEX"] if isinstance(rest, dict) else ():
                ours[self._attribute(str(name).upper(), rest.pop(operator))] = True
            _refuse(rest)
            if rest != {} or asked == {}:
                kept[name] = rest
        return {**kept, "_": {**kept.get("_", {}), **ours}} if ours else kept

    def _attribute(self, name: str, asked: Any) -> str:
        """The name of the attribute that says whether an expression holds for a token."""
        from spacy.tokens import Token

        if name not in _TEXTS:
            raise TokenPatternError(f"A regular expression cannot be asked of “{name}”.")
        attribute = f"empathy_lint_{next(_NUMBERS)}"
        Token.set_extension(attribute, getter=_Asked(self, _TEXTS[name], *_expressions(asked)))
        self._attributes.append(attribute)
        return attribute

    def forget(self) -> None:
        """Take the attributes off again: nothing will ask for them."""
        from spacy.tokens import Token

        while self._attributes:
            Token.remove_extension(self._attributes.pop())


@dataclass
class _Asked:
    """Whether any of some expressions (or, where `wanted` is false, none) is in a text of a token."""

    owner: TokenExpressions
    text_of: Callable[[Any], str]
    patterns: list[Any]
    wanted: bool

    def __call__(self, token: Any) -> bool:
        text = self.text_of(token)
        found = any(self._holds(pattern, text) for pattern in tuple(self.patterns))
        return bool(self.patterns) and found == self.wanted

    def _holds(self, pattern: Any, text: str) -> bool:
        try:
            return pattern.search(text, timeout=seconds()) is not None
        except TimeoutError:
            self.patterns.remove(pattern)
            problem = too_long(pattern.pattern, self.owner.entry, text, self.owner.path, self.owner.line)
            self.owner.problems.append(problem)
            return False


def _expressions(asked: Any) -> tuple[list[Any], bool]:
    """The compiled expressions, and whether one of them has to hold; {"IN": […]} and {"NOT_IN": […]} hold several."""
    if isinstance(asked, str):
        return [compile_sensitive(asked)], True
    if isinstance(asked, dict) and len(asked) == 1:
        ((operator, sources),) = asked.items()
        if str(operator).upper() in ("IN", "NOT_IN") and isinstance(sources, list):
            return [compile_sensitive(str(source)) for source in sources], str(operator).upper() == "IN"
    raise TokenPatternError("REGEX takes an expression, or IN or NOT_IN with a list of them.")


def _refuse(asked: Any) -> None:
    """Raises TokenPatternError for an expression that is hidden deeper, and for a word too long to be compared."""
    for operator, value in _operators(asked):
        if operator == "REGEX":
            raise TokenPatternError("REGEX has to stand directly below the name of an attribute.")
        if operator.startswith("FUZZY") and len(json.dumps(value, default=str)) > _LONGEST_FUZZY:
            raise TokenPatternError(f"{operator} compares words of at most {_LONGEST_FUZZY} characters.")


def _operators(asked: Any) -> Iterator[tuple[str, Any]]:
    for operator, value in asked.items() if isinstance(asked, dict) else ():
        yield str(operator).upper(), value
        yield from _operators(value)
