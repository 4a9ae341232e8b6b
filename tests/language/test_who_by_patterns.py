"""Who said a sentence that is not parsed."""

from __future__ import annotations

import pytest

from workbench.domain.articles import Attribution
from workbench.language.article import split_article


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lumenta ASA (OSE: LUMA) today announced results for 40 plants.", "Lumenta ASA"),
        ("Ann Sample (Lab: Holm) said 40 boats sank.", "Ann Sample"),
        ("Labour: Holm) said 40 boats sank.", None),
        ("Mayor Bob Stone falsely claimed that 400 people died.", "Bob Stone"),
        ("The Sample family said 40 boats sank.", "The Sample family"),
        ("The French satirical weekly said that 40 writers had left.", "The French satirical weekly"),
        ("The Friday weekly said 12 boats were lost.", "The Friday weekly"),
        ("The mayor publicly admitted that 40 homes were lost.", "The mayor"),
        ("The mayor (pictured) said 40 homes were lost.", "The mayor"),
        ("The World Health Organization (WHO) said that 40 people had died.", "The World Health Organization"),
        ("The Communist Party of India (Marxist) said 12 members left.", "The Communist Party of India (Marxist)"),
        ("The Liberal Party (Chile) said that 300 voters had joined.", "The Liberal Party (Chile)"),
    ],
)
def test_brackets_and_adverbs_are_no_part_of_who_said_it(text: str, speaker: str | None) -> None:
    assert [claim.speaker for claim in split_article(text).claims] == [speaker]


def test_what_is_passed_on_in_a_chat_is_not_the_outlets() -> None:
    text = (
        "[12/08/2024, 19:02:11] Mona R.: Did you hear about the water?\n"
        '[12/08/2024, 19:02:40] Uncle Joe: from a friend: "BREAKING: 40 people died! Mayor Quill is hiding it"\n'
        "[12/08/2024, 19:03:40] Mona R.: She saw 12 patients.\n"
    )
    found = {claim.text: claim for claim in split_article(text).claims}
    passed_on = found["Mayor Quill is hiding it."]
    assert passed_on.speaker is None
    assert passed_on.attribution is Attribution.DIRECT
