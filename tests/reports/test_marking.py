"""Marking claims in an article: no word is lost, and every claim starts and ends once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.sample import COST_CLAIM
from workbench.domain.anchors import Anchor
from workbench.domain.articles import Claim
from workbench.reports.marking import paragraphs

TEXTS = st.text(alphabet="ab \n", min_size=1, max_size=60)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(TEXTS)
    claims = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        claims.append(replace(COST_CLAIM, id=number, anchor=Anchor(start, end, text[start:end], "", "")))
    return text, claims


@given(articles())
def test_the_stretches_of_a_line_are_the_line(article: tuple[str, list[Claim]]) -> None:
    text, claims = article
    lines = ["".join(stretch.text for stretch in line) for line in paragraphs(text, claims)]
    assert lines == [line for line in text.split("\n") if line.strip()]


@given(articles())
def test_each_stretch_names_the_claims_that_cover_it(article: tuple[str, list[Claim]]) -> None:
    text, claims = article
    starts = [at for at in range(len(text)) if at == 0 or text[at - 1] == "\n"]
    whole = [start for start in starts if text[start:].split("\n", 1)[0].strip()]
    for start, line in zip(whole, paragraphs(text, claims), strict=True):
        at = start
        for stretch in line:
            for offset in range(at, at + len(stretch.text)):
                covering = {claim.id for claim in claims if claim.start <= offset < claim.end}
                assert set(stretch.claims) == covering
            at += len(stretch.text)


@given(articles())
def test_each_claim_begins_and_ends_once_where_it_can_be_seen(article: tuple[str, list[Claim]]) -> None:
    text, claims = article
    seen = [stretch for line in paragraphs(text, claims) for stretch in line]
    shown = sorted({number for stretch in seen for number in stretch.claims})
    assert sorted(number for stretch in seen for number in stretch.begins) == shown
    assert sorted(number for stretch in seen for number in stretch.ends) == shown
    for claim in claims:
        own = [stretch for stretch in seen if claim.id in stretch.claims]
        if own:
            assert claim.id in own[0].begins
            assert claim.id in own[-1].ends


@given(articles())
def test_the_shortest_claim_comes_first(article: tuple[str, list[Claim]]) -> None:
    text, claims = article
    length = {claim.id: claim.end - claim.start for claim in claims}
    for line in paragraphs(text, claims):
        for stretch in line:
            assert [length[number] for number in stretch.claims] == sorted(length[number] for number in stretch.claims)
