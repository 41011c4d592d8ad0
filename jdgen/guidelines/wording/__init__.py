"""Wording in context: what a text says wrongly in its field, and what only looks like it."""
