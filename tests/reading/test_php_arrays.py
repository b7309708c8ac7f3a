"""Catalogues that are arrays of PHP: keys as in the array, words where they stand, and new words in the literal."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, source_of

from empathy_lint.limits import Limits
from empathy_lint.reading.discovery import discover
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.formats import format_of
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import escape, rewritten
from empathy_lint.settings.reading import ReadingOptions
from empathy_lint.settings.resolving import Settings

PATH = "lang/en/reminders.php"
CATALOGUE = r"""<?php
declare(strict_types=1);
// Our reminders.
return [
    'overdue' => [
        'subject' => 'Your bill, :name',
        "body" => "It's open.\nPlease " . 'call us, it\'s free.',
    ],
    'links' => ['https://a.example/b', 'Call us today'],
    Reason::LATE => $late ? 'Please pay now' : 'Please call us',
    'nested' => array('deep' => array('text' => 'We will wait here')),
    'note' => <<<TXT
        Two lines
        of words
        TXT,
    ...$others,
];
"""
WORDS = st.text(alphabet="abcdefghijklmnoprsßéñ你😀", min_size=2, max_size=8)
SIGNS = st.sampled_from(["%s", '"quoted"', "it's", "a\\b", "5 % off", "# 1", "$5", "(a)", ";", "=>", "?>", "//"])
SENTENCES = st.lists(WORDS | SIGNS, min_size=1, max_size=7).map(lambda words: f"We write {' '.join(words)} today.")


def texts_of(text: str, path: str = PATH) -> dict[str | None, list[str]]:
    return {row.key: [block.prose for block in row.blocks] for row in read(path, text.encode()).messages}


def single(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$") + '"'


def test_each_text_is_a_message_under_its_keys() -> None:
    reading = read(PATH, CATALOGUE.encode())
    assert reading.problems == ()
    assert texts_of(CATALOGUE) == {
        "overdue": ["Your bill, Alex", "It's open.\nPlease call us, it's free."],
        "links.1": ["Call us today"],
        "Reason::LATE": ["Please pay now", "Please call us"],
        "nested.deep.text": ["We will wait here"],
        "note": ["Two lines\nof words"],
    }
    overdue, _, late, *_ = reading.messages
    assert overdue.blocks[0].placeholders[0].code == "{{ name }}"
    assert source_of(overdue, "it's free") == r"it\'s free"
    assert [row.when for row in late.variants] == [("late",), ("not late",)]
    for message in reading.messages:
        assert_positions_hold(message)


@settings(max_examples=40)
@given(st.lists(SENTENCES, min_size=1, max_size=5, unique=True), st.sampled_from([single, double]))
def test_what_is_written_is_what_is_read(sentences: list[str], quoted) -> None:
    rows = "\n".join(f"    {single(f'k{n}')} => {quoted(sentence)}," for n, sentence in enumerate(sentences))
    reading = read(PATH, f"<?php\n\nreturn [\n{rows}\n];\n".encode())
    assert reading.problems == ()
    assert [message.key for message in reading.messages] == [f"k{n}" for n in range(len(sentences))]
    for message, sentence in zip(reading.messages, sentences, strict=True):
        assert message.source.text.count(quoted(sentence)) == 1
        (block,) = message.blocks
        assert block.placeholders or block.prose == sentence
        assert_positions_hold(message)


@pytest.mark.parametrize(
    ("beginning", "name"),
    [
        ("return [", "php-array"),
        ("return array(", "php-array"),
        ("/* a */ # b\n namespace A; use B\\C;\nreturn\n  [", "php-array"),
        ("// return [\nfunction a() { return [", "php"),
        ("$a = 1; return [", "php"),
    ],
)
def test_a_file_that_only_gives_back_an_array_is_a_catalogue(beginning: str, name: str) -> None:
    assert format_of("a.php", f"<?php {beginning} 'a' => 'b'") == name


def test_many_comments_before_the_array_are_passed_over_once() -> None:
    assert format_of("a.php", "<?php " + "# a /* b */ // c\n" * 20_000 + "echo 1;") == "php"


def test_comments_silence_the_next_text() -> None:
    text = "<?php return [\n  // empathy-lint: ignore-next jargon -- agreed\n'a' => 'Call us now',\n'b' => 'Or write'];"
    first, second = read(PATH, text.encode()).messages
    assert [row.reason for row in first.suppressions] == ["agreed"]
    assert second.suppressions == ()


def test_new_words_are_written_as_their_literal_asks() -> None:
    message = read(PATH, CATALOGUE.encode()).messages[0]
    for place, written in (("Please", "it's \\$5"), ("call us", "it\\'s $5")):
        at = CATALOGUE.index(place)
        assert escape("it's $5", message, at) == written
        after = rewritten(message, [Edit(at, at + 4, written)])
        assert after is not None and "it's $5" in after.blocks[1].prose


def test_what_is_no_array_is_told_and_the_rest_is_read() -> None:
    reading = read(PATH, b"<?php return ['a' => 'Please call us', 'b' => );")
    assert [message.key for message in reading.messages] == ["a"]
    assert "no PHP that can be understood" in reading.problems[0].message


def test_arrays_too_deep_are_told() -> None:
    text = "<?php return " + "['a' => " * 4 + "'Please call us'" + "]" * 4 + ";"
    (message,) = read(PATH, text.encode()).messages
    assert message.key == "a.a.a.a"
    reading = read(PATH, text.encode(), options=ReadingOptions(Limits(nesting=3)))
    assert not reading.messages
    assert "too deep" in reading.problems[0].message


def test_catalogues_are_read_in_folders_and_settings_and_other_languages_are_not(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = {
        "lang/en/late.php": "'a' => 'Please call us'",
        "translations/messages.en.php": "'a' => 'Please call us'",
        "config/mail.php": "'a' => 'Please call us'",
        "app/lists.php": "'a' => 'Please call us'",
    }
    for name, row in rows.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(f"<?php return [{row}];", encoding="utf-8")
    assert discover(["."], Settings()).files == ("./lang/en/late.php", "./translations/messages.en.php")
    assert read("lang/de/late.php", b"<?php return ['a' => 'Bitte rufen Sie uns an'];").others == 1
