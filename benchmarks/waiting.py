"""How long a colleague's write waits while large texts are added, or an article of many claims is worked on.

`python -m benchmarks.waiting [TEXTS] [CHARACTERS]` adds so many texts of such a length in one process, while another
writes a setting again and again, and prints how long those writes took. `--claims 5000` does the same while an article
of so many claims is stored, split again into other wordings, taken back, split again, and taken out of the lists.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from workbench.domain.articles import ClaimDraft, Kind
from workbench.domain.documents import Document
from workbench.services.articles.splitting import Split, Splitter
from workbench.services.workspace import Workspace

WORDS = ("harbour", "council", "vessel", "ferry", "winter", "station", "opened", "rose", "fell", "three", "million")


def corpus(path: Path, texts: int, characters: int) -> None:
    """Rows of evidence, each of about so many characters."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(texts):
            words = " ".join(chance.choices(WORDS, k=characters // 7))[:characters]
            row = {"id": f"t{number}", "title": f"Text {number}", "text": ". ".join(words.split("three "))}
            file.write(json.dumps(row) + "\n")


class Lines(Splitter):
    """Every line is a claim, worded in one way."""

    def __init__(self, wording: str) -> None:
        super().__init__(models=False)
        self.wording = wording

    def split(self, document: Document, **how: Any) -> Split:
        """The claims of a document."""
        drafts, start = [], 0
        for line in document.text.split("\n"):
            end = start + len(line)
            drafts.append(ClaimDraft(start, end, line, f"{line} {self.wording}", (Kind.QUANTITY,)))
            start = end + 1
        return Split(tuple(drafts), self.wording)


def work_on_an_article(path: Path, claims: int) -> None:
    """What a colleague does to an article of so many claims, each act printed with the seconds that it took."""
    from workbench.services.articles.resplitting import resplit
    from workbench.services.claims.bulk import drop_claims
    from workbench.services.record.history import undo
    from workbench.store.articles import add_article
    from workbench.store.claims import claims as stored

    text = "\n".join(f"The ferry {number} carried {number + 7} people to Skerray in May." for number in range(claims))
    document = Document(text=text, title="Ferries", origin="ferries.txt", sha256="0" * 64)
    digest = hashlib.sha256(text.encode()).hexdigest()
    with Workspace.open(path, reviewer="bo") as workspace:
        database = workspace.database
        drafts = Lines("At first.").split(document).drafts
        article = 0

        def store() -> None:
            nonlocal article
            article = add_article(database, document, digest, drafts, reviewer="bo", splitter="At first.")

        acts = (
            ("stored", store),
            ("split again", lambda: resplit(workspace, article, splitter=Lines("Then."))),
            ("taken back", lambda: undo(workspace)),
            ("split again", lambda: resplit(workspace, article, splitter=Lines("At last."))),
            ("dropped", lambda: drop_claims(workspace, {one.id: None for one in stored(database)})),
        )
        for name, act in acts:
            began = time.monotonic()
            act()
            print(f"{claims:,} claims {name} in {time.monotonic() - began:.2f} s", flush=True)


def main() -> None:
    """Let one process work, write meanwhile, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=int, nargs="?", default=100)
    parser.add_argument("characters", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--claims", type=int, default=0)
    parser.add_argument("--workspace", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.workspace:
        work_on_an_article(given.workspace, given.claims)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        with Workspace.create(path / "work", reviewer="ann") as workspace:
            work = ["--workspace", str(workspace.path)]
            if given.claims:
                command = ["benchmarks.waiting", *work, "--claims", str(given.claims)]
            else:
                corpus(path / "texts.jsonl", given.texts, given.characters)
                command = ["workbench", *work, "evidence", "add", str(path / "texts.jsonl")]
            began = time.monotonic()
            working = subprocess.Popen(
                [sys.executable, "-m", *command], stdout=None if given.claims else subprocess.DEVNULL
            )
            waits: list[float] = []
            while working.poll() is None:
                asked = time.monotonic()
                workspace.set_setting("organisation", f"Desk {len(waits)}")
                waits.append(time.monotonic() - asked)
                time.sleep(0.02)
            waits.sort()
            took = time.monotonic() - began
            if not given.claims:
                stored = workspace.database.value("SELECT count(*) FROM sources")
                print(f"{stored} texts of {given.characters:,} characters added in {took:.1f} s")
            print(
                f"{len(waits)} writes meanwhile waited: median {waits[len(waits) // 2]:.3f} s, worst {waits[-1]:.3f} s"
            )


if __name__ == "__main__":
    main()
