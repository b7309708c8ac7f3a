"""Words by which a command is told from a noun, where the pipeline is unsure."""

from __future__ import annotations

from typing import Final

# Verbs with which messages tell people what to do, and which are nouns or adjectives as well.
AMBIGUOUS_VERBS: Final = frozenset(
    """access address answer book call cancel chat check claim click comment complete confirm contact copy
        deposit download email e-mail exit fax file fill fix follow form forward help hold install
        keep leave link list login log mail message move name note open order pay phone pick plan
        please post press print question quote rate read register renew repeat reply report request
        reset respond return review ring save scan schedule search select send set share show sign
        signup skip start stop submit swipe switch tap text top transfer turn type update upload use
        verify view visit wait watch write""".split()
)
# Verbs that hardly ever begin a sentence as anything else.
PLAIN_VERBS: Final = frozenset(
    """activate add allow apply arrange ask attach avoid be become begin bring browse bookmark buy choose
        clear click collect come compare consider contact decide describe discover do drop eat email
        enclose enjoy ensure enter explain explore find get give go have ignore imagine include
        inform insert join keep learn let log look make meet pay please provide put quote refer
        remember remove reply respond return select send settle sign speak stay submit take talk
        tell think try upload use verify visit wait work write wipe clean unplug restart boil run
        rinse drain wear pack label initial date seal fold stick place lift push pull save attach
        detach cut record rebook recharge upgrade revoke""".split()
)
BEFORE: Final = frozenset(
    """please pls plz kindly just also then so and or but now first firstly second secondly third next
        finally lastly simply always never instead alternatively otherwise therefore today meanwhile
        only do""".split()
)
OBJECTS: Final = frozenset(
    """a an the this that these those your our us me it them him her any all one each on in to at by for
        with from into back up out off over down through here there now today again online yes stop
        help what how why whether if when please before within until""".split()
)
# A noun that may be a verb is one before these ...
DETERMINERS: Final = frozenset(
    """a an the this that these those your our us me it them him her any all one each back now here online
        yes stop help out up off""".split()
)
# ... and, for a few verbs, before a preposition or a number.
WITH_PREPOSITION: Final = frozenset(
    """reply call visit log sign click tap talk speak write text respond contact switch scan look phone
    ring press dial""".split()
)
PLEASE: Final = frozenset({"please", "pls", "plz", "kindly"})
COMMAND_TAGS: Final = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "X"})
# Look like commands and are courtesies: "Thank you for …", "Hope this helps".
OPENING_CLAUSE: Final = frozenset(
    """to if when once before after until unless should for in by while as whenever""".split()
)
# Followed by the name of a button, a page or a person: "Press Submit", "Call Ana".
ON_SCREEN: Final = frozenset(
    """press click tap choose select pick text reply email call ring phone type enter dial hit""".split()
)
FINITE: Final = frozenset({"is", "are", "was", "were", "will", "has"})
DAYS: Final = frozenset("mon tue wed thu fri sat sun dai wee 24 7 fro".split())
NEVER: Final = PLEASE | {"thank", "thanks", "hope", "re", "regards", "best", "welcome", "sorry"}
