"""Inputs that are hard on a reader or a rule, of any size: for each format, dialect and construct, more of the same.

What a careless scanner does twice for a text twice as long it does four times here: openers that are never closed,
blocks within blocks, one endless word, ten thousand findings in a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from empathy_lint.reading.template_syntax import DELIMITERS

Make = Callable[[int], str]


@dataclass(frozen=True)
class Adversary:
    """A way to trouble a reader: `make(size)` is a text of about `size` characters, read as the name `path` tells."""

    name: str
    path: str
    make: Make

    def data(self, size: int) -> bytes:
        """The bytes of a file of about this size."""
        return self.make(size).encode()


def _again(unit: str, before: str = "Hello. ", after: str = "") -> Make:
    """A unit over and over, between a beginning and an end."""
    return lambda size: before + unit * (size // len(unit)) + after


def _nested(opener: str, closer: str, inside: str = "Pay now.", before: str = "") -> Make:
    """Openers, something inside, and as many closers."""
    return lambda size: before + (n := size // len(opener + closer)) * opener + inside + n * closer


def _lines(line: Callable[[int], str], before: str = "", after: str = "") -> Make:
    """Lines that each hold their number, so that no two are equal."""

    def make(size: int) -> str:
        width = len(line(size)) + 1
        return before + "\n".join(line(number) for number in range(max(1, size // width))) + after

    return make


def _all_of(kind: str, path: str, rows: dict[str, Make]) -> list[Adversary]:
    return [Adversary(f"{kind}: {name}", path, make) for name, make in rows.items()]


def _delimiters() -> list[Adversary]:
    found = []
    for row in DELIMITERS:
        for name, unit in (
            ("opened", row.opener),
            ("opened, words between", f"{row.opener} x "),
            ("closed", row.closer),
            ("one by one", f"{row.opener} x {row.closer} "),
        ):
            found.append(Adversary(f"template: {row.opener} {name}", "a.html", _again(unit)))
    return found


# Openers, other ways, and closers of branches, by dialect, with a name that tells it.
_BRANCHES: Final = (
    ("jinja", "a.html", "{% if a %}", "{% else %}", "{% endif %}"),
    ("handlebars", "a.hbs", "{{#if a}}", "{{else}}", "{{/if}}"),
    ("erb", "a.html.erb", "<% if a %>", "<% else %>", "<% end %>"),
    ("blade", "a.blade.php", "\n@if(a)\n", "\n@else\n", "\n@endif\n"),
    ("freemarker", "a.ftl", "<#if a>", "<#else>", "</#if>"),
    ("smarty", "a.tpl", "{if $a}", "{else}", "{/if}"),
    ("mailchimp", "a.html", "*|IF:A|*", "*|ELSE:|*", "*|END:IF|*"),
    ("ampscript", "a.html", "%%[ IF @a THEN ]%%", "%%[ ELSE ]%%", "%%[ ENDIF ]%%"),
    ("jstl", "a.jsp", '<c:choose><c:when test="${a}">', "</c:when><c:otherwise>", "</c:otherwise></c:choose>"),
    ("velocity", "a.vm", "#if($a)", "#else", "#end"),
    ("mako", "a.mako", "\n% if a:\n", "\n% else:\n", "\n% endif\n"),
    ("razor", "a.cshtml", "@if (a) {<p>", "</p>} else {<p>", "</p>}"),
    ("string template", "a.st", "$if(a)$", "$else$", "$endif$"),
    ("php", "a.php", "<?php if ($a): ?>", "<?php else: ?>", "<?php endif; ?>"),
    ("notify", "a.txt", "((a??", "", "))"),
    ("icu", "a.json", "{a, select, x {", "} other {", "}}"),
)


def _branches() -> list[Adversary]:
    found = []
    for name, path, opener, other, closer in _BRANCHES:
        whole = f"{opener}Pay. {other}Call. {closer}" if other else f"{opener}Pay. {closer}"
        before, after = ('{"a": "', '"}') if path.endswith(".json") else ("Hello. ", "")
        found += [
            Adversary(f"{name}: opened", path, _again(opener, before, after)),
            Adversary(f"{name}: closed", path, _again(closer, before, after)),
            Adversary(f"{name}: within each other", path, _nested(opener, closer, before=before)),
            Adversary(f"{name}: one after the other", path, _again(whole, before, after)),
            Adversary(f"{name}: other conditions", path, _lines(lambda n, w=whole: w.replace("a", f"a{n}", 1), before)),
        ]
    return found


_HTML: Final = {
    "tags within each other": _nested("<div>", "</div>"),
    "paragraphs never closed": _again("<p>Pay. "),
    "tags never closed": _again("<b>"),
    "closers of nothing": _again("</b>"),
    "tags never ended": _again("<a "),
    "one tag with many attributes": _again("a='b' ", "<p "),
    "attributes never ended": _again('<a href="'),
    "signs": _again("<"),
    "ampersands": _again("&"),
    "entities never ended": _again("&amp"),
    "numbers of signs": _again("&#x1F600;"),
    "comments never ended": _again("<!-- "),
    "CDATA never ended": _again("<![CDATA["),
    "scripts never ended": _again("<script>"),
    "styles never ended": _again("<style>"),
    "titles never ended": _again("<title>"),
    "tables within each other": _nested("<table><tr><td>", "</td></tr></table>"),
    "links": _again("<a href='x'>Pay</a> "),
    "pictures": _again("<img alt='Pay now'>"),
    "directives": _again("<!-- empathy-lint: off --> x "),
}
_THYMELEAF: Final = {
    "conditions": _lines(lambda n: f'<p th:if="${{a{n}}}">Pay bill {n}.</p>'),
    "conditions within each other": _nested('<p th:if="${a}">', "</p>"),
    "conditions never closed": _again('<p th:unless="${a}">'),
    "cases": _lines(lambda n: f"<p th:case=\"'{n}'\">Pay bill {n}.</p>", '<div th:switch="${a}">', "</div>"),
    "cases of nothing": _again('<p th:case="*">Pay.</p>'),
    "switches within each other": _nested('<p th:switch="${a}"><i th:case="b">Pay.</i>', "</p>"),
    "texts": _lines(lambda n: f"<p th:text=\"'Pay bill ' + ${{a{n}}}\">x</p>"),
    "texts within each other": _nested("<p th:text=\"'Pay'\">", "</p>"),
    "texts never closed": _again('<p th:text="|Pay ${a}|">'),
    "choices": _again("<p th:text=\"${a} ? 'Pay.' : 'Call.'\">x</p>"),
    "one text": _again("'Pay ' + ", '<p th:text="', "''\">x</p>"),
    "texts without tags": _lines(lambda n: f'[# th:if="${{a{n}}}"]Pay bill {n}.[/]'),
    "texts without tags, within each other": _nested('[# th:unless="${a}"]', "[/]"),
    "removed": _again("<p th:remove='all'>x</p><ul th:remove='all-but-first'><li>a</li><li>b</li></ul>"),
    "across other code": _again('{% if a %}<p th:if="b">{% endif %}</p>'),
}
_MACROS: Final = {
    "opened": _again("{% macro a() %}Pay now. "),
    "opened, one closed": _again("{% macro a() %}Pay now. ", after="{% endmacro %}"),
    "one by one": _again("{% macro a() %}Pay now.{% endmacro %}"),
    "without words": _again("{% macro a() %}", after="{% endmacro %}"),
}
_MARKDOWN: Final = {
    "brackets": _again("["),
    "brackets within each other": _nested("[", "](x)"),
    "links": _again("[pay](x) "),
    "pictures never ended": _again("![a]("),
    "stars": _again("*"),
    "stars and letters": _again("*a **b "),
    "underscores": _again("_a __b "),
    "backticks": _again("` `` "),
    "quotes within each other": _again("> "),
    "lists within each other": lambda size: "\n".join(" " * n + "- pay" for n in range(max(1, int((2 * size) ** 0.5)))),
    "list": _again("- pay now\n"),
    "headings": _again("# Pay\n"),
    "rows of a table": _again("| a | b |\n", "| a | b |\n|---|---|\n"),
    "rules": _again("---\n"),
    "references": _lines(lambda n: f"[a{n}]: x"),
    "tags": _again("<b>"),
    "escapes": _again("\\"),
}
_PROSE: Final = {
    "one word": _again("a"),
    "one sentence": _again("pay and ", after="."),
    "words": _again("Pay. "),
    "threats": _again("We will take legal action. "),
    "other threats": _lines(lambda n: f"We will take legal action over bill {n}."),
    "conditions": _again("if you do not pay, ", "We will, ", "close it."),
    "negations": _again("not "),
    "commas": _again(","),
    "exclamation marks": _again("Pay now! "),
    "capitals": _again("PAY NOW "),
    "full stops": _again("."),
    "spaces": _again(" ", "Pay", "now."),
    "empty lines": _again("\n", "Pay.", "Now."),
    "short lines": _lines(lambda n: f"pay {n}"),
    "paragraphs": _lines(lambda n: f"Pay bill {n} now.\n"),
    "dashes": _again("-"),
    "stars": _again("* "),
    "quotes": _again('"'),
    "apostrophes": _again("'s "),
    "parentheses": _again("("),
    "brackets": _again("[Due Date] "),
    "percents": _again("% "),
    "figures": _again("1,000.00 "),
    "links": _again("https://a.example/b "),
    "combining marks": _again("e\u0301\u0301"),
    "joined emoji": _again("👩\u200d👩\u200d👧"),
    "right to left": _again("\u202eשלום "),
    "directives": _again("# empathy-lint: ignore-next jargon -- x\nPay. "),
    "front matter never ended": _lines(lambda n: f"a{n}: b", "---\n"),
}
_JSON: Final = {
    "lists within each other": _nested("[", "]", '"Pay now."'),
    "objects within each other": _nested('{"a":', "}", '"Pay now."'),
    "keys": _lines(lambda n: f'"key{n}": "Pay bill {n} now.",', "{\n", '"z": "Pay."}'),
    "escapes": _again("\\n", '{"a": "Pay. ', '"}'),
    "letters spelled out": _again("\\u0041", '{"a": "Pay. ', '"}'),
    "one string": _again("Pay now. ", '{"a": "', '"}'),
    "never closed": _again("["),
}
_YAML: Final = {
    "lists within each other": _nested("[", "]", "Pay now."),
    "lists in lines": _again("- ", "a: "),
    "keys": _lines(lambda n: f"key{n}: Pay bill {n} now."),
    "keys within each other": lambda size: "\n".join(" " * n + "a:" for n in range(max(1, int((2 * size) ** 0.5)))),
    "folded text": _again("  Pay now.\n", "a: >\n"),
    "quoted text": _again("Pay\\n ", 'a: "', '"'),
    "anchors": _lines(lambda n: f"a{n}: &a{n} [*a{max(n - 1, 0)}, *a{max(n - 1, 0)}]", "a: &a0 Pay.\n"),
    "never closed": _again("{a: "),
}
_OTHERS: Final = (
    *_all_of(
        "po",
        "a.po",
        {
            "entries": _lines(lambda n: f'msgid "Pay bill {n}."\nmsgstr "Pay bill {n}."\n'),
            "one string": _again('"Pay now. "\n', 'msgid ""\nmsgstr ""\n'),
            "comments": _again("# pay\n", after='msgid "Pay."\nmsgstr ""\n'),
            "never closed": _again('msgid "'),
        },
    ),
    *_all_of(
        "properties",
        "a.properties",
        {
            "keys": _lines(lambda n: f"key{n}=Pay bill {n} now."),
            "joined lines": _again("pay \\\n", "a="),
            "escapes": _again("\\u0041", "a="),
            "backslashes": _again("\\", "a="),
        },
    ),
    *_all_of(
        "strings",
        "a.strings",
        {
            "keys": _lines(lambda n: f'"key{n}" = "Pay bill {n} now.";'),
            "comments never ended": _again("/* "),
            "lines of comments never ended": _again("/* a\n"),
            "never closed": _again('"a" = "'),
            "quotes": _again('"'),
        },
    ),
    *_all_of(
        "csv",
        "a.csv",
        {
            "rows": _lines(lambda n: f"{n},Pay bill {n} now.", "id,message\n"),
            "one cell": _again("Pay now.\n", 'id,message\n1,"', '"'),
            "quotes": _again('"', "id,message\n1,"),
            "cells": _again(",", "id,message\n"),
            "columns": _again("message,"),
        },
    ),
    *_all_of(
        "eml",
        "a.eml",
        {
            "headers": _lines(lambda n: f"X-{n}: a", "Subject: Pay\n", "\n\nPay now."),
            "one header": _again(" pay\n", "Subject: Pay\n", "\nPay now."),
            "encoded words": _again(" =?utf-8?q?Pay?=\n", "Subject: Pay\n", "\nPay now."),
            "body": _again("Pay now.\n", "Subject: Pay\n\n"),
            "quoted-printable": _again("Pay=20now=\n", "Subject: Pay\nContent-Transfer-Encoding: quoted-printable\n\n"),
            "parts": _again(
                "--b\nContent-Type: text/plain\n\nPay now.\n", "Content-Type: multipart/mixed; boundary=b\n\n"
            ),
            "parts within each other": _lines(
                lambda n: f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}", after="\n\nPay now."
            ),
        },
    ),
    *_all_of(
        "xliff",
        "a.xlf",
        {
            "units": _lines(
                lambda n: f"<trans-unit id='{n}'><source>Pay {n}.</source></trans-unit>",
                "<xliff version='1.2'><file source-language='en'><body>",
                "</body></file></xliff>",
            ),
            "groups within each other": _nested("<group>", "</group>", before="<xliff version='1.2'>"),
            "entities": _again(
                "&#65;", "<xliff version='1.2'><file><body><trans-unit id='1'><source>", "</source></trans-unit>"
            ),
            "never closed": _again("<trans-unit id='1'><source>", "<xliff version='1.2'>"),
        },
    ),
    *_all_of(
        "android",
        "values/strings.xml",
        {
            "strings": _lines(lambda n: f"<string name='a{n}'>Pay {n}.</string>", "<resources>", "</resources>"),
            "markup within each other": _nested("<b>", "</b>", before="<resources><string name='a'>", inside="Pay."),
            "escapes": _again("\\'", "<resources><string name='a'>Pay", "</string></resources>"),
        },
    ),
    *_all_of(
        "odoo",
        "a.xml",
        {
            "templates": _lines(
                lambda n: f"<record id='t{n}' model='mail.template'><field name='subject'>Pay {n}.</field></record>",
                "<odoo>",
                "</odoo>",
            ),
            "elements within each other": _nested(
                "<t t-if='a'>",
                "</t>",
                before="<odoo><record model='mail.template'><field name='body_html'>",
                inside="Pay.",
            ),
            "ways of one choice": _again(
                "<t t-elif='a'>Pay.</t>", "<odoo><record model='mail.template'><field name='body_html'><t t-if='b'/>"
            ),
        },
    ),
    *_all_of(
        "php-array",
        "a.php",
        {
            "keys": _lines(lambda n: f"'key{n}' => 'Pay bill {n} now.',", "<?php return [\n", "];"),
            "arrays within each other": _nested("['a' => ", "]", "'Pay now.'", "<?php return "),
            "arrays opened": _again("['a' => ", "<?php return "),
            "joined texts": _again("'Pay now.' . ", "<?php return ['a' => ", "''];"),
            "comments before": _again("# a /* b */ // c\n", "<?php ", "return ['a' => 'Pay now.'];"),
            "never closed": _again("'Pay ", "<?php return ['a' => "),
        },
    ),
    *_all_of(
        "mailer",
        "a.php",
        {
            "lines": _lines(lambda n: f"$m->line('Pay bill {n} now.');", "<?php function toMail() {\n", "}"),
            "ways out": _lines(
                lambda n: f"if ($a{n}) {{ return; }} $m->line('Pay bill {n} now.');", "<?php function toMail() {\n", "}"
            ),
            "translated": _lines(lambda n: f"__('Pay bill {n} now.');", "<?php\n"),
        },
    ),
    *_all_of(
        "xcstrings",
        "a.xcstrings",
        {
            "keys": _lines(
                lambda n: f'"Pay {n}.": {{}},', '{"sourceLanguage": "en", "strings": {', '"z": {}}, "version": "1.0"}'
            )
        },
    ),
)


def adversaries() -> list[Adversary]:
    """All of them, by name."""
    return [
        *_delimiters(),
        *_branches(),
        *_all_of("html", "a.html", _HTML),
        *_all_of("thymeleaf", "a.html", _THYMELEAF),
        *_all_of("macros", "a.j2", _MACROS),
        *_all_of("markdown", "a.md", _MARKDOWN),
        *_all_of("text", "a.txt", _PROSE),
        *_all_of("json", "a.json", _JSON),
        *_all_of("yaml", "a.yaml", _YAML),
        *_OTHERS,
    ]
