"""Damages files of every format for as long as one likes and reads them: `python tools/fuzz.py --minutes 10`.

With `--what flips` it flips bits of a workspace's database instead, with `--what tampering` it changes the record by
plain SQL, triggers taken off and put back: `workbench doctor` must tell all that changed data. With `--what kills` it
kills every writing command at a random step or moment: what was recorded must be there, nothing half done, and the
command run again must do it and leave nothing behind. With `--what archives` it makes hostile archives (bombs, nests,
lying headers, paths that lead out, good and broken members side by side) and reads them: within time and memory, good
members go in.

With `--engine atheris` (a coverage-guided fuzzer that is not among the dependencies: `pip install atheris`) the bytes
come from it instead of from hypothesis. What breaks a promise is shown smallest first, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import sys
import tempfile
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def with_hypothesis(minutes: float, seed: int, examples: int) -> int:
    """Run rounds of damaged files until the time is over; gives how many were read."""
    import hypothesis
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    from tests.ingest.fuzzing import Changes, damaged, edits, examine, names, seeds

    read = 0
    end = time.monotonic() + minutes * 60
    dice = random.Random(seed)
    while time.monotonic() < end:

        @hypothesis.seed(dice.getrandbits(32))
        @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(names, edits, st.booleans())
        def one_round(name: str, changes: Changes, as_evidence: bool) -> None:
            nonlocal read
            if time.monotonic() < end:
                read += 1
                examine(name, damaged(seeds()[name], changes), as_evidence=as_evidence)

        with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stderr(nowhere):  # parsers complain of damage
            one_round()
    return read


def with_atheris(minutes: float, seed: int) -> None:
    """Let atheris guide the bytes by what they reach in the parsers; it ends the process itself."""
    import atheris  # type: ignore[import-untyped]  # only where someone installed it

    with atheris.instrument_imports(include=["workbench.ingest"]):
        from tests.ingest.fuzzing import examine, seeds

        names = sorted(seeds())
        for name in names:  # imports every parser
            examine(name, seeds()[name])
    corpus = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for number, name in enumerate(names):
        (corpus / name).write_bytes(bytes([number]) + seeds()[name])

    def one(data: bytes) -> None:
        if data:
            examine(names[data[0] % len(names)], data[1:])

    limits = [f"-max_total_time={int(minutes * 60)}", f"-seed={seed}", "-max_len=40000"]
    atheris.Setup([sys.argv[0], *limits, str(corpus)], one)
    atheris.Fuzz()


def with_records(minutes: float, seed: int, what: str) -> int:
    """Harm copies of a small newsroom's database until the time is over; gives how many, or ends with the seed."""
    import pytest

    from tests.services.desk import Clock, Desk
    from tests.services.record.flips import fill, silent, untold

    one = silent if what == "flips" else untold
    end = time.monotonic() + minutes * 60
    tried = 0
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, pytest.MonkeyPatch.context() as patch:
        clock = Clock()
        clock.stop(patch)
        desk = Desk(Path(folder), clock)
        fill(desk)
        desk.close()
        while time.monotonic() < end:
            if told := one(desk.path, Path(folder) / "harmed", seed + tried):
                sys.stdout.write(f"not found: {told}\n")
                sys.exit(1)
            tried += 1
    return tried


def with_kills(minutes: float, seed: int) -> tuple[int, int]:
    """Kill commands until the time is over; gives how many were tried and killed, or ends with what is not whole."""
    from tests.services.record.kills import Killing, newsroom

    dice = random.Random(seed)
    tried = 0
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        (Path(folder) / "room").mkdir()
        with newsroom(Path(folder) / "room") as made:
            killing = Killing(made, Path(folder) / "place")
            for command in killing.commands:
                killing.uninterrupted(command)
            end = time.monotonic() + minutes * 60
            while time.monotonic() < end:
                # each command in turn: one that takes long is not to be tried less often
                command = killing.commands[tried % len(killing.commands)]
                if told := killing.one(dice, command):
                    sys.stdout.write(f"not whole: {told}\n")
                    sys.exit(1)
                tried += 1
            return tried, killing.killed


def with_archives(minutes: float, seed: int) -> int:
    """Read hostile archives until the time is over; gives how many, or ends with the one that broke a promise."""
    from tests.ingest.archives import broken

    read = 0
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end:
        if told := broken(seed + read):
            sys.stdout.write(f"{told}\n")
            sys.exit(1)
        read += 1
    return read


def main() -> None:
    """Fuzz for the minutes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--examples", type=int, default=1_000, help="Files in one round of hypothesis.")
    parser.add_argument("--engine", choices=("hypothesis", "atheris"), default="hypothesis")
    parser.add_argument("--what", choices=("files", "flips", "tampering", "kills", "archives"), default="files")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.stdout.write(f"seed {given.seed}\n")
    if given.what == "kills":
        tried, killed = with_kills(given.minutes, given.seed)
        sys.stdout.write(f"{tried:,} runs of writing commands, {killed:,} of them killed, nothing lost or half done\n")
        return
    if given.what == "archives":
        read = with_archives(given.minutes, given.seed)
        sys.stdout.write(f"{read:,} hostile archives read in {given.minutes:g} minutes, every good member of them\n")
        return
    if given.what != "files":
        tried = with_records(given.minutes, given.seed, given.what)
        sys.stdout.write(f"{tried:,} databases harmed in {given.minutes:g} minutes, every change of data found\n")
        return
    if given.engine == "atheris":
        with_atheris(given.minutes, given.seed)
        return
    read = with_hypothesis(given.minutes, given.seed, given.examples)
    sys.stdout.write(f"{read:,} damaged files read in {given.minutes:g} minutes, every promise kept\n")


if __name__ == "__main__":
    main()
