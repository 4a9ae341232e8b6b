"""The text of a source, opened at a passage."""
