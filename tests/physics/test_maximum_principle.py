"""No temperature leaves the range of the initial and surrounding ones."""
