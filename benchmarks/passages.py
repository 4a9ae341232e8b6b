"""How long a passage should be, and what of its document should stand with it.

    python -m benchmarks.passages FOLDER [--documents N] [--queries N] [--precision float32|int8]

FOLDER is a BEIR folder of long documents. Of its queries with judgements the first N are asked over N documents: those
judged for them, and others evenly chosen. Every length is tried with and without the title before each passage. Rows of
a Markdown table are printed: nDCG@10 of documents, each standing where its best passage does.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from workbench.ingest import passages
from workbench.models.encoder import load_encoder
from workbench.services.evaluate_retrieval import evaluate_retrieval, read_judgements, read_queries

LENGTHS = (300, 500, 700, 1000, 1_000_000)
"""Code points a passage is filled up to; the last leaves documents whole."""


def subset(folder: Path, place: Path, queries: int, documents: int, *, titles: bool) -> None:
    """Write a smaller collection with or without titles to `place`."""
    judgements = read_judgements(folder / "qrels" / "test.tsv")
    asked = {name: text for name, text in read_queries(folder / "queries.jsonl").items() if name in judgements}
    asked = dict(list(asked.items())[:queries])
    rows = [json.loads(line) for line in (folder / "corpus.jsonl").read_text(encoding="utf-8").split("\n") if line]
    judged = {document for name in asked for document in judgements[name]}
    others = [row for row in rows if row["_id"] not in judged]
    wanted = max(0, documents - len(judged))
    chosen = others[:: max(1, len(others) // wanted)][:wanted] if wanted else []
    (place / "qrels").mkdir(parents=True)
    kept = [row for row in rows if row["_id"] in judged] + chosen
    with (place / "corpus.jsonl").open("w", encoding="utf-8") as file:
        for row in kept:
            file.write(json.dumps({**row, "title": row["title"] if titles else ""}) + "\n")
    with (place / "queries.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"_id": name, "text": text}) + "\n" for name, text in asked.items())
    with (place / "qrels" / "test.tsv").open("w", encoding="utf-8") as file:
        file.write("query-id\tcorpus-id\tscore\n")
        file.writelines(f"{name}\t{d}\t{value}\n" for name in asked for d, value in judgements[name].items())


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1500)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--precision", default="float32", choices=["float32", "int8"])
    arguments = parser.parse_args()
    encoder = load_encoder(None, arguments.precision)
    print(
        "| filled up to | title | passages | lexical | dense | both |\n| --- | --- | --- | --- | --- | --- |",
        flush=True,
    )
    for length in LENGTHS:
        # No passage is longer than ten sevenths of what it is filled up to, as by default.
        passages.TARGET, passages.LIMIT = length, length * 10 // 7
        for titles in (True, False):
            with tempfile.TemporaryDirectory() as temporary:
                place = Path(temporary) / "collection"
                subset(arguments.folder, place, arguments.queries, arguments.documents, titles=titles)
                report = evaluate_retrieval(place, encoder=encoder)
            figures = " | ".join(f"{report.measures[mode]['nDCG@10']:.3f}" for mode in ("lexical", "dense", "hybrid"))
            what = f"{length:,}" if length < max(LENGTHS) else "whole"
            print(f"| {what} | {'with' if titles else 'without'} | {report.passages:,} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
