"""The record read and written: history, reports, backups, checks."""
