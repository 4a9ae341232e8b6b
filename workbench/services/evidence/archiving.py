"""Keeping the pages of addresses that are cited, as they are now, where the workspace wants to be asked."""

from __future__ import annotations

from workbench.domain.evidence import EvidenceState
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.store.raw import addresses_kept

SETTING = "archive_cited"


def addresses_to_keep(workspace: Workspace, claim_id: int) -> list[str]:
    """Web addresses that a claim's accepted evidence cites and of which no page is kept here; none unless wanted.

    Those of private sources are left out: asking for the page would tell its server who is interested.
    """
    if workspace.settings().get(SETTING) != "yes" or workspace.database.read_only:
        return []
    cited = [
        linked.source.url
        for linked in evidence_of(workspace.database, claim_id)
        if linked.evidence.state is EvidenceState.ACCEPTED and linked.source.url and not linked.source.private
    ]
    wanted = dict.fromkeys(url for url in cited if url.lower().startswith(("http://", "https://")))
    kept = addresses_kept(workspace.database, list(wanted))
    return [url for url in wanted if url not in kept]
