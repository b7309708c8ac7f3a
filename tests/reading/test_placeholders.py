"""What a placeholder's name says about what it will hold."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, message_of, only_block, prose_of

from empathy_lint.reading.message import PlaceholderKind
from empathy_lint.reading.placeholders import kind_of


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("{{ first_name }}", "name"),
        ("{{ customer.firstName }}", "name"),
        ("{{ user | title }}", "name"),
        ("{{ company.name }}", "text"),
        ("{$client_city}", "text"),
        ("{{ invoice.total | format_currency('EUR') }}", "amount"),
        ("<%= number_to_currency(x) %>", "amount"),
        ("${amount_due}", "amount"),
        ("{{ due_date }}", "date"),
        ("{$invoice_date_due}", "date"),
        ("{{ created_at }}", "date"),
        ("{{ x | date('d M') }}", "date"),
        ("{{ court_time }}", "time"),
        ("<%= edit_user_url(@user) %>", "link"),
        ("{{ reset-link }}", "link"),
        ("*|PHONE_NUMBER|*", "phone"),
        ("{{ supportEmail }}", "email"),
        ("{{ account_number }}", "number"),
        ("{{ days_left }}", "number"),
        ("[[reference]]", "number"),
        ("[Due Date]", "date"),
        ("{{ reason }}", "text"),
    ],
)
def test_the_kind_is_told_by_the_name(code: str, kind: str) -> None:
    assert kind_of(code) is PlaceholderKind(kind)


def test_whoever_stands_behind_a_greeting_is_a_reader() -> None:
    assert prose_of("Dear {{ attendee }}, hello.") == ["Dear Alex, hello."]
    assert prose_of("Dear {{ title }} {{ surname }}.") == ["Dear Ms Alex."]
    assert prose_of("Hello, {WARNED_POSTER}") == ["Hello, Alex"]
    assert prose_of("Dear Mr {{ poster }}, hello.") == ["Dear Mr Alex, hello."]
    assert prose_of("Dear {{ company }}.") == ["Dear Acme."]
    assert prose_of("We hold your {{ thing }}.") == ["We hold your item."]


def test_a_month_and_a_year_stand_for_themselves() -> None:
    assert prose_of("In {{ month }} {{ report.year }} you owed {{ monthDue }}.") == ["In June 2025 you owed $50."]


@pytest.mark.parametrize("sign", ["$", "£", "€"])
def test_a_currency_sign_of_the_prose_is_not_doubled(sign: str) -> None:
    assert prose_of(f"You owe {sign}{{{{ amount }}}} now.") == [f"You owe {sign}50 now."]


@pytest.mark.parametrize(
    "code",
    ["{{ custom_content }}", "{{{ body }}}", "<%= yield %>", "<%= @payment_options %>", "{{ logo }}", "{{> footer}}"],
)
def test_code_that_stands_for_whole_passages_gives_no_prose(code: str) -> None:
    assert prose_of(f"Hello there.\n\n{code}\n\nGoodbye then.") == ["Hello there.", "Goodbye then."]


def test_spaces_follow_the_source() -> None:
    assert only_block("Hi {{ first_name }}, it's{{ amount }} .").prose == "Hi Alex, it's$50 ."


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("See {{ host }}{{ path }} now.", "See Acme now."),
        ("Pay {{ currency }}{{ amount }} now.", "Pay $50 now."),
        ("Pay £{{ court_date }} now.", "Pay £50 now."),
        ("It is due in {{ due_date }} days.", "It is due in 12345 days."),
        ("We try again in [x] days.", "We try again in 12345 days."),
        ("We try again in {{ next_time }}.", "We try again in an hour."),
        ("Your {{ interval }}ly gift has ended.", "Your monthly gift has ended."),
        ("Your gift to {{> link }} has ended.", "Your gift to example.com has ended."),
    ],
)
def test_what_stands_around_a_placeholder_tells_its_word(text: str, prose: str) -> None:
    block = only_block(text)
    assert block.prose == prose
    assert_positions_hold(message_of(text))


def test_a_partial_that_fills_a_part_of_the_page_is_no_word() -> None:
    assert prose_of("<p>{{> header}}</p>{{> body}}<p>All is well.</p>", "letter.hbs") == ["All is well."]


def test_a_ticked_box_is_no_placeholder() -> None:
    assert prose_of("- [x] paid") == ["[x] paid"]


def test_two_placeholders_side_by_side_stay_two() -> None:
    block = only_block("Pay {{ amount }}{{ due_date }} now.")
    assert [row.code for row in block.placeholders] == ["{{ amount }}", "{{ due_date }}"]


def test_a_private_use_character_of_the_source_is_kept() -> None:
    assert prose_of("An icon \ue000 here.") == ["An icon \ue000 here."]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Dear <FIRSTNAME>, pay <amount due>.", "Dear Alex, pay $50."),
        ("Dear <<borrowers.firstname>>, bring <<biblio.title>> back.", "Dear Alex, bring item back."),
        ("Dear { First Name }, pay by { Due Date }.", "Dear Alex, pay by Friday."),
        ("Ring [Phone number] or <phone number>.", "Ring 555 0100 or 555 0100."),
        ("Write to <help@example.com>, see <https://example.com>, pay < 5 or > 7.", None),
        ("The { red } one and <this one>.", None),
    ],
)
def test_names_in_angles_and_spaced_braces_are_filled_in(text: str, prose: str | None) -> None:
    assert prose_of(text) == [prose or text]
    assert_positions_hold(message_of(text))


def test_tags_are_no_placeholders() -> None:
    assert prose_of("<p>Pay <b>now</b><time>Monday</time> <LINK></p>", "a.html") == ["Pay nowMonday"]
    assert prose_of("<p>Dear <NAME>,</p>", "a.html") == ["Dear Alex,"]
    assert prose_of("<p>Dear <name>Anna</name>,</p>", "a.html") == ["Dear Anna,"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Phone: {{ contact }}", "phone"),
        ("**Phone number:** {{ settings.a }}", "phone"),
        ("Email: {{ contact }}", "email"),
        ("The email {{ contact }} was sent.", "text"),
    ],
)
def test_a_label_tells_what_a_value_is(text: str, kind: str) -> None:
    assert [row.kind.value for row in only_block(text, "a.md").placeholders] == [kind]


def test_a_tenants_name_is_no_firms() -> None:
    assert prose_of("Dear {{ $application->tenant->name }},") == ["Dear Alex,"]
    assert prose_of("Dear {{ $application->name }},") == ["Dear Acme,"]


def test_what_counts_hours_is_a_number_and_what_follows_a_copyright_a_year() -> None:
    assert prose_of("It ends in {{ expiry }} hour(s). © {{ date }} Acme") == ["It ends in 12345 hour(s). © 2025 Acme"]


@pytest.mark.parametrize("name", ["[name]", "[Name of Customer]", "[Customer's Name]", "[CUSTOMER NAME]"])
def test_names_in_square_brackets_are_filled_in(name: str) -> None:
    assert prose_of(f"Dear {name},") == ["Dear Alex,"]
    assert prose_of("Read [name](https://example.com), [sic] and [The End].", "a.md") == [
        "Read name, [sic] and [The End]."
    ]


def test_a_catalogues_placeholder_is_one_in_a_call_too() -> None:
    assert prose_of("<%= _('Hi %{username}, pay %{amount}.') % x %>", "a.text.erb") == ["Hi Alex, pay $50."]
