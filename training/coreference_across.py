"""Whether what tells whom "he" and "she" mean carries to another set: trained on one, its threshold chosen there by
cross-validation, measured on the other. `python training/coreference_across.py --data DIR [--cache DIR]` prints it.

First names come from the lists of common ones alone, so that no set lends the other its names. Besides the model's
own gate ("clear"), any named person outside quotation marks is tried, and gates without a model: nobody else fits,
nobody else is spoken of.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch
from train_coreference import (
    BACK,
    FOLDS,
    QUOTED,
    Case,
    calibration_of,
    cases_of,
    fold_of,
    known,
    parsed,
    put_in,
    read,
    shares_of,
    train_member,
    train_names,
)

from workbench.language.references.antecedents import FEATURES, OF_PRONOUN
from workbench.models.antecedents import calibrated

SETS = ("gap-train", "gap-validation", "litbank")
LEAST = 60
"""Pronouns above a threshold that it is chosen on at least."""
AT = {name: number for number, name in enumerate(FEATURES)}
Judged = list[tuple[float, bool]]


def fitted(cases: list[Case], seed: int) -> tuple[Any, ...]:
    """One network with what its features are scaled by."""
    every = np.vstack([case.rows for case in cases])
    mean, scale = every.mean(0), np.maximum(every.std(0), 0.05)
    own = np.array([name in OF_PRONOUN for name in FEATURES])
    return [train_member(cases, mean, scale, own, seed)], mean, scale, own


def any_name(case: Case, shares: Any) -> bool:
    """Whether the likeliest is a person named in an earlier sentence, the pronoun outside quotation marks."""
    row = case.rows[int(np.argmax(shares))]
    return bool(row[AT["is name"]] and row[AT["person"]] and row[BACK] >= 1 and not row[QUOTED])


def judged(cases: list[Case], shares: list[Any], calibration: Any, gate: Any) -> Judged:
    """The confidence of the likeliest and whether it is meant, where a name would be put in."""
    return [
        (float(calibrated(found, calibration).max()), case.labels[int(np.argmax(found))] == 1)
        for case, found in zip(cases, shares, strict=True)
        if known(case, found) and gate(case, found)
    ]


def threshold(rows: Judged, aim: float) -> float:
    """The least confidence from which the share that is right reaches the aim; above 1 where none does."""
    best, right = 1.1, 0
    for number, (value, is_right) in enumerate(sorted(rows, reverse=True), 1):
        right += is_right
        if number >= LEAST and right / number >= aim:
            best = value
    return best


def without_model(cases: dict[str, list[Case]]) -> None:
    """Print how often gates of agreement alone name the right person."""
    for name in ("nobody else fits", "nobody else is spoken of", "the subject again, nobody else fits"):
        words = []
        for where, rows in cases.items():
            right = total = 0
            for case in rows:
                for row, label in zip(case.rows, case.labels, strict=True):
                    fits = row[AT["pronoun known"]] or row[AT["she by name"]] > 0.9
                    alone = len(case.rows) == 1 if name.startswith("nobody else is") else not row[AT["others that fit"]]
                    again = (
                        row[AT["last as subject"]] and row[AT["pronoun as subject"]] and row[AT["sentences back"]] <= 1
                    )
                    named = row[AT["is name"]] and row[AT["person"]] and row[BACK] >= 1 and not row[QUOTED]
                    if label >= 0 and named and fits and alone and (again or not name.startswith("the subject")):
                        right, total = right + (label == 1), total + 1
            words.append(f"{where} {right} of {total}")
        print(f"{name}: {', '.join(words)}", flush=True)


def main() -> None:
    """Print how far it carries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with coreference/*.jsonl")
    parser.add_argument("--cache", type=Path, default=None, help="keep trees here between runs")
    options = parser.parse_args()
    torch.set_num_threads(1)
    names = train_names([])
    cases: dict[str, list[Case]] = {}
    for name in SETS:
        rows = read(options.data / "coreference" / f"{name}.jsonl")
        trees = parsed(rows, name, options.cache)
        cases[name] = [case for row, tree in zip(rows, trees, strict=True) for case in cases_of(row, tree, names, name)]
    without_model(cases)
    for source in ("gap-train", "litbank"):
        own = cases[source]
        shares: list[Any] = [None] * len(own)
        for fold in range(FOLDS):
            model = fitted([case for case in own if fold_of(case.document) != fold], fold)
            for i, case in enumerate(own):
                if fold_of(case.document) == fold:
                    shares[i] = shares_of(case, *model)
        calibration = calibration_of(own, shares)
        model = fitted(own, 9)
        for gate_name, gate in (("clear", put_in), ("any name", any_name)):
            here = judged(own, shares, calibration, gate)
            for aim in (0.98, 0.99):
                least = threshold(here, aim)
                words = [f"{sum(value >= least for value, _ in here)} of {len(here)} held back"]
                for where in SETS:
                    if where != source:
                        there = judged(cases[where], [shares_of(c, *model) for c in cases[where]], calibration, gate)
                        above = [right for value, right in there if value >= least]
                        words.append(f"{where} {len(above)} of {len(there)}, {len(above) - sum(above)} wrong")
                print(f"{source}, {gate_name}, aim {aim}, from {least:.3f}: {'; '.join(words)}", flush=True)


if __name__ == "__main__":
    main()
