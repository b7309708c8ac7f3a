"""A message checked: what is told, where, and what is left alone."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simple_analysis import SimpleAnalysis, SimpleFact, SimpleMark, analyse

from empathy_lint.checking.check import Checked, Checker
from empathy_lint.checking.context import Context
from empathy_lint.checking.fingerprints import fingerprint, message_fingerprint
from empathy_lint.checking.packs import Pack, load_packs
from empathy_lint.checking.phrases import compile_phrase
from empathy_lint.checking.selection import Selection
from empathy_lint.checking.vocabulary import Vocabulary
from empathy_lint.language.analysis import Directives
from empathy_lint.reading.message import Suppression
from empathy_lint.words import Severity

RULES = {
    "threat": """\
id: threat-language
title: Threat
dimension: safety
severity: major
why: It frightens.
advice: Say what can be done.
message: "“{text}” reads as a threat."
unless: [negated]
cap: 60
entries:
  - id: legal-action
    phrases: [legal action, take legal action]
    severity: critical
    cap: 40
    rewrites: {take legal action: take the next step, review: [talk]}
  - {id: suspended, phrases: [will be suspended], except: [order will be suspended]}
  - {id: guess, reads_as: {category: threat-language, at_least: 0.6}}
""",
    "fear": """\
id: fear-words
title: Fear
dimension: safety
severity: minor
why: It frightens.
entries:
  - {id: suspend, phrases: ["suspend(ed)?"]}
  - {id: danger, phrases: [danger], where: [opening]}
  - {id: alarm, phrases: [alarm], where: [subject]}
  - {id: link, phrases: [danger-zone, alex]}
""",
    "long": """\
id: sentence-length
title: Long sentence
dimension: clarity
severity: minor
why: It tires.
message: "{value} words; up to {limit} are easy to read."
entries: [{id: long, measure: {name: sentence-words, above: {default: 8, sms: 4}}}]
""",
    "blame": """\
id: blame-language
title: Blame
dimension: respect
severity: major
why: It blames.
entries: [{id: you, clauses: [you-blame], with: [failed], without: [we failed]}]
""",
    "options": """\
id: no-options
title: No option
dimension: support
severity: minor
why: One path is no choice.
only: {situations: [late-past-due]}
message: "A {situation} message needs an option."
entries: [{id: options, missing: options}]
""",
    "order": """\
id: penalty-before-help
title: Penalty before help
dimension: safety
severity: minor
why: Help comes first.
entries: [{id: order, order: help-before-penalty}]
""",
    "element": "element: options\ntitle: Options\nphrases: [payment plan, pay in parts]\nunless: [negated]\n",
    "profiles": "profiles: {late-past-due: {options: required}}\n",
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("rules")
    for name, text in RULES.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    pack = load_packs([folder], shipped=False, vocabulary=Vocabulary(frozenset({"you-blame"})))
    assert pack.problems == ()
    return pack


def selected(
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] | None = None,
    allow: Sequence[str] = (),
    words: Mapping[str, Sequence[str]] | None = None,
) -> Selection:
    extra = {rule: tuple(map(compile_phrase, phrases)) for rule, phrases in (words or {}).items()}
    allowed = tuple(map(compile_phrase, allow))
    return Selection(frozenset(select), frozenset(ignore), severities or {}, allowed, extra)


def check(
    pack: Pack, text: str | SimpleAnalysis, channel: str = "email", situation: str = "general", **chosen: object
) -> Checked:
    analysis = analyse(text) if isinstance(text, str) else text
    selection = selected(**chosen)  # type: ignore[arg-type]
    return Checker(pack, selection).check(analysis, Context(channel, situation))


def told(checked: Checked) -> list[tuple[str, str]]:
    return [(f"{each.rule}/{each.entry}", each.place.text if each.place else "") for each in checked.findings]


def test_a_finding_says_what_where_and_what_instead(pack: Pack) -> None:
    (finding,) = check(pack, "Hello.\n\nWe may\nTake legal action.", ignore=["penalty-before-help"]).findings
    assert finding.message == "“Take legal action” reads as a threat."
    assert finding.place is not None
    assert (finding.place.start.line, finding.place.start.column, finding.place.text) == (4, 1, "Take legal action")
    assert [(each.text, each.safety) for each in finding.rewrites] == [
        ("Take the next step", "safe"),
        ("Talk", "review"),
    ]
    assert (finding.severity, finding.cap, finding.why) == (Severity.CRITICAL, 40, "It frightens.")
    assert finding.sentence is not None
    assert finding.sentence.text == "We may\nTake legal action."


def test_the_longest_hit_of_a_rule_is_told(pack: Pack) -> None:
    found = told(check(pack, "We take legal action.", select=["threat-language"]))
    assert found == [("threat-language/legal-action", "take legal action")]


def test_the_same_words_are_told_once_by_the_most_severe_rule(pack: Pack) -> None:
    found = told(check(pack, "It will be suspended.", select=["safety"], ignore=["penalty-before-help"]))
    assert found == [("threat-language/suspended", "will be suspended")]


def test_a_long_sentence_is_told_beside_the_words_in_it(pack: Pack) -> None:
    text = "Because of all of this we will take legal action."
    found = [name for name, _ in told(check(pack, text, ignore=["penalty-before-help"]))]
    assert found == ["sentence-length/long", "threat-language/legal-action"]


def test_a_limit_belongs_to_a_channel(pack: Pack) -> None:
    text = "One two three four five."
    assert check(pack, text, channel="email").findings == ()
    assert [each.message for each in check(pack, text, channel="sms").findings] == [
        "5 words; up to 4 are easy to read."
    ]


def test_exceptions_and_guards_leave_words_alone(pack: Pack) -> None:
    text = "No legal action is planned. Your standing order will be suspended."
    assert told(check(pack, text, select=["threat-language"])) == []


def test_an_entry_can_belong_to_a_part_of_the_message(pack: Pack) -> None:
    text = "Subject: danger and alarm\n\nDear Alex,\n\nA danger and alarm. Another danger."
    assert [words for _, words in told(check(pack, text, select=["fear-words/danger"]))] == ["danger", "danger"]
    assert [words for _, words in told(check(pack, text, select=["fear-words/alarm"]))] == ["alarm"]


def test_what_stands_in_a_placeholder_or_an_address_is_not_the_writers_wording(pack: Pack) -> None:
    text = "Hi {{ name }}, see https://example.com/danger-zone or danger-zone@example.com."
    assert told(check(pack, text, select=["fear-words"])) == []


@pytest.mark.parametrize(
    "name",
    ["#danger", "@danger", "@danger_now", "/srv/danger", "~/danger", "./danger", "C:\\danger\\a", "a/danger.pdf"],
)
def test_hashtags_handles_and_paths_are_no_wording(pack: Pack, name: str) -> None:
    text = f"Please see {name}, or see {name}."
    assert told(check(pack, text, select=["fear-words"])) == []


def test_a_stroke_between_two_words_makes_no_path(pack: Pack) -> None:
    text = "Is it danger/risk, and/or a danger / a risk?"
    assert told(check(pack, text, select=["fear-words"])) == [("fear-words/danger", "danger")] * 2


def test_a_hit_that_touches_a_placeholder_covers_it_whole(tmp_path: Path) -> None:
    rule = "id: r\ntitle: T\ndimension: safety\nseverity: major\nwhy: y\nentries: [{id: a, phrases: [dear al\\w+]}]\n"
    (tmp_path / "r.yaml").write_text(rule, encoding="utf-8")
    checked = check(load_packs([tmp_path], shipped=False), "Dear {{ name }}, hello.")
    assert told(checked) == [("r/a", "Dear {{ name }}")]


def test_a_fact_of_grammar_is_flagged_where_its_words_fit(pack: Pack) -> None:
    def found(text: str, end: int) -> list[tuple[str, str]]:
        analysis = analyse(text)
        analysis.known_facts[text] = [SimpleFact("you-blame", 0, end), SimpleFact("passive", 0, 3)]
        return told(check(pack, analysis))

    assert found("You failed to pay.", 10) == [("blame-language/you", "You failed")]
    assert found("You tried. It failed.", 9) == []
    assert found("We failed you.", 13) == []


def test_the_tone_component_has_to_be_sure_enough_and_gives_way_to_words(pack: Pack) -> None:
    def found(text: str, confidence: float) -> list[tuple[str, float]]:
        analysis = analyse(text)
        analysis.known_marks[text] = [SimpleMark("threat-language", 0, len(text), confidence)]
        return [(each.entry, each.confidence) for each in check(pack, analysis, select=["threat-language"]).findings]

    assert found("Mind what you do.", 0.7) == [("guess", 0.7)]
    assert found("Mind what you do.", 0.5) == []
    assert found("We take legal action.", 0.9) == [("legal-action", 1.0)]


def test_what_a_situation_needs_is_missed_only_there(pack: Pack) -> None:
    (finding,) = check(pack, "Please pay.", situation="late-past-due").findings
    assert (finding.place, finding.element, finding.message) == (
        None,
        "options",
        "A late past due message needs an option.",
    )
    assert check(pack, "Please pay.").findings == ()
    assert check(pack, "Pay in parts if you like.", situation="late-past-due").findings == ()
    assert check(pack, "There is no payment plan.", situation="late-past-due").findings != ()


def test_help_comes_before_penalty(pack: Pack) -> None:
    before = "A payment plan is there for you. After that comes legal action."
    after = "After that comes legal action. A payment plan is there for you."
    assert told(check(pack, before, select=["penalty-before-help", "threat-language"])) == [
        ("threat-language/legal-action", "legal action")
    ]
    assert ("penalty-before-help/order", "legal action") in told(check(pack, after))


def test_presence_says_where_each_element_stands(pack: Pack) -> None:
    analysis = analyse("Dear {{ name }},\n\nPay in parts. A payment plan, a payment plan. Reply today.")
    analysis.directives = Directives(steps=1, asks=((3, 46, 51),))
    presence = check(pack, analysis).presence
    assert {name: [offer.text for offer in offers] for name, offers in presence.items()} == {
        "ask": ["Reply"],
        "options": ["Pay in parts", "payment plan"],
        "personal": ["Dear Alex,"],
    }


def test_an_invitation_counts_as_dialogue_only_with_a_route(tmp_path: Path) -> None:
    (tmp_path / "e.yaml").write_text(
        "element: dialogue\ntitle: A way to talk\nphrases: [let us know]\n", encoding="utf-8"
    )
    pack = load_packs([tmp_path], shipped=False)
    assert "dialogue" not in check(pack, "Let us know.").presence
    assert "dialogue" in check(pack, "Let us know.\n\nCall us on 0800 123 4567.").presence
    assert "dialogue" in check(pack, "Let us know by replying to this message.").presence
    assert "dialogue" not in check(pack, "Let us know. This comes from noreply@example.com.").presence
    assert "dialogue" not in check(pack, "Let us know. Please contact us.").presence
    assert "dialogue" in check(pack, "Let us know. You can contact us at https://example.com/help.").presence


@pytest.mark.parametrize(
    ("text", "confidence", "offered"),
    [
        ("Take it or leave it.", 0.5, True),
        ("Take it and leave it.", 0.5, False),
        ("Take it or leave it.", 0.3, False),
        ("Take it and leave it.", 0.9, True),
        ("Take it or log in.", 0.9, False),
        ("You may choose to log in.", 0.9, False),
        ("You may choose; then log in.", 0.9, True),
    ],
)
def test_what_the_tone_component_finds_likely_needs_words_that_bear_it_out_and_none_that_speak_against_it(
    tmp_path: Path, text: str, confidence: float, offered: bool
) -> None:
    (tmp_path / "e.yaml").write_text(
        "element: options\ntitle: A choice\nphrases: [may choose (to)? …]\nnever: [log in]\n"
        "tone: {sure: 0.8, likely: 0.4, with: [or]}\n",
        encoding="utf-8",
    )
    analysis = analyse(text)
    analysis.has_tone = True
    analysis.known_offers[text] = {"options": confidence}
    assert ("options" in check(load_packs([tmp_path], shipped=False), analysis).presence) is offered


def test_what_is_certain_counts_whatever_the_tone_component_makes_of_it(tmp_path: Path) -> None:
    (tmp_path / "e.yaml").write_text(
        "element: options\ntitle: A choice\nphrases: [one or two]\ncertain: ['both ways']\nnever: [no way]\n"
        "tone: {doubt: 0.3}\n",
        encoding="utf-8",
    )
    pack = load_packs([tmp_path], shipped=False)
    for text, offered in (("Take one or two.", False), ("It goes both ways.", True), ("It goes no way.", False)):
        analysis = analyse(text)
        analysis.has_tone = True
        analysis.known_offers[text] = {"options": 0.1}
        assert ("options" in check(pack, analysis).presence) is offered


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("You can:\n\n- ask us to move the date\n\n- split the rest", True),
        ("You can:\n\n- log in\n\n- split the rest", False),
        ("You can:\n\n- split the rest", False),
        ("You owe:\n\n- ten pounds\n\n- two pounds", False),
    ],
)
def test_a_list_of_ways_under_you_can_is_a_choice(pack: Pack, text: str, offered: bool) -> None:
    assert ("options" in check(pack, text).presence) is offered


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{{ name }}: your loan is late.", True),
        ("Shall we keep it, {{ name }}?", True),
        ("# NO MORE EXCUSES, {{ name }}", True),
        ("This is about {{ name }}.", False),
        ("{{ name }} has written to us.", False),
    ],
)
def test_readers_are_addressed_by_name_in_a_greeting_or_set_off(pack: Pack, text: str, named: bool) -> None:
    assert ("personal" in check(pack, text).presence) is named


def test_selection_picks_rules_entries_and_dimensions(pack: Pack) -> None:
    text = "Subject: danger\n\nWe take legal action and suspend you."
    assert {name for name, _ in told(check(pack, text, select=["fear-words"]))} == {
        "fear-words/danger",
        "fear-words/suspend",
    }
    assert [
        name for name, _ in told(check(pack, text, select=["safety"], ignore=["fear-words/danger", "threat-language"]))
    ] == ["fear-words/suspend"]


def test_own_words_and_weights(pack: Pack) -> None:
    text = "We take legal action. Doom is near."
    checked = check(
        pack,
        text,
        select=["threat-language"],
        allow=["take legal action"],
        words={"threat-language": ["doom"]},
    )
    assert told(checked) == [("threat-language/own-words", "Doom")]
    lighter = check(pack, text, select=["threat-language"], severities={"threat-language": Severity.INFO})
    assert [each.severity for each in lighter.findings] == [Severity.INFO]


TEXT = "We take legal action. We take legal action."


def silenced(pack: Pack, *suppressions: Suppression) -> Checked:
    return check(pack, analyse(TEXT, suppressions=suppressions), select=["threat-language"])


def test_what_the_author_silenced_is_kept_apart_with_its_reason(pack: Pack) -> None:
    by_statute = Suppression(frozenset({"threat-language"}), "statute", 0, 22, 0)
    idle = Suppression(frozenset({"fear-words"}), "old", 0, len(TEXT), 0)
    checked = silenced(pack, by_statute, idle)
    assert [each.place.start.offset for each in checked.findings if each.place] == [25]
    assert [(each.rule, cause.reason) for each, cause in checked.suppressed] == [("threat-language", "statute")]
    assert checked.unused_suppressions == (idle,)


def test_a_misspelt_rule_in_a_suppression_is_told(pack: Pack) -> None:
    (problem,) = silenced(pack, Suppression(frozenset({"threat-langage"}), "x", 0, 5, 3)).problems
    assert (problem.line, problem.column, problem.remedy) == (1, 4, "Did you mean “threat-language”?")


def test_a_finding_about_the_whole_message_is_silenced_with_the_whole_message(pack: Pack) -> None:
    text = "Please pay."
    for end, count in ((len(text), 0), (5, 1)):
        analysis = analyse(text, suppressions=(Suppression(frozenset(), "x", 0, end, 0),))
        assert len(check(pack, analysis, situation="late-past-due").findings) == count


WORDS = st.lists(
    st.sampled_from(
        [
            "legal action",
            "will be suspended",
            "danger",
            "suspended",
            "no",
            "we",
            "fine.",
            "{{ name }}",
            "\n\n",
            "Reply!",
        ]
    ),
    max_size=12,
)


@given(WORDS)
def test_every_finding_stands_where_it_says_and_none_is_told_twice(pack: Pack, words: list[str]) -> None:
    text = " ".join(words) or "x"
    findings = check(pack, text).findings
    for finding in findings:
        assert finding.place is not None
        assert text[finding.place.start.offset : finding.place.end.offset] == finding.place.text
    assert len({finding.fingerprint for finding in findings}) == len(findings)
    offsets = [finding.place.start.offset for finding in findings if finding.place]
    assert offsets == sorted(offsets)
    worded = [each.place for each in findings if each.place and each.evidence == "words"]
    for one, other in itertools.pairwise(worded):
        shared = one.end.offset - other.start.offset if one.block == other.block else 0
        assert shared < 0.5 * min(len(one.text), len(other.text)) or shared <= 0


def test_a_fingerprint_is_of_the_words_in_their_block_or_of_the_message_and_what_it_lacks(pack: Pack) -> None:
    (finding,) = check(pack, "Hello.\n\nWe take legal action.", select=["threat-language"]).findings
    assert finding.fingerprint == fingerprint("threat-language", "legal-action", "We take legal action.", 3, 20)
    analysis = analyse("Please pay.")
    analysis.message = replace(analysis.message, key="overdue")
    (finding,) = check(pack, analysis, situation="late-past-due").findings
    assert finding.fingerprint == message_fingerprint("no-options", "options", "overdue", "options")


@given(st.text("ab \n", max_size=30), st.sampled_from([" ", "\n", "  \n  "]))
def test_a_fingerprint_outlives_lines_before_it_and_other_wrapping(pack: Pack, before: str, space: str) -> None:

    def prints(text: str) -> list[str]:
        return [each.fingerprint for each in check(pack, text, select=["threat-language"]).findings]

    plain = prints("We are going to take legal action soon.")
    assert len(plain) == 1
    wrapped = "We are going to take legal action soon.".replace(" ", space)
    assert prints(f"{before}\n\n{wrapped}")[-1:] == plain
    assert prints("Others are going to take legal action soon.") != plain
