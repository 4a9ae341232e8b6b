"""The one table of irregular verbs: what is spelled from it, and that its pasts tell of something that happened."""

from __future__ import annotations

import pytest

from workbench.domain.articles import Kind
from workbench.language.article import split_article
from workbench.language.grammar.inflection import past_of_participle
from workbench.language.grammar.irregular_verbs import ONLY_PARTICIPLES, ONLY_PASTS, PASTS, SAME


@pytest.mark.parametrize(
    ("form", "past"),
    [
        ("cutting", "cut"), ("beginning", "began"), ("quitting", "quit"), ("seeing", "saw"), ("fleeing", "fled"),
        ("taking", "took"), ("blowing", "blew"), ("buying", "bought"), ("dying", "died"), ("eating", "ate"),
        ("withholding", "withheld"), ("swimming", "swam"), ("closing", "closed"), ("carrying", "carried"),
        ("agreeing", "agreed"), ("lying", None), ("king", None),
    ],
)  # fmt: skip
def test_the_past_is_spelled_from_the_form_in_ing(form: str, past: str | None) -> None:
    assert past_of_participle(form) == past


def test_what_is_past_and_participle_is_neither_alone() -> None:
    assert {"froze", "rang", "took"} <= ONLY_PASTS
    assert {"frozen", "rung", "taken"} <= ONLY_PARTICIPLES
    assert not (ONLY_PASTS | ONLY_PARTICIPLES) & {"sold", "cut", "become", "run"}
    assert {"cut", "become", "run", "read"} <= SAME
    assert PASTS.isdisjoint({"cost", "take", "taken"})


@pytest.mark.parametrize(
    "text",
    [
        "Lugano beat Zug in the final.",
        "The river burst its banks at Holm in May.",
        "The regulator froze the accounts of 12 firms.",
        "Divers sought the wreck for nine days.",
        "Nine of the patients ate at night.",
        "Two firms from Varen dug the tunnel.",
    ],
)
def test_such_a_past_tells_of_something_that_happened(text: str) -> None:
    (claim,) = split_article(text).claims
    assert Kind.EVENT in claim.kinds


def test_a_price_is_nothing_that_happened() -> None:
    (claim,) = split_article("The wall cost 4 million kroner.").claims
    assert Kind.EVENT not in claim.kinds
