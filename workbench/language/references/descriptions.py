"""Descriptions ("the country", "the pipeline") to what the article named so before."""

from __future__ import annotations

import re

from workbench.domain.articles import Resolution
from workbench.language.references.discourse import SURE, Discourse, Guess
from workbench.language.references.entities import distinct
from workbench.language.references.places import WITH_ARTICLE

_DESCRIPTION = re.compile(r"\b[Tt]he\s+([a-z][a-z-]+(?:\s+(?!the\b)[a-z][a-z-]+){0,2})")
_GOES_ON = re.compile(r"\s+(?:of|that|who|which|in|on|to|for|from)\b")
_COUNTRY_GOES_ON = re.compile(r"\s+(?:of|that|which)\b")


class Descriptions:
    """Resolves the descriptions of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._text = discourse.text
        self._sentences = discourse.sentences
        self._quotes = discourse.quotes
        self._entities = discourse.entities

    def resolve(self, start: int, end: int, sentence: int) -> list[Resolution]:
        """Descriptions in `text[start:end]`, of sentence number `sentence`, with what they stand for."""
        found = []
        for match in _DESCRIPTION.finditer(self._text, start, end):
            described = (
                self._country(start, match, sentence)
                if match.group(1).split()[0] == "country"
                else self._introduced(match, start)
            )
            if described is None:
                continue
            guess, stop = described
            sure = guess.confidence >= SURE
            original = self._text[match.start() : stop]
            replacement = guess.words if sure else original
            if sure and original[0] == "T" and replacement.startswith("the "):
                replacement = "T" + replacement[1:]
            reason = guess.reason if sure else f"perhaps {guess.words}: {guess.reason}"
            found.append(Resolution(match.start(), stop, original, replacement, reason, guess.confidence, sure))
        return found

    def _country(self, start: int, match: re.Match[str], sentence: int) -> tuple[Guess, int] | None:
        """Which country "the country" is: the one named in the sentence or the one before."""
        stop = match.start(1) + len("country")
        if _COUNTRY_GOES_ON.match(self._text, stop):
            return None
        if self._quotes.at(match.start()) is not None:
            return None
        if len(distinct(self._entities.countries_between(0, match.start()))) > 1:
            return None  # which of them is meant is a guess
        for back, number in enumerate(self._discourse.back_from(sentence, 2)):
            span = self._sentences[number]
            mentions = self._entities.countries_between(span.start, match.start() if back == 0 else span.end)
            if any(m.start >= start for m in mentions):
                return None
            countries = distinct(mentions)
            if countries:
                name = mentions[-1].who
                words_of = ("the " if name in WITH_ARTICLE else "") + name
                if len(countries) == 1:
                    return Guess(words_of, 0.75 - 0.05 * back, "the only country named just before"), stop
                return Guess(words_of, 0.45, "several countries are named just before"), stop
        return None

    def _introduced(self, match: re.Match[str], start: int) -> tuple[Guess, int] | None:
        """A description to the one thing that the article introduced so: what it is, and where the description ends."""
        at = match.start()
        if self._quotes.at(at) is not None:
            return None
        for part in reversed(list(re.finditer(r"\S+", match.group(1)))):
            noun, stop = part.group(), match.start(1) + part.end()
            if len(noun) < 4 or _GOES_ON.match(self._text, stop):
                continue
            modifiers = match.group(1)[: part.start()].split()
            meant, sure = self._discourse.introductions.meant(noun, modifiers, at)
            if meant is None or not self._discourse.introductions.is_whole(stop - len(noun)):
                continue
            if meant.name in self._text[start:at]:
                return None
            if sure:
                return Guess(meant.words, 0.75, "the only one of this sort that the article names"), stop
            return Guess(meant.words, 0.45, "the article speaks of several of this sort"), stop
        return None
