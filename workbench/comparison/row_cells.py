"""Rows of tables as evidence: "Year: 2020; Port: Varen; Cranes: 41".

A row speaks of the year, place or group that its first cells name, and of nothing else. So a row of another year than
the claim's says nothing of the claim, and in the claim's own row the value under what the claim counts is compared.
"""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.comparison.amounts import Amount, amounts_of
from workbench.comparison.context_window import MONTHS, WORD, just_before, sentence, stems
from workbench.comparison.counted import counted, is_whole, under_not
from workbench.comparison.headed_rows import FIGURE, YEAR, YEARS, HeadedCell, HeadedRow, row_of
from workbench.comparison.matter import PASSIVE, deed, matter
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.row_times import another_time, spanned, under_years, years_of
from workbench.comparison.senses import changes, contrasted, same_sense, told_in
from workbench.domain.quantities import Bound, Quantity, QuantityKind

_THOUSAND = re.compile(r"\d{1,3}\.\d{3}")
_NUMBER = re.compile(r"\d+")
_WHOLE = re.compile(r"\b(?:total|totals|all|overall|sum|altogether)\b", re.I)
_SCALES = (
    (re.compile(r"\b(?:billions?|bn)\b", re.I), 1e9),
    (re.compile(r"\b(?:millions?|mn|m)\b", re.I), 1e6),
    (re.compile(r"\b(?:thousands?)\b|(?<!\d)000s?\b|\b’?000s\b", re.I), 1e3),
)
_SHARE = re.compile(r"%|\bper\s?cent\b|\bpercentage\b|\bshare\b|\brate\b", re.I)
_MONEY = re.compile(r"[£$€¥]|\b(?:euros?|dollars?|pounds?|EUR|USD|GBP|NOK|SEK|CHF)\b")
_NAMES_NOTHING = stems("total number figure count all overall sum value amount year rate share percentage percent") | {
    "no"
}
_LONG_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+)+")
_LEVELS = stems(
    "had held stood reached totalled numbered counted amounted lived worked registered recorded employed employs"
    " contained owned owns remained came made measured handled"
    " carried served transported welcomed attracted drew treated"
)
"""What is done where an amount is how many there are."""
_TO = re.compile(r"\b(?:to|at)\s(?:[a-z]+\s){0,2}$", re.I)
_BY = re.compile(r"\bby\s(?:[a-z]+\s){0,2}$", re.I)
_MORE = re.compile(r"\s(?:more|fewer|less|additional|extra|new|other|further)\b", re.I)
_JOINED = re.compile(
    r"\b(?P<one>[^\W\d_a-z][\w'’-]*),?\s(?:and|or|plus|with)\s(?:the\s)?(?P<two>[^\W\d_a-z][\w'’-]*)"
    r"|\b(?:together|combined|between\sthem|jointly)\b"
)
_ARE = re.compile(r"\b(?:is|are|was|were|has|have|had|that|which|who)\b", re.I)
_DONE_WITH = stems(
    "lost loses lose bought buys sold sells sank sunk hired hires fired dismissed gained gains added adds closed closes"
    " opened opens built builds won wins gave destroyed destroys killed kills left leaves joined joins arrived sailed"
    " planned plans moved up down more fewer another"
)
"""What is done with some of what there is."""
_WON = stems("won wins win")
_WINS = stems("seats medals votes games matches races titles prizes points")
"""What one has by winning it."""
_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,}")


def compare_row(claim: Facts, passage: Facts, row: HeadedRow) -> list[Comparison]:
    """That a row is of another year or name than the claim, or its value beside each amount of the claim."""
    own_row = under_years(claim, row)
    apart = another_time(claim, passage, own_row) or _another_name(claim, passage, own_row)
    if apart is not None:
        of_it = apart.passage != passage.about and _is_the_very_deal(claim, passage, own_row)
        return [replace(apart, outcome=Outcome.UNSURE) if of_it else apart]
    of_it = _is_of_claim(claim, own_row) or _is_the_very_deal(claim, passage, own_row)
    if not of_it or _under_another_name(claim, passage) or _bought_by_another(claim, own_row):
        return []
    found = []
    mine = years_of(claim)
    for own in amounts_of(claim, claim.quantities):
        cell = _cell_for(own, passage, own_row) if own.quantity.kind in _KINDS else None
        value = None if cell is None else _value(cell, passage.about)
        if cell is not None and value is not None and not _scaled_otherwise(own, value):
            inside = own.measured.low <= value <= own.measured.high
            denied = under_not(own) and own.quantity.bound not in (Bound.AT_MOST, Bound.AT_LEAST)  # never more than 41
            if (
                denied
                or is_whole(own)
                or _SHOULD.search(claim.text)
                or (not inside and _tells_more(own, passage, own_row))
            ):
                continue
            if not inside and _adds_up(own, passage, own_row):
                continue
            dated = {int(year) for year in YEAR.findall(cell.key)}
            if dated and mine and not spanned(dated) & mine:
                continue
            known = not mine or dated or own_row.when or YEAR.search(passage.about)
            outcome = Outcome.AGREEMENT if inside else Outcome.CONFLICT if known else Outcome.UNSURE
            found.append(Comparison(outcome, own.words, cell.written))
    return found


def _is_the_very_deal(claim: Facts, passage: Facts, row: HeadedRow) -> bool:
    """Whether a row has two names of the claim and its amount: one sale, and the day on which either dates it."""
    said = stems(claim.text)
    named = sum(any(told_in(word, said) for word in stems(cell.value)) for cell in row.names)
    values = [value for cell in row.figures if (value := _value(cell, passage.about)) is not None]
    return named > 1 and any(
        own.measured.low <= value <= own.measured.high and value > _FEW
        for own in amounts_of(claim, claim.quantities)
        for value in values
    )


_FEW = 12


def _under_another_name(claim: Facts, passage: Facts) -> bool:
    """Whether the title tells of another of the name: "Port Brede" above a row, and Port Hale in the claim."""
    mine, theirs = ([stems(name.group()) for name in _LONG_NAME.finditer(text)] for text in (claim.text, passage.about))
    return any(one & other and one - other and other - one for one in mine for other in theirs)


def _adds_up(own: Amount, passage: Facts, row: HeadedRow) -> bool:
    """Whether some cells of a row come to the amount together: a salary and a bonus."""
    cells = [cell for cell in row.figures if _of_one_kind(own.quantity, cell, passage.about)]
    values = [value for cell in cells if (value := _value(cell, passage.about)) is not None][:_MOST_ADDED]
    sums = [sum(values), *(one + other for at, one in enumerate(values) for other in values[at + 1 :])]
    return len(values) > 1 and any(own.measured.low <= value <= own.measured.high for value in sums)


_MOST_ADDED = 12
_ANYONE = stems("people person inhabitants never")
_SHOULD = re.compile(r"\b(?:should|ought|would|could|might|must|unlike|(?-i:may))\b", re.I)
_PART_OF_TIME = re.compile(
    r"\b(?:half|quarter|month|week|day|spring|summer|autumn|winter|each|every|per)\b|\b(?:first|last)\shalf\b", re.I
)


def _tells_more(own: Amount, passage: Facts, row: HeadedRow) -> bool:
    """Whether the claim says more of its amount than a row can tell: of women, of flu, on the roads, in March."""
    text, start, end = own.span
    begin, stop = sentence(text, start)
    there = stems(f"{passage.about} {passage.text}")
    told = matter(own.facts, start)
    words = told.words.union(*(told.names if row.names else ())) - _ANYONE - _LEVELS - _WON
    if _is_price(own, there):
        words -= _DEALS
    if any(not told_in(word, there) and not changes(word) for word in words):
        return True
    months = MONTHS & set(re.findall(r"[A-Z][a-z]+", text[begin:stop]))
    rest = f"{text[begin:start]} {text[end:stop]}"
    return bool(months - set(re.findall(r"[A-Z][a-z]+", passage.text))) or _PART_OF_TIME.search(rest) is not None


_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})


_ALIKE = 4
"""Letters by which a name and a word made of it begin alike."""


def _another_name(claim: Facts, passage: Facts, row: HeadedRow) -> Comparison | None:
    """The name in a row that the claim does not give, where the claim gives one that the row does not."""
    said = stems(claim.text)
    labels = [cell for cell in row.names if stems(cell.value)]
    other = next((cell for cell in labels if contrasted(said, stems(cell.value))), None)
    if other is not None:  # boys beside girls
        return Comparison(Outcome.ELSEWHERE, claim.text.split(maxsplit=1)[0], other.written)
    plain = stems(" ".join(word for word in WORD.findall(claim.text) if word.islower()))
    if not labels or any(stems(cell.value) <= said or stems(cell.value) & plain for cell in labels):
        return None  # "repairs to the roof" may be those of "Swimming pool roof"
    if not any(stems(f"{cell.key} {passage.about}") & said for cell in row.figures):
        return None  # whose table tells of nothing that the claim does
    there = stems(f"{passage.about} {passage.text}")
    names = [name for name in _NAME.findall(claim.text[1:]) if name not in MONTHS and stems(name)]
    first = claim.text.split(maxsplit=1)[:1]
    lacking = next(
        (name for name in [*names, *first] if stems(name) and name[0].isupper() and not stems(name) & there), ""
    )
    begins = lacking[:_ALIKE].casefold()
    if not lacking or any(word.casefold().startswith(begins) for cell in labels for word in WORD.findall(cell.value)):
        return None  # Norwegian hospitals, and Norway
    return Comparison(Outcome.ELSEWHERE, lacking, labels[0].written)


def _is_of_claim(claim: Facts, row: HeadedRow) -> bool:
    """Whether all that says whose or when a row is stands in the claim."""
    said = stems(claim.text)
    mine = years_of(claim)
    if row.names and any(_is_sum(found, row) for found in _JOINED.finditer(claim.text)):
        return False
    named = all(stems(cell.value) <= said and not _in_longer_name(cell, claim.text) for cell in row.names)
    years = {int(year) for cell in row.when for year in YEAR.findall(cell.value)}
    # one year's row says nothing of a sum over three
    timed = not row.when or bool(years and mine and mine <= spanned(years))
    return bool(row.when or row.names) and named and timed


def _is_sum(joined: re.Match[str], row: HeadedRow) -> bool:
    """Whether a claim tells of a row's name and of another together: "Brede and Holm"."""
    if joined["one"] is None:
        return True
    told = [any(stems(name) <= stems(cell.value) for cell in row.names) for name in (joined["one"], joined["two"])]
    return told[0] != told[1]


def _in_longer_name(cell: HeadedCell, text: str) -> bool:
    """Whether a claim gives a row's name as a part of another: "Greater Varen"."""
    own = stems(f"{cell.key} {cell.value}")
    runs = (run.group() for run in _LONG_NAME.finditer(text))
    return any(stems(run) & stems(cell.value) and not stems(run) <= own for run in runs)


def _cell_for(own: Amount, passage: Facts, row: HeadedRow) -> HeadedCell | None:
    """The figure that stands under what an amount counts: by its header, or the total under the title that says it."""
    said = stems(own.facts.text)
    fitting = [cell for cell in row.figures if _of_one_kind(own.quantity, cell, passage.about)]
    fitting = [cell for cell in fitting if _is_level(own, stems(f"{cell.key} {passage.about}"))]
    keys = [(cell, stems(cell.key) - _NAMES_NOTHING) for cell in fitting]
    told = [
        (cell, words)
        for cell, words in keys
        if words and (all(told_in(word, said) for word in words) or _is_price(own, words))
    ]
    if told:
        most = max(len(words) for _, words in told)
        best = [cell for cell, words in told if len(words) == most and _is_counted(own, words)]
        return best[0] if len(best) == 1 else None
    unit = _units(own)
    if unit and not all(told_in(word, stems(passage.about)) for word in unit):
        return None
    if len(fitting) == len(row.figures) == 1 and YEARS.fullmatch(fitting[0].key):
        return fitting[0]
    whole = [cell for cell, words in keys if _WHOLE.search(cell.key) and not words]
    if len(whole) == 1:
        return whole[0]
    return (
        fitting[0] if len(fitting) == len(row.figures) == 1 and not (stems(fitting[0].key) - _NAMES_NOTHING) else None
    )


def _is_level(own: Amount, headed: frozenset[str]) -> bool:
    """Whether an amount is how many there are, or what was done stands in the header: not lost, bought, or more."""
    text, start, end = own.span
    begin, stop = sentence(text, start)
    done = deed(text, start, end)
    if done is not None and (told_in(done, headed) or _is_price(own, headed)):
        return True
    before = text[begin:start]
    if _MORE.match(text, end) or _of_a_kind(own, headed):
        return False
    if _BY.search(before) or _ARE.search(text, end, stop):
        return False  # by how much, or what is said of a part: "12 trams were out of service"
    words = [word.group() for word in WORD.finditer(text, begin, stop) if word.group().islower()]
    there = stems(" ".join(words))
    if any(changes(word) and word not in headed for word in there) and not _TO.search(before):
        return False
    won = _WON if headed & _WINS and _units(own) & _WINS else frozenset()
    if any(not told_in(word, headed) for word in there & _DONE_WITH - won):
        return False
    return done is None or changes(done) or done in _LEVELS | won


_TRADED = frozenset({"sell", "pay", "spend"})
_PRICE = stems("price cost sum")
_DEALS = stems("buy buys bought sell sells sold pay pays paid")


def _is_price(own: Amount, headed: frozenset[str]) -> bool:
    """Whether an amount of money is what something was sold or bought for, under a header of prices."""
    done = deed(*own.span)
    if own.quantity.kind is not QuantityKind.MONEY or done is None or not headed & _PRICE:
        return False
    text, start, _ = own.span
    return any(same_sense(done, trade) for trade in _TRADED) and just_before(_FOR, text, start) is not None


_FOR = re.compile(r"\bfor\s(?:[a-z]+\s){0,2}$", re.I)


_BOUGHT = re.compile(r"\b(?P<bought>bought|buys?|acquire[sd]?|purchase[sd]?)\b|\b(?:sold|sells?)\b")
_BUYERS = stems("buyer purchaser acquirer")
_SELLERS = stems("seller vendor")


def _bought_by_another(claim: Facts, row: HeadedRow) -> bool:
    """Whether a claim begins with another as who bought or sold than a row's column of buyers or sellers has."""
    found = _BOUGHT.search(claim.text)
    if found is None or PASSIVE.search(claim.text, 0, found.start()):
        return False
    who = _BUYERS if found["bought"] else _SELLERS
    begins = stems(claim.text[: found.start()])
    cells = [stems(cell.value) for cell in row.names if stems(cell.key) & who]
    return any(cells) and not any(cell & begins for cell in cells)


def _is_counted(own: Amount, words: frozenset[str]) -> bool:
    """Whether a header is what an amount counts, or what was done with that: "deaths" of "40 people died"."""
    text, start, end = own.span
    if _is_price(own, words):
        return True
    if own.quantity.kind is not QuantityKind.COUNT or told_in(deed(text, start, end) or "", words):
        return True
    behind = counted(own)
    head = _units(own) or behind
    return any(told_in(word, words) for word in head) and all(told_in(word, behind | head) for word in words)


def _of_a_kind(own: Amount, headed: frozenset[str]) -> bool:
    """Whether an amount is of a kind that no header names: "60 electric buses" under "Buses"."""
    text, _, end = own.span
    unit = _units(own)
    between: list[str] = []
    for word in WORD.finditer(text, end, end + 40):
        if stems(word.group()) & unit:
            return any(not told_in(one, headed) for one in stems(" ".join(between)))
        between.append(word.group())
    return False


def _units(own: Amount) -> frozenset[str]:
    """The stems of what an amount counts, as a header writes it: "bus" has another stem than "buses"."""
    unit = own.quantity.unit or ""
    return stems(f"{unit}es" if unit.endswith("s") else unit)


def _scaled_otherwise(own: Amount, value: float) -> bool:
    """Whether a cell may be in thousands or millions that stand nowhere, or the claim's amount is."""
    middle = (own.measured.low + own.measured.high) / 2
    if not (middle and value) or middle in (float("inf"), float("-inf")):
        return False
    return any(abs(abs(middle / value) / by - 1) < _NEARLY for by in (1e-6, 1e-3, 1e3, 1e6))


_NEARLY = 0.05


def _of_one_kind(own: Quantity, cell: HeadedCell, title: str) -> bool:
    share = _SHARE.search(cell.written) is not None
    money = _MONEY.search(f"{cell.written} {title}") is not None
    if own.kind is QuantityKind.PERCENT:
        return share
    if own.kind is QuantityKind.MONEY:
        return money and not share
    if own.kind is QuantityKind.MEASURE:
        return own.unit is not None and re.search(rf"(?<!\w){re.escape(own.unit)}(?!\w)", cell.written) is not None
    return not share and _MONEY.search(cell.written) is None


def _value(cell: HeadedCell, title: str) -> float | None:
    found = FIGURE.fullmatch(cell.value)
    if found is None:
        return None
    if _THOUSAND.fullmatch(found["number"].strip(" ,.")):
        return None  # 3.200 is three thousand or three
    digits = re.sub(r"[\s\u00a0\u202f’',](?=\d{3}(?!\d))", "", found["number"].strip(" ,."))
    try:
        number = float(digits.replace(",", "."))
    except ValueError:
        return None
    scale = next((by for words, by in _SCALES if words.search(f"{cell.key} {found['unit']} {title}")), 1.0)
    return number * scale


def is_title_alone(passage: str, title: str) -> bool:
    """Whether a passage is no sentence and says no more than the title above it, and so settles nothing."""
    if set(_NUMBER.findall(passage)) - set(_NUMBER.findall(title)):
        return False  # a row of figures under its title
    said, ends = stems(passage), passage.rstrip().endswith((".", "!", "?", "…"))
    return bool(said) and not ends and said <= stems(title) and len(passage) <= len(title) + 20


def row_holds(claim: Facts, passage: Facts) -> bool | None:
    """Whether a row holds an amount of the claim, of another thing or under a header that the claim does not tell.

    None where it stands under one that it tells, beside names that it tells, where the text is no row, or the claim has
    no amount.
    """
    row = row_of(passage.text)
    told = {one.low for one in claim.quantities if one.low is not None} if row is not None else set()
    if row is None or not told:
        return None
    held = [one for one in passage.quantities if one.low in told]
    words = stems(claim.text)
    names = (stems(cell.value) for cell in row.names)
    of_it = all(any(told_in(word, words) for word in name) for name in names if name)
    for cell in row.figures if of_it else ():
        named = cell.key in claim.text or any(told_in(word, words) for word in stems(cell.key))
        if named and any(cell.start <= one.start < cell.start + len(cell.value) for one in held):
            return None
    return bool(held)
