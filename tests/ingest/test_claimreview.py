"""Fact checks of others are read with the dirt that real feeds carry."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.making import documents, refusal, skipped
from workbench.domain.documents import Document, SourceKind
from workbench.ingest.claimreview import addresses, rating_words

CLAIM = "A million people took the ferry."


def review(**changes: Any) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://check.example/ferry",
        "claimReviewed": CLAIM,
        "datePublished": "2022-02-01",
        "author": {"@type": "Organization", "name": "Harbour Check"},
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "False",
            "ratingValue": 1,
            "worstRating": 1,
            "bestRating": 5,
            "ratingExplanation": "It was 1,200.",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "A. Mayor"},
            "datePublished": "2022-01-30",
            "appearance": {"url": "https://talk.example/1"},
        },
    }
    return {**entry, **changes}


def one(tmp_path: Path, entry: Any) -> Document:
    path = tmp_path / "reviews.json"
    path.write_text(json.dumps(entry))
    (document,) = documents(path)
    return document


def test_a_fact_check_is_found_by_its_claim_and_keeps_its_verdict(tmp_path: Path) -> None:
    document = one(tmp_path, review())
    assert (document.kind, document.text) == (SourceKind.FACT_CHECK, CLAIM)
    assert (document.url, document.publisher) == ("https://check.example/ferry", "Harbour Check")
    assert document.published == date(2022, 2, 1)
    assert document.title == f"Fact check: {CLAIM}"
    assert document.found["appearances"] == "https://talk.example/1"
    check = document.fact_check
    assert check is not None
    assert (check.claim, check.rating, check.claimant) == (CLAIM, "False", "A. Mayor")
    assert (check.claim_date, check.explanation) == (date(2022, 1, 30), "It was 1,200.")


@pytest.mark.parametrize(
    "shape",
    [
        lambda entry: [entry],
        lambda entry: {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, entry]},
        lambda entry: {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [entry]}]},
        lambda entry: {"@type": "DataFeed", "dataFeedElement": [entry]},
        lambda entry: {"@type": "WebPage", "mainEntity": entry},
        lambda entry: {**entry, "@type": ["Review", "http://schema.org/ClaimReview"]},
        lambda entry: {"@type": "ClaimReview", "properties": {k: v for k, v in entry.items() if k != "@type"}},
        lambda entry: [[entry, entry]],
    ],
)
def test_every_wrapping_is_opened(tmp_path: Path, shape: Any) -> None:
    document = one(tmp_path, shape(review()))
    assert document.fact_check is not None
    assert (document.text, document.fact_check.rating, document.url) == (CLAIM, "False", "https://check.example/ferry")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("False", "False"),
        (["", "Mostly false"], "Mostly false"),
        ({"alternateName": ["Barely True", "x"]}, "Barely True"),
        ({"alternateName": {"@value": "Faux", "@language": "fr"}}, "Faux"),
        ({"properties": {"alternateName": "Pants on Fire"}}, "Pants on Fire"),
        ({"name": "Misleading", "ratingValue": "-1"}, "Misleading"),
        ({"ratingValue": "2", "worstRating": "1", "bestRating": "5"}, "2 (1 to 5)"),
        ({"ratingValue": 9, "worstRating": 1, "bestRating": 5}, ""),
        ({"ratingValue": -1, "worstRating": -1, "bestRating": -1}, ""),
        ({"ratingValue": 3}, ""),
        ({"ratingValue": "Half true"}, "Half true"),
        (4, "4"),
        (None, ""),
        ({}, ""),
    ],
)
def test_ratings_in_every_dress(stated: Any, expected: str) -> None:
    assert rating_words(stated) == expected


@pytest.mark.parametrize(
    ("reviewed", "expected"),
    [
        ({"appearance": "https://a.example/1"}, "https://a.example/1"),
        (
            {"appearance": ["https://a.example/1", {"url": "https://b.example/2"}]},
            "https://a.example/1 https://b.example/2",
        ),
        ({"url": ["https://a.example/1", "https://b.example/2"]}, "https://a.example/1 https://b.example/2"),
        ({"appearance": "https://a.example/1, https://b.example/2"}, "https://a.example/1 https://b.example/2"),
        ({"firstAppearance": {"@id": "https://bit.example/x"}}, "https://bit.example/x"),
        ([{"properties": {"sameAs": "see https://a.example/1."}}], "https://a.example/1"),
    ],
)
def test_appearances_in_every_dress(tmp_path: Path, reviewed: Any, expected: str) -> None:
    assert one(tmp_path, review(itemReviewed=reviewed)).found["appearances"] == expected


def test_item_reviewed_may_be_anything(tmp_path: Path) -> None:
    for odd in ("a string", 7, None, [], [None], {"author": "A. Mayor"}, {"author": ["", {"name": "A. Mayor"}]}):
        check = one(tmp_path, review(itemReviewed=odd)).fact_check
        assert check is not None
        assert check.claimant in (None, "A. Mayor")


def test_a_platform_address_is_no_claimant(tmp_path: Path) -> None:
    check = one(tmp_path, review(itemReviewed={"author": {"url": "https://social.example/"}})).fact_check
    assert check is not None
    assert check.claimant is None


def test_several_addresses_in_one_string() -> None:
    text = "https://a.example/1;https://b.example/2 | http://c.example and javascript:alert(1) https://"
    assert addresses(text) == ["https://a.example/1", "https://b.example/2", "http://c.example"]


def test_one_review_a_line_with_the_broken_ones_named(tmp_path: Path) -> None:
    path = tmp_path / "data-commons.jsonl"
    lines = [
        json.dumps(review()),
        json.dumps(review(claimReviewed="")),
        json.dumps(review(reviewRating={"ratingValue": 9})),
        "{broken",
        json.dumps(review(datePublished="someday", url="https://check.example/2")),
        json.dumps(review()),
    ]
    path.write_text("\n".join(lines))
    first, other = documents(path)
    assert (first.text, other.published) == (CLAIM, None)
    told = {entry.origin.rsplit(" ", 1)[1]: entry.reason for entry in skipped(path)}
    assert told["2"] == "a fact check in it does not say which claim was checked"
    assert told["3"] == f"the fact check of “{CLAIM}” gives no rating that can be read"
    assert told["4"].startswith("it is no JSON")
    assert told["5"].startswith("“someday” is no date")
    assert "was used on line 1 already" in told["6"]


def test_a_page_with_several_reviews_gives_each_claim_once(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    blocks = [review(), review(), review(claimReviewed="The ferry is new.", url=None), "broken"]
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks)
    markup = f"<html><head><title>Ferry checks</title>{scripts}</head><body><p>Words of the page.</p></body></html>"
    path.write_text(markup.replace('"broken"', '{"@type": "ClaimReview", oops'))
    found = documents(path)
    assert [document.text for document in found] == [CLAIM, "The ferry is new.", "Words of the page."]
    assert [document.kind.value for document in found] == ["fact_check", "fact_check", "document"]
    assert found[1].title == "Ferry checks"


def test_json_without_fact_checks_or_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("7")
    assert refusal(path) == f"{path}: it holds no rows."
    path.write_text("[1, 2]")
    assert documents(path) == []
    assert [entry.origin for entry in skipped(path)] == [f"{path}, row 1", f"{path}, row 2"]


def test_a_check_of_several_claims_is_one_check_a_claim(tmp_path: Path) -> None:
    entry = review(
        claimReviewed=None,
        itemReviewed=[
            {"@type": "Claim", "name": CLAIM, "author": {"name": "A. Mayor"}},
            {"@type": "Claim", "name": "The quay sank.", "author": "B. Rival"},
        ],
    )
    for name, text in (("a.json", json.dumps([entry])), ("a.jsonl", json.dumps(entry) + "\n")):
        path = tmp_path / name
        path.write_text(text)
        checks = [document.fact_check for document in documents(path)]
        assert [(check.claim, check.claimant) for check in checks if check] == [
            (CLAIM, "A. Mayor"),
            ("The quay sank.", "B. Rival"),
        ]


def test_a_claim_is_of_the_day_it_first_appeared(tmp_path: Path) -> None:
    places = [{"url": "https://a.example/1", "datePublished": "2022-01-05"}, "https://b.example/2"]
    first = {"@type": "CreativeWork", "datePublished": "2022-01-02"}
    check = one(
        tmp_path, review(itemReviewed={"author": "A", "appearance": places, "firstAppearance": first})
    ).fact_check
    assert check is not None
    assert check.claim_date == date(2022, 1, 2)
    check = one(tmp_path, review(itemReviewed={"author": "A", "appearance": places})).fact_check
    assert check is not None
    assert check.claim_date == date(2022, 1, 5)
    assert check.truth == 0.0


def test_the_answer_of_a_claim_search_keeps_who_rated_what(tmp_path: Path) -> None:
    answer = {
        "claims": [
            {
                "text": CLAIM,
                "claimant": "A. Mayor",
                "claimDate": "2022-01-30T00:00:00Z",
                "claimReview": [
                    {
                        "publisher": {"name": "Harbour Check", "site": "check.example"},
                        "url": "https://check.example/ferry",
                        "title": "A million? No.",
                        "reviewDate": "2022-02-01T08:00:00Z",
                        "textualRating": "False",
                        "languageCode": "en",
                    },
                    {"publisher": {"site": "other.example"}, "url": "https://other.example/1", "textualRating": "Fake"},
                ],
            }
        ],
        "nextPageToken": "x",
    }
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer))
    first, second = documents(path)
    assert (first.text, first.url, first.publisher) == (CLAIM, "https://check.example/ferry", "Harbour Check")
    assert (first.title, first.published) == ("A million? No.", date(2022, 2, 1))
    check = first.fact_check
    assert check is not None
    assert (check.rating, check.claimant, check.claim_date) == ("False", "A. Mayor", date(2022, 1, 30))
    assert second.publisher == "other.example"


def test_fact_checks_marked_in_a_pages_elements_are_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Did a million take it?</title></head><body><div itemscope "
        "itemtype='https://schema.org/ClaimReview'><meta itemprop='datePublished' content='2022-02-01'>"
        f"<h1 itemprop='claimReviewed'>{CLAIM}</h1><a itemprop='url' href='https://check.example/ferry'>here</a>"
        "<span itemprop='author' itemscope itemtype='https://schema.org/Organization'><span itemprop='name'>Harbour "
        "Check</span></span><div itemprop='reviewRating' itemscope itemtype='http://schema.org/Rating'>Rating: "
        "<meta itemprop='ratingValue' content='1'><meta itemprop='worstRating' content='1'>"
        "<meta itemprop='bestRating' content='5'><b itemprop='alternateName'>False</b></div></div></body></html>"
    )
    check = next(document for document in documents(path) if document.fact_check)
    assert (check.text, check.publisher, check.url) == (CLAIM, "Harbour Check", "https://check.example/ferry")
    assert check.published == date(2022, 2, 1)
    assert check.fact_check is not None
    assert (check.fact_check.rating, check.fact_check.truth) == ("False", 0.0)


def test_what_a_check_says_of_its_rating_is_found_by_its_own_words(tmp_path: Path) -> None:
    body = "The harbour office told us that it never counted 4,000 ferries; its ledger of 2021 has 1,200 of them."
    path = tmp_path / "reviews.json"
    path.write_text(json.dumps(review(reviewBody=body)))
    check, told = documents(path)
    assert (check.kind, check.text) == (SourceKind.FACT_CHECK, CLAIM)
    assert (told.kind, told.text, told.fact_check) == (SourceKind.DOCUMENT, body, None)
    assert (told.title, told.url, told.publisher, told.published) == (
        check.title,
        check.url,
        check.publisher,
        check.published,
    )
    assert told.id == f"{check.id}:review"
