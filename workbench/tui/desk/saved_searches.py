"""Saved searches on every screen: listed and done; and passages that wait without an article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.runtime.host import Host
from workbench.tui.runtime.messages import SearchWanted
from workbench.tui.text.formatting import one_line

if TYPE_CHECKING:
    from workbench.domain.desk_work import SavedSearch
    from workbench.domain.evidence import Passage, SearchResult, Source
    from workbench.services.workspace import Workspace

MOST = 20
"""Passages of a search that are listed where there is no claim to show them beside."""


def show_searches(host: Host) -> None:
    """List the reviewer's saved searches."""
    front = host.front
    if front is None:
        return

    async def reading() -> None:
        from workbench.services.review.desk_work import saved_searches
        from workbench.tui.dialogs.kept_searches import NEW, KeepSearchForm, SavedSearches, keep_search

        kept = {one.name: one for one in await host.threads.read(saved_searches)}

        def chosen(name: str) -> None:
            if name == NEW:
                front.ask(KeepSearchForm(), partial(keep_search, host))
            else:
                run(host, kept[name])

        front.ask(SavedSearches(list(kept.values())), chosen)

    front.prepare(reading)


def run(host: Host, one: SavedSearch) -> None:
    """Do a saved search: beside the claim under the cursor, or, without one, in a list of its own."""
    front = host.front
    if front is None:
        return
    if front.place is not None and front.place.claims:
        front.post_message(SearchWanted(one.query, one.after, one.publisher))
        return

    async def searching() -> None:
        from workbench.tui.dialogs.kept_searches import FoundPassages

        host.notifications.say("Searching …")
        result: SearchResult = await host.threads.search(search_again, one)
        found = [(hit.passage, hit.source) for hit in result.hits]
        front.ask(FoundPassages(f"{one_line(one.name)} · {result.close} close", found, result.note), lambda _: None)

    front.start(searching)


def search_again(workspace: Workspace, one: SavedSearch) -> SearchResult:
    """What a saved search finds now."""
    from datetime import date

    from workbench.services.search.reranking import SHIPPED
    from workbench.services.search.search import search

    after = date.fromisoformat(one.after) if one.after else None
    publishers = (one.publisher,) if one.publisher else ()
    return search(workspace, one.query, k=MOST, after=after, publishers=publishers, rerank=SHIPPED)


def show_passage(host: Host, title: str, passage_id: int) -> None:
    """Show a passage that belongs to no claim."""
    front = host.front
    if front is None:
        return

    async def reading() -> None:
        from workbench.tui.dialogs.kept_searches import FoundPassages

        found = await host.threads.read(load_passage, passage_id)
        front.ask(FoundPassages(title, found), lambda _: None)

    front.prepare(reading)


def load_passage(workspace: Workspace, passage_id: int) -> list[tuple[Passage, Source]]:
    """A passage and its source; nothing where it is gone."""
    from workbench.store.sources import sources_of_passages

    return list(sources_of_passages(workspace.database, [passage_id]).values())
