"""ZIP containers opened with care: no bombs, no paths that lead out, no XML that fetches or multiplies."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from workbench.ingest.item import Item, megabytes
from workbench.ingest.options import UnreadableError

CHUNK = 1 << 16
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError)


@contextmanager
def opened(item: Item, what: str) -> Iterator[zipfile.ZipFile]:
    """Open a container.

    Raises:
        UnreadableError: It is damaged, or has more members than an archive may.
    """
    with item.open() as file:
        try:
            container = zipfile.ZipFile(file)
        except _BROKEN:
            raise UnreadableError(f"it is no {what}, or is damaged or cut short") from None
        with container:
            count = len(container.infolist())
            if count > item.options.limits.archive_members:
                raise UnreadableError(
                    f"it holds {count:,} files and at most {item.options.limits.archive_members:,} are read; unpack it"
                )
            yield container


def names_in(container: zipfile.ZipFile) -> frozenset[str]:
    """The names of the members, as the container's directory lists them."""
    return frozenset(container.namelist())


def member(container: zipfile.ZipFile, name: str | zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of a member, counted while they unpack: what a header says about its size is not believed.

    Raises:
        UnreadableError: It is missing, damaged, encrypted, or unpacks to more than `limit` bytes.
    """
    shown = name if isinstance(name, str) else name.filename
    pieces: list[bytes] = []
    size = 0
    try:
        with container.open(name) as file:
            while piece := file.read(CHUNK):
                size += len(piece)
                if size > limit:
                    raise UnreadableError(f"it unpacks to more than {megabytes(limit)}")
                pieces.append(piece)
    except KeyError:
        raise UnreadableError(f"it lacks {shown}") from None
    except RuntimeError:
        raise UnreadableError("it is locked with a password") from None
    except _BROKEN:
        raise UnreadableError("it is damaged or cut short") from None
    return b"".join(pieces)


def xml(data: bytes) -> Any:
    """Parse XML without entities, external or multiplying ones, and without the network.

    Raises:
        UnreadableError: It is no well-formed XML, or nested deeper than documents are.
    """
    import lxml.etree

    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        tree = lxml.etree.fromstring(data, parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"its XML is damaged ({str(error)[:80].lower()})") from None
    if tree.getroottree().docinfo.doctype and tree.getroottree().docinfo.internalDTD is not None:
        entities = list(tree.getroottree().docinfo.internalDTD.iterentities())
        if entities:
            raise UnreadableError("its XML declares entities, which documents do not need and attacks do")
    return tree
