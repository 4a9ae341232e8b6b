"""How well the verdicts of an article are covered by what they cite: citation recall and precision.

After ALCE (Gao, Yen, Yu and Chen 2023, "Enabling Large Language Models to Generate Text with Citations",
https://arxiv.org/abs/2305.14627), with the reviewer's own stance in the place of its entailment model.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import RatingScale, Verdict
from workbench.reports.model import Report, ReviewedArticle, ReviewedClaim
from workbench.services.record.reporting import build_report
from workbench.services.review.blind import unseen_now
from workbench.services.workspace import Workspace
from workbench.store.rated_claims import claims_citing as stored_citing
from workbench.store.sources import versions_of


@dataclass(frozen=True, slots=True)
class CitationFigures:
    """One article. Shares are 0 to 1; None where there is nothing to count.

    `claims` have a verdict on the scale (not "unproven"); `covered` of them cite a passage that carries the rating.
    `citations` are the passages that these verdicts cite; `carrying` of them carry it. `accepted` passages were
    accepted for these claims; `cited` of them are cited.
    """

    article: int
    title: str
    claims: int
    covered: int
    recall: float | None
    citations: int
    carrying: int
    precision: float | None
    accepted: int
    cited: int
    cited_share: float | None


def citation_figures(workspace: Workspace, article_id: int | None = None) -> list[CitationFigures]:
    """The figures of each article that has a verdict, or of one article.

    Claims on which this reviewer is still to judge blind are left out.

    Raises:
        NotFoundError: There is no such article.
    """
    hidden = unseen_now(workspace, article_id)
    report = build_report(workspace, articles=None if article_id is None else [article_id], hidden=hidden)
    found = [_article(report, entry) for entry in report.articles]
    return [one for one in found if one.claims or article_id is not None]


def claims_citing(workspace: Workspace, source_id: str) -> list[int]:
    """The claims whose verdicts cite a source, in whichever version, as far as this reviewer may see the verdicts.

    Raises:
        NotFoundError: There is no such source.
    """
    hidden = unseen_now(workspace)
    versions = versions_of(workspace.database, source_id)
    found = {claim_id for one in versions for claim_id in stored_citing(workspace.database, one.id)}
    return sorted(found - hidden)


def _article(report: Report, entry: ReviewedArticle) -> CitationFigures:
    judged = [
        (item, item.verdict) for item in entry.claims if item.verdict is not None and item.verdict.value is not None
    ]
    counts = [_claim(report.scale(verdict.scale_id), item, verdict) for item, verdict in judged]
    covered = sum(carrying > 0 for _, carrying, _, _ in counts)
    citations, carrying, accepted, cited = (sum(one[at] for one in counts) for at in range(4))
    return CitationFigures(
        article=entry.article.id,
        title=entry.article.title,
        claims=len(judged),
        covered=covered,
        recall=_share(covered, len(judged)),
        citations=citations,
        carrying=carrying,
        precision=_share(carrying, citations),
        accepted=accepted,
        cited=cited,
        cited_share=_share(cited, accepted),
    )


def _claim(scale: RatingScale | None, item: ReviewedClaim, verdict: Verdict) -> tuple[int, int, int, int]:
    """Passages cited, those of them that carry the rating, passages accepted, those of them that are cited."""
    carries = _carrying(scale, verdict)
    cited = {piece.passage_id for piece in verdict.evidence}
    accepted = {link.passage.id for link in item.linked(EvidenceState.ACCEPTED)}
    carrying = {piece.passage_id for piece in verdict.evidence if piece.stance in carries}
    return len(cited), len(carrying), len(accepted), len(accepted & cited)


def _carrying(scale: RatingScale | None, verdict: Verdict) -> frozenset[str]:
    """The stances that carry a rating: support for the upper half of the scale, refutation for the lower, else both."""
    side = scale.side(verdict.value) if scale else None
    said = (Stance.SUPPORTS,) if side == 1 else (Stance.REFUTES,) if side == -1 else (Stance.SUPPORTS, Stance.REFUTES)
    return frozenset(stance.value for stance in said)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
