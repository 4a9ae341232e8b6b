"""What somebody says of their own works is a fact to be looked into; what they call for is not."""

from __future__ import annotations

import pytest

from workbench.domain.articles import Kind
from workbench.domain.documents import Document
from workbench.services.articles.splitting import Splitter

SPLITTER = Splitter()


def kinds(paragraph: str, words: str) -> set[Kind]:
    """The kinds of the claim of a paragraph that holds these words."""
    text = f"Sample AB makes cells\n\nThe firm is called Sample AB.\n\n{paragraph}\n"
    document = Document(text=text, title="", origin="one.txt", sha256="0" * 64, language="en")
    (found,) = (draft for draft in SPLITTER.split(document).drafts if words in draft.quote)
    return set(found.kinds)


@pytest.mark.parametrize(
    "said",
    [
        "Our cells contain no lithium, no cobalt and no nickel",
        "We use no cobalt",
        "Our plant runs on wind power",
        "We do not sell lithium",
    ],
)
@pytest.mark.parametrize("form", ['"{}', '"{}."', 'Ida Holm said: "It is a cell. {}."'])
def test_what_a_firm_says_of_its_own_works_is_rated(said: str, form: str) -> None:
    assert Kind.OPINION not in kinds(form.format(said), said)


@pytest.mark.parametrize("said", ["We love our town", "We stand with our people"])
def test_what_a_firm_feels_is_not(said: str) -> None:
    assert Kind.OPINION in kinds(f'Ida Holm said: "It is a cell. {said}."', said)


@pytest.mark.parametrize(
    "said",
    ["We must end the veto of the council", "We should all build homes", "He knows it", "Everyone knows that"],
)
def test_a_call_and_what_tells_nothing_are_opinion(said: str) -> None:
    assert kinds(f"{said}.", said) == {Kind.OPINION}


@pytest.mark.parametrize(
    "said",
    ["We must pay 40 million euros to the state", "The council must end the veto", "He knew that the dam was unsafe"],
)
def test_a_duty_that_can_be_looked_up_is_not(said: str) -> None:
    assert Kind.OPINION not in kinds(f"{said}.", said)
