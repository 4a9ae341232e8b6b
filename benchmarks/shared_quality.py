"""Is evidence found as well in a collection as in the index of a workspace?

Each BEIR folder is read into a workspace of its own (kept under --cache) and, with the very same vectors, into a
collection of Milvus; the same search answers the judged queries from either. Printed are nDCG@10 of both, how many of
the first ten documents they share, and how long a query takes.

    python -m benchmarks.shared_quality SETS/retrieval/scifact-train --cache build/vectors [--uri http://127.0.0.1:19530]
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.table import machine
from workbench.domain.passages import encoded_text
from workbench.ingest.options import ReadOptions
from workbench.ingest.reader import read
from workbench.services.collections import attaching
from workbench.services.collections.asking import SharedEvidence
from workbench.services.collections.collection_loading import CollectionLoader
from workbench.services.evaluation.evaluate_retrieval import Run, read_judgements, read_queries
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import EvidenceReport, add_evidence, without_skipped
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder, Vectors

NAME = "measured"
HITS = 20


class Remembering:
    """An encoder that encodes no text twice."""

    def __init__(self, encoder: Encoder) -> None:
        self.key, self.sha256, self.dimension = encoder.key, encoder.sha256, encoder.dimension
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts, shape (len(texts), dimension)."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            self._known.update(zip(missing, self._encoder.encode(missing), strict=True))
        return np.stack([self._known[text] for text in texts])

    def take(self, workspace: Workspace) -> None:
        """Know the vectors of a workspace's index."""
        from workbench.index.opened import open_index
        from workbench.store.search import passage_words

        index = open_index(workspace.index_path)
        assert index is not None
        ids, _, vectors = index.sample(len(index.ids))
        texts = (encoded_text(*words) for words in passage_words(workspace.database, ids))
        self._known.update(zip(texts, vectors, strict=True))


def ndcg(judgements: dict[str, dict[str, int]], run: Run) -> dict[str, float]:
    """nDCG@10 by query."""
    import ir_measures

    measure = ir_measures.parse_measure("nDCG@10")
    found = dict.fromkeys(run, 0.0)
    asked = {query: judgements[query] for query in run}
    for metric in ir_measures.iter_calc([measure], asked, run):
        found[metric.query_id] = float(metric.value)
    return found


def shared_of_ten(one: dict[str, float], two: dict[str, float]) -> float:
    """The share of the first ten documents of one that are among the first ten of the other."""
    first = list(one)[:10]
    return len(set(first) & set(list(two)[:10])) / max(1, len(first))


def answers(searcher: Searcher, queries: dict[str, str], mode: str) -> tuple[Run, list[float]]:
    """The first documents of each query, and the seconds each took."""
    run: Run = {}
    seconds = []
    for number, (query, text) in enumerate(queries.items()):
        begin = time.perf_counter()
        result = searcher.search(text, k=HITS, mode=mode)
        seconds.append(time.perf_counter() - begin)
        assert not result.incomplete, result.note
        documents = dict.fromkeys(hit.source.id.removeprefix(f"{NAME}/") for hit in result.hits)
        run[query] = {document: float(-place) for place, document in enumerate(documents)}
        if number == 0:
            seconds.clear()  # the first opens everything
    return run, seconds


def part_of(folder: Path, queries: dict[str, str], judgements: dict[str, dict[str, int]], most: int, into: Path) -> str:
    """A corpus of at most so many documents, or of those that are judged: these first, then the others in order."""
    judged = {document for query in queries for document in judgements[query]}
    rows = (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    rows.sort(key=lambda line: str(json.loads(line)["_id"]) not in judged)
    path = into / "corpus.jsonl"
    path.write_text("\n".join(rows[: max(most, len(judged))]) + "\n", encoding="utf-8")
    return str(path)


def measure(folder: Path, cache: Path, uri: str | None, most: int, documents: int | None) -> list[tuple[str, ...]]:
    """One line for each mode."""
    from workbench.index.manifest import read_manifest
    from workbench.services.evidence.encoders import encoder_of

    judgements = read_judgements(folder / "qrels" / "test.tsv")
    queries = {name: text for name, text in read_queries(folder / "queries.jsonl").items() if judgements.get(name)}
    step = max(1, len(queries) // most)
    queries = dict(list(queries.items())[::step][:most])
    with (
        tempfile.TemporaryDirectory() as temporary,
        Workspace.create((Path(temporary) if documents else cache) / folder.name, reviewer="benchmark") as embedded,
        Workspace.create(Path(temporary) / "empty", reviewer="benchmark") as empty,
    ):
        corpus = str(folder / "corpus.jsonl")
        if documents:
            corpus = part_of(folder, queries, judgements, documents, Path(temporary))
        add_evidence(embedded, [corpus], ReadOptions(isolate=False))
        reindex(embedded)
        manifest = read_manifest(embedded.index_path)
        assert manifest is not None
        encoder = Remembering(encoder_of(manifest))
        encoder.take(embedded)
        place = uri or f"{temporary}/{NAME}.db"
        one = attaching.create(empty, NAME, place, precision=manifest.precision)
        engine = attaching.opened(one)
        report = EvidenceReport()
        begin = time.perf_counter()
        rows = read(corpus, as_evidence=True, options=ReadOptions(isolate=False))
        CollectionLoader(engine, "benchmark", encoder=encoder).load(
            without_skipped(rows, report.skipped), report, None, lambda: False
        )
        print(f"{folder.name}: {report.passages:,} passages sent in {time.perf_counter() - begin:.0f} s", flush=True)
        if uri is None:
            size = sum(path.stat().st_size for path in Path(place).rglob("*") if path.is_file())
            print(f"{folder.name}: {size / report.passages:,.0f} bytes on the disk for each passage", flush=True)
        encoder.encode(list(queries.values()))
        lines: list[tuple[str, ...]] = []
        for mode in ("hybrid", "dense", "lexical"):
            here, quick = answers(Searcher(embedded, encoder=encoder), queries, mode)
            shared = SharedEvidence(empty, seconds=600.0)
            there, slow = answers(Searcher(empty, shared=shared), queries, mode)
            shared.close()
            both = [
                len(set(list(here[q])[:10]) & set(list(there[q])[:10])) / max(1, len(list(here[q])[:10])) for q in here
            ]
            one_, two = ndcg(judgements, here), ndcg(judgements, there)
            lines.append(
                (
                    folder.name,
                    mode,
                    str(len(queries)),
                    f"{mean(one_.values()):.4f}",
                    f"{mean(two.values()):.4f}",
                    f"{mean(two.values()) - mean(one_.values()):+.4f}",
                    f"{100 * mean(both):.1f}",
                    f"{1000 * median(quick):.0f}",
                    f"{1000 * median(slow):.0f}",
                )
            )
        if uri:
            attaching.drop(empty, NAME)
    return lines


def main() -> None:
    """Measure the folders that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, default=Path("build/vectors"))
    parser.add_argument("--uri", help="address of a Milvus server (default: Milvus Lite in a temporary folder)")
    parser.add_argument("--documents", type=int, help="only so many of each set, the judged ones first")
    parser.add_argument("--queries", type=int, default=1_000, help="at most so many of each set, spread evenly")
    given = parser.parse_args()
    lines = [
        line
        for folder in given.folders
        for line in measure(folder, given.cache, given.uri, given.queries, given.documents)
    ]
    print(f"\n{machine()}\n\n| set | mode | queries | index | collection | difference | shared, % | ms | ms there |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for line in lines:
        print(f"| {' | '.join(line)} |")


if __name__ == "__main__":
    main()
