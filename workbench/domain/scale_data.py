"""Rating scales from plain data, as a scale file or a plug-in gives it."""

from __future__ import annotations

import re
from typing import Any

from workbench.domain.errors import BadInputError
from workbench.domain.review import Rating, RatingScale

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


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
