"""Engines: whatever turns an article into a draft. `llm` asks a language model, `rules` needs none."""
