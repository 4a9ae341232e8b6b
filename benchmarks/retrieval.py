"""Speed and size of retrieval, everything side by side in one run: `make bench-retrieval`.

    python -m benchmarks.retrieval [--evidence FILE] [--sets DIR [--cache DIR]]

With evidence: cold start of `workbench search`, reindex full and again. With sets: nDCG@10 of each BEIR folder in
DIR/retrieval, in all modes, with a paired test. A million passages are `benchmarks/million.py`, the comparison with
txtai is `benchmarks/peers.py`.

Times are wall clock, figures are printed as rows of a Markdown table.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.table import heading, milliseconds, row, spread
from workbench.domain import fusion
from workbench.domain.ports import Encoder
from workbench.domain.searching import Mode
from workbench.index.opened import open_index
from workbench.models.encoder import load_encoder
from workbench.models.reranker import load_reranker
from workbench.services.evaluation.evaluate_retrieval import evaluate_retrieval, read_judgements, read_queries
from workbench.services.evidence.reindex import reindex
from workbench.services.search.explaining import facts_of, read
from workbench.services.search.retrieval import languages_of, read_query, retrieve
from workbench.services.search.search import Searcher
from workbench.services.search.thresholds import is_near
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import claim_vector
from workbench.store.search import live_passages, passage_words, places

QUERIES = 200
ASKED_ELSEWHERE = 40
RERANKED = 40


def cold(arguments: argparse.Namespace) -> None:
    """Cold start and the cost of keeping current, on real evidence with the real model."""
    program = Path(sys.executable).with_name("workbench")
    heading()
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(arguments.workspace or Path(temporary) / "work")

        def run(*words: str) -> float:
            return milliseconds(
                lambda: subprocess.run([str(program), "-w", str(path), *words], check=True, capture_output=True)
            )

        if not (path / "claims.db").exists():
            run("init", str(path))
            row("evidence add", f"{run('evidence', 'add', str(arguments.evidence)) / 1000:.1f} s")
            full = run("reindex")
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            row(
                "reindex, first",
                f"{full / 1000:.1f} s ({used.ru_utime + used.ru_stime:.0f} processor seconds with `evidence add`, "
                f"{used.ru_maxrss / 1000:.0f} MB at most)",
            )
        search, importing = [], []
        for _ in range(5):
            search.append(run("search", "Russia has deployed thousands of troops", "--format", "json"))
            importing.append(
                milliseconds(lambda: subprocess.run([sys.executable, "-c", "import sentence_transformers"], check=True))
            )
        row("`workbench search`, cold", f"{statistics.median(search) / 1000:.2f} s")
        row("`import sentence_transformers`", f"{statistics.median(importing) / 1000:.2f} s")
        row("ratio", f"{statistics.median(search) / statistics.median(importing):.3f}")
        with Workspace.open(path) as workspace:
            row("reindex, nothing changed", spread([milliseconds(lambda: reindex(workspace)) for _ in range(5)]))
            asked = questions(workspace)
            row(f"search, warm, explained, {len(asked)} different questions", spread(warm(workspace, asked)))
            known = Known(load_encoder(), asked)
            row("the same, vectors of the questions given", spread(warm(workspace, asked, known)))
            row("found and ordered alone, vectors given", spread(unexplained(workspace, asked, known)))
        if arguments.evidence:
            revised = Path(temporary) / "revised.jsonl"
            revise(arguments.evidence, revised)
            run("evidence", "add", str(revised))
            row("reindex, 1 % of the sources changed", f"{run('reindex') / 1000:.1f} s")
        row("claims.db", f"{(path / 'claims.db').stat().st_size / 1e6:.0f} MB")
        row("index/", f"{sum(f.stat().st_size for f in (path / 'index').rglob('*') if f.is_file()) / 1e6:.0f} MB")


def revise(evidence: Path, changed: Path) -> None:
    """Write every hundredth row of a JSON lines file with a sentence more."""
    with evidence.open(encoding="utf-8") as file, changed.open("w", encoding="utf-8") as written:
        for number, line in enumerate(file):
            if number % 100 == 0:
                row_ = json.loads(line)
                written.write(json.dumps({**row_, "text": row_["text"] + " This entry was revised."}) + "\n")


class Known:
    """An encoder that knows the vectors of some texts, so that searches can be timed without encoding."""

    def __init__(self, encoder: Encoder, texts: Sequence[str]) -> None:
        self.key, self.sha256, self.dimension = encoder.key, encoder.sha256, encoder.dimension
        self._vectors = dict(zip(texts, encoder.encode(texts), strict=True))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Their vectors."""
        return np.stack([self._vectors[text] for text in texts])


def questions(workspace: Workspace) -> list[str]:
    """The first words of evenly chosen passages: all different, so that nothing is remembered from one to the next."""
    ids, _ = live_passages(workspace.database)
    chosen = ids[:: max(1, len(ids) // QUERIES)][:QUERIES]
    texts = (" ".join(text.split()[:25]) for _, text in passage_words(workspace.database, chosen))
    return list(dict.fromkeys(text for text in texts if len(text) > 20))


def warm(workspace: Workspace, asked: Sequence[str], encoder: Encoder | None = None) -> list[float]:
    """Milliseconds of each search with everything loaded; nothing is remembered of an earlier run."""
    searcher = Searcher(workspace, encoder=encoder, strict=True)
    searcher.search(asked[0])
    facts_of.cache_clear()
    read.cache_clear()
    return [milliseconds(lambda one=text: searcher.search(one)) for text in asked]  # type: ignore[misc]


def unexplained(workspace: Workspace, asked: Sequence[str], encoder: Encoder) -> list[float]:
    """Milliseconds of finding and ordering passages, without reading or explaining them."""
    index = open_index(workspace.index_path)
    assert index is not None
    found = []
    for text in asked:
        query, vector = read_query(text, languages_of(index)), encoder.encode([text])[0]
        found.append(milliseconds(lambda: retrieve(index, workspace.database, query, vector, Mode.HYBRID, 30)))  # noqa: B023
    return found


def quality(arguments: argparse.Namespace) -> None:
    """What each side and both together reach on labelled collections."""
    print("\n| collection | lexical | dense | both | both - better part | queries better, equal, worse | p |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    gains = []
    for folder in sorted((arguments.sets / "retrieval").iterdir()):
        report = evaluate_retrieval(folder, cache=arguments.cache)
        words, meaning, both = (report.measures[mode]["nDCG@10"] for mode in ("lexical", "dense", "hybrid"))
        gains.append(both - max(words, meaning))
        paired = {one.other: one for one in report.comparisons}["lexical" if words > meaning else "dense"]
        counts = f"{paired.better}, {paired.equal}, {paired.worse} | {paired.p:.2g}"
        print(f"| {folder.name} | {words:.3f} | {meaning:.3f} | {both:.3f} | {gains[-1]:+.3f} | {counts} |", flush=True)
    print(f"| mean | | | | {statistics.mean(gains):+.3f} | | |", flush=True)


def precision(arguments: argparse.Namespace) -> None:
    """What the fused search loses with vectors of the int8 lane, passages and queries alike."""
    print("\n| collection | float32 | int8 | lost |\n| --- | --- | --- | --- |")
    quick, lost = load_encoder(None, "int8"), []
    for folder in sorted((arguments.sets / "retrieval").iterdir()):
        whole = evaluate_retrieval(folder, cache=arguments.cache, alone=True).measures["hybrid"]["nDCG@10"]
        small = evaluate_retrieval(folder, cache=arguments.cache / "int8", encoder=quick, alone=True)
        found = small.measures["hybrid"]["nDCG@10"]
        lost.append(whole - found)
        print(f"| {folder.name} | {whole:.4f} | {found:.4f} | {lost[-1]:+.4f} |", flush=True)
    print(f"| mean | | | {statistics.mean(lost):+.4f} |", flush=True)


def reranked(arguments: argparse.Namespace) -> None:
    """The lists that a user sees, ordered by the search alone and with the stance model, on a part of the queries."""
    print(f"\n| first {RERANKED} queries | `--no-rerank` | reranked |\n| --- | --- | --- |")
    model = load_reranker()
    for folder in sorted((arguments.sets / "retrieval").iterdir()):
        judgements = read_judgements(folder / "qrels" / "test.tsv")
        queries = {name: text for name, text in read_queries(folder / "queries.jsonl").items() if name in judgements}
        with Workspace.open(arguments.cache / folder.name) as workspace:
            figures = []
            for searcher in (Searcher(workspace, strict=True), Searcher(workspace, reranker=model, strict=True)):
                gains = []
                for name, text in list(queries.items())[:RERANKED]:
                    documents = dict.fromkeys(hit.source.id for hit in searcher.search(text).hits)
                    gains.append(discounted(list(documents), judgements[name]))
                figures.append(statistics.mean(gains))
        print(f"| {folder.name} | {figures[0]:.3f} | {figures[1]:.3f} |", flush=True)


def discounted(found: Sequence[str], relevant: dict[str, int]) -> float:
    """nDCG@10 of one list (Järvelin and Kekäläinen 2002)."""
    discounts = 1 / np.log2(np.arange(2, 12))
    gains = [relevant.get(document, 0) for document in found[:10]]
    best = sorted(relevant.values(), reverse=True)[:10]
    ideal = float(np.dot(best, discounts[: len(best)]))
    return float(np.dot(gains, discounts[: len(gains)])) / ideal if ideal else 0.0


VARIANTS = {
    "all of it": {},
    "without length": {"LENGTH": 0.0},
    "without the document's best passage": {"COMPANY": 0.0},
    "standardised scores alone": {"LENGTH": 0.0, "COMPANY": 0.0},
}  # type: dict[str, dict[str, float]]


def ingredients(arguments: argparse.Namespace) -> None:
    """The mean nDCG@10 of the fused search with each of its parts left out."""
    folders = sorted((arguments.sets / "retrieval").iterdir())
    names = " | ".join(folder.name for folder in folders)
    print(f"\n| fused by | {names} | mean |\n| --- |{' --- |' * (len(folders) + 1)}")
    for what, constants in VARIANTS.items():
        kept = {name: getattr(fusion, name) for name in constants}
        for name, value in constants.items():
            setattr(fusion, name, value)
        reports = [evaluate_retrieval(folder, cache=arguments.cache, alone=True) for folder in folders]
        for name, value in kept.items():
            setattr(fusion, name, value)
        found = [report.measures["hybrid"]["nDCG@10"] for report in reports]
        print(f"| {what} | {' | '.join(f'{one:.3f}' for one in found)} | {statistics.mean(found):.4f} |", flush=True)


def thresholds(arguments: argparse.Namespace) -> None:
    """How many relevant passages, and how many answers to queries of another collection, count as close."""
    folders = [folder for folder in sorted((arguments.sets / "retrieval").iterdir())]
    opened = {folder: Workspace.open(arguments.cache / folder.resolve().name) for folder in folders}
    kept, foreign = [], []
    for folder in folders:
        queries, judgements = read_queries(folder / "queries.jsonl"), read_judgements(folder / "qrels" / "test.tsv")
        for name, text in list(queries.items())[:ASKED_ELSEWHERE]:
            for other in folders:
                workspace = opened[other]
                index = open_index(workspace.index_path)
                assert index is not None
                vector = claim_vector(opened[folder].database, text, index.manifest.model)
                ranked = retrieve(
                    index, workspace.database, read_query(text, languages_of(index)), vector, Mode.HYBRID, 10
                )[:10]
                if other is not folder:
                    foreign.append(any(is_near(one.dense, one.coverage) for one in ranked))
                    continue
                owners = places(workspace.database, [one.id for one in ranked])
                relevant = judgements.get(name, {})
                kept += [
                    is_near(one.dense, one.coverage) for one in ranked if relevant.get(owners[one.id].source_id, 0) > 0
                ]
    print(f"\nclose: {statistics.mean(kept):.1%} of relevant passages found")
    if foreign:  # with one collection there is no other
        print(f"and {statistics.mean(foreign):.1%} of queries of another collection")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evidence", type=Path, help="evidence to index")
    parser.add_argument(
        "--workspace", type=Path, help="a workspace that is indexed already; with --evidence it is changed"
    )
    parser.add_argument("--sets", type=Path, help="folder whose retrieval/ holds BEIR folders")
    parser.add_argument(
        "--cache", type=Path, help="keep the indexes of the sets here; the parts of the fusion are then measured too"
    )
    arguments = parser.parse_args()
    if arguments.evidence or arguments.workspace:
        cold(arguments)
    if arguments.sets:
        quality(arguments)
        if arguments.cache:
            ingredients(arguments)
            thresholds(arguments)
            precision(arguments)
            reranked(arguments)


if __name__ == "__main__":
    main()
