"""Titles without a name ("the prime minister", "the mayor"): whom the article means by them."""

from __future__ import annotations

import re

from workbench.domain.articles import Resolution
from workbench.language.claims.decontextualisation import SURE
from workbench.language.references.discourse import Guess, Story
from workbench.language.references.entities import distinct

_HELD_BY_ONE = frozenset({"prime minister", "president", "chancellor", "foreign secretary", "home secretary"})
"""Titles that are taken for one person's even where the article joins them to no name."""


class Titles:
    """Resolves the titles of one article."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._text = story.text
        self._cast = story.cast

    def resolve(self, start: int, end: int, sentence: int) -> list[Resolution]:
        """Titles in `text[start:end]`, of sentence number `sentence`, with the person the article gives them."""
        found = []
        named = {m.who for m in self._cast.people_between(start, end)}
        for match in re.finditer(r"\b[Tt]he\s+((?:[A-Za-z]+\s+){0,2}[A-Za-z]+)(?=(['’]s)?\b)", self._text[start:end]):
            title = self.opening(match.group(1))
            if title is None:
                continue
            who = self._cast.titles.get(title)
            at = start + match.start()
            stop = start + match.start(1) + len(title)
            if who is None and title not in self._cast.titles:
                guess = self._untitled(title, at, sentence)
                if guess is None:
                    continue
                who, confidence, reason = guess.words, guess.confidence, guess.reason
            elif who is None:
                continue
            else:
                confidence, reason = 0.85, f"the article calls {who} {title}"
            following = self._text[stop : stop + 30].lstrip()
            if who in named or following[:1].isupper() or following.startswith(("of ", "for ")):
                continue
            named.add(who)
            sure = confidence >= SURE
            original = self._text[at:stop]
            found.append(
                Resolution(
                    at,
                    stop,
                    original,
                    f"{original}, {who}," if not self._text[stop : stop + 2].startswith(("'s", "’s")) else who,
                    reason,
                    confidence,
                    sure,
                )
            )
        return found

    def subject(self, sentence: int) -> Guess | None:
        """The subject of a sentence where it is a title without a name ("the mayor"), or the person who bears it."""
        subject = self._story.subject(sentence)
        if subject is None:
            return None
        phrase = subject.of(self._text)
        title = self.opening(phrase[4:]) if phrase[:4].lower() == "the " else None
        if title is None or len(phrase) != 4 + len(title):
            return None
        who = self._cast.titles.get(title)
        if who is not None:
            return Guess(who, 0.75, f"the {title} is the subject of the sentence before")
        guess = self._untitled(title, subject.start, sentence)
        words_of = guess.words if guess else phrase[0].lower() + phrase[1:]
        return Guess(words_of, 0.6, f"the {title} is the subject of the sentence before")

    def opening(self, phrase: str) -> str | None:
        """The title that a phrase begins with, longest first, None if there is none."""
        parts = phrase.lower().split()
        for length in range(len(parts), 0, -1):
            title = " ".join(parts[:length])
            if title in self._cast.titles or title in _HELD_BY_ONE:
                return title
        return None

    def _untitled(self, title: str, at: int, sentence: int) -> Guess | None:
        """Whom a title means that the article never joins to a name: the only person named so far."""
        who = distinct([m for m in self._cast.people_between(0, at)])
        taken = set(self._cast.titles.values())
        who = [name for name in who if name not in taken]
        if len(who) == 1 and sentence <= 6:
            return Guess(who[0], 0.6, f"the only person named so far; the article never says that this is the {title}")
        return None
