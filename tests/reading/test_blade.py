"""Pages of Laravel: what Blade runs is code, what the reader gets is prose."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, blocks_of, message_of, prose_of


@pytest.mark.parametrize(
    "code",
    [
        "@can('utilise', $invoice)",
        "@json(['note' => 'You have failed to pay', 'rows' => [1, 2]])",
        "@json($rows, JSON_PRETTY_PRINT)",
        "@class(['p-4', 'font-bold' => $late])",
        "@error('amount')",
        "@env('staging')",
        "@each('view.utilise', $rows, 'row')",
        "@livewire('utilise-it', ['at' => 1])",
        "@selected(old('utilise') == $row)",
        "@hasSection('utilise')",
        "@money($amount, 'commence :)')",
        "@section('commence (old)')",
        '@include("utilise \\") now")',
        "@livewireStyles",
        "@endmoney",
        "@php\n    $text = 'You have failed to pay.'; // utilise\n@endphp",
        "@php($text = 'You have failed :(')",
    ],
)
def test_what_blade_runs_is_no_prose(code: str) -> None:
    text = f"<p>Please call us.</p>\n{code}\n<p>Thank you. @money(1)</p>"
    assert prose_of(text, "late.blade.php") == ["Please call us.", "Thank you."]
    assert_positions_hold(message_of(text, "late.blade.php"))


def test_a_block_of_one_s_own_without_arguments_is_code() -> None:
    text = "<p>@member Please call us. @endmember</p>"
    assert prose_of(text, "late.blade.php") == ["Please call us."]


@pytest.mark.parametrize(
    "prose",
    [
        "Write to help@json(at)example.com or us@example.com.",
        "Follow @empathy (our team) on social media.",
        "Thanks to @endava and @maria.",
        "In Blade you write @@can('pay') here.",
    ],
)
def test_addresses_and_names_stay_prose(prose: str) -> None:
    assert prose_of(f"<p>{prose}</p>", "late.blade.php") == [prose]


def test_what_blade_leaves_alone_is_prose() -> None:
    left = "<p>@verbatim Dear {{ name }}, see @can('pay') here. @endverbatim</p>"
    text = f"{left}\n@can('pay')\n<p>Please call.</p>\n@endcan"
    assert prose_of(text, "late.blade.php") == ["Dear Alex, see @can('pay') here.", "Please call."]


@pytest.mark.parametrize(
    ("opened", "other", "closed"),
    [
        ("@can('pay')", "@else", "@endcan"),
        ("@can('pay')", "@elsecannot('pay')", "@endcan"),
        ("@hasSection('note')", "@else", "@endif"),
        ("@env('staging')", "@else", "@endenv"),
    ],
)
def test_both_ways_of_a_question_to_the_application_are_read(opened: str, other: str, closed: str) -> None:
    text = f"{opened}\n<p>Payment is late.</p>\n{other}\n<p>All is well.</p>\n{closed}\n"
    message = message_of(text, "late.blade.php")
    found = [[message.blocks[number].prose for number in variant.blocks] for variant in message.variants]
    assert sorted(found) == [["All is well."], ["Payment is late."]]


def test_a_string_that_is_printed_is_prose_with_what_it_puts_in() -> None:
    text = '<p>{{ "Rent is late for $home->address, and {$tenant->name} owes it." }}</p>'
    assert prose_of(text, "late.blade.php") == ["Rent is late for item, and Alex owes it."]
    assert_positions_hold(message_of(text, "late.blade.php"))


def test_values_behind_a_colon_are_those_that_are_given() -> None:
    text = "<p>{{ __('Dear :name, note: it is 10:30 or :never.', ['name' => $user->name]) }}</p>"
    assert prose_of(text, "late.blade.php") == ["Dear Alex, note: it is 10:30 or :never."]
    assert_positions_hold(message_of(text, "late.blade.php"))


def test_lines_that_logic_stands_in_are_no_code() -> None:
    lines = "    # Your rent\n\n    Dear {{ $name }},\n\n    Your rent is late.\n"
    text = f"@component('mail::message')\n{lines}@endcomponent\n"
    assert prose_of(text, "late.blade.php") == ["Your rent", "Dear Alex,", "Your rent is late."]
    assert_positions_hold(message_of(text, "late.blade.php"))
    assert prose_of("Run this:\n\n    rm -r late\n", "late.md") == ["Run this:"]


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ('<x-mail::button :url="$url">', "</x-mail::button>"),
        ("@component('mail::button', ['url' => $url])", "@endcomponent"),
    ],
)
def test_a_button_of_laravels_mail_is_a_button(opened: str, closed: str) -> None:
    text = f"<x-mail::message>\nYour rent is due.\n\n{opened}\nPay now\n{closed}\n\nThanks\n</x-mail::message>\n"
    assert blocks_of(text, "late.blade.php") == [
        ("paragraph", "Your rent is due."),
        ("button", "Pay now"),
        ("paragraph", "Thanks"),
    ]
