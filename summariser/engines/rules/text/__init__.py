"""Text: sentences as the rules read them, and whether they report a negotiation at all."""
