"""The heat equation: a finite-volume solver and closed-form solutions."""
