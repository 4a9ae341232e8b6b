"""A bundle holds what was relied on, is checked without its workspace, and tells every changed byte."""

from __future__ import annotations

import io
import json
import random
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.services.desk import ROWS, Clock, Desk
from tests.services.record.authority import Authority, running
from workbench.cli.main import main
from workbench.domain.errors import BadInputError, MissingExtraError
from workbench.reports import bundle
from workbench.reports.machine import json_bytes
from workbench.services.evidence.private import edit_source
from workbench.services.record.bundling import export_bundle, verify
from workbench.services.review import review
from workbench.services.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


@pytest.fixture
def made(desk: Desk, tmp_path: Path) -> Path:
    return export_bundle(desk.ada, tmp_path / "check.zip").path


@pytest.fixture
def authority() -> Iterator[Authority]:
    with running() as started:
        yield started


def problems(path: Path, **more: Any) -> list[tuple[str, str]]:
    return [(one.file, one.detail) for one in verify(path, **more) if one.state == "problem"]


def told(path: Path) -> bool:
    try:
        return bool(problems(path))
    except BadInputError:
        return True


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_it_holds_the_report_the_sources_and_their_digests(desk: Desk, made: Path) -> None:
    files = members(made)
    texts = {name: content.decode() for name, content in files.items() if name.startswith("sources/")}
    assert sorted(texts.values()) == sorted(row["text"] for row in ROWS)
    assert files["report.html"].startswith(b"<!DOCTYPE html>")
    index = json.loads(files["bundle.json"])
    assert index["record"]["head"] == f"sha256:{json.loads(files['report.json'])['state']['head']}"
    assert {source["title"] for source in index["sources"]} == {row["title"] for row in ROWS}
    assert set(index["files"]) == set(files) - {"bundle.json", "MANIFEST.sha256"}
    assert problems(made) == []


def test_another_program_checks_the_manifest(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    shutil.unpack_archive(made, folder, "zip")
    program = "import hashlib,sys,pathlib\nfor line in open('MANIFEST.sha256'):\n d,n=line.rstrip().split('  ',1)\n"
    program += " assert hashlib.sha256(pathlib.Path(n).read_bytes()).hexdigest()==d, n\n"
    subprocess.run([sys.executable, "-c", program], cwd=folder, check=True)


def test_the_same_state_gives_the_same_bytes(desk: Desk, made: Path, tmp_path: Path) -> None:
    assert export_bundle(desk.bo, tmp_path / "again.zip").path.read_bytes() == made.read_bytes()


def test_it_is_checked_without_its_workspace_and_without_a_network(
    desk: Desk, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_network(*_: object, **__: object) -> NoReturn:
        raise AssertionError("no network")

    monkeypatch.setattr(socket, "socket", no_network)
    empty = tmp_path / "elsewhere"
    empty.mkdir()
    moved = empty / "moved.zip"
    shutil.copy(made, moved)
    assert main(["-w", str(empty), "verify", str(moved), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["state"] for row in rows} == {"ok", "warning"}
    assert list(empty.iterdir()) == [moved]


def test_a_changed_byte_of_any_file_is_told_with_its_name(made: Path, tmp_path: Path) -> None:
    content = made.read_bytes()
    for name, held in members(made).items():
        at = content.index(name.encode() + held) + len(name) + len(held) // 2
        changed = tmp_path / "changed.zip"
        changed.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert name in {file for file, _ in problems(changed)}, name


def test_a_changed_byte_outside_of_every_file_is_told_too(made: Path, tmp_path: Path) -> None:
    content = made.read_bytes()
    end = content.rindex(b"PK\x05\x06")
    directory = content.index(b"PK\x01\x02")
    changed = tmp_path / "changed.zip"
    for at in (*range(0, 30, 2), *range(directory, directory + 46, 2), *range(end, len(content), 2)):
        changed.write_bytes(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])
        assert told(changed), at
    changed.write_bytes(content + b"\0")
    assert problems(changed)


def repacked(made: Path, path: Path, **changes: bytes | None) -> Path:
    files: dict[str, bytes | None] = {
        **members(made),
        **{name.replace("__", "."): held for name, held in changes.items()},
    }
    path.write_bytes(b"".join(bundle.pack({name: held for name, held in files.items() if held is not None})))
    return path


def test_files_added_exchanged_or_taken_away_are_named(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    assert problems(repacked(made, other, extra__txt=b"more")) == [
        ("extra.txt", "it was added: the bundle does not tell of it")
    ]
    assert ("report.html", "it is missing") in problems(repacked(made, other, report__html=None))
    told = problems(repacked(made, other, report__html=b"<!DOCTYPE html><p>Another one."))
    assert any(file == "report.html" and "it was changed" in detail for file, detail in told)
    with pytest.raises(BadInputError, match=r"bundle.json is missing"):
        problems(repacked(made, other, bundle__json=None))


def test_a_quotation_that_does_not_stand_in_its_source_is_told(made: Path, tmp_path: Path) -> None:
    """Also where somebody made all the digests again."""
    files = members(made)
    name = next(name for name in files if name.startswith("sources/") and b"basin" in files[name])
    files[name] = files[name].replace(b"3.1m", b"1.3m")
    index = json.loads(files["bundle.json"])
    index["files"][name]["sha256"] = bundle._digest(files[name])
    files["bundle.json"] = json.dumps(index).encode()
    del files["MANIFEST.sha256"]
    listed = {other: one["sha256"] for other, one in index["files"].items()}
    listed["bundle.json"] = bundle._digest(files["bundle.json"])
    files["MANIFEST.sha256"] = "".join(f"{digest}  {other}\n" for other, digest in listed.items()).encode()
    path = tmp_path / "forged.zip"
    path.write_bytes(b"".join(bundle.pack(files)))
    [(file, detail)] = problems(path)
    assert file == "report.json"
    assert "quotes words that do not stand there" in detail


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no", b"words", b"\0" * 100])
def test_what_is_no_bundle_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "none.zip"
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=r"none\.zip is no bundle"):
        list(verify(path))
    with pytest.raises(BadInputError, match="cannot be read"):
        list(verify(tmp_path / "missing.zip"))


def test_another_zip_is_no_bundle_and_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bundle.json", b"\0" * 210_000_000)
    with pytest.raises(BadInputError, match="hold far more than"):
        list(verify(path))


def test_a_small_file_does_not_become_a_large_one_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but a bundle's own list is unpacked of a container that holds far more than it weighs, or has no list."""
    read: list[str] = []
    monkeypatch.setattr(bundle, "pieces", lambda _, one: read.append(one.filename))
    noise = random.Random(7).randbytes(3_000_000)
    for name, first, told in (
        ("listless.zip", {}, "has no bundle.json"),
        ("listed.zip", {"bundle.json": b"{}"}, "hold far more than"),
        ("list.zip", {"bundle.json": b" " * 40_000_000}, "hold far more than"),
    ):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as packed:
            for file, content in {**first, "noise": noise}.items():
                packed.writestr(file, content)
            with packed.open("blanks", "w", force_zip64=True) as blanks:
                for _ in range(220):
                    blanks.write(b" " * 1_000_000)
        with pytest.raises(BadInputError, match=told):
            list(verify(tmp_path / name))
    assert read == []


def relied_on(tmp_path: Path, *spec: str) -> Path:
    """A workspace in which one verdict relies on what was read from `spec`."""
    workspace = tmp_path / "w"
    (tmp_path / "claims.csv").write_text("claim\nThe dam is 30 metres high.\n")
    for arguments in (
        ["init", str(workspace)],
        ["-w", str(workspace), "--reviewer", "ada", "evidence", "add", *spec],
        ["-w", str(workspace), "--reviewer", "ada", "article", "add", str(tmp_path / "claims.csv"), "--claims"],
        ["-w", str(workspace), "--reviewer", "ada", "verdict", "1", "true", "--why", "x", "--evidence", "1:supports"],
    ):
        assert main(arguments) == 0
    return workspace


def originals(workspace: Path, output: Path) -> tuple[list[bytes], tuple[str, ...]]:
    with Workspace.open(workspace, reviewer="ada") as opened:
        made = export_bundle(opened, output)
    assert problems(output) == []
    return [content for name, content in members(output).items() if name.endswith(".original")], made.notes


def test_the_bytes_of_a_file_are_in_it_while_they_are_those_that_were_read(tmp_path: Path) -> None:
    file = tmp_path / "dam.html"
    file.write_text("<title>Dam</title><h1>Dam</h1><p>The dam is 30 metres high, its builders say.</p>")
    workspace = relied_on(tmp_path, str(file))
    assert originals(workspace, tmp_path / "a.zip") == ([file.read_bytes()], ())
    file.write_text("<p>The dam is 31 metres high.</p>")
    kept, notes = originals(workspace, tmp_path / "b.zip")
    assert kept == []
    assert notes == (f"{file} is not there as it was read: its text alone is in the bundle",)


def test_what_was_handed_over_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = b"<title>Dam</title><h1>Dam</h1><p>The dam is 30 metres high, its builders say.</p>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
    workspace = relied_on(tmp_path, "-")
    assert originals(workspace, tmp_path / "a.zip") == ([page], ())


def test_bytes_that_are_not_those_that_were_read_are_told(tmp_path: Path) -> None:
    file = tmp_path / "dam.txt"
    file.write_text("The dam is 30 metres high, its builders say.")
    workspace = relied_on(tmp_path, str(file))
    path = tmp_path / "a.zip"
    originals(workspace, path)
    files = members(path)
    index = json.loads(files["bundle.json"])
    index["sources"][0]["read_from_sha256"] = "0" * 64
    files["bundle.json"] = json_bytes(index)
    names = [*index["files"], "bundle.json"]
    files["MANIFEST.sha256"] = "".join(f"{bundle._digest(files[name])}  {name}\n" for name in names).encode()
    path.write_bytes(b"".join(bundle.pack(files)))
    assert [why for _, why in problems(path)] == [
        "it is not what its source was read from: the digest is another one",
    ]


def test_a_blind_reviewer_gets_no_bundle_until_they_have_judged(desk: Desk, tmp_path: Path) -> None:
    review.request_second_opinion(desk.ada, desk.claim("40 ships").id)
    with pytest.raises(BadInputError, match="your second opinion is wanted"):
        export_bundle(desk.cy, tmp_path / "blind.zip")
    assert not (tmp_path / "blind.zip").exists()
    assert export_bundle(desk.cy, tmp_path / "blind.zip", unblind=True).claims == 5


def test_a_private_source_is_named_by_its_title_alone(desk: Desk, tmp_path: Path) -> None:
    edit_source(desk.ada, "accounts", title="A talk at the harbour", private=True)
    path = export_bundle(desk.ada, tmp_path / "private.zip").path
    files = members(path)
    assert b"was insured" not in path.read_bytes()
    assert b"trust.example" not in path.read_bytes()
    told = [source for source in json.loads(files["bundle.json"])["sources"] if "left_out" in source]
    assert [(source["title"], source["left_out"]) for source in told] == [("A talk at the harbour", "it is private")]
    assert problems(path) == []


def test_nothing_to_bundle_is_said(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "empty", reviewer="ada") as empty, pytest.raises(BadInputError, match="no claim"):
        export_bundle(empty, tmp_path / "x.zip")


def test_an_authority_stamps_the_index_and_learns_its_digest_alone(
    desk: Desk, tmp_path: Path, authority: Authority
) -> None:
    path = export_bundle(desk.ada, tmp_path / "stamped.zip", timestamp_url=authority.url).path
    [question] = authority.asked
    assert len(question) < 100
    root = tmp_path / "root.pem"
    root.write_bytes(authority.pem)
    stamps = [one for one in verify(path, trust=root) if one.file == bundle.STAMP]
    assert [(one.state, "2026-01-05T12:00:00Z" in one.detail) for one in stamps] == [("ok", True)]
    unjudged = [one.state for one in verify(path) if one.file == bundle.STAMP]
    assert unjudged == ["warning"]
    assert problems(path) == []


def test_a_stamp_of_something_else_or_by_somebody_else_is_told(
    desk: Desk, tmp_path: Path, authority: Authority
) -> None:
    path = export_bundle(desk.ada, tmp_path / "stamped.zip", timestamp_url=authority.url).path
    stranger = tmp_path / "stranger.pem"
    stranger.write_bytes(Authority().pem)
    [(file, detail)] = problems(path, trust=stranger)
    assert (file, "signature does not hold" in detail) == (bundle.STAMP, True)
    files = members(path)
    desk.ada.set_setting("organisation", "Checks")
    other = members(export_bundle(desk.ada, tmp_path / "later.zip").path)
    mixed = tmp_path / "mixed.zip"
    mixed.write_bytes(b"".join(bundle.pack(other, files[bundle.STAMP])))
    assert problems(mixed) == [(bundle.STAMP, "it is of other content, or was changed")]
    stranger.write_text("no certificate")
    with pytest.raises(BadInputError, match="no certificate"):
        list(verify(path, trust=stranger))


@pytest.mark.parametrize(("broken", "told"), [({"wrong": True}, "does not stamp"), ({"status": 503}, "answers 503")])
def test_an_authority_that_fails_leaves_nothing(
    desk: Desk, tmp_path: Path, authority: Authority, broken: dict[str, Any], told: str
) -> None:
    for name, value in broken.items():
        setattr(authority, name, value)
    target = tmp_path / "none.zip"
    with pytest.raises(BadInputError, match=told):
        export_bundle(desk.ada, target, timestamp_url=authority.url)
    with pytest.raises(BadInputError, match="no web address"):
        export_bundle(desk.ada, target, timestamp_url="file:///etc/passwd")
    assert not target.exists()


def test_without_the_extra_it_is_named(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    with pytest.raises(MissingExtraError, match=r"claim-workbench\[timestamp\]"):
        export_bundle(desk.ada, tmp_path / "none.zip", timestamp_url="http://127.0.0.1:1/")


def test_the_command_says_what_it_wrote_and_exits_with_1_where_something_was_changed(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.zip"
    assert main(["-w", str(desk.path), "--reviewer", "ada", "export", "--bundle", str(target)]) == 0
    assert "bundle, 5 claims" in capsys.readouterr().err
    assert main(["verify", str(target)]) == 0
    content = target.read_bytes()
    at = content.index(b"The repairs of the basin")
    target.write_bytes(content[:at] + b"t" + content[at + 1 :])
    assert main(["verify", str(target)]) == 1
    assert "harbour-trust" in capsys.readouterr().out
    for more in (["--format", "html"], ["-o", "x"]):
        assert main(["-w", str(desk.path), "export", "--bundle", str(target), *more]) == 2
    assert main(["-w", str(desk.path), "export", "--timestamp-url", "https://a.example", "-o", "x.html"]) == 2


def test_zip_is_what_the_library_reads() -> None:
    files = {"a.txt": b"one", "b/ü.txt": b""}
    with zipfile.ZipFile(io.BytesIO(b"".join(bundle.pack(files)))) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == files


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_bundle_that_was_put_back_with_another_program_names_the_changed_file(
    made: Path, tmp_path: Path, method: int
) -> None:
    """Who unpacks a bundle, changes a file and packs it again is told which, also where the program adds folders."""

    def again(name: str, **changes: bytes) -> Path:
        with zipfile.ZipFile(tmp_path / name, "w", method) as packed:
            packed.mkdir("sources")
            for file, content in members(made).items():
                packed.writestr(file, changes.get(file.replace(".", "__"), content))
        return tmp_path / name

    anew = "another program packed it anew: each file is checked, what else the container holds is not"
    assert problems(again("same.zip")) == [("", anew)]
    changed = problems(again("changed.zip", report__html=members(made)["report.html"] + b"<p>More."))
    assert ("report.html", "it was changed: its digest is not the one in bundle.json") in changed
    assert changed[-1] == ("", anew)


def test_saved_searches_in_a_bundle_are_told(desk: Desk, tmp_path: Path) -> None:
    assert main(["-w", str(desk.path), "--reviewer", "ada", "watch", "add", "harbour", "harbour fees"]) == 0
    [note] = [one for one in export_bundle(desk.ada, tmp_path / "b.zip").notes if "saved" in one]
    assert note == "the history in it tells 1 saved search by name and words; an export of --article alone does not."
    alone = export_bundle(desk.ada, tmp_path / "c.zip", articles=[desk.article])
    assert "harbour fees" not in members(alone.path)["report.json"].decode()
    assert not any("saved" in one for one in alone.notes)
