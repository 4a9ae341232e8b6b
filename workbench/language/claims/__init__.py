"""Candidates to claims: kinds, check-worthiness, standalone wording."""
