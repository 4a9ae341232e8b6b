"""Interviews without labels: questions in paragraphs of their own, or behind a "Q", and the answers below them.

Whose the answers are, is told by the heading or the words before the first question ("Interview with Ann Sample").
"""

from __future__ import annotations

import re
from itertools import pairwise

from workbench.language.text.interview_parts import LEAST, AskedPart, by_first_lines, by_paragraphs, paragraphs
from workbench.language.text.single_speaker import first_person_of, names_a_body
from workbench.language.text.speaker_labels import FORMS_OF_ADDRESS, NO_FIRST_NAMES, is_role, person_at_end
from workbench.language.text.speaker_turns import Turn
from workbench.language.text.tokenizer import word_set

_LETTER = re.compile(r"(?P<who>[QA])(?:[^\S\n]+(?=[A-Z“\"‘'$€£\d])|[^\S\n]*\n\s*)")
_ASKED = re.compile(r"(?:[^.?!\n]|[.!](?=[^\S\n])|\.(?![^\S\n])(?:(?<=\d\.)(?=\d)|(?<=\b[A-Z]\.)))*+\?[”\"’')]?\s*")
"""The sentences up to the first that asks. Each sign is read in one way: two would double the steps at each."""
_CUE = re.compile(
    r"\b(?:interview\w*|q\s?&\s?a|questions\s+(?:for|to)|in\s+conversation|conversation\s+with|sat\s+down\s+with|we\s+(?:met|asked|spoke)|"
    r"(?:spoke|speaks|talks|talked)\s+(?:to|with|about)|answers?|answered|on\s+the\s+record)\b",
    re.IGNORECASE,
)
_NAME = (
    r"(?<![\w'’-])[A-ZÀ-ÞŠŽ][\w'’-]{1,30}"
    r"(?:[ \t](?:(?:de|van|von|di|da|bin|al|el)[ \t])?[A-ZÀ-ÞŠŽ][\w'’-]{1,30}){1,3}"
)
_SPOKEN_TO = re.compile(
    r"\b(?:(?i:interview|q\s?&\s?a|conversation|questions|sat\s+down|sits\s+down)\s*(?:(?i:with|for|to)\s|[:–—-]\s*)|"
    r"(?i:we\s+(?:met|asked|interviewed|(?:spoke|talked)\s+(?:to|with)))\s)\s*"
    r"(?P<who>[^.?!;:\n(]{3,120})"
)
_SPEAKS = re.compile(
    rf"(?P<who>{_NAME})(?P<aside>,[^,.\n]{{1,60}})?(?P<shut>,)?\s(?:"
    rf"(?:(?:spoke|speaks|talked|talks)\s(?:to|with)|told|tells)\s"
    rf"(?P<whom>(?:us|me)\b|(?:the\s)?{_NAME}|(?i:our|the)\s(?:reporter|correspondent|paper|magazine|podcast)\b)|"
    r"(?:(?:is|was)\s)?interviewed\sby\b|(?:answers|answered|takes|took)\s(?:[\w’']+\s){0,3}questions\b|(?P<on>(?:speaks|talks)\sabout\b))"
)
"""Who is told to have been spoken to: "Ann Sample spoke to us", not "Ann Sample spoke to the fishermen"."""
_SPEAKS_ON = re.compile(
    rf"(?:^|(?<=\n))(?:[A-Z][a-z]{{2,20}}\s)?(?P<who>{_NAME})(?:,[^,.\n]{{1,60}},)?\son\s(?:the|his|her|why|how|what|being)\b"
)
"""A heading without a verb: "Mayor Ann Sample on the flood"."""
_NAMED_BEFORE = re.compile(rf"{_NAME}(?:,[^,.\n]{{1,60}},)?(?:\s(?:is|was))?(?:\s(?:in|has|had))?\s*$")
_TALK = re.compile(r"\b(?:interview|q\s?&\s?a|in\s+conversation)\b", re.IGNORECASE)
_PRONOUN_SPEAKS = re.compile(r"\b(?:She|He)\s(?:spoke|talked|speaks|talks|answered|answers)\b")
_BEGINNINGS = re.compile(r"(?:[.!?:]|[^\s\w,;'’-])\s")
"""What the beginning of a sentence or of a line's second part stands behind."""
_SHORTENED = re.compile(r"\b[A-Z][a-z]{0,4}\.\s")
""" "Mr. ", "J. ": no end of a sentence."""
_OF_OFFICES = word_set("the a an our former deputy acting interim new first vice prime old city town local")
_LONE = re.compile(r"(?:[Tt]he|[Aa]n?)\s[a-z]{3,20}(?<!ing)(?<!ed)")
"""What somebody is, right before the name: "The miner Ann Sample"."""
_PLAIN = re.compile(
    r"(?!(?:by|with|for|from|to|of|in|on|at|and|or|but|than|under|about|until|against|near)$)[a-z]{2,20}(?<!ing)(?<!ed)(?:['’]s)?"
)
_ONE_MORE = re.compile(rf"(?:,\s{_NAME}){{0,5}},?\s(?:and|&|or)\s")
_ALSO = re.compile(rf",?\s(?:and|or|with|whose|{_NAME}(?:\s(?:and|or|&)\b|$))")
"""An aside that names another who spoke."""
_RELATIVE = re.compile(r"\b(?:who|whom|whose|that|which)\b")
_IT = re.compile(r"\b(?:it|its|there)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:^|[.!?:]\s{1,3})(?:She|He)\s", re.MULTILINE)
_PRESENTED = re.compile(
    rf"(?:^|(?<=\n))(?P<who>{_NAME})(?:,\s\d{{1,3}})?,?\s"
    r"(?:is|was|has|had|won|ran|led|[a-z]{2,20}(?:ed|s))\b"
)
"""Who is presented in the first words of a paragraph: "Ann Sample, 29, is …"."""
_PAPERS = word_set(
    """
    echo times post news herald gazette radio tv tribune courier mail guardian observer journal star today world week
    weekly daily podcast press chronicle standard independent monitor magazine review
    """
)
_ASKS = word_set("reporter correspondent journalist interviewer editor writer presenter host columnist moderator")
_SEVERAL = re.compile(
    r"\b(?:asked|met|interviewed|(?:spoke|speaks|talked|talks)\s(?:to|with))\s"
    r"(?!(?:him|her|them|us|me|you)\b)(?:(?!(?:about|of|on|in|at|for|after|as)\b)[a-z\d]+\s){0,3}(?:[a-z]{2,20}s|[a-z]{0,20}men|[a-z]{0,20}women|people)\b(?!\s[A-Z])"
)
"""Many who were asked: "We asked readers"."""
_OF_ANOTHER = re.compile(
    rf"^[^\S\n]*(?:{_NAME}|[A-ZÀ-ÞŠŽ][\w’'-]{{1,20}}(?=,))(?:,[ \t][^:.,\n]{{2,30}}){{0,2}}:[^\S\n]|"
    r"[–—(][^\S\n]?[A-ZÀ-ÞŠŽ][\w’'-]{1,20}(?: [A-ZÀ-ÞŠŽ][\w’'-]{1,20})?,[ \t][A-ZÀ-ÞŠŽ][\w ]{1,30}\)?$",
    re.MULTILINE,
)
"""An answer that tells whose it is: "Tom, Hull: We lost two", "We lost two. (Sue, Leeds)"."""
_BY = re.compile(r"\b(?:by|from)\s[^\n]*", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:r|rs|['’]\w+)?\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b(?!\.)")
_OF_SELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b(?!\.)")
_TOLD = re.compile(r"[”\"’]\s+(?:he|she|[A-Z]\w+)\s+(?:says|said|adds|added)\b|[,”\"]\s+(?:says|said)\s+(?:he|she)\b")
_PUT = 25
"""Words of what is put to somebody without a question mark: "Your coach said you hadn't slept."."""
_HEAD_CHARACTERS = 6_000
_BEFORE = 60
"""Characters before a name in which its sentence begins."""
_BRIEF = 8
"""Words of an answer that need not speak of the one who gives it: "Nine hundred metres."."""


def interview_turns(text: str, title: str = "") -> list[Turn]:
    """The turns of an interview whose speakers no label names; none where a text is no interview.

    It has a heading or first words that say so, at least two questions to a "you", an answer behind each, and answers
    that speak for themselves. Who answers is None where the head does not name one person.
    """
    whole = paragraphs(text)
    parts = (
        _lettered(text, whole) or by_paragraphs(text, whole, _puts_to_you) or by_first_lines(text, whole)
        or _within_paragraphs(text, whole)
    )  # fmt: skip
    if not parts:
        return []
    head = text[: min(parts[0].start, _HEAD_CHARACTERS)]
    answers = [text[one.words : one.end] for one in parts if not one.asks]
    asked = [text[one.words : one.end] for one in parts if one.asks]
    lettered = text[parts[0].start : parts[0].words].strip() == "Q"
    told = _CUE.search(f"{title}\n{head}") is not None and any(_YOU.search(one) for one in asked)
    if not (lettered or told or _plainly(asked, answers)):
        return []
    own = sum(_OF_SELF.search(one) is not None for one in answers)
    brief = sum(_OF_SELF.search(one) is None and len(one.split()) <= _BRIEF for one in answers)
    if _TOLD.search("\n".join(answers)) or not own or 2 * own < len(answers) - brief:
        return []
    several = _SEVERAL.search(head) is not None or any(_OF_ANOTHER.search(answer) for answer in answers)
    who = None if several else _who_answers(f"{title}\n{head}", text)
    return [Turn(one.start, one.words, one.end, None if one.asks else who, "") for one in parts]


def _plainly(asked: list[str], answers: list[str]) -> bool:
    """Whether questions to a "you" and answers by an "I" are an interview that nothing calls one."""
    own = sum(re.search(r"\b(?:I|[Mm]y)\b(?!\.)", one) is not None for one in answers)
    return (
        len(asked) > LEAST
        and 2 * sum(_YOU.search(one) is not None for one in asked) > len(asked)
        and 2 * own > len(answers)
    )


def _lettered(text: str, whole: list[tuple[int, int]]) -> list[AskedPart]:
    """Paragraphs that begin with the "Q" and "A" of a printed interview, which may have been set in bold."""
    opened = [(start, end, match) for start, end in whole if (match := _LETTER.match(text, start, end)) is not None]
    letters = [match["who"] for _, _, match in opened]
    turns = sum(a != b for a, b in pairwise(letters))
    if letters[:1] != ["Q"] or letters.count("Q") < LEAST or turns < len(letters) - 1:
        return []
    last = whole[-1][1]
    ends = [start for start, _, _ in opened[1:]] + [last]
    return [
        AskedPart(start, match.end(), end, match["who"] == "Q")
        for (start, _, match), end in zip(opened, ends, strict=True)
    ]


def _within_paragraphs(text: str, whole: list[tuple[int, int]]) -> list[AskedPart]:
    """Paragraphs that begin with a question to a "you" and go on with its answer: the question was in bold."""
    parts: list[AskedPart] = []
    count = 0
    for number, (start, end) in enumerate(whole):
        asked = _ASKED.match(text, start, end)
        answered = asked is not None and asked.end() < end
        if asked is None or not answered or not _YOU.search(asked.group()) or not number:
            if parts:  # the answer goes on
                parts[-1] = AskedPart(parts[-1].start, parts[-1].words, end, False)
            continue
        count += 1
        parts += [AskedPart(start, start, asked.end(), True), AskedPart(asked.end(), asked.end(), end, False)]
    return parts if count > LEAST else []


def _puts_to_you(text: str, one: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a short paragraph may be what is put to somebody, and the one below it the answer.

    It speaks to a "you", or is one sentence that says nothing of an "I": whose it is, is open then.
    """
    words = text[one[0] : one[1]]
    if _OWN.search(words) is not None or len(words.split()) > _PUT:
        return False
    lone = len(re.findall(r"[.!?](?=\s|$)", words)) == 1
    return lone or (_YOU.search(words) is not None and _OWN.search(text[following[0] : following[1]]) is not None)


def _who_answers(head: str, text: str) -> str | None:
    """The one person whom a heading or the words before the first question name as who was spoken to."""
    found: list[str] = []
    for line in head.splitlines():
        if _BY.match(line):
            continue
        name = _spoken_to(line, head, text) or _speaks(line, head)
        if name is not None:
            found.append(name)
    found = found or [m["who"] for m in _SPEAKS_ON.finditer(head) if _is_confirmed(m["who"], m.group(), head, text)]
    if not found and _PRONOUN_SPEAKS.search(head):
        found = [match["who"] for match in _PRESENTED.finditer(head)]
    found = [person_at_end(name) or name for name in found if not is_no_person(name)]
    return found[0] if found and len(set(found)) == 1 else None


def _spoken_to(line: str, head: str, text: str) -> str | None:
    """Whom a line says somebody spoke to: "Interview with Ann Sample", not "we met the man who sued Ann Sample"."""
    asked = _SPOKEN_TO.search(line)
    phrase = _BY.sub("", asked["who"]) if asked is not None else ""
    name = first_person_of(phrase)
    if asked is None or name is None or is_no_person(name):
        return None
    before, _, behind = phrase.partition(name)
    if (
        not (before.endswith(", ") or _is_office(before) or _is_plain(before))
        or _RELATIVE.search(before)
        or _ONE_MORE.match(behind)
    ):
        return None
    opened = line[asked.start() : asked.start("who")].casefold()
    if opened.startswith(("conversation", "sat", "sits")) and _NAMED_BEFORE.search(line, 0, asked.start()):
        return None  # one of the two asks
    told = opened.split()[-1] in {"with", "met", "asked", "interviewed"}
    return name if told or _is_confirmed(name, line[asked.start("who") :], head, text) else None


def _speaks(line: str, head: str) -> str | None:
    """Who is told to have spoken to a paper, or to those who ask: a name that its sentence begins with."""
    for match in _SPEAKS.finditer(line):
        low = max(0, match.start("who") - _BEFORE)
        window = _SHORTENED.sub("", line[low : match.start("who")])
        before = _BEGINNINGS.split(window)[-1]
        if not _is_office(before) or _also(match["aside"] or "", shut=match["shut"] is not None):
            continue
        around = [
            *before.split(),
            *line[match.start("who") : match.start("whom") if match["whom"] else match.end()].split(),
        ]
        if _ASKS & {word.strip(",").casefold() for word in around} or before.split()[-1:] in (["Our"], ["our"]):
            continue
        whom = (match["whom"] or "us").split()
        paper = whom[0] in {"us", "me"} or whom[-1][0].islower() or _PAPERS & {word.casefold() for word in whom}
        if paper and (match["on"] is None or _TALK.search(head)):
            return match["who"]
    return None


def _is_office(words: str) -> bool:
    """Whether words before a name are no more than what somebody is: "The former Holm mayor ", "The miner "."""
    apart, of_what = words.endswith(", "), words.strip(", ").split(" of ")
    if words.strip(" .").casefold() in FORMS_OF_ADDRESS:  # "Interview with Dr Ann Sample"
        return True
    parts = of_what[0].split() if apart else words.split()  # "The mayor of Holm, Ann Sample, spoke to us"
    if not parts or _LONE.fullmatch(words.strip()):
        return True
    told = [part for part in parts if part.casefold() not in _OF_OFFICES]
    rest = [part for part in told if not is_role(part)]  # "Holm" mayor, "port" chief; no "lawyer for" the mayor
    plain = rest[0][:1].isupper() or (_PLAIN.fullmatch(rest[0]) is not None and rest[0] == told[0]) if rest else True
    return plain and len(parts) <= 5 and len(rest) < 2 and is_role(parts[-1])


def _is_plain(words: str) -> bool:
    """Whether words before a name are nouns alone: "chess champion "."""
    parts = words.split()
    return len(parts) <= 5 and all(part.casefold() in _OF_OFFICES or _PLAIN.fullmatch(part) for part in parts)


def _also(aside: str, *, shut: bool) -> bool:
    """Whether an aside behind a name may name another who spoke: "Ann Sample, Bob Stone and Tom Lane"."""
    return bool(aside) and (_ALSO.match(aside) is not None or not (shut or aside.strip(", ").isdigit()))


def _is_confirmed(name: str, phrase: str, head: str, text: str) -> bool:
    """Whether a name is told to be a person's: "Q&A: New York" is a place's.

    By an office, an age, a form of address, or "she" as the subject of a sentence before the first question.
    """
    before, _, behind = phrase.partition(name)
    last = re.escape(name.split()[-1])
    return (
        is_role(before.strip(" ,"))
        or is_role(name.split()[0])
        or is_role(behind.partition(",")[2].split(",")[0].strip())
        or re.search(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Mayor|Professor)\.? {last}\b", text) is not None
        or re.search(rf"\b{re.escape(name)}, \d\d\b", head) is not None
        or (_SUBJECT.search(head) is not None and _IT.search(head) is None)
    )


def is_no_person(name: str) -> bool:
    """Whether a name is a body's, a place's or a paper's."""
    return (
        name.split()[0].casefold() in NO_FIRST_NAMES
        or names_a_body(name)
        or bool(_PAPERS & {word.casefold() for word in name.split()})
    )
