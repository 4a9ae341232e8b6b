"""The real search over a labelled collection: a run file, and how good it is."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.domain.errors import BadInputError, IndexProblemError
from workbench.domain.searching import Mode
from workbench.index.opened import changed_at, open_index
from workbench.ingest.options import ReadOptions
from workbench.services.evidence.encoders import encoder_of
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import add_evidence
from workbench.services.search.reranking import RERANKED, reranked
from workbench.services.search.retrieval import Ranked, languages_of, read_query, retrieve
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import claim_vector, store_claim_vectors
from workbench.store.search import passage_owners
from workbench.store.sources import counts

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder, Progress, Reranker

MEASURES = ("nDCG@10", "AP@5", "R@10", "R@100")
TAG = "workbench"
MANY = 20_000
"""Documents beyond which a new index is encoded in the int8 lane: a third of the time for .001 of nDCG@10."""

RERANKED_RUN = "reranked"
"""Names the run whose first passages a reranker has put in order."""
Run = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class PairedTest:
    """The chosen run against another, query by query, in nDCG@10; `p` of a two-sided paired t-test."""

    mode: str
    other: str
    difference: float
    better: int
    equal: int
    worse: int
    p: float


@dataclass(slots=True)
class RetrievalReport:
    """What an evaluation found. Without judgements only the run is there."""

    queries: int
    documents: int
    passages: int
    model: str
    run: Run
    measures: dict[str, dict[str, float]] = field(default_factory=dict)
    """Mean of each measure by mode, over the queries that have judgements."""
    comparisons: list[PairedTest] = field(default_factory=list)


def evaluate_retrieval(
    folder: Path,
    *,
    mode: str = "hybrid",
    k: int = 100,
    cache: Path | None = None,
    encoder: Encoder | None = None,
    precision: str | None = None,
    reranker: Reranker | None = None,
    alone: bool = False,
    progress: Progress | None = None,
) -> RetrievalReport:
    """Index a BEIR folder as a workspace of its own and answer its queries.

    Args:
        folder: Holds corpus.jsonl, queries.jsonl and, for measures, qrels/test.tsv.
        mode: The mode whose run is given; with judgements all three are measured.
        k: Documents a query in the run.
        cache: Folder the workspace is kept in, so that a second evaluation encodes nothing again; None for a
            temporary one.
        encoder: None for the bundled one.
        precision: "float32" or "int8"; None for that of the kept index, and for a new one int8 where there are more
            than `MANY` documents.
        reranker: Puts the first passages of the chosen mode in order, as a search does; the run is then of this order,
            and the measures have it as the mode "reranked" beside the others.
        alone: Measure the chosen mode alone.
        progress: Told how far it is.
    Raises:
        BadInputError: A file is missing or broken.
    """
    queries = read_queries(folder / "queries.jsonl")
    if not (folder / "corpus.jsonl").is_file():
        raise BadInputError(f"{folder} is no BEIR folder: it has no corpus.jsonl.")
    judgements = read_judgements(folder / "qrels" / "test.tsv")
    with _workspace(folder, cache) as workspace:
        # the rows are trusted data of the user's own: no separate process has to read them
        add_evidence(workspace, [str(folder / "corpus.jsonl")], ReadOptions(isolate=False), progress=progress)
        documents = counts(workspace.database)[0]
        if precision is None and documents > MANY and not changed_at(workspace.index_path):
            precision = "int8"
        report = reindex(workspace, encoder=encoder, precision=precision, progress=progress)
        asked = Mode(mode)
        modes = [asked, *(other for other in Mode if other is not asked)] if judgements and not alone else [asked]
        runs = _runs(workspace, queries, modes, k, encoder, reranker, progress)
        given = RERANKED_RUN if reranker is not None else str(asked)
        found = RetrievalReport(
            queries=len(queries),
            documents=documents,
            passages=report.added + report.unchanged,
            model=report.model,
            run=runs[given],
        )
    if judgements:
        by_query = {name: _measured(judgements, run) for name, run in runs.items()}
        for name, measured in by_query.items():
            found.measures[name] = {measure: _mean(measured[measure]) for measure in MEASURES}
        for other in list(runs)[1:]:
            found.comparisons.append(
                _compared(given, other, by_query[given][MEASURES[0]], by_query[other][MEASURES[0]])
            )
    return found


def trec(run: Run) -> str:
    """A run in the format of TREC: query, Q0, document, rank, score, tag."""
    lines = [
        f"{query} Q0 {document} {rank} {score:.9f} {TAG}\n"
        for query, documents in run.items()
        for rank, (document, score) in enumerate(documents.items(), start=1)
    ]
    return "".join(lines)


def _runs(
    workspace: Workspace,
    queries: dict[str, str],
    modes: list[Mode],
    k: int,
    encoder: Encoder | None,
    reranker: Reranker | None,
    progress: Progress | None,
) -> dict[str, Run]:
    """The runs by name, the one that was asked for first."""
    index = open_index(workspace.index_path)
    if index is None:
        raise IndexProblemError(f"{workspace.index_path} holds no index.")
    database, key = workspace.database, index.manifest.model
    texts = list(dict.fromkeys(queries.values()))
    missing = [text for text in texts if claim_vector(database, text, key) is None]
    if missing:
        model = encoder or encoder_of(index.manifest)
        store_claim_vectors(database, missing, model.encode(missing), key)
    owners = passage_owners(database)
    named = ([RERANKED_RUN] if reranker is not None else []) + [str(mode) for mode in modes]
    runs: dict[str, Run] = {name: {} for name in named}
    for number, (name, text) in enumerate(queries.items(), start=1):
        query, vector = read_query(text, languages_of(index)), claim_vector(database, text, key)
        for mode in modes:
            documents: dict[str, float] = {}
            first: list[Ranked] = []
            # The first list is the one a user gets; deeper ones only fill the run where documents have many passages.
            for depth in (max(k, RERANKED), 2 * k, 4 * k):
                ranked = retrieve(index, database, query, None if mode is Mode.LEXICAL else vector, mode, depth)
                first = first or ranked
                _fill(documents, [(owners[one.id], one.score) for one in ranked], k)
                if len(documents) == k:
                    break
            runs[mode][name] = documents
            if reranker is not None and mode is modes[0]:
                order = reranked(reranker, first, text, database).ranked
                again: dict[str, float] = {}
                _fill(again, [(owners[one.id], -place) for place, one in enumerate(order)], k)
                _fill(again, list(documents.items()), k)
                runs[RERANKED_RUN][name] = again
        if progress is not None:
            progress(number, len(queries), "searching")
    return runs


def _fill(documents: dict[str, float], found: list[tuple[str, float]], k: int) -> None:
    """Add documents not there yet until there are k; each stands where its best passage does, scores falling."""
    last = min(documents.values(), default=float("inf"))
    for document, score in found:
        if len(documents) == k:
            return
        if document not in documents:
            last = min(score, last - 1e-6)
            documents[document] = last


@contextmanager
def _workspace(folder: Path, cache: Path | None) -> Iterator[Workspace]:
    if cache is not None:
        with Workspace.create(cache / folder.resolve().name, reviewer="evaluation") as workspace:
            yield workspace
        return
    with (
        tempfile.TemporaryDirectory(prefix="workbench-evaluate-") as temporary,
        Workspace.create(Path(temporary), reviewer="evaluation") as workspace,
    ):
        yield workspace


def read_queries(path: Path) -> dict[str, str]:
    """Queries by id from JSON lines {_id, text}.

    Raises:
        BadInputError: The file is missing, or a line of it has another shape.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"{path} cannot be read.") from error
    queries: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        try:
            if line.strip():
                row: dict[str, Any] = json.loads(line)
                queries[str(row["_id"])] = str(row["text"])
        except (ValueError, KeyError, TypeError) as error:
            raise BadInputError(f"{path} line {number} is not a query {{_id, text}}.") from error
    return queries


def read_judgements(path: Path) -> dict[str, dict[str, int]]:
    """Query to document to relevance, empty when there is no such file.

    Raises:
        BadInputError: A line is not query, document and relevance between tabs.
    """
    found: dict[str, dict[str, int]] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return found
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"{path} cannot be read.") from error
    for number, line in enumerate(lines, start=1):
        parts = line.split("\t")
        if number == 1 and parts[-1].strip() == "score":
            continue
        try:
            query, document, relevance = parts
            found.setdefault(query, {})[document] = int(relevance)
        except ValueError as error:
            raise BadInputError(f"{path} line {number} is not query, document and relevance between tabs.") from error
    return found


def _measured(judgements: dict[str, dict[str, int]], run: Run) -> dict[str, dict[str, float]]:
    """Each measure by query; a query without any document found counts 0."""
    import ir_measures

    measures = [ir_measures.parse_measure(name) for name in MEASURES]
    asked = {query: documents for query, documents in judgements.items() if query in run}
    found: dict[str, dict[str, float]] = {name: dict.fromkeys(asked, 0.0) for name in MEASURES}
    for metric in ir_measures.iter_calc(measures, asked, {query: run[query] for query in asked}):
        found[str(metric.measure)][metric.query_id] = float(metric.value)
    return found


def _compared(mode: str, other: str, one: dict[str, float], two: dict[str, float]) -> PairedTest:
    from scipy.stats import ttest_rel

    differences = [one[query] - two[query] for query in one]
    moved = any(abs(difference) > 1e-9 for difference in differences)
    p = float(ttest_rel(list(one.values()), [two[query] for query in one]).pvalue) if moved else 1.0
    return PairedTest(
        mode=mode,
        other=other,
        difference=sum(differences) / len(differences),
        better=sum(difference > 1e-9 for difference in differences),
        equal=sum(abs(difference) <= 1e-9 for difference in differences),
        worse=sum(difference < -1e-9 for difference in differences),
        p=p,
    )


def _mean(values: dict[str, float]) -> float:
    return sum(values.values()) / len(values) if values else 0.0
