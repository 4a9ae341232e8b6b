"""An act: what the events of one keystroke or command have in common."""

from __future__ import annotations

import uuid
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """Who did it, what it was, and the batch that undo takes back whole."""

    reviewer: str
    action: str
    batch: str


def new_batch() -> str:
    """A fresh id for the events of one act."""
    return uuid.uuid4().hex
