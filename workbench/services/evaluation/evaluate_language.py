"""Measure sentences, check-worthiness and claims of single sentences on labelled sets (`docs/quality.md`).

Each function runs the same code an article goes through, writes predictions for every row, and gives metrics over the
rows that carry labels: a set without labels gives predictions alone. Whole articles are `evaluate_news`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from workbench.domain.errors import BadInputError
from workbench.domain.ports import AntecedentScorer
from workbench.language.article import split_article
from workbench.language.claims.standalone import stand_alone
from workbench.language.text.sentences import sentences
from workbench.services.evaluation.labelled_rows import Measurement, Parse, published_on, read_rows, shares, words_of

Score = Callable[[Sequence[str]], list[float]]
"""Check-worthiness 0…1 of sentences that stand alone."""

CHECKWORTHY_FROM = 0.5
"""Scores from here on are called check-worthy."""

_PRONOUN = re.compile(
    r"^\W*(?:(?:and|but|so|then|also|however|while|when|as|in|at|that|this|by|since|after|before|because|although|though)"
    r"\W+)*(?:he|she|they|his|her|their|its|him|them|it(?!['’]?s?\s+(?:is\s+|was\s+)?(?:\w+\s+){0,2}(?:that|to|likely|possible|"
    r"difficult|believed|important|worth)\b))\b",
    re.IGNORECASE,
)


def evaluate_sentences(path: Path, language: str = "en") -> Measurement:
    """Sentence boundaries: precision, recall and F1 of sentence ends inside and at the end of each text.

    Raises:
        BadInputError: The file is not of the shape {id, text, sentences}.
    """
    result = Measurement()
    right = predicted = labelled = exact = counted = 0
    for row in read_rows(path, ["text"]):
        text = row["text"]
        spans = sentences(text, str(row.get("language") or language))
        found = [span.of(text) for span in spans]
        result.predictions.append({"id": row.get("id"), "sentences": found})
        gold = row.get("sentences")
        if gold is None:
            continue
        if not isinstance(gold, list) or not all(isinstance(item, str) for item in gold):
            raise BadInputError(f'{path}, line {row["_line"]}: "sentences" is no list of texts.')
        wanted = _ends(text, gold)
        ends = {span.end for span in spans}
        right += len(wanted & ends)
        predicted += len(ends)
        labelled += len(wanted)
        exact += found == gold
        counted += 1
    if counted:
        result.metrics = {**shares(right, predicted, labelled), "rows exactly right": exact, "rows": counted}
    return result


def _ends(text: str, pieces: Iterable[str]) -> set[int]:
    """Where each sentence of a gold list ends in the text."""
    at, found = 0, set()
    for piece in pieces:
        start = text.find(piece.strip(), at)
        if start < 0:
            continue
        at = start + len(piece.strip())
        found.add(at)
    return found


def evaluate_checkworthiness(path: Path, score: Score) -> Measurement:
    """Check-worthiness of single sentences: F1 at the threshold, average precision, and MAP over documents.

    MAP follows CheckThat!: the mean over documents with at least one positive of the average precision of their
    ranking.

    Raises:
        BadInputError: The file is not of the shape {id, text, label, document}.
    """
    from sklearn.metrics import average_precision_score, f1_score, precision_score, recall_score

    rows = read_rows(path, ["text"])
    scores = score([row["text"] for row in rows])
    result = Measurement()
    labels: list[int] = []
    scored: list[float] = []
    documents: dict[str, list[tuple[int, float]]] = {}
    for row, value in zip(rows, scores, strict=True):
        result.predictions.append(
            {"id": row.get("id"), "score": round(value, 6), "checkworthy": int(value >= CHECKWORTHY_FROM)}
        )
        label = row.get("label")
        if label is None:
            continue
        if label not in (0, 1):
            raise BadInputError(f'{path}, line {row["_line"]}: "label" is neither 0 nor 1.')
        labels.append(int(label))
        scored.append(value)
        if row.get("document") is not None:
            documents.setdefault(str(row["document"]), []).append((int(label), value))
    if not labels:
        return result
    called = [int(value >= CHECKWORTHY_FROM) for value in scored]
    result.metrics = {
        "precision": float(precision_score(labels, called, zero_division=0)),
        "recall": float(recall_score(labels, called, zero_division=0)),
        "F1": float(f1_score(labels, called, zero_division=0)),
        "rows": len(labels),
    }
    if any(labels):
        result.metrics["average precision"] = float(average_precision_score(labels, scored))
    ranked = [pairs for pairs in documents.values() if any(label for label, _ in pairs)]
    if ranked:
        averages = [average_precision_score([a for a, _ in pairs], [b for _, b in pairs]) for pairs in ranked]
        result.metrics["MAP over documents"] = float(sum(averages) / len(averages))
        result.metrics["documents"] = len(ranked)
    return result


def evaluate_claims(path: Path, parse: Parse, antecedents: AntecedentScorer | None = None) -> Measurement:
    """Standalone wording and atomic claims of sentences in a document.

    Token F1 compares the wording with the labelled one (as bags of lower-case words); "copying" is the same for the
    sentence left as it is. "pronoun-free" is the share of wordings that do not open with a third-person
    pronoun: one that follows its antecedent in the same sentence is no gap. Atomic claims are matched one to one.

    Raises:
        BadInputError: The file is not of the shape {id, document, sentence, decontextualised, claims}.
    """
    result = Measurement()
    own: list[float] = []
    copied: list[float] = []
    free = copied_free = same = copied_same = counted = 0
    covered: list[float] = []
    labelled: list[tuple[list[str], list[str]]] = []
    for row in read_rows(path, ["sentence"]):
        document = row.get("document") if isinstance(row.get("document"), str) else None
        sentence = row["sentence"].strip()
        text = document if document and sentence in document else sentence
        at = text.find(sentence)
        trees = parse(text, "")
        published = published_on(row, path)
        analysis = split_article(text, published=published, trees=trees, antecedents=antecedents)
        wording = stand_alone(
            text, at, at + len(sentence), analysis, trees=trees, antecedents=antecedents, published=published
        )
        claims = [c for c in analysis.claims if at <= c.start < at + len(sentence)]
        result.predictions.append({"id": row.get("id"), "claims": [{"text": c.text} for c in claims]})
        gold = row.get("decontextualised")
        if isinstance(gold, str):
            counted += 1
            own.append(_bag_f1(wording, gold))
            copied.append(_bag_f1(sentence, gold))
            free += not _PRONOUN.search(wording)
            copied_free += not _PRONOUN.search(sentence)
            same += words_of(wording) == words_of(gold)
            copied_same += words_of(sentence) == words_of(gold)
        atomic = row.get("claims")
        if isinstance(atomic, list) and atomic:
            best = [max((_bag_f1(c.text, str(item)) for c in claims), default=0.0) for item in atomic]
            covered.append(sum(best) / len(best))
            labelled.append(([c.text for c in claims], [str(item) for item in atomic]))
    if counted:
        result.metrics = {
            "token F1": sum(own) / counted, "token F1 of copying": sum(copied) / counted,
            "pronoun-free": free / counted, "pronoun-free of copying": copied_free / counted,
            "exactly right": same, "exactly right by copying": copied_same, "rows": counted,
        }  # fmt: skip
    if covered:
        result.metrics["best token F1 of atomic claims"] = sum(covered) / len(covered)
        result.metrics.update(_atomic(labelled))
    return result


ALIKE_FROM = (0.5, 0.7, 0.9)
"""Token F1 from which a found claim and a labelled one are taken to say the same."""


def _atomic(rows: Sequence[tuple[list[str], list[str]]]) -> dict[str, float]:
    """Found claims matched one to one with labelled ones: as many pairs as can be, of those the most alike."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    pairs = dict.fromkeys(ALIKE_FROM, 0)
    for found, labels in rows:
        alike = np.array([[_bag_f1(claim, label) for label in labels] for claim in found]).reshape(-1, len(labels))
        for least in ALIKE_FROM:
            enough = alike >= least
            one, other = linear_sum_assignment(enough + alike / 1000, maximize=True)
            pairs[least] += int(enough[one, other].sum())
    found_in_all, labels_in_all = sum(len(found) for found, _ in rows), sum(len(labels) for _, labels in rows)
    figures = {
        f"F1 of atomic claims, alike from {least:g}": 2 * hits / (found_in_all + labels_in_all)
        for least, hits in pairs.items()
    }
    return {**figures, "atomic claims found": found_in_all, "atomic claims labelled": labels_in_all}


def _bag_f1(a: str, b: str) -> float:
    """F1 of the words two texts share, counted with repetition."""
    first, second = words_of(a), words_of(b)
    if not first or not second:
        return float(first == second)
    rest = list(second)
    shared = 0
    for word in first:
        if word in rest:
            rest.remove(word)
            shared += 1
    return 2 * shared / (len(first) + len(second))
