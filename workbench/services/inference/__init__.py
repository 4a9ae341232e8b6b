"""The process that keeps models and index for many sessions: what it does, who starts it, who asks it."""
