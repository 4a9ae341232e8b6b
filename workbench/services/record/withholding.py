"""The record as it goes out: private sources are named by their title alone, in every format alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.domain.passages import passage_hash
from workbench.domain.review import CitedEvidence, Event, Subject, Verdict
from workbench.domain.withheld import KEPT_BACK, Withheld, source_told
from workbench.services.workspace import Workspace
from workbench.store.articles import texts
from workbench.store.reporting import EvidenceRecord, PassageRecord, Record, SourceRecord
from workbench.store.sources import private_sources, public_names

_SAID_OF_A_SOURCE = ("private", "removed_at")
"""Columns of a private source that its events may tell."""

_MADE_UP = re.compile(r"private-[0-9]+")
"""The id that stands in the place of a private source's own."""


def withheld_of(workspace: Workspace) -> Withheld:
    """What is kept back of the private sources of a workspace, in texts that are told one by one."""
    private = private_sources(workspace.database)
    if not private:
        return Withheld(())
    return Withheld(private, public_texts=texts(workspace.database), public_names=public_names(workspace.database))


def cited_told(workspace: Workspace, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Verdicts as they go out: of private sources that they rest on the titles alone."""
    private = private_sources(workspace.database)
    if not private:
        return list(verdicts)
    names = {source.id: "private" for source, _ in private}
    titles = {source.id: source.title for source, _ in private}
    withheld = withheld_of(workspace)
    return [_verdict(verdict, names, titles, withheld) for verdict in verdicts]


def without_private(workspace: Workspace, record: Record) -> Record:
    """The record with nothing of private sources but their titles, also where people quoted them.

    Which sources are private, and what they are called, is asked of today, whatever moment the record is of. Their ids
    are made up in the order in which they came in, for an id may be an address. An event that tells other than it did
    names no event before it, for its hash is that of what is kept back.
    """
    private = private_sources(workspace.database)
    if not private:
        return record
    names = {source.id: f"private-{number}" for number, (source, _) in enumerate(private, 1)}
    titles = {source.id: source.title for source, _ in private}
    public = [entry.source for entry in record.sources if entry.source.id not in names]
    cited = [one for verdict in record.verdicts for one in verdict.evidence if one.source_id not in names]
    withheld = Withheld(
        private,
        public_texts=(
            *(entry.article.text for entry in record.articles),
            *(entry.claim.text for entry in record.claims),
            *(one.quote for one in cited),
        ),
        public_names=(
            *(name for source in public for name in (source.publisher, source.author, source.url)),
            *(name for entry in record.articles for name in (entry.article.publisher, entry.article.author)),
            *(entry.claim.speaker for entry in record.claims),
        ),
    )
    return replace(
        record,
        claims=[replace(entry, note=withheld.scrub(entry.note)) for entry in record.claims],
        evidence=[_link(link, withheld) for link in record.evidence],
        verdicts=[_verdict(verdict, names, titles, withheld) for verdict in record.verdicts],
        events=[_event(event, names, titles, withheld) for event in record.events],
        sources=[_source(entry, names, titles) for entry in record.sources],
    )


def _link(link: EvidenceRecord, withheld: Withheld) -> EvidenceRecord:
    return replace(link, evidence=replace(link.evidence, note=withheld.scrub(link.evidence.note)))


def _verdict(verdict: Verdict, names: Mapping[str, str], titles: Mapping[str, str], withheld: Withheld) -> Verdict:
    return replace(
        verdict,
        rationale=withheld.scrub(verdict.rationale),
        evidence=tuple(
            CitedEvidence(
                one.passage_id,
                one.stance,
                "",
                names[one.source_id],
                titles[one.source_id],
                note=withheld.scrub(one.note),
            )
            if one.source_id in names
            else replace(one, note=withheld.scrub(one.note))
            for one in verdict.evidence
        ),
    )


def _event(event: Event, names: Mapping[str, str], titles: Mapping[str, str], withheld: Withheld) -> Event:
    about = event.subject == Subject.SOURCE and event.subject_id in names

    def told(columns: dict[str, Any] | None) -> dict[str, Any] | None:
        if columns is None:
            return None
        if about and "sources" not in columns:
            told_of = {name: columns[name] for name in _SAID_OF_A_SOURCE if name in columns}
            return {**told_of, "title": titles[event.subject_id]} if "title" in columns else told_of
        hidden = {name: names.get(value, value) if isinstance(value, str) else value for name, value in columns.items()}
        # tags are kept in small letters
        scrubbed: dict[str, Any] = withheld.scrubbed(hidden, any_case=event.subject == Subject.TAG)
        return scrubbed

    changed = replace(
        event,
        subject_id=names[event.subject_id] if about else event.subject_id,
        before=told(event.before),
        after=told(event.after),
    )
    return event if changed == event else replace(changed, previous="")


def holds_back(event: Event) -> bool:
    """Whether an event as it is told shows that something of a private source was kept back of it."""
    told = [*(event.before or {}).values(), *(event.after or {}).values()]
    named = any(isinstance(value, str) and _MADE_UP.fullmatch(value) for value in told)
    return named or about_private(event) or any(map(_has_a_gap, told))


def about_private(event: Event) -> bool:
    """Whether an event as it is told is about a private source."""
    return event.subject == Subject.SOURCE and _MADE_UP.fullmatch(event.subject_id) is not None


def _has_a_gap(value: Any) -> bool:
    """Whether words were taken out of a value, as `Withheld.scrubbed` does."""
    if isinstance(value, dict):
        return any(map(_has_a_gap, value.values()))
    return any(map(_has_a_gap, value)) if isinstance(value, list) else isinstance(value, str) and KEPT_BACK in value


def _source(entry: SourceRecord, names: Mapping[str, str], titles: Mapping[str, str]) -> SourceRecord:
    newer = names.get(entry.superseded_by or "", entry.superseded_by)
    older = names.get(entry.source.supersedes or "", entry.source.supersedes)
    if entry.source.id not in names:
        return replace(entry, source=replace(entry.source, supersedes=older), superseded_by=newer)
    name, title = names[entry.source.id], titles[entry.source.id]
    told = source_told(replace(entry.source, private=True))
    return SourceRecord(
        replace(told, id=name, title=title, supersedes=older),
        tuple(
            PassageRecord(
                replace(piece.passage, source_id=name, start=0, end=0, text="", hash=_NOTHING, locator=None),
                "",
                piece.removed_at,
            )
            for piece in entry.passages
        ),
        {},
        newer,
        entry.removed_at,
        "",
    )


_NOTHING = passage_hash("", "")
