"""Claims: roles, conditions, events, where the process stands and the summary; `proposals` is a folder of its own."""
