"""How far reviewers who judged the same claims independently agree."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.agreement import cohen_kappa, krippendorff_alpha, per_cent_agreement
from workbench.domain.review import Verdict
from workbench.domain.standing import Agreement, agreement, opinions
from workbench.services.review.scales import scale
from workbench.services.workspace import Workspace
from workbench.store.articles import article
from workbench.store.statistics import standing_claims
from workbench.store.verdicts import verdicts, withdrawn_verdicts


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Agreement on one scale: of two reviewers, or of all of them (`reviewers` is then "all").

    `per_cent` 0…100; `kappa` is Cohen's, between two reviewers only; `alpha` and `alpha_ordinal` are Krippendorff's,
    the latter over the steps of the scale that have a number. None where not defined.
    """

    reviewers: str
    scale: str
    claims: int
    equal: int
    per_cent: float | None
    kappa: float | None
    alpha: float | None
    alpha_ordinal: float | None


@dataclass(frozen=True, slots=True)
class AgreementSummary:
    """Rows of agreement, and how many claims stand how."""

    rows: tuple[AgreementRow, ...]
    states: dict[Agreement, int]


def agreement_summary(workspace: Workspace, article_id: int | None = None) -> AgreementSummary:
    """Agreement over the claims with two opinions or more, of one article or of all.

    Claims that were dropped, and those of removed articles, are left out, as they are among the ratings.

    Settlements and corrections are no opinions: they were given knowing the others. Claims that this reviewer is to
    judge blind have one opinion only and so give nothing away.

    Raises:
        NotFoundError: There is no such article.
    """
    if article_id is not None:
        article(workspace.database, article_id)
    gone = withdrawn_verdicts(workspace.database)
    live = standing_claims(workspace.database, article_id)
    by_claim: dict[int, list[Verdict]] = {}
    for verdict in verdicts(workspace.database, article_id=article_id):
        if verdict.id not in gone and verdict.claim_id in live:
            by_claim.setdefault(verdict.claim_id, []).append(verdict)
    states = dict.fromkeys(Agreement, 0)
    units: dict[str, list[dict[str, str]]] = {}
    for claim_id in sorted(by_claim):
        states[agreement(by_claim[claim_id])] += 1
        given = opinions(by_claim[claim_id])
        if len(given) > 1:
            for scale_id in {verdict.scale_id for verdict in given}:
                on_it = {verdict.reviewer: verdict.rating for verdict in given if verdict.scale_id == scale_id}
                if len(on_it) > 1:
                    units.setdefault(scale_id, []).append(on_it)
    rows = [row for scale_id in sorted(units) for row in _rows(workspace, scale_id, units[scale_id])]
    return AgreementSummary(tuple(rows), {state: n for state, n in states.items() if state is not Agreement.NONE})


def _rows(workspace: Workspace, scale_id: str, units: list[dict[str, str]]) -> list[AgreementRow]:
    steps = [rating for rating in scale(workspace, scale_id).ratings if rating.value is not None]
    order = [rating.words for rating in sorted(steps, key=lambda rating: rating.value or 0)]
    rows = [_row("all", scale_id, units, order, None)]
    names = sorted({name for unit in units for name in unit})
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            both = [{one: unit[one], other: unit[other]} for unit in units if one in unit and other in unit]
            if both:
                kappa = cohen_kappa([unit[one] for unit in both], [unit[other] for unit in both])
                rows.append(_row(f"{one}, {other}", scale_id, both, order, kappa))
    if len(rows) == 2:
        # Only one pair ever judged the same claims: its kappa is that of all.
        rows[0] = _row("all", scale_id, units, order, rows[1].kappa)
    return rows


def _row(who: str, scale_id: str, units: list[dict[str, str]], order: list[str], kappa: float | None) -> AgreementRow:
    labels = [list(unit.values()) for unit in units]
    return AgreementRow(
        reviewers=who,
        scale=scale_id,
        claims=len(units),
        equal=sum(len(set(unit)) == 1 for unit in labels),
        per_cent=per_cent_agreement(labels),
        kappa=kappa,
        alpha=krippendorff_alpha(labels),
        alpha_ordinal=krippendorff_alpha(labels, order),
    )
