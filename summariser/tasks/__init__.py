"""Tasks: what is asked of an article. `negotiation` is built in; a task of your own needs a Pydantic model."""
