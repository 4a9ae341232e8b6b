"""What pronouns, titles and definite descriptions stand for, read from the text before them. Careful by design.

A wrong name in a claim is worse than a pronoun: every resolution carries a confidence, and those below
`discourse.SURE` are shown but not applied.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.domain.articles import Resolution
from workbench.domain.syntax import Token, Tree
from workbench.language.references.descriptions import Descriptions
from workbench.language.references.discourse import Discourse, Guess
from workbench.language.references.full_names import courtesy_before, is_the_person
from workbench.language.references.last_told_of import LastToldOf
from workbench.language.references.naming import in_place_of
from workbench.language.references.own_company import OwnCompany
from workbench.language.references.people import are_people
from workbench.language.references.pronouns import FEMALE, IT, MALE, THEY, Pronouns
from workbench.language.references.titles import Titles
from workbench.language.text.tokenizer import Word, words

_WAS_ASKED = re.compile(
    r",?\s+(?:was|were|is|are|has\s+been|had\s+been)\s+(?:(?:then|also|later|repeatedly|twice|again)\s+)?(?:asked|questioned|pressed|challenged)\b"
)


_SHOP = re.compile(
    r"(?<!s)['’]s(?=\s(?:to|in|for|from|at|on|as|was|is|has|had|will|and|or|with|by|after|before|since|when|which)\b|[.,;:)]|\s*$)"
)
"""A surname in the possessive with nothing behind it that is owned: what a shop is called after its owner."""


class Resolver:
    """Resolves the open references of a span from the article before it."""

    def __init__(self, discourse: Discourse, company: OwnCompany | None = None) -> None:
        self._text = discourse.text
        self._company = company
        self._discourse = discourse
        self.entities = discourse.entities
        self._titles = Titles(discourse)
        self._descriptions = Descriptions(discourse)
        self._pronouns = Pronouns(discourse, self._descriptions)
        self._told_of = LastToldOf(discourse, discourse.phrases) if discourse.phrases is not None else None

    def resolve(self, start: int, end: int, sentence: int) -> list[Resolution]:
        """Resolutions for `text[start:end]`, of sentence number `sentence`."""
        found: list[Resolution] = []
        named = [m.who for m in self.entities.people_between(start, end)]
        main = _main_pronoun(self._discourse.tree(sentence))
        for word, following in _with_next(words(self._text, start, end)):
            if main is not None and start <= word.start < main.start and _alike(word, main):
                continue  # "Announcing he would go, he said": the name goes to who said it
            if word.lower in MALE or word.lower in FEMALE:
                guess = self._pronouns.person(word, start, named)
                if guess is not None:
                    found.append(self._replaced(word, following, guess))
                    named.append(guess.words)
            elif word.lower in IT or word.lower in THEY:
                guess = self._pronouns.thing(word, start, sentence)
                if guess is not None:
                    found.append(self._replaced(word, following, guess))
        found.extend(self._fuller_names(start, end, self._discourse.tree(sentence)))
        found.extend(self._titles.resolve(start, end, sentence))
        found.extend(self._descriptions.resolve(start, end, sentence))
        found.extend(self._company.resolve(start, end) if self._company is not None else [])
        return _without_overlaps(found)

    def who(self, pronoun: str, sentence: int, at: int | None = None) -> str | None:
        """Whom a pronoun means that stands at an offset, or first in a sentence; None where that is not sure."""
        span = self._discourse.sentences[sentence]
        person = pronoun in {"he", "she"}
        if at is None and person and self._discourse.meant is not None:
            at = self._discourse.meant.first_in(span.start, span.end, pronoun)
        start = span.start if at is None else at
        word = Word(start, start + len(pronoun), pronoun, pronoun)
        guess = self._pronouns.person(word, start, []) if person else self._pronouns.thing(word, start, sentence)
        if guess is None or not guess.sure:
            return None
        return guess.words[0].upper() + guess.words[1:] if guess.words.startswith("the ") else guess.words

    def possible(self, at: int) -> tuple[tuple[str, float], ...]:
        """Whom the pronoun at an offset may mean, likeliest first, each with its measured confidence."""
        meant = self._discourse.meant
        return tuple((one.words, one.confidence) for one in meant.at(at)) if meant is not None else ()

    def last_told_of(self, pronoun: str, sentence: int, said: Mapping[int, str]) -> str | None:
        """Whom "he said" can only mean, `said` being who said something in the sentences before."""
        return self._told_of.who(pronoun, sentence, said) if self._told_of is not None else None

    def is_person(self, who: str) -> bool:
        """Whether somebody who was named is a man or a woman, and so never "it"; a single name may be a paper's."""
        named = " " in who and any(mention.who == who for mention in self.entities.people)
        return named or who in self.entities.pronoun

    def asked_before(self, pronoun: str, sentence: int) -> str | None:
        """Who was asked something in the sentence before, as "she answered" means them; None where that is not told."""
        if sentence == 0 or (subject := self._discourse.subject(sentence - 1)) is None:
            return None
        if _WAS_ASKED.match(self._text, subject.end, subject.end + 40) is None:
            return None
        return self._only_of(pronoun, subject.start, subject.end)

    def _only_of(self, pronoun: str, start: int, end: int) -> str | None:
        """The one person named in a stretch of the text whom a pronoun may mean; None without one, or several."""
        may = {m.who for m in self.entities.people_between(start, end) if self.entities.may_be(m.who, pronoun)}
        return may.pop() if len(may) == 1 else None

    def owned(self, phrase: str, sentence: int) -> str:
        """A phrase ("its investigation") with its owner in place of the pronoun, where that is told."""
        span = self._discourse.sentences[sentence]
        at = self._text.find(phrase, span.start, span.end)
        first = phrase.split()[0]
        found = self.resolve(at, at + len(first), sentence) if at >= 0 else []
        owner = next((one.replacement for one in found if one.applied and one.start == at), None)
        return owner + phrase[len(first) :] if owner is not None else phrase

    def subject(self, sentence: int) -> str | None:
        """The words of a sentence's subject, None where no tree tells."""
        subject = self._discourse.subject(sentence)
        return " ".join(subject.of(self._text).split()) or None if subject is not None else None

    def people(self, sentence: int) -> str | None:
        """The several people or bodies that are the subject of a sentence, None where it is about others."""
        subject = self._discourse.subject(sentence)
        phrase = " ".join(subject.of(self._text).split()) if subject is not None else ""
        return phrase if 0 < len(phrase.split()) < 10 and are_people(phrase) else None

    def _replaced(self, word: Word, following: Word | None, guess: Guess) -> Resolution:
        """The pronoun replaced by its antecedent, in the possessive where the pronoun is one."""
        replacement = in_place_of(word.text, guess.words, following.text if following is not None else "")
        return Resolution(
            word.start, word.end, word.text, replacement if guess.sure else word.text,
            guess.reason if guess.sure else f"perhaps {guess.words}: {guess.reason}", guess.confidence, guess.sure,
            guess.possible,
        )  # fmt: skip

    def _fuller_names(self, start: int, end: int, tree: Tree | None) -> list[Resolution]:
        """The first short form of a name in the span, written in full where it plainly is the person's."""
        found: list[Resolution] = []
        seen: set[str] = set()
        for mention in self.entities.people_between(start, end):
            written = self._text[mention.start : mention.end]
            if mention.who in seen or mention.end > end:
                continue
            seen.add(mention.who)
            if (
                self._text[mention.end : mention.end + 2] == " &"
                or self._text[mention.start - 2 : mention.start] == "& "
            ):
                continue  # "Kern & Vogt" is a firm
            if self._discourse.quotes.at(mention.start) is not None:
                continue  # words in quotation marks stay as they were said
            if mention.who.isupper() and not written.isupper():
                continue  # the title page gives the name in capitals alone
            nicknamed = len(written.split()) > len(mention.who.split())  # "Robert “Bob” Lane"
            if (
                nicknamed
                or written.casefold() == mention.who.casefold()
                or not mention.who.casefold().endswith(written.split()[-1].casefold())
            ):
                continue
            if not is_the_person(self._text, mention.start, mention.end, tree):
                continue
            if _SHOP.match(self._text, mention.end):
                continue  # "sold Sample's to a rival"
            begin = mention.start - courtesy_before(self._text, mention.start, start)
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


def _with_next(tokens: list[Word]) -> list[tuple[Word, Word | None]]:
    return [(token, tokens[i + 1] if i + 1 < len(tokens) else None) for i, token in enumerate(tokens)]


def _main_pronoun(tree: Tree | None) -> Token | None:
    """The "he" or "she" that is the subject of a sentence's main verb, where words of a clause stand before it."""
    tokens = tree.tokens if tree is not None else ()
    for i, token in enumerate(tokens):
        verb = tokens[token.head] if token.head > i else None
        subject = token.text in {"he", "she"} and token.deprel == "nsubj"
        if subject and verb is not None and (verb.head < 0 or verb.deprel == "parataxis"):
            return token
    return None


def _alike(word: Word, main: Token) -> bool:
    return word.lower in (MALE if main.text == "he" else FEMALE)


def _without_overlaps(found: list[Resolution]) -> list[Resolution]:
    """Keep the surer of two resolutions that touch the same words."""
    kept: list[Resolution] = []
    for resolution in sorted(found, key=lambda r: (-r.confidence, r.start)):
        if all(resolution.end <= other.start or resolution.start >= other.end for other in kept):
            kept.append(resolution)
    return sorted(kept, key=lambda r: r.start)
