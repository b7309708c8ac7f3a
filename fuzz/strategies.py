"""Inputs as hypothesis makes them: jumbles of what formats and dialects are written with, and real files spoiled."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from empathy_lint.reading.formats import FORMATS
from empathy_lint.reading.template_syntax import DELIMITERS
from fuzz.seeds import DIALECT_NAMES, seeds

# Written with a sign for the space, so that pieces can hold spaces.
_PROSE: Final = (
    "You_must_pay_now. If_you_do_not_pay,_we_will_take_legal_action. We_are_sorry. Dear_Sam, Call_us. ! ? , — é 你好 😀 "
    "👩‍👩‍👧 NOW PAY_IMMEDIATELY_OR_ELSE Thank_you a 0 ½ ﷽ ı ß"
)
_CODE: Final = (
    "{%_if_a_%} {%_elif_b_>_3_%} {%_else_%} {%_endif_%} {%_for_x_in_y_%} {%_endfor_%} {{_x_}} {{#if_a}} {{else}} {{/if}} "
    "{{^a}} {{/a}} {{>_p}} <%_if_a_%> <%_end_%> <%=_x_%> <#if_a> <#else> </#if> @if(a) @else @endif @lang('Pay') "
    "{if_$a} {/if} {$x} %{x} ${x} %s %1$s %% ((x)) ((a??b)) *|IF:A|* *|END:IF|* *|X|* [[x]] [Due_Date] %%x%% %%[_if_ "
    "]%% %%=v(@x)=%% {a,_plural,_one_{x}_other_{y}} {a,_select,_x_{ } {0} _('Go_on') {{_'Pay'|trans_}} {#_x_#} {*_x_*}"
)
_MARKUP: Final = (
    "<p> </p> <div <b> </b> <br> <a_href='x'> </a> <!-- --> <![CDATA[ ]]> <!DOCTYPE_html> <table><tr><td> <style> "
    "</style> <script> <title> </title> <img_alt='Pay_now'> < > & &amp; &#0; &#x110000; &#xD800; &nbsp; &lt; &notit; "
    "#_ ##_ **_ __ ` ``` [a](b) ![a]( | --- === - * 1. > \\ \\u0041 \\ud800 \\n \\\" \" ' ''' : - & ! ? , { } [ ] ( ) = "
    "msgid_\"\" msgstr_\"a\" msgctxt # key:_ - <trans-unit> <source> <target> <string_name='a'> Content-Type:_text/html"
)
_SIGNS: Final = (
    "\n", "\n\n", "\r\n", "\r", "\t", " ", "    ", "\0", "\x01", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x85", "\xa0", "\xad",
    "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ue000", "\ufffe", "\U0010ffff", "\u0301", "pаy",
    "---\n", "---\nchannel: sms\n---\n", "<!-- empathy-lint: off -->", "{# empathy-lint: ignore-next jargon -- x #}",
)  # fmt: skip


def _pieces(words: str) -> list[str]:
    return [word.replace("_", " ") for word in words.split(" ") if word]


_DELIMITERS: Final = [sign for row in DELIMITERS for sign in (row.opener, row.closer)]
PIECES: Final = st.sampled_from([*_pieces(f"{_PROSE} {_CODE} {_MARKUP}"), *_SIGNS, *_DELIMITERS])


def _repeated(rows: list[tuple[str, int]]) -> str:
    return "".join(piece * times for piece, times in rows)


TEXTS: Final = st.one_of(
    st.lists(st.tuples(PIECES, st.sampled_from([1, 1, 1, 1, 2, 3, 40])), max_size=40).map(_repeated),
    st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join),
)


def _spoiled(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """The data with stretches of it replaced: where (0 to 1), how many bytes, by what."""
    for where, length, piece in edits:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


_EDITS: Final = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from([0, 0, 1, 2, 7, 40, 400]),
        st.one_of(PIECES.map(lambda piece: piece.encode("utf-8", "surrogatepass")), st.binary(max_size=6)),
    ),
    min_size=1,
    max_size=8,
)


@st.composite
def files_of(draw: st.DrawFn, format_name: str) -> tuple[str, bytes]:
    """A name and bytes for a format: a file of ours, spoiled; now and then cut short, or in another encoding."""
    name, data = draw(st.sampled_from(seeds()[format_name]))
    data = _spoiled(data, draw(_EDITS))
    codec = draw(st.sampled_from(["", "", "", "", "utf-16", "utf-32", "utf-8-sig", "cp1252", "utf-7"]))
    if codec:
        data = data.decode("utf-8", "ignore").encode(codec, "ignore")
    return name, data


@st.composite
def jumbles(draw: st.DrawFn) -> tuple[str, bytes]:
    """A name, which tells a dialect or nothing, and a jumble as its content."""
    text = "Hello. " + draw(TEXTS)
    return draw(st.sampled_from(DIALECT_NAMES)), text.encode("utf-8", "surrogatepass")


FORMAT_NAMES: Final = st.sampled_from(FORMATS)
