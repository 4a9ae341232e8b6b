"""The review of an article: its text, its claims, their evidence and verdicts."""
