"""What machines proposed, kept beside the record and never part of it: nothing here is counted, exported or judged.

`proposals.jsonl` in the workspace's folder, a proposal a line; deleting it loses no act of a person.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain import clock
from workbench.domain.errors import BadInputError, WorkspaceError
from workbench.domain.system_errors import reason
from workbench.services.workspace import Workspace

NAME = "proposals.jsonl"
LONGEST = 100_000
"""Bytes of one proposal."""
LARGEST = 50_000_000
"""Bytes of the file."""
MACHINE = "machine: "


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal. `made_by` begins with "machine: "; `prompt_sha256` stands for what was asked ("" where unknown).

    `kind` is "wording", "claims", "stance", "queries" or "note"; `content` what was proposed.
    """

    made_by: str
    prompt_sha256: str
    at: str
    kind: str
    claim_id: int | None
    content: Mapping[str, Any]


def keep_proposal(
    workspace: Workspace, model: str, kind: str, content: Mapping[str, Any], *, claim_id: int | None, prompt: str = ""
) -> Proposal:
    """Keep what a machine proposed, marked as that.

    Args:
        workspace: Where it is kept.
        model: Which machine it was, in a line.
        kind: What it proposes.
        content: The proposal.
        claim_id: The claim it is about.
        prompt: What was asked; only its digest is kept.
    Raises:
        BadInputError: It is too long, or there are too many of them.
        WorkspaceError: The file cannot be written.
    """
    workspace.database.require_allowed()
    made = Proposal(
        made_by=MACHINE + (" ".join(model.split())[:200] or "unnamed"),
        prompt_sha256=hashlib.sha256(prompt.encode("utf-8", "surrogatepass")).hexdigest() if prompt else "",
        at=clock.utc_now(),
        kind=kind,
        claim_id=claim_id,
        content=content,
    )
    fields = {name: getattr(made, name) for name in ("made_by", "prompt_sha256", "at", "kind", "claim_id", "content")}
    line = (json.dumps(fields) + "\n").encode()
    if len(line) > LONGEST:
        raise BadInputError(f"the proposal has more than {LONGEST:,} bytes and was not kept.")
    path = workspace.path / NAME
    try:
        if path.exists() and path.stat().st_size + len(line) > LARGEST:
            raise BadInputError(f"{path} is full ({LARGEST // 1_000_000} MB); move it away to keep new proposals.")
        # one write at the end of the file: lines of several programs do not mix
        with path.open("a+b", buffering=0) as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":  # somebody was killed in the middle of a line, which must not take this along
                    line = b"\n" + line
            if file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be written: {reason(error, path)}.") from error
    return made


def proposals(workspace: Workspace, claim_id: int | None = None) -> list[Proposal]:
    """The proposals that were kept, oldest first, of one claim or of all; a broken line is passed over.

    Raises:
        WorkspaceError: The file cannot be read.
    """
    path = workspace.path / NAME
    try:
        lines = path.read_bytes().splitlines() if path.exists() else []
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read: {reason(error, path)}.") from error
    found = []
    for line in lines:
        try:
            made = Proposal(**json.loads(line))
        except (ValueError, TypeError):  # a program was killed in the middle of it
            continue
        # whatever the file says, a machine is told as one
        sound = isinstance(made.made_by, str) and made.made_by.startswith(MACHINE) and isinstance(made.content, dict)
        if sound and (claim_id is None or made.claim_id == claim_id):
            found.append(made)
    return found
