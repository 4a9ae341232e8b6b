"""Themes and the named styles that everything is drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

# Blue and orange, never green and red, tell support from refutation; each also has its glyph and word.
DARK = Theme(
    name="workbench-dark",
    primary="#6cb6ff",
    secondary="#8fa3bf",
    warning="#e3b341",
    error="#ff9d76",
    success="#6cb6ff",
    accent="#ffb454",
    foreground="#d5dce6",
    background="#10141a",
    surface="#151a22",
    panel="#1d2430",
    dark=True,
    variables={
        "wb-dim": "#8b98a9",
        "wb-faint": "#5c6878",
        "wb-support": "#6cb6ff",
        "wb-refute": "#ffa657",
        "wb-mark": "#f2cc60",
        "wb-current": "#ffd766",
        "wb-current-text": "#14181f",
        "wb-cursor": "#222c3a",
        "border": "#6cb6ff",
        "border-blurred": "#2c3644",
        "scrollbar": "#2c3644",
        "scrollbar-hover": "#4a586b",
        "scrollbar-active": "#6cb6ff",
        "scrollbar-background": "#10141a",
        "scrollbar-background-hover": "#10141a",
        "scrollbar-background-active": "#10141a",
    },
)
LIGHT = Theme(
    name="workbench-light",
    primary="#0b5cad",
    secondary="#51606f",
    warning="#8a5a00",
    error="#b0440a",
    success="#0b5cad",
    accent="#a34b00",
    foreground="#1c232b",
    background="#fbfaf7",
    surface="#f4f2ec",
    panel="#e9e6dd",
    dark=False,
    variables={
        "wb-dim": "#58646f",
        "wb-faint": "#8d969e",
        "wb-support": "#0b5cad",
        "wb-refute": "#a34b00",
        "wb-mark": "#7a4b00",
        "wb-current": "#ffdf70",
        "wb-current-text": "#14181f",
        "wb-cursor": "#e4e9ef",
        "border": "#0b5cad",
        "border-blurred": "#cbc7bb",
        "scrollbar": "#cbc7bb",
        "scrollbar-hover": "#a9a496",
        "scrollbar-active": "#0b5cad",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
    },
)
CONTRAST = Theme(
    name="workbench-contrast",
    primary="#66ccff",
    secondary="#ffffff",
    warning="#ffff00",
    error="#ffb000",
    success="#66ccff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    dark=True,
    variables={
        "wb-dim": "#e0e0e0",
        "wb-faint": "#c0c0c0",
        "wb-support": "#66ccff",
        "wb-refute": "#ffb000",
        "wb-mark": "#ffff00",
        "wb-current": "#ffff00",
        "wb-current-text": "#000000",
        "wb-cursor": "#2b2b2b",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffff00",
        "scrollbar-active": "#ffff00",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)
THEMES = (DARK, LIGHT, CONTRAST)

STYLES: dict[str, tuple[str, str]] = {
    # name: (colour variable, attributes)
    "text": ("foreground", ""),
    "bold": ("foreground", "bold"),
    "title": ("foreground", "bold"),
    "dim": ("wb-dim", ""),
    "faint": ("wb-faint", ""),
    "key": ("accent", "bold"),
    "accent": ("accent", ""),
    "info": ("primary", ""),
    "support": ("wb-support", "bold"),
    "refute": ("wb-refute", "bold"),
    "context": ("wb-dim", "bold"),
    "warn": ("warning", "bold"),
    "mark": ("wb-mark", "bold underline"),
    "cited": ("foreground", "underline"),
    "read": ("foreground", "italic"),
    "gone": ("wb-dim", "strike"),
    "new": ("accent", "italic"),
    "open": ("foreground", "underline"),
    "open-glyph": ("accent", "bold"),
    "done": ("wb-dim", "underline"),
    "done-glyph": ("primary", "bold"),
    "unrated": ("wb-dim", "italic"),
}
STANCE_STYLE = {
    "supports": "support",
    "leans supports": "support",
    "refutes": "refute",
    "leans refutes": "refute",
    "context": "context",
    "neither": "dim",
    "unclear": "dim",
    "repeats": "dim",
}


def palette(variables: Mapping[str, str]) -> dict[str, Style]:
    """Rich styles by name from the CSS variables of a theme, with "current" (the claim under the cursor),
    "selected" (words chosen in the article) and "row" (background of the line under a cursor).
    """
    styles = {
        name: Style(color=_plain(variables[colour])) + Style.parse(attributes or "none")
        for name, (colour, attributes) in STYLES.items()
    }
    current, text = _plain(variables["wb-current"]), _plain(variables["wb-current-text"])
    styles["current"] = Style(color=text, bgcolor=current, bold=True)
    styles["current-glyph"] = Style(color=current, bold=True)
    # Reverse survives without colour: the words under the cursor must be told apart there too.
    styles["selected"] = Style(color=_plain(variables["primary"]), reverse=True, bold=True)
    styles["chosen"] = Style(color=text, bgcolor=_plain(variables["wb-refute"]), bold=True)
    styles["row"] = Style(bgcolor=_plain(variables["wb-cursor"]))
    return styles


def _plain(colour: str) -> str:
    """A colour Rich reads: CSS variables may carry an alpha pair or a percentage."""
    return colour.split()[0][:7] if colour.startswith("#") else colour
