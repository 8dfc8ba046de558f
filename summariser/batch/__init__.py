"""Batch jobs: archives of articles in, one SQLite file out that holds articles, records, failures and spending."""
