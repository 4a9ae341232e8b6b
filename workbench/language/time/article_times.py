"""The times of one article, each expression with one date: its sentences decide together what "in October" means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workbench.domain.anchors import Span
from workbench.domain.quantities import TimeRef
from workbench.domain.syntax import Tree
from workbench.language.text.calendar_names import MONTHS, WEEKDAYS
from workbench.language.text.layout import layout_of
from workbench.language.time.calendar_words import day_in_words
from workbench.language.time.message_days import MessageDays
from workbench.language.time.periods_measured import is_measured_by
from workbench.language.time.spoken_on import day_counted_from
from workbench.language.time.time_tense import WITHIN, Side, is_bound, just_said, side_by_words
from workbench.language.time.times import times
from workbench.language.time.told_elsewhen import is_chained, is_of_earlier_paper, is_told_before, telling_days
from workbench.language.time.told_times import is_told_in_earlier_year
from workbench.language.time.tree_tense import hangs_on_verb_of, is_habitual, side_in_tree

_AHEAD_OF = re.compile(r"\bahead\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(rf"\bsince\s+(?:last\s+|early\s+|late\s+|mid-?\s*)?(?:{'|'.join(MONTHS)})$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:(?:up|down|rose|risen|fell|fallen|more|less|fewer|higher|lower|compared|against)\s+(?:from|than|with)|compared\s+to)\s+"
    r"(?:(?:about|around|some|nearly|just|only)\s+)?[^\s\w]?\d[\d.,]*\S{0,3}(?:\s+[a-z]+){0,2}\s+(?:in\s+|on\s+|at\s+)?$"
)
"""An amount of before, with which one of now is compared."""
_FROM_THEN = re.compile(
    r"\b(?:from|than|against|compared\s+with)\s+(?:(?:about|around|some|nearly|just|only)\s+)?[^\s\w]?\d[\d.,]*\S{0,3}"
    r"(?:\s+[a-z]+){0,2}\s+in\s+$"
)
"""An amount of a year with which another is compared: no tale is set in that year."""
_CALLED_OFF = re.compile(
    r"\b(?:call(?:s|ed|ing)?\s+off|(?:cancel|suspend|avert|postpone|scrap|abandon|avoid|prevent)\w*)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bbefore\s+(?:the\s+)?$", re.IGNORECASE)
_YEAR = re.compile(
    r"(?:(?<=spring of )|(?<=summer of )|(?<=autumn of )|(?<=winter of )|"
    r"(?<!\bsince )(?<!\buntil )(?<!\bfrom )(?<!\bthan )(?<!\bbefore )(?<!\bafter )(?<!\bby )(?<!\bof ))"
    r"(?<![\w£$€.,#/-])"
    r"(?P<y>1[4-9]\d\d|20\d\d)(?![\w%-]|[.,]\d)"
)
_THAT_YEAR = re.compile(r"\b(?:that|the\s+same)\s+(?:year|day|month|autumn|spring|summer|winter)\b", re.IGNORECASE)
_STORY = 250
"""Characters back in which a year that is named tells of when a narrative is set."""
_AFTERWARDS = 160
_TALE = 800
"""As `_STORY`, over paragraphs, for what is told to have happened before something else."""
_DAY_NAMED = re.compile(
    rf"\b(?:{'|'.join(name.capitalize() for name in WEEKDAYS if len(name) > 5)}|yesterday|last\s+(?:week|month|year))\b"
)
"""A day or week before, from which what is promised may be counted."""
_TOLD_THEN = re.compile(
    rf"\b(?P<month>(?:in|on)\s+(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)}))\s+that\s[^.;\n]{{0,80}}?\b(?:had|was|were)\b",
    re.IGNORECASE,
)
"""What was told in a month to have happened before."""
_JUST = 6
"""Months after one in which it is nearer than the next of its name."""
_COUNTED_ON = re.compile(
    r"(?:the\s+)?(?:next|last|this|following|coming|tomorrow|yesterday|in|within|by\s+next)\b", re.IGNORECASE
)
_YET = re.compile(
    r"\b(?:will|shall|would|is|are|has|have|may|can|could|must|should|to\s+be)\b|['’](?:ll|s|re|ve)\b", re.IGNORECASE
)
"""Words by which what is due is still to come."""
_HABIT = re.compile(
    r"\b(?:(?:every|each|most)\s+(?:years?|spring|summer|autumn|winter)|usually|normally|typically|annually|"
    r"traditionally|generally|always)\b",
    re.IGNORECASE,
)
_NEAR = 80
"""Characters around a month in which such a word makes it one of every year."""
_ANOTHER_CLAUSE = re.compile(r"[,;:–—]|\b(?:and|but|which|who|that|when|while)\b")
_WOULD = re.compile(r"\bwould\b|['’]d\b")
_SUNDAY = 6
_TOLD = re.compile(r"\b(?:told|said|promised|announced|assured|thought|hoped|claimed)\b[^.;:“”\"]*\b(?:would|['’]d)\b")
_AGAIN_AND_AGAIN = re.compile(
    r"\b(?:every|each)\s+(?:day|week|month|quarter|year|time)\b[^.;:]*\bwould\b", re.IGNORECASE
)
"""What was told more than once: "said every month that it would be next month"."""
_HAD = re.compile(r"\b(?:had|hadn['’]t)\b")
_DAY_MONTH_YEAR = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{'|'.join(MONTHS)})|"
    rf"(?P<mb>{'|'.join(MONTHS)})\.?\s+(?P<db>\d{{1,2}})(?:st|nd|rd|th)?),?\s+(?P<y>\d{{4}})\b",
    re.IGNORECASE,
)


class ArticleTimes:
    """Reads times of any part of one article.

    The same words name the same day or month wherever they stand: what any sentence says of it with its verb holds for
    all; where sentences contradict each other only what has happened by the publication is dated.

    Args:
        text: The article.
        sentences: Its sentences.
        published: The day that relative times are counted from, unless a transcript's heading gives its own.
        language: ISO 639-1 code.
        trees: The parsed sentences, where there is a parser.
        title: Its title, where it is known apart from the text.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        *,
        published: date | None,
        language: str = "en",
        trees: Sequence[Tree] | None = None,
        title: str = "",
    ) -> None:
        self._text = text
        self._sentences = list(sentences)
        self._starts = [span.start for span in self._sentences]
        self._published = day_counted_from(text, published, title)
        self._headed = self._published if self._published != published else None
        self._messages = MessageDays(layout_of(text, title).turns, published)
        self._language = language
        self._trees = list(trees) if trees is not None and len(trees) == len(self._sentences) else None
        self._votes: dict[str, set[Side]] | None = None
        self._years: dict[str, set[int]] = {}

    def within(self, start: int, end: int) -> tuple[TimeRef, ...]:
        """The times of `text[start:end]`, offsets in the article."""
        day = self._messages.at(start) if self._messages.found else self._published
        found = times(self._text, start, end, published=day, language=self._language, decide=self._decided)
        return tuple(
            self._of_another_telling(self._of_its_day(self._week_of(self._not_after_telling(ref), day), day), day)
            for ref in found
        )

    def counted_from(self, start: int) -> str:
        """What the relative times at an offset are counted from, where that is not the publication; else ""."""
        if self._messages.found:
            day = self._messages.at(start)
            return f"{day_in_words(day)}, the day of the message" if day is not None else ""
        return f"{day_in_words(self._headed)}, the day in the heading" if self._headed is not None else ""

    def _week_of(self, ref: TimeRef, day: date | None) -> TimeRef:
        """A time without a date where it may not be the one it seems.

        On a Monday a "this week" of what has happened may be the one just over, and so may "last week" on a Sunday; a
        "next month" that was told every month has no date.
        """
        begin = self._sentence_of(ref.start)
        if ref.relative and _AGAIN_AND_AGAIN.search(self._text, begin, ref.start):
            return replace(ref, earliest=None, latest=None)
        surface = ref.text.lower()
        if surface == "last week" and day is not None and day.weekday() == _SUNDAY:
            return replace(ref, earliest=None, latest=None)
        if day is None or day.weekday() or surface != "this week" or ref.earliest is None:
            return ref
        ahead = self._own("this week", ref.start, ref.end) is Side.AHEAD
        return ref if ahead else replace(ref, earliest=None, latest=None)

    def _sentence_of(self, offset: int) -> int:
        """Where the sentence begins that an offset lies in."""
        number = bisect_right(self._starts, offset)
        return self._starts[number - 1] if number else 0

    def _of_its_day(self, ref: TimeRef, day: date | None) -> TimeRef:
        """A time without a date where it is counted from another day: "said in 2015 that it would close next year"."""
        if not ref.relative or day is None or _COUNTED_ON.match(ref.text) is None:
            return ref
        number = max(0, bisect_right(self._starts, ref.start) - 1)
        if self._trees is None or not is_told_in_earlier_year(self._trees[number], ref.start, day.year):
            return ref
        return replace(ref, earliest=None, latest=None)

    def _of_another_telling(self, ref: TimeRef, day: date | None) -> TimeRef:
        """A time without a date in what was written in an earlier year or told on an earlier day, or that tells another
        one more closely.
        """
        if not ref.relative or day is None or ref.earliest is None:
            return ref
        begin = self._sentence_of(ref.start)
        following = bisect_right(self._starts, ref.start)
        end = self._starts[following] if following < len(self._starts) else len(self._text)
        sentence, start = self._text[begin:end], ref.start - begin
        if is_measured_by(self._text, begin, ref.start, ref.end, end, day):
            return replace(ref, earliest=None, latest=None)
        known = is_chained(self._text, ref.start) or is_of_earlier_paper(sentence, start, day.year)
        for first, last in () if known else telling_days(sentence, start, ref.end - begin):
            told = times(
                self._text, begin + first, begin + last, published=day, language=self._language, decide=self._decided
            )
            known = known or any(one.earliest is not None and is_told_before(ref, one.earliest, day) for one in told)
        return replace(ref, earliest=None, latest=None) if known else ref

    def _not_after_telling(self, ref: TimeRef) -> TimeRef:
        """A month without a date where it would come after the one in which it was told of as over.

        "Had told the board in December that she had been briefed in January": not in the January behind that December.
        """
        begin = self._sentence_of(ref.start)
        told = _TOLD_THEN.search(self._text, begin, ref.start)
        if told is None or ref.earliest is None or not ref.relative:
            return ref
        before = times(
            self._text, told.start(), told.end("month"), published=self._published, language=self._language,
            decide=self._decided,
        )  # fmt: skip
        late = any(each.latest is not None and ref.earliest > each.latest for each in before)
        return replace(ref, earliest=None, latest=None) if late else ref

    def _decided(self, key: str, start: int, end: int) -> Side | int | None:
        if key == WITHIN:
            begin = self._text.rfind("\n", 0, start) + 1
            return Side.UNSURE if _DAY_NAMED.search(self._text, begin, start) else None
        if key.isdigit() and self._is_habit(start, end):
            return Side.UNSURE  # "is held in July every year": of no year
        votes = self._counted().get(key, set())
        years = self._years.get(key)
        if years:
            return years.copy().pop() if len(years) == 1 else Side.UNSURE
        own = self._own(key, start, end)
        explicit = votes - {Side.UNSURE}
        if len(explicit) == 2:
            return own if own is Side.BEHIND else Side.UNSURE
        if own is Side.UNSURE and (not key[:1].isdigit() or self._in_narrative(start, end)):
            return own
        if own in explicit or key == "today":
            return own
        return explicit.copy().pop() if explicit else own

    def _counted(self) -> dict[str, set[Side]]:
        """What all sentences say of every expression; read once."""
        if self._votes is None:
            votes: dict[str, set[Side]] = {}

            def collect(key: str, start: int, end: int) -> Side | int | None:
                own = self._own(key, start, end) if key != WITHIN else None
                if own is not None:
                    votes.setdefault(key, set()).add(own)
                return own

            for match in _DAY_MONTH_YEAR.finditer(self._text):
                month = MONTHS[(match["m"] or match["mb"]).lower()]
                key = f"{int(match['d'] or match['db'])}-{month}"
                self._years.setdefault(key, set()).add(int(match["y"]))
            if self._published is not None:
                for span in self._sentences:
                    times(
                        self._text, span.start, span.end, published=self._published, language=self._language,
                        decide=collect,
                    )  # fmt: skip
            self._votes = votes
        return self._votes

    def _own(self, key: str, start: int, end: int) -> Side | None:
        """What the sentence of a time says itself of where it lies."""
        number = max(0, bisect_right(self._starts, start) - 1)
        tree = self._trees[number] if self._trees is not None else None
        bound = is_bound(self._text, start, end)
        told_before = key[:1].isdigit() and self._told_before(number, start)
        if just_said(self._text, start, end):
            return Side.BEHIND
        if _SINCE.search(self._text[max(0, start - 24) : end]) and not told_before:
            return Side.BEHIND
        if _CALLED_OFF.search(self._text, max(0, start - 60), start) and self._text[end : end + 2] in {"'s", "’s"}:
            return Side.UNSURE  # "called off Thursday's strike": that day is still to come, or is not
        if _COMPARED.search(self._text, max(0, start - 60), start):
            return Side.BEHIND  # "ships are waiting, up from 26 on Friday"
        side = None
        if tree is not None and not bound:
            side = side_in_tree(tree, start, end)
        if side is None:
            side = side_by_words(self._text, start, end)
        before = self._text[max(0, start - 16) : start]
        if side is Side.BEHIND and not bound:
            if _AHEAD_OF.search(before):
                side = Side.AHEAD
            elif _BEFORE.search(before):
                side = Side.UNSURE
        if (
            side is Side.BEHIND
            and self._is_own_weekday(key)
            and self._sentences
            and _HAD.search(self._text, start - 40, start)
        ):
            return Side.UNSURE  # what "had" happened on the weekday of the publication may be a week old
        if side is Side.AHEAD and bound and (self._may_be_over(key, start) or self._was_due(start)):
            return Side.UNSURE
        if side is Side.AHEAD and self._just_over(key) and self._was_told(start):
            return Side.UNSURE
        if side is not Side.AHEAD and key[:1].isdigit() and (told_before or self._in_narrative(start, end)):
            return Side.UNSURE
        return side

    def _is_habit(self, start: int, end: int) -> bool:
        """Whether a month is told of what comes back every year."""
        if not self._sentences:
            return False
        number = max(0, bisect_right(self._starts, start) - 1)
        span = self._sentences[number]
        tree = self._trees[number] if self._trees is not None else None
        for habit in _HABIT.finditer(self._text, max(span.start, start - _NEAR), min(span.end, end + _NEAR)):
            between = self._text[min(habit.end(), end) : max(habit.start(), start)]
            if tree is None and _ANOTHER_CLAUSE.search(between) is None:
                return True
            if tree is not None and hangs_on_verb_of(tree, habit.start(), habit.end(), start):
                return True
        return tree is not None and is_habitual(tree, start, end)

    def _was_due(self, start: int) -> bool:
        """Whether what was promised on a day that is over was due soon after it: "said on Monday it would be by"."""
        begin = max((at for at in self._starts if at <= start), default=0)
        would = _WOULD.search(self._text, begin, start)
        return would is not None and _DAY_NAMED.search(self._text, begin, would.start()) is not None

    def _was_told(self, start: int) -> bool:
        """Whether somebody has told what "would" be: "told my wife the fence would be done in April"."""
        begin = max((at for at in self._starts if at <= start), default=0)
        return _TOLD.search(self._text, begin, start) is not None

    def _just_over(self, key: str) -> bool:
        """Whether a month is one of those right before the publication."""
        month = key.rpartition("-")[2]
        if self._published is None or not month.isdigit():
            return False
        return 0 < (self._published.month - int(month)) % 12 <= _JUST

    def _may_be_over(self, key: str, start: int) -> bool:
        """Whether what was promised by a month may have been due in the one just over: "promised us four by March"."""
        begin = max((at for at in self._starts if at <= start), default=0)
        return self._just_over(key) and _YET.search(self._text, begin, start) is None

    def _is_own_weekday(self, key: str) -> bool:
        return self._published is not None and key == f"w{self._published.weekday()}"

    def _told_before(self, number: int, start: int) -> bool:
        """Whether a day is one of what "had" happened, in a text that has just named another year."""
        if not self._sentences or _HAD.search(self._sentences[number].of(self._text)) is None:
            return False
        return self._earlier_year(max(0, start - _TALE), start)

    def _told_of_then(self, start: int, end: int) -> bool:
        """Whether a tale of an earlier year goes on: one was named before a time, and one follows it."""
        stop = self._text.find("\n", end)
        stop = min(stop if stop >= 0 else len(self._text), end + _AFTERWARDS)
        return self._earlier_year(end, stop) and self._earlier_year(max(0, start - _TALE), start)

    def _earlier_year(self, begin: int, end: int) -> bool:
        """Whether the year named last before a time is one of before the publication."""
        named = [
            int(match["y"])
            for match in _YEAR.finditer(self._text, begin, end)
            if _FROM_THEN.search(self._text, max(0, match.start() - 60), match.start()) is None
        ]
        if not named or self._published is None:
            return False
        return named[-1] < self._published.year - (self._published.month < 7)

    def _in_narrative(self, start: int, end: int) -> bool:
        """Whether a day or month may be one of an earlier year: one was just named, or "that year" follows."""
        begin = max(self._text.rfind("\n", 0, start) + 1, start - _STORY)
        if self._earlier_year(begin, start) or self._told_of_then(start, end):
            return True
        return _THAT_YEAR.search(self._text, end, min(len(self._text), end + _AFTERWARDS)) is not None
