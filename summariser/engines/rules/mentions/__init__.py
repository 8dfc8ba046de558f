"""Mentions: the words that name somebody or some place, from tokens over chunks to names and offices."""
