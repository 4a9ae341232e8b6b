"""A year or day agrees only where it may be told of one deed."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome

OTHER_DEEDS = [
    ("The law was repealed in 2015.", "Lawmakers passed the law in 2015."),
    ("The statue was taken down in 2020.", "The statue was unveiled in 2020."),
    ("The player left the club in 2017.", "The player joined the club in 2017."),
    ("The mayor was voted out in 2012.", "The mayor was sworn in in 2012."),
    ("The reform was adopted in 2022.", "Deputies threw out the reform in 2022."),
    ("The bridge was finished in 2019.", "The bridge was still unfinished in 2019."),
    ("The dam was finished in 1995.", "The dam was half built in 1995."),
    ("The plan was adopted in 2019.", "The council voted against the plan in 2019."),
    ("The plan was approved in 2019.", "The city failed to approve the plan in 2019."),
    ("She won the prize in 2019.", "She was nominated for the prize in 2019."),
    ("The ship was launched on 4 May 1912.", "The ship was scrapped on 4 May 1912."),
    ("The tax was lowered in 2016.", "The tax was raised in 2016."),
    ("The pipeline was completed in 2012.", "Work on the pipeline began in 2012."),
    ("The embassy was closed in 2012.", "The embassy was attacked in 2012."),
]

ONE_DEED = [
    ("The law was passed in 2015.", "Parliament adopted the law in 2015."),
    ("The minister resigned in March 2021.", "The minister stepped down in March 2021, a week after the report."),
    ("The ship sank on 4 May 1912.", "The ship went down on 4 May 1912 with all hands."),
    ("The old mill burned down in 1954.", "A fire destroyed the old mill in 1954."),
    ("The dam was built in 1974.", "Construction of the dam was completed in 1974."),
    ("The bridge was opened in 1987.", "The bridge, which cost 40 million crowns, opened to traffic in 1987."),
    ("The minister was sacked in July 2016.", "The prime minister dismissed the minister in July 2016."),
    # what a noun tells
    ("The treaty was signed in 1998.", "Nine states put their names to the treaty in 1998."),
    ("The school was renamed in 2004.", "In 2004 the school got its present name."),
    ("The strike ended on 9 June 2018.", "Workers ended the walkout and the strike on 9 June 2018."),
    # the year tells which thing is meant
    ("The film was released in 1994.", "The film is a 1994 thriller."),
    # "re-elected" is elected
    ("The mayor was elected in 2016.", "The mayor was re-elected in 2016."),
]


def _agrees(claim: str, passage: str) -> bool:
    return any(one.outcome is Outcome.AGREEMENT for one in compare(facts(claim), facts(passage)))


@pytest.mark.parametrize(("claim", "passage"), OTHER_DEEDS)
def test_the_date_of_another_deed_does_not_agree(claim: str, passage: str) -> None:
    """ "2015 (agree)" beside "repealed" and "passed" says that something is borne out."""
    assert not _agrees(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), ONE_DEED)
def test_the_date_of_one_deed_in_other_words_agrees(claim: str, passage: str) -> None:
    """A deed has many words."""
    assert _agrees(claim, passage)
