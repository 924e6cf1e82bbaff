"""The acts by which cabinets follow a new revision."""
