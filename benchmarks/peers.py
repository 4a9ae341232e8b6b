"""Side by side with txtai on the same passages and vectors: `python -m benchmarks.peers EVIDENCE --workspace DIR`.

DIR is a workspace that holds EVIDENCE; it is made if it is missing, which encodes everything once. txtai is no part
of the workbench: where it cannot be imported, one line says how to get it. Both sides answer the same questions with
ten results. txtai is built twice: with the words of the passages alone, and with what makes a passage evidence (title,
address, publisher, day, source and offsets); the workbench always holds both, and its answers are explained (matching
words, shared names, amounts and dates compared), which txtai's are not.

Every step runs in a process of its own, so that its memory is its own. Times are wall clock; the sides take turns.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.table import machine, milliseconds, spread
from workbench.domain.passages import encoded_text
from workbench.domain.searching import Mode
from workbench.index.manifest import read_manifest
from workbench.index.opened import open_index
from workbench.index.vectors import VectorStore, restored
from workbench.models.encoder import load_encoder
from workbench.models.onnx_session import encoder_folder
from workbench.services.evidence.reindex import reindex
from workbench.services.search.retrieval import languages_of, read_query, retrieve
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace
from workbench.store.search import live_passages, passage_words

WANTED, QUESTIONS, ROUNDS = 10, 200, 3
ASKED = "Russia has deployed thousands of troops"
MISSING = (
    "txtai is not installed: `pip install --no-deps --target DIR txtai msgpack`, then run this with PYTHONPATH=DIR"
)


class Known:
    """An encoder that knows the vectors of all texts it will be asked for, so that nothing is encoded."""

    def __init__(self, vectors: dict[str, NDArray[np.float32]], key: str, sha256: str) -> None:
        self._vectors, self.key, self.sha256, self.dimension = vectors, key, sha256, 384

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Their vectors."""
        return np.stack([self._vectors[text] for text in texts])


@dataclass
class Material:
    """What both sides are given: passages in order of their ids, questions, and the vectors of all."""

    passages: list[dict[str, Any]]
    questions: list[str]
    vectors: dict[str, NDArray[np.float32]]
    key: str
    sha256: str


def gathered(path: Path) -> Material:
    """The material in a workspace whose index is in step."""
    with Workspace.open(path) as workspace:
        manifest = read_manifest(workspace.index_path)
        assert manifest is not None
        ids, hashes = live_passages(workspace.database)
        store = VectorStore(workspace.index_path / manifest.vectors, manifest.dimension)
        rows = restored(store.vectors()[store.lookup(hashes)])
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        texts = [encoded_text(*words) for words in passage_words(workspace.database, ids)]
        sources = workspace.database.rows(
            'SELECT p.id, p.source_id, p.start, p."end", s.title, s.url, s.publisher, s.published, s.sha256 '
            "FROM passages p JOIN sources s ON s.id = p.source_id WHERE p.removed_at IS NULL ORDER BY p.id"
        )
        passages = [{**source, "text": text} for source, text in zip(sources, texts, strict=True)]
        chosen = passage_words(workspace.database, ids[:: max(1, len(ids) // QUESTIONS)][:QUESTIONS])
        asked = list(dict.fromkeys(" ".join(text.split()[:25]) for _, text in chosen if len(text) > 20))
    vectors = dict(zip(texts, rows, strict=True))
    vectors.update(zip(asked, load_encoder().encode(asked), strict=True))
    return Material(passages, asked, vectors, manifest.model, manifest.model_sha256)


def folder_bytes(path: Path) -> int:
    """Bytes of all files in a folder, or of one file."""
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())


def answered(asked: Sequence[str], search: Callable[[str], object]) -> list[float]:
    """Milliseconds of each question, after one that is not counted."""
    search(asked[0])
    return [milliseconds(lambda one=text: search(one)) for text in asked[1:]]  # type: ignore[misc]


def workbench_builds(material: Material, source: Path, place: Path) -> dict[str, Any]:
    """Index the passages with the vectors given."""
    shutil.copy(source / "claims.db", place / "claims.db")
    with Workspace.open(place) as workspace:
        known = Known(material.vectors, material.key, material.sha256)
        seconds = milliseconds(lambda: reindex(workspace, encoder=known)) / 1000
    return {"seconds": seconds, "index": folder_bytes(place / "index"), "texts": folder_bytes(place / "claims.db")}


def workbench_answers(material: Material, place: Path) -> dict[str, Any]:
    """Ask the questions, explained and only found and ordered."""
    known = Known(material.vectors, material.key, material.sha256)
    with Workspace.open(place) as workspace:
        searcher, index = Searcher(workspace, encoder=known, strict=True), open_index(workspace.index_path)
        assert index is not None

        def ordered(text: str) -> object:
            vector = known.encode([text])[0]
            return retrieve(
                index, workspace.database, read_query(text, languages_of(index)), vector, Mode.HYBRID, WANTED
            )

        return {
            "explained": answered(material.questions, lambda text: searcher.search(text, k=WANTED)),
            "unexplained": answered(material.questions, ordered),
        }


def embeddings(encode: Callable[[Any], Any]) -> Any:
    """txtai with words and vectors, exact neighbours and its texts."""
    return import_module("txtai").Embeddings(
        method="external", transform=encode, hybrid=True, content=True, backend="faiss",
        faiss={"components": "IDMap,Flat"},
    )  # fmt: skip


def txtai_builds(material: Material, place: Path, *, evidence: bool) -> dict[str, Any]:
    """Index the same with txtai: the words alone, or as `evidence` with where they come from."""

    def encode(batch: list[str]) -> NDArray[np.float32]:
        return np.stack([material.vectors[text] for text in batch])

    index = embeddings(encode)
    rows = [(one["id"], one if evidence else one["text"], None) for one in material.passages]
    started = time.perf_counter()
    index.index(rows)
    index.save(str(place))
    seconds = time.perf_counter() - started
    index.close()
    return {"seconds": seconds, "index": folder_bytes(place), "texts": 0}


def txtai_answers(material: Material, place: Path, *, evidence: bool) -> dict[str, Any]:
    """Ask the questions."""

    def encode(batch: list[str]) -> NDArray[np.float32]:
        return np.stack([material.vectors[text] for text in batch])

    index = embeddings(encode)
    index.load(str(place), config={"transform": encode})
    fields = "id, text, score, title, url, publisher, published, source_id" if evidence else ""
    query = f"SELECT {fields} FROM txtai WHERE similar(:q) LIMIT {WANTED}"  # noqa: S608

    def search(text: str) -> object:
        found = index.search(query, parameters={"q": text}) if evidence else index.search(text, WANTED)
        assert len(found) == WANTED
        return found

    times = answered(material.questions, search)
    index.close()
    return {"explained": [], "unexplained": times}


def txtai_cold(place: Path) -> None:
    """What a command of one's own has to do: load the index and the model, encode one question, answer it."""

    def encode(batch: list[str]) -> Any:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(encoder_folder()), device="cpu").encode(batch, normalize_embeddings=True)

    index = import_module("txtai").Embeddings()
    index.load(str(place), config={"transform": encode})
    print(json.dumps(index.search(ASKED, WANTED)))


STEPS: dict[str, Callable[[Material, Path, Path], dict[str, Any]]] = {
    "workbench builds": workbench_builds,
    "workbench answers": lambda material, _, place: workbench_answers(material, place),
    "txtai builds": lambda material, _, place: txtai_builds(material, place, evidence=False),
    "txtai answers": lambda material, _, place: txtai_answers(material, place, evidence=False),
    "txtai with evidence builds": lambda material, _, place: txtai_builds(material, place, evidence=True),
    "txtai with evidence answers": lambda material, _, place: txtai_answers(material, place, evidence=True),
}


def step(name: str, workspace: Path, place: Path) -> None:
    """One step, in a process of its own: figures as JSON on standard output."""
    material = gathered(workspace)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = STEPS[name](material, workspace, place)
    found["given"], found["peak"] = before * 1024, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps(found))


def run_step(name: str, workspace: Path, place: Path) -> dict[str, Any]:
    """Run one step and read its figures."""
    place.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "benchmarks.peers", "--step", name, "--workspace", str(workspace)]
    done = subprocess.run([*command, "--place", str(place)], check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def compared(workspace: Path) -> None:
    """Run all steps, the sides taking turns, and print the table."""
    sides = ["workbench", "txtai", "txtai with evidence"]
    cells: dict[str, dict[str, str]] = {}

    def cell(what: str, side: str, value: str) -> None:
        cells.setdefault(what, {})[side] = value

    program = Path(sys.executable).with_name("workbench")
    with tempfile.TemporaryDirectory() as temporary:
        places = {side: Path(temporary) / side.replace(" ", "-") for side in sides}
        for side, place in places.items():
            built = run_step(f"{side} builds", workspace, place)
            cell("build without encoding", side, f"{built['seconds']:.1f} s")
            both = f" + {built['texts'] / 1e6:.1f} (texts and review)" if built["texts"] else ""
            cell("disk, MB", side, f"{built['index'] / 1e6:.1f}{both}")
            cell("disk together, MB", side, f"{(built['index'] + built['texts']) / 1e6:.1f}")
            cell("memory grown while building, MB", side, f"{(built['peak'] - built['given']) / 1e6:.0f}")
        plain: dict[str, list[float]] = {side: [] for side in sides}
        told: list[float] = []
        grown: dict[str, list[float]] = {side: [] for side in sides}
        cold: dict[str, list[float]] = {side: [] for side in sides}
        for _ in range(ROUNDS):
            for side, place in places.items():
                found = run_step(f"{side} answers", workspace, place)
                plain[side] += found["unexplained"]
                told += found["explained"]
                grown[side].append((found["peak"] - found["given"]) / 1e6)
            commands = {
                "workbench": [str(program), "-w", str(places["workbench"]), "search", ASKED, "--format", "json"],
                "txtai": [sys.executable, "-m", "benchmarks.peers", "--cold", str(places["txtai"])],
            }
            for side, command in commands.items():
                cold[side].append(milliseconds(lambda c=command: subprocess.run(c, check=True, capture_output=True)))  # type: ignore[misc]
        for side in sides:
            cell("query, found and ordered, median / p95", side, spread(plain[side]))
            cell("query, explained, median / p95", side, spread(told) if side == "workbench" else "not offered")
            cell("memory grown while answering, MB", side, f"{statistics.median(grown[side]):.0f}")
            seconds = f"{statistics.median(cold[side]) / 1000:.2f} s" if cold[side] else "as beside"
            cell("cold start to answer, model and all", side, seconds)
    print(f"\n{machine()}\n")
    print(f"| what | {' | '.join(sides)} |\n| --- |{' --- |' * len(sides)}")
    for what, row in cells.items():
        print(f"| {what} | {' | '.join(row[side] for side in sides)} |")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evidence", type=Path, nargs="?", help="evidence to index where there is no workspace yet")
    parser.add_argument("--workspace", type=Path, help="where it is kept, so that a second run encodes nothing")
    parser.add_argument("--step", choices=sorted(STEPS), help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--cold", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.cold:
        txtai_cold(given.cold)
        return
    if given.step:
        step(given.step, given.workspace, given.place)
        return
    if find_spec("txtai") is None:
        print(MISSING)
        return
    if given.workspace is None:
        parser.error("--workspace DIR is missing")
    if not (given.workspace / "claims.db").exists():
        if given.evidence is None:
            parser.error("there is no workspace yet: name the evidence it is made from")
        program = str(Path(sys.executable).with_name("workbench"))
        for words in (["init", str(given.workspace)], ["evidence", "add", str(given.evidence)], ["reindex"]):
            subprocess.run([program, "-w", str(given.workspace), *words], check=True)
    compared(given.workspace)


if __name__ == "__main__":
    main()
