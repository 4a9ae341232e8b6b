"""Cells of a sheet that stretch over others: what they say is said of all the columns and rows that they cover."""

from __future__ import annotations

MOST = 20_000
"""Merged cells of a sheet that are looked at."""
WIDEST = 1_000


class Spans:
    """The merged cells of one sheet; its rows are filled in their order."""

    def __init__(self) -> None:
        """None yet."""
        self._by_top: dict[int, list[tuple[int, int, int]]] = {}
        self._open: list[tuple[int, int, int, str]] = []
        self._count = 0

    def add(self, top: int, bottom: int, left: int, right: int) -> None:
        """One that reaches from row `top` to `bottom` (from 1) and from column `left` to `right` (from 0)."""
        if self._count < MOST and left < WIDEST:
            self._count += 1
            self._by_top.setdefault(top, []).append((bottom, left, min(right, WIDEST - 1)))

    def fill(self, number: int, cells: list[str]) -> None:
        """Put into the empty cells of a row what the merged cell over them says.

        A cell that is merged over the whole row is a title, and stays one cell.
        """
        self._open = [one for one in self._open if one[0] >= number]
        for _, left, right, words in self._open:
            self._put(cells, left, right, words)
        for bottom, left, right in self._by_top.pop(number, ()):
            words = cells[left] if left < len(cells) else ""
            if not words:
                continue
            if bottom > number:
                self._open.append((bottom, left, right, words))
            if any(cell for place, cell in enumerate(cells) if not left <= place <= right):
                self._put(cells, left, right, words)

    @staticmethod
    def _put(cells: list[str], left: int, right: int, words: str) -> None:
        cells.extend([""] * (right + 1 - len(cells)))
        for place in range(left, right + 1):
            cells[place] = cells[place] or words
