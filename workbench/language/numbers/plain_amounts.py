"""The plain numbers, money, percentages and measures of a text: one by one, as ranges, or as two that are joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.numbers.amount_bounds import bounded, is_age, is_placed, is_reached, sign_before, turned
from workbench.language.numbers.counted_groups import is_household, is_network
from workbench.language.numbers.halves_elsewhere import (
    CHANGES_ELSEWHERE,
    FROM_ELSEWHERE,
    half_behind,
    scaled_by_next,
)
from workbench.language.numbers.home_currency import SHARED_SIGNS, are_trophies
from workbench.language.numbers.metres import are_metres
from workbench.language.numbers.name_numbers import is_counted, is_name_number
from workbench.language.numbers.number_labels import is_label, is_score
from workbench.language.numbers.numbers import SCALES
from workbench.language.numbers.opening_hours import BETWEEN, between_hours
from workbench.language.numbers.quantity_patterns import (
    AND_WORDS,
    base_language,
    is_half_past,
    patterns_of,
    value_of,
)
from workbench.language.numbers.reference_numbers import only_tells_apart
from workbench.language.numbers.units import BOUNDS, CURRENCY_NAMES, CURRENCY_SIGNS, MEASURES
from workbench.language.numbers.year_like import is_count_elsewhere
from workbench.language.text.calendar_names import MONTH

UnitAfter = Callable[[str, int, str], str | None]
Home = Callable[[], Mapping[str, str | None]]

_NOT_COUNT = frozenset(
    (
        *("one", "uno", "una", "un", "une", "ein", "eine", "einen", "einem", "einer", "eins"),
        *("um", "uma", "ett", "k", "m", "b"),
    )
)
_CHANGES = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|dropp?(?:ed|s|ing)?|increas\w+|"
    r"decreas\w+|"
    r"declin\w+|cut|cuts|raised?|lowered|reduced|went|gone|up|down|climbed|jumped|slipped|slid|shrank|shrunk|dipped|"
    r"doubled|tripled|surged|plunged|soared|moved|changed|expanded|improved|widened|narrowed|boosted|lifted|"
    r"swelled)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_TO_ELSEWHERE = frozenset({"a", "à", "auf", "до", "do", "till", "tot"})
_AS_FAR_AS = frozenset({"hasta", "até", "fino a", "jusqu'à", "bis zu", "tot"})
"""Words that limit an amount, or tell what something came to behind a verb of change."""
_FELL_BY = re.compile(_CHANGES.pattern.removesuffix("[^.;]{0,60}$") + r"[^.;]{0,60}\bby\s+$", re.IGNORECASE)
_IN_YEAR = re.compile(r"\b(?:in|since|of)\s+$", re.IGNORECASE)
_IN_OLD_YEAR = re.compile(r"\b(?:in|since|until)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BY = re.compile(r"\b(?:by|vote(?:d|s)?(?:\s+of)?|,)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE)
_AT_CLOCK = re.compile(
    r"\b(?:at|by|until|around|before|after|since|um|à|alle|a\s+las|às|от|о)\s+(?:about\s+|around\s+)?$", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_DEFINITE = re.compile(r"\b(?:the|other|these|those|its|their|our|all|both)\s+$", re.IGNORECASE)
_LONG_WAY = re.compile(r"\d{1,2},\d{3}\s?m")
_SIZES = frozenset({"yd", "ft", "t", "ton"})
"""Measures whose names are also things one can count."""
_DAY = 24
_HUNDREDTHS: dict[str, str | None] = {
    **dict.fromkeys(("cent", "ct", "centimes", "céntimos", "centesimi", "cêntimos"), "EUR"),
    "groszy": "PLN", "grosze": "PLN", "grosz": "PLN", "öre": "SEK", "eurocent": "EUR", "копейки": "RUB",
    "копійки": "UAH", "cents": "USD", "centavos": None, "копеек": "RUB", "копійок": "UAH",
}  # fmt: skip
"""Hundredths of a currency; pence otherwise."""
_LETTERS = {"n": "NGN", "r": "ZAR"}
"""Naira and rand, where a large sum follows the letter."""
_PAST_HOUR = re.compile(r"\b(?:past|quarter\s+to|minutes\s+to)\s$", re.IGNORECASE)
_NUMBERED = re.compile(r"\.(?:[,)]|\s+(?:Minute|Spielminute|Runde|Jahrhundert|Mal|Stock|Spieltag|Woche|Etage)\b)")
_OF_SO_MANY = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|our|these|those)\s+)?(?:last\s+)?"
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b",
    re.IGNORECASE,
)
"""What "one" is counted among: "one of the two lines"."""
_TEAM = re.compile(r"\b(?:[Dd](?:ie|er)|[Ss]eine[rn]?|[Ii]hre[rn]?|[Uu]nsere[rn]?)\s+$")
"""What stands before a football team: "die Elf von Trainer …"."""
_LIKE = re.compile(r"-(?!based\b|sized\b|speed\b|seed|fed\b|bed)[a-z]{2,12}ed\b")
"""How something is made: "four-legged", "two-faced"."""
_JUST_BEFORE = re.compile(r"\b(?:shortly|just|soon)\s+(?:before|after)\s+$", re.IGNORECASE)
_BEHIND_HOUR = re.compile(r"\d\s?h\s$")
_NAME_BEHIND = re.compile(r"\s[A-ZÀ-Þ][a-zß-ÿ]+")
_OF_CLOCK = re.compile(r"\s?(?:uhr\b|uur\b|o['’]clock\b)|['’]clock\b", re.IGNORECASE)
_OF_THE_DAY = re.compile(r"\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night)\b", re.IGNORECASE)
_HOURS = re.compile(r"\s?(?:heures?|horas?|ore|h)\b(?:\s?\d\d\b)?", re.IGNORECASE)
_AT_HOUR = re.compile(r"(?:\b(?:entre|vers|avant|après|dès|depuis|las?|alle|às|dalle|delle)|\bà)\s+$", re.IGNORECASE)
_DAY_BESIDE = re.compile(rf"\d{{1,2}}(?: ?, ?\d{{1,2}}){{0,4}},? (?:and|or|&) \d{{1,2}} {MONTH}\b")


def amounts(text: str, start: int, language: str, unit_after: UnitAfter, home: Home) -> list[Quantity]:
    """The plain amounts of `text` from `start` on, in order.

    Args:
        text: The text, as `legible` gives it.
        start: Where to begin; the text before it is looked back at.
        language: ISO 639-1 code.
        unit_after: Gives the noun that the number ending at an offset counts.
        home: Gives what shared currency signs mean in this text.
    """
    patterns = patterns_of(language)
    found: list[Quantity] = []
    for match in patterns["amount"].finditer(text, start):
        found.extend(_amount(text, start, match, language, unit_after, home))
    return found


def _amount(
    text: str, start: int, match: re.Match[str], language: str, unit_after: UnitAfter, home: Home
) -> list[Quantity]:
    a, b = match.span()
    low_text, high_text = match["low"], match["high"]
    low = value_of(low_text, language)
    if low is None:
        return []
    if (
        high_text
        and _YEAR.fullmatch(low_text)
        and not _YEAR.fullmatch(high_text)
        and _IN_YEAR.search(text, max(0, a - 8), a)
    ):
        # "from 1.1 million in 2022 to 1.4 million": the year is no end of a range
        begin = match.start("sign2") if match["sign2"] else match.start("high")
        again = patterns_of(language)["amount"].match(text, begin)
        return _amount(text, start, again, language, unit_after, home) if again is not None else []
    if language != "en" and SCALES.get(language, {}).get(low_text.strip().lower(), 0.0) >= _LARGE:
        return []  # a million of something that was not read: "einer guten Million"
    high = value_of(high_text, language) if high_text else low
    if high is None:
        high, high_text = low, None
        b = match.end("low")
    scaled = _scaled(low, low_text, high_text, language)
    low = scaled if language == "en" or scaled <= _FAR * high else low  # "tra 900 e 5 milioni"
    kind, unit, currency = _kind(text, match, home)
    if unit == "g" and not high_text and is_network(text, a, b):
        return []
    if kind is QuantityKind.COUNT and not high_text and _LONG_WAY.fullmatch(low_text.strip()):
        # thousands of millions are not written so: "the 3,000m steeplechase"
        low = high = low / 1e6
        kind, unit = QuantityKind.MEASURE, "m"
    counted = kind is QuantityKind.COUNT and low < 1e9
    if counted and are_metres(text, a, b, high_text or low_text, unit_after(text, b, language)):
        low, high = low / 1e6, high / 1e6  # "5.84m at Varen" of a river
        kind, unit = QuantityKind.MEASURE, "m"
    if match["pence"]:
        low, high = low / 100, high / 100
    bare = low_text.strip().lower()
    if unit in _SIZES and bare.isalpha() and _DEFINITE.search(text, max(0, a - 16), a):
        kind, unit = QuantityKind.COUNT, None
    if kind is QuantityKind.COUNT:
        unit = unit_after(text, b, language)
        if language == "en" and is_household(text, a, b):
            unit = "person"
        if _counts_nothing(text, match, b, low, high, unit, language):
            return []
        if unit is None and low < _DAY and is_half_past(low_text, language):
            return []  # "a las tres y media"
    if language != "en":
        if (halved := half_behind(text, a, b, low_text, unit, language)) is None:
            return []
        low, high, b = (low, high, b) if high_text else (low + halved[0], high + halved[0], halved[1])
        if kind is QuantityKind.COUNT and unit is None and not high_text:
            low = high = low * scaled_by_next(text, a, b, low_text, language)
    plain_high = high_text and match["sign"] and not match["sign2"] and not match["pence"]
    behind = re.sub(r"\s+", " ", (match["money"] or "").lower())
    other = CURRENCY_NAMES.get(behind, currency) != currency if behind else unit_after(text, b, language)
    if kind is QuantityKind.MONEY and plain_high and match["link"].strip().isalpha() and other:
        # "paid £2.1 million to 19 men": the men are no pounds; "$1.25 and 1.20 euros"
        begin = match.start("high")
        again = patterns_of(language)["amount"].match(text, begin)
        rest = _amount(text, start, again, language, unit_after, home) if again is not None else []
        high, high_text, b = low, None, match.end("low")
        low_bound = _bound(text, start, match, low, kind, unit, language)
        limit, a = low_bound if low_bound is not None and low_bound[0] is not Bound.EXACT else (Bound.EXACT, a)
        return [Quantity(a, b, text[a:b], kind, *bounded(low, low, limit), limit, unit, currency), *rest]
    if (match["money"] or "").lower() == "crowns" and currency is None and are_trophies(text, a, low):
        kind, unit = QuantityKind.COUNT, "crown"
    if high_text is not None and match["mid"] and not match["percent"] and not match["points"]:
        return _share_and_sum(text, start, match, language, unit_after, home)
    joined = high_text is not None and _two(text, match, low, high, kind)
    if high_text is not None and high < low and not joined:
        if match["link"].strip() in {"-", "–", "—"}:
            high_text, b = None, match.end("mid") if match["mid"] else match.end("low")
            high = low
        else:
            joined = True
    bound = _bound(text, start, match, low, kind, unit, language)
    if bound is not None and bound[0] is not Bound.EXACT:
        a = bound[1]
    limit = bound[0] if bound is not None else Bound.EXACT
    if joined:
        ends = (
            match.end("mid") if match["mid"] else match.end("low"),
            match.start("sign2") if match["sign2"] else match.start("high"),
        )
        first_limits, second_limits = bounded(low, low, limit), (high, high)
        return [
            Quantity(a, ends[0], text[a : ends[0]], kind, *first_limits, limit, unit, currency),
            Quantity(ends[1], b, text[ends[1] : b], kind, *second_limits, Bound.EXACT, unit, currency),
        ]
    limits = (low, high) if high_text else bounded(low, high, limit)
    return [Quantity(a, b, text[a:b], kind, limits[0], limits[1], limit, unit, currency)]


def _share_and_sum(
    text: str, start: int, match: re.Match[str], language: str, unit_after: UnitAfter, home: Home
) -> list[Quantity]:
    """ "3 percent to $31.2 billion": a share, and the amount it led to."""
    share, total = value_of(match["low"], language), value_of(match["high"], language)
    if share is None or total is None:
        return []
    bound = _bound(text, start, match, share, QuantityKind.PERCENT, None, language)
    limit, a = bound if bound is not None and bound[0] is not Bound.EXACT else (Bound.EXACT, match.start())
    first = Quantity(
        a, match.end("mid"), text[a : match.end("mid")], QuantityKind.PERCENT, *bounded(share, share, limit), limit
    )
    begin = match.start("sign2") if match["sign2"] else match.start("high")
    if match["pence"]:
        total, pence = total / 100, text[begin : match.end()]
        return [first, Quantity(begin, match.end(), pence, QuantityKind.MONEY, total, total, Bound.EXACT, None, "GBP")]
    sign = (match["sign2"] or "").strip().lower()
    if not sign and not match["money"] and not match["measure"]:
        unit = unit_after(text, match.end(), language)
        by = _BY.search(text, max(0, match.start() - 12), match.start()) is not None
        # "from 14 percent to 6", not "rose by 2 per cent to 27,450"
        kind = QuantityKind.COUNT if unit or by or total > _ALL else QuantityKind.PERCENT
        return [
            first,
            Quantity(begin, match.end(), text[begin : match.end()], kind, total, total, Bound.EXACT, unit),
        ]
    kind, unit, currency = _kind_of(match, sign, home)
    return [
        first,
        Quantity(begin, match.end(), text[begin : match.end()], kind, total, total, Bound.EXACT, unit, currency),
    ]


_ALL, _THOUSAND, _FAR = 100, 1e3, 20
_LARGE = 1e6


def _scaled(low: float, low_text: str, high_text: str | None, language: str) -> float:
    """The lower end of a range whose scale word stands behind the upper one: "4 to 6 million"."""
    patterns = patterns_of(language)
    if not high_text or low >= 1000 or patterns["scale"].search(low_text):
        return low
    scale = patterns["scale"].search(high_text)
    if scale is None:
        return low
    code = base_language(language)
    if SCALES.get(language, {}).get(scale.group().lower().rstrip("."), _THOUSAND) < _THOUSAND:
        return low  # "da 80 a una dozzina"
    return low * SCALES.get(language, SCALES["en"] if code == "en" else {}).get(scale.group().lower().rstrip("."), 1.0)


def _kind(text: str, match: re.Match[str], home: Home) -> tuple[QuantityKind, str | None, str | None]:
    """What an amount is of: its kind, its unit of measure, its currency."""
    sign = (match["sign"] or match["sign2"] or match["behind"] or "").strip().lower()
    if match["points"]:
        return QuantityKind.PERCENTAGE_POINTS, None, None
    if match["percent"] or match["mid"] or match["before"]:
        return QuantityKind.PERCENT, None, None
    return _kind_of(match, sign, home)


def _kind_of(match: re.Match[str], sign: str, home: Home) -> tuple[QuantityKind, str | None, str | None]:
    """The kind, measure and currency of an amount that is no share, by its sign and the words behind it."""
    if match["pence"]:
        written = match["pence"].strip().lower()
        usual = _HUNDREDTHS.get(written, "GBP")
        return QuantityKind.MONEY, None, home().get(written, usual) if written in SHARED_SIGNS else usual
    if sign or match["money"]:
        name = re.sub(r"\s+", " ", (match["money"] or "").lower())
        currency = CURRENCY_SIGNS.get(sign) or _LETTERS.get(sign) or CURRENCY_NAMES.get(name) or None
        shared = sign.rstrip(".") if sign.rstrip(".") in SHARED_SIGNS else name if name in SHARED_SIGNS else None
        if shared is not None and shared in (told := home()):
            currency = told[shared]
        return QuantityKind.MONEY, None, currency
    if match["measure"]:
        return QuantityKind.MEASURE, MEASURES[re.sub(r"\s+", " ", match["measure"].lower())], None
    return QuantityKind.COUNT, None, None


def _counts_nothing(
    text: str, match: re.Match[str], end: int, low: float, high: float, unit: str | None, language: str
) -> bool:
    """Whether a bare number is a year, a clock time, a label, part of a name or the score of a match."""
    bare, has_high = match["low"].strip().lower(), bool(match["high"])
    if unit in {"past", "o'clock"} or (
        low <= _DAY and _PAST_HOUR.search(text, max(0, match.start() - 16), match.start())
    ):
        return True  # "ten past eight"
    if text[match.start() - 1 : match.start()] == ":" and text[match.start() - 2 : match.start() - 1].isdigit():
        return True  # the second half of "3:1"
    if bare.isdigit() and _NUMBERED.match(text, end) is not None:
        return True  # "(12., 67.)", "in der 90. Minute"
    if _LIKE.match(text, end) is not None:
        return True  # "four-legged"
    unsigned = bare.lstrip("+-−–")
    if (unsigned[:1] == "0" and unsigned[1:2].isdigit()) or only_tells_apart(text, match.start(), end):
        return True
    if match["low"] == "Elf" and _TEAM.search(text, max(0, match.start() - 10), match.start()):
        return True
    if bare in _NOT_COUNT and not has_high and not (bare == "one" and _OF_SO_MANY.match(text, end)):
        return True
    year = bare.isdigit() and len(bare) == 4 and 1400 <= low <= 2200
    old = bare.isdigit() and len(bare) == 4 and 1000 <= low < 1400 and unit is None and not has_high
    if old and _IN_OLD_YEAR.search(text, max(0, match.start() - 8), match.start()):
        return True  # "built in 1180"
    many = (unit or "").endswith("ów")  # "1412 wypadków"
    counted = is_counted(text, match.start("low"), end) or (
        language != "en" and is_count_elsewhere(text, match.start("low"), match.end("low"))
    )
    if year and not has_high and not many and not counted:
        return True
    if year and has_high and 1400 <= high <= 2200:
        return True
    named = is_name_number(text, match.start("low"), match.end("low"), bare)
    if named and not (language == "de" and unit is not None):  # every German noun has a capital: "im Jahr 86 Paare"
        return True
    if text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit():
        return True
    if _OF_CLOCK.match(text, end) or _DAY_BESIDE.match(text, match.start()):
        return True  # "18.30 Uhr", "eight o'clock"; "on 12 and 19 March"
    if unit is None and bare.isalpha() and _JUST_BEFORE.search(text, max(0, match.start() - 24), match.start()):
        return True  # "shortly before nine"
    if _BEHIND_HOUR.search(text, max(0, match.start() - 5), match.start()):
        return True  # "4 h 10"
    opens = text[: match.start()].rstrip(' “"«')[-1:] in {"", ".", "!", "?", "\n", ":"}
    if bare.isalpha() and match["low"].strip().istitle() and not opens and _NAME_BEHIND.match(text, end):
        return True  # "the bridge of Tres Ríos"
    if unit is None and _OF_THE_DAY.match(text, end):
        return True  # "at five in the afternoon"
    if _HOURS.match(text, end) and _AT_HOUR.search(text, max(0, match.start() - 16), match.start()):
        return True
    if has_high and unit is None and 0 <= low < high <= _DAY and between_hours(text, match.start(), end):
        return True  # "cancelled between 7 and 9"
    before = max(0, match.start() - 24)
    if unit is None and _CLOCK.fullmatch(bare) and _AT_CLOCK.search(text, before, match.start()):
        return True
    if is_label(text, match.start("low"), match.end("low"), counted=unit is not None):
        return True
    return has_high and is_score(text, match.end("low"), match.start("high"), unit, low, high)


def _two(text: str, match: re.Match[str], low: float, high: float, kind: QuantityKind) -> bool:
    """Whether what looks like a range is two amounts: "44 and 39 per cent", "fell from 31 to 22", "by 41 to 90"."""
    link = match["link"].strip().lower()
    at = match.start()
    if link in {"-", "–", "—"}:
        return False
    if link in AND_WORDS:
        return BETWEEN.search(text, max(0, at - 12), at) is None
    if high < low:
        return True
    if kind is QuantityKind.COUNT and _BY.search(text, max(0, at - 12), at):
        return True
    if kind is QuantityKind.MONEY and high > 2 * low and _FELL_BY.search(text, max(0, at - 90), at):
        return True  # "fell by £40m to £310m"
    before = max(0, at - 90)
    if link in _TO_ELSEWHERE and FROM_ELSEWHERE.search(text, max(0, at - 8), at):
        return CHANGES_ELSEWHERE.search(text, before, at) is not None  # "pasó de 965 a 1.000 euros"
    return bool(_FROM.search(text, max(0, at - 20), at) and _CHANGES.search(text, before, at))


def _bound(
    text: str, start: int, match: re.Match[str], low: float, kind: QuantityKind, unit: str | None, language: str
) -> tuple[Bound, int] | None:
    """How the words beside a number limit it, and where they begin; None without one."""
    at = match.start()
    found: tuple[Bound, int] | None = None
    before = patterns_of(language)["bound"].search(text, max(start, at - 18), at)
    if before:
        word = re.sub(r"\s+", " ", before.group().lower().strip())
        if is_age(word, text[max(0, before.start() - 16) : before.start()], unit):
            found = BOUNDS[word], before.start()
        elif is_reached(word, text, before.start(), base_language(language)):
            found = None
        elif word in _AS_FAR_AS and CHANGES_ELSEWHERE.search(text, max(0, before.start() - 90), before.start()):
            found = None  # "cayó un 40 %, hasta 18.000": what it came to
        elif not (kind is QuantityKind.COUNT and is_placed(word, match["low"], low, unit)):
            found = turned(BOUNDS.get(word, Bound.APPROXIMATE), text, before.start()), before.start()
    if (by_sign := sign_before(text, at)) is not None:
        return by_sign
    if match["after"]:
        if match["after"].endswith("so"):
            return Bound.APPROXIMATE, at
        more = match["after"] == "+" or match["after"].endswith("more")
        return (Bound.AT_LEAST if more else Bound.AT_MOST), at
    return found
