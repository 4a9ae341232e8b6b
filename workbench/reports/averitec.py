"""The rated claims in the shape of the AVeriTeC data set (https://fever.ai/dataset/averitec.html), for research."""

from __future__ import annotations

from typing import Any

from workbench.domain.articles import Article, Kind
from workbench.domain.review import CitedEvidence, RatingScale, Verdict
from workbench.domain.withheld import KEPT_BACK
from workbench.reports.claimreview import page_of
from workbench.reports.harmless import web_address
from workbench.reports.machine import json_bytes
from workbench.reports.model import Report, ReviewedClaim

SUPPORTED = "Supported"
REFUTED = "Refuted"
CONFLICTING = "Conflicting Evidence/Cherrypicking"
NOT_ENOUGH = "Not Enough Evidence"

_CLAIM_TYPES = {
    Kind.QUANTITY: "Numerical Claim",
    Kind.COMPARISON: "Numerical Claim",
    Kind.QUOTE: "Quote Verification",
    Kind.CAUSAL: "Causal Claim",
    Kind.EVENT: "Event/Property Claim",
    Kind.TIME: "Event/Property Claim",
    Kind.STATUS: "Event/Property Claim",
    Kind.IDENTITY: "Event/Property Claim",
}


def render(report: Report) -> bytes:
    """A JSON list, one object a claim with a verdict that answers whether it holds ("not checkable" does not).

    Each passage relied on is an extractive answer to one question a claim: the reviewers' questions are not recorded.
    """
    return json_bytes([_row(report, article, item, label) for article, item, label in told(report)])


def told(report: Report) -> list[tuple[Article, ReviewedClaim, str]]:
    """The claims that are told, each with its article and its label."""
    return [
        (entry.article, item, label)
        for entry in report.articles
        for item in entry.claims
        if item.verdict and (label := label_of(report.scale(item.verdict.scale_id), item.verdict))
    ]


def label_of(scale: RatingScale | None, verdict: Verdict) -> str | None:
    """The nearest of AVeriTeC's four labels; None where a rating says that the claim cannot be checked.

    Its own words are kept. On other scales the upper quarter is "Supported", the lower quarter "Refuted", between
    them "Conflicting Evidence/Cherrypicking", and a rating off the scale "Not Enough Evidence".
    """
    words = verdict.rating.strip()
    for label in (SUPPORTED, REFUTED, CONFLICTING, NOT_ENOUGH):
        if words.casefold() == label.casefold():
            return label
    step = scale.find(words) if scale else None
    bounds = scale.bounds if scale else None
    if verdict.value is None or bounds is None or bounds[0] == bounds[1]:
        return None if (step and step.key == "n") or "checkable" in words.casefold() else NOT_ENOUGH
    position = (verdict.value - bounds[0]) / (bounds[1] - bounds[0])
    if position >= 0.75:
        return SUPPORTED
    return REFUTED if position <= 0.25 else CONFLICTING


def _row(report: Report, article: Article, item: ReviewedClaim, label: str) -> dict[str, Any]:
    claim, verdict = item.claim, item.verdict
    assert verdict is not None  # rows are made of claims with a verdict
    published = article.published
    return {
        "claim_id": claim.id,
        "claim": claim.text,
        "required_reannotation": False,
        "label": label,
        "rating": verdict.rating,
        "justification": verdict.rationale,
        "claim_date": f"{published.day}-{published.month}-{published.year}" if published else None,
        "speaker": claim.speaker,
        "original_claim_url": web_address(article.url),
        "cached_original_claim_url": None,
        "fact_checking_article": web_address(page_of(report, article, claim.id)),
        "reporting_source": article.publisher,
        "location_ISO_code": None,
        "claim_types": list(dict.fromkeys(_CLAIM_TYPES[kind] for kind in claim.kinds if kind in _CLAIM_TYPES)),
        "fact_checking_strategies": ["Written Evidence"] if verdict.evidence else [],
        "questions": [
            {
                "question": f"What does the evidence say about the claim “{claim.text}”?",
                "answers": [_answer(piece) for piece in verdict.evidence],
            }
        ]
        if verdict.evidence
        else [],
    }


def _answer(piece: CitedEvidence) -> dict[str, Any]:
    return {
        "answer": piece.chosen or KEPT_BACK,
        "answer_type": "Extractive",
        "stance": piece.stance,
        "source_url": web_address(piece.url),
        "cached_source_url": web_address(piece.archive_url),
        "source_medium": "Web text" if piece.url else "Other",
        "source_title": piece.source_title,
        "source_date": piece.published,
    }
