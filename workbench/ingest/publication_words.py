"""Words that say of a day that something came out on it, and headings that tell of a day."""

from __future__ import annotations

import re
from itertools import islice

from workbench.ingest.dates import dates_in, ends_with_weekday
from workbench.ingest.letterheads import is_release
from workbench.ingest.own_days import day_of_title

BY_WORD = re.compile(
    r"publi|posted|delivered|handed down|публік|публикац|"
    r"reported|submitted|asked|erstellt|veröffentlicht|geschrieben|verfasst|created|written|released|gepost|lagt|"
    r"skrevet|pubblicat|"
    r"inserito|escrito|yayın|giriş|опубликован|опубліковано|eingestellt|dodano|megjelen|objav|zveřejn|julkais|"
    r"diterbitkan|đăng|"
    r"نشر|منتشر|פורסם|प्रकाशित|เผยแพร่|δημοσ|公開|掲載|配信|发布|發佈|发表|게시|입력|등록",
    re.IGNORECASE,
)
DAY_LABEL = re.compile(
    r"(?:date|datum|data|dato|fecha|dátum|дата|tarih|tanggal|ngày|kuupäev|päivämäärä|päiväys|pvm|ημερομηνία|"
    r"日付|日期|날짜|تاريخ|التاريخ|תאריך|วันที่|दिनांक)\W{0,3}",
    re.IGNORECASE,
)
"""What the head of a row says where the day beside it is the page's own: "date", and no word more."""
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m\b)(?:\s?(?:[ap]\.?m\b\.?|uhr\b|h\b))?", re.IGNORECASE)


def says_published(label: str) -> bool:
    """Whether a label says that what stands behind it is when a page came out."""
    return bool(BY_WORD.search(label) or DAY_LABEL.fullmatch(label))


def tells_of_a_day(heading: str) -> bool:
    """Whether a heading holds a day that is neither alone nor the one of a document that it names."""
    words = " ".join(heading.split())
    for found in islice(dates_in(words), 1):
        before = words[: min(found[0], ends_with_weekday(words[: found[0]]))].strip(" ,|:–—-·(")
        behind = _CLOCK.sub("", words[found[1] :]).strip(" ,|:–—-·)")
        alone = not (before or behind) or BY_WORD.search(before) or DAY_LABEL.fullmatch(before)
        return not (alone or is_release(words)) and day_of_title(words, found) is None
    return False
