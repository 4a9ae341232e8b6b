"""Raised and lowered figures: a note mark never becomes a digit of a number, an exponent never vanishes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ingest.raised import lowered, raised, without_note_marks


@pytest.mark.parametrize(
    ("before", "text", "after", "read"),
    [
        ("the yard built 27", "4", " boats", ""),
        ("the yard built 27", "4,5", " boats", ""),
        ("a loss of 2.6", "1", " million", ""),
        ("he said.", "12", " Then", ""),
        ("he said", "[7]", "", ""),
        ("he said", "*", ".", ""),
        ("about 10", "9", " cells", "^9"),
        ("about 3 × 10", "−4", " metres", "^-4"),
        ("all 2", "64", " keys", "^64"),
        ("in 2", "3", " towns", ""),
        ("a field of 12 km", "2", ".", "²"),
        ("12 m", "3", " of water", "³"),
        ("E = mc", "2", "", "²"),
        ("on the 3", "rd", " of May", "rd"),
        ("au XIX", "e", " siècle", "e"),
        ("only $19", "99", " each", ".99"),
        ("um 18", "30", " Uhr", ":30"),
        ("about 2", "1", "/3 of it", " 1"),
        ("the ", "14", "C method", "14"),
        ("at 20", "o", "C", "°"),
        ("", "3", " See the report", ""),
        ("Acme", "TM", " tools", "TM"),
    ],
)
def test_what_is_raised_is_read_for_what_it_means(before: str, text: str, after: str, read: str) -> None:
    assert raised(before, text, after) == read


def test_a_feminine_ordinal_stays_one() -> None:
    assert raised("la 3", "a", " vez", "es") == "ª"


def test_lowered_figures_stay_part_of_a_formula_and_never_of_a_number() -> None:
    assert lowered("CO", "2") == "2"
    assert lowered("1011", "2") == "_2"


@given(
    st.text(alphabet="0123456789.,", min_size=1, max_size=8), st.integers(0, 999), st.sampled_from(["", " ships", "."])
)
def test_no_number_ever_gets_another_digit_from_a_raised_one(number: str, mark: int, after: str) -> None:
    read = raised(f"it had {number}", str(mark), after)
    assert read == "" or not read[0].isdigit()


MARKED = [
    ("It has 14 pumps[41] and 9 pipes,[3][4] more than Sund.[note 2]", "It has 14 pumps and 9 pipes, more than Sund."),
    ("It was founded in 1921[7].", "It was founded in 1921."),
    ("“It rose”[12–14] he wrote.[1, 2]", "“It rose” he wrote."),
]  # fmt: skip
UNMARKED = [
    "They [the pumps] and the pump[s] of [20]19 cost [EUR] 14 million [sic].",
    "Hale et al. [2004] counted [14] boats, see array[0] and f[1]x.",
    "[41] Harker, Joan: Boats of the north, 1998.",
]


@pytest.mark.parametrize(("text", "read"), MARKED)
def test_note_marks_in_brackets_leave_a_text(text: str, read: str) -> None:
    assert without_note_marks(text) == read


@pytest.mark.parametrize("text", UNMARKED)
def test_what_an_editor_put_in_brackets_stays(text: str) -> None:
    assert without_note_marks(text) == text


@given(st.text(alphabet="ab 12.,", max_size=30), st.integers(1, 999), st.text(alphabet=" .,ab", max_size=30))
def test_a_mark_leaves_no_trace_and_no_other_sign_goes(before: str, mark: int, after: str) -> None:
    assert without_note_marks(f"{before}a[{mark}] {after}") == f"{before}a {after}"
