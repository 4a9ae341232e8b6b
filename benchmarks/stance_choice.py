"""The settings of the stance model chosen with one labelled set left out at a time: `benchmarks/stance.py --choose`.

Every setting is chosen on the other sets and measured on the one left out; what ships is chosen on all of them, and the
figures that are told are those of the sets left out. FoolMeTwice, which the weights have seen, never takes part in the
choice. Labels have no bias: biases chosen on the other sets made the one left out worse on four of five.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score, roc_auc_score

SEEN = ("fm2-dev",)
OWN = ("newsroom",)
"""Written by the hands that wrote what was learnt: the network is surer there than it should be elsewhere, so that how
networks and likeness mix is chosen on it too, but not from which probability anything is shown."""

LABELS = ("supports", "refutes", "neutral")
RIGHT = 0.8
"""How often a label that is shown has to be right."""

RATED = 0.9
"""How often words alone would have to be right for a rating to be suggested from them."""

LEAST = 0.01
"""The smallest part of the passages that a threshold may be chosen on."""

SHARES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
"""Shares of the wide network that are tried."""

LIKENESS = (0.0, 4.0, 8.0, 12.0, 16.0)
"""Weights of the encoder's likeness that are tried: how much it takes from the score of neutral."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled set: scores by each network, shape (n, 3), likeness less a half, and labels as places in `LABELS`."""

    name: str
    networks: Sequence[NDArray[np.float64]]
    likeness: NDArray[np.float64]
    gold: NDArray[np.int64]

    @property
    def three(self) -> bool:
        """Whether it has passages that say neither."""
        return bool((self.gold == 2).any())


def weighed(networks: Sequence[NDArray[Any]], shares: Sequence[float]) -> NDArray[np.float64]:
    """Scores of several networks as one, shape (n, 3)."""
    found: NDArray[np.float64] = np.zeros_like(networks[0], dtype=np.float64)
    for share, scores in zip(shares, networks, strict=True):
        found += share * scores
    return found


@dataclass(frozen=True, slots=True)
class Mixing:
    """How much the scores of each network count, and how much the encoder's likeness takes from those of neutral."""

    shares: tuple[float, ...]
    weight: float

    def scores(self, one: Scored) -> NDArray[np.float64]:
        """Scores of all networks with the likeness in, shape (n, 3)."""
        found = weighed(one.networks, self.shares)
        found[:, 2] -= self.weight * one.likeness
        return found


def mixings(networks: int) -> list[Mixing]:
    """All that are tried."""
    shares = [(1.0,)] if networks == 1 else [(round(1 - share, 2), share) for share in SHARES]
    return [Mixing(share, weight) for share in shares for weight in LIKENESS]


def quality(one: Scored, mixing: Mixing) -> float:
    """Macro-F1 over three labels, or accuracy over two."""
    scores = mixing.scores(one)
    if one.three:
        return float(f1_score(one.gold, scores.argmax(1), average="macro"))
    return float(((scores[:, 1] > scores[:, 0]) == (one.gold == 1)).mean())


def probabilities(one: Scored, mixing: Mixing, temperature: float) -> NDArray[np.float64]:
    """Calibrated probabilities, shape (n, 3)."""
    scores = mixing.scores(one) / temperature
    powers = np.exp(scores - scores.max(1, keepdims=True))
    found: NDArray[np.float64] = powers / powers.sum(1, keepdims=True)
    return found


def calibration(one: Scored, mixing: Mixing, temperature: float, bins: int = 10) -> float:
    """Expected calibration error of the likeliest label (Guo et al., ICML 2017)."""
    said = probabilities(one, mixing, temperature)
    sure, right = said.max(1), said.argmax(1) == one.gold
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(sure[place == b].mean() - right[place == b].mean()) * (place == b).mean()
            for b in range(bins)
            if (place == b).any()
        )
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """Settings, and from which probability each label is shown; above 1: never."""

    mixing: Mixing
    temperature: float
    thresholds: dict[str, float]

    @property
    def shares(self) -> tuple[float, ...]:
        """How much the scores of each network count."""
        return self.mixing.shares


def chosen(sets: Sequence[Scored]) -> Choice:
    """The settings that are best over some sets, each set counting alike."""
    table = {mixing: [quality(one, mixing) for one in sets] for mixing in mixings(len(sets[0].networks))}
    best = [max(row[place] for row in table.values()) for place in range(len(sets))]
    mixing = max(table, key=lambda one: sum(value - most for value, most in zip(table[one], best, strict=True)))
    three = [one for one in sets if one.three and one.name not in OWN]
    temperature = 1.0
    if three:
        steps = [round(0.6 + 0.1 * step, 1) for step in range(40)]
        temperature = min(steps, key=lambda t: sum(calibration(one, mixing, t) for one in three))
    # only where a passage may say neither is it known how often one is taken for a stance
    pooled = [(probabilities(one, mixing, temperature), one.gold) for one in three or sets]
    thresholds = {label: _threshold(pooled, place) for place, label in enumerate(LABELS)}
    return Choice(mixing, temperature, thresholds)


def _threshold(
    pooled: Sequence[tuple[NDArray[np.float64], NDArray[np.int64]]], place: int, wanted: float = RIGHT
) -> float:
    """The least probability of a label from which on it is right as often as wanted, sets counting alike."""
    rows = []
    for said, gold in pooled:
        likeliest = said.argmax(1) == place
        rows += [(p, g == place, 1 / len(gold)) for p, g in zip(said[likeliest, place], gold[likeliest], strict=True)]
    rows.sort(key=lambda row: -row[0])
    right = total = 0.0
    found = 1.01
    for probability, correct, weight in rows:
        right, total = right + weight * correct, total + weight
        if right / total >= wanted and total > LEAST:
            found = float(np.ceil(probability * 100) / 100)
    return found


def shown(one: Scored, choice: Choice, lean: float) -> dict[str, float]:
    """How often passages that settle a claim get a label or a lean, and how often labels and leans are right."""
    said = probabilities(one, choice.mixing, choice.temperature)
    likeliest, sure = said.argmax(1), said.max(1)
    limits = np.array([choice.thresholds[label] for label in LABELS])
    labelled = sure >= limits[likeliest]
    leans = ~labelled & (sure >= lean)
    settles = one.gold < 2
    stance = likeliest < 2

    def share(rows: NDArray[np.bool_]) -> float:
        return float((likeliest[rows] == one.gold[rows]).mean()) if rows.any() else float("nan")

    return {
        "settling and labelled": float((labelled & stance)[settles].mean()),
        "labels right": share(labelled),
        "settling and leaning": float((leans & stance)[settles].mean()),
        "leans right": share(leans & stance),
    }


def told_apart(one: Scored, mixing: Mixing) -> float:
    """How well scores tell supports from refutes, whatever the bias: the area under the ROC curve."""
    settles, scores = one.gold < 2, mixing.scores(one)
    return float(roc_auc_score(one.gold[settles] == 0, (scores[:, 0] - scores[:, 1])[settles]))


def leanings(one: Scored, choice: Choice, lean: float) -> list[str]:
    """How often supports and refutes are right from a probability of `lean` on, as "right of all"."""
    said = probabilities(one, choice.mixing, choice.temperature)
    found = []
    for place in (0, 1):
        rows = (said.argmax(1) == place) & (said[:, place] >= lean)
        found.append(f"{LABELS[place]} {int((one.gold[rows] == place).sum())} of {int(rows.sum())}")
    return found


def rated(one: Scored, others: Sequence[Scored], choice: Choice) -> str:
    """What words alone would rate where they were right `RATED` of the time on other sets: "right of shown"."""
    three = [other for other in others if other.three and other.name not in OWN]
    pooled = [(probabilities(other, choice.mixing, choice.temperature), other.gold) for other in three or others]
    said = probabilities(one, choice.mixing, choice.temperature)
    found = []
    for place in (0, 1):
        least = _threshold(pooled, place, RATED)
        rows = (said.argmax(1) == place) & (said[:, place] >= least)
        told = (
            f"{int((one.gold[rows] == place).sum())} of {int(rows.sum())} from {least:.2f}" if least <= 1 else "never"
        )
        found.append(f"{LABELS[place]} {told}")
    return "  ".join(found)


def report(sets: Sequence[Scored], lean: float) -> Choice:
    """Print what each set gives with settings chosen without it, and give the settings chosen on all."""
    print("\neach set with settings chosen without it")
    free = [one for one in sets if one.name not in SEEN]
    for one in sets:
        choice = chosen([other for other in free if other is not one])
        figures = shown(one, choice, lean)
        error = f"  calibration {calibration(one, choice.mixing, choice.temperature):.3f}" if one.three else ""
        told = "  ".join(f"{name} {value:.2f}" for name, value in figures.items())
        taken = f"{', '.join(map(str, choice.shares))}; {choice.mixing.weight}, {choice.temperature}"
        print(f"  {one.name:20s} {quality(one, choice.mixing):.3f}{error}  {told}  ({taken})")
    print(f"\nwhat words would rate, right {RATED:.0%} of the time on the other sets")
    for one in sets:
        others = [other for other in free if other is not one]
        print(f"  {one.name:20s} {rated(one, others, chosen(others))}")
    choice = chosen(free)
    print("\nall sets: area under the curve, and right where it leans")
    for one in sets:
        told = "  ".join(leanings(one, choice, lean))
        print(f"  {one.name:20s} {told_apart(one, choice.mixing):.3f}  {told}")
    return choice
