"""What is kept back of private sources wherever something goes out: all but their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from workbench.domain.documents import SourceKind
from workbench.domain.evidence import Hit, Passage, Source

KEPT_BACK = "[words of a private source]"
"""Stands in a text where somebody quoted a private source."""

NGRAM = 6
"""Words in a row that are a quotation: shorter runs are said by chance."""

LEAST = 4
"""Characters of a name or address that is looked for in a text: shorter ones are parts of other words."""

_WORD = re.compile(r"\w+")


def source_told(source: Source) -> Source:
    """A source as it goes out: of a private one the title alone is left. Its id, which may be an address, is not."""
    if not source.private:
        return source
    return Source(
        id="private",
        kind=SourceKind.DOCUMENT,
        title=source.title,
        url=None,
        archive_url=None,
        publisher=None,
        author=None,
        published=None,
        published_guessed=False,
        retrieved=None,
        language=None,
        sha256="",
        text="",
        added_at=source.added_at,
        added_by=source.added_by,
        version=source.version,
        private=True,
    )


def hit_told(hit: Hit) -> Hit:
    """A hit as it goes out: of a private source neither the words nor what they have in common with the claim."""
    if not hit.source.private:
        return hit
    passage = replace(hit.passage, source_id="private", start=0, end=0, text="", hash="", locator=None)
    stance = None if hit.stance is None else replace(hit.stance, comparison="", read=(), decides=None, decides_for="")
    return replace(
        hit,
        passage=passage,
        source=source_told(hit.source),
        matches=(),
        shared=(),
        comparisons=(),
        beside=(),
        days_before=None,
        stance=stance,
        read=(),
    )


class Withheld:
    """Finds in what people wrote the words, names and addresses of private sources, and takes them out.

    What is public all the same stays: words that the articles or other sources have too, and the publisher of a source
    that is not private.
    """

    def __init__(
        self,
        private: Iterable[tuple[Source, Sequence[Passage]]],
        *,
        public_texts: Iterable[str] = (),
        public_names: Iterable[str | None] = (),
    ) -> None:
        self._ngrams: set[tuple[str, ...]] = set()
        names: set[str] = set()
        titles: set[str] = set()
        short: set[str] = set()
        for source, passages in private:
            titles.add(source.title)
            names.update(
                name
                for name in (source.url, source.archive_url, source.publisher, source.author, source.path, source.id)
                if name
            )
            said = [source.text, *(one.text for one in passages), *(one.locator or "" for one in passages)]
            if source.fact_check is not None:
                said += [source.fact_check.claim, source.fact_check.explanation or ""]
            for text in said:
                words = [word.casefold() for word in _WORD.findall(text)]
                self._ngrams.update(_ngrams(words))
                if len(words) < NGRAM:
                    short.add(text.strip())
        for text in chain(public_texts, titles):
            if not self._ngrams:
                break
            self._ngrams.difference_update(_ngrams([word.casefold() for word in _WORD.findall(text)]))
        known = {name.casefold() for name in public_names if name} | {title.casefold() for title in titles}
        wanted = sorted(
            (name for name in names | short if len(name) >= LEAST and name.casefold() not in known),
            key=len,
            reverse=True,
        )
        self._names = re.compile("|".join(map(_spellings, wanted))) if wanted else None
        self._any_case = re.compile("|".join(map(_whole, wanted)), re.IGNORECASE) if wanted else None

    def __bool__(self) -> bool:
        """Whether there is anything to keep back."""
        return bool(self._ngrams) or self._names is not None

    def scrub(self, text: str, *, any_case: bool = False) -> str:
        """A text without what is kept back.

        Names of several words are found in whatever case. One word is also a word of the language ("Harbour"), and is
        found as it is spelt and in capitals; with `any_case`, as tags are kept, in every case.
        """
        if self._ngrams:
            text = self._without_quotations(text)
        names = self._any_case if any_case else self._names
        return text if names is None else names.sub(KEPT_BACK, text)

    def _without_quotations(self, text: str) -> str:
        words = list(_WORD.finditer(text))
        folded = [word.group().casefold() for word in words]
        cut: list[tuple[int, int]] = []
        for number, run in enumerate(_ngrams(folded)):
            if run in self._ngrams:
                start, end = words[number].start(), words[number + NGRAM - 1].end()
                if cut and start <= cut[-1][1]:
                    cut[-1] = (cut[-1][0], end)
                else:
                    cut.append((start, end))
        for start, end in reversed(cut):
            text = text[:start] + KEPT_BACK + text[end:]
        return text

    def scrubbed(self, value: Any, *, any_case: bool = False) -> Any:
        """A value of JSON with every text in it scrubbed."""
        if isinstance(value, str):
            return self.scrub(value, any_case=any_case)
        if isinstance(value, list):
            return [self.scrubbed(one, any_case=any_case) for one in value]
        if isinstance(value, dict):
            return {name: self.scrubbed(one, any_case=any_case) for name, one in value.items()}
        return value


def _whole(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _spellings(name: str) -> str:
    if name.isalpha():
        return f"{_whole(name)}|{_whole(name.upper())}"
    return f"(?i:{_whole(name)})"


def _ngrams(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[at : at + NGRAM]) for at in range(len(words) - NGRAM + 1))
