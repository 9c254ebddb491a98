"""The kept runs, newest first."""
