"""Clips whose truth is known, true to the laws of heat conduction or broken on purpose."""
