"""What the calls and names of mailers are called: which of their strings a recipient reads. Data, no logic.

Part names are those of catalogues (`subject`, `body`, `html` …), and mean the same.
"""

from __future__ import annotations

import re
from typing import Final

# Translation calls: name, and the places of their texts. Ruby's `default:` goes before.
TRANSLATIONS: Final[dict[str, tuple[int, ...]]] = {
    **dict.fromkeys(
        "_ __ _e _x _ex esc_html__ esc_html_e esc_html_x esc_attr__ esc_attr_e esc_attr_x gettext gettext_lazy"
        " gettext_noop ugettext ugettext_lazy lazy_gettext trans translate trans_choice t l lang".split(),
        (0,),
    ),
    **dict.fromkeys("ngettext ngettext_lazy ungettext ungettext_lazy lazy_ngettext _n _nx n_".split(), (0, 1)),
    **dict.fromkeys("pgettext pgettext_lazy lazy_pgettext".split(), (1,)),
    **dict.fromkeys("npgettext npgettext_lazy".split(), (1, 2)),
}
# The same by a method of a class whose name says what it is about: Lang::get, I18n.t.
TRANSLATORS: Final = re.compile(r"(?:Lang|I18n|Translator|translator)\Z")
TRANSLATOR_METHODS: Final = frozenset("get choice t t! translate trans".split())
# Laravel's translations name their values `:amount`.
COLON_NAMES: Final = frozenset("__ trans trans_choice lang get choice".split())

# Methods that add words to a mail, and the part that each of their arguments is; an empty one is none.
BUILDERS: Final[dict[str, tuple[str, ...]]] = {
    "subject": ("subject",),
    "setSubject": ("subject",),
    "set_subject": ("subject",),
    "greeting": ("greeting",),
    "line": ("line",),
    "lineIf": ("", "line"),
    "lines": ("line",),
    "linesIf": ("", "line"),
    "salutation": ("salutation",),
    "action": ("button",),
    "setBody": ("body",),
    "set_content": ("body",),
    "setTextBody": ("text",),
    "setHtmlBody": ("html",),
    "attach_alternative": ("html",),
    "add_alternative": ("html",),
    "html": ("html",),
    "text": ("text",),
}
# Functions that send or make a mail, and the part that each of their arguments is.
SENDERS: Final[dict[str, tuple[str, ...]]] = {
    "send_mail": ("subject", "body"),
    "EmailMessage": ("subject", "body"),
    "EmailMultiAlternatives": ("subject", "body"),
    "MIMEText": ("body",),
    "mail": ("", "subject", "body"),
    "mb_send_mail": ("", "subject", "body"),
    "wp_mail": ("", "subject", "body"),
}
# Whatever else is called: with such words in its name, `subject=` and `body=` are parts of a message.
SAYS_MESSAGE: Final = re.compile(
    r"mail|message|notif|sms|send|letter|deliver|envelope|campaign|template|alert|remind|push", re.IGNORECASE
)
# Parts by other names than those in catalogues.
OTHER_NAMES: Final = {
    "html_message": "html",
    "message_html": "html",
    "html_part": "html",
    "alt_body": "text",
    "plain_text_content": "text",
    "plain_body": "text",
    "message_text": "text",
    "line": "line",
}
# Functions that give back the words they are given.
WRAPPERS: Final = frozenset(
    "sprintf vsprintf format dedent cleandoc trim nl2br mark_safe format_html HtmlString Markup raw html_escape e strtr"
    " str".split()
)
# Methods that give back the words they are called on.
CHANGERS: Final = frozenset(
    "format format_map strip lstrip rstrip squish html_safe freeze chomp strip_heredoc replace gsub dedent".split()
)
