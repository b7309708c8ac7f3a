"""Plain files of every dialect and format, of any size: what a busy author writes, only more of it.

No two sentences of a file are alike, and each dialect has its values, its conditions and its texts.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EXCEL: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class Sample:
    """A kind of file: `data(size)` are its bytes with about so many characters, read as the name `path` tells."""

    name: str
    path: str
    data: Callable[[int], bytes]


def _lines(line: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """Lines with their numbers in place of “№”."""

    def make(size: int) -> str:
        width = len(line.encode()) + 4
        return before + "\n".join(line.replace("№", str(n)) for n in range(max(1, size // width))) + after

    return make


def _text(name: str, path: str, line: str, before: str = "", after: str = "") -> Sample:
    make = _lines(line, before, after)
    return Sample(name, path, lambda size: make(size).encode())


# Name, path and what one part of a page is in it.
_DIALECTS: Final = (
    ("Jinja, Django, Twig", "a.html.j2", "{% if a№ %}<p>Pay bill № of {{ sum }}.</p>{% else %}Call №.{% endif %}"),
    ("Jinja, translated", "a.html.j2", "<p>{{ _('Pay bill № now.') }} {% trans %}Call № today.{% endtrans %}</p>"),
    ("Liquid", "a.liquid", "{% case a %}{% when 'b№' %}<p>Pay bill №.</p>{% else %}<p>Call №.</p>{% endcase %}"),
    ("Handlebars", "a.hbs", "{{#if a№}}<p>Pay bill № of {{sum}}.</p>{{else}}<p>Call us on №.</p>{{/if}}"),
    ("Mustache", "a.mustache", "{{#a№}}<p>Pay bill №.</p>{{/a№}}{{^a№}}<p>Call us on №.</p>{{/a№}}"),
    ("Go", "a.gohtml", "{{ if .A№ }}<p>Pay bill № of {{ .Sum }}.</p>{{ else }}<p>Call us on №.</p>{{ end }}"),
    ("ERB", "a.html.erb", "<% if a№ %><p>Pay bill № of <%= sum %>.</p><% else %><p>Call us on №.</p><% end %>"),
    ("EJS", "a.ejs", "<% if (a№) { %><p>Pay bill № of <%= sum %>.</p><% } else { %><p>Call us on №.</p><% } %>"),
    ("Blade", "a.blade.php", "@if($a№)\n<p>Pay bill № of {{ $sum }}.</p>\n@else\n<p>Call us on №.</p>\n@endif"),
    ("FreeMarker", "a.ftl", "<#if a№><p>Pay bill № of ${sum}.</p><#else><p>Call us on №.</p></#if>"),
    ("Smarty", "a.tpl", "{if $a№}<p>Pay bill № of {$sum}.</p>{else}<p>Call №.</p>{/if}"),
    ("Mailchimp", "a.html", "*|IF:A№|*<p>Pay bill № of *|SUM|*.</p>*|ELSE:|*<p>Call us on №.</p>*|END:IF|*"),
    ("AMPscript", "a.html", "%%[ IF @a№ THEN ]%%<p>Pay bill №: %%=v(@s)=%%.</p>%%[ ELSE ]%%Call.%%[ ENDIF ]%%"),
    ("Velocity", "a.vm", "#if($a№)<p>Pay bill № of ${sum}.</p>#else<p>Call us on №.</p>#end"),
    ("Mako", "a.mako", "% if a№:\n<p>Pay bill № of ${sum}.</p>\n% else:\n<p>Call us on №.</p>\n% endif"),
    ("Razor", "a.cshtml", "@if (a№) { <p>Pay bill № of @Sum.</p> } else { <p>Call us on №.</p> }"),
    ("QWeb", "a.html", '<p t-if="a№">Pay bill № of <t t-out="sum">5</t>.</p><p t-else="">Call us on №.</p>'),
    ("PHP pages", "a.php", "<?php if ($a№): ?><p>Pay bill № of <?= $s ?>.</p><?php else: ?>Call.<?php endif; ?>"),
    ("Thymeleaf, conditions", "a.html", '<p th:if="${a№}">Pay bill № now.</p><p th:unless="${a№}">Call us on №.</p>'),
    ("Thymeleaf, texts", "a.html", "<p th:text=\"${a№} ? 'Pay bill ' + ${sum} : 'Call us on №.'\">Text</p>"),
    ("GOV.UK Notify", "a.txt", "Pay bill № of ((sum)). ((a№??Call us on №.))\n"),
    ("ICU MessageFormat", "a.json", '"k№": "Pay {n, plural, one {# bill} other {# bills}} of №.",', ),
    ("placeholders", "a.txt", "Dear %(name)s, pay {sum} of bill %s by [Due Date] to %%firm%%, as letter № says.\n"),
)  # fmt: skip
_AROUND: Final = {"a.json": ("{\n", '"z": "Pay."}')}


def dialects() -> list[Sample]:
    """A page of each template language."""
    return [_text(name, path, line, *_AROUND.get(path, ())) for name, path, line in _DIALECTS]


def formats() -> list[Sample]:
    """A file of each format."""
    return [
        _text("text", "a.txt", "Pay bill № now, or call us about it.\n"),
        _text("markdown", "a.md", "## Bill №\n\nPay **bill №** [here](https://a.example/№).\n\n- or call us\n"),
        _text("html", "a.html", "<tr><td><p>Pay <b>bill №</b> <a href='https://a.example/№'>here</a>.</p></td></tr>"),
        _text("mjml", "a.mjml", "<mj-text>Pay bill № now.</mj-text>", "<mjml><mj-body>", "</mj-body></mjml>"),
        _text("json", "a.json", '"k№": {"subject": "Bill №", "body": "Pay bill № now."},', "{\n", '"z": "Pay."}'),
        _text("yaml", "a.yaml", "k№:\n  subject: Bill №\n  body: >\n    Pay bill № now,\n    or call us.\n"),
        _text("po", "a.po", 'msgid "k№"\nmsgstr ""\n"Pay bill № "\n"now."\n'),
        _text("properties", "a.properties", "k№.subject=Bill №\nk№.body=Pay bill № \\\n  now."),
        _text("strings", "a.strings", '"k№" = "Pay bill № now.";'),
        _text(
            "xcstrings", "a.xcstrings", '"Pay bill № now.": {},', '{"sourceLanguage": "en", "strings": {', '"z": {}}}',
        ),
        _text("eml", "a.eml", "Pay bill № now, or call us about it.\n", "Subject: Bills\n\n"),
        _text(
            "eml, quoted", "a.eml", "Pay bill=20№ now.\n", "Content-Transfer-Encoding: quoted-printable\n\n",
        ),
        _text("csv", "a.csv", 'k№,Bill №,"Pay bill № now, or call us."', "key,subject,body\n"),
        _text("tsv", "a.tsv", "k№\tBill №\tPay bill № now, or call us.", "key\tsubject\tbody\n"),
        _text(
            "xliff", "a.xlf", "<trans-unit id='k№'><source>Pay bill № <ph id='1'/>now.</source></trans-unit>",
            "<xliff version='1.2'><file source-language='en'><body>", "</body></file></xliff>",
        ),
        _text(
            "android", "values/strings.xml", "<string name='k№'>Pay &lt;b>bill\\'s №&lt;/b> now.</string>",
            "<resources>", "</resources>",
        ),
        _text(
            "odoo", "a.xml", "<record model='mail.template'><field name='subject'>Pay bill № now.</field></record>",
            "<odoo>", "</odoo>",
        ),
        _text("php-array", "a.php", "'k№' => 'Pay bill № ' . 'now.',", "<?php return [\n", "];"),
        _text("php", "a.php", "$mail->line('Pay bill № now.');", "<?php class A { function toMail() {\n", "}}"),
        _text("python", "a.py", "send_mail('Bill №', 'Pay bill № now.')"),
        _text("ruby", "a.rb", "mail(subject: 'Bill №', body: \"Pay bill № of #{sum} now.\")"),
        _text(
            "jsx", "a.tsx", "<Text>Pay bill № of {sum}. {late && <b>Call №.</b>}</Text>",
            "export const A = () => (<Html>\n", "</Html>)",
        ),
        Sample("docx", "a.docx", _letter),
        Sample("xlsx", "a.xlsx", _workbook),
    ]  # fmt: skip


def _letter(size: int) -> bytes:
    body = _lines("<w:p><w:r><w:t>Pay bill № now, or call us about it.</w:t></w:r></w:p>")(size)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return _packed("word", "document.xml", document, {})


def _workbook(size: int) -> bytes:
    cells = "<c t='inlineStr'><is><t>k№</t></is></c><c t='inlineStr'><is><t>Pay bill № now.</t></is></c>"
    first = "<row>" + cells.replace("k№", "key").replace("Pay bill № now.", "body") + "</row>"
    rows = first + _lines(f"<row>{cells}</row>")(size)
    sheet = f'<worksheet xmlns="{_EXCEL}"><sheetData>{rows}</sheetData></worksheet>'
    main = (
        f'<workbook xmlns="{_EXCEL}" xmlns:r="{_OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    )
    return _packed("xl", "workbook.xml", main, {"sheet.xml": sheet})


def _packed(folder: str, name: str, main: str, others: dict[str, str]) -> bytes:
    """A package with its main part and worksheets."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="{other}"/>'
        for number, other in enumerate(others, start=1)
    )
    first = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="{folder}/{name}"/>'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{first}</Relationships>',
        f"{folder}/{name}": main,
        f"{folder}/_rels/{name}.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
        **{f"{folder}/{other}": content for other, content in others.items()},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return packed.getvalue()
