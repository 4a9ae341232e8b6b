"""What of a passage is encoded: with its title, without it, both vectors kept, or a vector for the title alone.

    python -m benchmarks.titles --sets DIR --cache DIR

The collections are those of `python -m benchmarks.fusion`, indexed in the same folder, whose documents have titles. The
passages that either side of the search found are scored again by each kind of vector; words are looked up with the
title, as always. Printed is nDCG@10 of both sides together, and what a collection gets from the kind that is best on
the mean of the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.fusion import JudgedQuery, asked, collections, left_out, mean
from workbench.domain.passages import encoded_text
from workbench.domain.ports import Encoder
from workbench.index.opened import open_index
from workbench.models.encoder import load_encoder
from workbench.services.evaluation.evaluate_retrieval import read_queries
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import claim_vector
from workbench.store.search import passage_words

Scores = NDArray[np.floating[Any]]

KINDS: dict[str, Callable[[Scores, Scores, Scores], Scores]] = {
    "with the title": lambda whole, text, title: whole,
    "without": lambda whole, text, title: text,
    "both kept, the nearer counts": lambda whole, text, title: np.maximum(whole, text),
    "both kept, their mean": lambda whole, text, title: (whole + text) / 2,
    "a vector of the title, a third": lambda whole, text, title: (2 * text + title) / 3,
    "a vector of the title, a third, beside both": lambda whole, text, title: (2 * whole + title) / 3,
}


def scored(folder: Path, queries: dict[str, str], judged: list[JudgedQuery], encoder: Encoder) -> list[list[Scores]]:
    """Of each query the likeness of its candidates: as encoded with the title, of the text, and of the title."""
    with Workspace.open(folder) as workspace:
        index = open_index(workspace.index_path)
        assert index is not None
        ids = np.unique([candidate.id for query in judged for candidate in query.pool])
        words = dict(zip(ids.tolist(), passage_words(workspace.database, ids), strict=True))
        names = list(dict.fromkeys(context for context, _ in words.values()))
        title = dict(zip(names, encoder.encode(names), strict=True))
        text = dict(zip(words, encoder.encode([text for _, text in words.values()]), strict=True))
        whole = dict(zip(words, encoder.encode([encoded_text(*both) for both in words.values()]), strict=True))
        found = []
        for asked_, query in zip(queries.values(), judged, strict=True):
            vector = claim_vector(workspace.database, asked_, index.manifest.model)
            assert vector is not None
            rows = [candidate.id for candidate in query.pool]
            found.append(
                [
                    np.array([whole[row] for row in rows]) @ vector,
                    np.array([text[row] for row in rows]) @ vector,
                    np.array([title[words[row][0]] for row in rows]) @ vector,
                ]
            )
        return found


def by(kind: Callable[[Scores, Scores, Scores], Scores], query: JudgedQuery, scores: list[Scores]) -> JudgedQuery:
    """The query with its candidates' likeness as this kind of vector gives it."""
    pairs = zip(query.pool, kind(*scores).tolist(), strict=True)
    return replace(query, pool=[candidate._replace(dense=value) for candidate, value in pairs])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, required=True, help="folder with retrieval/, nli/ and stance/")
    parser.add_argument("--cache", type=Path, required=True, help="the folder of benchmarks.fusion")
    arguments = parser.parse_args()
    encoder, columns = load_encoder(None, "int8"), dict[str, list[float]]()
    for name, rows, _, judged in collections(arguments.sets):
        if not any(row.get("title") for row in rows):
            continue
        queries = read_queries(arguments.cache / "collections" / name / "queries.jsonl")
        found = asked(name, arguments.cache, judged, queries)
        scores = scored(arguments.cache / name, queries, found, encoder)
        columns[name] = [
            mean([by(kind, query, one) for query, one in zip(found, scores, strict=True)]) for kind in KINDS.values()
        ]
        print(f"{name}: {', '.join(f'{value:.3f}' for value in columns[name])}", flush=True)
    figures = np.array(list(columns.values())).T
    print(f"\n| encoded | {' | '.join(columns)} | mean |\n| --- |{' --- |' * (len(columns) + 1)}")
    for what, row in zip(KINDS, figures, strict=True):
        print(f"| {what} | {' | '.join(f'{one:.3f}' for one in row)} | {row.mean():.4f} |")
    chosen = left_out(figures)
    print(f"| left out | {' | '.join(f'{gain:.3f}' for _, gain in chosen)} | {np.mean([g for _, g in chosen]):.4f} |")
    print(f"chosen: {', '.join(list(KINDS)[best] for best, _ in chosen)}")


if __name__ == "__main__":
    main()
