"""Mails: read once from the part that a reader sees, with every word at its place in the raw file."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import SMTP, default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, source_of

from empathy_lint.reading.edits import Edit, edited
from empathy_lint.reading.message import BlockKind
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import escape, rewritten

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéßñ你😀=", min_size=2, max_size=12)
SENTENCES = st.lists(WORDS, min_size=2, max_size=14).map(lambda words: "So " + " ".join(words) + " now.")
ENCODINGS = st.sampled_from(["quoted-printable", "base64", "8bit"])

ALTERNATIVES = """\
From: Accounts <accounts@example.org>
Subject: =?utf-8?Q?Your_caf=C3=A9_bill?=
 =?utf-8?B?IGlzIGxhdGU=?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

This is a message in MIME format.
--outer
Content-Type: multipart/alternative;
 boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

The plain text says the same.
--inner
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p class=3D"first">You owe {{ amount }} for the caf=C3=A9. It is a long sente=
nce.</p>
--inner--
--outer
Content-Type: text/plain; name=terms.txt
Content-Disposition: attachment

The terms are attached.
--outer--
"""


def mail_of(text: str, path: str = "mail.eml"):
    return read(path, text.encode())


def written(sentences: list[str], subject: str, encoding: str, subtype: str) -> str:
    mail = EmailMessage(policy=SMTP.clone(cte_type="8bit", utf8=False))
    mail["Subject"] = subject
    mail.set_content("\n\n".join(sentences), cte=encoding, subtype=subtype, charset="utf-8")
    return mail.as_bytes().decode()


def test_the_part_that_a_reader_sees_is_read_once_and_attachments_are_not():
    (message,) = mail_of(ALTERNATIVES).messages
    assert [(block.kind, block.prose) for block in message.blocks] == [
        (BlockKind.SUBJECT, "Your café bill is late"),
        (BlockKind.PARAGRAPH, "You owe $50 for the café. It is a long sentence."),
    ]
    assert message.key is None
    assert message.declared == {"channel": "email"}
    assert_positions_hold(message)
    assert source_of(message, "café bill") == "caf=C3=A9_bill"
    assert source_of(message, "café.") == "caf=C3=A9."
    assert source_of(message, "sentence") == "sente=\nnce"
    (placeholder,) = message.blocks[1].placeholders
    assert placeholder.code == "{{ amount }}"


@settings(max_examples=30)
@given(st.lists(SENTENCES, min_size=1, max_size=4), SENTENCES, ENCODINGS)
def test_what_the_email_package_writes_is_read_back(sentences: list[str], subject: str, encoding: str) -> None:
    text = written(sentences, subject, encoding, "plain")
    (message,) = mail_of(text).messages
    # Where a long subject is folded, some versions of the package lose a space as they write.
    subject = " ".join(str(email.message_from_string(text, policy=default)["subject"]).split())
    assert [block.prose for block in message.blocks] == [subject, *sentences]
    assert_positions_hold(message)
    for block in message.blocks:
        start, end = block.source_span(0, len(block.prose))
        assert start >= message.source.text.index("Subject:") and end <= len(message.source.text)


@settings(max_examples=30)
@given(st.lists(SENTENCES, min_size=1, max_size=4), ENCODINGS)
def test_the_text_is_the_one_that_the_email_package_finds(sentences: list[str], encoding: str) -> None:
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = "Hello there"
    mail.set_content("Something else.")
    mail.add_alternative("".join(f"<p>{row}</p>" for row in sentences), subtype="html", cte=encoding)
    mail.add_attachment("Not this.", filename="a.txt")
    data = mail.as_bytes()
    (message,) = read("mail.eml", data).messages
    body = email.message_from_bytes(data, policy=default).get_body(("html", "plain"))
    assert "".join(f"<p>{block.prose}</p>" for block in message.blocks[1:]) == body.get_content().strip()
    assert_positions_hold(message)


@settings(max_examples=30)
@given(st.text(alphabet='abc é=ß?\n-:;"', max_size=60), st.integers(0, len(ALTERNATIVES)))
def test_a_mail_cut_or_filled_anywhere_is_read_without_harm(jumble: str, at: int) -> None:
    for text in (ALTERNATIVES[:at] + jumble, ALTERNATIVES[:at] + jumble + ALTERNATIVES[at:]):
        if text.strip():
            for message in mail_of(text).messages:
                assert_positions_hold(message)


def test_a_mail_in_another_charset_is_read_as_it_declares():
    text = "Subject: Hello\nContent-Type: text/plain; charset=iso-8859-1\n\nYour café bill is ready.\n"
    (message,) = read("mail.eml", text.encode("latin-1")).messages
    assert message.blocks[1].prose == "Your café bill is ready."


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("Dear customer, pay now.\n", "1:1", "does not begin with headers"),
        (ALTERNATIVES.replace("boundary=inner", "x=y"), "12:1", "not what divides them"),
        (ALTERNATIVES.replace("--outer--\n", ""), "7:1", "“--outer--”; the mail may be cut off"),
        (ALTERNATIVES.replace("=C3=A9.", "=E9."), "20:52", "cannot be decoded"),
        (ALTERNATIVES.replace("html; charset=utf-8", "html; charset=klingon"), "17:1", "unknown charset, “klingon”"),
        ("Subject: Hello there\nContent-Type: image/png\n\nabc\n", "4:1", "no text to read"),
        (
            "Subject: Hello\nContent-Transfer-Encoding: base64\n\nSGVsbG8gdGhl*cmU.\nabc\n",
            "4:13",
            "cannot be decoded",
        ),
    ],
)
def test_what_is_wrong_with_a_mail_is_told_with_its_place_and_the_rest_is_read(text, place, says):
    reading = mail_of(text)
    assert any(str(row).startswith(f"mail.eml:{place}: ") and says in row.message for row in reading.problems), [
        str(row) for row in reading.problems
    ]
    assert all(row.remedy for row in reading.problems)
    assert bool(reading.messages) == ("Subject" in text)


def test_new_words_are_written_as_the_part_writes_them():
    (message,) = mail_of(ALTERNATIVES).messages
    at = message.source.text.index("long")
    assert escape("a = “b” & c", message, at) == "a =3D =E2=80=9Cb=E2=80=9D &amp; c"
    after = rewritten(message, [Edit(at, at + 4, escape("thé & short", message, at) or "")])
    assert after is not None
    assert after.blocks[1].prose == "You owe $50 for the café. It is a thé & short sentence."


def test_a_subject_is_written_as_it_is_whatever_other_headers_hold() -> None:
    (message,) = mail_of("Subject: Plain words\nX-Note: =?utf-8?Q?caf=C3=A9?=\n\nPlease call us.\n").messages
    assert message.blocks[0].prose == "Plain words"
    assert escape("Other", message, message.source.text.index("Plain")) == "Other"


def test_nothing_is_written_into_base64_or_an_encoded_word():
    (message,) = mail_of(written(["So this is it now."], "Plain words", "base64", "plain")).messages
    start, _ = message.blocks[1].source_span(0, 4)
    assert escape("words", message, start) is None
    assert escape("Other", message, message.source.text.index("Plain")) == "Other"
    (encoded,) = mail_of(ALTERNATIVES).messages
    assert escape("words", encoded, encoded.source.text.index("_bill")) is None


@settings(max_examples=30)
@given(SENTENCES, SENTENCES)
def test_a_sentence_written_into_quoted_printable_is_read_back(before: str, after: str) -> None:
    (message,) = mail_of(written([before], "Hello", "quoted-printable", "plain")).messages
    start, end = message.blocks[1].source_span(0, len(before))
    words = escape(after, message, start)
    assert words is not None
    text = edited(message.source.text, [Edit(start, end, words)])
    assert mail_of(text).messages[0].blocks[1].prose == after
