"""XML as consumers want it: declared, indented, and without the characters that XML cannot hold."""

from __future__ import annotations

import re
from typing import Final, TextIO
from xml.etree import ElementTree

# Control characters and lone surrogates (bytes of a file name that are no text) may not stand in XML, escaped or not.
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def readable(text: str) -> str:
    """The text with a replacement character for each that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def element(name: str, attributes: dict[str, str], text: str = "") -> ElementTree.Element:
    """An element with these attributes and this text."""
    made = ElementTree.Element(name, {key: readable(value) for key, value in attributes.items()})
    made.text = readable(text) or None
    return made


def write_xml(root: ElementTree.Element, out: TextIO) -> None:
    """Write a document, two spaces a level."""
    ElementTree.indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ElementTree.tostring(root, encoding="unicode"))
    out.write("\n")
