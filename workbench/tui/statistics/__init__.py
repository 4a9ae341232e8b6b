"""The figures of the reviews."""
