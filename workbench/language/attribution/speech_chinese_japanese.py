"""Who said it in Chinese and Japanese: by verbs of saying before or behind the words, outside quotation marks."""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set

LANGUAGES = frozenset({"zh", "ja"})
_QUOTED = re.compile(r"“[^“”]{0,2000}”|「[^「」]{0,2000}」|『[^『』]{0,2000}』|\"[^\"]{0,2000}\"")
_QUOTE = "“”"
"""What stands for a whole quotation while a sentence is read."""
_WHO = r"(?P<who>[^，。：:；“”「」『』！？!?\s]{1,24}?)"
_SAYS = (
    r"证实|證實|补充说|補充說|解释说|解釋說|强调|強調|告诉|告訴|表示|指出|透露|宣布|宣佈|回应|回應|写道|寫道|坦言|警告|承认|承認|否认|否認|呼吁|呼籲|"
    r"认为|認為|介绍|介紹|称|稱|说|說"
)
_TO_WHOM = r"(?:(?<=告[诉訴])[^，。：:；“”\s]{1,8}|记者|記者|媒体|媒體|本报|本報|法庭|議員|议员)?"
_CHINESE = (
    re.compile(rf"^(?:对此，?|此外，?|但是?|而|不过，?|然而，?)?{_WHO}(?P<verb>{_SAYS})道?{_TO_WHOM}(?=，|：|:|“)"),
    re.compile(rf"^{_WHO}(?P<verb>质疑|質疑|批评|批評|反驳|反駁|抱怨|感叹|感嘆|追问|追問|反问|反問|呼吁|呼籲|怒斥|直言|笑言)道?[：:，]?“"),
    re.compile(rf"”{_WHO}(?P<verb>{_SAYS})道?(?=[，。,.]|：|$)"),
    re.compile(r"，(?P<who>[^，。：:；“”\s]{2,16}?)(?P<verb>解释说|解釋說|补充说|補充說|表示|指出|透露)。?$"),
    re.compile(r"^(?:根?据|根?據)(?P<who>[^，。：:；“”\s]{2,24}?)的?(?P<verb>报道|報道|报导|報導|报告|報告|统计|統計|消息|介绍|"
               r"介紹|透露|数据显示|數據顯示|数据|估计|估計|说法|說法|称|稱)(?=，)"),
)  # fmt: skip
_WHEN = re.compile(
    r"(?:周[一二三四五六日天]|週[一二三四五六日天]|星期[一二三四五六日天]|昨[天日]|今[天日]|当天|當天|日前|近日|随后|隨後|(?:\d{1,2}月)?\d{1,2}日|"
    r"通报|通報|上周|上週|本周|本週|上月|本月|去年|今年|批评|批評|质疑|質疑|反驳|反駁|(?:早上|上午|中午|下午|晚上|晚间|晚)|还|還|也|则|則|同时|同時|进一步|公开|公開|(?:对|對|向)[^，。“”]{1,8}|在[^，。“”]{1,14}[上中时時]|"
    r"接受[^，。“”]{1,10}(?:采访|採訪)时?)$"
)
"""When and where somebody said it, between their name and the verb."""
_NO_VERB = re.compile(
    r"(?:名|职|職|自|声|聲|简|簡|号|俗|堪|通|总|總|小|传|傳|听|聽|再|可|据|據|来|來|不|没|沒|要|想|能|会|會)$"
)
"""What makes 称 or 说 part of another word."""
_NOT_SAID = re.compile(r"(?:[没沒]有?|不|未|未曾|拒[绝絕]|否[认認])$")
"""What says that somebody did not say it."""
_ENDS = (
    r"(?:述べ|語っ|話し|説明し|指摘し|発表し|強調し|付け加え|主張し|明らかにし|批判し|答え|訴え|コメントし|反論し|反発し|否定し|抗議し|釈明し|見解を示し|表明し|"
    r"伝え|報じ|言っ|認め|警告し)"
)
_HOW = r"(?:て(?:い[るた]|いました)|た|ました|ている)"
_JAPANESE = (
    re.compile(rf"”\s?と、?(?P<who>[^、。“”\s]{{1,24}}?)(?:は|が)[^。“”]{{0,24}}?(?P<verb>{_ENDS}){_HOW}。?$"),
    re.compile(rf"と、(?P<who>[^、。“”\s]{{2,24}}?)は(?P<verb>{_ENDS}){_HOW}。?$"),
    re.compile(
        rf"^(?P<who>[^、。“”\s]{{1,24}}?)(?:は|が).{{0,400}}?(?:と|を|ことを)[^、。“”]{{0,14}}?(?P<verb>{_ENDS}){_HOW}。?$"
    ),
    re.compile(r"^(?P<who>[^、。“”\s]{1,24}?)に(?P<verb>よると|よれば)、"),
)
_PRONOUNS = word_set("他 她 它 他们 她们 他們 她們 我 我们 我們 有人 该 這 这 彼 彼女 彼ら 私 私たち それ これ 誰 何")
_FAMILY_TITLE = re.compile(r"(?<=[\u3040-\u9fff])(?:氏|さん)$")


_NARROW = re.compile(r"(?<=[\u4e00-\u9fff”])[,:](?=[\u4e00-\u9fff“\d])")
_WIDE = {",": "，", ":": "："}
"""Signs that are written as in Latin texts: "他说,延期了"."""
_HEADER = re.compile(r"^(?:本[报報][^\s，。]{0,8}[讯訊]|[^\s，。]{2,8}社[^\s，。]{0,12}[电電])[\s，]{1,2}")
"""How a report opens: "本报讯 "."""


_LED = re.compile(r"(?:一方で?|しかし|だが|ただ|ただし|また|さらに|なお|これに対し(?:て)?|同日|その後|続いて|そして)、")
"""Words that join a Japanese sentence to the one before."""


def who_says(sentence: str, language: str) -> tuple[str | None, str] | None:
    """Who says a Chinese or Japanese sentence, and the verb; nobody where it is only "she said", None without one."""
    bare = _QUOTED.sub(_QUOTE, sentence.strip())
    if language == "zh":
        bare = _HEADER.sub("", _NARROW.sub(lambda match: _WIDE[match.group()], bare))
    elif (led := _LED.match(bare)) is not None:
        bare = bare[led.end() :]
    for pattern in _CHINESE if language == "zh" else _JAPANESE:
        match = pattern.search(bare)
        if match is None:
            continue
        who = _named(match["who"], language)
        if language == "zh" and match["verb"] in {"称", "稱", "说", "說"} and _NO_VERB.search(match["who"]):
            continue
        if language == "zh" and _NOT_SAID.search(match["who"]):
            return None
        if who is None and match["who"].rstrip("还還也则則") not in _PRONOUNS:
            return None
        return who, match["verb"]
    return None


def quotes_much(sentence: str) -> bool:
    """Whether a sentence gives more than a word or two within quotation marks."""
    return any(match.end() - match.start() > 8 for match in _QUOTED.finditer(sentence))


def _named(who: str, language: str) -> str | None:
    """Who is meant, without when they said it; None for a pronoun."""
    if who.startswith(("没有", "沒有", "无人", "無人", "誰も", "没人")):
        return None
    if language == "ja":
        who = _FAMILY_TITLE.sub("", who)
    else:
        who = re.sub(r"^(?:根?据|根?據)", "", who)
        while (when := _WHEN.search(who)) is not None and when.start() > 0:
            who = who[: when.start()]
    return None if not who or who in _PRONOUNS or who[0].isdigit() else who
