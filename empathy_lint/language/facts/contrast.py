"""What "but" and its kin do: cancel a kind clause, or only except something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.language.facts.cues import cue, every, holds, matches
from empathy_lint.language.facts.fact import Finder, Span
from empathy_lint.language.tree import Tree, Word

_JOINERS: Final = frozenset(
    {"but", "however", "although", "though", "yet", "nevertheless", "nonetheless", "unfortunately"}
)
_EXCEPT_AFTER: Final = frozenset(
    """nothing anything everything none nobody everyone anyone all every any no choice option alternative
        one last cannot help""".split()
)
# A clause that thanks, apologises, understands, praises or hopes.
_KIND: Final = re.compile(
    r"\b(?:thank(?:s|\s+you|ful)?|appreciat\w+|sorry|apologi[sz]e\w*|apolog(?:y|ies)|regret\w*|understand\w*"
    r"|sympathi[sz]e\w*|empathi[sz]e"
    r"|(?:we|i)\s+(?:do\s+|can\s+|fully\s+|really\s+|truly\s+|certainly\s+|completely\s+)*(?:know|see|hear"
    r"|reali[sz]e|recogni[sz]e|accept|agree|value|care|acknowledge|respect|note|get)"
    r"|gla[dn]\w*|pleased|delighted|happy|grateful|welcome|congratulations|love[d]?|like\s+to|wish|hope\w*"
    r"|want\s+to|kind\w*|great|good|excellent|impress\w+|enjoy\w*|nice"
    r"|valued?|loyal\w*|difficult|hard|stressful|frustrat\w+|upsetting|strong|impressive|interest(?:ing)?|helpful"
    r"|lovely|fair|right\s+to|you(?:['’]ve|\s+have)?\s+tr(?:y|ied)|effort\w*|sure\s+you|of\s+course|reviewed|considered|carefully|received"
    r"|approved|can\s+help|yes|true|feel\s+for|best)\b",
    re.IGNORECASE,
)
# A clause that refuses, denies, demands or brings the bad news.
_REFUSING: Final = re.compile(
    r"(?:\b(?:not|cannot|never|unable|no|nor|nothing|none|neither|must|need(?:s|ed)?\s+to|ha(?:s|ve|d)\s+to|only"
    r"|unfortunately|regrettably|declin\w+|refus\w+|reject\w+|den(?:y|ied)"
    r"|require[sd]?|remains?|still|overdue|outstanding|too|due|unsuccessful|fail\w*|expired?|without|policy"
    r"|policies|rules?|terms|closed|full|late|already|responsib\w+|obligat\w+|expect\w*|should|supposed|final"
    r"|stands?|apply|applies|chose|owe[sd]?|unless|until|another|others?|missed|against|less|instead|beyond"
    r"|outside|short|lack\w*|limit\w*|charge[ds]?|wait|ask)\b|n['’]t\b)",
    re.IGNORECASE,
)
# A clause that brings help after bad news, or takes a worry away.
_HELPING: Final = re.compile(
    r"\bno\s+(?:fee|charge|need|rush|penalty|extra|interest|harm)"
    r"|(?:\bnot|n['’]t)\s+(?:worry|need|have\s+to|be\s+charged|affect\w*|lose|cost|change\w*)"
    r"|\bnothing\s+(?:to|has|is|you)"
    r"|\byou\s+(?:can|may|could|won['’]t|will\s+(?:not|still))"
    r"|\bwe\s+(?:can(?!\s*not|['’]t)\b(?!\s+only)|['’]ll|will(?!\s+not)|['’]ve|have\s+(?!not|to)"
    r"|['’]re\s+(?!unable|not)|are\s+(?!unable|not))",
    re.IGNORECASE,
)


def cancelling(tree: Tree) -> Iterator[Span]:
    """The conjunction that joins a kind clause to a refusing one."""
    for word in tree.words:
        if word.form not in _JOINERS or is_exception(tree, word) or _is_not_only(tree, word):
            continue
        before, after = _sides(tree, word)
        if before and after and _KIND.search(before) and _REFUSING.search(after) and not _helps(after):
            yield word.start, word.end


def excepting(tree: Tree) -> Iterator[Span]:
    """The "but" that means except: "nothing but", "everyone but you", "including but not limited to"."""
    for word in tree.words:
        if word.form == "but" and is_exception(tree, word):
            yield word.start, word.end


def is_exception(tree: Tree, word: Word) -> bool:
    """Whether a "but" means except; the parser has seen too few of them, so words decide."""
    before = tree.after(word, -1)
    following = tree.after(word)
    if word.form != "but" or following is None:
        return False
    if following.form == "for" or (before is not None and before.form in ("anything", "nothing", "none", "everything")):
        return True
    if before is not None and before.form == "last" and following.form in ("not", "by"):
        return True
    if [each.form for each in tree.words[word.index + 1 : word.index + 3]] == ["not", "limited"]:
        return True
    earlier = [each.form for each in tree.words[max(word.index - 3, 0) : word.index]]
    if set(earlier) & {"choice", "option", "alternative"} and following.form == "to":
        return True
    plain = following.form in ("one", "a", "the", "you", "your", "two", "him", "her", "them") and not _has_verb_near(
        tree, following
    )
    return bool(before and before.form in _EXCEPT_AFTER and plain)


def _has_verb_near(tree: Tree, word: Word) -> bool:
    following = tree.after(word)
    return following is not None and following.pos in ("VERB", "AUX") and word.is_("nsubj")


def _is_not_only(tree: Tree, word: Word) -> bool:
    forms = [each.form for each in tree.words]
    return (
        word.form == "but"
        and "only" in forms[: word.index]
        and ("not" in forms[: word.index])
        and "also" in forms[word.index : word.index + 4]
    )


def _sides(tree: Tree, word: Word) -> tuple[str, str]:
    """The kind side and the other. With "although" at the start the first clause is the one given up."""
    opens = word.index == 0 or all(each.pos == "PUNCT" for each in tree.words[: word.index])
    if word.form in ("although", "though") and opens:
        cut = tree.text.find(",", word.end)
        return (tree.text[word.end : cut], tree.text[cut:]) if cut > 0 else ("", "")
    return tree.text[: word.start], tree.text[word.end :]


def _helps(after: str) -> bool:
    return bool(_HELPING.search(after[:48]))


FINDERS: Final = (
    Finder(
        "but-cancels",
        "The “but”, “however” or “although” that takes back a kind, thankful, apologetic or positive clause.",
        every(holds(_JOINERS), matches(_KIND), matches(_REFUSING)),
        cancelling,
    ),
    Finder("but-except", "The “but” that means except: “nothing but”, “everyone but you”.", cue(r"but\b"), excepting),
)
