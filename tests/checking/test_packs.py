"""Loading packs: what writers of rules get when they are right, and when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from simple_analysis import analyse

from empathy_lint.checking.check import Checker
from empathy_lint.checking.context import Context
from empathy_lint.checking.packs import Pack, load_packs
from empathy_lint.checking.vocabulary import Vocabulary
from empathy_lint.shipped import shipped_rules
from empathy_lint.words import Severity

HEAD = "id: r\ntitle: T\ndimension: safety\nseverity: major\nwhy: y\n"
THREAT = """\
id: threat-language
title: Threat
dimension: safety
severity: major
why: A sanction frightens.
entries:
  - id: legal-action
    phrases: ["legal action"]
  - id: court
    phrases: [court]
examples:
  flag: ["We take [[legal action]]."]
"""


def pack_of(folder: Path, **files: str) -> Pack:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_packs([folder], shipped=False)


def problems_of(folder: Path, text: str) -> list[str]:
    return [str(problem).replace(f"{folder}/", "") for problem in pack_of(folder, rule=text).problems]


def told(pack: Pack, text: str) -> list[str]:
    checked = Checker(pack).check(analyse(text), Context("email", "general"))
    return [
        f"{finding.rule}/{finding.entry}: {finding.place.text if finding.place else ''}" for finding in checked.findings
    ]


def test_every_mistake_is_told_at_once_with_its_place_and_the_nearest_word(tmp_path: Path) -> None:
    text = """\
id: bad-rule
title: Bad
dimension: safty
severity: mayor
why: y
entrees: []
entries:
  - id: Not Kebab
    phrases: [a]
    unless: [negatd, {situation: [fraud]}]
  - id: fine
    measage: x
  - {id: lost, missing: optoins}
"""
    assert problems_of(tmp_path, text) == [
        "rule.yaml:3:1: “safty” is not a known dimension. Did you mean “safety”?",
        "rule.yaml:4:1: “mayor” is not a known severity. Did you mean “major”?",
        "rule.yaml:8:5: “Not Kebab” is not a usable name. "
        "Use small letters, digits and single hyphens, as in “legal-action”.",
        "rule.yaml:10:14: “negatd” is not a known guard. Did you mean “negated”?",
        "rule.yaml:10:23: “situation” is not a key that is known here. Did you mean “situations”?",
        "rule.yaml:12:5: “measage” is not a key that is known here. Did you mean “message”?",
        "rule.yaml:13:16: “optoins” is not a known element. Did you mean “options”?",
        "rule.yaml:6:1: “entrees” is not a key that is known here. Did you mean “entries”?",
    ]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('{id: a, phrases: ["(oops"]}', "rule.yaml:7:23: “(oops” opens a “(” that is never closed. Add the “)”."),
        (
            '{id: a, regex: ["x", "("]}',
            "rule.yaml:7:26: This is not a valid regular expression: missing ) (at character 2).",
        ),
        ("{id: a, measure: sentence-wrds}", "“sentence-wrds” is not a known measure. Did you mean “sentence-words”?"),
        ("{id: a, order: help-before}", "“help-before” is not a known order. Did you mean “help-before-penalty”?"),
        ("{id: a, python: nobody-has-this}", "No installed plugin offers a check named “nobody-has-this”."),
        ("{id: a, phrases: [x], order: y}", "“a” holds “phrases” and “order”. Give exactly one of"),
        ("{id: a}", "“a” says nothing to look for. Give exactly one of"),
        (
            '{id: a, phrases: [x], message: "{txt}"}',
            "This message holds a name in braces that is not known. Known: {text}",
        ),
        *[
            (f'{{id: a, phrases: [x], message: "{message}"}}', "This message holds a name in braces that is not known.")
            for message in ("{text.__class__}", "{text[0]}", "{text!r}", "{text:>9999999999}", "{0}", "{", "{}")
        ],
        ("{id: a, tokens: [[{LOWERR: x}]]}", "spaCy cannot use this pattern"),
    ],
)
def test_a_mistake_in_an_entry_is_told_where_it_stands(tmp_path: Path, entry: str, problem: str) -> None:
    text = f"{HEAD}entries:\n  - {entry}\n  - {{id: good, phrases: [fear]}}\n"
    (found,) = problems_of(tmp_path, text)
    assert problem in found
    assert found.startswith("rule.yaml:7:")
    assert told(load_packs([tmp_path], shipped=False), "No fear.") == ["r/good: fear"]


def test_the_message_of_a_rule_is_held_to_the_same(tmp_path: Path) -> None:
    text = f'{HEAD}message: "{{text.__class__}}"\nentries: [{{id: a, phrases: [x]}}]\n'
    (found,) = problems_of(tmp_path, text)
    assert found.startswith("rule.yaml:6:1: This message holds a name in braces that is not known. Known: {text}")


def test_facts_and_categories_are_checked_against_what_the_language_layer_knows(tmp_path: Path) -> None:
    rule = HEAD + "entries: [{id: a, clauses: [you-blam]}, {id: b, reads_as: fear-word}]\n"
    (tmp_path / "rule.yaml").write_text(rule, encoding="utf-8")
    known = Vocabulary(facts=frozenset({"you-blame"}), categories=frozenset({"fear-words"}))
    messages = [
        problem.message + problem.remedy for problem in load_packs([tmp_path], shipped=False, vocabulary=known).problems
    ]
    assert messages == [
        "“you-blam” is not a known fact of grammar.Did you mean “you-blame”?",
        "“fear-word” is not a known category of the tone component.Did you mean “fear-words”?",
    ]


def test_a_broken_file_does_not_take_the_others_down(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, a_broken="id: [", b_empty="", c_other="hello: 1", threat=THREAT)
    assert [rule.id for rule in pack.rules] == ["threat-language"]
    assert [Path(problem.path).name for problem in pack.problems] == ["a_broken.yaml", "b_empty.yaml", "c_other.yaml"]


def test_a_name_is_given_once(tmp_path: Path) -> None:
    twice = THREAT.replace("id: court", "id: legal-action")
    pack = pack_of(tmp_path, one=twice, two=THREAT)
    assert [problem.line for problem in pack.problems] == [9, 1]
    assert "already the name of another one" in pack.problems[0].message
    assert "extends" in pack.problems[1].remedy


def test_a_missing_pack_is_a_plain_problem(tmp_path: Path) -> None:
    assert "There is no rule pack here" in load_packs([tmp_path / "nowhere"], shipped=False).problems[0].message


def test_a_pack_changes_the_rule_of_another(tmp_path: Path) -> None:
    pack_of(tmp_path / "base", threat=THREAT)
    patch = """\
extends: threat-language
severity: minor
except: [court of appeal]
off: [legal-action]
entries:
  - {id: court, severity: critical}
  - {id: bailiffs, phrases: [bailiffs]}
"""
    pack_of(tmp_path / "own", patch=patch)
    pack = load_packs([tmp_path / "base", tmp_path / "own"], shipped=False)
    assert pack.problems == ()
    assert told(pack, "Legal action, court, bailiffs, the Court of Appeal.") == [
        "threat-language/court: court",
        "threat-language/bailiffs: bailiffs",
    ]
    severities = {entry.id: entry.severity for entry in pack.rules[0].entries}
    assert severities == {"court": Severity.CRITICAL, "bailiffs": Severity.MINOR}


def test_a_pack_switches_a_rule_off(tmp_path: Path) -> None:
    assert pack_of(tmp_path, a_off="extends: threat-language\noff: true\n", threat=THREAT).rules == ()


def test_a_patch_of_something_unknown_is_told(tmp_path: Path) -> None:
    pack = pack_of(
        tmp_path, a="extends: threat-langage\n", b="extends: threat-language\noff: [legal-actoin]\n", threat=THREAT
    )
    assert [problem.remedy for problem in pack.problems] == [
        "Did you mean “threat-language”?",
        "Did you mean “legal-action”?",
    ]


def test_profiles_of_packs_add_up(tmp_path: Path) -> None:
    pack_of(
        tmp_path / "base",
        profiles="profiles: {fraud: {action: required, options: none}}\nchannels: {sms: {excused: [action]}}\n",
    )
    pack_of(tmp_path / "own", profiles="profiles: {fraud: {options: required}}\n")
    profiles = load_packs([tmp_path / "base", tmp_path / "own"], shipped=False).profiles
    assert profiles.needs(Context("email", "fraud"))["action"] == "required"
    assert profiles.needs(Context("email", "fraud"))["options"] == "required"
    assert profiles.needs(Context("sms", "fraud"))["action"] == "optional"
    assert set(profiles.needs(Context("sms", "general")).values()) == {"none"}


def test_the_shipped_rules_load_without_a_problem() -> None:
    assert shipped_rules().is_dir()
    assert [str(problem) for problem in load_packs().problems] == []


def test_an_entry_that_hears_a_tone_knows_the_plain_words_of_its_rule(tmp_path: Path) -> None:
    words = "entries: [{id: a, phrases: [remit], rewrites: {remit: send, forthwith: now}}, "
    heard = "{id: b, reads_as: {category: jargon, at_least: 0.5}, rewrites: {forthwith: today}}]\n"
    (rule,) = pack_of(tmp_path, rule=HEAD + words + heard).rules
    (made,) = rule.entries[1].rewrites.of("we ask you to remit it forthwith")
    assert (made.text, made.safety) == ("we ask you to send it today", "safe")
    assert [each.text for each in rule.entries[0].rewrites.of("forthwith")] == ["now"]
