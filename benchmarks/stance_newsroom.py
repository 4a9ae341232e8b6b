"""What is said of the claims written for the project that were held out of training, and of others.

    python -m benchmarks.stance_newsroom [--weights DIR]

Printed are how often the likeliest reading is right, and for each label that is shown how many of the passages that
support, refute and settle nothing get it. Who wrote the pairs that were learnt wrote those held out too; the 61 of
`benchmarks/everyday_news.tsv` are of another hand and were never trained on.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from workbench.models.stance import load_stance
from workbench.services.search.stance_reading import StancePair, StanceReader

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from stance_mixture import newsroom

NAMES = ("supports", "refutes", "neutral")
OTHERS = Path(__file__).with_name("everyday_news.tsv")

Rows = list[tuple[str, str, int]]
"""Claim, passage, and the place of the label in `NAMES`."""


def others() -> Rows:
    """The pairs of another hand."""
    with OTHERS.open(encoding="utf-8", newline="") as file:
        return [
            (row["claim"], row["passage"], NAMES.index(row["label"])) for row in csv.DictReader(file, delimiter="\t")
        ]


def report(title: str, rows: Rows, reader: StanceReader) -> None:
    """Judge pairs and print what was said of them."""
    said = reader.read([StancePair(claim, passage) for claim, passage, _ in rows])
    labels = [label for _, _, label in rows]
    right = sum(
        max(range(3), key=(one.supports, one.refutes, one.neutral).__getitem__) == label
        for label, one in zip(labels, said, strict=True)
    )
    print(f"\n{title}: {len(rows)} passages, the likeliest reading right: {right / len(rows):.3f}\n")
    counts = Counter((one.label, label) for label, one in zip(labels, said, strict=True))
    print(f"| shown | {' | '.join(NAMES)} |\n|---|---|---|---|")
    for label in sorted({label for label, _ in counts}):
        print(f"| {label} | {' | '.join(str(counts[label, place]) for place in range(3))} |")


def main() -> None:
    """Read both sets and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=None, help="folder of another stance-en.onnx")
    arguments = parser.parse_args()
    reader = StanceReader(load_stance(arguments.weights))
    _, held_out = newsroom(0)
    report("Held out", [(pair.claim, pair.passage, pair.label) for pair in held_out], reader)
    report("Of another hand", others(), reader)


if __name__ == "__main__":
    main()
