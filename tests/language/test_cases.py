"""Small texts and what must come of them, by the whole splitter: data/*.jsonl, one text a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.domain.articles import NOT_RATED, Attribution, ClaimDraft
from workbench.domain.documents import Document
from workbench.ingest.languages import guess_language
from workbench.language.text.duplicates import link_duplicates
from workbench.language.text.sentences import sentences
from workbench.services.articles.splitting import Splitter

ROWS = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "data").glob("*.jsonl"))
    for line in path.read_text("utf-8").splitlines()
]
Split = Callable[[dict[str, Any]], list[ClaimDraft]]


@pytest.fixture(scope="module")
def split() -> Split:
    splitter = Splitter()

    def run(row: dict[str, Any]) -> list[ClaimDraft]:
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        text = row["text"]
        title = text.split("\n", 1)[0][:200]
        language = guess_language(text)
        return list(splitter.split(Document(text, title, "case", "", published=published, language=language)).drafts)

    return run


def _overlap(claim: ClaimDraft, start: int, end: int) -> int:
    return max(0, min(claim.end, end) - max(claim.start, start))


def _rated(claim: ClaimDraft) -> bool:
    return not NOT_RATED.intersection(claim.kinds)


def _best(claims: list[ClaimDraft], text: str, words: str) -> ClaimDraft | None:
    """The claim of these words: most of both in common, or all of the words in it."""
    start = text.index(words)
    end = start + len(words)
    found = [
        c for c in claims
        if 2 * _overlap(c, start, end) >= max(c.end, end) - min(c.start, start)
        or _overlap(c, start, end) >= 0.8 * (end - start)
    ]  # fmt: skip
    return min(found, key=lambda c: max(c.end, end) - min(c.start, start), default=None)


def _amount(claim: ClaimDraft, wanted: dict[str, Any]) -> bool:
    for q in claim.quantities:
        given: dict[str, Any] = {"low": q.low, "high": q.high, "unit": q.unit, "currency": q.currency,
                                 "kind": q.kind.value, "bound": q.bound.value}  # fmt: skip
        want = {**wanted}
        if "value" in want:
            value = want.pop("value")
            want.update({"low": value, "high": value})
        if all(
            given[key] == pytest.approx(value) if isinstance(value, (int, float)) else given[key] == value
            for key, value in want.items()
        ):
            return True
    return False


def _wrong(claim: ClaimDraft, wanted: dict[str, Any]) -> list[str]:
    bad = []
    if "speaker" in wanted:
        said, want = (claim.speaker or "").casefold(), wanted["speaker"]
        if (want is None) != (claim.speaker is None) or (
            want and not set(want.casefold().split()) <= set(said.split())
        ):
            bad.append(f"speaker is {claim.speaker}")
    if "open" in wanted:  # somebody's words, nobody knows whose
        left = claim.speaker is None and claim.attribution is Attribution.DIRECT
        bad += [] if left == wanted["open"] else [f"{claim.attribution.value} of {claim.speaker}"]
    kinds = {kind.value for kind in claim.kinds}
    bad += [f"kinds are {kinds}" for kind in wanted.get("kinds_include", []) if kind not in kinds]
    bad += [f"kinds are {kinds}" for kind in wanted.get("kinds_exclude", []) if kind in kinds]
    bad += [f"amounts are {claim.quantities}" for want in wanted.get("quantities", []) if not _amount(claim, want)]
    bad += [f"amount {no}" for no in wanted.get("quantities_exclude", []) if _amount(claim, no)]
    days = {(str(t.earliest), str(t.latest)) for t in claim.times}
    bad += [f"times are {days}" for first, last in wanted.get("dates", []) if (str(first), str(last)) not in days]
    if wanted.get("dates") == []:
        bad += [f"times are {days}"] if any(t.earliest or t.latest for t in claim.times) else []
    for words in wanted.get("wording_must_not_contain", []):
        found = re.search(words[3:], claim.text) if words.startswith("re:") else words in claim.text
        bad += [f"wording is {claim.text}"] if found else []
    if "wording" in wanted and claim.text != wanted["wording"]:
        bad.append(f"wording is {claim.text}")
    for words in wanted.get("wording_must_contain", []):
        if words not in claim.text:
            bad.append(f"wording is {claim.text}")
    return bad


def check(row: dict[str, Any], claims: list[ClaimDraft]) -> list[str]:
    text, expect = row["text"], row["expect"]
    bad: list[str] = []
    for wanted in expect.get("claims", []):
        claim = _best(claims, text, wanted["quote"])
        bad += [f"no claim of {wanted['quote']!r}"] if claim is None else _wrong(claim, wanted)
    for words in expect.get("not_claims", []):
        start = text.index(words)
        for claim in claims:
            if _rated(claim) and 2 * _overlap(claim, start, start + len(words)) >= len(words):
                bad.append(f"{words!r} is rated: {claim.quote!r}")
    for words in expect.get("fragments", []):
        start = text.index(words)
        bad += [f"fragment {c.quote!r}" for c in claims if _overlap(c, start, start + len(words)) == c.end - c.start]
    for key in ("together", "apart"):
        for a, b in expect.get(key, []):
            joined = any(a in c.quote and b in c.quote for c in claims)
            if joined != (key == "together"):
                bad.append(f"{a!r} and {b!r} are not {key}")
    for low, high in expect.get("below", []):
        first, second = _best([c for c in claims if _rated(c)], text, low), _best(claims, text, high)
        if second is None or not _rated(second) or (first and first.checkworthiness >= second.checkworthiness):
            bad.append(f"{low!r} is not below {high!r}")
    for key in ("same_claim", "different_claim"):
        for a, b in expect.get(key, []):
            one, two = _best(claims, text, a), _best(claims, text, b)
            assert one is not None
            assert two is not None
            links = link_duplicates([one.text, two.text])
            if (links[1] == 0) != (key == "same_claim"):
                bad.append(f"{a!r} and {b!r}: {links}")
    if (
        "sentences" in expect
        and [s.of(text) for s in sentences(text, row.get("language", "en"))] != expect["sentences"]
    ):
        bad.append(f"sentences are {[s.of(text) for s in sentences(text, row.get('language', 'en'))]}")
    if row.get("language") and "sentences" not in expect and guess_language(text) != row["language"]:
        bad.append(f"language is {guess_language(text)}")
    return bad


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_what_comes_of_a_text(row: dict[str, Any], split: Split) -> None:
    claims = split(row)
    for claim in claims:
        assert claim.quote == row["text"][claim.start : claim.end]
    assert check(row, claims) == []


OF_NOBODY = [
    "Holm\n\nResidents want the road closed. “It has flooded nine times since 2020. The council paid 3 million.”\n",
    "Voices\n\n“I lost 40 sheep in 2019.”\n\n“The rent went up by 40 per cent.”\n",
    "Holm\n\nAnn Berg spoke. The bridge opened in 2019.\n\nHas anything changed?\n\n“We have eleven sensors.”\n",
]


@pytest.mark.parametrize("text", OF_NOBODY)
def test_words_in_marks_are_never_the_outlets_own(split: Split, text: str) -> None:
    claims = split({"text": text, "published": "2024-06-12"})
    own = [claim for claim in claims if claim.start >= text.index("“")]
    assert own
    assert {(claim.speaker, claim.attribution) for claim in own} == {(None, Attribution.DIRECT)}
