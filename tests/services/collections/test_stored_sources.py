"""Object storage of which no file can be had: that is an error, as where none can be read."""

from __future__ import annotations

import pytest

from workbench.collections import object_storage
from workbench.collections.object_storage import NotFetchedError, StoredFile
from workbench.domain.errors import BadInputError
from workbench.ingest.options import ReadOptions
from workbench.services.collections.stored_sources import read_stored
from workbench.services.workspace import Workspace


class Closed:
    """Lists two files and gives neither."""

    def __init__(self, address: str) -> None:
        self.address = address

    def files(self) -> list[StoredFile]:
        return [StoredFile(f"{self.address}/{name}", name) for name in ("a.txt", "b.txt")]

    def fetch(self, one: StoredFile, path: object) -> None:
        raise NotFetchedError("it is not open to everybody")


def test_where_every_file_is_refused_the_first_is_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(object_storage, "ObjectStorage", Closed)
    with pytest.raises(BadInputError, match=r"s3://archive/a\.txt: it is not open to everybody"):
        list(read_stored(workspace, "s3://archive", ReadOptions(), None, lambda: False))
