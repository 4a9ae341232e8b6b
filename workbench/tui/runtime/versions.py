"""Which version of a claim a change builds on.

A change is made of what its author saw: the claim as it was when the editor was opened or the rating chosen, not as it
has been read since. What somebody else wrote meanwhile is then refused instead of written over. A session's own
changes do not count as somebody else's: "]" twice is no conflict.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from workbench.domain.articles import Claim
from workbench.domain.errors import NotFoundError

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace

T = TypeVar("T")


class Versions:
    """The steps that this session's own changes took; used in the writing thread alone, in the order of the changes."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int], int] = {}

    def of(self, seen: Claim) -> int:
        """The version of a claim that was seen, or what this session's own changes have made of it since."""
        version = seen.version
        while (seen.id, version) in self._made:
            version = self._made[seen.id, version]
        return version

    def change(self, workspace: Workspace, claim: Claim, work: Callable[[Workspace, int], T]) -> T:
        """Do `work` on a claim as its author saw it; it is given the version that it builds on."""
        before = self.of(claim)
        result = work(workspace, before)
        self.made(claim.id, before, load_version(workspace, claim.id, before))
        return result

    def made(self, claim_id: int, before: int, now: int) -> None:
        """Take note that this session brought a claim from one version to a later one."""
        for version in range(before, now):
            self._made[claim_id, version] = now


def load_version(workspace: Workspace, claim_id: int, before: int) -> int:
    """The version of a claim now; `before` of one that was taken out of the list."""
    from workbench.services.review.blind import visible_claim

    try:
        return visible_claim(workspace, claim_id).version
    except NotFoundError:
        return before
