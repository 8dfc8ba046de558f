"""Articles: text with its metadata, numbered sentences with exact offsets, and how to read them from files and URLs."""
