"""Play the sample from its first claim to its last with real keys: keys and seconds a claim.

    python benchmarks/review_keys.py [WORKSPACE]

Every open claim is decided as the suggestion under the cursor says: `a`, `s` or `d` accepts the first passage as
supporting, refuting or context, a rating key chooses, Enter keeps; where nothing was found, the rating and Enter. Each
key is pressed when the one before it has been acted on, so the seconds are the program's, not those of a hand: from the
first key of a claim until its verdict is written and the next claim stands there with its evidence judged.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from workbench.tui.app import WorkbenchApp
from workbench.tui.review.claim_listing import waits
from workbench.tui.review.screen import ReviewScreen

SAMPLE = Path(__file__).resolve().parents[1]
KEYS = {"supports": ("a", "4"), "refutes": ("s", "2")}
"""Decision and rating for what the first passage says; any other is context, and the claim unproven."""


async def quiet(app: WorkbenchApp, pilot: Pilot[None]) -> None:
    """Wait until everything that was started has been shown."""
    calm = 0
    while calm < 3:
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await pilot.pause()
        calm = calm + 1 if app.key_queue.at_rest else 0


def keys_for(screen: ReviewScreen) -> tuple[str, ...]:
    """What a reviewer who agrees with the suggestion presses."""
    card = screen.evidence.card
    if card is None:
        return "0", "enter"
    return *KEYS.get(card.stance[0], ("d", "0")), "enter"


async def play(path: Path) -> dict[str, object]:
    """Rate every claim that waits."""
    app = WorkbenchApp(path, "player", article_id=1)
    app.saved.toured = True
    keys, seconds = [], []
    async with app.run_test(size=(160, 48)) as pilot:
        await quiet(app, pilot)
        screen = app.front
        assert isinstance(screen, ReviewScreen)
        claim = screen.session.claim
        while claim is not None and waits(claim):
            pressed, begin = keys_for(screen), time.perf_counter()
            for key in pressed:
                await pilot.press(key)
            await quiet(app, pilot)
            seconds.append(time.perf_counter() - begin)
            keys.append(len(pressed))
            claim = screen.session.claim
        left = sum(waits(one) for one in screen.session.claims)
    return {
        "claims rated": len(keys),
        "claims left": left,
        "keys": sum(keys),
        "keys a claim": round(sum(keys) / len(keys), 2),
        "seconds a claim, median": round(statistics.median(seconds), 3),
        "seconds a claim, slowest": round(max(seconds), 3),
    }


def main() -> None:
    """Play on a copy, and print."""
    sample = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(sample / "claims.db", folder)
        shutil.copytree(sample / "index", Path(folder) / "index")
        print(json.dumps(asyncio.run(play(Path(folder))), indent=2))


if __name__ == "__main__":
    main()
