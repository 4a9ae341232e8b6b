"""Lines under a title that tell something stay; those that say when and by whom do not."""

from __future__ import annotations

import pytest

from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text
from workbench.ingest.options import ReadOptions
from workbench.ingest.telling import tells

PAGE = """<html><head><title>Mill of Varen</title></head><body><article><h1>Mill of Varen</h1>
<div class="meta"><p>{}</p></div><p>The firemen came after forty minutes and saved twelve of the sacks of rye.</p>
<p>The miller said that the mill will be built again, and that it costs 3 million kroner.</p></article></body></html>"""


@pytest.mark.parametrize(
    "line",
    [
        "On 3 May 2021 the mill burned",
        "Am 3. Mai 2021 brannte die Mühle",
        "Le 3 mai 2021, le moulin a brûlé",
        "El 3 de mayo de 2021 el molino se quemó",
    ],
)
def test_a_lead_without_a_full_stop_stays_and_gives_no_day_of_publication(line: str) -> None:
    assert tells(line)
    fields = Fields(ReadOptions())
    assert line in page_text(PAGE.format(line), None, fields)[0]
    assert "published" not in fields.values


def test_a_lead_may_name_its_day_last() -> None:
    line = "How the mill burned down on 3 May 2021"
    assert tells(line)
    assert line in page_text(PAGE.format(line), None, Fields(ReadOptions()))[0]


@pytest.mark.parametrize(
    "line",
    [
        "Posted on 3 May 2021 by Ada Quist",
        "Posted in the sports section on 3 May 2021",
        "By a staff writer, 3 May 2021",
        "3 May 2021 | 4 min read | 120 comments",
        "Veröffentlicht am 3. Mai 2021 um 9.10 Uhr",
        "3 May 2021 in Harbour news",
    ],
)
def test_a_line_that_says_when_and_by_whom_goes_and_gives_the_day(line: str) -> None:
    assert not tells(line)
    fields = Fields(ReadOptions())
    assert line not in page_text(PAGE.format(line), None, fields)[0]
    assert str(fields.values["published"]) == "2021-05-03"
