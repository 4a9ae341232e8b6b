"""Words that say what a number measures: currencies, measures, modifiers, in four languages."""

from __future__ import annotations

from workbench.comparison.ranks import NO_SUPERLATIVE as NOT_RANKING
from workbench.domain.quantities import Bound
from workbench.language.text.tokenizer import word_set

CURRENCY_SIGNS = {
    "us$": "USD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "hk$": "HKD", "r$": "BRL", "$": "USD", "£": "GBP",
    "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₦": "NGN",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "rs": "INR", "rs.": "INR", "s$": "SGD", "nt$": "TWD",
    "j$": "JMD", "ksh": "KES", "kes": "KES", "kshs": "KES", "ush": "UGX", "ushs": "UGX", "ugx": "UGX", "tsh": "TZS",
    "tzs": "TZS",
    "sh": "KES", "shs": "KES", "naira": "NGN", "ngn": "NGN", "ghs": "GHS", "gh₵": "GHS", "₵": "GHS", "zar": "ZAR",
    "aud": "AUD", "cad": "CAD", "nzd": "NZD", "sgd": "SGD", "hkd": "HKD", "inr": "INR", "pkr": "PKR", "bdt": "BDT",
    "lkr": "LKR", "php": "PHP", "₱": "PHP", "idr": "IDR", "rp": "IDR", "myr": "MYR", "thb": "THB", "฿": "THB",
    "₫": "VND",
    "nok": "NOK", "sek": "SEK", "dkk": "DKK", "pln": "PLN", "czk": "CZK", "huf": "HUF", "jpy": "JPY", "cny": "CNY",
    "rmb": "CNY", "krw": "KRW", "brl": "BRL", "mxn": "MXN", "aed": "AED", "sar": "SAR", "egp": "EGP", "uah": "UAH",
    "rub": "RUB",
}  # fmt: skip
CURRENCY_NAMES = {
    "us dollars": "USD", "u.s. dollars": "USD", "us dollar": "USD", "australian dollars": "AUD",
    "canadian dollars": "CAD", "dollars": "USD", "dollar": "USD", "pounds": "GBP", "pound": "GBP",
    "pounds sterling": "GBP", "sterling": "GBP", "quid": "GBP", "crowns": "",
    "euros": "EUR", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR", "roubles": "RUB",
    "rubles": "RUB", "hryvnia": "UAH", "swiss francs": "CHF", "francs": "", "krona": "SEK", "kronor": "SEK",
    "kroner": "NOK", "zloty": "PLN", "rand": "ZAR", "naira": "NGN", "pesos": "", "lira": "TRY", "won": "KRW",
    "us-dollar": "USD", "pfund": "GBP", "franken": "CHF", "rubel": "RUB",
    "dollars américains": "USD", "livres sterling": "GBP", "francs suisses": "CHF",
    "shillings": "KES", "kenyan shillings": "KES", "ugandan shillings": "UGX", "tanzanian shillings": "TZS",
    "canadian dollar": "CAD", "australian dollar": "AUD", "new zealand dollars": "NZD", "singapore dollars": "SGD",
    "hong kong dollars": "HKD", "norwegian kroner": "NOK", "danish kroner": "DKK", "swedish kronor": "SEK",
    "swedish crowns": "SEK", "norwegian crowns": "NOK", "danish crowns": "DKK", "czech crowns": "CZK", "koruna": "CZK",
    "pakistani rupees": "PKR", "sri lankan rupees": "LKR", "indian rupees": "INR", "cedis": "GHS", "dirhams": "AED",
    "riyals": "SAR", "ringgit": "MYR", "baht": "THB", "rupiah": "IDR", "taka": "BDT", "forint": "HUF", "zlotys": "PLN",
    "dollari": "USD", "sterline": "GBP", "reais": "BRL", "real": "BRL", "libras esterlinas": "GBP", "гривень": "UAH",
    "гривні": "UAH", "грн": "UAH", "рублей": "RUB", "рубля": "RUB", "руб": "RUB", "долларов": "USD", "доларів": "USD",
    "євро": "EUR", "евро": "EUR", "zł": "PLN", "zlotych": "PLN", "złotych": "PLN",
    "dólares": "USD", "libras": "GBP", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "chf": "CHF", "kr": "", "tl": "TRY", "lirası": "TRY", "dolar": "USD", "dolarów": "USD", "funtów": "GBP",
    "рубли": "RUB", "гривня": "UAH", "доллара": "USD", "долара": "USD", "долари": "USD", "доллары": "USD",
    "pesos mexicanos": "MXN", "pesos chilenos": "CLP", "pesos argentinos": "ARS", "pesos colombianos": "COP",
    "pesos uruguayos": "UYU", "pesos dominicanos": "DOP", "pesos cubanos": "CUP", "pesos filipinos": "PHP",
    "bolívares": "VES", "guaraníes": "PYG", "quetzales": "GTQ", "lempiras": "HNL", "francs cfa": "",
    "dólares americanos": "USD", "dollari americani": "USD", "franchi svizzeri": "CHF", "francos suizos": "CHF",
    "tschechische kronen": "CZK", "kronen": "",
}  # fmt: skip

MEASURES = {
    "km": "km", "kilometres": "km", "kilometers": "km", "kilometre": "km", "kilometer": "km", "miles": "mile",
    "mile": "mile", "metres": "m", "meters": "m", "metre": "m", "meter": "m", "cm": "cm", "centimetres": "cm",
    "centimeters": "cm", "mm": "mm", "millimetres": "mm", "feet": "ft", "foot": "ft", "ft": "ft", "inches": "in",
    "inch": "in", "yards": "yd", "kg": "kg", "kilograms": "kg", "kilos": "kg", "grams": "g", "tonnes": "t",
    "tonne": "t", "metric tons": "t", "tons": "ton", "ton": "ton", "lbs": "lb", "ounces": "oz", "litres": "l",
    "litre": "l", "liter": "l",
    "gallon": "gal", "hectare": "ha", "acre": "acre", "kilogram": "kg", "gram": "g",
    "gigalitres": "Gl", "gigaliters": "Gl", "megalitres": "Ml", "megaliters": "Ml",
    "liters": "l", "gallons": "gal", "barrels": "barrel", "hectares": "ha", "acres": "acre",
    "square metres": "m²", "square meters": "m²", "square metre": "m²", "square meter": "m²", "sq m": "m²", "m²": "m²",
    "litres a second": "l/s", "litres per second": "l/s", "liters a second": "l/s", "liters per second": "l/s",
    "litres a minute": "l/min", "litres per minute": "l/min", "litres an hour": "l/h", "litres per hour": "l/h",
    "metres a second": "m/s", "meters a second": "m/s", "metres per second": "m/s", "meters per second": "m/s",
    "basis points": "basis point", "basis point": "basis point",
    "square feet": "ft²", "square foot": "ft²", "sq ft": "ft²", "square kilometre": "km²", "square mile": "mi²",
    "square kilometres": "km²", "square kilometers": "km²", "square miles": "mi²", "sq km": "km²", "km²": "km²",
    "km2": "km²", "cubic metres": "m³", "cubic meters": "m³", "cubic feet": "ft³", "m³": "m³", "bcm": "bcm",
    "°c": "°C", "ºc": "°C", "degrees celsius": "°C", "degrees": "°", "°f": "°F", "degrees fahrenheit": "°F",
    "degree celsius": "°C", "mph": "mph", "km/h": "km/h", "kph": "km/h", "knots": "kn", "mw": "MW",
    "megawatts": "MW", "gw": "GW", "gigawatts": "GW", "kw": "kW", "kwh": "kWh", "mwh": "MWh", "twh": "TWh",
    "gwh": "GWh", "gigawatt hours": "GWh", "gigawatt-hours": "GWh", "megawatt hours": "MWh", "megawatt-hours": "MWh",
    "kilowatt hours": "kWh", "kilowatt-hours": "kWh", "terawatt hours": "TWh", "terawatt-hours": "TWh",
    "gb": "GB", "mb": "MB", "tb": "TB", "gigabytes": "GB", "ppm": "ppm",
    "kilometer pro stunde": "km/h", "meilen": "mile", "tonnen": "t", "grad": "°", "hektar": "ha",
    "metrów kwadratowych": "m²", "metra kwadratowego": "m²", "metry kwadratowe": "m²", "metrów sześciennych": "m³",
    "kilometrów kwadratowych": "km²", "квадратних метрів": "m²", "квадратных метров": "m²", "кубометрів": "m³",
    "кубометров": "m³", "кубічних метрів": "m³", "кубических метров": "m³", "квадратних кілометрів": "km²",
    "квадратных километров": "km²", "vierkante meter": "m²", "vierkante kilometer": "km²", "kubieke meter": "m³",
    "kvadratmeter": "m²", "kubikmeter ": "m³", "kvadratkilometer": "km²", "centimètres": "cm", "centímetros": "cm",
    "centimetri": "cm", "centimeter": "cm", "millimètres": "mm", "milímetros": "mm", "millimetri": "mm",
    "centymetrów": "cm", "centymetry": "cm", "milimetrów": "mm", "сантиметрів": "cm", "сантиметров": "cm",
    "міліметрів": "mm", "миллиметров": "mm", "hektarów ": "ha", "гектари": "ha", "гектара": "ha", "hektaru": "ha",
    "kilogramów": "kg", "kilogramy": "kg", "kilometrów": "km", "kilometry": "km", "metrów": "m", "hektarów": "ha",
    "litrów": "l", "кілометрів": "km", "кілометри": "km", "кілограмів": "kg", "метрів": "m", "гектарів": "ha",
    "літрів": "l", "километров": "km", "километра": "km",
    "килограммов": "kg", "килограмма": "kg", "метров": "m", "гектаров": "ha", "литров": "l",
    "kilometres an hour": "km/h", "kilometers an hour": "km/h", "kilometres per hour": "km/h",
    "kilometers per hour": "km/h", "miles an hour": "mph", "miles per hour": "mph",
    "mos": "month", "yrs": "year", "hrs": "hour", "тонн": "t", "тонни": "t", "км": "km", "тонны": "t",
    "tonnellate": "t",
    "g": "g",
    "mg": "mg", "milligrams": "mg", "milligram": "mg", "milligramm": "mg", "milligrammes": "mg", "miligramos": "mg",
    "milligrammi": "mg", "miligramas": "mg", "μg": "µg", "mcg": "µg", "micrograms": "µg", "ml": "ml",
    "millilitres": "ml", "milliliters": "ml", "milliliter": "ml", "kcal": "kcal", "hpa": "hPa", "hectolitres": "hl",
    "decibels": "dB", "db": "dB", "nanometres": "nm", "nautical miles": "nmi", "nm": "nm", "millimetre": "mm",
    "millimeters": "mm", "millimeter": "mm", "microns": "µm", "mililitros": "ml",
    "millilitri": "ml", "millilitre": "ml", "micrometres": "µm",
    "micrometers": "µm", "volts": "V", "watts": "W",
    "kilobytes": "KB", "terabytes": "TB", "petabytes": "PB", "light years": "ly", "light-years": "ly",
    **{
        f"{mu}g/{of}": f"µg/{unit}"
        for mu in "\u00b5\u03bc"  # the sign and the Greek letter
        for of, unit in (("m3", "m³"), ("m³", "m³"), ("l", "l"), ("kg", "kg"))
    },
    "mg/m3": "mg/m³", "mg/m³": "mg/m³", "mg/l": "mg/l", "mg/dl": "mg/dl", "mmol/l": "mmol/l", "g/km": "g/km",
    "g/l": "g/l", "mg/kg": "mg/kg", "m/s": "m/s", "km/s": "km/s", "l/s": "l/s", "t/ha": "t/ha",
    "kwh/m²": "kWh/m²", "kwh/m2": "kWh/m²", "mbit/s": "Mbit/s", "mb/s": "MB/s", "gb/s": "GB/s",
    "mètres cubes par seconde": "m³/s", "metros cúbicos por segundo": "m³/s", "metri cubi al secondo": "m³/s",
    "kubikmeter pro sekunde": "m³/s", "cubic metres a second": "m³/s", "cubic metres per second": "m³/s",
    "cubic meters a second": "m³/s", "cubic meters per second": "m³/s", "mètres cubes": "m³", "metros cúbicos": "m³",
    "metri cubi": "m³", "mètres carrés": "m²", "metros cuadrados": "m²", "metri quadrati": "m²",
    "metros quadrados": "m²", "quadratmeter": "m²", "kilomètres carrés": "km²", "kilómetros cuadrados": "km²",
    "chilometri quadrati": "km²", "quilômetros quadrados": "km²", "quilómetros quadrados": "km²", "kilomètre": "km",
    "zentimeter": "cm", "kilogramm": "kg", "kilogrammes": "kg", "kilogramos": "kg", "kilo": "kg", "quilos": "kg",
    "litri": "l", "gradi": "°", "graus": "°", "degrés": "°", "megawatt": "MW",
    "gigawatt": "GW", "mégawatts": "MW", "megavatios": "MW", "gigavatios": "GW",
    "gigawattstunden": "GWh", "terawattstunden": "TWh", "kilowattstunden": "kWh", "m³/s": "m³/s",
    "chilometri": "km", "metri": "m", "ettari": "ha", "quilômetros": "km", "quilómetros": "km", "ettaro": "ha",
    "quadratkilometer": "km²", "kubikmeter": "m³", "mètres": "m", "kilomètres": "km", "hectares ": "ha",
    "kilómetros": "km", "metros": "m", "toneladas": "t", "grados": "°", "litros": "l", "hectáreas": "ha",
}  # fmt: skip

BOUNDS: dict[str, Bound] = {
    # English
    "about": Bound.APPROXIMATE, "around": Bound.APPROXIMATE, "approximately": Bound.APPROXIMATE,
    "roughly": Bound.APPROXIMATE, "some": Bound.APPROXIMATE, "nearly": Bound.APPROXIMATE,
    "almost": Bound.APPROXIMATE, "close to": Bound.APPROXIMATE, "an estimated": Bound.APPROXIMATE,
    "estimated": Bound.APPROXIMATE, "circa": Bound.APPROXIMATE, "approx.": Bound.APPROXIMATE,
    "just under": Bound.LESS_THAN, "just over": Bound.MORE_THAN, "little more than": Bound.MORE_THAN,
    "well over": Bound.MORE_THAN, "more than": Bound.MORE_THAN, "over": Bound.MORE_THAN, "above": Bound.MORE_THAN,
    "exceeding": Bound.MORE_THAN, "exceeded": Bound.MORE_THAN, "in excess of": Bound.MORE_THAN,
    "upwards of": Bound.MORE_THAN, "greater than": Bound.MORE_THAN, "at least": Bound.AT_LEAST,
    "no fewer than": Bound.AT_LEAST, "no less than": Bound.AT_LEAST, "not less than": Bound.AT_LEAST,
    "a minimum of": Bound.AT_LEAST, "up to": Bound.AT_MOST, "at most": Bound.AT_MOST,
    "no more than": Bound.AT_MOST, "not more than": Bound.AT_MOST, "as many as": Bound.AT_MOST,
    "as much as": Bound.AT_MOST, "a maximum of": Bound.AT_MOST, "less than": Bound.LESS_THAN,
    "fewer than": Bound.LESS_THAN, "under": Bound.LESS_THAN, "below": Bound.LESS_THAN,
    # German
    "etwa": Bound.APPROXIMATE, "rund": Bound.APPROXIMATE, "ungefähr": Bound.APPROXIMATE, "circa ": Bound.APPROXIMATE,
    "ca.": Bound.APPROXIMATE, "fast": Bound.APPROXIMATE, "knapp": Bound.APPROXIMATE, "mehr als": Bound.MORE_THAN,
    "über": Bound.MORE_THAN, "mindestens": Bound.AT_LEAST, "bis zu": Bound.AT_MOST, "höchstens": Bound.AT_MOST,
    "weniger als": Bound.LESS_THAN, "unter": Bound.LESS_THAN,
    # French
    "environ": Bound.APPROXIMATE, "près de": Bound.APPROXIMATE, "près d'": Bound.APPROXIMATE,
    "quelque": Bound.APPROXIMATE,
    "presque": Bound.APPROXIMATE, "plus de": Bound.MORE_THAN, "plus d'": Bound.MORE_THAN,
    "au moins": Bound.AT_LEAST, "jusqu'à": Bound.AT_MOST, "au plus": Bound.AT_MOST, "moins de": Bound.LESS_THAN,
    # Spanish
    "unos": Bound.APPROXIMATE, "unas": Bound.APPROXIMATE, "cerca de": Bound.APPROXIMATE,
    "alrededor de": Bound.APPROXIMATE, "casi": Bound.APPROXIMATE, "aproximadamente": Bound.APPROXIMATE,
    "más de": Bound.MORE_THAN, "al menos": Bound.AT_LEAST, "por lo menos": Bound.AT_LEAST, "hasta": Bound.AT_MOST,
    "menos de": Bound.LESS_THAN,
    # Italian
    "circa  ": Bound.APPROXIMATE, "quasi": Bound.APPROXIMATE, "oltre": Bound.MORE_THAN, "più di": Bound.MORE_THAN,
    "almeno": Bound.AT_LEAST, "fino a": Bound.AT_MOST, "al massimo": Bound.AT_MOST, "meno di": Bound.LESS_THAN,
    # Portuguese
    "aproximadamente ": Bound.APPROXIMATE, "quase": Bound.APPROXIMATE, "mais de": Bound.MORE_THAN,
    "pelo menos": Bound.AT_LEAST, "ao menos": Bound.AT_LEAST, "até": Bound.AT_MOST,
    # Dutch
    "ruim": Bound.MORE_THAN, "bijna": Bound.APPROXIMATE, "ongeveer": Bound.APPROXIMATE, "meer dan": Bound.MORE_THAN,
    "minder dan": Bound.LESS_THAN, "minstens": Bound.AT_LEAST, "zeker": Bound.AT_LEAST, "maximaal": Bound.AT_MOST,
    "tot": Bound.AT_MOST,
    # Swedish
    "nästan": Bound.APPROXIMATE, "ungefär": Bound.APPROXIMATE, "cirka": Bound.APPROXIMATE,
    "omkring": Bound.APPROXIMATE, "drygt": Bound.MORE_THAN, "mer än": Bound.MORE_THAN, "fler än": Bound.MORE_THAN,
    "mindre än": Bound.LESS_THAN, "färre än": Bound.LESS_THAN, "minst": Bound.AT_LEAST, "högst": Bound.AT_MOST,
    "upp till": Bound.AT_MOST,
    # Polish
    "około": Bound.APPROXIMATE, "ok.": Bound.APPROXIMATE, "prawie": Bound.APPROXIMATE, "niemal": Bound.APPROXIMATE,
    "понад": Bound.MORE_THAN, "більш ніж": Bound.MORE_THAN, "більше ніж": Bound.MORE_THAN, "щонайменше": Bound.AT_LEAST,
    "майже": Bound.APPROXIMATE, "близько": Bound.APPROXIMATE, "приблизно": Bound.APPROXIMATE, "свыше": Bound.MORE_THAN,
    "более": Bound.MORE_THAN, "более чем": Bound.MORE_THAN, "около": Bound.APPROXIMATE, "почти": Bound.APPROXIMATE,
    "примерно": Bound.APPROXIMATE, "не менее": Bound.AT_LEAST, "не більше": Bound.AT_MOST, "не более": Bound.AT_MOST,
    "blisko": Bound.APPROXIMATE, "ponad": Bound.MORE_THAN, "więcej niż": Bound.MORE_THAN,
    "mniej niż": Bound.LESS_THAN, "co najmniej": Bound.AT_LEAST, "najwyżej": Bound.AT_MOST,
}  # fmt: skip
"""Words before a number and how they limit it."""

VAGUE: dict[str, tuple[float, float | None]] = {
    "tens of millions": (2e7, 99_999_999), "hundreds of millions": (2e8, 999_999_999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "many thousands": (2_000, 999_999), "several thousand": (2_000, 9_999), "a few thousand": (2_000, 9_999),
    "several hundred": (200, 999), "a few hundred": (200, 999), "several million": (2e6, 9_999_999),
    "a few million": (2e6, 9_999_999), "several dozen": (24, 99), "thousands": (2_000, 999_999),
    "hundreds": (200, 9_999),
    "millions": (2e6, 999_999_999), "billions": (2e9, None), "trillions": (2e12, None), "dozens": (24, 999),
    "scores": (40, 999), "a handful": (2, 9), "a couple": (2, 2), "several": (3, 20), "a few": (2, 10),
    "tausende": (2_000, 999_999), "hunderte": (200, 9_999), "millionen von": (2e6, 999_999_999),
    "dutzende": (24, 999), "zehntausende": (20_000, 99_999), "hunderttausende": (200_000, 999_999), "mehrere": (3, 20),
    "des milliers": (2_000, 999_999), "des centaines": (200, 9_999), "des millions": (2e6, 999_999_999),
    "des dizaines de milliers": (20_000, 99_999), "des dizaines": (20, 99), "plusieurs": (3, 20),
    "une dizaine de": (8, 12), "une quinzaine de": (13, 17), "une vingtaine de": (17, 23),
    "une trentaine de": (25, 35), "une cinquantaine de": (45, 55),
    "une soixantaine de": (55, 65), "une centaine de": (90, 110), "un millier de": (900, 1_100),
    "une dizaine d'": (8, 12), "une centaine d'": (90, 110), "une dizaine d’": (8, 12), "une centaine d’": (90, 110),
    "une vingtaine d'": (17, 23), "une vingtaine d’": (17, 23),
    "une trentaine d'": (25, 35), "une trentaine d’": (25, 35),
    "una decina di": (8, 12), "una ventina di": (17, 23),
    "una trentina di": (25, 35), "una cinquantina di": (45, 55), "un centinaio di": (90, 110),
    "un migliaio di": (900, 1_100), "una decena de": (8, 12), "una veintena de": (17, 23), "un centenar de": (90, 110),
    "uma dezena de": (8, 12), "uma centena de": (90, 110),
    "miles de": (2_000, 999_999), "cientos de miles": (200_000, 999_999), "cientos": (200, 9_999),
    "decenas de miles": (20_000, 99_999), "decenas": (20, 99), "millones de": (2e6, 999_999_999), "varios": (3, 20),
    "varias": (3, 20),
}  # fmt: skip
"""Words that name only an order of magnitude, and the counts they can mean."""

SUPERLATIVES = word_set(
    """
    highest lowest biggest largest smallest greatest best worst longest shortest fastest slowest oldest youngest
    earliest latest deadliest hottest coldest wettest driest busiest poorest richest strongest weakest cheapest
    steepest sharpest fewest tallest deepest safest newest warmest closest farthest furthest nearest heaviest
    """
)
"""English superlatives that need no tagger to be told."""
NO_SUPERLATIVE = NOT_RANKING | {"newest"}
"""Words in -est that rank nothing, or only by time."""
