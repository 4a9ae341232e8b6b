"""The pairs written to teach the stance model: whole blocks, no claim twice, and no label that its form gives away."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

TOP = Path(__file__).resolve().parents[2]
FOLDER = TOP / "training" / "newsroom"
BLOCKS = [
    (path.name, block.split("\n"))
    for path in sorted(FOLDER.glob("*.txt"))
    for block in re.split(r"\n\s*\n", path.read_text("utf-8").strip())
]
WORD = re.compile(r"\w+")
NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b")
DIGIT = re.compile(r"\d")


def passages(mark: str) -> list[tuple[set[str], list[str]]]:
    """The words of the claim, and those of each passage under a mark."""
    return [
        (set(WORD.findall(lines[0][2:].lower())), WORD.findall(line[2:].lower()))
        for _, lines in BLOCKS
        for line in lines
        if line.startswith(mark + ":")
    ]


def test_each_claim_has_two_passages_of_each_kind() -> None:
    odd = [
        (name, lines[0])
        for name, lines in BLOCKS
        if Counter(line[:2] for line in lines) != {"C:": 1, "S:": 2, "R:": 2, "N:": 2} or not lines[0].startswith("C:")
    ]
    assert BLOCKS
    assert odd == []


def test_no_claim_and_no_passage_stands_twice() -> None:
    claims = Counter(lines[0] for _, lines in BLOCKS)
    texts = Counter(line[2:].partition("||")[2].strip() for _, lines in BLOCKS for line in lines[1:])
    assert [claim for claim, times in claims.items() if times > 1] == []
    assert [text for text, times in texts.items() if text and times > 1] == []


def test_neither_length_nor_shared_words_tell_the_label() -> None:
    found = {mark: passages(mark) for mark in "SRN"}
    lengths = [mean(len(words) for _, words in rows) for rows in found.values()]
    shared = [mean(len(claim & set(words)) / len(claim) for claim, words in rows) for rows in found.values()]
    assert max(lengths) - min(lengths) < 4
    assert max(shared) - min(shared) < 0.1


def measuring(name: str) -> list[dict[str, str]]:
    """The rows of a table that only measures."""
    with (TOP / "benchmarks" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_what_measures_is_not_learnt() -> None:
    learnt = {line.partition(":")[2].rpartition("||")[2].strip().casefold() for _, lines in BLOCKS for line in lines}
    rows = measuring("everyday_news.tsv") + measuring("world_news.tsv")
    assert [text for row in rows for text in (row["claim"], row["passage"]) if text.casefold() in learnt] == []


def test_each_claim_that_measures_has_its_four_passages() -> None:
    rows = measuring("world_news.tsv")
    claims = Counter(row["claim"] for row in rows)
    assert len(claims) == 120
    assert set(claims.values()) == {4}
    assert len({row["passage"] for row in rows}) == len(rows)
    whole = Counter((row["claim"], row["label"]) for row in rows if row["extent"] == "wholly")
    assert whole == {(claim, label): 1 for claim in claims for label in ("supports", "refutes", "neutral")}


def test_the_form_of_what_measures_does_not_tell_the_label() -> None:
    rows = measuring("world_news.tsv")
    labels = [[row for row in rows if row["label"] == label] for label in ("supports", "refutes", "neutral")]

    def spread(value: Callable[[dict[str, str]], float]) -> float:
        means = [mean(value(row) for row in found) for found in labels]
        return max(means) - min(means)

    def shared(row: dict[str, str]) -> float:
        claim = set(WORD.findall(row["claim"].lower()))
        return len(claim & set(WORD.findall(row["passage"].lower()))) / len(claim)

    assert spread(lambda row: len(WORD.findall(row["passage"]))) < 4
    assert spread(shared) < 0.1
    assert spread(lambda row: bool(NEGATION.search(row["passage"].lower()))) < 0.1
    assert spread(lambda row: bool(DIGIT.search(row["passage"]))) < 0.15
