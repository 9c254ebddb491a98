"""Understand, solve, generate, read, export: one order of work for the window and the terminal."""
