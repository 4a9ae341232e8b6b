"""What is told as a myth or taken back further on is no plain support."""

from __future__ import annotations

import pytest

from workbench.comparison.no_fact import of_another_world
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.stances import LEANS_SUPPORTS, SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion
from workbench.services.search.stance_reading import StancePair, compared

FRAMED = [
    ("The vaccine causes autism.", "Here are five myths. First, the vaccine causes autism.", "myths"),
    ("Ida Voss is the mayor.", "In the film, Holm is at war. Ida Voss is the mayor.", "In the film"),
    ("Tap water is unsafe.", "Imagine a summer without rain. Tap water is unsafe.", "Imagine"),
    ("The council will build a pool.", "The council will build a pool. Nothing was ever built.", "Nothing was ever"),
    ("The school closed in 2019.", "The school closed in 2019, it was held. A court struck it down.", "struck it down"),
    ("Masks cause illness.", "Masks cause illness. That is plainly false.", "That is plainly false"),
    ("The mayor resigned.", "The mayor resigned. It’s not true, the town says.", "It’s not true"),
    ("A shark swam up the street.", "A shark swam up the street. The picture is a hoax.", "hoax"),
]
PLAIN = [
    ("The film earned 3 million euros.", "The film earned 3 million euros. Another film is planned."),
    ("Varen has 900 inhabitants.", "Varen lies on the Ardan. It has 900 inhabitants."),
    ("The festival sold 40,000 tickets.", "The film festival ended on Sunday. It sold 40,000 tickets."),
    ("The court cleared Ann Lee.", "The court cleared Ann Lee. There was no evidence of theft."),
    ("The boy drowned in the lake.", "The boy drowned in the lake. No trace was found of his boat."),
    ("Anna Voss wrote nine books.", "Anna Voss wrote nine books. Two novels were filmed."),
    ("The house cost 2 million euros.", "It is a dream home. The house cost 2 million euros."),
    ("The rumour is false.", "The rumour is false, the town says."),
    ("The dam burst.", "It rained for nine days. The dam burst on Sunday."),
    ("The town has 9,000 people.", "If you go to Holm, where do you stay? The town has 9,000 people."),
    ("The bridge is open.", "The bridge is open. It was never closed for long, and never will be."),
    ("The plan was adopted.", "The plan was adopted in May after it was changed. An older one was withdrawn."),
]


@pytest.mark.parametrize(("claim", "passage", "words"), FRAMED)
def test_what_is_perhaps_no_fact_is_found(claim: str, passage: str, words: str) -> None:
    assert of_another_world(claim, passage) == words
    assert Comparison(Outcome.FRAMED, "a fact", words) in compared(StancePair(claim, passage))


@pytest.mark.parametrize(("claim", "passage"), PLAIN)
def test_plain_passages_and_claims_about_films_and_myths_are_left_alone(claim: str, passage: str) -> None:
    assert of_another_world(claim, passage) == ""
    assert not [one for one in compared(StancePair(claim, passage)) if one.outcome is Outcome.FRAMED]


def test_the_title_is_read_too() -> None:
    assert of_another_world("The dam burst.", "The dam burst on Sunday.", "A hoax and its makers") == "hoax"


def test_such_a_passage_leans_to_support_at_most_and_says_why() -> None:
    weighing = Weighing(thresholds={"supports": 0.7, "refutes": 0.7, "context": 0.9}, lean=0.5)
    said = StanceSuggestion(SUPPORTS, 0.9, 0.05, 0.05, comparison="claim: 340; passage: 340 (agree)")
    framed = Comparison(Outcome.FRAMED, "a fact", "hoax")
    assert labelled(said, weighing).label == SUPPORTS
    told = labelled(said, weighing, [framed])
    assert told.label == LEANS_SUPPORTS
    assert told.comparison.endswith("· claim: a fact; passage: hoax (perhaps no fact)")
    against = StanceSuggestion("refutes", 0.05, 0.9, 0.05)
    assert labelled(against, weighing, [framed]) == labelled(against, weighing)
