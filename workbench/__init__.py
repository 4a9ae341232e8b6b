"""A workbench for checking the factual claims of a news article against evidence of one's own."""

__version__ = "0.1.0"
