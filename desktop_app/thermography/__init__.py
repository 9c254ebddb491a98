"""Temperature to colours (the painter) and colours to temperature (the reading)."""
