"""Observed order of convergence in space and in time."""
