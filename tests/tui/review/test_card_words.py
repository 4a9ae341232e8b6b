"""What a card calls a passage that settles nothing: the machine is not as sure of background as a person is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.search.test_stance import hits
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.domain.articles import Origin
from workbench.domain.evidence import Evidence, EvidenceState, Stance, StanceSuggestion
from workbench.tui.widgets.evidence_list import Card, card_lines


def _shown(card: Card) -> str:
    return "".join(words for words, _ in card_lines(card, 100, current=False)[0])


def test_what_settles_nothing_for_the_machine_has_no_number_and_is_no_context() -> None:
    (hit,) = hits(1)
    said = StanceSuggestion("context", 0.03, 0.04, 0.93, model="fake")
    card = Card(hit.passage, hit.source, replace(hit, stance=said))
    assert "· settles nothing  " in _shown(card)
    assert ".93" not in _shown(card)
    accepted = Evidence(
        1, 1, hit.passage.id, EvidenceState.ACCEPTED, Stance.CONTEXT, None, Origin.PERSON, "mia", "", version=1
    )
    assert "· context  " in _shown(replace(card, evidence=accepted))


@pytest.mark.parametrize("width", [34, 60, 100])
def test_another_claim_that_a_fact_check_rates_takes_one_line(width: int) -> None:
    """Both claims in full took five lines of a card; the other one alone tells why the passage is neither."""
    claim = "The town of Harwick spent nearly two million on the new swimming pool that opened to all last spring"
    other = "the new library of Harwick, which opened two years before the pool, cost the taxpayers nine million in all"
    words = Comparison(Outcome.RATES_ANOTHER, claim, other).words
    (hit,) = hits(1)
    card = Card(hit.passage, hit.source, replace(hit, comparisons=(words,)))
    rows = ["".join(part for part, _ in line) for line in card_lines(card, width, current=False)]
    told = [row for row in rows if "↔" in row or "Harwick" in row]
    assert len(told) == 1
    assert told[0].startswith("    ↔ another claim is rated: ")
    assert len(told[0]) <= width
    opened = ["".join(part for part, _ in line) for line in card_lines(replace(card, open=True), width, current=False)]
    opened_words = " ".join(" ".join(opened).split())
    assert claim in opened_words
    assert other in opened_words
    plain = Card(hit.passage, hit.source, replace(hit, comparisons=("claim: 4; passage: 5",)))
    assert any("↔ claim: 4; passage: 5" in "".join(p for p, _ in line) for line in card_lines(plain, 60, current=False))
