"""Which nouns can be somebody who voices an attitude: people and bodies, no goals, storms and prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.references.entities import is_role
from workbench.language.references.people import are_people
from workbench.language.references.person_nouns import is_person_noun, is_plural
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_BODIES = word_set(
    """
    academy administration agency airline airport alliance ambassador arm army assembly association authority bank
    board body branch brewer broadcaster bureau business cabinet campaign carmaker chain chamber charity church city
    clinic club coalition college commission committee community company confederation congress consortium consulate
    corporation council country court defence defense delegation department developer directorate district division
    embassy enterprise establishment executive family federation firm force foundation fund government group guild
    hospital house household industry inquiry inspectorate institute institution insurer investigation judiciary junta
    jury kingdom kremlin laboratory leadership league legislature library lobby magazine maker management manufacturer
    mayoralty media military ministry monarchy movement museum nation navy network newspaper newsroom ngo nonprofit
    office operator opposition organisation organization outlet palace panel paper parish parliament party partnership
    platform police port practice presidency press producer programme province public publication publisher quango
    railway region regime regulator retailer school secretariat senate service side society squad staff start-up
    startup state station store studio subsidiary supermarket supplier syndicate team territory theatre thinktank
    think-tank tower town treasury tribunal troupe trust union unit university utility vatican vendor village watchdog
    website wing workforce statement report study letter review article editorial memo ruling judgment judgement
    verdict filing lawsuit suit complaint indictment petition post blog page manifesto motion audit survey poll
    analysis document resolution notice book
    """
)


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
