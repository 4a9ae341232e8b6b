"""Articles in: read, split, dated, followed in feeds."""
