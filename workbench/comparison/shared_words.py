"""How much of a claim a passage has: the share of its words, by their stems."""

from __future__ import annotations

from workbench.comparison.context_window import stems


def share_of_words(claim: str, passage: str) -> float:
    """The share of the claim's content words that stand in the passage too, 0…1; 0 for a claim without any."""
    own = stems(claim)
    return len(own & stems(passage)) / len(own) if own else 0.0
