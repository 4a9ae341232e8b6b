"""What a language model may see of a workspace, and what becomes of what it says."""
