"""Cut words where the treebank cuts them.

A run of one sign is one word ("!!", "===="), and so are a telephone number and a word with a prefix ("e-mail",
"non-smoker"); "and/or" is three words, "11:30am" two, and a dash at the end of a word stands apart.
"""

from __future__ import annotations

import re
from typing import Any, Final

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_RUNS: Final = (r"[.!?]*[!?][.!?]+", r"\.[!?]+", *(rf"{re.escape(sign)}{{2,}}" for sign in "$=*<>_~#"))
_PREFIXES: Final = (*_RUNS, r"-(?=[A-Za-z]{2})")
_SUFFIXES: Final = (*_RUNS, r"(?<=[a-z]{2})-+", r"(?<=\d)(?:am|pm|AM|PM|k|K|hrs?|days?)")
_INFIXES: Final = (r"(?<=[A-Za-z]{2})/(?=[A-Za-z]{2})", r"(?<=[a-z]{2})\((?=[A-Za-z])", r"(?<=[a-z]{2})\?(?=[a-z]{2})")
_WHOLE: Final = re.compile(
    r"\(?\d{3}\)?[-.]\d{3,4}(?:[-.]\d{4})?"
    r"|(?:anti|bi|co|counter|de|e|ex|inter|mid|mis|multi|non|post|pre|pro|re|semi|sub|un)-[a-z]+",
    re.IGNORECASE,
)


def adapt(nlp: Language) -> None:
    """Give the pipeline's tokenizer these rules; they are saved with it."""
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex((*_PREFIXES, *(defaults.prefixes or ()))).search
    tokenizer.suffix_search = compile_suffix_regex((*_SUFFIXES, *(defaults.suffixes or ()))).search
    tokenizer.infix_finditer = compile_infix_regex((*_INFIXES, *(defaults.infixes or ()))).finditer
    tokenizer.token_match = _WHOLE.fullmatch
