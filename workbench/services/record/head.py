"""The head of the record as a small file that can be signed and kept elsewhere."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import BadInputError
from workbench.reports.method import HEAD
from workbench.services.record.atomic_files import write_whole
from workbench.services.workspace import Workspace
from workbench.store.record_checks import head

NAMESPACE = "workbench-record"
"""What an SSH signature is made for: it holds for nothing else."""


@dataclass(frozen=True, slots=True)
class RecordHead:
    """The last event: its id, time (UTC, ISO 8601) and hash."""

    event: int
    at: str
    head: str


def head_of(workspace: Workspace) -> RecordHead:
    """The head of the record as it stands.

    Raises:
        BadInputError: Nothing has happened yet.
    """
    event, at, digest = head(workspace.database)
    if not event:
        raise BadInputError(f"{workspace.path} has no head yet: nothing has happened in it.")
    return RecordHead(event, at, f"sha256:{digest}")


def write_statement(told: RecordHead, path: Path) -> None:
    """Write what `doctor --against` reads, in a few lines that people read too."""
    write_whole(path, f"{HEAD}: {told.head}\nEvent {told.event}, {told.at}\n".encode())


def sign(path: Path, key: Path) -> Path:
    """Sign a file beside it, with ssh-keygen, or with minisign where the key is one of its; gives the signature.

    Either program asks for the key's passphrase itself.

    Raises:
        BadInputError: The key cannot be read, the program is not installed, or it refuses.
    """
    try:
        minisign = key.read_bytes().startswith(b"untrusted comment:")
    except OSError as error:
        raise BadInputError(f"the key {key} cannot be read: {error.strerror}.") from error
    signature = path.with_name(path.name + (".minisig" if minisign else ".sig"))
    signature.unlink(missing_ok=True)
    ssh = ["ssh-keygen", "-Y", "sign", "-n", NAMESPACE, "-f", str(key), str(path)]
    command = ["minisign", "-S", "-s", str(key), "-m", str(path), "-x", str(signature)] if minisign else ssh
    try:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise BadInputError(f"{command[0]} is not installed; nothing was signed.") from error
    except subprocess.CalledProcessError as error:
        raise BadInputError(f"{command[0]} did not sign {path} with {key}.") from error
    return signature
