"""Rating scales: the built-in ones, one's own, and the one in use. A scale is never changed, only added."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.review import BUILT_IN_SCALES, DEFAULT_SCALE, Rating, RatingScale
from workbench.plugins import plugins
from workbench.services.workspace import Workspace
from workbench.store.acts import Act, new_batch
from workbench.store.reviewers import remember_reviewer
from workbench.store.scales import add_scale, stored_scale, stored_scales
from workbench.store.settings import change_setting

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


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
    """One scale; one that a verdict was given on is found for ever.

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


def scale_from_data(data: Any, where: str) -> RatingScale:
    """Read a scale from plain data.

    Raises:
        BadInputError: Something is missing, twice, or of the wrong kind; the sentence names it and `where`.
    """

    def refuse(what: str) -> BadInputError:
        return BadInputError(f"{where}: {what}")

    if not isinstance(data, dict):
        raise refuse("a scale is a table with id, name and ratings.")
    scale_id, name, ratings = data.get("id"), data.get("name"), data.get("ratings")
    if not isinstance(scale_id, str) or not _ID.fullmatch(scale_id):
        raise refuse("id must be 1 to 40 lower-case letters, digits, - or _.")
    if not isinstance(name, str) or not name.strip() or not name.isprintable() or len(name) > 60:
        raise refuse("name must be one line of 1 to 60 printable characters.")
    if not isinstance(ratings, list) or not 2 <= len(ratings) <= 20:
        raise refuse("ratings must list 2 to 20 steps.")
    steps = [_rating(item, number, refuse) for number, item in enumerate(ratings, 1)]
    for what, given in (
        ("key", [step.key.casefold() for step in steps]),
        ("wording", [step.words.casefold() for step in steps]),
        ("value", [str(step.value) for step in steps if step.value is not None]),
    ):
        twice = next((one for one in given if given.count(one) > 1), None)
        if twice is not None:
            raise refuse(f"two ratings have the {what} {twice!r}.")
    if {step.key.casefold() for step in steps} & {step.words.casefold() for step in steps if len(step.words) > 1}:
        raise refuse("the key of one rating is the wording of another.")
    return RatingScale(scale_id, name.strip(), tuple(steps))


def _rating(item: Any, number: int, refuse: Any) -> Rating:
    if not isinstance(item, dict):
        raise refuse(f"rating {number} is no table with key, words and definition.")
    key, words, definition = item.get("key"), item.get("words"), item.get("definition", "")
    value = item.get("value")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str) or len(key) != 1 or not key.isprintable() or key.isspace():
        raise refuse(f"the key of rating {number} must be one character to press.")
    if not isinstance(words, str) or not words.strip() or not words.isprintable() or len(words) > 60:
        raise refuse(f"the words of rating {number} must be 1 to 60 printable characters.")
    if not isinstance(definition, str) or len(definition) > 1000:
        raise refuse(f"the definition of rating {number} must be a text of at most 1,000 characters.")
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 1000):
        raise refuse(
            f"the value of rating {number} must be a whole number from 1 to 1,000, the higher the truer, or left out."
        )
    return Rating(key, " ".join(words.split()), " ".join(definition.split()), value)
