"""What of a concept can be changed in its card: every field with its text, source and change."""
