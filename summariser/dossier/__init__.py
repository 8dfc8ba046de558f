"""The dossier: what the articles of a job tell together, of parties, processes, proposals, conditions and events."""
