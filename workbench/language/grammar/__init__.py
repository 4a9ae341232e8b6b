"""Closed word lists and verb forms that the rules share."""
