"""Mailers in PHP, Python and Ruby: their strings are read as what they say, at the place where they are written."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, blocks_of, message_of, reading_of, source_of

from empathy_lint.reading.code.expressions import words_of
from empathy_lint.reading.code.literals import LITERALS
from empathy_lint.reading.code.tree import Tree
from empathy_lint.reading.discovery import discover
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.formats import format_of
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read
from empathy_lint.reading.writing import escape, rewritten
from empathy_lint.settings.resolving import Settings

WORDS = st.text(alphabet="abcdefghijklmnoprsßéñ你😀", min_size=2, max_size=8).filter(lambda word: word[0].isalpha())
SIGNS = st.sampled_from(["%{name}", "%s", '"quoted"', "it's", "a\\b", "5 % off", "x: y", "# 1", "$5", "#5", "(a)", ";"])
SENTENCES = st.lists(WORDS | SIGNS, min_size=1, max_size=7).map(lambda words: f"We write {' '.join(words)} today.")
LETTERS = st.lists(SENTENCES, min_size=1, max_size=3).map("\n\n".join)


def escaped(text: str, signs: str) -> str:
    return "".join(f"\\{sign}" if sign in signs else sign for sign in text)


def lines(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" if line else "\n" for line in text.split("\n"))


def php(literal: str) -> str:
    return f"<?php\nclass Late {{\n  function toMail($x) {{\n    return (new MailMessage)->line({literal});\n  }}\n}}\n"


def python(literal: str) -> str:
    return f"def late(x):\n    mail.send(to=x, body={literal})\n"


def ruby(literal: str) -> str:
    return f"class Late < Mailer\n  def late(x)\n    mail(to: x, body: {literal})\n  end\nend\n"


def ruby_lines(name: str, text: str) -> str:
    return f"def late(x)\n  mail(to: x, body: <<~{name})\n{lines(text, '    ')}  TEXT\nend\n"


def single(text: str) -> str:
    return "'" + escaped(text, "\\'") + "'"


def double(text: str, code: str) -> str:
    return '"' + escaped(text, f'\\"{code}').replace("\n", "\\n") + '"'


def php_lines(name: str, text: str) -> str:
    return php(f"<<<{name}\n{lines(text, '      ')}      TEXT")


WRITERS = {
    "single.php": lambda text: php(single(text)),
    "double.php": lambda text: php(double(text, "$")),
    "heredoc.php": lambda text: php_lines("TEXT", escaped(text, "\\$")),
    "nowdoc.php": lambda text: php_lines("'TEXT'", text),
    "joined.php": lambda text: php(" . ".join(map(single, halves(text)))),
    "repr.py": lambda text: python(repr(text)),
    "ascii.py": lambda text: python(ascii(text)),
    "triple.py": lambda text: python('"""' + escaped(text, '\\"') + '"""'),
    "joined.py": lambda text: python(" ".join(map(repr, halves(text)))),
    "formatted.py": lambda text: python("f" + repr(text.replace("{", "{{").replace("}", "}}"))),
    "single.rb": lambda text: ruby(single(text)),
    "double.rb": lambda text: ruby(double(text, "#")),
    "percent.rb": lambda text: ruby("%q(" + escaped(text, "\\()") + ")"),
    "joined.rb": lambda text: ruby(" + ".join(map(single, halves(text)))),
    "heredoc.rb": lambda text: ruby_lines("TEXT", escaped(text, "\\#")),
    "raw.rb": lambda text: ruby_lines("'TEXT'", text),
}


def halves(text: str) -> tuple[str, str]:
    return text[: len(text) // 2], text[len(text) // 2 :]


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=30)
@given(text=LETTERS)
def test_what_a_literal_says_is_read_as_in_a_letter_of_its_own(name: str, text: str) -> None:
    (alone,) = reading_of(text, "letter").messages
    reading = reading_of(WRITERS[name](text), name)
    assert not reading.problems
    (held,) = reading.messages
    assert [(row.kind, row.prose) for row in held.blocks] == [(row.kind, row.prose) for row in alone.blocks]
    assert_positions_hold(held)


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=30)
@given(words=st.text(alphabet="abc éß–’&\"'`\\():=#;!${}", min_size=1, max_size=12))
def test_words_that_are_written_are_the_words_that_are_read(name: str, words: str) -> None:
    (held,) = reading_of(WRITERS[name]("You owe PLACE for all of the month of May."), name).messages
    at = held.source.text.index("PLACE")
    written = escape(words, held, at)
    if written is None or set(words) & set("{}$#"):  # which may be a placeholder to whoever fills it in
        return
    after = rewritten(held, [Edit(at, at + len("PLACE"), written)])
    assert after is not None
    assert after.blocks[0].prose == " ".join(f"You owe {words} for all of the month of May.".split())


@given(text=st.text(min_size=1, max_size=30), write=st.sampled_from([repr, ascii]))
def test_literals_of_python_say_what_python_says(text: str, write) -> None:
    tree = Tree("python", f"x = {write(text)}")
    (node,) = [node for node in tree.nodes() if node.type in LITERALS]
    assert words_of(tree, node).text == ast.literal_eval(write(text))


NOTIFICATION = """<?php
class Overdue extends Notification
{
    public function toMail($customer): MailMessage
    {
        $mail = (new MailMessage)
            ->subject("Your bill, {$customer->first_name}")
            ->line(__('You owe :amount. It\\'s late.', ['amount' => $this->amount]));
        if ($this->isFinal()) {
            $mail->line('We will take legal action.');
        } else {
            $mail->line('Please pay when you can.');
        }
        Log::info('A mail was sent to someone');
        $this->line('The command is done now.');
        return $mail->action('Pay now', url('/pay'));
    }
}
"""


def test_the_calls_of_one_method_are_one_message() -> None:
    message = message_of(NOTIFICATION, "Overdue.php")
    assert message.key == "Overdue.toMail"
    assert blocks_of(NOTIFICATION, "Overdue.php") == [
        ("subject", "Your bill, Alex"),
        ("paragraph", "You owe $50. It's late."),
        ("paragraph", "We will take legal action."),
        ("paragraph", "Please pay when you can."),
        ("button", "Pay now"),
    ]
    assert source_of(message, "It's late") == "It\\'s late"
    assert source_of(message, "Alex") == "{$customer->first_name}"
    assert source_of(message, "$50") == ":amount"


def test_what_an_if_in_the_code_decides_is_a_variant() -> None:
    message = message_of(NOTIFICATION, "Overdue.php")
    said = {
        variant.when: [message.blocks[number].prose for number in variant.blocks][2] for variant in message.variants
    }
    assert said == {
        ("this.isFinal",): "We will take legal action.",
        ("not this.isFinal",): "Please pay when you can.",
    }


EARLY = """
def remind(user, invoice):
    if invoice.final:
        return send_mail("Final notice", f"Dear {user.name}, you owe {invoice.amount:.2f}.", None, [user.email])
    subject = _("A reminder for %(name)s") % {"name": user.name}
    body = "You owe " + invoice.amount + (" or more." if invoice.open else " and no more.")
    logger.warning("This is read by nobody at all")
    send_mail(subject, body, None, [user.email])
"""


def test_a_method_that_sends_two_mails_holds_two_messages() -> None:
    final, first = reading_of(EARLY, "mails.py").messages
    assert [row.prose for row in final.blocks] == ["Final notice", "Dear Alex, you owe $50."]
    assert (first.key, first.blocks[0].prose) == ("remind (2)", "A reminder for Alex")
    assert {(row.when, first.blocks[row.blocks[1]].prose) for row in first.variants} == {
        (("invoice.open",), "You owe $50 or more."),
        (("not invoice.open",), "You owe $50 and no more."),
    }


def test_names_outside_of_methods_are_those_of_a_catalogue() -> None:
    text = 'OVERDUE_BODY = "You owe us money."\nOVERDUE_SUBJECT = "Your bill"\nVERSION = "not for anyone"\n'
    (message,) = reading_of(text, "texts.py").messages
    assert (message.key, [row.prose for row in message.blocks]) == ("OVERDUE", ["Your bill", "You owe us money."])


RUBY = """class LateMailer < ApplicationMailer
  # empathy-lint: ignore-next shouting -- the brand is written so
  def late(user)
    mail(to: user.email, subject: t('.subject', default: "Your bill, %{name}"), body: <<~TEXT.squish)
      Dear #{user.first_name},
        it's #{number_to_currency(user.balance)}.
    TEXT
  end
end
"""


def test_ruby_gives_its_defaults_and_its_heredocs() -> None:
    message = message_of(RUBY, "late_mailer.rb")
    assert [row.prose for row in message.blocks] == ["Your bill, Alex", "Dear Alex,", "it's $50."]
    assert source_of(message, "Dear Alex") == "Dear #{user.first_name}"
    assert [row.rules for row in message.suppressions] == [frozenset({"shouting"})]


def test_translations_that_are_in_no_mail_are_messages_of_their_own() -> None:
    text = (
        'x = ngettext("One bill is late", "%(n)d bills are late", n)\n'
        'y = _("Your bill is late")\n'
        'z = _("bill.late.title")\nlogger.info("Nothing for the customer")\n'
    )
    plural, single = reading_of(text, "views.py").messages
    assert (single.key, plural.key) == ("Your bill is late", "One bill is late")
    assert [row.when for row in plural.variants] == [("n is 1",), ("n is not 1",)]


def test_html_is_read_instead_of_the_plain_text_beside_it() -> None:
    text = 'send_mail(subject="Your bill", message="You owe us.", html_message="<p>You <b>owe</b> us &amp; them.</p>")'
    assert [row.prose for row in message_of(text, "m.py").blocks] == ["Your bill", "You owe us & them."]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [("a.py", "x = 1\nbody = 'it's late'\n", "a.py:2:"), ("a.php", "<?php $m->line('You owe us.\n", "a.php:1:")],
)
def test_broken_code_is_told_with_its_place(name: str, text: str, place: str) -> None:
    (problem,) = reading_of(text, name).problems
    assert str(problem).startswith(place)
    assert "that can be understood" in problem.message


def test_pages_written_in_php_are_templates() -> None:
    assert format_of("late.php", "<?php $x = 1; ?>\n<p>You owe us.</p>") == "html"
    assert format_of("late.php", "<?php\nreturn 1;\n") == "php"
    assert format_of("late.blade.php", "<?php\nreturn 1;\n") != "php"


def test_in_folders_only_mailers_are_read(tmp_path: Path) -> None:
    mailer = "send_mail('Your bill', 'You owe us money.')\n"
    files = {
        "app/emails/late.py": mailer,
        "app/models/bill.py": mailer,
        "app/emails/tests/test_late.py": mailer,
        "app/emails/urls.py": "x = 1\n",
        "app/Notifications/Overdue.php": NOTIFICATION,
        "app/Models/Bill.php": NOTIFICATION,
        "app/mailers/late_mailer.rb": RUBY,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = [Path(name).relative_to(tmp_path).as_posix() for name in discover([str(tmp_path)], Settings()).files]
    assert found == ["app/Notifications/Overdue.php", "app/emails/late.py", "app/mailers/late_mailer.rb"]


def messages(text: str, path: str) -> dict[str | None, Message]:
    return {message.key: message for message in reading_of(text, path).messages}


@given(st.text(alphabet="'\"{}()$#<>=\n ab\\.,:?%fr[]é", max_size=60), st.sampled_from(["a.php", "a.py", "a.rb"]))
def test_any_jumble_of_code_is_read(jumble: str, path: str) -> None:
    start = "<?php " if path == "a.php" else ""
    for message in reading_of(f"{start}mail(body: 'x y', subject='a b'); {jumble}", path).messages:
        assert_positions_hold(message)


def test_a_string_that_is_cut_off_costs_the_others_nothing():
    code = b'def remind(to):\n    send_mail(subject="FINAL NOTICE: pay now", message=", to=[to])\n'
    reading = read("mailer.py", code)
    assert [message.blocks[0].prose for message in reading.messages] == ["FINAL NOTICE: pay now"]
    assert reading.problems


def test_what_leaves_a_method_very_often_is_asked_for_as_far_as_it_is_near() -> None:
    lines = "".join(f"if ($a{number}) {{ return; }}\n$m->line('Pay bill {number} now.');\n" for number in range(40))
    (message,) = read("a.php", f"<?php function toMail() {{\n{lines}}}".encode()).messages
    said = " ".join(block.prose for block in message.blocks)
    assert all(f"Pay bill {number} now." in said for number in range(40))
