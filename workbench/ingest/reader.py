"""One way in: a file, a folder, a pattern, an address or standard input becomes a stream of documents."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from itertools import chain
from pathlib import Path

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError, MissingPartError
from workbench.domain.ports import Cancelled, Progress
from workbench.ingest.archive import wanted
from workbench.ingest.fields import digest
from workbench.ingest.file_kinds import refused, unreadable
from workbench.ingest.fingerprint import fingerprint
from workbench.ingest.item import Found, Item, megabytes, shown
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.stand_ins import forwarding
from workbench.ingest.workers import Parsing, Workers

STDIN = "-"
STANDARD_INPUT = "standard input"
"""Where that is told to come from."""
FORWARDINGS = 3
"""Pages that only lead on to the next are followed so often."""
FORWARDING_BYTES = 200_000


def read(
    spec: str | Path,
    *,
    as_evidence: bool,
    options: ReadOptions | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    workers: Parsing | None = None,
) -> Iterator[Document | Skipped]:
    """Read what a user named.

    Args:
        spec: A file, a folder (read through, in the order of names, without hidden files), a pattern such as
            "notes/**/*.pdf", an http or https address, or "-" for standard input.
        as_evidence: Whether it becomes evidence rather than articles: larger texts, fact checks from ClaimReview.
        options: What the user gave, and how to read.
        progress: Told how far it is, in files for a folder and in rows for one file.
        cancelled: Asked between documents; what was given before stays given.
        workers: Read the files that are named, or of a folder, in the place of processes of this machine.

    Returns:
        Documents in a fixed order, and a `Skipped` for everything that was not read.

    Raises:
        BadInputError: The one thing named cannot be read. It is raised at the first step at the latest, before
            any document.
    """
    options = replace(options or ReadOptions(), heard=progress, cancelled=cancelled)
    name = str(spec)
    counted = progress  # folders and patterns count their files themselves
    if name == STDIN:
        item = _stdin(as_evidence, options)
        found = with_raw(read_item(item), item.data or b"")
    elif name.lower().startswith(("http://", "https://")):
        found = _address(name, as_evidence, options)
    else:
        try:
            path = Path(spec)
            if "://" in name and not path.exists():
                raise BadInputError(f"{shown(name)}: only http and https addresses are read.")
            if path.is_dir():
                found, counted = _folder(path, as_evidence, options, progress, workers), None
            elif path.exists():
                found = read_item(_file(path, as_evidence, options), workers)
            else:
                found, counted = _pattern(name, as_evidence, options, progress, workers), None
        except (OSError, ValueError) as error:  # a name too long, or with a NUL in it
            raise refused(shown(name), error) from None
    return _stepwise(found, counted, cancelled, shown(name))


def _stepwise(found: Found, progress: Progress | None, cancelled: Cancelled | None, what: str) -> Found:
    for number, entry in enumerate(found, start=1):
        yield entry
        if progress is not None:
            progress(number, None, what)
        if cancelled is not None and cancelled():
            return


def _stdin(as_evidence: bool, options: ReadOptions) -> Item:
    data = options.stdin
    if data is None:
        limit = options.limits.json
        data = sys.stdin.buffer.read(limit + 1)
        if len(data) > limit:
            raise BadInputError(f"{STANDARD_INPUT}: it is larger than the {megabytes(limit)} that are read.")
    return Item(STANDARD_INPUT, STDIN, as_evidence, options, data=data)


def _file(path: Path, as_evidence: bool, options: ReadOptions, *, whole: bool = True) -> Item:
    return Item(_origin(path), path.name, as_evidence, options, path=path, whole=whole)


def _origin(path: Path) -> str:
    """What a file is known by: its name as it may be printed, and where that is not its real one, what tells it apart.

    Names may look alike that differ in blanks, in how letters are composed or in signs not shown, or are no text.
    """
    name = shown(path)
    return name if name == str(path) else f"{name} ({hashlib.sha256(os.fsencode(path)).hexdigest()[:12]})"


def read_again(
    origin: str, path: Path | None, content: bytes | None, address: str | None, *, as_evidence: bool
) -> Found:
    """Read once more what was read before, from its file or from the bytes that were kept, and say what is left out.

    Raises:
        BadInputError: Nothing of it can be read.
    """
    options = ReadOptions(left_out=True)
    name = path.name if path is not None else "page"
    return read_item(Item(origin, name, as_evidence, options, path=path, data=content, address=address))


def read_item(item: Item, workers: Parsing | None = None) -> Found:
    """Read the one thing that was named, in a process of its own or in one of `workers`.

    Raises:
        BadInputError: Nothing of it can be read.
    """
    given = False
    try:
        if item.path is not None and not item.path.is_file():
            raise UnreadableError("it is not a regular file")
        with Workers(1, item.options.limits) if workers is None else nullcontext(workers) as taken:
            for _, step in taken.read([item]):
                if isinstance(step, UnreadableError):
                    if not given:
                        raise step
                    yield Skipped(item.origin, str(step))  # the good part goes in
                elif step is not None:
                    given = given or isinstance(step, Document)
                    yield step
    except (UnreadableError, OSError) as error:
        raise refused(item.origin, error) from None


def _address(address: str, as_evidence: bool, options: ReadOptions) -> Found:
    """Fetch and read one address; single pages keep the raw answer, so that they can be shown as they were.

    Raises:
        BadInputError: It cannot be had or read.
    """
    try:
        from workbench.ingest.web import Fetcher, item_of

        with Fetcher(options) as fetcher:
            answer = fetcher.get(address)
            for _ in range(FORWARDINGS):
                if not (
                    target := forwarding(answer.content[:FORWARDING_BYTES].decode("utf-8", "replace"), answer.address)
                ):
                    break
                answer = replace(fetcher.get(target), redirects=(*answer.redirects, answer.address))
        item = item_of(answer, as_evidence=as_evidence, options=options)
    except (UnreadableError, ImportError) as error:
        raise refused(shown(address), error) from None
    yield from with_raw(read_item(item), answer.content)


def with_raw(found: Found, raw: bytes) -> Found:
    """Documents that were made of all of `raw` get it to keep."""
    sha256 = digest(raw)
    for entry in found:
        yield replace(entry, raw=raw) if isinstance(entry, Document) and entry.sha256 == sha256 else entry


def _pattern(
    name: str, as_evidence: bool, options: ReadOptions, progress: Progress | None, workers: Parsing | None
) -> Found:
    # glob and not Path.glob: a pattern may be absolute
    paths = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207
    files = [Path(path) for path in paths if Path(path).is_file()]
    if not files:
        raise BadInputError(f"{shown(name)}: there is no such file or folder.")
    return _files([(path, path.name) for path in files], shown(name), as_evidence, options, progress, workers)


def is_beir(folder: Path) -> bool:
    """Whether a folder is a BEIR collection, of which only the corpus is evidence."""
    return (folder / "corpus.jsonl").is_file() and ((folder / "queries.jsonl").is_file() or (folder / "qrels").is_dir())


def _listed(folder: Path) -> tuple[list[Path], list[Skipped]]:
    """The files of a folder and the folders below it, sorted by name, and the folders that cannot be listed.

    Hidden ones and linked folders are left out.

    Raises:
        OSError: The folder itself cannot be listed.
    """
    files: list[Path] = []
    broken: list[Skipped] = []
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path.is_file():
                files.append(path)
            elif path == folder or (path.is_dir() and not path.is_symlink()):
                if is_beir(path):
                    files.append(path / "corpus.jsonl")
                    continue
                inside = (one for one in path.iterdir() if not one.name.startswith(".") and one.name != "__MACOSX")
                waiting.extend(sorted(inside, key=lambda one: one.name, reverse=True))
        except OSError as error:
            if path == folder:
                raise
            broken.append(Skipped(shown(path), str(unreadable(error))))
    return files, broken


def _folder(
    folder: Path, as_evidence: bool, options: ReadOptions, progress: Progress | None, workers: Parsing | None
) -> Found:
    try:
        paths, broken = _listed(folder)
    except OSError as error:
        raise refused(shown(folder), error) from None
    files = [(path, path.relative_to(folder).as_posix()) for path in paths]
    chosen = [(path, inside) for path, inside in files if wanted(inside, options)]
    # Whoever made the folder would else decide which files of this machine are read.
    home = folder.resolve()
    outside = {path for path, _ in chosen if path.is_symlink() and not path.resolve().is_relative_to(home)}
    links = [Skipped(shown(path), "it is a link that leads out of the folder") for path, _ in chosen if path in outside]
    chosen = [(path, inside) for path, inside in chosen if path not in outside]
    if not chosen:
        raise BadInputError(f"{shown(folder)}: there is no file to read in this folder.")
    return chain(broken, links, _files(chosen, shown(folder), as_evidence, options, progress, workers))


def _files(
    files: list[tuple[Path, str]],
    named: str,
    as_evidence: bool,
    options: ReadOptions,
    progress: Progress | None,
    workers: Parsing | None,
) -> Found:
    """Read many files; a broken one is told and never stops the rest.

    Raises:
        BadInputError: Not one of them could be read.
    """
    items: list[Item] = []
    insides: dict[str, str] = {}
    readable = 0
    for path, inside in files:
        item = _file(path, as_evidence, options, whole=False)
        try:
            if options.known is not None and options.known(item.origin, fingerprint(path)):
                readable += 1
                continue
        except OSError:
            pass  # the parser will say what is wrong with it
        items.append(item)
        insides[item.origin] = inside
    done = len(files) - len(items)
    first: tuple[str, UnreadableError] | None = None
    with Workers(options.jobs, options.limits) if workers is None else nullcontext(workers) as taken:
        for item, step in taken.read(items):
            if step is None:
                done += 1
                if progress is not None:
                    progress(done, len(files), insides[item.origin])
            elif isinstance(step, UnreadableError):
                first = first or (item.origin, step)
                yield Skipped(item.origin, str(step))
            else:
                readable += isinstance(step, Document)
                yield step
    if not readable:
        which = "its one file could not be read" if len(files) == 1 else f"none of its {len(files)} files could be read"
        why = f"{first[0]}: {first[1]}" if first else "no rows in it"
        lacking = first is not None and isinstance(first[1], MissingPartError)
        raise (MissingPartError if lacking else BadInputError)(f"{named}: {which} ({why}).")
