"""Proposals: what is offered, put, talked over and answered, whatever words tell it."""
