"""What is said of passages as a search brings them, most of which are about something else.

    python -m benchmarks.stance_retrieved DIR [--queries 250] [--hits 5] [--weights DIR]

Pairs that were written to be judged settle a claim two times in three; of what a search finds most settles nothing, and
a model that never met so much of that is too sure. Of the BEIR folders `DIR/retrieval/fm2-dev` and `scifact-train` the
first hits of some claims are read, nearest by their vectors. Those that were judged for the claim have their label in
`DIR/stance`; the others are counted as settling nothing, though by hand about a fifth of those that seem to be against
a claim of fm2-dev are. Printed is what was shown of either, and how often "leans refutes" was right from each
probability on, for passages with a share of the claim's words; then how often each lean was right by the place of the
hit, of which the program tells the first two.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import numpy as np

from workbench.comparison.shared_words import share_of_words
from workbench.comparison.stances import LEANS_REFUTES, LEANS_SUPPORTS
from workbench.models.encoder import load_encoder
from workbench.models.stance import load_stance
from workbench.services.evaluation.evaluate_retrieval import read_judgements, read_queries
from workbench.services.search.stance_reading import StancePair, StanceReader

SETS = ("fm2-dev", "scifact-train")
ENCODED = 600
"""Letters of a document that its vector is made of."""
LEAST, SHARES = (0.6, 0.65, 0.7, 0.75, 0.8), (0.0, 0.4, 0.6)


def pairs_of(folder: Path, labels: Path, queries: int, hits: int) -> list[tuple[StancePair, str]]:
    """Claims with the passages nearest to them, and how each was judged; "none" where it was not."""
    told = [json.loads(line) for line in labels.read_text("utf-8").splitlines()]
    judged = {(one["claim"], one["evidence"]): one["label"] for one in told}
    of_claim = {one["claim"]: one["label"] for one in told}
    documents = [json.loads(line) for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines()]
    asked = random.Random(5).sample(sorted(read_queries(folder / "queries.jsonl").items()), queries)
    relevant = read_judgements(folder / "qrels" / "test.tsv")
    encoder = load_encoder()
    vectors = encoder.encode([f"{one['title']}. {one['text']}"[:ENCODED] for one in documents])
    near = encoder.encode([text for _, text in asked]) @ vectors.T
    found = []
    for row, (name, claim) in enumerate(asked):
        for place in np.argsort(-near[row])[:hits]:
            document = documents[place]
            label = judged.get((claim, document["text"]))
            if label is None and document["_id"] in relevant.get(name, {}):
                label = of_claim.get(claim)
            found.append((StancePair(claim, document["text"], document["title"]), label or "none"))
    return found


def main() -> None:
    """Read the hits and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, help="folder with retrieval/ and stance/")
    parser.add_argument("--queries", type=int, default=250, help="claims of each set")
    parser.add_argument("--hits", type=int, default=5, help="passages of each claim")
    parser.add_argument("--weights", type=Path, default=None, help="folder of another stance-en.onnx")
    arguments = parser.parse_args()
    reader = StanceReader(load_stance(arguments.weights))
    for name in SETS:
        labels = arguments.sets / "stance" / f"{name}.jsonl"
        rows = pairs_of(arguments.sets / "retrieval" / name, labels, arguments.queries, arguments.hits)
        said = reader.read([pair for pair, _ in rows])
        counts = Counter((one.label, label) for one, (_, label) in zip(said, rows, strict=True))
        kinds = ("supports", "refutes", "neutral", "none")
        print(f"\n{name}: {len(rows)} hits\n\n| shown | {' | '.join(kinds)} |\n|---|---|---|---|---|")
        for shown in sorted({shown for shown, _ in counts}):
            print(f"| {shown} | {' | '.join(str(counts[shown, kind]) for kind in kinds)} |")
        leaning = [
            (one.refutes, share_of_words(pair.claim, f"{pair.title} {pair.passage}"), label)
            for one, (pair, label) in zip(said, rows, strict=True)
            if one.label == LEANS_REFUTES
        ]
        shares = " | ".join(f"words ≥ {share:.1f}" for share in SHARES)
        print(f"\n| leans refutes from | {shares} |\n|---|---|---|---|")
        for least in LEAST:
            cells = []
            for share in SHARES:
                kept = [label for sure, words, label in leaning if sure >= least and words >= share]
                cells.append(f"{kept.count('refutes')} of {len(kept)}")
            print(f"| {least} | {' | '.join(cells)} |")
        print(f"\n| hit | {LEANS_SUPPORTS} | {LEANS_REFUTES} |\n|---|---|---|")
        for place in range(arguments.hits):
            cells = []
            for lean, right in ((LEANS_SUPPORTS, "supports"), (LEANS_REFUTES, "refutes")):
                labels_of = [rows[at][1] for at in range(place, len(rows), arguments.hits) if said[at].label == lean]
                cells.append(f"{labels_of.count(right)} of {len(labels_of)}")
            print(f"| {place + 1} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
