"""Whom "he" or "she" may mean: the people spoken of before it, each with what speaks for and against them as numbers.

A trained scorer (`domain.ports.AntecedentScorer`) makes a probability of them; nothing here decides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from workbench.domain.ports import AntecedentScorer
from workbench.language.references.mentions import Phrase, Phrases
from workbench.language.text.tokenizer import word_set

REACH = 6
"""Sentences back in which somebody must be mentioned to be meant."""
MOST = 12
"""Candidates that are weighed, the latest mentioned."""
_ROLES = ("subject", "object", "oblique", "possessor", "modifier", "other")
FEATURES = (
    "sentences back", "words back", "phrases between", "recency rank", "people in reach",
    *(f"last as {role}" for role in _ROLES), "last is pronoun", "last is name", "last joined",
    "sentences back by name", *(f"named as {role}" for role in _ROLES), "is name", "is definite", "is indefinite",
    "mentions", "mentions lately", "mentions as subject", "first of article",
    "person", "pronoun known", "she by name", "others that fit since", "others that fit",
    *(f"pronoun as {role}" for role in _ROLES), "same role", "both subject",
    "same verb", "subject of verb", "owner within", "above pronoun", "above as subject", "says it", "clause opens",
    "pronoun in quotation", "last in quotation", "same quotation", "same paragraph", "pronoun opens sentence",
    "subject of sentence before", "reflexive", "words of sentence before pronoun",
)  # fmt: skip
OF_PRONOUN = frozenset(
    {
        "people in reach", "others that fit", "pronoun in quotation", "pronoun opens sentence", "reflexive",
        "words of sentence before pronoun", *(f"pronoun as {role}" for role in _ROLES),
    }
)  # fmt: skip
"""The features that are the pronoun's own, the same for all of its candidates."""
_AT = {name: number for number, name in enumerate(FEATURES)}
SAY = word_set(
    """
    said says say saying told tells added adds announced argued claimed claims insisted wrote writes warned thought
    believed knew admitted denied explained replied asked testified stated recalled felt hoped
    """
)


def is_clear(rows: list[list[float]], chosen: int) -> bool:
    """Whether a pronoun stands as those do for which the scorer could be trusted on texts held back.

    Either it is the subject and so was the one it means, by name at most two sentences before; or nobody else was
    spoken of in the sentences since.
    """
    row = rows[chosen]
    back = row[_AT["sentences back by name"]]
    alone = all(other[_AT["sentences back"]] > 2 for i, other in enumerate(rows) if i != chosen)
    subjects = bool(row[_AT["last as subject"]] and row[_AT["pronoun as subject"]])
    return bool(row[_AT["is name"]] and row[_AT["person"]]) and ((subjects and back <= 2) or (alone and back <= 3))


@dataclass(slots=True)
class Antecedent:
    """Somebody a pronoun may mean: their phrases so far, latest last."""

    who: str
    phrases: list[Phrase]


class Chains:
    """Who has been mentioned where, pronouns included as far as they were told.

    Args:
        phrases: The phrases of the article.
        scorer: Gives how likely a first name is a woman's; None knows none.
    """

    def __init__(self, phrases: Phrases, scorer: AntecedentScorer | None) -> None:
        self._phrases = phrases
        self._scorer = scorer
        self._chains: dict[str, list[Phrase]] = {}
        self._order: list[str] = []
        self._next = 0
        self._women: dict[str, float] = {}

    def upto(self, offset: int) -> None:
        """Take in the names and descriptions before an offset."""
        found = self._phrases.found
        while self._next < len(found) and found[self._next].start < offset:
            phrase = found[self._next]
            if phrase.kind != "pronoun":
                self.add(phrase.who, phrase)
            self._next += 1

    def add(self, who: str, phrase: Phrase) -> None:
        """Note a phrase for somebody, a pronoun for one."""
        if who not in self._chains:
            self._chains[who] = []
            self._order.append(who)
        self._chains[who].append(phrase)

    def candidates(self, pronoun: Phrase) -> list[Antecedent]:
        """Who may be meant: mentioned at most `REACH` sentences back, and not known to be of the other pronoun."""
        found = []
        for who in self._order:
            chain = [one for one in self._chains[who] if one.start < pronoun.start and one.end <= pronoun.start]
            if not chain or pronoun.sentence - chain[-1].sentence > REACH:
                continue
            known = next((one.pronoun for one in chain if one.sure and one.kind != "pronoun"), "")
            if known and known != pronoun.pronoun:
                continue
            found.append(Antecedent(who, chain))
        return sorted(found, key=lambda one: one.phrases[-1].start)[-MOST:]

    def likeliest(self, rows: list[list[float]]) -> int:
        """A first guess, by nearness and by the subject, for following a pronoun through the text."""

        def worth(row: list[float]) -> float:
            return (
                row[_AT["last as subject"]]
                - row[_AT["sentences back"]]
                + 0.5 * row[_AT["named as subject"]]
                - 3.0 * row[_AT["same verb"]]
                + 1.5 * row[_AT["pronoun known"]]
                + 2.0 * (row[_AT["she by name"]] - 0.5)
                + row[_AT["owner within"]]
                + 0.3 * row[_AT["above as subject"]]
                + 0.2 * row[_AT["mentions lately"]]
                + 1.5 * row[_AT["person"]]
            )

        return max(range(len(rows)), key=lambda i: worth(rows[i]))

    def woman(self, candidate: Antecedent) -> float:
        """How likely the first name of somebody is a woman's, 0.5 where nobody knows."""
        name = candidate.phrases[0]
        if name.kind != "name" or self._scorer is None or " " not in candidate.who:
            return 0.5
        first = candidate.who.split()[0]
        if first not in self._women:
            self._women[first] = self._scorer.woman(first)
        return self._women[first]

    def rows(self, pronoun: Phrase, candidates: list[Antecedent]) -> list[list[float]]:
        """The features of every candidate, in the order of `FEATURES`."""
        return [self._row(pronoun, one, candidates) for one in candidates]

    def _row(self, pronoun: Phrase, one: Antecedent, all_of_them: list[Antecedent]) -> list[float]:
        phrases = self._phrases
        tree = phrases.trees[pronoun.sentence]
        last = one.phrases[-1]
        named = next((p for p in reversed(one.phrases) if p.kind != "pronoun"), last)
        others = [c for c in all_of_them if c is not one]
        since = sum(c.phrases[-1].start > last.start for c in others)
        lately = [p for p in one.phrases if pronoun.sentence - p.sentence <= 2]
        known = next((p.pronoun for p in one.phrases if p.sure and p.kind != "pronoun"), "")
        woman = self.woman(one)
        fits = woman if pronoun.pronoun == "she" else 1 - woman
        between = phrases.text[last.end : pronoun.start]
        quote, there = phrases.quotes.index_at(pronoun.start), phrases.quotes.index_at(last.start)
        relation = self._relation(pronoun, one)
        before = pronoun.sentence - 1
        subject_before = any(p.sentence == before and p.role == "subject" for p in one.phrases)
        return [
            float(pronoun.sentence - last.sentence),
            math.log1p(len(between.split())),
            math.log1p(since),
            float(since),
            float(len(all_of_them)),
            *(float(last.role == role) for role in _ROLES),
            float(last.kind == "pronoun"),
            float(last.kind == "name"),
            float(last.joined),
            float(min(pronoun.sentence - named.sentence, 10)),
            *(float(named.role == role) for role in _ROLES),
            float(named.kind == "name"),
            float(named.definite),
            float(named.kind == "noun" and not named.definite),
            math.log1p(len(one.phrases)),
            float(len(lately)),
            float(sum(p.role == "subject" for p in one.phrases[-6:])),
            float(bool(self._order) and self._order[0] == one.who),
            float(one.phrases[0].person),
            float(known == pronoun.pronoun),
            fits,
            float(sum(c.phrases[-1].start > last.start and self._fits(c, pronoun) for c in others)),
            float(sum(self._fits(c, pronoun) for c in others)),
            *(float(pronoun.role == role) for role in _ROLES),
            float(last.role == pronoun.role),
            float(last.role == pronoun.role == "subject"),
            *relation,
            float(quote is not None),
            float(there is not None),
            float(quote is not None and quote == there),
            float("\n" not in between),
            float(pronoun.start - tree.start <= 2),
            float(subject_before),
            float(phrases.text[pronoun.start : pronoun.end].lower().endswith("self")),
            math.log1p(len(phrases.text[tree.start : pronoun.start].split())),
        ]

    def _fits(self, candidate: Antecedent, pronoun: Phrase) -> bool:
        woman = self.woman(candidate)
        return candidate.phrases[0].person and (woman if pronoun.pronoun == "she" else 1 - woman) > 0.25

    def _relation(self, pronoun: Phrase, one: Antecedent) -> list[float]:
        """How a pronoun stands to the latest phrase of somebody within the same sentence, by the tree."""
        same = [p for p in one.phrases if p.sentence == pronoun.sentence]
        tree = self._phrases.trees[pronoun.sentence]
        tokens = tree.tokens
        path: list[int] = []
        at = pronoun.head
        while at >= 0 and len(path) < 60:
            path.append(at)
            at = tokens[at].head
        same_verb = subject_of_verb = owner = above = above_subject = says = opens = 0.0
        for phrase in same:
            verb = phrase.verb
            if verb < 0:
                continue
            if verb == pronoun.verb and pronoun.role not in {"possessor", "modifier"}:
                same_verb = 1.0
                subject_of_verb = max(subject_of_verb, float(phrase.role == "subject"))
            if verb in path and pronoun.role == "possessor" and phrase.role == "subject":
                nearest = next((i for i in path[1:] if tokens[i].upos in {"VERB", "AUX"}), -1)
                owner = max(owner, float(verb == nearest or tokens[verb].upos not in {"VERB", "AUX"}))
            if verb in path[1:]:
                above = 1.0
                if phrase.role == "subject":
                    above_subject = 1.0
                    if tokens[verb].text.lower() in SAY:
                        says = 1.0
            if phrase.head in path:
                opens = 1.0
        return [same_verb, subject_of_verb, owner, above, above_subject, says, opens]
