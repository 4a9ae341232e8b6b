"""Whether a question finds as much as the statement, and whether speaker and day belong into what is searched for.

    python -m benchmarks.questions --sets DIR --cache DIR [--queries 60]

The collections are those that `python -m benchmarks.fusion` made and indexed in the same folder. Printed is nDCG@10 of
both sides together for the first queries of each: as they are, asked in two ways, reported, and with speaker and day.
Posts (the collections called clef…) are no sentences and take no part. Only statements that can be turned into a
question by moving one word ("The bridge was opened" to "Was the bridge opened") take part in the second table.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from benchmarks.fusion import collections
from benchmarks.retrieval import discounted
from workbench.domain.ports import Encoder
from workbench.domain.searching import Mode
from workbench.index.opened import open_index
from workbench.models.encoder import load_encoder
from workbench.services.evaluation.evaluate_retrieval import read_queries
from workbench.services.search.retrieval import languages_of, read_query, retrieve
from workbench.services.workspace import Workspace
from workbench.store.search import passage_owners

_MOVED = re.compile(
    r"(?P<who>[^,;:.]{2,60}?)\s(?P<verb>is|was|are|were|has|have|had|will|can|could|would)\s(?P<rest>.*)"
)
_SMALL_WORDS = "The A An There It He She They This These In At All Some Most Many"
_SMALL = frozenset(_SMALL_WORDS.split())


def lowered(text: str) -> str:
    """A sentence as it goes on behind other words."""
    return text[:1].lower() + text[1:] if text.split(" ", 1)[0] in _SMALL else text


def bare(text: str) -> str:
    """A sentence without its stop."""
    return text.rstrip(".!? ")


def turned(text: str) -> str | None:
    """A statement as a question; None where more than one word would have to move."""
    found = _MOVED.fullmatch(text.strip())
    return f"{found['verb'].capitalize()} {lowered(found['who'])} {bare(found['rest'])}?" if found else None


WAYS: dict[str, Callable[[str], str]] = {
    "as they are": lambda text: text,
    "Is it true that …?": lambda text: f"Is it true that {lowered(bare(text))}?",
    "with a question mark": lambda text: f"{bare(text)}?",
    "The mayor says that …": lambda text: f"The mayor says that {lowered(text)}",
    "… (Anna Brek, 3 March 2020)": lambda text: f"{text} (Anna Brek, 3 March 2020)",
}
TURNED: dict[str, Callable[[str], str]] = {
    "as they are": lambda text: text,
    "Was …?": lambda text: turned(text) or text,
}


def gain(folder: Path, queries: Mapping[str, str], judged: Mapping[str, dict[str, int]], encoder: Encoder) -> float:
    """Mean nDCG@10 of some queries of an indexed collection."""
    with Workspace.open(folder) as workspace:
        index = open_index(workspace.index_path)
        assert index is not None
        owners, gains = passage_owners(workspace.database), []
        for name, text in queries.items():
            query, vector = read_query(text, languages_of(index)), encoder.encode([text])[0]
            ranked = retrieve(index, workspace.database, query, vector, Mode.HYBRID, 50)
            gains.append(discounted(list(dict.fromkeys(owners[one.id] for one in ranked)), judged[name]))
    return float(np.mean(gains))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, required=True, help="folder with retrieval/, nli/ and stance/")
    parser.add_argument("--cache", type=Path, required=True, help="the folder of benchmarks.fusion")
    parser.add_argument("--queries", type=int, default=60)
    arguments = parser.parse_args()
    judgements = {name: judged for name, _, _, judged in collections(arguments.sets) if not name.startswith("clef")}
    asked = {name: read_queries(arguments.cache / "collections" / name / "queries.jsonl") for name in judgements}
    encoder = load_encoder(None, "int8")
    for ways, wanted in ((WAYS, lambda text: True), (TURNED, turned)):
        chosen = {
            name: dict([(key, text) for key, text in queries.items() if wanted(text)][: arguments.queries])
            for name, queries in asked.items()
        }
        counts = " | ".join(f"{name}, {len(queries)}" for name, queries in chosen.items())
        print(f"\n| nDCG@10 | {counts} | mean |\n| --- |{' --- |' * (len(chosen) + 1)}")
        for what, way in ways.items():
            figures = [
                gain(
                    arguments.cache / name,
                    {key: way(text) for key, text in queries.items()},
                    judgements[name],
                    encoder,
                )
                for name, queries in chosen.items()
            ]
            print(f"| {what} | {' | '.join(f'{one:.3f}' for one in figures)} | {np.mean(figures):.4f} |", flush=True)


if __name__ == "__main__":
    main()
