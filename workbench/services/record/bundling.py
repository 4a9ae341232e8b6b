"""Bundles out and checked: a report with the very sources it relies on, for another machine and another year."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.domain.errors import BadInputError, MissingExtraError, NotFoundError
from workbench.domain.evidence import Source
from workbench.domain.system_errors import reason
from workbench.ingest import timestamps
from workbench.reports import bundle
from workbench.reports.bundle import INDEX, STAMP, BundleFinding
from workbench.reports.model import Report
from workbench.services.record import export_seals
from workbench.services.record.atomic_files import check_reachable, write_whole
from workbench.services.record.export import claims_in, named_claims
from workbench.services.record.rendered import Exported
from workbench.services.record.reporting import build_report
from workbench.services.record.what_stays import goes_along
from workbench.services.review.blind import unseen_now
from workbench.services.workspace import Workspace
from workbench.store.raw import original_of_source

LARGEST_FILE = 200_000_000
"""Bytes of a file that goes into a bundle beside its text."""


def export_bundle(
    workspace: Workspace,
    output: Path,
    *,
    timestamp_url: str | None = None,
    unblind: bool = False,
    full: bool = False,
    **selection: Any,
) -> Exported:
    """Write a bundle: the whole file or nothing. Without a time stamp the same state always gives the same bytes.

    Args:
        workspace: The open workspace.
        output: The file to write.
        timestamp_url: A time stamp authority (RFC 3161); it learns a digest, and nothing else.
        unblind: Tell what others decided all the same.
        full: The page is the full log.
        selection: Which articles and claims, as for `export`.
    Raises:
        NotFoundError, BadInputError: As for `export`; no verdict of the selection relies on a source; or the authority
            does not stamp.
        MissingExtraError: A time stamp is wanted, and what asks for it is not installed.
    """
    check_reachable(output)
    hidden = set() if unblind else unseen_now(workspace, dropped=True)
    report = build_report(workspace, **selection, hidden=hidden)
    hidden &= claims_in(report)
    if hidden:
        wait = f"{named_claims(sorted(hidden))}your second opinion is wanted"
        raise BadInputError(f"{wait}, and a bundle is the whole record with what others decided; --unblind writes it.")
    if not any(item.verdict for item in report.claims):
        raise BadInputError("no claim of this selection has a verdict: there is nothing to bundle.")

    gone: list[str] = []

    def original(source_id: str) -> bytes | None:
        try:
            return original_of_source(workspace.database, source_id)
        except NotFoundError:
            source = report.sources_by_id[source_id]
            found = _file_as_read(source)
            if found is None and source.path and source.id.split("@")[0] == source.path:
                gone.append(f"{source.path} is not there as it was read: its text alone is in the bundle")
            return found

    files, left = bundle.files_of(report, original, full=full)
    stamp = timestamps.ask(timestamp_url, files[INDEX]) if timestamp_url else None
    size = write_whole(output, bundle.pack(files, stamp))
    notes = [*(f"left out: {told}" for told in left), *gone, *goes_along(report)]
    return Exported(output, size, len(report.claims), tuple(notes))


def verify(path: Path, *, trust: Path | None = None) -> Iterator[BundleFinding]:
    """Check a bundle, without a workspace and without a network.

    Args:
        path: The bundle.
        trust: A file of certificates (PEM) of time stamp authorities.
    Raises:
        BadInputError: It cannot be read, is no bundle, or `trust` holds no certificate.
        MissingExtraError: `trust` is given, and what checks time stamps is not installed.
    """
    content = _read(path, bundle.LARGEST_BUNDLE)
    roots = None if trust is None else _read(trust, 10_000_000)
    yield from bundle.check(content, path.name, _recorded)
    files, _ = bundle.unpacked(content, path.name)
    if STAMP not in files or INDEX not in files:
        told = (
            "there is no time stamp: the digest of bundle.json, kept elsewhere, tells whether the whole was exchanged"
        )
        yield BundleFinding("", "warning", told)
        return
    try:
        sound, told = timestamps.check(files[STAMP], files[INDEX], roots)
    except MissingExtraError as error:
        if roots is not None:
            raise
        yield BundleFinding(STAMP, "warning", f"not checked: {error}")
        return
    yield BundleFinding(STAMP, ("ok" if roots else "warning") if sound else "problem", told)


def _recorded(report: Report) -> Iterator[BundleFinding]:
    """The verdicts of a bundle against the events that stand beside them."""
    found = [BundleFinding("report.json", "problem", told) for told in export_seals.flaws(report)]
    yield from found
    for number in export_seals.told_in_part(report):
        told = f"what gave verdict {number} is told without words of a private source: the workspace alone can check it"
        yield BundleFinding("report.json", "warning", told)
    if not found:
        count = sum(len(item.verdicts) for item in report.claims)
        told = f"{count:,} {'verdict as its event' if count == 1 else 'verdicts as their events'} wrote"
        yield BundleFinding("report.json", "ok", f"{told} {'it' if count == 1 else 'them'}")


def _file_as_read(source: Source) -> bytes | None:
    """The bytes of the file that a source was read from; None where there is no such file, or it holds others now."""
    path = Path(source.path or "")
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            return None
        content = path.read_bytes()
    except (OSError, ValueError):
        return None
    return content if hashlib.sha256(content).hexdigest() == source.sha256 else None


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {reason(error, path)}.") from error
    if len(content) > most:
        raise BadInputError(f"{path} is larger than {most // 1_000_000:,} MB, more than is read of one.")
    return content
