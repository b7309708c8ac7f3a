"""Words are looked up in lemminflect's tables as the library itself would, without making dictionaries of them."""

from __future__ import annotations

import subprocess
import sys

from lemminflect import config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.core.Inflections import Inflections
from lemminflect.core.Lemmatizer import Lemmatizer

from empathy_lint.language.inflecting import inflected, is_word, verb_lemma
from empathy_lint.language.word_tables import lemminflect_library

_SETTLED = ["be", "can", "may", "will", "must"]


def test_every_table_answers_as_the_librarys_own_dictionary() -> None:
    lemminflect_library()
    tables = (
        (Lemmatizer().lemma_dict, LemmaLUCodec.load(config.lemma_lu_fn)),
        (
            Inflections().infl_dict,
            InflectionLUCodec.load(config.inflection_lu_fn),
        ),
    )
    for table, dictionary in tables:
        words = [*list(dictionary)[::97], *_SETTLED, "zzzz"]
        assert [table.get(word, {}) for word in words] == [dictionary.get(word, {}) for word in words]


def test_words_have_their_forms() -> None:
    assert (inflected("go", "VBD"), inflected("be", "VBN"), inflected("empathylint", "VBG")) == (
        "went",
        "been",
        "empathylinting",
    )
    assert (verb_lemma("went"), is_word("suspended"), is_word("qxzv")) == ("go", True, False)


def test_asking_for_a_word_does_not_import_spacy() -> None:
    code = (
        "import sys; from empathy_lint.language.inflecting import is_word; assert is_word('payments');"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
