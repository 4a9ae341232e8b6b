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
    assert claim_with("yet to be completed", claims).start != claim_with("is closed", claims).start
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
