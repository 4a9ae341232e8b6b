"""Which servers this user lets evidence and questions go to: kept with the user, so that no workspace brings its own.

A claims.db that somebody else made may name collections on other machines; none is asked before the user has named
its host.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Sequence
from urllib.parse import urlsplit

from workbench.domain.errors import WorkspaceError
from workbench.domain.system_errors import reason
from workbench.ingest.allowed import AllowedHosts, allowed_hosts
from workbench.services.workspace import state_folder

NAME = "allowed-servers"
LARGEST = 1_000_000


def place(uri: str) -> str:
    """Host and port of an address."""
    return urlsplit(uri).netloc.casefold()


def is_consented(uri: str) -> bool:
    """Whether the user has let things go to the server of an address."""
    path = state_folder() / NAME
    try:
        with path.open("rb") as file:
            return place(uri) in file.read(LARGEST).decode("utf-8", "replace").split("\n")
    except FileNotFoundError:
        return False
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read: {reason(error, path)}.") from error


def consent(uri: str) -> None:
    """Note that the user lets things go to the server of an address.

    Raises:
        WorkspaceError: It cannot be noted.
    """
    if is_consented(uri):
        return
    path = state_folder() / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # one write at the end of the file: lines of several programs do not mix
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, f"{place(uri)}\n".encode())
        finally:
            os.close(file)
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be written: {reason(error, path)}.") from error


def names(hosts: Sequence[str], uri: str) -> bool:
    """Whether hosts and networks that a user names hold that of an address.

    Raises:
        BadInputError: One of them is none.
    """
    allowed: AllowedHosts = allowed_hosts(hosts)
    host = urlsplit(uri).hostname or ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return allowed.names_host(host)
    return allowed.holds(address)
