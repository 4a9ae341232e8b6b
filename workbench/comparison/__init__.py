"""Amounts, dates, events and antonyms of two texts compared: domain only, no I/O."""
