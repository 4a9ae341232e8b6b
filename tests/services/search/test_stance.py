"""What hits say about a claim: judged once, remembered, and gone without when there is no model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.index.hashing import HashingEncoder
from workbench.comparison.outcomes import Outcome
from workbench.comparison.stances import Weighing
from workbench.domain.documents import Document, FactCheck, SourceKind
from workbench.domain.errors import BadInputError, ModelUnavailableError
from workbench.domain.evidence import Hit, Passage, Source, StanceSuggestion
from workbench.domain.review import DEFAULT_SCALE
from workbench.models.stance import load_stance
from workbench.services.evaluation.evaluate_stance import calibration_error, evaluate_stance, metrics
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import EvidenceReport, store_documents
from workbench.services.search.search import Searcher
from workbench.services.search.stance import FIRST, StanceService
from workbench.services.search.stance_reading import StancePair, StanceReader, compared
from workbench.services.workspace import Workspace

REFUTED = StanceSuggestion("refutes", 0.02, 0.95, 0.03, model="fake")


class FakeModel:
    """Says the same of every pair and counts what it was asked."""

    def __init__(self, said: StanceSuggestion = REFUTED) -> None:
        self.said = said
        self.asked: list[tuple[str, str]] = []
        self.weighing = Weighing(conflict=3.0, agreement=1.0, thresholds=dict.fromkeys(("supports", "refutes"), 0.8))

    @property
    def key(self) -> str:
        return "fake"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        self.asked.extend(pairs)
        return [self.said for _ in pairs]


def hits(count: int, text: str = "The ferry ran all winter.") -> list[Hit]:
    source = Source(
        id="log",
        kind=SourceKind.DOCUMENT,
        title="Harbour log",
        url=None,
        archive_url=None,
        publisher="Harbour Board",
        author=None,
        published=date(2021, 9, 10),
        published_guessed=False,
        retrieved=None,
        language="en",
        sha256="0" * 64,
        text=text,
    )
    return [Hit(n, Passage(n, "log", 0, len(text), f"{text} {n}", str(n)), source, 1.0) for n in range(1, count + 1)]


def test_a_second_look_at_a_claim_asks_the_model_nothing(workspace: Workspace) -> None:
    model = FakeModel()
    first = list(StanceService(workspace, lambda: model).judge("The ferry stood still in winter.", hits(3)))
    assert len(model.asked) == 3
    again = list(StanceService(workspace, lambda: model).judge("The ferry stood still in winter.", hits(3)))
    assert len(model.asked) == 3
    assert again == first
    assert first[0].stance is not None
    assert first[0].stance.label == "refutes"


def test_another_claim_or_a_changed_date_of_the_source_is_judged_anew(workspace: Workspace) -> None:
    model = FakeModel()
    service = StanceService(workspace, lambda: model)
    list(service.judge("The ferry stood still.", hits(1)))
    list(service.judge("The ferry sank.", hits(1)))
    moved = [replace(hit, source=replace(hit.source, published=date(2022, 1, 1))) for hit in hits(1)]
    list(service.judge("The ferry sank.", moved))
    assert len(model.asked) == 3


def test_new_weights_or_settings_judge_anew_under_the_same_name(workspace: Workspace) -> None:
    """A retrained model keeps its name; what the older one said is not passed off as its own."""
    model = FakeModel()
    for fingerprint, asked in (("fake:1", 1), ("fake:1", 1), ("fake:2", 2)):
        model.fingerprint = fingerprint  # type: ignore[attr-defined]
        judged = list(StanceService(workspace, lambda: model).judge("The ferry sank.", hits(1)))
        assert len(model.asked) == asked
        assert judged[0].stance is not None
        assert judged[0].stance.model == "fake"


@pytest.mark.parametrize("changed", [{"publisher": "Port News"}, {"title": "Another log"}, {"published": None}])
def test_a_source_that_was_corrected_is_judged_anew(workspace: Workspace, changed: dict[str, object]) -> None:
    model = FakeModel()
    service = StanceService(workspace, lambda: model)
    list(service.judge("The ferry sank.", hits(1)))
    list(service.judge("The ferry sank.", [replace(hit, source=replace(hit.source, **changed)) for hit in hits(1)]))  # type: ignore[arg-type]
    assert len(model.asked) == 2


def test_conflicting_numbers_are_no_repetition() -> None:
    pair = StancePair("The mine emits 40,000 tonnes of dust.", "They say the mine emits 90,000 tonnes of dust.")
    assert StanceReader(FakeModel()).read([pair])[0].label == "refutes"


def test_title_and_date_of_the_source_are_read_with_the_passage(workspace: Workspace) -> None:
    model = FakeModel()
    list(StanceService(workspace, lambda: model).judge("The ferry sank.", hits(1)))
    assert model.asked[0][1] == "Harbour log (10 September 2021): The ferry ran all winter. 1"


def test_the_first_hits_come_before_the_rest_is_judged(workspace: Workspace) -> None:
    model = FakeModel()
    judging = StanceService(workspace, lambda: model).judge("The ferry sank.", hits(40))
    next(judging)
    assert len(model.asked) == FIRST


def test_cancelling_keeps_what_was_judged(workspace: Workspace) -> None:
    model = FakeModel()
    asked = iter([False, True])
    found = list(StanceService(workspace, lambda: model).judge("The ferry sank.", hits(40), lambda: next(asked)))
    assert len(found) == FIRST
    list(StanceService(workspace, lambda: model).judge("The ferry sank.", hits(FIRST)))
    assert len(model.asked) == FIRST


def test_without_a_model_hits_come_back_as_they_are_and_one_line_says_so(workspace: Workspace) -> None:
    def missing() -> FakeModel:
        raise ModelUnavailableError("the stance model cannot be read.")

    service = StanceService(workspace, missing)
    assert list(service.judge("The ferry sank.", hits(2))) == hits(2)
    assert service.note == "Searching goes on without stances: the stance model cannot be read."
    assert "\n" not in service.note


def test_numbers_weigh_against_words_and_are_told() -> None:
    unsure = FakeModel(StanceSuggestion("supports", 0.45, 0.45, 0.1))
    pair = StancePair("The bridge cost £2.3bn.", "The final cost of the bridge was £4.1bn.")
    said = StanceReader(unsure).read([pair])[0]
    assert said.label == "refutes"
    assert said.comparison == "claim: £2.3bn; passage: £4.1bn (differ)"


def test_the_shipped_model_alone_shows_support_for_the_opposite_and_the_reader_does_not() -> None:
    """One word turns a passage round; the words are told, and "supports" stays with those that say the same."""
    claims = ["The vaccine is safe.", "Taxes went up.", "The bridge was closed in May."]
    against = ["The vaccine is unsafe, the agency found.", "Taxes went down.", "The bridge reopened in May."]
    reader = StanceReader(load_stance())
    told = reader.read([StancePair(claim, passage) for claim, passage in zip(claims, against, strict=True)])
    assert {said.label for said in told} <= {"unclear", "refutes"}
    assert [said.comparison.endswith("(opposite)") for said in told] == [True] * 3
    same = {said.label for said in reader.read([StancePair(claim, claim) for claim in claims])}
    assert same <= {"supports", "repeats"}


@pytest.mark.parametrize(
    ("claim", "passage", "languages"),
    [
        ("The mayor resigned.", "Le maire a démissionné.", ("en", "fr")),
        ("The court acquitted the minister.", "El tribunal absolvió al ministro.", (None, "es")),
        ("Die Brücke ist seit 2019 geschlossen.", "The bridge has been closed since 2019.", ("de", "en")),
        ("Die Brücke ist seit 2019 geschlossen.", "The bridge has been closed since 2019.", (None, "en")),
        ("The dam burst.", "大坝决口了。", (None, "zh")),
        ("Forty people died.", "Cuarenta personas murieron.", (None, "es")),
        ("Mayor resigned.", "Le maire a démissionné.", (None, "fr")),
    ],
)
def test_the_shipped_model_says_nothing_across_two_languages(
    claim: str, passage: str, languages: tuple[str | None, str]
) -> None:
    """It had taken them for what settles nothing, sure of it."""
    written, shown = languages
    (said,) = StanceReader(load_stance()).read([StancePair(claim, passage, language=shown, claim_in=written)])
    assert said.label == "unclear"
    assert said.supports == said.refutes == said.neutral


def test_within_one_language_and_by_another_model_it_is_read() -> None:
    pair = StancePair("Il ponte è chiuso dal 2019.", "Dal 2019 il ponte è chiuso al traffico.", language="it")
    (said,) = StanceReader(load_stance()).read([pair])
    assert said.label == "supports"
    across = StancePair("The mayor resigned.", "Le maire a démissionné.", language="fr")
    assert StanceReader(FakeModel()).read([across])[0].label == "refutes"


@pytest.mark.parametrize("claim", ["The café's profit rose to €5 million.", "Señor Fox and the city won.", "Zoë won."])
def test_letters_of_other_languages_make_no_claim_foreign(claim: str) -> None:
    assert StancePair(claim, "It rose.").in_english


def test_figures_are_read_in_the_language_of_their_claim() -> None:
    pair = StancePair("Die Stadt baut 1.200 Wohnungen.", "The city builds 1,200 homes.", claim_in="de")
    assert [one.outcome for one in compared(pair)] != [Outcome.CONFLICT]


def test_a_report_of_the_opposite_is_no_repetition() -> None:
    """ "X said that it was safe" repeats the claim; "X said that it was not safe" does not."""
    claim = "The vaccine against measles is safe."
    same = StancePair(claim, "The minister said that the vaccine against measles is safe.")
    other = StancePair(claim, "The minister said that the vaccine against measles is unsafe.")
    assert [said.label == "repeats" for said in StanceReader(FakeModel()).read([same, other])] == [True, False]


def test_a_report_of_another_length_of_time_is_no_repetition() -> None:
    """All of the claim's words but "a year" stand in it."""
    claim = "Drivers won a rise of 4 per cent a year."
    passages = (
        "Drivers won a rise of 4 per cent a year, they said.",
        "Drivers won a rise of 4 per cent over two years, they said.",
    )
    pairs = [StancePair(claim, passage) for passage in passages]
    assert [said.label == "repeats" for said in StanceReader(FakeModel()).read(pairs)] == [True, False]


def test_a_passage_of_the_claims_own_source_repeats_the_claim() -> None:
    said = StanceReader(FakeModel()).read([StancePair("The ferry sank.", "The ferry sank.", same_source=True)])[0]
    assert said.label == "repeats"


def test_strong_refutation_suggests_a_rating_with_its_reason(workspace: Workspace) -> None:
    service = StanceService(workspace, FakeModel)
    judged = list(service.judge("The ferry stood still.", hits(2)))
    found = service.suggest_rating(judged, DEFAULT_SCALE)
    assert found is not None
    assert found.reason == "Refuted by Harbour Board, 10 Sep 2021"


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_evaluating_gives_a_row_for_every_pair_and_measures_the_labelled_ones(tmp_path: Path) -> None:
    path = write(
        tmp_path / "pairs.jsonl",
        '{"id": "1", "claim": "The ferry stood still.", "evidence": "It ran.", "label": "refutes"}',
        '{"id": "2", "claim": "The ferry ran.", "evidence": "It ran.", "label": "supports"}',
        '{"id": "3", "claim": "The ferry ran.", "evidence": ""}',
    )
    result = evaluate_stance(path, FakeModel())
    assert [row["id"] for row in result.predictions] == ["1", "2", "3"]
    assert set(result.predictions[0]["probabilities"]) == {"supports", "refutes", "neutral"}
    assert result.metrics["rows"] == 2
    assert result.metrics["accuracy"] == 0.5


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "1", "claim": "a", "evidence": "b", "label": "perhaps"}', "line 1: the label"),
        ('{"id": "1", "claim": "a"}', "evidence"),
        ('{"id": "1", "claim": "a", "evidence": "b", "published": "soon"}', "no date"),
        ("[]", "line 1"),
    ],
)
def test_rows_of_another_shape_are_refused_with_their_line(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        evaluate_stance(write(tmp_path / "pairs.jsonl", line), FakeModel())


def test_calibration_error_is_nought_where_confidence_is_accuracy() -> None:
    assert calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0)
    assert calibration_error([1.0, 1.0], [True, False]) == pytest.approx(0.5)


def test_two_class_accuracy_ignores_neutral_rows() -> None:
    gold = [("supports", StanceSuggestion("", 0.3, 0.2, 0.5)), ("neutral", StanceSuggestion("", 0.9, 0.05, 0.05))]
    assert metrics(gold)["accuracy of the two"] == 1.0


class Ranker:
    """Finds every passage as relevant as it is long; with a weight it joins the search's own order."""

    key = "ranker"

    def __init__(self, weight: float | None) -> None:
        if weight is not None:
            self.weight = weight

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [float(len(passage)) for _, passage in pairs]


@pytest.mark.parametrize(("weight", "first"), [(None, "long"), (0.0, "short"), (50.0, "long")])
def test_a_reranker_joins_the_search_by_its_weight_or_decides_alone(
    workspace: Workspace, weight: float | None, first: str
) -> None:
    texts = {"short": "The ferry ran in winter.", "long": "Ships and a ferry, among many other things, were repaired."}
    found = (Document(text, "", name, name[0] * 64, id=name) for name, text in texts.items())
    store_documents(workspace, found, EvidenceReport())
    reindex(workspace, encoder=HashingEncoder())
    searcher = Searcher(workspace, encoder=HashingEncoder(), reranker=Ranker(weight))
    hits = searcher.search("The ferry ran in winter.", k=2).hits
    assert hits[0].source.id == first
    assert hits[0].rerank_score is not None


def test_ranking_anew_and_judging_ask_about_the_same_words(workspace: Workspace) -> None:
    """So a model that remembers what it read gives relevance and stance from one reading."""
    asked: list[tuple[str, str]] = []

    class Listening(Ranker):
        def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
            asked.extend(pairs)
            return super().score(pairs)

    documents = (
        Document("The ferry ran in winter.", "Log", "log", "a" * 64, id="log", published=date(2021, 9, 10)),
        Document("A ferry was repaired.", "", "note", "b" * 64, id="note"),
    )
    store_documents(workspace, iter(documents), EvidenceReport())
    reindex(workspace, encoder=HashingEncoder())
    claim = "The ferry ran in winter."
    hits = Searcher(workspace, encoder=HashingEncoder(), reranker=Listening(0.3)).search(claim, k=2).hits
    model = FakeModel()
    assert len(list(StanceService(workspace, lambda: model).judge(claim, hits))) == 2
    assert sorted(model.asked) == sorted(asked)


def test_a_fact_check_that_rates_the_claim_false_refutes_it(workspace: Workspace) -> None:
    model = FakeModel(StanceSuggestion("supports", 0.9, 0.02, 0.08, model="fake"))
    (hit,) = hits(1)
    check = FactCheck("The ferry ran all winter.", "False", truth=0.0)
    checked = replace(hit, source=replace(hit.source, kind=SourceKind.FACT_CHECK, fact_check=check))
    for _ in range(2):  # the second time from what is remembered
        (judged,) = StanceService(workspace, lambda: model).judge("The ferry ran in winter.", [checked])
        assert judged.stance is not None
        assert judged.stance.label in ("refutes", "leans refutes")
        assert judged.stance.supports == 0.0
        assert "rated False by Harbour Board" in judged.stance.comparison


@pytest.mark.parametrize(("weight", "row"), [(0.3, 0.598), (None, 0.9)])
def test_the_relevance_of_a_row_is_without_what_the_shipped_model_gives_to_any_row(
    workspace: Workspace, weight: float | None, row: float
) -> None:
    class Sure(Ranker):
        def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
            return [0.9 for _ in pairs]

    texts = {"row": "Year: 2019; Port: Varen; Ferries: 31", "text": "In 2019 the ferry of Varen ran 31 times."}
    found = (Document(text, "", name, name[0] * 64, id=name) for name, text in texts.items())
    store_documents(workspace, found, EvidenceReport())
    reindex(workspace, encoder=HashingEncoder())
    searcher = Searcher(workspace, encoder=HashingEncoder(), reranker=Sure(weight))
    scores = {hit.source.id: hit.rerank_score for hit in searcher.search("ferry of Varen 2019", k=2).hits}
    assert scores == {"row": pytest.approx(row, abs=0.001), "text": 0.9}
