"""A template with branches is as many messages as there are ways through it, and each is read whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, message_of

from empathy_lint.limits import LIMITS
from empathy_lint.reading.branches import Arm, Branch
from empathy_lint.reading.conditions import Test as Question
from empathy_lint.reading.message import Message
from empathy_lint.reading.ways import find_ways


def variants_of(text: str, path: str = "a.html") -> dict[str, list[str]]:
    """The prose of each variant by the conditions that lead to it."""
    message = message_of(text, path)
    assert_positions_hold(message)
    return {
        " and ".join(variant.when): [message.blocks[number].prose for number in variant.blocks]
        for variant in message.variants
    }


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("a.html", "{% if late %}A{% else %}B{% endif %}"),
        ("a.liquid", "{% unless late %}B{% else %}A{% endunless %}"),
        ("a.txt", "{{#if late}}A{{else}}B{{/if}}"),
        ("a.txt", "{{#if late}}A{{^}}B{{/if}}"),
        ("a.txt", "{{~#unless late~}}B{{~else~}}A{{~/unless~}}"),
        ("a.txt", "{{#late}}A{{/late}}{{^late}}B{{/late}}"),
        ("a.txt", "{{ if .late }}A{{ else }}B{{ end }}"),
        ("a.erb", "<% if @late %>A<% else %>B<% end %>"),
        ("a.erb", "<% unless late.present? -%>B<% else -%>A<% end -%>"),
        ("a.ejs", "<% if (late) { %>A<% } else { %>B<% } %>"),
        ("a.php", "<?php if ($late): ?>A<?php else: ?>B<?php endif; ?>"),
        ("a.php", "<?php if ($late) { ?>A<?php } else { ?>B<?php } ?>"),
        ("a.blade.php", "@if($late)A\n@else B\n@endif"),
        ("a.blade.php", "@isset($late)A\n@endisset @empty($late)B\n@endempty"),
        ("a.ftl", "<#if late??>A<#else>B</#if>"),
        ("a.tpl", "{if $late}A{else}B{/if}"),
        ("a.html", "*|IF:late|*A*|ELSE:|*B*|END:IF|*"),
        ("a.txt", "((late??A)){% if not late %}B{% endif %}"),
        ("a.html", "{% for row in late %}A{% empty %}B{% endfor %}"),
        ("a.html", '{{ _("A") if late else _("B") }}'),
        ("a.html", '{{ late ? _("A") : _("B") }}'),
    ],
)
def test_both_branches_in_every_language(path: str, template: str) -> None:
    template = template.replace('"A"', '"Payment is late."').replace('"B"', '"All is well."')
    for name, words in (("A", "Payment is late."), ("B", "All is well.")):
        head, found, tail = template.rpartition(name) if f'"{words}"' not in template else (template, "", "")
        template = head + words + tail if found else head
    assert variants_of(template, path) == {"late": ["Payment is late."], "not late": ["All is well."]}


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("a.liquid", "{% case s %}{% when 'x' %}One.{% when 'y', 'z' %}Two.{% else %}Three.{% endcase %}"),
        ("a.njk", "{% switch s %}{% case 'x' %}One.{% case 'y' %}Two.{% default %}Three.{% endswitch %}"),
        ("a.ftl", "<#switch s><#case 'x'>One.<#break><#case 'y'>Two.<#break><#default>Three.</#switch>"),
        ("a.erb", "<% case s %><% when 'x' %>One.<% when :y %>Two.<% else %>Three.<% end %>"),
        ("a.html", "{% if s == 'x' %}One.{% elif s == 'y' %}Two.{% else %}Three.{% endif %}"),
        ("a.hbs", "{{#if (eq s 'x')}}One.{{else if (eq s 'y')}}Two.{{else}}Three.{{/if}}"),
    ],
)
def test_the_arms_of_a_chain_exclude_each_other(path: str, template: str) -> None:
    found = variants_of(template, path)
    assert sorted(found.values()) == [["One."], ["Three."], ["Two."]]
    assert found["s is x"] == ["One."]


def test_a_branch_inside_a_sentence_gives_whole_sentences() -> None:
    text = "<p>Your account {% if late %}is <b>closed</b>{% else %}is open{% endif %} today.</p>"
    assert variants_of(text) == {
        "late": ["Your account is closed today."],
        "not late": ["Your account is open today."],
    }


def test_the_same_condition_goes_the_same_way_everywhere() -> None:
    text = (
        "{% if plan %}One.{% endif %}<p>{% unless plan %}Two.{% endunless %}</p>"
        "{% if plan and a %}<p>Three.</p>{% endif %}"
    )
    assert sorted(map(tuple, variants_of(text).values())) == [("One.",), ("One.", "Three."), ("Two.",)]


def test_numbers_are_compared_without_contradiction() -> None:
    text = "{% if days > 60 %}<p>Two months.</p>{% endif %}{% if days > 30 %}<p>One month.</p>{% endif %}<p>Hello.</p>"
    assert sorted(map(tuple, variants_of(text).values())) == [
        ("Hello.",),
        ("One month.", "Hello."),
        ("Two months.", "One month.", "Hello."),
    ]


@pytest.mark.parametrize(
    "guard",
    [
        "{% if phone %}<p>Call {{ phone }}.</p>{% endif %}",
        "{% if customer.phone is defined %}<p>Call {{ customer.phone | e }}.</p>{% endif %}",
        "{% if not late %}{% endif %}",
        "<p {% if late %}class='a'{% else %}class='b'{% endif %}>Hi there.</p>",
        "{% for row in rows %}<p>One line of {{ row.amount }}.</p>{% endfor %}",
        "{{#rows}}<p>One line of {{amount}}.</p>{{/rows}}",
    ],
)
def test_what_only_guards_a_value_or_says_nothing_is_no_variant(guard: str) -> None:
    assert message_of(f"<p>Hello.</p>{guard}", "a.html").variants == ()


def test_a_guard_follows_a_branch_that_asks_the_same() -> None:
    text = "{% if plan %}<p>You pay {{ plan }}.</p>{% endif %}{% if not plan %}<p>No plan yet.</p>{% endif %}"
    assert list(variants_of(text)) == ["plan", "not plan"]


def test_strings_chosen_by_a_chain_are_all_read() -> None:
    text = '<p>{{ _("It is red.") if c == "r" else _("It is blue.") if c == "b" else _("It is odd.") }}</p>'
    assert sorted(variants_of(text).values()) == [["It is blue."], ["It is odd."], ["It is red."]]


def test_a_block_that_is_never_closed_is_always_sent() -> None:
    assert message_of("<p>{% if late %}Please call us.</p>", "a.html").variants == ()


# What a template of conditions says must be what its renderings say.


@dataclass(frozen=True)
class Choice:
    name: str
    negated: bool
    yes: tuple[Node, ...]
    no: tuple[Node, ...] | None


Node = str | Choice
NAMES = "abcd"
_WORDS = st.sampled_from(["<p>Hello there.</p>", "<p>Please call us.</p>", " now ", "we", " late, ", "<b>ok</b> "])
_NODES = st.recursive(
    st.lists(_WORDS, max_size=3).map(tuple),
    lambda inner: st.lists(
        st.builds(Choice, st.sampled_from(NAMES), st.booleans(), inner, st.none() | inner) | _WORDS, max_size=4
    ).map(tuple),
    max_leaves=8,
)


def written(nodes: tuple[Node, ...]) -> str:
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        else:
            parts.append(f"{{% if {'not ' if node.negated else ''}{node.name} %}}{written(node.yes)}")
            parts.append("" if node.no is None else f"{{% else %}}{written(node.no)}")
            parts.append("{% endif %}")
    return "".join(parts)


def rendered(nodes: tuple[Node, ...], values: dict[str, bool]) -> str:
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        else:
            parts.append(rendered(node.yes if values[node.name] != node.negated else node.no or (), values))
    return "".join(parts)


def said(message: Message) -> Iterator[str]:
    readings = [variant.blocks for variant in message.variants] or [tuple(range(len(message.blocks)))]
    for numbers in readings:
        yield "|".join(" ".join(message.blocks[number].prose.split()) for number in numbers)


@given(_NODES)
@settings(max_examples=80, deadline=None)
def test_variants_say_what_the_renderings_say(nodes: tuple[Node, ...]) -> None:
    message = message_of(f"<div>Begin.</div>{written(nodes)}", "a.html")
    assert_positions_hold(message)
    renderings = (dict(zip(NAMES, values, strict=True)) for values in product((True, False), repeat=len(NAMES)))
    expected = {
        prose
        for values in renderings
        for prose in said(message_of(f"<div>Begin.</div>{rendered(nodes, values)}", "a.html"))
    }
    assert set(said(message)) == expected


# Bounds.


def independent(number: int) -> list[Branch]:
    return [Branch(10 * n, 10 * n + 9, (Arm(Question(f"c{n}"), 10 * n + 3, 10 * n + 6),)) for n in range(number)]


@pytest.mark.parametrize("number", [0, 1, 5, 6])
def test_few_conditions_are_tried_in_every_combination(number: int) -> None:
    found = find_ways(independent(number))
    assert found.complete
    assert len(set(found.ways)) == 2**number


@pytest.mark.parametrize("number", [7, 12, 40])
def test_many_conditions_meet_each_other_in_pairs_within_the_bound(number: int) -> None:
    found = find_ways(independent(number))
    assert not found.complete
    assert len(found.ways) <= LIMITS.variants
    for one, other in combinations(range(number), 2):
        assert len({(way[one], way[other]) for way in found.ways}) == 4


def test_a_chain_beyond_the_bound_is_bounded_and_still_read_to_its_end() -> None:
    chain = "{% if s == '0' %}<p>Case 0.</p>" + "".join(
        f"{{% elif s == '{n}' %}}<p>Case {n}.</p>" for n in range(1, 90)
    )
    message = message_of(f"{chain}{{% endif %}}", "a.html")
    assert len(message.variants) == LIMITS.variants
    assert {block.prose for block in message.blocks} == {f"Case {n}." for n in range(90)}
    assert message.notes
