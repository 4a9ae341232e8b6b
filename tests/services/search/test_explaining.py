"""Why a passage is there, and that finding out costs no more than it must."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.comparison.compare import compare
from workbench.services.search import explaining
from workbench.services.search.explaining import facts_of, named, read, shared

PASSAGE = "In March 2019 about 4,200 dockers of Port Verrin walked out; the Verrin Council met them."


def test_matches_stand_where_their_offsets_say() -> None:
    _, _, found = read(PASSAGE, frozenset({"docker", "verrin"}))
    assert [match.word for match in found] == ["dockers", "Verrin", "Verrin"]
    assert all(PASSAGE[match.start : match.end] == match.word for match in found)


def test_names_and_numbers_are_shared_as_the_query_writes_them() -> None:
    query = "Yesterday 4200 dockers of Port Verrin, not those of Ostmouth, struck"
    assert shared(named(query), read(PASSAGE, frozenset())[1].words) == ("Port Verrin", "4200")


def test_amounts_are_read_only_where_the_claim_has_some(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim without amounts and dates asks for none of a passage."""
    read: list[str] = []

    def noted(text: str, **_: object) -> tuple[()]:
        read.append(text)
        return ()

    claim = facts_of("Port Verrin is a quiet harbour town", date(2020, 5, 1))
    assert not compare(claim, facts_of(PASSAGE, None))
    monkeypatch.setattr(explaining, "quantities", noted)
    monkeypatch.setattr(explaining, "times", noted)
    assert not compare(claim, facts_of(PASSAGE + " Then it rained.", None))
    assert read == []
