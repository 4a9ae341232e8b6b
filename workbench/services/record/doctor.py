"""`doctor`: is everything whole, and what to do where it is not."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from workbench.domain import clock
from workbench.domain.errors import (
    BadInputError,
    ConflictError,
    IndexProblemError,
    ModelUnavailableError,
    OutOfReachError,
    WorkspaceError,
)
from workbench.domain.unforeseen import ours, went_on
from workbench.index.manifest import check_files
from workbench.index.opened import open_index
from workbench.models.catalogue import describe_models
from workbench.models.encoder import encoder_key
from workbench.reports.heads import export_in, head_in
from workbench.reports.json_format import parse
from workbench.services.collections.attaching import attached
from workbench.services.evidence.encoders import own_encoder_of
from workbench.services.evidence.index_sample import wrong_vectors
from workbench.services.evidence.reindex import passages_digest
from workbench.services.record import export_seals, installation
from workbench.services.record.installation import Trial
from workbench.services.workspace import Workspace
from workbench.store import checks, record_checks, sources
from workbench.store.backup import check as check_backup
from workbench.store.database import Database
from workbench.store.unfinished import left_behind, rights_where_it_lies, sweep

SQLITE_MAGIC = b"SQLite format 3\x00"
LARGEST_REPORT = 2 * 1024**3
DOCTORS_SAMPLE = 32
"""Passages of the index that are encoded again."""

AHEAD = timedelta(minutes=5)
"""By so much clocks of several machines may differ."""

MOST_TOLD = 100
"""So many findings of one kind are told one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `state` is "ok", "warning", "problem" or "repaired"."""

    check: str
    state: str
    detail: str
    remedy: str = ""


def examine(workspace: Workspace, *, repair: bool = False) -> Iterator[Finding]:
    """Look at database, anchors, text index, vector index and models, mending what can be mended safely.

    Then every reader and every exporter is tried on the smallest thing of its kind.

    Args:
        workspace: The open workspace.
        repair: Rebuild the text index and move anchors whose quote stands in exactly one place.
            Vectors are mended by `reindex`, a damaged database by `restore`.
    """
    yield from examine_database(workspace, repair=repair)
    yield from _guarded("copies", _copies(workspace, repair=repair))
    yield from _guarded("rights", _rights(workspace))
    yield from _guarded("index", _vector_index(workspace))
    yield from _guarded("model", _models())
    yield from _installation("readers", "files of these kinds can be read", installation.readers())
    yield from _installation("exporters", "reports in these formats can be written", installation.exporters())
    there, lacking = installation.extras()
    if "scale" in lacking and (unasked := [one.name for one in attached(workspace)]):
        told = f"attached, but not searched, for the extra scale is not installed: {', '.join(unasked)}"
        yield Finding("collections", "problem", told, "pip install 'claim-workbench[scale]'")
    if there:
        yield Finding("extras", "ok", f"installed: {', '.join(there)}")
    if lacking:
        named = ",".join(lacking)
        yield Finding("extras", "ok", f"not installed: {', '.join(lacking)}", f"pip install 'claim-workbench[{named}]'")


def examine_database(workspace: Workspace, *, repair: bool = False) -> Iterator[Finding]:
    """Look at claims.db alone: every check is made, whatever the others found, and each reads every text once."""
    yield from _guarded("database", _database(workspace))
    yield from _guarded("claims", _anchors(workspace, repair=repair))
    yield from _guarded("text index", _text_index(workspace, repair=repair))
    yield from _guarded("record", examine_record(workspace))


def examine_record(workspace: Workspace) -> Iterator[Finding]:
    """Recompute the chain of events and its seals, and hold what stands now against them. Never mends anything."""
    if (number := workspace.database.misnumbered) is not None:
        told = f"the file said that its tables were of schema {number}; they are newer, and it says so now"
        yield Finding("record", "repaired", told)
    flaws = list(record_checks.flaws(workspace.database))
    for flaw in flaws[:MOST_TOLD]:
        yield Finding("record", "problem", flaw, "workbench restore FILE")
    if len(flaws) > MOST_TOLD:
        yield Finding("record", "problem", f"and {len(flaws) - MOST_TOLD:,} more", "workbench restore FILE")
    if not flaws:
        number, at, head = record_checks.head(workspace.database)
        told = f"whole: {number:,} events up to {at}, head {head}" if number else "nothing has happened yet"
        yield Finding("record", "ok", told)
        for event in record_checks.changed_imports(workspace.database):
            told = f"what event {event} imported had been changed after it was exported: nothing vouches for it"
            yield Finding("record", "warning", told, "compare it with the workspace that it was exported from")
        if number and datetime.fromisoformat(at) > clock.now() + AHEAD:
            told = f"event {number} of {at} lies ahead of this system's clock: what is done until then gets its time"
            yield Finding("record", "warning", told, "set the clocks of those who work here right")


def compare(workspace: Workspace, named: str) -> Iterator[Finding]:
    """Whether this record is the one that a head stands for, or its continuation; the record is recomputed first.

    Args:
        workspace: The open workspace.
        named: A report, a bundle, a backup, or the hash itself, with or without "sha256:".
    Raises:
        BadInputError: There is no such file, or it names no head.
    """
    wanted, content = _head_of(named)
    found = list(examine_record(workspace))
    yield from found
    event = record_checks.event_of_hash(workspace.database, wanted)
    last = record_checks.head(workspace.database)[0]
    if event is None:
        told = f"this is another record, or one that was rewritten or set back: no event here has the hash {wanted}"
        yield Finding("against", "problem", told, "workbench backup, then look at what that head was taken from")
        return
    if any(finding.state == "problem" for finding in found):
        yield Finding("against", "problem", f"event {event[0]} has that hash, but this record is not whole")
        return
    if changed := list(_told_otherwise(workspace, content, named)):
        yield from changed[:MOST_TOLD]
        told = f"event {event[0]} has that hash, but {named} does not tell what this record does: it was changed"
        yield Finding("against", "problem", told, "workbench export")
    elif event[0] == last:
        yield Finding("against", "ok", f"the same record: its last event, {last} of {event[1]}, has that hash")
    else:
        told = f"a continuation: event {event[0]} of {event[1]} has that hash, {last - event[0]:,} followed"
        yield Finding("against", "ok", told)


def _told_otherwise(workspace: Workspace, content: bytes, named: str) -> Iterator[Finding]:
    """What a report that is data (a JSON export, or that of a bundle) says otherwise than this record."""
    if (data := export_in(content, named)) is None:
        return
    report = parse(data, named)
    verdicts = [verdict for item in report.claims for verdict in item.verdicts]
    for told in (
        *export_seals.flaws(report),
        *record_checks.told_otherwise(workspace.database, report.events, verdicts),
    ):
        yield Finding("against", "problem", f"{named}: {told}")


def _head_of(named: str) -> tuple[str, bytes]:
    """A head, and the content of the report that names it; none of a backup, or of the hash itself."""
    if match := re.fullmatch(r"(?:sha256:)?([0-9a-f]{64})", named.strip().casefold()):
        return match[1], b""
    path = Path(named)
    try:
        with path.open("rb") as file:
            content = file.read(len(SQLITE_MAGIC))
            if content != SQLITE_MAGIC:
                content += file.read(LARGEST_REPORT)
    except OSError as error:
        raise BadInputError(
            f"{named!r} is no hash (64 digits 0-9 and a-f), and cannot be read as a file: {error.strerror}."
        ) from error
    if content != SQLITE_MAGIC:
        return head_in(content, named), content
    if not (head := check_backup(path).head):
        raise BadInputError(f"{named} has no head: nothing had happened, or it is from before there was a chain.")
    return head, b""


def _copies(workspace: Workspace, *, repair: bool) -> Iterator[Finding]:
    """Half-made copies of the database that a killed backup or restore left under a hidden name."""
    for path in workspace.database.swept:
        yield Finding("copies", "repaired", f"{path}, left by a backup or restore that was killed, was removed")
    for path in sweep(workspace.path) if repair else left_behind(workspace.path):
        told = f"{path} was left by a backup or restore that was killed"
        if repair:
            yield Finding("copies", "repaired", f"{told}, and was removed")
        else:
            yield Finding("copies", "problem", told, "workbench doctor --repair")


def _rights(workspace: Workspace) -> Iterator[Finding]:
    """Whether everyone at this machine can read what is marked as confidential."""
    path = workspace.database.path
    if os.name != "posix" or not rights_where_it_lies(path) & stat.S_IROTH:
        return
    marked = workspace.settings().get("confidential") == "yes"
    if marked or sources.private_sources(workspace.database):
        what = "is marked confidential" if marked else "holds private sources"
        told = f"{workspace.path} {what}, and every user of this machine can read it"
        yield Finding("rights", "warning", told, f"chmod -R o= {workspace.path}")


def _database(workspace: Workspace) -> Iterator[Finding]:
    database, remedy = workspace.database, "workbench restore FILE"
    found = False
    for check in (checks.damage, checks.unreadable, checks.bytes_for_text, checks.orphans, checks.contradictions):
        for told in _capped(_to_the_end(check, database)):
            found = True
            yield Finding("database", "problem", f"{database.path}: {told}", remedy)
    for number in _capped(_to_the_end(checks.changed_articles, database)):
        found = True
        yield Finding("articles", "problem", f"the text of article {number} is not the one that was stored", remedy)
    if not found:
        current, live = sources.counts(database)
        yield Finding("database", "ok", f"whole; {current:,} sources, {live:,} passages")


def bytes_for_text(workspace: Workspace) -> str:
    """What there is to say where the record holds bytes in the place of text, as no program writes it; or nothing."""
    return next(_to_the_end(checks.bytes_for_text, workspace.database), "")


def _to_the_end(check: Callable[[Database], Iterable[str]], database: Database) -> Iterator[str]:
    """What a check finds; one that damage stops says so."""
    try:
        yield from check(database)
    except WorkspaceError as error:
        yield str(error)


def _capped(found: Iterable[str]) -> Iterator[str]:
    """The first of many findings, and how many there are."""
    number = 0
    for number, told in enumerate(found, start=1):
        if number <= MOST_TOLD:
            yield told
    if number > MOST_TOLD:
        yield f"and {number - MOST_TOLD:,} more"


def _guarded(what: str, check: Iterator[Finding]) -> Iterator[Finding]:
    """A check that cannot go on says so, and the next one is made all the same."""
    try:
        yield from check
    except OutOfReachError as error:  # what it cannot read now may be sound
        yield Finding(what, "problem", str(error), "workbench doctor")
    except Exception as error:
        if ours(error):
            went_on(error)
        told = f"this could not be looked at to the end: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        yield Finding(what, "problem", told.encode("utf-8", "replace").decode(), "workbench restore FILE")


def _anchors(workspace: Workspace, *, repair: bool) -> Iterator[Finding]:
    moved = list(checks.moved_anchors(workspace.database))
    if not moved:
        yield Finding("claims", "ok", "every quote stands where its anchor says")
    for anchor in moved:
        if anchor.found_at is None:
            yield Finding(
                "claims",
                "problem",
                f"the words of claim {anchor.claim_id} are not in its article, or stand there more than once",
                f"workbench claim edit {anchor.claim_id}",
            )
        elif repair:
            try:
                checks.move_anchor(workspace.database, anchor, anchor.found_at, reviewer=workspace.reviewer)
            except ConflictError:
                said = f"claim {anchor.claim_id} was changed while its anchor was looked at"
                yield Finding("claims", "problem", said, "workbench doctor --repair")
            else:
                yield Finding("claims", "repaired", f"the anchor of claim {anchor.claim_id} was moved to its quote")
        else:
            yield Finding(
                "claims", "problem", f"the anchor of claim {anchor.claim_id} has moved", "workbench doctor --repair"
            )
    passages = sum(1 for _ in checks.moved_passages(workspace.database))
    if passages:
        yield Finding(
            "passages", "problem", f"{passages} passages differ from their sources", "add those sources again"
        )
    else:
        yield Finding("passages", "ok", "every passage stands in its source")


def _text_index(workspace: Workspace, *, repair: bool) -> Iterator[Finding]:
    if not checks.text_index_differs(workspace.database):
        yield Finding("text index", "ok", "in step with the passages")
    elif repair:
        checks.rebuild_text_index(workspace.database)
        yield Finding("text index", "repaired", "rebuilt from the passages")
    else:
        yield Finding("text index", "problem", "not in step with the passages", "workbench doctor --repair")


def _vector_index(workspace: Workspace) -> Iterator[Finding]:
    live = sources.counts(workspace.database)[1]
    try:
        index = open_index(workspace.index_path)
    except IndexProblemError as error:
        yield Finding("index", "problem", str(error), "workbench reindex")
        return
    if index is None:
        state = ("problem", f"not made yet; {live:,} passages wait") if live else ("ok", "nothing to index yet")
        yield Finding("index", *state, remedy="workbench reindex" if live else "")
        return
    manifest = index.manifest
    try:
        check_files(workspace.index_path, manifest, read=True)
    except IndexProblemError as error:
        yield Finding("index", "problem", str(error), "workbench reindex --full")
        return
    if manifest.digest != passages_digest(workspace):
        held = "other passages than" if manifest.count == live else f"{manifest.count:,} passages, not the {live:,} of"
        detail = f"not in step with claims.db: it holds {held} the database"
        yield Finding("index", "problem", detail, "workbench reindex")
        return
    if not manifest.model_name and manifest.model != encoder_key(None, manifest.precision):
        yield Finding(
            "index", "problem", f"made with the model {manifest.model}, which is not here", "workbench reindex"
        )
        return
    try:
        wrong = wrong_vectors(workspace, index, own_encoder_of(manifest), DOCTORS_SAMPLE)
    except ModelUnavailableError as error:
        yield Finding("index", "problem", str(error), "workbench reindex")
        return
    if wrong:
        told = f"{wrong} of {min(DOCTORS_SAMPLE, manifest.count)} passages tried have the vector of another text"
        yield Finding("index", "problem", told, "workbench reindex --full")
        return
    how = "exact" if manifest.factory == "Flat" else f"{manifest.factory}, recall@10 {manifest.recall_at_10:.3f}"
    yield Finding("index", "ok", f"{manifest.count:,} passages by {manifest.model}, {how}")


def _models() -> Iterator[Finding]:
    for model in describe_models():
        if model.problem:
            yield Finding("model", "problem", f"{model.what}: {model.problem}", "install the workbench again")
        else:
            yield Finding("model", "ok", f"{model.what}: {model.key}, sha256 {model.sha256[:12]}…, {model.runs}")


def _installation(check: str, sound: str, trials: Iterator[Trial]) -> Iterator[Finding]:
    good = []
    for trial in trials:
        if not trial.problem:
            good.append(trial.what)
        elif trial.optional:
            yield Finding(check, "ok", f"{trial.what} is optional and not installed", trial.problem)
        else:
            yield Finding(check, "problem", f"{trial.what}: {trial.problem}", "install the workbench again")
    if good:
        yield Finding(check, "ok", f"{sound}: {', '.join(good)}")
