"""Sources in, evidence decided, the index kept in step."""
