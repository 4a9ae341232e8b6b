"""Where sessions and the process that serves them meet: a socket in a folder that this user alone can open.

The place follows from the workspace's folder, so that nobody needs to be told. It lies in the folder that the system
keeps for what runs (`XDG_RUNTIME_DIR`, else that for temporary files), where names are short enough for a socket; never
in the workspace, which may lie on a file system of others that knows no sockets.
"""

from __future__ import annotations

import errno
import hashlib
import os
import socket
import tempfile
from contextlib import suppress
from pathlib import Path

from workbench.system import locks, peers

LONGEST = 100
"""Bytes of a socket's path: systems take 104 or 108."""
CONNECT_SECONDS = 5.0


def _running() -> Path:
    """The folder of this user for what runs."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    if given:
        return Path(given) / "workbench"
    return Path(tempfile.gettempdir()) / (f"workbench-{os.geteuid()}" if peers.KNOWN else "workbench")


class MeetingPlace:
    """The place of one workspace.

    Args:
        workspace: Its folder.
    """

    def __init__(self, workspace: Path) -> None:
        name = hashlib.sha256(os.fsencode(os.path.realpath(workspace))).hexdigest()[:16]
        self.folder = _running() / name
        self.socket = self.folder / "socket"
        self._lock = self.folder / "lock"

    @property
    def is_possible(self) -> bool:
        """Whether this system has such sockets, and takes one of this name."""
        return peers.KNOWN and locks.KNOWN and len(os.fsencode(self.socket)) <= LONGEST

    def hold(self) -> int | None:
        """Take the place, so that one process serves a workspace: a descriptor to be closed, None where it is taken.

        Raises:
            OSError: The folder cannot be made, or is not this user's alone.
        """
        for folder in (self.folder.parent, self.folder):
            with suppress(FileExistsError):
                folder.mkdir(mode=0o700)
            if not peers.own_folder(folder):
                raise PermissionError(errno.EPERM, "is open to others, or not a folder of yours", str(folder))
        handle = os.open(self._lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            locks.lock(handle, wait=False)
        except OSError:
            os.close(handle)
            return None
        return handle

    @property
    def is_held(self) -> bool:
        """Whether somebody sees to it that the workspace is served."""
        return peers.own_folder(self.folder) and self._lock.exists() and locks.held_by_others(self._lock)

    def refresh(self) -> None:
        """Say that the place is in use: what nobody has touched for days is swept from folders of temporary files."""
        for path in (self.folder.parent, self.folder, self._lock, self.socket):
            with suppress(OSError):
                os.utime(path)

    def listen(self) -> socket.socket:
        """A socket that listens here; for who holds the place: one that is there was left behind.

        Raises:
            OSError: It cannot be made, or the folder is not this user's alone.
        """
        if not peers.own_folder(self.folder):
            raise PermissionError(errno.EPERM, "is open to others, or not a folder of yours", str(self.folder))
        self.socket.unlink(missing_ok=True)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)  # closed to others from its first moment on
        try:
            listening.bind(str(self.socket))
            listening.listen(128)
        except OSError:
            listening.close()
            raise
        finally:
            os.umask(before)
        return listening

    def connect(self) -> socket.socket:
        """A connection to whoever listens here.

        Raises:
            OSError: Nobody does.
            PermissionError: It is not this user's process, or its folder is open to others.
        """
        if not peers.own_folder(self.folder):
            raise FileNotFoundError(self.folder)
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(CONNECT_SECONDS)
            connection.connect(str(self.socket))
            if not peers.is_own(peers.peer_of(connection)):
                raise PermissionError("the process that listens is another user's")
        except BaseException:
            connection.close()
            raise
        return connection
