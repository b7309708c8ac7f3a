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
