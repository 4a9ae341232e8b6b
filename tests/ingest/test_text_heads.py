"""The lines above a plain text: when it was posted, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.making import documents
from workbench.ingest.bylines import line_authors
from workbench.ingest.fields import Fields
from workbench.ingest.named_lines import without_named_lines
from workbench.ingest.options import ReadOptions
from workbench.ingest.text_heads import offer_head

BODY = "\n\nThe mill burned down on 4 July 1974 and was built again, the council said in its report on the old town.\n"


def head(text: str) -> tuple[str | None, str | None, bool]:
    fields = Fields(ReadOptions())
    offer_head(text, fields)
    day = fields.values.get("published")
    return (day and day.isoformat(), fields.values.get("author"), "published" in fields.guessed)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("Mill burns\n\nPosted on Friday 3 May 2019 at 09:11 by Ada Quist", ("2019-05-03", "Ada Quist", False)),
        ("MILL HOUR\n\nAired May 3, 2019 - 20:00 ET", ("2019-05-03", None, False)),
        ("Mill burns\nBy Ada Quist and Bo Lund\n3 May 2019", ("2019-05-03", "Ada Quist, Bo Lund", True)),
        ("Mill burns\nBy Ada Quist, 3 May 2019", ("2019-05-03", "Ada Quist", True)),
        ("Mill burns\n\nBy Ada Quist, court reporter. 3 May 2019", ("2019-05-03", "Ada Quist", True)),
        (
            "Mill burns\n\nBy Ada Quist and Bo Lund, writers. May 3, 2019",
            ("2019-05-03", "Ada Quist, Bo Lund", True),
        ),
        ("Mühle brennt\nVon Ada Quist, Redakteurin. 3. Mai 2019", ("2019-05-03", "Ada Quist", True)),
        ("Mill burns\nBy Ada Quist, reporter. Photo of 3 May 1954", (None, None, False)),
        ("Mill burns\nBy Ada Quist, reporter. Born 3 May 1954 in Holm.", (None, None, False)),
        ("Mill burns\nBy Friday, the press office. 3 May 2019", (None, None, False)),
        ("Mill burns\nReport date: 3 May 2019", ("2019-05-03", None, False)),
        ("Mill burns\nDate published: May 3, 2019", ("2019-05-03", None, False)),
        ("Mill burns\nReporting date: 3 May 2019", (None, None, False)),
        ("Regional News of Friday, 3 May 2019\nMill burns", ("2019-05-03", None, True)),
        ("Mill burns\nBusiness News of Friday, 3 May 2019 / Source: Holm Radio", ("2019-05-03", None, True)),
        ("Regional News of Monday, 3 May 2019\nMill burns", (None, None, False)),
        ("News of Friday, 3 May 2019 reached the town\nMill burns", (None, None, False)),
        ("Old News of Friday, 3 May 1918\nMill burns", (None, None, False)),
        ("Mill burns\nBy Ada Quist | 3 May 2019, 18:05", ("2019-05-03", "Ada Quist", True)),
        ("Mühle brennt\nVon Ada Quist\nVeröffentlicht am 3. Mai 2019", ("2019-05-03", "Ada Quist", False)),
        ("Mill burns\nFriday, May 3, 2019 6:11 p.m.", ("2019-05-03", None, True)),
        ("Mill burns\nPublished 3 May 2999", (None, None, False)),
        ("Mill burns\nThe fire of 3 May 2019 cost 40 jobs", (None, None, False)),
        ("PRESS RELEASE\nFor immediate release: 9 May 2023\n\nMill rises again", ("2023-05-09", None, False)),
        ("FOR IMMEDIATE RELEASE – May 9, 2023", ("2023-05-09", None, False)),
        ("Pressemitteilung vom 12. Juli 2023", ("2023-07-12", None, False)),
        ("Press release on the fire of 3 May 2019", (None, None, False)),
        ("Minutes of the meeting of 21 February 2023", ("2023-02-21", None, True)),
        ("MINUTES OF THE BOARD MEETING HELD ON 21 February 2023", ("2023-02-21", None, True)),
        ("Minutes of the meeting of 21 February 2023, approved 7 March 2023", (None, None, False)),
        ("Mill burns\n\nVAREN, Norland, May 3, 2019 (Wire) — The mill", ("2019-05-03", None, True)),
        ("Mill burns\n\nVaren (OPN), 3 May 2019 – The mill", ("2019-05-03", None, True)),
        ("Mill burns\n\nVAREN, 3 May (Wire) - The mill", (None, None, False)),
        ("Mill burns\n\nUntil 3 May 2019 - a Friday - it stood", (None, None, False)),
        ("Mill burns\n\nThe Fire, 3 May 2019, was put out", (None, None, False)),
        ("Mill burns", (None, None, False)),
        ("Annual report\nBy The Numbers", (None, None, False)),
        ("Mill burns\nBy Train To Varen", (None, None, False)),
        ("Mill burns\nBy Popular Demand", (None, None, False)),
        ("Mill burns\nBy Ada van Quist", (None, "Ada van Quist", False)),
        ("Holm Courier, 3 June 2022\n\nMill burns", ("2022-06-03", None, True)),
        ("Mill burns\nThe Sund Times | 3 June 2022", ("2022-06-03", None, True)),
        ("Holm Courier, 3 June 1922\n\nMill burns", (None, None, False)),
        ("Geneva Convention, 12 August 1949", (None, None, False)),
        ("The Holm Times of 3 June 2022 had told of it", (None, None, False)),
        ("Press briefing, 3 June 2022", ("2022-06-03", None, True)),
        ("Waiting Times - 3 June 2022", (None, None, False)),
        ("Holiday, 3 June 2022", (None, None, False)),
        ("Remembering it\n\nVAREN, 6 June 1944 – The mill fell.\nIn 2020 two still knew it.", (None, None, False)),
        ("Remembering it\n\n6 June 1944\n\nIn 2020 two still knew it.", (None, None, False)),
        ("Minutes of the meeting of 6 June 1944\n\nThey were found in 2020.", (None, None, False)),
        ("Mill burns\n\nVAREN, 6 June 2019 – It will be built by 2025.", ("2019-06-06", None, True)),
        ("Mill burns\n\nVAREN, 6 June 2001 – It was built by 2025.", (None, None, False)),
        ("Mill burns\nMontag, 3. Juni 2019", ("2019-06-03", None, True)),
    ],
)
def test_the_day_and_the_authors_that_lines_state(lines: str, found: tuple[str | None, str | None, bool]) -> None:
    assert head(lines + BODY) == found


@pytest.mark.parametrize(
    "first", ["Issued: Friday 3 May 2019", "3 May 2019", "Veröffentlicht am 3. Mai 2019, 18:05 Uhr"]
)
def test_a_line_that_says_when_a_text_came_out_is_no_title(tmp_path: Path, first: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"PRESS RELEASE\n{first}\nMill burns{BODY}")
    (found,) = documents(path)
    assert (found.title, str(found.published)) == ("Mill burns", "2019-05-03")
    assert first in found.text
    path.write_text(f"3 May 2019 was a black day for Varen{BODY}")
    assert documents(path)[0].title == "3 May 2019 was a black day for Varen"


def test_plain_text_and_markdown_take_them_and_keep_their_words(tmp_path: Path) -> None:
    for name, title in (("a.txt", "Mill burns"), ("a.md", "# Mill burns")):
        path = tmp_path / name
        path.write_text(f"{title}\n\nPublished 3 May 2019 by Ada Quist{BODY}")
        (found,) = documents(path)
        assert (str(found.published), found.author) == ("2019-05-03", "Ada Quist")
        assert "Published 3 May 2019" in found.text
        assert str(documents(path, author="Bo Lund")[0].author) == "Bo Lund"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("PRESS RELEASE\nFor immediate release: 9 May 2023\n\nMill rises again", "Mill rises again"),
        ("Pressemitteilung vom 12. Juli 2023\nMühle steht wieder", "Mühle steht wieder"),
        ("Press release of 9 May 2023\nMill rises again", "Mill rises again"),
        ("Press release on cuts in 2023\nMill rises again", "Press release on cuts in 2023"),
        ("Press releases are read by few", "Press releases are read by few"),
        ("Holm Courier, 3 June 2022\nMill rises again", "Mill rises again"),
        ("Holm Courier, 3 mills and 1,999 jobs\nMill rises again", "Holm Courier, 3 mills and 1,999 jobs"),
        ("The Sund Times, 3 June 2022\nMill rises again", "Mill rises again"),
        ("SUND DAILY NEWS – 3 JUNE 2022\nMill rises again", "Mill rises again"),
        ("Varen, 3 June 2022\nMill rises again", "Mill rises again"),
        ("Den 3 juni 2022\nMill rises again", "Mill rises again"),
        ("Christmas, 3 June 2022\nPresent: Ann Lee, Bo Lund", "Christmas, 3 June 2022"),
        ("Varen, 3 June 2022\nThe board met in Varen, and\n3 of 5 members", "Varen, 3 June 2022"),
        ("Tue, 3 May 2022\nMill rises again", "Mill rises again"),
        ("May 3, 2022 9:10 AM EST\nMill rises again", "Mill rises again"),
        ("Press release, May 2023\nMill rises again", "Mill rises again"),
        ("FOR IMMEDIATE RELEASE — Monday 6 June 2022\n\nMill rises again", "Mill rises again"),
        ("EMBARGOED UNTIL 00:01 Tuesday 7 June 2022\nMill rises again", "Mill rises again"),
        ("Sperrfrist bis 7. Juni 2022\nMill rises again", "Mill rises again"),
        ("Komunikat prasowy z 7 czerwca 2022\nMill rises again", "Mill rises again"),
        ("Press Release No. 14/2022\nMill rises again", "Mill rises again"),
        *(
            (f"{line}\nThe board met in Varen, and 3 of 5 members came.", line)
            for line in (
                *("Minutes 3 June 2022", "Newsletter 3 June 2022", "Christmas 25 December 2021"),
                *("Press briefing, 3 June 2022", "Weekly market review – 3 June 2022", "Accident record - 2 May 2021"),
                *("Annual Review, 3 June 2022", "Opening Times, 3 June 2022", "World Record – 3 June 2022"),
                *("Press Briefing, 3 June 2022", "Royal Mail, 3 June 2022", "The night courier, 3 June 2022"),
                *("3 June 2022: War", "3 June 2022 – Rain", "Press release: Budget 2024", "Holiday, 3 June 2022"),
            )
        ),
    ],
)
def test_what_says_that_it_is_a_press_release_is_no_title(tmp_path: Path, lines: str, title: str) -> None:
    (tmp_path / "a.txt").write_text(lines + BODY, encoding="utf-8")
    assert documents(tmp_path / "a.txt")[0].title == title


@given(st.text(max_size=200))
def test_no_text_is_stumbled_over(text: str) -> None:
    offer_head(text, Fields(ReadOptions()))


def test_signs_of_markdown_in_a_plain_text_are_no_words(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("## Talk\n\n**Ida Quist:** What did it cost?\n**Tom Lund**: Nine *million*.\n", encoding="utf-8")
    (document,) = documents(path)
    assert document.text.strip() == "Talk\n\nIda Quist: What did it cost?\nTom Lund: Nine *million*."


def test_two_asterisks_that_mark_a_note_stay(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(
        "Jobs rose by 40** in May.\n\n** Seasonally adjusted. 2**3 is 8, 2**4 is 16, 2**5 is 32 and 2**6 is 64.\n",
        encoding="utf-8",
    )
    (document,) = documents(path)
    assert "40** in May" in document.text
    assert "2**3 is 8, 2**4 is 16, 2**5 is 32 and 2**6 is 64" in document.text


def named(text: str) -> tuple[str, dict[str, str]]:
    fields = Fields(ReadOptions())
    rest = without_named_lines(text, fields)
    return rest, {name: str(value) for name, value in fields.values.items()}


@pytest.mark.parametrize(
    ("lines", "rest", "found"),
    [
        (
            "Title: Mill opens in May\nDate: 2 April 2024\nPublisher: Holm Courier\nAuthor: Ada Quist\n\nThe mill.",
            "Mill opens in May\n\nThe mill.",
            {
                "title": "Mill opens in May",
                "published": "2024-04-02",
                "publisher": "Holm Courier",
                "author": "Ada Quist",
            },
        ),
        (
            "Titel: Mühle öffnet\nDatum: 2. April 2024\nQuelle: Holmer Bote\n\nDie Mühle öffnet.",
            "Mühle öffnet\n\nDie Mühle öffnet.",
            {"title": "Mühle öffnet", "published": "2024-04-02", "publisher": "Holmer Bote"},
        ),
        (
            "标题：磨坊开放\n日期：2024年4月2日\n\n磨坊开放了。",
            "磨坊开放\n\n磨坊开放了。",
            {"title": "磨坊开放", "published": "2024-04-02"},
        ),
        (
            "Date: 2 April 2024\nURL: https://holm.example/1\n\nThe mill.",
            "The mill.",
            {"published": "2024-04-02", "url": "https://holm.example/1"},
        ),
        ("Title: Mill\n\nMill\nThe mill opens.", "Mill\nThe mill opens.", {"title": "Mill"}),
        (
            "Title: Mill\n\nKicker: Holm\n\nDate: 2 April 2024\n\nThe mill.",
            "Mill\n\nKicker: Holm\n\nThe mill.",
            {"title": "Mill", "published": "2024-04-02"},
        ),
        (
            "Tytuł: Młyn\nWydawca: Głos Holmu\n\nMłyn otwarto.",
            "Młyn\n\nMłyn otwarto.",
            {"title": "Młyn", "publisher": "Głos Holmu"},
        ),
        (
            "Title: Mill\nMayor: Ann Sample\nDate: 2 April 2024\nHarbour: Holm\nURL: https://holm.example\n\nThe mill.",
            "Mill\n\nMayor: Ann Sample\nHarbour: Holm\n\nThe mill.",
            {"title": "Mill", "published": "2024-04-02", "url": "https://holm.example"},
        ),
        (
            "Title: Mill\nMayor: Ann Sample\n\n\nHarbour: Holm\n\nDate: 2 April 2024\nThe mill.",
            "Mill\n\nMayor: Ann Sample\n\nHarbour: Holm\n\nThe mill.",
            {"title": "Mill", "published": "2024-04-02"},
        ),
        ("Title: Mill\n\nAnn: Good evening.\n", "Mill\n\nAnn: Good evening.\n", {"title": "Mill"}),
        ("Date: soon\nTitle: Mill\n\nThe mill.", None, {}),
        ("Source: close to the mill, one hears.\n\nThe mill.", None, {}),
        ("Title: Mill", None, {}),
        ("Host: Good evening.\nGuest: Good evening.\n", None, {}),
        (
            "Titel: Mühle\nHerausgeber: Ann Muster\nDatum: 3. Mai 2020\n\nDie Mühle.",
            "Mühle\n\nHerausgeber: Ann Muster\n\nDie Mühle.",
            {"title": "Mühle", "published": "2020-05-03"},
        ),
        (
            "Titel: Mühle\nHerausgeber: Holmer Zeitung\n\nDie Mühle.",
            "Mühle\n\nDie Mühle.",
            {"title": "Mühle", "publisher": "Holmer Zeitung"},
        ),
        ("Title: Mill\nMedium: Oil on canvas\n\nIt.", "Mill\n\nMedium: Oil on canvas\n\nIt.", {"title": "Mill"}),
        ("Title: Mill\nSite: Holm quarry\n\nIt.", "Mill\n\nSite: Holm quarry\n\nIt.", {"title": "Mill"}),
        ("Titel: Mühle\nMedium: Holmer Bote\n\nSie.", "Mühle\n\nSie.", {"title": "Mühle", "publisher": "Holmer Bote"}),
        ("Title: Mill\nDate: 03/04/2022\n\nIt.", "Mill\n\nDate: 03/04/2022\n\nIt.", {"title": "Mill"}),
        ("Título: Molino\nFecha: 03/04/2022\n\nEs.", "Molino\n\nEs.", {"title": "Molino", "published": "2022-04-03"}),
    ],
)  # fmt: skip
def test_lines_that_name_fields(lines: str, rest: str | None, found: dict[str, str]) -> None:
    assert named(lines) == (lines if rest is None else rest, found)


def test_a_file_with_named_lines_has_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Title: Mill to open\nDate: 2 April 2024\nPublisher: Holm Courier" + BODY, encoding="utf-8")
    (one,) = documents(path)
    assert (one.title, str(one.published), one.publisher) == ("Mill to open", "2024-04-02", "Holm Courier")
    assert one.text == f"Mill to open\n\n{BODY.strip()}\n"
    assert "published" not in one.guessed


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Titel", "Herausgeber: Nordblatt"),
        ("Titre", "Éditeur\u00a0: Nordblatt"),
        ("Título", "Periódico: Nordblatt"),
        ("Titolo", "Testata: Nordblatt"),
        ("Título", "Jornal: Nordblatt"),
        ("Tytuł", "Wydawca: Nordblatt"),
        ("Titel", "Krant: Nordblatt"),
        ("Rubrik", "Tidning: Nordblatt"),
        ("Заголовок", "Видавець: Nordblatt"),
        ("Заголовок", "Издатель: Nordblatt"),
        ("العنوان", "الناشر: Nordblatt"),
        ("शीर्षक", "प्रकाशक: Nordblatt"),
        ("标题", "来源： Nordblatt"),
        ("見出し", "発行元： Nordblatt"),
    ],
)
def test_the_publisher_is_named_in_each_language(title: str, line: str) -> None:
    rest, found = named(f"{title}: Ports closed\n{line}\n\nThe port lost 40 boats.\n")
    assert (found.get("title"), found.get("publisher")) == ("Ports closed", "Nordblatt")
    assert "Nordblatt" not in rest


@pytest.mark.parametrize(
    "line",
    [
        "Date: Tuesday 4 March 2024 was chosen for the vote",
        "Data: 3 May 2019 survey of 300 pupils in the town",
        "Published: 3 May 2019 the first issue of many",
    ],
)
def test_a_line_that_tells_something_behind_a_label_stays(line: str) -> None:
    fields = Fields(ReadOptions())
    text = f"{line}\n\nThe council voted on Tuesday, by nine to six."
    assert without_named_lines(text, fields) == text
    assert "published" not in fields.values


@pytest.mark.parametrize("value", ["Mon, 4 Mar 2024 10:00:00 +0100", "4 March 2024, 10:00 GMT", "Holm, 4 March 2024"])
def test_a_day_with_its_hour_or_place_is_a_field(value: str) -> None:
    fields = Fields(ReadOptions())
    without_named_lines(f"Title: Pumps\nDate: {value}\n\nThe council voted on Tuesday.", fields)
    assert str(fields.values["published"]) == "2024-03-04"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MINUTES of the Parish Council held on Monday 8 January 2024 at 7pm\n\nThe hall was full.", "2024-01-08"),
        ("Minutes of the meeting of 8 January 2024\n\nThe hall was full.", "2024-01-08"),
        ("Minutes of silence held for the 8 dead of 3 May 2011\n\nThe hall was full.", ""),
        (
            "The Treaty of Holm\nSigned in Holm on 4 March 2011\n\n"
            "Last year 4,000 people visited the place in which it was signed, more than ever before in its history.",
            "",
        ),
        ("We agree on the price of 40 crowns.\n\nSigned in Holm on 4 March 2011", "2011-03-04"),
    ],
)
def test_the_day_of_minutes_and_of_signing(text: str, day: str) -> None:
    fields = Fields(ReadOptions())
    offer_head(text, fields)
    assert str(fields.values.get("published") or "") == day


@pytest.mark.parametrize(
    "line",
    [
        "Published by T Adler on behalf of Bob Stone, 12 Mill Lane, Holm",
        "Veröffentlicht im Auftrag der Partei von T. Adler",
    ],
)
def test_an_imprint_names_no_author(line: str) -> None:
    fields = Fields(ReadOptions())
    offer_head(f"Taxes frozen\n\n{line}\n\nMy opponent voted against the school 12 times.", fields)
    assert "author" not in fields.values


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Kim Olsen, Holm Post, 4 March 2024", "Kim Olsen"),
        ("By Kim Olsen, Holm Post", "Kim Olsen"),
        ("Von Jan Weir, Holmer Zeitung", "Jan Weir"),
        ("By Ann Lee, Tom Roe and Emily Post", "Ann Lee, Tom Roe, Emily Post"),
        ("By Ann Lee and Emily Post, 4 March 2024", "Ann Lee, Emily Post"),
        ("By Emily Post", "Emily Post"),
        ("By Ann Lee, Tom Roe", "Ann Lee, Tom Roe"),
    ],
)
def test_whom_somebody_writes_for_is_no_author(line: str, author: str) -> None:
    assert line_authors([line]) == author
