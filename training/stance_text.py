"""Reading the labelled sets, and small text repairs that every builder of training pairs needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

SUPPORTS, REFUTES, NEUTRAL = 0, 1, 2
LABELS = ("supports", "refutes", "neutral")


@dataclass(frozen=True, slots=True)
class Pair:
    """One training example. `label` indexes LABELS, `origin` names the recipe that made it."""

    claim: str
    passage: str
    label: int
    origin: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """One row of a stance set."""

    id: str
    claim: str
    passage: str
    title: str
    label: int


_SPACED = (
    (re.compile(r"\s*-LRB-\s*"), " ("),
    (re.compile(r"\s*-RRB-"), ")"),
    (re.compile(r"\s*-LSB-\s*"), " ["),
    (re.compile(r"\s*-RSB-"), "]"),
    (re.compile(r"``\s*"), '"'),
    (re.compile(r"\s*''"), '"'),
    (re.compile(r"\(\s+"), "("),
    (re.compile(r"\s+\)"), ")"),
    (re.compile(r"\s+([,.;:!?%])"), r"\1"),
    (re.compile(r"\s+('s|'re|'ve|'ll|'d|'m|n't)\b"), r"\1"),
    (re.compile(r"\s+--\s+"), " – "),
    (re.compile(r"\s+"), " "),
)


def untokenise(text: str) -> str:
    """Put the spaces of tokenised Wikipedia text back where a reader expects them."""
    for pattern, replacement in _SPACED:
        text = pattern.sub(replacement, text)
    return text.strip()


def read_rows(path: Path) -> list[dict[str, str]]:
    """All rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_stance(path: Path) -> list[Labelled]:
    """A stance set with its text repaired."""
    return [
        Labelled(
            id=str(row["id"]),
            claim=untokenise(row["claim"]),
            passage=untokenise(row["evidence"]),
            title=row.get("title") or "",
            label=LABELS.index(row["label"]),
        )
        for row in read_rows(path)
    ]


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])")
_NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Dr|St|Jr|Sr|vs|No|Inc|Co|U\.S|U\.K|[A-Z])\.)$")


def sentences_of(text: str) -> list[str]:
    """Split a passage roughly; good enough to shuffle and drop sentences in training material."""
    found: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if found and _NO_END.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        elif piece.strip():
            found.append(piece.strip())
    return found


_WORD = re.compile(r"[A-Za-z]+|\d[\d,.]*")
_STOP_WORDS = """
a an the of in on at to for from by with as is are was were be been being has have had do does did will would
    can could may might must should it its he she they his her their this that these those there and or but not no n't
    who which what when where than then also into over about after before between during i we you only
"""
STOP = frozenset(_STOP_WORDS.split())


def content_words(text: str) -> set[str]:
    """Lower-case words that carry content, cut to six letters so that inflections meet."""
    return {word.lower()[:6] for word in _WORD.findall(text) if word.lower() not in STOP}


def coverage(claim: str, passage: str) -> float:
    """Which part of the claim's content words the passage has, 0…1."""
    words = content_words(claim)
    return len(words & content_words(passage)) / len(words) if words else 0.0


def shown(title: str, passage: str) -> str:
    """A passage as the model reads it: title first."""
    return f"{title}: {passage}" if title else passage


def nearest(queries: Sequence[str], passages: Sequence[str], count: int) -> list[list[int]]:
    """For every query the `count` passages with the highest TF-IDF cosine, best first."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", dtype=np.float32)
    matrix = vectorizer.fit_transform(passages).T.tocsr()
    rows = vectorizer.transform(queries)
    found: list[list[int]] = []
    for start in range(0, len(queries), 512):
        scores = (rows[start : start + 512] @ matrix).toarray()
        best = np.argpartition(-scores, count, axis=1)[:, :count]
        found.extend(
            [int(j) for j in candidates[np.argsort(-line[candidates])] if line[j] > 0]
            for candidates, line in zip(best, scores, strict=True)
        )
    return found


def unique(pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs without exact repeats, first one kept."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for pair in pairs:
        key = (pair.claim, pair.passage)
        if key not in seen and pair.claim and pair.passage:
            seen.add(key)
            kept.append(pair)
    return kept
