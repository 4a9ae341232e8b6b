"""Vectors to neighbours, kept in index/: the only room with faiss."""
