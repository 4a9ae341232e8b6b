"""Interviews without labels in other languages than English: questions in paragraphs or lines, answers below them.

An answer there is never the outlet's own; whose it is, is said only where the head or a form of address names one
person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from workbench.language.text.interview_parts import (
    LEAST,
    AskedPart,
    Puts,
    by_first_lines,
    by_paragraphs,
    paragraphs,
)
from workbench.language.text.single_speaker import names_a_body
from workbench.language.text.speaker_labels import person_at_end
from workbench.language.text.speaker_turns import Turn
from workbench.language.text.stop_words import STOP_WORDS


@dataclass(frozen=True, slots=True)
class _Asking:
    """How interviews are written in one language; all are patterns."""

    talk: str
    """What a heading calls one; whom it was with follows, where `named` is true of the language."""
    own: str
    """How somebody speaks of themself."""
    you: str
    """How who is asked is spoken to."""
    address: str
    """A form of address before a surname, up to the comma behind it."""
    on: str = r"\b\B"
    """What stands between a name and the matters of a heading without a verb: "Jan Muster über den Hafen"."""
    after: str = r"\b\B"
    """What follows a name: "Jan Muster im Interview"."""
    named: bool = True


_WORDS = {
    "de": _Asking(
        r"(?:interview|gespräch|unterhaltung)\s+mit(?:\s+(?:dem|der|den))?|interview|gespräch",
        r"ich|mir|mich|wir|uns|unser\w{0,2}|meine?[mnrs]?", r"Sie|Ihnen|Ihre?[mnrs]?|du|dir|dein\w{0,2}",
        r"(?:frau|herr)(?:\s+(?:dr|prof)\.?)?", r"über", r"im\s+(?:interview|gespräch)",
    ),
    "fr": _Asking(
        r"(?:entretien|rencontre|interview|conversation)\s+(?:avec|de)|entretien|interview",
        r"je|j['’]\w+|nous|notre|nos|mon|ma|mes|moi",
        r"vous|votre|vos|tu|ton",
        r"(?:monsieur|madame|m\.|mme|docteur)",
        r"sur|à\s+propos\s+d[eu]",
    ),
    "es": _Asking(
        r"(?:entrevista|conversación)\s+(?:a|con)|entrevista",
        r"yo|nosotros|nosotras|nuestr[oa]s?|mis?|hemos|tenemos|estamos|somos|podemos|llevamos|tengo|creo|"
        r"\w{2,}(?:ábamos|íamos|aremos|eremos|iremos)",
        r"usted|ustedes|tú|vosotros",
        r"(?:señor|señora|sr\.|sra\.|don|doña)", r"sobre",
    ),
    "it": _Asking(
        r"(?:intervista|colloquio|conversazione)\s+(?:a|al|alla|con)|intervista",
        r"io|noi|ho|abbiamo|nostr[oaie]|mi[oae]|miei|\w{2,}iamo", r"lei|voi|vostr[oaie]|tu",
        r"(?:signora?|dottor(?:e|essa)?|dott\.|professor(?:e|essa)?)", r"su|sul|sulla",
    ),
    "pt": _Asking(
        r"(?:entrevista|conversa)\s+(?:a|ao|à|com)|entrevista",
        r"eu|nós|noss[oa]s?|meus?|minhas?|tenho|temos|estamos|somos|podemos|\w{2,}(?:ávamos|íamos|aremos|"
        r"eremos|iremos)",
        r"você|vocês|o\s+senhor|a\s+senhora",
        r"(?:senhora?|sr\.|sra\.|doutora?)", r"sobre",
    ),
    "nl": _Asking(
        r"(?:interview|gesprek)\s+met|interview|in\s+gesprek", r"ik|mij|me|mijn|wij|we|ons|onze", r"u|uw|jij|je|jullie",
        r"(?:mevrouw|meneer|mijnheer)", r"over",
    ),
    "sv": _Asking(
        r"(?:intervju|samtal)\s+med|intervju", r"jag|mig|min|mitt|mina|vi|oss|vår[at]?",
        r"du|ni|er|din|ditt", r"\b\B", r"om",
    ),
    "pl": _Asking(
        r"wywiad|rozmowa|rozmawia(?:ł|ła)?",
        r"ja|mnie|mi|mój|moj[aeą]|moim|my|nas|nam|nasz\w{0,3}|mam|mamy|jestem|jesteśmy|\w{3,}(?:liśmy|łyśmy|"
        r"łem|łam|emy|imy|amy)",
        r"pan|pani|państwo|pański\w*|ty|wy|macie|jesteście",
        r"(?:pan|pani|panie)", named=False,
    ),
    "ru": _Asking(
        r"интервью|беседа|беседовал\w?",
        r"я|мне|меня|мы|нас|нам|наш\w{0,3}|мо[йяеи]",
        r"вы|вас|вам|ваш\w{0,3}|ты",
        r"(?:господин|госпожа)",
        named=False,
    ),
    "uk": _Asking(
        r"інтерв['’]ю|розмова|розмовля\w{1,3}",
        r"я|мені|мене|ми|нас|нам|наш\w{0,3}|мій|мо[яєї]",
        r"ви|вас|вам|ваш\w{0,3}|ти",
        r"(?:пане|пані)",
        named=False,
    ),
    "tr": _Asking(
        r"röportaj|söyleşi",
        r"ben|bana|benim|biz|bize|bizim|\w{2,}(?:[dt][ıiuü]k|[dt][ıiuü]m|yoruz|yorum|m[ıiuü]z)",
        r"siz|sizin|size|sen",
        r"\b\B", named=False,
    ),
}  # fmt: skip
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_CAPITAL = f"[{''.join(sign for sign in map(chr, range(0x41, 0x530)) if sign.isupper())}]"
_NAME = rf"{_CAPITAL}[\w’'-]{{1,30}}(?:[ \t](?:(?:de|van|von|di|da|del|der)[ \t])?{_CAPITAL}[\w’'-]{{1,30}}){{1,3}}"
_QUOTES_SOMEBODY = re.compile(r"[„“«\"»][^„“”«»\"\n]{25,600}[“”»\"«]\s?[,–—-]?\s?[^\W\d_]")
"""A quotation that the sentence goes on behind, as reports give them."""
_TOLD_BY = re.compile(
    r"[,”»“][ \t]?[–—-]?[ \t]?(?:sagte?|so|erklärte?|betonte?|meinte?|dit|a\sdit|explique|assure|affirme|"
    r"ajoute|dice|dijo|afirma|asegura|explica|spiega|ha\sdetto|disse|diz|garante|zegt|zei|aldus|säger|sade|mówi|"
    r"powiedziała?|dodała?|каже|сказа[вл]\w{0,2}|"
    rf"говорит|заявил\w?|diyor|dedi)\s(?:[^\W\d_]{{2,20}}\s)?{_CAPITAL}"
)
"""A report tells who says it: "…, sagt Jana Muster"."""
_LINE = re.compile(r"[^\s\n][^\n]*")
_TITLE_SAYS = re.compile(rf"(?P<who>{_NAME})(?:,[^:\n]{{2,60}})?:\s?[“\"«„]")
"""A heading that gives somebody's words: "Jana Muster, Schulleiterin: „Wir verlieren 40 Leute“"."""
_TITLE_QUOTES = re.compile(r"^[“\"«„][^“”„«»\"\n]{8,150}[“”\"»]$", re.MULTILINE)
_STOP = re.compile(r"[.!?…](?=\s|$)")
_PUT = 25
"""Words of what is put to somebody without a question mark."""
_BRIEF = 8
_MANY = 3
"""Questions from which a text without a heading that says so may be an interview."""
_LOOKED_AT = 6_000
_LEAST_WORDS = 0.12
"""Share of a language's small words among all from which a text is in it."""


def interview_turns_elsewhere(text: str, title: str = "") -> list[Turn]:
    """The turns of an interview in another language whose speakers no label names; none where a text is no interview.

    A heading calls it one, or there are three questions at least and most answers speak of an "I" or "we".
    """
    if sum(text.count(sign) for sign in "?？") < LEAST:
        return []
    language = _language_of(text)
    if language is None:
        return []
    words = _WORDS[language]
    own = re.compile(rf"(?<![\w'’-])(?:{words.own})(?![\w-])", re.IGNORECASE)

    def puts(words_of: str, one: tuple[int, int], following: tuple[int, int]) -> bool:
        said = words_of[slice(*one)]
        return len(said.split()) <= _PUT and own.search(said) is None and len(_STOP.findall(said)) == 1

    whole = paragraphs(text)
    parts = by_paragraphs(text, whole, puts) or by_first_lines(text, whole) or _by_lines(text, puts)
    if not parts:
        return []
    parts = [each for one in parts for each in ([one] if one.asks else _with_what_is_put(text, one, puts))]
    head = f"{title}\n{text[: parts[0].start]}"
    answers = [text[one.words : one.end] for one in parts if not one.asks]
    asked = [text[one.words : one.end] for one in parts if one.asks]
    speaks = sum(own.search(one) is not None for one in answers)
    brief = sum(own.search(one) is None and len(one.split()) <= _BRIEF for one in answers)
    addressed = re.compile(rf"(?:^|,\s)(?i:{words.address})\s{_CAPITAL}[\w’'-]+(?=[,?])")
    called = re.search(rf"(?<!\w)(?:{words.talk})(?!\w)", head, re.IGNORECASE) is not None
    called = called or any(addressed.search(one) for one in asked) or _TITLE_QUOTES.search(head) is not None
    called = called or any(_TITLE_SAYS.match(line.strip()) for line in head.splitlines())
    you = re.compile(rf"(?<![\w’'-])(?:{words.you})(?![\w-])", 0 if language == "de" else re.IGNORECASE)
    plainly = (
        len(asked) >= _MANY
        and any(you.search(one) for one in asked)
        and speaks >= LEAST
        and 2 * speaks >= len(answers) - brief
    )
    if not (plainly or (called and (speaks or brief))) or any(
        _QUOTES_SOMEBODY.search(one) or _TOLD_BY.search(one) for one in answers
    ):
        return []
    who = _who_answers(head, asked, words)
    return [Turn(one.start, one.words, one.end, None if one.asks else who, "") for one in parts]


def _with_what_is_put(text: str, answer: AskedPart, puts: Puts) -> list[AskedPart]:
    """An answer of several lines, apart from those between others that may be what is put to whoever answers."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text, answer.words, answer.end)]
    made = [AskedPart(answer.start, answer.words, answer.end, False)]
    for one, following in pairwise(lines[1:]):
        if puts(text, one, following):
            last = made.pop()
            made += [AskedPart(last.start, last.words, one[0], False), AskedPart(one[0], one[0], one[1], True)]
            made.append(AskedPart(following[0], following[0], answer.end, False))
    return made


def _by_lines(text: str, puts: Puts) -> list[AskedPart]:
    """Questions and answers on lines one below the other, where blank lines part only some of them."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    return by_paragraphs(text, lines, puts)


def _language_of(text: str) -> str | None:
    """Which of these languages a text is in, by its small words or letters; None where it is another."""
    sample = text[:_LOOKED_AT]
    letters = sum(sign.isalpha() for sign in sample)
    if 2 * len(_CYRILLIC.findall(sample)) > letters:
        return "uk" if _UKRAINIAN.search(sample) else "ru"
    tokens = [token.casefold() for token in re.findall(r"[^\W\d_]+", sample)]
    counts = {name: sum(token in STOP_WORDS[name] for token in tokens) for name in {*_WORDS, "en"} & {*STOP_WORDS}}
    best = max(counts, key=lambda name: counts[name])
    enough = counts[best] >= _LEAST_WORDS * len(tokens)
    return best if enough and best in _WORDS else None


def _who_answers(head: str, asked: list[str], words: _Asking) -> str | None:
    """The one person whom the head names as who was spoken to, or whom the questions address."""
    found: set[str] = set()
    for line in head.splitlines():
        if words.named:
            spoken = re.search(rf"(?<!\w)(?i:{words.talk})[\s:]+(?P<who>[^,;:.!?\n(|–—]{{3,80}})", line)
            phrase = spoken["who"] if spoken is not None else ""
            phrase = re.split(rf"\s(?i:{words.on}|zu|zum|zur|pour|par|von|por|da)\s", phrase)[0]
            found |= _people(phrase)
        about = re.match(rf"(?P<who>[^,;:.!?\n]{{3,80}}?)\s(?:{words.on}|{words.after})(?!\w)", line.strip())
        found |= _people(about["who"]) if about is not None else set()
        says = _TITLE_SAYS.match(line.strip())
        found |= _people(says["who"]) if says is not None else set()
    called = set()
    for question in asked:
        match = re.search(
            rf"(?:^|,\s)(?P<title>(?i:{words.address}))\s(?P<last>{_NAME}|{_CAPITAL}[\w’'-]+)(?=[,?])", question
        )
        if match is not None:
            called.add((match["title"], match["last"]))
    if len(called) == 1:
        title, last = called.pop()
        whole = [name for name in found if name.split()[-1] == last.split()[-1]]
        before = re.findall(rf"(?<![\w’'-])({_CAPITAL}[\w’'-]+[ \t]{re.escape(last)})(?!\w)", head)
        if found and not whole:
            return None  # another is named above
        people = {*whole} or {name for name in before if is_name(name)}
        return people.pop() if len(people) == 1 else f"{title[0].upper()}{title[1:]} {last}" if not people else None
    return found.pop() if len(found) == 1 and not called else None


def _people(phrase: str) -> set[str]:
    """The person whom a phrase ends with; nothing where it names two, or a body."""
    name = person_at_end(phrase)
    if name is None or len(name.split()) < LEAST or re.search(r"\b(?:und|et|y|e|en|och|oraz)\s", phrase):
        return set()
    return {name} if is_name(name) else set()


def is_name(name: str) -> bool:
    """Whether capitals may be a person's name: no body's, and no German noun with its form of address."""
    return not names_a_body(name) and not re.match(r"(?:Frau|Herr|Der|Die|Das|Ein|Eine)\s", name)


__all__ = ["interview_turns_elsewhere"]
