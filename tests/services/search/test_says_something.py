"""What says something of a statement is close, and what only names the same is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.search.test_stance import FakeModel, hits
from workbench.domain.documents import SourceKind
from workbench.domain.errors import ModelUnavailableError
from workbench.domain.evidence import Hit, StanceSuggestion
from workbench.models.stance import load_stance
from workbench.services.search import best_sentences
from workbench.services.search.reranking import read_closely
from workbench.services.search.retrieval import Ranked
from workbench.services.search.says_something import is_statement, told_close
from workbench.services.search.search_context import SearchContext
from workbench.services.search.stance import StanceService
from workbench.services.search.thresholds import is_close
from workbench.services.workspace import Workspace

PAGE = """The harbour board met on Tuesday in the old customs house. Eleven members were present.

The treasurer said the reserve had grown to £412,000, helped by higher mooring fees.

A letter from the sailing club about the slipway was read out. Weed makes the lower steps dangerous.

Captain Orla Finch reported that 63 boats were towed in last season. Most had run out of fuel.

County Hall has sold the Mill Street shed to Birch Homes for £31 million."""
CLAIM = "The ferry of Harwich ran all winter."
SAYS_IT = "From December to March the boat to Harwich sailed every day."
NAMES_IT = "A painter from Harwich has won a prize for her picture of a cow."


class Weighed(FakeModel):
    """A model whose weight beside the search was measured, as that of the shipped one."""

    weight = 0.3

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [0.5 for _ in pairs]


def saying(neutral: float) -> StanceSuggestion:
    """A reading that settles the claim with the rest of the probability."""
    return StanceSuggestion("unclear", (1 - neutral) / 2, (1 - neutral) / 2, neutral, model="fake")


def found(text: str, *, rank: int = 1, close: bool = False) -> Hit:
    hit = hits(rank)[-1]
    return replace(hit, passage=replace(hit.passage, text=text), rerank_score=0.5, close=close)


def read(claim: str, *texts: str) -> list[bool]:
    """Which of some passages the shipped model finds close."""
    all_of_them = [found(text, rank=at) for at, text in enumerate(texts, 1)]
    told = read_closely(load_stance(), claim, all_of_them, SearchContext(statement=True))
    return [hit.close for hit in told]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Captain Finch had 63 boats on the rope last season.", PAGE),
        ("The Mill Street shed fetched £31 million.", PAGE),
        ("The club has sacked its coach.", "Our coach stays until 2027, the board of the club decided on Friday."),
        ("Waiting times have become longer.", "Patients waited 41 days in 2023 and 29 days in 2024."),
        ("The brewery has no debts.", "Amounts owed by the brewery to its banks came to 14 million crowns."),
    ],
)
def test_what_says_something_of_it_is_close(claim: str, text: str) -> None:
    assert read(claim, text, NAMES_IT)[0]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Orla Finch once sailed round Cape Horn.", PAGE),
        ("The 4 ships in Holm fell into disrepair.", "Unemployment in Holm fell to 4 per cent in 2020."),
        ("Lumenta cut 300 jobs in Holm.", "Route 300 to Holm was cut by snow."),
        ("Sales in Norland rose by 5 per cent.", "In Norland 5 people were hurt when a stage fell."),
    ],
)
def test_what_only_shares_names_words_and_numbers_is_not(claim: str, text: str) -> None:
    assert not read(claim, text)[0]


def test_the_search_and_the_desk_tell_the_same_and_a_passage_can_lose_its_closeness(tmp_path: Path) -> None:
    says, names = found(SAYS_IT), found(NAMES_IT, rank=2, close=True)
    model = load_stance()
    searched = [hit.close for hit in read_closely(model, CLAIM, [says, names], SearchContext())]
    with Workspace.create(tmp_path / "w") as workspace:
        judged = [hit.close for hit in StanceService(workspace, lambda: model).judge(CLAIM, [says, names])]
    assert searched == judged == [True, False]


def test_a_model_that_was_not_measured_changes_nothing(tmp_path: Path) -> None:
    one = found(NAMES_IT, close=True)
    assert read_closely(None, CLAIM, [one], SearchContext()) == [one]
    with Workspace.create(tmp_path / "w") as workspace:
        assert [hit.close for hit in StanceService(workspace, FakeModel).judge(CLAIM, [one])] == [True]


def test_of_a_question_or_of_keywords_the_search_alone_tells(tmp_path: Path) -> None:
    one = found(SAYS_IT, close=True)
    unlike = Weighed(saying(0.99))
    for words in ("Did the ferry run in winter?", "ferry Harwich winter"):
        assert read_closely(unlike, words, [one], SearchContext()) == [one]
        with Workspace.create(tmp_path / words[:5]) as workspace:
            assert [hit.close for hit in StanceService(workspace, lambda: unlike).judge(words, [one])] == [True]
    assert not read_closely(unlike, CLAIM, [one], SearchContext())[0].close


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        ("The ferry ran all winter", True),
        ("Lauterfeld schrumpft.", True),
        ("“We have won!”", True),
        ("the ferry ran all winter.", True),
        ("3,000 people have no doctor", True),
        ("Did the ferry run all winter?", False),
        ("ferry fares winter", False),
        ("How many cranes does Varen have", False),
        ("Is it true that the dam burst", False),
        ("“Is the dam safe?”", False),
        ("Did the dam burst? (2023)", False),
        ("2023 budget of the city council", False),
        ("When the dam burst, 12 people died.", True),
        ("The dam was built in 1911", True),
        ("share of coal in electricity", False),
        ("Orlanda dividend", False),
        (" ", False),
        ("Will Smith founded the firm in 2011 in Holm", True),
        ("Can Yilmaz won the race in 2011", True),
        ("May Brandt led the union for nine years", True),
        ("Will Holm close the school in 2026", False),
        ("Can Yilmaz run for mayor again", False),
        ("Will Smith be charged in May", False),
        ("Has Bob Stone founded the firm", False),
        ("Will rents in Holm fall", False),
        ("Can boats pass the bridge", False),
        ("Will Voss cut the tax", False),
    ],
)
def test_a_statement_is_known_by_how_it_is_written(words: str, statement: bool) -> None:
    assert is_statement(words) is statement


def test_the_very_words_are_close_and_an_earlier_fact_check_stays_as_it_was_found() -> None:
    same = found(f"It was said: {CLAIM} Nobody asked.")
    check = found(NAMES_IT, rank=2, close=True)
    check = replace(check, source=replace(check.source, kind=SourceKind.FACT_CHECK))
    told = told_close(CLAIM, [same, check], [saying(1.0), saying(1.0)], [same, check])
    assert [hit.close for hit in told] == [True, True]


@pytest.mark.parametrize("claim", ["Keel & Sons Halden", "((((", "Ä.Ö.\n[x](y)", "NATO", "5"])
def test_any_text_is_read(claim: str) -> None:
    assert len(told_close(claim, [found(PAGE)], [saying(0.1)], [found(PAGE)])) == 1


def test_without_the_encoder_closeness_stays_as_the_search_told_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise ModelUnavailableError("the encoder is not here.")

    monkeypatch.setattr(best_sentences, "encoder_for", gone)
    monkeypatch.setattr(best_sentences, "_known", {})
    one = found(SAYS_IT)
    assert read_closely(Weighed(saying(0.1)), CLAIM, [one], SearchContext()) == [one]
    with Workspace.create(tmp_path / "w") as workspace:
        service = StanceService(workspace, lambda: Weighed(saying(0.1)))
        assert [hit.close for hit in service.judge(CLAIM, [one])] == [False]
        assert "the encoder is not here" in service.note


def test_what_the_comparison_tells_of_the_statement_is_close() -> None:
    """Its own amounts, that is: a year that both name is told of many things."""
    there = [found("The mill had 41 looms in 2019.")]
    for words, close in (
        ("claim: 41 looms; passage: 41 looms (agree)", True),
        ("claim: 38 looms; passage: 41 looms (differ)", True),
        ("claim: 2019; passage: 2019 (agree)", False),
        ("claim: 41 looms; passage: 38 (another row)", False),
    ):
        said = [replace(saying(0.999), comparison=words)]
        assert told_close("The weavers of Holm went home in 2019.", there, said, there)[0].close is close, words


@pytest.mark.parametrize(
    ("claim", "text", "language", "close"),
    [
        ("W Lubrzanach mieszka 118 tysięcy osób.", "Tramwaj w Lubrzanach pojedzie przez most na rzece.", "pl", False),
        ("W Lubrzanach mieszka 118 tysięcy osób.", "W Lubrzanach mieszka już ponad 120 tysięcy osób.", "pl", True),
        ("Больница в Хольме уволила главного врача.", "Порт в Хольме принял 900 судов.", "ru", False),
        ("Le conseil a vendu la piscine.", "La piscine a été vendue par le conseil en mai.", "fr", True),
        ("Le conseil a vendu la piscine.", "Le pont est fermé aux camions depuis mai.", "fr", False),
    ],
)
def test_in_other_languages_it_holds_words_of_the_statement(claim: str, text: str, language: str, close: bool) -> None:
    hit = found(text)
    there = [replace(hit, source=replace(hit.source, language=language))]
    assert told_close(claim, there, [saying(0.3)], there)[0].close is close
    # and so where no model reads: in one language everything is alike
    alike = Ranked(1, 0.5, 0.62, 1, None, None, 0.2, SourceKind.DOCUMENT, language)
    assert is_close(there[0], alike, claim) is close
