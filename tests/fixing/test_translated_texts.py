"""Words by which a catalogue knows its translations are changed only where a person has said so."""

from __future__ import annotations

import pytest

from empathy_lint.fixing.fixes import Fixer
from empathy_lint.run import Run, StandardInput
from empathy_lint.settings.model import Flags

SAID = "Please utilise the form."
MAILER = 'def send(user):\n    send_mail(_("Your form"), {}, "us@example.com", [user.email])\n'
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en"'
    ' datatype="plaintext"><body><trans-unit id="form"><source>{}</source>{}</trans-unit></body></file></xliff>'
)
KEYS = [
    ("a.html", f'<p>{{{{ _("{SAID}") }}}}</p>'),
    ("a.html", f'<p>{{% trans "{SAID}" %}}</p>'),
    ("a.html", f"<p>{{% blocktrans %}}{SAID}{{% endblocktrans %}}</p>"),
    ("a.html", f"<p>{{% blocktranslate count n=n %}}{SAID}{{% plural %}}{SAID}{{% endblocktranslate %}}</p>"),
    ("a.twig", f"<p>{{{{ '{SAID}'|trans }}}}</p>"),
    ("a.blade.php", f"<p>@lang('{SAID}')</p>"),
    ("a.blade.php", f"<p>{{{{ __('{SAID}') }}}}</p>"),
    ("a.html", f"<p>{{{{trans '{SAID}'}}}} {{{{var name}}}}</p>"),
    ("a.njk", f'<p>{{{{ t("{SAID}") }}}}</p>'),
    ("a.py", MAILER.format(f'_("{SAID}")')),
    ("a.xlf", XLIFF.format(SAID, "")),
]
OTHERS = [
    ("a.html", f'<p>{{{{ _("Hello there.") }}}} {SAID}</p>'),
    ("a.html", f"<p>{{% blocktrans %}}Hello there.{{% endblocktrans %}} {SAID}</p>"),
    ("a.py", MAILER.format(f'"{SAID}"')),
    ("a.xlf", XLIFF.format("Please utilise the form now.", f"<target>{SAID}</target>")),
    ("en.po", f'msgid "utilise.form"\nmsgstr "{SAID}"\n'),
]


@pytest.fixture(scope="module")
def run() -> Run:
    return Run(Flags(channel="email", situation="general"))


def fixed(run: Run, path: str, text: str, *, review: bool) -> str:
    (piece,) = run.workpieces(["-"], StandardInput(path, text.encode()))
    return Fixer(review).fix(piece).after.data.decode()


@pytest.mark.parametrize(("path", "text"), KEYS, ids=[f"{row[0]}-{n}" for n, row in enumerate(KEYS)])
def test_words_that_are_keys_are_changed_only_in_review(run: Run, path: str, text: str) -> None:
    assert fixed(run, path, text, review=False) == text
    assert "Please use the form." in fixed(run, path, text, review=True)


@pytest.mark.parametrize(("path", "text"), OTHERS, ids=[f"{row[0]}-{n}" for n, row in enumerate(OTHERS)])
def test_words_beside_keys_are_changed(run: Run, path: str, text: str) -> None:
    assert "Please use the form." in fixed(run, path, text, review=False)
