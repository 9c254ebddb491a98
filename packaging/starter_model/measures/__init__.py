"""What `starter_model.evaluate` measures, and how surely."""
