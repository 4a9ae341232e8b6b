"""How often "nothing close found" is told although the first hit is the answer, and how often not without an answer.

    python -m benchmarks.nothing_close [--claims 160] [--sets DIR [--queries 40] [--documents 1500]] [--keep DIR]

Of claims written for the project and held out of training, and of those of another hand, every passage is evidence;
of each BEIR folder in DIR/retrieval what was judged for some queries, and other documents. Each claim is searched for
with its answers there, with them taken away (what is about the same thing stays), and without any passage of its own
(of a BEIR folder: in the next one). Of each is told how many in a hundred have a close hit, by similarity alone and
with what the stance model reads.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from benchmarks.stance_newsroom import OTHERS
from workbench.domain.evidence import Hit
from workbench.domain.ports import Reranker
from workbench.models.reranker import load_reranker
from workbench.services.evaluation.evaluate_retrieval import read_judgements, read_queries
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import add_evidence
from workbench.services.search.reranking import settled
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from stance_mixture import newsroom

SEARCH = "workbench.services.search.search"
RANKED = 20
"""Passages that the stance model puts in order here, to be done in an hour."""
THERE, GONE, ELSEWHERE = "answer is first", "answers taken away", "none of its passages"


@dataclass
class Collection:
    """Claims, and what settles each or belongs to it, by name of the document."""

    name: str
    documents: dict[str, str] = field(default_factory=dict)
    answers: dict[str, set[str]] = field(default_factory=dict)
    belong: dict[str, set[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)


def of_news(name: str, pairs: Iterator[tuple[str, str, bool]], most: int) -> Collection:
    """Claims with passages that settle them or not."""
    found = Collection(name)
    names: dict[str, str] = {}
    for claim, passage, settles in pairs:
        document = names.setdefault(passage, f"p{len(names)}")
        found.documents[document] = passage
        found.belong.setdefault(claim, set()).add(document)
        if settles:
            found.answers.setdefault(claim, set()).add(document)
    chosen = random.Random(3).sample(sorted(found.answers), min(most, len(found.answers)))
    found.answers = {claim: found.answers[claim] for claim in chosen}
    return found


def of_folder(folder: Path, queries: int, documents: int) -> Collection:
    """Some queries of a BEIR folder with what was judged for them, and other documents."""
    found = Collection(folder.name)
    judged, asked = read_judgements(folder / "qrels" / "test.tsv"), read_queries(folder / "queries.jsonl")
    relevant = {one: {key for key, value in judged[one].items() if value > 0} for one in judged if one in asked}
    names = sorted(one for one, answers in relevant.items() if answers)
    for one in random.Random(5).sample(names, min(queries, len(names))):
        found.answers[asked[one]] = found.belong[asked[one]] = relevant[one]
    wanted = set().union(*found.answers.values())
    with (folder / "corpus.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    others = [row for row in rows if row["_id"] not in wanted]
    random.Random(6).shuffle(others)
    for row in [row for row in rows if row["_id"] in wanted] + others[: documents - len(wanted)]:
        found.documents[row["_id"]], found.titles[row["_id"]] = row["text"], row.get("title", "")
    return found


def opened(collection: Collection, folder: Path) -> Workspace:
    """Its documents as evidence, indexed."""
    path = folder / collection.name.replace(" ", "-")
    if path.exists():
        return Workspace.open(path, reviewer="bench")
    workspace, file = Workspace.create(path, reviewer="bench"), path / "evidence.jsonl"
    rows = ({"id": key, "title": collection.titles.get(key, ""), "text": text}
            for key, text in collection.documents.items())  # fmt: skip
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    add_evidence(workspace, [str(file)])
    reindex(workspace)
    return workspace


def measured(collection: Collection, here: Searcher, elsewhere: Searcher | None) -> str:
    """A row: how many in a hundred have a close hit, by similarity alone and with what is read."""
    counts: dict[str, list[tuple[bool, bool]]] = {THERE: [], GONE: [], ELSEWHERE: []}
    for claim, answers in collection.answers.items():
        asked = {
            THERE: (here, ()),
            GONE: (here, tuple(answers)),
            ELSEWHERE: (here, tuple(collection.belong[claim])) if elsewhere is None else (elsewhere, ()),
        }
        for what, (searcher, without) in asked.items():
            read: list[str] = []

            def noted(reranker: Reranker | None, text: str, hits: list[Hit], read: list[str] = read) -> list[Hit]:
                """It is read only where nothing is close without."""
                read.append(text)
                return settled(reranker, text, hits)

            with patch(f"{SEARCH}.settled", noted):
                found = searcher.search(claim, not_sources=without)
            if what != THERE or (found.hits and found.hits[0].source.id in answers):
                counts[what].append((not read, found.close > 0))
    cells = [
        f"{100 * sum(one for one, _ in found) / max(1, len(found)):.0f} → "
        f"{100 * sum(one for _, one in found) / max(1, len(found)):.0f} (of {len(found)})"
        for found in counts.values()
    ]
    return f"| {collection.name} | {' | '.join(cells)} |"


def collections(options: argparse.Namespace) -> list[Collection]:
    """All that are asked for, those of news first."""
    with OTHERS.open(encoding="utf-8", newline="") as file:
        others = [
            (row["claim"], row["passage"], row["label"] != "neutral") for row in csv.DictReader(file, delimiter="\t")
        ]
    held_out = ((pair.claim, pair.passage, pair.label < 2) for pair in newsroom(0)[1])
    found = [of_news("held out", held_out, options.claims), of_news("another hand", iter(others), options.claims)]
    if options.sets:
        folders = sorted((options.sets / "retrieval").iterdir())
        found += [of_folder(folder, options.queries, options.documents) for folder in folders]
    return found


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=160, help="claims of news, at most, of each kind")
    parser.add_argument("--sets", type=Path, help="folder whose retrieval/ holds BEIR folders")
    parser.add_argument("--queries", type=int, default=40, help="of each BEIR folder")
    parser.add_argument("--documents", type=int, default=1500, help="of each BEIR folder")
    parser.add_argument("--keep", type=Path, help="keep the workspaces in this folder, and use them if they are there")
    options = parser.parse_args()
    model = load_reranker()
    with (
        tempfile.TemporaryDirectory() as temporary,
        patch(f"{SEARCH}.RERANKED", RANKED),
        patch("workbench.services.search.reranking.RERANKED", RANKED),
    ):
        found = collections(options)
        searchers = [
            Searcher(opened(one, options.keep or Path(temporary)), reranker=model, strict=True) for one in found
        ]
        print(f"| | {THERE} | {GONE} | {ELSEWHERE} |\n|---|---|---|---|")
        for at, one in enumerate(found):
            of_sets = searchers[2:]
            other = of_sets[(at - 1) % len(of_sets)] if at > 1 and len(of_sets) > 1 else None
            print(measured(one, searchers[at], other), flush=True)


if __name__ == "__main__":
    main()
