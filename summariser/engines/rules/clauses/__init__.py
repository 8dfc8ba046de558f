"""Clauses: sentences with their mentions marked, who does what in them, where and when, and who says so."""
