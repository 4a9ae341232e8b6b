"""Evidence for a claim: found, told apart, explained."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.index.hashing import HashingEncoder
from workbench.domain.articles import Claim
from workbench.domain.documents import Document, FactCheck, SourceKind
from workbench.domain.errors import BadInputError, IndexProblemError
from workbench.index.vectors import VECTORS
from workbench.services.articles.articles import add_document
from workbench.services.articles.splitting import Splitter
from workbench.services.evidence.index_sample import SAMPLE
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import EvidenceReport, remove_source, store_documents
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace
from workbench.store.claims import claims

NOTES = (
    ("bridge-2019", "Bridge inspected", "Engineers found 14 cracks in the piers of the Estuary Bridge.", "2019-03-01"),
    ("bridge-2021", "Bridge closed", "The Estuary Bridge was closed to lorries on 4 May 2021.", "2021-05-05"),
    ("ferry", "Ferry timetable", "The ferry to Harwich sails twice a day in summer.", "2020-06-01"),
    ("grain", "Grain harvest", "Farmers in the valley harvested 120,000 tonnes of grain.", "2021-10-01"),
    ("school", "School roof", "The roof of the village school will be mended before winter.", None),
)


def document(name: str, title: str, text: str, day: str | None = None, **more: Any) -> Document:
    published = date.fromisoformat(day) if day else None
    return Document(text=text, title=title, origin=name, sha256="0" * 64, id=name, published=published, **more)


def add(workspace: Workspace, *documents: Document) -> None:
    store_documents(workspace, iter(documents), EvidenceReport())


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    add(workspace, *(document(*note) for note in NOTES))
    reindex(workspace, encoder=HashingEncoder(256))
    return workspace


@pytest.fixture
def searcher(filled: Workspace) -> Searcher:
    return Searcher(filled, encoder=HashingEncoder(256))


def ids(result: Any) -> list[str]:
    return [hit.source.id for hit in result.hits]


def test_the_closest_passage_comes_first_and_says_why(searcher: Searcher) -> None:
    hit = searcher.search("The Estuary Bridge has 14 cracks", day=date(2021, 1, 1)).hits[0]
    assert hit.source.id == "bridge-2019"
    assert (hit.rank, hit.dense_rank, hit.lexical_rank) == (1, 1, 1)
    assert hit.dense_score is not None
    assert hit.lexical_score is not None
    for match in hit.matches:
        assert hit.passage.text[match.start : match.end] == match.word
    assert {match.word for match in hit.matches} == {"14", "cracks", "Estuary", "Bridge"}
    assert "Estuary Bridge" in hit.shared
    assert "14" in hit.shared
    assert (hit.timing, hit.days_before) == ("before", 672)


def test_amounts_are_compared_in_words(searcher: Searcher) -> None:
    hit = searcher.search("Farmers harvested 90,000 tonnes of grain").hits[0]
    assert any("90,000" in line and "120,000" in line for line in hit.comparisons)


def test_what_was_published_after_the_claim_is_told(searcher: Searcher) -> None:
    hits = searcher.search("Estuary Bridge closed", day=date(2020, 1, 1)).hits
    assert {hit.source.id: hit.timing for hit in hits if "bridge" in hit.source.id} == {
        "bridge-2019": "before",
        "bridge-2021": "after",
    }


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
def test_each_mode_gives_its_own_scores_and_none_of_the_other(searcher: Searcher, mode: str) -> None:
    hits = searcher.search("Estuary Bridge", mode=mode).hits
    assert hits[0].source.id.startswith("bridge")
    assert all((hit.lexical_score is None) == (mode == "dense") for hit in hits)
    assert all((hit.dense_score is None) == (mode == "lexical") for hit in hits)


def test_filters_leave_only_what_was_asked_for(filled: Workspace, searcher: Searcher) -> None:
    add(filled, document("de", "Brücke", "Die Brücke Estuary Bridge ist gesperrt.", "2021-06-01", language="de"))
    add(filled, document("pub", "Bridge news", "The Estuary Bridge opens again.", "2021-07-01", publisher="The Post"))
    reindex(filled, encoder=HashingEncoder(256))
    everything = "Estuary Bridge ferry grain school"
    assert set(ids(searcher.search(everything, before=date(2021, 5, 5)))) == {"bridge-2019", "ferry"}
    assert set(ids(searcher.search(everything, after=date(2021, 7, 1)))) == {"pub", "grain"}
    assert ids(searcher.search(everything, publishers=["the post"])) == ["pub"]
    add(filled, document("orf", "Bridge", "Estuary Bridge again.", publisher="Österreichischer Rundfunk"))
    for spelling in ("österreichischer RUNDFUNK", "O\u0308sterreichischer Rundfunk"):
        assert ids(searcher.search(everything, publishers=[spelling])) == ["orf"], "neither case nor accents count"
    assert ids(searcher.search(everything, languages=["DE"])) == ["de"]
    assert ids(searcher.search(everything, sources=["ferry"])) == ["ferry"]
    assert "ferry" not in ids(searcher.search(everything, not_sources=["ferry"]))


def test_a_filter_finds_what_the_unfiltered_search_ranks_last(filled: Workspace, searcher: Searcher) -> None:
    """A filter is applied before the best are chosen, so it costs no recall."""
    add(
        filled,
        *(document(f"b{i}", f"Bridge {i}", f"Estuary Bridge closed note {i}.", "2021-01-01") for i in range(300)),
    )
    reindex(filled, encoder=HashingEncoder(256))
    for mode in ("hybrid", "dense", "lexical"):
        result = searcher.search("Estuary Bridge closed in the village", k=3, sources=["school"], mode=mode)
        assert ids(result) == ["school"]


def test_removed_evidence_is_gone_at_once_and_new_evidence_is_found_by_its_words(
    filled: Workspace, searcher: Searcher
) -> None:
    remove_source(filled, "ferry")
    add(filled, document("new", "Ferry cancelled", "The ferry to Harwich was cancelled.", "2022-01-01"))
    for mode in ("hybrid", "lexical"):
        result = searcher.search("ferry to Harwich", mode=mode)
        assert ids(result)[0] == "new"
        assert "ferry" not in ids(result)
        assert "1 new passage is" in result.note
    assert result.hits[0].dense_score is None
    assert "ferry" not in ids(searcher.search("ferry to Harwich", mode="dense"))


def test_nothing_close_is_said(searcher: Searcher) -> None:
    result = searcher.search("Quantum chromodynamics lattice simulations")
    assert result.close == 0
    assert "nothing close found" in result.note
    found = searcher.search("Engineers found cracks in the piers")
    assert found.close >= 1
    assert found.close == sum(hit.close for hit in found.hits)


def test_without_an_index_words_alone_are_searched_and_that_is_said(workspace: Workspace) -> None:
    add(workspace, *(document(*note) for note in NOTES))
    searcher = Searcher(workspace)
    result = searcher.search("Estuary Bridge lorries")
    assert ids(result)[0] == "bridge-2021"
    assert "words alone" in result.note
    assert ids(searcher.search("Estuary Bridge", before=date(2020, 1, 1))) == ["bridge-2019"]
    with pytest.raises(IndexProblemError, match="workbench reindex"):
        searcher.search("Estuary Bridge", mode="dense")


def test_a_damaged_index_is_an_error_where_asked_and_words_alone_elsewhere(filled: Workspace) -> None:
    (next(filled.index_path.glob("vectors-*")) / VECTORS).write_bytes(b"")
    with pytest.raises(IndexProblemError, match="truncated"):
        Searcher(filled, strict=True).search("Estuary Bridge")
    result = Searcher(filled).search("Estuary Bridge")
    assert result.hits
    assert "truncated" in result.note


def test_another_model_than_the_index_is_refused(filled: Workspace) -> None:
    other = HashingEncoder(256, "hashing/other")
    with pytest.raises(IndexProblemError, match="workbench reindex"):
        Searcher(filled, encoder=other).search("bridge", mode="dense")
    assert "words alone" in Searcher(filled, encoder=other).search("bridge").note.lower()


def test_near_identical_passages_collapse_into_one(filled: Workspace, searcher: Searcher) -> None:
    add(
        filled,
        document("copy", "Bridge shut", "The Estuary Bridge was closed to lorries on 4 May 2021", "2021-05-06"),
        document("other", "Bridge shut too", "The Estuary Bridge was closed to lorries on 5 May 2021.", "2021-05-06"),
    )
    reindex(filled, encoder=HashingEncoder(256))
    result = searcher.search("The Estuary Bridge was closed to lorries on 4 May 2021")
    first = result.hits[0]
    assert {first.source.title, *first.also_in} == {"Bridge closed", "Bridge shut"}
    assert "other" in ids(result)
    assert [hit.rank for hit in result.hits] == list(range(1, len(result.hits) + 1))


class _LikesTheLast:
    """A reranker that turns the order of the search round."""

    key, weight = "likes-the-last", 9.0

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [float(place) for place in range(len(pairs))]


def test_of_two_copies_the_one_the_search_found_first_stands_for_both_whatever_a_reranker_likes(
    filled: Workspace,
) -> None:
    add(filled, document("copy", "Bridge shut", "The Estuary Bridge was closed to lorries on 4 May 2021", "2021-05-06"))
    reindex(filled, encoder=HashingEncoder(256))
    claim = "The Estuary Bridge was closed to lorries on 4 May 2021"
    found = Searcher(filled, encoder=HashingEncoder(256)).search(claim).hits[0]
    turned = Searcher(filled, encoder=HashingEncoder(256), reranker=_LikesTheLast()).search(claim).hits
    assert turned[0].source.id != found.source.id
    again = next(hit for hit in turned if hit.source.id == found.source.id)
    assert again.also_in == found.also_in


def test_an_earlier_fact_check_of_the_claim_comes_first(filled: Workspace, searcher: Searcher) -> None:
    text = "The Estuary Bridge has forty cracks."
    check = FactCheck(claim=text, rating="False")
    add(
        filled,
        document("check", "Forty cracks?", text, "2019-04-01", kind=SourceKind.FACT_CHECK, fact_check=check),
        document("far", "Checked", "Unrelated moon cheese.", "2019-04-01", kind=SourceKind.FACT_CHECK,
                 fact_check=FactCheck(claim="Unrelated moon cheese.", rating="False")),
    )  # fmt: skip
    reindex(filled, encoder=HashingEncoder(256))
    hits = searcher.search("Engineers say the Estuary Bridge has forty cracks").hits
    assert hits[0].source.kind is SourceKind.FACT_CHECK
    assert hits[0].source.fact_check is not None
    assert hits[0].source.fact_check.rating == "False"
    assert "bridge-2019" in {hit.source.id for hit in hits[1:]}


ARTICLE = (
    "Estuary Bridge stays closed\n\nThe Estuary Bridge was closed to lorries on Tuesday because engineers had found 14 "
    "cracks in the piers that carry the road. The ferry to Harwich will sail more often until the bridge opens again."
)


def claims_of(workspace: Workspace) -> list[Claim]:
    article = document("article", "Estuary Bridge stays closed", ARTICLE, "2021-05-05", url="https://post.example/a")
    add_document(workspace, article, Splitter(models=False))
    return claims(workspace.database)


def test_an_article_is_no_evidence_for_itself(filled: Workspace, searcher: Searcher) -> None:
    """Neither under its own address nor as a copy elsewhere."""
    claim = claims_of(filled)[0]
    add(
        filled,
        document("self", "Estuary Bridge stays closed", ARTICLE, "2021-05-05", url="https://post.example/a"),
        document("mirror", "Syndicated", ARTICLE.partition("\n\n")[2] + " Read more on our pages.", "2021-05-06"),
    )
    reindex(filled, encoder=HashingEncoder(256))
    found = ids(searcher.for_claim(claim))
    assert "self" not in found
    assert "mirror" not in found
    assert "bridge-2019" in found


def test_a_claim_needs_no_model_once_it_was_encoded(filled: Workspace) -> None:
    claim = claims_of(filled)[0]
    encoder = HashingEncoder(256)
    reindex(filled, encoder=encoder)
    counted = encoder.encoded
    result = Searcher(filled, encoder=encoder).for_claim(claim)
    assert result.hits[0].dense_score is not None
    assert encoder.encoded == counted
    reworded = replace(claim, text="The bridge over the estuary is shut.")
    assert Searcher(filled, encoder=encoder).for_claim(reworded).hits
    assert encoder.encoded == counted + 1 + min(SAMPLE, 4), "the new words, and a sample of the index just opened"


def test_the_same_search_gives_the_same_answer_from_many_threads(searcher: Searcher) -> None:
    expected = searcher.search("Estuary Bridge ferry")
    found: list[Any] = []

    def work() -> None:
        found.extend(searcher.search("Estuary Bridge ferry") for _ in range(5))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 20


@pytest.mark.parametrize("text", ["", "  \n", "\t"])
def test_a_query_without_words_is_refused(searcher: Searcher, text: str) -> None:
    with pytest.raises(BadInputError, match="nothing to search"):
        searcher.search(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("ab \"'()*:^-{}[]\x00\\ANDORNEAR🚢\u202e%_;éß"), min_size=1, max_size=40))
def test_no_text_is_query_syntax(searcher: Searcher, workspace: Workspace, text: str) -> None:
    """Whatever is pasted is searched as words, with an index and without."""
    if text.strip():
        assert searcher.search(text).query == text
        assert searcher.search(text, mode="lexical").query == text
        lexical = Searcher(workspace)
        assert lexical.search(text).query == text


def test_ten_thousand_words_are_searched_by_those_that_tell_most(searcher: Searcher) -> None:
    result = searcher.search("the bridge and " * 5000 + "Harwich")
    assert "ferry" in ids(result)
