"""The way of one article: engine, verification, record."""
