"""Shared evidence in an engine: the only room with pymilvus."""
