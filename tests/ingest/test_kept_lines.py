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
        (TEXT + "<p>Last updated 3 May 2021. An earlier version said 40 ships sank; it was 14.</p>", "it was 14"),
        (TEXT + "<p>This post was published by the town and tagged a report, filed under history.</p>", "the town"),
        (TEXT + "<p>Last reviewed 3 May 2021: the quay leaks, Berg says.</p>", "leaks"),
        (TEXT + '<div class="right-bar"><p>Correction</p><p>It was shut for two weeks.</p></div>', "two weeks"),
        (TEXT + '<div class="sidebar"><h3>Corrections</h3><p>It was shut for two weeks.</p></div>', "two weeks"),
        (
            TEXT + '<div class="sidebar"><p>This article was corrected on 3 May: two weeks, not three.</p></div>',
            "not three",
        ),
        (TEXT + '<div class="sidebar"><p>Berichtigung: Er war zwei Wochen zu.</p></div>', "zwei Wochen"),
        (TEXT + '<div class="sidebar"><p>Fe de errores</p><p>Cerró dos semanas.</p></div>', "dos semanas"),
        (TEXT + '<div class="sidebar"><p>Sprostowanie (3 maja): dwa tygodnie.</p></div>', "dwa tygodnie"),
        ("<ul><li>Joined: the army in May 1944</li><li>Joined May 1944</li></ul>" + TEXT, "Joined May 1944"),
        ("<ul><li>Joined: the army in May 1944</li><li>Left in 1946</li></ul>" + TEXT, "the army"),
        ("<p>Join: Ann Berg on 3 May 2021 in the town hall</p>" + TEXT, "town hall"),
    ],
)
def test_what_tells_something_stays(tmp_path: Path, body: str, kept: str) -> None:
    assert kept in words_of(tmp_path, body)


@pytest.mark.parametrize(
    "line",
    [
        "This page was last updated on 3 May 2021 at 10:40 by admin",
        "Last updated 3 May 2021 at 10:40 a.m. by the web team",
        "Last updated: 3 May 2021. All rights reserved.",
        "Joined: 3 May 2014",
        "Joined May 2014",
        "Join Date: Sat Jan 05, 2019 9:02 pm",
        "Joined: 2014-05-03",
    ],
)
def test_what_a_page_says_of_itself_goes(tmp_path: Path, line: str) -> None:
    assert line not in words_of(tmp_path, f"{TEXT}<p>{line}</p>")


@pytest.mark.parametrize("line", ["Correction fluid for boats: read more", "Corrections officers of Tarn", "Archives"])
def test_what_stands_beside_the_text_goes(tmp_path: Path, line: str) -> None:
    beside = f'<div class="sidebar"><h3>More</h3><p>{line}</p></div>'
    assert line not in words_of(tmp_path, f"{TEXT}{beside}")


def test_a_home_link_that_is_called_as_the_article_is_not_cut_off_its_title(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><head><title>Tarn Times: Fire</title></head><body><nav><a href="/">Fire</a></nav><article><h1>Fire</h1>'
        f'<p class="date">Published 3 May 2021, 10:30 - 12:45 updated</p>{TEXT}</article></body></html>'
    )
    (one,) = (each for each in read(path, as_evidence=False) if isinstance(each, Document))
    assert (one.title, str(one.published)) == ("Tarn Times: Fire", "2021-05-03")
