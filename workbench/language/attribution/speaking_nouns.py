"""Which nouns can be somebody who voices an attitude: people and bodies, no goals, storms and prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.references.body_nouns import BODIES, WRITINGS
from workbench.language.references.entities import is_role
from workbench.language.references.people import are_people
from workbench.language.references.person_nouns import is_person_noun, is_plural

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_BODIES = BODIES | WRITINGS


def can_speak(reader: ClauseReader, head: int) -> bool:
    """Whether a subject word names a person, a body, or what one of them wrote; names and pronouns always may."""
    token = reader.tokens[head]
    lower = token.text.lower()
    if token.upos != "NOUN" or token.entity or not token.text.islower():
        return True
    return (
        lower in _BODIES or is_person_noun(lower) or (is_plural(lower) and _of_many(lower)) or is_role(lower)
        or are_people(lower)
    )  # fmt: skip


def _of_many(noun: str) -> bool:
    """Whether a plural is one of people or bodies."""
    one = noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
    people = noun in {"people", "men", "women", "children", "police", "folk", "parents", "twins"}
    return people or one in _BODIES or is_person_noun(one) or (noun.endswith("es") and noun[:-2] in _BODIES)
