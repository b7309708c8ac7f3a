"""The shipped tone model: what it reads, that company changes nothing, and that it stays offline."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import pytest
from language_helpers import message_of

from empathy_lint.language.analyser import Analyser
from empathy_lint.language.tone.model import FOLDER, ToneModel
from empathy_lint.language.tone.reading import ToneReading


@pytest.fixture(scope="module")
def model() -> ToneModel:
    return ToneModel()


@pytest.mark.parametrize(
    ("text", "category", "words"),
    [
        ("Grown people do not need reminding.", "shame-judgement", "Grown people do not need reminding"),
        ("Your comfort is at the heart of everything we do.", "hollow-empathy", "Your comfort"),
        ("If we hear nothing, we will pass this to our solicitors.", "threat-language", "we will pass this"),
        ("You never answered our letters.", "blame-language", "You never answered"),
    ],
)
def test_it_marks_the_words_that_read_so(model: ToneModel, text: str, category: str, words: str) -> None:
    (reading,) = model.read([text])
    assert any(mark.category == category and words in text[mark.start : mark.end] for mark in reading.marks)


@pytest.mark.parametrize(
    "text",
    [
        "Your order is on its way and should arrive on Thursday.",
        "We have refunded the late fee in full.",
        "The build was terminated after ten minutes.",
        "",
    ],
)
def test_it_leaves_ordinary_sentences_alone(model: ToneModel, text: str) -> None:
    (reading,) = model.read([text])
    assert [mark for mark in reading.marks if mark.confidence >= 0.5] == []


def test_company_changes_nothing(model: ToneModel) -> None:
    texts = [
        "You failed to pay.",
        "Thank you.",
        "We will close your account unless you pay the whole balance by Friday.",
    ]
    alone = [ToneModel().read([text])[0] for text in texts]
    together = model.read(texts)
    for one, other in zip(alone, together, strict=True):
        assert [(m.category, m.start, m.end) for m in one.marks] == [(m.category, m.start, m.end) for m in other.marks]


def test_how_a_sentence_reads_does_not_hang_on_its_figures(model: ToneModel) -> None:
    one, other = (
        model.read([f"If £{sum_} is not paid by {day} May, we will close account {account} immediately."])[0]
        for sum_, day, account in (("40.00", "14", "1234567"), ("99.35", "27", "9081726"))
    )
    assert one.marks
    assert one == other


def test_a_very_long_sentence_is_read_as_far_as_it_goes(model: ToneModel) -> None:
    (reading,) = model.read(["You failed to pay. " * 400])
    assert reading.marks


def test_it_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert ToneModel().read(["You failed to pay."])[0].marks


def test_its_licence_and_card_travel_with_it() -> None:
    assert "Apache License" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    assert "Known weaknesses" in (FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_a_second_network_is_asked_only_where_the_first_finds_something(monkeypatch: pytest.MonkeyPatch) -> None:
    model = ToneModel()
    asked: list[int] = []
    run = model._second.run
    monkeypatch.setattr(model._second, "run", lambda pieces: asked.append(len(pieces)) or run(pieces))
    model.read(["Your parcel has arrived.", "Thanks, and see you on Monday."])
    assert asked == []
    model.read(["If you do not pay at once, we will take your home."])
    assert len(asked) == 1


def test_both_networks_count_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    model = ToneModel()
    text = "If you do not pay at once, we will take your home."
    _, both, _ = model.probabilities(text)
    pieces = model._tokenizer.encode(text).ids
    first, second = model._first.run(pieces)[0], model._second.run(pieces)[0]
    assert both == pytest.approx((first + second) / 2)


@pytest.mark.parametrize("name", ["tone.onnx", "second.onnx"])
def test_weights_lie_beside_their_network_where_they_can_be_mapped(name: str) -> None:
    assert (FOLDER / name).stat().st_size < 500_000 < (FOLDER / f"{name}.data").stat().st_size


def test_names_in_a_greeting_are_not_read() -> None:
    read: list[str] = []

    class Listening:
        def read(self, texts: Sequence[str]) -> list[ToneReading]:
            read.extend(texts)
            return [ToneReading(offers={"ask": 0.5}) for _ in texts]

    analysis = Analyser(tone=Listening()).analyse(message_of("Dear Ms Okafor,\n\nPlease call us.\n\nHello Sam,"))
    assert [analysis.offers(sentence) for sentence in analysis.sentences] == [{}, {"ask": 0.5}, {}]
    assert read == ["Please call us."]
