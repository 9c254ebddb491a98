"""The centre of the window: the clip, its temperature profile, its probe and its transport."""
