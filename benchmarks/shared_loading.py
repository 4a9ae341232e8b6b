"""How long a load into a collection takes: in one process, and on Ray with all cores of this machine.

    python -m benchmarks.shared_loading --pages DIR [--copies 10] [--rows 3000] [--again]

Loaded are a folder of HTML pages (those below DIR, each so often, every copy with words of its own) and one file of
JSON lines of made-up words, each into a Milvus Lite folder of its own, by the command that users give. The two ways
take turns; printed is the time of each command, start included. With --again the same is loaded a second time, which
costs reading alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.table import machine

PARAGRAPH_END = re.compile(rb"</p>", re.IGNORECASE)
OWN_ADDRESS = re.compile(rb"canonical|og:url", re.IGNORECASE)
"""What would make all copies of a page one source."""
SYLLABLES = ("ba", "do", "fer", "gi", "lan", "mo", "ni", "por", "ra", "sel", "tu", "ver", "win", "ze")
WAYS: dict[str, tuple[str, ...]] = {"one process": (), "--ray local": ("--ray", "local")}


def write_pages(origin: Path, folder: Path, copies: int) -> int:
    """Copy pages so often, each copy with its number in every paragraph; how many there are."""
    folder.mkdir()
    pages = sorted(path for path in origin.rglob("*.html") if path.name != "expected.html")
    for copy in range(copies):
        for number, page in enumerate(pages):
            data = OWN_ADDRESS.sub(b"none", PARAGRAPH_END.sub(f" ({copy})</p>".encode(), page.read_bytes()))
            Path(folder, f"{number:04d}-{copy:03d}.html").write_bytes(data)
    return copies * len(pages)


def write_rows(path: Path, count: int) -> None:
    """Rows of 90 made-up words, all different."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            words = ("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(90))
            file.write(json.dumps({"id": f"r{number}", "text": f"{' '.join(words).capitalize()}."}) + "\n")


def command(place: Path, *words: str) -> tuple[dict[str, object], float]:
    """The row that a command prints, and its seconds."""
    began = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-m", "workbench", "-w", place, *words, "--format", "json"],
        env=dict(os.environ), capture_output=True, text=True, check=False,
    )  # fmt: skip
    seconds = time.monotonic() - began
    if ran.returncode:
        raise SystemExit(ran.stderr)
    (row,) = json.loads(ran.stdout)
    return dict(row), seconds


def made(place: Path, precision: str) -> None:
    """A workspace with an empty collection."""
    for words in (
        ["init", str(place)],
        ["-w", str(place), "collection", "create", "world", "--uri", f"{place}.db", "--precision", precision],
    ):
        subprocess.run([sys.executable, "-m", "workbench", *words], check=True, capture_output=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, required=True)
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--rows", type=int, default=3_000)
    parser.add_argument("--precision", choices=["float32", "int8"], default="float32")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--again", action="store_true")
    given = parser.parse_args(arguments)
    print(machine())
    with tempfile.TemporaryDirectory(prefix="loading") as name:
        top = Path(name)
        sources: dict[str, Path] = {}
        if given.copies:
            sources[f"{write_pages(given.pages, top / 'pages', given.copies)} pages"] = top / "pages"
        if given.rows:
            sources[f"{given.rows} rows"] = top / "rows.jsonl"
            write_rows(top / "rows.jsonl", given.rows)
        for turn in range(given.rounds):
            for what, source in sources.items():
                for way, more in WAYS.items():
                    place = top / f"{turn}{source.stem}{len(more)}"
                    made(place, given.precision)
                    for again in range(1 + given.again):
                        row, seconds = command(place, "collection", "load", "world", str(source), *more)
                        told = ", ".join(f"{row[key]} {key}" for key in ("added", "unchanged", "passages", "skipped"))
                        print(f"{what}{' again' * again}, {way}: {seconds:.1f} s ({told})", flush=True)


if __name__ == "__main__":
    main()
