"""The sketch of a concept: its parts, what is done to them, its measures, and the field once it is solved."""
