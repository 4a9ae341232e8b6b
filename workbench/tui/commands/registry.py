"""One registry of everything a key can do: bindings, key bar, palette, help and the reference page come from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding

from workbench.domain.errors import BadInputError


class Scope(StrEnum):
    """The screen a command belongs to."""

    EVERYWHERE = "Everywhere"
    DESK = "Desk"
    REVIEW = "Review"
    SOURCE = "Source"
    HISTORY = "History"
    STATISTICS = "Statistics"


class Group(StrEnum):
    """What a command is about: the order of the help page."""

    MOVE = "Moving"
    VERDICT = "Verdict"
    EVIDENCE = "Evidence"
    CLAIM = "Claim"
    TOGETHER = "Together"
    ARTICLES = "Articles"
    WORK = "Workspace"
    HELP = "Help"


@dataclass(frozen=True)
class Command:
    """One thing a key does on one screen: a row of `commands/table.py`."""

    scope: Scope
    group: Group
    action: str
    """Its name in `[keys]`; the handler of that name does it (`WorkScreen.handlers`)."""
    keys: str
    """Comma separated, as Textual names them; the first is the one shown."""
    title: str
    bar: str
    """Word on the key bar; empty: not on the bar."""
    help: str
    """What it does, in a sentence or two."""

    def binding(self) -> Binding:
        """The binding as Textual reads it; its id lets a configuration rebind it."""
        return Binding(self.keys, f"do('{self.action}')", self.title, id=self.action, tooltip=self.help)


def bindings_of(commands: Iterable[Command], scope: Scope) -> list[Binding]:
    """The bindings of one screen."""
    return [command.binding() for command in commands if command.scope is scope and command.keys]


def keys_of(command: Command, keymap: Mapping[str, str]) -> list[str]:
    """The keys of a command as people write them ("?", "Ctrl+P"), after rebinding; the one to show comes first."""
    return [pretty_key(key) for key in keymap.get(command.action, command.keys).split(",") if key]


_NAMES = {
    "question_mark": "?",
    "number_sign": "#",
    "at": "@",
    "semicolon": ";",
    "asterisk": "*",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "plus": "+",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "comma": ",",
    "full_stop": ".",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "delete": "Del",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def pretty_key(key: str) -> str:
    """A key as it is written on the keyboard."""
    *modifiers, last = key.strip().split("+") if key.strip() != "+" else ["plus"]
    shown = _NAMES.get(last, last.upper() if len(last) > 1 and last[0] == "f" and last[1:].isdigit() else last)
    if modifiers:
        shown = "+".join(
            [*(modifier.capitalize() for modifier in modifiers), shown.upper() if len(shown) == 1 else shown]
        )
    return shown


def snippets_from(config: Mapping[str, object]) -> dict[str, str]:
    """Read the `[snippets]` table of a configuration: name → text that is put into reasons.

    Raises:
        BadInputError: It is no table of texts.
    """
    table = config.get("snippets", {})
    if not isinstance(table, dict) or not all(isinstance(text, str) and text.strip() for text in table.values()):
        raise BadInputError(
            '[snippets] of the configuration must be a table of texts: statistics = "By the figures of …".'
        )
    return {str(name): text for name, text in table.items()}


def keymap_from(config: Mapping[str, object], commands: Iterable[Command]) -> dict[str, str]:
    """Read the `[keys]` table of a configuration: name of a command → key, or a list of keys.

    Raises:
        BadInputError: The table names a command that is not one, or a key that is no text.
    """
    table = config.get("keys", {})
    if not isinstance(table, dict):
        raise BadInputError('[keys] of the configuration must be a table: next_claim = "j".')
    known = {command.action for command in commands}
    keymap: dict[str, str] = {}
    for name, value in table.items():
        keys = value if isinstance(value, list) else [value]
        if name not in known:
            raise BadInputError(
                f"[keys] of the configuration names {name!r}, which is no command; see docs/reference/keys.md."
            )
        if not keys or not all(isinstance(key, str) and key.strip() for key in keys):
            raise BadInputError(f"[keys] of the configuration: {name} needs a key, or a list of keys, in quotes.")
        keymap[name] = ",".join(key.strip() for key in keys)
    return keymap


def reference(commands: Iterable[Command]) -> str:
    """The reference page of keys, in Markdown."""
    commands = list(commands)
    lines = [
        "# Keys",
        "",
        "Made from the registry of commands by `python -m workbench.tui.commands.table`. Every key can be changed: put",
        "the command's name and a key, or a list of keys, into the table `[keys]` of the configuration file",
        "(`config.toml`; `WORKBENCH_CONFIG` names another file).",
        "",
        "```toml",
        "[keys]",
        'next_claim = ["j", "n"]',
        'quit = "ctrl+q"',
        "```",
        "",
        "Rating keys come from the rating scale in use (`workbench scale list`).",
    ]
    for scope in Scope:
        here = [command for command in commands if command.scope is scope]
        if not here:
            continue
        lines += ["", f"## {scope.value}", "", "| key | command | what it does |", "| --- | --- | --- |"]
        for group in Group:
            for command in here:
                if command.group is group:
                    keys = " ".join(f"`{key}`" for key in keys_of(command, {})) or "palette"
                    lines.append(f"| {keys} | `{command.action}` | {command.help} |")
    return "\n".join(lines) + "\n"
