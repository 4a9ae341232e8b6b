"""Who and what a text speaks of, and what its pronouns and descriptions stand for."""
