"""Facts within somebody's own words: what others did or do is rated, what the speaker feels is not."""

from __future__ import annotations

import pytest

from workbench.domain.articles import Kind
from workbench.domain.documents import Document
from workbench.services.articles.splitting import Splitter

SPLITTER = Splitter()


def kinds(text: str, words: str) -> set[Kind]:
    """The kinds of the claim of a text that holds these words."""
    document = Document(text=f"{text}\n", title="", origin="one.txt", sha256="0" * 64, language="en")
    (found,) = (draft for draft in SPLITTER.split(document).drafts if words in draft.quote)
    return set(found.kinds)


@pytest.mark.parametrize(
    "said",
    [
        "The Harbour Agency has committed £31 million",
        "The ministry committed another 40 million kroner to the pier",
        "£2 million has been committed to the pier",
        "No money has been committed",
        "The court determined that the sale was void",
        "the rest comes from borrowing",
        "the fees go into the pension fund and the rest comes from the lottery",
        "no Sample factory sends waste to landfill",
        "no school in Holm teaches Latin",
        "The plant does not sell lithium",
        "The town spent £2 million on dangerous bridges",
        "The 12 poor families got 300 kroner each",
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        '"It was a hard night," said Ida Holm. "{}."',
        '"We lost two boats," Ida Holm told members. "It is a long pier, and {}."',
    ],
)
def test_a_plain_fact_about_others_is_rated(said: str, form: str) -> None:
    alone = form.startswith('"It')
    said = (said[0].upper() if alone else said[0].lower()) + said[1:]
    assert Kind.OPINION not in kinds(form.format(said), said.split(" and ")[0][4:])


@pytest.mark.parametrize(
    "said",
    [
        "We are committed to the town",
        "The board remains fully committed",
        "They were determined to win",
        "It's dangerous to have 12 of them",
        "We welcome the £2 million",
        "It is a terrible waste of £2 million",
        "The 12 bridges are dangerous",
        "No mother wants that",
        "No doubt helps here",
        "It makes no sense to anybody",
        "No problem looks like this",
        "This goes to the heart of the matter",
        "No excuse serves here",
        "Our thoughts go to the families",
        "Nothing comes from shouting",
    ],
)
def test_what_somebody_feels_or_finds_is_not(said: str) -> None:
    assert Kind.OPINION in kinds(f'"It was a hard night," said Ida Holm. "{said}."', said)
