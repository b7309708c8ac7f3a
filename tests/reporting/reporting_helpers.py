"""Reports on letters written for a test."""

from __future__ import annotations

import io
import os
from pathlib import Path

from empathy_lint.reporting.formats import write_report
from empathy_lint.reporting.view import View
from empathy_lint.run import Run
from empathy_lint.scoring.report import RunReport

# All that a stranger may try: elements, attributes that run, entities that become elements, a placeholder with quotes.
HOSTILE = """---
channel: letter
situation: late-past-due
---
<title>Pay now &lt;script&gt;document.title = "owned"&lt;/script&gt;</title>
<p onclick="document.title = 'owned'">You have failed to pay
 <img src="http://127.0.0.1:9/pixel.png" onerror="document.title='owned'"
 alt="&lt;img src=http://127.0.0.1:9/alt.png onerror=document.title='owned'&gt;">
 {{ amount" onmouseover="document.title='owned' }}.</p>
<script>document.title = "owned"</script>
<p>We will take legal action &lt;/p&gt;&lt;/details&gt;&lt;img src=x onerror="document.title='owned'"&gt;
 &lt;style&gt;* { display: none }&lt;/style&gt; [click](javascript:alert(1)) @everyone `code` | cell | **bold** http://evil.example.</p>
<a href="javascript:document.title='owned'">You must pay immediately.</a>
"""
HOSTILE_NAME = "a<img src=x onerror=document.title='owned'>.html"
PLAIN = View()


def lint_in(folder: Path, *paths: str) -> RunReport:
    """Lint paths as they are called inside the folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return Run().lint_paths(paths)
    finally:
        os.chdir(before)


def drawn(report: RunReport, format_name: str, view: View = PLAIN) -> str:
    out = io.StringIO()
    write_report(report, format_name, out, view)
    return out.getvalue()
