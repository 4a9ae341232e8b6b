"""Posts in JSON, tables as spreadsheets write them, ligatures: each is read for what it says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.making import documents, refusal
from workbench.ingest import normalise


def written(tmp_path: Path, name: str, content: Any) -> Path:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_json_feed_keeps_text_date_author_and_publisher(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Varen",
        "items": [
            {
                "id": "7",
                "url": "https://varen.example/7",
                "title": "Pears",
                "content_html": "<p>310 tonnes were sold.</p><p>It was 10<sup>3</sup> in 1998.</p>",
                "date_published": "2022-03-01T10:00:00+01:00",
                "authors": [{"name": "Ann Lee"}, {"name": "Tom Roe"}],
            }
        ],
    }
    (found,) = documents(written(tmp_path, "feed.json", feed))
    assert found.text == "Pears\n\n310 tonnes were sold.\n\nIt was 10^3 in 1998."
    assert (found.published, found.author, found.publisher) == (date(2022, 3, 1), "Ann Lee, Tom Roe", "Varen")


TWEETS = [
    {
        "tweet": {
            "id_str": "1",
            "created_at": "Tue Mar 01 20:19:24 +0000 2022",
            "full_text": "Pears &amp; plums are dear.",
        }
    },
    {
        "tweet": {
            "id_str": "2",
            "created_at": "Wed Mar 02 20:19:24 +0000 2022",
            "full_text": "RT @roe: We sold 12 boxes.",
        }
    },
]


def test_a_tweet_archive_is_one_document_a_post(tmp_path: Path) -> None:
    first, second = documents(written(tmp_path, "tweets.js", f"window.YTD.tweets.part0 = {json.dumps(TWEETS)}"))
    assert (first.text, first.published) == ("Pears & plums are dear.", date(2022, 3, 1))
    assert (second.text, second.author, second.published) == ("We sold 12 boxes.", "@roe", date(2022, 3, 2))
    own = {**TWEETS[0]["tweet"], "user": {"name": "Ann Lee", "screen_name": "annlee"}}
    (found,) = documents(written(tmp_path, "tweets.json", [own]))
    assert (found.author, found.url) == ("Ann Lee", "https://twitter.com/annlee/status/1")


def test_other_scripts_are_no_documents(tmp_path: Path) -> None:
    assert "it is no JSON" in refusal(written(tmp_path, "menu.js", "function open() { return 3 }"))


def test_an_outbox_is_one_document_a_note(tmp_path: Path) -> None:
    note = {"type": "Note", "id": "https://s.example/1", "content": "<p>Pears are dear.</p><p>It was 5% in 2021.</p>"}
    outbox = {
        "type": "OrderedCollection",
        "orderedItems": [
            {"type": "Create", "published": "2022-11-05T10:00:00Z", "object": note},
            {"type": "Announce", "object": "https://other.example/9"},
        ],
    }
    (found,) = documents(written(tmp_path, "outbox.json", outbox))
    assert found.text == "Pears are dear.\n\nIt was 5% in 2021."
    assert (found.published, found.url) == (date(2022, 11, 5), "https://s.example/1")


@pytest.mark.parametrize(
    ("actor", "author"),
    [
        ("https://s.example/users/mira", "@mira@s.example"),
        ("https://s.example/@mira", "@mira@s.example"),
        ({"id": "https://s.example/users/mira", "preferredUsername": "mira"}, "@mira@s.example"),
        ({"id": "https://s.example/users/mira", "name": "Mira Tolland"}, "Mira Tolland"),
        ("https://s.example/actor/7", None),
        (7, None),
    ],
)
def test_a_note_is_by_the_account_that_wrote_it(tmp_path: Path, actor: object, author: str | None) -> None:
    note = {"type": "Note", "id": "https://s.example/1", "content": "<p>Pears are dear.</p>"}
    outbox = {"type": "OrderedCollection", "orderedItems": [{"type": "Create", "actor": actor, "object": note}]}
    (found,) = documents(written(tmp_path, "outbox.json", outbox))
    assert found.author == author


def test_every_author_of_an_entry_and_titles_escaped_twice(tmp_path: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Il Porto &amp;#8211; Varen</title><entry><id>urn:1</id>'
        "<title>Pears &amp;amp; plums</title><updated>2023-02-01T00:00:00Z</updated><author><name>Ann Lee</name>"
        "</author><author><name>Tom Roe</name></author><content>Pears are dear.</content></entry></feed>"
    )
    (found,) = documents(written(tmp_path, "feed.atom", atom))
    assert (found.author, found.publisher, found.title) == ("Ann Lee, Tom Roe", "Il Porto – Varen", "Pears & plums")


def test_a_table_without_a_header_is_read_by_the_numbers_of_its_columns(tmp_path: Path) -> None:
    table = written(tmp_path, "rows.csv", "7,Pears are dear.,01.04.2022\n8,Plums are cheap.,02.04.2022\n")
    found = documents(table, columns={"text": "2", "published": "3"})
    assert [(row.text, row.published) for row in found] == [
        ("Pears are dear.", date(2022, 4, 1)),
        ("Plums are cheap.", date(2022, 4, 2)),
    ]
    headed = written(tmp_path, "headed.csv", "id,text,date\n7,Pears are dear.,01.04.2022\n")
    assert [row.text for row in documents(headed, columns={"text": "2"})] == ["Pears are dear."]
    assert "by its number" in refusal(table)


def test_a_row_without_a_title_that_is_an_article_is_called_by_its_first_words(tmp_path: Path) -> None:
    """It stood as a blank line in the lists; evidence is shown by its words, and its rows keep none."""
    table = written(tmp_path, "rows.csv", "id,text\n1,The mayor sold 3 boats in 2023.\n")
    titles = [[one.title for one in documents(table, as_evidence=kept)] for kept in (False, True)]
    assert titles == [["The mayor sold…"], [""]]


def test_the_line_that_names_the_separator_is_no_row(tmp_path: Path) -> None:
    (found,) = documents(written(tmp_path, "rows.csv", "sep=;\r\nid;text;published\r\n1;Pears, plums;03.04.2022\r\n"))
    assert (found.text, found.published) == ("Pears, plums", date(2022, 4, 3))


def test_ligatures_and_full_width_figures_are_plain_letters_and_figures() -> None:
    assert normalise("ﬁve oﬃces, ﬂood, １，２００人！") == "five offices, flood, 1,200人！"
    assert normalise("14³ and 10⁶, ½ and km²") == "14³ and 10⁶, ½ and km²"


@given(st.text(alphabet="ﬁﬂﬀﬃﬄ１９，．Ａz3 \u2011", max_size=20))
def test_normalising_such_text_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
