"""Whose the answers of an interview without labels are: nobody's rather than another's."""

from __future__ import annotations

import pytest

from workbench.language.article import split_article
from workbench.language.text.interviews import interview_turns

_TALK = (
    "How many boats did you lose?\n\nWe lost 40 boats in one night. {more}\n\n"
    "Who helped you?\n\nOur neighbours did. I gave each of them a letter.\n\n"
    "Will you go on?\n\nWe will. I have 12 boats left."
)


def _who(head: str, title: str = "", more: str = "") -> set[str | None]:
    turns = interview_turns(f"{head}\n\n{_TALK.format(more=more)}", title)
    return {turn.speaker for turn in turns if turn.speaker} or {None}


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Interview", "Reporter Jane Cole talked to the fishermen."),
        ("Interview", "Jane Cole talked to the fishermen."),
        ("Interview", "Our reporter Jane Cole spoke to fisher Dan Brown."),
        ("Interview", "Jane Cole, our correspondent, told us what happened."),
        ("Interview", "Jane Cole spoke with Dan Brown about the storm."),
        ("Questions to the government", "Lord Baker spoke about the flood in Parliament. We asked readers."),
        ("Interview", "Mayor Ann Sample spoke to us. We asked residents of the quay."),
        ("Interview: the night of the storm", "Ann Sample told the council that it must pay."),
        ("Ann Sample in conversation with Jane Cole", "The storm came on Monday."),
        ("Interview", "Ann Sample sat down with Jane Cole on the quay."),
        (
            "Travel rules: your questions answered",
            "Secretary Ann Sample told Parliament that the rules will end in May.",
        ),
        (
            "Interview: the miners of Holm",
            "Mine owner Dan Brown spoke of losses in April. We met the miners on Monday.",
        ),
        ("Q&A: New York", "The storm came on Monday."),
        ("Interview: Old Harbour", "The storm came on Monday."),
        ("Questions for New York", "The storm came on Monday."),
        ("New York on the brink", "An interview. The storm came on Monday."),
        ("After the storm", "The widow of Bob Stone spoke to us."),
        ("After the storm", "The lawyer for mayor Ann Sample answered our questions."),
        ("After the storm", "The man who rescued Ann Sample spoke to us."),
        ("After the storm", "Bob Stone and Ann Sample spoke to us."),
        ("After the storm", "Bob Stone, Ann Sample and Tom Lane spoke to us."),
        ("After the storm", "Unlike Bob Stone, Ann Sample spoke to us."),
        ("After the storm", "Aides of the mayor of Holm, Bob Stone, spoke to us."),
        ("After the storm", "A friend of Mr. Bob Stone told us more."),
        ("After the storm", "We met the woman who taught Ann Sample to swim."),
        ("After the storm", "We met the sons of the skipper Ann Sample."),
        ("Interview with Bob Stone, Ann Sample and Tom Lane", "The storm came."),
        ("Skipper of Mary Rose answers questions", "The storm came."),
        ("Q&A: Grand Canyon", "She is the ranger there."),
        ("Q&A: Blue Canyon", "She is the ranger there."),
        ("After the storm", "Holy Cross spoke to us. Her nurses are tired."),
    ],
)
def test_nobody_is_named_where_the_head_does_not_tell_who_was_spoken_to(title: str, head: str) -> None:
    assert _who(head, title) == {None}


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Interview with Ann Sample", "The storm came on Monday."),
        ("In conversation with Ann Sample", "The storm came on Monday."),
        ("Ann Sample, interviewed by Jane Cole", "Jane Cole talked with the fisher about boats."),
        ("Q&A: port chief Ann Sample", "The storm came on Monday."),
        ("Q&A: Ann Sample, head of the port", "The storm came on Monday."),
        ("Q&A: Ann Sample", "Ms Sample keeps a yard on the quay."),
        ("Q&A: Ann Sample", "She keeps a yard on the quay."),
        ("Interview: Ann Sample", "Ann Sample, 54, keeps a yard on the quay."),
        ("After the storm", "Ann Sample spoke to us on the quay."),
        ("After the storm", "Ann Sample, a fisher, talked to the Holm Gazette about the storm."),
        ("After the storm", "Ann Sample tells our reporter what happened."),
        ("After the storm", "Ann Sample answered our questions."),
        ("After the storm", "Our reporter Jane Cole asked. Ann Sample told the Holm Gazette about the storm."),
        ("Interview: “We go on”", "Ann Sample talks about the storm."),
        ("Mayor Ann Sample on the storm", "An interview."),
        ("After the storm", "The storm came. The skipper Ann Sample spoke to us."),
        ("After the storm", "Our guest: the former mayor Ann Sample answers questions."),
        ("After the storm", "Ann Sample, the widow of Bob Stone, spoke to us."),
        ("After the storm", "The mayor of Holm, Ann Sample, spoke to us."),
        ("An interview with chess champion Ann Sample", "The storm came."),
        ("Interview with the mayor of Holm, Ann Sample", "The storm came."),
    ],
)
def test_who_was_spoken_to_is_named(title: str, head: str) -> None:
    assert _who(head, title) == {"Ann Sample"}


@pytest.mark.parametrize(
    "more",
    [
        "\n\nTom Reed, Hull: We lost two.",
        "\n\nTom, Hull: We lost two.",
        "We lost two. (Sue Reed, Leeds)",
        "So it was. – Sue, Leeds",
    ],
)
def test_answers_of_several_people_are_nobodys(more: str) -> None:
    assert _who("The storm came on Monday.", "Interview with Ann Sample", more) == {None}


def test_a_word_with_a_colon_is_no_name_of_another() -> None:
    assert _who("The storm came.", "Interview with Ann Sample", "First: the nets were gone.") == {"Ann Sample"}


def test_a_head_full_of_names_costs_no_more_than_its_beginning() -> None:
    """A line was copied for each name in it."""
    assert _who("Ann Sample spoke to Ab Cd Ef " * 40_000) == {None}


def test_no_fact_of_an_interview_is_lost_and_all_are_the_answerers() -> None:
    text = f"Interview with Ann Sample\n\nThe storm came on Monday.\n\n{_TALK.format(more='The pier cost 3 million.')}"
    said = {claim.quote: claim.speaker for claim in split_article(text, title="Interview with Ann Sample").claims}
    told = (
        "We lost 40 boats in one night",
        "The pier cost 3 million",
        "I gave each of them a letter",
        "I have 12 boats left",
    )
    assert {words: said.get(words) for words in told} == dict.fromkeys(told, "Ann Sample")
