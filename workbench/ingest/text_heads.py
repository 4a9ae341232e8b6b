"""What stands above a plain text: the day it was posted and who wrote it, where lines of its own say so."""

from __future__ import annotations

import re
from datetime import date

from workbench.ingest.bylines import is_byline, is_name, line_authors, undated
from workbench.ingest.dates import dates_in, days_of_month_in, ends_with_weekday, is_weekday_of, order_of
from workbench.ingest.fields import Fields, is_masthead
from workbench.ingest.letterheads import is_release, letterhead, letterhead_end
from workbench.ingest.named_lines import labelled_publisher
from workbench.ingest.own_days import (
    day_below_title,
    day_of_kind,
    day_of_signing,
    day_of_talk,
    day_of_title,
    invites,
    is_last_of_term,
    is_of_old,
    labelled_day,
    paper_of_issue,
)
from workbench.ingest.text import one_line

LINES = 8
"""Lines at the top of a text among which they stand."""
_LONGEST = 140
_STATED = re.compile(
    r"(?:first\s+|originally\s+)?(?:posted|published|aired|broadcast|filed|issued|released|veröffentlicht|erschienen|publié|"
    r"publicado|pubblicato|(?:this|current|last) version)\b(?=[^.!?]*\d)(?![^.!?]*[.!?]\s+\w+\s+\w+\s)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:draft |approved |confirmed )?(?:minutes|protokoll|niederschrift|procès-verbal|compte rendu|acta|verbale|"
    r"ata|notulen|protokół|протокол)\b[^.!?\d]{0,60}\b(?:meeting|\w*sitzung|séance|sesión|seduta|reunião|sessão|"
    r"vergadering|posiedzeni[ae]|sesji|засідання|заседания|held)\b[^.!?\d]{0,80}",
    re.IGNORECASE,
)
"""What stands before the day in the heading of minutes; when they came out is a guess from it."""
_NEWS_OF = re.compile(
    r"(?:[^\W\d_][\w&’'-]{0,20} ){0,4}(?:news|nachrichten|nouvelles|noticias|notizie|notícias)"
    r" (?:of|for|vom|von|du|del|di|de) ",
    re.IGNORECASE,
)
_NEWS_ENDS = re.compile(r"\s{0,3}(?:$|[/|])")
"""What stands before the weekday and day in the heading of a page of news: "Regional News of Friday, 3 May 2019"."""
_BESIDE_WEEKDAY = re.compile(r"\W*(?:at|um)?\W*", re.IGNORECASE)
_DATELINE = re.compile(r"\s{0,3}(?:\([^()]{1,40}\)|/[^/]{1,40}/)?\.?\s{0,3}[-–—]{1,2}\s{1,3}[^\sa-zß-ÿ]")
_STOPPED = re.compile(r"\s?(?:(?:r\.|roku|года|г\.|року|р\.)|[.:])\s{1,3}[^\sa-zß-ÿ]")
"""What stands behind the day of a dateline that ends as a sentence does: "Orlau, 3. März 2023. In Orlau …"."""
_ARTICLE = re.compile(r"(?<=, )(?:den|le|el|il|dnia)\s$")
_PLACE = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]{0,30}(?:,?\s{1,2}|,)){1,5}(?:\([^()]{1,40}\)\s?,?\s?)?")
_PLACE_LENGTH = 80
_YEAR = re.compile(
    r"(\b(?:by|until|through|to|bis|jusqu'en) )?(?<![\d.,])((?:19|20)\d\d)(?![\d%]|[.,]\d)", re.IGNORECASE
)
_YEARS_LATER = re.compile(
    r"\b(?:years? (?:later\b|on(?:,| from\b| since\b))|jahre? (?:später|danach)|ans (?:plus tard|après)|"
    r"años (?:después|más tarde)|anni dopo|anos depois|jaar later|år senare|lat później|"
    r"(?:лет|года?) спустя|років по тому)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|would|to be|due|plan\w*|expect\w*|forecast\w*|aims?|intends?|next|from|until|before|"
    r"wird|werden|soll\w*|sera|seront|prév\w*|será\w*|prev\w*|sarà|saranno|zal|zullen|kommer|ska|"
    r"będ\w*|будет|будут|буде|будуть)\b",
    re.IGNORECASE,
)
"""What a sentence holds that tells of a year to come."""
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_YEAR_IN_PATH = re.compile(r"/((?:19|20)\d\d)(?=[/_.-])")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s{0,3}((?:19|20)\d\d)\b(?!\s?[-–])", re.IGNORECASE)
_FOOT = 600
"""Characters at the end of a text among which its line of rights stands."""
_SIGNATURE = 4
"""Lines at the end of a text among which it says when it was signed."""
_READ = 20_000
_AIM = 15
"""Years before the aim ("by 2025") that a text of its day may name."""
_BELOW = 4
"""Lines from the top among which one with a name and a day stands below the title."""
_ANY_YEAR = 20
"""Years before one of the text in which a day alone on a line may still be the one on which this came out."""


def dateline(line: str) -> date | None:
    """The day in the dateline with which a report begins: "SELVIK, Norway, Feb. 1, 2024 (Wire) — The ferry …"."""
    for start, end, day in dates_in(line[: 2 * _PLACE_LENGTH]):
        return day if _opens_report(line, start, end) else None
    return None


def _opens_report(line: str, start: int, end: int) -> bool:
    """Whether a day in a line stands behind nothing but a place and before the first words of a report."""
    place = _ARTICLE.sub("", line[:start])
    if len(place) > _PLACE_LENGTH or not _PLACE.fullmatch(place):
        return False
    return bool(_DATELINE.match(line[end:]) or (place.endswith(", ") and _STOPPED.match(line[end:])))


def _dateline_of_year(line: str, text: str, address: str | None) -> date | None:
    """The day of a dateline without its year, by the one year that the address and the line of rights give."""
    years = {int(year) for year in _YEAR_IN_PATH.findall(address or "")}
    years |= {int(year) for year in _RIGHTS.findall(text[-_FOOT:])}
    if len(years) != 1:
        return None
    for start, end, month, day in days_of_month_in(line[: 2 * _PLACE_LENGTH]):
        named = ends_with_weekday(line[:start])
        if not _opens_report(line[:named] + line[start:], min(named, start), end - (start - named)):
            return None
        try:
            found = date(years.pop(), month, day)
        except ValueError:
            return None
        stated = line[named:start].strip(" ,.")
        return found if not stated or is_weekday_of(stated, found) else None
    return None


def _names_later_year(text: str, day: date, beyond: int = 0) -> bool:
    """Whether a text tells of a year after a day, which is then the day of something else: of a battle, a birth."""
    for found in _YEAR.finditer(text, 0, _READ):
        aim, figures = found.groups()
        year = int(figures)
        if day.year + (max(_AIM, beyond) if aim else beyond) < year <= date.today().year:
            return True
    return False


def _looks_back(text: str, day: date) -> bool:
    """Whether a text was written long after a day: it tells of a later year that is not to come, or "years later"."""
    # "three years later than planned" tells nothing of a day from which no years have gone by
    if is_of_old(day) or (date.today().year - day.year > 1 and _YEARS_LATER.search(text, 0, _READ)):
        return True
    for found in _YEAR.finditer(text, 0, _READ):
        year = int(found[2])
        before = _SENTENCE_END.split(text[max(0, found.start() - _PLACE_LENGTH * 2) : found.start()])[-1]
        told = _TO_COME.search(f"{before}{found[1] or ''}")
        if day.year + (_AIM if told or found[1] else 0) < year <= date.today().year:
            return True
    return False


def _is_of_long_ago(line: str, text: str, day: date) -> bool:
    """Whether a dateline that ends with a full stop heads a story of its day, told long afterwards."""
    stopped = any(_STOPPED.match(line[end:]) for _, end, one in dates_in(line[: 2 * _PLACE_LENGTH]) if one == day)
    return (stopped or day_of_talk(line) == day) and _looks_back(text, day)


def _is_issue(text: str, line: str, found: tuple[int, int, date]) -> bool:
    """Whether a line gives the issue of a paper ("Holm Courier, 3 June 2022") of a text that names no later year."""
    start, end, day = found
    return not line[end:].strip() and is_masthead(line[:start]) and not _names_later_year(text, day)


def _is_news_of(line: str, found: tuple[int, int, date]) -> bool:
    """Whether a line says of which weekday and day its news are, and nothing else."""
    start, end, day = found
    named = ends_with_weekday(line[:start])
    stated = line[named:start].strip(" ,.")
    whole = _NEWS_OF.fullmatch(line[:named]) and _NEWS_ENDS.match(line[end:])
    return bool(whole and stated) and is_weekday_of(stated, day)


def _is_weekday(words: str) -> bool:
    """Whether nothing but the name of a weekday is left of a line, and words between a day and its time."""
    bare = words.strip(" ,.:|-–—")
    return bool(_BESIDE_WEEKDAY.fullmatch(bare[: ends_with_weekday(bare)]))


_NEVER_IN_NAMES = re.compile(
    r"(?:^|,\s|\s)(?:the|an?|to|of|in|on|at|for|with|from|or|all|your|our|their|his|her|its|my|this|that|not|up|out|off|down|"
    r"numbers?|council|committee|department|ministry|agency|association|university|institute|authority)(?=\s|,|$)|"
    r"(?:^|,\s)(?:train|bus|bike|boat|ferry|sea|road|rail|air|car|foot|land|night|popular|public|design|chance|law|order|"
    r"appointment|invitation|request|royal|special|any|no|one|two|three)\s",
    re.IGNORECASE,
)
"""Words that stand in no name, anywhere or at its beginning: "By The Numbers", "By Train To Varen"."""


def _authors(lines: list[str]) -> str | None:
    """The names in the first by-line that holds nothing else."""
    for line in lines:
        names = line_authors([line])
        if names is not None and not _NEVER_IN_NAMES.search(names):
            return names
    return None


def _heads(text: str) -> tuple[list[str], str]:
    """The short lines at the top of a text, and the first long one behind them."""
    heads: list[str] = []
    for line in text[: LINES * 400].split("\n"):
        if not line.strip():
            continue
        if len(line) > _LONGEST or len(heads) == LINES:
            return heads, " ".join(line.split())
        heads.append(" ".join(line.split()))
    return heads, ""


def offer_head(text: str, fields: Fields, stated: str | None = None) -> None:
    """Offer the day and the authors that the first lines of a text state; a day alone or in a dateline is a guess.

    Args:
        text: The text.
        fields: Takes what is found.
        stated: The author by the properties of the file. A by-line goes before it only where a day stands among
            the lines as well, as above an article; elsewhere it may be anything ("By Design Alone").
    """
    house, headed = letterhead_end(text)
    for line in map(one_line, text[:headed].split("\n")):
        if (is_release(line) or day_of_kind(line)) and (day := next((one[2] for one in dates_in(line)), None)):
            fields.offer_date(day, f"a line at its top: {line[:80]}")
    text = text[headed:]
    heads, _ = _heads(text)
    for line in heads[1:]:
        fields.offer("publisher", labelled_publisher(line), f"a line at its top: {line[:80]}", guessed=True)
    offer_day(text, fields, headed=headed > 0)
    fields.offer("publisher", house or letterhead(text), "its first line", guessed=True)
    dated = any(day <= date.today() for line in heads for _, _, day in dates_in(line))
    if dated or not is_name(stated or ""):
        fields.offer("author", _authors(heads[1:] or heads), "by-line in its text")


def offer_day(text: str, fields: Fields, *, lines_alone: bool = True, headed: bool = False) -> None:
    """Offer the day that the first lines of a text give as its own.

    Without `lines_alone` it must stand in the title or a dateline, or be that of a talk or of minutes: where a page
    shows a day on a line, its markup says more of it. `headed`: a letterhead stood above, as above a day alone.
    """
    heads, opening = _heads(text)
    today = date.today()
    order = order_of(fields.values.get("language"))
    lines = [" ".join(line.split()) for line in text[: LINES * 400].split("\n") if line.strip()]
    for number, line in enumerate(heads):
        if lines_alone and (day := labelled_day(line, order)) and day <= today and not _looks_back(text, day):
            fields.offer_date(day, f"a line at its top: {line[:80]}")
            break
        found = [one for one in dates_in(line) if one[2] <= today]
        if not found:
            continue
        _, _, day = found[0]
        if lines_alone and (_STATED.match(line) or is_release(line)):
            fields.offer_date(day, f"a line at its top: {line[:80]}")
            break
        if len(found) != 1 or _names_later_year(text, day, _ANY_YEAR):
            continue
        elsewhere = _looks_back(text, day) or is_last_of_term(" ".join(heads[: number + 1]), day)
        elsewhere = elsewhere or invites(text[:_FOOT])
        placed = (number > 0 or headed) and number < _BELOW and not elsewhere
        below = day_below_title(lines, number, found[0]) if placed else None
        own = lines_alone and (
            _is_issue(text, line, found[0]) or _is_weekday(undated(line)) or is_byline(undated(line))
        )
        if (
            below
            or own
            or _MEETING.fullmatch(line[: found[0][0]])
            or (number == 0 and not elsewhere and day_of_title(line, found[0]))
            or (lines_alone and number < _BELOW and not elsewhere and day_of_kind(line))
            or (number < _BELOW and not elsewhere and _is_news_of(line, found[0]))
        ):
            fields.offer_date(day, f"a line at its top: {line[:80]}", guessed=True)
            if below:
                fields.offer("publisher", below[1], f"a line at its top: {line[:80]}", guessed=True)
            elif number == 0:
                paper = paper_of_issue(line, found[0][0])
                fields.offer("publisher", paper, f"a line at its top: {line[:80]}", guessed=True)
            break
    for line in (*heads, opening):
        begun = dateline(line) or _dateline_of_year(line, text, fields.values.get("url"))
        talked = None if begun else day_of_talk(line)
        day = begun or talked
        if (
            day is not None
            and day <= today
            and not _names_later_year(text, day)
            and not _is_of_long_ago(line, text, day)
        ):
            how = "when it says that the talk was held" if talked else "the dateline of its text"
            fields.offer_date(day, f"{how}: {line[:60]}", guessed=True)
            break
    foot = text[-_FOOT:].rstrip().split("\n")[-_SIGNATURE:] if lines_alone else []
    for number, line in enumerate(foot):
        if any(len(below) > _PLACE_LENGTH and below.endswith(".") for below in foot[number + 1 :]):
            continue  # "Signed in Holm on …" heads a text about what was signed
        day = day_of_signing(" ".join(line.split()))
        if day is not None and day <= today and not _looks_back(text, day):
            fields.offer_date(day, f"when it says that it was signed: {line.strip()[:60]}", guessed=True)
