"""The rules a ClaimReview must satisfy (E1 to E11), and the warnings worth a fact-checker's time (W2 to W14).

After Google's "Fact check (ClaimReview) structured data" page and schema.org. The rules read the finished JSON-LD
and the report, so that they hold for what is really written. W1 (a long claim), W7 (a rating that is no whole number)
and W8 (several reviews on a page) served the snippet of Google's search results alone, which ended in June 2025; their
numbers are not given again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from workbench.domain.articles import ReviewStatus
from workbench.domain.review import RatingScale
from workbench.reports.harmless import one_line, web_address
from workbench.reports.model import Report, ReviewedClaim

PLATFORMS = frozenset(
    {
        "facebook", "instagram", "twitter", "x", "tiktok", "youtube", "whatsapp", "telegram", "reddit", "threads",
        "weibo", "vk", "linkedin", "snapchat", "pinterest", "mastodon", "bluesky", "truth social", "gab", "wechat",
        "messenger", "viber", "line", "discord", "rumble", "parler", "social media",
    }
)  # fmt: skip
"""Names of places where claims spread: never the one who made a claim."""

Json = dict[str, Any]
Found = tuple[str, str]
"""Rule and message."""


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """One rule that a review breaks, or a warning. `claim` is None where it is about all of them."""

    rule: str
    claim: int | None
    message: str

    def __str__(self) -> str:
        about = f"claim {self.claim}: " if self.claim is not None else ""
        return f"{about}{self.rule} {self.message}"


def check(
    report: Report, reviews: Sequence[Json], claims: Sequence[int]
) -> tuple[list[RuleFinding], list[RuleFinding]]:
    """Hold every rule against every review.

    Args:
        report: What the visible report tells.
        reviews: The JSON-LD objects.
        claims: The claim that each of them is about.
    Returns:
        Errors, which an export must refuse, and warnings.
    """
    reviewed = {item.claim.id: item for item in report.claims}
    errors: list[RuleFinding] = []
    warnings: list[RuleFinding] = []
    for review, claim in zip(reviews, claims, strict=True):
        item = reviewed[claim]
        errors += [RuleFinding(rule, claim, words) for rule, words in _errors(review, item, report)]
        warnings += [RuleFinding(rule, claim, words) for rule, words in _warnings(review, item, report)]
    errors += _given_twice(reviews, claims)
    return errors, warnings


def _errors(review: Json, item: ReviewedClaim, report: Report) -> Iterable[Found]:
    if "schema.org" not in str(review.get("@context", "")) or review.get("@type") != "ClaimReview":
        yield "E1", "@context must be schema.org and @type ClaimReview"
    if not str(review.get("claimReviewed") or "").strip():
        yield "E2", "the claim's wording is empty"
    yield from _address_error(str(review.get("url") or ""))
    rating = review.get("reviewRating")
    if not isinstance(rating, dict) or rating.get("@type") != "Rating":
        yield "E4", "the review has no rating"
    else:
        if not str(rating.get("alternateName") or "").strip():
            yield "E5", "the rating has no words"
        yield from _number_errors(rating)
        yield from _shown_errors(rating, item, report)
    author = _of(review, "author")
    named = str(author.get("name") or "").strip() or str(author.get("url") or "").strip()
    if author.get("@type") not in ("Organization", "Person") or not named:
        yield "E8", "the fact-checker has neither name nor address; set the workspace's organisation"
    yield from _claimant_errors(review)


def _address_error(url: str) -> Iterable[Found]:
    if not url:
        yield (
            "E3",
            "the page of the full fact check is not known: `workbench setting page_url URL` keeps it, --page-url names "
            "it once",
        )
    elif web_address(url) is None:
        yield "E3", f"the page of the full fact check must be an absolute http or https address, not {one_line(url)!r}"


def _number_errors(rating: Json) -> Iterable[Found]:
    names = ("ratingValue", "worstRating", "bestRating")
    given = [name for name in names if rating.get(name) is not None]
    if not given:
        return
    if len(given) < len(names):
        yield "E6", f"a rating with numbers needs {', '.join(names)}; only {', '.join(given)} given"
        return
    value, worst, best = (rating[name] for name in names)
    if not all(isinstance(number, int | float) for number in (value, worst, best)):
        yield "E6", "a rating's numbers must be numbers"
    elif worst < 1:
        yield "E6", f"the worst rating must be 1 or more, not {worst}"
    elif best <= worst:
        yield "E6", f"the best rating ({best}) must be more than the worst ({worst})"
    elif not worst <= value <= best:
        yield "E6", f"the rating {value} lies outside {worst} to {best}"


_TRUE = re.compile(r"^(?:true|correct|accurate|supported|confirmed|right|verified)$", re.IGNORECASE)
_FALSE = re.compile(r"^(?:false|incorrect|inaccurate|refuted|wrong|pants on fire|fake|debunked)$", re.IGNORECASE)


def runs_backwards(scale: RatingScale) -> bool:
    """Whether a scale gives a rating that says "true" a lower number than one that says "false"."""
    true = [step.value for step in scale.ratings if step.value is not None and _TRUE.match(step.words.strip())]
    false = [step.value for step in scale.ratings if step.value is not None and _FALSE.match(step.words.strip())]
    return bool(true and false) and min(true) < max(false)


def _shown_errors(rating: Json, item: ReviewedClaim, report: Report) -> Iterable[Found]:
    verdict = item.verdict
    scale = report.scale(verdict.scale_id) if verdict else None
    if scale and rating.get("ratingValue") is not None and runs_backwards(scale):
        yield "E7", f"in the scale {one_line(scale.name)!r} a higher number does not mean truer"
    shown = one_line(verdict.rating) if verdict else ""
    if rating.get("alternateName") != shown or rating.get("ratingValue") != (verdict.value if verdict else None):
        yield "E10", f"the rating in the markup is not the one in the report ({shown!r})"
        return
    step = scale.find(verdict.rating) if scale and verdict else None
    if step is None or (verdict and step.value != verdict.value):
        yield "E10", f"the rating {shown!r} is not a step of the scale that the report explains"


def _claimant_errors(review: Json) -> Iterable[Found]:
    item = review.get("itemReviewed")
    author = item.get("author") if isinstance(item, dict) else None
    if author is None:
        return
    name = str(author.get("name") or "").strip() if isinstance(author, dict) else ""
    if not name:
        yield "E9", "the claimant has no name; leave the speaker out or name them"
    elif name.casefold() in PLATFORMS:
        yield "E9", f"{name} is where the claim spread, not who made it; correct the claim's speaker"


def _given_twice(reviews: Sequence[Json], claims: Sequence[int]) -> list[RuleFinding]:
    """E11: one claim by one claimant has one review, on one page."""
    seen: dict[tuple[str, str], tuple[int, str]] = {}
    found = []
    for review, claim in zip(reviews, claims, strict=True):
        author = review.get("itemReviewed", {}).get("author", {})
        key = (str(review.get("claimReviewed")).casefold(), str(author.get("name", "")).casefold())
        first = seen.setdefault(key, (claim, str(review.get("url"))))
        if first[0] != claim:
            found.append(
                RuleFinding(
                    "E11",
                    claim,
                    f"claim {first[0]} has the same wording and claimant, and a review is given once only; "
                    "mark one as a repetition of the other with the same rating, or export one of them",
                )
            )
    return found


def _warnings(review: Json, item: ReviewedClaim, report: Report) -> Iterable[Found]:
    checks: tuple[tuple[str, Callable[[], bool], str], ...] = (
        ("W2", lambda: _rating_word(review, report), "a word of the rating scale is in the claim itself"),
        ("W3", lambda: _of(review, "itemReviewed").get("@type") != "Claim", "itemReviewed is missing or no Claim"),
        ("W4", lambda: not _appearances(review), "where the claim appeared is not given (no web address)"),
        ("W5", lambda: not _of(review, "itemReviewed").get("datePublished"), "when the claim was made is not known"),
        (
            "W6",
            lambda: _claimant_unlinked(review),
            "the claimant has no sameAs (`workbench claim speakers NAME URL` gives one)",
        ),
        ("W9", lambda: _own_domain(review, report), "the claim appeared on the fact-checker's own site"),
        ("W10", lambda: not review.get("datePublished"), "the review has no date"),
        ("W11", lambda: _unexplained(review, item, report), "the rating has a number, but the scale is not defined"),
        ("W12", lambda: _of(review, "author").get("@type") == "Person", "no organisation is set: a reviewer is named"),
        ("W13", lambda: item.claim.status is ReviewStatus.SECOND_OPINION, "a second opinion is still asked for"),
        ("W14", lambda: _guessed(item, report), "the date on which the claim was made is a guess"),
        (
            "W15",
            lambda: _told_as_said(review),
            "the wording tells that the claimant said it, so it is the saying that is rated "
            "(`workbench claim edit ID --text WORDS` leaves what was claimed alone)",
        ),
    )
    yield from ((rule, words) for rule, applies, words in checks if applies())


def _of(review: Json, name: str) -> Json:
    value = review.get(name)
    return value if isinstance(value, dict) else {}


def _appearances(review: Json) -> list[Json]:
    item = _of(review, "itemReviewed")
    places = item.get("appearance") or item.get("firstAppearance") or []
    return places if isinstance(places, list) else [places]


def _rating_word(review: Json, report: Report) -> bool:
    words = {step.words.casefold() for scale in report.scales for step in scale.ratings}
    claim = str(review.get("claimReviewed")).casefold()
    return any(re.search(rf"\b{re.escape(word)}\b", claim) for word in words)


def _claimant_unlinked(review: Json) -> bool:
    author = _of(_of(review, "itemReviewed"), "author")
    return bool(author) and not author.get("sameAs")


_SAYS = r"(?:said|says|told|tells|wrote|writes|(?:claim|insist)(?:ed|s)|(?:argue|state|announce|allege)[ds])"


def _told_as_said(review: Json) -> bool:
    """Whether a claim is worded with who made it: whether he did is true then, whatever of what he said."""
    name = str(_of(_of(review, "itemReviewed"), "author").get("name", "")).split()
    if not name:
        return False
    claim, last = str(review.get("claimReviewed")), re.escape(name[-1])
    before, behind = rf"\b{last}\b[^.“”\"]{{0,40}}?\s{_SAYS}\b", rf"\b{_SAYS}\s(?:\S+\s){{0,4}}?{last}\b"
    return re.search(f"{before}|{behind}", claim) is not None


def _own_domain(review: Json, report: Report) -> bool:
    own = {_host(str(review.get("url"))), _host(report.settings.organisation_url)} - {""}
    return any(_host(str(place.get("url"))) in own for place in _appearances(review))


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _unexplained(review: Json, item: ReviewedClaim, report: Report) -> bool:
    if _of(review, "reviewRating").get("ratingValue") is None or item.verdict is None:
        return False
    scale = report.scale(item.verdict.scale_id)
    return scale is None or any(step.value is not None and not step.definition.strip() for step in scale.ratings)


def _guessed(item: ReviewedClaim, report: Report) -> bool:
    return any(
        entry.article.id == item.claim.article_id and entry.article.published_guessed for entry in report.articles
    )
