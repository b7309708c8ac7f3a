"""The spaCy pipeline: found, checked and loaded when first needed, and fed in batches.

It is either the one shipped beside this module or one that the user names: a folder or an installed package. Only the
components that are asked for are loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from empathy_lint.errors import Problem, ProblemError
from empathy_lint.language.alike import alike
from empathy_lint.language.remembered import Remembered
from empathy_lint.language.spacy_library import spacy_library
from empathy_lint.language.tree import UD_LABELS, Tree, retold, tree_of

SHIPPED: Final = Path(__file__).parent / "model"
_BATCH: Final = 64  # sentences; larger batches are no faster and take more memory
_REMEMBERED: Final = 2048  # trees kept for sentences that differ in figures and dates alone
_TAGGERS: Final = ("morphologizer", "tagger")
# The shipped pipeline saves its tokenizer whole. spaCy would first make the English one, then give it the saved rules
# one kind at a time and read its 1,300 exceptions anew at each: half of the time that loading takes.
_BARE_TOKENIZER: Final = "empathy_lint.BareTokenizer.v1"
# What facts and directives rest on; a pipeline without these labels was trained on something else.
_RELATIONS: Final = ("nsubj", "nsubj:pass", "aux:pass", "obj", "advcl", "mark", "conj", "cc")
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\u00a0": " ", "‑": "-"})


class Pipeline:
    """A lazily loaded spaCy pipeline.

    `name` is None for the shipped one, else a folder or the name of an installed package. `needed_by` is who asks, for
    the message when something is missing. Lemmas cost time and are made only if `lemmas` is true.
    """

    def __init__(self, name: str | None = None, *, needed_by: str = "directives", lemmas: bool = False) -> None:
        self._name = name
        self._needed_by = needed_by
        self._lemmas = lemmas
        self._trees: Remembered[Tree] = Remembered(_REMEMBERED)

    def docs(self, texts: Iterable[str]) -> Iterator[Any]:
        """The spaCy Doc of each text, with equal character offsets; capitals and curly quotes are made plain."""
        yield from self._nlp.pipe(map(plain, texts), batch_size=_BATCH)

    def trees(self, texts: Iterable[str]) -> list[Tree]:
        """The tree of each text. Nothing of spaCy's stays behind, so memory does not grow with the vocabulary."""
        told = [(text, alike(text)) for text in texts]
        grown = {standing: self._trees.get(standing) for _, standing in told if standing in self._trees}
        new = list(dict.fromkeys(standing for _, standing in told if standing not in grown))
        if new:
            with self._nlp.memory_zone():
                grown |= {text: tree_of(doc, text) for doc, text in zip(self.docs(new), new, strict=True)}
        for standing in new:
            self._trees.put(standing, grown[standing])
        return [retold(grown[standing], text) for text, standing in told]

    @cached_property
    def _nlp(self) -> Any:
        spacy = spacy_library()
        source = self._name or str(SHIPPED)
        config = {} if self._name else _bare_tokenizer(spacy)
        excluded = ["ner", "senter", "sentencizer", "textcat", "entity_ruler", "entity_linker"]
        if not self._lemmas:
            excluded += ["trainable_lemmatizer", "lemmatizer"]
        try:
            nlp = spacy.load(source, exclude=excluded, config=config)
        except (OSError, ValueError, ImportError) as error:
            remedy = (
                "Name a folder that holds a spaCy pipeline, or a package that is installed; or leave the setting out."
            )
            message = f"The language pipeline “{source}” cannot be loaded: {_first_line(error)}"
            raise ProblemError(Problem(source, message, remedy)) from error
        problems = list(self._lacks(nlp, source))
        if problems:
            raise ProblemError(*problems)
        return nlp

    def _lacks(self, nlp: Any, source: str) -> Iterator[Problem]:
        remedy = "Use the built-in pipeline, or one trained with Universal Dependencies or spaCy's English labels."
        by = f"which “{self._needed_by}” needs"
        if "parser" not in nlp.pipe_names:
            yield Problem(source, f"The language pipeline has no parser, {by}.", remedy)
            return
        if not any(name in nlp.pipe_names for name in _TAGGERS):
            yield Problem(source, f"The language pipeline has neither a morphologizer nor a tagger, {by}.", remedy)
        labels = {UD_LABELS.get(label, label) for label in nlp.get_pipe("parser").labels}
        missing = [label for label in _RELATIONS if label not in labels]
        if missing:
            yield Problem(source, f"The parser does not know the relations {', '.join(missing)}, {by}.", remedy)
        if self._lemmas and not any("lemmatizer" in name for name in nlp.pipe_names):
            yield Problem(source, f"The language pipeline has no lemmatizer, {by}.", remedy)


def _bare_tokenizer(spacy: ModuleType) -> dict[str, Any]:
    """Settings that have a pipeline's tokenizer made without rules, to be filled with the saved ones."""
    if _BARE_TOKENIZER not in spacy.registry.tokenizers:
        spacy.registry.tokenizers(_BARE_TOKENIZER, func=lambda: lambda nlp: spacy.tokenizer.Tokenizer(nlp.vocab))
    return {"nlp": {"tokenizer": {"@tokenizers": _BARE_TOKENIZER}}}


def plain(text: str) -> str:
    """The text as the parser reads it best, character for character: straight quotes, no shouting.

    A sentence that is mostly capitals is lower-cased but for its first letter.
    """
    text = text.translate(_STRAIGHT)
    words = [word for word in text.split() if sum(map(str.isalpha, word)) > 1]
    capitals = sum(word.isupper() for word in words)
    if capitals < 2 or capitals * 3 < len(words) * 2:
        return text
    first = next((place for place, character in enumerate(text) if character.isalpha()), 0)
    # Some letters become two when lower-cased; those stay as they are.
    lowered = (low if len(low := character.lower()) == 1 else character for character in text[first + 1 :])
    return text[: first + 1] + "".join(lowered)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
