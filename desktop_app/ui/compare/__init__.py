"""Two runs side by side, under one play head."""
