"""Pairs about what has happened already and what has not yet, made out of sentences that say something was done."""

from __future__ import annotations

import re
from random import Random

from stance_text import REFUTES, SUPPORTS, Pair

_DONE = re.compile(
    r"^(?P<what>[A-Z][^,;:()]{2,70}?) (?P<verb>was|were) (?P<done>\w{3,}ed|built|held|sold|sent)\b(?P<rest>.*)$"
)
_CLAUSE = re.compile(
    r"^(?:After|And|As|But|Because|Before|If|Or|So|Since|Though|When|While|Where)\b|\b(?:and|that|which|who)\b"
)
_WHEN = re.compile(r",? (?:in|on|during|since|from|until|by|at) .*$|[,;(].*$")


def yet_pairs(sentences: list[str], count: int, rng: Random) -> list[Pair]:
    """`count` pairs, "yet to be", "not yet" and "already" on either side, half of them true of the other side."""
    fitting = [
        found
        for text in sentences
        if (found := _DONE.match(text)) and not _CLAUSE.search(found["what"]) and not re.search(r"\bnot\b|n't", text)
    ]
    made: list[Pair] = []
    for found in rng.choices(fitting, k=count) if fitting else []:
        what, done, rest = found["what"], found["done"], found["rest"]
        many = found["verb"] == "were"
        be, have = ("are", "have") if many else ("is", "has")
        object_of = _WHEN.sub("", rest).rstrip(" .")
        object_of = object_of if len(object_of.split()) <= 8 else ""
        pending = rng.choice(
            (
                f"{what} {be} yet to be {done}{object_of}.",
                f"{what} {have} not yet been {done}{object_of}.",
                f"{what} {have} yet to be {done}{object_of}.",
                f"{what} {be} still to be {done}{object_of}.",
                f"{what} {be} not {done}{object_of} yet.",
                f"{what} {have} never been {done}{object_of}.",
            )
        )
        finished = rng.choice(
            (
                f"{what} {have} already been {done}{object_of}.",
                f"{what} {have} been {done}{object_of}.",
                f"{what} {found['verb']} {done}{object_of}.",
            )
        )
        due = rng.choice(
            (
                pending,
                f"{what} {be} due to be {done}{object_of} next year.",
                f"{what} {be} expected to be {done}{object_of} within two years.",
                f"Plans for {what[0].lower()}{what[1:]} to be {done}{object_of} were put off again.",
            )
        )
        claim, passage, label = rng.choice(
            (
                (pending, found.group(), REFUTES),
                (finished, found.group(), SUPPORTS),
                (finished, due, REFUTES),
                (pending, due, SUPPORTS),
            )
        )
        if claim != passage:
            made.append(Pair(claim, passage, label, "yet"))
    return made
