"""Archives: files, folders, packed archives and tables of articles, read one item at a time."""
