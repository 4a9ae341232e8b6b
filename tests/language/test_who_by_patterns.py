"""Who said a sentence that is not parsed."""

from __future__ import annotations

import pytest

from workbench.language.article import split_article


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lumenta ASA (OSE: LUMA) today announced results for 40 plants.", "Lumenta ASA"),
        ("Ann Sample (Lab: Holm) said 40 boats sank.", "Ann Sample"),
        ("Labour: Holm) said 40 boats sank.", None),
        ("Mayor Bob Stone falsely claimed that 400 people died.", "Bob Stone"),
        ("The Sample family said 40 boats sank.", "The Sample family"),
    ],
)
def test_brackets_and_adverbs_are_no_part_of_who_said_it(text: str, speaker: str | None) -> None:
    assert [claim.speaker for claim in split_article(text).claims] == [speaker]
