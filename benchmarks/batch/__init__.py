"""Batch jobs against a loopback server: speed beside its peers, faults, kill -9, memory."""
