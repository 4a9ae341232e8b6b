"""Prints the whole table of docs/quality.md about stances: quality, calibration, speed.

python -m benchmarks.stance --sets DIR [--weights DIR] [--choose] [--kept DIR] [--whole]

`--choose` searches the settings that training/stance_export.py is given with one set left out at a time
(`benchmarks/stance_choice.py`), prints what each set gives with settings chosen without it, and the settings of all.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.stance_again import as_shown
from benchmarks.stance_choice import Scored, report, weighed
from workbench.comparison.outcomes import Comparison, Outcome, overall
from workbench.comparison.stances import (
    REFUTES,
    SUPPORTS,
    Weighing,
    another,
    labelled,
    opposed,
    unsettled,
)
from workbench.domain.anchors import Span
from workbench.domain.evidence import StanceSuggestion
from workbench.models.stance import SETTINGS, Closely, OnnxStanceModel, load_stance
from workbench.services.evaluation.evaluate_stance import metrics, reliability
from workbench.services.review.remembered_stances import READING
from workbench.services.search.stance_reading import StancePair, StanceReader, compared, spans_read

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from stance_mixture import newsroom

SETS = ("healthver-dev", "factcheckbench-dev", "scifact-train", "fm2-dev", "covidfact")
THREE = ("healthver-dev", "factcheckbench-dev", "newsroom")
LABELS = ("supports", "refutes", "neutral")

Rows = list[tuple[StancePair, str]]
Raw = tuple[NDArray[np.float32], list[NDArray[np.float32]]]


@dataclass(slots=True)
class Judged:
    """One set with raw scores, likeness of claim and passage, labels and what its numbers say."""

    name: str
    networks: list[NDArray[np.float32]]
    """Raw scores by each network, shape (n, 3)."""
    scores: list[list[float]]
    """Those of all networks, weighed."""
    similarities: list[float]
    labels: list[str]
    comparisons: list[list[Comparison]]
    pairs: list[StancePair]
    read: list[Closely]
    """Claim, passage and what of it is read closely."""
    spans: list[tuple[Span, ...]]
    """The sentences that are read closely; none where all is read."""

    @property
    def claims(self) -> list[str]:
        """The claims as they stand."""
        return [pair.claim for pair in self.pairs]

    def half(self, wanted: int) -> Judged:
        """The rows of half of the claims: 0 to choose settings on, 1 to measure them."""
        rows = [row for row, claim in enumerate(self.claims) if zlib.crc32(claim.encode()) % 2 == wanted]
        return Judged(
            self.name,
            [scores[rows] for scores in self.networks],
            [self.scores[row] for row in rows],
            [self.similarities[row] for row in rows],
            [self.labels[row] for row in rows],
            [self.comparisons[row] for row in rows],
            [self.pairs[row] for row in rows],
            [self.read[row] for row in rows],
            [self.spans[row] for row in rows],
        )


def raw(name: str, texts: Sequence[Closely], model: OnnxStanceModel, kept: Path | None) -> Raw:
    """Likeness of pairs and scores by each network; in `kept` they are looked for, and left, by set and weights."""
    likeness, scores = np.array([]), []
    wholes, parts = [(claim, whole) for claim, whole, _ in texts], [(claim, part) for claim, _, part in texts]
    for place, network in enumerate(model.networks):
        path = kept / f"{name}-{network.sha256[:16]}-{READING}.npz" if kept else None
        if path and path.is_file():
            found = dict(np.load(path))
        else:
            alike = np.maximum(model.similarities(wholes), model.similarities(parts))
            found = {"scores": network.logits(parts if place else wholes), "similarities": alike}
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            np.savez(path, scores=found["scores"], similarities=found["similarities"])
        likeness = found["similarities"]
        scores.append(found["scores"])
    return likeness, scores


def read(path: Path) -> Rows:
    """Pairs of a stance set, with their labels."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(StancePair(row["claim"], row["evidence"], row.get("title") or ""), row["label"]) for row in rows]


def everyday_news() -> Rows:
    """Claims written for the project that were held out of training, with their passages."""
    return [(StancePair(pair.claim, pair.passage), LABELS[pair.label]) for pair in newsroom(0)[1]]


def judged_by(model: OnnxStanceModel, name: str, rows: Rows, kept: Path | None, whole: bool = False) -> Judged:
    """A stance set, raw; `whole` has both networks read all of each passage."""
    pairs = [pair for pair, _ in rows]
    spans: list[tuple[Span, ...]] = [()] * len(pairs) if whole else spans_read(pairs)
    parts = [pair.shown_in(some) for pair, some in zip(pairs, spans, strict=True)]
    name_kept = f"{name}-whole" if whole else name
    texts = [(pair.asserted, pair.shown, part or pair.shown) for pair, part in zip(pairs, parts, strict=True)]
    sure = StanceReader(model).answers_of(pairs)
    likeness, scores = raw(name_kept, texts, model, kept)
    return Judged(
        name,
        scores,
        weighed(scores, model.shares).tolist(),
        likeness.tolist(),
        [label for _, label in rows],
        [compared(pair, sure) for pair in pairs],
        pairs,
        texts,
        spans,
    )


@dataclass(slots=True)
class Settings:
    """What turns raw scores into probabilities."""

    temperature: float
    bias: Sequence[float]
    similarity: float = 0.0
    conflict: float = 0.0
    agreement: float = 0.0
    override: bool = False
    thresholds: dict[str, float] | None = None
    numbers: float = 0.0
    opposite: float = 0.0
    lean: float = 1.0

    def said(self, judged: Judged) -> list[tuple[str, StanceSuggestion]]:
        """Labels with probabilities, as the program would give them."""
        found = []
        rows = zip(judged.scores, judged.similarities, judged.labels, judged.comparisons, strict=True)
        for scores, similarity, label, comparisons in rows:
            outcome = overall(comparisons)
            values = [score + bias for score, bias in zip(scores, self.bias, strict=True)]
            values[2] -= self.similarity * (similarity - 0.5)
            values = [value / self.temperature for value in values]
            if outcome is Outcome.CONFLICT:
                values[1] += 20.0 if self.override else self.conflict
            elif outcome is Outcome.AGREEMENT:
                values[0] += self.agreement
            if opposed(comparisons):
                values[1] += self.opposite
            top = max(values)
            powers = [math.exp(value - top) for value in values]
            probable = [power / sum(powers) for power in powers]
            said = StanceSuggestion("", probable[0], probable[1], probable[2])
            if self.thresholds:
                said = labelled(
                    said, Weighing(thresholds=self.thresholds, numbers=self.numbers, lean=self.lean), comparisons
                )
            found.append((label, said))
        return found


def table(sets: Sequence[Judged], settings: Settings, title: str) -> None:
    """Print one row a set."""
    print(f"\n{title}")
    for judged in sets:
        measured = metrics(settings.said(judged))
        print(f"  {judged.name:20s} " + "  ".join(f"{name} {value:.3f}" for name, value in measured.items()))


def ruled(sets: Sequence[Judged], settings: Settings) -> None:
    """How often numbers are right alone: a conflict as "refutes", where refuting is likeliest, and an agreement."""
    print("\nnumbers conflict and refuting is likeliest; numbers agree and supporting is likeliest")
    print("(right / shown, of those about the claim) by how neutral the passage may look")
    for wanted, outcome in ((1, Outcome.CONFLICT), (0, Outcome.AGREEMENT)):
        for most in (1.0, 0.2, 0.15, 0.1):
            row = []
            for judged in sets:
                right = shown = about = 0
                for (gold, said), comparisons in zip(settings.said(judged), judged.comparisons, strict=True):
                    values = (said.supports, said.refutes, said.neutral)
                    outcomes = {item.outcome for item in comparisons} - {Outcome.UNKNOWN, Outcome.OPPOSITE}
                    if outcomes == {outcome} and values.index(max(values)) == wanted and said.neutral <= most:
                        shown += 1
                        right += gold == LABELS[wanted]
                        about += gold != "neutral"
                row.append(f"{judged.name} {right}/{shown} ({about})")
            print(f"  {LABELS[wanted]} {most:.2f}  " + "  ".join(row))


def against(sets: Sequence[Judged], settings: Settings) -> None:
    """What is true of the passages that say the opposite of a word, and how often "refutes" is right of them."""
    print("\nthe passage says the opposite of a word of the claim (refutes, supports, neutral)")
    for judged in sets:
        rows = [gold for gold, found in zip(judged.labels, judged.comparisons, strict=True) if opposed(found)]
        counts = [str(rows.count(label)) for label in ("refutes", "supports", "neutral")]
        print(f"  {judged.name:20s} {', '.join(counts)}")
    print("and refuting is likeliest (right / shown) by how neutral the passage may look")
    for most in (1.0, 0.2, 0.15, 0.1):
        row = []
        for judged in sets:
            golds = [
                gold
                for (gold, said), found in zip(settings.said(judged), judged.comparisons, strict=True)
                if opposed(found) and said.refutes > max(said.supports, said.neutral) and said.neutral <= most
            ]
            row.append(f"{judged.name} {golds.count('refutes')}/{len(golds)}")
        print(f"  refutes {most:.2f}  " + "  ".join(row))


def alike(sets: Sequence[Judged]) -> None:
    """What is true of passages that only look like the claim, and of those whose numbers or dates agree."""
    for title, wanted in (
        ("the passage tells of another rank or part, or the other way round", another),
        ("a number or date agrees", lambda found: any(item.outcome is Outcome.AGREEMENT for item in found)),
    ):
        print(f"\n{title} (supports, refutes, neutral)")
        for judged in sets:
            rows = [gold for gold, found in zip(judged.labels, judged.comparisons, strict=True) if wanted(found)]
            print(f"  {judged.name:20s} {', '.join(str(rows.count(label)) for label in LABELS)}")


def another_amount(sets: Sequence[Judged], settings: Settings) -> None:
    """What is true of passages with another amount or time than the claim, where scores alone lean to support."""
    print("\nanother amount or time, not known to conflict, and scores lean to support (supports, refutes, neutral)")
    for judged in sets:
        scored = replace(judged, comparisons=[[]] * len(judged.labels))
        rows = [
            gold
            for (gold, said), found in zip(settings.said(scored), judged.comparisons, strict=True)
            if unsettled(found) and said.label == "leans supports"
        ]
        print(f"  {judged.name:20s} {', '.join(str(rows.count(label)) for label in LABELS)}")


def covered(model: OnnxStanceModel, sets: Sequence[Judged], settings: Settings) -> None:
    """How many passages get a label, a lean or nothing, and how often labels are right, as the program shows them.

    What it is worth to read a passage again is printed first: as a whole, and against the claim said to be untrue.
    """
    counts = []
    print("\nread again: of what supports in part, right and wrong, and no more so as a whole; refutes by words alone")
    for judged in sets:
        labels, said = zip(*settings.said(judged), strict=True)
        shown = as_shown(model, judged, said)
        part = [row for row, one in enumerate(said) if one.label == SUPPORTS and judged.spans[row]]
        less = [row for row in part if shown[row].label != SUPPORTS]
        more = [row for row, one in enumerate(said) if one.label != REFUTES == shown[row].label]
        right, lost = (sum(labels[row] == SUPPORTS for row in some) for some in (part, less))
        gained = sum(labels[row] == REFUTES for row in more)
        print(
            f"  {judged.name:20s} {right} and {len(part) - right}; {lost} and {len(less) - lost};"
            f" {gained} of {len(more)} right, {sum(labels[row] == 'neutral' for row in more)} neutral"
        )
        counts.append((judged.name, list(zip(labels, (one.label for one in shown), strict=True))))
    print("\nlabels as they are shown: right of shown; of the passages that settle the claim: labelled, leaning")
    for name, told in counts:
        strong = [(gold, label) for gold, label in told if label in ("supports", "refutes", "context")]
        right = sum(("context" if gold == "neutral" else gold) == label for gold, label in strong)
        settling = [label for gold, label in told if gold != "neutral"]
        labelled_ = sum(label in ("supports", "refutes") for label in settling)
        leaning = sum(label.startswith("leans") for label in settling)
        share = f"{right / len(strong):.2f}" if strong else "none"
        print(
            f"  {name:20s} {right} of {len(strong)} ({share}), {len(strong) / len(told):.2f} of all;"
            f" {labelled_ / len(settling):.2f}, {leaning / len(settling):.2f}"
        )


def choose(sets: Sequence[Judged], start: Settings) -> Settings:
    """Choose the settings with one set left out at a time, print what that gives, and take those of all sets."""
    ready = [
        Scored(
            judged.name,
            [scores.astype(np.float64) for scores in judged.networks],
            np.asarray(judged.similarities, dtype=np.float64) - 0.5,
            np.array([LABELS.index(label) for label in judged.labels]),
        )
        for judged in sets
    ]
    choice = report(ready, start.lean)
    for judged in sets:
        judged.scores = weighed(judged.networks, choice.shares).tolist()
    names = {"supports": "supports", "refutes": "refutes", "neutral": "context"}
    return replace(
        start,
        temperature=choice.temperature,
        bias=(0.0, 0.0, 0.0),
        similarity=choice.mixing.weight,
        thresholds={names[label]: value for label, value in choice.thresholds.items()},
    )


def speed(model: OnnxStanceModel) -> None:
    """Fifty pairs of a claim and 60 words, and the first ten of them."""
    claim = "The harbour bridge was closed to lorries for the whole of the winter of 2021."
    passage = " ".join(
        f"The council said on day {n} that traffic over the river would be led elsewhere." for n in range(4)
    )
    words = " ".join(passage.split()[:57])
    model.judge([(claim, words)])
    for count in (10, 50):
        times = []
        for turn in range(5):  # new passages every time: what was read before is remembered
            pairs = [(claim, f"{count} {turn} {n} {words}") for n in range(count)]
            started = time.perf_counter()
            model.judge(pairs)
            times.append(time.perf_counter() - started)
        print(f"  {count} pairs: {sorted(times)[2]:.2f} s (median of 5)")
    reader = StanceReader(model)
    reader.read([StancePair(claim, words)])
    for count in (10, 50):
        times = []
        for turn in range(5):
            told = [words.replace("on day", f"on day {turn}{n} of {count}, or day") for n in range(count)]
            asked = [StancePair(claim, one) for one in told]
            started = time.perf_counter()
            reader.read(asked)
            times.append(time.perf_counter() - started)
        print(f"  {count} pairs as the desk reads them: {sorted(times)[2]:.2f} s (median of 5)")


def main() -> int:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--sets", type=Path, required=True, help="folder with stance/NAME.jsonl")
    parser.add_argument("--weights", type=Path, default=None, help="folder of another stance-en.onnx")
    parser.add_argument("--kept", type=Path, default=None, help="folder to keep raw scores in between runs")
    parser.add_argument("--choose", action="store_true", help="search the settings on these sets")
    parser.add_argument("--whole", action="store_true", help="read all of each passage, for comparison")
    options = parser.parse_args()
    model = load_stance(options.weights)
    found = [path for name in SETS if (path := options.sets / "stance" / f"{name}.jsonl").is_file()]
    if not found:
        print(f"{options.sets} holds no stance sets.", file=sys.stderr)
        return 2
    rows = {path.stem: read(path) for path in found} | {"newsroom": everyday_news()}
    sets = [judged_by(model, name, pairs, options.kept, options.whole) for name, pairs in rows.items()]
    settings = Settings(**{k: v for k, v in model.settings.items()})
    if options.choose:
        settings = choose(sets, settings)
        print(json.dumps({name: getattr(settings, name) for name in SETTINGS}))
    print("\nall claims:")
    bare = replace(settings, conflict=0.0, agreement=0.0, opposite=0.0)
    table(sets, replace(bare, similarity=0.0), "words alone, without the encoder's likeness")
    override = replace(bare, override=True)
    table(sets, bare, "words alone")
    table(sets, override, "numbers override")
    table(sets, replace(settings, opposite=0.0), "numbers weigh in")
    table(sets, settings, "numbers and opposite words weigh in (shipped)")
    against(sets, settings)
    alike(sets)
    another_amount(sets, settings)
    covered(model, sets, settings)
    ruled(sets, settings)
    for name in THREE:
        for judged in sets:
            if judged.name == name:
                said = settings.said(judged)
                values = [(s.supports, s.refutes, s.neutral) for _, s in said]
                sure = [max(value) for value in values]
                right = [LABELS[value.index(max(value))] == gold for value, (gold, _) in zip(values, said, strict=True)]
                print(f"\nreliability, {name}")
                for row in reliability(sure, right):
                    print(
                        f"  {row['probability']}  {row['pairs']:5d}  said {row['said']:.2f}  right {row['right']:.2f}"
                    )
    print("\nspeed")
    speed(model)
    return 0


if __name__ == "__main__":
    sys.exit(main())
