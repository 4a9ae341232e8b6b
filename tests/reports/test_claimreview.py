"""ClaimReview: read back as another program reads it; each rule refuses what it should, each warning is given."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import extruct
import pytest

from tests.reports.golden_files import PUBLISHED
from tests.reports.hostile import hostile_report
from tests.reports.sample import REPORT
from workbench.domain.articles import Article, Claim
from workbench.domain.documents import Document
from workbench.domain.media import Authenticity, MediaKind, ReviewedMedia
from workbench.domain.review import DEFAULT_SCALE, Rating, RatingScale, Verdict
from workbench.domain.standing import Agreement
from workbench.ingest import reader
from workbench.reports import claimreview, html
from workbench.reports.claimreview import build
from workbench.reports.claimreview_rules import check
from workbench.reports.model import Publication, Report, ReviewedClaim


def with_claim(number: int, change: Callable[[ReviewedClaim], ReviewedClaim], report: Report = PUBLISHED) -> Report:
    [entry] = report.articles
    claims = tuple(change(item) if item.claim.id == number else item for item in entry.claims)
    return replace(report, articles=(replace(entry, claims=claims),))


def rewrite_claim(change: Callable[[Claim], Claim]) -> Report:
    return with_claim(2, lambda item: replace(item, claim=change(item.claim)))


def rewrite_verdict(change: Callable[[Verdict], Verdict], report: Report = PUBLISHED) -> Report:
    return with_claim(
        2,
        lambda item: replace(
            item, verdicts=tuple(change(one) if one.id == item.standing else one for one in item.verdicts)
        ),
        report,
    )


def rewrite_article(change: Callable[[Article], Article]) -> Report:
    [entry] = PUBLISHED.articles
    return replace(PUBLISHED, articles=(replace(entry, article=change(entry.article)),))


def on_scale(scale: RatingScale) -> Report:
    """The sample, its second claim rated with the scale's first step."""
    step = scale.ratings[0]
    return rewrite_verdict(
        lambda one: replace(one, scale_id=scale.id, rating=step.words, value=step.value),
        replace(PUBLISHED, scales=(*PUBLISHED.scales, scale)),
    )


def scale_of(*ratings: Rating) -> RatingScale:
    return RatingScale("own", "Own", ratings)


def errors(report: Report) -> set[tuple[str, int | None]]:
    return {(finding.rule, finding.claim) for finding in build(report).errors}


def warnings(report: Report) -> set[tuple[str, int | None]]:
    return {(finding.rule, finding.claim) for finding in build(report).warnings}


def read_back(report: Report) -> list[dict[str, Any]]:
    """The reviews as a crawler finds them in the page that carries them."""
    content = html.render(report, markup=list(build(report).reviews)).decode("utf-8")
    found: list[dict[str, Any]] = extruct.extract(content, syntaxes=["json-ld"], uniform=False)["json-ld"]
    return found


def test_a_crawler_reads_the_reviews_in_the_page() -> None:
    reviews = read_back(PUBLISHED)
    assert reviews == json.loads(claimreview.render(build(PUBLISHED)))
    assert [review["url"].rsplit("#", 1)[1] for review in reviews] == ["claim-2", "claim-3", "claim-4"]
    for review in reviews:
        assert review["@context"] == "https://schema.org"
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"]
        assert review["author"] == {
            "@type": "Organization",
            "name": "County Checks",
            "url": "https://checks.example",
        }
        assert review["reviewRating"]["@type"] == "Rating"
        assert review["itemReviewed"]["@type"] == "Claim"
        assert review["itemReviewed"]["datePublished"] == "2021-11-16"


def test_claimant_rating_explanation_citation_and_correction_are_mapped() -> None:
    review = read_back(PUBLISHED)[0]
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "Ada Quill"}
    assert review["itemReviewed"]["appearance"][0]["url"] == "https://gazette.example/2021/11/harbour-bridge"
    rating = review["reviewRating"]
    assert (rating["alternateName"], rating["ratingValue"], rating["worstRating"], rating["bestRating"]) == (
        "False",
        1,
        1,
        5,
    )
    assert rating["ratingExplanation"] == "The final account shows that no part of the claim holds."
    assert review["citation"][0]["archivedAt"] == "https://archive.example/2021/ledger-q3"
    assert review["datePublished"] == "2021-11-17"
    assert review["dateModified"] == "2021-12-12"
    assert review["correction"][0]["datePublished"] == "2021-12-12"
    assert review["correction"][0]["text"] == (
        "Corrected from “Mostly false” to “False”: The final account shows that no part of the claim holds."
    )


def test_a_verdict_on_another_wording_is_no_review_of_this_one() -> None:
    """A machine would read "True" beside words that nobody rated; what is published keeps the words it has."""
    other = rewrite_verdict(lambda one: replace(one, claim_text="The bridge cost less than £30m"))
    assert [number for number, _ in build(other).left_out].count(2) == 0
    waiting = build(with_claim(2, lambda item: replace(item, publication=None), other))
    assert (2, "its verdict was given on another wording: rate it again, or put that one back") in waiting.left_out
    assert 2 not in waiting.claims
    same = with_claim(2, lambda item: replace(item, publication=None))
    assert 2 in build(same).claims


def test_a_correction_of_the_reason_alone_says_that_the_rating_stays() -> None:
    same = rewrite_verdict(lambda one: replace(one, rating="Mostly false", value=2))
    text = json.loads(claimreview.render(build(same)))[0]["correction"][0]["text"]
    assert text.startswith("Corrected, still “Mostly false”: The final account")


def test_a_review_is_of_the_day_it_was_published_on() -> None:
    """Not of the first opinion's, which the public never read; unpublished, it has that of the first verdict."""
    later = with_claim(
        2, lambda item: replace(item, publication=Publication("2021-11-20T08:00:00.000Z", "ines", item.verdicts[0].id))
    )
    assert json.loads(claimreview.render(build(later)))[0]["datePublished"] == "2021-11-20"
    unpublished = with_claim(2, lambda item: replace(item, publication=None))
    assert json.loads(claimreview.render(build(unpublished)))[0]["datePublished"] == "2021-11-17"


def test_a_claim_without_speaker_has_no_claimant() -> None:
    assert "author" not in read_back(PUBLISHED)[1]["itemReviewed"]


def test_a_rating_off_the_scale_has_words_and_no_number() -> None:
    rating = read_back(PUBLISHED)[2]["reviewRating"]
    assert rating["alternateName"] == "Unproven"
    assert not {"ratingValue", "bestRating", "worstRating"} & set(rating)


def test_what_has_no_verdict_is_left_out_and_said() -> None:
    assert dict(build(PUBLISHED).left_out) == {1: "no verdict", 5: "predictions and opinions are not rated"}


def test_claims_whose_reviewers_disagree_are_left_out() -> None:
    report = with_claim(2, lambda item: replace(item, agreement=Agreement.UNRESOLVED))
    assert "disagree" in dict(build(report).left_out)[2]


def test_a_repetition_becomes_an_appearance_of_the_first_review() -> None:
    report = with_claim(
        3,
        lambda item: replace(
            item,
            claim=replace(item.claim, duplicate_of=2),
            verdicts=tuple(replace(one, rating="False", value=1) for one in item.verdicts),
        ),
    )
    made = build(report)
    assert made.claims == (2, 4)
    assert len(made.reviews[0]["itemReviewed"]["appearance"]) == 2
    assert "repeats claim 2" in dict(made.left_out)[3]


def test_the_page_of_each_article_can_be_named_by_its_id() -> None:
    report = replace(REPORT, settings=replace(REPORT.settings, page_url="https://checks.example/{article}/"))
    assert build(report).reviews[0]["url"] == "https://checks.example/1/#claim-2"


def test_a_sound_report_has_no_errors() -> None:
    assert errors(PUBLISHED) == set()


@pytest.mark.parametrize(
    ("rule", "break_it"),
    [
        ("E1", lambda review: review.update({"@context": "https://example.org"})),
        ("E1", lambda review: review.update({"@type": "Review"})),
        ("E2", lambda review: review.update(claimReviewed=" ")),
        ("E3", lambda review: review.update(url="/bridge")),
        ("E4", lambda review: review.pop("reviewRating")),
        ("E4", lambda review: review["reviewRating"].update({"@type": "Thing"})),
        ("E5", lambda review: review["reviewRating"].update(alternateName="")),
        ("E6", lambda review: review["reviewRating"].pop("bestRating")),
        ("E6", lambda review: review["reviewRating"].update(ratingValue=-1)),
        ("E6", lambda review: review["reviewRating"].update(worstRating=0)),
        ("E6", lambda review: review["reviewRating"].update(bestRating=1)),
        ("E6", lambda review: review["reviewRating"].update(ratingValue="1")),
        ("E8", lambda review: review.update(author={"@type": "Organization", "name": " "})),
        ("E8", lambda review: review.update(author="County Checks")),
        ("E9", lambda review: review["itemReviewed"].update(author={"@type": "Person"})),
        ("E9", lambda review: review["itemReviewed"].update(author={"@type": "Organization", "name": "Facebook"})),
        ("E10", lambda review: review["reviewRating"].update(alternateName="Mostly false")),
        ("E10", lambda review: review["reviewRating"].update(ratingValue=2)),
    ],
)
def test_each_rule_finds_what_breaks_it(rule: str, break_it: Callable[[dict[str, Any]], object]) -> None:
    """The rules read the finished markup, so that they would find a mistake of the program too."""
    made = build(PUBLISHED)
    reviews = json.loads(json.dumps(made.reviews))
    break_it(reviews[0])
    found, _ = check(PUBLISHED, reviews, made.claims)
    assert rule in {finding.rule for finding in found}
    assert {finding.claim for finding in found} == {2}


@pytest.mark.parametrize(
    ("rule", "report"),
    [
        ("E2", rewrite_claim(lambda claim: replace(claim, text=" \n"))),
        ("E3", replace(REPORT, settings=replace(REPORT.settings, page_url=""))),
        ("E3", replace(REPORT, settings=replace(REPORT.settings, page_url="checks.example/bridge"))),
        ("E3", replace(REPORT, settings=replace(REPORT.settings, page_url="ftp://checks.example/bridge"))),
        ("E5", rewrite_verdict(lambda one: replace(one, rating="  "))),
        ("E6", on_scale(scale_of(Rating("a", "Wrong", "x", 0), Rating("b", "Right", "y", 1)))),
        ("E6", on_scale(scale_of(Rating("a", "Wrong", "x", -1), Rating("b", "Right", "y", 1)))),
        ("E6", on_scale(scale_of(Rating("a", "Wrong", "x", 1)))),
        ("E7", on_scale(scale_of(Rating("a", "True", "x", 1), Rating("b", "False", "y", 5)))),
        ("E9", rewrite_claim(lambda claim: replace(claim, speaker="TikTok"))),
        ("E9", rewrite_claim(lambda claim: replace(claim, speaker=" \t"))),
        ("E10", rewrite_verdict(lambda one: replace(one, rating="Rather wrong"))),
        ("E10", rewrite_verdict(lambda one: replace(one, value=3))),
    ],
)
def test_a_report_that_breaks_a_rule_is_refused(rule: str, report: Report) -> None:
    assert (rule, 2) in errors(report)


@pytest.mark.parametrize(
    ("speaker", "kind", "name"),
    [
        ("Ada Quist", "Person", "Ada Quist"),
        ("the mayor", "Person", "the mayor"),
        ("The Prime Minister", "Person", "The Prime Minister"),
        ("Kremlin spokesman Ivan Sample", "Person", "Kremlin spokesman Ivan Sample"),
        ("the Selvik Riverside Trust", "Organization", "Selvik Riverside Trust"),
        ("the Association of Varen Insurers", "Organization", "Association of Varen Insurers"),
        ("The Guardian", "Organization", "Guardian"),
        ("the Office of the President", "Organization", "Office of the President"),
        ("police", "Organization", "police"),
    ],
)
def test_who_made_a_claim_is_a_person_or_a_body(speaker: str, kind: str, name: str) -> None:
    report = rewrite_claim(lambda claim: replace(claim, speaker=speaker))
    review = next(one for one in json.loads(claimreview.render(build(report))) if one["url"].endswith("#claim-2"))
    assert review["itemReviewed"]["author"] == {"@type": kind, "name": name}


@pytest.mark.parametrize(
    "speaker",
    [
        "a report",
        "The report",
        "the annual report",
        "a new study",
        "its latest figures",
        "the survey of 2,400 pupils",
        "A survey of 40 schools for the charity",
        "A poll",
        "A video shared 400,000 times on social media",
        "prosecutors",
        "Researchers",
        "court records",
        "The full recording",
        "surveyors",
        "two studies",
        "a 2021 report",
        "A study in the Lancet",
        "a Lancet study",
        "World Bank report",
        "White House statement",
        "the book",
        "Varen’s annual report",
        "the report by the audit office",
    ],
)
def test_a_paper_is_no_person(speaker: str) -> None:
    """Who wrote it is not known: without a claimant is truer than a person called "a report"."""
    report = rewrite_claim(lambda claim: replace(claim, speaker=speaker))
    review = next(one for one in json.loads(claimreview.render(build(report))) if one["url"].endswith("#claim-2"))
    assert "author" not in review["itemReviewed"]


@pytest.mark.parametrize(
    "speaker",
    [
        "Kit Report",
        "the report's author",
        "Varen Study",
        "Ann Sample, author of the report",
        "Dora Book",
        "Statistics Holm",
        "Bob Stone in a letter",
    ],
)
def test_a_name_that_ends_like_a_paper_stays(speaker: str) -> None:
    report = rewrite_claim(lambda claim: replace(claim, speaker=speaker))
    review = next(one for one in json.loads(claimreview.render(build(report))) if one["url"].endswith("#claim-2"))
    assert review["itemReviewed"]["author"]["name"] == speaker


def author_in(title: str, text: str, speaker: str, more: str = "") -> dict[str, str]:
    """Who is told to have made a claim of an article."""
    report = rewrite_claim(lambda claim: replace(claim, speaker=speaker))
    [entry] = report.articles
    about = f"About {speaker}.{more}"
    article = replace(entry.article, title=title, text=f"{text}\n{entry.article.text}\n{about}\n")
    reviews = build(replace(report, articles=(replace(entry, article=article),))).reviews
    review = next(one for one in reviews if one["url"].endswith("#claim-2"))
    found: dict[str, str] = review["itemReviewed"]["author"]
    return found


def test_who_issued_a_press_release_is_a_body() -> None:
    """Its name alone does not show it: "Varen Foods" may be anybody."""
    body = {"@type": "Organization", "name": "Varen Foods"}
    released = "HOLM, 9 May 2023 - Varen Foods plc today announced a plant."
    assert author_in("Varen Foods opens a plant", released, "Varen Foods") == body
    assert author_in("The Varen Foods plant opens", released, "Varen Foods") == body
    assert author_in("Release 12", f"Varen Foods opens a plant\n\n{released}", "Varen Foods") == body
    told = author_in("Varen Foods opens a plant", "Officials of Varen Foods met.", "Varen Foods")
    assert told["@type"] == "Person"


def test_a_person_about_whom_a_page_ends_is_no_body() -> None:
    person = {"@type": "Person", "name": "Ann Sample"}
    assert author_in("Ann Sample resigns", "The mayor said so on Monday.", "Ann Sample") == person
    own = "HOLM, 9 May 2023 - Ann Sample today announced that she resigns."
    assert author_in("Ann Sample resigns", own, "Ann Sample", " She was mayor for nine years.") == person


def test_a_review_without_a_fact_checker_is_refused() -> None:
    nobody = rewrite_verdict(lambda one: replace(one, reviewer=" "))
    assert ("E8", 2) in errors(replace(nobody, settings=replace(nobody.settings, organisation="", organisation_url="")))


def test_the_same_claim_reviewed_twice_is_refused() -> None:
    [entry] = PUBLISHED.articles
    second = entry.claims[1].claim
    report = with_claim(
        3, lambda item: replace(item, claim=replace(item.claim, text=second.text, speaker=second.speaker))
    )
    assert errors(report) == {("E11", 3)}


def test_findings_say_which_claim_and_why() -> None:
    [finding, *_] = build(rewrite_verdict(lambda one: replace(one, rating=" "))).errors
    assert str(finding) == "claim 2: E5 the rating has no words"


@pytest.mark.parametrize(
    ("rule", "report"),
    [
        ("W2", rewrite_claim(lambda claim: replace(claim, text="It is false that it cost less"))),
        ("W4", rewrite_article(lambda article: replace(article, url=None))),
        ("W5", rewrite_article(lambda article: replace(article, published=None))),
        ("W6", PUBLISHED),
        ("W9", rewrite_article(lambda article: replace(article, url="https://www.checks.example/x"))),
        ("W11", on_scale(scale_of(Rating("a", "Wrong", "", 1), Rating("b", "Right", "", 2)))),
        ("W12", replace(PUBLISHED, settings=replace(PUBLISHED.settings, organisation="", organisation_url=""))),
        ("W14", rewrite_article(lambda article: replace(article, published_guessed=True))),
    ],
)
def test_each_warning_is_given(rule: str, report: Report) -> None:
    assert (rule, 2) in warnings(report)


@pytest.mark.parametrize(
    ("rule", "break_it"),
    [
        ("W3", lambda review: review.pop("itemReviewed")),
        ("W3", lambda review: review["itemReviewed"].update({"@type": "Thing"})),
        ("W10", lambda review: review.pop("datePublished")),
    ],
)
def test_warnings_read_the_finished_markup(rule: str, break_it: Callable[[dict[str, Any]], object]) -> None:
    made = build(PUBLISHED)
    reviews = json.loads(json.dumps(made.reviews))
    break_it(reviews[0])
    _, found = check(PUBLISHED, reviews, made.claims)
    assert (rule, 2) in {(finding.rule, finding.claim) for finding in found}


def test_an_open_second_opinion_is_warned_of() -> None:
    assert ("W13", 4) in warnings(PUBLISHED)


def test_what_only_the_search_snippet_asked_for_is_not_warned_of() -> None:
    long = rewrite_claim(lambda claim: replace(claim, text="The bridge cost less than forty million, " * 5))
    assert len(build(long).reviews) == 3, "several on one page"
    assert not {"W1", "W7", "W8"} & {rule for rule, _ in warnings(long)}


def with_media(media: ReviewedMedia) -> Report:
    return replace(PUBLISHED, settings=replace(PUBLISHED.settings, media={"2": media}))


def test_media_that_is_the_claim_has_a_review_of_its_own_beside_the_claims() -> None:
    report = with_media(
        ReviewedMedia(
            "https://clips.example/7",
            MediaKind.VIDEO,
            Authenticity.DECONTEXTUALIZED,
            "https://archive.example/film",
            "A bridge of 1998 in another county",
        )
    )
    first, *others = read_back(report)
    assert first["associatedMediaReview"] == {
        "@type": "MediaReview",
        "url": first["url"],
        "datePublished": first["datePublished"],
        "author": first["author"],
        "mediaAuthenticityCategory": "https://schema.org/DecontextualizedContent",
        "itemReviewed": {"@type": "VideoObject", "contentUrl": "https://clips.example/7"},
        "originalMediaLink": "https://archive.example/film",
        "originalMediaContextDescription": "A bridge of 1998 in another county",
    }
    assert not any("associatedMediaReview" in review for review in others)
    assert errors(report) == set()


@pytest.mark.parametrize("kind", list(MediaKind))
@pytest.mark.parametrize("found", list(Authenticity))
def test_every_kind_of_media_and_every_finding_has_its_word(kind: MediaKind, found: Authenticity) -> None:
    review = build(with_media(ReviewedMedia("javascript:alert(1)", kind, found))).reviews[0]["associatedMediaReview"]
    assert review["itemReviewed"] == {"@type": f"{kind.value.title()}Object"}, "an address that is not one is not told"
    assert re.fullmatch(r"https://schema\.org/[A-Z]\w+Content", review["mediaAuthenticityCategory"])


def test_a_feed_has_an_item_a_page_with_all_its_reviews_and_is_read_back_as_fact_checks(tmp_path: Path) -> None:
    report = replace(REPORT, settings=replace(REPORT.settings, page_url="https://checks.example/{article}"))
    content = claimreview.feed(report, build(report))
    feed = json.loads(content)
    assert (feed["@type"], feed["dateModified"]) == ("DataFeed", "2021-12-12")
    [item] = feed["dataFeedElement"]
    assert (item["@type"], item["url"]) == ("DataFeedItem", "https://checks.example/1")
    assert (item["dateCreated"], item["dateModified"]) == ("2021-11-17", "2021-12-12")
    assert item["item"] == json.loads(json.dumps(build(report).reviews))
    path = tmp_path / "all.feed.jsonld"
    path.write_bytes(content)
    read = [one for one in reader.read(str(path), as_evidence=True) if isinstance(one, Document)]
    assert [one.fact_check.claim for one in read if one.fact_check] == [
        review["claimReviewed"] for review in item["item"]
    ]


def test_one_whole_review_has_no_warning_once_the_claimants_page_is_known() -> None:
    [entry] = PUBLISHED.articles
    report = replace(PUBLISHED, articles=(replace(entry, claims=(entry.claims[1],)),))
    assert warnings(report) == {("W6", 2)}
    page = "https://people.example/ada-quill"
    speaker = entry.claims[1].claim.speaker
    assert speaker is not None
    known = replace(report, settings=replace(report.settings, same_as={speaker.upper(): page}))
    assert warnings(known) == set()
    [review] = build(known).reviews
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": speaker, "sameAs": page}
    hostile = replace(report, settings=replace(report.settings, same_as={speaker: "javascript:alert(1)"}))
    assert warnings(hostile) == {("W6", 2)}


def test_hostile_markup_stays_inside_its_element() -> None:
    report = hostile_report()
    report = replace(report, settings=replace(report.settings, page_url="https://checks.example/x"))
    reviews = read_back(report)
    assert len(reviews) == 1
    assert "<script>alert(1)</script>" in reviews[0]["claimReviewed"]
    assert reviews[0]["author"]["name"].startswith("=cmd")


def test_dates_are_iso() -> None:
    for review in build(PUBLISHED).reviews:
        assert date.fromisoformat(review["datePublished"])


def test_the_default_scale_runs_upwards() -> None:
    assert errors(replace(PUBLISHED, scales=(DEFAULT_SCALE,))) == set()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ada Quist claimed the council had received a grant.", True),
        ("Ada Quist, the leader of the council, said that nine pools were shut.", True),
        ("The council had received a grant, said councillor Ada Quist.", True),
        ("The council had received a grant.", False),
        ("Ada Quist received a grant.", False),
        ("Jon Lake said that nine pools were shut.", False),
    ],
)
def test_a_wording_that_tells_who_said_it_is_warned_of(words: str, told: bool) -> None:
    report = rewrite_claim(lambda claim: replace(claim, text=words, speaker="Ada Quist"))
    assert (("W15", 2) in warnings(report)) is told
