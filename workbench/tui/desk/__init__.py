"""The list of articles, and the work on the whole workspace."""
