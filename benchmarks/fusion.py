"""The constants of the fusion, each choice measured on collections that took no part in it.

    python -m benchmarks.fusion --sets DIR --cache DIR [--documents 2500] [--queries 150]

Besides the BEIR folders of DIR/retrieval, collections are made from labelled pairs of DIR/nli and DIR/stance: the
claims are asked, the passages that support or refute them are relevant, and all the others of the set are around
them. All are cut to a number of documents and queries, so that no large one decides.

Printed are nDCG@10 of both sides, of the fusion as it is and of plain mixing; then, for three families of settings,
what each collection gets from the setting that is best on the mean of the others. What reading the first passages adds
is measured by `benchmarks.reranking`.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.retrieval import discounted
from workbench.domain import fusion
from workbench.domain.fusion import Candidate, fuse
from workbench.domain.searching import Mode, document_number
from workbench.index.opened import open_index
from workbench.models.encoder import load_encoder
from workbench.services.evaluation.evaluate_retrieval import evaluate_retrieval, read_judgements, read_queries
from workbench.services.search.retrieval import languages_of, pooled, read_query
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import claim_vector
from workbench.store.search import passage_owners

PAIRS = {
    "check-covid": "nli/Check-COVID/pairs.jsonl",
    "evidence-inference": "nli/EvidenceInference-v2/pairs.jsonl",
    "factcheckbench": "stance/factcheckbench-dev.jsonl",
    "fever": "stance/fever-pairs.jsonl",
    "feverous": "nli/FEVEROUS-S-dev/pairs.jsonl",
    "healthver": "stance/healthver-dev.jsonl",
    "perspectrum": "nli/Perspectrum/pairs.jsonl",
    "vitaminc": "nli/VitaminC-real/pairs.jsonl",
}
PLAIN = {"LENGTH": 0.0, "COMPANY": 0.0}
NOT_TRAINED_ON = ("clef2020-2", "clef2022-2a-devtest", "scifact-train", "wice-dev", "healthver", "factcheckbench")
"""Collections of which the stance model has seen no pair."""

WEIGHTS = (0.55, 0.6, 0.65, 0.7, 0.75)


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """One query: its pool, the document of each candidate, and the relevance of documents."""

    pool: list[Candidate]
    owners: dict[int, str]
    relevant: dict[str, int]

    def gain(self, order: Sequence[int]) -> float:
        """nDCG@10 of an order of passages."""
        return discounted(list(dict.fromkeys(self.owners[one] for one in order)), self.relevant)


def lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def collections(sets: Path) -> Iterator[tuple[str, list[dict[str, Any]], dict[str, str], dict[str, dict[str, int]]]]:
    """Name, documents, queries and judgements of each collection."""
    for folder in sorted((sets / "retrieval").iterdir()):
        judgements = read_judgements(folder / "qrels" / "test.tsv")
        yield folder.name, lines(folder / "corpus.jsonl"), read_queries(folder / "queries.jsonl"), judgements
    for name, path in PAIRS.items():
        documents: dict[tuple[str, str], str] = {}
        queries: dict[str, str] = {}
        judged: dict[str, dict[str, int]] = {}
        for pair in lines(sets / path):
            document = documents.setdefault((pair.get("title", ""), pair["evidence"]), f"d{len(documents):05d}")
            if pair["label"] != "neutral":
                query = queries.setdefault(pair["claim"], f"q{len(queries):05d}")
                judged.setdefault(query, {})[document] = 1
        rows = [{"_id": key, "title": title, "text": text} for (title, text), key in documents.items()]
        yield name, rows, {key: text for text, key in queries.items()}, judged


def cut(
    rows: list[dict[str, Any]], queries: dict[str, str], judged: dict[str, dict[str, int]], documents: int, most: int
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """A part of a collection: some queries, their whole documents, and others around them."""
    chance = random.Random(5)
    chosen = sorted(name for name in queries if name in judged)
    chance.shuffle(chosen)
    chosen = chosen[:most]
    wanted = {document for name in chosen for document in judged[name]}
    number = {row["_id"]: document_number(row["_id"], row.get("title", "")) for row in rows}
    wholes = {number[document] for document in wanted if document in number}
    kept = [row for row in rows if number[row["_id"]] in wholes]
    rest = [row for row in rows if number[row["_id"]] not in wholes]
    chance.shuffle(rest)
    return kept + rest[: max(0, documents - len(kept))], {name: queries[name] for name in chosen}


def asked(name: str, cache: Path, judged: dict[str, dict[str, int]], queries: dict[str, str]) -> list[JudgedQuery]:
    """The pools of all queries of an indexed collection."""
    found = []
    with Workspace.open(cache / name) as workspace:
        index = open_index(workspace.index_path)
        assert index is not None
        owners = passage_owners(workspace.database)
        for key, text in queries.items():
            vector = claim_vector(workspace.database, text, index.manifest.model)
            pool = pooled(
                index, workspace.database, read_query(text, languages_of(index)), vector, Mode.HYBRID, 10
            ).candidates
            found.append(JudgedQuery(pool, {one.id: owners[one.id] for one in pool}, judged[key]))
    return found


def indexed(
    name: str,
    rows: list[dict[str, Any]],
    queries: dict[str, str],
    judged: dict[str, dict[str, int]],
    options: argparse.Namespace,
) -> dict[str, str]:
    """Cut a collection, write it and its index below the cache; returns the queries that are left."""
    rows, queries = cut(rows, queries, judged, options.documents, options.queries)
    folder = options.cache / "collections" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    asking = [json.dumps({"_id": key, "text": text}) + "\n" for key, text in queries.items()]
    (folder / "queries.jsonl").write_text("".join(asking), encoding="utf-8")
    evaluate_retrieval(folder, cache=options.cache, encoder=load_encoder(None, "int8"), alone=True)
    print(f"{name}: {len(rows):,} documents, {len(queries)} queries", flush=True)
    return queries


def mean(queries: list[JudgedQuery], **constants: float) -> float:
    """nDCG@10 of the fusion with other constants."""
    kept = {name: getattr(fusion, name) for name in constants}
    try:
        for name, value in constants.items():
            setattr(fusion, name, value)
        return float(np.mean([one.gain([item.candidate.id for item in fuse(one.pool)]) for one in queries]))
    finally:
        for name, value in kept.items():
            setattr(fusion, name, value)


def side(queries: list[JudgedQuery], which: str) -> float:
    """nDCG@10 of one side of the search."""

    def order(one: JudgedQuery) -> list[int]:
        known = [c for c in one.pool if getattr(c, which)]
        return [c.id for c in sorted(known, key=lambda c: (-getattr(c, which), c.id))]

    return float(np.mean([one.gain(order(one)) for one in queries]))


def left_out(figures: NDArray[np.float64]) -> list[tuple[int, float]]:
    """For each collection (column) the setting (row) that is best on the others, and what it gets there."""
    found = []
    for column in range(figures.shape[1]):
        best = int(np.argmax(np.delete(figures, column, 1).mean(1)))
        found.append((best, float(figures[best, column])))
    return found


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, required=True, help="folder with retrieval/, nli/ and stance/")
    parser.add_argument("--cache", type=Path, required=True, help="the collections and their indexes are kept here")
    parser.add_argument("--documents", type=int, default=2500)
    parser.add_argument("--queries", type=int, default=150)
    arguments = parser.parse_args()
    measured = dict[str, list[JudgedQuery]]()
    for name, rows, queries, judged in collections(arguments.sets):
        queries = indexed(name, rows, queries, judged, arguments)
        measured[name] = asked(name, arguments.cache, judged, queries)
    print(f"\n| nDCG@10 | {' | '.join(measured)} | mean |\n| --- |{' --- |' * (len(measured) + 1)}")

    def told(what: str, figures: Sequence[float]) -> None:
        print(f"| {what} | {' | '.join(f'{one:.3f}' for one in figures)} | {np.mean(figures):.4f} |", flush=True)

    for which in ("dense", "lexical"):
        told(which, [side(queries, which) for queries in measured.values()])
    told("as it is", [mean(queries) for queries in measured.values()])
    for weight in (0.5, 0.6, 0.65, 0.7):
        told(f"plain, {weight}", [mean(queries, DENSE_WEIGHT=weight, **PLAIN) for queries in measured.values()])
    families = {
        "weight": [{"DENSE_WEIGHT": weight, **PLAIN} for weight in WEIGHTS],
        "weight, length": [
            {"DENSE_WEIGHT": weight, "LENGTH": length, "COMPANY": 0.0}
            for weight, length in itertools.product(WEIGHTS, (0.0, 0.03, 0.05, 0.1))
        ],
        "weight, length, best passage": [
            {"DENSE_WEIGHT": weight, "LENGTH": length, "COMPANY": company}
            for weight, length, company in itertools.product(WEIGHTS, (0.0, 0.03, 0.05, 0.1), (0.0, 0.5))
        ],
    }
    for family, settings in families.items():
        figures = np.array([[mean(queries, **one) for queries in measured.values()] for one in settings])
        found = left_out(figures)
        told(f"left out: {family}", [gain for _, gain in found])
        print(f"  chosen: {sorted({str(settings[best]) for best, _ in found})}")


if __name__ == "__main__":
    main()
