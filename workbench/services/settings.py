"""The settings of a workspace that people choose; each change can be undone."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.errors import BadInputError
from workbench.ingest.allowed import allowed_hosts
from workbench.ingest.options import ReadOptions
from workbench.ingest.recordings import checked_model
from workbench.reports.harmless import web_address
from workbench.services.review.scales import use_scale
from workbench.services.workspace import Workspace

ADDRESSES = ("organisation_url", "page_url")


def change_setting(workspace: Workspace, name: str, value: str | None) -> None:
    """Set one of `SETTING_NAMES`; None removes it.

    Raises:
        NotFoundError: There is no rating scale of this id.
        BadInputError: An address or host is not one, or a name is not one line.
    """
    if value is None:
        workspace.set_setting(name, None)
    elif name == "scale":
        use_scale(workspace, value)
    elif name in ADDRESSES and web_address(value) is None:
        raise BadInputError(f"{value!r} is no web address; give one that begins with https:// or http://.")
    elif name == "llm_endpoint":
        workspace.set_setting(name, _endpoint_checked(value))
    elif name in ("confidential", "archive_cited") and value not in ("yes", "no"):
        raise BadInputError(f"the setting {name} must be yes or no.")
    elif name == "allow_hosts":
        workspace.set_setting(name, _hosts_checked(value))
    elif name == "speech_model":
        workspace.set_setting(name, str(checked_model(value)))
    elif not value.strip() or not value.isprintable() or len(value) > 500:
        raise BadInputError(f"the setting {name} must be one line of 1 to 500 printable characters.")
    else:
        workspace.set_setting(name, value.strip())


def reading(workspace: Workspace, options: ReadOptions | None) -> ReadOptions:
    """How to read: what the caller says, and what the workspace's settings say of hosts and the model for speech.

    Raises:
        BadInputError: The setting, written by another program, names no hosts.
    """
    options = options or ReadOptions()
    settings = workspace.settings()
    if options.speech_model is None and (model := settings.get("speech_model")):
        options = replace(options, speech_model=model)
    named = settings.get("allow_hosts")
    return replace(options, allowed=options.allowed | allowed_hosts(_listed(named))) if named else options


def _endpoint_checked(value: str) -> str:
    from workbench.assistants.openai_client import checked_endpoint, is_loopback

    endpoint = checked_endpoint(value)
    if not is_loopback(endpoint):
        raise BadInputError("llm_endpoint is for this machine alone; name another with --endpoint each time.")
    return endpoint


def _hosts_checked(value: str) -> str:
    listed = _listed(value)
    if not 0 < len(listed) <= 50:
        raise BadInputError("the setting allow_hosts must name 1 to 50 hosts or networks; --unset takes it away.")
    allowed_hosts(listed)
    return ", ".join(listed)


def _listed(value: str) -> list[str]:
    return value.replace(",", " ").split()
