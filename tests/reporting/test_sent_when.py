"""The conditions of a template as its writer is told them: in words, without the code around a value."""

from __future__ import annotations

import io

import pytest

from empathy_lint.reporting.formats import write_report
from empathy_lint.reporting.view import View
from empathy_lint.run import Run


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("event[:next_payment_attempt]", "next payment attempt"),
        ("@letter.is_final", "is final"),
        ("days_overdue > 30", "days overdue > 30"),
    ],
)
def test_a_condition_is_told_by_its_own_name(tmp_path, condition, told):
    file = tmp_path / "letter.text.erb"
    file.write_text(
        f"Dear Ana,\n\n<% if {condition} %>\nWe will take legal action against you.\n<% end %>\n\n"
        "Please pay £5 by Friday, or call us on 0300 555 0144.\n"
    )
    out = io.StringIO()
    write_report(Run(rewrites=False).lint_paths([str(file)]), "terminal", out, View(color=False, width=100))
    assert f"Scored as sent when: {told}" in [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("We will take legal action against you.", "the one that reads worst is scored."),
        ("Thank you.", "they all score the same."),
    ],
)
def test_the_versions_of_a_template_are_told_in_plain_words(tmp_path, inside, told):
    file = tmp_path / "letter.text.erb"
    file.write_text(f"Dear Ana,\n\n<% if late %>\n{inside}\n<% end %>\n\nYou have failed to pay £5.\n")
    out = io.StringIO()
    view = View(verbose=True, color=False, width=120)
    write_report(Run(rewrites=False).lint_paths([str(file)]), "terminal", out, view)
    assert f"Its “if … else” parts make 2 versions of this message; {told}" in out.getvalue()
