"""The names of months and weekdays: the one list of them."""

from __future__ import annotations

MONTHS: dict[str, int] = {}
for _names in (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
):
    MONTHS.update({name: i for i, name in enumerate(_names.split(), start=1)})
MONTHS.update({"sept": 9, "jänner": 1})
ABBREVIATED = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
"""Names of months that a full stop may belong to."""

WEEKDAYS: dict[str, int] = {}
for _names in (
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
):
    WEEKDAYS.update({name: i for i, name in enumerate(_names.split())})

MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

MONTH = rf"(?:{'|'.join(MONTH_NAMES[1:])})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""Patterns of the English names, as they are written."""

MONTHS_ELSEWHERE = {
    "de": "januar|jänner februar|feber märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août|aout septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "pl": "styczeń|stycznia|styczniu luty|lutego|lutym marzec|marca|marcu kwiecień|kwietnia|kwietniu maj|maja|maju "
    "czerwiec|czerwca|czerwcu lipiec|lipca|lipcu sierpień|sierpnia|sierpniu wrzesień|września|wrześniu "
    "październik|października|październiku listopad|listopada|listopadzie grudzień|grudnia|grudniu",
    "uk": "січень|січня|січні лютий|лютого|лютому березень|березня|березні квітень|квітня|квітні травень|травня|травні "
    "червень|червня|червні липень|липня|липні серпень|серпня|серпні вересень|вересня|вересні "
    "жовтень|жовтня|жовтні листопад|листопада|листопаді грудень|грудня|грудні",
    "ru": "январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае "
    "июнь|июня|июне июль|июля|июле август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре "
    "ноябрь|ноября|ноябре декабрь|декабря|декабре",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "hi": "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    "ar": "يناير فبراير مارس أبريل|إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
"""The twelve months by ISO 639-1 code, in the cases that a date stands in; forms of one are parted by bars."""

BEGINNINGS = frozenset(
    {form[:3] for months in MONTHS_ELSEWHERE.values() for month in months.split() for form in month.split("|")}
    | {name[:3] for name in MONTHS}
    | {"mrt", "mrz", "fev"}
)
"""How the names of months begin, as posts and lists shorten them."""
