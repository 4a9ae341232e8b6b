"""What it is worth to read a passage again, and how the limits of it were chosen.

    python -m benchmarks.stance_again --sets DIR [--most N]

A passage that leans against a claim by its words alone is read again against the claim said to be untrue
(`workbench/services/search/asked_twice.py`). Two limits say when "refutes" is shown: how sure the first reading must
be, and how open at most it may leave the denial. They are searched with one set left out at a time, so that labels are
right nine times in ten on the other sets and as many as can be are shown; printed is what the set left out gives.
Beside the labelled sets stand claims of other hands, stories, and what settles nothing: held-out claims beside passages
of other claims that share words with them, every passage of the folders of evidence that does not bear on a claim, and
`benchmarks/near_pairs.tsv`, sentences of our own most of which have a claim's words and tell of another thing. Half of
those were looked at while the question was thought of. All of it takes some 15,000 pairs, ten minutes on two quiet
cores; with `--most` so many of each set are read.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.nothing_close import FOLDERS
from benchmarks.stance_newsroom import OTHERS, WORLD, labelled
from benchmarks.stance_passages import rows as stories
from workbench.comparison.stances import LEANS_REFUTES, LEANS_SUPPORTS, REFUTES, SUPPORTS
from workbench.domain.evidence import StanceSuggestion
from workbench.models.stance import OnnxStanceModel, load_stance
from workbench.services.search.asked_twice import LEAST, OPEN, asked_twice, by_words_alone, denied_open
from workbench.services.search.stance_reading import WHOLE_TOO, StancePair, StanceReader, compared

if TYPE_CHECKING:
    from benchmarks.stance import Judged

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from stance_mixture import newsroom
from stance_text import nearest

NEAR = Path(__file__).with_name("near_pairs.tsv")
NAMES = ("supports", "refutes", "neutral")

Pairs = list[tuple[StancePair, str]]


def as_shown(model: OnnxStanceModel, judged: Judged, said: Sequence[StanceSuggestion]) -> list[StanceSuggestion]:
    """What was said of a set, read as the program reads it: what supports in part as a whole, what refutes twice."""
    said = [replace(one, read=spans) for one, spans in zip(said, judged.spans, strict=True)]
    rows = [row for row, one in enumerate(said) if one.label == SUPPORTS and one.read]
    wholes = model.judge([judged.read[row][:2] for row in rows]) if rows else []
    for row, whole in zip(rows, wholes, strict=True):
        if whole.supports < WHOLE_TOO:
            said[row] = replace(said[row], label=LEANS_SUPPORTS)
    return asked_twice(model, judged.pairs, said, judged.comparisons)


RIGHT, NEUTRAL = 0.9, 0.005
"""How often a label that is shown has to be right, and of how many passages that settle nothing it may be shown."""
FEWEST, MANY = 20, 200
"""Labels, and passages that settle nothing, of which a set needs so many to have its say in that."""
SURE = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
OPENNESS = (0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 1.0)


@dataclass(slots=True)
class Asked:
    """A set: how surely passages refute by words alone, how open they leave the denial, and their labels."""

    name: str
    rows: list[tuple[float, float, str]] = field(default_factory=list)
    refuting: int = 0
    neutral: int = 0
    labelled: int = 0
    """Passages that settle the claim and have "supports" or "refutes" without being read again."""
    settling: int = 0

    def shown(self, least: float, most: float) -> tuple[int, int, int]:
        """Of the passages that are said to refute by both readings: right ones, all, those that settle nothing."""
        said = [label for sure, left, label in self.rows if sure >= least and left <= most]
        return said.count("refutes"), len(said), said.count("neutral")


def read_again(name: str, found: Pairs, model: OnnxStanceModel) -> Asked:
    """Read a set as the program does, and again whatever leans against its claim by words alone."""
    pairs, labels = [pair for pair, _ in found], [label for _, label in found]
    reader = StanceReader(model)
    said, sure = reader.read(pairs), reader.answers_of(pairs)
    told = [compared(pair, sure) for pair in pairs]
    # without a comparison nothing but the second reading says "refutes"
    before = [
        replace(one, label=LEANS_REFUTES) if one.label == REFUTES and not some else one
        for one, some in zip(said, told, strict=True)
    ]
    each = zip(pairs, before, told, strict=True)
    rows = [row for row, (pair, one, some) in enumerate(each) if by_words_alone(pair, one, some, SURE[0])]
    left = denied_open(model, [(pairs[row], before[row]) for row in rows])
    settling = [one.label for one, label in zip(before, labels, strict=True) if label in (SUPPORTS, REFUTES)]
    return Asked(
        name,
        [(before[row].refutes, value, labels[row]) for row, value in zip(rows, left, strict=True)],
        labels.count(REFUTES),
        labels.count("neutral"),
        sum(label in (SUPPORTS, REFUTES) for label in settling),
        len(settling),
    )


def chosen(sets: Sequence[Asked]) -> tuple[float, float] | None:
    """The limits with which most is shown, each set counting alike; None where labels are right too seldom with all."""
    best: tuple[float, tuple[float, float]] | None = None
    for limits in product(SURE, OPENNESS):
        shown = [(one, *one.shown(*limits)) for one in sets]
        if any(of >= FEWEST and right < RIGHT * of for _, right, of, _ in shown):
            continue
        if sum(right for _, right, _, _ in shown) < RIGHT * sum(of for _, _, of, _ in shown):
            continue
        if any(one.neutral >= MANY and wrong > NEUTRAL * one.neutral for one, _, _, wrong in shown):
            continue
        parts = [right / one.refuting for one, right, _, _ in shown if one.refuting]
        value = sum(parts) / len(parts)
        if best is None or value > best[0]:
            best = value, limits
    return best[1] if best else None


def near(half: str) -> Pairs:
    """Half of the sentences of our own most of which have a claim's words and tell of another thing."""
    with NEAR.open(encoding="utf-8", newline="") as file:
        return [
            (StancePair(row["claim"], row["passage"], row["title"]), row["label"])
            for row in csv.DictReader(file, delimiter="\t")
            if row["half"] == half
        ]


def beside_other_claims(claims: int = 300, passages: int = 4) -> Pairs:
    """Held-out claims beside the passages of other claims that share most words with them."""
    held = newsroom(0)[1]
    asked = Random(5).sample(sorted({pair.claim for pair in held}), claims)
    texts = sorted({(pair.passage, pair.claim) for pair in held})
    close = nearest(asked, [text for text, _ in texts], 3 * passages)
    return [
        (StancePair(claim, text), "neutral")
        for claim, places in zip(asked, close, strict=True)
        for text in [texts[place][0] for place in places if texts[place][1] != claim][:passages]
    ]


def of_folders() -> Pairs:
    """Each claim about a folder of evidence beside every passage there that does not bear on it."""
    with FOLDERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        (StancePair(claim["text"], row["text"], row["title"]), "neutral")
        for claim in rows
        if claim["kind"] == "claim"
        for row in rows
        if row["kind"] == "passage" and row["folder"] == claim["folder"] and row["name"] not in claim["bears"].split()
    ]


def sets_read(folder: Path) -> dict[str, Pairs]:
    """All sets by name."""
    from benchmarks.stance import SETS, everyday_news, read

    found = {name: read(folder / "stance" / f"{name}.jsonl") for name in SETS}
    found["held-out news"] = everyday_news()
    tables = labelled(OTHERS) + labelled(WORLD)
    found["everyday and world news"] = [(pair, NAMES[label]) for pair, label in tables]
    found["stories"] = [(row.pair, row.label) for row in stories()]
    found["beside other claims"] = beside_other_claims()
    found["folders"] = of_folders()
    return found | {f"near pairs, {half}": near(half) for half in ("chosen on", "measured")}


def main() -> None:
    """Read all sets, choose with each left out, and print what that gives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, required=True, help="folder with stance/NAME.jsonl")
    parser.add_argument("--most", type=int, default=sys.maxsize, help="pairs of each set")
    options = parser.parse_args()
    model = load_stance()
    found = sets_read(options.sets)
    drawn = {name: Random(1).sample(pairs, min(options.most, len(pairs))) for name, pairs in found.items()}
    sets = [read_again(name, pairs, model) for name, pairs in drawn.items()]
    print(f"limits chosen on all: {chosen(sets)}; shipped: {LEAST}, {OPEN}")
    print("\n| set | left out: limits | right of shown | settle nothing | shipped: right of shown | settle nothing |"
          " labelled of what settles |\n|---|---|---|---|---|---|---|")  # fmt: skip
    for one in sets:
        limits = chosen([other for other in sets if other is not one])
        cells = [str(limits)]
        for least, most in (limits or (2.0, 0.0), (LEAST, OPEN)):
            right, of, wrong = one.shown(least, most)
            cells += [f"{right} of {of}", f"{wrong} of {one.neutral}"]
        settled = [label for sure, left, label in one.rows if sure >= LEAST and left <= OPEN and label != "neutral"]
        before, now = (value / max(1, one.settling) for value in (one.labelled, one.labelled + len(settled)))
        print(f"| {one.name} | {' | '.join(cells)} | {before:.3f} → {now:.3f} |", flush=True)


if __name__ == "__main__":
    main()
