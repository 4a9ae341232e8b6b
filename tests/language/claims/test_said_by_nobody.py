"""Words that somebody says who is only called "she" are not the outlet's own, even where nobody is surely meant."""

from __future__ import annotations

import pytest

from workbench.domain.articles import Attribution
from workbench.domain.documents import Document
from workbench.services.articles.splitting import Splitter


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("“You broke the fence,” Ida Holm told Eva Lind. “I broke nothing,” she replied.", Attribution.DIRECT),
        ("Ida Holm met Eva Lind on Monday. She said the pier had cost 4 million crowns.", Attribution.PARAPHRASE),
    ],
)
def test_words_of_somebody_who_is_not_named_are_not_the_outlets(text: str, how: Attribution) -> None:
    document = Document(text=text, language="en", title="", origin="x", sha256="0" * 64)
    last = Splitter().split(document).drafts[-1]
    assert (last.speaker, last.attribution) == (None, how)
