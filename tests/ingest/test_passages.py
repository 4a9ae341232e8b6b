"""Documents cut into passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.documents import Section
from workbench.ingest.passages import LIMIT, TARGET, split_passages

TEXTS = st.text(alphabet=st.sampled_from("ab .!?\n\f1é。“”)(\u2009"), max_size=3000)


@given(TEXTS)
def test_passages_run_forwards_without_overlap_and_within_the_limit(text: str) -> None:
    """Passages keep reading order, never overlap, are trimmed, and none exceeds the limit."""
    last = 0
    for draft in split_passages(text):
        assert last <= draft.start < draft.end <= len(text)
        words = text[draft.start : draft.end]
        assert words == words.strip()
        assert len(words) <= LIMIT
        last = draft.end


@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    """Every letter and digit of the document stands in a passage."""
    covered = "".join(text[draft.start : draft.end] for draft in split_passages(text))
    assert [c for c in text if c.isalnum()] == [c for c in covered if c.isalnum()]


def test_short_paragraphs_share_a_passage() -> None:
    """Neighbouring short paragraphs stand together, so that each gives the other its context."""
    text = "The port opened in May.\n\nIt cost two million.\n\n"
    assert [text[d.start : d.end] for d in split_passages(text)] == [text.strip()]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    """A paragraph past the target is cut where a sentence ends."""
    sentence = "The council met Mr. Grey on the 4th of May and agreed a budget of three million pounds. "
    text = sentence * 30
    drafts = split_passages(text)
    assert len(drafts) > 2
    assert all(text[d.start : d.end].endswith("pounds.") for d in drafts)
    assert all(d.end - d.start <= TARGET for d in drafts)


def test_sections_are_never_crossed_and_name_their_passages() -> None:
    """A page break between two short paragraphs keeps them apart, each with its page."""
    text = "First page words.\n\nSecond page words."
    sections = (Section(0, 19, "p. 1"), Section(19, len(text), "p. 2"))
    assert [(text[d.start : d.end], d.locator) for d in split_passages(text, sections)] == [
        ("First page words.", "p. 1"),
        ("Second page words.", "p. 2"),
    ]


def test_the_innermost_section_counts() -> None:
    """Of nested sections a passage carries the label of the one closest to it."""
    text = "Top words. Inner words. Tail words."
    sections = (Section(0, len(text), "chapter"), Section(11, 23, "verse"))
    assert [d.locator for d in split_passages(text, sections)] == ["chapter", "verse", "chapter"]


def test_nothing_readable_gives_no_passage() -> None:
    """Blank lines and rules of dashes are no evidence."""
    assert split_passages(" \n\n---\n\n…") == []


def test_a_text_without_spaces_is_still_cut() -> None:
    """One endless word is cut at the limit."""
    text = "x" * (LIMIT * 3 + 5)
    drafts = split_passages(text)
    assert [d.end - d.start for d in drafts] == [LIMIT, LIMIT, LIMIT, 5]


ROWS = [f"Port {number} | {number * 37} | {number}.5%" for number in range(1, 90)]


def test_a_table_that_fills_several_passages_has_its_header_in_the_label_of_each() -> None:
    text = "\n\n".join(["Ships by port", "Port | 2023 | Change", *ROWS, "The figures are of the harbour office."])
    found = split_passages(text, [Section(0, len(text), "Ships by port")])
    assert len(found) > 2
    assert found[0].locator == "Ships by port"
    assert "Port | 2023 | Change" in text[found[0].start : found[0].end]
    for passage in found[1:]:
        assert passage.locator == "Ships by port · Port | 2023 | Change"
    assert [piece.locator for piece in split_passages(text)[1:]] == ["Port | 2023 | Change"] * (len(found) - 1)


@pytest.mark.parametrize(
    "lines",
    [
        ROWS,  # no header: the first row has figures
        ["Home | News | Sport", *(f"The port of Varen handled {number} ships in May. " * 12 for number in range(4))],
        ["Port | Ships | Change | Note", *ROWS],  # as many cells as no row has
        [f"{'Very long name of a column ' * 4}| {'and another one ' * 4}| x", *ROWS],
    ],
)
def test_what_is_no_header_of_the_rows_is_in_no_label(lines: list[str]) -> None:
    assert {passage.locator for passage in split_passages("\n\n".join(lines))} == {None}
