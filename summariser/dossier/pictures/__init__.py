"""Pictures of a dossier: where things stand in them. How they look is up to the templates."""
