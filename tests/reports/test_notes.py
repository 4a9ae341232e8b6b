"""Notes: front matter that YAML reads back, names safe on every system, short texts that fit and cut no sentence."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
import yaml

from tests.ingest.making import documents
from tests.reports.hostile import HOSTILE, hostile_report
from tests.reports.sample import REPORT
from workbench.reports import notes
from workbench.reports.model import Report
from workbench.reports.readers import for_readers


def with_reason(words: str) -> Report:
    [entry] = REPORT.articles
    claims = tuple(
        replace(item, verdicts=tuple(replace(one, rationale=words) for one in item.verdicts)) for item in entry.claims
    )
    return replace(REPORT, articles=(replace(entry, claims=claims),))


def front(content: bytes) -> dict[str, object]:
    head = content.decode().split("---\n", 2)[1]
    loaded: dict[str, object] = yaml.safe_load(head)
    return loaded


def test_each_claim_is_a_note_and_the_article_links_to_them() -> None:
    made = notes.files(for_readers(REPORT, listed=False))
    assert list(made) == [
        "claim-2 The new harbour bridge cost less than 40m.md",
        "claim-3 The new harbour bridge carries 12 000 cars a day.md",
        "claim-4 The bridge is the longest in the county.md",
        "article-1 Harbour bridge opens a year early.md",
    ]
    content = made["claim-2 The new harbour bridge cost less than 40m.md"]
    fields = front(content)
    assert fields["title"] == "The new harbour bridge cost less than £40m"
    assert (fields["claim"], fields["rating"], fields["speaker"]) == (2, "False", "Ada Quill")
    assert fields["date"] == "2021-11-16"
    text = content.decode()
    assert "**False.** The final account shows" in text
    assert "> The harbour bridge has cost £52.4m to date" in text
    article = made["article-1 Harbour bridge opens a year early.md"].decode()
    assert "- [[claim-2 The new harbour bridge cost less than 40m]]: False" in article


def test_the_zip_is_one_and_its_notes_come_back_in(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "notes.zip"
    path.write_bytes(notes.obsidian(for_readers(REPORT)))
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
    read = documents(path)
    assert "The new harbour bridge cost less than £40m" in {one.title for one in read}
    assert {one.url for one in read} == {"https://gazette.example/2021/11/harbour-bridge"}


def test_hostile_texts_are_neither_names_nor_fields() -> None:
    made = notes.files(hostile_report())
    for name, content in made.items():
        assert re.fullmatch(r"(?:claim|article)-\d+(?: [\w -]+)?\.md", name)
        assert len(name.encode()) < 250
        fields = front(content)
        assert set(fields) <= {
            "title", "claim", "type", "rating", "status", "speaker", "kinds", "article", "url", "date", "reviewer",
            "rated", "record_head",
        }  # fmt: skip
        assert b"\x1b" not in content
    assert HOSTILE.startswith("=")
    with zipfile.ZipFile(io.BytesIO(notes.obsidian(hostile_report()))) as packed:
        assert set(packed.namelist()) == set(made)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("abc", 3),
        ("See https://example.org/a/very/long/address/indeed?with=more", 4 + 23),
        ("漢字", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("“quoted” – yes…", 16),
        ("🧨", 2),
    ],
)
def test_characters_are_counted_as_posts_are(text: str, length: int) -> None:
    assert notes.weighted_length(text) == length


def test_a_short_note_is_the_reason_and_its_source() -> None:
    made, left = notes.short_notes(REPORT)
    assert left == []
    assert made[0].text == (
        "The final account shows that no part of the claim holds. https://council.example/ledger-q3?a=1&b=2"
    )
    assert all(note.length <= notes.LIMIT for note in made)
    assert notes.community_notes(made).decode().startswith("[claim 2: 80 of 280 characters]\n")


def test_no_sentence_is_cut() -> None:
    long = "It did not cost that. " + "The account has it in full, " * 12 + "as said."
    made, _ = notes.short_notes(with_reason(long))
    assert {note.text.split(" http")[0] for note in made} == {"It did not cost that."}
    made, left = notes.short_notes(with_reason("The account has it in full, " * 12 + "as said."))
    assert made == []
    assert {why for _, why in left} == {"no whole sentence of its reason fits 280 characters with a source"}


def test_a_claim_without_an_address_has_no_note() -> None:
    [entry] = REPORT.articles
    claims = tuple(
        replace(
            item,
            verdicts=tuple(
                replace(one, evidence=tuple(replace(piece, url="javascript:alert(1)") for piece in one.evidence))
                for one in item.verdicts
            ),
        )
        for item in entry.claims
    )
    made, left = notes.short_notes(replace(REPORT, articles=(replace(entry, claims=claims),)))
    assert made == []
    assert "a note must name one" in left[0][1]
