"""The real pipeline measured on labelled sets."""
