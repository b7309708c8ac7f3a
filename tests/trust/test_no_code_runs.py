"""Nothing that the program reads is ever run: no config, rule, template, catalogue, or code that lies about."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import empathy_lint

PACKAGE = Path(empathy_lint.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
# Modules and functions that make code or objects out of data.
MODULES = {"pickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "code", "codeop", "runpy", "imp"}
BUILT_IN = {"eval", "exec", "compile", "__import__"}
METHODS = {
    ("os", "system"), ("os", "popen"), ("yaml", "load"), ("yaml", "load_all"), ("yaml", "full_load"),
    ("yaml", "unsafe_load"), ("yaml", "Loader"), ("yaml", "FullLoader"), ("yaml", "UnsafeLoader"),
    ("yaml", "CLoader"), ("yaml", "CFullLoader"), ("yaml", "CUnsafeLoader"),
}  # fmt: skip


def risks(source: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(alias.name for alias in node.names if node.module in ("os", "yaml"))]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BUILT_IN:
            found.append(f"{source.name}:{node.lineno}: {node.func.id}()")
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and (node.value.id, node.attr) in METHODS
        ):
            found.append(f"{source.name}:{node.lineno}: {node.value.id}.{node.attr}")
        unsafe = {name for _, name in METHODS}
        found += [f"{source.name}: {name}" for name in names if name.split(".")[0] in MODULES or name in unsafe]
    return found


def test_the_program_has_no_way_to_make_code_or_objects_out_of_data() -> None:
    assert len(SOURCES) > 200
    assert [risk for source in SOURCES for risk in risks(source)] == []


def test_other_programs_are_started_in_one_place_only_and_never_by_a_shell() -> None:
    texts = {source.relative_to(PACKAGE).as_posix(): source.read_text(encoding="utf-8") for source in SOURCES}
    assert [name for name, text in texts.items() if "import subprocess" in text] == ["known/git.py"]
    assert not [name for name, text in texts.items() if "shell=True" in text]


RUN = "__import__('os').mkdir('pwned')"
PWNED = f"import os\nos.mkdir('pwned')\ndef check(view):\n    {RUN}\n    return []\n"
FILES = {
    ".git/HEAD": "",
    ".empathy-lint.yaml": "packs: [rules]\nwords: {jargon: ['{{ cycler.__init__.__globals__ }}']}\n",
    "bad/.empathy-lint.yaml": "channel: !!python/object/apply:os.mkdir [pwned]\n",
    "bad/a.txt": "We will take legal action.\n",
    "rules/own.yaml": (
        "id: own-rule\ntitle: Own\ndimension: clarity\nseverity: minor\nwhy: Because.\nadvice: Do.\n"
        "entries:\n  - {id: own, phrases: [legal action]}\n  - {id: code, python: 'house:check'}\n"
        "  - {id: more, python: house}\nexamples: {flag: ['We take [[legal action]].'], pass: ['Fine.']}\n"
    ),
    "rules/message.yaml": "id: own-message\nmessage: '{text.__class__.__mro__}'\n",
    "rules/tag.yaml": "id: !!python/object/apply:os.mkdir [pwned]\n",
    "rules/house.py": PWNED,
    "offers.yaml": f'phone: "{{{{ {RUN} }}}}"\n',
    "letters/a.html": (
        f"<p>We will take legal action. {{{{ {RUN} }}}} {{% set x = {RUN} %}} ${{{RUN}}} <%= {RUN} %> <?php {RUN} ?>"
        f"{{{{ ''.__class__.__mro__[1].__subclasses__() }}}}</p><script>{RUN}</script>\n"
    ),
    "letters/b.md": f"---\nchannel: !!python/object/apply:os.mkdir [pwned]\n---\nHello {{{{ {RUN} }}}}.\n",
    "letters/en.yml": "en:\n  a: !!python/object/apply:os.mkdir [pwned]\n  b: We will take legal action.\n",
    "letters/en.json": json.dumps({"a": {"py/object": "os.mkdir", "py/reduce": ["pwned"]}, "b": "We will close it."}),
    "letters/mailer.py": f"import os\nos.mkdir('pwned')\ndef send():\n    mail(subject='Hi', body=f'Bye {{{RUN}}}')\n",
    # What `python -m` would find before the real ones, and a package that nobody has installed.
    "yaml.py": PWNED,
    "spacy.py": PWNED,
    "house.py": PWNED,
    "house-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: house\nVersion: 1.0\n",
    "house-1.0.dist-info/entry_points.txt": (
        "[empathy_lint.rules]\nhouse = house:check\n[empathy_lint.packs]\nhouse = house:check\n"
        "[empathy_lint.reporters]\nhouse = house:check\n"
    ),
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_in_a_project_that_means_harm_messages_are_linted_and_nothing_of_it_runs(hostile: Path) -> None:
    command = [sys.executable, "-m", "empathy_lint", "check", "letters", "bad", "--format", "json"]
    done = subprocess.run(
        [*command, "--report", "html=report.html"], cwd=hostile, capture_output=True, text=True, check=False
    )
    assert not list(hostile.rglob("pwned"))
    assert not list(hostile.rglob("*.pyc"))
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    report = json.loads(done.stdout)
    assert "letters/a.html" in {message["path"] for message in report["messages"]}
    told = "\n".join(error["message"] for error in report["errors"])
    assert "not plain YAML: “!!python/object/apply:os.mkdir”" in told
    assert "holds a name in braces that is not known" in told
    assert "house" in told  # there is no such check, for it is not installed
