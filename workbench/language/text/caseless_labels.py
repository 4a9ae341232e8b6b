"""Whose turn it is in scripts without capitals: "记者：", "佐藤：", "المذيع:" at the beginning of lines."""

from __future__ import annotations

import re
from collections import Counter

from workbench.language.text.speaker_turns import Turn
from workbench.language.text.tokenizer import word_set

_LABEL = re.compile(
    r"^[^\S\n]*(?P<label>(?P<name>[^\W\d_a-zA-Z][^\s\d:：，、,。.!?！？؟।“”\"「」«»()（）]{0,15}"
    r"(?: [^\s\d:：，、,。.!?！？؟।“”\"「」«»()（）]{1,15}){0,2})\s?"
    r"(?:[（(](?P<role>[^()（）\n]{1,24})[)）])?)[:：][^\S\n]*(?=\S)",
    re.MULTILINE,
)
_ASKS = word_set(
    """
    记者 記者 问 問 提问 主持人 主持 采访者 司会 司会者 聞き手 質問 기자 문 진행자 المذيع المذيعة
    الصحفي الصحفية المحاور المحاورة سؤال س
    रिपोर्टर पत्रकार प्रश्न सवाल
    """
)
_ANSWERS = word_set("答 回答 답 جواب ج उत्तर जवाब")
_SAYS = re.compile(
    r"(?:说道?|說道?|称|稱|表示|指出|回应|回應|写道|寫道|质疑|質疑|强调|強調|补充|補充|答道|问道|問道|によると|曰く|कहा|बताया|लिखा|पूछा)$|"
    r"^و?(?:قالت?|أضافت?|تابعت?|أوضحت?|أكدت?|كتبت?|سألت?)\s"
)
"""What makes words before a colon a sentence of a report."""
_STOP = re.compile(r"[。！？!?؟।]|[^\d]\.(?=\s|$)")
_LEAST = 3
"""Lines with a label."""


def caseless_turns(text: str) -> list[Turn]:
    """The turns of a transcript whose labels have no capitals; none where the text is something else.

    Two labels or more of which one comes back, on most of the lines from the first on: what stands before a colon in
    a list of fields ("时间：") does not come back.
    """
    found = [
        match for match in _LABEL.finditer(text) if not _is_cased(match["name"]) and not _SAYS.search(match["name"])
    ]
    if found and text[: found[0].start()].strip() == "" and sum(one["name"] == found[0]["name"] for one in found) == 1:
        del found[0]  # the title
    if len(found) < _LEAST:
        return []
    counts = Counter(match["name"] for match in found)
    lines = sum(1 for line in text[found[0].start() :].splitlines() if line.strip())
    if len(counts) < 2 or max(counts.values()) < 2 or 2 * len(found) < lines or 2 * len(counts) > len(found) + 1:
        return []
    ends = [match.start("label") for match in found[1:]] + [len(text)]
    told = sum(_STOP.search(text, match.end(), end) is not None for match, end in zip(found, ends, strict=True))
    if 2 * told < len(found):
        return []  # a list of fields and values
    roles = {match["name"]: match["role"] for match in reversed(found) if match["role"]}
    return [
        Turn(
            match.start("label"), match.end(), end,
            None if match["name"] in _ASKS | _ANSWERS else match["name"],
            match["name"], roles.get(match["name"], ""), asks=match["name"] in _ASKS,
        )
        for match, end in zip(found, ends, strict=True)
    ]  # fmt: skip


def _is_cased(name: str) -> bool:
    """Whether a name is written in a script that has capitals: another rule reads those."""
    return any(sign.lower() != sign.upper() for sign in name)
