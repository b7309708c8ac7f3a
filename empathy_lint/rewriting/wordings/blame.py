"""Blame as neutral fact: what has not arrived or happened, in place of who did not do it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Safety, Wording, capital, cased, small
from empathy_lint.rewriting.unforced import is_many

_ADVERBS: Final = (
    r"(?:(?:also|still|again|once\s+again|repeatedly|consistently|clearly|persistently"
    r"|yet|even|simply|now)\s+)*"
)
_NOT_DONE: Final = re.compile(
    rf"\byou\s+{_ADVERBS}(?:"
    rf"(?P<perfect>(?:have|['’]ve|had)\s+{_ADVERBS}(?:not\s+(?:bothered\s+to\s+)?|failed\s+to\s+)|haven['’]?t\s+|hadn['’]?t\s+)"
    rf"|(?P<past>(?:did\s+not|didn['’]?t)\s+|failed\s+to\s+|neglected\s+to\s+|forgot\s+to\s+|(?:have\s+|had\s+)?(?:neglected|forgotten|omitted|refused|declined)\s+to\s+|omitted\s+to\s+|have\s+yet\s+to\s+|are\s+yet\s+to\s+|have\s+still\s+to\s+))"
    rf"{_ADVERBS}(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_SENT: Final = frozenset("send provide return submit supply enclose post deliver upload give remit".split())
_ANSWERED: Final = frozenset("reply respond answer".split())
_CALLED: Final = frozenset("contact call engage".split())
_PAID: Final = frozenset("pay make".split())
_TO_KEEP: Final = re.compile(
    r"\s+(?:to\s+)?(?P<what>(?:the|your|our|this)\s+(?:terms|conditions|agreement|arrangement|plan|promises?)"
    r"(?:\s+of\s+(?:the|your|our|this)\s+(?:\w+\s+)?\w+)?(?:\s+(?:granted|made|agreed|signed|dated)(?:\s+on)?\s+[^.,;!]+)?)(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_CAN_BE_DONE: Final = frozenset(
    """complete sign confirm update renew book register return clear settle finish file accept approve cancel attach
        include enter activate verify declare report tick select choose""".split()
)
_ONE_CLAUSE: Final = re.compile(r"(?!.*\b(?:and|or|but|despite|even|although|so)\b)[^,;:]*", re.IGNORECASE)
_MONEY: Final = re.compile(
    r"\b(?:payments?|amounts?|balance|instal?ments?|fees?|rent|premium|deposit|arrears|charges?|sum|dues|contribution|fine)\b|[£$€₹]",
    re.IGNORECASE,
)
_BILL: Final = re.compile(
    r"\b(?:bills?|invoices?|order|loan|account|statement|agreement|arrangement|plan|subscription|membership)\b",
    re.IGNORECASE,
)
_WILL_NOT_HAVE: Final = re.compile(
    r"\byou\s+will\s+not\s+(?:yet\s+)?have\s+(?P<done>verified|confirmed|completed|paid|sent|finished|renewed|updated|signed)\s+"
    r"(?P<what>(?:your|the|this)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_FIRM_FAILED: Final = re.compile(
    r"\byour\s+(?P<who>(?:[\w-]+\s+)?(?:company|business|organi[sz]ation|firm|charity|household))\s+has\s+"
    r"(?:(?:again|also|repeatedly)\s+)?(?P<time>for\s+(?:\w+\s+){1,2}?(?:years?|months?|weeks?)\s+)?failed\s+to\s+"
    r"(?P<verb>file|submit|send|provide|return|complete|renew|sign|pay)\s+(?:the|its|any|all)\s+(?P<what>[^.,;:!?]+?)(?=\s*(?:[.!]|\Z))",
    re.IGNORECASE,
)
_TOLD_BEFORE: Final = re.compile(
    r"\byou\s+(?:would|will|should)\s+have\s+been\s+(?:informed|told|notified|advised)\s+(?:in|by)\s+(?:our\s+)?"
    r"(?:previous|earlier|recent|prior)\s+(?:correspondence|letters?|emails?|messages?)\s+(?:about|of)\b",
    re.IGNORECASE,
)
_IF_FAIL: Final = re.compile(
    r"\b(?:(?P<should>should\s+you\s+)|(?P<you>you\s+))(?:fail|neglect|refuse)\s+to\s+(?=\w)", re.IGNORECASE
)
_REASON: Final = re.compile(r"\b(?:because|since|as|due\s+to\s+the\s+fact\s+that)\s+you\b", re.IGNORECASE)
_AS_TOLD: Final = re.compile(
    r"\bas\s+(?:you\s+(?:well\s+|already\s+)?(?:know|are\s+(?:well\s+|fully\s+)?aware|will\s+be\s+aware)\s*,\s*|(?:you\s+(?:were|have\s+been)|(?:we|I)\s+(?:have\s+)?)\s*(?:(?:already|repeatedly|previously|also|clearly)\s+)*(?:told|warned|informed|advised|notified|reminded|stated|explained|mentioned|said)(?:\s+(?:you|before|already|twice|several\s+times))*\s*,\s*)",
    re.IGNORECASE,
)
_NOUNS: Final = re.compile(
    r"\byour\s+(?:(?:continued|repeated|persistent|continuing|previous|own)\s+)*(?:failure|refusal|neglect|omission)\s+to\s+(?P<verb>pay|respond|reply|answer|contact|make|clear|settle|engage|call)(?P<rest>\s+(?:us|payments?|to\s+(?:us|our\s+\w+)))?\b",
    re.IGNORECASE,
)
_NON_PAYMENT: Final = re.compile(
    r"\byour\s+(?:(?:continued|repeated|persistent|continuing)\s+)*(?:non-?payment|lateness)\b", re.IGNORECASE
)
_WRONG: Final = re.compile(
    r"\byou\s+(?:have\s+)?(?:entered|provided|supplied|gave|submitted|typed|uploaded|used|sent)(?:\s+us)?\s+(?:an?|the)\s+(?:wrong|incorrect|invalid|false)\s+(?P<what>(?:\w+\s+){0,2}\w+)(?=\s*(?:[.,;!]|\bso\b|\band\b|\Z))",
    re.IGNORECASE,
)
_DUE_TO_YOU: Final = re.compile(
    r"\b(?:due|owing)\s+to\s+(?:the\s+)?(?:incorrect|wrong|incomplete|inaccurate|false)\s+(?P<what>information|details|data)\s+(?:supplied|provided|given|entered|submitted)(?:\s+by\s+you)?\b",
    re.IGNORECASE,
)
_MISSED: Final = re.compile(
    r"\byou\s+(?P<have>have\s+|['’]ve\s+)?(?:(?:now|again|also|already|recently|once\s+again)\s+)*missed\s+(?=(?P<what>(?:your|a|the|another|some|several|two|three|\d+)\b[^.,;]*?\b(?:payments?|instal?ments?)\b))",
    re.IGNORECASE,
)
_IGNORED: Final = re.compile(
    r"\byou\s+(?:have\s+|['’]ve\s+)?(?:also\s+|repeatedly\s+)?ignored\s+(?=(?:our|the|two|three|several|all|both|previous|earlier|my)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:letters?|e-?mails?|reminders?|messages?|calls?|texts?|requests?|notices?|invoices?|correspondence|statements?|warnings?|invitations?)\b)",
    re.IGNORECASE,
)
# What says which one is meant, behind the noun: "invoice 12 dated 3 May", "the balance shown above".
_WHICH: Final = re.compile(
    r"(?:\s+(?:no\.?\s+)?[\w/#-]*\d[\w/-]*)?(?:\s+dated\s+[^.,;!]+|\s+(?:(?:shown|given|listed|stated|detailed|set\s+out)\s+)?"
    r"(?:above|below|overleaf))(?=\s*(?:[.,;!]|\Z))",
    re.IGNORECASE,
)
_CURRENT: Final = re.compile(r"\s+(?P<how>up\s+to\s+date|current)\b", re.IGNORECASE)
# What goes on behind a thing says something of the whole clause, and stays behind.
_ENDS: Final = re.compile(
    r"\s*(?:[.,;!]|\Z|(?:by|on|before|and|or|but|so|yet|in|within|since|despite|notwithstanding|after)\b)",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"\b(?:despite|notwithstanding|in\s+spite\s+of|even\s+(?:after|though)|although|because)\b", re.IGNORECASE
)
# Such a clause would look for who did it; "which" and "who" would say something of another thing.
_LOOKS_BACK: Final = re.compile(
    r"\s*(?:(?:despite|after|without|before|while|when)\s+\w+ing\b|,?\s*(?:which|who|that|whose|where)\b)",
    re.IGNORECASE,
)
_STILL: Final = re.compile(r"\b(?:still|yet)\b", re.IGNORECASE)
_PAST_TIME: Final = re.compile(r"\b(?:on|by|in|last|yesterday|before|when)\b", re.IGNORECASE)


def neutral_facts(flagged: Flagged) -> Iterator[Wording]:
    """The blame in a sentence as a fact about what is missing, or left out where it adds nothing."""
    for found in (_undone, _of_firm, _left_out, _conditions, _nouns, _wrong, _ignored):
        yield from found(flagged)


def _undone(flagged: Flagged) -> Iterator[Wording]:
    """ "You have not paid", "you failed to reply", "you did not sign the form"."""
    for match in _NOT_DONE.finditer(flagged.text):
        before = flagged.text[: match.start()]
        if not flagged.touches(match) or _hangs_on(before):
            continue
        verb = flagged.word_at(match.start("verb"))
        if verb is not None:
            rows = list(_as_fact(flagged, match, verb))
            yield from rows
            if verb_lemma(verb.form) in _PAID and not before.strip():
                yield from (_with_ask(flagged, row) for row in rows if _ONE_CLAUSE.fullmatch(flagged.text, row.end))


def _with_ask(flagged: Flagged, row: Wording) -> Wording:
    """ "We have not received £30. Please send it.", where "you failed to pay" was all that said what is asked for."""
    told = f"{row.text}{flagged.text[row.end :]}".rstrip(" .!")
    do = "pay" if _BILL.search(told) else "send"
    it = "them" if is_many(re.split(r"\s+(?:for|of|on)\s", told)[0]) else "it"
    return flagged.whole(f"{told}. Please {do} {it}.", spare=True)


def _of_firm(flagged: Flagged) -> Iterator[Wording]:
    """ "Your company has for two years failed to file the reports": your company's reports have not been filed for two
    years. What will not have been done, and what was written before, without the one who is told so.
    """
    for match in _FIRM_FAILED.finditer(flagged.text):
        done = inflected(match["verb"].lower(), "VBN")
        if flagged.touches(match) and done:
            many = is_many(re.split(r"\s+(?:that|which|required|due|needed)\b", match["what"])[0])
            text = f"your {match['who']}'s {match['what']} {'have' if many else 'has'} not been {done}"
            time = f" {match['time'].strip()}" if match["time"] else ""
            yield Wording(*match.span(), cased(match, f"{text}{time}"), "clause", "review")
    for match in _WILL_NOT_HAVE.finditer(flagged.text):
        if flagged.touches(match):
            text = f"{match['what']} will not have been {match['done'].lower()}"
            yield Wording(*match.span(), cased(match, text), "clause", "safe")
    for match in _TOLD_BEFORE.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(*match.span(), cased(match, "we have written to you before about"), "clause", "review")


def _hangs_on(before: str) -> bool:
    """Whether the clause is a condition or says which thing is meant; "our records show that" tells a fact."""
    if re.search(r"\b(?:show|indicate|see|note|notice|noticed|appear|seem)s?\s+that\s*\Z", before, re.IGNORECASE):
        return False
    return bool(re.search(r"\b(?:if|unless|whether|that|which|should)\s*\Z", before, re.IGNORECASE))


def _as_fact(flagged: Flagged, match: re.Match[str], verb: Word) -> Iterator[Wording]:
    lemma, thing = verb_lemma(verb.form), _thing(verb)
    have = (
        "did not"
        if match["past"] and "yet" not in match.group() and _PAST_TIME.search(flagged.text[match.end() :])
        else "had not"
        if _is_earlier(match)
        else "have not"
    )
    received = f"we {have} {'receive' if have == 'did not' else 'received'}"
    if lemma in _ANSWERED:
        yield from _unanswered(flagged, match, have)
    elif lemma in _CALLED:
        us = re.match(r"\s+(?:to\s+)?(?:with\s+)?us\b(?!\s+(?:with|about|of|that|to))", flagged.text[match.end() :])
        alone = re.match(r"\s*(?:[.,;!]|\Z|and\b|by\b|since\b|yet\b)", flagged.text[match.end() :])
        if us or alone:
            heard = "hear" if have == "did not" else "heard"
            end = match.end() + (us.end() if us else 0)
            yield Wording(match.start(), end, cased(match, f"we {have} {heard} from you"), "clause", "safe")
    elif lemma in _PAID:
        yield from _unpaid(flagged, match, thing, received, lemma)
    elif lemma == "return" and thing is not None and _is_plain(thing):
        words = flagged.text[thing[0].start : thing[-1].end]
        text = cased(match, f"{received} {words} back")
        yield Wording(match.start(), thing[-1].end, text, "clause", _sure(flagged, thing))
    elif lemma in _SENT and thing is not None and _is_plain(thing):
        yield Wording(match.start(), thing[0].start, cased(match, f"{received} "), "clause", _sure(flagged, thing))
    elif lemma == "bring" and thing is not None and (how := _CURRENT.match(flagged.text, thing[-1].end)):
        words = flagged.text[thing[0].start : thing[-1].end]
        be = "are" if is_many(words) else "is"
        text = cased(match, f"{small(words, thing[0])} {be} not {how['how'].lower()} yet")
        yield Wording(match.start(), how.end(), text, "clause", "review")
    elif lemma == "keep" and (kept := _TO_KEEP.match(flagged.text, match.end())):
        have_been = "have" if kept["what"].split()[1].endswith("s") else "has"
        text = f"{kept['what']} {have_been} not been kept"
        yield Wording(match.start(), kept.end(), cased(match, text), "clause", "review")
    elif lemma == "renew" and thing is None and re.match(r"\s*(?:[.!]|\Z)", flagged.text[match.end() :]):
        if re.search(r"\band\s+\Z", flagged.text[: match.start()], re.IGNORECASE):
            yield Wording(*match.span(), "it has not been renewed yet", "clause", "review")
    elif lemma in _CAN_BE_DONE and thing is not None and _is_plain(thing):
        yield from _passive(flagged, match, lemma, thing)


def _unanswered(flagged: Flagged, match: re.Match[str], have: str) -> Iterator[Wording]:
    rest = flagged.text[match.end() :]
    had = "have" if have == "did not" else "had"
    text = cased(match, f"we {have} {had} a reply")
    to_us = re.compile(r"\s+to\s+(?:us|me)\b").match(rest)
    if to_us:
        yield Wording(match.start(), match.end() + to_us.end(), text, "clause", "safe")
    elif re.match(r"\s+(?:to|by|on|before)\b|\s*(?:[.,;!]|\Z)", rest):
        yield Wording(match.start(), match.end(), text, "clause", "safe")
    elif re.match(r"\s+(?:our|the|my|any|these|this)\b", rest):
        yield Wording(match.start(), match.end(), f"{text} to", "clause", "safe")


def _unpaid(
    flagged: Flagged, match: re.Match[str], thing: list[Word] | None, received: str, lemma: str
) -> Iterator[Wording]:
    if thing is None:
        if lemma == "pay" and re.match(r"\s*(?:[.,;!]|\Z|(?:by|on|and|yet)\b)", flagged.text[match.end() :]):
            yield Wording(match.start(), match.end(), cased(match, f"{received} your payment"), "clause", "safe")
        return
    words = flagged.text[thing[0].start : thing[-1].end]
    if lemma == "pay" and words.lower() == "it":
        yield Wording(match.start(), thing[-1].end, cased(match, "it has not been paid"), "clause", "review")
    elif _MONEY.search(words) or any(flagged.has_placeholder(word.start, word.end) for word in thing[-1:]):
        yield Wording(match.start(), thing[0].start, cased(match, f"{received} "), "clause", _sure(flagged, thing))
    elif lemma == "pay" and _BILL.search(words):
        text = cased(match, f"{received} payment for ")
        yield Wording(match.start(), thing[0].start, text, "clause", _sure(flagged, thing))


def _passive(flagged: Flagged, match: re.Match[str], lemma: str, thing: list[Word]) -> Iterator[Wording]:
    """ "You have not signed the form": the form has not been signed."""
    done = inflected(lemma, "VBN")
    words = flagged.text[thing[0].start : thing[-1].end]
    if done is None or re.match(r"(?:it|them|this|these|us|that)\b", words, re.IGNORECASE):
        return
    noun, short, end = thing[-1], len(thing), thing[-1].end
    # "Page 3" and "your arrears of £40" go on after their noun, and must not be cut in two.
    if which := _WHICH.match(flagged.text, noun.end):
        end = which.end()
    elif not _ENDS.match(flagged.text[noun.end :]):
        thing = [*thing, *(word for word in noun.subtree() if word.index > noun.index)]
        if _GOES_ON.search(flagged.text[noun.end : thing[-1].end]):
            return
        if len(thing) > 8 or any(word.pos in ("VERB", "AUX") and not word.is_("acl") for word in thing[short:]):
            return
        end = thing[-1].end
        if not _ENDS.match(flagged.text[end:]):
            return
    words = flagged.text[thing[0].start : end]
    if _LOOKS_BACK.match(flagged.text[end:]):
        return
    many = noun.form.endswith("s") and noun.pos == "NOUN" and not noun.form.endswith("ss")
    over = match["past"] and not _STILL.search(match.group()) and _is_past(flagged, match, end)
    if over:
        text = f"{words} {'were' if many else 'was'} not {done}"
    elif _is_earlier(match):
        text = f"{words} had not been {done}"
    else:
        yet = "" if re.match(r"\s+(?:since|after|yet)\b", flagged.text[end:], re.IGNORECASE) else " yet"
        text = f"{words} {'have' if many else 'has'} not been {done}{yet}"
    text = capital(text) if match.group()[0].isupper() else small(text, thing[0])
    # A refusal is more than a thing undone; what goes on behind its noun may belong to the verb.
    doubtful = short > 4 or end > noun.end or re.search(r"refused|declined", match.group(), re.IGNORECASE)
    safety: Safety = "review" if doubtful else _sure(flagged, thing)
    yield Wording(match.start(), end, text, "clause", safety)


def _is_earlier(match: re.Match[str]) -> bool:
    """Whether the clause looks back from what was past itself: "you had not paid"."""
    return bool(re.match(r"had", match["perfect"] or "", re.IGNORECASE))


def _is_past(flagged: Flagged, match: re.Match[str], end: int) -> bool:
    """Whether the sentence looks back: it names a time, or gives the reason for what has happened since."""
    because = re.search(r"\b(?:because|as|since)\s+\Z", flagged.text[: match.start()], re.IGNORECASE)
    return bool(because or _PAST_TIME.search(flagged.text[end:]))


def _thing(verb: Word) -> list[Word] | None:
    """The object right after the verb, from its determiner to its noun."""
    thing = verb.child("obj")
    if thing is None:
        return None
    words = [word for word in thing.subtree() if word.index <= thing.index]
    return (
        words if words and words[0].index in (verb.index + 1, verb.index + 2) and words[0].index > verb.index else None
    )


def _is_plain(thing: list[Word]) -> bool:
    return (
        len(thing) <= 6
        and all(word.is_("amod") or word.pos not in ("VERB", "AUX", "SCONJ") for word in thing)
        and thing[-1].form not in ("us", "me")
    )


def _sure(flagged: Flagged, thing: list[Word]) -> Safety:
    """Safe where nothing joined to the verb still has the reader as its subject, and it is no reason for what became
    of them: there the reader has to know whose part it was.
    """
    rest = flagged.text[thing[-1].end :]
    if _REASON.search(flagged.text[: flagged.end]):
        return "review"
    return "review" if re.search(r"\b(?:and|or|nor)\s+(?:you|have|did|not)\b", rest, re.IGNORECASE) else "safe"


def _left_out(flagged: Flagged) -> Iterator[Wording]:
    """ "As you were told,": nothing is lost without it."""
    for match in flagged.matches(_AS_TOLD):
        told = re.search(r"\b(?:two|three|four|five|several|\d+)\b", match.group(), re.IGNORECASE)
        yield Wording(*match.span(), "", "clause", "review" if told else "safe")


def _conditions(flagged: Flagged) -> Iterator[Wording]:
    """ "If you fail to": if you do not."""
    for match in _IF_FAIL.finditer(flagged.text):
        if not flagged.touches(match):
            continue
        if match["should"]:
            yield Wording(*match.span(), cased(match, "if you do not "), "phrase", "safe")
        elif re.search(r"\bif\s+\Z", flagged.text[: match.start()], re.IGNORECASE):
            yield Wording(match.start() + len(match["you"]), match.end(), "do not ", "phrase", "safe")


def _nouns(flagged: Flagged) -> Iterator[Wording]:
    """ "Your failure to respond": a reply that has not come, as a thing."""
    for match in _NOUNS.finditer(flagged.text):
        if flagged.touches(match):
            pays = match["verb"].lower() in ("pay", "make", "clear", "settle")
            text = "the missing payment" if pays else "not hearing from you"
            yield Wording(*match.span(), cased(match, text), "phrase", "review")
    for match in _NON_PAYMENT.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(*match.span(), cased(match, "the missing payment"), "phrase", "review")


def _wrong(flagged: Flagged) -> Iterator[Wording]:
    for match in _WRONG.finditer(flagged.text):
        if flagged.touches(match):
            text = f"the {match['what']} that we have does not look right"
            if match["what"].endswith("s") and not match["what"].endswith("ss"):
                text = f"the {match['what']} that we have do not look right"
            yield Wording(*match.span(), cased(match, text), "clause", "review")
    for match in _DUE_TO_YOU.finditer(flagged.text):
        if flagged.touches(match):
            text = f"because some of the {match['what']} that we have does not look right"
            yield Wording(
                *match.span(),
                cased(match, text.replace("details that we have does", "details that we have do")),
                "clause",
                "review",
            )


def _ignored(flagged: Flagged) -> Iterator[Wording]:
    for match in _IGNORED.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(*match.span(), cased(match, "we have not had a reply to "), "clause", "review")
    for match in _MISSED.finditer(flagged.text):
        if flagged.touches(match):
            yield Wording(*match.span(), cased(match, "we have not received "), "clause", "review")
