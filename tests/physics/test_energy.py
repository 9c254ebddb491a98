"""The heat account closes at every time step."""
