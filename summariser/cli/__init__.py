"""The command line: thin, quick to start, results on standard output and everything else on standard error."""
