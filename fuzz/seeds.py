"""What fuzzing starts from: for every format that is registered, files of our own that are read as it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import Final

from empathy_lint.errors import ProblemError
from empathy_lint.reading.formats import FORMATS
from empathy_lint.reading.reader import read

_FIXTURES: Final = Path(__file__).parents[1] / "fixtures"
_PLAIN: Final = b"Subject: Your bill\n\nDear {{ name }}, you must pay {{ amount }} now or we will take legal action.\n"
# Names by which template dialects are told, beside their content.
DIALECT_NAMES: Final = (
    "a.txt", "a.md", "a.html", "a.html.erb", "a.blade.php", "a.tpl", "a.ftl", "a.spt", "a.mjml", "a.liquid", "a.hbs",
    "a.twig", "a.j2", "a.ejs", "a.gotmpl", "a.sms",
)  # fmt: skip


@lru_cache(maxsize=1)
def seeds() -> dict[str, list[tuple[str, bytes]]]:
    """Names and contents by format; a format that no fixture is read as gets a plain message to be forced upon."""
    found: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
    for path in sorted(path for path in _FIXTURES.rglob("*") if path.is_file() and "reports" not in path.parts):
        data = path.read_bytes()
        name = str(path.relative_to(_FIXTURES))
        try:
            messages = read(name, data).messages
        except ProblemError:
            continue
        if messages and len(data) < 20_000:
            found[messages[0].format].append((name, data))
    return {name: found.get(name) or [("message", _PLAIN)] for name in FORMATS}
