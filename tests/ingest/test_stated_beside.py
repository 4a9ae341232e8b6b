"""Who publishes a page and when, by what stands beside its text: a fact check in its data, a label."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.making import documents

_WORDS = "The harbour handled 41,000 containers in the year, the port said on Monday in a report to the council."
_CHECK: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://check.example/harbour",
    "claimReviewed": "The harbour handled 99,000 containers",
    "author": {"@type": "Organization", "name": "Check Desk", "url": "https://check.example"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}
_OTHER = {**_CHECK, "claimReviewed": "The harbour has 70 cranes"}


def _page(tmp_path: Path, data: Any, head: str = "") -> tuple[str | None, str | None]:
    """Publisher and address of a page with this data."""
    path = tmp_path / "page.html"
    path.write_text(
        f'<html lang="en"><head><title>No, it was less</title>{head}'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><article><h1>No, it was less</h1><p>{_WORDS}</p><p>{_WORDS}</p></article></body></html>"
    )
    (document,) = documents(path, as_evidence=False)
    return document.publisher, document.url


_OWN = ("Check Desk", "https://check.example/harbour")


@pytest.mark.parametrize(
    ("data", "head"),
    [
        (_CHECK, ""),
        ([_CHECK], ""),
        ({"@graph": [_CHECK]}, ""),
        ([_CHECK, _OTHER], ""),
        ({**_CHECK, "author": [_CHECK["author"]]}, ""),
        ({**_CHECK, "author": {"@type": "NewsMediaOrganization", "name": "Check Desk"}}, ""),
        ({**_CHECK, "@type": ["ClaimReview", "Review"]}, ""),
        (_CHECK, '<link rel="canonical" href="https://www.check.example/harbour">'),
        (_CHECK, '<meta property="og:url" content="https://check.example/harbour">'),
        ({**_CHECK, "url": "https://www.check.example/harbour"}, ""),
        ({**_CHECK, "author": {"@type": ["Organization"], "name": "Check Desk"}}, ""),
        ([_CHECK, {"@type": "WebSite", "name": "Check Desk"}], ""),
    ],
)
def test_a_page_with_one_fact_check_is_of_who_made_that(tmp_path: Path, data: Any, head: str) -> None:
    publisher, url = _page(tmp_path, data, head)
    assert publisher == "Check Desk"
    assert (url or "").replace("www.", "") == _OWN[1]


@pytest.mark.parametrize(
    ("data", "head", "expected"),
    [
        ([_CHECK, {**_OTHER, "url": "https://check.example/cranes"}], "", (None, None)),
        ([_CHECK, {**_OTHER, "url": "https://third.example/cranes"}], "", (None, None)),
        (
            _CHECK,
            '<link rel="canonical" href="https://paper.example/a">',
            ("paper.example", "https://paper.example/a"),
        ),
        (
            _CHECK,
            '<meta property="og:url" content="https://paper.example/a">',
            ("paper.example", "https://paper.example/a"),
        ),
        ({key: value for key, value in _CHECK.items() if key != "url"}, "", (None, None)),
        ({**_CHECK, "url": "/harbour"}, "", (None, None)),
        ({**_CHECK, "url": ""}, "", (None, None)),
        (_CHECK, '<meta property="og:site_name" content="The Paper">', ("The Paper", _OWN[1])),
        ({**_CHECK, "author": {"@type": "Person", "name": "A Checker"}}, "", ("check.example", _OWN[1])),
        ({**_CHECK, "author": {"@type": "Organization"}}, "", ("check.example", _OWN[1])),
        ({**_CHECK, "author": "Check Desk"}, "", ("check.example", _OWN[1])),
        (
            {**_CHECK, "author": {"@type": "Organization", "name": "https://check.example"}},
            "",
            ("check.example", _OWN[1]),
        ),
    ],
)
def test_a_page_with_checks_of_others_is_not_theirs(
    tmp_path: Path, data: Any, head: str, expected: tuple[str | None, str | None]
) -> None:
    assert _page(tmp_path, data, head) == expected


def _day(tmp_path: Path, line: str) -> str | None:
    path = tmp_path / "a.txt"
    path.write_text(f"Harbour handles more boxes\n\n{line}\n\n{_WORDS}\n")
    (document,) = documents(path, as_evidence=False)
    return document.published.isoformat() if document.published else None


@pytest.mark.parametrize(
    "line",
    [
        "Date Posted: March 4, 2024",
        "DATE POSTED: 4 March 2024",
        "Date posted: Monday, March 4, 2024",
        "Date posted : 04 March 2024",
        "Date posted: March 4th, 2024",
        "Date Posted: 2024-03-04",
        "Date added: 4 March 2024",
        "Date Added: 2024-03-04",
        "Post Date: March 4, 2024",
        "Posted Date: 4 March 2024",
        "Posting date: 4 March 2024",
        "Date published: 4 March 2024",
    ],
)
def test_a_label_gives_the_day_of_a_text(tmp_path: Path, line: str) -> None:
    assert _day(tmp_path, line) == "2024-03-04"


@pytest.mark.parametrize(
    "line",
    [
        "Date Posted: unknown",
        "Date Posted",
        "Date of birth: March 4, 1964",
        "Last date: March 4, 2024",
        "Closing date: 4 March 2024",
        "Date of event: March 4, 2024",
        "Date expires: March 4, 2024",
        "Post code: 2024",
        "Posted to: the desk, March 2024",
        "Meeting date: 4 March 2024",
        "Date filed: March 4, 1998",
        "Start date: 4 March 2024",
    ],
)
def test_other_labels_give_no_day(tmp_path: Path, line: str) -> None:
    assert _day(tmp_path, line) is None
