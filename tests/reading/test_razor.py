"""Razor: what its code prints are values, the braces of its code show nothing, markup inside of it is read."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, blocks_of, message_of, prose_of, source_of

LETTER = """\
@model Acme.Mail.Overdue
@using Acme.Web
@inject IViewLocalizer Localizer
@{
    Layout = "_Mail";
    ViewBag.Subject = $"Your bill {Model.Number} is late";
    var late = Model.Days > 3 && Model.List.Any<string>(x => x == "}");
    // don't { do this
    if (late)
    {
        <p>You are late by @Model.Days days.</p>
    }
    foreach (var x in Model.Debtors) { @: Hello @x.Name, and more }
    }
}
@functions {
    string F(int a) { return a < 3 ? "<p>no" : "}"; }
}
<p>Hello @Model.FirstName.Trim(),</p>
<div><div>Email us at help@acme.com or @@acme.</div> now</div>
@* Never threaten. *@
<img src="@(a > b ? "x" : "y")" alt=""><br />
@Html.Raw(Model.Body)
@await Html.PartialAsync("_Footer")
@section Styles { <style> p { color: red } </style> }
<a href="@Url.Action("Pay", "Bills", new { id = 3 })">@Html.ActionLink("Pay your bill", "Pay")</a>
<p>Regards, @ViewBag.Firm. Call us.</p>
"""


def test_the_words_of_a_letter_are_read() -> None:
    assert blocks_of(LETTER, "late.cshtml") == [
        ("subject", "Your bill 12345 is late"),
        ("paragraph", "You are late by 12345 days."),
        ("paragraph", "Hello Alex, and more }"),
        ("paragraph", "Hello Alex,"),
        ("paragraph", "Email us at help@acme.com or @acme."),
        ("paragraph", "now"),
        ("link", "Pay your bill"),
        ("paragraph", "Regards, Acme. Call us."),
    ]
    message = message_of(LETTER, "late.cshtml")
    assert_positions_hold(message)
    assert source_of(message, "or @acme") == "or @@acme"


CHOICE = """\
<p>Hello.</p>
@if (Model.Late && Model.Amount < 3)
{
    var z = 3;
    <text>It is late.</text>
}
else if (Model.Plan != null)
{
    @Localizer["Your plan is kept, {0}.", Model.FirstName]
}
else
{
    <p>Thank you.</p>
}
"""


def test_each_way_of_a_question_is_read_apart() -> None:
    message = message_of(CHOICE, "late.cshtml")
    found = {row.when: [message.blocks[number].prose for number in row.blocks] for row in message.variants}
    assert sorted(found.values()) == [
        ["Hello.", "It is late."],
        ["Hello.", "Thank you."],
        ["Hello.", "Your plan is kept, item."],
    ]


def test_each_case_is_read_apart() -> None:
    text = '@switch (Model.Stage) {\n case "first": <p>First.</p> break;\n default:\n <p>Other.</p> break;\n}\n'
    message = message_of(text, "late.cshtml")
    found = [[message.blocks[number].prose for number in row.blocks] for row in message.variants]
    assert sorted(found) == [["First."], ["Other."]]


def test_words_that_translations_are_found_by_are_keys() -> None:
    message = message_of(CHOICE, "late.cshtml")
    start = CHOICE.index("Your plan")
    assert [CHOICE[slice(*key)] for key in message.keys if key[0] <= start < key[1]]


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("@Model.FirstName", "Alex"),
        ("@(Model.FirstName)", "Alex"),
        ("@Model.User?.FirstName", "Alex"),
        ('@Model.Amount.ToString("C")', "$50"),
        ("@Model.Items[0].DueDate", "Friday"),
        ("@await Model.GetFirstName()", "Alex"),
    ],
)
def test_an_expression_is_a_value(code: str, word: str) -> None:
    assert prose_of(f"<p>We wrote to {code}. Call us.</p>", "late.cshtml") == [f"We wrote to {word}. Call us."]


@pytest.mark.parametrize(
    "code",
    [
        "@for (var i = 0; i < 3; i++) { <p>Please call.</p> }",
        "@while (late) {\n<p>Please call.</p>\n}",
        "@using (Html.BeginForm()) {\n<p>Please call.</p>\n}",
        "@try {\n<p>Please call.</p>\n} catch (Exception e) {\n Log(e);\n}",
        "@do {\n<p>Please call.</p>\n} while (late);",
        "@helper Show(string a) {\n<p>Please call.</p>\n}",
        "@{ var a = new { b = 1 }; /* } */ }<p>Please call.</p>",
        '@{ var a = @"a\\"; }<p>Please call.</p>',
        "@code { int a = 3; }\n<p>Please call.</p>",
    ],
)
def test_what_a_block_runs_is_no_prose(code: str) -> None:
    assert prose_of(f"{code}\n<p>@Model.X Thank you.</p>", "late.razor") == ["Please call.", "item Thank you."]


def test_braces_that_do_not_match_hide_no_letter() -> None:
    text = "@if (Model.Late) {\n<p>It is late.</p>\n{\n<p>Please call.</p>\n"
    assert [prose for prose in prose_of(text, "late.cshtml") if prose != "{"] == ["It is late.", "Please call."]


def test_a_page_of_another_name_speaks_it_plainly_or_not_at_all() -> None:
    assert prose_of("<p>Dear @Model.FirstName,</p>", "late.html") == ["Dear Alex,"]
    assert prose_of("<p>We are @Acme, see @if (a) { b }</p>", "late.html") == ["We are @Acme, see @if (a) { b }"]
