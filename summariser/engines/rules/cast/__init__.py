"""The cast: who is who. Which mentions mean the same party or person, and of what kind it is."""
