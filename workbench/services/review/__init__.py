"""Verdicts: given, judged a second time, settled, published; scales and reviewers."""
