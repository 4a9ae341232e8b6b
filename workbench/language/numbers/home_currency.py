"""Which dollar, shilling or rupee an article means that only says "$", "Sh" or "Rs": by the countries it names."""

from __future__ import annotations

import re
from functools import lru_cache

SHARED_SIGNS = frozenset(
    {
        "$",
        "sh",
        "shs",
        "rs",
        "dollars",
        "dollar",
        "rupees",
        "shillings",
        "pesos",
        "francs",
        "kr",
        "crowns",
        "cents",
        "centavos",
        "kroner",
    }
)
"""Signs and names that several currencies share."""

_DOLLARS = {
    "AUD": "australia|australian|australians|canberra|sydney|melbourne|brisbane|perth|adelaide|hobart|"
    "queensland|tasmania|asx",
    "CAD": "canada|canadian|canadians|ottawa|toronto|montreal|vancouver|calgary|alberta|ontario|quebec|saskatchewan",
    "NZD": "new zealand|auckland|wellington|christchurch|new zealanders?|kiwi|kiwis|aotearoa",
    "SGD": "singapore|singaporean|singaporeans",
    "HKD": "hong kong|hongkongers?|kowloon",
    "JMD": "jamaica|jamaican|jamaicans",
    "TTD": "trinidad|tobago|port of spain",
    "NAD": "namibia|namibian|windhoek",
    "FJD": "fiji|fijian|suva",
    "GYD": "guyana|guyanese",
    "TWD": "taiwan|taiwanese|taipei",
    "BBD": "barbados|barbadian|bridgetown",
    "USD": "united states|u\\.s\\.?|(?-i:US|USA)|american|americans|washington|new york|california|texas|"
    "florida|white house|congress"
    "|wall street|fed",
}
_SHILLINGS = {
    "KES": "kenya|kenyan|kenyans|nairobi|mombasa|kisumu|nakuru",
    "UGX": "uganda|ugandan|ugandans|kampala|entebbe",
    "TZS": "tanzania|tanzanian|tanzanians|dar es salaam|dodoma|zanzibar",
    "SOS": "somalia|somali|somalis|mogadishu|somaliland",
}
_RUPEES = {
    "INR": "india|indian|indians|delhi|mumbai|kolkata|chennai|bengaluru|bangalore|hyderabad|lok sabha|crore|lakh",
    "PKR": "pakistan|pakistani|pakistanis|islamabad|karachi|lahore|peshawar",
    "LKR": "sri lanka|sri lankan|sri lankans|colombo|jaffna",
    "NPR": "nepal|nepali|nepalese|kathmandu",
    "MUR": "mauritius|mauritian|port louis",
}
_PESOS = {
    "MXN": "mexico|méxico|mexican|mexicans|mexican[oa]s?",
    "ARS": "argentina|argentine|argentinian|argentin[oa]s?|buenos aires",
    "PHP": "philippines|philippine|filipino|filipinos|manila",
    "COP": "colombia|colombian|colombian[oa]s?|bogota|bogotá|medellín",
    "CLP": "chile|chilean|chilen[oa]s?|santiago|valparaíso", "UYU": "uruguay|uruguayan|montevideo",
}  # fmt: skip
_FRANCS = {
    "CHF": "switzerland|swiss|zurich|zürich|geneva|genève|bern|berne|basel|lausanne|suisse|schweiz",
    "XOF": "senegal|dakar|ivory coast|abidjan|mali|bamako|burkina|benin|togo|niger|cfa",
    "XAF": "cameroon|yaound[eé]|douala|gabon|libreville|chad", "RWF": "rwanda|kigali", "CDF": "kinshasa|congo",
}  # fmt: skip
_CROWNS = {
    "SEK": "sweden|swedish|stockholm|gothenburg", "NOK": "norway|norwegian|oslo|bergen",
    "DKK": "denmark|danish|copenhagen", "ISK": "iceland|icelandic|reykjavik", "CZK": "czech|prague|brno|ostrava",
}  # fmt: skip
_CENTS = _DOLLARS | {
    "EUR": "ireland|irish|dublin|cork|limerick|galway|cyprus|malta|netherlands|dutch|germany|german|euros?|eurozone|€",
    "ZAR": "south africa|south african|south africans|johannesburg|cape town|pretoria|rand",
}  # fmt: skip
_PENNIES = _CENTS | {
    "GBP": "britain|british|britons?|england|english|scotland|scottish|wales|welsh|london|"
    "u\\.k\\.?|(?-i:UK)|ftse|pence",
}  # fmt: skip
_CENTAVOS = _PESOS | {"BRL": "brazil|brazilian|brasil|brasileir[oa]s?|brasília|são paulo|reais"}
_FAMILIES = (
    (("cents",), _CENTS),
    (("penny",), _PENNIES),
    (("centavos",), _CENTAVOS),
    (("$", "dollars", "dollar"), _DOLLARS),
    (("sh", "shs", "shillings"), _SHILLINGS),
    (("rs", "rupees"), _RUPEES),
    (("pesos",), _PESOS),
    (("francs",), _FRANCS),
    (("kr", "crowns"), _CROWNS),
)
_PATTERNS = tuple(
    (signs, {code: re.compile(rf"\b(?:{names})(?!\w)", re.IGNORECASE) for code, names in table.items()})
    for signs, table in _FAMILIES
)
_CROWNS_OF = {"sv": {"kr": "SEK"}, "no": {"kr": "NOK", "kroner": "NOK"}, "nb": {"kr": "NOK", "kroner": "NOK"},
              "da": {"kr": "DKK", "kroner": "DKK"}}  # fmt: skip
"""Whose crowns a text in a language means that names no country of them."""
_OFTEN = 3
"""Times that a country is named in a Spanish text whose pesos are its own."""
_READ = 20_000
_FEW = 20
_PRICE = re.compile(
    r"\b(?:costs?|paid|pays?|paying|worth|pric\w+|fees?|fined?|earn\w*|spen[dt]\w*|len[dt]|charg\w+|tax\w*|wages?|debts?|"
    r"raised?|owe[sd]?|sold|bought|tickets?|for|at|of|by|to|from|about|than|only|just)\b[^.;]{0,16}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def home_currencies(text: str, language: str = "en") -> dict[str, str | None]:
    """What shared signs mean in an article: the currency of the one country of theirs that it is about.

    A sign is missing where no such country is named (its usual meaning then holds); its currency is None where several
    are named about as often, so that it cannot be told.
    """
    found: dict[str, str | None] = {}
    sample = text[:_READ]
    for signs, table in _PATTERNS:
        counts = {code: len(pattern.findall(sample)) for code, pattern in table.items()}
        ranked = sorted(((count, code) for code, count in counts.items() if count), reverse=True)
        if not ranked:
            continue
        usual = ranked[0][1] == "USD" and "GBP" not in table
        clear = len(ranked) == 1 or ranked[0][0] >= 3 * ranked[1][0] or usual
        if language == "es" and signs == ("pesos",) and ranked[0][0] < _OFTEN:
            continue  # a country named in passing: "exportaciones a México"
        for sign in signs:
            found[sign] = ranked[0][1] if clear else None
    if language == "pt":
        found.setdefault("centavos", "BRL")
    for name, code in _CROWNS_OF.get(language, {}).items():
        found.setdefault(name, code)
    return found


def are_trophies(text: str, start: int, amount: float) -> bool:
    """Whether a few crowns, in an article that names no country of theirs, are things one wins or wears."""
    return amount <= _FEW and _PRICE.search(text, max(0, start - 40), start) is None
