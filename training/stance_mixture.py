"""The mixture of labelled sets that the stance model learns, each set with the share that it is worth.

Shares follow what a set is made of: text that people wrote to contradict a source counts whole, text made by rules
counts little, because a network learns the rule and not the language. Rows of one group (a claim against two versions
of a sentence, say) stay together when a part of the mixture is held out.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stance_newsroom import read_newsroom
from stance_text import LABELS, NEUTRAL, Pair, coverage, nearest, read_rows, shown, untokenise

MIXTURE: dict[str, int] = {
    "VitaminC-real": 40_000,
    "FEVER-symmetric": 2_000,
    "FEVEROUS-S-dev": 3_000,
    "Check-COVID": 2_000,
    "EvidenceInference-v2": 5_000,
    "CAD-NLI": 9_000,
    "MNLI-dev-matched": 10_000,
    "SNLI-dev-test": 8_000,
    "Negation-NLI": 3_000,
    "TabFact-minimal-pairs": 2_500,
    "TabFact-small-tables": 2_000,
    "SummEdits-part": 2_100,
    "FactCG-CG2C": 3_100,
    "BEGIN": 2_000,
    "Q2-WoW": 600,
    "ConjNLI": 3_000,
    "CREAK": 3_000,
    "Perspectrum": 3_000,
    "ArgKP-2021": 2_000,
    "Breaking-NLI": 2_000,
    "SemEval2013-Task7": 2_000,
    "FOLIO": 600,
    "HELP": 800,
    "HANS-regenerated": 1_200,
}
"""At most so many pairs of each set; rows beyond are left out by the seed."""

NEAR_BUT_NEUTRAL = 14_000
"""Claims set beside a passage of another group that shares words with them: what a search finds and does not settle."""

NEWSROOM = "newsroom"
"""Origin of the pairs written for the project."""

TITLED = 0.5
"""How often a title that a set gives stands before the passage, as it does in the program."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """A pair and the group it may not be separated from."""

    pair: Pair
    group: str


def held_out(group: str, one_in: int = 50) -> bool:
    """Whether a group is kept for measuring, the same in every run."""
    return zlib.crc32(group.encode()) % one_in == 0


def _rows(path: Path, name: str, rng: random.Random) -> list[Grouped]:
    found = []
    for number, row in enumerate(read_rows(path)):
        passage, title = untokenise(row["evidence"]), row.get("title") or ""
        if title and rng.random() < TITLED:
            passage = shown(title, passage)
        pair = Pair(untokenise(row["claim"]), passage, LABELS.index(row["label"]), f"gold {name}")
        if pair.claim and pair.passage:
            found.append(Grouped(pair, f"{name}/{row.get('group') or number}"))
    return found


def _near_but_neutral(rows: Sequence[Grouped], count: int, rng: random.Random) -> list[Grouped]:
    """Pairs of a claim and a passage of another group that shares words with it and does not hold all of them."""
    passages = sorted({(row.pair.passage, row.group) for row in rows})
    claims = rng.sample(list(rows), min(len(rows), 2 * count))
    close = nearest([row.pair.claim for row in claims], [text for text, _ in passages], 12)
    found = []
    for row, places in zip(claims, close, strict=True):
        others = [passages[place][0] for place in places if passages[place][1] != row.group]
        others = [text for text in others[:6] if coverage(row.pair.claim, text) <= 0.7]
        if others:
            pair = Pair(row.pair.claim, rng.choice(others), NEUTRAL, "near")
            found.append(Grouped(pair, row.group))
    return found[:count]


def newsroom(times: int) -> tuple[list[Pair], list[Pair]]:
    """The pairs written for the project: to learn, each so many times, and those of one claim in ten held out."""
    pairs = [replace(pair, origin=NEWSROOM) for pair in read_newsroom()]
    kept = [pair for pair in pairs if held_out(pair.claim, 10)]
    return times * [pair for pair in pairs if not held_out(pair.claim, 10)], kept


def read_mixture(sets: Path, seed: int, share: float = 1.0) -> tuple[list[Pair], list[Pair]]:
    """The pairs to learn and the pairs held out, in a fixed order.

    Args:
        sets: Folder of the labelled sets; `nli/` and `stance/fever-pairs.jsonl` in it are read.
        seed: Chooses the rows where a set is larger than its share.
        share: What part of each number in `MIXTURE` is taken, where a cycle is short.
    """
    rng = random.Random(seed)
    rows: list[Grouped] = []
    wikipedia: list[Grouped] = []
    for name, whole in MIXTURE.items():
        most = round(share * whole)
        found = _rows(sets / "nli" / name / "pairs.jsonl", name, rng)
        found = found if len(found) <= most else rng.sample(found, most)
        rows += found
        if name in ("VitaminC-real", "FEVEROUS-S-dev", "Check-COVID"):
            wikipedia += found
    fever = [
        Grouped(row.pair, f"fever/{row.pair.claim}")
        for row in _rows(sets / "stance" / "fever-pairs.jsonl", "fever", rng)
    ]
    rows += fever if share == 1.0 else rng.sample(fever, round(share * len(fever)))
    rows += _near_but_neutral([*wikipedia, *fever], round(share * NEAR_BUT_NEUTRAL), rng)
    learnt = [row.pair for row in rows if not held_out(row.group)]
    kept = [row.pair for row in rows if held_out(row.group)]
    return learnt, kept
