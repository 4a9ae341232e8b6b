"""What the reviews come to."""
