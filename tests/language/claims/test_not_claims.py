"""What leads through an answer or a page is no claim; what only begins like it is one."""

import pytest

from workbench.language.claims.not_claims import is_no_claim


@pytest.mark.parametrize(
    "words",
    [
        "Like this year's budget, the last one was late",
        "Like with any drug, the trial was short",
        "Share and bond prices fell after the vote",
        "As a language teacher, Ann Example taught in Holm",
        "As an AI company, Holm Labs laid off its staff",
        "I am unable to work because the council closed the road",
        "I'm afraid the council closed the school",
        "For more information the police opened a hotline",
        "To learn more the pupils visited a farm",
        "Worse still the school closed",
        "Last changed in 1992, the rule costs 30 shops a year",
        "Last reviewed in 2018, the wall leaks in 12 places",
        "Live: Reeve of Sund quits over forged ballots",
        "Live: The dam holds",
        "Subject: to a vote, the lock opens in May",
        "Analysis: how the barge sank with 30 aboard",
    ],
)
def test_facts_that_begin_like_a_courtesy_stay(words: str) -> None:
    assert not is_no_claim(words)


@pytest.mark.parametrize(
    "words",
    [
        "Like this post if you agree",
        "Share with your friends",
        "As an AI language model, I cannot verify it",
        "I'm sorry, but I cannot help with that",
        "I am unable to verify this",
        "I'm not aware of any such rule",
        "For more information, visit our site",
        "For more information on the fair call 0800 123",
        "To learn more, click here",
        "Last updated on 3 May 2021",
        "Last updated: 12:40, 3 May 2021",
        "Last edited by Ida_7 on Mon Jan 20, 2025 8:01 am, edited 2 times in total",
        "Last modified 2021-05-03 by the editors",
        "Last reviewed in 2019",
        "Last updated 3 hours ago",
        "Last updated today at 9:15",
        "Live: what we know so far",
        "Subject: Re: the lock",
        "Subject: minutes of the harbour board",
        "Analysis: why it matters",
        "Explained: how the new levy works",
    ],
)
def test_courtesies_and_lines_of_a_page_are_left_out(words: str) -> None:
    assert is_no_claim(words)
