"""Which files of JSX are mails: what they import, which elements they hold, and where they stand."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

# JSX behind what an element may stand behind; a string that holds HTML has a quote there.
_JSX: Final = re.compile(r"(?:\breturn\b|=>|[=(?:,]|&&)\s*(?:\(\s*)?<(?:>|[A-Za-z][\w.]*[\s/>])")
_PACKAGE: Final = re.compile(
    r"['\"](?:npm:|https://esm\.sh/)?(?:@react-email/[\w-]+|react-email|jsx-email|@jsx-email/[\w-]+|(?:@faire/)?mjml-react"
    r"|@leapfrog[\w-]*/react-email|react-html-email)(?:@[\w.^~-]+)?(?:/[\w/-]*)?['\"]"
)
# What only a page in a browser has: handlers, hooks, links and icons of an application.
_BROWSER: Final = re.compile(
    r"['\"]use client['\"]|\bon[A-Z]\w{1,30}=\{|\buse(?:State|Effect|Ref|Router|Navigate|Memo|Callback|Reducer|Query"
    r"|Mutation|Form|Session|Params|SearchParams|Pathname|Selector|Dispatch|Context|Store|Toast|Auth|Swr|SWR)\w*\("
    r"|['\"](?:next/(?:link|image|navigation|router|dynamic)|react-router[\w-]*|lucide-react|framer-motion|react-icons/\w+"
    r"|@mui/[\w-]+|@chakra-ui/[\w-]+|antd|@/components/ui/[\w-]+)['\"]"
)
_WHOLE: Final = re.compile(
    r"<(?:[Hh]tml|[Bb]ody|Mjml|\w{0,30}E?[Mm]ail(?:Layout|Wrapper|Base|Container|Template)|Base(?:Email|Mail)\w{0,30})\b"
)
_WORD: Final = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_MAIL: Final = frozenset("mail mails mailer mailers email emails emailer transactional".split())
_TEMPLATES: Final = frozenset({"template", "templates"})
_TESTS: Final = re.compile(r"\.(?:test|spec|stories|story|d)\.")
_ROUTES: Final = frozenset("page loading error not-found route default".split())  # files that Next.js makes pages of


def holds_jsx(text: str) -> bool:
    """Whether a file of JavaScript holds elements."""
    return ("</" in text or "/>" in text) and _JSX.search(text) is not None


def imports_mail(text: str) -> bool:
    """Whether a file imports what mails are made of."""
    return _PACKAGE.search(text) is not None


def is_mail(path: str, text: str) -> bool:
    """Whether a file that was met in a folder is a mail, or a part of mails: no page of an application is one."""
    name = PurePath(path)
    if _TESTS.search(name.name) or _BROWSER.search(text):
        return False
    if imports_mail(text):
        return True
    if name.stem in _ROUTES:
        return False
    words = {word.lower() for part in name.parts[-3:-1] for word in _WORD.findall(part)}
    own = {word.lower() for word in _WORD.findall(name.stem)}
    if own & _MAIL and own & _TEMPLATES:
        return True
    return bool(words & _MAIL) or (bool(own & _MAIL) and _WHOLE.search(text) is not None)
