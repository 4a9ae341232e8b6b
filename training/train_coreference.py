"""Train the model that tells who a pronoun means, and write it with its card's figures: `make train-coreference`.

Trained on GAP's development part (Apache-2.0) and LitBank (CC BY 4.0). Five folds of documents: the networks of a fold
never saw its documents, nor did its weights of first names. From what they say of the documents held back come the
calibration and the confidence from which a name is put in: the least at which at least 98 of 100 were right where a
name would be put in (`is_clear`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from workbench.domain.anchors import Span
from workbench.domain.first_names import MEN, WOMEN
from workbench.domain.syntax import Tree
from workbench.language.references.antecedents import FEATURES, OF_PRONOUN, Chains, is_clear
from workbench.language.references.entities import Entities
from workbench.language.references.mentions import HE, SHE, Phrases
from workbench.language.references.people import names_by_trees
from workbench.language.text.blocks import blocks
from workbench.language.text.quotations import QuotationMap, quotations
from workbench.language.text.sentences import sentences
from workbench.models.antecedents import NAME_BUCKETS, VERSION, AntecedentModel, calibrated, letters, with_none
from workbench.models.parser import load_parser

FOLDS = 5
MEMBERS = 1
HIDDEN = 32
EPOCHS = 12
AIM = 0.98
BACK, QUOTED = (FEATURES.index(name) for name in ("sentences back by name", "pronoun in quotation"))
Row = dict[str, Any]


@dataclass
class Case:
    """One pronoun: the features of its candidates, and which are meant (1), not (0), or not labelled (-1)."""

    document: str
    where: str
    rows: np.ndarray[Any, Any]
    labels: list[int]


class NameWeights:
    """First names alone, as the scorer that features are made with."""

    key, sure = "names", 1.0

    def __init__(self, weights: np.ndarray[Any, Any], bias: float) -> None:
        self.weights, self.bias = weights, bias

    def woman(self, first_name: str) -> float:
        """How likely somebody of this first name is called "she"."""
        return float(1 / (1 + np.exp(-(self.weights[letters(first_name)].sum() + self.bias))))

    def judge(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Not asked while features are made."""
        return [0.0] * len(rows)


def read(path: Path) -> list[Row]:
    """The rows of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def fold_of(document: str) -> int:
    """The fold of a document: a matter of its name alone."""
    return zlib.crc32(document.encode()) % FOLDS


def spans_of(row: Row) -> list[Span]:
    """The sentences of a row: LitBank gives one a line."""
    if "mentions" not in row:
        return list(sentences(row["text"], "en", ""))
    found, at = [], 0
    for line in row["text"].split("\n"):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        if end > start:
            found.append(Span(start, end))
        at += len(line) + 1
    return found


def parsed(rows: list[Row], name: str, cache: Path | None) -> list[list[Tree]]:
    """The trees of every row, kept in the cache between runs."""
    kept = cache / f"{name}.pkl" if cache is not None else None
    if kept is not None and kept.exists():
        found: dict[str, list[Tree]] = pickle.loads(kept.read_bytes())
        return [found[row["id"]] for row in rows]
    parser = load_parser()
    trees = [parser.parse(row["text"], [(span.start, span.end) for span in spans_of(row)]) for row in rows]
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps({row["id"]: tree for row, tree in zip(rows, trees, strict=True)}))
    return trees


def first_names(rows: list[Row]) -> list[tuple[str, bool, int]]:
    """First names that a labelled pronoun takes up: the name, whether it is "she", the fold."""
    found: list[tuple[str, bool, int]] = []
    for row in rows:
        fold = fold_of(row["id"])
        if "candidates" in row:
            meant = [one["text"] for one in row["candidates"] if one["antecedent"] and " " in one["text"]]
            found.extend((name.split()[0], row["pronoun"]["text"].lower() in SHE, fold) for name in meant)
            continue
        called: dict[str, Counter[bool]] = defaultdict(Counter)
        names: dict[str, set[str]] = defaultdict(set)
        for mention in row["mentions"]:
            words = row["text"][mention["start"] : mention["end"]]
            if mention["kind"] == "PRON_PER" and words.lower() in HE | SHE:
                called[mention["entity"]][words.lower() in SHE] += 1
            elif mention["kind"] == "PROP_PER":
                names[mention["entity"]].add(words.split()[0])
        for entity, counted in called.items():
            found.extend((name, counted[True] > counted[False], fold) for name in sorted(names[entity]))
    return found


def train_names(labelled: list[tuple[str, bool]]) -> NameWeights:
    """One weight a bucket of letters, of the labelled names and the lists of common ones."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows = [*labelled, *((name, False) for name in sorted(MEN)), *((name, True) for name in sorted(WOMEN))]
    places = [(i, bucket) for i, (name, _) in enumerate(rows) for bucket in letters(name)]
    shape = (len(rows), NAME_BUCKETS)
    matrix = csr_matrix((np.ones(len(places)), ([p[0] for p in places], [p[1] for p in places])), shape=shape)
    model = LogisticRegression(C=1.0, max_iter=300).fit(matrix, [woman for _, woman in rows])
    return NameWeights(np.asarray(model.coef_[0]), float(model.intercept_[0]))


def cases_of(row: Row, trees: list[Tree], names: NameWeights, where: str) -> list[Case]:
    """The labelled pronouns of one document with their candidates."""
    text = row["text"]
    found = names_by_trees(text, trees)
    phrases = Phrases(text, trees, found, Entities(text, found), QuotationMap(quotations(text, blocks(text))))
    chains = Chains(phrases, names)
    label = gap_labels(row, phrases) if "candidates" in row else litbank_labels(row, phrases)
    cases: list[Case] = []
    for pronoun in phrases.found:
        if pronoun.kind != "pronoun":
            continue
        chains.upto(pronoun.start)
        candidates = chains.candidates(pronoun)
        if not candidates:
            continue
        rows = chains.rows(pronoun, candidates)
        labels = label(pronoun.start, candidates)
        if labels is not None:
            cases.append(Case(row["id"], where, np.array(rows), labels))
        chains.add(candidates[chains.likeliest(rows)].who, pronoun)
    return cases


def gap_labels(row: Row, phrases: Phrases) -> Any:
    """Labels of GAP: of two names one, the other or neither is meant; who else is, is not told where neither is."""
    told: dict[str, bool] = {}
    for one in sorted(row["candidates"], key=lambda each: bool(each["antecedent"])):
        for phrase in phrases.found:
            if phrase.kind != "pronoun" and phrase.start < one["end"] and phrase.end > one["start"]:
                told[phrase.who] = bool(one["antecedent"])
    some = any(one["antecedent"] for one in row["candidates"])

    def label(start: int, candidates: Any) -> list[int] | None:
        if start != row["pronoun"]["start"]:
            return None
        return [int(told[one.who]) if one.who in told else (0 if some else -1) for one in candidates]

    return label


def litbank_labels(row: Row, phrases: Phrases) -> Any:
    """Labels of LitBank: the entity that most phrases of a candidate are marked with."""
    meant: dict[int, str] = {}
    heads: dict[tuple[int, int], str] = {}
    names = [m for m in row["mentions"] if m["kind"].startswith("PROP")]
    starts = np.array([tree.start for tree in phrases.trees])
    for mention in row["mentions"]:
        kind = mention["kind"].split("_")[0]
        number = int(np.searchsorted(starts, mention["start"], side="right")) - 1
        if kind == "PRON":
            meant[mention["start"]] = mention["entity"]
        elif kind in {"PROP", "NOM"} and number >= 0:
            tokens = phrases.trees[number].tokens
            inside = [i for i, t in enumerate(tokens) if t.start < mention["end"] and t.end > mention["start"]]
            if inside:
                head = next((i for i in inside if tokens[i].head not in inside), inside[-1])
                heads.setdefault((number, head), mention["entity"])

    def label(start: int, candidates: Any) -> list[int] | None:
        if start not in meant:
            return None
        found = []
        for one in candidates:
            marked = [heads[p.sentence, p.head] for p in one.phrases if (p.sentence, p.head) in heads]
            first = one.phrases[0]
            if first.kind == "name":
                marked += [m["entity"] for m in names if m["start"] < first.end and m["end"] > first.start]
            # what the annotators did not mark, or marked by another word, is not told
            found.append(int(Counter(marked).most_common(1)[0][0] == meant[start]) if marked else -1)
        return found

    return label


def train_member(cases: list[Case], mean: Any, scale: Any, own: Any, seed: int) -> tuple[Any, Any, Any]:
    """One network; the loss of a pronoun is that of all that may be meant, nobody where no candidate is."""
    torch.manual_seed(seed)
    widest = max(len(case.rows) for case in cases) + 1
    data = torch.zeros(len(cases), widest, len(FEATURES) + 1)
    there = torch.zeros(len(cases), widest, dtype=torch.bool)
    right = torch.zeros(len(cases), widest, dtype=torch.bool)
    for i, case in enumerate(cases):
        rows = with_none((case.rows - mean) / scale, own)
        data[i, : len(rows)] = torch.tensor(rows)
        there[i, : len(rows)] = True
        if 1 in case.labels:
            right[i, [j for j, value in enumerate(case.labels) if value == 1]] = True
        else:
            right[i, [*(j for j, value in enumerate(case.labels) if value == -1), len(rows) - 1]] = True
    hidden, out = nn.Linear(len(FEATURES) + 1, HIDDEN), nn.Linear(HIDDEN, 1, bias=False)
    optimiser = torch.optim.AdamW([*hidden.parameters(), *out.parameters()], lr=6e-3, weight_decay=0.01)
    order = torch.Generator().manual_seed(seed)
    for _ in range(EPOCHS):
        for part in torch.randperm(len(cases), generator=order).split(256):  # type: ignore[no-untyped-call]
            dropped = torch.dropout(torch.relu(hidden(data[part])), 0.2, train=True)
            scores = out(dropped).squeeze(2).masked_fill(~there[part], -1e9)
            shares = torch.log_softmax(scores, dim=1).masked_fill(~right[part], -1e9)
            loss = -torch.logsumexp(shares, dim=1).clamp(min=-20).mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    first, bias, last = (each.detach().numpy().copy() for each in (hidden.weight.T, hidden.bias, out.weight[0]))
    return first, bias, last


def shares_of(case: Case, members: list[tuple[Any, Any, Any]], mean: Any, scale: Any, own: Any) -> Any:
    """What some networks give the candidates of a case."""
    data = with_none((case.rows - mean) / scale, own)
    total = np.zeros(len(data))
    for hidden, bias, out in members:
        scores = np.maximum(data @ hidden + bias, 0) @ out
        powers = np.exp(scores - scores.max())
        total += powers / powers.sum()
    return (total / len(members))[:-1]


def known(case: Case, shares: Any) -> bool:
    """Whether it is told whether the likeliest candidate of a case is the one that is meant."""
    return case.labels[int(np.argmax(shares))] >= 0


def calibration_of(cases: list[Case], shares: list[Any]) -> tuple[float, float, float]:
    """Platt's logistic over the share of the likeliest and of the second, on pronouns of documents held back."""
    from sklearn.linear_model import LogisticRegression

    rows, right = [], []
    for case, found in zip(cases, shares, strict=True):
        if known(case, found):
            ordered = np.sort(np.append(found, 1e-6))
            limited = np.clip(ordered[-2:], 1e-6, 1 - 1e-6)
            rows.append(np.log(limited / (1 - limited))[::-1])
            right.append(case.labels[int(np.argmax(found))] == 1)
    model = LogisticRegression(C=10.0).fit(np.array(rows), right)
    return float(model.coef_[0][0]), float(model.coef_[0][1]), float(model.intercept_[0])


def told(cases: list[Case], shares: list[Any], calibration: Sequence[float]) -> list[tuple[str, float, bool]]:
    """For each case that can be judged: its set, the confidence of the likeliest, whether that is meant.

    Only cases in which a name would be put in: somebody named in an earlier sentence, outside quotation marks.
    """
    return [
        (case.where, float(calibrated(found, calibration).max()), case.labels[int(np.argmax(found))] == 1)
        for case, found in zip(cases, shares, strict=True)
        if known(case, found) and put_in(case, found)
    ]


def put_in(case: Case, shares: Any) -> bool:
    """Whether the wording of a claim would name the likeliest candidate in place of the pronoun."""
    chosen = int(np.argmax(shares))
    row = case.rows[chosen]
    return bool(is_clear(case.rows.tolist(), chosen) and row[BACK] >= 1 and not row[QUOTED])


def least_sure(judged: list[tuple[str, float, bool]]) -> float:
    """The least confidence from which at least `AIM` of at least a hundred held-back rows of both sets were right."""
    steps = np.round(np.arange(0.80, 0.999, 0.002), 3)
    for step in steps:
        above = [right for _, value, right in judged if value >= step]
        if len(above) >= 100 and float(np.mean(above)) >= AIM:
            return float(step)
    return 0.999


def report(name: str, judged: list[tuple[str, float, bool]], sure: float) -> None:
    """Print how much is resolved and how much of it is right."""
    for where in sorted({one[0] for one in judged}):
        rows = [(value, right) for set_name, value, right in judged if set_name == where]
        above = [right for value, right in rows if value >= sure]
        wrong = len(above) - sum(above)
        print(f"{name}, {where}: {len(rows)} pronouns, {len(above)} resolved from {sure:.3f}, {wrong} of them wrong; "
              f"likeliest right {np.mean([right for _, right in rows]):.3f}", flush=True)  # fmt: skip
        for low, high in ((0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.98), (0.98, 1.01)):
            inside = [right for value, right in rows if low <= value < high]
            if inside:
                print(
                    f"  told {low:.2f} to {min(high, 1.0):.2f}: {len(inside)}, right {np.mean(inside):.3f}", flush=True
                )


def main() -> None:
    """Train, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with coreference/*.jsonl")
    parser.add_argument("--out", type=Path, default=Path("workbench/models/weights"))
    parser.add_argument("--cache", type=Path, default=None, help="keep trees here between runs")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    sets = {
        name: read(options.data / "coreference" / f"{name}.jsonl")
        for name in ("gap-train", "litbank", "gap-validation")
    }
    trees = {name: parsed(rows, name, options.cache) for name, rows in sets.items()}
    labelled = first_names([*sets["gap-train"], *sets["litbank"]])
    by_fold = [train_names([(n, w) for n, w, fold in labelled if fold != k]) for k in range(FOLDS)]
    names = train_names([(n, w) for n, w, _ in labelled])
    cases: list[Case] = []
    for name in ("gap-train", "litbank"):
        for row, tree in zip(sets[name], trees[name], strict=True):
            cases.extend(cases_of(row, tree, by_fold[fold_of(row["id"])], name))
        print(name, len(cases), "pronouns with candidates so far", flush=True)
    every = np.vstack([case.rows for case in cases])
    mean, scale = every.mean(0), np.maximum(every.std(0), 0.05)
    own = np.array([name in OF_PRONOUN for name in FEATURES])
    shares: list[Any] = [None] * len(cases)
    for k in range(FOLDS):
        rest = [case for case in cases if fold_of(case.document) != k]
        members = [train_member(rest, mean, scale, own, options.seed * 100 + k * 10 + i) for i in range(MEMBERS)]
        for i, case in enumerate(cases):
            if fold_of(case.document) == k:
                shares[i] = shares_of(case, members, mean, scale, own)
        print(f"fold {k + 1} of {FOLDS}", flush=True)
    calibration = calibration_of(cases, shares)
    judged = told(cases, shares, calibration)
    sure = least_sure(judged)
    report("held back", judged, sure)
    members = [train_member(cases, mean, scale, own, options.seed * 1000 + i) for i in range(MEMBERS)]
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "coreference-en.npz"
    np.savez_compressed(
        path, mean=mean.astype(np.float32), scale=scale.astype(np.float32), of_pronoun=own,
        hidden=np.stack([m[0] for m in members]), hidden_bias=np.stack([m[1] for m in members]),
        out=np.stack([m[2] for m in members]), names=names.weights.astype(np.float32),
    )  # fmt: skip
    side = {
        "version": VERSION, "seed": options.seed, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "features": list(FEATURES), "calibration": list(calibration), "sure": sure, "names_bias": names.bias,
        "trained_on": "GAP development part, Apache-2.0; LitBank, CC BY 4.0", "pronouns": len(cases),
    }  # fmt: skip
    (options.out / "coreference-en.json").write_text(json.dumps(side, indent=2) + "\n", encoding="utf-8")
    model = AntecedentModel(options.out)
    measured: list[Case] = []
    for row, tree in zip(sets["gap-validation"], trees["gap-validation"], strict=True):
        measured.extend(cases_of(row, tree, names, "gap-validation"))
    report("never trained on", told(measured, [model.shares(case.rows)[:-1] for case in measured], calibration), sure)


if __name__ == "__main__":
    main()
