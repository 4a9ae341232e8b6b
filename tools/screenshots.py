"""Make docs/images from the sample workspace: `python tools/screenshots.py [WORKSPACE]`.

The workspace is copied first: nothing of it changes. Each picture is written as SVG and as PNG.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
IMAGES = TOP / "docs" / "images"

CLOCK = 1643533200
"""When all acts in the pictures happen (30 January 2022, 9:00 UTC), so that every run makes the same pictures."""
PIPELINE = "@yet to be completed|certified"


@dataclass(frozen=True)
class Picture:
    """One picture. A key may be "@words", the claim that holds them."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    desk: bool = False
    theme: str = "dark"


PICTURES = (
    Picture("desk", (120, 30), desk=True),
    Picture("review", (160, 44), (PIPELINE, "s", "1")),
    Picture("review-100", (100, 32), (PIPELINE,)),
    Picture("review-80", (80, 24), (PIPELINE, "tab")),
    Picture("review-light", (160, 44), ("@first to the country", "v"), theme="light"),
    Picture("review-contrast", (160, 44), (PIPELINE,), theme="contrast"),
    Picture("help", (120, 36), ("?",)),
    Picture("reason", (120, 34), (PIPELINE, "s", "1", "r")),
    Picture("source", (120, 30), (PIPELINE, "enter")),
    Picture("history", (120, 24), (PIPELINE, "s", "1", "enter", "u", "h")),
    Picture("statistics", (120, 34), ("@first to the country", "4", "enter", PIPELINE, "s", "1", "enter", "g")),
    Picture("palette", (120, 34), ("ctrl+p",)),
)


async def take(workspace: Path, picture: Picture) -> str:
    """Open the app, press the keys, give the picture as SVG."""
    from textual.worker import WorkerCancelled

    from workbench.tui.app import WorkbenchApp
    from workbench.tui.review.screen import ReviewScreen

    article_id = None if picture.desk else 1
    app = WorkbenchApp(workspace, "ann", article_id=article_id, config={"theme": picture.theme})
    app.saved.toured = True
    app.today = lambda: date(2022, 1, 30)  # type: ignore[method-assign]
    async with app.run_test(size=picture.size) as pilot:

        async def settle() -> None:
            for _ in range(4):
                with suppress(WorkerCancelled):  # newer work of its group has taken its place
                    await app.workers.wait_for_complete()
                await pilot.pause()

        await settle()
        for key in picture.keys:
            screen = app.front
            if key.startswith("@") and isinstance(screen, ReviewScreen):
                wanted = [
                    claim.id for words in key[1:].split("|") for claim in screen.session.claims if words in claim.quote
                ]
                screen.work.go_to(wanted[0] if wanted else screen.session.claims[0].id)
            else:
                await pilot.press(key)
            await settle()
        app.clear_notifications()
        await pilot.pause()
        return app.export_screenshot(title=" ")


def write(name: str, svg: str) -> None:
    """Write one picture. Fonts are those of the reader's machine: none is fetched from elsewhere."""
    import cairosvg

    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]*;", 'font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;', svg)
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / f"{name}.svg").write_text(svg, encoding="utf-8")
    cairosvg.svg2png(bytestring=svg.encode(), write_to=str(IMAGES / f"{name}.png"), output_width=1600)


def main() -> None:
    """Make all pictures, or those named after the workspace."""
    from workbench.domain import clock

    source = Path(sys.argv[1]) if len(sys.argv) > 1 else TOP
    wanted = set(sys.argv[2:])
    for picture in PICTURES:
        if wanted and picture.name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            workspace = Path(folder) / "sample"
            workspace.mkdir()
            clock.stop(datetime.fromtimestamp(CLOCK, UTC))
            os.environ["WORKBENCH_CONFIG"] = os.devnull
            os.environ["WORKBENCH_STATE"] = str(Path(folder) / "state")
            shutil.copy(source / "claims.db", workspace)
            shutil.copytree(source / "index", workspace / "index")
            write(picture.name, asyncio.run(take(workspace, picture)))
            print(picture.name)


if __name__ == "__main__":
    main()
