"""A finished review to files for people and machines: the only room with templates."""
