"""Saying when an article was published, from the desk or from its review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.text.formatting import count_words, day_words, one_line

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.work_screen import WorkScreen


def article_in_front(app: WorkbenchApp) -> tuple[int, str, str] | None:
    """Number, title and day (ISO 8601, "" for none) of the article under review or under the cursor of the desk.

    A source, a history, the statistics are about the article that they were opened from.
    """
    for screen in reversed(app.screen_stack):
        one = getattr(screen, "article", None) or getattr(screen, "current", None)
        if one is not None:
            return one.id, one.title, str(one.published or "")[:10]
    return None


def ask_day(app: WorkbenchApp) -> None:
    """Ask for the day and set it."""
    from workbench.tui.dialogs.sheet import Ask

    screen, here = app.work_screen, article_in_front(app)
    if screen is None or here is None:
        return
    article_id, title, day = here
    hint = f"{one_line(title)}: relative times of its claims are counted from this day. Empty: not known"
    sheet = Ask("Published on", value=day, placeholder="2022-01-29", hint=hint)
    screen.ask(sheet, partial(set_day, screen, article_id))


def set_day(screen: WorkScreen, article_id: int, text: str) -> None:
    """Set the day that was typed, and say what followed."""
    from workbench.tui.dialogs.forms import parse_day

    try:
        day = parse_day(text)
    except ValueError:
        screen.tell("Write the day as 2022-01-29.", warning=True)
        return

    def work(workspace: Workspace) -> int | None:
        from workbench.services.articles.dating import set_published

        return set_published(workspace, article_id, day)

    async def writing() -> None:
        changed = await screen.host.threads.write(work)
        screen.changed_elsewhere()
        dated = f"Published {day_words(day)}" if day else "The article has no date now"
        if changed is None:
            screen.tell("The article had this day already.")
        else:
            screen.tell(f"{dated}; {count_words(changed, 'claim')} changed with it.")

    screen.start(writing, group="write")
