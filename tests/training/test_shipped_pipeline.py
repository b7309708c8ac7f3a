"""The shipped English pipeline: nothing in it identifies anybody, it is small, and its licence travels with it."""

from __future__ import annotations

import json
import re

import pytest
import spacy
import srsly

from empathy_lint.language.pipeline import SHIPPED

ADDRESS_OR_NUMBER = re.compile(r"@\w|\w\.(?:com|org|net|edu)\b|\d{3,}")


@pytest.fixture(scope="module")
def own_strings() -> set[str]:
    """What the pipeline knows beyond spaCy's own English."""
    strings = set(json.loads((SHIPPED / "vocab" / "strings.json").read_text(encoding="utf-8")))
    return strings - set(spacy.blank("en").vocab.strings)


def test_no_address_and_no_number_is_spelled_out(own_strings: set[str]) -> None:
    assert [string for string in own_strings if ADDRESS_OR_NUMBER.search(string)] == []


def test_no_word_of_the_training_text_is_left(own_strings: set[str]) -> None:
    labels = re.compile(
        r"[A-Z][A-Za-z]+=[A-Za-z0-9,]+(\|[A-Z][A-Za-z]+=[A-Za-z0-9,]+)*|[a-z]+(:[a-z]+)?|[A-Z][A-Za-z]*"
    )
    letters = [string for string in own_strings if not labels.fullmatch(string)]
    # What is left is the letters that the lemmatizer's edits replace; a name would be longer.
    assert [string for string in letters if len(string) > 6] == []
    words = [string for string in own_strings if string[:1].isupper() and len(string) > 12 and "=" not in string]
    assert words == []


def test_the_edits_of_the_lemmatizer_spell_no_name() -> None:
    strings = {spacy.strings.get_string_id(s): s for s in json.loads((SHIPPED / "vocab" / "strings.json").read_text())}
    trees = srsly.msgpack_loads((SHIPPED / "trainable_lemmatizer" / "trees").read_bytes())["trees"]
    spelled = {strings.get(tree[side], "") for tree in trees if "orig" in tree for side in ("orig", "subst")}
    assert [edit for edit in spelled if re.search(r"[\d@]|[A-Z]{3}", edit)] == []


def test_the_config_names_no_path_and_the_meta_no_person() -> None:
    config = (SHIPPED / "config.cfg").read_text(encoding="utf-8")
    assert "[paths]" not in config and ".conllu" not in config
    assert json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))["license"] == "CC BY-SA 4.0"


def test_it_takes_at_most_eight_megabytes() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) <= 8_000_000


def test_licence_and_card_travel_with_it() -> None:
    licence = (SHIPPED / "LICENSE.txt").read_text(encoding="utf-8")
    assert "Attribution-ShareAlike 4.0" in licence and "English Web Treebank" in licence and "Changes:" in licence
    assert "## Known weaknesses" in (SHIPPED / "MODEL_CARD.md").read_text(encoding="utf-8")
