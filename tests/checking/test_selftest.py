"""The examples that rules carry are run, and say what does not hold."""

from __future__ import annotations

from pathlib import Path

from simple_analysis import analyse

from empathy_lint.checking.packs import load_packs
from empathy_lint.checking.selftest import run_examples

RULE = """\
id: pressure-language
title: Pressure
dimension: respect
severity: major
why: It presses.
entries:
  - {id: now, phrases: ["right now"], unless: [{situations: [fraud]}], rewrites: {right now: today}}
  - {id: must, phrases: ["you must"]}
"""
ELEMENT = "element: options\ntitle: Options\nphrases: [plan]\n"


def failures(folder: Path, examples: str, base: str = RULE) -> list[tuple[str, str, str]]:
    (folder / "rule.yaml").write_text(f"{base}examples:\n{examples}", encoding="utf-8")
    pack = load_packs([folder], shipped=False)
    assert pack.problems == ()
    return [(each.expectation, each.text, each.message) for each in run_examples(pack, analyse)]


def test_examples_that_hold_are_silent(tmp_path: Path) -> None:
    examples = """\
  flag: ["Pay [[right now]], [[you must]].", {text: "[[You must]].", entry: must, channel: sms}]
  pass: [{text: "Call right now.", situation: fraud}, "When you can."]
  rewrite: [["Pay right now.", "Pay today."]]
"""
    assert failures(tmp_path, examples) == []


def test_examples_that_do_not_hold_say_why(tmp_path: Path) -> None:
    examples = """\
  flag: ["Pay [[right]] now.", "Pay [[soon]].", {text: "[[You must]].", entry: now}, "Pay [[right now]], you must."]
  pass: ["You must."]
  rewrite: [["Pay right now.", "Pay soon."]]
"""
    assert failures(tmp_path, examples) == [
        ("flag", "Pay [[right]] now.", "It flags “right now” (now)."),
        ("flag", "Pay [[soon]].", "It flags nothing."),
        ("flag", "[[You must]].", "It is flagged by “must”, not by “now”."),
        ("flag", "Pay [[right now]], you must.", "It flags “right now” (now), “you must” (must)."),
        ("pass", "You must.", "It flags “You must” (must)."),
        ("rewrite", "Pay right now.", "It becomes “Pay today.”, not “Pay soon.”."),
    ]


def test_elements_are_tested_too(tmp_path: Path) -> None:
    examples = '  present: ["A plan.", "A choice."]\n  absent: ["Nothing.", "Another plan."]\n'
    assert failures(tmp_path, examples, ELEMENT) == [
        ("present", "A choice.", "It finds nothing."),
        ("absent", "Another plan.", "It finds “plan”."),
    ]
