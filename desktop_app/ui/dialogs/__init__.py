"""The windows that open over the window; none of them blocks it."""
