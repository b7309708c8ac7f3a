"""Components of Vue, Svelte and Phoenix: values in braces, and ways that attributes and tags choose."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, message_of, prose_of


def ways_of(text: str, path: str) -> dict[tuple[str, ...], list[str]]:
    message = message_of(text, path)
    assert_positions_hold(message)
    return {row.when: [message.blocks[number].prose for number in row.blocks] for row in message.variants}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "late.vue",
            '<template>\n<p>Hello {{ name }},</p><p v-if="late">It is late.</p>\n'
            "<p v-else>All is well.</p>\n</template>\n"
            "<script>export default {late: 'utilise'}</script>",
        ),
        (
            "late.vue",
            '<template><p>Hello {{ name }},</p><template v-if="late"><p>It is late.</p></template>\n'
            "<template v-else><p>All is well.</p></template></template>",
        ),
        (
            "late.svelte",
            "<script>let a = {b: '{#if utilise}'};</script><p>Hello {user.name},</p>"
            "{#if late}<p>It is late.</p>{:else}<p>All is well.</p>{/if}<style>p { color: red }</style>",
        ),
        (
            "late.html.heex",
            "<p>Hello {@user.name},</p><%= if @late do %><p>It is late.</p><% else %><p>All is well.</p><% end %>",
        ),
    ],
)
def test_both_ways_of_a_choice_are_read_apart(path: str, text: str) -> None:
    assert ways_of(text, path) == {
        ("late",): ["Hello Alex,", "It is late."],
        ("not late",): ["Hello Alex,", "All is well."],
    }


def test_what_phoenix_asks_in_an_attribute_is_a_way() -> None:
    text = '<p :if={@late}>It is late.</p><.button href={"/pay?" <> "a>b"} :if={x}>Pay now</.button>'
    assert set(ways_of(text, "late.heex")) == {("late",), ("not late",)}
    assert prose_of(text, "late.heex") == ["It is late.", "Pay now"]


def test_what_phoenix_says_on_a_condition_is_read() -> None:
    text = '<p>We saw 5 pages{if @more > 0, do: " and 3 events", else: ""}.</p>'
    assert sorted(ways_of(text, "late.heex").values()) == [["We saw 5 pages and 3 events."], ["We saw 5 pages."]]


def test_svelte_goes_on_and_over_rows() -> None:
    text = "{#each rows as row (row.id)}<p>Pay {format(row.amount, {a: 1})} to us.</p>{/each}{@html body}"
    assert prose_of(text, "late.svelte") == ["Pay $50 to us."]
    ways = ways_of("{#if late}<p>Late.</p>{:else if due}<p>Due.</p>{/if}", "late.svelte")
    assert sorted(ways.values()) == [[], ["Due."], ["Late."]]


def test_braces_of_other_pages_stay_what_they_are() -> None:
    assert prose_of("<p>Braces {@stay here} and {#too}.</p>", "late.html") == ["Braces {@stay here} and {#too}."]
