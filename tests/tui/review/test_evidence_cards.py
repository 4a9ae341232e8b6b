"""What a card of evidence says, without a screen around it."""

from __future__ import annotations

from workbench.domain.documents import FactCheck, SourceKind
from workbench.domain.evidence import Hit, Passage, Source, StanceSuggestion
from workbench.tui.widgets.evidence_list import Card, card_lines

CLAIM = "The tower cost 9 million crowns."


def shown(said: StanceSuggestion | None, locator: str | None = None) -> str:
    source = Source(
        id="check",
        kind=SourceKind.FACT_CHECK,
        title="Was it 9 million?",
        url=None,
        archive_url=None,
        publisher="Tower Check",
        author=None,
        published=None,
        published_guessed=False,
        retrieved=None,
        language=None,
        sha256="",
        text=CLAIM,
        fact_check=FactCheck(CLAIM, "False"),
    )
    passage = Passage(1, "check", 0, len(CLAIM), CLAIM, "1", locator=locator)
    card = Card(passage, source, Hit(1, passage, source, 1.0, stance=said))
    return "\n".join("".join(words for words, _ in line) for line in card_lines(card, 100, True))


def test_a_fact_check_says_who_rated_it_how_with_and_without_a_stance() -> None:
    assert "rated False by Tower Check" in shown(None)
    judged = shown(StanceSuggestion("refutes", 0.0, 0.9, 0.1, "rated False by Tower Check"))
    assert judged.count("rated False by Tower Check") == 1


def test_numbers_that_differ_are_the_headline_and_stand_once() -> None:
    compared = "claim: 12; passage: 9 (differ) · claim: 2019; passage: 2019 (agree)"
    lines = shown(StanceSuggestion("leans refutes", 0.2, 0.6, 0.2, compared)).splitlines()
    assert lines[1].strip() == "≠ claim: 12; passage: 9 (differ)"
    assert sum("passage: 9" in line for line in lines) == 1
    assert any("↔" in line and "2019 (agree)" in line for line in lines)


def test_what_agrees_is_no_headline() -> None:
    lines = shown(StanceSuggestion("leans refutes", 0.2, 0.6, 0.2, "claim: 2019; passage: 2019 (agree)")).splitlines()
    assert "≠" not in lines[1]


def test_a_heading_that_is_the_title_stands_once() -> None:
    assert shown(None, "Was it 9 million?").count("Was it 9 million?") == 1
    assert "Was it 9 million? · Costs" in shown(None, "Costs")
