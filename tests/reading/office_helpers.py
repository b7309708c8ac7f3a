"""Word documents and workbooks for tests: made by python-docx and openpyxl, or from XML where those cannot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
from docx.document import Document

from empathy_lint.reading.container import Reading
from empathy_lint.reading.message import Message
from empathy_lint.reading.reader import read

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 2, 29, 12, 30, 0)), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relationships(rows: Sequence[tuple[str, str, str]]) -> str:
    """Id, kind and target of each; a target with a colon is an address."""
    external = ' TargetMode="External"'
    items = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"{external if ":" in target else ""}/>'
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}">{items}</Relationships>'


def word(body: str, **others: str) -> bytes:
    """A document with that body; `others` are further parts by their kind (`comments`), or `links` of its own."""
    rows = [(kind, kind, f"{kind}.xml") for kind in others if kind != "links"]
    links = [(f"link{number}", "hyperlink", link) for number, link in enumerate(others.get("links", "").split())]

    def part(name: str, content: str) -> str:
        return f'<w:{name} xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}">{content}</w:{name}>'

    return zipped(
        {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": relationships([("rId1", "officeDocument", "word/document.xml")]),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relationships([*rows, *links]),
            **{f"word/{kind}.xml": part(kind, others[kind]) for kind, _, _ in rows},
        }
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def field(instruction: str, result: str) -> str:
    def character(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    written = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{character('begin')}{written}{character('separate')}{result}{character('end')}"


def saved(document: Document) -> bytes:
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def reading_of(data: bytes, path: str = "letter.docx") -> Reading:
    return read(path, data)


def letter_of(data: bytes, path: str = "letter.docx") -> Message:
    (message,) = reading_of(data, path).messages
    return message


def prose_in(data: bytes) -> list[str]:
    return [block.prose for block in letter_of(data).blocks]


def kinds_in(data: bytes) -> list[tuple[str, str]]:
    return [(block.kind.value, block.prose) for block in letter_of(data).blocks]
