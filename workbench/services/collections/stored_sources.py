"""Documents out of object storage: fetched one by one beside the workspace, read as files are, and not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError
from workbench.ingest.archive import wanted
from workbench.ingest.file_kinds import refused
from workbench.ingest.item import Item, shown
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.workers import Step, Workers
from workbench.services.workspace import Workspace
from workbench.system.making_folders import making_folder

if TYPE_CHECKING:
    from workbench.collections.object_storage import ObjectStorage, StoredFile
    from workbench.domain.ports import Cancelled, Progress
    from workbench.services.collections.node_reading import NodeWorkers


def is_stored(spec: str) -> bool:
    """Whether somebody names object storage."""
    return spec.lower().startswith("s3://")


def read_stored(
    workspace: Workspace,
    address: str,
    options: ReadOptions,
    progress: Progress | None,
    cancelled: Cancelled,
    nodes: NodeWorkers | None = None,
) -> Iterator[Document | Skipped]:
    """Read what lies under an address, as evidence; each document says that address as its origin.

    With `nodes` the machines of a cluster fetch and read it.

    Raises:
        BadInputError: There is nothing, nothing of it can be read, or it is not for whoever asks. Raised at once
            where nothing is there, else with the first step.
        CollectionError: The server does not answer.
        MissingExtraError: The packages are not installed.
    """
    from workbench.collections.object_storage import SCHEME, ObjectStorage

    storage = ObjectStorage(SCHEME + address[len(SCHEME) :], shown(address))
    files = [one for one in storage.files() if wanted(one.inside, options)]
    if not files:
        raise BadInputError(f"{storage.address}: there is no file to read.")
    return _told(_Fetching(workspace, storage, options), files, progress, cancelled, nodes)


def _told(
    here: _Fetching,
    files: list[StoredFile],
    progress: Progress | None,
    cancelled: Cancelled,
    nodes: NodeWorkers | None,
) -> Iterator[Document | Skipped]:
    first: tuple[str, UnreadableError] | None = None
    readable = done = 0
    items = [here.item(one, whole=len(files) == 1) for one in files]
    if nodes is None:
        steps = here.read(list(zip(items, files, strict=True)))
    else:
        of = {id(item): one for item, one in zip(items, files, strict=True)}
        steps = nodes.read_stored(
            here.storage, list(zip(items, files, strict=True)), lambda item: here.read([(item, of[id(item)])])
        )
    for item, step in steps:
        if step is None:
            done += 1
            if progress is not None:
                progress(done, len(files), item.name)
            if cancelled():
                return
        elif isinstance(step, UnreadableError):
            first = first or (item.origin, step)
            yield Skipped(item.origin, str(step))
        else:
            readable += isinstance(step, Document)
            yield step
    if first is not None and not readable:
        raise refused(*first)


class _Fetching:
    """Fetches files beside the workspace, where they are read and removed."""

    def __init__(self, workspace: Workspace, storage: ObjectStorage, options: ReadOptions) -> None:
        self._workspace, self.storage, self._options = workspace, storage, options

    def item(self, one: StoredFile, *, whole: bool) -> Item:
        """A file as it is asked for; it has no path before it is fetched."""
        return Item(shown(one.address), PurePosixPath(one.inside).name, True, self._options, whole=whole)

    def read(self, wanted: Sequence[tuple[Item, StoredFile]]) -> Iterator[Step]:
        """What comes of files, in their order but for those that cannot be had, which are told when that is known."""
        lost: list[Step] = []
        with (
            making_folder(self._workspace.path, ".fetched-") as folder,
            Workers(self._options.jobs, self._options.limits) as workers,
        ):
            for item, step in workers.read(self._fetched(wanted, folder, lost)):
                yield from lost
                lost.clear()
                if step is None and item.path is not None:
                    item.path.unlink()
                yield item, step
            yield from lost

    def _fetched(self, wanted: Sequence[tuple[Item, StoredFile]], folder: Path, lost: list[Step]) -> Iterator[Item]:
        """Each file beside the workspace; those that cannot be had go to `lost`."""
        from workbench.collections.object_storage import NotFetchedError

        for number, (item, one) in enumerate(wanted):
            path = folder / str(number)
            try:
                self.storage.fetch(one, path)
            except NotFetchedError as error:
                lost += [(item, UnreadableError(str(error))), (item, None)]
                continue
            except OSError as error:
                raise refused(item.origin, error) from None
            yield replace(item, path=path)
