"""Saying when an article was published, from the desk or from its review."""

from __future__ import annotations

from datetime import date
from functools import partial

from workbench.tui.runtime.host import Front, Host
from workbench.tui.runtime.messages import Changed
from workbench.tui.text.formatting import count_words, day_words, one_line


def ask_day(host: Host) -> None:
    """Ask for the day and set it."""
    from workbench.tui.dialogs.sheet import AskDay

    front, here = host.front, next(iter(host.places()), None)
    if front is not None and here is not None:
        hint = f"{one_line(here.title)}: relative times of its claims are counted from this day. Empty: not known"
        day = here.published.isoformat() if here.published else ""
        sheet = AskDay("Published on", value=day, hint=hint)
        front.ask(sheet, partial(set_day, host, front, here.article_id))


def set_day(host: Host, front: Front, article_id: int, text: str) -> None:
    """Set a day (ISO 8601, "" for none), and say what followed."""
    from workbench.services.articles.dating import set_published

    day = date.fromisoformat(text) if text else None

    async def writing() -> None:
        changed = await host.threads.write(set_published, article_id, day)
        front.post_message(Changed())
        dated = f"Published {day_words(day)}" if day else "The article has no date now"
        told = "The article had this day already."
        if changed is not None:
            told = f"{dated}; {count_words(changed, 'claim')} changed with it."
        host.notifications.say(told)

    front.start(writing, group="write")
