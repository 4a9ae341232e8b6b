"""What the record would hold for events and verdicts that an export tells: their hashes and seals."""

from __future__ import annotations

from typing import Any

from workbench.domain.articles import Claim
from workbench.domain.review import Event, Verdict
from workbench.store import chain
from workbench.store.rows import CLAIMS, EVENTS, VERDICTS

SEALING = chain.SEALING
"""The act by which everything in a record is sealed again."""


def hash_of(event: Event) -> str:
    """The hash of an event as it is told."""
    row = EVENTS.columns(event)
    return chain.event_hash([row[name] for name in chain.EVENT_COLUMNS])


def columns_of(verdict: Verdict) -> dict[str, Any]:
    """The columns of a verdict as the record holds them."""
    return VERDICTS.columns(verdict)


def columns_of_claim(claim: Claim) -> dict[str, Any]:
    """The columns of a claim that its own events tell; its state and rating follow from what was decided about it."""
    row = CLAIMS.columns(claim)
    return {name: value for name, value in row.items() if name in chain.SEALED["claims"]}


def covers_alone(verdict: Verdict) -> str:
    """What an event holds that seals this verdict and nothing else."""
    seal = chain.seal_of("verdicts", VERDICTS.columns(verdict))
    return chain.covers([("verdicts", str(verdict.id), seal)])
