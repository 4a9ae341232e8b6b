"""Claims with passages that support, refute or leave them open, written for the project in the words of newsrooms.

The files in `training/newsroom/` hold blocks of lines: `C:` the claim, then passages under the letters of `MARKS`, each
`title || text` or the text alone. Two of each letter stand below a claim, and words in common, length, numbers and
negations tell nothing about the label: what labelled sets of Wikipedia, trivia and image captions leave unlearnt.
"""

from __future__ import annotations

from pathlib import Path

from stance_text import NEUTRAL, REFUTES, SUPPORTS, Pair, shown

FOLDER = Path(__file__).parent / "newsroom"
MARKS = {"S": SUPPORTS, "R": REFUTES, "N": NEUTRAL}


def read_newsroom(folder: Path = FOLDER) -> list[Pair]:
    """All pairs, those of one claim one behind the other; `origin` names the file.

    Raises:
        ValueError: A line belongs to no claim, or has no mark.
    """
    found: list[Pair] = []
    for path in sorted(folder.glob("*.txt")):
        claim = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            mark, colon, rest = line.partition(":")
            if not line.strip():
                claim = ""
            elif mark == "C" and colon:
                claim = rest.strip()
            elif mark in MARKS and colon and claim:
                title, bars, text = rest.rpartition("||")
                passage = shown(title.strip(), text.strip()) if bars else rest.strip()
                found.append(Pair(claim, passage, MARKS[mark], path.stem))
            else:
                raise ValueError(f"{path.name}, line {number}: no claim and no passage of one")
    return found
