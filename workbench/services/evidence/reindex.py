"""Bringing index/ in step with claims.db: only what was never encoded is encoded."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.errors import IndexProblemError, ModelUnavailableError
from workbench.domain.passages import encoded_text, text_digest
from workbench.domain.searching import KINDS, document_number
from workbench.index.lock import index_lock
from workbench.index.manifest import read_manifest
from workbench.index.writer import Contents, IndexWriter, ModelMark
from workbench.ingest.languages import guess_foreign
from workbench.language.text.analyzer import stems
from workbench.language.text.stemmers import LANGUAGES, analysed_as
from workbench.services.claims.claim_vectors import encode_claims
from workbench.services.workspace import Workspace
from workbench.store.search import live_passages, passage_places, passage_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Cancelled, Encoder, Progress

    Load = Callable[[str | None, str], Encoder]

BLOCK = 512
"""Texts kept at a time: what an interruption can lose."""

TRIES = 3
"""How often a reindex begins again when the database is replaced meanwhile."""

TOLD = 128
"""Texts encoded at a time: how often progress is told."""


@dataclass(frozen=True, slots=True)
class ReindexReport:
    """What a reindex did to the index in use."""

    added: int
    unchanged: int
    removed: int
    encoded: int
    """Texts that went through the model; equal texts go once."""
    seconds: float
    model: str
    factory: str
    recall_at_10: float
    interrupted: bool = False
    note: str = ""


def reindex(
    workspace: Workspace,
    *,
    full: bool = False,
    model: str | None = None,
    precision: str | None = None,
    encoder: Encoder | None = None,
    load: Load | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ReindexReport:
    """Encode what is new, leave out what is gone, and put the new index in place of the old one in one step.

    Readers have the old index until then. Blocks of vectors are kept as they are finished, so that after an
    interruption, however hard, the next run encodes only what is missing. When nothing changed, nothing is written
    and no model is loaded.

    Args:
        workspace: The workspace.
        full: Use no vector that is there: encode everything again.
        model: Name or folder of a sentence-transformers model; None for that of the index in use, else the bundled.
        precision: "float32" or "int8" (bundled model only); None for that of the index in use where its model stays,
            else float32.
        encoder: Takes the place of `model` and `precision`.
        load: Gives the encoder of a model and precision, where it is not to run in this process.
        progress: Told how many texts are encoded.
        cancelled: Asked between blocks; what is finished is kept, the old index stays in use.
    Raises:
        WorkspaceError: Another reindex is running.
        NotAllowedError: There are roles, and this reviewer only reads.
        IndexProblemError: The folder cannot be written or the disk is full.
        ModelUnavailableError: The model cannot be loaded.
    """
    for _ in range(TRIES):
        try:
            return _reindex(workspace, full, model, precision, encoder, load, progress, cancelled)
        except _ChangedMeanwhile:
            continue  # what was encoded is kept under its own hash
    raise IndexProblemError(
        f"{workspace.database.path} was replaced again and again while it was indexed; run `workbench reindex` when "
        "nobody restores it."
    )


class _ChangedMeanwhile(Exception):
    """The passages are no longer those that were listed: the database was replaced under the reader's hands."""


def _reindex(
    workspace: Workspace,
    full: bool,
    model: str | None,
    precision: str | None,
    encoder: Encoder | None,
    load: Load | None,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> ReindexReport:
    started = time.monotonic()
    numbers = {language: number for number, language in enumerate(LANGUAGES)}
    folder = workspace.index_path
    ids, hashes = live_passages(workspace.database)
    digest = _digest(ids, hashes)
    lazy = _LazyEncoder(*_choice(workspace, model, precision), encoder, load, kept=model is None)
    if not full and (report := _nothing_to_do(workspace, lazy, ids, digest, started)) is not None:
        return report
    workspace.database.require_allowed()
    with index_lock(folder, workspace.reviewer):
        writer = IndexWriter(folder, lazy.mark, full=full)
        old = writer.old_ids()
        unchanged = int(writer.kept(ids, hashes).sum())
        missing = _missing(writer, ids, hashes)
        done = _encode(workspace, writer, lazy, ids, hashes, missing, progress, cancelled)
        counts = {
            "added": len(ids) - unchanged,
            "unchanged": unchanged,
            "removed": len(old) - unchanged,
            "encoded": done,
            "model": lazy.key,
        }
        if done < len(missing):
            manifest = writer.previous
            return ReindexReport(
                **{**counts, "added": 0, "removed": 0},  # type: ignore[arg-type]
                seconds=time.monotonic() - started,
                factory=manifest.factory if manifest else "",
                recall_at_10=manifest.recall_at_10 if manifest else 0.0,
                interrupted=True,
            )

        def words_of(wanted: NDArray[np.int64]) -> Iterator[tuple[int, list[str]]]:
            due = hashes[np.searchsorted(ids, wanted)]
            texts, places = passage_words(workspace.database, wanted), passage_places(workspace.database, wanted)
            for words, place, digest_due in zip(texts, places, due, strict=True):
                encoded = encoded_text(*words)
                if text_digest(encoded) != digest_due.tobytes():
                    raise _ChangedMeanwhile
                # what came as a row has no language: rows are many, and few of them tell
                language = analysed_as(place.language or guess_foreign(encoded))
                yield numbers[language], stems(encoded, language)

        def told(what: str, count: int) -> None:
            if progress is not None:
                progress(count, len(ids), what)

        contents = Contents(words_of, lambda wanted: _places(workspace, wanted))
        made = writer.publish(ids, hashes, digest, contents, told)
    encode_claims(workspace, lazy.key, lazy.encode)
    return ReindexReport(
        **counts,  # type: ignore[arg-type]
        seconds=time.monotonic() - started,
        factory=made.factory,
        recall_at_10=made.recall_at_10,
        note=f"{writer.damaged_rows:,} damaged vectors were encoded again." if writer.damaged_rows else "",
    )


def _choice(workspace: Workspace, model: str | None, precision: str | None) -> tuple[str | None, str]:
    """Model (None: the bundled one) and precision to encode with: what is asked for, else as the index in use."""
    from workbench.models.encoder import PRECISIONS, encoder_key

    if model is not None:
        return (None if encoder_key(model) == encoder_key() else model), precision or PRECISIONS[0]
    try:
        used = read_manifest(workspace.index_path)
    except IndexProblemError:
        used = None
    if used is None:
        return None, precision or PRECISIONS[0]
    kept = used.precision if used.precision in PRECISIONS else PRECISIONS[0]
    return used.model_name or None, precision or kept


class _LazyEncoder:
    """An encoder that is only loaded when something has to be encoded."""

    def __init__(
        self, model: str | None, precision: str, encoder: Encoder | None, load: Load | None, *, kept: bool
    ) -> None:
        """`kept` says that the model is that of the index in use and not the user's wish."""
        self._load = load
        self._model, self._precision, self._loaded, self._kept = model, precision, encoder, kept

    @property
    def key(self) -> str:
        return self.mark.key

    @property
    def mark(self) -> ModelMark:
        """The model as the index knows it; the bundled one is known without loading it."""
        if self._loaded is None and self._model is None:
            from workbench.models.encoder import encoder_key
            from workbench.models.minilm import HIDDEN, SHA256

            return ModelMark(encoder_key(None, self._precision), SHA256, HIDDEN, "", self._precision)
        encoder = self._encoder
        return ModelMark(encoder.key, encoder.sha256, encoder.dimension, self._model or "", self._precision)

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        return self._encoder.encode(texts)

    def encode_parts(self, parts: Sequence[list[str]]) -> Iterator[NDArray[np.float32]]:
        """The vectors of each part; an encoder that is many works on several at once."""
        many = getattr(self._encoder, "encode_parts", None)
        yield from map(self.encode, parts) if many is None else many(parts)

    @property
    def _encoder(self) -> Encoder:
        if self._loaded is None:
            from workbench.models.encoder import DEFAULT_MODEL
            from workbench.services.inference.sharing import encoder_for

            try:
                self._loaded = (self._load or encoder_for)(self._model, self._precision)
            except ModelUnavailableError as error:
                if self._model is None or not self._kept:
                    raise
                raise ModelUnavailableError(
                    f"{error} The index in use was made with it; `workbench reindex --model {DEFAULT_MODEL}` goes back "
                    "to the bundled model."
                ) from error
        return self._loaded


def _nothing_to_do(
    workspace: Workspace, lazy: _LazyEncoder, ids: NDArray[np.int64], digest: str, started: float
) -> ReindexReport | None:
    """The report of a reindex that finds everything in step, None when there is something to do."""
    writer = IndexWriter(workspace.index_path, lazy.mark)
    if not writer.is_current(digest) or writer.previous is None:
        return None
    encode_claims(workspace, lazy.key, lazy.encode)
    return ReindexReport(
        added=0,
        unchanged=len(ids),
        removed=0,
        encoded=0,
        seconds=time.monotonic() - started,
        model=lazy.key,
        factory=writer.previous.factory,
        recall_at_10=writer.previous.recall_at_10,
    )


def _missing(writer: IndexWriter, ids: NDArray[np.int64], hashes: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Positions of one passage for each text that has no vector."""
    without = np.flatnonzero(writer.store.lookup(hashes) < 0)
    if not len(without):
        return without
    keys = np.ascontiguousarray(hashes[without]).view("V32").ravel()
    _, first = np.unique(keys, return_index=True)
    positions: NDArray[np.int64] = np.sort(without[first])
    return positions


def _encode(
    workspace: Workspace,
    writer: IndexWriter,
    lazy: _LazyEncoder,
    ids: NDArray[np.int64],
    hashes: NDArray[np.uint8],
    missing: NDArray[np.int64],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> int:
    """Encode texts block by block, keeping each block; gives how many were done before `cancelled`."""
    for begin in range(0, len(missing), BLOCK):
        if cancelled is not None and cancelled():
            return begin
        part = missing[begin : begin + BLOCK]
        texts = [encoded_text(*words) for words in passage_words(workspace.database, ids[part])]
        vectors = []
        for number, found in enumerate(lazy.encode_parts([texts[at : at + TOLD] for at in range(0, len(texts), TOLD)])):
            vectors.append(found)
            if progress is not None:
                progress(begin + min((number + 1) * TOLD, len(texts)), len(missing), "encoding")
        # named by what was encoded, whatever the list says that was made before
        encoded = np.array([list(text_digest(text)) for text in texts], dtype=np.uint8)
        writer.store.append(encoded, np.concatenate(vectors))
        if not np.array_equal(encoded, hashes[part]):
            raise _ChangedMeanwhile
    return len(missing)


def _places(workspace: Workspace, ids: NDArray[np.int64]) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """The group and kind of passages: a number made of their document's key, and the kind of their source."""
    groups, kinds = np.zeros(len(ids), dtype=np.uint64), np.zeros(len(ids), dtype=np.uint8)
    known: dict[tuple[str, str], int] = {}
    numbers = {kind: number for number, kind in enumerate(KINDS)}
    for i, place in enumerate(passage_places(workspace.database, ids)):
        names = place.source_id, place.title
        if names not in known:
            # passages of one source stand together: a million of them need no large table
            if len(known) > BLOCK:
                known.clear()
            known[names] = document_number(*names)
        groups[i], kinds[i] = known[names], numbers[place.kind]
    return groups, kinds


def passages_digest(workspace: Workspace) -> str:
    """Digest of the passages that take part in searches: the index in step with them has the same in its manifest."""
    return _digest(*live_passages(workspace.database))


def _digest(ids: NDArray[np.int64], hashes: NDArray[np.uint8]) -> str:
    digest = hashlib.sha256(ids.astype("<i8").tobytes())
    digest.update(hashes.tobytes())
    return digest.hexdigest()
