"""Private sources: their text helps the desk to judge, what goes out names them by their title alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Source
from workbench.services.review.judging import MAX_NAME, new_act, remark
from workbench.services.workspace import Workspace
from workbench.store import sources as store
from workbench.store.claims import claim as read_claim


def title_to_tell(title: str, text: str, added_at: str) -> str:
    """The title of a private source; words of its text that stand in for a title give way to the day it came in.

    A heading, a line of its own that is no sentence, is a title.
    """
    words, whole = " ".join(title.split()), " ".join(text.split())
    begun = words.removesuffix("…").rstrip()
    running = words.endswith(("…", ".", "!", "?", "。")) or whole == words
    if words and not (running and whole.startswith(begun)):
        return words
    day = date.fromisoformat(added_at[:10])
    return f"Private source of {day.day} {day:%B %Y}"


def edit_source(
    workspace: Workspace,
    source_id: str,
    *,
    title: str | None = None,
    private: bool | None = None,
    claim_id: int | None = None,
) -> Source:
    """Give a source a title of your own, mark it private, or take that back; all its versions alike.

    Searches go on by the title that it was read with. What is exported from then on names a private source by its
    title alone; what was exported before cannot be called back.

    Args:
        workspace: The open workspace.
        source_id: The source, any version of it.
        title: Its new title; left out: the one it has. Where that is only the beginning of the text, a private source
            is called after the day it came in.
        private: Whether only its title goes out; left out: as it is.
        claim_id: The claim for whose sake it is done.

    Raises:
        NotFoundError: There is no such source or claim.
        BadInputError: The title is empty or too long.
    """
    name = None if title is None else remark(" ".join(title.split()), "a title", most=MAX_NAME)
    if name == "":
        raise BadInputError("a source needs a title; nothing was changed.")
    with workspace.database.write() as connection:
        about = None if claim_id is None else read_claim(workspace.database, claim_id)
        act = new_act(workspace, "source.edit")
        chosen = None
        for one in store.versions_of(workspace.database, source_id):
            closed = one.private if private is None else private
            called = name or (title_to_tell(one.title, one.text, one.added_at) if closed else one.title)
            store.edit_source(connection, one.id, act, title=called, private=closed, about=about)
            if one.id == source_id:
                chosen = replace(one, title=called, private=closed)
        assert chosen is not None  # a source is one of its versions
        return chosen


def mark_private(workspace: Workspace, source_id: str) -> None:
    """Mark a source private that was read in again with that wish."""
    edit_source(workspace, source_id, private=True)
