"""The same verbs for the terminal, one file a command."""
