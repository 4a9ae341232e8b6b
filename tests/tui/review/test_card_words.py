"""What a card calls a passage that settles nothing: the machine is not as sure of background as a person is."""

from __future__ import annotations

from dataclasses import replace

from tests.services.search.test_stance import hits
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
