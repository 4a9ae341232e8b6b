"""The pairs written to teach the stance model: whole blocks, no claim twice, and no label that its form gives away."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from statistics import mean

FOLDER = Path(__file__).resolve().parents[2] / "training" / "newsroom"
BLOCKS = [
    (path.name, block.split("\n"))
    for path in sorted(FOLDER.glob("*.txt"))
    for block in re.split(r"\n\s*\n", path.read_text("utf-8").strip())
]
WORD = re.compile(r"\w+")


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
