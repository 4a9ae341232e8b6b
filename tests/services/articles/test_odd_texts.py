"""Texts that are hardly made of words: what the parser is given of them stays small, and the user is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from workbench.domain.documents import Document
from workbench.domain.syntax import Token, Tree
from workbench.services.articles.language_models import LanguageModels, is_of_words
from workbench.services.articles.splitting import Splitter

SIGNS = 6_000


class Counter:
    """A parser that only counts the signs it is given."""

    key = "counting"
    sha256 = "0" * 64

    def __init__(self) -> None:
        self.given = 0

    def parse(self, text: str, sentences: Sequence[tuple[int, int]], step: object = None) -> list[Tree]:
        self.given += sum(end - start for start, end in sentences)
        words = [(a, a + 1) if b > a else (a, a) for a, b in sentences]
        return [
            Tree(a, b, (Token(c, d, text[c:d], "X", -1, "root"),) if d > c else ())
            for (a, b), (c, d) in zip(sentences, words, strict=True)
        ]


@pytest.mark.parametrize(
    "signs",
    ["(", "() ", "a, ", ",", '"', "1 2 3 ", "12 34 ", "1.234 ", "a1 22 ", "\U0001f600 ", "a-", "a\n\n", "- 5\n", "| "],
)
def test_signs_are_not_parsed(signs: str) -> None:
    models, counter = LanguageModels(vectors=False), Counter()
    models._parser = counter
    text = (signs * SIGNS)[:SIGNS] + "\n"
    trees = models.parse(text)
    assert trees is not None
    assert counter.given < SIGNS / 10


@pytest.mark.parametrize(
    "words",
    ["The mill pays rent to the town. ", "and and and ", "Er zahlt 40 Euro, sie 60. ", "Harbour 12 | 14 | 19\n"],
)
def test_words_are_parsed(words: str) -> None:
    text = words * 40
    assert is_of_words(text, 0, len(text))


def test_a_sentence_of_signs_is_told_and_the_rest_is_split() -> None:
    text = "The mill in Sund burned down in 2019.\n\n" + "( " * SIGNS + "\n\nThe town lost 40 jobs.\n"
    split = Splitter().split(Document(text=text, title="", origin="x", sha256="0" * 64, language="en"))
    assert [draft.text for draft in split.drafts] == ["The mill in Sund burned down in 2019.", "The town lost 40 jobs."]
    assert "read by the plain rules alone" in split.note
    assert len(split.note) < 400
