"""The screens: desk, review, source text, history."""
