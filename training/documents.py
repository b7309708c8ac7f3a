"""Turn sentences into spaCy documents with gold annotation."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.conllu import Sentence

SPACE_POS = "SPACE"


def to_doc(vocab: Vocab, sentences: Sequence[Sentence], separators: Sequence[str] = ()) -> Doc:
    """Join sentences into one annotated document.

    ``separators[i]`` stands between sentence i and the next; a space, or nothing given, leaves the
    sentence's own spacing.
    Line breaks become whitespace tokens, as spaCy's tokenizer makes them.
    """
    words: list[str] = []
    spaces: list[bool] = []
    lemmas: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool] = []
    for i, sentence in enumerate(sentences):
        offset = len(words)
        for j, word in enumerate(sentence.words):
            words.append(word.form)
            spaces.append(word.space_after)
            lemmas.append(word.lemma)
            pos.append(word.pos)
            morphs.append(word.features)
            heads.append(offset + word.head)
            deps.append(word.relation)
            starts.append(j == 0)
        separator = separators[i] if i < len(separators) else ""
        if separator.strip(" ") and i < len(sentences) - 1:
            spaces[-1] = False
            words.append(separator)
            spaces.append(False)
            lemmas.append(separator)
            pos.append(SPACE_POS)
            morphs.append("")
            heads.append(len(words) - 2)
            deps.append("dep")
            starts.append(False)
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        lemmas=lemmas,
        pos=pos,
        morphs=morphs,
        heads=heads,
        deps=deps,
        sent_starts=starts,
    )
