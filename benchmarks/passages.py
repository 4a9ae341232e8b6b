"""How long a passage should be, and what of its document should stand with it.

    python -m benchmarks.passages FOLDER [--documents N] [--queries N] [--precision float32|int8] [--beside]

FOLDER is a BEIR folder of long documents. Of its queries with judgements the first N are asked over N documents: those
judged for them, and others evenly chosen. Every length is tried with and without the title before each passage. With
`--beside`, the length in use is tried with passages that begin some characters before the last one's end, and with the
section's name beside the title (for abstracts that name their sections in capitals). Rows of a Markdown table are
printed: nDCG@10 of documents, each standing where its best passage does.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from workbench.domain.documents import Section
from workbench.domain.passages import PassageDraft
from workbench.domain.ports import Encoder
from workbench.ingest import passages
from workbench.models.encoder import load_encoder
from workbench.services.evaluation.evaluate_retrieval import evaluate_retrieval, read_judgements, read_queries
from workbench.services.evidence import sources

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


_LABEL = re.compile(r"(?:^|(?<=[.!?]\s))([A-Z][A-Z/&, ]{3,60}?[A-Z])(?=:?\s+[A-Z][a-z]|:?\s+We\b|:)")


def overlapping(characters: int) -> Callable[..., list[PassageDraft]]:
    """Passages as they are cut, each begun up to so many characters earlier, at a word."""

    def split(text: str, sections: Sequence[Section] = ()) -> list[PassageDraft]:
        drafts = passages.split_passages(text, sections)
        found = drafts[:1]
        for draft in drafts[1:]:
            start = max(0, draft.start - characters)
            space = text.find(" ", start, draft.start)
            found.append(PassageDraft(start if space < 0 else space + 1, draft.end, draft.locator))
        return found

    return split


def named(*, shown: bool) -> Callable[..., list[PassageDraft]]:
    """Passages that end where a section named in capitals does, its name beside the title only when `shown`."""

    def split(text: str, _: Sequence[Section] = ()) -> list[PassageDraft]:
        starts = [(match.start(1), match[1]) for match in _LABEL.finditer(text)]
        starts.append((len(text), ""))
        sections = [Section(a, b, label.capitalize()) for (a, label), (b, _) in pairwise(starts)]
        drafts = passages.split_passages(text, sections)
        return drafts if shown else [PassageDraft(draft.start, draft.end) for draft in drafts]

    return split


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1500)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--precision", default="float32", choices=["float32", "int8"])
    parser.add_argument("--beside", action="store_true", help="overlap and section names instead of lengths")
    parser.add_argument("--threads", type=int)
    arguments = parser.parse_args()
    encoder = load_encoder(None, arguments.precision, arguments.threads)
    print(
        "| filled up to | title | passages | lexical | dense | both |\n| --- | --- | --- | --- | --- | --- |",
        flush=True,
    )
    if arguments.beside:
        variants = {
            "no overlap": passages.split_passages,
            "overlap 100": overlapping(100),
            "overlap 200": overlapping(200),
            "cut at sections": named(shown=False),
            "cut at sections, named": named(shown=True),
        }
        for what, split in variants.items():
            vars(sources)["split_passages"] = split
            measured(arguments, encoder, what, titles=True)
        return
    for length in LENGTHS:
        # No passage is longer than ten sevenths of what it is filled up to, as by default.
        passages.TARGET, passages.LIMIT = length, length * 10 // 7
        for titles in (True, False):
            measured(arguments, encoder, f"{length:,}" if length < max(LENGTHS) else "whole", titles=titles)


def measured(arguments: argparse.Namespace, encoder: Encoder, what: str, *, titles: bool) -> None:
    """Measure one way of cutting and print its row."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary) / "collection"
        subset(arguments.folder, place, arguments.queries, arguments.documents, titles=titles)
        report = evaluate_retrieval(place, encoder=encoder)
    figures = " | ".join(f"{report.measures[mode]['nDCG@10']:.3f}" for mode in ("lexical", "dense", "hybrid"))
    print(f"| {what} | {'with' if titles else 'without'} | {report.passages:,} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
