"""Template code of every language: what it prints stands as a neutral word, its logic shows nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from reading_helpers import assert_positions_hold, blocks_of, message_of, only_block, prose_of, reading_of, source_of

from empathy_lint.reading.dialects import scan_template
from empathy_lint.reading.html_tokens import tokens
from empathy_lint.reading.message import Source
from empathy_lint.reading.template_scanner import scan
from empathy_lint.reading.template_syntax import Dialect


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("a.txt", "{{ first_name }}"),
        ("a.txt", "{{- .FirstName -}}"),
        ("a.txt", "{{{ first_name }}}"),
        ("a.txt", "{{ customer.first_name | title | default('you') }}"),
        ("a.txt", "<%= @customer.first_name %>"),
        ("a.txt", "<%- customer.firstName %>"),
        ("a.blade.php", "{!! $firstName !!}"),
        ("a.php", "<?= $first_name ?>"),
        ("a.php", "<?php echo htmlspecialchars($first_name); ?>"),
        ("a.php", "<?php echo $user['first_name'] ?>"),
        ("a.ftl", "${customer.firstName!'you'}"),
        ("a.tpl", "{$customer.first_name|escape}"),
        ("a.txt", "[% customer.first_name %]"),
        ("a.txt", "((first name))"),
        ("a.txt", "%{first_name}"),
        ("a.txt", "%(first_name)s"),
        ("a.txt", "{first_name}"),
        ("a.txt", "%%first_name%%"),
        ("a.txt", "*|FIRST_NAME|*"),
        ("a.txt", "[[first_name]]"),
        ("a.txt", "[First Name]"),
    ],
)
def test_output_stands_as_a_neutral_word(path: str, code: str) -> None:
    block = only_block(f"We wrote to {code} last week.", path)
    assert block.prose == "We wrote to Alex last week."
    assert [row.code for row in block.placeholders] == [code]


@pytest.mark.parametrize("code", ["%s", "%1$s", "{0}", "%d"])
def test_nameless_placeholders_stand_as_an_item(code: str) -> None:
    assert prose_of(f"You have {code} left.") == ["You have item left."]


@pytest.mark.parametrize(
    "text",
    [
        "{% if a %}You pay {{ rate }}%{% endif %} now.",
        "{% if a %}You pay 20%{% else %}You pay 30%{% endif %} now.",
        "You pay 5%{{ suffix }} now.",
        "{% trans %}You pay %n%{% endtrans %} now.",
        "You pay ${% if x %}20{% endif %} now.",
        "You pay ${# for each month #}20 now.",
    ],
)
def test_a_sign_before_a_tag_is_the_text_s(text: str) -> None:
    reading = reading_of(text)
    assert not reading.problems
    assert not [prose for prose in prose_of(text) if "{" in prose or "}" in prose]
    assert all("now." in row.prose for row in reading.messages[0].blocks[-1:])


@pytest.mark.parametrize(
    "code",
    [
        'if ($sign == "?>") {',
        "if ($sign == 'it\\'s ?>') {",
        "// don't",
        "# don't?",
        "/* don't */",
        "if ($x?->y('a')) {",
    ],
)
def test_php_ends_where_php_says(code: str) -> None:
    text = f'<p>Please call.</p><?php {code} ?><p>It\'s <?= "?>" ?>fine.</p>'
    assert prose_of(text, "a.php")[0] == "Please call."
    assert "?>" not in "".join(prose_of(text, "a.php")) and prose_of(text, "a.php")[1].startswith("It's ")


def test_an_expression_that_begins_with_a_helper_is_a_placeholder() -> None:
    assert prose_of("Please reply in ${#strings.length(weeks)} days.") == ["Please reply in 12345 days."]


@pytest.mark.parametrize(
    "prose",
    [
        "Their words were [sic] and stay.",
        "We read it {see below} with care.",
        "Prices fell 50% since May.",
        "[Final Notice] Please read this.",
        "They say [T]he bill was late.",
        "Call us (or write (if you like)) today.",
        "Save 20 % on {a, b} now.",
        "The set is {1, 2, 3} here.",
    ],
)
def test_brackets_of_prose_stay_prose(prose: str) -> None:
    assert prose_of(prose) == [prose]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "a.liquid",
            "{% doc %}\n  You have failed to pay.\n  @param {string} name - {{ who }}\n{% enddoc %}\nPlease call us.",
        ),
        ("a.liquid", "{%- doc -%}You have failed.{%- enddoc -%}\nPlease call us."),
        ("a.txt", "{% if late %}\nPlease call us.\n{% endif %}"),
        ("a.txt", "{{#if late}}\nPlease call us.\n{{/if}}"),
        ("a.txt", "{{ if .Late }}\nPlease call us.\n{{ end }}"),
        ("a.txt.erb", "<% if late %>\nPlease call us.\n<% end %>"),
        ("a.ejs", "<% if (late) { %>\nPlease call us.\n<% } %>"),
        ("a.blade.php", "@if($late > 3)\nPlease call us.\n@endif"),
        ("a.ftl", "<#if late>\nPlease call us.\n</#if>"),
        ("a.tpl", "{if $late}\nPlease call us.\n{/if}"),
        ("a.php", "<?php if ($late): ?>\nPlease call us.\n<?php endif; ?>"),
        ("a.txt", "{# Never threaten. #}\nPlease call us."),
        ("a.txt", "{{!-- Never threaten. --}}\nPlease call us."),
        ("a.txt", "{{! Never threaten. }}\nPlease call us."),
        ("a.blade.php", "{{-- Never threaten. --}}\nPlease call us."),
        ("a.erb", "<%# Never threaten. %>\nPlease call us."),
        ("a.ftl", "<#-- Never threaten. -->\nPlease call us."),
        ("a.tpl", "{* Never threaten. *}\nPlease call us. {$x}"),
        ("a.liquid", "{% comment %} Never {{ threaten }}. {% endcomment %}\nPlease call us."),
        ("a.html", "<p>{% include 'threats.html' %}</p><p>Please call us.</p>"),
        ("a.hbs", "{{> threats}}\n<p>Please call us.</p>"),
    ],
)
def test_logic_and_comments_show_nothing(path: str, text: str) -> None:
    (prose,) = prose_of(text, path)
    assert prose.removesuffix(" item") == "Please call us."


def test_text_of_notify_that_is_shown_on_a_condition_is_prose() -> None:
    assert prose_of("Hello. ((late??Please call us.)) Bye.") == ["Hello. Please call us. Bye.", "Hello. Bye."]


def test_branches_inside_a_sentence_are_never_glued() -> None:
    text = "<p>Hi {% if name %}there{% else %}dear friend{% endif %}, how are you?</p>"
    assert prose_of(text, "a.html") == ["Hi there, how are you?", "Hi dear friend, how are you?"]


def test_branches_on_lines_of_their_own_stay_apart_in_a_paragraph() -> None:
    text = "<p>\n{{#if paused}}\nPayments are paused.\n{{else}}\nPayments go on.\n{{/if}}\nWrite to us.</p>"
    assert prose_of(text, "a.hbs") == ["Payments are paused. Write to us.", "Payments go on. Write to us."]


@pytest.mark.parametrize(
    ("code", "prose"),
    [
        ('{{ _("Please call us.") }}', ["Please call us."]),
        ("{{ __('Please call us.') }}", ["Please call us."]),
        ("<?php echo Yii::t('app', 'Please call us.', array('x' => 1)); ?>", ["Please call us."]),
        ('@lang("Please call us.")', ["Please call us."]),
        ('{% trans "Please call us." %}', ["Please call us."]),
        ("{{ 'Please call us.'|trans }}", ["Please call us."]),
        ("{% blocktrans %}Please call us.{% endblocktrans %}", ["Please call us."]),
        ("<%= t('letters.call', default: \"Please call us.\") %>", ["Please call us."]),
        ("{{ _('Don\\'t worry, it\\u2019s fine.') }}", ["Don't worry, it’s fine."]),
        ('{{ _("Please call "\n   "us today.") }}', ["Please call us today."]),
        ('{{ _("Please {link_start}call us{link_end}.", link_start=a, link_end=b) }}', ["Please call us."]),
        ('{{ _("See {a}our page{_a}.", a=x, _a=y) }}', ["See our page."]),
        ('{{ _("Hello {first_name}, you owe %(amount)s.") }}', ["Hello Alex, you owe $50."]),
        ('{{ _("It failed.") if failed else _("It went well.") }}', ["It failed.", "It went well."]),
        ('{{ ngettext("One letter.", "Many letters.", n) }}', ["One letter.", "Many letters."]),
        ("{{ _('We charged {0}.', f(a, ngettext('{0} and another one', 'x y', 2))) }}", ["We charged item."]),
        ('{% set end = "Call us soon now." if kind else "Act now or go." %}', ["Call us soon now.", "Act now or go."]),
    ],
)  # fmt: skip
def test_strings_that_are_sent_are_prose(code: str, prose: list[str]) -> None:
    text = f"<p>{code}</p>"
    assert prose_of(text, "a.blade.php") == prose
    assert_positions_hold(message_of(text, "a.blade.php"))


@pytest.mark.parametrize("code", ["{{ __('letters.final.warning') }}", "{% if stage == 'final warning' %}{% endif %}"])
def test_keys_and_compared_strings_are_not_prose(code: str) -> None:
    assert "warning" not in " ".join(prose_of(f"<p>Hello there. {code}</p>", "a.html"))


def test_named_blocks_are_what_their_names_say() -> None:
    text = (
        "{% block subject %}Your bill{% endblock %}{% block extra_css %}p { color: red; }{% endblock %}"
        "{% block content %}<p>Hello there.</p>{% endblock %}"
    )
    assert blocks_of(text, "a.html") == [("subject", "Your bill"), ("paragraph", "Hello there.")]


def test_a_simplate_gives_its_subject_and_its_html() -> None:
    html = "[---] text/html\n% if late\n<p>Please call.</p>\n% endif\n"
    text = f"[---] -/subject\nYour bill\n\n{html}[---] text/plain\nNever read.\n"
    assert blocks_of(text, "a.spt") == [("subject", "Your bill"), ("paragraph", "Please call.")]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("Hello.\n{% if late %}Please call.", 2, 1),
        ("Hello.\nYou owe {{ amount", 2, 9),
        ("Hello.\nPlease call. {% endif %}", 2, 14),
        ("Hello.\n<%= amount", 2, 1),
    ],
)
def test_code_left_open_is_a_problem_with_its_place(text: str, line: int, column: int) -> None:
    reading = reading_of(text, "a.txt")
    assert [(row.line, row.column) for row in reading.problems] == [(line, column)]
    assert all(row.remedy for row in reading.problems)
    assert reading.messages[0].blocks[0].prose.startswith("Hello.")


class _CountingText(str):
    """A text that counts the characters that `find` looks at."""

    looked_at = 0

    def find(self, wanted: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        stop = len(self) if end is None else end
        found = super().find(wanted, start, stop)
        _CountingText.looked_at += (found if found >= 0 else min(stop, len(self))) - start
        return found


def _work(action: Callable[[], object]) -> int:
    """Characters searched and functions called: a cost that does not hang on the machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1

    _CountingText.looked_at = 0
    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return _CountingText.looked_at + calls


@pytest.mark.parametrize(
    "piece",
    [
        "{{ ",
        "{% if x %}",
        "{#",
        "<%",
        "<?php ",
        "{{!--",
        "${",
        "((",
        "[[",
        "{",
        "@if(",
        "_('",
        "{% comment %}",
        "<#if",
        "<?= '",
        "<?= /*",
        "<?= ?> '",
    ],
)
def test_twice_the_text_costs_at_most_twice_the_work(piece: str) -> None:
    def cost(times: int) -> int:
        source = Source("a.blade.php", _CountingText("Hello. " + piece * times))
        return _work(lambda: scan(source, Dialect(blade=True)))

    cost(1)  # what is compiled once counts for neither
    assert cost(2000) <= 2.2 * cost(1000) + 1000


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        *(("a.vm", piece) for piece in ("#if(", "#*", "$a(", "$a.b", "${", "#set($subject = '", "#a(#a(")),
        *(("a.st", piece) for piece in ("$!", "$if(", "$a", "$a:")),
        *(("a.cshtml", piece) for piece in ("@{", "@{ <p> ", "@if (a) {", "@(", "@*", "@a(", '@{ @"', "@{ a } ", "}")),
        *(("a.jsp", piece) for piece in ("<c:if ", "<c:if a='", "<xsl:attribute >", "</g:if>", "<c:out value='a'/>")),
        *(("a.latte", piece) for piece in ("{*", "{_'", "{block ", "{if ")),
        *(("a.vue", piece) for piece in ("<template>", "<template a='", "</template>")),
        *(("a.svelte", piece) for piece in ("{", "{#if ", "<script>{", "{a}")),
        *(("a.heex", piece) for piece in ("{", "<.a ", "<.a b={", "{a}")),
        *(("a.mako", piece) for piece in ("<%def ", "<%doc>", "${", "<%a b='", "\n% if \\", "\n## a")),
    ],
)
def test_twice_a_language_costs_at_most_twice_the_work(path: str, piece: str) -> None:
    def cost(times: int) -> int:
        source = Source(path, _CountingText("Hello. " + piece * times))
        return _work(lambda: scan_template(source))

    cost(1)  # what is compiled once counts for neither
    assert cost(2000) <= 2.2 * cost(1000) + 1000


@pytest.mark.parametrize("piece", ["<!--", "<!-- >", '<a b="', "<a b='x\"", "<a<", "<script>", "<![CDATA[", "<?x "])
def test_twice_the_page_costs_at_most_twice_the_work(piece: str) -> None:
    def cost(times: int) -> int:
        text = _CountingText("Hello. " + piece * times)
        return _work(lambda: list(tokens(text, 0, len(text))))

    cost(1)  # what is compiled once counts for neither
    assert cost(2000) <= 2.2 * cost(1000) + 1000


def test_words_of_macros_and_blocks_are_read_where_they_are_written() -> None:
    page = (
        "{% macro help(name) %}<p>Please call {{ name }} today.</p>{% endmacro %}"
        '{% macro button(text, url) %}<a class="btn" href="{{ url }}">{{ text }}</a>{% endmacro %}'
        "{% block body %}<p>Your bill is open.</p>{% endblock %}"
        "{% call help('x') %}<p>We are here.</p>{% endcall %}{% filter upper %}<p>Write to us.</p>{% endfilter %}"
        "{% set closing %}<p>Thank you again.</p>{% endset %}"
    )
    message = message_of(page, "mail.html.j2")
    assert [block.prose for block in message.blocks] == [
        "Please call Alex today.",
        "Your bill is open.",
        "We are here.",
        "Write to us.",
        "Thank you again.",
    ]
    assert source_of(message, "call Alex today") == "call {{ name }} today"


def test_the_template_toolkits_directives_show_nothing() -> None:
    text = "[% n = 3 %]\nHello [% user.name %],\n\n[% IF late -%]\nThe bill is late.\n[% ELSE %]\nThank you.\n[% END %]"
    assert prose_of(text) == ["Hello Alex,", "The bill is late.", "Thank you."]


def test_what_civicrm_translates_is_prose() -> None:
    text = """{assign var="greeting" value="{contact.email_greeting}"}{if $greeting}{$greeting},{/if}

{ts 1=$event.title}Your place for %1 has expired.{/ts}
"""
    assert prose_of(text, "expired_text.tpl") == ["Your place for item has expired."]


def test_arguments_of_a_translation_are_no_prose() -> None:
    text = '{% trans at=due.strftime("%A, %d %B") -%}\nWe will call on {{ at }}.\n{%- endtrans %}'
    assert prose_of(text) == ["We will call on item."]
    assert prose_of('{% trans "We will call." %}') == ["We will call."]
