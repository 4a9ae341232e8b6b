"""Peak memory and time of each export, at thousands of claims: `python -m benchmarks.exporting --claims 50000`.

A workspace of made-up articles is made once under build/, its claims rated and with a passage each. Every format is
written by a process of its own, whose peak memory the kernel tells.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

CLAIMS_AN_ARTICLE = 50
FORMATS = ("json", "csv", "xlsx", "docx", "markdown", "html", "claimreview", "pdf")

_EXPORT = """
import json, resource, sys, time
from workbench.cli.main import main
begun, worked = time.monotonic(), time.process_time()
more = ["--page-url", "https://checks.example/{article}"] if sys.argv[2] == "claimreview" else []
code = main(["--workspace", sys.argv[1], "export", "--format", sys.argv[2], "-o", sys.argv[3], *more])
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([code, own / 1000, time.monotonic() - begun, time.process_time() - worked]))
"""


def make(path: Path, claims: int) -> None:
    """A workspace with rated claims, an accepted passage for each."""
    from benchmarks.tui_workspace import make as make_articles
    from workbench.domain.evidence import Stance
    from workbench.services.workspace import Workspace

    articles = max(1, claims // CLAIMS_AN_ARTICLE)
    make_articles(path, articles, CLAIMS_AN_ARTICLE, 1_000)
    from workbench.services.review.review import rate
    from workbench.store.claims import claims as stored

    with Workspace.open(path, reviewer="bench") as workspace:
        for number, claim in enumerate(stored(workspace.database)):
            cited = (1 + number % 1_000, Stance.SUPPORTS)
            rate(workspace, claim.id, "True", why=f"The harbour's records, page {number}.", evidence=[cited])


def measured(workspace: Path, format_: str, folder: Path) -> tuple[int, float, float, float, int]:
    """Exit code, peak MB, seconds by the clock and of the processor, and bytes written, of one export."""
    output = folder / f"out.{format_}"
    done = subprocess.run(
        [sys.executable, "-c", _EXPORT, str(workspace), format_, str(output)],
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout.strip():
        raise SystemExit(f"{format_}: ended with {done.returncode}. {done.stderr[-400:]}")
    code, peak, seconds, processor = json.loads(done.stdout.splitlines()[-1])
    size = output.stat().st_size if output.exists() else 0
    if code:
        sys.stderr.write(f"{format_}: {done.stderr.strip()[:400]}\n")
    output.unlink(missing_ok=True)
    return code, peak, seconds, processor, size


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--folder", type=Path, default=Path("build/exporting"))
    given = parser.parse_args(arguments)
    workspace = given.folder / f"claims-{given.claims}"
    if not (workspace / "claims.db").exists():
        begun = time.monotonic()
        given.folder.mkdir(parents=True, exist_ok=True)
        make(workspace, given.claims)
        sys.stderr.write(f"made {given.claims:,} rated claims in {time.monotonic() - begun:.0f} s\n")
    sys.stdout.write("| format | exit | peak MB | seconds | processor s | file MB |\n|---|---|---|---|---|---|\n")
    for format_ in given.formats.split(","):
        code, peak, seconds, processor, size = measured(workspace, format_, given.folder)
        sys.stdout.write(f"| {format_} | {code} | {peak:.0f} | {seconds:.0f} | {processor:.0f} | {size / 1e6:.1f} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
