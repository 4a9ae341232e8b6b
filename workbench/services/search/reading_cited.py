"""Passages that a verdict is to cite are read before it is given: which words of them decide is then known.

A search reads what it finds. A passage named by its number may never have been read, and the verdict on it would cite
all of it, where a later one cites the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.domain.evidence import EvidenceState, Hit
from workbench.domain.ports import StanceModel
from workbench.language.text.stemmers import ENGLISH
from workbench.services.review.blind import visible_evidence
from workbench.services.review.deciding import sentences_of
from workbench.services.review.remembered_stances import remembered
from workbench.services.search.stance import StanceService
from workbench.services.workspace import Workspace
from workbench.store.claims import claim as read_claim
from workbench.store.sources import sources_of_passages


def read_cited(
    workspace: Workspace,
    claim_id: int,
    passages: Iterable[int] | None,
    load: Callable[[], StanceModel] | None = None,
) -> None:
    """Read for a claim what of these passages was not read yet; without a model they are cited whole.

    Args:
        workspace: The open workspace.
        claim_id: The claim.
        passages: What the verdict relies on; None: what is accepted for the claim.
        load: Loads the model; left out: the one of the workspace.

    Raises:
        NotFoundError: There is no such claim.
    """
    claim = read_claim(workspace.database, claim_id)
    linked = {item.passage.id: item.evidence for item in visible_evidence(workspace, claim_id)}
    if passages is None:
        passages = [key for key, evidence in linked.items() if evidence.state is EvidenceState.ACCEPTED]
    chosen = {key for key, evidence in linked.items() if evidence.cited is not None}
    named = [key for key in dict.fromkeys(passages) if key not in chosen]
    unread = [
        Hit(1, passage, source, 0.0)
        for passage, source in sources_of_passages(workspace.database, named).values()
        if len(sentences_of(passage.text, source.language or ENGLISH)) > 1
        and remembered(workspace, claim, passage, source) is None
    ]
    if unread:
        for _ in StanceService(workspace, load).judge(claim, unread):
            pass
