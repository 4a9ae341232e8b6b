"""The inbox: read, shown, and what is chosen in it gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.desk.saved_searches import show_passage
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.messages import ActRepeated

if TYPE_CHECKING:
    from workbench.domain.desk_work import Waiting
    from workbench.services.workspace import Workspace


def show_inbox(host: Host) -> None:
    """Show what waits for the reviewer."""
    front = host.front
    if front is None:
        return

    async def reading() -> None:
        from workbench.tui.dialogs.inbox_list import InboxList

        waiting, late = await host.threads.read(load_inbox)
        by_key = {one.key: one for one in waiting}
        front.ask(InboxList(waiting, late), lambda key: go_to(host, by_key[key]))

    front.prepare(reading)


def load_inbox(workspace: Workspace) -> tuple[list[Waiting], frozenset[str]]:
    """What waits, and the keys of what is late."""
    from workbench.services.review.inbox import inbox, is_late

    waiting = inbox(workspace)
    return waiting, frozenset(one.key for one in waiting if is_late(one))


def go_to(host: Host, one: Waiting) -> None:
    """Open the article of what waits, the cursor on its claim; a passage alone is shown."""
    if one.article_id is None:
        if one.passage_id is not None:
            show_passage(host, "New for a saved search", one.passage_id)
        return
    if one.claim_id is not None:
        host.remember(claim=(one.article_id, one.claim_id))
    here = next(iter(host.places()), None)
    if here is not None and here.claims and here.article_id == one.article_id and host.front is not None:
        host.front.post_message(ActRepeated(one.claim_id))
    else:
        host.open_article(one.article_id)
