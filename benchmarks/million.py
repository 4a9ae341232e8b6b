"""A million passages: memory, time and recall, with vectors that lie as those of real texts do.

    python -m benchmarks.million REAL [--count N] [--folder DIR]

REAL is a folder of indexed workspaces, such as `python -m benchmarks.retrieval --sets DIR --cache REAL` leaves behind.
Encoding a million real texts takes most of a day, and random vectors fall into clean clusters that flatter inverted
lists; so every vector is a random mixture of a real one with four of its twenty nearest real neighbours. The questions
are real too: the vectors of all claims that were asked there. Words are made up, for timing alone.

Every step runs in a process of its own, so that its memory is its own. Rows of a Markdown table are printed.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.table import heading, milliseconds, row, spread
from workbench.domain.documents import SourceKind
from workbench.domain.evidence import Source
from workbench.domain.passages import passage_hash
from workbench.domain.searching import Mode
from workbench.index.manifest import read_manifest
from workbench.index.opened import OpenIndex, open_index
from workbench.index.vectors import VECTORS, VectorStore, restored
from workbench.services.evidence.reindex import reindex
from workbench.services.search.retrieval import languages_of, read_query, retrieve
from workbench.services.workspace import Workspace
from workbench.store.sources import NewPassage, insert_source

VOCABULARY, TOPICS, WORDS_A_TOPIC, WORDS = 60_000, 1_000, 30, 28
DIMENSION = 384
EVERYDAY = 1000
PER_SOURCE = 100
QUERIES = 400
BASE, NEAR, ASKED = "real.npy", "real-near.npy", "real-asked.npy"
NEIGHBOURS, MIXED = 20, 4


def gather(real: Path, place: Path) -> None:
    """Write the real vectors, the nearest neighbours of each, and the questions to `place`."""
    import faiss

    rows, asked = [], []
    for folder in sorted(path.parent for path in real.glob("*/claims.db")):
        with Workspace.open(folder) as workspace:
            manifest = read_manifest(workspace.index_path)
            if manifest is None or manifest.dimension != DIMENSION:
                continue
            rows.append(restored(VectorStore(workspace.index_path / manifest.vectors, DIMENSION).vectors()))
            found = workspace.database.rows(
                "SELECT vector FROM claim_vectors WHERE model = ? ORDER BY hash", (manifest.model,)
            )
            asked += [np.frombuffer(row["vector"], dtype="<f4") for row in found]
    base = np.concatenate(rows)
    base /= np.linalg.norm(base, axis=1, keepdims=True)
    chooser = np.random.default_rng(1)
    index = faiss.index_factory(DIMENSION, "IVF512,SQ8", faiss.METRIC_INNER_PRODUCT)
    index.train(base[chooser.choice(len(base), min(len(base), 20_480), replace=False)])
    index.add(base)
    faiss.extract_index_ivf(index).nprobe = 16
    _, near = index.search(base, NEIGHBOURS + 1)
    np.save(place / BASE, base)
    np.save(place / NEAR, near[:, 1:].astype(np.int32))
    np.save(place / ASKED, np.stack(asked)[chooser.permutation(len(asked))[:QUERIES]])
    row("real vectors, questions", f"{len(base):,}, {len(asked):,}")


class RealLike:
    """Gives each text a mixture of a real vector and some of its real neighbours, chosen by the text's checksum."""

    def __init__(self, place: Path) -> None:
        self._base = np.load(place / BASE, mmap_mode="r")
        self._near = np.load(place / NEAR, mmap_mode="r")
        self.encoded = 0

    @property
    def key(self) -> str:
        """Names it."""
        return "real-like/1"

    @property
    def sha256(self) -> str:
        """Digest of nothing: what it gives depends on the folder of this run."""
        return "0" * 64

    @property
    def dimension(self) -> int:
        """384, as the bundled model."""
        return DIMENSION

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors."""
        self.encoded += len(texts)
        chooser = np.random.default_rng(zlib.crc32("\n".join(texts).encode()))
        first = chooser.integers(0, len(self._base), len(texts))
        columns = chooser.integers(0, NEIGHBOURS, (len(texts), MIXED))
        others = np.take_along_axis(self._near[first], columns, axis=1)
        others = np.where(others < 0, first[:, None], others)
        shares = chooser.dirichlet(np.ones(MIXED + 1), len(texts)).astype(np.float32)
        found = shares[:, :1] * self._base[first]
        for column in range(MIXED):
            found += shares[:, column + 1 :][:, :1] * self._base[others[:, column]]
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        return np.ascontiguousarray(found, dtype=np.float32)


class Texts:
    """Passages of made-up words: three in four from a topic, the rest from a Zipf distribution over everyday words."""

    def __init__(self) -> None:
        chooser = np.random.default_rng(5)
        self._topics = chooser.integers(EVERYDAY, VOCABULARY, (TOPICS, WORDS_A_TOPIC))
        weights = 1 / (np.arange(VOCABULARY) + 3.0)
        self._everyday = weights.cumsum() / weights.sum()

    def block(self, seed: int, count: int) -> list[str]:
        """`count` passages, always the same for a seed."""
        chooser = np.random.default_rng(seed)
        topic = self._topics[chooser.integers(0, TOPICS, count)]
        own = 3 * WORDS // 4
        rare = np.take_along_axis(topic, chooser.integers(0, WORDS_A_TOPIC, (count, own)), axis=1)
        common = np.searchsorted(self._everyday, chooser.random((count, WORDS - own)))
        return [" ".join([f"w{n}" for n in row]) for row in np.concatenate([rare, common], axis=1)]


def fill(workspace: Workspace, first: int, count: int) -> None:
    """Store synthetic sources `first` … in blocks of `PER_SOURCE` passages each."""
    texts = Texts()
    with workspace.database.write() as connection:
        for number in range(first, first + count // PER_SOURCE):
            passages = texts.block(number, PER_SOURCE)
            source = Source(
                id=f"s{number}", kind=SourceKind.DOCUMENT, title=f"w{number % VOCABULARY}", url=None, archive_url=None,
                publisher=None, author=None, published=None, published_guessed=False, retrieved=None, language="en",
                sha256=f"{number:064x}", text="",
            )  # fmt: skip
            insert_source(
                connection,
                source,
                [NewPassage(0, len(p), p, source.title, passage_hash(source.title, p), None) for p in passages],
                digest=source.sha256,
            )


def million(arguments: argparse.Namespace) -> None:
    """All steps, one after the other."""
    heading()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as temporary:
        for name in ("gather", "fill", "full", "again", "change", "changed", "search"):
            command = [sys.executable, "-m", "benchmarks.million", str(arguments.real), "--step", name]
            subprocess.run([*command, "--place", temporary, "--count", str(arguments.count)], check=True)


def step(arguments: argparse.Namespace) -> None:
    """One step of `million`."""
    place, count = arguments.place, arguments.count
    if arguments.step == "gather":
        gather(arguments.real, place)
        return
    with Workspace.create(place / "work", reviewer="benchmark") as workspace:
        if arguments.step == "fill":
            for begin in range(0, count // PER_SOURCE, 500):
                fill(workspace, begin, min(500 * PER_SOURCE, count - begin * PER_SOURCE))
        elif arguments.step == "change":
            fill(workspace, count // PER_SOURCE, count // 100)
        elif arguments.step in ("full", "again", "changed"):
            report = reindex(workspace, encoder=RealLike(place))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            manifest = read_manifest(workspace.index_path)
            assert manifest is not None
            row(
                f"reindex {arguments.step}: {report.added:,} added, {report.encoded:,} encoded (stand-in encoder)",
                f"{report.seconds:.1f} s, peak memory {peak / 1e9:.2f} GB "
                f"({peak / (manifest.count * DIMENSION * 4):.2f} × vectors), {manifest.factory}, nprobe "
                f"{manifest.nprobe}, recall@10 {manifest.recall_at_10:.3f}",
            )
        else:
            searching(workspace, np.load(place / ASKED))


def searching(workspace: Workspace, vectors: NDArray[np.float32]) -> None:
    """Latency and recall of the open index for real questions, against exact search with FAISS Flat."""
    import faiss

    index = open_index(workspace.index_path)
    assert index is not None
    queries = [" ".join(text.split()[::2]) for text in Texts().block(10_000_019, len(vectors))]
    everyday = [" ".join(f"w{n}" for n in np.random.default_rng(i).integers(0, 60, 8)) for i in range(50)]
    folder = workspace.index_path / index.manifest.vectors / VECTORS
    rows = restored(np.fromfile(folder, "<i2").reshape(-1, DIMENSION))
    flat = faiss.IndexFlatIP(DIMENSION)
    flat.add(rows)
    del rows
    true: list[NDArray[np.float32]] = []
    times = {"flat": [], "dense": [], "lexical": [], "everyday": [], "whole": []}  # type: dict[str, list[float]]
    found: list[NDArray[np.float32]] = []
    for vector in vectors:
        times["flat"].append(milliseconds(lambda v=vector: true.append(flat.search(v[None], 10)[0][0])))  # type: ignore[misc]
        times["dense"].append(milliseconds(lambda v=vector: found.append(index.dense.search(v[None], 10)[0][0])))  # type: ignore[misc]
    hits = sum(int((one >= other[9] - 1e-5).sum()) for one, other in zip(found, true, strict=True))
    for question, vector in zip(queries, vectors, strict=True):
        query = read_query(question, languages_of(index))
        times["lexical"].append(lexical(index, workspace, question))
        times["whole"].append(
            milliseconds(lambda q=query, v=vector: retrieve(index, workspace.database, q, v, Mode.HYBRID, 10))  # type: ignore[misc]
        )
    times["everyday"] = [lexical(index, workspace, question) for question in everyday]
    row("FAISS Flat, one query, median / p95", spread(times["flat"]))
    row("dense search, k = 10", spread(times["dense"]))
    row("dense against Flat, p95", f"1/{np.percentile(times['flat'], 95) / np.percentile(times['dense'], 95):.0f}")
    row("recall@10 of dense search", f"{hits / (10 * len(found)):.3f}")
    row("lexical search, mixed words", spread(times["lexical"]))
    row("lexical search, eight everyday words", spread(times["everyday"]))
    row("both, fused", spread(times["whole"]))


def lexical(index: OpenIndex, workspace: Workspace, question: str) -> float:
    """Milliseconds of one lexical search."""
    return milliseconds(
        lambda: retrieve(index, workspace.database, read_query(question, languages_of(index)), None, Mode.LEXICAL, 10)
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("real", type=Path, help="folder of indexed workspaces")
    parser.add_argument("--count", type=int, default=1_000_000, help="passages")
    parser.add_argument("--folder", type=Path, help="where there is room for 5 GB")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        step(arguments)
    else:
        million(arguments)


if __name__ == "__main__":
    main()
