"""The solver beside finite elements (scikit-fem)."""
