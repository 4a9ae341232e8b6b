"""Lines that look like a page's own and tell something stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.domain.documents import Document
from workbench.ingest.reader import read

TEXT = (
    "<p>The quay of Tarn was shut for three weeks in 2021, the harbour master said on Monday, and 40 ships waited.</p>"
    "<p>Forty ships sailed in the year before, the council found in its report of last May, and none came back.</p>"
)


def words_of(folder: Path, body: str) -> str:
    path = folder / "page.html"
    head = "<title>The quay of Tarn</title>"
    path.write_text(f"<html><head>{head}</head><body><article><h1>The quay of Tarn</h1>{body}</article></body></html>")
    return " ".join(one.text for one in read(path, as_evidence=False) if isinstance(one, Document))


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (TEXT + "<p>The register was last changed in 2019, when the council struck 40 names off it.</p>", "40 names"),
        (TEXT + "<p>Last reviewed by the court in 2019, the fine of 40 million euros still stands.</p>", "40 million"),
        ("<ul><li>Born on 3 May 1920</li><li>Joined the army in May 1944</li></ul>" + TEXT, "Joined the army"),
        (TEXT + '<div class="right-bar"><p>Correction: it was shut for two weeks in 2021.</p></div>', "two weeks"),
    ],
)
def test_what_tells_something_stays(tmp_path: Path, body: str, kept: str) -> None:
    assert kept in words_of(tmp_path, body)


@pytest.mark.parametrize(
    "line",
    ["This page was last updated on 3 May 2021 at 10:40 by admin", "Joined: 3 May 2014", "Joined May 2014"],
)
def test_what_a_page_says_of_itself_goes(tmp_path: Path, line: str) -> None:
    assert line not in words_of(tmp_path, f"{TEXT}<p>{line}</p>")
