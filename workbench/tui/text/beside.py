"""What a desk keeps beside a claim or an article, in a few words."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.tui.text.formatting import count_words, due_words, one_line


@dataclass(frozen=True, slots=True)
class Beside:
    """What the desk keeps beside a claim; `due` as it is kept, `comments` those that this reviewer may read."""

    tags: tuple[str, ...] = ()
    assignee: str = ""
    due: str | None = None
    comments: int = 0


NOTHING = Beside()


def beside_words(beside: Beside) -> str:
    """It in a few words: "#port → bo by 3 Mar 2022, 17:00 · 2 comments"."""
    parts = [" ".join(f"#{one_line(tag)}" for tag in beside.tags)]
    if beside.assignee:
        parts.append(f"→ {one_line(beside.assignee)}" + (f" by {due_words(beside.due)}" if beside.due else ""))
    if beside.comments:
        parts.append(count_words(beside.comments, "comment"))
    return " · ".join(part for part in parts if part)
