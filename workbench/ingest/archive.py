"""ZIP archives: every file in them is read as if it lay in a folder."""

from __future__ import annotations

import posixpath
import stat
import zipfile
from fnmatch import fnmatchcase

from workbench.domain.documents import Skipped
from workbench.ingest.allowance import Allowance
from workbench.ingest.file_kinds import guarded, kind_of
from workbench.ingest.heartbeat import beat
from workbench.ingest.item import Found, Item, megabytes, shown
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.saved_pages import is_manifest
from workbench.ingest.zip_container import member, opened

_ARCHIVES = frozenset(("zip", "wacz"))


def wanted(inside: str, options: ReadOptions) -> bool:
    """Whether the globs of the options take a path inside a folder or archive."""

    def matches(pattern: str) -> bool:
        return fnmatchcase(inside, pattern) or fnmatchcase(inside.rsplit("/", 1)[-1], pattern)

    if options.include and not any(map(matches, options.include)):
        return False
    return not any(map(matches, options.exclude))


def _refusal(info: zipfile.ZipInfo) -> str | None:
    """Why a member's name or nature forbids reading it. Nothing is ever written to disk; this keeps names honest."""
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or (len(name) > 1 and name[1] == ":"):
        return "its name leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link"
    if info.flag_bits & 1:
        return "it is locked with a password"
    return None


def _hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in posixpath.normpath(name).split("/"))


def read_zip(item: Item) -> Found:
    """The files of an archive in the order of their names; a broken one is told and the others go in.

    Raises:
        UnreadableError: The archive is damaged, holds too many files, or nothing that can be read.
    """
    limits = item.options.limits
    left = limits.archive
    allowance = Allowance(item.size, limits, item.resumed)
    found = item.resumed is not None
    with opened(item, "ZIP archive") as container:
        for number, info in enumerate(sorted(container.infolist(), key=lambda info: info.filename), start=1):
            beat()
            if item.is_past(number):
                left -= min(info.file_size, limits.packed)
                continue
            where = f"{item.origin}, {shown(info.filename)}"
            if info.is_dir():
                continue
            if reason := _refusal(info):
                yield Skipped(where, reason)
                continue
            if _hidden(info.filename) or not wanted(info.filename, item.options):
                continue
            if left <= 0:
                yield Skipped(
                    item.origin, f"it unpacks to more than {megabytes(limits.archive)}; the rest was not read"
                )
                break
            if allowance.left <= 0:
                found = True
                yield Skipped(item.origin, allowance.reason)
                break
            allowance.begin(number, where)
            try:
                data = member(container, info, min(left, limits.packed))
                left -= len(data)
                if is_manifest(info.filename, data):
                    continue
                inner = item.inner(info.filename, data)
                if kind_of(inner) in _ARCHIVES:
                    raise UnreadableError("it is an archive inside an archive; unpack it first")
                for entry in allowance.member(guarded(inner), info.compress_size):
                    found = True
                    yield entry
            except UnreadableError as error:
                found = True
                left -= min(info.compress_size * 10, limits.packed)  # what it cost to find out
                yield Skipped(where, str(error))
    if not found:
        raise UnreadableError("there is no file in it that can be read")
