"""Words of sanctions: what is done, with what, to whom, and what a condition demands."""

from __future__ import annotations

from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.facts.lexicon import inflected

FUTURE: Final = frozenset("will 'll shall may might could would can must wo".split())
# Done to the reader's things, these are sanctions by themselves.
HARMS: Final = inflected(
    """suspend terminate cancel close disconnect restrict deactivate delete evict repossess sue prosecute
        fine penalise penalize withdraw withhold forfeit revoke void block freeze lock disable
        downgrade seize garnish escalate reject refuse deny remove disqualify ban expel dismiss
        discipline decline limit interrupt discontinue archive foreclose impound bar exclude
        blacklist reclaim retrieve confiscate dispose destroy strike tow eject discharge downgrade
        throw scrap"""
)
# Sanctions when what they are done with, or to, is on the list below.
LEADING: Final = inflected(
    """take begin start issue apply commence initiate pursue bring instruct refer pass report register
        record add impose charge levy send share forward transfer hand sell assign place file enter
        seek recover notify inform involve appoint consider proceed raise bill deduct collect visit
        attend request demand enforce increase cut shut turn switch incur face attract accrue lead
        result"""
)
WEAPONS: Final = frozenset(
    """action actions proceedings claim court tribunal legal fee fees charge charges penalty penalties fine
        fines costs cost interest surcharge bailiff bailiffs agent agents agency agencies collector
        collectors collection collections solicitor solicitors lawyer lawyers attorney attorneys
        debt eviction warrant default strike police authorities sanction sanctions enforcement
        possession lien judgment judgement ccj summons disciplinary bureau bureaus consequences
        termination suspension disconnection cancellation closure repossession prosecution
        restriction restrictions forfeiture removal withdrawal off""".split()
)
# Losses: the reader is the subject, and something is taken.
LOSSES: Final = inflected("lose forfeit incur face risk owe")
# How something left undone leads to a sanction, and the words of the sanction.
BRINGING: Final = frozenset("result lead mean cause trigger bring see risk incur attract".split())
BROUGHT: Final = (
    WEAPONS | HARMS | frozenset("bailiff bailiffs agents losing lose losses prison jail stopped sanctioned".split())
) - frozenset("off claim interest cost costs default reject refuse decline limit block delete close end lock".split())
# These only sound hard when a condition hangs over them.
ENDINGS: Final = inflected(
    """lapse expire end stop cease reset return affect delay release void return fall bounce drop"""
)
# What one is glad to have cancelled, removed or refused.
BURDENS: Final = frozenset(
    """fee fees charge charges penalty fine debt block restriction restrictions limit hold flag strike
        interest error duplicate marker it them""".split()
)
ENFORCERS: Final = WEAPONS | frozenset(
    """officers officer company council landlord department bank team interest""".split()
)
# Whatever these will do, they will do it against the reader.
VISITORS: Final = frozenset("bailiff bailiffs agent agents officers collector collectors".split())
OTHERWISE: Final = re.compile(r"\b(?:otherwise|or\s+else|failing\s+(?:which|this|that))\b", re.IGNORECASE)
OR: Final = re.compile(
    r"\bor\s+(?:(?:your|ur|we|we'll|i|it|the|all|this|legal|further|a|an|they|access|supply|service"
    r"|no)\b(?:(?!\band\b)[^,;.?])*)?$",
    re.IGNORECASE,
)
OPEN_HELPERS: Final = frozenset({"can", "could", "may", "might", "would"})
REASSURING: Final = frozenset({"not", "n't", "never", "no", "nothing", "nobody", "neither", "without"})
DEMANDED: Final = frozenset(
    """payment payments balance amount amounts debt arrears sum account invoice bill fee rent money funds
        documents form response reply information evidence details contact confirmation it this
        these""".split()
)
PAYING: Final = frozenset("pay settle clear act respond comply".split())
WISHING: Final = frozenset(
    """want wish prefer like need ask request choose tell decide cancel close leave have feel think believe
        agree would rather find are 're lose notice see suspect delete remove""".split()
)
DONE: Final = frozenset(
    """pay paid pays receive received receives clear cleared clears settle settled make made returned
        return complete completed submitted submit provided provide respond reply update updated
        verified verify confirmed confirm supplied supply cleared met rectified resolved contact act
        reached hear heard""".split()
)
# What leaves the sender with no choice, or with the right.
COMPULSION: Final = frozenset("right reserve going forced obliged compelled choice option alternative".split())
ASKED_FOR: Final = frozenset({"request", "requested", "want", "wish", "ask", "asked"})
SPOILT: Final = frozenset("stolen lost faulty duplicate fraudulent wrong damaged missing old expired".split())
# To be told of something is no sanction, whatever it is.
NEWS: Final = frozenset("letter letters email emails text message news decision copy details date reminder".split())
UNMET: Final = frozenset(
    "fail fails failed refuse ignore continue continues remains remain unpaid outstanding overdue".split()
)
