"""Times and dates as data."""
