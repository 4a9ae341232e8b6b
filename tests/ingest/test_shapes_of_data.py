"""JSON as interfaces give it, Markdown with notes and deletions, and files that are no texts and refused by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.making import documents, everything, refusal, skipped

DAM = {"id": "a1", "headline": "Dam unsafe", "body": "The dam could fail, a report says.", "pubDate": "2023-04-05"}
MILL = {
    "id": "a2",
    "headline": "Mill shut",
    "body": "<p>The mill closed after 112 years.</p><p>186 people lost work.</p>",
}
SHAPES: list[Any] = [
    [DAM, MILL],
    {"articles": [DAM, MILL]},
    {"status": "ok", "data": {"results": [DAM, MILL]}},
    {"response": {"meta": {"pages": 1}, "docs": [DAM, MILL]}},
    {"data": {"results": [DAM, MILL], "facets": [{"name": "town", "count": 2}]}},
    {"data": {"page": {"results": [DAM, MILL]}}, "tags": [{"name": "dams"}, {"name": "mills"}, {"name": "x"}]},
]


def saved(folder: Path, data: Any) -> Path:
    path = folder / "data.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


@pytest.mark.parametrize("shape", SHAPES)
def test_rows_are_found_where_an_interface_puts_them(tmp_path: Path, shape: Any) -> None:
    found = documents(saved(tmp_path, shape))
    assert [one.text for one in found] == [
        "The dam could fail, a report says.",
        "The mill closed after 112 years.\n\n186 people lost work.",
    ]
    assert found[0].title == "Dam unsafe"
    assert str(found[0].published) == "2023-04-05"


def test_the_words_in_objects_of_interfaces_and_linked_data(tmp_path: Path) -> None:
    post = {
        "id": 7,
        "date": "2022-11-09T06:30:00",
        "title": {"rendered": "Ferry runs &#8211; again"},
        "content": {"rendered": "<p>It carried 143 people.</p>", "protected": False},
    }
    [found] = documents(saved(tmp_path, [post]))
    assert (found.title, found.text, str(found.published)) == (
        "Ferry runs – again",
        "It carried 143 people.",
        "2022-11-09",
    )
    news = {
        "@type": "NewsArticle",
        "headline": "Pier lost",
        "articleBody": "The storm took 60 metres.",
        "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Tom Roe"}],
        "publisher": {"name": "Quill Post"},
    }
    [found] = documents(saved(tmp_path, news))
    assert (found.text, found.author, found.publisher) == (
        "The storm took 60 metres.",
        "Ann Lee, Tom Roe",
        "Quill Post",
    )


def test_an_article_is_read_and_its_remarks_are_told(tmp_path: Path) -> None:
    path = saved(tmp_path, {**DAM, "comments": [{"text": "Rubbish."}, {"text": "True."}], "tags": [{"name": "dams"}]})
    assert [one.text for one in documents(path)] == ["The dam could fail, a report says."]
    assert [one.reason for one in skipped(path)] == ["“comments” holds 2 more rows with texts, which were not read"]


def test_of_two_lists_of_texts_the_other_is_told(tmp_path: Path) -> None:
    path = saved(tmp_path, {"news": [DAM, MILL], "letters": [{"text": "Sir, the dam is old."}]})
    assert len(documents(path)) == 2
    assert [one.reason for one in skipped(path)] == ["“letters” holds 1 more rows with texts, which were not read"]


def test_figures_beside_a_table_are_told(tmp_path: Path) -> None:
    ports = [{"name": "Varen", "ships": 900}, {"name": "Holm", "ships": 700}]
    path = saved(tmp_path, {"ports": ports, "years": {"2022": 800, "2023": 900}})
    assert "“years”" in " ".join(one.reason for one in skipped(path))


@pytest.mark.parametrize(
    "words", ["if a < b and b > c", "Use <b to begin, he wrote.", "3 <5> 4", "He said <laughs> nothing."]
)
def test_signs_of_less_and_more_are_no_markup(tmp_path: Path, words: str) -> None:
    assert [one.text for one in documents(saved(tmp_path, [{"text": words}]))] == [words]


def test_markdown_without_what_is_struck_out_and_the_signs_of_notes(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("# Swans\n\nThere were 41[^1] swans, ~~12~~ 14 of them young.\n\n[^1]: Counted at dawn.\n")
    [found] = documents(path)
    assert found.text == "Swans\n\nThere were 41 swans, 14 of them young.\n\nCounted at dawn."


@pytest.mark.parametrize(
    ("markdown", "words"),
    [("a ~~b~~c", "a c"), ("41 ~~swans~~ geese", "41 geese"), ("No ~~more~~.", "No ."), ("**1**~~2~~ 3", "1 3")],
)
def test_nothing_is_glued_where_words_are_struck_out(tmp_path: Path, markdown: str, words: str) -> None:
    path = tmp_path / "note.md"
    path.write_text(markdown)
    assert [one.text for one in documents(path)] == [words]


@pytest.mark.parametrize("words", ["a ~ b ~ c", "about ~40 and ~50 swans", "[^ a set ]", "x[^]y"])
def test_markdown_keeps_signs_that_strike_nothing_out(tmp_path: Path, words: str) -> None:
    path = tmp_path / "note.md"
    path.write_text(words)
    assert [one.text for one in documents(path)] == [words]


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("c.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Vote\nEND:VEVENT\nEND:VCALENDAR\n", "calendar"),
        ("noname", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "calendar"),
        ("a.vcf", "BEGIN:VCARD\nFN:Lee\nEND:VCARD\n", "addresses"),
        ("k.kml", '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>', "XML"),
        ("k.xml", '<?xml version="1.0"?><catalog><book>One</book></catalog>', "XML"),
        ("k", '<svg xmlns="http://www.w3.org/2000/svg"><text>One</text></svg>', "XML"),
        ("p.tex", "\\documentclass{article}\n\\begin{document}\nThe board spent \\$14.\n\\end{document}\n", "LaTeX"),
        ("p", "% a remark\n\\documentclass[12pt]{article}\n\\begin{document}\nOne.\n\\end{document}\n", "LaTeX"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, name: str, content: str, word: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert word in refusal(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "x.xhtml",
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One day.</p></body></html>',
        ),
        ("x", '<?xml version="1.0"?><div xmlns="http://www.w3.org/1999/xhtml"><p>One day.</p></div>'),
        ("x.txt", "One day.\nBEGIN:VCALENDAR is how it starts.\n"),
        ("y.txt", "One day.\n\nThe class is named by \\documentclass{article}.\n"),
    ],
)
def test_what_only_looks_so_is_read(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert any("One day." in one.text for one in everything(path) if hasattr(one, "text"))
