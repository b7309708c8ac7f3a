"""What the reader did, or did not do, as what happened: "you opened the box" is "the box was opened".

The grammar of the clause gives its object, its time and whether it is denied, so any verb will do. What has no such
form (an act on others, a second act that would lose its doer, a condition) is left to a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.inflecting import inflected, verb_lemma
from empathy_lint.language.tree import Word
from empathy_lint.rewriting.flagged import Flagged, Wording, capital, small
from empathy_lint.rewriting.unforced import is_many
from empathy_lint.rewriting.wordings.act_objects import are_many, behind, object_of, words_behind, words_of
from empathy_lint.rewriting.wordings.acts import TELLS, Act, acts_in, first_of
from empathy_lint.rewriting.wordings.meetings import IT_SEEMS, is_meeting
from empathy_lint.rewriting.wordings.warned_deeds import BREAKS, RULES, has_to_say_who

# Verbs of a state have no passive that anybody would say.
_STATES: Final = frozenset(
    """have own know want like need believe think feel hear owe become resemble lack mean seem cost fit be do go come
        let make help enjoy love hate suffer appear wish hope intend plan try bother get remain stay live tell inform
        notify advise ask remind warn cause lead face put bring show lose find see expect deserve understand hold
        raise receive obtain""".split()
)
_MONEY_IN: Final = frozenset({"pay", "send", "remit", "transfer"})
_PROMISES: Final = re.compile(
    r"\b(?:agreement|arrangement|plan|promise|undertaking|contract|order|schedule|bargain)s?\b", re.IGNORECASE
)
_LETTERS: Final = re.compile(
    r"\b(?:letters?|emails?|e-mails?|reminders?|messages?|calls?|texts?|requests?|correspondence|invoices?|notices?|statements?)\b",
    re.IGNORECASE,
)
_DEADLINES: Final = re.compile(r"\b(?:deadline|window|cut-?off|closing\s+date|due\s+date)\b", re.IGNORECASE)
_HEARS: Final = frozenset("contact call ring phone reply respond answer".split())
_AS_NOUNS: Final = {
    "cancel": "a cancellation", "register": "a registration", "apply": "an application",
    "reapply": "a new application", "appeal": "an appeal", "enrol": "an enrolment",
}  # fmt: skip
# What a doer is still looked for by, behind the clause: "without checking it", "despite choosing it yourself".
_NEEDS_DOER: Final = re.compile(
    r"\b(?:without|by|despite|while|before|after|when|in|for)\s+(?:\w+ly\s+|not\s+)?\w+ing\b|\byoursel(?:f|ves)\b"
    r"|\byour\s+own\b|\btheir\s+own\b|,\s+(?:\w+ly\s+)?(?!following|during|including|pending|according|regarding|being|resulting|causing|meaning|leaving|making)\w+ing\b",
    re.IGNORECASE,
)
_DOING: Final = re.compile(
    r"\bas\s+(?:an?|the|our|your)\s+[^,]+,\s*\Z|\b(?:by|in|on|after|when|while|instead\s+of|without)\s+(?:not\s+)?\w+ing\b|\bhaving\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS: Final = re.compile(
    r"[.!?;:]|,\s+(?:and|but|so|which|therefore|hence)\b|\b(?:and|but|so)\s+(?:you|we|the|your|this|it|our)\b"
)
_OURS: Final = re.compile(r"(?:our|the|my|all|both|several|two|three|four|previous|earlier)\b", re.IGNORECASE)
_SPAN: Final = re.compile(
    r"\s+(?:for\s+)?(?P<span>(?:(?:more|less|over|nearly|almost|at\s+least|a\s+further)\s+(?:than\s+)?)?[\w-]+\s+"
    r"(?:days?|weeks?|months?|years?|hours?))\s+(?P<how>to|before)\s+(?P<verb>[a-z]+)\b(?:\s+(?P<us>(?:to\s+)?us\b))?"
)
_JOINED: Final = re.compile(
    r",?\s+(?:and|or|nor|but|then)\s+(?:then\s+|also\s+|have\s+|did\s+|not\s+|never\s+)*(?P<verb>[a-z]+)\b"
)
_NEAR: Final = 90  # letters behind a clause in which a second act would stand
# "You left the door open": what it was left as is no part of its name.
_LEFT_AS: Final = re.compile(r"\s+(?:blank|empty|open|unlocked|unattended|unsecured|running|dirty|on|off|full|unlit)\Z")
_PRONOUNS: Final = {"it": "it", "them": "they", "this": "this", "that": "that", "these": "these", "those": "those"}
_AT_A_TIME: Final = re.compile(r"\s+(?:on|at|by|last|before|when)\s+(?:\d|the\s+\d|last|[A-Z][a-z]+\b|time\b)")
_COUNTED: Final = re.compile(
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|no|some|another|further|more|an?)\b",
    re.IGNORECASE,
)


def as_it_happened(flagged: Flagged) -> Iterator[Wording]:
    """Each act of the reader in what was flagged, told as what happened to its object."""
    for act in acts_in(flagged):
        if has_to_say_who(flagged, act):
            continue
        told = _as_of_now(flagged, act)
        for tell in _TELLINGS:
            wording = tell(flagged, told)
            if wording is not None:
                yield wording
                break


def _as_of_now(flagged: Flagged, act: Act) -> Act:
    """What "still" was not done is not done yet."""
    still = re.search(r"\bstill\b", flagged.text[first_of(act.doer).start : act.verb.start], re.IGNORECASE)
    return replace(act, time="perfect") if still and act.denied and act.time == "past" else act


def _change(flagged: Flagged, act: Act, end: int, text: str, *, first: Word | None = None) -> Wording | None:
    start = first_of(act.doer).start
    if flagged.has_placeholder(start, act.verb.start) or not _goes_on_well(flagged, act, end):
        return None
    opens = flagged.text[start : start + 1].isupper()
    return Wording(start, end, capital(text) if opens else small(text, first), "clause", "review")


def _goes_on_well(flagged: Flagged, act: Act, end: int) -> bool:
    """Whether nothing before or behind the clause still looks for the one who did it."""
    rest = flagged.text[end:]
    stop = _CLAUSE_ENDS.search(rest)
    behind = rest[: stop.start()] if stop else rest
    before = re.split(r"[.;:]|,\s+(?:and|but|so)\b|\bthat\b", flagged.text[: first_of(act.doer).start])[-1]
    joined = _JOINED.search(rest[:_NEAR])
    word = flagged.word_at(end + joined.start("verb")) if joined else None
    if word is not None and word.pos in ("VERB", "AUX") and word.is_("conj") and not word.has("nsubj", "csubj", "expl"):
        return False  # a second act would lose its doer
    if re.match(r"\s*,?\s*(?:which|who|whose|where)\b", rest, re.IGNORECASE):
        return False  # it would say something of the verb
    return not _NEEDS_DOER.search(behind) and not _DOING.search(before)


def _be(act: Act, many: bool) -> str:
    not_ = " not" if act.denied else ""
    adverbs = "".join(f" {word}" for word in act.adverbs)
    if act.time == "past":
        return f"{'were' if many else 'was'}{not_}{adverbs}"
    have = "had" if act.time == "earlier" else "have" if many else "has"
    return f"{have}{not_}{adverbs} been"


def _we_have(act: Act, past: str, done: str) -> str:
    """ "We did not receive", "we have not received"."""
    not_ = " not" if act.denied else ""
    if act.time == "past":
        base = verb_lemma(past)
        return f"we did not {base}" if act.denied else f"we {past}"
    return f"we {'had' if act.time == 'earlier' else 'have'}{not_} {done}"


def _told(flagged: Flagged, act: Act) -> Wording | None:
    """ "You did not tell us that": we were not told that."""
    if act.lemma not in TELLS or not act.denied:
        return None
    us = re.compile(r"\s+(?:us|me|the\s+(?:office|department|council|company|bank|school|agency))\b").match(
        flagged.text, act.verb.end
    )
    if us is None:
        return None
    who = "we" if us.group().strip() in ("us", "me") else us.group().strip()
    were = {"past": "were not", "perfect": "have not been", "earlier": "had not been"}[act.time]
    if who != "we":
        were = were.replace("were", "was").replace("have", "has")
    end = us.end()
    following = flagged.tree.words[next((w.index for w in flagged.tree.words if w.start >= end), 0)]
    that = " that" if following.form in ("you", "your", "the", "they", "he", "she") and following.start > end else ""
    again = next((each for each in following.ancestors() if each.is_("ccomp")), None)
    return _change(flagged, act, end, f"{who} {were} told{that if again is not None else ''}")


def _heard(flagged: Flagged, act: Act) -> Wording | None:
    """ "You should have contacted us before May": we did not hear from you before May."""
    if act.lemma not in _HEARS or not act.denied or not act.is_you:
        return None
    us = re.compile(
        r"\s+(?:to\s+)?us\b|(?=\s*(?:[.,;]|\Z))|(?=\s+(?:by|before|within|in\s+time|since|when|after|until)\b)"
    ).match(flagged.text, act.verb.end)
    if us is None or re.match(r"\s+(?:about|to|for|with|if)\b", flagged.text[us.end() :]):
        return None
    return _change(flagged, act, us.end(), f"{_we_have(act, 'heard', 'heard')} from you")


def _seen(flagged: Flagged, act: Act) -> Wording | None:
    """ "You missed your appointment": we did not see you at your appointment."""
    missed = act.lemma == "miss" and not act.denied
    if not act.is_you or not (missed or (act.lemma in ("attend", "keep") and act.denied)):
        return None
    found = object_of(flagged, act.verb)
    if found is None:
        return None
    words, first = words_of(flagged, act, *found)
    if missed and _DEADLINES.search(words):
        have = "had" if act.time == "earlier" else "has"
        aim = re.compile(r"\s+(?:to|for)\s+(?:\w+\s+)?\w+(?=\s*(?:[.,;]|\Z))").match(flagged.text, found[1])
        end = aim.end() if aim else found[1]
        # A date passes whatever was done.
        despite = re.match(r"\s+despite\b", flagged.text[end:], re.IGNORECASE)
        text = f"{words}{aim.group() if aim else ''} {have} passed"
        return None if despite else _change(flagged, act, end, text, first=first)
    if IT_SEEMS.search(flagged.text[: act.doer.start]):
        return None
    if not is_meeting(words) or (re.search(r"\bcalls?\b", words) and missed):
        return None
    see = "had not seen" if act.time == "earlier" else "did not see"
    text = f"we {see} you at {words}"
    return _change(flagged, act, found[1], text)


def _asked_for(flagged: Flagged, act: Act) -> Wording | None:
    """ "You did not cancel in time": we did not receive a cancellation in time."""
    behind = re.match(r"\s+(?:in\s+time|on\s+time|by|before|within|until)\b", flagged.text[act.verb.end :])
    if act.lemma not in _AS_NOUNS or not act.denied or not act.is_you or not behind:
        return None
    return _change(flagged, act, act.verb.end, f"{_we_have(act, 'received', 'received')} {_AS_NOUNS[act.lemma]}")


def _took_part(flagged: Flagged, act: Act) -> Wording | None:
    """ "You did not take part in it": we do not have a record of you taking part in it."""
    rest = re.compile(r"\s+part\s+in\b").match(flagged.text, act.verb.end)
    shown = re.compile(r"\s+(?:up|in)\s+(?=(?:for|at|to)\b)").match(flagged.text, act.verb.end)
    if not act.denied or not act.is_you:
        return None
    if act.lemma == "take" and rest:
        return _change(flagged, act, act.verb.end, "we do not have a record of you taking")
    if act.lemma in ("show", "turn") and shown:
        return _change(flagged, act, shown.end(), "we did not see you ")
    return None


def _kept_to(flagged: Flagged, act: Act) -> Wording | None:
    """ "You breached the policy": the policy was not followed."""
    undone = act.denied and act.lemma in ("comply", "keep", "follow", "adhere")
    if not undone and (act.denied or act.lemma not in BREAKS | {"default"}):
        return None
    if undone or act.lemma == "default":
        found = behind(flagged, act.verb, ("with", "to", "on")) or (object_of(flagged, act.verb) if undone else None)
    else:
        found = object_of(flagged, act.verb)
    if found is None:
        return None
    words, first = words_of(flagged, act, *found) if found[0].is_("obj") else words_behind(flagged, *found)
    words = re.sub(r"\A(?:the\s+)?said\s+", "the ", words, flags=re.IGNORECASE)
    if re.match(r"\s+(?:on(?!\s+(?:the\s+)?(?:\d|[A-Z]))|about|against|for)\b", flagged.text[found[1] :]):
        return None  # "our rules on spam" would be torn apart
    done = "kept" if _PROMISES.search(words) else "followed" if RULES.search(words) else None
    be = _be(replace(act, denied=True, adverbs=()), are_many(found[0], words))
    return _change(flagged, act, found[1], f"{words} {be} {done}", first=first) if done else None


def _unanswered(flagged: Flagged, act: Act) -> Wording | None:
    """ "You disregarded our letters": we did not have a reply to our letters."""
    found = object_of(flagged, act.verb) if act.lemma in ("ignore", "disregard") and not act.denied else None
    words = words_of(flagged, act, *found)[0] if found else ""
    if found is None or not _LETTERS.search(words) or not _OURS.match(words):
        return None
    had = "we did not have" if act.time == "past" else f"we {'had' if act.time == 'earlier' else 'have'} not had"
    return _change(flagged, act, found[1], f"{had} a reply to {words}")


def _lapsed(flagged: Flagged, act: Act) -> Wording | None:
    """ "You let your card expire": your card expired."""
    match = re.compile(
        r"\s+(?P<what>(?:your|the|this|it)\b(?:\s+[\w'’-]+){0,5}?)\s+(?:to\s+)?(?P<verb>lapse|expire|run\s+out|end)\b"
    ).match(flagged.text, act.verb.end)
    if match is None or act.denied or act.lemma not in ("let", "allow", "permit"):
        return None
    verb, *more = match["verb"].split()
    tail = f" {' '.join(more)}" if more else ""
    if act.time == "past":
        done = inflected(verb, "VBD")
    else:
        have = "had" if act.time == "earlier" else "have" if is_many(match["what"]) else "has"
        done = f"{have} {inflected(verb, 'VBN')}"
    return _change(flagged, act, match.end(), f"{match['what']} {done}{tail}")


def _let_in(flagged: Flagged, act: Act) -> Wording | None:
    """ "You did not let the engineer in": the engineer could not get in."""
    match = re.compile(
        r"\s+(?P<who>(?:the|our|your|an?)\s+(?:[\w'’-]+\s+){0,2}?[\w'’-]+)\s+(?P<into>in(?:to)?)\b"
    ).match(flagged.text, act.verb.end)
    if act.lemma != "let" or not act.denied or match is None:
        return None
    return _change(flagged, act, match.end(), f"{match['who']} could not get {match['into']}")


def _passed(flagged: Flagged, act: Act) -> Wording | None:
    """ "You waited eleven days to tell us": eleven days passed before we were told."""
    match = _SPAN.match(flagged.text, act.verb.end)
    if match is None or act.denied or act.lemma not in ("wait", "delay", "take") or act.time == "perfect":
        return None
    doing, lemma = flagged.word_at(match.start("verb")), verb_lemma(match["verb"])
    if doing is None or doing.form != (inflected(lemma, "VBG") if match["how"] == "before" else lemma):
        return None
    if lemma in TELLS and match["us"]:
        return _change(flagged, act, match.end(), f"{match['span']} passed before we were told")
    if lemma in _HEARS | {"write", "speak"}:
        return _change(flagged, act, match.end(), f"{match['span']} passed before we heard from you")
    found, done = object_of(flagged, doing), inflected(lemma, "VBN")
    if found is None or done is None or lemma in _STATES | TELLS:
        return None
    words, _ = words_of(flagged, replace(act, verb=doing), *found)
    was = "were" if are_many(found[0], words) else "was"
    return _change(flagged, act, found[1], f"{match['span']} passed before {words} {was} {done}")


def _there_were(flagged: Flagged, act: Act) -> Wording | None:
    """ "You have since had 3 further spells": there have since been 3 further spells."""
    found = object_of(flagged, act.verb)
    if act.lemma != "have" or found is None or act.denied:
        return None
    words, _ = words_of(flagged, act, *found)
    if not _COUNTED.match(words) or re.match(r"no\b", words, re.IGNORECASE):
        return None
    many = are_many(found[0], words)
    adverbs = "".join(f" {word}" for word in act.adverbs)
    if act.time == "past":
        text = f"there{adverbs} {'were' if many else 'was'} {words}"
    else:
        have = "had" if act.time == "earlier" else "have" if many else "has"
        text = f"there {have}{adverbs} been {words}"
    return _change(flagged, act, found[1], text)


def _received(flagged: Flagged, act: Act) -> Wording | None:
    """ "You sent only £10": we received only £10."""
    match = re.compile(r"\s+(?:us\s+)?(?=(?:only|just)\s+(?:\d|[£$€]|one|two|three|half|part))").match(
        flagged.text, act.verb.end
    )
    if act.lemma not in _MONEY_IN or act.denied or not act.is_you or match is None:
        return None
    return _change(flagged, act, act.verb.end, f"we {'received' if act.time == 'past' else 'have received'}")


def _done(flagged: Flagged, act: Act) -> Wording | None:
    """ "You opened the box": the box was opened."""
    particle = next((child for child in act.verb.children if child.is_("compound:prt")), None)
    preposition = ""
    found = object_of(flagged, act.verb)
    if found is None and act.lemma in ("dispose", "agree", "tamper", "deal", "act", "consent"):
        found = behind(flagged, act.verb, ("of", "to", "with", "on"))
        case = flagged.tree.after(act.verb)
        preposition = f" {case.form}" if case is not None else ""
    done = inflected(act.lemma, "VBN")
    if found is None or done is None or act.lemma in _STATES | (BREAKS - {"break"}):
        return None
    thing, end = found
    words, first = words_behind(flagged, thing, end) if preposition else words_of(flagged, act, thing, end)
    if act.lemma == "leave" and (state := _LEFT_AS.search(words)):
        end -= len(state.group())
        words = words[: state.start()]
    if not _can_open(act, thing, words):
        return None
    if words.lower() in _PRONOUNS:
        words = _PRONOUNS[words.lower()]
    if act.time == "perfect" and _AT_A_TIME.match(flagged.text, end):
        act = replace(act, time="past")
    many = words in ("they", "these", "those") or are_many(thing, words)
    if preposition == " to" and act.lemma == "agree":
        preposition = ""
    tail = f" {particle.form}" if particle is not None and particle.index < thing.index else ""
    # "You have yet to" and "has not been" look the same way forward.
    yet = " yet" if act.denied and act.time == "perfect" and _ends(flagged, end) and " yet " not in flagged.text else ""
    text = f"{words} {_be(act, many)} {done}{tail}{preposition}{yet}"
    return _change(flagged, act, end, text, first=first)


def _ends(flagged: Flagged, end: int) -> bool:
    return bool(re.match(r"\s*(?:[.,;!]|\Z)", flagged.text[end:]))


def _can_open(act: Act, thing: Word, words: str) -> bool:
    """Whether what was done something to can be the subject: no person, no reflexive, nothing that "any" denies."""
    if thing.form in (
        "you",
        "yourself",
        "us",
        "me",
        "one",
        "him",
        "her",
        "what",
        "who",
        "which",
        "nothing",
        "everything",
    ):
        return False
    if re.search(r"\byour\s+own\b|\byourself\b|\btheir\s+own\b", words, re.IGNORECASE):
        return False
    never = act.verb.children and any(child.form == "never" for child in act.verb.children)
    unclear = (
        r"(?:an?|any|all|every|each|both|much|anything|anyone)\b" if never else r"(?:any|all|every|each|both|much)\b"
    )
    return not (act.denied and re.match(unclear, words, re.IGNORECASE))


_TELLINGS: Final[tuple[Callable[[Flagged, Act], Wording | None], ...]] = (
    _told,
    _heard,
    _seen,
    _took_part,
    _asked_for,
    _unanswered,
    _kept_to,
    _lapsed,
    _let_in,
    _passed,
    _there_were,
    _received,
    _done,
)
