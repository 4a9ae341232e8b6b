"""An article cut into stretches, so that every format can mark its claims in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.domain.articles import Claim


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of an article that the same claims cover.

    `claims` holds the ids of the claims that cover them, the shortest claim first; `begins` those that are seen here
    first and `ends` those that are seen here last.
    """

    text: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def paragraphs(text: str, claims: Sequence[Claim]) -> list[list[Stretch]]:
    """The lines of an article, empty ones left out, each cut where a claim starts or ends.

    Claims may overlap and may run over line ends. Takes time linear in text and claims, save for claims that overlap.
    """
    lines = [line for line in _lines(text, claims) if any(words.strip() for words, _ in line)]
    begins = _first_seen(stretch for line in lines for stretch in line)
    ends = _first_seen(stretch for line in reversed(lines) for stretch in reversed(line))
    return [
        [
            Stretch(
                words,
                covering,
                tuple(claim for claim in covering if begins[claim] is covering),
                tuple(claim for claim in covering if ends[claim] is covering),
            )
            for words, covering in line
        ]
        for line in lines
    ]


def _first_seen(stretches: Iterable[tuple[str, tuple[int, ...]]]) -> dict[int, tuple[int, ...]]:
    """For each claim the very tuple (by identity) of the first stretch that it covers."""
    first: dict[int, tuple[int, ...]] = {}
    for _, covering in stretches:
        for claim in covering:
            first.setdefault(claim, covering)
    return first


def _lines(text: str, claims: Sequence[Claim]) -> list[list[tuple[str, tuple[int, ...]]]]:
    """Every line as its stretches: words, and the claims that cover them, the shortest first."""
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))
    cuts = sorted({offset for claim in ordered for offset in (claim.start, claim.end)})
    lines: list[list[tuple[str, tuple[int, ...]]]] = []
    open_claims: list[Claim] = []
    coming = cut = start = 0
    for line in text.split("\n"):
        end = start + len(line)
        stretches: list[tuple[str, tuple[int, ...]]] = []
        at = start
        while at < end:
            while cut < len(cuts) and cuts[cut] <= at:
                cut += 1
            upto = min(end, cuts[cut]) if cut < len(cuts) else end
            while coming < len(ordered) and ordered[coming].start <= at:
                open_claims.append(ordered[coming])
                coming += 1
            open_claims = [claim for claim in open_claims if claim.end > at]
            covering = sorted(open_claims, key=lambda claim: (claim.end - claim.start, claim.id))
            stretches.append((text[at:upto], tuple(claim.id for claim in covering)))
            at = upto
        lines.append(stretches)
        start = end + 1
    return lines
