"""Dates as files and pages state them. The day is taken in the time zone the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

# Month by month: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Polish, Czech,
# Russian, Ukrainian, Turkish, Finnish, Hungarian, Romanian, Greek; as they stand beside a day, long and short.
_MONTH_WORDS = (
    "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia sty ledna led января "
    "янв січня січ ocak oca tammikuuta január ianuarie ian ιανουαρίου ιαν",
    "february feb februar feber février févr fév fevrier febrero febbraio fevereiro fev februari lutego lut února úno "
    "февраля фев лютого лют şubat şub helmikuuta február februarie φεβρουαρίου φεβ",
    "march mar märz mär maerz mrz mars marzo março marco maart mrt marts marca března bře марта мар березня бер mart "
    "maaliskuuta március martie μαρτίου μαρ maret",
    "april apr avril avr abril abr aprile kwietnia kwi dubna dub апреля апр квітня кві nisan nis huhtikuuta április "
    "aprilie απριλίου απρ",
    "may mai mayo maggio mag maio mei maj maja května kvě мая травня тра mayıs toukokuuta május μαΐου μαϊου",
    "june jun juni juin junio giugno giu junho czerwca cze června čvn июня июн червня чер haziran haz kesäkuuta június "
    "iunie iun ιουνίου ιουν",
    "july jul juli juillet juil julio luglio lug julho lipca lip července čvc июля июл липня лип temmuz tem "
    "heinäkuuta "
    "július iulie iul ιουλίου ιουλ",
    "august aug août aout agosto ago augustus augusti sierpnia sie srpna srp августа авг серпня сер ağustos ağu "
    "elokuuta augusztus αυγούστου αυγ agustus",
    "september sep sept septembre septiembre setiembre settembre set setembro września wrz září zář сентября сен сент "
    "вересня вер eylül eyl syyskuuta szeptember septembrie σεπτεμβρίου σεπ",
    "october oct oktober okt octobre octubre ottobre ott outubro out października paź října říj октября окт жовтня жов "
    "ekim eki lokakuuta október octombrie οκτωβρίου οκτ",
    "november nov novembre noviembre novembro listopada lis listopadu ноября ноя листопада kasım kas marraskuuta "
    "noiembrie noi νοεμβρίου νοε",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia gru prosince pro декабря "
    "дек грудня гру aralık ara joulukuuta decembrie δεκεμβρίου δεκ desember",
)
# Arabic, Persian, Hebrew (with and without "in"), Hindi, Slovak, Slovenian, Croatian, Bulgarian, Serbian, Estonian,
# Lithuanian, Latvian, Catalan. Croatian "listopada" is missing: it is October there and November in Polish.
_MORE_MONTHS = (
    "يناير جانفي ژانویه ינואר בינואר जनवरी januára januarja siječnja януари јануар јануара jaanuar sausio janvāris "
    "gener",
    "فبراير فيفري فوریه פברואר בפברואר फरवरी फ़रवरी februára februarja veljače февруари фебруар фебруара veebruar "
    "vasario februāris febrer",
    "مارس מרץ במרץ मार्च ožujka март марта märts kovo marts març",
    "أبريل ابريل إبريل أفريل آوریل אפריל באפריל अप्रैल apríla aprila travnja април априла aprill balandžio aprīlis",
    "مايو ماي مه מאי במאי मई mája maja svibnja май мај маја gegužės maijs maig",
    "يونيو جوان ژوئن יוני ביוני जून júna junija lipnja юни јун јуни јуна juuni birželio jūnijs juny",
    "يوليو جويلية ژوئیه יולי ביולי जुलाई júla julija srpnja юли јул јули јула juuli liepos jūlijs juliol",
    "أغسطس اغسطس أوت اوت אוגוסט באוגוסט अगस्त augusta avgusta kolovoza август августа rugpjūčio augusts agost",
    "سبتمبر سپتامبر ספטמבר בספטמבר सितंबर सितम्बर septembra rujna септември септембар септембра rugsėjo "
    "septembris setembre",
    "أكتوبر اكتوبر اکتبر אוקטובר באוקטובר अक्टूबर अक्तूबर októbra oktobra октомври октобар октобра oktoober "
    "spalio oktobris octubre",
    "نوفمبر نوامبر נובמבר בנובמבר नवंबर नवम्बर novembra studenoga studenog ноември новембар новембра lapkričio novembris",
    "ديسمبر دسامبر דצמבר בדצמבר दिसंबर दिसम्बर decembra prosinca декември децембар децембра detsember gruodžio "
    "decembris "
    "desembre",
)
# Of the Levant and Iraq, names of two words written together as `_LEVANT` does; Indonesian.
_FURTHER_MONTHS = (
    "كانونـالثاني januari",
    "شباط februari",
    "آذار اذار",
    "نيسان",
    "أيار ايار",
    "حزيران",
    "تموز",
    "آب agt",
    "أيلول ايلول",
    "تشرينـالأول تشرينـالاول",
    "تشرينـالثاني nopember",
    "كانونـالأول كانونـالاول",
)
_LEVANT = re.compile(r"(?<=كانون|تشرين)\s(?=الثاني|الأول|الاول)")
_MONTHS = {
    name: number
    for words in (_FURTHER_MONTHS, _MORE_MONTHS, _MONTH_WORDS)
    for number, names in enumerate(words, start=1)
    for name in names.split()
}
_ISO = re.compile(r"(?<![\d.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|t\d|[\s,;:)\]|])")
_ISO_APART = re.compile(r"(?<![\d.,/-])(\d{4})\.\s(\d{1,2})\.\s(\d{1,2})(?:\.|(?!\d))")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{6}.*|\d{6})?", re.DOTALL)
_EAST = re.compile(r"(?<!\d)(\d{4})\s{0,3}[年년]\s{0,3}(\d{1,2})\s{0,3}[月월]\s{0,3}(\d{1,2})\s{0,3}[日일]?")
_WORD = r"((?:[^\W\d_]|[\u0901-\u0903\u093c-\u094d]){2,14})"  # the signs of Devanagari are no letters to a computer
_OF = r"(?:(?:of|de|del|do|di|d['’])\s{1,3})?"
_DAY_FIRST = re.compile(
    rf"(?<![\d.,/-])(\d{{1,2}})(?:st|nd|rd|th|er|[.ºª°]|\.?-го)?(?:\s{{0,3}}[-/.]\s{{0,3}}|\s{{1,3}}){_OF}{_WORD}\.?,?"
    r"(?:\s?/\s?[\u0621-\u064a]{2,14})?"  # an Arabic month by both of its names
    rf"(?:\s{{0,3}}[-/.]\s{{0,3}}|\s{{1,3}}){_OF}(\d{{4}})(?!\d)"
)
_DAY_FIRST_SHORT = re.compile(
    rf"(?<![\d.,/-])(\d{{1,2}})(?:-{_WORD}-|\s{_WORD}\s)['’]?(\d{{2}})(?=$|\s+\d{{1,2}}:|[\s,]*$)"
)
_MONTH_FIRST = re.compile(
    rf"(?<![^\W\d_]){_WORD}\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,3}}|\s{{1,3}})(?:of\s)?(\d{{4}})(?!\d)"
)
_CLOCK_BETWEEN = re.compile(
    rf"(?<![^\W\d_]){_WORD}\s{{1,3}}(\d{{1,2}})\s{{1,3}}\d{{1,2}}:\d\d(?::\d\d)?\s(?:\S{{1,6}}\s){{0,2}}(\d{{4}})(?!\d)"
)
_YEAR_FIRST = re.compile(rf"(?<!\d)(\d{{4}})(?:\.\s{{0,3}}|\s{{1,3}}|-){_WORD}(?:\s{{1,3}}|-)(\d{{1,2}})(?!\d)")
_VIETNAMESE = re.compile(
    r"(?<!\d)(\d{1,2})\s{1,3}tháng\s{1,3}(\d{1,2})(?:,\s{0,3}|\s{1,3})(?:năm\s{1,3})?(\d{4})(?!\d)"
)
_THAI_MONTHS = (
    "มกราคม ม.ค.",
    "กุมภาพันธ์ ก.พ.",
    "มีนาคม มี.ค.",
    "เมษายน เม.ย.",
    "พฤษภาคม พ.ค.",
    "มิถุนายน มิ.ย.",
    "กรกฎาคม ก.ค.",
    "สิงหาคม ส.ค.",
    "กันยายน ก.ย.",
    "ตุลาคม ต.ค.",
    "พฤศจิกายน พ.ย.",
    "ธันวาคม ธ.ค.",
)
_THAI = {name: number for number, names in enumerate(_THAI_MONTHS, start=1) for name in names.split()}
_THAI_DAY = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s{{0,3}}({'|'.join(map(re.escape, _THAI))})\s{{0,3}}(?:พ\.ศ\.\s{{0,3}})?(\d{{4}})(?!\d)"
)
_BUDDHIST, _BUDDHIST_FROM = 543, 2400
"""Years by which the Thai count is ahead, and from which a year can only be one of it."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911, "中華民國": 1911}
_ERA_DAY = re.compile(
    rf"({'|'.join(_ERAS)})\s{{0,3}}(\d{{1,3}}|元)\s{{0,3}}年\s{{0,3}}(\d{{1,2}})\s{{0,3}}月\s{{0,3}}(\d{{1,2}})\s{{0,3}}日"
)
_FIGURES = re.compile(r"(?<![\w.,/-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d|[./-]\d)")
_FIGURES_SHORT = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{2})")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?")
_STATED = 100
"""Characters of a value that is a date; longer ones are text."""
_THIS_CENTURY = 2000
_FIRST_YEAR, _LAST_YEAR = 1450, 2199
"""Years in which something may be published: none before printing, and no stand-in for "never" (9999)."""

# Monday to Sunday as they begin: English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian.
_WEEKDAYS = tuple(
    frozenset(names.split())
    for names in (
        "mon monday mo montag lun lundi lunes lunedì seg segunda ma maandag man mandag måndag",
        "tue tues tuesday di dienstag mar mardi martes martedì ter terça dinsdag tir tirsdag tisdag",
        "wed wednesday mi mittwoch mer mercredi mié miércoles mercoledì qua quarta wo woensdag ons onsdag",
        "thu thur thurs thursday do donnerstag jeu jeudi jue jueves gio giovedì qui quinta donderdag tor torsdag",
        "fri friday fr freitag ven vendredi vie viernes venerdì sex sexta vrijdag fre fredag",
        "sat saturday sa samstag sonnabend sam samedi sáb sábado sab sabato zaterdag lør lørdag lör lördag",
        "sun sunday so sonntag dim dimanche dom domingo domenica zondag søn søndag sön söndag",
    )
)
_WEEKDAY_BEFORE = re.compile(r"([^\W\d_]{2,12})(?:-feira)?\.?,?\s{1,3}$")


def ends_with_weekday(text: str) -> int:
    """Where the weekday begins that a text ends with, before a date say; the length of the text without one."""
    match = _WEEKDAY_BEFORE.search(text.lower() + " ")
    known = match and any(match[1] in names for names in _WEEKDAYS)
    return match.start() if match and known else len(text)


def is_weekday_of(name: str, day: date) -> bool:
    """Whether a word is the name of a day's weekday."""
    return name.lower() in _WEEKDAYS[day.weekday()]


_WITHOUT_YEAR = re.compile(
    rf"(?<![\w.,/-])(?:(\d{{1,2}})(?:st|nd|rd|th|er|[.ºª°])?\s{{1,3}}{_OF}{_WORD}|"
    rf"{_WORD}\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?![\w/])(?!,?\s{1,3}(?:de\s|del\s)?\d{4})"
)


def days_of_month_in(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Every day with its month but no year in a text: its place, the month, the day."""
    for match in _WITHOUT_YEAR.finditer(text.lower() if len(text.lower()) == len(text) else text):
        if month := _MONTHS.get(match[2] or match[3]):
            yield (*match.span(), month, int(match[1] or match[4]))


DAY_MONTH = "day before month"
MONTH_DAY = "month before day"
_MONTH_FIRST_PLACES = frozenset(("us", "ph", "fm", "mh", "pw", "pr"))


def order_of(language: str | None) -> str | None:
    """In which order a language writes day and month in figures: "en-US" and "en-GB" differ, "en" says nothing."""
    if not language:
        return None
    parts = re.split(r"[-_]", language.strip().lower())
    place = next((part for part in parts[1:] if len(part) == 2), None)
    if parts[0] == "en":
        return None if place in (None, "ca") else MONTH_DAY if place in _MONTH_FIRST_PLACES else DAY_MONTH
    return DAY_MONTH if re.fullmatch(r"[a-z]{2,3}", parts[0]) else None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return _plausible(found)


def _plausible(day: date) -> date | None:
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def turned_about(day: date) -> date | None:
    """The day that its figures are with day and month changed about, where there is one."""
    return _day(day.year, day.day, day.month) if day.day != day.month else None


def _century(year: str) -> int:
    """The year that two figures stand for: none that lies more than a year ahead."""
    number = 2000 + int(year)
    return number if number <= datetime.now(UTC).year + 1 else number - 100


def _by_figures(first: str, sign: str, second: str, year: str | int, order: str | None) -> date | None:
    """Day and month in figures: certain where only one order is a date, or points are used; else by `order`."""
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if sign == ".":
        return day_first
    return {DAY_MONTH: day_first, MONTH_DAY: month_first}.get(order or "")


def orders_of_figures(text: str) -> Iterator[str]:
    """For each date in figures that is one in one order alone ("25/03/2021"), which order that is."""
    for match in _FIGURES.finditer(text):
        first, sign, second, year = match.groups()
        day_first, month_first = _day(year, second, first), _day(year, first, second)
        if sign != "." and (day_first is None) != (month_first is None):
            yield DAY_MONTH if day_first else MONTH_DAY


def doubtful_days(text: str) -> Iterator[date]:
    """The days that dates in figures are in the one order and in the other ("05/06/2023")."""
    for match in _FIGURES.finditer(text):
        first, sign, second, year = match.groups()
        days = (_day(year, second, first), _day(year, first, second))
        if sign != "." and None not in days and days[0] != days[1]:
            yield from filter(None, days)


def _order_by_weekday(before: str, first: str, second: str, year: str) -> str | None:
    """The order in which figures are the weekday that stands before them ("Mon, 05/06/2024" is in May)."""
    match = _WEEKDAY_BEFORE.search(before)
    stated = {number for number, names in enumerate(_WEEKDAYS) if match and match[1] in names}
    fits = [
        order
        for order, day in ((DAY_MONTH, _day(year, second, first)), (MONTH_DAY, _day(year, first, second)))
        if day is not None and day.weekday() in stated
    ]
    return fits[0] if len(fits) == 1 else None


def _counted_otherwise(text: str) -> Iterator[tuple[int, int, date | None]]:
    """Days in years of another count: of an emperor's reign, of the republic on Taiwan, of Thailand."""
    for match in _ERA_DAY.finditer(text):
        year = 1 if match[2] == "元" else int(match[2])
        yield (*match.span(), _day(_ERAS[match[1]] + year, match[3], match[4]))
    for match in _THAI_DAY.finditer(text):
        year = int(match[3])
        yield (*match.span(), _day(year - _BUDDHIST if year > _BUDDHIST_FROM else year, _THAI[match[2]], match[1]))


def dates_in(text: str, order: str | None = None) -> Iterator[tuple[int, int, date]]:
    """Every whole date (day, month, year) in a text with its place, in the order of the text.

    Args:
        text: Lower or upper case, of any length.
        order: `DAY_MONTH` or `MONTH_DAY` where the text's language is known; figures that may be read in both ways
            are no date without it.
    """
    lowered = _LEVANT.sub("ـ", text.lower() if len(text.lower()) == len(text) else text)
    found = [(*match.span(), _day(match[1], match[3], match[4])) for match in _ISO.finditer(lowered)]
    for pattern in (_EAST, _ISO_APART):
        found += [(*match.span(), _day(match[1], match[2], match[3])) for match in pattern.finditer(lowered)]
    found += [
        (*match.span(), _day(match[3], _MONTHS.get(match[2], 0), match[1])) for match in _DAY_FIRST.finditer(lowered)
    ]
    for pattern in (_MONTH_FIRST, _CLOCK_BETWEEN):
        found += [
            (*match.span(), _day(match[3], _MONTHS.get(match[1], 0), match[2])) for match in pattern.finditer(lowered)
        ]
    found += [(*match.span(), _day(match[3], match[2], match[1])) for match in _VIETNAMESE.finditer(lowered)]
    found += [
        (*match.span(), _day(match[1], _MONTHS.get(match[2], 0), match[3])) for match in _YEAR_FIRST.finditer(lowered)
    ]
    found += [
        (*match.span(), _by_figures(match[1], match[2], match[3], match[4], by_weekday or order))
        for match in _FIGURES.finditer(lowered)
        for by_weekday in (_order_by_weekday(lowered[: match.start()][-20:], match[1], match[3], match[4]),)
    ]
    found += _counted_otherwise(lowered)
    for start, end, day in sorted(found, key=lambda entry: entry[:2]):
        if day is not None:
            yield start, end, day


def parse_date(text: object, order: str | None = None) -> date | None:
    """Read a date as data states it: ISO 8601, RFC 2822, in words of many languages, in figures, seconds since 1970.

    Figures that may be day and month or month and day ("01/02/2022") are read only where `order` says how.

    Returns:
        The day in the stated time zone, or None where the text is no date.
    """
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return None
    words = str(text).strip().lower()
    if len(words) > _STATED:
        return None
    if match := _COMPACT.fullmatch(words):
        return _day(*match.groups())
    if _EPOCH.fullmatch(words):
        seconds = int(words) / (1000 if len(words) > 10 else 1)
        return _plausible(datetime.fromtimestamp(seconds, UTC).date())
    for _, _, day in dates_in(words, order):
        return day
    if match := _DAY_FIRST_SHORT.search(words):
        return _day(_century(match[4]), _MONTHS.get(match[2] or match[3], 0), match[1])
    if match := _FIGURES_SHORT.fullmatch(words):
        first = _century(match[1])
        if order is None and first >= _THIS_CENTURY and _day(first, match[3], match[4]) is not None:
            return None  # "22-03-05": its year may stand first
        return _by_figures(match[1], match[2], match[3], _century(match[4]), order)
    try:
        return _plausible(parsedate_to_datetime(words).date())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


_SHORT_YEAR = re.compile(r"(?<![\w.,/-])\d{1,2}([./])\d{1,2}\1\d{2}(?![\w/]|[.,]\d)")


def short_dates_in(text: str, order: str | None = None) -> Iterator[date]:
    """Dates with a year of two figures ("12.03.11", "6 May 24") in a line that is known to hold dates."""
    for found in (*_SHORT_YEAR.finditer(text), *_DAY_FIRST_SHORT.finditer(text.lower())):
        if day := parse_date(found.group(), order):
            yield day


def date_in_name(name: str) -> date | None:
    """A date like 2022-01-29 or 20220129 in a file name or address, None without one."""
    match = _IN_NAME.search(name)
    return _day(*match.groups()) if match else None


_PATH = re.compile(r"/((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2]|[a-z]{3,9})[/_-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)", re.I)


def address_date(address: str | None) -> date | None:
    """The day in the path of an address ("/2022/01/29/ferry", "/2022/jan/29/ferry"), None without one."""
    if not address:
        return None
    path = re.sub(r"^https?://[^/]+", "", address)
    if match := _PATH.search(path):
        month = match[2].lower()
        return _day(match[1], month if month.isdigit() else _MONTHS.get(month, 0), match[3])
    return date_in_name(path)
