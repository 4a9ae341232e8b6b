"""Plain text, Markdown, HTML, rows, folders and standard input become documents."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.making import documents, refusal, skipped
from workbench.domain.documents import Skipped
from workbench.ingest import Limits, read


def jsonl(path: Path, *rows: Any) -> Any:
    path.write_text("".join(json.dumps(row) + "\n" if isinstance(row, dict) else row + "\n" for row in rows))
    return path


def test_plain_text_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "2022-01-29 ferry.txt"
    path.write_bytes("Ferry returns\r\n\r\nIt carried\xa01,200 people, and that was the most.\r\n".encode())
    (document,) = documents(path, as_evidence=False)
    assert document.text == "Ferry returns\n\nIt carried 1,200 people, and that was the most.\n"
    assert document.title == "Ferry returns"
    assert document.published == date(2022, 1, 29)
    assert {"published", "title"} <= document.guessed
    assert document.origin == str(path)
    assert document.found["encoding"] == "utf-8"
    assert document.raw is None


def test_what_the_user_gives_wins_and_is_marked_as_given(tmp_path: Path) -> None:
    path = tmp_path / "2022-01-29.txt"
    path.write_text("Some words here.")
    (document,) = documents(
        path,
        title="Mine",
        url="https://paper.example/a",
        archive_url="https://archive.example/1",
        publisher="Paper",
        author="Ann Lee",
        published=date(2021, 12, 31),
        language="fr",
    )
    assert (document.title, document.publisher, document.author) == ("Mine", "Paper", "Ann Lee")
    assert (document.url, document.archive_url) == ("https://paper.example/a", "https://archive.example/1")
    assert (document.published, document.language) == (date(2021, 12, 31), "fr")
    assert document.guessed == frozenset()
    assert document.found["published"] == "given by the user"


def test_markdown_loses_its_signs_and_keeps_its_words(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(
        "---\ntitle: 'The ferry'\ndate: 2022-01-29T08:00:00+01:00\npublisher: Harbour Post\n"
        "url: https://post.example/1\n---\n# Ferry *returns*\n\nIt carried **1,200** [people](https://x.example) [sic] "
        "[/foo].\nA second line.\n\n## Later\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    (document,) = documents(path)
    assert document.text == (
        "Ferry returns\n\nIt carried 1,200 people [sic] [/foo]. A second line.\n\nLater\n\none\n\ntwo\n\na | b\n\n1 | 2"
    )
    assert document.title == "The ferry"
    assert document.published == date(2022, 1, 29)
    assert "+01:00" in document.found["published"]
    assert document.guessed == frozenset() or document.guessed == {"language"}
    assert [document.text[s.start : s.end].split("\n")[0] for s in document.sections] == ["Ferry returns", "Later"]


PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Ferry service returns - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2022-01-29T23:30:00-05:00">
<link rel="canonical" href="https://post.example/ferry"></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Ferry service returns</h1>
<p>The ferry carried 1,200 people on its first day, the council said, more than in any week since 2017.</p>
<p>It&nbsp;had been out of service [sic] for three years, and <b>nobody</b> had expected it to return.</p></article>
<script>alert("never")</script><footer>Copyright</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_about_itself(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    (document,) = documents(path, as_evidence=False)
    assert document.text == (
        "Ferry service returns\n\nThe ferry carried 1,200 people on its first day, the council said, more than in any "
        "week since 2017.\n\nIt had been out of service [sic] for three years, and nobody had expected it to return."
    )
    assert (document.title, document.publisher, document.author) == ("Ferry service returns", "Harbour Post", "Ann Lee")
    assert document.published == date(2022, 1, 29), "the day in the zone the page states"
    assert document.found["published"] == "meta tag article:published_time: 2022-01-29T23:30:00-05:00"
    assert document.url == "https://post.example/ferry"
    assert (document.language, document.guessed) == ("en", frozenset())


def test_captions_lists_quotations_and_tables_are_kept_and_menus_are_not(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><body><nav><ul><li><a href='/'>Home</a></li></ul></nav><article><h1>Harbour reopens after accident</h1>"
        "<figure><img src='a.jpg'><figcaption>The crane fell on 8 January. Credit: PA</figcaption></figure>"
        "<p>The harbour of Lowick reopened on Monday, three weeks after a crane fell into the basin.</p>"
        "<p>“The repairs cost less than £2m,” the harbour master said.<br>“We are open.”</p>"
        "<ul><li>About 40 ships a week use the harbour.</li></ul><blockquote><p>It is the oldest one.</p></blockquote>"
        "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2021</td><td>1,980</td></tr></table></article>"
        "<footer>All rights reserved</footer></body></html>"
    )
    assert documents(path)[0].text.split("\n\n") == [
        "Harbour reopens after accident",
        "The crane fell on 8 January. Credit: PA",
        "The harbour of Lowick reopened on Monday, three weeks after a crane fell into the basin.",
        "“The repairs cost less than £2m,” the harbour master said. “We are open.”",
        "- About 40 ships a week use the harbour.",
        "It is the oldest one.",
        "Year | Ships",
        "2021 | 1,980",
    ]


def test_a_date_only_found_in_the_words_of_a_page_is_a_guess(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>Posted on 3 February 2022 by nobody in particular.</p><p>More.</p></body></html>")
    (document,) = documents(path)
    assert document.published == date(2022, 2, 3)
    assert "published" in document.guessed


def test_a_year_that_is_only_mentioned_is_no_date_of_publication(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>More than in any week since 2017, and in 2019.</p><p>More.</p></body></html>")
    assert documents(path)[0].published is None


def test_a_page_in_a_legacy_charset_is_read_by_its_meta_tag(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = '<html><head><meta charset="windows-1251"><title>Мост</title></head><body><p>Мост открыт.</p></body></html>'
    path.write_bytes(page.encode("cp1251"))
    (document,) = documents(path)
    assert (document.title, document.text) == ("Мост", "Мост открыт.")


def test_rows_keep_their_ids_and_provenance(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "rows.jsonl",
        {"id": 7, "title": "T", "text": "Some  text", "url": "https://a.example/1", "publisher": "P"},
        {"_id": "b", "title": "", "text": "More", "metadata": {"author": "Ann", "date": "26 May 2015"}},
    )
    first, second = documents(path)
    assert (first.id, first.title, first.text, first.url, first.publisher) == (
        ("7", "T", "Some  text", "https://a.example/1", "P")
    )
    assert (second.id, second.title, second.author, second.published) == ("b", "", "Ann", date(2015, 5, 26))
    assert second.found["published"] == "column metadata.date: 26 May 2015"
    assert first.raw is None
    assert first.sha256 != second.sha256


def test_a_broken_line_is_named_and_the_good_ones_go_in(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "rows.jsonl", {"text": "one"}, '{"text": "two"', "", "[1]", {"id": "x"}, {"text": "six"})
    assert [document.text for document in documents(path)] == ["one", "six"]
    told = skipped(path)
    assert [entry.origin.removeprefix(f"{path}, ") for entry in told] == ["line 2", "line 4", "line 5"]
    assert told[0].reason.startswith("it is no JSON")
    assert told[2].reason == "it has no text"


def test_the_second_row_with_one_id_is_refused_and_told(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "rows.jsonl", {"id": "a", "text": "one"}, {"id": "a", "text": "two"})
    assert [document.text for document in documents(path)] == ["one"]
    (told,) = skipped(path)
    assert told == Skipped(f"{path}, line 2", "the id “a” was used on line 1 already; the later one was left out")


def test_a_date_that_is_none_is_told_and_the_row_goes_in_without_it(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "rows.jsonl", {"text": "one", "published": "2022-13-45"}, {"text": "two", "url": "script:x"}
    )
    first, second = documents(path)
    assert first.published is None
    assert second.url is None
    told = skipped(path)
    assert [entry.partial for entry in told] == [True, True]
    assert "“2022-13-45” is no date" in told[0].reason
    assert told[0].origin == f"{path}, line 1"


def test_a_line_without_an_end_does_not_fill_memory(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "rows.jsonl", {"text": "x" * 5_000}, {"text": "short"})
    limits = Limits(row=1_000)
    assert [document.text for document in documents(path, limits=limits)] == ["short"]
    assert "longer than" in skipped(path, limits=limits)[0].reason


def test_rows_nested_too_deep_are_refused(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "rows.jsonl", '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", {"text": "good"})
    assert [document.text for document in documents(path)] == ["good"]


def test_columns_can_be_mapped(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('Statement;When;Who\n"The ferry; carried 1,200";2022-01-29;Ann\nMore;;\n', encoding="utf-8-sig")
    first, second = documents(path, columns={"text": "Statement", "published": "When", "author": "Who"})
    assert (first.text, first.published, first.author) == ("The ferry; carried 1,200", date(2022, 1, 29), "Ann")
    assert (second.text, second.published) == ("More", None)
    assert "its columns are Statement, When, Who" in refusal(path, columns={"text": "Absent"})
    assert "text=COLUMN" in refusal(path, as_evidence=False)


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [("Aussage", "Datum", "3. Mai 2021"), ("texte", "date", "3 mai 2021"), ("texto", "Fecha", "3 de mayo de 2021"),
     ("testo", "Data", "3 maggio 2021"), ("tekst", "datum", "3 mei 2021"), ("текст", "дата", "3 мая 2021"),
     ("本文", "日付", "2021年5月3日"), ("正文", "日期", "2021年5月3日")],
)  # fmt: skip
def test_columns_have_usual_names_in_other_languages(tmp_path: Path, text: str, day: str, value: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"{text};{day}\nThe dam holds.;{value}\n", encoding="utf-8")
    assert [(one.text, one.published) for one in documents(path)] == [("The dam holds.", date(2021, 5, 3))]


def test_a_column_of_data_that_are_no_days_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("text,data\nThe dam holds.,raw\n", encoding="utf-8")
    assert [one.published for one in documents(path)] == [None]
    assert skipped(path) == []


def test_columns_that_are_not_read_beside_the_one_that_was_named_are_told(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Department;2023;2024;url\nSheriff;12;14;\nRoads;3;2;\n", encoding="utf-8")
    assert [one.text for one in documents(path, columns={"text": "Department"})] == ["Sheriff", "Roads"]
    (told,) = skipped(path, columns={"text": "Department"})
    assert told.partial
    assert told.reason == (
        "only “Department” is read as text; what stands in the columns 2023, 2024 is left out: without --column "
        "each row is read whole, every value with the header of its column"
    )
    (told,) = skipped(path, columns={"text": "Department"}, as_evidence=False)
    assert told.reason.endswith("save the table as a page (HTML) and add that")
    path.write_text("Statement;When\nIt rained.;2022-01-29\n", encoding="utf-8")
    assert skipped(path, columns={"text": "Statement", "published": "When"}) == []


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.json"])
def test_a_column_that_no_row_of_json_has_is_told_like_that_of_a_table(tmp_path: Path, name: str) -> None:
    rows = [{"title": "A", "body": "It rained."}, {"title": "B", "body": "It snowed.", "who": "Ann"}]
    path = tmp_path / name
    path.write_text(json.dumps(rows) if name.endswith("json") else "\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert "no column “zzz” for text; its columns are title, body, who" in refusal(path, columns={"text": "zzz"})
    assert "no column “zzz” for publisher" in refusal(path, columns={"publisher": "zzz"})
    assert [one.author for one in documents(path, columns={"author": "who"})] == [None, "Ann"]


def test_a_row_without_the_mapped_text_is_left_out_rather_than_read_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"title": "A", "words": "It rained."}\n{"title": "B", "text": "It snowed."}\n', encoding="utf-8")
    assert [one.text for one in documents(path, columns={"text": "words"})] == ["It rained."]
    assert [one.reason for one in skipped(path, columns={"text": "words"})] == ["it has no column “words”"]


def test_a_table_with_nuls_and_an_open_quote_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_bytes(b'id\ttext\n1\tfi\x00rst\n2\tsecond\n3\t"open\n')
    assert [document.text for document in documents(path)] == ["first", "second"]
    assert len(skipped(path)) == 1  # the row whose quotation is never closed is told


@pytest.mark.parametrize("content", ['a,b\n"x,1\n', 'year,count\n"2020,5'])
def test_a_table_of_figures_whose_one_row_is_broken_is_told_once(tmp_path: Path, content: str) -> None:
    """That there is no text in it had been told of it as well."""
    path = tmp_path / "one.csv"
    path.write_text(content)
    assert [(one.origin, one.reason) for one in skipped(path)] == [
        (f"{path}, line 2", "a quotation mark in it is never closed")
    ]


def test_a_json_file_gives_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    path.write_text(json.dumps({"results": [{"id": 1, "text": "one"}, {"id": 1, "text": "again"}, 3]}))
    assert [document.text for document in documents(path)] == ["one"]
    assert len(skipped(path)) == 2
    path.write_text("{broken")
    assert refusal(path) == f"{path}: it is no JSON."


def test_a_beir_folder_gives_its_corpus_only(tmp_path: Path) -> None:
    jsonl(tmp_path / "corpus.jsonl", {"_id": "d1", "title": "T", "text": "a passage"})
    jsonl(tmp_path / "queries.jsonl", {"_id": "q1", "text": "a query"})
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n")
    assert [document.id for document in documents(tmp_path)] == ["d1"]


def test_a_folder_is_read_through_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", ".hidden.txt", "a/.git/x.txt", "c.md", "d.log"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "e.bin").write_bytes(bytes(100))
    assert [document.text for document in documents(tmp_path)] == ["a/one.txt", "b/two.txt", "c.md", "d.log"]
    assert [entry.reason for entry in skipped(tmp_path)] == ["it is a binary file of a kind that is not read"]
    assert [d.text for d in documents(tmp_path, include=("*.txt",))] == ["a/one.txt", "b/two.txt"]
    assert [d.text for d in documents(tmp_path, exclude=("a/*", "e.bin"))] == ["b/two.txt", "c.md", "d.log"]
    assert [d.text for d in documents(f"{tmp_path}/*/*.txt")] == ["a/one.txt", "b/two.txt"]


def test_files_that_are_known_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "b.txt").write_text("two")
    seen = {d.origin: d.sha256 for d in documents(tmp_path)}

    def known(origin: Any, fingerprint: Any) -> Any:
        return seen.get(origin) == fingerprint.sha256

    assert documents(tmp_path, known=known) == []
    (tmp_path / "b.txt").write_text("two, changed")
    assert [d.text for d in documents(tmp_path, known=known)] == ["two, changed"]


def test_standard_input_is_sniffed() -> None:
    assert documents("-", stdin=b"Some words.\n")[0].origin == "standard input"
    assert [d.id for d in documents("-", stdin=b'{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n')] == ["1", "2"]
    assert documents("-", stdin=PAGE.encode())[0].publisher == "Harbour Post"
    assert refusal("-", stdin=b"") == "standard input: the file is empty."


def test_progress_and_cancelling(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "rows.jsonl", *({"text": str(n)} for n in range(10)))
    told = []
    found = read(path, as_evidence=True, progress=lambda *a: told.append(a), cancelled=lambda: len(told) == 4)
    assert len(list(found)) == 4
    assert told[-1] == (4, None, str(path))


def test_missing_empty_binary_and_huge_things_are_refused_in_a_sentence(tmp_path: Path) -> None:
    assert refusal(tmp_path / "absent.txt") == f"{tmp_path}/absent.txt: there is no such file or folder."
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert refusal(empty) == f"{empty}: the file is empty."
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    assert "binary" in refusal(binary)
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
        file.seek(0)
        file.write(b"words and words " * 1000)
    assert refusal(huge, as_evidence=False) == (
        f"{huge}: it is 50 MB large and at most 20 MB are read; split it into parts."
    )
    folder = tmp_path / "folder"
    folder.mkdir()
    assert refusal(folder) == f"{folder}: there is no file to read in this folder."
    (folder / "x.bin").write_bytes(bytes(100))
    assert "its one file could not be read" in refusal(folder)
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n\t\n")
    assert refusal(blank) == f"{blank}: there is no text in it."


def test_two_gigabytes_of_nothing_are_refused_without_reading_them(tmp_path: Path) -> None:
    for name in ("sparse.txt", "sparse.jsonl", "sparse.pdf", "sparse.csv", "sparse.warc.gz", "sparse.zip"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(2_000_000_000)
        refusal(path)


def test_names_with_newlines_and_escapes_are_shown_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a\nb\x1b[31m.txt"
    path.write_text("Words.")
    (document,) = documents(path)
    assert re.fullmatch(rf"{re.escape(str(tmp_path))}/a b\.txt \([0-9a-f]{{12}}\)", document.origin)
    path.write_bytes(b"")
    refusal(path)


def test_names_that_no_file_can_have_are_refused_in_a_sentence() -> None:
    for name in ("x" * 5_000, "a\x00b", "a\x00*", "\x1b[31m.txt", "no/such/*.txt"):
        refusal(name)


def test_a_pattern_counts_its_files(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("Words.")
    told: list[tuple[int, int | None]] = []
    found = read(f"{tmp_path}/*.txt", as_evidence=True, progress=lambda done, total, what: told.append((done, total)))
    assert len(list(found)) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_libraries_are_imported_only_for_files_that_need_them(tmp_path: Path) -> None:
    jsonl(tmp_path / "rows.jsonl", {"id": "a", "text": "one"})
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "b.html").write_text(PAGE)
    code = (
        "import sys\nfrom workbench.ingest import read\n"
        "assert len([d for d in read(sys.argv[1], as_evidence=True) if hasattr(d, 'text')]) == 3\n"
        "heavy = {'lxml', 'trafilatura', 'htmldate', 'pypdf', 'docx', 'feedparser', 'warcio', 'httpx', 'dateparser'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)


def test_an_address_of_another_kind_is_told() -> None:
    assert "only http and https" in refusal("ftp://example.org/a.txt")


def test_the_limit_of_a_text_counts_characters_and_not_bytes(tmp_path: Path) -> None:
    path = tmp_path / "grèce.txt"
    path.write_text("é" * 60, encoding="utf-8")
    (document,) = documents(path, limits=Limits(evidence_text=100))
    assert len(document.text) == 60
    path.write_text("é" * 101, encoding="utf-8")
    assert "split it into parts" in refusal(path, limits=Limits(evidence_text=100))


def test_a_table_whose_first_letter_beyond_ascii_comes_late_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    rows = [f"{n},The council met on day {n} and spoke of the harbour." for n in range(4000)]
    path.write_bytes("\n".join(["id,text", *rows, "last,The café in the harbour was closed."]).encode("cp1252"))
    assert path.stat().st_size > 131_072
    *_, last = documents(path)
    assert last.text == "The café in the harbour was closed."


def test_a_line_of_a_table_that_is_too_long_ends_the_table_and_is_never_cut_in_two(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(f"title,text\none,two\n{'a' * 900},{'b' * 900}\nthree,four\n")
    assert [document.text for document in documents(path, limits=Limits(row=1000))] == ["two"]
    (told,) = skipped(path, limits=Limits(row=1000))
    assert "the table breaks off here" in told.reason


def test_a_folder_that_may_not_be_listed_is_told_and_the_rest_goes_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "note.txt").write_text("The ferry sails twice a day.")
    listed = Path.iterdir

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert [document.text for document in documents(tmp_path)] == ["The ferry sails twice a day."]
    (told,) = skipped(tmp_path)
    assert told == Skipped(str(tmp_path / "locked"), "it may not be read (permission denied)")


@pytest.mark.parametrize("spec", ["ftp://" + "a" * 5000, "x://\0", "a" * 5000])
def test_a_name_that_no_file_can_have_is_one_sentence(spec: str) -> None:
    assert refusal(spec)
