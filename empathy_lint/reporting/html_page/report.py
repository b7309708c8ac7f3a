"""The report as one HTML file that asks for nothing else: style and script stand in it, and nothing more may run.

Templates are written by strangers. Jinja escapes whatever comes from them, and the page's own policy refuses every
style and script but the two that it names by their hash, every picture, every request.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import Final, TextIO

from empathy_lint.reporting.html_page.page import make_page
from empathy_lint.reporting.view import View
from empathy_lint.reporting.xml_text import readable
from empathy_lint.scoring.report import RunReport
from empathy_lint.words import points

_FOLDER: Final = resources.files("empathy_lint.reporting.html_page") / "template"


def write(report: RunReport, out: TextIO, view: View) -> None:  # noqa: ARG001 - one signature for every format
    """Write the page; it holds every finding, whatever `view` wants, since its reader can filter them."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    style, script = _file("report.css"), _file("report.js")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["points"] = points
    template = environment.from_string(_file("report.html"))
    parts = template.generate(
        page=make_page(report),
        # Ours, not a stranger's: put in as they are, or their hashes would not fit.
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )
    for part in parts:
        out.write(readable(part))  # HTML holds no control characters either, escaped or not
    out.write("\n")


def _file(name: str) -> str:
    # Browsers hash the text with line feeds, whatever the file was checked out with.
    return (_FOLDER / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
