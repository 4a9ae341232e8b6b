"""An article cut into stretches, so that every format can mark its claims in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.articles import Claim


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of an article that the same claims cover.

    `claims` holds the ids of the claims that cover them, the shortest claim first; `begins` those that start here
    and `ends` those that end here.
    """

    text: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def paragraphs(text: str, claims: Sequence[Claim]) -> list[list[Stretch]]:
    """The lines of an article, empty ones left out, each cut where a claim starts or ends.

    Claims may overlap and may run over line ends. Takes time linear in text and claims, save for claims that overlap.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))
    cuts = sorted({offset for claim in ordered for offset in (claim.start, claim.end)})
    lines: list[list[Stretch]] = []
    open_claims: list[Claim] = []
    begun: set[int] = set()
    coming = 0
    cut = 0
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        stretches: list[Stretch] = []
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
            stretches.append(
                Stretch(
                    text[at:upto],
                    tuple(claim.id for claim in covering),
                    tuple(claim.id for claim in covering if claim.id not in begun),
                    # what is left of it may be line ends alone
                    tuple(claim.id for claim in covering if not text[upto : claim.end].strip("\n")),
                )
            )
            begun.update(claim.id for claim in covering)
            at = upto
        if line.strip():
            lines.append(stretches)
        start = end + 1
    return lines
