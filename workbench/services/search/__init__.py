"""Evidence found, ordered, explained, and what it says of a claim."""
