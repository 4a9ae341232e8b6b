"""Whom "he said" means: walking back through the sentences, the first that is about one person and no other.

The verb of saying makes this surer than a pronoun alone is: who says something goes on from a sentence whose subject
is that person, over sentences in which nobody is spoken of. Anybody else in between leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.domain.syntax import Tree
from workbench.language.grammar.lexicon import SAYING
from workbench.language.grammar.tree_reading import below, root_of
from workbench.language.references.discourse import Discourse
from workbench.language.references.mentions import Phrase, Phrases
from workbench.language.references.people import are_people
from workbench.language.references.person_nouns import is_person_noun

_NEUTRAL = 3
"""Sentences in which neither the person nor anybody else is spoken of that may stand between."""
_FARTHEST = 9
_ENTRY = re.compile(r"\n\s{0,9}(?:\(?\d{1,2}[.)]|[•*▪●–—-])\s")
_UNKNOWN = ""
"""Who a sentence is about that tells of somebody by a name that nobody knows for a person's, or of several."""
_TITLES = frozenset({"compound", "appos", "flat", "nmod:desc", "nmod:unmarked"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


class LastToldOf:
    """Walks back from a pronoun that says something to the person whom it can only mean.

    Args:
        discourse: The article.
        phrases: Its phrases for people.
    """

    def __init__(self, discourse: Discourse, phrases: Phrases) -> None:
        self._discourse = discourse
        self._phrases = phrases
        self._people = {one.who for one in discourse.entities.people}

    def who(self, pronoun: str, sentence: int, said: Mapping[int, str]) -> str | None:
        """The one person whom a pronoun that says something in a sentence can mean; None where that is not plain.

        Args:
            pronoun: "he" or "she".
            sentence: The number of its sentence.
            said: Who is known to have said something in the sentences before.
        """
        if not self._opens(pronoun, sentence):
            return self._within(pronoun, sentence)
        neutral = 0
        for number in range(sentence - 1, max(-1, sentence - 1 - _FARTHEST), -1):
            if neutral > _NEUTRAL or (self._discourse.is_heading(number) and self._parted(number, sentence)):
                return None
            if self._another_entry(number, sentence):
                return None
            named = self._about(number, said)
            if named == _UNKNOWN:
                return None
            there = [one for one in self._spoken_of(number) if self._fits(one, pronoun)]
            others = [
                one for one in there
                if one.kind != "pronoun" and one.who != named and not (named and self._is_what_somebody_is(one, number))
            ]  # fmt: skip
            if named is not None and self._discourse.entities.may_be(named, pronoun):
                rivals = any(not self._is_told_by_it(one, number) for one in others)
                rivals = rivals or (
                    number not in said
                    and (
                        self._after_another(there, named)
                        or self._of_self(sentence, pronoun)
                        or self._stands_beside_another(number, pronoun, said, named)
                    )
                )
                return None if rivals else named
            if others:
                return None
            neutral += not there
        return None

    def _within(self, pronoun: str, sentence: int) -> str | None:
        """Who a sentence is about that goes on with what they said: "Ann Example resigned, and she said 40 left"."""
        named = self._about(sentence, {})
        spoken_of = self._spoken_of(sentence)
        at = next((i for i, one in enumerate(spoken_of) if one.kind == "pronoun" and one.role == "subject"), None)
        if not named or at is None or spoken_of[at].pronoun != pronoun:
            return None
        tokens = self._phrases.trees[sentence].tokens
        verb = spoken_of[at].verb
        joined = (
            verb >= 0
            and tokens[verb].deprel in {"conj", "parataxis"}
            and tokens[verb].head == root_of(self._phrases.trees[sentence])
        )
        others = [one for one in spoken_of[:at] if one.kind != "pronoun" and one.who != named]
        return named if joined and all(self._is_what_somebody_is(one, sentence) for one in others) else None

    def _another_entry(self, number: int, sentence: int) -> bool:
        """Whether the entry of a list begins between two sentences: it may be of another person."""
        spans = self._discourse.sentences
        return _ENTRY.search(self._discourse.text, spans[number].start, spans[sentence].start) is not None

    def _parted(self, number: int, sentence: int) -> bool:
        """Whether a sentence stands on another line than a later one."""
        spans = self._discourse.sentences
        return "\n" in self._discourse.text[spans[number].start : spans[sentence].start]

    def _stands_beside_another(self, number: int, pronoun: str, said: Mapping[int, str], named: str) -> bool:
        """Whether the sentence before, in the same paragraph, is about another whom the pronoun may mean."""
        if number == 0 or self._parted(number - 1, number):
            return False
        before = self._about(number - 1, said)
        return before not in {None, _UNKNOWN, named} and self._discourse.entities.may_be(before or "", pronoun)

    @staticmethod
    def _after_another(there: list[Phrase], named: str) -> bool:
        """Whether a pronoun stands before the name, and so is somebody else's: "His predecessor, Ann Example, left"."""
        return bool(there) and there[0].kind == "pronoun" and any(one.who == named for one in there)

    def _of_self(self, sentence: int, pronoun: str) -> bool:
        """Whether the quotation itself tells of a "he", so that another says it: "He was pushed," he said."""
        return any(
            one.kind == "pronoun" and one.pronoun == pronoun and self._discourse.quotes.at(one.start) is not None
            for one in self._phrases.of(sentence)
        )

    def _opens(self, pronoun: str, sentence: int) -> bool:
        """Whether nobody is spoken of in a sentence before the pronoun that says it, outside quotation marks."""
        for one in self._spoken_of(sentence):
            if one.kind == "pronoun" and one.pronoun == pronoun and one.role in {"subject", "oblique"}:
                return True  # "she said", "according to her"
            if one.kind != "pronoun" and self._fits(one, pronoun):
                return False
        return False

    def _spoken_of(self, sentence: int) -> list[Phrase]:
        """The people in a sentence outside quotation marks, in reading order; many are nobody's "he"."""
        return [
            one for one in self._phrases.of(sentence)
            if one.person and self._discourse.quotes.at(one.start) is None
            and self._phrases.trees[sentence].tokens[one.head].entity not in {"LOC", "ORG"}
        ]  # fmt: skip

    def _fits(self, one: Phrase, pronoun: str) -> bool:
        return one.pronoun in {"", pronoun} and (
            one.kind != "name" or self._discourse.entities.may_be(one.who, pronoun)
        )

    def _about(self, number: int, said: Mapping[int, str]) -> str | None:
        """Who a sentence is about: the person who says it, or whom its subject names; `_UNKNOWN` is somebody else."""
        if number in said and said[number] in self._people:
            return said[number]
        if number in said and not are_people(said[number]):
            return _UNKNOWN
        tree = self._discourse.tree(number)
        root = root_of(tree) if tree is not None else None
        if tree is None or root is None:
            return None
        children = self._phrases.children[number]
        heads = [c for c in children[root] if tree.tokens[c].deprel in _SUBJECTS]
        if len(heads) != 1:
            return None
        named = {
            one.who for one in self._phrases.of(number)
            if one.kind == "name" and one.person and self._names(tree, children, heads[0], one)
        }  # fmt: skip
        if len(named) == 1:
            return named.pop()
        return _UNKNOWN if named or tree.tokens[heads[0]].upos == "PROPN" else None

    @staticmethod
    def _names(tree: Tree, children: list[list[int]], subject: int, one: Phrase) -> bool:
        """Whether a name is that of the subject: the noun itself, or joined to it as title or apposition."""
        at = one.head
        thing = False
        while at != subject:
            joined = tree.tokens[at].deprel in _TITLES or (thing and tree.tokens[at].deprel == "nmod")
            if not joined or tree.tokens[at].head < 0:
                return False
            at = tree.tokens[at].head  # "the chairman of the club, Ann Example": no club is a person
            thing = tree.tokens[at].upos == "NOUN" and not is_person_noun(tree.tokens[at].text)
        if thing:
            return False
        owned = any(tree.tokens[c].deprel == "case" for c in children[one.head])
        return not owned and not any(tree.tokens[c].deprel == "conj" for c in children[subject])

    def _is_what_somebody_is(self, one: Phrase, number: int) -> bool:
        """Whether a noun only says what somebody named is: "the chairman, Ann Example", "has been an MP"."""
        tokens = self._phrases.trees[number].tokens
        head = tokens[one.head]
        title = head.deprel in _SUBJECTS and head.head == root_of(self._phrases.trees[number])
        return one.kind == "noun" and (
            title or any(tokens[c].deprel == "cop" for c in self._phrases.children[number][one.head])
        )

    def _is_told_by_it(self, one: Phrase, number: int) -> bool:
        """Whether somebody is spoken of only in what the sentence's subject is told to have said."""
        tree = self._phrases.trees[number]
        root = root_of(tree)
        if root is None or tree.tokens[root].text.lower() not in SAYING:
            return False
        children = self._phrases.children[number]
        contents = [c for c in children[root] if tree.tokens[c].deprel == "ccomp"]
        return any(one.head in below(children, content) for content in contents)
