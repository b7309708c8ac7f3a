"""Which channel and situation a message belongs to, and who says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from simple_analysis import analyse

from empathy_lint.checking.inference import Inference
from empathy_lint.checking.packs import load_packs
from empathy_lint.reading.message import Message

TABLE = """\
situations:
  fraud: {sure: [did you make this payment], phrases: [fraud, unusual], paths: [fraud]}
  late-past-due: {sure: [overdue], phrases: [balance, arrears]}
channels:
  letter: {paths: [letter]}
  chat: {sure: [you are chatting with]}
"""


@pytest.fixture(scope="module")
def inference(tmp_path_factory: pytest.TempPathFactory) -> Inference:
    path: Path = tmp_path_factory.mktemp("tables") / "situations.yaml"
    path.write_text(TABLE, encoding="utf-8")
    pack = load_packs([path], shipped=False)
    assert pack.problems == ()
    return pack.inference


def message(text: str, path: str = "notes/a.txt", **declared: str) -> Message:
    return replace(analyse(text, path).message, declared=declared)


@pytest.mark.parametrize(
    ("text", "path", "situation"),
    [
        ("Your bill is overdue.", "a.txt", "late-past-due"),
        ("About your balance.", "a.txt", "general"),
        ("Your balance is in arrears.", "a.txt", "late-past-due"),
        ("Subject: Fraud\n\nWe saw fraud.", "a.txt", "fraud"),
        ("Hello.", "mails/FraudAlert.txt", "fraud"),
        ("Hello.", "a.txt", "general"),
        ("Unusual fraud and an overdue bill.", "a.txt", "fraud"),
    ],
)
def test_situations_are_told_by_words_and_paths(inference: Inference, text: str, path: str, situation: str) -> None:
    assert inference.situation(message(text, path)) == situation


@pytest.mark.parametrize(
    ("text", "path", "channel"),
    [
        ("Hello.", "letters/a.txt", "letter"),
        ("Hello.", "a.txt", "sms"),
        ("Hello.\n\nThere.", "a.sms.txt", "sms"),
        ("Subject: Hello\n\nThere.", "a.txt", "email"),
        ("You are chatting with Sam.\n\nHello.", "a.txt", "chat"),
        ("Hello.\n\nThere.", "a.txt", "email"),
    ],
)
def test_channels_are_told_by_paths_and_structure(inference: Inference, text: str, path: str, channel: str) -> None:
    assert inference.channel(message(text, path)) == channel


def test_a_flag_beats_front_matter_which_beats_the_config(inference: Inference) -> None:
    text = message("Hello.", situation="fraud")
    flag = inference.context(text, None, "outage", {"situation": "flag"})
    config = inference.context(text, None, "outage", {"situation": "config"})
    plain = inference.context(message("Hello."), None, "outage", {"situation": "config"})
    assert (flag.situation, flag.decided_by["situation"]) == ("outage", "flag")
    assert (config.situation, config.decided_by["situation"]) == ("fraud", "front matter")
    assert (plain.situation, plain.decided_by["situation"]) == ("outage", "config")
    assert plain.decided_by["channel"] == "inferred"


def test_what_the_reader_decided_is_no_refusal_of_ours() -> None:
    shipped = load_packs().inference
    told = "You have told us you do not want a booster.\n\nIf you change your mind, please contact us."
    assert shipped.situation(message(told, "consent_refused.txt")) == "notification"
    assert shipped.situation(message("We cannot take part.", "consent_refused.txt")) == "refusal"
