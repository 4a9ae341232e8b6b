"""The settings of a workspace that people choose; each change can be undone."""

from __future__ import annotations

from workbench.domain.errors import BadInputError
from workbench.reports.text import web_address
from workbench.services.review.scales import use_scale
from workbench.services.workspace import Workspace

ADDRESSES = ("organisation_url", "page_url")


def change_setting(workspace: Workspace, name: str, value: str | None) -> None:
    """Set one of `SETTING_NAMES`; None removes it.

    Raises:
        NotFoundError: There is no rating scale of this id.
        BadInputError: An address is none, or a name is not one line.
    """
    if value is None:
        workspace.set_setting(name, None)
    elif name == "scale":
        use_scale(workspace, value)
    elif name in ADDRESSES and web_address(value) is None:
        raise BadInputError(f"{value!r} is no web address; give one that begins with https:// or http://.")
    elif not value.strip() or not value.isprintable() or len(value) > 500:
        raise BadInputError(f"the setting {name} must be one line of 1 to 500 printable characters.")
    else:
        workspace.set_setting(name, value.strip())
