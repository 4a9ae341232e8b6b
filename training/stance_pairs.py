"""Makes the training pairs of the stance model out of the sets whose licence allows it.

FEVER alone teaches three wrong things: that "not" means refuted (511 of 552 such claims are), that evidence is one
Wikipedia sentence, and that a passage is always about the claim. The recipes here take each of them away.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

import stance_edits as edits
from stance_findings import findings
from stance_swaps import alike, swaps
from stance_text import (
    NEUTRAL,
    REFUTES,
    SUPPORTS,
    Labelled,
    Pair,
    content_words,
    coverage,
    nearest,
    read_rows,
    read_stance,
    sentences_of,
    shown,
    unique,
)


@dataclass(slots=True)
class Material:
    """Everything the recipes draw on."""

    fever: list[Labelled]
    fm2: list[Labelled]
    """Empty when the model must not see FoolMeTwice."""
    pages: dict[str, list[str]]
    """Sentences of Wikipedia pages by title (retrieval/fm2-dev)."""
    prose: list[str]
    """Sentences of other kinds of English: debates, web text."""


def read_material(sets: Path, without_fm2: bool) -> Material:
    """Read the allowed sets below `sets`."""
    pages: dict[str, list[str]] = {}
    if not without_fm2:
        for row in read_rows(sets / "retrieval/fm2-dev/corpus.jsonl"):
            pages.setdefault(row["title"], []).append(row["text"])
    prose = [row["text"] for row in read_rows(sets / "checkworthy/claimbuster.jsonl")]
    conllu = (sets / "syntax/ewt-train.conllu").read_text(encoding="utf-8")
    prose += [line[9:] for line in conllu.splitlines() if line.startswith("# text = ")]
    prose = [text for text in prose if 9 <= len(text.split()) <= 40 and text[0].isupper() and text[-1] in ".!"]
    return Material(
        fever=read_stance(sets / "stance/fever-pairs.jsonl"),
        fm2=[] if without_fm2 else read_stance(sets / "stance/fm2-dev.jsonl"),
        pages=pages,
        prose=prose,
    )


MONTHS = edits.SIBLINGS.split("\n", 1)[0].split()


class Recipes:
    """Each method yields pairs of one recipe; `build` mixes them."""

    def __init__(self, material: Material, rng: Random) -> None:
        self.material = material
        self.rng = rng
        self.gold = [*material.fever, *material.fm2]
        self.evidence = sorted({row.passage for row in material.fever})
        corpus = [shown(title, text) for title, texts in material.pages.items() for text in texts]
        self.pool = self.evidence + corpus
        self.pool_sentences = [frozenset(sentences_of(text)) for text in self.pool]
        self.near = nearest([row.claim for row in self.gold], self.pool, 24)
        self.negation = edits.Negation(self.pool + material.prose)
        self.names = self._common_names()
        self.fillers = [text for text in material.prose if len(text.split()) < 26]

    def base(self) -> list[Pair]:
        """The labelled pairs as they are, the title shown in front now and then."""
        return [Pair(row.claim, self._titled(row), row.label, "gold") for row in self.gold]

    def _titled(self, row: Labelled) -> str:
        """The passage with its title and, now and then, some date: a date of publication decides nothing by itself."""
        if not row.title or self.rng.random() < 0.4:
            return row.passage
        if self.rng.random() < 0.4:
            day = f"{self.rng.randint(1, 28)} {self.rng.choice(MONTHS)} {self.rng.randint(1990, 2024)}"
            return shown(f"{row.title} ({day})", row.passage)
        return shown(row.title, row.passage)

    def plainer(self, share: float) -> list[Pair]:
        """Gold pairs with fewer shared words: synonyms in the claim, a pronoun for the passage's subject."""
        made = []
        for row in self.gold:
            if self.rng.random() > share:
                continue
            passage = row.passage
            names = edits.names_of(row.claim)
            if names and row.claim.startswith(names[0]) and passage.startswith(names[0]):
                passage = self.rng.choice(("It", "This", "He", "She", "The former")) + passage[len(names[0]) :]
            claim = edits.reword(row.claim, self.rng, 0.9)
            if passage != row.passage or claim != row.claim:
                made.append(Pair(claim, passage, row.label, "plainer"))
        return made

    def neighbours(self, index: int, most: float) -> list[str]:
        """Passages near the claim in words that are not its evidence and say at most `most` of its words."""
        row = self.gold[index]
        own = frozenset(sentences_of(row.passage))
        return [
            self.pool[j]
            for j in self.near[index]
            if not own & self.pool_sentences[j]
            and row.passage not in self.pool[j]
            and coverage(row.claim, self.pool[j]) <= most
        ]

    def neutrals(self, share: float) -> list[Pair]:
        """Passages that share the claim's words and belong to another claim.

        They must share about as many words as gold evidence does, or the model learns that few shared words mean
        neutral, and takes every passage that says it in other words for neutral.
        """
        made = []
        for index, row in enumerate(self.gold):
            if self.rng.random() > share:
                continue
            close = self.neighbours(index, 0.8)
            shared = [text for text in close if coverage(row.claim, text) >= 0.3]
            close = shared or close
            passage = self.rng.choice(close[:5]) if close and self.rng.random() < 0.93 else self.rng.choice(self.pool)
            more = [text for text in close if text != passage]
            if more and self.rng.random() < 0.4:
                count = min(len(more), self.rng.choice((1, 2)))
                passage = " ".join(self._shuffled([passage, *self.rng.sample(more, count)]))
            made.append(Pair(row.claim, passage, NEUTRAL, "near"))
        return made

    def _shuffled(self, texts: list[str]) -> list[str]:
        return self.rng.sample(texts, len(texts))

    def _around(self, passage: str, others: list[str]) -> str:
        """`passage` among one to four other sentences, as a long web paragraph would have it."""
        count = self.rng.choice((1, 1, 2, 3, 4))
        extra = self.rng.sample(others, min(len(others), count))
        while len(extra) < count:
            extra.append(self.rng.choice(self.fillers))
        cut = self.rng.randint(0, len(extra))
        return " ".join([*extra[:cut], passage, *extra[cut:]])

    def longer(self, share: float) -> list[Pair]:
        """Gold evidence hidden among neighbouring sentences keeps its label."""
        made = []
        for index, row in enumerate(self.gold):
            if self.rng.random() > share or len(row.passage.split()) > 90:
                continue
            others = [text for other in self.neighbours(index, 0.5)[:8] for text in sentences_of(other)[:2]]
            made.append(Pair(row.claim, self._around(row.passage, others), row.label, "longer"))
        return made

    def negated(self, share: float) -> list[Pair]:
        """ "not" taken out or put in turns the label round."""
        made = []
        for row in self.gold:
            removed = self.negation.remove(row.claim)
            if removed:
                made.append(Pair(removed, row.passage, 1 - row.label, "un-negated"))
            elif self.rng.random() < share:
                added = self.negation.add(row.claim, self.rng)
                if added:
                    made.append(Pair(added, row.passage, 1 - row.label, "negated"))
        return made

    def _edit(self, claim: str, shared: set[str], skip: str = "") -> str | None:
        """Change one thing of the claim that the passage says too, so that they disagree."""
        order = self._shuffled(["number", "sibling", "opposite", "name", "near"])
        for kind in order:
            if kind == "number" and (number := edits.other_number(claim, self.rng, shared)):
                return number[0]
            if kind == "sibling" and (swap := edits.sibling(claim, self.rng, shared)):
                return swap[0]
            if kind == "opposite" and (turned := edits.opposite(claim, self.rng, shared)):
                return turned[0]
            if kind == "near" and (vague := edits.near_number(claim, self.rng, False, shared)):
                return vague
            if kind == "name" and self.rng.random() < 0.7:
                names = [name for name in edits.names_of(claim)[1:] if name.lower() in shared and name not in skip]
                if names:
                    old = self.rng.choice(names)
                    return edits.renamed(claim, old, self._other_name(old))
        return None

    def _other_name(self, old: str) -> str:
        """A name of as many words from somewhere else in the material."""
        options = self.names.get(len(old.split())) or self.names[1]
        return next(name for name in iter(lambda: self.rng.choice(options), "") if name != old)

    def _common_names(self) -> dict[int, list[str]]:
        """Names the material has at least twice, by their number of words."""
        seen = Counter(name for text in self.pool for name in edits.names_of(text))
        found: dict[int, list[str]] = {}
        for name, times in seen.items():
            if times > 1:
                found.setdefault(len(name.split()), []).append(name)
        return found

    @staticmethod
    def _shared(claim: str, passage: str) -> set[str]:
        low = passage.lower()
        words = {word.lower() for word in re.findall(r"[A-Za-z]+(?:-[a-z]+)?", claim)}
        words |= set(re.findall(r"\d[\d,]*", claim))
        present = {word for word in words if Recipes._stands(word, low)}
        return present | {name.lower() for name in edits.names_of(claim) if name.lower() in low}

    @staticmethod
    def _stands(word: str, text: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None

    def edited(self, share: float) -> list[Pair]:
        """From supported claims: a swap on one side refutes, the same on both supports, another subject is neutral."""
        made = []
        for row in self.gold:
            if row.label != SUPPORTS or self.rng.random() > share:
                continue
            shared = self._shared(row.claim, row.passage)
            wrong = self._edit(row.claim, shared, skip=row.title)
            if wrong:
                made.append(Pair(wrong, row.passage, REFUTES, "edited claim"))
            counter = self._counter_passage(row.claim, row.passage, shared)
            if counter:
                passage, claim = counter
                made.append(Pair(row.claim, passage, REFUTES, "edited passage"))
                made.append(Pair(claim, passage, SUPPORTS, "both edited"))
            vague = edits.near_number(row.claim, self.rng, True, shared)
            if vague:
                made.append(Pair(vague, row.passage, SUPPORTS, "vague number"))
            names = edits.names_of(row.claim)
            if names and row.claim.startswith(names[0]) and self.rng.random() < 0.25:
                other = edits.renamed(row.claim, names[0], self._other_name(names[0]))
                made.append(Pair(other, row.passage, NEUTRAL, "another subject"))
        return made

    def _counter_passage(self, claim: str, passage: str, shared: set[str]) -> tuple[str, str] | None:
        """Edit the passage where it says what the claim says; also give the claim with the same edit."""
        for kind in self._shuffled(["number", "sibling", "name"]):
            if kind == "number":
                change = edits.other_number(claim, self.rng, shared)
            elif kind == "sibling":
                change = edits.sibling(claim, self.rng, shared)
            else:
                names = [name for name in edits.names_of(claim)[1:] if self._stands(name, passage)]
                if not names:
                    continue
                old = self.rng.choice(names)
                new = self._other_name(old)
                change = (edits.renamed(claim, old, new), old, new)
            if change:
                changed = edits.renamed(passage, change[1], change[2])
                if changed != passage:
                    return changed, change[0]
        return None

    def shortened(self, share: float) -> list[Pair]:
        """What a supported claim says, said shorter, is supported too."""
        made = []
        for row in self.gold:
            if self.rng.random() > share:
                continue
            if row.label == SUPPORTS and (shorter := edits.shortened(row.claim, self.rng)):
                made.append(Pair(shorter, row.passage, SUPPORTS, "shortened"))
        return made

    def halves(self) -> list[Pair]:
        """Of long evidence, the part that says nothing of what the claim says beyond its subject is neutral."""
        made = []
        for row in self.gold:
            sentences = sentences_of(row.passage)
            if len(sentences) < 3:
                continue
            rest = content_words(row.claim) - {
                word[:6].lower() for name in edits.names_of(row.claim)[:1] for word in name.split()
            }
            empty = [text for text in sentences if not rest & content_words(text)]
            if len(rest) >= 2 and empty and len(empty) < len(sentences):
                made.append(Pair(row.claim, " ".join(empty), NEUTRAL, "half"))
        return made

    def own_words(self, count: int) -> list[Pair]:
        """Claims cut out of sentences: support in their own paragraph, refuted after an edit, neutral beside it."""
        paragraphs = [(texts, index) for texts in self.material.pages.values() for index in range(len(texts))]
        evidence = [
            (found, index)
            for text in self.evidence
            if len(found := sentences_of(text)) > 1
            for index in range(len(found))
        ]
        prose = [(self.material.prose, index) for index in range(len(self.material.prose))]
        made: list[Pair] = []
        while len(made) < count:
            texts, index = self.rng.choice(
                self.rng.choice([group for group in (paragraphs, evidence, prose, prose) if group])
            )
            sentence = texts[index]
            if not 8 <= len(sentence.split()) <= 45 or not sentence[0].isupper():
                continue
            beside = (
                texts[max(0, index - 12) : index] + texts[index + 1 : index + 12]
                if texts is not self.material.prose
                else []
            )
            beside = [text for text in beside if len(text.split()) < 40]
            claim = edits.shortened(sentence, self.rng) or (sentence if self.rng.random() < 0.3 else None)
            if claim is None:
                continue
            claim = edits.reword(claim, self.rng, 0.6)
            passage = sentence if self.rng.random() < 0.35 else self._around(sentence, beside)
            draw = self.rng.random()
            if draw < 0.3:
                shared = self._shared(claim, sentence)
                wrong = self.negation.add(claim, self.rng) if self.rng.random() < 0.25 else self._edit(claim, shared)
                if wrong:
                    made.append(Pair(wrong, passage, REFUTES, "own words, edited"))
            elif draw < 0.68:
                made.append(Pair(claim, passage, SUPPORTS, "own words"))
            elif draw < 0.78:
                denied = self.negation.add(sentence, self.rng)
                if denied:
                    made.append(Pair(claim, passage.replace(sentence, denied), REFUTES, "own words, passage denied"))
            elif draw < 0.9:
                # the claim says more than the passage does
                shorter = edits.shortened(sentence, self.rng, least=7)
                if shorter and coverage(sentence, shorter) < 0.8:
                    said = shorter if self.rng.random() < 0.4 else self._around(shorter, beside)
                    made.append(Pair(edits.reword(sentence, self.rng), said, NEUTRAL, "own words, more"))
            else:
                others = self.rng.sample(beside, min(len(beside), self.rng.choice((1, 2, 3)))) or [self._like(sentence)]
                if coverage(claim, " ".join(others)) < 0.67:
                    made.append(Pair(claim, " ".join(others), NEUTRAL, "own words, beside"))
        return made

    def _like(self, sentence: str) -> str:
        """The one of some loose sentences that shares most words with `sentence`."""
        words = content_words(sentence)
        return max(self.rng.sample(self.fillers, 300), key=lambda text: len(words & content_words(text)))


def build(material: Material, seed: int) -> list[Pair]:
    """All training pairs with a label, shuffled. Same seed, same pairs."""
    rng = Random(seed)
    recipes = Recipes(material, rng)
    pairs = recipes.base()
    pairs += recipes.neutrals(0.5)
    pairs += recipes.longer(0.25)
    pairs += recipes.plainer(0.4)
    pairs += recipes.negated(0.12)
    pairs += recipes.edited(0.4)
    pairs += recipes.shortened(0.3)
    pairs += recipes.halves()
    pairs += recipes.own_words(8000)
    pairs += findings(6000, rng)
    pairs = unique(pairs)
    rng.shuffle(pairs)
    return pairs


def unlabelled(material: Material, pairs: list[Pair], count: int, seed: int) -> list[Pair]:
    """Pairs that only a teacher can label: half of `count` one-word swaps, the rest sentences that share words."""
    rng = Random(seed)
    supported = [
        (pair.claim, pair.passage) for pair in pairs if pair.label == SUPPORTS and pair.origin in ("gold", "own words")
    ]
    made = swaps(supported, count // 2, rng)
    prose = [text for text in material.prose if len(text.split()) >= 9]
    made += alike(prose, nearest(prose, prose, 6), count - count // 2, rng)
    return unique(made)


def about_fm2(material: Material, pairs: list[Pair], seed: int) -> list[Pair]:
    """What comes from FoolMeTwice and its pages, and of the rest one in six against forgetting."""
    rng = Random(seed)
    claims = {row.claim for row in material.fm2}
    chosen = [pair for pair in pairs if pair.claim in claims or rng.random() < 1 / 6]
    chosen += [Pair(row.claim, shown(row.title, row.passage), row.label, "gold again") for row in material.fm2]
    return unique(chosen)
