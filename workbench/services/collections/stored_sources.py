"""Documents out of object storage: fetched one by one beside the workspace, read as files are, and not kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError
from workbench.ingest.archive import wanted
from workbench.ingest.file_kinds import refused
from workbench.ingest.item import Item, shown
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.workers import Workers
from workbench.services.workspace import Workspace
from workbench.system.making_folders import making_folder

if TYPE_CHECKING:
    from workbench.collections.object_storage import ObjectStorage, StoredFile
    from workbench.domain.ports import Cancelled, Progress


def is_stored(spec: str) -> bool:
    """Whether somebody names object storage."""
    return spec.lower().startswith("s3://")


def read_stored(
    workspace: Workspace, address: str, options: ReadOptions, progress: Progress | None, cancelled: Cancelled
) -> Iterator[Document | Skipped]:
    """Read what lies under an address, as evidence; each document says that address as its origin.

    Raises:
        BadInputError: There is nothing, nothing of it can be read, or it is not for whoever asks.
        CollectionError: The server does not answer.
        MissingExtraError: The packages are not installed.
    """
    from workbench.collections.object_storage import SCHEME, ObjectStorage

    storage = ObjectStorage(SCHEME + address[len(SCHEME) :], shown(address))
    files = [one for one in storage.files() if wanted(one.inside, options)]
    if not files:
        raise BadInputError(f"{storage.address}: there is no file to read.")
    first: tuple[str, UnreadableError] | None = None
    lost: list[Skipped] = []
    gone: list[Skipped] = []
    readable = done = 0
    with (
        making_folder(workspace.path, ".fetched-") as folder,
        Workers(options.jobs, options.limits) as workers,
    ):
        for item, step in workers.read(_fetched(storage, files, folder, options, lost)):
            yield from lost
            gone, lost[:] = gone or lost[:1], []
            if step is None:
                assert item.path is not None
                item.path.unlink()
                done += 1
                if progress is not None:
                    progress(done, len(files), item.name)
                if cancelled():
                    return
            elif isinstance(step, UnreadableError):
                first = first or (item.origin, step)
                yield Skipped(item.origin, str(step))
            else:
                readable += 1
                yield step
        yield from lost
    gone = gone or lost[:1]
    if first is None and gone:
        first = gone[0].origin, UnreadableError(gone[0].reason)
    if first is not None and not readable:
        raise refused(*first)


def _fetched(
    storage: ObjectStorage, files: list[StoredFile], folder: Path, options: ReadOptions, lost: list[Skipped]
) -> Iterator[Item]:
    """Each file beside the workspace; those that cannot be had are told in `lost`."""
    from workbench.collections.object_storage import NotFetchedError

    for number, one in enumerate(files):
        path = folder / str(number)
        try:
            storage.fetch(one, path)
        except NotFetchedError as error:
            lost.append(Skipped(shown(one.address), str(error)))
            continue
        except OSError as error:
            raise refused(shown(one.address), error) from None
        name = PurePosixPath(one.inside).name
        yield Item(shown(one.address), name, True, options, path=path, whole=len(files) == 1)
