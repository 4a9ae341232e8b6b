""" "The company" of a press release to who issued it, where that is the only company it speaks of."""

from __future__ import annotations

import re

from workbench.domain.articles import Resolution
from workbench.domain.press_releases import Issuer
from workbench.language.references.people import Names
from workbench.language.text.quotations import QuotationMap

_FIRMS = ("company", "firm", "business")
_OTHERS = (
    "charity",
    "bank",
    "club",
    "retailer",
    "insurer",
    "university",
    "union",
    "foundation",
    "association",
    "airline",
)
_CALLED = re.compile(
    rf"\b(?P<the>[Tt]he)\s+(?P<noun>{'|'.join((*_FIRMS, *_OTHERS))})(?P<owns>['’]s)?(?![\w-])"
    r"(?!\s+(?:of|that|which|who|whose|in(?!\s+\d)|to|for|with|behind|from|it|he|she|they)\b|\s+[A-Z])"
)
_ANOTHER = re.compile(
    r"\b(?i:an?|another|one|its|their|rival|parent|former|new|third|second)\s+(?:[\w’'-]+\s+){0,3}"
    r"(?:company|firm|business|maker|producer|manufacturer|supplier|retailer|bank|insurer|operator|developer|builder|"
    r"contractor|competitor|rival|partner|buyer|seller|subsidiary|group|start-?up|charity|club|university|airline|venture)\b"
)
"""A company that is spoken of without its name."""
_IS_ONE = re.compile(r"(?:,| \([^()]{1,40}\),?| (?:is|was|plc|Ltd|Inc\.?,?)) (?:(?:is|was) )?$")
_PUBLIC = re.compile(
    r"\b(?:council|ministry|government|department|police|court|parliament|senate|university|college|school|hospital|city|"
    r"county|state|union|commission|agency|authority|institute|office|nasdaq|exchange|treasury|nhs|eu|uk|us|un|charity|"
    r"alliance|coalition|association|society|trust|federation|foundation|campaign|forum|network|club|league|party|church|"
    r"museum|committee|board|service|congress|assembly|academy|centre|center|project|partnership|fund)\b",
    re.IGNORECASE,
)
"""Bodies that nobody calls a company."""


class OwnCompany:
    """Finds "the company" in a press release, once it is certain whose release it is.

    Args:
        text: The release.
        issuer: Who has issued it, None where no issuer is certain.
        names: The names in it.
        quotes: The quotations in it: words in quotation marks stay as they were said.
    """

    def __init__(self, text: str, issuer: Issuer | None, names: Names, quotes: QuotationMap) -> None:
        self._text = text
        self._quotes = quotes
        self._name = issuer.name if issuer is not None and issuer.certain and not issuer.person else ""
        self._nouns = frozenset[str]()
        if issuer is None or not self._name or not self._is_alone(names):
            return
        behind = issuer.opening[len(self._name) :][:160]
        described = {noun for noun in _OTHERS if re.match(rf"[^.]{{0,80}}\b{noun}\b", behind)}
        public = _PUBLIC.search(self._name) or described - {"retailer", "insurer", "bank", "airline"}
        self._nouns = frozenset(described if public else {*_FIRMS, *described})

    def resolve(self, start: int, end: int) -> list[Resolution]:
        """The first "the company" of `text[start:end]`, where the issuer is not named before it."""
        for match in _CALLED.finditer(self._text, start, end):
            named = self._name in self._text[start : match.start()]
            if match["noun"] not in self._nouns or named or self._quotes.at(match.start()) is not None:
                continue
            owns = ("’" if self._name.endswith("s") else "’s") if match["owns"] else ""
            return [
                Resolution(
                    match.start(), match.end(), match.group(), self._name + owns,
                    "the only company of a press release is who issued it", 0.95,
                )
            ]  # fmt: skip
        return []

    def _is_alone(self, names: Names) -> bool:
        """Whether a release speaks of no other company, by name or without one."""
        first = self._name.split()[0]
        for name in names.found:
            own = name.text.startswith(first) or first in name.text.split()
            if name.kind == "ORG" and not own and not _PUBLIC.search(name.text):
                return False
        return all(self._is_own(match) for match in _ANOTHER.finditer(self._text))

    def _is_own(self, match: re.Match[str]) -> bool:
        """Whether "a maker of …" is said of the issuer itself: right behind its name, or "is" or "as"."""
        before = self._text[max(0, match.start() - len(self._name) - 60) : match.start()]
        link = _IS_ONE.search(before)
        return (
            link is not None
            and re.search(rf"{re.escape(self._name)}[\w .]{{0,24}}$", before[: link.start()]) is not None
        )
