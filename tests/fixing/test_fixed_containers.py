"""A safe rewrite is made in every kind of file, and what reads the file finds the new words and the old placeholder."""

from __future__ import annotations

import csv
import email
import html
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from email import policy
from xml.sax.saxutils import escape

import polib
import pytest
import yaml

from empathy_lint.fixing.fixes import Fixer
from empathy_lint.run import Run, StandardInput
from empathy_lint.settings.model import Flags

OLD = "Hello {first_name}, please utilise the “green” form & tick Ada's box."
NEW = OLD.replace("utilise", "use")
XML = OLD.replace("&", "&amp;")


def from_po(data: str) -> str:
    (entry,) = [row for row in polib.pofile(data) if row.msgid]
    return entry.msgstr


def from_properties(data: str) -> str:
    return data.partition("=")[2].strip()


def from_strings(data: str) -> str:
    return str(json.loads(data.partition("=")[2].strip().rstrip(";")))


def from_csv(data: str) -> str:
    (row,) = csv.DictReader(io.StringIO(data))
    return row["body"]


def from_mail(data: str) -> str:
    message = email.message_from_bytes(data.encode(), policy=policy.default)
    return str(message.get_content()).strip()


def from_android(data: str) -> str:
    return (ET.fromstring(data)[0].text or "").replace("\\'", "'").strip('"')


def from_jsx(data: str) -> str:
    said = data.partition("<Text>")[2].partition("</Text>")[0]
    return said.replace("&amp;", "&").replace("{first}", "{first_name}")


def quoted_once(text: str) -> str:
    return text.replace("'", "\\'")


def from_jsx_string(data: str) -> str:
    quote = "`" if "`" in data else "'"
    return data.replace("\\'", "’").split(quote)[1].replace("’", "'")


ODOO = '<odoo><record id="form" model="mail.template"><field name="body_html">{}</field></record></odoo>\n'


def from_odoo(data: str) -> str:
    said = "".join(ET.fromstring(data)[0][0].itertext())
    return html.unescape(re.sub("</?p>", "", said)) if "<p>" in said else said


CONTAINERS: list[tuple[str, str, Callable[[str], str]]] = [
    ("letters.json", json.dumps({"form": OLD}), lambda data: str(json.loads(data)["form"])),
    (
        "letters.json",
        json.dumps({"form": OLD}, ensure_ascii=False, indent=2),
        lambda data: str(json.loads(data)["form"]),
    ),
    ("en.yml", f'en:\n  form: "{OLD}"\n', lambda data: str(yaml.safe_load(data)["en"]["form"])),
    ("en.yml", f"en:\n  form: >-\n    {OLD}\n", lambda data: str(yaml.safe_load(data)["en"]["form"])),
    ("en.yml", f"en:\n  form: &form {OLD}\n  again: *form\n", lambda data: str(yaml.safe_load(data)["en"]["again"])),
    ("en.po", f'msgid "form"\nmsgstr "{OLD}"\n', from_po),
    ("messages_en.properties", f"form = {OLD}\n", from_properties),
    ("Localizable.strings", f'"form" = "{OLD}";\n', from_strings),
    ("letters.csv", f'key,subject,body\nform,The form,"{OLD}"\n', from_csv),
    (
        "form.eml",
        f'Subject: The form\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n{OLD}\n',
        from_mail,
    ),
    (
        "letters.xlf",
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en"'
        ' datatype="plaintext"><body><trans-unit id="form">'
        f"<source>Form</source><target>{XML}</target></trans-unit>"
        "</body></file></xliff>",
        lambda data: ET.fromstring(data).findtext(".//{*}target") or "",
    ),
    ("mail.xml", ODOO.format(f"<p>{XML}</p>"), from_odoo),
    ("mail.xml", ODOO.format(f"<![CDATA[<p>{XML}</p>]]>"), from_odoo),
    ("mail.xml", ODOO.format(escape(f"<p>{XML}</p>")), from_odoo),
    (
        "values/strings.xml",
        f'<resources><string name="form">{XML.replace(chr(39), chr(92) + chr(39))}</string></resources>\n',
        from_android,
    ),
    (
        "emails/form.tsx",
        "import { Text } from '@react-email/components'\n"
        f"export const Form = () => <Text>{XML.replace('{first_name}', '{first}')}</Text>\n",
        from_jsx,
    ),
    ("emails/form.jsx", f"const Form = () => <p>{{'{quoted_once(OLD)}'}}</p>\n", from_jsx_string),
    ("emails/form.tsx", f"const body = `{OLD}`\nexport const Form = () => <p>{{body}}</p>\n", from_jsx_string),
]


@pytest.fixture(scope="module")
def run() -> Run:
    return Run(Flags(channel="email", situation="general"))


@pytest.mark.parametrize(
    ("path", "text", "read_back"), CONTAINERS, ids=[f"{row[0]}-{n}" for n, row in enumerate(CONTAINERS)]
)
def test_a_safe_rewrite_is_made_and_read_back(run: Run, path: str, text: str, read_back: Callable[[str], str]) -> None:
    (piece,) = run.workpieces(["-"], StandardInput(path, text.encode()))
    fixed = Fixer().fix(piece)
    assert read_back(text) == OLD
    assert read_back(fixed.after.data.decode()) == NEW
    assert not Fixer().fix(replace(piece, data=fixed.after.data)).is_changed
