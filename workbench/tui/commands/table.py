"""Every command of the terminal UI. `python -m workbench.tui.commands.table` prints docs/reference/keys.md."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.tui.commands import desk_commands as command_desk
from workbench.tui.commands import review_commands as command_review
from workbench.tui.commands.registry import Command, Group, Scope, keys_of, reference


class Everywhere(Command):
    """Commands of every screen."""

    scope = Scope.EVERYWHERE
    group = Group.WORK


class Undo(Everywhere):
    """Take back the last thing you did, also from an earlier session."""

    keys, title, bar = "u", "Undo", "undo"


class Redo(Everywhere):
    """Do again what was taken back."""

    keys, title = "ctrl+r,U", "Redo"


class ExportReport(Everywhere):
    """Write the report for readers, machines or spreadsheets: Markdown, web page, PDF, Word, ClaimReview, CSV."""

    keys, title = "X", "Export the report"


class DateArticle(Everywhere):
    """Say when the article was published: ages of evidence and relative times are counted from it."""

    group, keys, title = Group.ARTICLES, "W", "Set the day of publication"


class UpdateIndex(Everywhere):
    """Bring the index in step with the evidence; it runs in the background."""

    keys, title = "I", "Update the index"


class StopWork(Everywhere):
    """Stop the work that runs in the background; what is done is kept."""

    keys, title = "ctrl+x", "Stop the background work"


class ChangeTheme(Everywhere):
    """Dark, light, high contrast."""

    keys, title = "f2", "Change the theme"


class Tour(Everywhere):
    """The tour of five steps."""

    group, keys, title = Group.HELP, "f1", "The tour"


class Help(Everywhere):
    """The keys of this screen."""

    group, keys, title, bar = Group.HELP, "question_mark", "Help", "help"


class Palette(Everywhere):
    """Everything that can be done now, by name."""

    group, keys, title, bar = Group.HELP, "ctrl+p", "Command palette", "commands"


class Quit(Everywhere):
    """Leave. Nothing is lost: the session comes back as it was."""

    keys, title = "q,ctrl+q", "Quit"


def all_commands() -> list[type[Command]]:
    """Every command, in the order it is declared."""
    review = (
        command_review.Move,
        command_review.OnVerdict,
        command_review.OnEvidence,
        command_review.OnClaim,
        command_review.Together,
    )
    families = (*review, command_desk.OnDesk, Everywhere, command_desk.Elsewhere)
    return [command for family in families for command in family.__subclasses__()]


COMMANDS = all_commands()


def keyed(words: str, keymap: Mapping[str, str]) -> str:
    """Words of our own with the keys of the commands that they name: "{undo} takes it back"."""
    return words.format_map({command.action: (keys_of(command, keymap) or ["?"])[0] for command in COMMANDS})


if __name__ == "__main__":
    print(reference(COMMANDS), end="")  # noqa: T201
