"""What the stance model makes of the first passages of a search, on collections of which it has seen no pair.

    python -m benchmarks.reranking --sets DIR --cache DIR [--documents 2500] [--queries 150] [--read 60]

The collections are those of `benchmarks.fusion` that the stance model was not trained on, cut to a number of documents
and queries and asked as `search` asks. Printed are nDCG@10 by how many passages the model puts in order and by its
weight beside the search; for the weight that ships how many queries are better and worse for it, and how often chance
alone would move the mean as far (paired, the signs drawn ten thousand times); then, for each collection, the same for
the setting that is best on the mean of the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.fusion import NOT_TRAINED_ON, collections, indexed, left_out
from benchmarks.retrieval import discounted
from workbench.domain.reranking import combined
from workbench.domain.searching import Mode
from workbench.index.opened import open_index
from workbench.models.reranker import load_reranker
from workbench.models.stance import stance_card
from workbench.services.search.reranking import RERANKED, reranked
from workbench.services.search.retrieval import languages_of, read_query, retrieve
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import claim_vector
from workbench.store.search import passage_owners

BESIDE = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
"""Weights of the model beside the search; the first leaves the order of the search."""

READ = (10, 20, 30, RERANKED)
"""How many passages are put in order."""

SETTINGS = [(passages, weight) for passages in READ for weight in BESIDE]
"""Both together; the first leaves the order of the search."""

DRAWN = 10_000

Figures = NDArray[np.float64]


def gains(name: str, cache: Path, judged: dict[str, dict[str, int]], queries: dict[str, str]) -> Figures:
    """nDCG@10 of each query with each of `SETTINGS`, shape (queries, settings)."""
    model, rows = load_reranker(), []
    with Workspace.open(cache / name) as workspace:
        index = open_index(workspace.index_path)
        assert index is not None
        owners = passage_owners(workspace.database)
        for key, text in queries.items():
            vector = claim_vector(workspace.database, text, index.manifest.model)
            query = read_query(text, languages_of(index))
            ranked = retrieve(index, workspace.database, query, vector, Mode.HYBRID, RERANKED)
            scores = reranked(model, ranked, text, workspace.database).scores
            known = [one for one in ranked if one.id in scores]
            row = []
            for passages, weight in SETTINGS:
                top = known[:passages]
                values = combined([one.score for one in top], [scores[one.id] for one in top], weight)
                order = [one.id for _, one in sorted(zip(values, top, strict=True), key=lambda item: -item[0])]
                behind = [one.id for one in ranked if one.id not in set(order)]
                row.append(discounted(list(dict.fromkeys(owners[one] for one in [*order, *behind])), judged[key]))
            rows.append(row)
    return np.array(rows)


def by_chance(differences: Sequence[float]) -> float:
    """How often differences of random signs have a mean as far from 0 as these."""
    given = np.asarray(differences)
    signs = np.random.default_rng(5).choice((-1.0, 1.0), size=(DRAWN, len(given)))
    drawn = np.abs((signs * given).mean(axis=1))
    return float((drawn >= abs(given.mean()) - 1e-12).mean())


def moved(figures: Figures, setting: int) -> str:
    """What a setting gains on one collection, with the queries that it moves, as three cells."""
    gained = figures[:, setting] - figures[:, 0]
    counts = f"{(gained > 1e-9).sum()}, {(np.abs(gained) <= 1e-9).sum()}, {(gained < -1e-9).sum()}"
    return f"{gained.mean():+.4f} | {counts} | {by_chance(gained.tolist()):.3f}"


def table(name: str, figures: Figures, weight: float) -> None:
    """Print nDCG@10 of one collection, and what the weight that ships moves."""
    print(f"| {name} | {' | '.join(map(str, BESIDE))} | gain at {weight} | better, equal, worse | by chance |")
    print(f"|{' --- |' * (len(BESIDE) + 4)}")
    for passages, row in zip(READ, figures.mean(0).reshape(len(READ), -1), strict=True):
        cells = " | ".join(f"{one:.4f}" for one in row)
        print(f"| {passages} passages | {cells} | {moved(figures, SETTINGS.index((passages, weight)))} |", flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, required=True, help="folder with retrieval/, nli/ and stance/")
    parser.add_argument("--cache", type=Path, required=True, help="the collections and their indexes are kept here")
    parser.add_argument("--documents", type=int, default=2500)
    parser.add_argument("--queries", type=int, default=150)
    parser.add_argument("--read", type=int, default=150, help="of those queries, how many the model reads passages for")
    arguments = parser.parse_args()
    measured = dict[str, Figures]()
    for name, rows, queries, judged in collections(arguments.sets):
        if name in NOT_TRAINED_ON:
            asked = indexed(name, rows, queries, judged, arguments)
            read = dict(list(asked.items())[: arguments.read])
            measured[name] = gains(name, arguments.cache, judged, read)
            table(name, measured[name], stance_card().weight)
    print("\n| collection | passages, weight best on the others | gain | better, equal, worse | by chance |")
    print(f"|{' --- |' * 5}")
    chosen = left_out(np.array([one.mean(0) for one in measured.values()]).T)
    for (name, figures), (best, _) in zip(measured.items(), chosen, strict=True):
        print(f"| {name} | {', '.join(map(str, SETTINGS[best]))} | {moved(figures, best)} |")
    gains_left_out = [gain - figures[:, 0].mean() for (_, gain), figures in zip(chosen, measured.values(), strict=True)]
    print(f"| mean | | {np.mean(gains_left_out):+.4f} | | |")


if __name__ == "__main__":
    main()
