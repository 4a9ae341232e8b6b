"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/) of the claims: their place and their rating."""

from __future__ import annotations

import base64
import uuid
from typing import Any

from workbench.domain.articles import Article, Origin
from workbench.reports.claimreview import page_of
from workbench.reports.harmless import web_address
from workbench.reports.machine import json_bytes
from workbench.reports.model import Report, ReviewedClaim

_NAMES = uuid.UUID("6f1d5c1e-4f0c-5c35-9a56-0d5b6f8c2f11")
"""Namespace of the identifiers: the same article and claim always get the same ones."""

_MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"


def render(report: Report) -> bytes:
    """An annotation collection of one page, one annotation a claim, as JSON-LD.

    Offsets are code points of the article's text as it is stored, which a position selector counts too. An article
    without an address is named by the digest of its text (RFC 6920).
    """
    items = [_annotation(report, entry.article, item) for entry in report.articles for item in entry.claims]
    digests = ",".join(entry.article.sha256 for entry in report.articles)
    collection = f"urn:uuid:{uuid.uuid5(_NAMES, digests)}"
    return json_bytes(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": collection,
            "type": "AnnotationCollection",
            "label": "Claims and their verdicts",
            "total": len(items),
            **({"dcterms:identifier": f"sha256:{report.state.head}"} if report.state.head else {}),
            "first": {
                "id": f"urn:uuid:{uuid.uuid5(_NAMES, digests + '#1')}",
                "type": "AnnotationPage",
                "partOf": collection,
                "startIndex": 0,
                "items": items,
            },
        }
    )


def source_of(article: Article) -> str:
    """What an annotation points at: the article's address, else the digest of its text."""
    return web_address(article.url) or _digest_name(article.sha256)


def _digest_name(sha256: str) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _annotation(report: Report, article: Article, item: ReviewedClaim) -> dict[str, Any]:
    claim, verdict = item.claim, item.verdict
    anchor = claim.anchor
    annotation: dict[str, Any] = {
        "id": f"urn:uuid:{uuid.uuid5(_NAMES, f'{article.sha256}#claim-{claim.id}')}",
        "type": "Annotation",
        "motivation": "assessing" if verdict else "identifying",
        "body": _bodies(report, article, item),
        "target": {
            "source": source_of(article),
            "selector": [
                {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": anchor.exact,
                    "prefix": anchor.prefix,
                    "suffix": anchor.suffix,
                },
                *(
                    [{"type": "FragmentSelector", "conformsTo": _MEDIA_FRAGMENTS, "value": anchor.fragment}]
                    if anchor.fragment
                    else []
                ),
            ],
        },
        "generator": {"type": "Software", "name": report.program},
    }
    if verdict:
        annotation["created"] = verdict.at
        annotation["creator"] = {"type": "Person", "name": verdict.reviewer}
    elif claim.origin is Origin.MACHINE:
        annotation["creator"] = {"type": "Software", "name": article.splitter or report.program}
    return annotation


def _bodies(report: Report, article: Article, item: ReviewedClaim) -> list[dict[str, Any]]:
    """The claim's standalone wording; with a verdict its rating, its rationale and the evidence relied on."""
    verdict = item.verdict
    bodies: list[dict[str, Any]] = [_text(item.claim.text, "describing", article.language)]
    if verdict is None:
        return bodies
    bodies.append(_text(verdict.rating, "classifying", "en"))
    if verdict.rationale:
        bodies.append(_text(verdict.rationale, "commenting", "en"))
    page = page_of(report, article, item.claim.id)
    addresses = [web_address(page), *(web_address(piece.url) for piece in verdict.evidence)]
    bodies += [
        {"type": "SpecificResource", "source": url, "purpose": "linking"}
        for url in dict.fromkeys(addresses)
        if url is not None
    ]
    return bodies


def _text(value: str, purpose: str, language: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain", "language": language}
