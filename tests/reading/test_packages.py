"""Zip files are opened within limits: what is broken, locked or made to burst is refused in plain words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from empathy_lint.errors import ProblemError
from empathy_lint.reading.office import package as limits
from empathy_lint.reading.office.package import Package, open_package, target_of
from empathy_lint.reading.office.parts import XmlPart, main_part, root_of

RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="/word/document.xml"/></Relationships>'
)
DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 2, 29, 12, 30, 0)), content, compression)
    return packed.getvalue()


def refused(data: bytes, name: str = "word/document.xml") -> str:
    with pytest.raises(ProblemError) as error:
        _ = XmlPart(open_package("letter.docx", data), name).events
    return str(error.value)


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    package = open_package("letter.docx", zipped({"_rels/.rels": RELATIONSHIPS, "word/document.xml": DOCUMENT}))
    part = main_part(package)
    assert part is not None
    assert (part.name, root_of(part)) == ("word/document.xml", "w:document")


def test_a_zip_file_of_other_things_has_no_main_part() -> None:
    assert main_part(open_package("photos.zip", zipped({"a.jpg": b"\xff"}))) is None


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("header1.xml", "word/header1.xml"),
        ("/word/a.xml", "word/a.xml"),
        ("../customXml/item.xml", "customXml/item.xml"),
    ],
)
def test_targets_are_names_of_parts(target: str, name: str) -> None:
    assert target_of("word/document.xml", target) == name


def test_replaced_parts_are_written_and_all_else_stays() -> None:
    data = zipped({"b.xml": "<b/>", "a.xml": "<a/>", "picture.png": bytes(range(256)) * 9})
    package = open_package("letter.docx", data).with_parts({"a.xml": b"<a>new</a>"})
    again = open_package("letter.docx", package.to_bytes())
    assert again.read("a.xml") == package.read("a.xml") == b"<a>new</a>"
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(again.data)) as new:
        assert new.namelist() == old.namelist()
        assert [info.date_time for info in new.infolist()] == [info.date_time for info in old.infolist()]
        assert all(new.read(name) == old.read(name) for name in old.namelist() if name != "a.xml")


def test_a_broken_zip_file_is_told() -> None:
    data = zipped({"word/document.xml": DOCUMENT})
    assert "damaged" in refused(data[: len(data) // 2])
    assert "damaged" in refused(b"PK\x03\x04 and nothing more")
    assert "missing" in refused(data, "word/styles.xml")


def test_a_part_whose_bytes_rotted_is_told() -> None:
    data = bytearray(zipped({"word/document.xml": DOCUMENT}, zipfile.ZIP_STORED))
    data[data.index(b"<w:document") + 3] ^= 1
    assert "cannot be unpacked" in refused(bytes(data))


def test_a_locked_zip_file_is_told() -> None:
    data = bytearray(zipped({"word/document.xml": DOCUMENT}))
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(signature) + offset] |= 1
    assert "password" in refused(bytes(data))


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Package, "read", lambda *_: pytest.fail("it was unpacked"))
    assert "more than any letter holds" in refused(zipped({"word/document.xml": b" " * 30_000_000}))


def test_many_parts_that_are_each_of_fair_size_are_refused_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_MOST_UNPACKED", 1_000)
    assert "more than any letter holds" in refused(zipped({f"{number}.xml": b"x" * 200 for number in range(6)}))
    monkeypatch.setattr(limits, "_MOST_PARTS", 3)
    assert "more than any letter holds" in refused(zipped({f"{number}.xml": b"" for number in range(6)}))


def test_two_parts_of_one_name_are_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", DOCUMENT)
        archive.writestr("word/document.xml", DOCUMENT)
    assert "two parts of one name" in refused(packed.getvalue())


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE w>",
        '<!DOCTYPE w SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE w [<!ENTITY % remote SYSTEM "http://localhost/x.dtd"> %remote;]>',
    ],
)
def test_document_types_are_refused_whatever_they_declare(declaration: str) -> None:
    text = refused(zipped({"word/document.xml": declaration + DOCUMENT}))
    assert "declares a document type" in text
    assert "word/document.xml" in text


def test_broken_xml_is_told_with_its_place() -> None:
    text = refused(zipped({"word/document.xml": DOCUMENT.replace("/>", ">\n<w:body>")}))
    assert "damaged" in text
    assert "word/document.xml, line 2" in text


def test_names_are_those_of_the_standard_whatever_the_prefix() -> None:
    own = DOCUMENT.replace("w:document", "ns0:document").replace("xmlns:w", "xmlns:ns0")
    strict = '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    for text in (DOCUMENT, own, strict):
        package = open_package("letter.docx", zipped({"word/document.xml": text}))
        assert root_of(XmlPart(package, "word/document.xml")) == "w:document"


def test_a_part_keeps_its_encoding() -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?>{DOCUMENT}'
    package = open_package("letter.docx", zipped({"word/document.xml": text.encode("utf-16")}))
    part = XmlPart(package, "word/document.xml")
    assert part.text == text
    assert part.encoded(part.text) == text.encode("utf-16")
