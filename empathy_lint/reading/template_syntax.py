"""What the template languages look like: delimiters, block words, branches, translation calls. Data, no logic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final


class TokenKind(str, Enum):
    """What a stretch of template code gives the recipient."""

    OUTPUT = "output"  # a value: a placeholder in the prose
    STATEMENT = "statement"  # logic: nothing in the prose
    COMMENT = "comment"  # nothing in the prose; may hold a suppression
    ESCAPE = "escape"  # one character of a quoted string, written as several


@dataclass(frozen=True, slots=True)
class Delimiter:
    """An opener, its closer and what lies between; `reach` bounds the code for openers that prose may hold too."""

    opener: str
    closer: str
    kind: TokenKind
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class Dialect:
    """Which syntax a file is scanned for that would be prose in others."""

    erb: bool = False
    smarty: bool = False
    blade: bool = False
    magento: bool = False
    code_lines: bool = False


PLAIN: Final = Dialect()

_OUTPUT, _STATEMENT, _COMMENT = TokenKind.OUTPUT, TokenKind.STATEMENT, TokenKind.COMMENT

# Longer openers stand before those that begin alike.
DELIMITERS: Final = (
    Delimiter("{{!--", "--}}", _COMMENT),  # Handlebars
    Delimiter("{{--", "--}}", _COMMENT),  # Blade
    Delimiter("{{!", "}}", _COMMENT),  # Mustache
    Delimiter("{{{", "}}}", _OUTPUT),  # Handlebars, Mustache
    Delimiter("{{", "}}", _OUTPUT),  # Jinja, Liquid, Handlebars, Go; logic is told by its first word
    Delimiter("{!!", "!!}", _OUTPUT),  # Blade
    Delimiter("{%", "%}", _STATEMENT),  # Jinja, Django, Twig, Nunjucks, Liquid
    Delimiter("{#", "#}", _COMMENT),  # Jinja, Twig
    Delimiter("{*", "*}", _COMMENT),  # Smarty
    Delimiter("<%#", "%>", _COMMENT),  # ERB, EJS
    Delimiter("<%==", "%>", _OUTPUT),
    Delimiter("<%=", "%>", _OUTPUT),
    Delimiter("<%-", "%>", _OUTPUT),  # EJS output; in ERB a statement that trims
    Delimiter("<%", "%>", _STATEMENT),
    Delimiter("<?=", "?>", _OUTPUT),  # PHP
    Delimiter("<?php", "?>", _STATEMENT),
    Delimiter("[%#", "%]", _COMMENT),  # Perl's Template Toolkit
    Delimiter("[%", "%]", _OUTPUT, 300),
    Delimiter("<#--", "-->", _COMMENT),  # FreeMarker
    Delimiter("<#", ">", _STATEMENT),
    Delimiter("</#", ">", _STATEMENT),
    Delimiter("<@", ">", _STATEMENT),
    Delimiter("</@", ">", _STATEMENT),
    Delimiter("${", "}", _OUTPUT, 200),  # FreeMarker, JavaScript, Spring
    Delimiter("%{", "}", _OUTPUT, 80),  # Ruby, gettext
    Delimiter("((", "))", _OUTPUT, 80),  # GOV.UK Notify
    Delimiter("[[", "]]", _OUTPUT, 80),
    Delimiter("[(", ")]", _OUTPUT, 80),  # Thymeleaf, where a value stands in it: [(${name})]
    Delimiter("*|", "|*", _OUTPUT, 80),  # Mailchimp
    Delimiter("%%[", "]%%", _STATEMENT),  # AMPscript
    Delimiter("%%=", "=%%", _OUTPUT),
)

# Placeholders that a pattern finds whole. Names only: prose in brackets stays prose.
_NAME: Final = r"[A-Za-z_][A-Za-z0-9_]*(?:[.\-][A-Za-z0-9_]+)*"
SIMPLE_PLACEHOLDERS: Final = (
    r"%\([A-Za-z_][\w.]{0,60}\)[-#0 +]{0,3}\d{0,4}(?:\.\d{1,3})?[sdifrg]",  # %(amount)s
    r"%%[A-Za-z_][\w .\-]{0,60}%%",  # %%amount%%
    r"%[A-Z][A-Z0-9_]{2,40}%",  # %AMOUNT%
    r"(?<![\w%])%[a-z][A-Za-z0-9_.]{1,40}%(?![\w%])",  # %amount%
    r"(?<![\w%])%(?:\d{1,2}\$)?(?:\.\d{1,2})?[sd@](?![\w])",  # %s, %1$s
    rf"%?\{{{_NAME}(?:\[[^\]\n{{}}]{{0,40}}\])?(?:[:!][^{{}}\n]{{0,40}})?\}}",  # {name}, {amount:.2f}
    r"\{\d{1,2}\}",  # {0}
    # [Due Date], [AMOUNT], [first_name]: in title case, capitals or snake case, and not the text of a link
    r"\[(?:[A-Z][A-Za-z0-9]*(?:(?:['’]s)?(?: (?:of|the|and))*[ '’/\-][A-Z#][A-Za-z0-9]*){0,4}"
    r"|[A-Za-z]+(?:_[A-Za-z0-9]+)+)\](?![\[(:])",
    r"\[(?:[A-Za-z]+,? ){1,3}(?:name|address|number|date|amount|url|link|phone|email|LLC|Inc)\](?![\[(:])",
    r"\[(?:name|amount|date|year|phone|email|link|url|company|deadline)\](?![\[(:])",
    r"(?<=[a-z] )\[[xn]\](?= [a-z])",  # within [x] days; not a box that is ticked
    r"<<[A-Za-z_]\w{0,40}\.[A-Za-z_]\w{0,60}>>",  # <<borrowers.firstname>>, as Koha has it
    # <FIRSTNAME>, <amount due>, { First Name }: where the words name something that is filled in
    r"<[A-Za-z]\w{0,40}(?:[ -][A-Za-z]\w{0,40}){0,3}>",
    r"\{ ?[A-Za-z][a-z]{0,40}(?:[ ][A-Z][a-z]{0,40}){0,3} ?\}",
    r"\{!\$?[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){0,6}\}",  # {!Contact.FirstName}, as Salesforce has it
    r"\[[a-z][a-z_-]{1,40}(?::[a-z0-9][\w-]{0,40}){1,5}\](?![\[(:])",  # [user:display-name], as Drupal has it
    r"(?<![\w$])\$[A-Za-z_]\w{0,40}(?:\.\w{1,40}){0,4}\$(?![\w$])",  # $user.name$
    r"(?<![\w#&])#[A-Z][A-Z0-9_]{2,40}#(?![\w#])|(?<![\w#&])##[A-Z][A-Z0-9_]{2,40}##(?![\w#])",  # #NAME#, ##NAME##
    r"«[A-Za-z_]\w{0,60}(?: [A-Z#][A-Za-z0-9]{0,30}){0,4}»",  # «FirstName», as Word shows its merge fields
)
SMARTY: Final = (
    r"\{\$[^{}\n]{1,200}\}",  # {$amount|money}
    r"\{/?(?:if|else|elseif|foreach|foreachelse|section|capture|assign|include|literal|ldelim|rdelim|strip|for|while"
    r"|ts|nocache|crm\w+)"
    r"(?:[ \t](?:[^{}\n]|\{[^{}\n]{0,100}\}){0,300})?\}",
    r"(?<![\w%])%\d(?!\w)",  # {ts 1=$event.title}… for %1{/ts}, as CiviCRM has it
)
# <x-mail::button :url="$url">: no HTML, and to Markdown an address in angle brackets.
BLADE_COMPONENT: Final = r"</?x-[\w.:\-]{1,60}(?:\s(?:[^<>\"']|\"[^\"]{0,300}\"|'[^']{0,300}'){0,200})?>"

# First words of logic inside {{ … }} (Handlebars, Go templates).
MUSTACHE_LOGIC: Final = frozenset("# / ^ > & else end if range with define template block with- else- end-".split()) - {
    "&"
}
# First words of code that opens a block which a later word must close; `end…` closes the word itself.
OPENING_WORDS: Final = frozenset(
    "if unless for foreach while case switch block with range comment raw verbatim trans blocktrans blocktranslate"
    " autoescape filter macro call spaceless cache capture form tablerow paginate embed apply define ifchanged"
    " ifequal ifnotequal language localize list switch items compress escape attempt sep section literal strip".split()
)
# Words that only sometimes open a block ("set x = 1" does not, "set x" does), so their balance is not checked.
UNCHECKED_WORDS: Final = frozenset({"set", "trans", "case", "sep", "items", "section", "block", "call", "include"})
BRANCH_WORDS: Final = frozenset(
    "else elif elsif elseif elsecan elsecannot elsecanany elseauth elseguest when empty ^ default foreachelse plural"
    " pluralize".split()
)
# Statements whose strings may be sentences that the template prints later.
ASSIGNING_WORDS: Final = frozenset({"set", "assign"})
# Blocks whose text is what a catalogue knows its translations by.
TRANSLATING_WORDS: Final = frozenset({"trans", "blocktrans", "blocktranslate"})
HIDDEN_BLOCKS: Final = frozenset({"comment", "doc", "macro", "schema", "style", "stylesheet", "javascript"})

# Calls whose string arguments are prose. Those of `t` and `trans` are often keys: only strings with a space count.
TRANSLATION_CALL: Final = re.compile(
    r"(?<![\w.$>])(?:_|__|_e|_x|_n|ngettext|gettext|pgettext|npgettext|ugettext|lang|trans|trans_choice|i18n|t"
    r"|l)\s*\(\s*"
)
STRING: Final = re.compile(r"""(?:[rbuf]{0,2})("{3}|'{3}|"|')((?:\\.|(?!\1)[^\\])*)\1""", re.DOTALL | re.IGNORECASE)
STRING_ESCAPE: Final = re.compile(r"""\\(?:[nrt"'\\/]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\n)""")


@dataclass(frozen=True, slots=True)
class Token:
    """Template code at source[start:end]; `word` is the first word of logic.

    `text` is what an escape stands for, or what a statement says as most languages say it: "if late", "else".
    """

    kind: TokenKind
    start: int
    end: int
    word: str = ""
    text: str = ""
    closing: bool = False
    opening: bool = False

    @property
    def is_branch(self) -> bool:
        """Whether another way through the template begins here."""
        return self.kind is TokenKind.STATEMENT and self.word in BRANCH_WORDS
