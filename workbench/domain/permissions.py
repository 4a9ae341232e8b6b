"""Who may do what in a workspace whose people were given roles. Where nobody has one, everybody does everything."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from workbench.domain.standing import person


class Role(StrEnum):
    """What somebody may do."""

    READER = "reader"
    """Looks and exports, and changes nothing."""
    REVIEWER = "reviewer"
    """Does all the work, but what an editor does."""
    EDITOR = "editor"
    """Also settles as a third, publishes, corrects what is published, and gives roles."""


Roles = Mapping[str, Role]
"""The roles that were given, by name as it was written."""


def role_of(roles: Roles, name: str) -> Role | None:
    """The role of a person; None while nobody has any. Who was given none, where others were, reads."""
    if not roles:
        return None
    return next((role for other, role in roles.items() if person(other) == person(name)), Role.READER)


def editors(roles: Roles) -> list[str]:
    """The names of the editors."""
    return sorted(name for name, role in roles.items() if role is Role.EDITOR)


def refusal_to_read_only(roles: Roles, name: str) -> str | None:
    """Why this person may change nothing, as a sentence; None where they may."""
    if role_of(roles, name) is not Role.READER:
        return None
    has = any(person(other) == person(name) for other in roles)
    what = f"{name} is a reader of this workspace" if has else f"{name} has no role in this workspace"
    return f"{what}: readers look and export, and change nothing; nothing was written. {_who_gives(roles)}"


def refusal_to_others(roles: Roles, name: str, act: str) -> str | None:
    """Why somebody who is no editor may not do this act ("publishes"), as a sentence; None where they may."""
    if role_of(roles, name) in (None, Role.EDITOR):
        return None
    return f"{name} is no editor of this workspace: only an editor {act}; nothing was written. {_who_gives(roles)}"


def _who_gives(roles: Roles) -> str:
    names = editors(roles)
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"Editors, who also give roles: {', '.join(names[:3])}{more}."
