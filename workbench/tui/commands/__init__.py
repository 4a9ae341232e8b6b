"""The registry of everything a key can do."""
