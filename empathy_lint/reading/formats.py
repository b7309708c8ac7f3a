"""The formats by name: what a file is read as, told by its name and its content. One line registers a format."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from empathy_lint.reading import plugin_format
from empathy_lint.reading.decoding import encoding_of
from empathy_lint.reading.jsx.detection import holds_jsx
from empathy_lint.reading.packages import PACKED, PACKED_BY_SUFFIX, holds_messages
from empathy_lint.settings.reading import DEFAULT_READING, ReadingOptions

if TYPE_CHECKING:  # names alone tell what is read; only reading takes more
    from empathy_lint.reading.entries import Entries
    from empathy_lint.reading.masking import Masked
    from empathy_lint.reading.message import Block, Source

    ReadBlocks = Callable[[Masked, int, int], list[Block]]
    FindEntries = Callable[[Source], Entries]

# Format and the module whose `read_blocks(masked, start, end)` reads it.
_MODULES: Final = {
    "text": "empathy_lint.reading.text_format",
    "markdown": "empathy_lint.reading.markdown_format",
    "html": "empathy_lint.reading.html_format",
}
# Containers: format and the module whose `find_entries(source)` finds the texts inside.
_FINDERS: Final = {
    "json": "empathy_lint.reading.catalogues.json_format",
    "yaml": "empathy_lint.reading.catalogues.yaml_format",
    "po": "empathy_lint.reading.catalogues.gettext_format",
    "properties": "empathy_lint.reading.catalogues.properties_format",
    "strings": "empathy_lint.reading.catalogues.strings_format",
    "xcstrings": "empathy_lint.reading.catalogues.xcstrings_format",
    "eml": "empathy_lint.reading.eml_format",
    "csv": "empathy_lint.reading.csv_format",
    "tsv": "empathy_lint.reading.csv_format",
    "xliff": "empathy_lint.reading.xliff_format",
    "android": "empathy_lint.reading.android_format",
    "odoo": "empathy_lint.reading.odoo_format",
    "php": "empathy_lint.reading.code.php_format",
    "php-array": "empathy_lint.reading.code.php_array_format",
    "python": "empathy_lint.reading.code.python_format",
    "ruby": "empathy_lint.reading.code.ruby_format",
    "jsx": "empathy_lint.reading.jsx.jsx_format",
}
FORMATS: Final = (*_MODULES, *_FINDERS, *PACKED)

_BY_SUFFIX: Final = {
    "txt": "text",
    "text": "text",
    "sms": "text",
    "md": "markdown",
    "markdown": "markdown",
    "mdx": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "mjml": "html",
}
# Endings of containers, which tell more than any content.
_CONTAINERS_BY_SUFFIX: Final = {
    "json": "json",
    "arb": "json",
    "yaml": "yaml",
    "yml": "yaml",
    "po": "po",
    "pot": "po",
    "properties": "properties",
    "strings": "strings",
    "xcstrings": "xcstrings",
    "eml": "eml",
    "csv": "csv",
    "tsv": "tsv",
    "xlf": "xliff",
    "xliff": "xliff",
    "py": "python",
    "rb": "ruby",
    "tsx": "jsx",
    "jsx": "jsx",
}
# Endings that mostly hold something else than messages: in folders such a file has to look like a catalogue.
DOUBTFUL_SUFFIXES: Final = frozenset({"json", "yaml", "yml", "properties"})
# Endings of code: in folders such a file has to look like a mailer.
CODE_SUFFIXES: Final = frozenset({"py", "rb", "php", "tsx", "jsx", "js"})
_BY_ROOT: Final = {"resources": "android", "xliff": "xliff"}
_ODOO: Final = frozenset({"odoo", "openerp", "data"})
_ROOT: Final = re.compile(
    r"\s*(?:(?:<!--(?:[^-]|-(?!->)){0,4000}-->|<(?:\?|!(?!--))[^<>]{0,4000}>)\s*){0,50}<([\w.-]{1,60})"
)
# PHP that is no page: it begins with code, and nothing follows the sign that may end it.
_PHP: Final = re.compile(r"\s*<\?php\b(?:(?!\?>).)*(?:\?>\s*)?\Z", re.DOTALL)
_TABLES: Final = ("csv", "tsv")
_HEADER_BYTES: Final = 8192
# Languages in which no tag is written out, so that nothing here tells their words from their code.
INDENTED: Final = {"haml": "Haml", "slim": "Slim", "pug": "Pug", "jade": "Jade"}
# Endings of template languages: what they hold is told by the ending before, or by the content.
TEMPLATE_SUFFIXES: Final = frozenset(
    "j2 jinja jinja2 twig liquid hbs handlebars mustache erb ejs njk ftl ftlh tpl smarty php blade tmpl gotmpl gohtml"
    " tt2 spt heex eex cshtml razor latte jsp gsp vm vtl st mako mak".split()
)
_HASHED_LINE: Final = re.compile(r"^[ \t]*##[^\n]*", re.MULTILINE)
_TAG: Final = re.compile(
    r"<(?:!doctype|html|body|head|p|div|table|td|br|h[1-6]|ul|ol|li|a|b|strong|em|span|i)\b[^<]{0,500}>", re.I
)
_MARKUP: Final = re.compile(r"<[A-Za-z/!]|&#?\w+;")
# What lays out a page, so that line ends mean nothing; without any of it, tags are those of a text or of Markdown.
_LAYOUT: Final = re.compile(
    r"<(?:!doctype|html|body|head|p|div|table|tr|td|center|h[1-6]|ul|ol|section|mj-\w+)\b[^<]{0,500}>", re.I
)
_BREAK: Final = re.compile(r"<br\s*/?>", re.I)
_EMPTY_LINE: Final = re.compile(r"\n[ \t]*\r?\n")
_LARAVEL_MAIL: Final = re.compile(r"@component\(\s*['\"]mail::|<x-mail::")
_MARKDOWN: Final = re.compile(r"^#{1,4} (?!empathy-lint|lint-o)\S|(?<![\\\])])\[[^\[\]\n]{1,120}\]\([^()\s]", re.M)


def known_formats() -> tuple[str, ...]:
    """The names of all formats: ours, then those of installed packages."""
    return (*FORMATS, *(name for name in plugin_format.names() if name not in FORMATS))


def is_container(format_name: str) -> bool:
    """Whether a file of a format holds texts that are read by themselves; raises KeyError for an unknown format."""
    if format_name in FORMATS:
        return format_name in _FINDERS
    return plugin_format.plugin_format(format_name).is_container


def extensions() -> frozenset[str]:
    """The endings of files that are read, without dots."""
    ours = frozenset(_BY_SUFFIX) | frozenset(_CONTAINERS_BY_SUFFIX) | frozenset(PACKED_BY_SUFFIX) | TEMPLATE_SUFFIXES
    ours |= {"js"}  # where it holds JSX
    return ours | frozenset(plugin_format.names())


def is_read(path: str, options: ReadingOptions = DEFAULT_READING) -> bool:
    """Whether a file that was met in a folder looks like messages; of tables, those with a column of messages."""
    suffix = PurePath(path).suffix[1:].lower()
    if _is_android(path):
        return True
    if PACKED_BY_SUFFIX.get(suffix) == "xlsx":
        return _holds_messages(path, options)
    if suffix == "xml":
        return _is_odoo(path, options)
    return suffix in extensions() and (suffix not in _TABLES or _names_messages(path, options))


def _holds_messages(path: str, options: ReadingOptions) -> bool:
    try:
        with Path(path).open("rb") as file:
            return holds_messages(path, file.read(options.limits.document_bytes + 1), options)
    except OSError:
        return True  # reading it tells what is wrong


def _names_messages(path: str, options: ReadingOptions) -> bool:
    from empathy_lint.reading.csv_format import is_table_of_messages

    try:
        with Path(path).open("rb") as file:
            data = file.read(_HEADER_BYTES)
    except OSError:
        return True  # reading it tells what is wrong
    encoding = encoding_of(data)
    try:
        text = data[len(encoding.mark) :].decode(encoding.codec, "replace")
        return is_table_of_messages(text, options.columns)
    except LookupError:
        return True


def _is_odoo(path: str, options: ReadingOptions) -> bool:
    """Whether it is a data file of Odoo's with templates of messages."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(_HEADER_BYTES)
            root = _ROOT.match(data.decode("utf-8", "replace"))
            if root is None or root[1] not in _ODOO:
                return False
            data += file.read(options.limits.file_bytes)
    except OSError:
        return False
    return _of_odoo(data.decode("utf-8", "replace")) is not None


def _is_android(path: str) -> bool:
    """Whether it is the file of strings in a folder of values, where Android keeps them."""
    name = PurePath(path)
    return name.name == "strings.xml" and name.parent.name.partition("-")[0] == "values"


def container_of(path: str, text: str) -> str | None:
    """The container format of a file, of XML by its root, of PHP where it is no page; None where it is no container."""
    if _is_android(path):
        return "android"
    suffix = PurePath(path).suffix[1:].lower()
    root = _ROOT.match(text) if suffix == "xml" else None
    if suffix == "php" and not path.lower().endswith(".blade.php"):
        return _of_php(text)
    if suffix == "js":
        return "jsx" if holds_jsx(text) else None
    if root and root[1] in _ODOO:
        return _of_odoo(text)
    return _BY_ROOT.get(root[1]) if root else _CONTAINERS_BY_SUFFIX.get(suffix)


def _of_odoo(text: str) -> str | None:
    from empathy_lint.reading.odoo_format import holds_templates  # only where a file of Odoo's is met

    return "odoo" if holds_templates(text) else None


def _of_php(text: str) -> str | None:
    from empathy_lint.reading.code.php_array_format import is_php_array  # only where a file of PHP is met

    if is_php_array(text):
        return "php-array"
    return "php" if _PHP.match(text) else None


def format_of(path: str, text: str) -> str:
    """The format of a file: by its name, unless its content plainly is another's.

    Mail services store Markdown as `.html` and `.txt`; without a tag, or with headings and links, it is Markdown.
    """
    container = container_of(path, text) or _plugin_of(path)
    if container is not None:
        return container
    named = _named(path)
    if named is None and _writes_text(text):
        return "text"
    if "##" in text and _comments_by_hashes(path.lower(), text):
        text = _HASHED_LINE.sub("", text)
    if named == "markdown" or (named != "text" and _TAG.search(text) and not (named is None and _is_laid_out(text))):
        return named or "html"
    if _MARKDOWN.search(text) or _LARAVEL_MAIL.search(text) or (named is None and _TAG.search(text)):
        return "markdown"
    # A page without any markup is a text.
    return "text" if named == "html" and not _MARKUP.search(text) else named or "text"


def _writes_text(text: str) -> bool:
    """Whether it is a stylesheet of XSLT that makes plain text."""
    from empathy_lint.reading.template_languages.tag_libraries import writes_text  # only where such a stylesheet is met

    return "<xsl:output" in text and writes_text(text)


def _comments_by_hashes(path: str, text: str) -> bool:
    """Whether a line behind “##” is a comment, not a heading."""
    from empathy_lint.reading.template_languages.mako import is_mako  # only where such a line is met
    from empathy_lint.reading.template_languages.velocity import is_velocity

    return is_velocity(path, text) or is_mako(path, text)


def _is_laid_out(text: str) -> bool:
    """Whether lines and empty lines lay a text out, though it has tags: Laravel's Markdown, bold words in a text."""
    if _LARAVEL_MAIL.search(text):
        return True
    if _LAYOUT.search(text):
        return False
    return bool(_MARKDOWN.search(text)) or (_EMPTY_LINE.search(text.strip()) is not None and not _BREAK.search(text))


def _plugin_of(path: str) -> str | None:
    """The format of an installed package whose name a file ends in, unless the ending is one of ours."""
    suffix = PurePath(path).suffix[1:].lower()
    ours = (_BY_SUFFIX, _CONTAINERS_BY_SUFFIX, PACKED_BY_SUFFIX, TEMPLATE_SUFFIXES)
    return suffix if suffix in plugin_format.names() and not any(suffix in each for each in ours) else None


def _named(path: str) -> str | None:
    for suffix in reversed(PurePath(path).suffixes):
        name = suffix[1:].lower()
        if name in _BY_SUFFIX:
            return _BY_SUFFIX[name]
        if name not in TEMPLATE_SUFFIXES:
            break
    return None


def reader_of(format_name: str) -> ReadBlocks:
    """The function that reads blocks of a format; raises KeyError for a format that is not known."""
    if format_name not in FORMATS:
        return plugin_format.plugin_format(format_name).call("read_blocks")
    read: ReadBlocks = import_module(_MODULES[format_name]).read_blocks
    return read


def finder_of(format_name: str) -> FindEntries:
    """The function that finds the entries of a container; raises KeyError for what is none."""
    if format_name not in FORMATS:
        return plugin_format.plugin_format(format_name).call("find_entries")
    find: FindEntries = import_module(_FINDERS[format_name]).find_entries
    return find
