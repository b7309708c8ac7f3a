"""A message that is written in several files is judged as what its reader gets, and nothing in it is told twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read
from empathy_lint.run import Run
from empathy_lint.scoring.report import MessageReport, RunReport

# How each language names another file: the file that does, the file it means, and the code.
INCLUDES = {
    "jinja": ("letters/late.html", "shared/help.html", '{% include "shared/help.html" %}'),
    "jinja with": ("letters/late.html", "letters/help.html", "{%- include 'help.html' with context -%}"),
    "twig": ("mails/late.html.twig", "mails/help.html.twig", "{{ include('@App/help.html.twig') }}"),
    "liquid": ("late.liquid", "snippets/help.liquid", "{% render 'help', name: customer.name %}"),
    "handlebars": ("late.hbs", "partials/help.hbs", "{{> help}}"),
    "mustache": ("late.mustache", "help.mustache", "{{> help }}"),
    "erb": ("app/mails/late.html.erb", "app/mails/_help.html.erb", "<%= render partial: 'help' %>"),
    "erb, short": ("app/views/late.html.erb", "app/views/shared/_help.html.erb", "<%= render 'shared/help', a: 1 %>"),
    "blade": ("views/late.blade.php", "views/mails/help.blade.php", "@include('mails.help')"),
    "ejs": ("late.ejs", "partials/help.ejs", "<%- include('partials/help', {a: 1}) %>"),
    "mjml": ("late.mjml", "parts/help.mjml", '<mj-include path="./parts/help.mjml" />'),
    "go": ("late.gohtml", "help.gohtml", '{{ template "help.gohtml" . }}'),
    "freemarker": ("late.ftl", "help.ftl", '<#include "help.ftl">'),
    "smarty": ("late.tpl", "help.tpl", '{include file="help.tpl"}'),
}
HELP = "<p>Call us on 0800 555 0100.</p>"
# A layout, the template in it, and their code.
LAYOUTS = {
    "jinja": (
        "layout.html",
        "<p>Brindle Energy</p>{% block body %}<p>Nobody reads this.</p>{% endblock %}" + HELP,
        "late.html",
        "{% extends 'layout.html' %}{% block body %}<p>Please pay.</p>{% endblock %}",
    ),
    "blade": (
        "views/layouts/mail.blade.php",
        "<p>Brindle Energy</p>@yield('content')" + HELP,
        "views/late.blade.php",
        "@extends('layouts.mail')\n@section('content')<p>Please pay.</p>@endsection",
    ),
    "rails": (
        "app/views/layouts/mailer.html.erb",
        "<p>Brindle Energy</p><%= yield %>" + HELP,
        "app/views/bill_mailer/late.html.erb",
        "<p>Please pay.</p>",
    ),
    "mako": (
        "layout.mako",
        "<p>Brindle Energy</p>${self.body()}" + HELP,
        "late.mako",
        '<%inherit file="layout.mako"/><p>Please pay.</p>',
    ),
    "handlebars": (
        "layout.hbs",
        "<p>Brindle Energy</p>{{> @partial-block }}" + HELP,
        "late.hbs",
        "{{#> layout}}<p>Please pay.</p>{{/layout}}",
    ),
}


@pytest.fixture(scope="module")
def run() -> Run:
    return Run()


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def message_in(folder: Path, name: str) -> Message:
    (message,) = read(str(folder / name), (folder / name).read_bytes(), root=str(folder)).messages
    return message


def said(message: Message) -> list[tuple[str, bool]]:
    return [(block.prose, block.is_elsewhere) for block in message.blocks]


def by_name(report: RunReport) -> dict[str, MessageReport]:
    return {Path(row.message.path).name: row for row in report.messages}


def rules(report: MessageReport) -> list[str]:
    return [row.finding.rule for row in report.findings]


@pytest.mark.parametrize("language", INCLUDES)
def test_what_is_included_is_read_in_its_place(tmp_path: Path, language: str) -> None:
    name, other, code = INCLUDES[language]
    write(tmp_path, {name: f"<p>Your bill is late.</p>\n{code}\n<p>Thank you.</p>", other: HELP})
    message = message_in(tmp_path, name)
    assert said(message) == [
        ("Your bill is late.", False),
        ("Call us on 0800 555 0100.", True),
        ("Thank you.", False),
    ]
    assert [Path(path).relative_to(tmp_path).as_posix() for path in message.read_with] == [other]


@pytest.mark.parametrize("language", LAYOUTS)
def test_a_layout_is_read_around_the_template(tmp_path: Path, language: str) -> None:
    layout, around, name, text = LAYOUTS[language]
    write(tmp_path, {layout: around, name: text})
    assert said(message_in(tmp_path, name)) == [
        ("Brindle Energy", True),
        ("Please pay.", False),
        ("Call us on 0800 555 0100.", True),
    ]


def test_an_include_in_a_branch_is_read_by_those_who_get_it(tmp_path: Path) -> None:
    text = '<p>Your bill is late.</p>{% if struggling %}{% include "help.html" %}{% endif %}'
    write(tmp_path, {"late.html": text, "help.html": HELP})
    message = message_in(tmp_path, "late.html")
    assert {row.when: len(row.blocks) for row in message.variants} == {("struggling",): 2, ("not struggling",): 1}


def test_files_that_include_each_other_come_to_an_end(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.html": '<p>One line.</p>{% include "b.html" %}',
            "b.html": '<p>Another line.</p>{% include "a.html" %}{% include "b.html" %}',
        },
    )
    assert said(message_in(tmp_path, "a.html")) == [("One line.", False), ("Another line.", True)]


def test_files_that_include_ever_more_files_come_to_an_end(tmp_path: Path) -> None:
    for number in range(12):
        code = f'{{% include "{number + 1}.html" %}}' * 8
        write(tmp_path, {f"{number}.html": f"<p>Line {number}.</p>{code}"})
    assert len(said(message_in(tmp_path, "0.html"))) <= 101


def test_nothing_outside_of_the_root_is_read(tmp_path: Path) -> None:
    inside = tmp_path / "letters"
    write(tmp_path, {"secret.html": HELP, "letters/late.html": '<p>A line.</p>{% include "../secret.html" %}'})
    (inside / "link.html").symlink_to(tmp_path / "secret.html")
    write(inside, {"linked.html": '<p>A line.</p>{% include "link.html" %}{% include "/etc/hosts" %}'})
    for name in ("late.html", "linked.html"):
        message = message_in(inside, name)
        assert said(message) == [("A line.", False)]
        assert message.notes[0].startswith("Not found, so not read: ")


def test_help_in_a_partial_is_help_and_a_threat_in_it_is_told_once_at_its_place(run: Run, tmp_path: Path) -> None:
    partial = "<p>We will take legal action. Call us on 0800 555 0100 if you struggle; we can agree a plan.</p>"
    text = '<p>Dear {{ name }},</p><p>Your bill is late. Please pay {{ amount }}.</p>{% include "parts/help.html" %}'
    write(tmp_path, {"late.html": text, "parts/help.html": partial, "alone.html": text.partition("{%")[0]})
    found = by_name(run.lint_paths([str(tmp_path)]))
    assert "dialogue" in found["late.html"].present
    assert "no-dialogue" in rules(found["alone.html"])
    assert "no-dialogue" not in rules(found["late.html"])
    assert "threat-language" not in rules(found["late.html"])
    (threat,) = [row.finding for row in found["help.html"].findings if row.finding.rule == "threat-language"]
    assert threat.place is not None
    assert threat.place.text == "We will take legal action"
    assert found["help.html"].message.is_fragment


def test_what_a_named_file_includes_is_linted_with_it(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"late.html": '<p>Pay.</p>{% include "help.html" %}', "help.html": "<p>We will sue you.</p>"})
    report = run.lint_paths([str(tmp_path / "late.html")])
    assert [Path(row.message.path).name for row in report.messages] == ["late.html", "help.html"]
    assert not report.errors


PARTS = {
    "late.subject.txt": "FINAL NOTICE for {{ name }}",
    "late.html": "<p>Dear {{ name }},</p><p>Please pay {{ amount }}. Call us on 0800 555 0100.</p>",
    "late.txt": "Dear {{ name }},\n\nPlease pay {{ amount }} immediately.",
}


def test_subject_page_and_plain_text_beside_each_other_are_one_message(run: Run, tmp_path: Path) -> None:
    write(tmp_path, PARTS)
    found = by_name(run.lint_paths([str(tmp_path)]))
    page, subject, plain = found["late.html"], found["late.subject.txt"], found["late.txt"]
    assert [block.kind.value for block in page.message.blocks][:2] == ["subject", "paragraph"]
    assert page.channel == "email"
    assert not page.message.is_fragment
    assert (subject.message.is_fragment, plain.message.is_fragment) == (True, True)
    assert set(rules(subject)) == {"pressure-language", "shouting"}
    assert set(rules(plain)) == {"pressure-language"}
    assert "pressure-language" not in rules(page)


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("late_subject.txt", "late_email.html"),
        ("late-subject.txt", "late.mjml"),
        ("late.subject.erb", "late.html.erb"),
        ("late_subject.txt", "late_message.txt"),
    ],
)
def test_subjects_are_known_by_their_names(tmp_path: Path, subject: str, body: str) -> None:
    write(tmp_path, {subject: "Your bill", body: "<p>Please pay.</p>" if "txt" not in body else "Please pay."})
    assert said(message_in(tmp_path, body)) == [("Your bill", True), ("Please pay.", False)]


def test_files_of_other_names_are_messages_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, {"late.html": "<p>Please pay.</p>", "early.txt": "Please pay.", "subject.txt": "Your bill"})
    for name in ("late.html", "early.txt"):
        message = message_in(tmp_path, name)
        assert (said(message), message.is_fragment) == ([("Please pay.", False)], False)
