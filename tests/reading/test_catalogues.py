"""Catalogues: files of many messages, each under a key, read and written at the place where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, reading_of, source_of

from empathy_lint.errors import ProblemError
from empathy_lint.reading.discovery import discover
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.message import Message
from empathy_lint.reading.writing import escape, rewritten
from empathy_lint.settings.resolving import Settings

WORDS = st.text(alphabet="abcdefghijklmnoprsßéñ你😀", min_size=2, max_size=8).filter(lambda word: word[0].isalpha())
SIGNS = st.sampled_from(
    ["{{ amount }}", "%{name}", "%s", '"quoted"', "it's", "a\\b", "5 % off", "x: y", "# 1", "=", ";"]
)
SENTENCES = st.lists(WORDS | SIGNS, min_size=1, max_size=7).map(lambda words: f"We write {' '.join(words)} today.")
LETTERS = st.lists(SENTENCES, min_size=1, max_size=3).map("\n\n".join)


def as_json(text: str) -> str:
    return json.dumps({"letter": text}, indent=2, ensure_ascii=len(text) % 2 == 0)


def as_xcstrings(text: str) -> str:
    unit = {"stringUnit": {"state": "translated", "value": text}}
    strings = {"letter": {"localizations": {"en": unit, "de": {"stringUnit": {"value": "Nicht gelesen, hier."}}}}}
    return json.dumps({"sourceLanguage": "en", "strings": strings}, ensure_ascii=len(text) % 2 == 0)


WRITERS: dict[str, Callable[[str], str]] = {
    "en.json": as_json,
    "Localizable.xcstrings": as_xcstrings,
}


def messages(text: str, path: str) -> dict[str | None, Message]:
    return {message.key: message for message in reading_of(text, path).messages}


def blocks(text: str, path: str) -> dict[str | None, list[tuple[str, str]]]:
    return {
        key: [(row.kind.value, row.prose) for row in message.blocks] for key, message in messages(text, path).items()
    }


def problem_of(text: str, path: str) -> str:
    with pytest.raises(ProblemError) as caught:
        reading_of(text, path)
    return str(caught.value)


@pytest.mark.parametrize("name", WRITERS)
@given(text=LETTERS)
def test_what_is_written_in_a_catalogue_is_read_as_in_a_letter_of_its_own(name: str, text: str) -> None:
    (alone,) = reading_of(text, "letter").messages
    (entry,) = reading_of(WRITERS[name](text), name).messages
    assert [(row.kind, row.prose) for row in entry.blocks] == [(row.kind, row.prose) for row in alone.blocks]
    assert_positions_hold(entry)


@pytest.mark.parametrize("name", WRITERS)
@given(words=st.text(alphabet="abc éß–’&\"'`\\():=#;!", min_size=1, max_size=12))
def test_words_that_are_written_are_the_words_that_are_read(name: str, words: str) -> None:
    (entry,) = reading_of(WRITERS[name]("You owe PLACE for May."), name).messages
    at = entry.source.text.index("PLACE")
    written = escape(words, entry, at)
    if written is None:
        return
    after = rewritten(entry, [Edit(at, at + len("PLACE"), written)])
    assert after is not None
    assert after.blocks[0].prose == f"You owe {' '.join(words.split())} for May.".replace("owe  for", "owe for")


OVERDUE = {
    "overdue": {
        "body": "Dear Ms Reed,\n\nYour bill of {{ amount }} is late.",
        "subject": "Your bill",
        "cta": "See the bill",
        "url": "https://example.com/a b",
    },
    "colour": "#ffaa00",
    "code": "rgb(10, 20, 30)",
    "id": "a1b2-c3d4",
    "closed": ["The shop is closed.", "12:30"],
}


def test_parts_are_joined_by_their_names_and_what_is_no_prose_is_no_message() -> None:
    assert blocks(json.dumps(OVERDUE), "en.json") == {
        "overdue": [
            ("subject", "Your bill"),
            ("paragraph", "Dear Ms Reed,"),
            ("paragraph", "Your bill of $50 is late."),
            ("button", "See the bill"),
        ],
        "closed.0": [("paragraph", "The shop is closed.")],
    }


def test_flat_names_are_joined_too() -> None:
    flat = {"late.subject": "Your bill", "late.body": "It is late.", "due_subject": "Soon", "due_body": "It is due."}
    assert list(blocks(json.dumps(flat), "en.json")) == ["late", "due"]
    alone = {"late.subject": "Your bill is late", "save.button": "Save it now"}
    assert list(blocks(json.dumps(alone), "en.json")) == ["late.subject", "save.button"]


def test_the_plain_text_beside_a_page_is_not_read_twice() -> None:
    both = {"late": {"subject": "Your bill", "html": "<p>It is late.</p>", "text": "It is late."}}
    assert blocks(json.dumps(both), "en.json") == {"late": [("subject", "Your bill"), ("paragraph", "It is late.")]}


def test_a_template_of_notify_is_one_message_with_its_channel() -> None:
    letter = {"id": "1", "name": "The late bill", "type": "letter", "subject": "Your bill", "body": "It is ((late))."}
    (message,) = reading_of(json.dumps({"templates": [letter]}), "notify.json").messages
    assert message.key == "templates.0"
    assert message.declared == {"channel": "letter"}
    assert [row.kind.value for row in message.blocks] == ["subject", "paragraph"]
    (single,) = reading_of(json.dumps(letter), "notify.json").messages
    assert single.key is None


def test_escapes_are_read_and_stay_where_they_are() -> None:
    message = messages(r'{"a": "Your caf\u00e9 said \"no\" \ud83d\ude00 today."}', "en.json")["a"]
    assert message.blocks[0].prose == 'Your café said "no" 😀 today.'
    assert source_of(message, "café") == r"caf\u00e9"
    assert source_of(message, "😀") == r"\ud83d\ude00"


def test_half_a_pair_of_surrogates_is_no_reason_to_stop() -> None:
    assert blocks(r'{"a\ud800": "Your bill \udc00 is late."}', "en.json") == {
        "a\ufffd": [("paragraph", "Your bill \ufffd is late.")]
    }


def test_a_key_of_apple_is_the_text_where_there_is_no_other() -> None:
    plural = {
        "one": {"stringUnit": {"value": "%d bill is late."}},
        "other": {"stringUnit": {"value": "Many are late."}},
    }
    strings = {
        "Your bill is late.": {},
        "bills": {"localizations": {"en": {"variations": {"plural": plural}}}},
    }
    text = json.dumps({"sourceLanguage": "en", "strings": strings})
    assert list(blocks(text, "a.xcstrings")) == ["Your bill is late.", "bills.one", "bills.other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "b",\n "c": "d"', "2:10: This is not valid JSON: expecting ',' delimiter. Put a comma"),
        ('{"a": "b",\n}', "This is not valid JSON"),
        ('{"a": "line\nbreak"}', "1:12: This is not valid JSON: invalid control character at. Write a line end"),
        ("[" * 100_000, "too deep"),
        ("1" * 5000, "This JSON cannot be read"),
    ],
)
def test_broken_json_is_told_with_its_place_and_what_to_do(text: str, expected: str) -> None:
    assert expected in problem_of(text, "en.json")


def test_a_folder_gives_catalogues_and_not_the_files_of_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    prose = json.dumps({"late": "Your bill is late."})
    files = {
        "locales/en.json": prose,
        "locales/broken.json": "{",
        "src/i18n/package.json": prose,
        "src/emails/openapi.json": prose,
        "src/emails/late.json": prose,
        "src/emails/sizes.json": '{"width": "600px"}',
        "src/data.json": prose,
        "src/templates/deploy.json": '{\n  "apiVersion": "v1", "note": "Your bill is late."}',
        "app/Localizable.xcstrings": as_xcstrings("Your bill is late."),
    }
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    assert discover(["."], Settings()).files == (
        "./app/Localizable.xcstrings",
        "./locales/broken.json",
        "./locales/en.json",
        "./src/emails/late.json",
    )
    assert discover(["src/data.json"], Settings()).files == ("src/data.json",)
