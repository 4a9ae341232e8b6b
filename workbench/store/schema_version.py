"""The version of the tables this program knows, apart from the migrations that make them: every command asks it."""

from __future__ import annotations

SCHEMA_VERSION = 13
"""The number of migrations in `workbench.store.migrations`; kept in `PRAGMA user_version`."""
