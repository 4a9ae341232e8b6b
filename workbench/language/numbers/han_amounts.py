"""Amounts in Chinese and Japanese: figures with 万, 億 and 兆, money, per cent, parts, ranks and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.quantities import Bound, Quantity, QuantityKind

LANGUAGES = frozenset({"zh", "ja"})

_SCALES = {
    "十": 1e1, "百": 1e2, "千": 1e3, "仟": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12,
}  # fmt: skip
_DIGITS = {sign: float(value) for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2.0, "兩": 2.0, "〇": 0.0}
_FIGURE = r"(?:\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,15})(?:[.．]\d++)?"
_SCALE = "(?:[十百仟万萬亿億]|千(?![瓦克米])|兆(?!瓦))"
_HAN = r"[一二三四五六七八九两兩]?[十百千][一二三四五六七八九零十百千]{0,8}|[二三四五六七八九两兩]"
_COUNTERS = (
    r"人次|块(?!钱)|人|名|位|口|户|戶|世帯|家|間|间|棟|栋|座|所|校|個|个|箇所|件|例|项|項|条|條|本|枚|冊|台|辆|輛|架|隻|"
    r"只|头|頭|匹|艘|隻|"
    r"票|次|回|場|场|部|款|株|床|天|週|周|歳|岁|歲|議席|席|社|店舗|軒|ヶ月|か月|カ月|个月|個月|時間|小时|小時|"
    r"分钟|分鐘|か国|カ国|ヵ国"
)
_MONEY = {
    "人民币": "CNY", "人民幣": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR", "歐元": "EUR", "英镑": "GBP",
    "英鎊": "GBP", "日元": "JPY", "日圆": "JPY", "日圓": "JPY", "港元": "HKD", "港币": "HKD", "港幣": "HKD",
    "新台币": "TWD",
    "新台幣": "TWD", "新臺幣": "TWD", "卢布": "RUB", "盧布": "RUB", "韩元": "KRW", "韓元": "KRW", "澳元": "AUD",
    "加元": "CAD",
    "米ドル": "USD", "ドル": "USD", "ユーロ": "EUR", "ポンド": "GBP", "ウォン": "KRW", "ルーブル": "RUB",
    "人民元": "CNY",
    "円": "JPY", "元": "CNY", "块钱": "CNY",
}  # fmt: skip
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "￥": "", "¥": "", "US$": "USD", "HK$": "HKD", "NT$": "TWD"}
"""Signs before a figure; the yen's and yuan's sign is the language's own."""
_MEASURES = {
    "平方公里": "km²", "平方千米": "km²", "平方キロメートル": "km²", "平方キロ": "km²", "平方米": "m²",
    "平方メートル": "m²",
    "立方米": "m³", "立方メートル": "m³", "公里": "km", "千米": "km", "キロメートル": "km", "キロ": "km",
    "厘米": "cm",
    "センチ": "cm", "毫米": "mm", "ミリ": "mm", "米": "m", "メートル": "m", "公斤": "kg", "千克": "kg",
    "キログラム": "kg",
    "吨": "t", "噸": "t", "トン": "t", "公顷": "ha", "公頃": "ha", "ヘクタール": "ha", "摄氏度": "°C", "攝氏度": "°C",
    "千瓦": "kW", "兆瓦": "MW", "キロワット": "kW", "メガワット": "MW", "升": "l", "リットル": "l",
    "海里": "nmi", "度": "°",
}  # fmt: skip


def _any(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER = rf"(?:(?:{_FIGURE}){_SCALE}{{0,3}}){{1,3}}|(?:{_HAN}){_SCALE}{{0,3}}"
_BOUND = {
    "大约": Bound.APPROXIMATE, "大約": Bound.APPROXIMATE, "约": Bound.APPROXIMATE, "約": Bound.APPROXIMATE,
    "将近": Bound.APPROXIMATE, "將近": Bound.APPROXIMATE, "接近": Bound.APPROXIMATE, "近": Bound.APPROXIMATE,
    "およそ": Bound.APPROXIMATE, "おおよそ": Bound.APPROXIMATE, "ほぼ": Bound.APPROXIMATE,
    "超过": Bound.MORE_THAN, "超過": Bound.MORE_THAN, "高于": Bound.MORE_THAN, "逾": Bound.MORE_THAN,
    "超": Bound.MORE_THAN, "至少": Bound.AT_LEAST, "少なくとも": Bound.AT_LEAST, "不足": Bound.LESS_THAN,
    "不到": Bound.LESS_THAN, "低于": Bound.LESS_THAN, "少于": Bound.LESS_THAN, "最多": Bound.AT_MOST,
    "至多": Bound.AT_MOST,
}  # fmt: skip
_BEHIND = {
    "左右": Bound.APPROXIMATE, "上下": Bound.APPROXIMATE, "前後": Bound.APPROXIMATE, "ほど": Bound.APPROXIMATE,
    "程度": Bound.APPROXIMATE, "以上": Bound.AT_LEAST, "以下": Bound.AT_MOST, "以内": Bound.AT_MOST,
    "未満": Bound.LESS_THAN, "超": Bound.MORE_THAN,
}  # fmt: skip
_AMOUNT = re.compile(
    rf"(?<![\d.,:：/第A-Za-z_-])(?P<sign>US\$|HK\$|NT\$|[$€£¥￥])?(?P<minus>[-−])?(?P<low>{_NUMBER})"
    rf"(?P<more>[多余餘]|数(?=[人名]))?"
    rf"(?:(?P<link>至|到|～|~|-|–|—|から)(?P<high>{_NUMBER}))?"
    rf"(?:(?P<points>个百分点|個百分點|パーセントポイント|ポイント)|(?P<percent>%|％|パーセント|成(?![立为為功果本]))"
    rf"|(?P<tenths>割(?![りれ]))|(?P<times>倍)|(?P<money>{_any(_MONEY)})|(?P<measure>{_any(_MEASURES)})"
    rf"|(?P<counter>{_COUNTERS}))?(?P<after>{'|'.join(_BEHIND)})?"
)
_OF_HUNDRED = re.compile(rf"百分之(?P<part>{_FIGURE}|[一二三四五六七八九十百点零]{{1,7}})")
_TENTHS = re.compile(
    r"(?P<tenths>[一二三四五六七八九])(?:成|割)(?P<rest>[一二三四五六七八九半])(?:分)?"
    r"|(?P<figure>\d)割(?P<more>\d)分"
)
_PART = re.compile(
    r"(?P<whole>\d{1,4}|[二三四五六七八九十])分(?:之|の)(?P<part>\d{1,4}|[一二三四五六七八九])|(?P<half>半数|"
    r"半數|一半|半分)"
)
_RANK = re.compile(r"第(?P<rank>\d{1,4}|[一二三四五六七八九十]{1,3})(?:大|名|位|次|届|屆|回|高|多)")
_SOME = re.compile(rf"(?P<some>[数數几幾])(?P<scale>[十百千万萬億亿]{{1,3}})(?P<counter>{_COUNTERS})?")
"""数千人, 几十家: only an order of magnitude."""
_READ = 20_000
_BARE = re.compile(r"[A-Za-z年月日号號时時点點分秒世层層楼樓室岁章节節条條款頁页]|:\d|：\d|代|周年|級|级")
"""What stands behind a number that is a date, an hour, a label or part of a name."""


def han_value(written: str) -> float | None:
    """The value of a number as it is written: "114.4万亿" is 1.144e14, "1億2000万" 1.2e8, "三百二十" 320.

    None where it is no number.
    """
    try:
        return _value(written)
    except ValueError:
        return None  # two decimal marks


def _value(written: str) -> float | None:
    total, current, figure, seen = 0.0, 0.0, "", False

    def taken() -> float:
        nonlocal figure
        value = float(figure.replace(",", "").replace("，", "").replace("．", ".")) if figure else 0.0
        figure = ""
        return value

    section = 0.0
    for sign in written:
        if sign.isdecimal() or sign in ",，.．":
            figure += sign
            seen = True
        elif sign in _DIGITS:
            current, seen = _DIGITS[sign], True
        elif sign in _SCALES:
            scale = _SCALES[sign]
            value = taken() if figure else current
            if scale < 1e4:
                section += (value or 1.0) * scale
            else:
                section += value
                if section:
                    total, section = total + section * scale, 0.0
                else:
                    total *= scale  # 万亿: a scale upon a scale
            current, seen = 0.0, True
        else:
            return None
    return total + section + (taken() if figure else current) if seen else None


def own_currency(text: str, language: str) -> str | None:
    """What 元 and ¥ mean: yen in Japanese; in Chinese by the place that a text in long characters is about."""
    if language == "ja":
        return "JPY"
    if _LONG_FORMS.search(text) is None:
        return "CNY"
    if _TAIWAN.search(text):
        return "TWD"
    return "HKD" if "香港" in text else None


_LONG_FORMS = re.compile(r"[們個億萬國與灣臺價數總會學處長關東門開]")
_TAIWAN = re.compile(r"[台臺](?:灣|北|中|南|東)|新北|高雄|新[台臺]幣|內政部")


def han_amounts(text: str, start: int, language: str, whole: str = "") -> list[Quantity]:
    """The amounts of a Chinese or Japanese text from `start` on, in order, as `legible` gives the text.

    Args:
        text: The part that is read.
        start: Where to begin.
        language: "zh" or "ja".
        whole: The whole text, which tells whose money 元 is.
    """
    own = own_currency((whole or text)[:_READ], language)
    found: list[Quantity] = []
    taken: list[tuple[int, int]] = []
    for quantity in [*_shares(text, start), *_plain(text, start, own)]:
        if all(quantity.end <= low or quantity.start >= high for low, high in taken):
            found.append(quantity)
            taken.append((quantity.start, quantity.end))
    return sorted(found, key=lambda q: q.start)


def _shares(text: str, start: int) -> Iterator[Quantity]:
    """Parts, ranks and vague numbers: 百分之三十, 三分之一, 半数, 数千人, 第二位."""
    for match in _OF_HUNDRED.finditer(text, start):
        value = _spoken(match["part"])
        if value is not None:
            yield Quantity(match.start(), match.end(), match.group(), QuantityKind.PERCENT, value, value)
    for match in _TENTHS.finditer(text, start):
        if match["figure"]:
            value = 10.0 * int(match["figure"]) + int(match["more"])
        else:
            rest = 5 if match["rest"] == "半" else han_value(match["rest"]) or 0.0
            value = 10 * (han_value(match["tenths"]) or 0.0) + rest
        yield Quantity(match.start(), match.end(), match.group(), QuantityKind.PERCENT, value, value)
    for match in _PART.finditer(text, start):
        whole = 2.0 if match["half"] else han_value(match["whole"])
        part = 1.0 if match["half"] else han_value(match["part"])
        if whole and part and part < whole:
            ratio = part / whole
            yield Quantity(match.start(), match.end(), match.group(), QuantityKind.RATIO, ratio, ratio)
    for match in _SOME.finditer(text, start):
        scale = han_value(match["scale"]) or 1.0
        unit = "人" if match["counter"] in {"名", "位", "口"} else match["counter"]
        yield Quantity(
            match.start(), match.end(), match.group(), QuantityKind.COUNT, 2 * scale, 10 * scale - 1, Bound.VAGUE, unit
        )
    for match in _RANK.finditer(text, start):
        rank = han_value(match["rank"])
        if rank:
            yield Quantity(match.start(), match.end(), match.group(), QuantityKind.ORDINAL, rank, rank)


def _spoken(written: str) -> float | None:
    """The value of a share in words, with 点 for its decimal mark."""
    whole, _, rest = written.partition("点")
    value = han_value(whole)
    if value is None or not rest:
        return value
    return value + sum(_DIGITS.get(sign, 0.0) * 0.1**place for place, sign in enumerate(rest, start=1))


def _plain(text: str, start: int, own: str | None) -> Iterator[Quantity]:
    for match in _AMOUNT.finditer(text, start):
        low = han_value(match["low"])
        high = han_value(match["high"]) if match["high"] else low
        if low is None or high is None or _counts_nothing(text, match, low):
            continue
        if match["high"] and low < high / 1000 and not any(sign in _SCALES for sign in match["low"]):
            last = [_SCALES[sign] for sign in match["high"] if sign in _SCALES]
            for scale in last:
                low *= scale  # 3至5万: both are ten thousands
        if match["minus"]:
            low, high = -high, -low
        kind, unit, currency = _kind(match, own)
        if match["tenths"] or match["percent"] == "成":
            low, high = low * 10, high * 10
        bound, at = _bound(text, start, match)
        first, last_ = _limits(low, high, bound)
        yield Quantity(at, match.end(), text[at : match.end()], kind, first, last_, bound, unit, currency)


def _counts_nothing(text: str, match: re.Match[str], low: float) -> bool:
    """Whether a number is a date, an hour, a label, or a sign of writing that only looks like one."""
    said = any(match[name] for name in ("points", "percent", "tenths", "times", "money", "measure", "counter"))
    figures = any(sign.isdecimal() for sign in match["low"])
    if not said and not match["sign"]:
        if not figures or _BARE.match(text, match.end()):
            return True
        plain = match["low"].isdecimal()
        if plain and len(match["low"]) == 4 and 1400 <= low <= 2200:
            return True
    if not figures and match["counter"] in {"个", "個", "人", "次", "位", "回", "天", "本", "部", "口"}:
        return low < 2 or text[match.start() - 1 : match.start()] in {"第", "每", "毎", "某", "这", "那", "统", "同"}
    return not figures and match["measure"] in {"度", "升", "米"}  # 二度, 三升: words as well


def _kind(match: re.Match[str], own: str | None) -> tuple[QuantityKind, str | None, str | None]:
    if match["points"]:
        return QuantityKind.PERCENTAGE_POINTS, None, None
    if match["percent"] or match["tenths"]:
        return QuantityKind.PERCENT, None, None
    if match["times"]:
        return QuantityKind.RATIO, None, None
    if match["sign"] or match["money"]:
        named = "" if match["money"] == "元" else _MONEY.get(match["money"] or "")
        return QuantityKind.MONEY, None, named or _SIGNS.get(match["sign"] or "") or own
    if match["measure"]:
        return QuantityKind.MEASURE, _MEASURES[match["measure"]], None
    counter = match["counter"]
    return QuantityKind.COUNT, "人" if counter in {"名", "位", "口"} else counter, None


def _bound(text: str, start: int, match: re.Match[str]) -> tuple[Bound, int]:
    """How the words beside a number limit it, and where the first of them begins."""
    if match["after"]:
        return _BEHIND[match["after"]], match.start()
    if match["more"]:
        return Bound.MORE_THAN, match.start()
    before = text[max(start, match.start() - 5) : match.start()]
    for word, bound in sorted(_BOUND.items(), key=lambda pair: -len(pair[0])):
        if before.endswith(word):
            return bound, match.start() - len(word)
    return Bound.EXACT, match.start()


def _limits(low: float, high: float, bound: Bound) -> tuple[float | None, float | None]:
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return low, None
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, high
    return low, high
