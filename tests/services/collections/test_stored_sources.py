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

    def __init__(self, address: str, called: str) -> None:
        self.address, self.called = address, called

    def files(self) -> list[StoredFile]:
        return [StoredFile(f"{self.address}/{name}", name) for name in ("a.txt", "b.txt")]

    def fetch(self, one: StoredFile, path: object) -> None:
        raise NotFetchedError("it is not open to everybody")


def test_where_every_file_is_refused_the_first_is_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(object_storage, "ObjectStorage", Closed)
    with pytest.raises(BadInputError, match=r"s3://archive/a\.txt: it is not open to everybody"):
        list(read_stored(workspace, "s3://archive", ReadOptions(), None, lambda: False))


def test_an_object_is_asked_for_by_its_very_name(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two blanks and an accent of its own are of the name; what is told of it is one plain line."""
    asked: list[tuple[str, str]] = []

    class Asked(Closed):
        def files(self) -> list[StoredFile]:
            asked.append((self.address, self.called))
            return []

    monkeypatch.setattr(object_storage, "ObjectStorage", Asked)
    name = "S3://archive/a  cafe\u0301\x1b.txt"
    with pytest.raises(BadInputError, match="there is no file to read"):
        list(read_stored(workspace, name, ReadOptions(), None, lambda: False))
    assert asked[0][0] == "s3://archive/a  cafe\u0301\x1b.txt"
    assert "\x1b" not in asked[0][1]


@pytest.mark.parametrize(
    ("server", "told"),
    [
        ("https://ann:secret@store.example", "https://store.example"),
        ("ann:secret@store.example:9000", "store.example:9000"),
        ("http://store.example:9000", "http://store.example:9000"),
    ],
)
def test_no_password_of_a_server_is_told(server: str, told: str) -> None:
    assert object_storage._USER.sub("", server) == told
