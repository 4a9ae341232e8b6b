"""The report as rows: one a claim, one a verdict, one a passage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.articles import Origin
from workbench.domain.evidence import EvidenceState, Stance
from workbench.reports.model import Report, ReviewedClaim

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Named columns and their rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


CLAIM_COLUMNS = (
    "article_id", "article_title", "publisher", "published", "article_url", "claim_id", "start", "end", "quote",
    "text", "kinds", "speaker", "attribution", "checkworthiness", "reasons", "origin", "status", "rating",
    "rating_value", "scale", "rationale", "reviewer", "given_at", "known_at", "agreement", "verdicts", "corrections",
    "evidence_for", "evidence_against", "evidence_context", "suggested", "version", "dropped", "time", "tags",
)  # fmt: skip

VERDICT_COLUMNS = (
    "verdict_id", "claim_id", "kind", "reviewer", "scale", "rating", "rating_value", "rationale", "claim_text",
    "given_at", "known_at", "supersedes", "stands", "withdrawn",
)  # fmt: skip

EVIDENCE_COLUMNS = (
    "evidence_id", "claim_id", "state", "stance", "origin", "probability", "reviewer", "at", "quote", "source_id",
    "source_title", "publisher", "published", "url", "archive_url", "locator", "note",
)  # fmt: skip


def claims(report: Report) -> ReportTable:
    """One row a claim, with the verdict that stands."""
    rows: list[tuple[Cell, ...]] = []
    for item in report.articles:
        article = item.article
        head: tuple[Cell, ...] = (
            article.id,
            article.title,
            article.publisher,
            article.published.isoformat() if article.published else None,
            article.url,
        )
        rows += [(*head, *_claim(report, reviewed)) for reviewed in item.claims]
    return ReportTable("Claims", CLAIM_COLUMNS, tuple(rows))


def _claim(report: Report, item: ReviewedClaim) -> tuple[Cell, ...]:
    claim, verdict = item.claim, item.verdict
    scale = report.scale(verdict.scale_id) if verdict else None
    return (
        claim.id,
        claim.start,
        claim.end,
        claim.quote,
        claim.text,
        "; ".join(kind.value for kind in claim.kinds),
        claim.speaker,
        claim.attribution.value,
        round(claim.checkworthiness, 4),
        "; ".join(claim.reasons),
        claim.origin.value,
        claim.status.value,
        verdict.rating if verdict else None,
        verdict.value if verdict else None,
        scale.name if scale else None,
        verdict.rationale if verdict else None,
        verdict.reviewer if verdict else None,
        verdict.at if verdict else None,
        verdict.known_at if verdict else None,
        item.agreement.value,
        len(item.opinions),
        len(item.corrections),
        _sources(report, item, Stance.SUPPORTS),
        _sources(report, item, Stance.REFUTES),
        _sources(report, item, Stance.CONTEXT),
        sum(link.evidence.origin is Origin.MACHINE for link in item.linked(EvidenceState.SUGGESTED)),
        claim.version,
        None,
        claim.anchor.time or None,
        "; ".join(item.tags) or None,
    )


def _sources(report: Report, item: ReviewedClaim, stance: Stance) -> str:
    """The sources relied on with one stance: "title (publisher, date) address", one a line."""
    cited = item.verdict.evidence if item.verdict else ()
    named = [
        (piece.source_title, piece.publisher, piece.published, piece.url) for piece in cited if piece.stance == stance
    ]
    known = {piece.passage_id for piece in cited}
    for link in item.linked(EvidenceState.ACCEPTED):
        source = report.source(link.source_id)
        if source and link.evidence.stance is stance and link.passage.id not in known:
            published = source.published.isoformat() if source.published else None
            named.append((source.title, source.publisher, published, source.url))
    return "\n".join(_named(*name) for name in dict.fromkeys(named))


def _named(title: str, publisher: str | None, published: str | None, url: str | None) -> str:
    inner = ", ".join(part for part in (publisher, published) if part)
    return " ".join(part for part in (title, f"({inner})" if inner else "", url or "") if part)


def verdicts(report: Report) -> ReportTable:
    """One row a verdict, those that were superseded or withdrawn too."""
    return ReportTable("Verdicts", VERDICT_COLUMNS, tuple(_verdicts(report)))


def _verdicts(report: Report) -> Iterable[tuple[Cell, ...]]:
    for item in report.claims:
        for verdict in item.verdicts:
            scale = report.scale(verdict.scale_id)
            yield (
                verdict.id,
                verdict.claim_id,
                verdict.kind.value,
                verdict.reviewer,
                scale.name if scale else verdict.scale_id,
                verdict.rating,
                verdict.value,
                verdict.rationale,
                verdict.claim_text,
                verdict.at,
                verdict.known_at,
                verdict.supersedes,
                "yes" if verdict.id == item.standing else "no",
                "yes" if verdict.id in item.withdrawn else "no",
            )


def evidence(report: Report) -> ReportTable:
    """One row a passage linked to a claim: accepted, rejected and suggested."""
    rows: list[tuple[Cell, ...]] = []
    for item in report.claims:
        for link in item.evidence:
            if link.removed_at is not None:
                continue
            linked, source = link.evidence, report.source(link.source_id)
            rows.append(
                (
                    linked.id,
                    linked.claim_id,
                    linked.state.value,
                    linked.stance.value if linked.stance else None,
                    linked.origin.value,
                    linked.probability,
                    linked.reviewer,
                    linked.at,
                    link.passage.text,
                    link.source_id,
                    source.title if source else None,
                    source.publisher if source else None,
                    source.published.isoformat() if source and source.published else None,
                    source.url if source else None,
                    source.archive_url if source else None,
                    link.passage.locator,
                    linked.note,
                )
            )
    return ReportTable("Evidence", EVIDENCE_COLUMNS, tuple(rows))
