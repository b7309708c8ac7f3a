"""Catalogues: files of many messages, each under a key, read and written at the place where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import javaproperties
import polib
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, prose_of, reading_of, source_of

from empathy_lint.errors import ProblemError
from empathy_lint.reading.catalogues.yaml_scalars import pieces_of
from empathy_lint.reading.discovery import discover
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.formats import finder_of
from empathy_lint.reading.message import Message, Source
from empathy_lint.reading.message_format import with_choices
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


def as_yaml(style: str | None, width: int = 60) -> Callable[[str], str]:
    def write(text: str) -> str:
        data = {"en": {"letter": text}}
        return yaml.dump(data, default_style=style, allow_unicode=len(text) % 2 == 0, width=width)

    return write


def as_po(text: str) -> str:
    catalogue = polib.POFile(wrapwidth=30)
    catalogue.metadata = {"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(polib.POEntry(msgid="letter", msgstr=text, comment="Pay now or else, translator."))
    return str(catalogue)


def as_properties(text: str) -> str:
    return javaproperties.dumps({"letter": text}, ensure_ascii=len(text) % 2 == 0)


def as_strings(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n" if len(text) % 2 else "\n")
    return f'/* Pay now: for translators. */\n"letter" = "{escaped}";\n'


WRITERS: dict[str, Callable[[str], str]] = {
    "en.json": as_json,
    "Localizable.xcstrings": as_xcstrings,
    "en.po": as_po,
    "messages_en.properties": as_properties,
    "Localizable.strings": as_strings,
    "plain.yml": as_yaml(None),
    "single.yml": as_yaml("'", 30),
    "double.yml": as_yaml('"', 30),
    "literal.yml": as_yaml("|"),
    "folded.yml": as_yaml(">", 30),
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
    ],
)
def test_broken_json_is_told_with_its_place_and_what_to_do(text: str, expected: str) -> None:
    assert expected in problem_of(text, "en.json")


YAML = """\
en:
  # empathy-lint: ignore-next pressure-language -- agreed with the bank
  late: &late Pay now or
    we close your account.
  # empathy-lint: off -- the old ones
  old: "Pay now \\"please\\", caf\\xe9,\\
    \\ today."
  # empathy-lint: on
  again: *late
  copied:
    <<: {<<: {note: 'It''s late # not a comment.'}}
  long: |
    Dear Ms Reed,

      Your bill is late.
  wide: >-
    Your bill
    is late.
  due: 2026-01-01 10:00:00
  [odd, key here]: "The key is odd."
"""


def test_yaml_is_read_where_it_is_written_and_an_alias_is_not_read_again() -> None:
    assert {key: [prose for _, prose in rows] for key, rows in blocks(YAML, "en.yml").items()} == {
        "en.late": ["Pay now or we close your account."],
        "en.old": ['Pay now "please", café, today.'],
        "en.copied.<<.<<.note": ["It's late # not a comment."],
        "en.long": ["Dear Ms Reed,", "Your bill is late."],
        "en.wide": ["Your bill is late."],
        "en.?": ["The key is odd."],
    }
    for message in messages(YAML, "en.yml").values():
        assert_positions_hold(message)


@pytest.mark.parametrize("before", ["&bill ", "!!str ", "&bill !!str ", "&bill  # the old one\n  ", "! "])
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_names_and_tags_before_a_text_are_no_part_of_it(before: str, quote: str) -> None:
    (message,) = reading_of(f"a: {before}{quote}Your bill\n  is late.{quote}\n", "en.yml").messages
    assert [block.prose for block in message.blocks] == ["Your bill is late."]
    assert source_of(message, "Your bill") == "Your bill"
    assert_positions_hold(message)


def test_a_comment_before_an_entry_silences_that_entry() -> None:
    found = messages(YAML, "en.yml")
    assert [row.reason for row in found["en.late"].suppressions] == ["agreed with the bank"]
    assert [row.reason for row in found["en.old"].suppressions] == ["the old ones"]
    assert found["en.long"].suppressions == ()


def test_words_that_yaml_would_take_for_something_else_are_not_written() -> None:
    (message,) = reading_of("a: Your bill is late\n", "en.yml").messages
    at = message.source.text.index("bill")
    assert escape("bill: now", message, at) is None
    assert escape("bill #1", message, at) is None
    assert escape("- your", message, message.source.text.index("Your")) is None
    assert escape("bill, now", message, at) == "bill, now"


@given(
    text=st.text(alphabet="ab \n\t'\"\\é😀:#-", min_size=1, max_size=40),
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    width=st.sampled_from([5, 20, 80]),
)
def test_the_words_of_a_scalar_are_found_where_the_parser_finds_them(text: str, style: str, width: int) -> None:
    written = yaml.dump({"a": text}, default_style=style, width=width, allow_unicode=True)
    scalars = [row for row in yaml.parse(written) if isinstance(row, yaml.ScalarEvent)]
    start, end = scalars[1].start_mark.index, scalars[1].end_mark.index
    pieces = pieces_of(written, start, end, scalars[1].style or "plain", scalars[1].value)
    assert "".join(piece.text for piece in pieces) == yaml.safe_load(written)["a"]
    if scalars[1].style in ("'", '"'):
        assert pieces[0].start > start or not text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\nc: 'd", "This is not valid YAML"),
        ("a: b: c", "1:5: This is not valid YAML: mapping values are not allowed in this context. Check"),
        ("[" * 600 + "]" * 600, "too deep"),
    ],
)
def test_broken_yaml_is_told_with_its_place(text: str, expected: str) -> None:
    assert expected in problem_of(text, "en.yml")


def test_anchors_that_stand_for_each_other_are_read_once() -> None:
    bomb = "a0: &a0 Your bill is late.\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    assert list(blocks(bomb, "en.yml")) == ["a0"]


@pytest.mark.parametrize(
    ("path", "text", "kinds"),
    [
        ("a.po", 'msgctxt "email subject"\nmsgid "overdue.last"\nmsgstr "Your books are late"', ["subject"]),
        ("a.po", 'msgid "overdue.subject.last"\nmsgstr "Your books are late"', ["subject"]),
        ("a.po", 'msgid "On the subject of late books"\nmsgstr "Your books are late"', ["paragraph"]),
        ("en.yml", "mail:\n  subject:\n    last: Your books are late", ["subject"]),
        ("en.yml", "mail:\n  title:\n    last: Your books are late", ["paragraph"]),
    ],
)
def test_a_text_is_a_subject_where_a_name_around_it_says_so(path: str, text: str, kinds: list[str]) -> None:
    (message,) = reading_of(text, path).messages
    assert [block.kind.value for block in message.blocks] == kinds


PO = """\
# Pay now: a note for translators.
msgid ""
msgstr ""
"Language: en\\n"

#. empathy-lint: ignore-next pressure-language -- agreed with the bank
msgctxt "email"
msgid "late.subject"
msgstr "Your bill is late"

msgctxt "email"
msgid "late.body"
msgstr ""
"Your \\"bill\\" "
"is late.\\n"

msgid "One bill is late."
msgid_plural "Many bills are late."
msgstr[0] ""
msgstr[1] ""

#, fuzzy
msgid "We can help."
msgstr "An old translation."

msgid "count"
msgid_plural "counts"
msgstr[0] "%d bill is late."
msgstr[1] "%d bills are late."

#~ msgid "gone"
#~ msgstr "This one is gone."
"""


def test_of_a_gettext_entry_what_is_shown_is_read() -> None:
    assert {key: [prose for _, prose in rows] for key, rows in blocks(PO, "en.po").items()} == {
        "email.late": ["Your bill is late", 'Your "bill" is late.'],
        "One bill is late.": ["One bill is late."],
        "One bill is late.[plural]": ["Many bills are late."],
        "We can help.": ["We can help."],
        "count[0]": ["item bill is late."],
        "count[1]": ["item bills are late."],
    }
    found = messages(PO, "en.po")
    assert source_of(found["email.late"], 'bill" is') == 'bill\\" "\n"is'
    assert [row.reason for row in found["email.late"].suppressions] == ["agreed with the bank"]
    assert found["count[0]"].suppressions == ()


@given(st.lists(LETTERS, min_size=1, max_size=4, unique=True))
def test_gettext_is_read_as_polib_reads_it(texts: list[str]) -> None:
    catalogue = polib.POFile(wrapwidth=25)
    for number, text in enumerate(texts):
        catalogue.append(polib.POEntry(msgid=f"letter {number}", msgstr=text))
    found = finder_of("po")(Source("en.po", str(catalogue))).entries
    assert [entry.text for entry in found] == [entry.msgstr for entry in polib.pofile(str(catalogue))]


def test_a_broken_line_of_a_gettext_catalogue_is_told_and_the_rest_is_read() -> None:
    reading = reading_of('msgid "a"\nmsgstr "Your bill is late.\n\nmsgid "b"\nmsgstr "We can help."\n', "en.po")
    assert [str(problem)[:52] for problem in reading.problems] == [
        "en.po:2:1: This line of the catalogue cannot be read"
    ]
    assert [message.blocks[0].prose for message in reading.messages] == ["We can help."]


PROPERTIES = """\
# empathy-lint: ignore-next -- agreed with the bank
late.subject = Your bill
! A comment with Pay now.
late.body : Your bill is \\
    late, Ms\\u00a0Reed.\\n\\nWe can help \\ud83d\\ude00 you.
with\\ space Pay it soon.
empty=
path=C:\\\\temp"""


def test_properties_are_read_with_their_escapes_and_over_lines() -> None:
    assert {key: [prose for _, prose in rows] for key, rows in blocks(PROPERTIES, "messages.properties").items()} == {
        "late": ["Your bill", "Your bill is late, Ms Reed.", "We can help 😀 you."],
        "with space": ["Pay it soon."],
    }
    found = messages(PROPERTIES, "messages.properties")
    assert source_of(found["late"], "is late") == "is \\\n    late"
    assert [row.reason for row in found["late"].suppressions] == ["agreed with the bank"]
    assert found["with space"].suppressions == ()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a=Half \\ud83d of it \\udfff", "Half \ufffd of it \ufffd"),
        ("a=It goes\\\r\n   on\\\r  here\\\n.", "It goesonhere."),
        ("a=A tab\\tand \\u12 more\\\\", "A tab\tand u12 more\\"),
        ("a=It ends here\\", "It ends here"),
        ("a Your bill is late", "Your bill is late"),
        ("  a \t:\f Your bill is late", "Your bill is late"),
    ],
)
def test_escapes_and_names_of_properties(written: str, said: str) -> None:
    (entry,) = finder_of("properties")(Source("a.properties", written)).entries
    assert (entry.key, entry.text) == ("a", said)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_comments_in_properties_are_no_texts_whatever_ends_their_lines(end: str) -> None:
    text = end.join(["# We write to you.", "a = Your bill is late.", "", "  ! We call you.", "b = It is due now."])
    assert blocks(text, "a.properties") == {
        "a": [("paragraph", "Your bill is late.")],
        "b": [("paragraph", "It is due now.")],
    }
    found = finder_of("properties")(Source("a.properties", text))
    assert [text[start:end] for start, end in found.comments] == ["# We write to you.", "  ! We call you."]


@given(st.dictionaries(WORDS, LETTERS, min_size=1, max_size=4), st.booleans())
def test_properties_are_read_as_the_library_reads_them(texts: dict[str, str], is_plain: bool) -> None:
    written = javaproperties.dumps(texts, ensure_ascii=is_plain)
    found = finder_of("properties")(Source("messages.properties", written)).entries
    assert [entry.text for entry in found] == list(javaproperties.loads(written).values())


STRINGS = """\
/* empathy-lint: ignore-next -- agreed with the bank */
"late.title" = "Your bill";
// Pay now, a note.
late.body = "Your \\"bill\\" is\\nlate, caf\\U00e9.";
"other" = "We can help.";
"""


def test_strings_of_apple_are_read_between_their_comments() -> None:
    found = messages(STRINGS, "Localizable.strings")
    assert {key: [row.prose for row in message.blocks] for key, message in found.items()} == {
        "late": ["Your bill", 'Your "bill" is\nlate, café.'],
        "other": ["We can help."],
    }
    assert source_of(found["late"], "café") == "caf\\U00e9"
    assert [row.reason for row in found["late"].suppressions] == ["agreed with the bank"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("caf\\u00E9 or caf\\U00e9", "café or café"),
        ("Smile \\ud83d\\uDE00 now", "Smile 😀 now"),
        ("Half \\Ud83d of it \\Udfff", "Half \ufffd of it \ufffd"),
        ("An \\101, a \\12 and a \\8 here", "An A, a \n and a 8 here"),
        ("A tab\\tand \\u12 more", "A tab\tand u12 more"),
        ("It goes\\\r\non here", "It goes\r\non here"),
    ],
)
def test_escapes_of_apple_are_decoded(written: str, said: str) -> None:
    (entry,) = finder_of("strings")(Source("a.strings", f'"a" = "{written}";')).entries
    assert entry.text == said


def test_a_key_of_apple_may_hold_escapes_and_need_no_quotes() -> None:
    text = '"late\\"s\\101" = "Your bill is late.";\nsoon.due = "Your bill is due.";'
    assert list(messages(text, "a.strings")) == ['late"sA', "soon.due"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('"b" = "It is due now.";\n"a" = "Your bill;', ["2:7: There should be a text in quotes"]),
        ('? why\n"b" = "It is due now.";\n*', ["1:1: There should be a key", "3:1: There should be a key"]),
        ('"a" "c";\n"b" = "It is due now.";', ["1:5: There should be “=”", "1:8: There should be “=”"]),
        ('"b" = "It is due now."', ["1:23: There should be “;” after"]),
    ],
)
def test_what_is_not_whole_in_a_file_of_apple_is_told_with_its_place(text: str, places: list[str]) -> None:
    reading = reading_of(text, "a.strings")
    assert [
        str(row)[len("a.strings:") :][: len(place)] for row, place in zip(reading.problems, places, strict=True)
    ] == (places)
    assert [message.key for message in reading.messages] == ["b"]


def test_of_many_broken_entries_of_apple_the_first_are_told() -> None:
    assert len(reading_of("?\n" * 30 + '"a" = "Your bill is late.";', "a.strings").problems) == 20


def test_a_broken_entry_of_apple_is_told_and_the_rest_is_read() -> None:
    reading = reading_of('"a" = "Your bill is late."\n"b" = "It is due.";\n"c" = "We can help.";', "a.strings")
    assert [str(problem) for problem in reading.problems] == [
        "a.strings:2:1: There should be “;” after the text here."
        ' Write each entry as "key" = "text"; and a quote inside of it as \\".'
    ]
    assert [message.key for message in reading.messages] == ["a", "b", "c"]


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
        "config/locales/en.yml": "late: Your bill is late.",
        ".github/messages.yml": "late: Your bill is late.",
        "ci/templates/build.yml": "jobs:\n  say: Your bill is late.",
        "src/templates/deploy.json": '{\n  "apiVersion": "v1", "note": "Your bill is late."}',
        "app/Localizable.xcstrings": as_xcstrings("Your bill is late."),
    }
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    assert discover(["."], Settings()).files == (
        "./app/Localizable.xcstrings",
        "./config/locales/en.yml",
        "./locales/broken.json",
        "./locales/en.json",
        "./src/emails/late.json",
    )
    assert discover(["src/data.json"], Settings()).files == ("src/data.json",)


def test_the_wordings_of_a_choice_are_read_and_its_syntax_is_not() -> None:
    text = "You have {n, plural, =0 {no bills} one {# bill for {name}} other {# bills}} due by {d, date, short}."
    (message,) = reading_of(json.dumps({"due": text}), "en.json").messages
    prose = [message.only(variant.blocks).blocks[0].prose for variant in message.variants]
    assert len(prose) == 3
    assert all("{" not in row and "}" not in row and "plural" not in row for row in prose)
    assert prose[0].startswith("You have no bills due by")
    assert message.variants[0].when == ("n is 0",)
    assert_positions_hold(message)


_SYNTAX = ("{n, plural,", "{n, select,", "one {", "=0 {", "other {", "{n, number}", "#", "{", "}", "}", " days ", "\n")


@example("{n, plural,{{n, one {it}}}{n, plural,  one {them}}}")
@given(st.lists(st.sampled_from(_SYNTAX), min_size=3, max_size=16).map("".join))
def test_pieces_of_the_syntax_of_choices_never_overlap_however_it_is_jumbled(jumble: str) -> None:
    tokens = with_choices(jumble, [])
    assert all(first.end <= second.start for first, second in pairwise(tokens))


def test_a_file_that_calls_itself_an_old_version_is_read() -> None:
    text = "# Email\n%YAML 1.0\n---\nsubject: |\n  Limit reached\nbody: |\n  Please close a ticket.\n"
    assert prose_of(text, "overlimit.yaml") == ["Limit reached", "Please close a ticket."]
