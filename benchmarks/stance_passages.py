"""What is read of a claim in a passage where one sentence settles it, by where that sentence stands among others.

    python -m benchmarks.stance_passages [--half "chosen on"] [--weights DIR]

`benchmarks/stance_passages.tsv` holds twenty stories of our own: for each of three claims what supports it, what
refutes it and what shares its words and settles nothing, and sentences on other things of the same place. Each of these
is read alone, then first, in the middle and last among three to seven others of the story, what settles another claim
among them; and so are passages in which no sentence is about the claim. Half of the stories may be chosen on. Figures
are those of both networks reading all of the passage, and after the arrow those of the program.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.documents import SourceKind
from workbench.domain.evidence import Hit, Passage, Source, StanceSuggestion
from workbench.domain.ports import StanceModel
from workbench.models.stance import OnnxStanceModel, load_stance
from workbench.services.search.says_something import told_close
from workbench.services.search.stance_reading import StancePair, StanceReader

STORIES = Path(__file__).with_name("stance_passages.tsv")
LABELS = ("supports", "refutes", "neutral")
STRONG = ("supports", "refutes", "context")
HALVES = ("chosen on", "measured")
PLACES = ("alone", "first", "middle", "last", "none")
FEWEST, KINDS = 3, 5
"""Sentences beside the one that is asked about, and how many such numbers there are."""


@dataclass
class Story:
    """A title, its claims with what is said of each, and what else is told."""

    half: str
    title: str = ""
    beside: list[str] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)
    said: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))


@dataclass(frozen=True)
class Row:
    """A pair, its label, and where in the passage stands what is asked about."""

    pair: StancePair
    label: str
    place: str
    story: str


def stories(path: Path = STORIES) -> dict[str, Story]:
    """The stories by name."""
    found: dict[str, Story] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            story = found.setdefault(row["story"], Story(row["half"]))
            if row["kind"] == "title":
                story.title = row["text"]
            elif row["kind"] == "beside":
                story.beside.append(row["text"])
            elif row["kind"] == "claim":
                story.claims[row["claim"]] = row["text"]
            else:
                story.said[row["claim"]][row["kind"]] = row["text"]
    return found


def neighbours(story: Story, claim: str, turn: int) -> list[str]:
    """Three to seven sentences beside the one asked about: one or two are of the other claims."""
    count = FEWEST + turn % KINDS
    others = [story.said[other][LABELS[(turn + at) % 3]] for at, other in enumerate(story.claims) if other != claim]
    own = count - (1 + turn % 2)
    begin = turn % len(story.beside)
    plain = (story.beside + story.beside)[begin : begin + own]
    mixed = plain[:1] + others[: 1 + turn % 2] + plain[1:]
    return mixed if turn % 4 else mixed[::-1]


def rows(half: str | None = None) -> Iterator[Row]:
    """All pairs of one half, or of both."""
    turn = 0
    for name, story in stories().items():
        for claim, text in story.claims.items():
            if half not in (None, story.half):
                continue
            for label in LABELS:
                told = story.said[claim][label]
                turn += 1
                beside = neighbours(story, claim, turn)
                at = {"first": 0, "middle": (len(beside) + 1) // 2, "last": len(beside)}
                yield Row(StancePair(text, told, story.title), label, "alone", name)
                for place, number in at.items():
                    passage = " ".join([*beside[:number], told, *beside[number:]])
                    yield Row(StancePair(text, passage, story.title), label, place, name)
                yield Row(StancePair(text, " ".join(beside), story.title), "neutral", "none", name)


def as_hit(pair: StancePair, number: int) -> Hit:
    """A passage as a search finds it."""
    passage = Passage(number, str(number), 0, len(pair.passage), pair.passage, "")
    source = Source(
        str(number), SourceKind.DOCUMENT, pair.title, None, None, None, None, None, False, None, None, "", pair.passage
    )
    return Hit(number, passage, source, 0.0, rerank_score=0.5)


@dataclass
class Told:
    """What was said of the passages of one label at one place."""

    of: int = 0
    right: int = 0
    shown: int = 0
    shown_right: int = 0
    leaning: int = 0
    leaning_right: int = 0
    close: int = 0

    def add(self, row: Row, said: StanceSuggestion, close: bool) -> None:
        """Count one passage."""
        likeliest = max(range(3), key=(said.supports, said.refutes, said.neutral).__getitem__)
        wanted = "context" if row.label == "neutral" else row.label
        self.of += 1
        self.right += LABELS[likeliest] == row.label
        self.shown += said.label in STRONG
        self.shown_right += said.label == wanted
        self.leaning += said.label.startswith("leans")
        self.leaning_right += said.label == f"leans {row.label}"
        self.close += close

    @property
    def figures(self) -> tuple[str, ...]:
        """As they are printed."""
        shown, leaning = f"{self.shown_right} of {self.shown}", f"{self.leaning_right} of {self.leaning}"
        return str(self.right), shown, leaning, str(self.close)


class Whole:
    """A stance model that reads all of each passage."""

    def __init__(self, model: OnnxStanceModel) -> None:
        self.key, self.weighing, self.judge = model.key, model.weighing, model.judge


def counted(found: Sequence[Row], model: StanceModel) -> dict[tuple[str, str], Told]:
    """What a model says of pairs, by label and place."""
    told: dict[tuple[str, str], Told] = {}
    said = StanceReader(model).read([row.pair for row in found])
    for at, (row, one) in enumerate(zip(found, said, strict=True), 1):
        hit = as_hit(row.pair, at)
        close = told_close(row.pair.asserted, [hit], [one], [hit])[0].close
        told.setdefault((row.label, row.place), Told()).add(row, one, close)
    return told


def report(found: Sequence[Row], model: OnnxStanceModel) -> None:
    """Read pairs and print what was said of them by label and place."""
    before, now = counted(found, Whole(model)), counted(found, model)
    print("| the passage | asked about | of | likeliest right | labels shown, right | leanings, right | close |")
    print("|---|---|---|---|---|---|---|")
    for key in sorted(now, key=lambda one: (LABELS.index(one[0]), PLACES.index(one[1]))):
        cells = [f"{one} → {other}" for one, other in zip(before[key].figures, now[key].figures, strict=True)]
        print(f"| {key[0]} | {key[1]} | {now[key].of} | {' | '.join(cells)} |")


def main() -> None:
    """Read both halves and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, help="one half alone")
    parser.add_argument("--weights", type=Path, default=None, help="folder of another stance-en.onnx")
    arguments = parser.parse_args()
    model = load_stance(arguments.weights)
    for half in HALVES:
        if arguments.half in (None, half):
            print(f"\n{half}")
            report(list(rows(half)), model)


if __name__ == "__main__":
    main()
