"""Train the check-worthiness model and write it with its card's figures: `make train-checkworthiness`.

Trained on ClaimBuster (CC BY 4.0) alone. Sentences that also stand in a set the model is measured on are left out of
training, found by their normalised words. The score that is called check-worthy is set twice: by cross-validation over
the training sentences, in folds of debates that follow each other, and then again on one half of the CheckThat! 2024
dev-test, whose labels are more generous; its other half measures that. Seeded; one thread gives the same weights again
on the same machine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from workbench.language.claims.worthiness import FEATURES, feature_vector, features_of_text
from workbench.models.checkworthiness import VERSION, CheckworthinessModel
from workbench.models.encoder import load_encoder
from workbench.models.hashed_ngrams import BUCKETS, bucketed

MEMBERS, HIDDEN, EPOCHS, BATCH = 6, 192, 20, 64
FOLDS, FOLD_MEMBERS = 8, 3
RUNS_SHARE, RUNS_C = 0.3, 16.0
MEASURED = ("ct24-devtest", "clef2019")


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def normalised(text: str) -> str:
    """The words of a sentence, for finding it again in another set."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def inputs(rows: list[dict[str, Any]], cache: Path | None) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Vectors and rule features of rows; vectors are kept in `cache` when one is given."""
    texts = [row["text"] for row in rows]
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
    kept = cache / f"{digest}.npy" if cache else None
    if kept is not None and kept.exists():
        vectors = np.load(kept)
    else:
        vectors = load_encoder().encode(texts)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            np.save(kept, vectors)
    return vectors, np.array([feature_vector(features_of_text(text)) for text in texts])


def train_member(data: torch.Tensor, labels: torch.Tensor, seed: int) -> tuple[nn.Linear, nn.Linear]:
    """One network with one hidden layer, strong dropout and softened labels."""
    torch.manual_seed(seed)
    hidden, out = nn.Linear(data.shape[1], HIDDEN), nn.Linear(HIDDEN, 1)
    network = nn.Sequential(nn.Dropout(0.2), hidden, nn.ReLU(), nn.Dropout(0.6), out)
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-2)
    steps = EPOCHS * (len(data) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=steps + 1)
    for _ in range(EPOCHS):
        order = torch.randperm(len(data))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            batch = order[start : start + BATCH]
            loss = F.binary_cross_entropy_with_logits(network(data[batch]).squeeze(1), labels[batch] * 0.95 + 0.025)
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            optimiser.step()
            schedule.step()
    return hidden, out


def buckets_of(texts: list[str]) -> Any:
    """The hashed n-grams of texts as a sparse matrix, a row each."""
    from scipy.sparse import csr_matrix

    found = [bucketed(text) for text in texts]
    rows = np.concatenate([np.full(len(buckets), i) for i, (buckets, _) in enumerate(found)])
    columns = np.concatenate([buckets for buckets, _ in found])
    values = np.concatenate([value for _, value in found])
    return csr_matrix((values, (rows, columns)), shape=(len(texts), BUCKETS))


def train_runs(matrix: Any, labels: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], float]:
    """Weights of the hashed n-grams and their bias, by logistic regression."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=RUNS_C, max_iter=2000).fit(matrix, labels)
    return model.coef_[0], float(model.intercept_[0])


def logits(shares: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Logits of shares, as the shipped model limits them."""
    limited = np.clip(shares, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(limited / (1 - limited)))


def joined(networks: np.ndarray[Any, Any], by_runs: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Networks and hashed n-grams averaged on the logit scale."""
    return (1 - RUNS_SHARE) * logits(networks) + RUNS_SHARE * logits(1 / (1 + np.exp(-by_runs)))


def mean_of(members: list[tuple[nn.Linear, nn.Linear]], data: torch.Tensor) -> np.ndarray[Any, Any]:
    """The mean score of some networks."""
    with torch.no_grad():
        found = [torch.sigmoid(out(F.relu(hidden(data))).squeeze(1)).numpy() for hidden, out in members]
    return np.asarray(np.mean(found, axis=0), dtype=np.float64)


def cross_validated(
    rows: list[dict[str, Any]], data: torch.Tensor, labels: torch.Tensor, matrix: Any, seed: int
) -> float:
    """The logit from which sentences are called check-worthy: where F1 over held-out debates is highest.

    A fold is a stretch of sentence numbers, so that the debates of one are not in another.
    """
    from sklearn.metrics import average_precision_score, f1_score

    order = np.argsort([int(row["id"]) for row in rows])
    gold = labels.numpy().astype(int)
    held = np.zeros(len(rows))
    for fold, inside in enumerate(np.array_split(order, FOLDS)):
        rest = np.setdiff1d(order, inside)
        members = [train_member(data[rest], labels[rest], seed * 1000 + fold * 10 + i) for i in range(FOLD_MEMBERS)]
        weights, bias = train_runs(matrix[rest], gold[rest])
        held[inside] = joined(mean_of(members, data[inside]), matrix[inside] @ weights + bias)
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    share = best_share(1 / (1 + np.exp(-held)), gold)
    f1 = f1_score(gold, held >= logits(np.array(share)))
    print(f"cross-validated AP {average_precision_score(gold, held):.4f}, F1 {f1:.4f} from {share:.3f}", flush=True)
    return float(logits(np.array(share)))


def best_share(scores: np.ndarray[Any, Any], gold: np.ndarray[Any, Any]) -> float:
    """The score from which F1 is highest, smoothed over neighbours: one that only happens to fit is not chosen."""
    from sklearn.metrics import f1_score

    shares = np.linspace(0.1, 0.9, 161)
    found = np.array([f1_score(gold, scores >= share) for share in shares])
    return float(shares[int(np.argmax(np.convolve(found, np.ones(13) / 13, "valid"))) + 6])


def first_half(rows: list[dict[str, Any]]) -> np.ndarray[Any, Any]:
    """Which rows belong to the half that a threshold may be chosen on: a matter of their words alone."""
    return np.array([zlib.crc32(row["text"].encode()) % 2 == 1 for row in rows])


def keep(side: dict[str, Any], folder: Path) -> None:
    """Write the description beside the weights."""
    (folder / "checkworthiness.json").write_text(json.dumps(side, indent=2) + "\n", encoding="utf-8")


def scored(rows: list[dict[str, Any]], options: argparse.Namespace) -> np.ndarray[Any, Any]:
    """The scores of rows by the model as it was just written."""
    vectors, rules = inputs(rows, options.cache)
    return np.array(CheckworthinessModel(options.out).score([row["text"] for row in rows], vectors, rules.tolist()))


def main() -> None:
    """Train, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with checkworthy/*.jsonl")
    parser.add_argument("--out", type=Path, default=Path("workbench/models/weights"))
    parser.add_argument("--cache", type=Path, default=None, help="keep vectors here between runs")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    folder = options.data / "checkworthy"
    unseen = {normalised(row["text"]) for name in MEASURED for row in read(folder / f"{name}.jsonl")}
    rows = read(folder / "claimbuster.jsonl")
    kept = [row for row in rows if normalised(row["text"]) not in unseen]
    print(f"{len(rows)} sentences, {len(rows) - len(kept)} left out because they stand in a measured set")
    vectors, features = inputs(kept, options.cache)
    mean, scale = features.mean(0), (features.std(0) + 1e-6) * 2.0
    data = torch.tensor(np.hstack([vectors * 10.0, (features - mean) / scale]), dtype=torch.float32)
    labels = torch.tensor([float(row["label"]) for row in kept])
    matrix = buckets_of([row["text"] for row in kept])
    threshold = cross_validated(kept, data, labels, matrix, options.seed)
    runs, bias = train_runs(matrix, labels.numpy().astype(int))
    members = []
    for i in range(MEMBERS):
        members.append(train_member(data, labels, options.seed * 100 + i))
        print(f"member {i + 1} of {MEMBERS}", flush=True)
    first = [hidden for hidden, _ in members]
    last = [out for _, out in members]
    arrays = {
        "mean": mean.astype(np.float32),
        "scale": scale.astype(np.float32),
        "hidden": np.stack([layer.weight.detach().numpy().T for layer in first]).astype(np.float16),
        "hidden_bias": np.stack([layer.bias.detach().numpy() for layer in first]).astype(np.float32),
        "out": np.stack([layer.weight.detach().numpy()[0] for layer in last]).astype(np.float32),
        "out_bias": np.array([float(layer.bias) for layer in last], dtype=np.float32),
        "runs": runs.astype(np.float16),
    }
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "checkworthiness.npz"
    np.savez_compressed(path, **arrays)
    side = {
        "version": VERSION,
        "seed": options.seed,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "encoder": load_encoder().key,
        "features": list(FEATURES),
        "runs_bias": bias,
        "runs_share": RUNS_SHARE,
        "shift": -threshold,
        "trained_on": "ClaimBuster, CC BY 4.0",
        "sentences": len(kept),
    }
    keep(side, options.out)
    devtest = read(folder / f"{MEASURED[0]}.jsonl")
    chosen_on = first_half(devtest)
    scores = scored(devtest, options)
    share = best_share(scores[chosen_on], np.array([int(row["label"]) for row in devtest])[chosen_on])
    print(f"{MEASURED[0]}: on one half F1 is highest from {share:.3f}")
    side["shift"] = -threshold - float(logits(np.array(share)))
    keep(side, options.out)
    from sklearn.metrics import average_precision_score, f1_score

    for name in MEASURED:
        measured = read(folder / f"{name}.jsonl")
        scores = scored(measured, options)
        gold = np.array([int(row["label"]) for row in measured])
        called = scores >= 0.5
        print(name, "F1", round(f1_score(gold, called), 4), "AP", round(average_precision_score(gold, scores), 4))
        if name == MEASURED[0]:
            print(name, "F1 on the half not chosen on", round(f1_score(gold[~chosen_on], called[~chosen_on]), 4))
        by_document: dict[str, list[int]] = {}
        for i, row in enumerate(measured):
            by_document.setdefault(str(row["document"]), []).append(i)
        ranked = [average_precision_score(gold[i], scores[i]) for i in by_document.values() if gold[i].any()]
        print(name, "MAP", round(float(np.mean(ranked)), 4), "documents", len(ranked))


if __name__ == "__main__":
    main()
