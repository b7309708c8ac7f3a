"""What the components of mails are called, and which of their properties are seen: data, and how names are told."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Shown(NamedTuple):
    """What an element becomes on the page: a tag with attributes; no tag where only what it holds is seen."""

    tag: str
    attributes: str = ""


NOTHING: Final = Shown("")
PREHEADER: Final = Shown("div", ' class="preheader"')
BUTTON: Final = Shown("a", ' role="button"')
LINK: Final = Shown("a")
HEADING: Final = Shown("h2")
PARAGRAPH: Final = Shown("p")
DIVISION: Final = Shown("div")
SPAN: Final = Shown("span")

# Components by their whole name: those of React Email, jsx-email and React itself.
_BY_NAME: Final[dict[str, Shown]] = {
    "Html": Shown("html"),
    "Head": Shown("head"),
    "Body": Shown("body"),
    "Mjml": Shown("mjml"),
    "Preview": PREHEADER,
    "PreviewText": PREHEADER,
    "Preheader": PREHEADER,
    "Row": Shown("tr"),
    "Column": Shown("td"),
    "Trans": SPAN,
    "Translate": SPAN,
    "FormattedMessage": SPAN,
    "CodeInline": SPAN,
    "Raw": DIVISION,
    **dict.fromkeys("Fragment Tailwind Suspense Conditional StrictMode".split(), NOTHING),
}
# Components of a sender by the last word of their name.
_BY_WORD: Final[dict[str, Shown]] = {
    **dict.fromkeys(
        "text paragraph para p copy muted intro note greeting signature lead message hint quote".split(), PARAGRAPH
    ),
    **dict.fromkeys("heading title headline subheading subtitle h1 h2 h3 h4".split(), HEADING),
    **dict.fromkeys("button cta btn".split(), BUTTON),
    **dict.fromkeys("link anchor a".split(), LINK),
    "footer": Shown("footer"),
    **dict.fromkeys("item bullet step li".split(), Shown("li")),
    **dict.fromkeys(
        "bold strong em italic span highlight mark code money currency amount date time username inline b i u".split(),
        SPAN,
    ),
    **dict.fromkeys("hr divider separator spacer rule".split(), Shown("hr")),
    **dict.fromkeys("img image logo avatar icon".split(), Shown("img")),
    **dict.fromkeys("cell td col".split(), Shown("td")),
}
# Elements whose content nobody reads.
UNSEEN: Final = frozenset("style script Style Font svg Svg CodeBlock code-block noscript".split())
VOID: Final = frozenset("br hr img wbr".split())
# Tags that end a block of prose; all that has a kind of its own does, too.
_BLOCKS: Final = frozenset(
    "html head body mjml div p section article header footer main table thead tbody tfoot tr td th ul ol li dl dt dd h1"
    " h2 h3 h4 h5 h6 hr blockquote pre center title address nav aside figure figcaption form button caption".split()
)
_WORD: Final = re.compile(r"[A-Z]?[a-z]+\d*|[A-Z]+(?![a-z])\d*|\d+")
_MJML: Final = re.compile(r"Mjml([A-Z]\w*)\Z")
_HEADING_STYLES: Final = frozenset("heading title headline h1 h2 h3".split())

# Properties of a sender's own components, by the last words of their names: what they become on the page.
_PROPERTIES: Final = (
    (re.compile(r"preview|previewtext|preheader|preheadertext"), PREHEADER),
    (re.compile(r"subject|emailsubject"), Shown("title")),
    (re.compile(r"(?:.*)(?:title|heading|headline)"), HEADING),
    (re.compile(r"(?:button|cta|action|link)(?:text|label|title|copy)|cta"), BUTTON),
    (re.compile(r"footer(?:text|note)?|legal|disclaimer"), Shown("footer")),
    (
        re.compile(
            r"(?:.*)(?:text|message|description|body|copy|subtitle|subheading|greeting|intro|introduction|note|reason"
            r"|warning|caption|summary|details|paragraph|closing|signoff|tagline|hint|label|content|children)"
        ),
        PARAGRAPH,
    ),
)
# Of these only sentences are read: as often they are names of things.
_NAMES_THINGS: Final = re.compile(r"(?:.*)(?:label|text|content|body|note|title)", re.I)
# What only machines read, whatever its name ends in.
_MACHINE: Final = re.compile(r"(?:aria|data)-.*|class(?:name)?|style|key|id|alt|src|href|.*(?:color|url|class|style)")
BEHIND: Final = (BUTTON, Shown("footer"))


def words_of_name(name: str) -> list[str]:
    """The words of `paymentFailed`, `PaymentFailed` or `payment_failed`."""
    return [word.lower() for word in _WORD.findall(name)]


def shown_as(name: str, style: str, *, is_in_line: bool) -> Shown:
    """What the element of a name is on the page; `style` is what its style is called; in a line it ends no block."""
    last = name.rpartition(".")[2]
    if last[:1].islower() or not last:
        known: Shown | None = Shown(last)
    elif mjml := _MJML.match(last):
        words = "-".join(words_of_name(mjml[1]))
        known = Shown(f"mj-{words}")
    else:
        known = _BY_NAME.get(last) or _BY_WORD.get((words_of_name(last) or [""])[-1])
    if known is None:
        return SPAN if is_in_line else DIVISION
    is_title = known.tag == "p" and (words_of_name(style) or [""])[-1] in _HEADING_STYLES
    return HEADING if is_title else known


def is_block(shown: Shown) -> bool:
    """Whether the tag ends a block of prose."""
    return shown.tag in _BLOCKS or shown.tag.startswith("mj-") or bool(shown.attributes)


def is_library(name: str) -> bool:
    """Whether a component is one of a library for mails, whose properties hold no words."""
    return name in _BY_NAME or name in ("Text", "Heading", "Button", "Link", "Img", "Hr", "Container", "Section")


def shown_property(name: str) -> Shown | None:
    """What a property becomes on the page; None for one that nobody reads."""
    plain = name.lower().replace("_", "")
    if _MACHINE.fullmatch(plain):
        return None
    return next((shown for pattern, shown in _PROPERTIES if pattern.fullmatch(plain)), None)


def is_read_as_words(name: str, text: str) -> bool:
    """Whether a property's string is words for a reader: a sentence, or, where the name says so, a label."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    if not words:
        return False
    return len(words) > 1 if _NAMES_THINGS.fullmatch(name) and not name.lower().startswith(("button", "cta")) else True
