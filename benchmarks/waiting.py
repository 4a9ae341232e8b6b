"""How long a colleague's write waits while large texts are added.

`python -m benchmarks.waiting [TEXTS] [CHARACTERS]` adds so many texts of such a length in one process, while another
writes a setting again and again, and prints how long those writes took.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def main() -> None:
    """Add, write meanwhile, and print."""
    texts = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    characters = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        corpus(path / "texts.jsonl", texts, characters)
        with Workspace.create(path / "work", reviewer="ann") as workspace:
            command = [sys.executable, "-m", "workbench", "--workspace", str(workspace.path)]
            began = time.monotonic()
            adding = subprocess.Popen(
                [*command, "evidence", "add", str(path / "texts.jsonl")],
                stdout=subprocess.DEVNULL,
            )
            waits: list[float] = []
            while adding.poll() is None:
                asked = time.monotonic()
                workspace.set_setting("organisation", f"Desk {len(waits)}")
                waits.append(time.monotonic() - asked)
                time.sleep(0.02)
            waits.sort()
            took = time.monotonic() - began
            stored = workspace.database.value("SELECT count(*) FROM sources")
            print(f"{stored} texts of {characters:,} characters added in {took:.1f} s; {len(waits)} writes meanwhile")
            print(f"waited: median {waits[len(waits) // 2]:.3f} s, worst {waits[-1]:.3f} s")


if __name__ == "__main__":
    main()
