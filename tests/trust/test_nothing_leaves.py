"""No part of a run opens a connection: not loading, not linting, not fixing, and no report."""

import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures"
# Python tells an audit hook of each connection and of each name that is looked up, whichever library asks. A socket by
# itself is no connection: a package that spaCy brings along makes one as it is loaded, to see what addresses there are.
WATCHED = """
import sys
OUTWARD = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}
sys.addaudithook(lambda event, _: event in OUTWARD and sys.exit(f"{event} was called"))
from empathy_lint.cli import main
sys.argv = ["empathy-lint", *sys.argv[1:]]
main()
"""


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *words], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--format", "json", str(FIXTURES / "letters"), "--report", "html=page.html", "--fail-on", "never"),
        ("fix", "--diff", str(FIXTURES / "letters" / "final-reminder.html")),
        ("rules", "show", "threat-language"),
        ("config", "show"),
    ],
)
def test_no_connection_is_opened(tmp_path, words):
    result = run(*words, folder=tmp_path)
    assert "socket." not in result.stderr
    assert result.returncode in (0, 1)
    assert result.stdout


def test_a_connection_would_be_noticed(tmp_path):
    spoilt = WATCHED.replace("main()\n", "import socket; socket.create_connection(('127.0.0.1', 9))\n")
    result = subprocess.run([sys.executable, "-c", spoilt], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "socket.getaddrinfo was called" in result.stderr
