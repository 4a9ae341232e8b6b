"""What a desk keeps beside its reviews: tags, assignments, comments, saved searches, and what waits for someone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Tag:
    """A word on an article, claim or source. `subject` is the `Subject` it is on, `subject_id` its id."""

    id: int
    subject: str
    subject_id: str
    tag: str
    version: int = 1
    removed_at: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is to do an article or a claim. `due` is a day (ISO 8601), or a moment (UTC), None: no time is set."""

    id: int
    subject: str
    subject_id: str
    assignee: str
    due: str | None = None
    version: int = 1
    removed_at: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What one reviewer says to others about a claim: told by no report. `at` is UTC."""

    id: int
    claim_id: int
    reviewer: str
    at: str
    text: str
    version: int = 1
    removed_at: str | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """Words whose new passages a reviewer wants to be told of; `after` is a day (ISO 8601)."""

    id: int
    name: str
    reviewer: str
    query: str
    after: str | None = None
    publisher: str | None = None
    version: int = 1
    removed_at: str | None = None


class Why(StrEnum):
    """Why something waits for a reviewer: the order in which it is listed."""

    ASSIGNED = "assigned"
    SECOND_OPINION = "second opinion"
    CONFLICT = "conflict"
    MENTION = "mention"
    CORRECTION = "correction"
    NEWER_VERSION = "newer version"
    NEW_EVIDENCE = "new evidence"
    SEARCH = "saved search"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for one reviewer.

    `key` names it, so that it can be put aside; what is finished by work is not put aside (`aside` is False).
    """

    key: str
    why: Why
    words: str
    article_id: int | None = None
    claim_id: int | None = None
    by: str = ""
    at: str = ""
    due: str | None = None
    passage_id: int | None = None
    aside: bool = False
