"""Asking whether to keep the pages of addresses that are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.review.work import ReviewWork
from workbench.tui.runtime.jobs import Job
from workbench.tui.runtime.threads import Lane
from workbench.tui.text.formatting import count_words, one_line

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace

MOST = 5
"""Addresses that the question names."""


def offer_archive(work: ReviewWork, claim_id: int) -> None:
    """Ask whether to keep the pages that a claim cites, where the workspace wants it and some are not kept."""

    async def reading() -> None:
        from workbench.services.evidence.archiving import addresses_to_keep
        from workbench.tui.dialogs.sheet import Confirm

        addresses = await work.host.threads.read(addresses_to_keep, claim_id)
        if not addresses:
            return
        named = [one_line(url) for url in addresses[:MOST]] + (["…"] if len(addresses) > MOST else [])
        question = "\n".join([*named, "", "Each is asked for its page now; what it gives is kept as evidence, whole."])
        title = f"Keep {count_words(len(addresses), 'cited page')} as they are now?"

        def answered(yes: bool) -> None:
            if yes:
                work.host.start_job("Keeping cited pages", keeping, lane=Lane.EVIDENCE)

        def keeping(workspace: Workspace, job: Job) -> str:
            return keep_pages(workspace, job, addresses)

        work.ask(Confirm(title, question, yes="Keep", no="Not now"), answered)

    work.start(reading)


def keep_pages(workspace: Workspace, job: Job, addresses: list[str]) -> str:
    """Read the pages, in a thread; what became of each that was not kept, in a sentence."""
    from workbench.domain.errors import WorkbenchError
    from workbench.services.evidence.sources import add_evidence

    kept, failed = 0, []
    for done, address in enumerate(addresses):
        if job.cancelled():
            break
        job.progress(done, len(addresses), address)
        try:
            report = add_evidence(workspace, [address], progress=None, cancelled=job.cancelled)
        except WorkbenchError as error:
            failed.append(str(error))
        else:
            kept += bool(report.ids or report.unchanged)
    words = [f"{count_words(kept, 'page')} kept; `evidence show ID --original` gives one as it was read."]
    return " ".join([*words, *failed])
