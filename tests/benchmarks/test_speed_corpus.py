"""What speed is measured on: messages of which no sentence is like another, with placeholders that we read as such."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.speed.corpus import Draft, archive, as_html, as_text, distinct, drafts, sent
from benchmarks.speed.sentences import key_of
from empathy_lint.reading.reader import read

# A treebank of our own: a sentence a line, each word with the first letter of its part of speech.
TREEBANK = """
The/D small/A dog/N ate/V our/D old/A shoes/N ./P
A/D green/A train/N passed/V two/D long/A bridges/N ./P
His/D kind/A aunt/N sold/V five/D fresh/A loaves/N ./P
Your/D quick/A reply/N helped/V many/D tired/A nurses/N ./P
"""
PARTS = {"D": "DET", "A": "ADJ", "N": "NOUN", "V": "VERB", "P": "PUNCT"}


@pytest.fixture(scope="module")
def treebank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("treebank")
    with (folder / "small.conllu").open("w", encoding="utf-8") as file:
        for number, line in enumerate(TREEBANK.strip().splitlines()):
            file.write(f"# newdoc id = d{number}\n# sent_id = d-{number}\n# newpar\n")
            words = [word.split("/") for word in line.split()]
            for place, (form, part) in enumerate(words, 1):
                note = "SpaceAfter=No" if place == len(words) - 1 else "_"
                file.write(f"{place}\t{form}\t{form}\t{PARTS[part]}\t_\t_\t{min(place - 1, 1)}\tdep\t_\t{note}\n")
            file.write("\n")
    return folder


def sentences_of(rows: list[Draft]) -> list[str]:
    return [sentence for row in rows for paragraph in row.paragraphs for sentence in paragraph]


@pytest.mark.parametrize("source", ["filler", "treebank"])
def test_no_sentence_comes_twice_even_with_other_figures_and_capitals(source: str, treebank: Path) -> None:
    rows = list(islice(drafts(treebank if source == "treebank" else None), 60))
    keys = [key_of(sentence) for sentence in sentences_of(rows)]
    assert len(keys) == len(set(keys)) > 300
    assert len({row.greeted for row in rows}) == 60


def test_sentences_of_a_treebank_come_as_written_first_and_then_with_other_words(treebank: Path) -> None:
    found = [sentence for sentence in sentences_of(list(islice(drafts(treebank), 9))) if len(sentence.split()) == 7]
    assert found[:2] == ["The small dog ate our old shoes.", "A green train passed two long bridges."]
    later = found[4].split()
    assert later[0] == "The" and later[4] == "our" and later != found[0].split()


def test_messages_have_about_120_words() -> None:
    rows = list(islice(drafts(None), 200))
    assert 110 <= sum(len(as_text(row).split()) for row in rows) / len(rows) <= 140


def test_every_placeholder_is_read_as_one() -> None:
    for draft in islice(drafts(None), 40):
        for name, text in (("a.txt", as_text(draft)), ("a.html", as_html(draft))):
            (message,) = read(name, text.encode()).messages
            codes = [row.code for block in message.blocks for row in block.placeholders]
            assert codes
            assert all(any(word in code for word in ("amount", "date", "name")) for code in codes)
            assert not any(mark in block.prose for block in message.blocks for mark in ("{", "}", "((", "%{"))


def test_html_says_what_text_says() -> None:
    for draft in islice(drafts(None), 20):
        (plain,) = read("a.txt", as_text(draft).encode()).messages
        (marked_up,) = read("a.html", as_html(draft).encode()).messages
        assert [block.prose for block in marked_up.blocks] == [block.prose for block in plain.blocks]


def test_a_corpus_is_made_once_and_is_the_same_each_time(tmp_path: Path) -> None:
    first, again = (distinct(tmp_path / name, None, 12, "text") for name in ("a", "b"))
    texts = [path.read_text(encoding="utf-8") for path in sorted(first.rglob("*.txt"))]
    assert len(texts) == len(set(texts)) == 12
    assert texts == [path.read_text(encoding="utf-8") for path in sorted(again.rglob("*.txt"))]
    changed = next(first.rglob("*.txt"))
    changed.write_text("kept", encoding="utf-8")
    assert distinct(tmp_path / "a", None, 12, "text") == first
    assert changed.read_text(encoding="utf-8") == "kept"


def test_an_archive_repeats_its_templates_with_other_people_amounts_and_dates(tmp_path: Path) -> None:
    templates = tuple(islice(drafts(None), 3))
    texts = list(sent(templates, 9))
    assert len(set(texts)) == 9
    assert not any(mark in text for text in texts for mark in ("{", "}", "((", "%"))
    first, again = (set(text.split()) for text in (texts[0], texts[3]))
    assert 1 <= len(first - again) <= 12 < len(first & again)
    assert len(list(archive(tmp_path, None, 7).rglob("*.txt"))) == 7
