"""Whether two claims say the same, by their normalised words."""

from __future__ import annotations

import re
import unicodedata

from workbench.language.text.tokenizer import word_set, words

_DROPPED = word_set(
    """
    the a an and or but of to in on at by for with that this is are was were be been has have had it its as also
    will would said says
    """
)
_SAME = {"percent": "%", "per": "%", "cent": "", "pc": "%", "bn": "billion", "m": "million", "n't": "not",
         "won't": "not",
         "isn't": "not", "wasn't": "not", "didn't": "not", "doesn't": "not", "don't": "not", "cannot": "not",
         "can't": "not", "hasn't": "not", "haven't": "not", "aren't": "not", "weren't": "not", "no": "not",
         "never": "not"}  # fmt: skip


_EITHER = re.compile(
    r"\b(?:s?he(?:\s+or\s+|/)s?he|his(?:\s+or\s+|/)hers?|hers?(?:\s+or\s+|/)his|him(?:\s+or\s+|/)her|s/he|he|she|they|them)\b",
    re.IGNORECASE,
)
"""Pronouns that tell no claim from another: "he or she", "he/she", "they"."""


def _stem(word: str) -> str:
    for ending in ("ing", "ied", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def claim_key(claim: str) -> frozenset[str]:
    """The words that make up a claim, normalised: no articles, no case, no inflection; numbers and negations stay."""
    key = set()
    told = _EITHER.sub("they", unicodedata.normalize("NFKC", claim))
    for word in words(told):
        lower = word.lower.removesuffix("'s").rstrip("%") or word.lower
        if word.text.endswith("%") and len(word.text) > 1:
            key.add("%")
        if not (word.is_word or word.text in "%$£€") or lower in _DROPPED:
            continue
        lower = _SAME.get(lower, lower)
        if lower:
            key.add(lower if any(c.isdigit() for c in lower) else _stem(lower.replace(",", "")))
    return frozenset(key)


def _same(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two standalone wordings, as their keys, assert the same thing.

    They do when they agree but for a small rest, and every number, per cent sign and negation is in both. Word order is
    not looked at, so "A beat B" and "B beat A" are taken for the same: a person decides.
    """
    if not first or not second:
        return False
    if first == second:
        return True
    hard = {w for w in first ^ second if any(c.isdigit() for c in w) or w in {"not", "%", "$", "£", "€"}}
    if hard:
        return False
    shared = len(first & second)
    return min(len(first), len(second)) >= 4 and shared / len(first | second) >= 0.85


def link_duplicates(claims: list[str]) -> list[int | None]:
    """For each claim the number of the first earlier one that says the same, else None; in near-linear time."""
    keys = [claim_key(claim) for claim in claims]
    by_word: dict[str, list[int]] = {}
    found: list[int | None] = []
    for i, key in enumerate(keys):
        first: int | None = None
        if key:
            # A near-duplicate shares its rarest words: only claims under the two shortest lists are compared.
            rare = sorted(key, key=lambda w: (len(by_word.get(w, ())), w))[: max(1, len(key) // 6 + 1)]
            candidates = sorted({j for w in rare for j in by_word.get(w, [])[:50]})
            first = next((j for j in candidates if _same(key, keys[j])), None)
        found.append(first)
        for word in key:
            by_word.setdefault(word, []).append(i)
    return found
