"""Measures stances on a labelled set: the very reading that the review screen shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from workbench.comparison.stances import CONTEXT, REFUTES, SUPPORTS
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import StanceSuggestion
from workbench.domain.ports import StanceModel
from workbench.services.evaluation.labelled_rows import Measurement, Row, read_rows
from workbench.services.search.stance_reading import StancePair, StanceReader

LABELS = ("supports", "refutes", "neutral")
BATCH = 256
BINS = 10
"""Bins of equal width for the calibration error (Guo et al., ICML 2017, equation 3)."""


def evaluate_stance(path: Path, model: StanceModel, told: Callable[[int, int], None] | None = None) -> Measurement:
    """Judge every row of a stance set.

    Args:
        path: JSONL rows {id, claim, evidence} and, where known, label, title, claim_date, published.
        model: What judges.
        told: Called with rows done and rows in all.
    Returns:
        Rows {id, label, probabilities}, and metrics over the rows that carry a label.
    Raises:
        BadInputError: The file is not of that shape, or a label is not one of supports, refutes, neutral.
        ModelUnavailableError: The model does not load.
    """
    rows = read_rows(path, ["claim", "evidence"])
    pairs = [_pair(row, path) for row in rows]
    reader = StanceReader(model)
    judged: list[StanceSuggestion] = []
    for start in range(0, len(pairs), BATCH):
        judged += reader.read(pairs[start : start + BATCH])
        if told is not None:
            told(len(judged), len(pairs))
    predictions = [
        {"id": row.get("id"), "label": LABELS[_best(said)], "probabilities": probabilities(said)}
        for row, said in zip(rows, judged, strict=True)
    ]
    gold = [(row["label"], said) for row, said in zip(rows, judged, strict=True) if row.get("label") is not None]
    return Measurement(predictions, metrics(gold) if gold else {})


def probabilities(said: StanceSuggestion) -> dict[str, float]:
    """The three probabilities by label."""
    return {"supports": said.supports, "refutes": said.refutes, "neutral": said.neutral}


def _pair(row: Row, path: Path) -> StancePair:
    label = row.get("label")
    if label is not None and label not in LABELS:
        raise BadInputError(f"{path}, line {row['_line']}: the label is not one of {', '.join(LABELS)}.")
    days = []
    for key in ("claim_date", "published"):
        try:
            days.append(date.fromisoformat(row[key]) if row.get(key) else None)
        except (ValueError, TypeError) as error:
            raise BadInputError(f'{path}, line {row["_line"]}: "{key}" is no date like 2022-01-29.') from error
    title = row.get("title")
    if title is not None and not isinstance(title, str):
        raise BadInputError(f'{path}, line {row["_line"]}: "title" is no text.')
    return StancePair(row["claim"], row["evidence"], title or "", days[0], days[1])


def _best(said: StanceSuggestion) -> int:
    values = (said.supports, said.refutes, said.neutral)
    return max(range(3), key=lambda index: values[index])


def metrics(gold: Sequence[tuple[str, StanceSuggestion]]) -> dict[str, float]:
    """Macro-F1 over the labels that occur, accuracy, calibration, and how often a shown label is right.

    "of the two" counts the rows labelled supports or refutes alone, and takes the likelier of these two.
    """
    from sklearn.metrics import accuracy_score, f1_score

    labels = [label for label, _ in gold]
    predicted = [LABELS[_best(said)] for _, said in gold]
    present = [label for label in LABELS if label in labels]
    found: dict[str, float] = {
        "macro-F1": float(f1_score(labels, predicted, labels=present, average="macro", zero_division=0)),
        "accuracy": float(accuracy_score(labels, predicted)),
    }
    two = [(label, said) for label, said in gold if label != "neutral"]
    if two:
        likelier = ["supports" if said.supports >= said.refutes else "refutes" for _, said in two]
        found["accuracy of the two"] = float(accuracy_score([label for label, _ in two], likelier))
    if "neutral" in present:
        right = [label == guess for label, guess in zip(labels, predicted, strict=True)]
        sure = [(said.supports, said.refutes, said.neutral)[_best(said)] for _, said in gold]
        found["calibration error"] = calibration_error(sure, right)
    names = {SUPPORTS: "supports", REFUTES: "refutes", CONTEXT: "neutral"}
    shown = [(label, said) for label, said in gold if said.label in names]
    found["shown"] = len(shown) / len(gold)
    if shown:
        found["right where shown"] = sum(names[said.label] == label for label, said in shown) / len(shown)
    found["rows"] = len(gold)
    return found


def calibration_error(sure: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error: how far confidence is from accuracy, averaged over `BINS` bins by their size."""
    bins: dict[int, list[int]] = {}
    for index, value in enumerate(sure):
        bins.setdefault(min(BINS - 1, int(value * BINS)), []).append(index)
    return sum(
        abs(sum(sure[i] for i in members) / len(members) - sum(right[i] for i in members) / len(members))
        * len(members)
        / len(sure)
        for members in bins.values()
    )


def reliability(sure: Sequence[float], right: Sequence[bool]) -> list[dict[str, Any]]:
    """The rows of a reliability diagram: bin, pairs, mean confidence, share right."""
    rows = []
    for low in range(BINS):
        members = [i for i, value in enumerate(sure) if min(BINS - 1, int(value * BINS)) == low]
        if members:
            rows.append(
                {
                    "probability": f"{low / BINS:.1f}–{(low + 1) / BINS:.1f}",
                    "pairs": len(members),
                    "said": sum(sure[i] for i in members) / len(members),
                    "right": sum(right[i] for i in members) / len(members),
                }
            )
    return rows
