"""What is said of the claims written for the project that were held out of training.

    python -m benchmarks.stance_newsroom [--weights DIR]

Printed are how often the likeliest reading is right, and for each label that is shown how many of the passages that
support, refute and settle nothing get it. Who wrote the pairs that were learnt wrote these too: another writer's are
harder.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from workbench.models.stance import load_stance
from workbench.services.search.stance_reading import StancePair, StanceReader

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from stance_mixture import newsroom

NAMES = ("supports", "refutes", "neither")


def main() -> None:
    """Read the held out pairs and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=None, help="folder of another stance-en.onnx")
    arguments = parser.parse_args()
    _, held_out = newsroom(0)
    said = StanceReader(load_stance(arguments.weights)).read([StancePair(one.claim, one.passage) for one in held_out])
    right = sum(
        max(range(3), key=(one.supports, one.refutes, one.neutral).__getitem__) == pair.label
        for pair, one in zip(held_out, said, strict=True)
    )
    print(f"{len(held_out)} passages, the likeliest reading right: {right / len(held_out):.3f}\n")
    counts = Counter((one.label, pair.label) for pair, one in zip(held_out, said, strict=True))
    print(f"| shown | {' | '.join(NAMES)} |\n|---|---|---|---|")
    for label in sorted({label for label, _ in counts}):
        print(f"| {label} | {' | '.join(str(counts[label, place]) for place in range(3))} |")


if __name__ == "__main__":
    main()
