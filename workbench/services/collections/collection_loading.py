"""Evidence into a collection: read and cut as for the workspace, and only what is not there is encoded and sent."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import ModelUnavailableError, NotFoundError
from workbench.domain.evidence import Source
from workbench.domain.passages import encoded_text
from workbench.domain.ports import Cancelled, Progress
from workbench.domain.shared_evidence import EvidenceEngine, KnownShared, SharedPassage, passage_key
from workbench.ingest.languages import guess_foreign
from workbench.ingest.options import ReadOptions
from workbench.ingest.reader import read
from workbench.language.text.analyzer import stems
from workbench.language.text.stemmers import analysed_as
from workbench.services.collections.attaching import (
    collection_named,
    encoder_of_collection,
    opened,
    refuse_confidential_remote,
)
from workbench.services.collections.cut_documents import CutDocument, cut
from workbench.services.collections.node_reading import NodeWorkers
from workbench.services.collections.ray_encoders import LOCAL, cluster_on, encoders_on, read_ahead
from workbench.services.collections.stored_sources import is_stored, read_stored
from workbench.services.evidence.sources import (
    EvidenceReport,
    separate_key,
    source_key,
    source_of,
    without_skipped,
)
from workbench.services.settings import reading
from workbench.services.workspace import Workspace

if TYPE_CHECKING:
    from workbench.collections.ray_encoding import RayEncoders
    from workbench.domain.ports import Encoder, Vectors

BATCH_PASSAGES = 1_000
"""Passages that are looked up together, at least; a document is never divided."""
FIRST_PASSAGES = 100
"""The same of the first batch where encoders elsewhere have to be started, which takes seconds."""
READ_AHEAD = 4
"""Batches read while those encoders start or have enough to do."""
ENCODED = 256
"""Passages encoded and sent at a time: an interruption loses no more."""


@dataclass(slots=True)
class _Loaded:
    """A document on its way into a collection."""

    document: CutDocument
    key: str
    passages: list[SharedPassage]


@dataclass(slots=True)
class _Batch:
    """Documents that are loaded together.

    Attributes:
        documents: In their order.
        known: What the collection holds of their sources.
        missing: Ids of the passages that it does not hold.
        parts: Pieces of these passages that were not sent yet.
    """

    documents: list[_Loaded]
    known: Mapping[str, KnownShared]
    missing: frozenset[str]
    parts: deque[list[SharedPassage]]


class CollectionLoader:
    """Loads documents into one collection. Two of them at once do each other no harm."""

    def __init__(
        self,
        engine: EvidenceEngine,
        added_by: str,
        *,
        encoder: Encoder | None = None,
        many: RayEncoders | None = None,
    ) -> None:
        """Make a loader; the encoder is loaded with the first passage that is not there yet.

        With `many`, encoders elsewhere, the next documents are read and looked up while those before are encoded.
        """
        self._engine, self._by, self._encoder, self._many = engine, added_by, encoder, many
        self._stamp = time.time_ns() // 1_000_000

    def load(
        self, documents: Iterable[Document], report: EvidenceReport, progress: Progress | None, cancelled: Cancelled
    ) -> None:
        """Load documents, counting into `report`; what was sent stays, whatever happens to the rest."""
        batches = self._batches(documents)
        with closing(batches if self._many is None else read_ahead(batches, READ_AHEAD)) as coming:
            first = next(coming, None)
            while first is not None:
                on_way = _OnItsWay(first, coming, self._looked_up)
                for batch in self._sent(on_way, report):
                    self._finish(batch, report)
                    if progress is not None:
                        progress(report.added + report.updated + report.unchanged, None, "loading")
                    if cancelled():
                        return
                first = on_way.held

    def _batches(self, documents: Iterable[Document]) -> Generator[list[CutDocument]]:
        batch: list[CutDocument] = []
        passages, most = 0, BATCH_PASSAGES if self._many is None else FIRST_PASSAGES
        failed: Exception | None = None
        try:
            for document in map(cut, documents):
                batch.append(document)
                passages += len(document.passages)
                if len(batch) >= most or passages >= most:
                    yield batch
                    batch, passages, most = [], 0, BATCH_PASSAGES
        except Exception as error:  # raised again behind what was read before it
            failed = error
        if batch:
            yield batch
        if failed is not None:
            raise failed

    def _looked_up(self, documents: Sequence[CutDocument]) -> _Batch:
        known = self._engine.known([source_key(document) for document in documents])
        # What is loaded now is newer than what is seen there, whatever the clocks of two machines say.
        self._stamp = max(self._stamp, *(there.stamp + 1 for there in known.values()), 0)
        loaded: list[_Loaded] = []
        for document in documents:
            key = source_key(document)
            there = known.get(key)
            same = there is not None and (there.title == document.title or (there.url or 0) == document.url)
            if there is not None and there.digest != document.version:
                two_pages = key == document.origin and there.url and document.url and there.url != document.url
                if two_pages or (document.id is not None and not same):
                    key = separate_key(document)  # two files may both count their rows from 1
            loaded.append(_Loaded(document, key, self._shared(document, key)))
        ids = dict.fromkeys(passage.id for one in loaded for passage in one.passages)
        present = self._engine.present(list(ids))
        missing = list({p.id: p for one in loaded for p in one.passages if p.id not in present}.values())
        parts = deque(missing[begin : begin + ENCODED] for begin in range(0, len(missing), ENCODED))
        return _Batch(loaded, known, frozenset(passage.id for passage in missing), parts)

    def _sent(self, on_way: _OnItsWay, report: EvidenceReport) -> Iterator[_Batch]:
        """The batches, each when all that was missing of it is there."""
        for vectors in self._encode(on_way.words()):
            yield from on_way.complete()
            part = on_way.batches[0].parts.popleft()
            self._put(part, vectors)
            report.passages += len(part)
            yield from on_way.complete()
        yield from on_way.complete()
        if on_way.failed is not None:
            raise on_way.failed

    def _finish(self, batch: _Batch, report: EvidenceReport) -> None:
        """Take older versions out, and count."""
        missing = batch.missing
        touched = {
            one.key: one.document.version for one in batch.documents if any(p.id in missing for p in one.passages)
        }
        if touched:
            self._engine.remove(touched, self._stamp)
        for one in batch.documents:
            if not one.passages:
                report.skipped.append(Skipped(one.document.origin, "it holds no words that could be found."))
            elif one.key not in touched:
                report.unchanged += 1
            else:
                report.ids.append(one.key)
                before = batch.known.get(one.key)
                new = before is None or before.digest == one.document.version
                report.added += new
                report.updated += not new

    def _shared(self, document: CutDocument, key: str) -> list[SharedPassage]:
        source = self._source(document, key)
        return [
            SharedPassage(
                id=passage_key(key, document.version, piece.start, piece.hash),
                source_key=key,
                digest=document.version,
                ordinal=number,
                start=piece.start,
                end=piece.end,
                text=piece.text,
                context=piece.context,
                hash=piece.hash,
                locator=piece.locator,
                source=source,
                analysed_as="",
                stems=(),  # read where it turns out to be new
                stamp=self._stamp,
            )
            for number, piece in enumerate(document.passages)
        ]

    def _put(self, passages: Sequence[SharedPassage], vectors: Vectors) -> None:
        self._engine.put(
            [
                replace(passage, analysed_as=rules, stems=tuple(stems(text, rules)), vector=vector)
                for passage, vector in zip(passages, vectors, strict=True)
                for text in (encoded_text(passage.context, passage.text),)
                for rules in (analysed_as(passage.source.language or guess_foreign(text)),)
            ]
        )

    def _encode(self, parts: Iterator[list[str]]) -> Iterator[Vectors]:
        """The vectors of each part, one after the other; nothing is begun before there is one."""
        facts = self._engine.facts
        first = next(parts, None)
        if first is None:
            return
        if self._many is not None:
            if (self._many.key, self._many.sha256) != (facts.model, facts.model_sha256):
                raise ModelUnavailableError(
                    f"the collection was made with the model {facts.model}, on Ray is {self._many.key}: install the "
                    "same workbench, with the same model, on every node."
                )
            yield from self._many.encode_parts(chain([first], parts))
            return
        if self._encoder is None:
            self._encoder = encoder_of_collection(facts)
        yield from map(self._encoder.encode, chain([first], parts))

    def _source(self, document: CutDocument, key: str) -> Source:
        """What others are told of the source: all but its text, and where on this machine it lay."""
        return replace(source_of(document, key, added_by=self._by), path=None, segments=None)


class _OnItsWay:
    """Batches between being looked up and being complete, in their order.

    Of one source there is never a part in two of them: a batch with a source that is on its way is held until all
    before it is there, and so is what went wrong while the next one was read.

    Attributes:
        batches: On their way.
        held: The batch to go on with, None at the end.
        failed: What reading the next one raised.
    """

    def __init__(
        self,
        first: list[CutDocument],
        coming: Iterator[list[CutDocument]],
        look_up: Callable[[Sequence[CutDocument]], _Batch],
    ) -> None:
        self.batches: deque[_Batch] = deque()
        self.held: list[CutDocument] | None = first
        self.failed: Exception | None = None
        self._coming, self._look_up = coming, look_up
        self._keys: set[str] = set()

    def words(self) -> Iterator[list[str]]:
        """What is encoded of each part of each batch; the next batch is looked up when its first part is wanted."""
        while self.held is not None and self._keys.isdisjoint(keys := {source_key(one) for one in self.held}):
            batch = self._look_up(self.held)
            self.batches.append(batch)
            self._keys |= keys | {one.key for one in batch.documents}
            self.held, nothing_new = None, not batch.parts
            yield from [[encoded_text(piece.context, piece.text) for piece in part] for part in batch.parts]
            try:
                self.held = next(self._coming, None)
            except Exception as error:  # raised when what was read before it is there
                self.failed = error
                return
            if nothing_new:  # it is told at once, and whether to go on is asked
                return

    def complete(self) -> Iterator[_Batch]:
        """Those at the front of which nothing is left to send."""
        while self.batches and not self.batches[0].parts:
            yield self.batches.popleft()


def load_evidence(
    workspace: Workspace,
    name: str,
    specs: Sequence[str],
    options: ReadOptions | None = None,
    *,
    ray: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> EvidenceReport:
    """Read files, folders, addresses, object storage (s3://BUCKET/NAME) or "-" into a collection.

    With `ray` files are read and what is new is encoded on that cluster ("local": here).
    What is there already is neither encoded nor sent again, so that a load that was ended goes on where it was. The
    same id, address or path with other content takes the place of the older version, once all of it is there.

    Raises:
        BadInputError: The one thing named cannot be read or is not for whoever asks, or the collection is on a
            machine nobody named.
        CollectionError: The engine or the cluster does not answer or refuses; what was sent stays.
        ModelUnavailableError: The collection's encoder is not on this machine, or not on the cluster.
        MissingExtraError: Ray, or what reads object storage, is not installed.
    """
    workspace.database.require_allowed()
    report = EvidenceReport()
    options = reading(workspace, options)
    one = collection_named(workspace, name)
    refuse_confidential_remote(workspace, one)
    stop = cancelled or (lambda: False)
    engine = opened(one)
    try:
        facts = engine.facts
        with ExitStack() as open_ones:
            many = nodes = None
            if ray is not None:
                cluster = open_ones.enter_context(cluster_on(workspace, ray))
                many = open_ones.enter_context(encoders_on(cluster, facts.model_name or None, facts.precision))
                if ray != LOCAL:  # the cores of this machine read as they do without Ray, while it starts
                    nodes = NodeWorkers(cluster, options.jobs, report.notes.append)
            loader = CollectionLoader(engine, workspace.reviewer, many=many)
            for spec in specs:
                told = None if ray is not None else progress  # one thread tells how far it is
                if is_stored(spec):
                    found = read_stored(workspace, spec, options, told, stop, nodes)
                else:
                    found = read(
                        spec, as_evidence=True, options=options, progress=told, cancelled=cancelled, workers=nodes
                    )
                if nodes is not None:
                    nodes.begin()
                loader.load(without_skipped(found, report.skipped), report, progress, stop)
    finally:
        engine.close()
    return report


def remove_from_collection(workspace: Workspace, name: str, source_key_: str) -> int:
    """Take a source out of a collection, for everybody; what was copied from it stays. Gives the passages removed.

    Raises:
        NotFoundError: The collection holds no such source.
        BadInputError: It is on a machine that the user has not named, or the workspace is confidential.
        CollectionError: The engine does not answer or refuses.
    """
    workspace.database.require_allowed()
    one = collection_named(workspace, name)
    refuse_confidential_remote(workspace, one)
    key = source_key_.removeprefix(f"{name}/")
    engine = opened(one)
    try:
        gone = engine.remove({key: ""}, time.time_ns() // 1_000_000 + 1)
    finally:
        engine.close()
    if not gone:
        raise NotFoundError(f"the collection {name} holds no source {key[:80]!r}.")
    return gone
