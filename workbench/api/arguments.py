"""What callers may give, as the services want it."""

from __future__ import annotations

from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any

from workbench.domain.errors import BadInputError

if TYPE_CHECKING:
    from workbench.ingest.options import ReadOptions

Day = date | str | None
"""A day, or its ISO form "2022-01-29"."""
Location = str | PathLike[str]
"""A file, a folder, or an address."""


def day_of(given: Day) -> date | None:
    """A day from a day or its ISO form.

    Raises:
        BadInputError: It is not one.
    """
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise BadInputError(f"{given!r} is no day; write it as YYYY-MM-DD, for example 2022-01-29.") from error


def options_of(overrides: dict[str, Any]) -> ReadOptions:
    """How to read, from what a caller overrides.

    Raises:
        BadInputError: There is no field of that name, or a day or host is not one.
    """
    from workbench.ingest.options import ReadOptions

    if "allow_hosts" in overrides:
        from workbench.ingest.allowed import allowed_hosts

        overrides["allowed"] = allowed_hosts(overrides.pop("allow_hosts"))
    if "published" in overrides:
        overrides["published"] = day_of(overrides["published"])
    try:
        return ReadOptions(**overrides)
    except TypeError as error:
        known = "title, url, archive_url, publisher, author, published, language, allow_hosts, speech_model"
        raise BadInputError(f"{error}; what may be given: {known}.") from error
