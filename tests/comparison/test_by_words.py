"""What may refute a claim by its words alone, and the claim said to be untrue."""

from __future__ import annotations

import pytest

from workbench.comparison.by_words import denial, may_refute

CLAIM = "The council in Oberlind has closed the indoor pool."


@pytest.mark.parametrize(
    "passage",
    [
        "The pool in Oberlind is open again every day, after the heating was mended.",
        "The indoor pool in Oberlind is open as before.",
        "Anybody may swim in the indoor pool again, the council says.",
        "In Oberlind the council keeps both pools running.",
        "The indoor pool is open. In Oberlind swimmers are glad.",
    ],
)
def test_what_tells_of_the_same_may(passage: str) -> None:
    assert may_refute(CLAIM, passage, passage)


@pytest.mark.parametrize(
    "passage",
    [
        "The council of the town of Harrow keeps its indoor pool open.",
        "In Lund and in Harrow the indoor pools are open.",
        "The indoor pool in Oberlind was open in 2009.",
        "The council once wanted to keep the indoor pool in Oberlind.",
        "Before it was mended, the indoor pool in Oberlind was open all winter.",
        "The indoor pool in Oberlind used to be open on Sundays.",
        "The indoor pool in Oberlind was open last summer.",
        "The council denies that the indoor pool in Oberlind is closed.",
        "The mayor rejected the charge that the indoor pool in Oberlind is closed.",
        "The council's lawyers say that the indoor pool in Oberlind is open.",
        "Critics claim that the indoor pool in Oberlind is open.",
        "Pool: Oberlind; Open: daily; Seats: 40",
        "Oberlind | indoor pool | open daily",
    ],
)
def test_what_names_another_a_time_or_somebodys_word_may_not(passage: str) -> None:
    assert not may_refute(CLAIM, passage, passage)


def test_the_title_names_what_the_passage_does_not() -> None:
    passage = "Every indoor pool that the town runs stays open, also that of Harrow."
    assert not may_refute(CLAIM, passage, passage)
    assert may_refute(CLAIM, passage, passage, "Oberlind, budget of the council")


def test_only_what_is_read_is_asked_for_others() -> None:
    read = "The indoor pool in Oberlind is open."
    assert may_refute(CLAIM, f"{read} Critics in Harrow denied that in 2009.", read)


def test_what_is_somebodys_is_not_they() -> None:
    claim = "Bob Stone was convicted of fraud."
    for other in (
        "Bob Stone's partner was found innocent.",
        "It rained. The partner of Bob Stone's was found innocent.",
    ):
        assert not may_refute(claim, other, other)
    told = "The court found Bob Stone innocent of all that Bob Stone's partner had done."
    assert may_refute(claim, told, told)
    captain = "The ferry's captain had drunk nothing."
    assert may_refute("The captain of the ferry was drunk.", captain, captain)
    of_it = "Bob Stone's partner was cleared."
    assert may_refute("Bob Stone's partner was convicted.", of_it, of_it)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Holm is richer than Dace.", "Dace is poorer than Holm."),
        ("The north got more rain than the south.", "The south got less rain than the north."),
        ("The court refused to lift the ban.", "The ban remains in force."),
        ("The firm failed to repay the loan.", "The firm still owes all of the loan."),
        ("The shop no longer sells tobacco.", "The shop has given up tobacco."),
    ],
)
def test_what_may_be_the_same_turned_round_is_not_asked(claim: str, passage: str) -> None:
    assert not may_refute(claim, passage, passage)


def test_a_comparison_on_one_side_alone_turns_nothing_round() -> None:
    passage = "Dace and Holm are as rich as each other."
    assert may_refute("Holm is richer than Dace.", passage, passage)


def test_two_times_are_two_things() -> None:
    assert not may_refute("The pool closed in March.", "The pool opened in May.", "The pool opened in May.")
    assert may_refute("The pool closed in March.", "In March the pool was open.", "In March the pool was open.")


def test_a_claim_about_somebodys_word_may_be_refuted_by_it() -> None:
    told = "The firm believes in its pipes."
    assert not may_refute("The firm's pipes leak.", told, told)
    assert may_refute("The firm believes that its pipes leak.", told, told)


def test_of_two_sentences_no_denial_is_put_into_words() -> None:
    assert not may_refute(f"{CLAIM} Swimmers protest.", "The pool is open.", "The pool is open.")


@pytest.mark.parametrize(
    ("claim", "untrue"),
    [
        (CLAIM, "It is not true that the council in Oberlind has closed the indoor pool."),
        ("", "It is not true that "),
    ],
)
def test_the_claim_is_said_to_be_untrue(claim: str, untrue: str) -> None:
    assert denial(claim) == untrue
