"""How the claims of an article rank: what can be checked stands above what cannot."""

from __future__ import annotations

from workbench.domain.articles import Attribution, ClaimDraft, Kind
from workbench.services.articles.splitting import opinions_last


def draft(text: str, kind: Kind, worth: float) -> ClaimDraft:
    return ClaimDraft(0, len(text), text, text, (kind,), None, None, Attribution.OUTLET, None, worth)


def test_no_opinion_ranks_above_a_fact_and_facts_keep_their_rank() -> None:
    given = [
        draft("It is lovely", Kind.OPINION, 0.2),
        draft("It closed", Kind.EVENT, 0.06),
        draft("It cost 3 euros", Kind.QUANTITY, 0.9),
        draft("It will open", Kind.PREDICTION, 0.01),
    ]
    ranked = opinions_last(given)
    assert [each.checkworthiness for each in ranked] == [0.0599, 0.06, 0.9, 0.01]


def test_opinions_alone_keep_their_rank() -> None:
    given = (draft("It is lovely", Kind.OPINION, 0.2),)
    assert opinions_last(given) == given
