"""Earlier verdicts found for claims that mean the same, and the threshold from which they are shown.

    python -m benchmarks.already_checked --sets DIR [--cache DIR] [--rated 100000]

DIR holds BEIR folders whose queries are claims as they were made and whose documents are claims that were checked
(corpus.jsonl, queries.jsonl, qrels/test.tsv). For each threshold: how many claims have their earlier verdict among
the three shown, how many of the first ones shown are right, and how many claims whose earlier verdict is taken away
show another (false alarms; some of them are further verdicts on the same story that the set does not name).

The threshold is chosen for each set on the others: the lowest from which at most ALARMS of 100 claims without an
earlier verdict show one. Then: how long one
claim takes against --rated verdicts (random unit vectors; the product does not depend on what they say), and how long
their vectors take to be read from a workspace.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.fusion import lines
from workbench.models.encoder import load_encoder
from workbench.services.evaluation.evaluate_retrieval import read_judgements
from workbench.services.search.already_checked import LOOKED_AT, MOST, SAME_MEANING
from workbench.services.search.known_claims import KnownClaims
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import store_claim_vectors
from workbench.store.rated_claims import RatedClaim

ALARMS = 10
"""Claims of a hundred without an earlier verdict that may show one."""
THRESHOLDS = [round(0.5 + 0.02 * step, 2) for step in range(20)]


class JudgedSet:
    """The claims of a set with the nearest checked ones, and which of them are right."""

    def __init__(self, folder: Path, cache: Path | None) -> None:
        self.name = folder.name
        documents, queries = lines(folder / "corpus.jsonl"), lines(folder / "queries.jsonl")
        relevant = read_judgements(folder / "qrels" / "test.tsv")
        self.documents = [str(one["text"]) for one in documents]
        asked = [one for one in queries if str(one["_id"]) in relevant]
        self.queries = [str(one["text"]) for one in asked]
        known = KnownClaims("benchmark")
        known.put_all(range(1, len(documents) + 1), self._encoded("corpus", self.documents, cache))
        places = {str(one["_id"]): number for number, one in enumerate(documents, 1)}
        self.right = [
            {places[name] for name, grade in relevant[str(one["_id"])].items() if grade > 0 and name in places}
            for one in asked
        ]
        self.near = known.nearest(self._encoded("queries", self.queries, cache), LOOKED_AT, min(THRESHOLDS))

    def _encoded(self, what: str, texts: list[str], cache: Path | None) -> np.ndarray:
        path = None if cache is None else cache / f"{self.name}.{what}.npy"
        if path is not None and path.exists():
            found: np.ndarray = np.load(path)
            if len(found) == len(texts):
                return found
        vectors = load_encoder().encode(texts)
        if path is not None:
            np.save(path, vectors)
        return vectors

    def shown(self, threshold: float) -> list[list[tuple[int, float]]]:
        """What is shown of each claim."""
        return [[one for one in near if one[1] >= threshold][:MOST] for near in self.near]

    def found(self, threshold: float) -> float:
        """Share of claims with their earlier verdict among those shown."""
        shown = self.shown(threshold)
        hits = (any(one in right for one, _ in those) for those, right in zip(shown, self.right, strict=True))
        return sum(hits) / len(shown)

    def precision(self, threshold: float) -> float:
        """Share of the first ones shown that are right."""
        first = [(those[0][0], right) for those, right in zip(self.shown(threshold), self.right, strict=True) if those]
        return sum(one in right for one, right in first) / max(1, len(first))

    def alarms(self, threshold: float) -> float:
        """Share of claims that show an earlier verdict when theirs is taken away."""
        others = (
            any(similarity >= threshold and one not in right for one, similarity in near)
            for near, right in zip(self.near, self.right, strict=True)
        )
        return sum(others) / len(self.near)


def lowest(sets: list[JudgedSet]) -> float:
    """The lowest threshold that keeps the false alarms of every one of the sets within bounds."""
    return next(t for t in THRESHOLDS if all(one.alarms(t) <= ALARMS / 100 for one in sets))


def milliseconds(rated: int, times: int = 20) -> float:
    """Of one claim compared with so many rated ones, the median."""
    random = np.random.default_rng(1)
    vectors = random.standard_normal((rated, 384), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    known = KnownClaims("benchmark")
    known.put_all(range(1, rated + 1), vectors)
    took = []
    for one in range(times):
        started = time.perf_counter()
        known.nearest(vectors[one : one + 1], LOOKED_AT, SAME_MEANING)
        took.append(time.perf_counter() - started)
    return float(np.median(took)) * 1000


def seconds_to_read(rated: int) -> float:
    """Of the first claim of a session: the vectors of so many rated ones read from a workspace."""
    random = np.random.default_rng(2)
    claims = [RatedClaim(number, f"claim {number}") for number in range(1, rated + 1)]
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "w", reviewer="bench") as workspace:
        for begin in range(0, rated, 10_000):
            part = [claim.text for claim in claims[begin : begin + 10_000]]
            vectors = random.standard_normal((len(part), 384), dtype=np.float32)
            store_claim_vectors(workspace.database, part, vectors, "benchmark")
        known = KnownClaims("benchmark")
        started = time.perf_counter()
        known.take(workspace.database, claims, load_encoder().encode)
        return time.perf_counter() - started


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sets", type=Path, required=True)
    options.add_argument("--only", nargs="+", default=["clef2020-2", "clef2022-2a-devtest"])
    options.add_argument("--cache", type=Path)
    options.add_argument("--rated", type=int, default=100_000)
    given = options.parse_args()
    sets = [JudgedSet(given.sets / name, given.cache) for name in given.only]
    for one in sets:
        print(f"{one.name}: {len(one.queries)} claims, {len(one.documents)} checked claims")
        print("  threshold  found  first is right  false alarms")
        for threshold in THRESHOLDS:
            figures = one.found(threshold), one.precision(threshold), one.alarms(threshold)
            print(f"  {threshold:9.2f}  {figures[0]:5.3f}  {figures[1]:14.3f}  {figures[2]:12.3f}")
    for left_out in sets:
        others = [one for one in sets if one is not left_out]
        threshold = lowest(others) if others else SAME_MEANING
        for name, value in (("chosen on the others", threshold), ("as it is", SAME_MEANING)):
            print(
                f"{left_out.name}, {name} ({value:.2f}): found {left_out.found(value):.3f}, first is right "
                f"{left_out.precision(value):.3f}, false alarms {left_out.alarms(value):.3f}"
            )
    print(f"one claim against {given.rated:,} rated ones: {milliseconds(given.rated):.1f} ms")
    print(f"their vectors read once a session: {seconds_to_read(given.rated):.1f} s")


if __name__ == "__main__":
    main()
