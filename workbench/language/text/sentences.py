"""Sentence boundaries of news text by rules, in one pass and with exact offsets."""

from __future__ import annotations

import itertools
import re

from workbench.domain.anchors import Span
from workbench.language.text.abbreviations import (
    BEFORE_NUMBER,
    ENDS_OR_NOT,
    GERMAN_MONTHS,
    NEVER_LAST,
    NEVER_LAST_IN,
    PLAIN_WORDS,
    STARTERS,
    WHOLE_WORDS_IN,
    YEAR_SIGNS,
)
from workbench.language.text.blocks import blocks
from workbench.language.text.tokenizer import word_set

LONGEST = 1500
"""Characters from which a sentence is cut: what follows must stay linear whatever comes in."""

_SIGNS = frozenset("€$£¥₴₽₺(+±%–-")
_SCALE = re.compile(r"\b(?:mio|mrd|tsd|mln|mld|bn|tys|тис|тыс|млн|млрд)$", re.IGNORECASE)
"""Short words for thousands and millions, whose full stop ends no sentence before a sign of money."""
_A_FEW = 3
"""Words on either side of an emoji that ends a sentence."""
_WIDE = "。！？｡．"
"""Stops of Chinese and Japanese: no space follows them."""
_PLAIN = "।॥۔։።။។"
"""Stops of Hindi, Urdu, Armenian, Amharic, Burmese and Khmer: they end nothing but sentences."""
_STOP = re.compile(
    r"(?:\.(?:\s?\.){1,5}|[.!?…؟।॥۔։።။។]{1,40})"
    r"(?:[\"'”’»›)\]]|“(?=\s)|\s»|\[(?:\d{1,3}|citation needed)\])*(?=\s|$|[“\"«(\[])"
    r"|[。！？｡]+[”’」』）〉》\"]*"
)
_JOINED = re.compile(r"(?:(?<=[^\W\d_][a-zß-öø-ÿ]{2})|(?<=\d{3}))[.!?](?=([A-ZÀ-Þ][a-zß-öø-ÿ]{0,12})\s)")
"""A stop without a blank behind it, before a word that may open a sentence: "It opened in March.The second …"."""
_PICTURE = re.compile(
    r"(?:[\U0001F300-\U0001FAFF\u2600-\u2763\u2765-\u27bf]\ufe0f?\u200d?){1,9}(?=\s{1,3}[A-ZÀ-Þ\d\"“])"
)
"""Emoji before what may open a sentence; in posts they end one. A heart and a flag may stand for a word."""
_IN_ADDRESS = re.compile(r"[/@]|^www\.|\w\.\w")
_OPENED = {"「": "」", "『": "』", "“": "”", "《": "》"}
_INLINE_ITEM = re.compile(
    r"(?<!\S)(?:[•‣⁃▪●]\s*(?:\d{1,3}[.)]+\s)?|\(?\d{1,3}(?:\.\)|\))\s|(?:\d{1,2}|[a-z])\.\s(?=[A-Z]))"
)
_FIRST_ITEM = re.compile(r"[•‣⁃▪●]|\(?1[.)]|\(?a[.)]")
_BEFORE = re.compile(r"(\S{1,40})$")
_NEXT = re.compile(r"\s*([\"'“„«‘‚(\[¿¡—–-]*)\s*((?:[^\W\d_]|\d)(?:[\w.'’&-]{0,40}))?")
_INITIAL = re.compile(r"^[\"'“„«‘(\[]*[^\W\d_]$")
_DOTTED = re.compile(r"^[\"'“„«‘(\[]*(?:[^\W\d_]\.)+[^\W\d_]{1,3}$")
_SECOND_LETTER = re.compile(r"\s?[^\W\d_]{1,2}\.(?!\w)")
_SUBJECTS = word_set("i it he she they we there")
"""What begins a sentence behind marks that are doubled, in messages without capitals."""
_LETTERED = word_set(
    """
    group division category class plan section type vitamin team hepatitis part grade block zone exhibit appendix option
    model stage league level pool ward gate terminal platform unit building gruppe groupe grupo gruppo hall route line
    """
)
"""What letters tell apart: a letter behind one of these is no initial."""
_FRONTED_TIME = re.compile(
    r"\s*(?:At|By|Until|Till|Before|After|From|Around|About|Shortly|Just)\s(?:[\w:.]+\s){1,5}[ap]\.m", re.IGNORECASE
)
_NAMED_DOES = re.compile(
    r"\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Eastern|Central|Mountain|Pacific|Atlantic|Local|Greenwich)\b|[A-Z]{2,4}\s)"
    r"[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){0,2}\s"
    r"(?:said|says|told|added|was|were|is|are|had|has|have|did|will|would|went|came|took|left|found|began|ran|saw|got|led|"
    r"[a-z]{3,12}ed|CARRIED|PASSED|FAILED|SECONDED|APPROVED|ADOPTED)\b"
)
"""A name and what its bearer does: so begins a sentence behind "5 a.m."."""
_QUOTED_ON = re.compile(r"\s?[»”\"]\s?,\s")
_YEAR_BEFORE = re.compile(r"\b\d{4}\s+\w$")
_FRONTED = 4
"""Words of "W maju 2019 r.", with which a sentence begins."""
_SAID = re.compile(
    r"\s+(?!(?:He|She|They|It|We|I)\b)(?:(?:[A-ZÀ-Þ][\w.'’-]*|the|a|an|president|minister)\s+){1,4}"
    r"(?:said|says|asked|added|told|wrote|replied|tweeted|explained|continued|warned|insisted|argued|concluded|declared|noted|announced|recalled|stated)\b"
    r"(?!\s+(?:that|he|she|they|it)\b)"
)
"""Who said what stands before; "Ann said that …" begins a sentence of its own."""


def _breaks_at(text: str, match: re.Match[str], low: int, high: int, sentence: int, language: str) -> bool:
    """Whether the stop found by `match` ends the sentence of `text[low:high]` that began at `sentence`."""
    stop, after = match.group(), match.end()
    if after >= high:
        return False
    if stop[0] in _WIDE:
        return _ends_wide(text, match, sentence)
    if stop.rstrip("\"'”’»›)] ")[-1:] in _PLAIN:
        return True
    following = _NEXT.match(text, after, min(high, after + 60))
    word = following.group(2) if following else None
    opening = following.group(1) if following else ""
    gap = after < high and text[after].isspace()
    mark = stop.rstrip("\"'“”’»›)] \u00a0")
    closed = len(stop) > len(mark)
    if not gap and not (closed and opening):
        return False
    if _QUOTED_ON.match(text, after, high):
        return False  # "… de moi-même. », a confié le maire"
    if word is None:
        sign = text[after:high].lstrip()[:1]
        joined = sign in {"&", "+", "/"}  # "the Min. of Ag. & Fish."
        if sign in _SIGNS and _SCALE.search(text, max(low, match.start() - 8), match.start()):
            return False  # "9,6 Mio. €", "3,87 Mio. (+12 %)"
        return not joined and not mark.endswith("...")
    first = word[0]
    lower_next = first.islower()
    if mark[-1] in "!?؟":
        if lower_next:  # "what?? it cost 27 million"
            return len(mark) > 1 and not closed and word in _SUBJECTS
        return not (closed and _SAID.match(text, after, min(high, after + 80)))
    if mark == "…" or mark.count(".") > 1:
        if lower_next or (text[match.start() - 1 : match.start()] == "[" and "(" in opening):
            return False
        if (
            word.split("'")[0].split("’")[0] == "I"
        ):  # always in a capital: "In all 40 cases... I have had to start again"
            return closed
        before = text[max(low, match.start() - 1) : match.start()]
        return closed or not before.isspace() or mark.count(".") > 3
    # One full stop from here on.
    if closed:
        if lower_next:
            return False
        return not _SAID.match(text, after, min(high, after + 80))
    if lower_next:
        return False
    head = _BEFORE.search(text, max(low, match.start() - 40), match.start())
    before_word = head.group(1).lstrip("\"'“„«‘‚([¿¡—–") if head else ""
    bare = before_word.lower()
    starter = (
        opening in {"“", '"', "«", "„", "‘"}
        or word.rstrip(".,").lower() in STARTERS
        or ("'" in word and word.split("'")[0].lower() in STARTERS)
    )
    if bare == YEAR_SIGNS.get(language) and _YEAR_BEFORE.search(text, max(low, match.start() - 12), match.start()):
        # "W 2019 r. Polska …" goes on, and so does "w 2023 r. 12,5 tys. …"
        return not first.isdigit() and len(text[sentence : match.start()].split()) > _FRONTED
    if bare in WHOLE_WORDS_IN.get(language, ()):
        return True
    if bare in NEVER_LAST_IN.get(language, ()):
        return False
    if first.isdigit():
        if bare in BEFORE_NUMBER:
            return False
        if bare in NEVER_LAST:
            return False
        if language == "de" and bare.isdigit():
            return False
        return not (bare in ENDS_OR_NOT or _DOTTED.match(before_word))
    if before_word == "me" and language == "en" and starter:
        return True  # no "Me." of a French name
    if bare in NEVER_LAST and not (before_word.isupper() and starter):
        return False
    if language == "de" and bare.isdigit() and len(bare) <= 2:
        name = word.rstrip(".,").lower()
        ahead = text[max(low, match.start() - 24) : match.start() - len(before_word)].rstrip().lower()
        return name not in GERMAN_MONTHS and not ahead.endswith(
            (" am", " vom", " zum", " der", " den", " dem", " im", " das", " die", " des", " und", " bis", " ab")
        )
    if _INITIAL.match(before_word) and _SECOND_LETTER.match(text, after, high):
        return False  # "z. B.", "d. h.", "p. ej."
    if _INITIAL.match(before_word) and before_word[-1].isupper():
        ahead = text[max(low, match.start() - 24) : match.start() - 1].rstrip()
        previous = ahead.split()[-1] if ahead.split() else ""
        if previous.lower() in _LETTERED and not word.endswith("."):
            return True  # "in Group A. At"
        if before_word[-1] == "I" and previous[:1].islower():
            return starter
        return starter and previous[:1].islower()
    if bare in {"a.m", "p.m"}:
        if _FRONTED_TIME.match(text, sentence, match.start()):
            return False
        if _NAMED_DOES.match(text, after, min(high, after + 80)):
            return True  # "shortly after 5 a.m. Voss said"
    if (bare in ENDS_OR_NOT and before_word not in PLAIN_WORDS) or _DOTTED.match(before_word):
        return starter
    return True


def _ends_wide(text: str, match: re.Match[str], sentence: int) -> bool:
    """Whether a Chinese or Japanese stop ends a sentence: none inside a quotation, none before who said it."""
    inside = text[sentence : match.start()]
    for opening, closing in _OPENED.items():
        if inside.count(opening) > inside.count(closing) and closing not in match.group():
            return False
    quoted = match.group()[-1] in "”」』"
    return not (quoted and inside.lstrip()[:1] in _OPENED)


def _split_block(text: str, low: int, high: int, language: str) -> list[int]:
    """Offsets at which a new sentence begins inside `text[low:high]`, `low` excluded."""
    cuts: list[int] = []
    for match in _STOP.finditer(text, low, high):
        if _breaks_at(text, match, low, high, cuts[-1] if cuts else low, language):
            cuts.append(match.end())
    for match in _JOINED.finditer(text, low, high):
        head = _BEFORE.search(text, max(low, match.start() - 40), match.start())
        before = head.group(1).lower() if head else ""
        if match[1].lower() in STARTERS and before not in NEVER_LAST and not _IN_ADDRESS.search(before):
            cuts.append(match.end())
    for match in _PICTURE.finditer(text, low, high):
        begun = max((cut for cut in cuts if cut <= match.start()), default=low)
        if len(text[begun : match.start()].split()) >= _A_FEW <= len(text[match.end() : match.end() + 80].split()):
            cuts.append(match.end())
    entries = (m for m in _INLINE_ITEM.finditer(text, low, high) if not _closes_aside(text, low, m))
    marks = _counted_on([(m.start(), m.end(), m.group()) for m in entries])
    items = [start for start, _ in marks]
    led = bool(items) and text[low : items[0]].rstrip().endswith(":") and _FIRST_ITEM.match(text, items[0]) is not None
    if led or (len(items) > 1 and items[0] == low):
        # A list run together in one line: every item begins a sentence; the stop of its own number does not.
        cuts = [c for c in cuts if not any(s < c <= e for s, e in marks[:200])]
        cuts.extend(items if led else items[1:])
    return sorted(set(cuts))


def _closes_aside(text: str, low: int, mark: re.Match[str]) -> bool:
    """Whether a number and a bracket end what another bracket has opened: "(Free lunches, page 7) said"."""
    if not mark.group()[0].isdigit() or ")" not in mark.group():
        return False
    return text.count("(", low, mark.start()) > text.count(")", low, mark.start())


def _counted_on(marks: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The marks of a list's items, without a number that does not count on: "2. The minutes of April 23. Carried"."""
    kept: list[tuple[int, int]] = []
    last: int | None = None
    for start, end, mark in marks:
        number = int(digits) if mark[0] in "(0123456789" and (digits := mark.strip("(.) \t\n")).isdecimal() else None
        if number is not None and last is not None and number != last + 1:
            continue
        last = last if number is None else number
        kept.append((start, end))
    return kept


_TAG = re.compile(
    r",\s+(?P<tag>(?:(?P<not>(?:is|are|was|were|has|have|had|do|does|did|wo|would|ca|could|should)n['’]t\s+)|"
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should)\s+)"
    r"(?:it|he|she|they|we|you|I|there|that|this)(?:\s+(?P<late>not))?(?:,\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})?\?)",
)
_DENIES = re.compile(r"\b(?:not|never|no|nobody|nothing|none|neither|hardly|\w+n['’]t)\b", re.IGNORECASE)
_ASKED_FIRST = re.compile(
    r"\W*(?:(?:and|but|so|well|now),?\s+)?(?:who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|has|have|had|can|"
    r"could|will|would|should|if|let['’]s)\b",
    re.IGNORECASE,
)


def _tag_of(text: str, low: int, high: int) -> int | None:
    """Where the tag of a statement begins: "The queue is twelve years long, isn't it?" states its first words.

    Only one that turns them round: "You sold it, did you?" asks.
    """
    found = next((m for m in _TAG.finditer(text, low, high) if not text[m.end() : high].strip()), None)
    if found is None or _ASKED_FIRST.match(text, low, found.start()):
        return None
    denied = _DENIES.search(text, low, found.start()) is not None
    return found.start("tag") if denied != bool(found["not"] or found["late"]) else None


def sentences_in(text: str, start: int, end: int, language: str = "en") -> list[Span]:
    """The sentences of one block, without outer spaces; the tag behind a statement is one by itself."""
    found = []
    edges = [start, *_split_block(text, start, end, language), end]
    for low, high in itertools.pairwise(edges):
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        tag = _tag_of(text, low, high) if language == "en" and low < high and text[high - 1] == "?" else None
        if tag is not None:
            found.extend(_within_reason(text, low, low + len(text[low:tag].rstrip())))
            low = tag
        if low < high:
            found.extend(_within_reason(text, low, high))
    return found


def _within_reason(text: str, low: int, high: int) -> list[Span]:
    """A stretch without a stop that no sentence is long enough for, cut between words; others as they are."""
    found: list[Span] = []
    while high - low > LONGEST:
        cut = max(text.rfind(mark, low + LONGEST // 2, low + LONGEST) for mark in ("; ", ", ", "\n", " "))
        if cut < 0:
            break
        found.append(Span(low, cut + 1 if text[cut] in ";," else cut))
        low = cut + 1
        while low < high and text[low].isspace():
            low += 1
    if low < high:
        found.append(Span(low, high))
    return found


def sentences(text: str, language: str = "en", title: str = "", speakers: tuple[str, ...] = ()) -> list[Span]:
    """The sentences of an article, block by block (a credit after a caption is a sentence of its own).

    Args:
        text: The article.
        language: ISO 639-1 code; en, de, fr and es have rules of their own, others use the English ones.
        title: The article's title, where known.
        speakers: Names that are known to stand before what they say.
    Returns:
        Spans in order, never overlapping, without outer spaces; only white space lies between them, and the times and
        numbers that `blocks` leaves out.
    """
    return [
        span for block in blocks(text, title, speakers) for span in sentences_in(text, block.start, block.end, language)
    ]
