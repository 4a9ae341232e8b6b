"""The figures of the workspace's reviews: ratings, turnaround, agreement, most-used sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median, quantiles
from typing import Any

from workbench.domain.articles import ReviewStatus
from workbench.domain.errors import NotFoundError
from workbench.domain.review import RatingScale, Verdict
from workbench.domain.standing import standing
from workbench.reports.charts import Chart, stacked
from workbench.reports.rating_words import AGREEMENT_WORDS, STATUS_WORDS, rating_view
from workbench.services.review.agreement import AgreementSummary, agreement_summary
from workbench.services.review.blind import unseen_now
from workbench.services.review.scales import scale
from workbench.services.workspace import Workspace
from workbench.store.reporting import existing_articles
from workbench.store.statistics import (
    UsedSource,
    first_verdict_times,
    repeated_claims,
    standing_claims,
    used_sources,
)
from workbench.store.verdicts import status_counts, verdicts, withdrawn_verdicts

REPEATED = "said before (in none of these)"
"""What claims are called that repeat an earlier one; lists of claims and of articles count them with their state."""


@dataclass(frozen=True, slots=True)
class Turnaround:
    """Hours from an article's coming in to the first verdict on a claim of it; None while nothing is rated."""

    claims: int
    median_hours: float | None
    nine_in_ten_hours: float | None
    """Nine claims in ten had their first verdict within these hours."""


@dataclass(frozen=True, slots=True)
class RatingCount:
    """How many claims have this rating. `tone` is as in `workbench.reports.view.RatingView`."""

    scale: str
    words: str
    glyph: str
    tone: str
    claims: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of the reviews. Ratings are of the verdicts that stand, each scale from its best step down."""

    statuses: dict[ReviewStatus, int]
    ratings: tuple[RatingCount, ...]
    turnaround: Turnaround
    agreement: AgreementSummary
    sources: tuple[UsedSource, ...]
    unseen: tuple[int, ...] = ()
    """Claims that wait for this reviewer's second opinion: neither their ratings nor their sources are counted."""
    repeats: int = 0
    """Claims that repeat an earlier one, and are counted in no state."""


def stats(workspace: Workspace, article_id: int | None = None) -> Stats:
    """Count what stands now, of one article or of all, as far as this reviewer may see it.

    Raises:
        NotFoundError: There is no such article.
    """
    database = workspace.database
    if article_id is not None and not existing_articles(database, [article_id]):
        raise NotFoundError(f"there is no article {article_id}; `workbench article list` shows the ones there are.")
    unseen = unseen_now(workspace, article_id)
    return Stats(
        statuses=status_counts(database, article_id),
        ratings=_ratings(workspace, article_id, unseen),
        turnaround=turnaround(first_verdict_times(database, article_id)),
        agreement=agreement_summary(workspace, article_id),
        sources=tuple(used_sources(database, article_id, without=unseen)),
        unseen=tuple(sorted(unseen)),
        repeats=repeated_claims(database, article_id),
    )


def _ratings(workspace: Workspace, article_id: int | None, unseen: set[int]) -> tuple[RatingCount, ...]:
    gone = withdrawn_verdicts(workspace.database)
    live = standing_claims(workspace.database, article_id) - unseen
    given: dict[int, list[Verdict]] = {}
    for verdict in verdicts(workspace.database, article_id=article_id):
        if verdict.id not in gone and verdict.claim_id in live:
            given.setdefault(verdict.claim_id, []).append(verdict)
    counted: dict[str, Counter[str]] = {}
    for those in given.values():
        stands = standing(those)
        if stands is not None:
            counted.setdefault(stands.scale_id, Counter())[stands.rating] += 1
    return tuple(
        count for scale_id in sorted(counted) for count in _scale_counts(scale(workspace, scale_id), counted[scale_id])
    )


def _scale_counts(of: RatingScale, counted: Counter[str]) -> list[RatingCount]:
    steps = sorted(of.ratings, key=lambda step: -1 if step.value is None else step.value, reverse=True)
    views = [rating_view(of, step.words, step.value) for step in steps]
    return [RatingCount(of.name, seen.words, seen.glyph, seen.tone, counted[seen.words]) for seen in views]


def turnaround(times: Sequence[tuple[str, str]]) -> Turnaround:
    """Hours between the two times (ISO 8601) of each pair."""
    hours = sorted(
        (datetime.fromisoformat(given) - datetime.fromisoformat(added)).total_seconds() / 3600 for added, given in times
    )
    if not hours:
        return Turnaround(0, None, None)
    tenth = quantiles(hours, n=10, method="inclusive")[-1] if len(hours) > 1 else hours[0]
    return Turnaround(len(hours), median(hours), tenth)


def rows(found: Stats) -> list[dict[str, Any]]:
    """The figures as rows: what they are about, the name, the value, its unit."""
    out: list[dict[str, Any]] = []

    def add(about: str, name: str, value: float | None, unit: str) -> None:
        if value is not None:
            out.append({"about": about, "name": name, "value": value, "unit": unit})

    for status, count in found.statuses.items():
        add("claims", STATUS_WORDS[status], count, "claims")
    if found.repeats:
        add("claims", REPEATED, found.repeats, "claims")
    for rating in found.ratings:
        add(f"ratings: {rating.scale}", rating.words, rating.claims, "claims")
    add("turnaround", "median", _rounded(found.turnaround.median_hours), "hours")
    add("turnaround", "nine in ten within", _rounded(found.turnaround.nine_in_ten_hours), "hours")
    for state, count in found.agreement.states.items():
        add("reviewers", AGREEMENT_WORDS[state], count, "claims")
    for row in found.agreement.rows:
        about = f"agreement: {row.reviewers} ({row.scale})"
        add(about, "rated by both or more", row.claims, "claims")
        add(about, "same rating", _rounded(row.per_cent), "per cent")
        add(about, "Cohen's kappa", _rounded(row.kappa), "")
        add(about, "Krippendorff's alpha", _rounded(row.alpha), "")
        add(about, "Krippendorff's alpha, ordinal", _rounded(row.alpha_ordinal), "")
    for source in found.sources:
        name = f"{source.title} ({source.publisher})" if source.publisher else source.title
        add("most-used sources", name, source.links, "accepted passages")
    return out


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def plots(found: Stats) -> list[Chart]:
    """The figures that can be drawn as bars; those without any count are left out."""
    claims = [(STATUS_WORDS[status], float(count), "none") for status, count in found.statuses.items()]
    claims += [(REPEATED, float(found.repeats), "none")] if found.repeats else []
    charts = [Chart("Claims", tuple(claims))]
    for name in dict.fromkeys(rating.scale for rating in found.ratings):
        of_scale = [rating for rating in found.ratings if rating.scale == name]
        charts.append(
            Chart(
                f"Ratings ({name})",
                tuple((f"{rating.glyph} {rating.words}", float(rating.claims), rating.tone) for rating in of_scale),
            )
        )
    charts.append(
        Chart(
            "Reviewers of a claim",
            tuple((AGREEMENT_WORDS[state], float(count), "none") for state, count in found.agreement.states.items()),
        )
    )
    charts.append(
        Chart(
            "Most-used sources (accepted passages)",
            tuple((source.title, float(source.links), "none") for source in found.sources),
        )
    )
    return [chart for chart in charts if any(value for _, value, _ in chart.bars)]


def svg(found: Stats) -> str:
    """All plots in one SVG file."""
    return stacked(plots(found))
