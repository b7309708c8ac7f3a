"""Orders as plain asks: "You must pay by Friday" becomes "Please pay by Friday"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.facts.clauses import subject
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital, small
from empathy_lint.rewriting.notices_of_law import is_notice_of_law
from empathy_lint.rewriting.unforced import is_many
from empathy_lint.rewriting.word_fit import OR_ELSE
from empathy_lint.rewriting.wordings.needed import is_needed, is_standing
from empathy_lint.rewriting.wordings.timely import is_dated, soon_behind

# What people are asked for with a "please" every day. Of other acts, to leave, to attend, somebody reads what becomes.
_EVERYDAY: Final = frozenset(
    """pay call contact send return complete reply respond provide submit sign confirm register update tell inform give
        bring fill apply check upload enter choose book visit log renew read let notify arrange write email phone ring
        settle verify include collect take download click activate reset select review speak talk ask use open tap
        install switch enter type resend retry repay remit start begin commence delete remove save scan copy
        find""".split()
)
# What the law or a contract asks is kept as what has to be done; and nobody is kindly asked to go.
_DUTY: Final = re.compile(r"\b(?:required|obliged|obligated)\b", re.IGNORECASE)
_GOING: Final = frozenset({"go", "leave", "vacate", "depart"})
_ARRANGES_TO_GO: Final = re.compile(r"(?:make|take)\s+(?:\w+\s+){1,3}to\s+(?:go|leave|vacate|depart)\b", re.IGNORECASE)
# Who has to come somewhere is often punished for staying away.
_GOES_TO: Final = re.compile(r"go\s+(?:back\s+)?to\s+(?:your|the|our|this)\b", re.IGNORECASE)
_WAITED_FOR: Final = frozenset({"wait", "consent", "agree"})
_SUMMONED: Final = frozenset({"attend", "appear"})
_HAS_TO: Final = re.compile(
    r"\b(?:must|shall|required|obliged|obligated|instructed|directed|ordered|commanded)\b", re.IGNORECASE
)
# What readers do when asked. "You must live in Leeds" and "you must be over 18" are conditions, and no asks.
ACTS: Final = frozenset(
    """pay call contact send return complete reply respond provide submit sign confirm register update tell inform give
        bring fill apply check make attend file upload enter choose book visit log renew read let notify arrange write
        email phone ring clear settle cancel verify report follow supply quote include collect set take download click
        activate request reset change remove enclose post answer approve accept declare finish deliver forward select
        review speak talk ask keep stop use show present print vacate repay remit respond appeal enable disable
        search go open press tap install switch turn enrol enroll join restart delete save scan copy type look
        find start begin commence continue try allow discuss pick leave put furnish supply cease transfer top create
        link connect prove
        recharge collect obtain produce surrender terminate advise inform wear drive park avoid ensure quote state list
        name replace repair fix resend retry sign move""".split()
)
# What a reader is or has, and no one can do for a "please".
_STATES: Final = frozenset(
    """be have live own hold reside meet qualify know want wish need earn feel wonder think believe understand expect
        wait consent agree not never however""".split()
)
# "To be eligible, you must complete the course" says on what something depends.
_DEPENDS: Final = re.compile(r"\b(?:eligib\w+|qualif\w+|entitled|in\s+order\s+to\s+(?:claim|vote))\b", re.IGNORECASE)
_ORDER: Final = re.compile(
    r"\byou\s+(?:(?P<before>absolutely|now|therefore|also|still|then)\s+)?"
    r"(?:must|shall|(?:are|['’]re)\s+(?:hereby\s+|now\s+|therefore\s+|strictly\s+)?"
    r"(?:required|obliged|obligated|instructed|directed|ordered|called\s+upon|commanded|requested|advised|expected|asked)\s+to|need\s+to|have\s+to|should)"
    r"\s+(?:(?P<after>now|also|immediately|therefore|still|then|urgently)\s+)?"
    r"(?=(?:(?:first|always|only|either)\s+)?(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
# What it takes to go on is a condition, and no favour.
_TO_GO_ON: Final = re.compile(
    r"\W*(?:if\s+you\s+(?:wish|want|would\s+like|intend|choose|plan)\s+to|(?:in\s+order\s+)?to)\s+"
    r"(?:continue|remain|stay|keep|retain|carry\s+on)\b",
    re.IGNORECASE,
)
_AT_ONCE: Final = frozenset({"immediately", "urgently", "now"})
_FORBIDDEN: Final = re.compile(
    r"\b(?:you\s+must\s+(?:not|never)|(?:under|in)\s+no\s+circumstances\s+(?:should|must|may)\s+you)\s+(?:ever\s+|attempt\s+to\s+)?(?=(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
_ESSENTIAL: Final = re.compile(
    r"\bit\s+is\s+(?:(?:absolutely|now|therefore)\s+)?(?:imperative|mandatory|essential|vital|crucial|critical)\s+"
    r"(?:that\s+)?(?:you\s+|for\s+you\s+to\s+|to\s+)(?=(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
# "It is essential that the form is returned".
_ESSENTIAL_THAT: Final = re.compile(
    r"\bit\s+is\s+(?:(?:absolutely|now|therefore)\s+)?(?:imperative|mandatory|essential|vital|crucial|critical)\s+that\s+"
    r"(?P<what>(?:your|the|this|these|all|any|each|every|payment)\b[^,;:.]*?)\s+(?P<be>is|are|be)\s+(?P<done>[a-z]+(?:ed|en|id|nt|de|t))\b",
    re.IGNORECASE,
)
_GIVEN_UNTIL: Final = re.compile(r"\byou\s+(?:are|have\s+been)\s+given\s+until\b", re.IGNORECASE)
_COMPULSORY: Final = re.compile(
    r"\A(?P<lead>\W*)(?:your\s+)?attendance(?:\s+(?:at|of)\s+(?P<what>[^,;:.]+?))?\s+is\s+(?:strictly\s+)?(?:mandatory|compulsory|obligatory)\b",
    re.IGNORECASE,
)
_IMPORTANT: Final = re.compile(
    r"\bit\s+is\s+(?:(?:very|extremely|really)\s+)?important\s+(?:that\s+you|for\s+you\s+to)\s+(?=(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
_YOURS: Final = re.compile(
    r"\bit\s+(?:is|remains)\s+(?:solely\s+|entirely\s+)?your\s+(?:sole\s+|own\s+)?(?:responsibility|duty|obligation)\s+to\s+(?=(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
# Told as a fact, where no "please" can stand: "the law says that you are required to".
_REQUIRED: Final = re.compile(
    r"\byou\s+(?:(?P<must>must)|(?:are|['’]re|(?P<will>will)\s+be)\s+(?:hereby\s+|now\s+|therefore\s+|strictly\s+)?"
    r"(?:required|obliged|obligated|expected|directed|instructed)\s+to)"
    r"\s+(?=(?:(?:first|always|only|either)\s+)?(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
_INSIST: Final = re.compile(
    r"\b(?:we|I)\s+(?:must\s+|hereby\s+)*(?:insist|demand|require|instruct)\s+(?:that\s+)?(?:you\s+)(?:to\s+)?(?=(?P<verb>[a-z]+)\b)",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(
    r"\s+(?:must|(?:is|are)\s+to)\s+(?:(?:still|now|all|also)\s+)?(?:be\s+(?P<done>[a-z]+)|(?P<comes>reach|arrive))\b",
    re.IGNORECASE,
)
# The same where nothing else of the sentence can change: "and your form must reach us by Friday".
_MUST_COME: Final = re.compile(
    r"\b(?P<what>(?:your|the|this|all|any|each|every|payments?|forms?|documents?|applications?|repl(?:y|ies))\b(?:\s+[\w'’-]+){0,4}?)"
    r"\s+(?P<must>must)\s+(?P<now>still\s+|all\s+|also\s+)?"
    r"(?P<rest>(?:be\s+(?:received|paid|made|sent|signed|returned|completed)|reach|arrive)\b)",
    re.IGNORECASE,
)
_MUST_HOWEVER: Final = re.compile(
    r"\A(?P<lead>\W*)you\s+must\s*,?\s+(?P<link>however|therefore|also)\s*,?\s+(?=(?P<verb>[a-z]+)\b)", re.IGNORECASE
)
_COMES: Final = {"reach": "reaches", "arrive": "arrives"}
_AS_OBJECT: Final = {"they": "them", "he": "him", "she": "her", "these": "these", "it": "it", "this": "this"}
# What a court has ordered is no favour to ask for.
_COURT: Final = re.compile(r"\b(?:court|possession|warrant|tribunal)\b", re.IGNORECASE)
_CONCERNING: Final = re.compile(r"\s+(?:concerning|regarding|relating\s+to)\s+", re.IGNORECASE)
_COMMANDED: Final = re.compile(r"\b(?:ordered|commanded)\b", re.IGNORECASE)
_NOT_OTHERS: Final = frozenset("you we i it this that there what which who".split())
# Law and safety are more than a tone; somebody has to read what becomes of their orders.
_LAW: Final = re.compile(
    r"\b(?:court|(?<!in\s)order|law|legal\w*|act|statut\w+|possession|warrant|tribunal|police|offences?|criminal)\b",
    re.IGNORECASE,
)


# What a court orders is an order.
_ORDERED: Final = re.compile(r"\bordered\b", re.IGNORECASE)


# Where rights or a licence hang on it, it is a duty and no favour.
_FORMAL: Final = re.compile(
    r"\b(?:appeals?|disput(?:e|ing)|defen[cs]e|counterclaim|challenge|lawfully|licen[cs]es?|hereby|disciplinary|misconduct|hearing|tribunal"
    r"|statutory|regulations?|compliance|permits?|permit\s+holders?)\b",
    re.IGNORECASE,
)


# In a notice of law it says what the law does.
_MUST: Final = re.compile(r"\bmust\b", re.IGNORECASE)


def _is_formal(flagged: Flagged) -> bool:
    """Whether the sentence, or the message that it stands in, tells what the law or an office demands."""
    return bool(_FORMAL.search(flagged.text)) or is_notice_of_law(flagged.view.analysis.message)


def plain_asks(flagged: Flagged) -> Iterator[Wording]:
    """The order that holds the flagged words, as a request."""
    if OR_ELSE.search(flagged.text) or (
        _MUST.search(flagged.words) and is_notice_of_law(flagged.view.analysis.message)
    ):
        return
    if_wanted = _TO_GO_ON.match(flagged.text)
    safety: Safety = "review" if _LAW.search(flagged.text) or _DEPENDS.search(flagged.text) else "safe"
    for pattern in (_ORDER, _ESSENTIAL, _IMPORTANT, _INSIST, _YOURS):
        for match in pattern.finditer(flagged.text):
            asks_only = pattern is _IMPORTANT and not _COMMANDED.search(flagged.text)
            verb = match["verb"].lower()
            commanded = _COMMANDED.search(match.group()) or (verb in _SUMMONED and _HAS_TO.search(match.group()))
            asks = _meets(match, flagged) and _is_ask(flagged, match)
            if asks and commanded and not (_ORDERED.search(match.group()) and _COURT.search(flagged.text)):
                you = "You" if _opens(flagged.text, match.start()) else "you"
                yield Wording(match.start(), match.end(), f"{you} need to ", "clause", "review")
            elif asks and (
                if_wanted
                or _is_formal(flagged)
                or is_needed(flagged, match)
                or verb in _GOING
                or _ARRANGES_TO_GO.match(flagged.text, match.end())
                or (_DUTY.search(match.group()) and verb not in _EVERYDAY | _SUMMONED)
            ):
                continue  # nobody is kindly asked out, and a duty of law is no favour
            elif asks and (asks_only or not _COURT.search(flagged.text)):
                please = "please " + ("also " if "also" in match.group().lower() else "")
                text = capital(please) if _opens(flagged.text, match.start()) else please
                sure = safety if verb in _EVERYDAY else "review"
                if (match.groupdict().get("after") or "").lower() in _AT_ONCE and not is_dated(flagged):
                    yield from soon_behind(flagged, match, text)
                else:
                    yield Wording(match.start(), match.end(), text, "clause", sure)
    for match in _PASSIVE.finditer(flagged.text):
        if _meets(match, flagged):
            yield from _passive(flagged, match, safety)
    yield from _second_order(flagged)
    yield from _needs(flagged)
    yield from _of_things(flagged)
    yield from _made_sure(flagged)
    for match in _REQUIRED.finditer(flagged.text):
        if _meets(match, flagged) and match["verb"].lower() not in (
            "not",
            "be",
            "have",
            "never",
            "however",
            "also",
            "still",
            "within",
            "by",
            "on",
            "in",
            "at",
        ):
            you = f"{match.group()[:3]} will" if match["will"] else match.group()[:3]
            yield Wording(
                match.start(),
                match.end(),
                f"{you} need to ",
                "phrase",
                _sure_of(flagged, match, safety) if match["must"] and not _is_formal(flagged) else safety,
            )


def _sure_of(flagged: Flagged, match: re.Match[str], safety: Safety) -> Safety:
    """Safe for an act, or what is waited for, which the sentence itself tells; who must leave is told to."""
    verb = match["verb"].lower()
    is_act = (verb in ACTS | _WAITED_FOR and verb not in _GOING | _SUMMONED) or (
        verb == "go" and _GOES_TO.match(flagged.text, match.end())
    )
    retold = re.search(r"\b(?:that|if|whether|because|why|when)\s+\Z", flagged.text[: match.start()], re.IGNORECASE)
    return safety if is_act and not retold else "review"


def _second_order(flagged: Flagged) -> Iterator[Wording]:
    """ "You will get an email for each and must repeat it": and need to repeat it."""
    for word in flagged.tree.words:
        verb = word.head
        if word.form != "must" or verb is None or not verb.is_("conj") or verb.head is None or not verb.base:
            continue
        of_you = verb.forms("nsubj") == {"you"} or (not verb.has("nsubj") and verb.head.forms("nsubj") == {"you"})
        following = flagged.tree.after(word)
        plain = following is verb and verb.form not in _STATES
        if of_you and plain and word.start < flagged.end and flagged.start < word.end:
            sure: Safety = "review" if _LAW.search(flagged.text) else "safe"
            yield Wording(word.start, word.end, "need to", "word", sure)


def _of_things(flagged: Flagged) -> Iterator[Wording]:
    """ "The incident must be disclosed", "applicants must file": need to."""
    for word in flagged.tree.words:
        verb = word.head
        if (
            word.form != "must"
            or verb is None
            or not word.is_("aux")
            or not (word.start < flagged.end and flagged.start < verb.end)
        ):
            continue
        who = subject(verb)
        following = flagged.tree.after(word)
        if who is None or following is None or following.form in ("not", "have", "never") or who.form in _NOT_OTHERS:
            continue
        # Before "concerning", not behind it, stands what the verb agrees with.
        before = _CONCERNING.split(flagged.text[: who.end])
        said = before[-2].split()[-1] if len(before) > 1 else flagged.text[who.subtree()[0].start : who.end]
        needs = "need to" if is_many(said) or _is_joined(who) else "needs to"
        yield Wording(word.start, word.end, needs, "word", "review")


def _is_joined(who: Word) -> bool:
    return any(child.is_("conj") and child.has("cc") for child in who.children)


def _made_sure(flagged: Flagged) -> Iterator[Wording]:
    """ "It is vital that the form is returned": please make sure that it is. "You are given until": you have until."""
    for match in _ESSENTIAL_THAT.finditer(flagged.text):
        if flagged.touches(match):
            be = ("are" if is_many(match["what"]) else "is") if match["be"].lower() == "be" else match["be"]
            please = "Please" if _opens(flagged.text, match.start()) else "please"
            yield Wording(
                match.start(),
                match.end(),
                f"{please} make sure that {match['what']} {be} {match['done']}",
                "clause",
                "review",
            )
    for match in _FORBIDDEN.finditer(flagged.text):
        # What is forbidden by law, or keeps from harm, is read before it is made milder.
        if flagged.touches(match) and _is_ask(flagged, match):
            please = "Please" if _opens(flagged.text, match.start()) else "please"
            yield Wording(*match.span(), f"{please} do not ", "clause", "review")
    for match in _GIVEN_UNTIL.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(*match.span(), f"{match.group()[:3]} have until", "phrase", "review")
    attend = _COMPULSORY.match(flagged.text)
    if attend:
        what = f" {attend['what']}" if attend["what"] else ""
        yield Wording(attend.end("lead"), attend.end(), f"You need to attend{what}", "clause", "review")


def _needs(flagged: Flagged) -> Iterator[Wording]:
    """ "Your form must reach us": needs to reach us. "You must however be able to": however, you need to be able to."""
    for match in _MUST_COME.finditer(flagged.text):
        if match.start("must") < flagged.end and flagged.start < match.end() and not match["now"]:
            must = flagged.word_at(match.start("must"))
            who = subject(must.head) if must and must.head else None
            # "All cards for the old boat must be sent": the cards need to be.
            whole = flagged.text[who.subtree()[0].start : who.end] if who and who.end < match.start("what") else ""
            many = is_many(whole or match["what"])
            yield Wording(*match.span("must"), "need to" if many else "needs to", "word", "safe")
    opens = _MUST_HOWEVER.match(flagged.text)
    if opens and flagged.start < opens.end():
        link = {"however": "However, you", "therefore": "So you", "also": "You also"}[opens["link"].lower()]
        yield Wording(opens.end("lead"), opens.end(), f"{link} need to ", "clause", "safe")


def _meets(match: re.Match[str], flagged: Flagged) -> bool:
    return match.start() < flagged.end and flagged.start < match.end() + len(match.groupdict().get("verb") or "")


def _opens(text: str, at: int) -> bool:
    return not any(char.isalnum() for char in text[:at])


def _is_ask(flagged: Flagged, match: re.Match[str]) -> bool:
    """Whether the verb is an act and its clause stands on its own feet."""
    verb = flagged.word_at(match.start("verb"))
    if verb is None or verb_lemma(verb.form) != verb.form or verb.form in _STATES:
        return False
    if verb.pos not in ("VERB", "NOUN", "AUX"):
        return False
    lead = flagged.text[: match.start()].rstrip()
    if (
        not any(char.isalnum() for char in lead)
        or lead.endswith((";", ":"))
        or lead.lower() in ("then", "next", "first")
    ):
        return True
    if re.search(r"\b(?:and|but)\Z", lead, re.IGNORECASE):
        return not re.search(r",.*\band\Z|\b(?:if|when|that|which)\b", lead, re.IGNORECASE)
    return lead.endswith(",") and _is_opener(flagged, lead)


def _is_opener(flagged: Flagged, lead: str) -> bool:
    """Whether what stands before the comma only sets the scene: "If you would like to appeal,", "By Friday,"."""
    return bool(
        re.match(r"\W*(?:if|when|once|where|to|in\s+order\s+to|before|after|by|on|for|as|since)\b", lead, re.IGNORECASE)
    ) and not flagged.has_placeholder(len(lead) - 1, len(lead))


# "… must be paid before the hold is released" says what it takes, not only by when.
_LIFTS: Final = re.compile(
    r"\bbefore\s+(?:[\w'’]+\s+){1,5}?(?:is|are|can\s+be|will\s+be)\s+(?:released|lifted|restored|reopened|unlocked|issued|returned|approved|processed|sent|given)\b",
    re.IGNORECASE,
)


def _passive(flagged: Flagged, match: re.Match[str], safety: Safety) -> Iterator[Wording]:
    """ "The form must be returned by Friday": the thing becomes what is asked for."""
    thing = _thing(flagged, match.start())
    if thing is None or not _opens(flagged.text, thing[0].start) or _LIFTS.search(flagged.text[match.end() :]):
        return
    start, words = thing[0].start, flagged.text[thing[0].start : match.start()]
    if is_standing(words.lower(), flagged.text[match.end() :]):
        needs = "need to" if is_many(words) else "needs to"
        if must := re.search(r"must", match.group(), re.IGNORECASE):
            at = match.start() + must.start()
            yield Wording(at, at + len("must"), needs, "word", safety)
        return
    alone = _AS_OBJECT.get(words.lower()) if len(thing) == 1 else None
    words = alone or small(words, thing[0])
    sure: Safety = "safe" if safety == "safe" and len(thing) <= 5 else "review"
    many = any(word.form.endswith("s") and word.pos == "NOUN" for word in thing[-1:])
    if match["comes"]:
        verb = match["comes"].lower() if many else _COMES[match["comes"].lower()]
        yield Wording(start, match.end(), f"Please make sure that {words} {verb}", "clause", sure)
        return
    lemma = verb_lemma(match["done"].lower())
    if lemma == "receive":
        yield Wording(start, match.end(), f"Please make sure that we receive {words}", "clause", sure)
    elif words == "payment" and lemma in ("make", "pay"):
        yield Wording(start, match.end(), "Please pay", "clause", sure)
    elif lemma in ACTS and inflected(lemma, "VBN") == match["done"].lower():
        yield Wording(start, match.end(), f"Please {lemma} {words}", "clause", sure)


def _thing(flagged: Flagged, end: int) -> list[Word] | None:
    """The words before `end` if they are one short noun phrase at the start of the sentence."""
    words = [word for word in flagged.tree.words if word.end <= end]
    fits = 0 < len(words) <= 8 and all(
        word.is_("amod") or word.pos not in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") for word in words
    )
    return words if fits and words[-1].form not in ("you", "we", "i") else None
