"""The right of the window: what was read from the clip's colours, as plots."""
