"""Tools for people who work on the workbench; each is run by its path."""
