"""Verification: what a draft claims is held against the article, by one walk that applies what its types declare."""
