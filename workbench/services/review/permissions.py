"""Roles: given as acts of the record, and asked before every act. Reading needs none.

That a reader changes nothing is held where every write begins (`Database.gate`); what only an editor does asks here.
"""

from __future__ import annotations

import uuid

from workbench.domain.errors import BadInputError, NotAllowedError
from workbench.domain.permissions import Role, Roles, editors, refusal_to_others
from workbench.domain.standing import person, same_person
from workbench.services.review.desk_work import known_reviewer
from workbench.services.workspace import Workspace, one_form
from workbench.store.permissions import given_roles, record_role, record_sign_in
from workbench.store.reviewers import add_person, remember_reviewer, reviewer_names


def roles(workspace: Workspace) -> dict[str, Role]:
    """The roles that people were given, by name; empty where nobody has any and everybody does everything."""
    return given_roles(workspace.database)


def require_editor(workspace: Workspace, act: str) -> None:
    """Refuse an act of editors to others; `act` says what it is ("publishes").

    Raises:
        NotAllowedError: There are roles, and this reviewer is no editor.
    """
    if refusal := refusal_to_others(roles(workspace), workspace.reviewer, act):
        raise NotAllowedError(refusal)


def give_role(workspace: Workspace, name: str, role: Role | None) -> bool:
    """Give somebody a role, or none any more; False where it is theirs already.

    Raises:
        BadInputError: It is no name, or there would be roles and no editor.
        NotAllowedError: There are roles, and this reviewer is no editor.
    """
    with workspace.database.write() as connection:
        require_editor(workspace, "gives roles")
        there = given_roles(workspace.database)
        who = next((one for one in there if person(one) == person(name)), None) or known_reviewer(workspace, name)
        if there.get(who) is role:
            return False
        then: Roles = {one: given for one, given in {**there, who: role}.items() if given is not None}
        if then and not editors(then):
            raise BadInputError(
                f"{who} is the last editor: make another one first, or take all other roles away before."
                if there
                else "the first role to be given is an editor's: without one nobody could publish, or give roles."
            )
        add_person(connection, who, by=workspace.reviewer)
        record_role(connection, who, there.get(who), role, reviewer=workspace.reviewer)
    return True


def without_role(workspace: Workspace) -> list[str]:
    """Reviewers of the workspace who have no role while others have: they can only read."""
    from workbench.services.review.reviewers import list_reviewers

    there = {person(name) for name in roles(workspace)}
    return [one.name for one in list_reviewers(workspace) if there and person(one.name) not in there]


def who_signs_in(workspace: Workspace, name: str) -> str:
    """The name under which the workspace knows whom a proxy named: the same letters, in whatever case.

    Whoever chooses a login must not become somebody else by letters that only look alike (`ᴱᵈ`, `straße`).

    Raises:
        NotAllowedError: It reads like the name of somebody else.
    """
    name, there = one_form(name), given_roles(workspace.database)
    known = [*there, *reviewer_names(workspace.database)]
    who = name if name in known else next((one for one in known if _letters(one) == _letters(name)), name)
    alike = [*there, *([] if who in known else known)]  # a role is found by what spellings have in common
    if other := next((one for one in alike if same_person(one, who) and _letters(one) != _letters(who)), None):
        raise NotAllowedError(
            f"The name that the proxy gives reads like {other}'s and is written in other letters: nobody is signed in."
        )
    return who


def _letters(name: str) -> str:
    return one_form(name).lower()


def note_sign_in(workspace: Workspace, told_by: str, sent: str) -> None:
    """Note in the record that this reviewer opens the desk.

    It is the program that writes it, so readers are noted too.

    Args:
        workspace: The workspace, opened as them.
        told_by: The header that said who they are.
        sent: What stood in it.
    """
    with workspace.database.write(asked=False) as connection:
        remember_reviewer(connection, workspace.reviewer)
        record_sign_in(connection, workspace.reviewer, uuid.uuid4().hex, told_by, sent)
