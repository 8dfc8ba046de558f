"""Tables: word lists and patterns, and how those that a text has the words for are found at once."""
