"""A passage of a collection copied whole into the workspace, at the moment a person relies on it or remarks on it.

The record never depends on a server: the words, what is known of their source, all digests and where they were found
lie in claims.db from then on, under a seal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.errors import BadInputError, CollectionError, NotFoundError
from workbench.domain.evidence import Passage, Source
from workbench.domain.passages import passage_hash
from workbench.domain.shared_evidence import ID_DIGITS, HeldPassage
from workbench.services.collections import attaching
from workbench.services.review.judging import new_act
from workbench.services.workspace import Workspace
from workbench.store.claims import claim as read_claim
from workbench.store.database import Database
from workbench.store.events import moment
from workbench.store.sources import NewPassage, add_copied_source, bring_back, known_sources, passages_of

PREFIX = "kept-"
"""The id of a copy's source is this and the engine's id."""


def kept_ids(database: Database, engine_ids: Sequence[str]) -> dict[str, int]:
    """The passages that were copied, by their id in the engine; those whose copy was taken out again are left out."""
    known = known_sources(database, [PREFIX + one for one in engine_ids])
    found: dict[str, int] = {}
    for asked, source in known.items():
        if not source.removed and (pieces := passages_of(database, source.id)):
            found[asked.removeprefix(PREFIX)] = pieces[0].id
    return found


def keep(workspace: Workspace, passage: Passage, source: Source, *, claim_id: int) -> int:
    """Copy a passage with its source for a claim; gives its number in the workspace.

    The same passage is copied once, however often; a passage that is the workspace's own is left as it is.

    Raises:
        NotFoundError: There is no such claim.
        CollectionError: Its words are not those that its digest stands for.
    """
    if not isinstance(passage, HeldPassage):
        return passage.id
    if passage_hash(passage.context, passage.text) != passage.hash:
        raise CollectionError(
            f"the passage {passage.reference} was changed in the collection after it was put there: its words are not "
            "those of its digest; nothing was copied."
        )
    database = workspace.database
    source_id = PREFIX + passage.engine_id
    text = passage.text
    with database.write() as connection:
        now = moment(connection)
        claim = read_claim(database, claim_id)
        act = new_act(workspace, "evidence.keep")
        there = known_sources(database, [source_id]).get(source_id)
        if there is None:
            copied = replace(
                source,
                id=source_id,
                text=text,
                path=None,
                segments=None,
                supersedes=None,
                private=False,
                version=1,
                retrieved=source.retrieved or now,
                added_at=now,
                added_by=workspace.reviewer,
            )
            one = NewPassage(0, len(text), text, passage.context, passage.hash, passage.locator)
            origin: dict[str, str | int] = {
                "collection": passage.collection,
                "engine_id": passage.engine_id,
                "source": passage.source_key,
                "source_version": passage.digest,
                "source_sha256": source.sha256,
                "passage_sha256": passage.hash,
                "start": passage.start,
                "end": passage.end,
            }
            digest = hashlib.sha256(f"{passage.engine_id}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
            add_copied_source(connection, copied, one, act, digest=digest, claim=claim, origin=origin)
        elif there.removed:
            bring_back(connection, source_id, act, claim=claim)
        return passages_of(database, source_id)[0].id


def as_kept(passage: HeldPassage, source: Source, number: int) -> tuple[Passage, Source]:
    """A passage and its source as they are in the workspace once they were copied under a number."""
    source_id = PREFIX + passage.engine_id
    kept = Passage(number, source_id, 0, len(passage.text), passage.text, passage.hash, passage.locator)
    return kept, replace(source, id=source_id)


def number_of(workspace: Workspace, reference: str | int, *, claim_id: int) -> int:
    """The number of a passage that a person names by its number, or as NAME:ID where it is in a collection.

    A passage of a collection is copied for the claim.

    Raises:
        BadInputError: It is neither.
        NotFoundError: The collection is not attached, or holds no such passage.
        CollectionError: The engine does not answer.
    """
    if isinstance(reference, int) or reference.strip().lstrip("-").isdecimal():
        return int(reference)
    name, _, engine_id = reference.strip().partition(":")
    if len(engine_id) != ID_DIGITS:
        raise BadInputError(f"{reference[:80]!r} is neither a passage's number nor NAME:ID of one in a collection.")
    if (known := kept_ids(workspace.database, [engine_id])).get(engine_id):
        return known[engine_id]
    one = attaching.collection_named(workspace, name)
    attaching.refuse_confidential_remote(workspace, one)
    engine = attaching.opened(one)
    try:
        found = engine.passage(engine_id)
    finally:
        engine.close()
    if found is None:
        raise NotFoundError(f"the collection {name} holds no passage {engine_id}; `workbench search` shows them.")
    passage, source = found.as_passage(name)
    return keep(workspace, passage, source, claim_id=claim_id)
