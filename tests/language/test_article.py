"""Splitting an article into claims, from text to drafts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.articles import ClaimDraft, Kind
from workbench.domain.quantities import Bound, TimeKind
from workbench.language.article import split_article

ARTICLE = """Minister to visit islands as ferry strike drags on

Dozens of lorries have queued at the port since Friday. Credit: A Photographer/Agency

Transport minister Jane Example has agreed a date to visit the islands within the next two weeks. Her visit would be \
the first to the islands since 2015, when Peter Sample met with union leader Ola Norman.

The new terminal, which handles half of all freight, is closed because it is yet to be completed.

A council spokeswoman said: “The port lost £2.3m in May.

“Nobody has been paid.”

Read more: How ferries work
"""


def claim_with(words: str, claims: tuple[ClaimDraft, ...]) -> ClaimDraft:
    return min((c for c in claims if words in c.quote), key=lambda c: len(c.quote))


def test_facts_of_one_sentence_become_claims_of_their_own() -> None:
    claims = split_article(ARTICLE, published=date(2022, 1, 29)).claims
    quotes = [c.quote for c in claims]
    for words in (
        "Dozens of lorries",
        "the first to the islands since 2015",
        "Peter Sample met with union leader Ola Norman",
        "agreed a date",
        "yet to be completed",
    ):
        assert any(words in quote for quote in quotes), words
    assert claim_with("yet to be completed", claims).start == claim_with("is closed", claims).start  # a cause stays
    assert claim_with("since 2015", claims).start != claim_with("Peter Sample met", claims).start


def test_quotes_are_the_exact_words_of_the_article() -> None:
    for claim in split_article(ARTICLE, published=date(2022, 1, 29)).claims:
        assert ARTICLE[claim.start : claim.end] == claim.quote


def test_ranks_times_and_vague_amounts_are_marked() -> None:
    claims = split_article(ARTICLE, published=date(2022, 1, 29)).claims
    first = claim_with("since 2015", claims)
    assert {Kind.COMPARISON, Kind.TIME} <= set(first.kinds)
    assert [t.kind for t in first.times] == [TimeKind.SINCE]
    lorries = claim_with("Dozens", claims)
    assert lorries.quantities[0].bound is Bound.VAGUE


def test_credits_and_read_more_lines_are_no_claims() -> None:
    claims = split_article(ARTICLE).claims
    assert not any("Photographer" in c.quote or "Read more" in c.quote for c in claims)


def test_the_speaker_is_carried_over_the_paragraphs_of_one_quotation() -> None:
    claims = split_article(ARTICLE).claims
    assert claim_with("lost", claims).speaker == "A council spokeswoman"
    assert claim_with("Nobody has been paid", claims).speaker == "A council spokeswoman"


def test_a_quotation_goes_on_in_a_paragraph_that_only_closes_it() -> None:
    text = 'The mayor said: "The port lost £2m in May.\n\nIt has lost £3m since June."'
    assert claim_with("since June", split_article(text).claims).speaker == "The mayor"


@pytest.mark.parametrize("place", ["LONDON (Agency) - ", "Oslo, Norway — ", "NEW YORK — "])
def test_the_place_a_report_opens_with_is_left_out(place: str) -> None:
    (claim,) = split_article(f"{place}The port has closed for good this year.").claims
    assert claim.quote.startswith("The port")


def test_relative_times_are_resolved_from_the_publication_date() -> None:
    claims = split_article(ARTICLE, published=date(2022, 1, 29)).claims
    assert "by 12 February 2022" in claim_with("agreed a date", claims).text


def test_a_language_without_rules_gives_sentence_claims_and_says_so() -> None:
    analysis = split_article("Hallitus on antanut uuden lain. Se tulee voimaan ensi vuonna.", language="fi")
    assert len(analysis.claims) == 2
    assert "fi" in analysis.note


@given(st.text())
def test_any_text_gives_ordered_claims_inside_it(text: str) -> None:
    analysis = split_article(text, published=date(2020, 2, 29))
    for claim in analysis.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == claim.quote
    starts = [c.start for c in analysis.claims]
    assert starts == sorted(starts)
    for one, two in zip(analysis.sentences, analysis.sentences[1:], strict=False):
        assert one.end <= two.start


def test_what_is_put_into_a_wording_is_english_so_other_languages_keep_their_words() -> None:
    text = "Der Rat hat am Dienstag neue Gebühren beschlossen. „Sie sind niedrig“, sagte Bürgermeisterin Vogel."
    claims = split_article(text, published=date(2022, 1, 14), language="de").claims
    assert [claim.text for claim in claims] == [
        "Der Rat hat am Dienstag neue Gebühren beschlossen.",
        "„Sie sind niedrig“, sagte Bürgermeisterin Vogel.",
    ]


@pytest.mark.parametrize(
    "said",
    ["Exports fell to 4.1 percent in May.", "One in five pupils use these pens.", "Sixteen of them own two boats."],
)
def test_what_somebody_states_of_a_month_or_in_words_is_no_opinion(said: str) -> None:
    claims = split_article(f"RADIO HOUR\n\nANN SAMPLE, HOST: {said}\n\nPETER QUAY: Right.").claims
    assert [Kind.OPINION in claim.kinds for claim in claims if claim.speaker == "Ann Sample"] == [False]


@pytest.mark.parametrize("mark", ["a)", "(b)", "3)", "(4)", "(iv)"])
def test_the_mark_of_an_entry_is_neither_word_nor_amount(mark: str) -> None:
    claims = split_article(f"Four things\n\nThe council did this:\n\n{mark} The port was shut in 2019.").claims
    assert claims[-1].quote == "The port was shut in 2019"
    assert not claims[-1].quantities


@pytest.mark.parametrize(
    ("language", "text", "wordings"),
    [
        ("zh", "港口新聞\n\n渡輪載了120人。橋是1921年建成的。", ["港口新聞", "渡輪載了120人", "橋是1921年建成的"]),
        ("ja", "港の話\n\n「船は古い。」と市長は述べた。", ["港の話", "「船は古い。」と市長は述べた"]),
        ("hi", "नाव में 120 लोग थे। पुल 1921 में बना था।", ["नाव में 120 लोग थे", "पुल 1921 में बना था"]),
    ],
)  # fmt: skip
def test_no_full_stop_of_ours_stands_behind_a_wording_of_another_script(
    language: str, text: str, wordings: list[str]
) -> None:
    assert [claim.text for claim in split_article(text, language=language).claims] == wordings


@pytest.mark.parametrize(("opening", "closing"), [("'", "'"), ("‘", "’")])
def test_single_marks_quote_whole_sentences(opening: str, closing: str) -> None:
    text = (
        f"Flood\n\n{opening}It was the worst flood since 1955,{closing} Ann Tolland said. {opening}We lost 400 "
        f"houses. It has never been as bad.{closing}\n\nThe owner shut the 'green' line in 's-Holm on his workers' day."
    )
    claims = split_article(text).claims
    assert [claim.speaker for claim in claims[-4:]] == ["Ann Tolland", "Ann Tolland", "Ann Tolland", None]
    assert claims[-3].text == f"Ann Tolland said: {opening}We lost 400 houses.{closing}"
    assert claims[-2].text == "It has never been as bad."
    assert "'green' line in 's-Holm" in claims[-1].text


@pytest.mark.parametrize("when", ["earlier", "originally", "again"])
def test_when_it_was_said_is_no_part_of_who_said_it(when: str) -> None:
    (claim,) = split_article(f"The same account {when} claimed that 15 boats sank in 2017.").claims
    assert claim.speaker == "The same account"
