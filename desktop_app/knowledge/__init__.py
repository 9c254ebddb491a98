"""Materials with sources, and what a prompt means."""
