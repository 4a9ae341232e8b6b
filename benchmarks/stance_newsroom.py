"""What is said of the claims written for the project that were held out of training, and of others.

    python -m benchmarks.stance_newsroom [--weights DIR] [--said]

Printed are how often the likeliest reading is right, and for each label that is shown how many of the passages that
support, refute and settle nothing get it. Who wrote the pairs that were learnt wrote those held out too; those of
`benchmarks/everyday_news.tsv` are of another hand and those of `benchmarks/world_news.tsv` were written for measuring
alone: 120 claims of twelve fields and many countries, each with a passage that supports it, one that refutes it, one
that settles nothing, and one that says only a part of it or something more, told apart by what it settles. Neither
is ever trained on. `--said` asks instead what it costs that papers say who said a thing: the claims of other hands as
they are, then each in the words of a paper ("…, the transport minister said on Monday"), read with these and without.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from workbench.models.stance import load_stance
from workbench.services.search.stance_reading import StancePair, StanceReader

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from stance_mixture import newsroom

NAMES = ("supports", "refutes", "neutral")
OTHERS = Path(__file__).with_name("everyday_news.tsv")
WORLD = Path(__file__).with_name("world_news.tsv")

Rows = list[tuple[StancePair, int]]
"""Claim and passage, and the place of the label in `NAMES`."""


def labelled(path: Path, extent: str = "") -> Rows:
    """The pairs of a table, where it has extents those of one if it is named."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (StancePair(row["claim"], row["passage"], row.get("title", "")), NAMES.index(row["label"]))
            for row in csv.DictReader(file, delimiter="\t")
            if extent in ("", row.get("extent"))
        ]


def report(title: str, rows: Rows, reader: StanceReader) -> None:
    """Judge pairs and print what was said of them."""
    said = reader.read([pair for pair, _ in rows])
    labels = [label for _, label in rows]
    right = sum(
        max(range(3), key=(one.supports, one.refutes, one.neutral).__getitem__) == label
        for label, one in zip(labels, said, strict=True)
    )
    print(f"\n{title}: {len(rows)} passages, the likeliest reading right: {right / len(rows):.3f}\n")
    counts = Counter((one.label, label) for label, one in zip(labels, said, strict=True))
    print(f"| shown | {' | '.join(NAMES)} |\n|---|---|---|---|")
    for label in sorted({label for label, _ in counts}):
        print(f"| {label} | {' | '.join(str(counts[label, place]) for place in range(3))} |")


SAID = (
    "{0}, the transport minister said on Monday.",
    "The transport minister said that {0}.",
    "“{0},” the transport minister told reporters.",
    "According to the transport minister, {0}.",
    "The transport minister said: “{0}.”",
)
"""How papers say who said a thing."""


def as_told(pair: StancePair, number: int, speaker: str | None) -> StancePair:
    """The pair with its claim as a paper tells it; without `speaker` it is read with all of its words."""
    return replace(pair, claim=SAID[number % len(SAID)].format(pair.claim.rstrip(".")), speaker=speaker)


def told(reader: StanceReader) -> None:
    """Print what who said it costs, with the words that tell it and without them."""
    rows = labelled(OTHERS) + labelled(WORLD)
    report("Claims as they are", rows, reader)
    for title, speaker in (("With who said it", None), ("As the program reads them", "the transport minister")):
        report(title, [(as_told(pair, at, speaker), label) for at, (pair, label) in enumerate(rows)], reader)


def main() -> None:
    """Read the sets and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=None, help="folder of another stance-en.onnx")
    parser.add_argument("--said", action="store_true", help="what the words that tell who said it cost")
    arguments = parser.parse_args()
    reader = StanceReader(load_stance(arguments.weights))
    if arguments.said:
        told(reader)
        return
    _, held_out = newsroom(0)
    report("Of another hand", labelled(OTHERS), reader)
    report("World news, settled as a whole or not at all", labelled(WORLD, "wholly"), reader)
    report("World news, a part of the claim or more than it", labelled(WORLD, "partly"), reader)
    report("Held out", [(StancePair(pair.claim, pair.passage), pair.label) for pair in held_out], reader)


if __name__ == "__main__":
    main()
