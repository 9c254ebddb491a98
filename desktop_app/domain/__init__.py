"""Frozen values and protocols every other room speaks in; standard library and numpy only."""
