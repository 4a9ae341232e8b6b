"""Numbers and amounts as data."""
