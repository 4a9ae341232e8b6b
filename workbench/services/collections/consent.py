"""Which servers this user lets evidence, questions and keys go to: kept with the user, no workspace brings its own.

A claims.db that somebody else made may name collections on other machines, and files of this user as key files; no
host is asked, and no file is read, before the user has named it.
"""

from __future__ import annotations

import ipaddress
import json
import os
from collections.abc import Sequence
from urllib.parse import urlsplit

from workbench.domain.errors import WorkspaceError
from workbench.domain.system_errors import reason
from workbench.ingest.allowed import AllowedHosts, allowed_hosts
from workbench.services.workspace import state_folder
from workbench.system.whole_files import private_folder

NAME = "allowed-servers"
KEY_FILES = "allowed-key-files"
LARGEST = 1_000_000


def place(uri: str) -> str:
    """Host and port of an address."""
    return urlsplit(uri).netloc.casefold()


def is_consented(uri: str) -> bool:
    """Whether the user has let things go to the server of an address."""
    return _is_noted(NAME, place(uri))


def consent(uri: str) -> None:
    """Note that the user lets things go to the server of an address.

    Raises:
        WorkspaceError: It cannot be noted.
    """
    _note(NAME, place(uri))


def is_key_file(path: str, uri: str) -> bool:
    """Whether the user has let the token in a file go to an address."""
    return _is_noted(KEY_FILES, json.dumps([path, uri]))


def consent_key_file(path: str, uri: str) -> None:
    """Note that the user lets the token in a file go to an address.

    Raises:
        WorkspaceError: It cannot be noted.
    """
    _note(KEY_FILES, json.dumps([path, uri]))


def _is_noted(name: str, line: str) -> bool:
    path = state_folder() / name
    try:
        with path.open("rb") as file:
            return line in file.read(LARGEST).decode("utf-8", "replace").split("\n")
    except FileNotFoundError:
        return False
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read: {reason(error, path)}.") from error


def _note(name: str, line: str) -> None:
    if _is_noted(name, line):
        return
    path = state_folder() / name
    try:
        private_folder(path.parent)
        # one write at the end of the file: lines of several programs do not mix
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, f"{line}\n".encode())
        finally:
            os.close(file)
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be written: {reason(error, path)}.") from error


def names(hosts: Sequence[str], uri: str) -> bool:
    """Whether hosts and networks that a user names hold that of an address.

    Raises:
        BadInputError: One of them cannot be read as one.
    """
    allowed: AllowedHosts = allowed_hosts(hosts)
    host = urlsplit(uri).hostname or ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return allowed.names_host(host)
    return allowed.holds(address)
