"""ClaimReview JSON-LD (https://schema.org/ClaimReview) of the claims that have a verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from workbench.domain.articles import Article
from workbench.domain.evidence import Source, Stance
from workbench.domain.media import Authenticity, MediaKind, ReviewedMedia
from workbench.domain.press_releases import issuer
from workbench.domain.review import CitedEvidence, RatingScale, Verdict
from workbench.domain.standing import Agreement
from workbench.reports.claimreview_rules import RuleFinding, check
from workbench.reports.harmless import one_line, web_address
from workbench.reports.machine import json_bytes
from workbench.reports.model import Report, ReviewedClaim

_ORGANISATION = re.compile(
    r"\b(?:ministry|department|office|government|party|council|commission|committee|agency|bank|university|institute|"
    r"union|association|company|corporation|group|inc|ltd|plc|gmbh|ag|nato|police|court|parliament|senate|congress|"
    r"embassy|authority|foundation|news|times|gazette|post|house|kremlin|pentagon|street|trust|insurers|hospital|school|"
    r"college|club|bureau|board|fund|federation|league|society|network|coalition|campaign|airlines?|railways?|treasury|army|"
    r"navy|service|utility|operator|firm|charity|family)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?<!\bof )(?<!\bof the )\b(?:minister|president|mayor|chancellor|king|queen|pope|prince|princess|secretary|"
    r"chair(?:man|woman|person)?|director|officer|judge|governor|senator|ambassador|chief|commissioner|councillor|commander|spokes\w{3,8})\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:(?:(?!(?:of|by|in|from|for|on|at|with|to|and|or|behind|who|that|which)\b)[\w'’.&-]+\s){0,6}|(?:[a-zß-ÿ-]+\s){1,4})"
    r"(?:reports?|study|studies|surveys?|polls?|books?|documentary|documentaries|articles?|dossiers?|transcripts?|affidavits?|"
    r"releases?|tweets?|messages?|brochures?|analyses|indictments|lawsuits|complaints|inquiries|rulings|audits|websites|"
    r"documents?|memos?|filings?|audit|analysis|papers?|figures|data|statistics|letters?|statements?|leaflets?|emails?|"
    r"website|minutes|videos?|clips?|recordings?|footage|posts?|records|indictment|lawsuit|complaint|inquiry|ruling)"
    r"(?:,?\s(?:of|for|by|on|from|in|into|about|with|to|shared|posted|published|seen|circulating|leaked|submitted)\s.*)?",
    re.DOTALL,
)
"""What something was read in, with nobody named: no claimant. A noun in small letters, whoever's it is told to be."""
_SEVERAL = re.compile(
    r"[A-Za-z-]{3,}(?:ers|ors|ists|ials|ants|ents|ees|ians|ives)|people|men|women|children|parents|aides|others"
)
"""Many of whom nobody is named, in one word: "prosecutors", "Researchers"."""
_LONG = 8
_MEDIA_TYPES = {
    MediaKind.IMAGE: "ImageObject",
    MediaKind.VIDEO: "VideoObject",
    MediaKind.AUDIO: "AudioObject",
}
_AUTHENTICITY = {
    Authenticity.ORIGINAL: "OriginalMediaContent",
    Authenticity.DECONTEXTUALIZED: "DecontextualizedContent",
    Authenticity.EDITED: "EditedOrCroppedContent",
    Authenticity.STAGED: "StagedContent",
    Authenticity.TRANSFORMED: "TransformedContent",
    Authenticity.SATIRE: "SatireOrParodyContent",
}


@dataclass(frozen=True, slots=True)
class Markup:
    """The reviews, with what the rules say about them and which claims were left out and why.

    `reviews` are JSON-LD objects, `claims` the ids of the claims they are about, in the same order.
    """

    reviews: tuple[dict[str, Any], ...]
    claims: tuple[int, ...]
    errors: tuple[RuleFinding, ...]
    warnings: tuple[RuleFinding, ...]
    left_out: tuple[tuple[int, str], ...]


def build(report: Report) -> Markup:
    """Make the reviews of a report and hold the rules against them.

    Claims without a verdict are left out, and so are those whose reviewers disagree, for no rating of theirs stands.
    A claim that repeats another one of the report becomes a further appearance of that one's review.
    """
    standing: dict[int, tuple[Article, ReviewedClaim]] = {}
    left_out: list[tuple[int, str]] = []
    for item in report.articles:
        for reviewed in item.claims:
            reason = _left_out(reviewed)
            if reason:
                left_out.append((reviewed.claim.id, reason))
            else:
                standing[reviewed.claim.id] = (item.article, reviewed)
    repeats: dict[int, list[tuple[Article, str]]] = {}
    for number, (article, reviewed) in list(standing.items()):
        original = standing.get(reviewed.claim.duplicate_of or 0)
        if original is not None and _same_rating(original[1], reviewed):
            repeats.setdefault(original[1].claim.id, []).append((article, reviewed.claim.anchor.fragment))
            left_out.append((number, f"repeats claim {original[1].claim.id}, whose review names this appearance"))
    repeated = {number for number, _ in left_out}
    kept = [pair for number, pair in standing.items() if number not in repeated]
    reviews = tuple(_review(report, article, item, repeats.get(item.claim.id, [])) for article, item in kept)
    claims = tuple(item.claim.id for _, item in kept)
    errors, warnings = check(report, reviews, claims)
    return Markup(reviews, claims, tuple(errors), tuple(warnings), tuple(left_out))


def render(markup: Markup) -> bytes:
    """The reviews as a JSON-LD list; whoever calls has looked at `markup.errors`."""
    return json_bytes(list(markup.reviews))


def feed(report: Report, markup: Markup) -> bytes:
    """The reviews as one data feed (https://schema.org/DataFeed), an item a page, as Data Commons has its own feed.

    Whoever calls has looked at `markup.errors`.
    """
    pages: dict[str, list[dict[str, Any]]] = {}
    for review in markup.reviews:
        pages.setdefault(review["url"].split("#", 1)[0], []).append(review)
    settings = report.settings
    data: dict[str, Any] = {"@context": "https://schema.org", "@type": "DataFeed"}
    data["name"] = (
        f"Fact checks of {one_line(settings.organisation)}" if settings.organisation.strip() else "Fact checks"
    )
    if markup.reviews:
        data["publisher"] = markup.reviews[0]["author"]
        data["dateModified"] = max(_changed(review) for review in markup.reviews)
    data["dataFeedElement"] = [
        {
            "@type": "DataFeedItem",
            "url": page,
            "dateCreated": min(review["datePublished"] for review in reviews),
            "dateModified": max(_changed(review) for review in reviews),
            "item": reviews,
        }
        for page, reviews in sorted(pages.items())
    ]
    return json_bytes(data)


def _changed(review: dict[str, Any]) -> str:
    return str(review.get("dateModified") or review["datePublished"])


def _left_out(reviewed: ReviewedClaim) -> str:
    if not reviewed.verdict:
        return "no verdict" if reviewed.claim.rateable else "predictions and opinions are not rated"
    if reviewed.agreement is Agreement.UNRESOLVED:
        return "the reviewers disagree and nothing has settled it"
    if reviewed.rated_wording and reviewed.publication is None:
        return "its verdict was given on another wording: rate it again, or put that one back"
    return ""


def _same_rating(first: ReviewedClaim, second: ReviewedClaim) -> bool:
    one, two = first.verdict, second.verdict
    return one is not None and two is not None and (one.scale_id, one.rating) == (two.scale_id, two.rating)


def page_of(report: Report, article: Article, claim_id: int) -> str:
    """The address of a claim's place in the report: the page that was set, and the claim's anchor in it."""
    page = report.settings.page_url.strip().replace("{article}", str(article.id))
    if not page:
        return ""
    url = f"{page.split('#', 1)[0]}#claim-{claim_id}"
    return web_address(url) or url


def _review(
    report: Report, article: Article, item: ReviewedClaim, repeats: list[tuple[Article, str]]
) -> dict[str, Any]:
    claim, verdict = item.claim, item.verdict
    assert verdict is not None  # claims without one were left out
    first = item.opinions[0].at if item.opinions else verdict.at
    if item.publication is not None:
        first = item.publication.at
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": page_of(report, article, claim.id),
        "claimReviewed": one_line(claim.text),
        "datePublished": first[:10],
        "inLanguage": article.language,
        "author": _author(report, verdict),
        "reviewRating": _rating(report.scale(verdict.scale_id), verdict),
        "itemReviewed": _claim(report, article, item, repeats),
    }
    if report.state.head:
        head = f"sha256:{report.state.head}"
        review["identifier"] = {"@type": "PropertyValue", "propertyID": "record-head", "value": head}
    if corrections := item.corrections:
        review["dateModified"] = corrections[-1].at[:10]
        review["correction"] = [_correction(item, entry) for entry in corrections]
    if verdict.evidence:
        review["citation"] = [_citation(piece, report.source(piece.source_id)) for piece in verdict.evidence]
    if media := report.settings.media.get(str(claim.id)):
        review["associatedMediaReview"] = _media_review(review, media)
    return review


def _correction(item: ReviewedClaim, correction: Verdict) -> dict[str, Any]:
    """A correction, with the rating that was published before it: a reader of the review alone knows of no other."""
    before = next((one.rating for one in item.verdicts if one.id == correction.supersedes), "")
    change = ""
    if before and before != correction.rating:
        change = f"Corrected from “{one_line(before)}” to “{one_line(correction.rating)}”: "
    elif before:
        change = f"Corrected, still “{one_line(before)}”: "
    return {
        "@type": "CorrectionComment",
        "text": f"{change}{one_line(correction.rationale)}",
        "datePublished": correction.at[:10],
    }


def _media_review(review: dict[str, Any], media: ReviewedMedia) -> dict[str, Any]:
    """What was found of the media that the claim consists of, beside the review of the claim.

    https://schema.org/MediaReview; it repeats author, address and day, for a reader may take it out of its place.
    """
    shown: dict[str, Any] = {"@type": _MEDIA_TYPES[media.kind]}
    if url := web_address(media.url):
        shown["contentUrl"] = url
    found: dict[str, Any] = {
        "@type": "MediaReview",
        "url": review["url"],
        "datePublished": review["datePublished"],
        "author": review["author"],
        "mediaAuthenticityCategory": f"https://schema.org/{_AUTHENTICITY[media.authenticity]}",
        "itemReviewed": shown,
    }
    if url := web_address(media.original_url):
        found["originalMediaLink"] = url
    if media.context.strip():
        found["originalMediaContextDescription"] = one_line(media.context)
    return found


def _author(report: Report, verdict: Verdict) -> dict[str, Any]:
    settings = report.settings
    author: dict[str, Any] = {"@type": "Organization"}
    if settings.organisation.strip():
        author["name"] = one_line(settings.organisation)
    if url := web_address(settings.organisation_url):
        author["url"] = url
    if len(author) > 1:
        return author
    return {"@type": "Person", "name": one_line(verdict.reviewer)}


def _rating(scale: RatingScale | None, verdict: Verdict) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": one_line(verdict.rating)}
    bounds = scale.bounds if scale else None
    if verdict.value is not None:
        rating["ratingValue"] = verdict.value
        if bounds:
            rating["worstRating"], rating["bestRating"] = bounds
    if verdict.rationale.strip():
        rating["ratingExplanation"] = one_line(verdict.rationale)
    return rating


def _claimant(name: str) -> dict[str, Any]:
    """Who made a claim: a person, or a body, which is told without the article before its name."""
    bare = name[4:] if name[:4].casefold() == "the " and name[4:5].isupper() else name
    if _ROLE.search(name) or not (_ORGANISATION.search(name) or bare != name):
        return {"@type": "Person", "name": name}
    return {"@type": "Organization", "name": bare}


def _is_nobody(name: str) -> bool:
    """Whether nobody is named by some words: a report, a video shared on Sunday, "prosecutors", "court records"."""
    bare = name[:1].lower() + name[1:]
    several = _SEVERAL.fullmatch(bare) is not None and (name == bare or len(name) > _LONG)  # "Peters" is a name
    return several or _PAPER.fullmatch(bare) is not None


def _claim(report: Report, article: Article, item: ReviewedClaim, repeats: list[tuple[Article, str]]) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "text": one_line(item.claim.text)}
    if article.published:
        claim["datePublished"] = article.published.isoformat()
    # the outlet is where the claim appeared, not who made it: without a speaker there is no claimant; who issues a
    # press release is a body
    name = one_line(item.claim.speaker or "")
    if item.claim.speaker and not _is_nobody(name):
        issued = issuer(article.text, article.title) if f"About {name}" in article.text else None
        body = issued is not None and issued.name == name and not issued.person
        claim["author"] = {"@type": "Organization", "name": name} if body else _claimant(name)
        known = {speaker.casefold(): page for speaker, page in report.settings.same_as.items()}
        if page := web_address(known.get(item.claim.speaker.casefold())):
            claim["author"]["sameAs"] = page
    appeared = [(article, item.claim.anchor.fragment), *repeats]
    places = [place for place in (_appearance(where, fragment) for where, fragment in appeared) if place]
    if places:
        claim["appearance"] = places
    return claim


def _appearance(article: Article, fragment: str) -> dict[str, Any] | None:
    """Where a claim appeared; of a recording the very seconds, as a media fragment (https://www.w3.org/TR/media-frags/)."""
    url = web_address(article.url)
    if url is None:
        return None
    if fragment:
        url = f"{url}{'&' if '#' in url else '#'}{fragment}"
    place: dict[str, Any] = {"@type": "NewsArticle", "url": url, "headline": one_line(article.title)}
    if article.publisher:
        place["publisher"] = {"@type": "Organization", "name": one_line(article.publisher)}
    if article.published:
        place["datePublished"] = article.published.isoformat()
    return place


def _citation(piece: CitedEvidence, source: Source | None) -> dict[str, Any]:
    citation: dict[str, Any] = {"@type": "CreativeWork", "name": one_line(piece.source_title)}
    if piece.chosen:
        citation["text"] = one_line(piece.chosen)
    if url := web_address(piece.url):
        citation["url"] = url
    if archive := web_address(piece.archive_url):
        citation["archivedAt"] = archive
    if piece.publisher:
        citation["publisher"] = {"@type": "Organization", "name": one_line(piece.publisher)}
    if piece.published:
        citation["datePublished"] = piece.published[:10]
    if piece.stance in (Stance.SUPPORTS, Stance.REFUTES):
        citation["description"] = "supports the claim" if piece.stance == Stance.SUPPORTS else "refutes the claim"
    if source is not None and source.fact_check is not None and not source.private:
        # its words are the claim that was checked: without the rating they would stand for the contrary
        rated = f"an earlier fact check, which rated this: {one_line(source.fact_check.rating)}"
        citation["description"] = "; ".join(filter(None, (citation.get("description"), rated)))
    return citation
