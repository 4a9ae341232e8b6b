"""The list of claims."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.articles import Claim, Origin, ReviewStatus
from workbench.tui.text.formatting import STATUS_GLYPH, kind_words, one_line, speaker_words, status_words
from workbench.tui.text.wrapping import Line, cells, clip, spread, wrap
from workbench.tui.widgets.block_list import Blocks


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim and what others are doing with it; `status` and `rating` are what this reviewer may see."""

    claim: Claim
    others: tuple[str, ...] = ()
    pending: str = ""
    """Words of a rating that was chosen and not yet kept."""
    disputed: bool = False
    """Whether two opinions differ and nothing has settled it."""
    marked: bool = False
    checked: str = ""
    """What the desk has rated already: the claim ("checked"), or one that differs from it ("similar")."""
    beside: str = ""
    """Tags, who is to do it until when, comments."""


class ClaimList(Blocks[ClaimRow]):
    """Claims in reading order or by worthiness: state, words, kinds, speaker."""

    EMPTY = "No claims match. {filter} changes the filter."
    DEFAULT_CSS = "ClaimList { height: 1fr; }"

    def block(self, item: ClaimRow, width: int, current: bool) -> list[Line]:
        """The claim's own words (two lines at most), then kinds, speaker and state."""
        return claim_block(item, width, current)


def claim_block(row: ClaimRow, width: int, current: bool) -> list[Line]:
    """The lines of one claim."""
    claim = row.claim
    done = claim.status in (ReviewStatus.RATED, ReviewStatus.SETTLED, ReviewStatus.PUBLISHED)
    glyph = STATUS_GLYPH[claim.status]
    style = "current" if current else "unrated" if claim.status is ReviewStatus.NOT_RATED else "dim" if done else "text"
    lines = wrap([(one_line(claim.quote), style)], width - 5, most=2)
    mark = "▶" if current else " "
    state = f"{row.pending}?" if row.pending else "≠ opinions differ" if row.disputed else status_words(claim)
    state_style = "key" if row.pending else "info" if done else "warn" if claim.status is _SECOND else "dim"
    first: Line = [(f"{mark}", "key"), (f"{glyph} ", "done-glyph" if done else "open-glyph"), *lines[0]]
    marked: Line = [("◆  " if row.marked else "   ", "key")]
    block = [first, *([*(marked if n == 0 else [("   ", "text")]), *line] for n, line in enumerate(lines[1:]))]
    origin = "by hand · " if claim.origin is Origin.PERSON else ""
    again = f"≈ {row.checked} · " if row.checked else "said before · " if claim.duplicate_of is not None else ""
    score = f"{claim.checkworthiness:.2f}".removeprefix("0")
    room = width - cells(state) - 5 - cells(f"{again}{score}  · {speaker_words(claim)}")
    kinds = kind_words(claim)
    if cells(kinds) > room:  # who said it counts for more than the second kind
        kinds, origin = f"{claim.kinds[0].value} +{len(claim.kinds) - 1}" if len(claim.kinds) > 1 else kinds, ""
    origin = origin if cells(origin + kinds) <= room else ""
    meta = f"{again}{origin}{score} {kinds} · {speaker_words(claim)}"
    before: Line = marked if len(lines) == 1 else [("   ", "text")]
    about: Line = [*before, (meta, "faint" if done else "dim")]
    block.append(spread(about, [(state + " ", state_style)], width))
    if row.beside:
        block.append([("   ", "text"), *clip([(row.beside, "accent")], width - 4)])
    if row.others:
        who = ", ".join(one_line(name) for name in row.others)
        block.append([("   ", "text"), (f"◉ {who} is here" if len(row.others) == 1 else f"◉ {who} are here", "accent")])
    return block


_SECOND = ReviewStatus.SECOND_OPINION
