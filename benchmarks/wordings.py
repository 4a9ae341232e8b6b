"""Whether a model of stances tells right wordings from wrong ones: `python -m benchmarks.wordings --sets DIR`.

Wordings of `sets/cases` are made without the check of restored subjects, so that wrong ones are among them; the cases
say which (`wording_must_not_contain`). The shipped stance model reads the sentence and the two before it as a passage,
the wording as a claim. Beside these, right wordings are spoiled mechanically: a name exchanged for another of the
text, a "not" or a modal left out, a year changed. Thresholds are chosen with one text left out at a time.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np

from benchmarks.cases import says, splits, touching
from workbench.domain.articles import ClaimDraft
from workbench.language.claims.decontextualisation import apply_resolutions
from workbench.language.text.sentences import sentences
from workbench.models.stance import OnnxStanceModel, load_stance

NAMES = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
MODAL = re.compile(r"\b(?:may|might|could|would|should|can)\s+")
NOT = re.compile(r"\s+not\b|n['’]t\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
COST = 0.02
"""The share of right wordings that a threshold may cost on the texts it is chosen on."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A wording with what it is read against; `spoiled` says how it was made wrong, "" for a right one."""

    text: str
    passage: str
    wording: str
    spoiled: str = ""


def context_of(text: str, claim: ClaimDraft) -> str:
    """The sentence of a claim and the two before it."""
    found = sentences(text, "en", "")
    number = max((n for n, span in enumerate(found) if span.start <= claim.start), default=0)
    return " ".join(text[found[max(0, number - 2)].start : found[number].end].split())


def undated(text: str, claim: ClaimDraft) -> str:
    """The wording with its times as they were said: what a day is no passage tells."""
    kept = [repair for repair in claim.resolutions if not repair.reason.startswith("relative time")]
    return apply_resolutions(text, claim.start, claim.end, kept)


def pairs_of(cases: Path) -> list[Pair]:
    """Right and wrong wordings of the cases, and right ones spoiled."""
    chance = random.Random(1)
    found: list[Pair] = []
    for row, claims in splits(cases):
        text = row["text"]
        never = [
            (text.find(one["quote"]), len(one["quote"]), one["wording_must_not_contain"])
            for one in row["expect"].get("claims", [])
            if "wording_must_not_contain" in one
        ]
        for claim in claims:
            about = [words for at, size, words in never if at >= 0 and claim in touching([claim], at, at + size)]
            wrong = any(says(claim.text, word) for words in about for word in words)
            changed = any(one.applied and not one.reason.startswith(("relative", "ties")) for one in claim.resolutions)
            passage, wording = context_of(text, claim), undated(text, claim)
            if about and (changed or wrong):
                found.append(Pair(row["id"], passage, wording, "wrong by the case" if wrong else ""))
            if about and not wrong:
                found.extend(Pair(row["id"], passage, new, how) for how, new in spoiled(wording, passage, chance))
                found.append(Pair(row["id"], passage, wording))
    return list(dict.fromkeys(found))


def spoiled(wording: str, passage: str, chance: random.Random) -> list[tuple[str, str]]:
    """What a wording becomes when one thing in it is changed."""
    names = sorted(set(NAMES.findall(passage)))
    here = [name for name in names if name in wording]
    others = [name for name in names if name not in wording]
    made = [("another name", wording.replace(chance.choice(here), chance.choice(others)))] if here and others else []
    made += [("no denial", NOT.sub("", wording, count=1))] if NOT.search(wording) else []
    made += [("no modal", MODAL.sub("", wording, count=1))] if MODAL.search(wording) else []
    year = YEAR.search(wording)
    if year:
        made.append(("another year", wording.replace(year.group(), str(int(year.group()) - chance.randint(1, 3)))))
    return made


def supported(model: OnnxStanceModel, pairs: list[Pair]) -> np.ndarray:
    """How probable it is that the passage supports the wording."""
    scores = model.logits([(pair.wording, pair.passage, pair.passage) for pair in pairs])
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers[:, 0] / powers.sum(axis=1))


def main() -> None:
    """Print how well it tells them apart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, required=True, help="folder with cases/splitting.jsonl")
    options = parser.parse_args()
    with mock.patch("workbench.language.claims.clause_wording.why_not", return_value=None):
        pairs = pairs_of(options.sets / "cases" / "splitting.jsonl")
    from sklearn.metrics import roc_auc_score

    values = supported(load_stance(), pairs)
    right = np.array([not pair.spoiled for pair in pairs])
    texts = np.array([pair.text for pair in pairs])
    refused = np.zeros(len(pairs), dtype=bool)
    for text in np.unique(texts):
        least = float(np.quantile(values[right & (texts != text)], COST))
        refused[texts == text] = values[texts == text] < least
    print("| wordings | how many | area under the ROC curve | refused, one text left out |\n|---|---|---|---|")
    print(f"| right | {right.sum()} | | {refused[right].sum()} |")
    for how in sorted({pair.spoiled for pair in pairs} - {""}):
        here = np.array([pair.spoiled == how for pair in pairs])
        area = roc_auc_score(np.append(np.ones(right.sum()), np.zeros(here.sum())), [*values[right], *values[here]])
        print(f"| {how} | {here.sum()} | {area:.3f} | {refused[here].sum()} |", flush=True)


if __name__ == "__main__":
    main()
