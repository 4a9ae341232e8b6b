"""Runs of words as numbered features."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.models.hashed_ngrams import BUCKETS, bucketed, ngrams


def test_runs_are_words_pairs_triples_and_pieces_of_words() -> None:
    found = ngrams("Rents rose 40%.")
    assert {"wrents", "wrents rose", "wrose # %", "w^ rents", "c<re", "crents"} <= set(found)


def test_a_year_stays_and_other_numbers_are_one() -> None:
    assert {"w2019", "w#"} <= set(ngrams("In 2019 it cost 45."))


def test_numbers_are_the_same_everywhere() -> None:
    buckets, values = bucketed("a")
    assert buckets.tolist() == sorted(buckets.tolist())
    assert bucketed("a")[0].tolist() == buckets.tolist()
    assert float(np.sum(values * values)) == pytest.approx(1)


@given(st.text())
def test_any_text_has_buckets_in_range(text: str) -> None:
    buckets, values = bucketed(text)
    assert len(buckets) == len(values) > 0
    assert buckets.min() >= 0
    assert buckets.max() < BUCKETS
