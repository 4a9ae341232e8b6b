"""Who is at the other end of a Unix socket, as far as the system tells; folders that nobody else can look into."""

from __future__ import annotations

import os
import socket
import stat
import struct
from pathlib import Path
from typing import NamedTuple

KNOWN: bool = hasattr(socket, "AF_UNIX") and hasattr(os, "geteuid")
"""Whether this system has sockets that lie in folders, and users who own them."""
_CREDENTIALS = struct.Struct("3i")


class Peer(NamedTuple):
    """A process at the other end; -1 for what the system does not tell."""

    process: int
    user: int


def peer_of(connection: socket.socket) -> Peer:
    """Whose process is at the other end of a connected Unix socket."""
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:
        return Peer(-1, -1)
    process, user, _ = _CREDENTIALS.unpack(connection.getsockopt(socket.SOL_SOCKET, option, _CREDENTIALS.size))
    return Peer(process, user)


def is_own(peer: Peer) -> bool:
    """Whether a peer is this very user; where the system does not tell, the socket's folder has kept others out."""
    return peer.user in (-1, os.geteuid())


def own_folder(path: Path) -> bool:
    """Whether a folder is this user's own, open to nobody else, and no link to another."""
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o077
