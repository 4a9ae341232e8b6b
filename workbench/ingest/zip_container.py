"""ZIP containers opened with care: no bombs, no paths that lead out, no XML that fetches or multiplies."""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from workbench.ingest.item import Item, megabytes
from workbench.ingest.options import UnreadableError
from workbench.system.zip_parts import CHUNK, pieces

_ENTITIES = "its XML declares entities, which documents do not need and attacks do"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    ValueError,
    OverflowError,
    OSError,
)


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
    return b"".join(_counted(container, name, limit))


def streamed(container: zipfile.ZipFile, name: str, limit: int | None = None) -> io.BufferedReader:
    """A member that is read piece by piece. What cannot be read of it is an `UnreadableError`, as with `member`."""
    return io.BufferedReader(_Stream(_counted(container, name, limit)), CHUNK)


def _counted(container: zipfile.ZipFile, name: str | zipfile.ZipInfo, limit: int | None) -> Iterator[bytes]:
    size = 0
    try:
        for piece in pieces(container, name):
            size += len(piece)
            if limit is not None and size > limit:
                raise UnreadableError(f"it unpacks to more than {megabytes(limit)}")
            yield piece
    except KeyError:
        shown = name if isinstance(name, str) else name.filename
        raise UnreadableError(f"it lacks {shown}") from None
    except NotImplementedError:
        raise UnreadableError("it is packed by a method that is not read; pack it anew as an ordinary ZIP") from None
    except RuntimeError:
        raise UnreadableError("it is locked with a password") from None
    except _BROKEN:
        raise UnreadableError("it is damaged or cut short") from None


class _Stream(io.RawIOBase):
    """Pieces as a file."""

    def __init__(self, found: Iterator[bytes]) -> None:
        self._found = found
        self._rest = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes, never more than a piece."""
        self._rest = self._rest or next(self._found, b"")
        given = self._rest[: len(buffer)]
        buffer[: len(given)] = given
        self._rest = self._rest[len(given) :]
        return len(given)


def elements(container: zipfile.ZipFile, name: str, limit: int, *tags: str) -> Iterator[Any]:
    """The elements of some tags of an XML member, one after the other as they are read, each thrown away after use.

    Entities are not expanded and nothing is fetched. Elements inside one of these tags stay while it is read.

    Raises:
        UnreadableError: The member is missing, locked, damaged, too large, or no well-formed XML.
    """
    import lxml.etree

    try:
        with streamed(container, name, limit) as file:
            found = lxml.etree.iterparse(
                file, events=("end",), tag=tags, resolve_entities=False, no_network=True,
                load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for _, element in found:
                if element.getroottree().docinfo.internalDTD is not None:
                    raise UnreadableError(_ENTITIES)
                yield element
                element.clear(keep_tail=True)
                while (before := element.getprevious()) is not None and before.getparent() is not None:
                    del before.getparent()[0]
    except (ValueError, lxml.etree.XMLSyntaxError) as error:
        raise UnreadableError(_xml_fault(error)) from None


def _xml_fault(error: Exception) -> str:
    """What is said of XML that cannot be read."""
    text = str(error).lower()
    if "limit exceeded" in text:
        return "a piece of its XML is larger or nested deeper than documents are"
    return f"its XML is damaged ({text[:80]})"


def related(container: zipfile.ZipFile, part: str, limit: int) -> dict[str, tuple[str, str]]:
    """The parts that a part of an Office file names: id → (last word of the kind of relation, name of the member)."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if relations not in container.namelist():
        return {}
    found = {}
    for relation in xml(member(container, relations, limit)):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], whole)
    return found


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
        raise UnreadableError(_xml_fault(error)) from None
    if tree.getroottree().docinfo.doctype and tree.getroottree().docinfo.internalDTD is not None:
        entities = list(tree.getroottree().docinfo.internalDTD.iterentities())
        if entities:
            raise UnreadableError(_ENTITIES)
    return tree
