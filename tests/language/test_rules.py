"""Blocks, duplicates, worthiness rules, and input that means harm."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.articles import Kind
from workbench.language.article import split_article
from workbench.language.claims.worthiness import FEATURES, feature_vector, features_of_text, reasons_of, rule_score
from workbench.language.text.blocks import BlockKind, blocks
from workbench.language.text.duplicates import link_duplicates

PAGE = """Ferry strike ends after a month

By Ann Sample

12 May 2021

The port reopened. Credit: A Photographer/Agency

The strike is over, the union said.

• Read more: how it began
"""


def test_a_news_page_is_told_apart_from_its_furniture() -> None:
    kinds = [block.kind for block in blocks(PAGE)]
    assert kinds == [
        BlockKind.TITLE,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.CAPTION,
        BlockKind.CREDIT,
        BlockKind.PARAGRAPH,
        BlockKind.READ_MORE,
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Title line here\n\nThe council has said that the road will stay closed until the\n"
        "spring and that the cost has risen to two million since it began.\n"
    )
    assert [block.kind for block in blocks(text)] == [BlockKind.TITLE, BlockKind.PARAGRAPH]


@given(st.text())
def test_blocks_hold_all_that_is_not_white_space_or_the_time_of_a_line(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert at <= block.start < block.end
        assert re.match(r"\d|\[\d|[QA]:|$", text[at : block.start].strip())
        at = block.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[00:02:40] No other town has built more homes.", "No other town has built more homes."),
        ("[11/01/2022, 08:16:22] Ann Sample: The fine is £70.", "The fine is £70."),
        ("11/01/2022, 08:16 - +44 7700 900123: The fine is £70.", "The fine is £70."),
        ("19:45 We are under way.", "We are under way."),
        ("90+4' Full time!", "Full time!"),
        ("3/6 Uptake is low.", "Uptake is low."),
        ("2.3 The council raised its tax.", "The council raised its tax."),
        ("Q: Is it safe?", "Is it safe?"),
        ("2.3 million people moved.", "2.3 million people moved."),
        ("2.3 Million people moved.", "2.3 Million people moved."),
        ("10:30 is when it began.", "10:30 is when it began."),
        ("24/7 service ended.", "24/7 service ended."),
        ("[00:02:40]", "[00:02:40]"),
    ],
)
def test_what_a_line_begins_with_in_a_transcript_chat_or_record_is_none_of_its_words(line: str, words: str) -> None:
    text = f"The words of the day\n\n{line}\n\nThat was all of it."
    assert [text[block.start : block.end] for block in blocks(text)][1] == words


def test_lines_of_a_chat_are_no_wrapped_paragraph() -> None:
    lines = [f"[11/01/2022, 08:1{i}:22] Ann: The council fined four hundred people last week" for i in range(3)]
    found = blocks("\n".join(lines))
    assert [block.end - block.start for block in found] == [47, 47, 47]


def test_the_same_fact_in_other_inflection_is_a_duplicate() -> None:
    said = ["The council sold three schools in 2019.", "Three schools were sold by the council in 2019."]
    assert link_duplicates(said) == [None, 0]


@pytest.mark.parametrize(
    "other",
    ["The council sold four schools in 2019.", "The council did not sell three schools in 2019.", "Rain fell in 2019."],
)
def test_other_numbers_negations_and_facts_are_none(other: str) -> None:
    assert link_duplicates(["The council sold three schools in 2019.", other]) == [None, None]


def test_duplicates_point_back_at_the_first() -> None:
    claims = ["Rents rose by 40 per cent.", "The mayor left the hall early.", "Rents had risen by 40 percent."]
    links = link_duplicates(claims)
    assert links[:2] == [None, None]
    assert link_duplicates([claims[0], claims[1], claims[0]]) == [None, None, 0]


def test_facts_rank_above_talk_and_say_why() -> None:
    fact = features_of_text("Unemployment fell by 2 per cent in 2019.")
    talk = features_of_text("Thank you, it is wonderful to be here tonight.")
    assert rule_score(fact) > 0.6 > 0.4 > rule_score(talk)
    assert "a number" in reasons_of(fact)
    assert len(feature_vector(fact)) == len(FEATURES)


@given(st.text())
def test_any_text_has_a_score_between_0_and_1(text: str) -> None:
    assert 0 <= rule_score(features_of_text(text)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The council spent money and it said that costs rose " * 4000,
        "“ never closed " * 7000,
        '"' * 100_000,
        "(" * 1000 + "The mayor left." + ")" * 1000,
        "1," * 20_000,
        "." * 50_000,
        "A " * 20_000,
        "the council moved lorries over bridges " * 25_641,
        "“a " * 100_000,
        "([" * 500 + "The mayor left in 2019." + "])" * 500,
        "Acme, a company, " * 4000,
    ],
    ids=[
        "one line",
        "unclosed quotations",
        "quotation marks",
        "brackets",
        "numbers",
        "stops",
        "capitals",
        "a megabyte without a stop",
        "100,000 unclosed quotations",
        "brackets of two kinds",
        "appositions",
    ],
)
def test_hostile_text_is_split_all_the_same(text: str) -> None:
    analysis = split_article(text, published=date(2020, 2, 29))
    for claim in analysis.claims:
        assert text[claim.start : claim.end] == claim.quote


def test_a_late_ordinal_is_no_comparison() -> None:
    (claim,) = split_article("The 22nd Sample Fair opened in the 33rd street on Friday.").claims
    assert Kind.COMPARISON not in claim.kinds
    (claim,) = split_article("The town was the third to open a fair on Friday.").claims
    assert Kind.COMPARISON in claim.kinds


def test_the_month_of_may_is_no_condition() -> None:
    """ "May" with a capital is a month or a name; "may" says that something is only possible."""
    assert features_of_text("The bridge was closed in May 2021.")["conditional"] == 0.0
    assert features_of_text("The bridge may be closed in June 2021.")["conditional"] == 1.0


def test_praise_ranks_below_a_sum_of_money() -> None:
    text = "The works cost 4 million crowns. No mayor has done more for the poor of the port than those who stayed."
    cost, praise = split_article(text).claims
    assert cost.quote.startswith("The works")
    assert praise.checkworthiness < cost.checkworthiness
    assert praise.checkworthiness < 0.3
