"""Private sources: whatever goes out names them by their title alone."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.cli.program import workbench as program
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.withheld import KEPT_BACK, Withheld
from workbench.services.evidence.decisions import decide
from workbench.services.evidence.private import edit_source, title_to_tell
from workbench.services.evidence.sources import add_evidence, show_source
from workbench.services.record import history
from workbench.services.record.export import make, render
from workbench.services.record.export_formats import FORMATS
from workbench.services.record.import_ import import_report
from workbench.services.record.reporting import build_report
from workbench.services.review import desk_work, review
from workbench.services.workspace import Workspace
from workbench.store.record_checks import flaws
from workbench.store.sources import private_sources

WORDS = (
    "The harbour master told the deputy privately that the crane had failed twice in the winter. "
    "Nobody wrote it down, and the spare cable was sold in secret for 900 pounds."
)
ROW = {
    "id": "https://vault.example/calls/17",
    "title": "Talk with a harbour worker",
    "text": WORDS,
    "publisher": "Quillfeather Archive",
    "author": "Nan Tuckwell",
    "published": "2022-01-20",
    "url": "https://vault.example/calls/17",
    "archive_url": "https://keep.example/a/17",
}
SECRETS = (
    "told the deputy", "failed twice", "spare cable", "900 pounds", "Quillfeather", "Tuckwell", "vault.example",
    "keep.example", "private.jsonl",
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


def add_private(desk: Desk, row: dict[str, str], *, private: bool = True) -> None:
    """Add one private source."""
    path = desk.file("private.jsonl", json.dumps(row) + "\n")
    add_evidence(desk.ada, [str(path)], private=private)


def rely_on_it(desk: Desk, source: str, why: str) -> None:
    """Accept the source for a claim, rate it by it, and note what it says."""
    claim, passage = desk.claim("reopened on Monday"), desk.passage(source)
    decide(desk.ada, claim.id, passage.id, EvidenceState.ACCEPTED, stance=Stance.REFUTES, note=f"It says: {WORDS}")
    review.rate(desk.ada, claim.id, "False", why=why, known_at=date(2022, 2, 8))


def words_of(content: bytes, format_: str) -> str:
    """All that a reader, a search engine or a curious person finds in a file."""
    if format_ == "pdf":
        from pypdf import PdfReader

        pages = PdfReader(io.BytesIO(content))
        return "\n".join([*(page.extract_text() for page in pages.pages), str(pages.metadata)])
    if format_ in ("docx", "xlsx", "obsidian"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    return content.decode("utf-8")


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_tells_more_of_a_private_source_than_its_title(desk: Desk, format_: str, full: bool) -> None:
    add_private(desk, ROW)
    rely_on_it(desk, ROW["id"], f"Refuted: {WORDS} See {ROW['url']} ({ROW['publisher']}).")
    review.publish(desk.ada, desk.claim("reopened on Monday").id)
    made = make(desk.ada, format_, full=full, page_url="https://desk.example/{article}")
    told = words_of(made.content, format_)
    assert not [secret for secret in SECRETS if secret.casefold() in told.casefold()]
    if format_ not in (
        "annotations",
        "csl-json",
        "ris",
        "bibtex",
        "community-note",
    ):  # they tell no reason that rests on it
        assert KEPT_BACK[1:-1] in " ".join(told.split()) or format_ in ("docx", "pdf")
    if format_ in ("markdown", "html", "json", "averitec", "claimreview", "docx", "csv"):
        assert ROW["title"] in told


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_it_holds_nothing_of_it_goes_out(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Made-up words are in no other text, so that none of them may be found anywhere."""
    word = st.text("bdfghjklmnpqrvwxzäø", min_size=9, max_size=12)
    words = data.draw(st.lists(word, min_size=1, max_size=40))
    names = data.draw(st.lists(word, min_size=4, max_size=4))
    joint = data.draw(st.sampled_from([" ", "\n", ", ", ". ", "\n\n"]))
    titled = data.draw(st.booleans())
    row = {
        "id": data.draw(st.sampled_from([f"https://{names[3]}.example/x", names[3]])),
        "text": joint.join(words),
        "publisher": names[0],
        "author": names[1],
        "url": f"https://{names[2]}.example/a",
        **({"title": "A talk on the phone"} if titled else {}),
    }
    later = data.draw(st.booleans())
    desk = Desk(tmp_path_factory.mktemp("desk"), Clock())
    try:
        desk.article = desk.add_article()
        add_private(desk, row, private=not later)
        rely_on_it(desk, row["id"], f"As {row['publisher']} has it: {row['text']} ({row['url']})")
        if later:
            edit_source(desk.ada, row["id"], private=True)
        for format_ in ("json", "markdown", "html", "csv", "claimreview", "annotations", "averitec"):
            told = make(desk.ada, format_, full=True, page_url="https://desk.example/a").content.decode().casefold()
            assert not [one for one in (*words, *names) if one.casefold() in told], format_
    finally:
        desk.close()


@given(words=st.lists(st.text("abcdef", min_size=1, max_size=4), min_size=6, max_size=30))
def test_a_quotation_is_taken_out_and_the_words_around_it_stay(words: list[str]) -> None:
    from dataclasses import replace

    from tests.reports.sample import LEDGER

    secret = replace(LEDGER, text=" ".join(words), private=True)
    said = Withheld([(secret, [])]).scrub(f"ZZZ 1 2 3 4 5 {' '.join(words)} 6 7 8 9 QQQ")
    assert said == f"ZZZ 1 2 3 4 5 {KEPT_BACK} 6 7 8 9 QQQ"


def test_what_is_public_all_the_same_stays(desk: Desk) -> None:
    """The claim's own words, and a publisher that a public source has too, are no secret."""
    words = "The harbour of Lowick reopened on Monday, he said."
    add_private(desk, {**ROW, "text": words, "publisher": "Harbour Trust"})
    rely_on_it(desk, ROW["id"], "Harbour Trust: the harbour of Lowick reopened on Monday indeed.")
    [verdict] = [one.verdict for one in build_report(desk.ada).claims if "reopened" in one.claim.quote]
    assert verdict is not None
    assert verdict.rationale == "Harbour Trust: the harbour of Lowick reopened on Monday indeed."


def test_a_source_marked_later_is_private_in_every_report_from_then_on(desk: Desk) -> None:
    """Also in a report of a day before, and in all its versions; undo takes the mark back."""
    add_private(desk, ROW, private=False)
    rely_on_it(desk, ROW["id"], "He says so.")
    add_private(desk, {**ROW, "text": WORDS + " More came later."}, private=False)
    edit_source(desk.ada, f"{ROW['id']}@2", private=True, title="A talk")
    assert [show_source(desk.ada, one)[0].private for one in (ROW["id"], f"{ROW['id']}@2")] == [True, True]
    desk.clock.set("2022-02-09")
    told = make(desk.ada, "json", as_of="2022-02-08").content.decode()
    assert "A talk" in told
    assert not [secret for secret in SECRETS if secret in told]
    history.undo(desk.ada)
    assert not show_source(desk.ada, ROW["id"])[0].private
    assert "spare cable" in make(desk.ada, "json").content.decode()
    assert not list(flaws(desk.ada.database))


def test_a_json_export_comes_back_with_the_title_alone(desk: Desk, tmp_path: Path) -> None:
    add_private(desk, ROW)
    rely_on_it(desk, ROW["id"], f"{WORDS}")
    path = tmp_path / "report.json"
    path.write_bytes(make(desk.ada, "json").content)
    with Workspace.create(tmp_path / "other", reviewer="eve") as other:
        import_report(other, path)
        assert not list(flaws(other.database))
        [kept] = [one for one in build_report(other).sources if one.source.private]
        assert (kept.source.title, kept.source.text, kept.source.url) == (ROW["title"], "", None)
        assert kept.removed_at is not None
        assert not [secret for secret in SECRETS if secret in make(other, "json").content.decode()]


def test_a_new_version_of_a_private_source_is_private_with_its_title(desk: Desk) -> None:
    add_private(desk, ROW)
    edit_source(desk.ada, ROW["id"], title="A talk")
    add_private(desk, {**ROW, "text": WORDS + " Later he took it back."}, private=False)
    newer, _ = show_source(desk.ada, f"{ROW['id']}@2")
    assert (newer.private, newer.title) == (True, "A talk")


def test_what_is_there_already_is_marked_by_adding_it_again(desk: Desk) -> None:
    note = desk.file("note.txt", "He told me on the phone that the crane had failed before.")
    add_evidence(desk.ada, [str(note)])
    report = add_evidence(desk.ada, [str(note)], private=True)
    assert report.unchanged == 1
    [kept] = [one for one, _ in private_sources(desk.ada.database)]
    assert kept.title.startswith("Private source of ")


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("He told me…", "He told me that it fell.", "Private source of 3 March 2022"),
        ("He told me that it fell.", "He told me that it fell.", "Private source of 3 March 2022"),
        ("He told me that it fell.", "He told me that it fell.\nTwice.", "Private source of 3 March 2022"),
        ("Talk at the quay", "Talk at the quay\n\nHe told me that it fell.", "Talk at the quay"),
        ("Talk at the quay", "He told me that it fell.", "Talk at the quay"),
        ("", "He told me that it fell.", "Private source of 3 March 2022"),
    ],
)
def test_words_of_the_text_are_no_title_of_a_private_source(title: str, text: str, told: str) -> None:
    assert title_to_tell(title, text, "2022-03-03T10:00:00.000Z") == told


def test_a_source_needs_a_title(desk: Desk) -> None:
    with pytest.raises(BadInputError, match="needs a title"):
        edit_source(desk.ada, "accounts", title="  ")


def test_the_command_line_names_it_by_its_title_alone(desk: Desk) -> None:
    """Rows of search, stance, claims, history and lists are passed on as reports are."""
    add_private(desk, ROW)
    rely_on_it(desk, ROW["id"], f"Refuted: {WORDS}")
    claim = desk.claim("reopened on Monday")
    desk.ada.close()
    at = ["--workspace", str(desk.path), "--reviewer", "ada"]
    for command in (
        ["search", "crane failed in the winter", "--mode", "lexical", "--format", "json"],
        ["claim", "show", str(claim.id)],
        ["claim", "show", str(claim.id), "--format", "json"],
        ["history", "--all"],
        ["stats", "--format", "json"],
        ["undo", "--format", "json"],
    ):
        done = CliRunner().invoke(program, [*at, *command])
        assert done.exit_code == 0, done.output
        assert not [secret for secret in SECRETS if secret.casefold() in done.output.casefold()], command
        assert "search" not in command or ROW["title"] in done.output
    listed = CliRunner().invoke(program, [*at, "evidence", "list", "--format", "json"])
    assert "Quillfeather" not in listed.output
    shown = CliRunner().invoke(program, [*at, "evidence", "show", ROW["id"]])
    assert "spare cable" in shown.output
    edited = CliRunner().invoke(program, [*at, "evidence", "edit", ROW["id"], "--public"])
    assert edited.exit_code == 0, edited.output


def test_names_are_kept_back_in_whatever_case_they_are_written(desk: Desk) -> None:
    """Tags are kept in small letters, and people write names as they come."""
    add_evidence(desk.ada, [str(desk.file("private.jsonl", json.dumps(ROW) + "\n"))], private=True)
    claim = desk.claim("£2m")
    desk_work.tag(desk.ada, "claim", [claim.id], ["Nan Tuckwell", "quillfeather archive", "money"])
    desk_work.tag(desk.ada, "article", [desk.article], ["NAN TUCKWELL"])
    why = "So nan tuckwell and QUILLFEATHER ARCHIVE say."
    review.correct(desk.ada, claim.id, "False", why=why)
    report = build_report(desk.ada)
    for format_ in ("json", "csv", "html", "markdown"):
        out = render(report, format_).content.decode("utf-8").casefold()
        assert [name for name in ("tuckwell", "quillfeather") if name in out] == [], format_
    assert "money" in render(report, "csv").content.decode("utf-8")
    told = CliRunner().invoke(program, ["--workspace", str(desk.path), "history", "--all"]).output.casefold()
    assert [name for name in ("money", "tuckwell", "quillfeather") if name in told] == ["money"]


@pytest.mark.parametrize(
    ("text", "any_case", "kept_back"),
    [
        ("the harbour was shut", False, False),
        ("the harbour was shut", True, True),
        ("Harbour told us", False, True),
        ("HARBOUR told us", False, True),
    ],
)
def test_a_name_of_one_word_is_also_a_word(desk: Desk, text: str, any_case: bool, kept_back: bool) -> None:
    add_evidence(desk.ada, [str(desk.file("private.jsonl", json.dumps(ROW) + "\n"))], private=True)
    ((source, _),) = private_sources(desk.ada.database)
    withheld = Withheld([(replace(source, publisher="Harbour"), ())])
    assert (KEPT_BACK in withheld.scrub(text, any_case=any_case)) is kept_back


def test_the_command_says_by_which_title_a_private_source_goes_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk, memo = str(tmp_path / "desk"), tmp_path / "memo.html"
    memo.write_text(
        "<title>Memo by Zelda Quill</title><article><h1>Memo by Zelda Quill</h1><p>The bridge of Arlen cost 19 million "
        "dollars, and the mayor knew it from the beginning of the works.</p></article>",
        encoding="utf-8",
    )
    assert main(["init", desk]) == 0
    assert main(["--workspace", desk, "evidence", "add", "--private", str(memo)]) == 0
    told = capsys.readouterr().err
    assert "is named “Memo by Zelda Quill” in what goes out" in told
    assert "evidence edit ID --title TITLE" in told
