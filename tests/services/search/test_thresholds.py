"""Close hits are counted again, and told as missing, once it is known which of them are close."""

from __future__ import annotations

from dataclasses import replace

from tests.services.search.test_stance import hits
from workbench.domain.evidence import NOTHING_CLOSE, SearchResult
from workbench.services.search.thresholds import counted

CLAIM = "The ferry of Harwich ran all winter."


def test_what_is_known_to_be_close_later_is_counted_and_no_longer_told_as_missing() -> None:
    first, second = hits(2)
    note = f"{NOTHING_CLOSE}; 2 new passages are found by words alone until `workbench reindex`"
    result = SearchResult(CLAIM, (first, second), 0, 9, note)
    assert counted(result, [first, second]) == result
    told = counted(result, [first, replace(second, close=True)])
    assert told.close == 1
    assert told.note == "2 new passages are found by words alone until `workbench reindex`"


def test_what_is_known_not_to_be_close_later_is_told_as_missing() -> None:
    (hit,) = hits(1)
    found = SearchResult(CLAIM, (replace(hit, close=True),), 1, 9, "1 passage")
    told = counted(found, [hit])
    assert (told.close, told.note) == (0, f"{NOTHING_CLOSE}; 1 passage")
