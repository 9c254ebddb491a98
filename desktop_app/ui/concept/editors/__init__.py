"""Text that can be typed over: the card's inline editors and the lines they stand in."""
