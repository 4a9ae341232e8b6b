"""What can be done on every screen."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import App

from workbench.tui.desk.background import ask_export, update_index
from workbench.tui.desk.inbox_opening import show_inbox
from workbench.tui.desk.publication_day import ask_day
from workbench.tui.desk.saved_searches import show_searches
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.jobs import Jobs
from workbench.tui.runtime.saved_session import note_tour
from workbench.tui.runtime.undo import repeat
from workbench.tui.text.themes import THEMES
from workbench.tui.work_screen import Handlers, WorkScreen


def everywhere(host: Host, jobs: Jobs, app: App[Any]) -> Handlers:
    """The handlers of the commands of every screen; `host` and `app` are the same application."""
    return {
        "undo": partial(repeat, host, "undo"),
        "redo": partial(repeat, host, "redo"),
        "export_report": partial(ask_export, host),
        "date_article": partial(ask_day, host),
        "update_index": partial(update_index, host),
        "show_inbox": partial(show_inbox, host),
        "show_searches": partial(show_searches, host),
        "stop_work": jobs.stop,
        "change_theme": partial(change_theme, host, app),
        "tour": partial(show_tour, host, app),
        "help": partial(show_help, host, app),
        "palette": app.action_command_palette,
        "quit": app.exit,
    }


def change_theme(host: Host, app: App[Any]) -> None:
    """The next theme."""
    names = [theme.name for theme in THEMES]
    here = names.index(app.theme) if app.theme in names else -1
    app.theme = host.saved.theme = names[(here + 1) % len(names)]
    host.remember()


def show_tour(host: Host, app: App[Any]) -> None:
    """The tour of five steps."""
    from workbench.tui.dialogs.help import TourSheet

    def done(_: bool | None) -> None:
        host.saved.toured = True
        note_tour(host.reviewer)
        host.remember()

    app.push_screen(TourSheet(), done)


def show_help(host: Host, app: App[Any]) -> None:
    """The keys of the screen in front."""
    from workbench.tui.dialogs.help import HelpSheet

    if isinstance(host.front, WorkScreen):
        session = getattr(host.front, "session", None)
        app.push_screen(HelpSheet(host.front.keys, session.scale if session is not None else None))
