"""A bundle: a report with the very sources its verdicts rely on, and what it takes to check all of it elsewhere.

`bundle.json` tells the digest of every file and the head of the record; `MANIFEST.sha256` has the same digests, and
that of `bundle.json`, as `sha256sum -c` reads them; a time stamp, where there is one, is of `bundle.json`. The
container is a ZIP file of which every byte follows from the files (`stored_zip`).
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.domain.errors import BadInputError
from workbench.reports import html, json_format
from workbench.reports.heads import head_in
from workbench.reports.machine import json_bytes
from workbench.reports.model import Report
from workbench.reports.readers import for_readers
from workbench.reports.references import CitedSource, cited_sources, csl_json
from workbench.reports.stored_zip import OLDEST_DAY, stored
from workbench.system.zip_parts import pieces

FORMAT = "claim-workbench-bundle"
VERSION = 1
INDEX, MANIFEST, STAMP = "bundle.json", "MANIFEST.sha256", "bundle.json.tsr"
LARGEST_BUNDLE = 4 * 1024**3
MOST_MORE = 200_000_000
"""Bytes that the files of a bundle may hold beyond its container's own, where another program compressed it."""
PRIVATE = "it is private"

README = """What is in this bundle, and how to check it

report.html            the fact check for readers
report.json            the same as data, with the whole history
references.csl.json    the sources relied on, for citation programs
sources/               each source that a verdict relies on: its text as it was read, and the bytes it was
                       read from where they were kept
bundle.json            the digest (SHA-256) of every file and the head of the record it was made from
MANIFEST.sha256        the same digests: `sha256sum -c MANIFEST.sha256` checks them after unpacking
bundle.json.tsr        where there is one: a time stamp (RFC 3161) of bundle.json
                       `openssl ts -verify -in bundle.json.tsr -data bundle.json -CAfile ROOT.pem` checks it

`workbench verify BUNDLE` checks all of it, without a workspace and without a network. Whoever wants to know that the
bundle as a whole was not exchanged compares the digest that it prints, or that of the time stamp.
"""


@dataclass(frozen=True, slots=True)
class BundleFinding:
    """One thing looked at. `state` is "ok", "warning" or "problem"; `file` is "" where it is about the whole."""

    file: str
    state: str
    detail: str


def files_of(
    report: Report, original: Callable[[str], bytes | None], *, full: bool = False
) -> tuple[dict[str, bytes], list[str]]:
    """The files of a bundle but the time stamp, in the order in which they are packed.

    Args:
        report: What is told.
        original: Gives the bytes that a source was read from, None where they were not kept.
        full: Whether the page for readers is the full log.
    Returns:
        The files by name, and what was left out and why.
    """
    files = {
        "README.txt": README.encode(),
        "report.html": html.render(report if full else for_readers(report)),
        "report.json": json_format.render(report),
        "references.csl.json": csl_json(report),
    }
    sources, left = [], []
    for number, cited in enumerate(cited_sources(report), start=1):
        told, held, lacks = _source(report, number, cited, original)
        files.update(held)
        sources.append(told)
        left += [f"{cited.title}: {lacks}"] if lacks else []
    index = {
        "format": FORMAT,
        "version": VERSION,
        "program": report.program,
        "record": {
            "head": f"sha256:{report.state.head}" if report.state.head else None,
            "last_event": report.state.last_event,
            "at": report.state.at,
        },
        "articles": [{"id": one.article.id, "sha256": one.article.sha256} for one in report.articles],
        "sources": sources,
        "files": {name: {"sha256": _digest(content), "bytes": len(content)} for name, content in files.items()},
    }
    files[INDEX] = json_bytes(index)
    files[MANIFEST] = "".join(f"{_digest(content)}  {name}\n" for name, content in files.items()).encode()
    return files, left


def pack(files: dict[str, bytes], stamp: bytes | None = None) -> Iterator[bytes]:
    """The bytes of the bundle, piece by piece."""
    return stored({**files, STAMP: stamp} if stamp else files)


def _source(
    report: Report, number: int, cited: CitedSource, original: Callable[[str], bytes | None]
) -> tuple[dict[str, Any], dict[str, bytes], str]:
    kept = report.sources_by_id.get(cited.source_id)
    stem = f"sources/{number:03d}-{cited.key}"
    told: dict[str, Any] = {"key": cited.key, "title": cited.title, "claims": list(cited.claims)}
    if kept is None or not kept.text:
        return {**told, "left_out": PRIVATE}, {}, PRIVATE
    told |= {"url": kept.url, "publisher": kept.publisher, "retrieved": kept.retrieved, "read_from_sha256": kept.sha256}
    told["text"] = f"{stem}.txt"
    held = {told["text"]: kept.text.encode("utf-8", "surrogatepass")}
    content = original(kept.id)
    if content is None:
        return told, held, ""
    told["original"] = f"{stem}.original"
    held[told["original"]] = content
    return told, held, ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def check(content: bytes, name: str, recorded: Callable[[Report], Iterable[BundleFinding]]) -> Iterator[BundleFinding]:
    """Hold a bundle against what it says of itself; the time stamp is looked at elsewhere.

    Args:
        content: The bytes of the bundle.
        name: What to call it.
        recorded: Holds the report against the events that stand in it.
    Raises:
        BadInputError: It is no bundle, or was made by a newer program.
    """
    files, broken = unpacked(content, name)
    yield from (BundleFinding(file, "problem", why) for file, why in broken.items())
    index = _index(files, broken, name)
    if index is None:
        return
    wanted = {file: told.get("sha256") for file, told in index["files"].items() if isinstance(told, dict)}
    yield from _digests(files, broken, wanted)
    yield from _manifest(files, broken, wanted)
    yield from _heads(files, broken, index)
    report = _report(files, broken)
    if isinstance(report, BundleFinding):
        yield report
    elif report is not None:
        yield from _quotations(files, index, report)
        yield from _page(files, broken, report)
        yield from recorded(report)
    yield from _originals(files, broken, index)
    if packed_anew(content):
        told = "another program packed it anew: each file is checked, what else the container holds is not"
        yield BundleFinding("", "problem", told)
    elif not broken and b"".join(stored(files)) != content:
        yield BundleFinding("", "problem", f"{name} holds bytes that belong to none of its files: it was changed")


def unpacked(content: bytes, name: str) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files of a bundle, and those that cannot be read with why.

    Raises:
        BadInputError: It is no ZIP file, has no list, or its files are far larger than it is.
    """
    files: dict[str, bytes] = {}
    broken: dict[str, str] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = [member for member in packed.infolist() if not member.is_dir()]
            known = all(member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members)
            if not known:
                raise BadInputError(f"{name} is no bundle of the workbench: another program packed it.")
            if not {INDEX, MANIFEST}.intersection(member.filename for member in members):
                raise BadInputError(f"{name} is no bundle of the workbench: it has no {INDEX}.")
            if sum(member.file_size for member in members) > len(content) + MOST_MORE:
                raise BadInputError(
                    f"{name} was packed by another program, and its files hold far more than it weighs: nothing of it "
                    "was unpacked. Check the bundle as the workbench wrote it."
                )
            for member in members:
                file = member.filename
                try:
                    if file in files:
                        broken[file] = "it is in the bundle twice"
                    files[file] = b"".join(pieces(packed, member))
                except Exception as error:  # a damaged container makes zipfile raise many things
                    broken[file] = f"it is damaged ({str(error)[:100] or type(error).__name__})"
    except BadInputError:
        raise
    except Exception as error:
        raise BadInputError(f"{name} is no bundle, or its container is damaged ({str(error)[:100]}).") from error
    return files, broken


def packed_anew(content: bytes) -> bool:
    """Whether another program wrote the container: the workbench compresses nothing and notes no times."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return any(
            member.compress_type or member.extra or member.is_dir() or member.date_time != OLDEST_DAY
            for member in packed.infolist()
        )


def _index(files: dict[str, bytes], broken: dict[str, str], name: str) -> dict[str, Any] | None:
    try:
        index = json.loads(files.get(INDEX, b""))
    except (ValueError, RecursionError):
        index = None
    sound = isinstance(index, dict) and isinstance(index.get("files"), dict) and isinstance(index.get("record"), dict)
    if isinstance(index, dict) and index.get("format") == FORMAT and sound:
        if isinstance(index.get("version"), int) and index["version"] > VERSION:
            raise BadInputError(f"{name} was made by a newer workbench; upgrade this one to check it.")
        return index
    if INDEX in broken:
        return None
    raise BadInputError(f"{name}: {INDEX} is missing, or is not what the workbench writes; the bundle was changed.")


def _digests(files: dict[str, bytes], broken: dict[str, str], wanted: dict[str, Any]) -> Iterator[BundleFinding]:
    for file, digest in wanted.items():
        if file in broken:
            continue
        if file not in files:
            yield BundleFinding(file, "problem", "it is missing")
        elif _digest(files[file]) != digest:
            yield BundleFinding(file, "problem", f"it was changed: its digest is not the one in {INDEX}")
        else:
            yield BundleFinding(file, "ok", f"{len(files[file]):,} bytes, as they were")
    for file in files:
        if file not in wanted and file not in (INDEX, MANIFEST, STAMP):
            yield BundleFinding(file, "problem", "it was added: the bundle does not tell of it")


def _manifest(files: dict[str, bytes], broken: dict[str, str], wanted: dict[str, Any]) -> Iterator[BundleFinding]:
    if MANIFEST in broken or INDEX in broken:
        return
    if MANIFEST not in files:
        yield BundleFinding(MANIFEST, "problem", "it is missing")
        return
    listed = {**wanted, INDEX: _digest(files[INDEX])}
    expected = "".join(f"{digest}  {file}\n" for file, digest in listed.items()).encode()
    told = files[MANIFEST].decode("utf-8", "replace").splitlines()
    if f"{listed[INDEX]}  {INDEX}" in told:
        yield BundleFinding(INDEX, "ok", f"sha256 {listed[INDEX]}")
    else:
        yield BundleFinding(INDEX, "problem", f"it, or its line in {MANIFEST}, was changed")
    if files[MANIFEST] == expected:
        yield BundleFinding(MANIFEST, "ok", f"{len(listed):,} digests")
    elif f"{listed[INDEX]}  {INDEX}" in told:
        yield BundleFinding(MANIFEST, "problem", f"it was changed: it does not list what {INDEX} does")


def _heads(files: dict[str, bytes], broken: dict[str, str], index: dict[str, Any]) -> Iterator[BundleFinding]:
    head = index["record"].get("head")
    for file in ("report.json", "report.html"):
        if file in broken or file not in files:
            continue
        try:
            found: str | None = f"sha256:{head_in(files[file], file)}"
        except BadInputError:
            found = None
        if found != head:
            yield BundleFinding(file, "problem", f"it tells of another state of the record than {INDEX}")
    if head:
        at = index["record"].get("at")
        yield BundleFinding("", "ok", f"the record's head is {head}, of {at} (`workbench doctor --against HEAD`)")


def _originals(files: dict[str, bytes], broken: dict[str, str], index: dict[str, Any]) -> Iterator[BundleFinding]:
    """Whether the bytes beside a text are those that it was read from."""
    for source in index["sources"] if isinstance(index.get("sources"), list) else []:
        file = source.get("original") if isinstance(source, dict) else None
        if not isinstance(file, str) or file in broken or file not in files:
            continue
        if _digest(files[file]) != source.get("read_from_sha256"):
            yield BundleFinding(file, "problem", "it is not what its source was read from: the digest is another one")


def _report(files: dict[str, bytes], broken: dict[str, str]) -> Report | BundleFinding | None:
    """What is told as data, or why it cannot be read; None where it is not there, which is told already."""
    if "report.json" in broken or "report.json" not in files:
        return None
    try:
        return json_format.parse(files["report.json"], "report.json")
    except BadInputError as error:
        return BundleFinding("report.json", "problem", str(error))


def _page(files: dict[str, bytes], broken: dict[str, str], report: Report) -> Iterator[BundleFinding]:
    """Whether the page for readers tells what the data do: this program makes it again."""
    page = files.get("report.html")
    if page is None or "report.html" in broken:
        return
    if page in (html.render(for_readers(report)), html.render(report)):
        yield BundleFinding("report.html", "ok", "it tells what report.json does, to the byte")
    else:
        told = (
            "it is not the page that this program makes of report.json: another version of the workbench made it, or "
            "it was changed; what report.json says holds"
        )
        yield BundleFinding("report.html", "warning", told)


def _quotations(files: dict[str, bytes], index: dict[str, Any], report: Report) -> Iterator[BundleFinding]:
    """Whether every passage that a standing verdict quotes stands in its source where it says."""
    listed = index["sources"] if isinstance(index.get("sources"), list) else []
    names = {source.get("key"): str(source.get("text")) for source in listed if isinstance(source, dict)}
    texts = {
        cited.source_id: files[names[cited.key]].decode("utf-8", "replace")
        for cited in cited_sources(report)
        if names.get(cited.key, "") in files
    }
    held = 0
    for item in report.claims:
        for piece in item.verdict.evidence if item.verdict else ():
            text = texts.get(piece.source_id)
            if text is None:
                continue
            held += 1
            if text[piece.start : piece.end] != piece.quote:
                told = (
                    f"claim {item.claim.id} quotes words that do not stand there in the source “{piece.source_title}”"
                )
                yield BundleFinding("report.json", "problem", told)
    yield BundleFinding("", "ok", f"{held:,} quoted passage{'' if held == 1 else 's'} checked against its sources")
