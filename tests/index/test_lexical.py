"""The inverted index of words."""

from __future__ import annotations

from math import log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.index import lexical
from workbench.index.lexical import K1, B, LexicalBuilder, LexicalIndex

WORDS = st.lists(st.sampled_from(["harbour", "ship", "grain", "2017", "é", "\ud800"]), max_size=12)


def built(folder: Path, texts: list[list[str]]) -> LexicalIndex:
    folder.mkdir(exist_ok=True)
    builder = LexicalBuilder()
    for stems in texts:
        builder.add(stems)
    builder.write(folder)
    return LexicalIndex(folder)


def bm25(texts: list[list[str]], query: dict[str, float]) -> list[float]:
    average = max(1.0, sum(map(len, texts)) / len(texts)) if texts else 1.0
    scores = []
    for text in texts:
        norm = K1 * (1 - B + B * len(text) / average)
        scores.append(sum(w * text.count(t) * (K1 + 1) / (text.count(t) + norm) for t, w in query.items() if t in text))
    return scores


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_scores_are_bm25(tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]) -> None:
    """Every passage has the score the formula gives, and the score of unseen words is the same formula."""
    index = built(tmp_path_factory.mktemp("words"), texts)
    query = {stem: index.weight([stem]) for stem in ("ship", "2017", "é", "unheard")}
    np.testing.assert_allclose(index.scores(query), bm25(texts, query), rtol=1e-4, atol=1e-5)
    for position, text in enumerate(texts):
        assert index.score_of(text, query) == pytest.approx(float(index.scores(query)[position]), abs=1e-4)
        assert bool(index.holds(["ship"], np.array([position]))[0]) == ("ship" in text)


def test_weight_is_the_inverse_document_frequency(tmp_path: Path) -> None:
    index = built(tmp_path / "a", [["ship"], ["ship", "grain"], ["coal"]])
    assert index.frequency("ship") == 2
    assert index.weight(["ship"]) == pytest.approx(log(1 + (3 - 2 + 0.5) / 2.5))
    assert index.frequency("shi") == index.frequency("ships") == index.frequency("zz") == index.frequency("") == 0


def test_an_empty_index_answers(tmp_path: Path) -> None:
    index = built(tmp_path / "a", [])
    assert index.count == 0
    assert index.scores({"ship": 1.0}).shape == (0,)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=10), st.lists(WORDS, max_size=5), st.data())
def test_taking_over_an_older_index_is_like_building_it(
    tmp_path_factory: pytest.TempPathFactory, old: list[list[str]], new: list[list[str]], data: st.DataObject
) -> None:
    """Passages kept from an older index and passages added score as if all had been added at once."""
    kept = data.draw(st.lists(st.booleans(), min_size=len(old), max_size=len(old)))
    folder = tmp_path_factory.mktemp("words")
    first = built(folder / "old", old)
    positions = np.array([sum(kept[:i]) if keep else -1 for i, keep in enumerate(kept)], dtype=np.int64)
    builder = LexicalBuilder()
    builder.take_over(first, positions, sum(kept) + len(new))
    for stems in new:
        builder.add(stems)
    (folder / "new").mkdir()
    builder.write(folder / "new")
    both = LexicalIndex(folder / "new")
    at_once = built(folder / "once", [text for text, keep in zip(old, kept, strict=True) if keep] + new)
    assert both.count == at_once.count
    for stem in ("harbour", "ship", "2017", "é"):
        assert both.frequency(stem) == at_once.frequency(stem)
        np.testing.assert_array_equal(both.scores({stem: 1.0}), at_once.scores({stem: 1.0}))


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=12), st.integers(1, 9))
def test_counting_in_parts_changes_no_byte(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], flushed: int
) -> None:
    """However many words are collected before they are counted, the files are the same."""
    whole, parts = (tmp_path_factory.mktemp(name) for name in ("whole", "parts"))
    built(whole, texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexical, "FLUSHED", flushed)
        built(parts, texts)
    assert {name: (whole / name).read_bytes() for name in lexical.FILES} == {
        name: (parts / name).read_bytes() for name in lexical.FILES
    }
