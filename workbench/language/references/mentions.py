"""Whom a parsed article speaks of, phrase by phrase: names, descriptions and pronouns, with their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.domain.syntax import Tree
from workbench.language.grammar.tree_reading import children_of, noun_phrase
from workbench.language.references.entities import Entities, Mention
from workbench.language.references.people import Names
from workbench.language.references.person_nouns import is_person_noun, is_plural, noun_pronoun
from workbench.language.references.places import COUNTRIES
from workbench.language.text.quotations import QuotationMap

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
_TITLES = frozenset({"compound", "appos", "flat", "nmod:desc", "nmod:unmarked"})
_ROLES = {"nsubj": "subject", "nsubj:pass": "subject", "nsubj:outer": "subject", "obj": "object", "iobj": "object",
          "obl": "oblique", "obl:agent": "oblique", "nmod:poss": "possessor", "nmod": "modifier"}  # fmt: skip


@dataclass(slots=True)
class Phrase:
    """One phrase that stands for somebody or something.

    `who` names what it stands for: phrases with the same one are taken for the same. `pronoun` is "he", "she" or "" as
    far as the words tell; `sure` whether they do. `role` is its place at the verb, `verb` the word (numbered within the
    sentence) that it hangs on. `person` is False for names that were read as those of places and bodies.
    """

    start: int
    end: int
    sentence: int
    head: int
    kind: str
    who: str
    words: str
    role: str
    verb: int
    pronoun: str = ""
    sure: bool = False
    plural: bool = False
    joined: bool = False
    definite: bool = False
    person: bool = True


class Phrases:
    """The phrases of one article in reading order.

    Args:
        text: The article.
        trees: Its parsed sentences.
        names: The names in it.
        entities: The people among them.
        quotes: Its quotations.
    """

    def __init__(
        self, text: str, trees: Sequence[Tree], names: Names, entities: Entities, quotes: QuotationMap
    ) -> None:
        self.text = text
        self.trees = list(trees)
        self.entities = entities
        self.quotes = quotes
        self.children = [children_of(tree) for tree in self.trees]
        self.found: list[Phrase] = []
        self._described: dict[str, str] = {}
        persons = {(one.start, one.end) for one in entities.people}
        self._others = [
            Mention(one.start, one.end, one.text) for one in names.found
            if (one.start, one.end) not in persons and one.text not in COUNTRIES
        ]  # fmt: skip
        self._other_starts = [one.start for one in self._others]
        self._people = {one.who for one in entities.people if one.who.strip()}  # marks alone are nobody
        self._surnames: dict[str, str | None] = {}
        for who in self._people:
            last = who.split()[-1]
            self._surnames[last] = who if self._surnames.get(last, who) == who else None
        self._by_sentence: list[list[Phrase]] = []
        for number, tree in enumerate(self.trees):
            self._by_sentence.append(self._of(number, tree))
            self.found.extend(self._by_sentence[-1])
        self._starts = [phrase.start for phrase in self.found]

    def before(self, offset: int) -> list[Phrase]:
        """The phrases that begin before an offset."""
        return self.found[: bisect_right(self._starts, offset - 1)]

    def of(self, sentence: int) -> list[Phrase]:
        """The phrases of a sentence."""
        return self._by_sentence[sentence]

    def at(self, offset: int) -> Phrase | None:
        """The pronoun that begins at an offset."""
        index = bisect_right(self._starts, offset)
        while index > 0 and self._starts[index - 1] == offset:
            index -= 1
            if self.found[index].kind == "pronoun":
                return self.found[index]
        return None

    def _of(self, number: int, tree: Tree) -> list[Phrase]:
        tokens, children = tree.tokens, self.children[number]
        found: list[Phrase] = []
        named: dict[int, str] = {}
        people = self.entities.people_between(tree.start, tree.end)
        low, high = bisect_left(self._other_starts, tree.start), bisect_left(self._other_starts, tree.end)
        taken: set[int] = set()
        for mention in [*people, *self._others[low:high]]:
            inside = [i for i, t in enumerate(tokens) if t.start < mention.end and t.end > mention.start]
            if not inside:
                continue
            head = next((i for i in inside if tokens[i].head not in inside), inside[-1])
            taken.update(inside)
            named.update(dict.fromkeys(inside, mention.who))
            known = self.entities.pronoun.get(mention.who, "")
            phrase = self._phrase(number, tree, head, Span(mention.start, mention.end), "name", mention.who, known)
            phrase.person = mention.who in self._people
            found.append(phrase)
        for i, token in enumerate(tokens):
            lower = token.text.lower()
            if lower in HE or lower in SHE:
                pronoun = "he" if lower in HE else "she"
                found.append(self._phrase(number, tree, i, Span(token.start, token.end), "pronoun", "", pronoun))
            elif token.upos == "PROPN" and i not in taken and (surname := self._surnames.get(token.text)) is not None:
                span = Span(token.start, token.end)
                found.append(
                    self._phrase(number, tree, i, span, "name", surname, self.entities.pronoun.get(surname, ""))
                )
            elif token.upos == "NOUN" and i not in taken and token.deprel not in {"compound", "fixed"}:
                if token.entity or not is_person_noun(token.text) or is_plural(token.text):
                    continue
                name = self._named(tree, children, i, named)
                if name is not None:
                    said = noun_pronoun(token.text)
                    if said is not None and name not in self.entities.pronoun:
                        self.entities.pronoun[name] = said
                    continue
                span = noun_phrase(tree, children, i)
                determiner = next((tokens[c].text.lower() for c in children[i] if tokens[c].deprel == "det"), "")
                owned = any(tokens[c].deprel == "nmod:poss" for c in children[i])
                definite = determiner in {"the", "this", "that"} and not owned
                who = self._described.get(lower) if definite else None
                if who is None:
                    who = f"{lower}@{token.start}"
                    if not owned:
                        self._described[lower] = who
                phrase = self._phrase(number, tree, i, span, "noun", who, noun_pronoun(token.text) or "")
                phrase.definite = definite
                found.append(phrase)
        return sorted(found, key=lambda one: (one.start, one.end))

    def _named(self, tree: Tree, children: list[list[int]], index: int, named: dict[int, str]) -> str | None:
        """The name that a title or description belongs to: "Director Ana Solis", "the treasurer, Nora Selig"."""
        tokens = tree.tokens
        for child in children[index]:
            if child in named and tokens[child].deprel in _TITLES:
                return named[child]
        if tokens[index].deprel in _TITLES and tokens[index].head in named:
            return named[tokens[index].head]
        return None

    def _phrase(
        self, number: int, tree: Tree, head: int, span: Span, kind: str, who: str, pronoun: str
    ) -> Phrase:  # fmt: skip
        tokens = tree.tokens
        at, joined = head, False
        for _ in range(4):
            relation = tokens[at].deprel
            if relation == "conj":
                joined = True
            elif relation not in _TITLES:
                break
            if tokens[at].head < 0:
                break
            at = tokens[at].head
        joined = joined or any(tokens[c].deprel == "conj" for c in self.children[number][head])
        words = " ".join(self.text[span.start : span.end].split())
        return Phrase(
            span.start, span.end, number, head, kind, who, words, _ROLES.get(tokens[at].deprel, "other"),
            tokens[at].head, pronoun, bool(pronoun), joined=joined,
        )  # fmt: skip
