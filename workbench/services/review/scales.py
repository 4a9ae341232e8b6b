"""Rating scales: the built-in ones, one's own, and the one in use. A scale is never changed, only added."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.review import BUILT_IN_SCALES, DEFAULT_SCALE, RatingScale
from workbench.domain.scale_data import scale_from_data
from workbench.plugins import plugins
from workbench.services.workspace import Workspace
from workbench.store.acts import Act, new_batch
from workbench.store.reviewers import remember_reviewer
from workbench.store.scales import add_scale, stored_scale, stored_scales
from workbench.store.settings import change_setting


def scales(workspace: Workspace) -> list[RatingScale]:
    """Every scale that can be chosen: the built-in ones first, then one's own by id, then those of plug-ins."""
    stored = {scale.id: scale for scale in stored_scales(workspace.database)}
    built_in = [stored.pop(scale.id, scale) for scale in BUILT_IN_SCALES]
    added = [scale for scale in plugin_scales() if scale.id not in stored]
    return [*built_in, *stored.values(), *added]


def plugin_scales() -> list[RatingScale]:
    """The scales that plug-ins add; one that is no scale, or takes the id of a built-in one, is left out."""
    found: dict[str, RatingScale] = {scale.id: scale for scale in BUILT_IN_SCALES}
    for data in plugins().given.get("register_scales", []):
        try:
            scale = scale_from_data(dict(data), "a plug-in")
        except BadInputError:
            continue
        found.setdefault(scale.id, scale)
    return [scale for scale in found.values() if scale not in BUILT_IN_SCALES]


def scale(workspace: Workspace, scale_id: str) -> RatingScale:
    """One scale; one that a verdict was given on is found forever.

    Raises:
        NotFoundError: There is no such scale.
    """
    found = stored_scale(workspace.database, scale_id)
    found = found or next((one for one in (*BUILT_IN_SCALES, *plugin_scales()) if one.id == scale_id), None)
    if found is None:
        raise _unknown(workspace, scale_id)
    return found


def _unknown(workspace: Workspace, scale_id: str) -> NotFoundError:
    known = ", ".join(one.id for one in scales(workspace))
    return NotFoundError(f"there is no rating scale {scale_id!r}; there are: {known}.")


def current_scale(workspace: Workspace) -> RatingScale:
    """The scale that new verdicts are given on."""
    return scale(workspace, workspace.settings().get("scale", DEFAULT_SCALE.id))


def use_scale(workspace: Workspace, scale_id: str) -> RatingScale:
    """Choose the scale of new verdicts; verdicts already given keep theirs.

    Raises:
        NotFoundError: There is no such scale, or it was taken back.
    """
    with workspace.database.write() as connection:
        chosen = next((one for one in scales(workspace) if one.id == scale_id), None)
        if chosen is None:
            raise _unknown(workspace, scale_id)
        remember_reviewer(connection, workspace.reviewer)
        change_setting(connection, "scale", chosen.id, Act(workspace.reviewer, "scale.use", new_batch()))
    return chosen


def add_scale_file(workspace: Workspace, path: Path) -> RatingScale:
    """Add one's own scale from a TOML or JSON file: `id`, `name`, `ratings` with key, words, definition, value.

    Raises:
        BadInputError: The file cannot be read, is no scale, or has the id of another scale.
    """
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
        data = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        where = f": {error}" if isinstance(error, json.JSONDecodeError | tomllib.TOMLDecodeError) else ""
        raise BadInputError(
            f"{path} is not valid {'JSON' if path.suffix.lower() == '.json' else 'TOML'}{where}."
        ) from error
    return add_own_scale(workspace, scale_from_data(data, str(path)))


def add_own_scale(workspace: Workspace, new: RatingScale) -> RatingScale:
    """Add a scale; the same one again changes nothing.

    Raises:
        BadInputError: Another scale has this id.
    """
    with workspace.database.write() as connection:
        there = next((one for one in scales(workspace) if one.id == new.id), None)
        if there == new:
            return there
        given_on = stored_scale(workspace.database, new.id)
        if there is not None or (given_on is not None and given_on != new):
            raise BadInputError(
                f"a rating scale {new.id!r} exists with other steps; verdicts keep the scale they were given on, "
                "so a changed one needs an id of its own."
            )
        remember_reviewer(connection, workspace.reviewer)
        add_scale(connection, new, Act(workspace.reviewer, "scale.add", new_batch()))
    return new
