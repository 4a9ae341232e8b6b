"""Reading CoNLL-U trees and IOB2 names into plain rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence. `heads` are -1 for the root; `names` are IOB2 tags or empty when not annotated."""

    text: str
    words: list[str]
    tags: list[str]
    features: list[str]
    heads: list[int]
    labels: list[str]
    names: list[str]


def read_trees(path: Path) -> list[Sentence]:
    """Sentences of a CoNLL-U file; multiword ranges and empty nodes are left out."""
    found = []
    for text, rows in _blocks(path):
        words = [row for row in rows if row[0].isdigit()]
        found.append(
            Sentence(
                text,
                [row[1] for row in words],
                [row[3] for row in words],
                [row[5] for row in words],
                [int(row[6]) - 1 for row in words],
                [row[7] for row in words],
                [],
            )
        )
    return found


def read_names(path: Path) -> list[Sentence]:
    """Sentences of an IOB2 file (index, word, tag in tab-separated columns)."""
    found = []
    for text, rows in _blocks(path):
        words = [row for row in rows if row[0].isdigit()]
        names = [row[2] if row[2][2:] in ("PER", "LOC", "ORG") else "O" for row in words]
        found.append(Sentence(text, [row[1] for row in words], [], [], [], [], names))
    return found


def _blocks(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    text, rows = "", []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# text = "):
            text = line[9:]
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield text, rows
            text, rows = "", []
