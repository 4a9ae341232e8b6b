"""How much of a claim a passage has."""

from __future__ import annotations

import pytest

from workbench.comparison.shared_words import share_of_words


@pytest.mark.parametrize(
    ("claim", "passage", "share"),
    [
        ("The harbour was closed.", "The closing of the harbour hurt trade.", 1.0),
        ("The harbour was closed.", "The port is open.", 0.0),
        ("The harbour was closed.", "The harbour is open.", 0.5),
        ("", "The harbour is open.", 0.0),
    ],
)
def test_the_share_is_of_the_claims_content_words_by_their_stems(claim: str, passage: str, share: float) -> None:
    assert share_of_words(claim, passage) == pytest.approx(share)
