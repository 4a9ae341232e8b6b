"""Fact checks that others published as ClaimReview, with the dirt met in real feeds.

Appearances as bare strings or lists, several addresses in one string, ratings in words, lists or `{"@value": …}`,
values nested under `properties`, numbers outside their scale: each is read for what it says, nothing is invented.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from workbench.domain.documents import FactCheck, Skipped, SourceKind
from workbench.ingest import jsonld
from workbench.ingest.dates import parse_date
from workbench.ingest.fields import Fields, clean, web_address
from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.text import normalise, one_line

_ADDRESS = re.compile(r"https?://[^\s,;|<>\"]+")
CLAIM_LENGTH = 5_000


def is_fact_check(entry: dict[str, Any]) -> bool:
    """Whether an object is a ClaimReview."""
    return "ClaimReview" in jsonld.types(entry) or ("claimReviewed" in entry and "reviewRating" in entry)


def addresses(data: Any) -> list[str]:
    """Every web address in a value: bare, in lists, several in one string, under url or @id."""
    if isinstance(data, dict):
        data = [data.get("url"), data.get("@id"), data.get("contentUrl")]
    if isinstance(data, list):
        return list(dict.fromkeys(found for entry in data for found in addresses(entry)))
    if not isinstance(data, str):
        return []
    found = (web_address(match.rstrip(".)]")) for match in _ADDRESS.findall(data[:20_000]))
    return list(dict.fromkeys(address for address in found if address))


def rating_words(data: Any) -> str:
    """The rating in words. Without words a number is given with its scale ("2 (1 to 5)"), but only inside the scale."""
    if isinstance(data, list):
        return next((found for entry in data if (found := rating_words(entry))), "")
    if not isinstance(data, dict):
        return one_line(jsonld.words(data) or "", 200)
    if named := jsonld.value(data, "alternateName", "name", "ratingText", "textualRating"):
        return one_line(named, 200)
    number, worst, best = (jsonld.value(data, key) for key in ("ratingValue", "worstRating", "bestRating"))
    if number is None:
        return ""
    try:
        rated, low, high = float(number), float(worst or "nan"), float(best or "nan")
    except ValueError:
        return one_line(number, 200)  # words where a number belongs
    return f"{rated:g} ({low:g} to {high:g})" if 1 <= low <= rated <= high and low < high else ""


def _truth(data: Any) -> float | None:
    """Where a rating in figures lies on its own scale, from 0 to 1; None outside it or without one."""
    if isinstance(data, list):
        return next((found for entry in data if (found := _truth(entry)) is not None), None)
    if not isinstance(data, dict):
        return None
    try:
        rated, low, high = (
            float(jsonld.value(data, key) or "nan") for key in ("ratingValue", "worstRating", "bestRating")
        )
    except ValueError:
        return None
    return round((rated - low) / (high - low), 4) if 0 <= low <= rated <= high and low < high else None


def _claimant(reviewed: Any) -> str | None:
    for entry in reviewed if isinstance(reviewed, list) else [reviewed]:
        if isinstance(entry, dict):
            stated = jsonld.value(entry, "author", "creator")
            if stated and not _ADDRESS.match(stated):
                return one_line(stated, 300)
    return None


def _claim_day(reviewed: Any) -> date | None:
    """When the claim was made: as stated, else the day of its first appearance, else the earliest one known."""
    if found := parse_date(_first(reviewed, "datePublished", "dateCreated") or ""):
        return found
    for key in ("firstAppearance", "appearance"):
        days = [
            day
            for entry in (reviewed if isinstance(reviewed, list) else [reviewed])
            if isinstance(entry, dict)
            for place in (entry[key] if isinstance(entry.get(key), list) else [entry.get(key)])
            if (day := parse_date(jsonld.value(place, "datePublished", "dateCreated") or ""))
        ]
        if days:
            return min(days)
    return None


def _first(reviewed: Any, *keys: str) -> str | None:
    entries = reviewed if isinstance(reviewed, list) else [reviewed]
    return next((found for entry in entries if (found := jsonld.value(entry, *keys))), None)


def _appearances(reviewed: Any) -> list[str]:
    found: list[str] = []
    for entry in reviewed if isinstance(reviewed, list) else [reviewed]:
        if isinstance(entry, dict):
            inner = entry.get("properties")
            for holder in (entry, inner if isinstance(inner, dict) else {}):
                for key in ("firstAppearance", "appearance", "url", "sameAs"):
                    found.extend(addresses(holder.get(key)))
    return list(dict.fromkeys(found))


_LEAST_TOLD = 12
"""Words from which what a check says of its rating is evidence of its own, to be found and cited: "We asked …"."""


def fact_check_document(entry: dict[str, Any], item: Item, sha256: str, page: Fields | None = None) -> Found:
    """Turn one ClaimReview into a document whose text is the claim reviewed, so that a search finds it by the claim.

    What it says of the rating is a second document, where that is no word or two and no page holds it.

    Args:
        entry: The object.
        item: What it was read from.
        sha256: Digest of the raw bytes.
        page: Fields of the page it stands in, which fill what it leaves open.
    """
    claim = clean(jsonld.value(entry, "claimReviewed") or _first(entry.get("itemReviewed"), "name", "text") or "")
    claim = one_line(claim, CLAIM_LENGTH)
    if not claim:
        yield Skipped(item.origin, "a fact check in it does not say which claim was checked")
        return
    nested = entry.get("properties")
    holder = {**nested, **entry} if isinstance(nested, dict) else entry
    rating_entry = holder.get("reviewRating", holder.get("rating"))
    rating = rating_words(rating_entry)
    if not rating:
        yield Skipped(item.origin, f"the fact check of “{one_line(claim, 80)}” gives no rating that can be read")
        return
    reviewed = holder.get("itemReviewed")
    explanation = (
        jsonld.value(rating_entry, "ratingExplanation") if isinstance(rating_entry, dict) else None
    ) or jsonld.value(holder, "reviewBody", "description", "text")
    claim_date = _claim_day(reviewed)

    fields = Fields(item.options, whole=False)
    fields.found.update(item.found)
    where = "ClaimReview"
    links = addresses(holder.get("url")) or addresses(holder.get("@id"))
    fields.offer("url", links[0] if links else None, f"{where}: url")
    fields.offer("title", jsonld.value(holder, "headline", "name"), f"{where}: headline")
    fields.offer("publisher", jsonld.value(holder, "author", "publisher"), f"{where}: author")
    fields.offer("language", (jsonld.value(holder, "inLanguage") or "")[:2].lower(), f"{where}: inLanguage")
    fields.offer_date(jsonld.value(holder, "datePublished", "dateCreated"), f"{where}: datePublished")
    if page is not None:
        for name in ("url", "title", "publisher", "author", "language", "archive_url"):
            fields.offer(name, page.values.get(name), page.found.get(name, "the page"), guessed=name in page.guessed)
        if "published" in page.values:
            fields.offer_date(page.values["published"], page.found["published"], guessed="published" in page.guessed)
    fields.offer("title", f"Fact check: {claim}", "the claim", guessed=True)
    if appearances := _appearances(reviewed):
        fields.note("appearances", " ".join(appearances[:20]))
    published = fields.values.get("url", "")
    identifier = "claimreview:" + hashlib.sha256(f"{published}\n{claim}".encode()).hexdigest()[:24]
    yield fields.document(
        claim,
        origin=item.origin,
        sha256=sha256,
        limit=item.limit,
        identifier=identifier,
        retrieved=item.retrieved,
        kind=SourceKind.FACT_CHECK,
        fact_check=FactCheck(
            claim=claim,
            rating=rating,
            claimant=_claimant(reviewed),
            claim_date=claim_date,
            explanation=clean(explanation)[:20_000] or None if explanation else None,
            truth=_truth(rating_entry),
        ),
    )
    told = clean(jsonld.value(holder, "reviewBody", "text") or explanation or "")
    if page is None and len(told.split()) >= _LEAST_TOLD:  # of a page the text is read anyway
        yield fields.document(
            normalise(told),
            origin=item.origin,
            sha256=sha256,
            limit=item.limit,
            identifier=f"{identifier}:review",
            retrieved=item.retrieved,
        )
    for reason in fields.refused:
        yield Skipped(item.origin, reason, partial=True)


def single_claims(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """A check of several claims as one check a claim; what was claimed may stand in `itemReviewed` alone."""
    reviewed = entry.get("itemReviewed")
    if jsonld.value(entry, "claimReviewed") or not isinstance(reviewed, list):
        return [entry]
    claims = [claim for claim in reviewed if isinstance(claim, dict) and jsonld.value(claim, "name", "text")]
    return [{**entry, "itemReviewed": claim} for claim in claims] if len(claims) > 1 else [entry]


def searched_claims(data: Any) -> list[dict[str, Any]]:
    """The answer of a claim search ({"claims": [{text, claimant, claimReview: […]}]}) as ClaimReview objects."""
    claims = data.get("claims") if isinstance(data, dict) else data
    found = []
    for claim in claims if isinstance(claims, list) else [claims]:
        if not isinstance(claim, dict) or not isinstance(claim.get("text"), str):
            continue
        reviews = claim.get("claimReview")
        for review in reviews if isinstance(reviews, list) else ():
            if not isinstance(review, dict) or not isinstance(review.get("textualRating"), str):
                continue
            publisher = review.get("publisher")
            name = jsonld.value(publisher, "name", "site") if isinstance(publisher, dict) else publisher
            found.append(
                {
                    "@type": "ClaimReview",
                    "claimReviewed": claim["text"],
                    "url": review.get("url"),
                    "headline": review.get("title"),
                    "author": {"name": name},
                    "datePublished": review.get("reviewDate"),
                    "inLanguage": review.get("languageCode"),
                    "reviewRating": {"alternateName": review["textualRating"]},
                    "itemReviewed": {
                        "author": {"name": claim.get("claimant")},
                        "datePublished": claim.get("claimDate"),
                    },
                }
            )
    return found


def is_fact_check_file(data: Any) -> bool:
    """Whether a JSON file holds fact checks, in linked data or as the answer of a claim search."""
    return bool(searched_claims(data)) or any(is_fact_check(entry) for entry in jsonld.objects(data))


def fact_checks(entries: Iterable[dict[str, Any]], item: Item, sha256: str, page: Fields | None = None) -> Found:
    """The fact checks among objects of linked data, each claim of a page once."""
    seen: set[str | None] = set()
    for entry in entries:
        if not is_fact_check(entry):
            continue
        for found in (found for one in single_claims(entry) for found in fact_check_document(one, item, sha256, page)):
            if isinstance(found, Skipped) or found.id not in seen:
                yield found
            if not isinstance(found, Skipped):
                seen.add(found.id)


def read_fact_checks(data: Any, item: Item, sha256: str) -> Found:
    """The fact checks of a JSON file: a list, a graph, a DataFeed, or one object.

    Raises:
        UnreadableError: It holds no review.
    """
    found = False
    for document in fact_checks(searched_claims(data) or jsonld.objects(data), item, sha256):
        found = True
        yield document
    if not found:
        raise UnreadableError("there is no ClaimReview in it")
