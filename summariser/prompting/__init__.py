"""Prompts: versioned templates, rendered by us alone, with the article as a delimited variable."""
