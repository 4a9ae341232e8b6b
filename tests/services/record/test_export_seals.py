"""An export, alone or in a bundle, that says other than the record did is told, by itself or by the record."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.services.desk import Clock, Desk
from tests.services.record.test_as_of import ACTS
from workbench.cli.main import main
from workbench.domain.withheld import KEPT_BACK
from workbench.reports.bundle import INDEX, MANIFEST
from workbench.reports.json_format import parse, render
from workbench.reports.stored_zip import stored
from workbench.services.evidence.private import edit_source
from workbench.services.evidence.sources import add_evidence
from workbench.services.record import export_seals
from workbench.services.record.bundling import export_bundle, verify
from workbench.services.record.doctor import compare, examine_record
from workbench.services.record.export import export
from workbench.services.record.history import history
from workbench.services.record.import_ import import_report
from workbench.services.record.reporting import build_report
from workbench.services.review import review
from workbench.services.workspace import Workspace
from workbench.store import chain
from workbench.store.rows import to_json

SELECTIONS: tuple[dict[str, Any], ...] = (
    {"articles": [1]},
    {"as_of": "2022-02-03"},
    {"articles": [1], "as_of": "2022-02-01"},
    {"until": "2030-01-01"},
)
Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


@pytest.fixture
def told(desk: Desk, tmp_path: Path) -> dict[str, Any]:
    """The export of the whole record, as data."""
    path = tmp_path / "whole.json"
    export(desk.ada, "json", path)
    return dict(json.loads(path.read_bytes()))


def flaws(told: dict[str, Any]) -> list[str]:
    return list(export_seals.flaws(parse(json.dumps(told).encode(), "it")))


def verdicts(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for article in told["articles"] for claim in article["claims"] for one in claim["verdicts"]]


def claims(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for article in told["articles"] for one in article["claims"]]


def giver(told: dict[str, Any], verdict: dict[str, Any]) -> dict[str, Any]:
    return next(
        event
        for event in told["events"]
        if (event["subject"], event["subject_id"]) == ("verdicts", str(verdict["id"])) and event["before"] is None
    )


def row_of(event: dict[str, Any]) -> list[Any]:
    words = {name: None if event[name] is None else to_json(event[name]) for name in ("before", "after")}
    return [words.get(name, event[name]) for name in chain.EVENT_COLUMNS]


def link_again(told: dict[str, Any]) -> str:
    """Make every hash again; gives the new head."""
    previous = chain.GENESIS
    for event in told["events"]:
        event["previous"] = previous
        previous = event["hash"] = chain.event_hash(row_of(event))
    return previous


def rate_otherwise(told: dict[str, Any]) -> dict[str, Any]:
    """Turn the last verdict round, as a forger would at first."""
    verdict = max(verdicts(told), key=lambda one: int(one["id"]))
    verdict["rating"], verdict["value"] = "True", 5
    for article in told["articles"]:
        for claim in article["claims"]:
            if claim["standing"] == verdict["id"]:
                claim["claim"]["rating"] = "True"
    return verdict


def rated_otherwise(told: dict[str, Any]) -> None:
    """The same as a change."""
    rate_otherwise(told)


def rewrite(path: Path, change: Change) -> None:
    """Change the data in a bundle, and make every digest in it again."""
    with zipfile.ZipFile(path) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    told = json.loads(files["report.json"])
    change(told)
    files["report.json"] = json.dumps(told, ensure_ascii=False).encode()
    index = json.loads(files[INDEX])
    for name, entry in index["files"].items():
        entry |= {"sha256": hashlib.sha256(files[name]).hexdigest(), "bytes": len(files[name])}
    files[INDEX] = json.dumps(index).encode()
    listed = {name: content for name, content in files.items() if name != MANIFEST}
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in listed.items()]
    files[MANIFEST] = "".join(lines).encode()
    path.write_bytes(b"".join(stored(files)))


def test_an_honest_export_has_none(desk: Desk, told: dict[str, Any], tmp_path: Path) -> None:
    assert len(verdicts(told)) > 3
    assert flaws(told) == []
    for number, selection in enumerate(SELECTIONS):
        path = tmp_path / f"{number}.json"
        export(desk.ada, "json", path, **selection)
        assert flaws(json.loads(path.read_bytes())) == [], selection


def test_whatever_was_done_an_honest_export_has_none(desk: Desk, tmp_path: Path) -> None:
    for name, act in ACTS:
        if name == "claim.reanchor":
            continue  # mends what is not damaged here
        act(desk)
        assert list(export_seals.flaws(build_report(desk.ada))) == [], name
    (tmp_path / "all.json").write_bytes(render(build_report(desk.ada)))
    with Workspace.create(tmp_path / "elsewhere", reviewer="dee") as there:
        assert import_report(there, tmp_path / "all.json").flaws == ()
        assert list(export_seals.flaws(build_report(there))) == []
    for private in ("accounts", "log"):
        edit_source(desk.ada, private, title="Papers", private=True)
    events = build_report(desk.ada).events
    for event in events[:: len(events) // 12]:
        assert list(export_seals.flaws(build_report(desk.ada, as_of=event.at))) == [], event.id
    for entry in build_report(desk.ada).articles:
        assert list(export_seals.flaws(build_report(desk.ada, articles=[entry.article.id]))) == []


def test_one_with_private_sources_has_none(desk: Desk, tmp_path: Path) -> None:
    edit_source(desk.ada, "accounts", title="A talk at the harbour", private=True)
    path = tmp_path / "private.json"
    export(desk.ada, "json", path)
    assert flaws(json.loads(path.read_bytes())) == []


def test_what_was_imported_has_none(desk: Desk, told: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "whole.json").write_text(json.dumps(told))
    with Workspace.create(tmp_path / "elsewhere", reviewer="ada") as there:
        import_report(there, tmp_path / "whole.json")
        export(there, "json", tmp_path / "again.json")
        assert flaws(json.loads((tmp_path / "again.json").read_bytes())) == []
        assert [one.state for one in compare(there, str(tmp_path / "whole.json"))] == ["ok", "ok"]


def test_a_rating_that_was_changed_is_told(told: dict[str, Any]) -> None:
    verdict = rate_otherwise(told)
    [flaw] = flaws(told)
    assert flaw.startswith(f"verdict {verdict['id']} says other than event")


@pytest.mark.parametrize("name", ["reviewer", "rationale", "claim_text", "known_at", "evidence"])
def test_whatever_else_of_a_verdict_was_changed_is_told(told: dict[str, Any], name: str) -> None:
    verdict = max((one for one in verdicts(told) if one["evidence"]), key=lambda one: int(one["id"]))
    verdict[name] = [] if name == "evidence" else "2020-01-01" if name == "known_at" else "forged"
    assert flaws(told)


def test_the_event_changed_with_it_is_told(told: dict[str, Any]) -> None:
    event = giver(told, rate_otherwise(told))
    event["after"]["rating"] = "True"
    assert any("its hash is another" in flaw for flaw in flaws(told))


def test_a_new_hash_for_that_event_breaks_the_link_or_the_head(told: dict[str, Any]) -> None:
    event = giver(told, rate_otherwise(told))
    event["after"]["rating"], event["covers"] = "True", ""
    event["hash"] = chain.event_hash(row_of(event))
    assert any("is not linked to event" in flaw or "its head is not" in flaw for flaw in flaws(told))


def test_all_hashes_made_again_are_another_head(told: dict[str, Any]) -> None:
    event = giver(told, rate_otherwise(told))
    event["after"]["rating"], event["covers"] = "True", ""
    link_again(told)
    assert any(flaw.startswith("its head is not the hash") for flaw in flaws(told))


def test_another_verdict_called_the_standing_one_is_told(told: dict[str, Any]) -> None:
    claim = next(one for article in told["articles"] for one in article["claims"] if len(one["verdicts"]) > 1)
    claim["standing"] = next(one["id"] for one in claim["verdicts"] if one["id"] != claim["standing"])
    assert any("another verdict as the one that stands" in flaw for flaw in flaws(told))


def test_a_verdict_called_taken_back_is_told(told: dict[str, Any]) -> None:
    claim = next(one for article in told["articles"] for one in article["claims"] if one["verdicts"])
    claim["withdrawn"], claim["standing"] = [one["id"] for one in claim["verdicts"]], None
    assert any("other verdicts as taken back" in flaw for flaw in flaws(told))


def test_a_claim_called_published_is_told(told: dict[str, Any]) -> None:
    claim = next(one for one in claims(told) if one["claim"]["status"] != "published" and one["verdicts"])
    claim["claim"]["status"] = "published"
    assert any(flaw.startswith(f"claim {claim['claim']['id']} is called published") for flaw in flaws(told))


def test_another_wording_of_a_claim_than_its_events_wrote_is_told(told: dict[str, Any]) -> None:
    [claim] = [one for one in claims(told) if "oldest harbour on the coast" in one["claim"]["text"]]
    claim["claim"]["text"] = "The harbour of Lowick is the newest harbour on the coast"
    assert any(flaw.startswith(f"claim {claim['claim']['id']} says other than event") for flaw in flaws(told))


def test_verify_tells_a_bundle_whose_digests_were_all_made_again(desk: Desk, tmp_path: Path) -> None:
    path = export_bundle(desk.ada, tmp_path / "check.zip").path
    rewrite(path, lambda _: None)
    assert [one for one in verify(path) if one.state == "problem"] == []
    rewrite(path, rated_otherwise)
    assert any(one.file == "report.json" and one.state == "problem" for one in verify(path))


def test_verify_says_when_the_page_is_not_that_of_the_data(desk: Desk, tmp_path: Path) -> None:
    path = export_bundle(desk.ada, tmp_path / "check.zip").path
    assert ("report.html", "ok") in {(one.file, one.state) for one in verify(path) if "report.json" in one.detail}
    with zipfile.ZipFile(path) as packed:
        page = packed.read("report.html")
    assert b"Mostly false" in page
    with zipfile.ZipFile(path) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    files["report.html"] = page.replace(b"Mostly false", b"Mostly true")
    path.write_bytes(b"".join(stored(files)))
    rewrite(path, lambda _: None)
    assert ("report.html", "warning") in {(one.file, one.state) for one in verify(path)}


def test_doctor_tells_an_export_that_keeps_the_head_and_says_other(desk: Desk, tmp_path: Path) -> None:
    path = export_bundle(desk.ada, tmp_path / "check.zip").path
    assert [one.state for one in compare(desk.ada, str(path))] == ["ok", "ok"]
    rewrite(path, rated_otherwise)
    assert any("does not tell what this record does" in one.detail for one in compare(desk.ada, str(path)))


def blanked(told: dict[str, Any]) -> dict[str, Any]:
    """Turn the last verdict round with its event, and say that the event was told in part; gives the event."""
    verdict = rate_otherwise(told)
    event = giver(told, verdict)
    event["after"] |= {"rating": "True", "rationale": "It is so."}
    verdict["rationale"], event["previous"] = "It is so.", ""
    return event


def told_in_part(told: dict[str, Any]) -> None:
    """The same as a change."""
    blanked(told)


def test_doctor_tells_one_whose_events_are_called_private(desk: Desk, told: dict[str, Any], tmp_path: Path) -> None:
    """Such an event cannot be checked by its hash; the workspace knows what it wrote."""
    blanked(told)
    path = tmp_path / "forged.json"
    path.write_text(json.dumps(told))
    assert any("is another one here: rating, value" in one.detail for one in compare(desk.ada, str(path)))
    assert export_seals.told_in_part(parse(path.read_bytes(), "it"))


@pytest.mark.parametrize("no_hash", [False, True])
def test_an_event_told_in_part_of_which_nothing_is_kept_back_is_told(
    desk: Desk, tmp_path: Path, told: dict[str, Any], no_hash: bool
) -> None:
    edit_source(desk.ada, "log", title="The log", private=True)
    export(desk.ada, "json", tmp_path / "private.json")
    for data in (told, json.loads((tmp_path / "private.json").read_bytes())):
        event = blanked(data)
        event["hash"] = "" if no_hash else event["hash"]
        assert any(flaw.startswith(f"event {event['id']} names no event before it") for flaw in flaws(data))


def test_nothing_is_kept_back_where_no_source_is_private(told: dict[str, Any]) -> None:
    event = blanked(told)
    words = f"It is so. {KEPT_BACK}"
    event["after"]["rationale"] = max(verdicts(told), key=lambda one: int(one["id"]))["rationale"] = words
    assert any(flaw.startswith(f"event {event['id']} names no event before it") for flaw in flaws(told))


def quoting(desk: Desk, tmp_path: Path) -> Path:
    """An export in which a reason quotes a private source that no claim has as evidence."""
    words = "The pilots told us in a pub that the basin is silting up by the day."
    row = {"id": "pub", "title": "Hearsay", "text": words, "publisher": "Nobody", "url": "https://pub.example/1"}
    listed = tmp_path / "pub.jsonl"
    listed.write_text(json.dumps(row) + "\n")
    assert add_evidence(desk.ada, [str(listed)], private=True).added == 1
    review.rate(desk.ada, desk.claim("oldest").id, "False", why=f"{words[9:]} So?", known_at=date(2022, 2, 8))
    path = tmp_path / "quoting.json"
    export(desk.ada, "json", path)
    return path


def test_what_is_kept_back_without_being_cited_is_no_flaw(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = quoting(desk, tmp_path)
    report = parse(path.read_bytes(), "it")
    assert KEPT_BACK in path.read_text(encoding="utf-8")
    assert not any(kept.source.private for kept in report.sources)
    assert list(export_seals.flaws(report)) == []
    [number] = export_seals.told_in_part(report)
    assert main(["init", str(tmp_path / "copy")]) == 0
    assert main(["--workspace", str(tmp_path / "copy"), "import", str(path)]) == 0
    assert f"verdict {number} is told without words of a private source" in capsys.readouterr().err


def test_import_and_verify_tell_an_event_that_is_called_private(
    desk: Desk, told: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = blanked(told)
    (tmp_path / "forged.json").write_text(json.dumps(told))
    assert main(["init", str(tmp_path / "copy")]) == 0
    assert main(["--workspace", str(tmp_path / "copy"), "import", str(tmp_path / "forged.json")]) == 1
    assert f"event {event['id']} names no event before it" in capsys.readouterr().err
    packed = export_bundle(desk.ada, tmp_path / "check.zip").path
    rewrite(packed, told_in_part)
    assert main(["verify", str(packed)]) == 1


def test_a_changed_export_comes_in_and_is_told_from_then_on(told: dict[str, Any], tmp_path: Path) -> None:
    for event in told["events"]:
        event["reviewer"] = event["reviewer"].replace("ada", "eve")
    for verdict in verdicts(told):
        verdict["reviewer"] = verdict["reviewer"].replace("ada", "eve")
    path = tmp_path / "forged.json"
    path.write_text(json.dumps(told))
    with Workspace.create(tmp_path / "elsewhere", reviewer="cy") as there:
        assert import_report(there, path).flaws
        found = list(examine_record(there))
        assert [one.state for one in found] == ["ok", "warning"]
        assert "had been changed after it was exported" in found[1].detail
        assert "had been changed" in history(there)[-1].words


def test_the_command_says_so(told: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rate_otherwise(told)
    path = tmp_path / "forged.json"
    path.write_text(json.dumps(told))
    assert main(["init", str(tmp_path / "copy")]) == 0
    assert main(["--workspace", str(tmp_path / "copy"), "import", str(path)]) == 1
    assert "was changed after it was written: verdict " in capsys.readouterr().err


def test_an_article_exported_from_what_was_imported_has_none(desk: Desk, told: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "whole.json").write_text(json.dumps(told))
    with Workspace.create(tmp_path / "elsewhere", reviewer="ada") as there:
        import_report(there, tmp_path / "whole.json")
        assert next(iter(examine_record(there))).state == "ok"
        for number, selection in enumerate(SELECTIONS):
            path = tmp_path / f"{number}.json"
            export(there, "json", path, **selection)
            assert flaws(json.loads(path.read_bytes())) == [], selection
