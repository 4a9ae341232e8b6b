"""What pronouns, titles and definite descriptions stand for, read from the text before them. Careful by design.

A wrong name in a claim is worse than a pronoun: every resolution carries a confidence, and those below
`wording.SURE` are shown but not applied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.domain.articles import Resolution
from workbench.domain.syntax import Tree
from workbench.language.cast import Cast, Mention, distinct
from workbench.language.clauses import leading_subject
from workbench.language.introductions import Introductions
from workbench.language.people import Names, are_people
from workbench.language.places import WITH_ARTICLE
from workbench.language.quotes import QuotationMap
from workbench.language.wording import SURE
from workbench.language.words import Word, word_set, words

_MALE, _FEMALE = {"he", "him", "his", "he's", "he'd", "he'll"}, {"she", "her", "hers", "she's", "she'd", "she'll"}
_IT = {"it", "its", "it's", "it'll", "it'd"}
_THEY = {"they", "them", "their", "theirs", "they're", "they've", "they'll", "they'd"}
_POSSESSIVE = {"his", "its", "their"}
_CONTRACTED = re.compile(r"['’](?:s|re|ve|ll|d)$")
_REACH = 3
"""How many sentences back an antecedent is looked for."""
_DESCRIPTION = re.compile(r"\b[Tt]he\s+([a-z][a-z-]+(?:\s+(?!the\b)[a-z][a-z-]+){0,2})")
_GOES_ON = re.compile(r"\s+(?:of|that|who|which|in|on|to|for|from)\b")
_COUNTRY_GOES_ON = re.compile(r"\s+(?:of|that|which)\b")
_NOBODY = word_set(
    """
    neither either no none nobody nothing someone somebody something anyone anybody everyone everybody everything each
    every other others such any many few most some another
    """
)
"""Words that open a phrase which "it" does not take up."""
_NOT_DESCRIBED = word_set(
    """
    first last next same other most more past coming only very rest best worst world public internet media
    people whole time year week month day night morning evening afternoon weekend summer winter number way fact
    case end start
    """
)
_EXPLETIVE = re.compile(
    r"\bit(?:['’]s|\s+(?:is|was|has\s+been|will\s+be|would\s+be|may\s+be|can\s+be|could\s+be|seems|appears|remains|takes|took))\s+"
    r"(?:(?:also|not|very|more|most|often|widely|generally|still|now|thus|\w+ly)\s+)*"
    r"(?:(?:difficult|hard|easy|possible|impossible|likely|unlikely|important|clear|unclear|true|time|necessary|worth|"
    r"known|said|believed|thought|reported|estimated|expected|assumed|understood|hoped|feared|damning|good|bad|vital)\b|"
    r"(?:that|when|after|as|before|because)\b)|\bit\s+(?:comes|came|follows|followed|emerged|emerges|turns|turned|is\s+believed|rains?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Guess:
    """An antecedent with how sure it is and why."""

    words: str
    confidence: float
    reason: str


class Resolver:
    """Resolves the open references of a span from the article before it."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        names: Names,
        quotes: QuotationMap,
        trees: Sequence[Tree] | None = None,
    ) -> None:
        self._text = text
        self._sentences = list(sentences)
        self._quotes = quotes
        self._names = names
        self.cast = Cast(text, names)
        self.introductions = Introductions(text, names, trees)
        self._trees = list(trees) if trees is not None and len(trees) == len(self._sentences) else None
        self._subjects: dict[int, Span | None] = {}

    def resolve(self, start: int, end: int, sentence: int, speaker: str | None = None) -> list[Resolution]:
        """Resolutions for `text[start:end]`, of sentence number `sentence`, said by `speaker`."""
        found: list[Resolution] = []
        named = [m.who for m in self.cast.people_between(start, end)]
        for word, following in _with_next(words(self._text, start, end)):
            if word.lower in _MALE or word.lower in _FEMALE:
                guess = self._person(word, start, sentence, speaker, named + [r.replacement for r in found])
                if guess is not None and guess.words not in {r.reason for r in found}:
                    found.append(self._replaced(word, following, guess))
                    named.append(guess.words)
            elif word.lower in _IT or word.lower in _THEY:
                guess = self._thing(word, start, sentence)
                if guess is not None and not any(r.replacement.startswith(guess.words) for r in found):
                    found.append(self._replaced(word, following, guess))
        found.extend(self._fuller_names(start, end))
        found.extend(self._titles(start, end, sentence))
        found.extend(self._descriptions(start, end, sentence))
        return _without_overlaps(found)

    def who(self, pronoun: str, sentence: int) -> str | None:
        """Whom a pronoun that opens a sentence means, None where that is not sure."""
        start = self._sentences[sentence].start
        word = Word(start, start + len(pronoun), pronoun, pronoun)
        person = pronoun in {"he", "she"}
        guess = self._person(word, start, sentence, None, []) if person else self._thing(word, start, sentence)
        if guess is None or guess.confidence < SURE:
            return None
        return guess.words[0].upper() + guess.words[1:] if guess.words.startswith("the ") else guess.words

    def people(self, sentence: int) -> str | None:
        """The several people or bodies that are the subject of a sentence, None where it is about others."""
        subject = self.subject(sentence)
        phrase = " ".join(subject.of(self._text).split()) if subject is not None else ""
        return phrase if 0 < len(phrase.split()) < 10 and are_people(phrase) else None

    def _replaced(self, word: Word, following: Word | None, guess: _Guess) -> Resolution:
        """The pronoun replaced by its antecedent, in the possessive where the pronoun is one."""
        replacement = guess.words
        contracted = _CONTRACTED.search(word.text)
        if word.lower in _POSSESSIVE or (word.lower == "her" and following is not None and _opens_noun(following)):
            replacement += "’" if replacement.endswith("s") and word.lower == "their" else "’s"
        elif contracted:
            replacement += contracted.group()
        sure = guess.confidence >= SURE
        return Resolution(
            word.start, word.end, word.text, replacement if sure else word.text,
            guess.reason if sure else f"perhaps {guess.words}: {guess.reason}", guess.confidence, sure,
        )  # fmt: skip

    def _person(
        self, word: Word, start: int, sentence: int, speaker: str | None, named: Sequence[str]
    ) -> _Guess | None:
        """Whom "he" or "she" means; None when the span itself names them before the pronoun."""
        pronoun = "he" if word.lower in _MALE else "she"
        if any(self.cast.may_be(who, pronoun) for who in named if who in self.cast.pronoun or self._is_person(who)):
            inside = self.cast.people_between(start, word.start)
            if any(self.cast.may_be(m.who, pronoun) for m in inside) or (not inside and named):
                return None
        for back in range(min(_REACH, sentence) + 1):
            span = self._sentences[sentence - back]
            limit = start if back == 0 else span.end
            candidates = [
                m for m in self.cast.people_between(span.start, limit)
                if self.cast.may_be(m.who, pronoun) and m.who != speaker
            ]  # fmt: skip
            who = distinct(candidates)
            role = self._role(sentence - back) if back else None
            if role is not None:
                return role
            if len(who) == 1:
                known = self.cast.pronoun.get(who[0]) == pronoun
                return _Guess(
                    who[0], (0.9 if known else 0.75) - 0.05 * back, "the only person it can be, named just before"
                )
            if who:
                return self._among(who, candidates, sentence - back, pronoun)
        rest = distinct([m for m in self.cast.people_between(0, start) if self.cast.may_be(m.who, pronoun)])
        rest = [who for who in rest if who != speaker]
        if len(rest) == 1 and self.cast.pronoun.get(rest[0]) == pronoun:
            return _Guess(rest[0], 0.65, "the only person so far that it can be")
        return None

    def _role(self, sentence: int) -> _Guess | None:
        """The subject of a sentence when it is a title without a name ("the mayor"), or the person who bears it."""
        subject = self.subject(sentence)
        if subject is None:
            return None
        phrase = subject.of(self._text)
        title = self._title_in(phrase[4:]) if phrase[:4].lower() == "the " else None
        if title is None or len(phrase) != 4 + len(title):
            return None
        who = self.cast.titles.get(title)
        if who is not None:
            return _Guess(who, 0.75, f"the {title} is the subject of the sentence before")
        guess = self._untitled(title, subject.start, sentence)
        words_of = guess.words if guess else phrase[0].lower() + phrase[1:]
        return _Guess(words_of, 0.6, f"the {title} is the subject of the sentence before")

    def _is_person(self, who: str) -> bool:
        return any(m.who == who for m in self.cast.people)

    def _among(self, who: Sequence[str], candidates: Sequence[Mention], sentence: int, pronoun: str) -> _Guess:
        """Choose among several people: the subject of the sentence, when the article leaves little doubt."""
        certain = [name for name in who if self.cast.pronoun.get(name) == pronoun]
        subject = self.subject(sentence)
        in_subject = distinct([m for m in candidates if subject and subject.start <= m.start < subject.end])
        if len(in_subject) == 1:
            return _Guess(in_subject[0], 0.7 if in_subject[0] in certain else 0.6, "the subject of the sentence before")
        if len(certain) == 1:
            return _Guess(certain[0], 0.65, "the only one of the people named just before that is known to fit")
        return _Guess(who[0], 0.4, "several people are named just before")

    def _thing(self, word: Word, start: int, sentence: int) -> _Guess | None:
        """What "it" or "they" means: the subject of the sentence before, when it fits in number."""
        plural = word.lower in _THEY
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

    def _subject_before(self, word: Word, plural: bool, start: int, sentence: int) -> _Guess | None:
        """The subject of the same sentence or of the one before, where "it" or "they" can stand for it."""
        span = self._sentences[sentence]
        own = self.subject(sentence)
        if own is not None and own.end <= start:
            return self._fitting(own, plural, "the subject of the same sentence", 0.65)
        if sentence == 0 or self._text[span.start : start].strip('"“” '):
            opening = len(self._text[span.start : start].split()) > 2
            if sentence == 0 or opening:
                return None
        for back in range(1, min(2, sentence) + 1):
            subject = self.subject(sentence - back)
            if subject is None:
                return None
            text = subject.of(self._text).lower()
            if text in _IT or text in _THEY:
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

    def _fitting(self, subject: Span, plural: bool, reason: str, confidence: float) -> _Guess | None:
        phrase = " ".join(subject.of(self._text).split())
        if (
            not 0 < len(phrase.split()) <= 9
            or phrase.lower()
            in {
                "there",
                "this",
                "that",
                "what",
                "he",
                "she",
                "i",
                "we",
                "you",
                "who",
                "which",
            }
            or phrase.split()[0].lower() in _NOBODY
        ):
            return None
        first_part = phrase.split(" of ")[0].split(" in ")[0]
        last = first_part.split()[-1].rstrip("’'").lower()
        many = (
            (last.endswith("s") and not last.endswith(("ss", "us", "is")))
            or " and " in first_part
            or last in {"people", "men", "women", "children", "police", "officials"}
        )
        person = any(m.end >= subject.end - 1 for m in self.cast.people_between(subject.start, subject.end))
        if person and not plural:
            return None
        if many != plural:
            named = phrase[:1].isupper() and not phrase.lower().startswith(("the ", "a ", "an "))
            if not (not plural and named and " and " not in phrase):
                return None
            confidence -= 0.05
        described = self._descriptions(subject.start, subject.end, 0) if phrase[:4].lower() == "the " else []
        if len(described) == 1 and described[0].applied and described[0].end == subject.end:
            phrase = described[0].replacement
            phrase = "t" + phrase[1:] if phrase.startswith("The ") else phrase
        elif phrase.split()[0].lower() in {"a", "an"}:
            phrase = "the " + phrase.split(" ", 1)[1]
        elif phrase.split()[0].lower() in {"his", "her", "their", "its", "our", "my"}:
            confidence -= 0.15
        elif phrase.split()[0] in {
            "The",
            "This",
            "These",
            "That",
            "Those",
            "Some",
            "Many",
            "Several",
            "All",
            "Both",
            "Our",
        }:
            phrase = phrase[0].lower() + phrase[1:]
        return _Guess(phrase, confidence, reason)

    def subject(self, sentence: int) -> Span | None:
        """The subject of a sentence: from its tree, or the words before its first finite verb."""
        if sentence not in self._subjects:
            span = self._sentences[sentence]
            if self._trees is not None:
                from workbench.language.tree_reading import subject_span

                self._subjects[sentence] = subject_span(self._trees[sentence])
            else:
                self._subjects[sentence] = leading_subject(self._text, span.start, span.end)
        return self._subjects[sentence]

    def _fuller_names(self, start: int, end: int) -> list[Resolution]:
        """The first short form of a name in the span, written in full."""
        found: list[Resolution] = []
        seen: set[str] = set()
        for mention in self.cast.people_between(start, end):
            written = self._text[mention.start : mention.end]
            if mention.who in seen or mention.end > end:
                continue
            seen.add(mention.who)
            if written.casefold() == mention.who.casefold() or not mention.who.casefold().endswith(
                written.split()[-1].casefold()
            ):
                continue
            begin = mention.start
            title = re.search(r"(?:Mr|Mrs|Ms|Miss)\.?\s+$", self._text[max(start, begin - 6) : begin])
            if title:
                begin -= len(title.group())
            found.append(
                Resolution(
                    begin,
                    mention.end,
                    self._text[begin : mention.end],
                    mention.who,
                    "the full name as the article gives it",
                    0.9,
                )
            )
        return found

    def _titles(self, start: int, end: int, sentence: int) -> list[Resolution]:
        """ "the prime minister" to the person the article gives that title."""
        found = []
        named = {m.who for m in self.cast.people_between(start, end)}
        for match in re.finditer(r"\b[Tt]he\s+((?:[A-Za-z]+\s+){0,2}[A-Za-z]+)(?=(['’]s)?\b)", self._text[start:end]):
            title = self._title_in(match.group(1))
            if title is None:
                continue
            who = self.cast.titles.get(title)
            at = start + match.start()
            stop = start + match.start(1) + len(title)
            if who is None and title not in self.cast.titles:
                guess = self._untitled(title, at, sentence)
                if guess is None:
                    continue
                who, confidence, reason = guess.words, guess.confidence, guess.reason
            elif who is None:
                continue
            else:
                confidence, reason = 0.85, f"the article calls {who} {title}"
            following = self._text[stop : stop + 30].lstrip()
            if who in named or following[:1].isupper() or following.startswith(("of ", "for ")):
                continue
            named.add(who)
            sure = confidence >= SURE
            original = self._text[at:stop]
            found.append(
                Resolution(
                    at,
                    stop,
                    original,
                    f"{original}, {who}," if not self._text[stop : stop + 2].startswith(("'s", "’s")) else who,
                    reason,
                    confidence,
                    sure,
                )
            )
        return found

    def _title_in(self, phrase: str) -> str | None:
        """The title that a phrase begins with, longest first, None if there is none."""
        parts = phrase.lower().split()
        for length in range(len(parts), 0, -1):
            title = " ".join(parts[:length])
            if title in self.cast.titles or title in {
                "prime minister",
                "president",
                "chancellor",
                "foreign secretary",
                "home secretary",
            }:
                return title
        return None

    def _untitled(self, title: str, at: int, sentence: int) -> _Guess | None:
        """Whom a title means that the article never joins to a name: the only person named so far."""
        who = distinct([m for m in self.cast.people_between(0, at)])
        taken = set(self.cast.titles.values())
        who = [name for name in who if name not in taken]
        if len(who) == 1 and sentence <= 6:
            return _Guess(who[0], 0.6, f"the only person named so far; the article never says that this is the {title}")
        return None

    def _descriptions(self, start: int, end: int, sentence: int) -> list[Resolution]:
        """ "the country" and other descriptions to what the article named so before."""
        found = []
        for match in _DESCRIPTION.finditer(self._text, start, end):
            described = (
                self._country(start, match, sentence)
                if match.group(1).split()[0] == "country"
                else self._introduced(match, start)
            )
            if described is None:
                continue
            guess, stop = described
            sure = guess.confidence >= SURE
            original = self._text[match.start() : stop]
            replacement = guess.words if sure else original
            if sure and original[0] == "T" and replacement.startswith("the "):
                replacement = "T" + replacement[1:]
            reason = guess.reason if sure else f"perhaps {guess.words}: {guess.reason}"
            found.append(Resolution(match.start(), stop, original, replacement, reason, guess.confidence, sure))
        return found

    def _country(self, start: int, match: re.Match[str], sentence: int) -> tuple[_Guess, int] | None:
        """Which country "the country" is: the one named in the sentence or the one before."""
        stop = match.start(1) + len("country")
        if _COUNTRY_GOES_ON.match(self._text, stop):
            return None
        for back in range(min(2, sentence) + 1):
            span = self._sentences[sentence - back]
            mentions = self.cast.countries_between(span.start, match.start() if back == 0 else span.end)
            if any(m.start >= start for m in mentions):
                return None
            countries = distinct(mentions)
            if countries:
                name = mentions[-1].who
                words_of = ("the " if name in WITH_ARTICLE else "") + name
                if len(countries) == 1:
                    return _Guess(words_of, 0.75 - 0.05 * back, "the only country named just before"), stop
                return _Guess(words_of, 0.45, "several countries are named just before"), stop
        return None

    def _introduced(self, match: re.Match[str], start: int) -> tuple[_Guess, int] | None:
        """A description to the one thing that the article introduced so: what it is, and where the description ends."""
        at = match.start()
        if self._quotes.at(at) is not None:
            return None
        for part in reversed(list(re.finditer(r"\S+", match.group(1)))):
            noun, stop = part.group(), match.start(1) + part.end()
            if len(noun) < 4 or noun in _NOT_DESCRIBED or _GOES_ON.match(self._text, stop):
                continue
            modifiers = match.group(1)[: part.start()].split()
            meant, sure = self.introductions.meant(noun, modifiers, at)
            if meant is None or not self.introductions.is_whole(stop - len(noun)):
                continue
            if meant.name in self._text[start:at]:
                return None
            if sure:
                return _Guess(meant.words, 0.75, "the only one of this sort that the article names"), stop
            return _Guess(meant.words, 0.45, "the article speaks of several of this sort"), stop
        return None


def _with_next(tokens: list[Word]) -> list[tuple[Word, Word | None]]:
    return [(token, tokens[i + 1] if i + 1 < len(tokens) else None) for i, token in enumerate(tokens)]


_NOT_NOUN = word_set(
    """
    to in on at for from with by and or but that as when if is was has had will would could about of into who
    what how why where because after before while than then over under
    """
)


def _opens_noun(word: Word) -> bool:
    """Whether a word after "her" makes it a possessive."""
    return word.is_word and word.lower not in _NOT_NOUN


def _without_overlaps(found: list[Resolution]) -> list[Resolution]:
    """Keep the surer of two resolutions that touch the same words."""
    kept: list[Resolution] = []
    for resolution in sorted(found, key=lambda r: (-r.confidence, r.start)):
        if all(resolution.end <= other.start or resolution.start >= other.end for other in kept):
            kept.append(resolution)
    return sorted(kept, key=lambda r: r.start)
