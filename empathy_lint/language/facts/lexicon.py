"""Word lists written as base forms."""

from __future__ import annotations

from typing import Final

_IRREGULAR: Final = {
    "take": "takes took taken taking", "begin": "begins began begun beginning", "bring": "brings brought bringing",
    "send": "sends sent sending", "sell": "sells sold selling", "seek": "seeks sought seeking",
    "withdraw": "withdraws withdrew withdrawn withdrawing", "withhold": "withholds withheld withholding",
    "freeze": "freezes froze frozen freezing", "cut": "cuts cutting", "shut": "shuts shutting",
    "lose": "loses lost losing", "fall": "falls fell fallen falling", "forbid": "forbids forbade forbidden forbidding",
    "refer": "refers referred referring", "incur": "incurs incurred incurring", "ban": "bans banned banning",
    "bar": "bars barred barring", "stop": "stops stopped stopping", "drop": "drops dropped dropping",
    "cancel": "cancels cancelled canceled cancelling canceling", "expel": "expels expelled expelling",
    "transfer": "transfers transferred transferring", "reset": "resets resetting", "levy": "levies levied levying",
    "strike": "strikes struck striking", "throw": "throws threw thrown throwing", "scrap": "scraps scrapped",
    "pay": "pays paid paying", "let": "lets letting",
}  # fmt: skip


def inflected(bases: str) -> frozenset[str]:
    """All forms of the verbs in a list of base forms parted by white space."""
    return frozenset(form for base in bases.split() for form in (base, *_forms(base)))


def _forms(base: str) -> list[str]:
    if base in _IRREGULAR:
        return _IRREGULAR[base].split()
    if base.endswith("e"):
        return [base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return [base + "es", base + "ed", base + "ing"]
    return [base + "s", base + "ed", base + "ing"]
