"""Which figure an amount is: revenue or profit, exports or imports, turnout or a share of the votes.

"Cash flow of £188 million" is no "net debt of £188 million", though all else may be told of one firm and year. Only
figures that have names of their own are told apart; "profit" may be any of its kinds.
"""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.comparison.amounts import Amount
from workbench.comparison.context_window import sentence
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.domain.quantities import QuantityKind

_FIGURES = {
    "operating_profit": r"operating\s(?:profits?|income|earnings|results?)|ebit",
    "pretax_profit": r"pre-?\s?tax\sprofits?|profits?\sbefore\stax(?:ation)?",
    "net_profit": r"(?:net|after-tax)\s(?:profits?|income|earnings)|profits?\safter\stax(?:ation)?|bottom\sline",
    "gross_profit": r"gross\sprofits?",
    "ebitda": r"ebitda",
    "operating_margin": r"operating\s(?:profit\s)?margins?",
    "gross_margin": r"gross\s(?:profit\s)?margins?",
    "net_margin": r"net\s(?:profit\s)?margins?",
    "cash_flow": r"cash\s?flows?",
    "cash": r"cash\s(?:pile|balances?|position|reserves|holdings)",
    "share_profit": r"earnings\sper\sshare|eps",
    "profit": r"profits?",
    "revenue": r"revenues?|sales|(?<!staff\s)turnover|takings",
    "debt": r"debts?|borrowings",
    "dividend": r"dividends?|pay-?outs?",
    "costs": r"(?:costs|spending)(?!\s(?:about\s|around\s|over\s)?[£$€\d])|expenses|expenditure",
    "capital": r"capex|capital\s(?:expenditure|spending|investment)",
    "exports": r"exports?|exported",
    "imports": r"imports?|imported",
    "deficit": r"deficits?|shortfall",
    "surplus": r"surplus(?:es)?",
    "unemployment": r"unemployment|joblessness|jobless\srate",
    "employment": r"employment",
    "inflation": r"inflation|consumer\sprices?",
    "interest": r"interest\srates?|(?:base|policy|key|repo)\srate",
    "wages": r"wages?|salar(?:y|ies)",
    "rent": r"rents?",
    "mortgage": r"mortgages?",
    "turnout": r"turn\s?-?out",
    "votes": r"vote\sshare|share\sof\s(?:the\s)?votes?|votes?|ballots(?:\scast)?",
    "majority": r"majority",
}
_ANY = "|".join(f"(?P<{name}>{words})" for name, words in _FIGURES.items())
_FIGURE = re.compile(rf"(?<![\w’'-])(?:{_ANY})(?![\w-])", re.I)
_BETWEEN = re.compile(r"[,;:()\n•|]")
"""What parts an amount from a figure named before it; a colon right behind the figure does not."""
_MOST_BETWEEN = 60
_BEHIND = re.compile(
    r"(?!\n)(?:\s(?:(?:rise|increase|growth|jump|gain|fall|drop|decline|decrease|cut|slump)\s(?:in|of)|in|worth\sof))?"
    rf"(?:\s(?:the|its|their|annual|total|quarterly|monthly)){{0,2}}\s(?P<figure>{'|'.join(_FIGURES.values())})(?![\w-])"
    r"|(?!\n)\sof\s(?:all\s)?(?:(?:the|those|valid)\s)*(?P<votes>votes?|ballots)(?![\w-])",
    re.I,
)
_KINDS = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.RATIO})
_WHOLE = "profit"
"""May be each of the kinds that have it in their names."""
_MAY_BE_ONE_LINES = """
    exports revenue | imports costs | wages costs | capital costs | rent costs | mortgage costs | interest costs
    | mortgage debt | mortgage interest | cash cash_flow | profit surplus | majority votes | profit share_profit
"""
_MAY_BE_ONE = frozenset(frozenset(pair.split()) for pair in _MAY_BE_ONE_LINES.split("|"))
"""Figures that papers may call by either name."""


def figure_of(amount: Amount) -> str:
    """The figure that an amount is; nothing where none with a name of its own stands beside it."""
    return _figure_of(*amount.span) if amount.quantity.kind in _KINDS else ""


@lru_cache(maxsize=4096)
def _figure_of(text: str, start: int, end: int) -> str:
    begin, stop = sentence(text, start)
    behind = _BEHIND.match(text, end, stop)
    if behind is not None:
        named = _FIGURE.fullmatch(behind["figure"] or "votes")
        return (named.lastgroup or "") if named else ""
    named = _named_before(text, begin, start)
    return (named.lastgroup or "") if named else ""


def _named_before(text: str, begin: int, start: int) -> re.Match[str] | None:
    """The figure named last before an amount, where no comma or bracket parts the two."""
    found = list(_FIGURE.finditer(text, max(begin, start - 2 * _MOST_BETWEEN), start + 1))
    found = [one for one in found if one.end() <= start][-1:]
    between = text[found[0].end() : start].removeprefix(":") if found else ""
    return found[0] if found and not _BETWEEN.search(between) and len(between) <= _MOST_BETWEEN else None


def other_figure(own: Amount, other: Amount) -> bool:
    """Whether two amounts are two figures, each with a name of its own."""
    mine, theirs = figure_of(own), figure_of(other)
    if not mine or not theirs or mine == theirs:
        return False
    if _WHOLE in (mine, theirs) and mine.endswith(_WHOLE) and theirs.endswith(_WHOLE):
        return False
    return frozenset((mine, theirs)) not in _MAY_BE_ONE


def same_number_of_another_figure(own: Amount, other: Amount) -> Comparison | None:
    """What is told of an equal amount that is another figure."""
    if not {own.quantity.low, own.quantity.high} & {other.quantity.low, other.quantity.high} - {None}:
        return None
    words = [_written(one) for one in (own, other)]
    return Comparison(Outcome.ANOTHER, words[0], words[1])


def _written(amount: Amount) -> str:
    """An amount with its figure."""
    text, start, end = amount.span
    begin, stop = sentence(text, start)
    behind = _BEHIND.match(text, end, stop)
    found = None if behind else _named_before(text, begin, start)
    first = found.start() if found else start
    return " ".join(text[first : behind.end() if behind else end].split()).strip(" .,;")
