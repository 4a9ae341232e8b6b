"""Titles without a name ("the prime minister", "the mayor"): whom the article means by them."""

from __future__ import annotations

import re

from workbench.domain.articles import Resolution
from workbench.language.references.discourse import SURE, Discourse

_HOLDER = r"([A-ZÀ-ÞŠŽ][\w’'-]{1,24}(?:\s[A-ZÀ-ÞŠŽ][\w’'-]{1,24}){0,2})"
_STOPS = frozenset(",.;:!?)")


_IS = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|became|become|becomes|remain(?:s|ed)?|as)|['’](?:s|re|m))\s+"
    r"(?:(?:now|then|still|also|not|currently|once|again|later|today)\s+){0,2}$"
)


class Titles:
    """Resolves the titles of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._text = discourse.text
        self._entities = discourse.entities
        self._quotes = discourse.quotes

    def resolve(self, start: int, end: int, sentence: int) -> list[Resolution]:
        """Titles in `text[start:end]`, of sentence number `sentence`, with the person the article gives them."""
        found = []
        named = {m.who for m in self._entities.people_between(start, end)}
        for match in re.finditer(r"\b[Tt]he\s+((?:[A-Za-z]+\s+){0,2}[A-Za-z]+)(?=(['’]s)?\b)", self._text[start:end]):
            title = self.opening(match.group(1))
            if title is None:
                continue
            who = self._entities.titles.get(title)
            at = start + match.start()
            stop = start + match.start(1) + len(title)
            if who is None or self._quotes.at(at) is not None or self._several(title):
                continue
            confidence, reason = 0.85, f"the article calls {who} {title}"
            following = self._text[stop : stop + 30].lstrip()
            if who in named or following[:1].isupper() or following.startswith(("of ", "for ")):
                continue
            if _IS.search(self._text, max(0, at - 40), at):
                continue  # "she is now the prime minister" says who holds it
            if self._comes_later(title, who, at):
                continue
            named.add(who)
            sure = confidence >= SURE
            original = self._text[at:stop]
            found.append(
                Resolution(
                    at,
                    stop,
                    original,
                    f"{original}, {who}{'' if following[:1] in _STOPS else ','}"
                    if not self._text[stop : stop + 2].startswith(("'s", "’s"))
                    else who,
                    reason,
                    confidence,
                    sure,
                )
            )
        return found

    def _comes_later(self, title: str, who: str, at: int) -> bool:
        """Whether somebody is named further on as the new holder of an office: before that another may be meant."""
        first = next((m.start for m in self._entities.people if m.who == who), 0)
        new = rf"\b(?:new|newly\s+\w+|incoming|next|acting|interim)\s+{re.escape(title)}\b"
        return at < first and re.search(new, self._text[max(0, first - 80) : first + 80], re.IGNORECASE) is not None

    def _several(self, title: str) -> bool:
        """Whether the article speaks of several who bear a title: "the Danish prime minister met the Swedish …"."""
        owner = r"\b(?:the|an?|another|former|other|his|her|its|their)\s+((?:[\w’'-]+\s+){0,2})"
        held = re.findall(rf"{owner}{re.escape(title)}\b", self._text, re.IGNORECASE)
        plural = re.search(rf"\b{re.escape(title)}s\b", self._text, re.IGNORECASE) is not None
        if plural or len({" ".join(words.lower().split()) for words in held if words.strip()}) > 1:
            return True
        called = rf"(?i:\b{re.escape(title)}\b)"
        of = r"(?:\s(?:of|for)\s[^,.\n]{2,40})?"
        holders = re.findall(rf"{called}{of},?\s{_HOLDER}", self._text)
        holders += re.findall(
            rf"(?<!\b[IiOo]n )(?<!\b[Aa]t ){_HOLDER},\s(?:the\s|[A-Z]\w{{1,20}}['’]s\s)?{called}{of}[,.;]", self._text
        )
        return len({name.split()[-1] for name in holders}) > 1

    def opening(self, phrase: str) -> str | None:
        """The title that a phrase begins with, longest first, None without one."""
        parts = phrase.lower().split()
        for length in range(len(parts), 0, -1):
            title = " ".join(parts[:length])
            if title in self._entities.titles:
                return title
        return None
