"""Forms of English words, made on demand: "ended" for "end", as "terminated" is to "terminate".

lemminflect knows the irregular ones; it is imported when a form is first asked for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, cast

from empathy_lint.language.word_tables import lemminflect_library

# Penn tags: base, third person, past, past participle, -ing form; one noun, several.
Tag = Literal["VB", "VBZ", "VBD", "VBN", "VBG", "NN", "NNS"]
_VERB_TAGS: Final[tuple[Tag, ...]] = ("VB", "VBZ", "VBD", "VBN", "VBG")
_SMALL: Final = frozenset(
    """a an the and or of to in on for with your you we our is are will be has have this that if by at from not do must
        without until as all any can may was my no so it its they their than then us he she his her into out up off but
        before after when what who how why which while during under over between above below about against within per
        via yes please now should shall would could cannot dont nor yet both either these those there here""".split()
)
# Verbs whose British base has one "l" and whose forms have two; the dictionary makes "enroled" of them.
_DOUBLED: Final = frozenset({"enrol", "fulfil", "instil", "distil"})
_DOUBLING: Final[dict[Tag, str]] = {"VBD": "ed", "VBN": "ed", "VBG": "ing"}
_NOUN_TAGS: Final[tuple[Tag, ...]] = ("NN", "NNS")


@lru_cache(maxsize=4096)
def inflected(lemma: str, tag: Tag) -> str | None:
    """A form of a word, lower case; None where the word has no such form."""
    if lemma in _DOUBLED and tag in _DOUBLING:
        return f"{lemma}l{_DOUBLING[tag]}"
    forms = cast("tuple[str, ...]", lemminflect_library().getInflection(lemma, tag=tag))
    return forms[0] if forms else None


@lru_cache(maxsize=4096)
def verb_lemma(form: str) -> str:
    """The verb that a lower-case form belongs to; the form itself where nothing is known of it."""
    lemmas = cast("tuple[str, ...]", lemminflect_library().getLemma(form, upos="VERB"))
    return lemmas[0] if lemmas else form


@lru_cache(maxsize=4096)
def noun_lemma(form: str) -> str:
    """The singular that a lower-case noun belongs to; the form itself where nothing is known of it."""
    lemmas = cast("tuple[str, ...]", lemminflect_library().getLemma(form, upos="NOUN"))
    return lemmas[0] if lemmas else form


def like(form: str, lemma: str, other: str) -> str | None:
    """The form of `other` that answers to `form` of `lemma`; None where that takes the grammar of a sentence to say.

    "commenced" may be a past or a participle. That is no matter for "started", but it is for "began" and "begun".
    """
    candidates = {
        inflected(other, tag) for tags in (_VERB_TAGS, _NOUN_TAGS) for tag in tags if form in _spellings(lemma, tag)
    }
    return candidates.pop() if len(candidates) == 1 else None


def _spellings(lemma: str, tag: Tag) -> tuple[str, ...]:
    if tag in ("VB", "NN"):
        return (lemma,)
    return cast("tuple[str, ...]", lemminflect_library().getInflection(lemma, tag=tag))


@lru_cache(maxsize=4096)
def is_word(form: str) -> bool:
    """Whether a lower-case form is an ordinary English word: one with a lemma in the dictionary, or a small one."""
    return form in _SMALL or bool(lemminflect_library().getAllLemmas(form))


@lru_cache(maxsize=4096)
def is_noun(words: str) -> bool:
    """Whether the last of some lower-case words can be a noun."""
    return "NOUN" in lemminflect_library().getAllLemmas(words.rsplit(maxsplit=1)[-1])
