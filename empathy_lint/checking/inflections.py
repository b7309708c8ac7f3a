"""The forms of an English word, for `[pay]` in phrases.

A table and the spelling rules rather than a library: a phrase may find a form that nobody writes ("payed"),
it may not miss one that people do, and packs are loaded in runs that never need a language model.
"""

from __future__ import annotations

from typing import Final

_IRREGULAR: Final = {
    forms.split()[0]: tuple(forms.split())
    for forms in (
        "be am is are was were been being",
        "have has had having",
        "do does did done doing",
        "go goes went gone going",
        "become becomes became becoming",
        "begin begins began begun beginning",
        "bind binds bound binding",
        "bring brings brought bringing",
        "break breaks broke broken breaking",
        "build builds built building buildings",
        "buy buys bought buying",
        "catch catches caught catching",
        "choose chooses chose chosen choosing",
        "come comes came coming",
        "cost costs costing",
        "cut cuts cutting",
        "deal deals dealt dealing dealings",
        "draw draws drew drawn drawing",
        "fall falls fell fallen falling",
        "feel feels felt feeling feelings",
        "fight fights fought fighting",
        "find finds found finding findings",
        "forbid forbids forbade forbidden forbidding",
        "forget forgets forgot forgotten forgetting",
        "forgive forgives forgave forgiven forgiving",
        "freeze freezes froze frozen freezing",
        "get gets got gotten getting",
        "give gives gave given giving",
        "grow grows grew grown growing",
        "hear hears heard hearing hearings",
        "hide hides hid hidden hiding",
        "hit hits hitting",
        "hold holds held holding",
        "hurt hurts hurting",
        "keep keeps kept keeping",
        "know knows knew known knowing",
        "lay lays laid laying",
        "lead leads led leading",
        "leave leaves left leaving",
        "lend lends lent lending",
        "let lets letting",
        "lie lies lied lying",
        "lose loses lost losing",
        "make makes made making",
        "mean means meant meaning",
        "meet meets met meeting meetings",
        "pay pays paid paying",
        "put puts putting",
        "read reads reading",
        "run runs ran running",
        "say says said saying",
        "see sees saw seen seeing",
        "seek seeks sought seeking",
        "sell sells sold selling",
        "send sends sent sending",
        "set sets setting",
        "show shows showed shown showing",
        "shut shuts shutting",
        "speak speaks spoke spoken speaking",
        "spend spends spent spending",
        "stand stands stood standing",
        "steal steals stole stolen stealing",
        "stick sticks stuck sticking",
        "strike strikes struck striking",
        "take takes took taken taking",
        "teach teaches taught teaching",
        "tell tells told telling",
        "think thinks thought thinking thoughts",
        "throw throws threw thrown throwing",
        "understand understands understood understanding",
        "undo undoes undid undone undoing",
        "withdraw withdraws withdrew withdrawn withdrawing",
        "withhold withholds withheld withholding",
        "write writes wrote written writing",
        "win wins won winning",
        "person persons people",
        "child children",
        "man men",
        "woman women",
        "life lives",
    )
}
_VOWELS: Final = frozenset("aeiou")
# The last consonant doubles here too, in one spelling or the other; single syllables need no list.
_DOUBLED: Final = {
    *("admit", "cancel", "commit", "control", "defer", "enrol", "equip", "fulfil", "incur", "label", "occur"),
    *("omit", "permit", "prefer", "rebut", "refer", "regret", "remit", "submit", "transfer", "travel"),
}


def inflections(word: str) -> tuple[str, ...]:
    """The word and its forms as a verb and as a noun, lower case, without repeats: pay, pays, paid, paying."""
    return tuple(dict.fromkeys([word, *(_IRREGULAR.get(word) or _regular(word))]))


def _regular(word: str) -> list[str]:
    if word.endswith("e"):
        ing = word[:-2] + "ying" if word.endswith("ie") else word + "ing" if word.endswith("ee") else word[:-1] + "ing"
        return [word, word + "s", word + "d", ing]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return [word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"]
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    forms = [word, plural, word + "ed", word + "ing"]
    if _doubles(word):
        forms += [word + word[-1] + "ed", word + word[-1] + "ing"]
    return forms


def _doubles(word: str) -> bool:
    if word in _DOUBLED:
        return True
    before, last = word[-2:-1], word[-1]
    vowels = sum(letter in _VOWELS for letter in word)
    return vowels == 1 and before in _VOWELS and last not in _VOWELS | set("wxy")
