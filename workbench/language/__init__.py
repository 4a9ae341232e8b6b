"""Article text to sentences to claims: pure functions, no I/O and no models."""
