"""What one operating system has and another lacks: locks, limits, cores, files written whole. Standard library only.

Linux has all of it. Where a part is missing the program goes on without it; docs/platforms.md says what that means.
"""
