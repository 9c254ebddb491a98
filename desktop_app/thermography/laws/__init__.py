"""Judging a clip law by law."""
