"""Engines side by side on the gold set: the built-in rules, a small model in several ways, a strong model."""
