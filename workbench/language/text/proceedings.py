"""Records of a parliament or council: what its clerk tells stands between the words of those who spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TITLE = (
    r"(?:The\s+)?(?:(?:Right\s+|Rt\.?\s+)?Hon(?:ourable|orable)?\.?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Cllr|Councillor|"
    r"Councilman|Councilwoman|Alderman|Senator|Sen|Rep|Deputy|Judge|Minister|Chairman|Chairwoman)\.?"
)
_OFFICE = (
    r"(?:Deputy\s+|Prime\s+|First\s+|Vice\s+)?(?:Speaker|Minister|Premier|Secretary|Leader|President|Chair(?:man|woman|person)?|Clerk|Mayor|"
    r"Treasurer|Member|Members|Solicitor|Officer)"
)
_BODY = (
    r"(?:House|Senate|Assembly|Chamber|Council|Committee|Board|Parliament|[Mm]eeting|[Ss]itting|[Ss]ession|[Cc]ouncil)"
)
_PUT = r"(?:[Qq]uestion|[Mm]otion|[Aa]mendment|[Rr]esolution|[Bb]ill|[Rr]ecommendation|[Pp]roposal)"
_TOLD = (
    r"(?:\w{2,20}ed|said|rose|spoke|put|told|gave|took|withdrew|sought|drew|read|left|made|began|then|also|again|"
    r"was|were|had)"
)
_CERTAIN = (
    rf"(?:Ayes|Noes)\b|RESOLVED\b|AGREED\b|It\s+was\s+(?:resolved|moved)\b|(?:The\s+)?{_BODY}\s+divided\b"
    r"|(?:The\s+)?(?:[Qq]uestion|[Mm]otion|[Aa]mendment)\s+(?:again\s+|then\s+)?(?:put|negatived)\b"
)
"""How the lines begin that only the record of a body has: one of them makes a record."""
_PROCEDURE = re.compile(
    rf"(?:(?P<certain>{_CERTAIN})"
    rf"|(?:The\s+)?{_BODY}\s+(?:met|adjourned|rose|resolved|sat|voted|suspended|resumed|agreed|noted|approved|"
    r"(?:closed|opened|ended)\s+at\s+\d)"
    rf"|(?:The\s+)?{_PUT}\s+(?:was\s+|were\s+)?(?:again\s+|then\s+)?(?:put|carried|lost|agreed|negatived|withdrawn|adopted|passed|"
    r"defeated|proposed|approved))"
)
"""How the lines of a record begin. Somebody may also tell of a council in these words: two of them make a record."""
_NARRATED = re.compile(
    rf"(?:{_TITLE}\s+(?:[A-ZÀ-Þ][\w.'’-]{{0,30}}\s+){{1,4}}(?:\([^()\n]{{1,80}}\)\s+|,\s[^,\n]{{1,80}},\s+)?"
    rf"|The\s+{_OFFICE}(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w{{1,30}})?\s+){_TOLD}\b"
)
"""How a paragraph begins in which the clerk tells what somebody said or did."""
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


def is_record(text: str) -> bool:
    """Whether a text has a line that only the record of a body has ("Question put"), or two that most of them have."""
    return any(match["certain"] or number for number, match in enumerate(_procedure(text)))


def narrated_from(text: str, start: int, end: int) -> int | None:
    """Where, behind the first line of a turn, the clerk goes on to tell; None where the words stay the speaker's."""
    first = _LINE.search(text, start, end)
    for match in _LINE.finditer(text, first.end() if first else start, end):
        at = match.start() + len(match.group()) - len(match.group().lstrip())
        if _PROCEDURE.match(text, at, match.end()) or _NARRATED.match(text, at, match.end()):
            return at
    return None


def _procedure(text: str) -> Iterator[re.Match[str]]:
    for line in _LINE.finditer(text):
        at = line.start() + len(line.group()) - len(line.group().lstrip())
        if (match := _PROCEDURE.match(text, at, line.end())) is not None:
            yield match
