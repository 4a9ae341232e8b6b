"""One order out of two."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.fusion import Candidate, fuse, standardised
from workbench.domain.repetition import figures, is_copy, near_identical, ngrams, wording
from workbench.language.text.analyzer import stems, stems_and_places

SCORE = st.one_of(st.none(), st.floats(0, 50))
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        id=st.integers(0, 10_000),
        dense=st.one_of(st.none(), st.floats(-1, 1)),
        lexical=SCORE,
        length=st.integers(0, 300),
        group=st.one_of(st.none(), st.integers(0, 3)),
    ),
    max_size=30,
    unique_by=lambda c: c.id,
)


@given(CANDIDATES)
def test_every_candidate_comes_out_once_whatever_came_first(candidates: list[Candidate]) -> None:
    """The order does not depend on the order of the input; no sub-score is lost or changed."""
    fused = fuse(candidates)
    assert sorted(f.candidate.id for f in fused) == sorted(c.id for c in candidates)
    assert {f.candidate for f in fused} == set(candidates)
    assert all(a.score >= b.score for a, b in pairwise(fused))


@given(st.lists(st.floats(-100, 100), max_size=20))
def test_standardised_values_have_no_mean_and_one_spread(values: list[float]) -> None:
    found = standardised(values)
    assert sum(found) == pytest.approx(0, abs=1e-4)
    assert not found or max(map(abs, found)) <= len(values)


def test_equal_candidates_are_ordered_by_id() -> None:
    candidates = [Candidate(id=i, dense=0.5, lexical=1.0, length=9) for i in (9, 2, 5)]
    assert [f.candidate.id for f in fuse(candidates)] == [2, 5, 9]


def test_the_better_on_both_sides_wins() -> None:
    """A passage that both sides put first is first."""
    candidates = [Candidate(1, 0.2, 1.0, 9), Candidate(2, 0.8, 7.0, 9), Candidate(3, 0.3, 2.0, 9)]
    assert fuse(candidates)[0].candidate.id == 2


def test_what_repeats_the_words_in_full_comes_before_what_only_names_them() -> None:
    """Of two passages equal in all else the longer one comes first: a heading proves nothing."""
    assert fuse([Candidate(1, 0.5, 3.0, 3), Candidate(2, 0.5, 3.0, 40)])[0].candidate.id == 2


def test_passages_beside_a_good_one_are_lifted() -> None:
    """Of two passages equal in all else the one from the best passage's document comes first."""
    candidates = [
        Candidate(1, 0.9, 9.0, 9, group="a"),
        Candidate(2, 0.4, 3.0, 9, group="b"),
        Candidate(3, 0.4, 3.0, 9, group="a"),
    ]
    assert [f.candidate.id for f in fuse(candidates)] == [1, 3, 2]


def test_a_passage_without_a_vector_is_placed_by_its_words() -> None:
    candidates = [Candidate(1, 0.5, 2.0, 9), Candidate(2, None, 8.0, 9), Candidate(3, 0.4, 1.0, 9)]
    assert fuse(candidates)[0].candidate.id == 2


def test_repetitions_with_another_number_are_kept_apart() -> None:
    """Two reports of one event that differ in the figure must both be seen."""
    one = stems("Officials in the harbour town said that 120 people had lost their homes in the flood on Monday night.")
    two = stems("Officials in the harbour town said that 210 people had lost their homes in the flood on Monday night.")
    three = stems("Officials in the harbour town say 120 people had lost their homes in the flood on Monday night.")
    assert not near_identical(wording(one), wording(two))
    assert near_identical(wording(one), wording(three))


WORDS = st.lists(
    st.sampled_from(["flood", "Floods", "100,000", "100000", "1.5", "3", "19th", "covid19", "U.S.", "é", "the", "-"]),
    max_size=12,
).map(" ".join)


@given(WORDS, WORDS)
def test_texts_with_other_figures_are_never_near_identical(one: str, other: str) -> None:
    """The quick test by figures leaves out no pair that the wording would call near-identical."""
    if near_identical(wording(stems(one)), wording(stems(other))) and stems(one):
        assert figures(one) == figures(other)


@given(st.one_of(WORDS, st.text(max_size=60)), st.sets(st.sampled_from(["flood", "100000", "3", "us", "e"])))
def test_one_reading_gives_all_stems_and_where_the_wanted_ones_stand(text: str, wanted: set[str]) -> None:
    found, places = stems_and_places(text, frozenset(wanted))
    assert found == stems(text)
    assert [stems(text[start:end]) for start, end in places] == [[stem] for stem in found if stem in wanted]


def test_a_copy_is_known_by_its_runs_of_words() -> None:
    text = "The minister said on Tuesday that the bridge over the estuary would be closed to lorries until the spring. "
    other = (
        "Engineers who had inspected the bridge in autumn found cracks in two of the piers that carry the road deck."
    )
    article = ngrams(stems(text + other))
    assert is_copy(stems(text), article)
    assert not is_copy(
        stems("The bridge over the estuary was opened in 1962 and carries the road to the port."), article
    )
    assert not is_copy(stems("said on Tuesday"), article)
