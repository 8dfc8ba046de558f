"""What the model fills and what users receive, as strict Pydantic models."""
