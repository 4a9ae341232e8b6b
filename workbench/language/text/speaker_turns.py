"""Whose turn it is: the labels of transcripts, chats and debates ("NAME:", "Mr Name:", "Name (02:17):", ">> NAME:")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from workbench.language.text.members import MemberLine, members
from workbench.language.text.proceedings import is_record, narrated_from
from workbench.language.text.speaker_labels import (
    ASKERS,
    NO_SPEAKERS,
    NOBODYS,
    Label,
    is_field,
    is_role,
    label_of,
    named_with_role,
    same_person,
    surname,
)
from workbench.language.text.stop_words import STOP_WORDS

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_CODE = r"[(\[]?\s{{0,9}}(?P<{0}>(?:\d{{1,2}}:)?\d{{1,3}}:\d\d(?:[.,]\d{{1,3}})?)\s{{0,9}}[)\]]?"
_STAMP = (
    r"(?:\[(?P<stamp>(?:[\d./-]{6,10},?\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?(?:,\s[\d./-]{6,10})?)\]\s*"
    r"|(?P<stamp2>(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+)\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?)\s+[-–—]\s+"
    r"|(?P<stamp3>\d{1,2}:\d\d(?::\d\d)?)\s+(?:[-–—]\s+)?(?=\S)|(?P<number>\d{1,4})(?:\t+|\s{2,}))"
)
_NAME = r"(?P<name>(?:[^\W\d_]|[\"“‘(+@])[^\n:\t\[\]]{0,89}?)"
_LABEL = re.compile(
    rf"(?P<arrows>>>+\s*|»\s*)?{_STAMP}?{_NAME}\s{{0,9}}(?:{_CODE.format('before')})?\s{{0,9}}(?:[:：]|(?P<tab>\t))"
    rf"(?!//)(?:\s{{0,9}}{_CODE.format('after')}(?=\s|$))?[ \t]*(?P<words>\S)?"
)
_HEADED = re.compile(
    r"(?P<name>(?:[A-ZÀ-ÞŠŽ][\w.'’-]*\s+){1,4}[A-ZÀ-ÞŠŽ][\w.'’-]*)\s+(?:--|–|—|-)\s+(?P<role>[A-Z][^.!?:]{2,70})$"
)
_CLOCKED = re.compile(
    r"(?P<name>(?:[A-ZÀ-ÞŠŽ][\w.'’-]{0,30}\s){0,3}[A-ZÀ-ÞŠŽ][\w.'’-]{0,30})(?:\s{2,4}|\s(?=\d\d?:\d\d\s?[AaPp]))(?P<code>\d{1,2}:\d\d(?:\s?[AaPp][Mm])?)$"
)
"""Who wrote the lines below, and when: how the channels of a team are copied."""
_ASKED = re.compile(r"(?P<name>[QA])\.\s+(?=[A-Z“\"‘’'$€£\d])")
"""How printed interviews number who asks and who answers: a list has no Q."""
_QUESTION = re.compile(r"Q\d{1,4}\.?[^\S\n]+(?=[A-Z])")
"""How a committee's record numbers its questions: "Q12 Chair: …"."""
_IN_CONGRESS = re.compile(
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep)\.|Chair(?:man|woman)?|Senator|Representative|Secretary|The)\s"
    r"[A-Z][A-Z'’-]{2,30}(?:\s[A-Z]{3,30}){0,2})\.\s+(?=[A-Z“\"])"
)
"""How the record of a parliament sets off who speaks: "Ms. SAMPLE. I yield."."""
_ARROW = re.compile(r">>+\s*(?=\S)")
_SENTENCE = re.compile(r"[.?!…。？！।؟]")
_CHECKS = re.compile(
    r"^[^\S\n]*(?:the\s+|our\s+|what\s+was\s+)?(?:claim(?:ed)?|verdict|rating|finding|ruling|conclusion)s?\s*:",
    re.IGNORECASE | re.MULTILINE,
)
"""How a part of a fact check begins."""
_TIES = frozenset({"of", "for", "and", "the", "on", "to", "at", "in"})
"""What stands in titles and no person's name: "MINUTES OF EVIDENCE: what was said"."""
_OURS = re.compile(r"(?:our|my|your|their|its)\s", re.IGNORECASE)
_ENTRY = re.compile(r"^[^\S\n]{0,9}(?P<hour>\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?)(?=\s)", re.MULTILINE)
_LIVE = re.compile(r"\b(?:live|as\s+it\s+happened|updates?|ticker)\b", re.IGNORECASE)
_QUOTES = frozenset('“"‘«„')
_HEADING, _INTRODUCTION = 8, 2
"""Words of a line, and paragraphs before the first label, from which they tell something."""
_OF_FEW_WORDS = 3
_INTRODUCED = 3_000
"""Characters within which a host says who the guest is."""
_LONGEST = 90
"""Characters a label may have."""
_LINES = 4_000
"""Lines of a text that are looked at for labels when it is told whether it is a transcript."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: the label that opens it, and the words up to the next label.

    `speaker` is None where the label names nobody ("UNIDENTIFIED MALE", a text on the screen). `label` is the label as
    it stands, `role` what it says beside the name, `code` the time it gives. `asks` is true of moderators, reporters
    and whoever else only asks and gives the floor.
    """

    label_start: int
    start: int
    end: int
    speaker: str | None
    label: str
    role: str = ""
    code: str = ""
    asks: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A line that may open a turn."""

    at: int
    words: int
    label: Label
    code: str
    strong: bool
    clocked: bool = False
    shouted: bool = False
    """Whether nothing but its capitals makes it a label."""


def speaker_turns(text: str, title: str = "", speakers: tuple[str, ...] = ()) -> list[Turn]:
    """The turns of a transcript, debate, interview, chat or call; none where a text is not one of these.

    A colon after a few capitalised words also stands in lists ("Net debt: 1.1 billion"): a text is a transcript when
    labels come back, are written in capitals, carry a time, a title or a role, and more than one line has one; or when
    it is known which names (`speakers`) stand before words.
    """
    if speakers:
        return _known(text, speakers)
    found = list(_labelled(text))
    keys = {one.label.key for one in found}
    found = [
        replace(one, label=replace(one.label, key=one.label.key.rstrip("."))) if one.label.key in {"q.", "a."} else one
        for one in found
        if one.label.key not in {"q.", "a."} or {"q.", "a."} <= keys
    ]
    if not found:
        return []
    counts = Counter(one.label.key for one in found)
    counts = counts + _by_surname(found)
    if _CHECKS.search(text) is not None:  # "THE FACTS:" heads a part of a fact check
        found = [one for one in found if counts[one.label.key] > 1 or _is_person(one.label)]
    found = [one for one in found if not _is_title(text, one, counts[one.label.key])]
    sure = [one for one in found if one.strong or counts[one.label.key] > 1]
    distinct = {one.label.key for one in sure}
    if not sure or (len(sure) < 2 and not (sure[0].strong and _is_person(sure[0].label))):
        return []
    if len(sure) < 2 and sure[0].shouted and not _is_named_too(f"{title}\n{text}", sure[0].label):
        return []  # "TRAVEL ALERT: Snow has closed the road." is no person's, for all its capitals
    all_people = len(found) > len(sure) and all(_is_person(one.label) for one in found)
    if len(distinct) < 2 and not any(one.strong for one in sure) and not all_people:
        return []
    people = [one.label for one in sure if one.label.name]
    many = sum(one.strong or _is_person(one.label) for one in found)
    kept = [
        one for one in found
        if one.strong or counts[one.label.key] > 1 or _is_person(one.label)
        or any(same_person(one.label, person) for person in people)
        or (len(sure) > 2 and one.label.name is not None and _named_with_title(one.label.name, text))
        or (many > 2 and one.label.role_words and _is_office(one.label))
    ]  # fmt: skip
    people = [one.label for one in kept]
    head = f"{title}\n{text[: kept[0].at]}"
    made: list[Turn] = []
    entries = _entries(text, {one.at for one in kept}) if any(one.clocked for one in kept) else []
    told = 2 * len(entries) >= len(kept) or _LIVE.search(head) is not None
    record, report = is_record(text), _is_report(text[: kept[0].at], len(kept))
    for number, one in enumerate(kept):
        end = kept[number + 1].at if number + 1 < len(kept) else len(text)
        end = (narrated_from(text, one.words, end) if record else None) or end
        if report or text[one.words : one.words + 1] in _QUOTES:  # "Mr Sample: “Did she come?”"
            end = min(end, _end_of_line(text, one.words))
        speaker, role = _who(one.label, people, head)
        label = text[one.at : one.words].strip().rstrip(":：").strip()
        asks = one.label.key in ASKERS or bool(set(one.label.role_words) & ASKERS and not one.label.answers)
        apart = next((at for at in entries if one.at < at < end), None)
        made.append(Turn(one.at, one.words, apart or end, speaker, " ".join(label.split()), role, one.code, asks))
        if apart is not None and not told:
            made.append(Turn(apart, apart, end, None, ""))  # who goes on is not told
    made = _with_guest(text, made)
    said = [text[turn.start : turn.end].lstrip().partition("\n\n")[0] for turn in made]
    if 2 * sum(bool(_SENTENCE.search(words)) for words in said) < len(said) and not any(turn.code for turn in made):
        return []  # a list of fields and values
    return made


_GUEST = re.compile(
    r"\b(?:[Ww]ith\s(?:me|us)(?:\s(?:today|tonight|now|this\s\w+|in\sthe\sstudio))?(?:\sis|\sfrom)|[Jj]oined\s(?:today\s|now\s|this\s\w+\s)?by"
    r"|[Mm]y\sguest(?:\s(?:today|tonight|this\s\w+))?\sis|[Pp]lease\swelcome)\s"
    r"(?P<name>[A-ZÀ-ÞŠŽ][\w.'’-]{1,24}(?:\s[A-ZÀ-ÞŠŽ][\w.'’-]{1,24}){1,3})(?=[,.]|\swho\b)"
)


def _with_guest(text: str, turns: list[Turn]) -> list[Turn]:
    """The turns with the name of a "GUEST:" whom the host introduces; of two who are introduced neither is told."""
    guests = {turn.label for turn in turns if turn.label.casefold() == "guest"}
    named = {match["name"] for match in _GUEST.finditer(text, 0, _INTRODUCED)} if guests else set()
    if len(named) != 1:
        return turns
    name = named.pop()
    return [replace(turn, speaker=name) if turn.label in guests else turn for turn in turns]


def _is_title(text: str, one: _Found, times: int) -> bool:
    """Whether the first line of a text is its title, which a colon may part: "Storm Ada: live updates"."""
    line = _LINE.search(text)
    if line is None or times > 1 or one.at >= line.end() or _SENTENCE.search(line.group()) or one.words >= line.end():
        return False
    # "RED WARNING: WIND" heads a text as well as a plain title does, unless what it brings goes on below
    return not one.strong or (one.shouted and text.startswith("\n\n", line.end()))


def _is_named_too(text: str, label: Label) -> bool:
    """Whether the one name before a colon stands in the text as a name too."""
    return re.search(rf"\b{re.escape(label.name or label.shown)}\b(?!:)", text) is not None


def _entries(text: str, labelled: Collection[int]) -> list[int]:
    """Where entries with an hour and no label begin: the next of a live page, of nobody who spoke before it."""
    return [match.start("hour") for match in _ENTRY.finditer(text) if match.start("hour") not in labelled]


def _by_surname(found: list[_Found]) -> Counter[str]:
    """How often the person of a label is named by another one: "Ann Sample:" and then "Sample:"."""
    whole = {surname(one.label.name).casefold(): one.label for one in found if one.label.name and _is_person(one.label)}
    more: Counter[str] = Counter()
    for one in found:
        full = whole.get(one.label.key)
        if full is not None and full.key != one.label.key and same_person(one.label, full):
            more[one.label.key] += 1
            more[full.key] += 1
    return more


def _known(text: str, speakers: tuple[str, ...]) -> list[Turn]:
    """The turns of a text whose paragraphs begin with a known name where the speaker changes, or ">>" for nobody's."""
    names = "|".join(re.escape(name) for name in sorted(speakers, key=len, reverse=True))
    found = list(re.finditer(rf"(?:\A|\n)[^\S\n]*(?:(?P<name>{names}):|(?P<arrow>>>+)(?=[^\S\n]))[^\S\n]*", text))
    labels = {name: label_of(name) for name in speakers}
    people = [label for label in labels.values() if label is not None]
    made = []
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        if match["arrow"]:
            made.append(Turn(match.start("arrow"), match.end(), end, None, match["arrow"]))
            continue
        name, label = match["name"], labels[match["name"]]
        speaker, role = _who(label, people, "") if label is not None else (name, "")
        asks = label is not None and (label.key in ASKERS or bool(set(label.role_words) & ASKERS and not label.answers))
        made.append(Turn(match.start("name"), match.end(), end, speaker, name, role, asks=asks))
    return made


def _labelled(text: str) -> Iterator[_Found]:
    """The lines that begin as a label does."""
    lines = 0
    heads = members(text)
    for match in _LINE.finditer(text):
        line = match.group()
        lines += 1
        start = match.start() + len(line) - len(line.lstrip())
        if start >= match.end() or lines > _LINES * 10:
            continue
        one = (
            _by_member(start, heads.get(start))
            or _by_clock(text, start, match.end())
            or _by_colon(text, start, match.end())
            or _by_heading(text, start, match.end())
        )
        if one is not None:
            yield one


def _by_colon(text: str, start: int, end: int) -> _Found | None:
    """ "NAME: words", with a time before or behind it, or "NAME:" on a line of its own."""
    asked = _ASKED.match(text, start, end)
    if asked is not None and (told := label_of(asked["name"])) is not None:
        return _Found(start, asked.end(), replace(told, key=f"{told.key}."), "", True)
    member = _IN_CONGRESS.match(text, start, end)
    if member is not None and (told := label_of(member["name"].replace(".", "", 1))) is not None:
        return _Found(start, member.end(), told, "", True)
    numbered = _QUESTION.match(text, start, end)
    begin = numbered.end() if numbered is not None else start
    match = _LABEL.match(text, begin, min(end, begin + 2 * _LONGEST))
    if match is None:
        arrow = _ARROW.match(text, start, end)
        return _Found(start, arrow.end(), Label(key=">>", name=None), "", False) if arrow else None
    stamped = match["stamp"] or match["stamp2"]
    label = label_of(match["name"].strip(), loose=bool(stamped))
    if label is None or is_field(label.key) or _OURS.match(match["name"]):
        return None
    if match["tab"] and not (match["number"] or match["stamp3"]):
        return None
    code = match["before"] or match["after"] or match["stamp"] or match["stamp2"] or match["stamp3"] or ""
    words = match.start("words") if match["words"] else min(match.end(), end)
    dashed = label.name is not None and " -- " in match["name"] and bool(label.role)
    bracketed = match["after"] is None or text[match.start("after") - 1] in "(["
    timed = code and (bracketed or _is_person(label))  # "Valid: 07:00 to 17:00" is a field
    sure = bool(
        dashed or timed or match["arrows"] or match["tab"]
        or label.titled or label.key in ASKERS or label.key.startswith("@")
    )  # fmt: skip
    strong = sure or label.capitals
    if start == 0 and not (code or match["arrows"] or match["tab"] or label.capitals):
        strong = label.titled and label.name is not None
    return _Found(start, words, label, code, strong, match["stamp3"] is not None, shouted=strong and not sure)


def _by_member(start: int, head: MemberLine | None) -> _Found | None:
    """ "Ann Sample (Holm) (Lab)" on a line of its own, in a debate."""
    label = label_of(head.name) if head is not None else None
    if head is None or label is None or label.name is None:
        return None
    roles = (head.role.casefold(),) if head.role.casefold() in ASKERS else ()
    return _Found(start, head.end, replace(label, role=head.role, role_words=label.role_words + roles), "", True)


def _by_clock(text: str, start: int, end: int) -> _Found | None:
    """ "Ann Sample 9:02 AM" on a line of its own."""
    clocked = _CLOCKED.match(text[start : min(end, start + _LONGEST)].rstrip()) if end - start < _LONGEST else None
    label = label_of(clocked["name"]) if clocked is not None else None
    below = _LINE.search(text, end)
    if clocked is None or label is None or label.name is None or below is None or _CLOCKED.match(below.group().strip()):
        return None  # a timetable has nothing below its times
    return _Found(start, start + clocked.end(), label, clocked["code"], False)


def _by_heading(text: str, start: int, end: int) -> _Found | None:
    """ "Ann Sample -- Chief Executive" on a line of its own: how calls with investors name who speaks."""
    if end - start > _LONGEST + 40:
        return None
    match = _HEADED.match(text[start:end].rstrip())
    if match is None or not is_role(match["role"]):
        return None
    label = label_of(match["name"])
    if label is None or label.name is None:
        return None
    at = start + len(text[start:end].rstrip())
    return _Found(start, at, replace(label, role=match["role"].strip()), "", True)


def _is_office(label: Label) -> bool:
    """Whether a label is only what somebody is: "The Minister:", "Resident:"."""
    return label.name is None and (label.key.startswith("the ") or len(label.key.split()) < _OF_FEW_WORDS)


def _is_person(label: Label) -> bool:
    """Whether a label names somebody for certain enough that one line of it is a turn."""
    parts = label.name.split() if label.name is not None else []
    return (len(parts) > 1 or (label.titled and len(parts) > 0)) and not _TIES & {part.lower() for part in parts}


def _is_report(before: str, turns: int) -> bool:
    """Whether what was said stands in a report, which goes on behind it: there is more told before than said."""
    paragraphs = [line for line in before.splitlines() if _SENTENCE.search(line) and len(line.split()) > _HEADING]
    return len(paragraphs) > max(_INTRODUCTION, turns)


def _named_with_title(name: str, text: str) -> bool:
    """Whether somebody is spoken of with a title or first name: "Petrov:" of "the councillor Nadia Petrov"."""
    return re.search(rf"(?<=[\w.])[ \t]+{re.escape(name)}\b(?!:)", text) is not None and " " not in name


def _end_of_line(text: str, at: int) -> int:
    """Where the line of an offset ends."""
    line = _LINE.match(text, at)
    return line.end() if line is not None else at


def _whole_name(last: str, head: str) -> str | None:
    """The full name that a heading or the words before the first label give somebody of a surname."""
    name = r"[A-ZÀ-ÞŠŽ][\w.-]*(?:['’][A-ZÀ-ÞŠŽ][\w-]+)?"
    for match in re.finditer(rf"\b(?P<first>{name}[ \t]+)?(?P<second>{name}[ \t]+)(?i:{re.escape(last)})\b", head):
        begin = "second" if (match["first"] or "").strip().lower() in STOP_WORDS["en"] else "first"
        if match[begin] is None or _TRADE.fullmatch(match[begin].strip()):
            begin = "second"
        if match["second"].strip().lower() in STOP_WORDS["en"]:
            continue
        named = label_of(head[match.start(begin) : match.end()])
        if named is not None and " " in (named.name or ""):
            return named.name
    return None


_TRADE = re.compile(r"[A-Z][a-z]{3,}(?:ologist|onomist|ician|grapher|[ck]eeper|worker|fighter|maker)")
"""What somebody is, with the capital of a sentence's beginning: "Glaciologist Ann Sample"."""


def _who(label: Label, people: list[Label], head: str) -> tuple[str | None, str]:
    """The speaker of a label with the fullest name the labels or the heading give, and the role."""
    if label.key in NO_SPEAKERS or label.key == ">>":
        return None, label.role
    if label.name is None:
        name = named_with_role(label, people, head)
        if name is None and label.key in NOBODYS:
            return None, ""
        return name or label.shown, label.shown if name else ""
    fuller = next(
        (p for p in people if p.name and len(p.name.split()) > len(label.name.split()) and same_person(p, label)), None
    )
    if fuller is not None and fuller.name:
        return fuller.name, fuller.role or label.role
    if len(label.name.split()) == 1 and head and (whole := _whole_name(surname(label.name), head)) is not None:
        return whole, label.role
    titled = next((p for p in people if p.titled and p.name == label.name), None)
    if titled is not None and len(label.name.split()) == 1:
        return titled.shown, titled.role
    if label.titled and len(label.name.split()) == 1:
        return label.shown, ""
    return label.name, label.role
