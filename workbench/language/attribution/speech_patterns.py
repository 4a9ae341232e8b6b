"""Who said it, by word patterns: "X said …", "…, said X", "according to X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.language.grammar.lexicon import SAYING, STRONG_SAYING, TITLE_WORDS
from workbench.language.references.people import Names
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.tokenizer import Word, word_set

_HEDGES = word_set("reportedly allegedly apparently supposedly purportedly")
_SKIP_BACK = word_set(
    """
    also has have had been is was then later now previously recently today yesterday initially repeatedly
    further subsequently already told would
    """
)
_PERSON_TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness president minister chancellor secretary
    mayor governor king queen prince princess pope bishop archbishop judge justice general captain colonel
    senator ambassador spokesman spokeswoman spokesperson leader director chief executive ceo chairman
    chairwoman chair coach author coauthor co-author analyst economist campaigner barrister lawyer activist
    researcher scientist historian councillor undersecretary commissioner officer head
    """
)
"""Titles that stand right before a person's name."""
_BELONGING = word_set("of for from to with at in on by near behind against")


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution found in a sentence; `start`, `end` are the span of speaker and verb together.

    `speaker` is None for hedges that name nobody ("reportedly"). `alias` is the speaker as written here.
    """

    start: int
    end: int
    speaker: str | None
    alias: str | None
    verb: str
    form: str


AND_OTHERS = re.compile(r"^((?:\S{1,40} ){1,4}et al\b\.?)(?= {0,3}(?:$|[,;(\[]))")
"""Authors of whom the first is named: all of them speak."""


_SAID_WHEN = re.compile(r"(?<=\w)\s+(?:earlier|later|previously|then|now|also|recently|initially|originally|again)$")
"""When it was said, which is no part of who said it: "the same page earlier"."""
_SAID_HOW = re.compile(
    r"(?<=\w)(?<!\bthe)(?<!\ba)(?<!\bher)(?<!\bhis)(?<!\btheir)\s+"
    r"(?!(?:family|assembly|ally|bully|supply|monopoly|butterfly|elderly|sickly|anomaly|reply|rally|tally|melancholy|"
    r"hourly|daily|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|half-?yearly|yearly)$)[a-z]{2,16}ly$"
)
"""How it was said: "the mayor falsely claimed"; not a noun, as papers are: "the Holm weekly claimed"."""
_ASIDE = re.compile(r"\s{0,3}\([^()]{1,60}\)$")


PART_OF_NAME = re.compile(
    r"\s{0,2}\((?!(?:Pictured|Above|Below|Left|Right)\b)[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ](?:[ -][A-ZÀ-Þ]?[a-zß-ÿ]+){0,3}\)"
)
"""What in brackets tells two bodies of one name apart: "The Liberal Party (Chile)"."""
_OF_BODY = re.compile(r"(?:The|the)\s.{0,80}?[A-ZÀ-Þ][\w’'-]*$")


def without_aside(phrase: str) -> str:
    """A subject without what stands in brackets at its end, where it is no part of the name of a body."""
    aside = _ASIDE.search(phrase)
    if aside is None or is_part_of_name(phrase[: aside.start()], aside.group()):
        return phrase
    return phrase[: aside.start()]


def is_part_of_name(name: str, aside: str) -> bool:
    """Whether brackets belong to the name of a body before them: not "(WHO)", "(OSE: LUMA)", "the mayor (pictured)"."""
    return PART_OF_NAME.fullmatch(aside) is not None and _OF_BODY.match(name) is not None


def speaker_name(phrase: str, names: Names, *, noun_last: bool = False) -> tuple[str, str | None]:
    """The speaker of a subject phrase, with the fullest name the text gives, and the phrase where it differs.

    Args:
        phrase: The subject of a verb of saying.
        names: The names of the article.
        noun_last: Whether its last word is known to be its noun; else one in -ly may tell how it was said.
    """
    phrase = without_aside(_SAID_WHEN.sub("", " ".join(phrase.split()).strip(" ,;:\"“”'")))
    if not noun_last:
        phrase = _SAID_HOW.sub("", phrase)
    if phrase.endswith(")"):
        return phrase, None
    if several := AND_OTHERS.match(phrase):
        return several.group(1).rstrip(".") + ".", None
    head = re.split(r",(?!\d)", phrase)[0].strip()
    parts = head.split()
    run: list[str] = []
    for part in reversed(parts):
        bare = part.rstrip(".,")
        if bare[:1].isupper() or (run and bare.lower() in {"van", "von", "de", "der", "bin", "al"}):
            run.insert(0, part)
        else:
            break
    before = len(parts) - len(run) - 1
    while before > 0 and run and parts[before].rstrip(".").lower() in _PERSON_TITLES | {"former", "late", "then"}:
        before -= 1
    while run and (run[0].rstrip(".").lower() in TITLE_WORDS or run[0].endswith(("'s", "’s"))):
        run.pop(0)
    titled = len(run) < len(parts) and parts[len(parts) - len(run) - 1].rstrip(".").lower() in _PERSON_TITLES
    if run and before >= 0 and parts[before].lower() in _BELONGING | {"and", "or"}:
        return head, None  # "a friend of Ann Example" is not Ann Example
    known = names.fullest(" ".join(run)) if run else ""
    person = titled or (len(run) == len(parts) and len(known.split()) > 1) or names.is_person(known)
    if run and person and all(p[0].isalpha() for p in run):
        name = names.fullest(" ".join(run))
        return name, (head if head != name else None)
    full = names.fullest(head) if len(parts) == 1 and head[:1].isupper() else head
    return full, (head if full != head else None)


_NOT_YET = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must"})


def find_attribution(tokens: Sequence[Word], quotes: QuotationMap, names: Names, text: str) -> Said | None:
    """The attribution of one sentence, None where the outlet speaks for itself.

    Args:
        tokens: The words of the sentence.
        quotes: The quotations of the article; verbs inside them are somebody else's words.
        names: The names of the article.
        text: The article.
    """
    outside = [quotes.at(token.start) is None for token in tokens]
    for i, token in enumerate(tokens):
        if outside[i] and token.lower == "according" and i + 2 < len(tokens) and tokens[i + 1].lower == "to":
            end = i + 2
            while end < len(tokens) and tokens[end].text not in {",", ".", ";", ":", '"', "“"} and end - i < 14:
                end += 1
            name, alias = speaker_name(text[tokens[i + 2].start : tokens[end - 1].end], names)
            return Said(token.start, tokens[end - 1].end, name, alias, "according to", "according")
    for i, token in enumerate(tokens):
        lemma = SAYING.get(token.lower)
        if lemma is None or not outside[i] or (i == 0 and not _inverted(tokens, i)):
            continue
        before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
        if (
            before is not None
            and before.lower in {"the", "a", "an", "to", "of", "its", "their", "his", "her", "this", "that"}
        ) or (before is not None and before.lower.endswith(("'s", "s'"))):
            continue
        speaks_to_quote = after is not None and (
            after.text in {":", '"', "“"}
            or (after.text == "," and i + 2 < len(tokens) and tokens[i + 2].text in {'"', "“"})
        )
        if (
            lemma not in STRONG_SAYING
            and not speaks_to_quote
            and not (before is not None and before.text in {'"', "”"})
        ):
            continue
        if lemma == "protest" and not speaks_to_quote and (after is None or after.lower != "that"):
            continue  # "nurses protest along the road"
        if before is not None and before.text in {",", '"', "”"} and _inverted(tokens, i):
            end = i + 1
            while end < len(tokens) and tokens[end].text not in {",", ".", ";", ":", '"', "“"} and end - i < 12:
                end += 1
            if end > i + 1:
                name, alias = speaker_name(text[tokens[i + 1].start : tokens[end - 1].end], names)
                return Said(token.start, tokens[end - 1].end, name, alias, token.text, "back")
        stop = i
        while stop > 0 and tokens[stop - 1].lower in _SKIP_BACK:
            stop -= 1
        begin = stop
        while (
            begin > 0
            and stop - begin < 14
            and outside[begin - 1]
            and tokens[begin - 1].text not in {",", ";", ":", "–", "—"}
        ):
            if tokens[begin - 1].text == ")" and (opened := _opened(tokens, begin - 1)) is not None:
                begin = opened  # "Lumenta (OSE: LUMA) announced"
                continue
            if tokens[begin - 1].lower in {"and", "but", "as", "that", "while", "because", "when", "after"} and tokens[
                begin
            ].lower not in {"the"}:
                break
            begin -= 1
        if begin > 1 and tokens[begin - 1].text == "," and begin == stop:
            # "the minister, Ann Example, said": step over the apposition
            apposition = begin - 2
            while apposition > 0 and tokens[apposition].text != ",":
                apposition -= 1
            if apposition > 0:
                begin, stop = max(0, apposition - 6), apposition
        if begin == stop or not any(t.is_word for t in tokens[begin:stop]):
            continue
        if tokens[stop - 1].lower in _NOT_YET:
            continue  # "The regulator will announce new prices"
        phrase = without_aside(text[tokens[begin].start : tokens[stop - 1].end])
        if ")" in phrase and "(" not in phrase:
            continue
        if tokens[begin].lower in {"it", "there", "this", "what", "that"} and stop - begin == 1:
            continue
        if phrase.split()[0] in _BELONGING:
            continue  # "(on Monday, in the case) of Sample a clerk to submit (reply)"
        if tokens[stop - 1].lower in {"who", "which", "that"} or (
            tokens[begin].lower.endswith("ing") and not tokens[begin].capital
        ):
            # neither the noun before "which" nor an act ("releasing papers") is somebody who speaks
            continue
        name, alias = speaker_name(phrase, names)
        return Said(tokens[begin].start, token.end, name, alias, token.text, "front")
    for i, token in enumerate(tokens):
        if outside[i] and token.lower in _HEDGES:
            return Said(token.start, token.end, None, None, token.text, "hedge")
    return None


def _opened(tokens: Sequence[Word], closed: int) -> int | None:
    """Where the brackets open that close at a word."""
    return next((i for i in range(closed - 1, max(0, closed - 9), -1) if tokens[i].text == "("), None)


def _inverted(tokens: Sequence[Word], verb: int) -> bool:
    """Whether the words after a verb of saying are its subject ("said Ann Example")."""
    if verb + 1 >= len(tokens):
        return False
    following = tokens[verb + 1]
    return following.capital or following.lower in {"the", "a", "an", "one", "another"}
