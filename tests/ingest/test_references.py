"""Reference lists as evidence: what is known of each work, its abstract, and the files that lie beside the list."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.ingest.making import WORDS, documents, everything, make_pdf, make_zip, refusal, skipped
from workbench.domain.documents import Document

RIS = """TY  - RPRT
ID  - trust21
AU  - Reed, Sam
AU  - Harbour Trust
TI  - Harbour accounts
PB  - Lowick Harbour Trust
DA  - 2021/11/16
AB  - The repairs of the basin cost 3.1 million.
Second line of it.
UR  - https://trust.example/accounts
L1  - files/accounts.pdf
ER  -

TY  - JOUR
TI  - Tides of the north coast
T2  - Journal of Harbours
PY  - 2020
DO  - 10.5555/tides.7
ER  -
"""

BIBTEX = r"""@techreport{trust21,
  title = {The {H}arbour of K{\"o}nigsb{\"u}hl},
  author = {Reed, Sam and {Harbour Trust} and Ada Quill},
  institution = {Harbour Trust},
  year = 2021, month = nov, day = 16,
  abstract = {It cost \pounds 3.1m \& more.},
  url = {https://trust.example/a_b},
  file = {Full Text:files/accounts.pdf:application/pdf;Snapshot:files/gone.html:text/html},
}
@misc{note, title = "A note", howpublished = {\url{https://notes.example/1}}, date = {2022-01-29}}
"""

CSL = [
    {
        "id": "trust21",
        "type": "report",
        "title": "Harbour accounts",
        "author": [{"family": "Reed", "given": "Sam"}, {"literal": "Harbour Trust"}],
        "publisher": "Harbour Trust",
        "issued": {"date-parts": [["2021", 11, 16]]},
        "abstract": "The repairs cost 3.1 million.",
        "URL": "https://trust.example/accounts",
    },
    {"id": 2, "type": "book", "title": "Tides", "issued": {"date-parts": [[2020]]}, "DOI": "10.5555/tides.7"},
]


def test_ris_gives_title_abstract_and_fields(tmp_path: Path) -> None:
    path = tmp_path / "refs.ris"
    path.write_text(RIS)
    first, second = documents(path)
    assert first.text == "Harbour accounts\n\nThe repairs of the basin cost 3.1 million. Second line of it."
    assert (first.title, first.author) == ("Harbour accounts", "Sam Reed, Harbour Trust")
    assert (first.publisher, first.published) == ("Lowick Harbour Trust", date(2021, 11, 16))
    assert first.url == "https://trust.example/accounts"
    assert first.found["reference"] == "trust21"
    assert (second.publisher, second.url) == ("Journal of Harbours", "https://doi.org/10.5555/tides.7")
    assert second.published is None
    assert second.found["issued"] == "2020", "a year is no day"
    [told] = skipped(path)
    assert told.partial
    assert "files/accounts.pdf is not beside the list" in told.reason


def test_bibtex_is_decoded_and_its_names_said(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(BIBTEX)
    first, second = documents(path)
    assert first.title == "The Harbour of Königsbühl"
    assert first.author == "Sam Reed, Harbour Trust, Ada Quill"
    assert (first.publisher, first.published) == ("Harbour Trust", date(2021, 11, 16))
    assert first.url == "https://trust.example/a_b"
    assert "3.1m & more." in first.text
    assert (second.url, second.published) == ("https://notes.example/1", date(2022, 1, 29))


def test_csl_json_is_told_from_rows(tmp_path: Path) -> None:
    path = tmp_path / "refs.json"
    path.write_text(json.dumps(CSL))
    first, second = documents(path)
    assert (first.author, first.published) == ("Sam Reed, Harbour Trust", date(2021, 11, 16))
    assert first.text == "Harbour accounts\n\nThe repairs cost 3.1 million."
    assert (second.url, second.found["issued"]) == ("https://doi.org/10.5555/tides.7", "2020")
    rows = tmp_path / "rows.json"
    rows.write_text(json.dumps([{"id": "1", "type": "article", "title": "Ferry", "text": WORDS}]))
    assert documents(rows)[0].text == WORDS


@pytest.mark.parametrize(("name", "content"), [("refs.ris", RIS), ("refs.bib", BIBTEX)])
def test_a_file_beside_the_list_is_read_with_what_the_list_says(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    (tmp_path / "files").mkdir()
    make_pdf(tmp_path / "files" / "accounts.pdf", [["The basin cost 3.1m."], ["About 40 ships."]])
    first, second = documents(tmp_path / name, isolate=True)
    assert "The basin cost 3.1m." in first.text
    assert [section.label for section in first.sections] == ["p. 1", "p. 2"]
    assert (first.published, first.publisher is not None) == (date(2021, 11, 16), True)
    assert not first.guessed & {"title", "published"}
    assert first.origin.endswith("files/accounts.pdf")
    assert first.found["reference"] == "trust21"
    assert "basin" not in second.text


@pytest.mark.parametrize(
    "named", ["../secret.txt", "/etc/hostname", "file:///etc/hostname", "link.txt", "https://a.example/x", "refs.ris"]
)
def test_no_file_outside_the_folder_of_the_list_is_opened(tmp_path: Path, named: str) -> None:
    (tmp_path / "secret.txt").write_text("The secret is out.")
    folder = tmp_path / "list"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    path = folder / "refs.ris"
    path.write_text(f"TY  - RPRT\nTI  - A title of mine\nL1  - {named}\nER  -\n")
    [only] = documents(path)
    assert only.text == "A title of mine"
    assert "is not beside the list" in skipped(path)[0].reason


def test_in_a_folder_or_archive_the_list_alone_is_read(tmp_path: Path) -> None:
    (tmp_path / "refs.ris").write_text(RIS)
    found = documents(tmp_path)
    assert [one.title for one in found] == ["Harbour accounts", "Tides of the north coast"]
    packed = make_zip(tmp_path / "packed.zip", {"refs.ris": RIS})
    assert [one.title for one in documents(packed)] == ["Harbour accounts", "Tides of the north coast"]


def test_what_is_broken_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    ris = tmp_path / "refs.ris"
    ris.write_text("TY  - JOUR\nTI  - Broken off\n\n" + RIS)
    told = [entry for entry in everything(ris) if not isinstance(entry, Document)]
    assert (told[0].origin, told[0].reason) == (f"{ris}, reference 1 (line 1)", "it has no end (ER)")
    assert len(documents(ris)) == 2
    bib = tmp_path / "refs.bib"
    bib.write_text("@book{broken,\n title = {never closed\n" + BIBTEX)
    assert any("line 1" in one.origin and "broken" in one.reason for one in skipped(bib))
    assert documents(bib)
    csl = tmp_path / "refs.json"
    csl.write_text(json.dumps([*CSL, {"type": "book"}]))
    assert skipped(csl)[-1].reason == "there is no text in it"


@pytest.mark.parametrize("name", ["empty.ris", "empty.bib"])
def test_a_list_without_a_reference_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Words, and nothing else.\n")
    assert "there is no reference in it" in refusal(path)
    path.write_bytes(b"\x00\x01\x02" * 50)
    assert "binary" in refusal(path)


def test_the_same_work_twice_goes_in_once(tmp_path: Path) -> None:
    path = tmp_path / "refs.ris"
    path.write_text("TY  - BOOK\nTI  - Tides\nER  -\n" * 2)
    assert len(documents(path)) == 1
    assert "stands on reference 1 already" in skipped(path)[0].reason


def test_hostile_values_stay_values(tmp_path: Path) -> None:
    path = tmp_path / "refs.ris"
    path.write_text(
        "TY  - RPRT\nTI  - \x1b[31mred\x07 [sic]\nUR  - javascript:alert(1)\nAB  - <script>x</script>\nER  -\n"
    )
    [only] = documents(path)
    assert (only.title, only.url) == ("red [sic]", None)
