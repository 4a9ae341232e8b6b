"""The use cases, one module each, called by both front ends: no UI, no click, no SQL."""
