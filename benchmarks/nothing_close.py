"""How often "nothing close found" is told where a passage says something of the claim, and not told where none does.

    python -m benchmarks.nothing_close [--folders] [--claims 160] [--sets DIR [--queries 40] [--documents 1500]]
        [--keep DIR]

First small folders of evidence made for this (`evidence_folders.tsv`): on half of the claims some passage bears, on the
others none, though it shares names, words and numbers. The weights were chosen on half of the folders. With `--folders`
only these. Then claims written for the project and held out of training, and those of another hand, every passage of
which is evidence; of each BEIR folder in DIR/retrieval what was judged for some queries, and other documents. Each of
these claims is searched for with its answers there, with them taken away (what is about the same thing stays), and
without any passage of its own (of a BEIR folder: in the next one). Told is how many in a hundred have a close hit, by
likeness alone and with what is read.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from benchmarks.stance_newsroom import OTHERS
from workbench.domain.evidence import Hit, SearchResult
from workbench.domain.ports import Reranker
from workbench.models.reranker import load_reranker
from workbench.services.evaluation.evaluate_retrieval import read_judgements, read_queries
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import add_evidence
from workbench.services.search.reranking import read_closely
from workbench.services.search.search import Searcher
from workbench.services.search.search_context import SearchContext
from workbench.services.workspace import Workspace

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from stance_mixture import newsroom

FOLDERS = Path(__file__).parent / "evidence_folders.tsv"
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


def searched(searcher: Searcher, claim: str, without: Sequence[str] = ()) -> tuple[list[Hit], SearchResult]:
    """What is found for a claim: with what is close by likeness alone, and as it is told."""
    before: list[Hit] = []

    def noted(reranker: Reranker | None, text: str, hits: list[Hit], context: SearchContext) -> list[Hit]:
        before.extend(hits)
        return read_closely(reranker, text, hits, context)

    with patch(f"{SEARCH}.read_closely", noted):
        found = searcher.search(claim, not_sources=without)
    return before, found


@dataclass
class Told:
    """Claims of one half of the folders of evidence: how many a passage bears on, what was called close."""

    borne: int = 0
    close: int = 0
    right: int = 0
    bare: int = 0
    wrong: int = 0
    passages: int = 0
    right_passages: int = 0

    def add(self, hits: Sequence[Hit], bears: set[str]) -> None:
        """Count one claim, whose hits are told as close or not."""
        close = [hit.source.id for hit in hits if hit.close]
        if bears:
            self.borne, self.close, self.right = (
                self.borne + 1, self.close + bool(close), self.right + bool(bears & set(close)),
            )  # fmt: skip
        else:
            self.bare, self.wrong = self.bare + 1, self.wrong + bool(close)
        self.passages, self.right_passages = self.passages + len(close), self.right_passages + len(bears & set(close))

    @property
    def row(self) -> str:
        """Its figures as cells."""
        return (
            f"{self.close} of {self.borne} | {self.right} of {self.borne} | {self.wrong} of {self.bare} | "
            f"{self.right_passages} of {self.passages}"
        )


def of_folders(folder: Path, model: Reranker) -> None:
    """Print what is told of the folders of evidence, by likeness alone and as it is."""
    told: dict[tuple[str, str], Told] = {}
    with FOLDERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for name in dict.fromkeys(row["folder"] for row in rows):
        mine = [row for row in rows if row["folder"] == name]
        passages = {row["name"]: row for row in mine if row["kind"] == "passage"}
        collection = Collection(f"folder {name}", {key: row["text"] for key, row in passages.items()})
        collection.titles = {key: row["title"] for key, row in passages.items()}
        searcher = Searcher(opened(collection, folder), reranker=model, strict=True)
        for row in mine:
            if row["kind"] == "claim":
                alike, found = searched(searcher, row["text"])
                for how, hits in (("likeness alone", alike), ("what says something", found.hits)):
                    told.setdefault((row["half"], how), Told()).add(hits, set(row["bears"].split()))
    print("| folders | close is | a passage bears on it: any close | that one | none does: any close | "
          "close passages that bear |\n|---|---|---|---|---|---|")  # fmt: skip
    for (half, how), counts in sorted(told.items()):
        print(f"| {half} | {how} | {counts.row} |", flush=True)


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
            alike, found = searched(searcher, claim, without)
            if what != THERE or (found.hits and found.hits[0].source.id in answers):
                counts[what].append((any(hit.close for hit in alike), found.close > 0))
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
    parser.add_argument("--folders", action="store_true", help="the folders of evidence alone")
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
        of_folders(options.keep or Path(temporary), model)
        if options.folders:
            return
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
