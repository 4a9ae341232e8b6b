"""Measure the encoder: `python -m benchmarks.encoding [FILE.jsonl]`.

The texts are the `text` of every row of FILE, or the paragraphs of this project's own documentation. Printed are texts
a second of sentence-transformers and of our two lanes on the same cores, how close their vectors are, and how long a
fresh process takes to encode one query, beside what the import of sentence-transformers alone takes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from workbench.models.encoder import ReferenceEncoder, load_encoder
from workbench.models.onnx_session import encoder_folder

ROOT = Path(__file__).resolve().parent.parent
_QUERY = "from workbench.models.encoder import load_encoder; load_encoder().encode(['how many troops are there'])"


def texts_of(path: Path | None, limit: int) -> list[str]:
    """Texts of a JSONL file, or paragraphs of the documentation repeated up to the limit."""
    if path:
        with path.open(encoding="utf-8") as file:
            return [json.loads(line)["text"] for _, line in zip(range(limit), file, strict=False)]
    pages = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
    found = [part for page in pages for part in page.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    return (found * (limit // len(found) + 1))[:limit]


def clock(encode: Callable[[Sequence[str]], Any], texts: list[str], times: int) -> tuple[float, Any]:
    """Seconds of the best of some runs, and the vectors."""
    best, found = float("inf"), None
    for _ in range(times):
        started = time.perf_counter()
        found = encode(texts)
        best = min(best, time.perf_counter() - started)
    return best, found


def process_seconds(code: str, times: int) -> float:
    """Seconds a fresh interpreter takes for a line of Python, the best of some runs."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path, nargs="?")
    options.add_argument("--limit", type=int, default=1000)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--times", type=int, default=3)
    given = options.parse_args()
    texts = texts_of(given.file, given.limit)
    reference = ReferenceEncoder(str(encoder_folder()), given.threads)
    seconds, want = clock(reference.encode, texts, given.times)
    print(f"{len(texts)} texts, {given.threads} threads")
    print(f"sentence-transformers  {len(texts) / seconds:8.1f} texts/s")
    for precision in ("float32", "int8"):
        encoder = load_encoder(precision=precision, threads=given.threads)
        spent, vectors = clock(encoder.encode, texts, given.times)
        cosines = (vectors * want).sum(axis=1)
        speed = f"{len(texts) / spent:8.1f} texts/s  x{seconds / spent:.2f}"
        low = f"lowest of a hundred {np.quantile(cosines, 0.01):.5f} lowest {cosines.min():.5f}"
        print(f"{precision:21}  {speed}  cosine mean {cosines.mean():.5f} {low}")
    library = process_seconds("import sentence_transformers", given.times)
    ours = process_seconds(_QUERY, given.times)
    print(f"fresh process: import sentence_transformers {library:.2f} s, one query {ours:.2f} s, x{ours / library:.3f}")


if __name__ == "__main__":
    main()
