"""Pronouns to people and things named before them. A wrong name is worse than a pronoun, so doubt is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.anchors import Span
from workbench.language.numbers.numbers import words_value
from workbench.language.references.descriptions import Descriptions
from workbench.language.references.discourse import Guess, Story
from workbench.language.references.entities import Mention, distinct, is_role
from workbench.language.references.titles import Titles
from workbench.language.text.tokenizer import Word, word_set

MALE = frozenset({"he", "him", "his", "he's", "he'd", "he'll"})
FEMALE = frozenset({"she", "her", "hers", "she's", "she'd", "she'll"})
IT = frozenset({"it", "its", "it's", "it'll", "it'd"})
THEY = frozenset({"they", "them", "their", "theirs", "they're", "they've", "they'll", "they'd"})
_REACH = 3
"""How many sentences back an antecedent is looked for."""
_NOBODY = word_set(
    """
    neither either no none nobody nothing someone somebody something anyone anybody everyone everybody everything each
    every other others such any many few most some another
    """
)
"""Words that open a phrase which "it" does not take up."""
_NO_NAME = frozenset({"there", "this", "that", "what", "he", "she", "i", "we", "you", "who", "which"})
"""Subjects that stand for something themselves."""
_OPENING = frozenset(
    {"The", "This", "These", "That", "Those", "Some", "Many", "Several", "All", "Both", "Our", "About", "Around"}
    | {"Almost", "Nearly", "More", "Fewer", "Most", "Only", "Over"}
)
"""Words that lose their capital inside a sentence."""
_EXPLETIVE = re.compile(
    r"\bit(?:['’]s|\s+(?:is|was|has\s+been|will\s+be|would\s+be|may\s+be|can\s+be|could\s+be|seems|appears|remains|takes|took))\s+"
    r"(?:(?:also|not|very|more|most|often|widely|generally|still|now|thus|\w+ly)\s+)*"
    r"(?:(?:difficult|hard|easy|possible|impossible|likely|unlikely|important|clear|unclear|true|time|necessary|worth|"
    r"known|said|believed|thought|reported|estimated|expected|assumed|understood|hoped|feared|damning|good|bad|vital)\b|"
    r"(?:that|when|after|as|before|because)\b|"
    r"(?:the|his|her|its|their|our)\s+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|"
    r"\d+(?:st|nd|rd|th))\b)|\bit\s+(?:comes|came|follows|followed|emerged|emerges|turns|turned|is\s+believed|rains?)\b",
    re.IGNORECASE,
)


class Pronouns:
    """Finds what the pronouns of one article stand for."""

    def __init__(self, story: Story, titles: Titles, descriptions: Descriptions) -> None:
        self._story = story
        self._text = story.text
        self._sentences = story.sentences
        self._quotes = story.quotes
        self._cast = story.cast
        self._titles = titles
        self._descriptions = descriptions

    def person(self, word: Word, start: int, sentence: int, speaker: str | None, named: Sequence[str]) -> Guess | None:
        """Whom "he" or "she" means; None when the span itself names them before the pronoun."""
        pronoun = "he" if word.lower in MALE else "she"
        if self._quotes.at(word.start) is None:
            speaker = None  # in words that are not the speaker's own "he" may well be the speaker
        if any(self._cast.may_be(who, pronoun) for who in named if who in self._cast.pronoun or self._is_person(who)):
            inside = self._cast.people_between(start, word.start)
            if any(self._cast.may_be(m.who, pronoun) for m in inside) or (not inside and named):
                return None
        for back, number in enumerate(self._story.back_from(sentence, _REACH)):
            span = self._sentences[number]
            limit = start if back == 0 else span.end
            candidates = [
                m for m in self._cast.people_between(span.start, limit)
                if self._cast.may_be(m.who, pronoun) and m.who != speaker
            ]  # fmt: skip
            who = distinct(candidates)
            role = self._titles.subject(number) if back else None
            if role is not None:
                return role
            if len(who) == 1:
                known = self._cast.pronoun.get(who[0]) == pronoun
                return Guess(
                    who[0], (0.9 if known else 0.75) - 0.05 * back, "the only person it can be, named just before"
                )
            if who:
                return self._among(who, candidates, number, pronoun)
        rest = distinct([m for m in self._cast.people_between(0, start) if self._cast.may_be(m.who, pronoun)])
        rest = [who for who in rest if who != speaker]
        if len(rest) == 1 and self._cast.pronoun.get(rest[0]) == pronoun:
            return Guess(rest[0], 0.65, "the only person so far that it can be")
        return None

    def _is_person(self, who: str) -> bool:
        return any(m.who == who for m in self._cast.people)

    def _among(self, who: Sequence[str], candidates: Sequence[Mention], sentence: int, pronoun: str) -> Guess:
        """Choose among several people: the subject of the sentence, when the article leaves little doubt."""
        certain = [name for name in who if self._cast.pronoun.get(name) == pronoun]
        subject = self._story.subject(sentence)
        in_subject = distinct([m for m in candidates if subject and subject.start <= m.start < subject.end])
        if len(in_subject) == 1:
            return Guess(in_subject[0], 0.7 if in_subject[0] in certain else 0.6, "the subject of the sentence before")
        if len(certain) == 1:
            return Guess(certain[0], 0.65, "the only one of the people named just before that is known to fit")
        return Guess(who[0], 0.4, "several people are named just before")

    def thing(self, word: Word, start: int, sentence: int) -> Guess | None:
        """What "it" or "they" means: the subject of the sentence before, when it fits in number."""
        plural = word.lower in THEY
        span = self._sentences[sentence]
        if not plural and _EXPLETIVE.match(self._text, word.start, min(span.end, word.start + 80)):
            return None
        before = self._text[start : word.start]
        if len(before.split()) > 3:
            return None
        guess = self._subject_before(word, plural, start, sentence)
        if guess is None or guess.words.lower() in before.lower():
            return None
        return guess

    def _subject_before(self, word: Word, plural: bool, start: int, sentence: int) -> Guess | None:
        """The subject of the same sentence or of the one before, where "it" or "they" can stand for it."""
        span = self._sentences[sentence]
        own = self._story.subject(sentence)
        if own is not None and own.end <= start:
            return self._fitting(own, plural, "the subject of the same sentence", 0.65)
        if sentence == 0 or self._text[span.start : start].strip('"“” '):
            opening = len(self._text[span.start : start].split()) > 2
            if sentence == 0 or opening:
                return None
        for back, number in enumerate(self._story.back_from(sentence, 2)[1:], 1):
            subject = self._story.subject(number)
            if subject is None:
                return None
            text = subject.of(self._text).lower()
            if text in IT or text in THEY:
                continue
            if not self._same_voice(word.start, subject.start):
                return None
            return self._fitting(subject, plural, "the subject of the sentence before", 0.7 - 0.05 * back)
        return None

    def _same_voice(self, here: int, there: int) -> bool:
        """Whether words are not somebody's while what they may stand for is another's."""
        mine, theirs = self._quotes.index_at(here), self._quotes.index_at(there)
        if mine is None:
            return True
        return theirs is not None and self._quotes.first_of(mine) == self._quotes.first_of(theirs)

    def _fitting(self, subject: Span, plural: bool, reason: str, confidence: float) -> Guess | None:
        phrase = " ".join(subject.of(self._text).split())
        if not 0 < len(phrase.split()) <= 9 or phrase.lower() in _NO_NAME or phrase.split()[0].lower() in _NOBODY:
            return None
        first_part = phrase.split(" of ")[0].split(" in ")[0]
        last = first_part.split()[-1].rstrip("’'").lower()
        many = (
            (last.endswith("s") and not last.endswith(("ss", "us", "is")))
            or " and " in first_part
            or last in {"people", "men", "women", "children", "police", "officials"}
        )
        person = any(m.end >= subject.end - 1 for m in self._cast.people_between(subject.start, subject.end))
        if not plural and (person or is_role(first_part)):
            return None
        if many != plural:
            named = phrase[:1].isupper() and not phrase.lower().startswith(("the ", "a ", "an "))
            if not (not plural and named and " and " not in phrase):
                return None
            confidence -= 0.05
        described = self._descriptions.resolve(subject.start, subject.end, 0) if phrase[:4].lower() == "the " else []
        if len(described) == 1 and described[0].applied and described[0].end == subject.end:
            phrase = described[0].replacement
            phrase = "t" + phrase[1:] if phrase.startswith("The ") else phrase
        elif phrase.split()[0].lower() in {"a", "an"}:
            phrase = "the " + phrase.split(" ", 1)[1]
        elif phrase.split()[0].lower() in {"his", "her", "their", "its", "our", "my"}:
            confidence -= 0.15
        elif phrase[0].isdigit() or words_value([phrase.split()[0].lower()]) is not None:
            phrase = "the " + phrase[0].lower() + phrase[1:]
        elif phrase.split()[0] in _OPENING:
            phrase = phrase[0].lower() + phrase[1:]
        return Guess(phrase, confidence, reason)
