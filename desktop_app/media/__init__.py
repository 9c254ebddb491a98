"""Video files in and out, the overlay, and provenance."""
