"""Evidence that is kept outside the workspace, in an engine that others search too: what it is asked, and answers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Passage, Source
from workbench.domain.searching import WORD_RULES, Filters

if TYPE_CHECKING:
    from workbench.domain.ports import Vectors

FORMAT = 1
"""Number of the shape in which passages are kept; a collection of a higher one is of a newer program."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
ID_DIGITS = 32
"""Hexadecimal digits of the id of a passage in an engine."""


def checked_name(name: str) -> str:
    """The name of a collection.

    Raises:
        BadInputError: It cannot be read as one.
    """
    if not _NAME.fullmatch(name):
        raise BadInputError(
            f"{name[:60]!r} is no name for a collection: 1 to 40 small letters, digits and _, a letter first."
        )
    return name


@dataclass(frozen=True, slots=True)
class HeldPassage(Passage):
    """A passage that is in a collection and not in claims.db; its text is that of its source from `start` to `end`.

    Its number is below zero, and good for as long as the program runs.
    """

    collection: str = ""
    engine_id: str = ""
    source_key: str = ""
    digest: str = ""
    """Of all that makes its source this version."""
    context: str = ""

    @property
    def reference(self) -> str:
        """What a person names it by until it is copied into the workspace."""
        return f"{self.collection}:{self.engine_id}"


@dataclass(frozen=True, slots=True)
class CollectionFacts:
    """What a collection was made with. Its passages are comparable with those of an index of the same `model`."""

    model: str
    """Key of the encoder: name, version and precision."""
    model_name: str
    """By which the encoder is loaded; empty for the bundled one."""
    precision: str
    model_sha256: str
    dimension: int
    word_rules: int = WORD_RULES
    format: int = FORMAT
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage as it is kept in an engine, with all that a search and a copy of it need."""

    id: str
    """`ID_DIGITS` hexadecimal digits made of its source, the version of that and its place: equal ids, equal rows."""
    source_key: str
    digest: str
    """Of all that makes its source this version."""
    ordinal: int
    """Its place among the passages of its source, from 0."""
    start: int
    end: int
    text: str
    context: str
    hash: str
    locator: str | None
    source: Source
    """Without its text."""
    analysed_as: str
    """The language by whose rules its words are stemmed."""
    stems: tuple[str, ...]
    """Of context and text, in reading order."""
    stamp: int
    """When the load that wrote it began, in milliseconds: of two versions of a source the later one stays."""
    vector: Vectors | None = None
    """Shape (dimension,); None where nobody asked for it."""

    def as_passage(self, collection: str) -> tuple[HeldPassage, Source]:
        """The passage and its source as a search gives them."""
        passage = HeldPassage(
            id=-1 - int(self.id[:13], 16),  # exact in JSON
            source_id=f"{collection}/{self.source_key}",
            start=self.start,
            end=self.end,
            text=self.text,
            hash=self.hash,
            locator=self.locator,
            collection=collection,
            engine_id=self.id,
            source_key=self.source_key,
            digest=self.digest,
            context=self.context,
        )
        return passage, replace(self.source, id=passage.source_id)


def passage_key(source_key: str, digest: str, start: int, passage_hash: str) -> str:
    """The id of a passage in an engine: the same file read twice gives the same ids."""
    told = f"{source_key}\n{digest}\n{start}\n{passage_hash}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


@dataclass(frozen=True, slots=True)
class EngineQuestion:
    """What an engine is asked for."""

    stems: tuple[str, ...]
    """Stems of the words that are looked up, by the rules of the engine's languages."""
    vector: Vectors | None
    """Of what is asked, shape (dimension,); None where meaning is not searched."""
    by_words: bool
    size: int
    """How many passages each side brings along."""
    filters: Filters


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """What an engine found, and what it knows about the words."""

    passages: tuple[SharedPassage, ...]
    """Each with its vector, in no order."""
    count: int
    """Passages of the collection."""
    average: float
    """Words of a passage on average."""
    frequencies: Mapping[str, float] = field(default_factory=dict)
    """In how many passages each stem asked for stands, about."""
    near: tuple[str, ...] = ()
    """Ids of those found by meaning."""


@dataclass(frozen=True, slots=True)
class KnownShared:
    """What an engine has under the key of a source."""

    digest: str
    title: str
    url: str | None
    stamp: int
    """Of the version that was loaded last."""


class EvidenceEngine(Protocol):
    """A collection in an engine. Safe to use from several threads; every call may raise CollectionError."""

    @property
    def facts(self) -> CollectionFacts:
        """What the collection was made with."""
        ...

    def languages(self) -> Mapping[str, int]:
        """How many passages are read by the rules of each language, those of most passages first."""
        ...

    def count(self) -> int:
        """How many passages there are."""
        ...

    def find(self, asked: EngineQuestion, seconds: float) -> EngineAnswer:
        """The passages closest by words and by meaning."""
        ...

    def passage(self, passage_id: str) -> SharedPassage | None:
        """One passage by its id."""
        ...

    def known(self, source_keys: Sequence[str]) -> Mapping[str, KnownShared]:
        """What there is of some sources, the version that was loaded last."""
        ...

    def present(self, ids: Sequence[str]) -> set[str]:
        """Those of the ids that are there."""
        ...

    def put(self, passages: Sequence[SharedPassage]) -> None:
        """Keep passages, each with its vector; one whose id is there already takes its place."""
        ...

    def remove(self, versions: Mapping[str, str], before: int) -> int:
        """Remove passages of sources that are not of the version named, and were loaded earlier; gives how many.

        Args:
            versions: Key of each source → digest of the version that stays, "" for none.
            before: Only what loads that began before this moment (milliseconds) wrote.
        """
        ...

    def close(self) -> None:
        """Let go of the engine; what was put is safe."""
        ...
