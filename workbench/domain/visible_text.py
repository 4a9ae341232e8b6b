"""Whether a text that a person gives shows anything at all."""

from __future__ import annotations


def shows_something(text: str) -> bool:
    """Whether a text has a sign that can be seen: a wording of marks that turn writing about says nothing."""
    return any(sign.isprintable() and not sign.isspace() for sign in text)
