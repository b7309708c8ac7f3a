"""Pages that mkdocs builds from the rules themselves: one a rule, a list of them, and the evidence that they cite."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from empathy_lint.checking.packs import Pack, load_packs
from empathy_lint.checking.rule import Rule
from empathy_lint.reporting import rule_words
from empathy_lint.reporting.markdown_text import escaped
from empathy_lint.reporting.rule_page_markdown import rule_page
from empathy_lint.reporting.wording import ABOUT
from empathy_lint.words import Dimension


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages; mkdocs calls this before it builds."""
    for path, text in generated(load_packs(())):
        files.append(File.generated(config, path, content=text))
    return files


def generated(pack: Pack) -> Iterator[tuple[str, str]]:
    """Each page as its path under docs/ and its Markdown."""
    yield "rules/index.md", _list(pack)
    for rule in pack.rules:
        yield f"rules/{rule.id}.md", rule_page(rule, pack.evidence, "../evidence.md")
    yield "evidence.md", _evidence(pack)


def _list(pack: Pack) -> str:
    lines = ["# All rules", "", f"{len(pack.rules)} rules, by what they protect, the gravest first.", ""]
    for dimension in Dimension:
        rows = sorted(
            (rule for rule in pack.rules if rule.dimension is dimension), key=lambda row: (-row.severity, row.id)
        )
        lines += [f"## {dimension.value.capitalize()}: {ABOUT[dimension]}", ""]
        lines += ["| Rule | Severity | In short |", "|:--|:--|:--|"]
        lines += [
            f"| [{escaped(row.title)}]({row.id}.md) | {row.severity.label} | {escaped(row.advice)} |" for row in rows
        ]
        lines.append("")
    return "\n".join(lines)


def _evidence(pack: Pack) -> str:
    lines = [
        "# The evidence",
        "",
        "Every rule cites what research says for it, and what speaks against it or limits it. Each piece of evidence",
        "has a number (E01, E02, …), and a mark that says how far we checked it. The words are ours, not the authors'.",
        "",
        "How far it was checked:",
        "",
        "| Mark | Meaning |",
        "|:--|:--|",
        *(f"| {mark} | {meaning} |" for mark, meaning in rule_words.MARKS.items()),
        "",
        "How strong the evidence for a rule is:",
        "",
        "| Strength | What its page says |",
        "|:--|:--|",
        *(f"| {strength} | {said} |" for strength, said in rule_words.STRENGTH.items()),
        "",
    ]
    for name, note in sorted(pack.evidence.items()):
        lines += [
            f"## {name}",
            "",
            escaped(note.finding),
            "",
            f"*{escaped(note.source)}* · {rule_words.MARKS[note.mark]}",
            "",
        ]
        for title, rules in (
            ("For", _citing(pack, name, against=False)),
            ("Against", _citing(pack, name, against=True)),
        ):
            if rules:
                links = ", ".join(f"[{escaped(rule.title)}](rules/{rule.id}.md)" for rule in rules)
                lines += [f"{title}: {links}", ""]
    return "\n".join(lines)


def _citing(pack: Pack, name: str, *, against: bool) -> list[Rule]:
    return [rule for rule in pack.rules if name in (rule.evidence.against if against else rule.evidence.for_)]
