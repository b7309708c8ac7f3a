"""A term that has to stay, with what it means in brackets behind it: "liability order (a court's ruling that …)".

Only for terms that no plain word replaces. Each explanation begins so that the guard `explained` knows it for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from empathy_lint import late_re as re
from empathy_lint.rewriting.flagged import Flagged, Wording

# What holds wherever the term is used: no country's limits, nobody's amounts, and no "you" that may be somebody else.
MEANINGS: Final = {
    # courts and debts
    "adjudication": "a decision by an independent person",
    "adjudicator": "an independent person who decides",
    "affidavit": "a written statement made under oath",
    "alternative dispute resolution": "a way to settle without a court",
    "appellant": "the person who appeals",
    "arbitration": "a decision by a neutral person instead of a court",
    "assignee": "the new owner of the debt",
    "attachment of earnings": "money taken from wages by order of a court",
    "attachment of earnings order": "an order to take money from wages",
    "burden of proof": "the duty to prove it",
    "charge certificate": "a notice that the charge has gone up",
    "charging order": "an order that ties a debt to a property",
    "contempt of court": "not doing what a court has ordered",
    "counterclaim": "a claim against the one who claimed first",
    "county court judgment": "a court's ruling that a debt is owed",
    "debt purchaser": "a company that buys debts",
    "debt relief order": "an order that frees people with little money from debts",
    "default judgment": "a ruling made because no reply came",
    "default notice": "a formal letter that says that payments were missed",
    "defendant": "the person whom the claim is against",
    "enforcement agent": "someone with the legal power to collect debts",
    "garnishment": "money taken straight from wages or an account",
    "wage garnishment": "money taken from wages",
    "individual voluntary arrangement": "a formal agreement to pay debts over time",
    "injunction": "a court's order to do or to stop something",
    "insolvency": "not being able to pay one's debts",
    "intestate": "without a will",
    "jointly and severally liable": "each can be asked to pay all of it",
    "judgment debt": "money that a court has said is owed",
    "letter before action": "a last letter before a court case",
    "letter before claim": "a last letter before a court case",
    "liability order": "a court's ruling that the money is owed",
    "lien": "a legal claim on property until a debt is paid",
    "limitation period": "the time within which a claim can be made",
    "litigant in person": "someone without a lawyer",
    "misdemeanor": "a less serious crime",
    "misdemeanour": "a less serious crime",
    "as mitigation": "reasons that explain what happened",
    "unlawful detainer": "a court case to make a tenant leave",
    "notary": "an official who witnesses signatures",
    "notice of assignment": "a letter that says who owns the debt now",
    "notice of consideration": "a letter about a decision that is being considered",
    "order for recovery": "a notice that a court has recorded the debt",
    "out-of-court settlement": "an agreement made without a court",
    "particulars of claim": "the details of what is claimed and why",
    "pre-action protocol": "the steps to take before a court case",
    "promissory note": "a written promise to pay",
    "standard financial statement": "a form that shows income and spending",
    "statement of truth": "a line that says that the facts are true",
    "principal sum": "the amount borrowed",
    "statutory declaration": "a written statement sworn to be true",
    "statutory demand": "a formal demand to pay a debt",
    "statutory interest": "the interest that the law allows",
    "stay of proceedings": "a pause in the court case",
    "subpoena": "an order to come to court or to send papers",
    "third party debt order": "an order to take money from a bank account",
    "warrant of control": "a court's permission to send someone to collect a debt",
    "without prejudice": "not to be used against either side in court",
    "writ of control": "a court's permission to send someone to collect a debt",
    # contracts, credit and banks
    "acceleration clause": "a rule that makes the whole debt due at once",
    "amortisation": "the way a loan is paid off over time",
    "amortization": "the way a loan is paid off over time",
    "annual percentage rate": "the yearly cost of borrowing",
    "authorised signatory": "the person allowed to sign",
    "authorized signatory": "the person allowed to sign",
    "balloon payment": "a large last payment",
    "chargeback": "a payment taken back through the bank",
    "cleared funds": "money that has arrived in the account",
    "collateral": "something of value that backs a loan",
    "continuous payment authority": "a permission to take card payments again and again",
    "credit bureau": "a company that keeps records of borrowing",
    "credit reference agency": "a company that keeps records of borrowing",
    "early repayment charge": "a fee for paying off a loan early",
    "encumbrance": "a claim that someone has on a property",
    "escrow": "money held by someone neutral",
    "ex gratia payment": "a payment made as goodwill",
    "fiduciary duty": "a duty in law to act in other people's interest",
    "forbearance": "a pause or a cut in payments for a time",
    "force majeure": "events that nobody could control",
    "guarantor": "someone who has promised to pay if the borrower cannot",
    "indemnify us": "that is, cover our loss",
    "indemnify you": "that is, cover your loss",
    "indemnity": "a promise to cover a loss",
    "liability": "the duty in law to pay or to answer for it",
    "KYC": "the checks of who a customer is",
    "legal person": "a company or another body",
    "negative equity": "a home worth less than its mortgage",
    "novation": "the handing over of a contract to someone new",
    "authorisation hold": "money set aside and not yet taken",
    "authorization hold": "money set aside and not yet taken",
    "grace period": "extra days in which to pay",
    "redemption statement": "a statement of what it takes to pay off the loan",
    "security interest": "a right to take something if a loan is not paid",
    "set-off": "an amount taken off what is owed",
    "subject to status": "if the credit checks are passed",
    # insurance and health
    "coinsurance": "the share of the cost that the patient pays",
    "copayment": "the part of the bill that the patient pays",
    "annual deductible": "the part of the year's costs that the patient pays first",
    "explanation of benefits": "a list of what the plan has paid",
    "loss adjuster": "an expert who checks the damage for the insurer",
    "policy excess": "the part of a claim that is not paid out",
    "pre-existing condition": "a health problem from before the policy began",
    "prior authorization": "the plan's approval before treatment",
    "proximate cause": "the main cause, as the law sees it",
    "subrogation": "the insurer's right to claim the money from others",
    "underwriting": "the checks that decide on cover and price",
    # benefits, tax and housing
    "discretionary housing payment": "extra help with rent",
    "ground rent": "money paid for the land that a home stands on",
    "habitual residence test": "a check that someone really lives in the country",
    "mandatory reconsideration": "a second look at the decision",
    "means-tested benefits": "help that depends on income and savings",
    "no recourse to public funds": "no right to most benefits",
    "notice seeking possession": "a formal letter that comes before a court case about a home",
    "outright possession": "the return of the home without conditions",
    "possession order": "a court's ruling that a home has to be given back",
    "sinking fund": "money saved up for large repairs",
    "withholding tax": "tax that is taken before payment",
    # work and study
    "at-will employment": "a job that either side can end at any time",
    "constructive dismissal": "a job left because of how the employer behaved",
    "garden leave": "paid time away before a job ends",
    "gross misconduct": "behaviour so serious that it can end a job",
    "interruption of studies": "a break from the course",
    "restrictive covenants": "limits on what may be done after leaving",
    "severance pay": "money paid when a job ends",
    # pensions
    "actuarial reduction": "a cut because it is paid early",
    "additional voluntary contributions": "extra savings for the pension",
    "annuity": "an income for life",
    "commutation": "a swap of pension for a lump sum",
    "defined benefit": "a pension that depends on pay",
    "defined contribution": "a pension that depends on what was paid in",
    "guaranteed minimum pension": "the least that a scheme has to pay to some members",
    "internal dispute resolution procedure": "the scheme's own way to deal with complaints",
    "vesting": "the point from which it is the member's to keep",
    # online services and travel
    "acceptable use policy": "the rules for using the service",
    "denied boarding": "not being let onto the plane",
    "early termination fee": "a charge for ending a contract early",
    "fair usage policy": "the limit on normal use",
    "operating carrier": "the airline that flies the plane",
    "registrar": "the company that registers web addresses",
    "service level agreement": "the service that was promised",
    "URN": "a unique reference number",
    "two-factor authentication": "a second check when signing in",
}  # fmt: skip
# What a term may be part of, where it means something else: the registrar of companies, a registrar of births.
_ELSEWHERE: Final = {
    "registrar": r"\s+(?:of|for|general)\b",
    "vesting": r"\s+order\b",
    "collateral": r"\s+\w",
    "liability": r"(?!\s+of\b)",
    "without prejudice": r"\s+to\b",
}
_BEHIND: Final = {"garnishment": re.compile(r"\bwages?\s+\Z", re.IGNORECASE)}
_SHORT_FORM: Final = re.compile(r"\s*\(([A-Z][A-Za-z]*[A-Z]s?)\)")
_FOLLOWED: Final = re.compile(
    r"\s*(?:\(|[,–—-]\s*(?:which|that)\s+(?:is|means)\b)|[-/]\w|\s+(?:for|of|on)\s+(?:the\s+)?[A-Z]"
)


def explained(flagged: Flagged) -> Iterator[Wording]:
    """Each flagged term with its meaning in brackets, where the message does not give that already."""
    if flagged.is_label or flagged.text.isupper():
        return
    told = " ".join(block.prose for block in flagged.view.analysis.message.blocks)
    for term, meaning in MEANINGS.items():
        match = _pattern(term).search(flagged.text)
        if not match or not flagged.touches(match) or meaning in told:
            continue
        short = _SHORT_FORM.match(flagged.text, match.end())
        if short:
            yield Wording(short.start(1), short.end(), f"{short[1]}, {meaning})", "phrase", "review")
        elif not _is_taken(term, flagged.text, *match.span()) and not _is_part(flagged, match.end()):
            yield Wording(*match.span(), f"{match.group()} ({meaning})", "phrase", "review")


def _is_taken(term: str, text: str, start: int, end: int) -> bool:
    """Whether it stands in a bracket, or one follows, or what makes something else of the term."""
    elsewhere = _ELSEWHERE.get(term)
    is_inside = text.count("(", 0, end) > text.count(")", 0, end)
    is_other = bool(elsewhere and re.compile(elsewhere, re.IGNORECASE).match(text, end))
    is_longer = term in _BEHIND and bool(_BEHIND[term].search(text[:start]))
    return is_inside or is_other or is_longer or bool(_FOLLOWED.match(text, end))


def _is_part(flagged: Flagged, end: int) -> bool:
    """Whether the term stands before the noun that it belongs to: "affidavit process"."""
    last = flagged.word_at(end - 1)
    following = re.match(r"\s+(?=\w)", flagged.text[end:])
    after = flagged.word_at(end + following.end()) if following else None
    return bool((last and last.is_("compound", "amod")) or (after and after.pos in ("NOUN", "PROPN")))


@cache
def _pattern(term: str) -> re.Pattern[str]:
    written = r"[\s-]+".join(piece for piece in re.split(r"[\s-]", term))
    return re.compile(rf"(?<![\w-]){written}(?![\w'’])", 0 if term.isupper() else re.IGNORECASE)
