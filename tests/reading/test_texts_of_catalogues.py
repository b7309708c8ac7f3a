"""Texts of catalogues: only English ones are read, markup is read as what it becomes, plural forms as branches."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading_helpers import assert_positions_hold, message_of, reading_of, source_of

from empathy_lint.reading.discovery import Passed, Skipped, describe_skipped
from empathy_lint.reading.edits import Edit
from empathy_lint.reading.languages import is_english, locale_of
from empathy_lint.reading.writing import escape, rewritten
from empathy_lint.run import Run

GERMAN = "Bitte bezahlen Sie die Rechnung sofort, sonst wird Ihr Konto gesperrt."
ENGLISH = "Please pay the bill at once, or your account will be closed."
SAMPLES = {
    "de": GERMAN,
    "fr": "Votre paiement n'est pas arrivé. Nous vous prions de payer la facture avant la fin du mois.",
    "es": "Su pago no ha llegado. Por favor, pague la factura para que no se cierre la cuenta.",
    "it": "Il pagamento non è arrivato. La preghiamo di pagare la fattura per non perdere il servizio.",
    "nl": "Uw betaling is niet ontvangen. Betaal de rekening voor het einde van de maand.",
    "pl": "Nie otrzymaliśmy płatności. Prosimy o zapłatę rachunku na czas, jest to ważne.",
    "sv": "Din betalning är inte här. Du kan betala på nätet för att undvika en avgift.",
    "ru": "Мы не получили ваш платёж. Пожалуйста, оплатите счёт.",
    "ja": "お支払いがまだ確認できておりません。",
}


def keys(text: str, path: str) -> tuple[list[str | None], int]:
    reading = reading_of(text, path)
    return [message.key for message in reading.messages], reading.others


@pytest.mark.parametrize("language", SAMPLES)
def test_a_text_in_another_language_is_left_out_whether_or_not_a_locale_says_so(language: str) -> None:
    assert not is_english(SAMPLES[language], "")
    assert not is_english(SAMPLES[language], language)
    assert is_english(ENGLISH, "")


@pytest.mark.parametrize(
    "text", ["Payment overdue", "Pay now", "We de la write", "Terms of use", "Call Maria da Silva"]
)
def test_few_words_are_english_until_a_locale_says_otherwise(text: str) -> None:
    assert is_english(text, "")
    assert is_english(text, "en")
    assert not is_english(text, "de")


@pytest.mark.parametrize(
    ("path", "text", "locale"),
    [
        ("locales/de.json", "", "de"),
        ("config/locales/devise.pt-BR.yml", "", "pt"),
        ("messages_de_AT.properties", "", "de"),
        ("de.lproj/Localizable.strings", "", "de"),
        ("res/values-it/strings.xml", "", "it"),
        ("res/values-zh-rCN/strings.xml", "", "zh"),
        ("locale/fr/LC_MESSAGES/django.po", "", "fr"),
        ("django.po", 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n', "nl"),
        ("a.xlf", '<xliff><file source-language="en" target-language="fr-CA">', "fr"),
        ("locales/en/app.json", "", "en"),
        ("my/project/messages.json", "", ""),
        ("emails/late.yml", "", ""),
    ],
)
def test_where_a_catalogue_says_its_language(path: str, text: str, locale: str) -> None:
    assert locale_of(path, text) == locale


def test_of_a_file_in_many_languages_the_english_texts_are_read() -> None:
    text = f"de:\n  late: '{GERMAN}'\nen:\n  late: '{ENGLISH}'\nfr:\n  late: Payer maintenant\n"
    assert keys(text, "locales/all.yml") == (["en.late"], 2)


def test_what_nobody_translated_is_read() -> None:
    text = json.dumps({"late": GERMAN, "open": ENGLISH})
    assert keys(text, "locales/de.json") == (["open"], 1)


def test_what_was_left_out_is_counted_with_its_files(tmp_path: Path) -> None:
    for name, text in {"de.json": GERMAN, "en.json": ENGLISH}.items():
        (tmp_path / "locales").mkdir(exist_ok=True)
        (tmp_path / "locales" / name).write_text(json.dumps({"a": text, "b": text}), encoding="utf-8")
    report = Run(rewrites=False).lint_paths([str(tmp_path)])
    assert {row.message.path for row in report.messages} == {str(tmp_path / "locales" / "en.json")}
    assert describe_skipped(report.skipped).startswith("Not read: 2 texts in other languages (")
    rows = [Skipped("a.png", Passed.TYPE), Skipped("de.yml", Passed.LANGUAGE)]
    assert describe_skipped(rows) == "Not read: 1 file of other types (.png), 1 text in other languages (de.yml)."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("You owe&nbsp;us &pound;50 &amp; more.", "You owe us £50 & more."),
        ("Click <0>here</0> to <1>pay <2>now</2></1>.", "Click here to pay now."),
        ("Click <link>here</link> to pay.", "Click here to pay."),
        ("AT&T is late & <so> it is due.", "AT&T is late & <so> it is due."),
        ("Pay <b>now</b> &#8211; or call.", "Pay now – or call."),
    ],
)
def test_markup_is_read_as_what_it_becomes(written: str, read: str) -> None:
    message = message_of(json.dumps({"a": written}), "en.json")
    assert [block.prose for block in message.blocks] == [read]
    assert_positions_hold(message)


def test_words_beside_markup_are_written_as_html() -> None:
    message = message_of(json.dumps({"a": "Click <0>here</0> PLACE now."}), "en.json")
    at = message.source.text.index("PLACE")
    written = escape('"you" & me', message, at)
    assert written == '\\"you\\" &amp; me'
    after = rewritten(message, [Edit(at, at + 5, written)])
    assert after is not None
    assert after.blocks[0].prose == 'Click here "you" & me now.'


def test_plural_forms_with_intervals_are_branches() -> None:
    message = message_of(
        "late: '{0} No bills are late|{1} One bill is late|]1,Inf[ %count% bills are late'\n", "en.yaml"
    )
    assert [block.prose for block in message.blocks] == [
        "No bills are late",
        "One bill is late",
        "12345 bills are late",
    ]
    assert [len(variant.blocks) for variant in message.variants] == [1, 1, 1]
    assert source_of(message, "12345") == "%count%"
    assert_positions_hold(message)
