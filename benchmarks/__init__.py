"""Measurements, run by hand: python -m benchmarks.batch.speed and the like, from the root of a checkout."""
